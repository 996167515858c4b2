import type { Node, Tree } from 'web-tree-sitter';
import type { Template } from '../../model';
import type { ResourceTypes } from '../../resourceTypes';
import { appTemplate } from '../appTemplate';
import { argumentsOf } from '../jsii/children';
import type { ClassNames } from '../jsii/classNames';
import { constantsOf } from '../jsii/constants';
import { holdersOf, useOf, type Site } from '../jsii/sites';
import { spanOf } from '../spans';
import { bindingsIn, changedIn } from './bindings';
import { builderOf, chainsIn, untilBuilt, type Builder, type Chain } from './chain';
import { JavaExpressionReader } from './expressions';
import { pathOf, readNames } from './names';

interface JavaSite extends Site {
  /** Of a construct that a builder makes. */
  readonly builder?: Builder;
  readonly props?: Node | undefined;
}

/**
 * Makes a Template of a CDK app or stack in Java: each `new` of a construct and each `Builder.create` of one that
 * takes a scope and an id.
 */
export function readJavaApp(tree: Tree, types: ResourceTypes): Template {
  const root = tree.rootNode;
  const names = readNames(root, types);
  const created = root.descendantsOfType('object_creation_expression').flatMap((node) => creationSite(node, names) ?? []);
  const built = chainsIn(root).flatMap((chain) => builderSite(chain, names) ?? []);
  const sites = [...created, ...built].sort((one, other) => one.node.startIndex - other.node.startIndex);
  const bindings = [...bindingsIn(root)];
  const reader = new JavaExpressionReader(constantsOf(bindings, changedIn(root)), holdersOf(sites, bindings), names);
  const uses = sites.flatMap((site) => {
    const { node, builder, props } = site;
    const read = builder ? reader.readSettings(node, builder) : props && reader.read(props);
    return useOf(site, { reader, shownId, props: read, propsSpan: props && spanOf(props) }) ?? [];
  });
  return appTemplate('java', root, uses, types);
}

/** `new Queue(this, "Id", props)` */
function creationSite(node: Node, names: ClassNames): JavaSite | undefined {
  const type = node.childForFieldName('type');
  const imported = type && names.classAt(pathOf(type));
  const [scope, id, props] = argumentsOf(node);
  if (!imported || !isScope(scope) || !id) return undefined;
  const classNode = type.type === 'scoped_type_identifier' ? (type.namedChildren.at(-1) ?? type) : type;
  return { node, classSpan: spanOf(classNode), imported, id, props, holder: holderOf(node) };
}

/** `Queue.Builder.create(this, "Id").fifo(true).build()` */
function builderSite(whole: Chain, names: ClassNames): JavaSite | undefined {
  const chain = untilBuilt(whole);
  const builder = builderOf(chain);
  const node = chain.links.at(-1)?.call;
  const classNode = chain.root?.childForFieldName('object');
  if (builder?.kind !== 'class' || !classNode || !node) return undefined;
  const imported = names.classAt(builder.path);
  const [scope, id] = builder.parameters;
  if (!imported || !isScope(scope) || !id) return undefined;
  const name = classNode.childForFieldName('field') ?? classNode;
  return { node, classSpan: spanOf(name), imported, id, holder: builder.built ? holderOf(node) : undefined, builder };
}

function isScope(node: Node | undefined): boolean {
  return node !== undefined && /^(?:this|identifier|field_access|method_invocation|object_creation_expression)$/.test(node.type);
}

function shownId(node: Node): string | undefined {
  return /^(?:binary_expression|identifier|field_access|method_invocation|parenthesized_expression)$/.test(node.type) ? node.text : undefined;
}

/** `queue` of `Queue queue = new ...` and of `this.queue = new ...`: a field may be named either way. */
function holderOf(node: Node): string | undefined {
  const parent = node.parent;
  if (parent?.type === 'variable_declarator') return parent.childForFieldName('name')?.text;
  if (parent?.type !== 'assignment_expression') return undefined;
  const path = pathOf(parent.childForFieldName('left'));
  return path.slice(path[0] === 'this' ? 1 : 0).join('.') || undefined;
}
