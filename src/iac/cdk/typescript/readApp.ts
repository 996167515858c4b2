import type { Node, Tree } from 'web-tree-sitter';
import type { Template } from '../../model';
import type { ResourceTypes } from '../../resourceTypes';
import { appTemplate } from '../appTemplate';
import { classAt, type Imports } from '../imports';
import { constantsOf } from '../jsii/constants';
import { holdersOf, useOf, type Site } from '../jsii/sites';
import { argumentsOf, spanOf } from '../spans';
import { bindingsIn, changedIn } from './bindings';
import { ScriptExpressionReader } from './expressions';
import { readImports } from './imports';
import { pathOf } from './paths';

interface ScriptSite extends Site {
  readonly props: Node | undefined;
}

/**
 * Makes a Template of a CDK app or stack in TypeScript or JavaScript: each `new` of a construct that takes a scope and
 * an id. Look-ups such as `Bucket.fromBucketName` own nothing and are no resources.
 */
export function readScriptApp(tree: Tree, types: ResourceTypes, language: 'typescript' | 'tsx' | 'javascript'): Template {
  const root = tree.rootNode;
  const imports = readImports(root);
  const sites = root.descendantsOfType('new_expression').flatMap((node) => siteAt(node, imports) ?? []);
  const reader = new ScriptExpressionReader(constantsOf(bindingsIn(root), changedIn(root)), holdersOf(sites), imports);
  const uses = sites.flatMap((site) => {
    const { props } = site;
    return useOf(site, { reader, shownId, props: props && reader.read(props), propsSpan: props && spanOf(props) }) ?? [];
  });
  return appTemplate(language, root, uses, types);
}

function siteAt(node: Node, imports: Imports): ScriptSite | undefined {
  const constructor = node.childForFieldName('constructor');
  const imported = constructor && classAt(pathOf(constructor), imports);
  const [scope, id, props] = argumentsOf(node);
  if (!imported || !scope || !id || !/^(?:this|identifier|member_expression|call_expression|non_null_expression|new_expression)$/.test(scope.type))
    return undefined;
  return { node, classSpan: spanOf(constructor.childForFieldName('property') ?? constructor), imported, id, props, holder: holderOf(node) };
}

/** An id that is put together when the app runs, as it is written. */
function shownId(node: Node): string | undefined {
  return /^(?:template_string|binary_expression|ternary_expression|identifier|member_expression|subscript_expression|call_expression)$/.test(node.type)
    ? node.text.replace(/^`(.*)`$/s, '$1')
    : undefined;
}

/** `queue` of `const queue = new ...`, `this.queue` of `this.queue = new ...`. */
function holderOf(node: Node): string | undefined {
  const parent = node.parent;
  switch (parent?.type) {
    case 'variable_declarator':
      return parent.childForFieldName('name')?.text;
    case 'assignment_expression':
      return pathOf(parent.childForFieldName('left')).join('.') || undefined;
    case 'public_field_definition':
      return `this.${parent.childForFieldName('name')?.text ?? ''}`;
    default:
      return undefined;
  }
}
