import type { Node } from 'web-tree-sitter';

/** No path of names in an app is longer. */
const maxNames = 20;

/** The names of a dotted path, as far as it is nothing else: `s3.BucketEncryption.KMS`. */
export function pathOf(node: Node | null | undefined): string[] {
  const path: string[] = [];
  let at = node;
  while (path.length < maxNames && at?.type === 'attribute') {
    path.unshift(at.childForFieldName('attribute')?.text ?? '');
    at = at.childForFieldName('object');
  }
  return at?.type === 'identifier' ? [at.text, ...path] : [];
}

export interface PythonArguments {
  readonly positional: readonly Node[];
  readonly keywords: readonly Keyword[];
  /** False where a list or dictionary is spread, so that there may be others. */
  readonly complete: boolean;
}

export interface Keyword {
  readonly node: Node;
  readonly name: Node;
  readonly value: Node;
}

export function pythonArguments(call: Node): PythonArguments {
  const positional: Node[] = [];
  const keywords: Keyword[] = [];
  let complete = true;
  for (const node of call.childForFieldName('arguments')?.namedChildren ?? []) {
    if (node.type === 'keyword_argument') {
      const name = node.childForFieldName('name');
      const value = node.childForFieldName('value');
      if (name && value) keywords.push({ node, name, value });
      else complete = false;
    } else if (/^(?:list_splat|dictionary_splat|ERROR)$/.test(node.type)) complete = false;
    else if (node.type !== 'comment') positional.push(node);
  }
  return { positional, keywords, complete };
}
