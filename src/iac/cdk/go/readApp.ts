import type { Node, Tree } from 'web-tree-sitter';
import type { Template } from '../../model';
import type { ResourceTypes } from '../../resourceTypes';
import { appTemplate } from '../appTemplate';
import { argumentsOf } from '../jsii/children';
import { constantsOf } from '../jsii/constants';
import { holdersOf, useOf, type Site } from '../jsii/sites';
import { spanOf } from '../spans';
import { assigned, bindingsIn, changedIn } from './bindings';
import { GoExpressionReader } from './expressions';
import { readImports, type GoImports } from './names';

interface GoSite extends Site {
  readonly props: Node | undefined;
}

const makes = /^New([A-Z]\w*)$/;

/** Makes a Template of a CDK app or stack in Go: each `awss3.NewBucket` and its like that takes a scope and an id. */
export function readGoApp(tree: Tree, types: ResourceTypes): Template {
  const root = tree.rootNode;
  const imports = readImports(root);
  const sites = root.descendantsOfType('call_expression').flatMap((node) => siteAt(node, imports) ?? []);
  const bindings = [...bindingsIn(root)];
  const reader = new GoExpressionReader(constantsOf(bindings, changedIn(root)), holdersOf(sites, bindings), imports);
  const uses = sites.flatMap((site) => {
    const { props } = site;
    return useOf(site, { reader, shownId, props: props && reader.read(props), propsSpan: props && spanOf(props) }) ?? [];
  });
  return appTemplate('go', root, uses, types);
}

function siteAt(node: Node, imports: GoImports): GoSite | undefined {
  const callee = node.childForFieldName('function');
  const module = imports.modules.get(callee?.childForFieldName('operand')?.text ?? '');
  const maker = callee?.childForFieldName('field');
  const name = makes.exec(maker?.text ?? '')?.[1];
  if (!maker || module === undefined || name === undefined || name.endsWith('_Override')) return undefined;
  const [scope, id, props] = argumentsOf(node);
  if (!isScope(scope, imports) || !isText(id, imports)) return undefined;
  const classSpan = { start: maker.endIndex - 'New'.length - name.length, end: maker.endIndex };
  return { node, classSpan, imported: { module, name }, id, props, holder: holderOf(node) };
}

function isScope(node: Node | undefined, imports: GoImports): boolean {
  if (node?.type === 'call_expression') return !imports.helpers.has(node.childForFieldName('function')?.childForFieldName('operand')?.text ?? '');
  return /^(?:identifier|selector_expression)$/.test(node?.type ?? '');
}

/** True for what can be a pointer to a text. */
function isText(node: Node | undefined, imports: GoImports): node is Node {
  if (node?.type === 'unary_expression') return node.childForFieldName('operand')?.type !== 'composite_literal';
  if (node?.type !== 'call_expression') return /^(?:identifier|selector_expression)$/.test(node?.type ?? '');
  const callee = node.childForFieldName('function');
  return !imports.helpers.has(callee?.childForFieldName('operand')?.text ?? '') || /^(?:String|Sprintf)$/.test(callee?.childForFieldName('field')?.text ?? '');
}

/** `fmt.Sprintf("a-%s", b)` of `jsii.String(fmt.Sprintf("a-%s", b))`, `id` of `&id`. */
function shownId(node: Node): string {
  const inner =
    node.type === 'call_expression' && node.childForFieldName('function')?.childForFieldName('field')?.text === 'String' ? argumentsOf(node)[0] : undefined;
  return (inner ?? node).text.replace(/^[&*]/, '');
}

/** `queue` of `queue := ...`, `s.queue` of `s.queue = ...`. */
function holderOf(node: Node): string | undefined {
  const statement = node.parent?.type === 'expression_list' ? node.parent.parent : node.parent;
  if (!statement || !/^(?:short_var_declaration|assignment_statement|var_spec)$/.test(statement.type)) return undefined;
  const { targets, values } = assigned(statement);
  const target = targets[values.findIndex(({ id }) => id === node.id)];
  return target && target.text !== '_' && /^(?:identifier|selector_expression)$/.test(target.type) ? target.text : undefined;
}
