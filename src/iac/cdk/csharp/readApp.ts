import type { Node, Tree } from 'web-tree-sitter';
import type { Template } from '../../model';
import type { ResourceTypes } from '../../resourceTypes';
import { appTemplate } from '../appTemplate';
import type { Expression } from '../expression';
import type { ClassNames } from '../jsii/classNames';
import { constantsOf } from '../jsii/constants';
import { holdersOf, useOf, type Site } from '../jsii/sites';
import { spanOf } from '../spans';
import { bindingsIn, changedIn } from './bindings';
import { csharpArguments, CsharpExpressionReader, initializerOf, type Argument } from './expressions';
import { pathOf, readNames } from './names';

interface CsharpSite extends Site {
  readonly props: Node | undefined;
}

const scopes = /^(?:this|identifier|member_access_expression|invocation_expression|object_creation_expression|postfix_unary_expression)$/;

/** Makes a Template of a CDK app or stack in C#: each `new` of a construct that takes a scope and an id. */
export function readCsharpApp(tree: Tree, types: ResourceTypes): Template {
  const root = tree.rootNode;
  const names = readNames(root, types);
  const declared = declaredTypes(root);
  const creations = root.descendantsOfType(['object_creation_expression', 'implicit_object_creation_expression']);
  const sites = creations.flatMap((node) => siteAt(node, names, declared) ?? []);
  const bindings = [...bindingsIn(root)];
  const reader = new CsharpExpressionReader(constantsOf(bindings, changedIn(root)), holdersOf(sites, bindings), names);
  const uses = sites.flatMap((site) => useOf(site, { reader, shownId, props: propsOf(site, reader), propsSpan: site.props && spanOf(site.props) }) ?? []);
  const template = appTemplate('csharp', root, uses, types);
  return isBroken(root) ? template : { ...template, problems: [] };
}

/** True where a part of the source could not be read; the grammar takes the empty collection `[]` for a mistake too. */
function isBroken(root: Node): boolean {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!node.hasError) continue;
    if (node.isError || (node.childCount === 0 && node.parent?.parent?.type !== 'element_binding_expression')) return true;
    waiting.push(...node.children);
  }
  return false;
}

function siteAt(node: Node, names: ClassNames, declared: ReadonlyMap<string, Node>): CsharpSite | undefined {
  const given = csharpArguments(node);
  const [scope, id, props] = ['scope', 'id', 'props'].map((name, index) => argument(given, name, index));
  if (!scope || !id || !scopes.test(scope.type)) return undefined;
  const written = node.childForFieldName('type');
  const holder = holderOf(node);
  const type = written ?? typeOf(node, holder, declared);
  const imported = type && names.classAt(pathOf(type));
  if (!imported) return undefined;
  return { node, classSpan: spanOf(written ? classNode(written) : (node.child(0) ?? node)), imported, id, props, holder };
}

function argument(given: readonly Argument[], name: string, index: number): Node | undefined {
  const positional = given[index];
  return (given.find((one) => one.name === name) ?? (positional?.name === undefined ? positional : undefined))?.value;
}

function classNode(type: Node): Node {
  return type.type === 'qualified_name' ? (type.childForFieldName('name') ?? type) : type;
}

/** The type that `new(...)` leaves to the declaration of what it is assigned to. */
function typeOf(node: Node, holder: string | undefined, declared: ReadonlyMap<string, Node>): Node | undefined {
  const declaration = node.parent?.type === 'variable_declarator' ? node.parent.parent : node.parent;
  const type = declaration?.childForFieldName('type');
  return type ?? (node.parent?.type === 'assignment_expression' && holder !== undefined ? declared.get(holder) : undefined);
}

/** Types of the fields, properties and variables of a file, by their names. */
function declaredTypes(root: Node): Map<string, Node> {
  const types = new Map<string, Node>();
  for (const property of root.descendantsOfType(['variable_declaration', 'property_declaration'])) {
    const type = property.childForFieldName('type');
    const named = property.type === 'property_declaration' ? [property] : property.namedChildren.filter((child) => child.type === 'variable_declarator');
    for (const one of named) {
      const name = one.childForFieldName('name');
      if (type && name) types.set(name.text, type);
    }
  }
  return types;
}

/** An L1's properties may be set in braces behind `new` too. */
function propsOf({ node, props }: CsharpSite, reader: CsharpExpressionReader): Expression | undefined {
  const given = props && reader.read(props);
  const initializer = initializerOf(node);
  if (!initializer) return given;
  const set = reader.readInitializer(initializer, initializer);
  if (set.kind !== 'object' || given?.kind === 'undefined' || !given) return set;
  return given.kind === 'object'
    ? { ...given, entries: [...given.entries, ...set.entries], complete: given.complete && set.complete }
    : { ...set, complete: false };
}

function shownId(node: Node): string | undefined {
  if (node.type === 'interpolated_string_expression') return node.text.replace(/^[$@]+"+/, '').replace(/"+$/, '');
  return /^(?:binary_expression|identifier|member_access_expression|invocation_expression|parenthesized_expression|conditional_expression)$/.test(node.type)
    ? node.text
    : undefined;
}

/** `queue` of `var queue = new ...` and of `this.queue = new ...`: a member may be named either way. */
function holderOf(node: Node): string | undefined {
  const parent = node.parent;
  if (parent?.type === 'variable_declarator' || parent?.type === 'property_declaration') return parent.childForFieldName('name')?.text;
  if (parent?.type !== 'assignment_expression' || parent.parent?.type === 'initializer_expression') return undefined;
  const path = pathOf(parent.childForFieldName('left'));
  return path.slice(path[0] === 'this' ? 1 : 0).join('.') || undefined;
}
