import type { Node, Tree } from 'web-tree-sitter';
import type { Template } from '../../model';
import type { ResourceTypes } from '../../resourceTypes';
import { appTemplate } from '../appTemplate';
import type { ConstructUse } from '../buildResource';
import { classAt, type Imports } from '../imports';
import { constantsOf } from '../jsii/constants';
import { holdersOf, useOf, type Site } from '../jsii/sites';
import { spanOf } from '../spans';
import { bindingsIn, changedIn } from './bindings';
import { PythonExpressionReader } from './expressions';
import { readImports } from './imports';
import { pathOf, pythonArguments, type Keyword } from './paths';

interface PythonSite extends Site {
  readonly keywords: readonly Keyword[];
  readonly complete: boolean;
}

/** Makes a Template of a CDK app or stack in Python: each call of a construct's class that takes a scope and an id. */
export function readPythonApp(tree: Tree, types: ResourceTypes): Template {
  const root = tree.rootNode;
  const imports = readImports(root, types);
  const sites = root.descendantsOfType('call').flatMap((node) => siteAt(node, imports) ?? []);
  const reader = new PythonExpressionReader(constantsOf(bindingsIn(root), changedIn(root)), holdersOf(sites), imports);
  return appTemplate(
    'python',
    root,
    sites.flatMap((site) => readSite(site, reader) ?? []),
    types,
  );
}

function readSite(site: PythonSite, reader: PythonExpressionReader): ConstructUse | undefined {
  const { node, keywords, complete } = site;
  const first = keywords[0];
  const props = first !== undefined || !complete ? reader.readKeywords(node, keywords, complete) : undefined;
  const propsSpan = first && { start: first.node.startIndex, end: keywords.at(-1)?.node.endIndex ?? first.node.endIndex };
  return useOf(site, { reader, shownId, props: props && propsSpan ? { ...props, ...propsSpan } : props, propsSpan });
}

/** `s3.Bucket(self, "Id", versioned=True)`; scope and id may be named too. */
function siteAt(node: Node, imports: Imports): PythonSite | undefined {
  const callee = node.childForFieldName('function');
  const path = pathOf(callee);
  const imported = classAt(path, imports);
  if (!callee || !imported || !/^[A-Z]/.test(imported.name)) return undefined;
  const { positional, keywords, complete } = pythonArguments(node);
  const named = (name: string): Node | undefined => keywords.find((keyword) => keyword.name.text === name)?.value;
  const scope = positional[0] ?? named('scope');
  const id = positional[1] ?? named('id');
  if (!scope || !id || !/^(?:identifier|attribute|call)$/.test(scope.type)) return undefined;
  return {
    node,
    classSpan: spanOf(callee.childForFieldName('attribute') ?? callee),
    imported,
    id,
    holder: holderOf(node),
    keywords: keywords.filter(({ name }) => name.text !== 'scope' && name.text !== 'id'),
    complete,
  };
}

/** An id that is put together when the app runs, as it is written. */
function shownId(node: Node): string | undefined {
  switch (node.type) {
    case 'string':
      return node.text.replace(/^[a-z]*("""|'''|"|')(.*)\1$/is, '$2');
    case 'concatenated_string':
    case 'binary_operator':
    case 'identifier':
    case 'attribute':
    case 'subscript':
    case 'call':
      return node.text;
    default:
      return undefined;
  }
}

/** `queue` of `queue = sqs.Queue(...)` and of `(queue := ...)`, `self.queue` of `self.queue = ...`. */
function holderOf(node: Node): string | undefined {
  const parent = node.parent;
  if (parent?.type === 'named_expression') return parent.childForFieldName('name')?.text;
  if (parent?.type !== 'assignment') return undefined;
  return pathOf(parent.childForFieldName('left')).join('.') || undefined;
}
