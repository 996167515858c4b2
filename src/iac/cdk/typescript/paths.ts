import type { Node } from 'web-tree-sitter';

/** No path of names in an app is longer. */
const maxNames = 20;

/** The names of a dotted path, as far as it is nothing else: `s3.BucketEncryption.KMS`, `this.bucket`. */
export function pathOf(node: Node | null | undefined): string[] {
  const path: string[] = [];
  let at = node;
  while (path.length < maxNames && (at?.type === 'member_expression' || at?.type === 'non_null_expression')) {
    if (at.type === 'member_expression') path.unshift(at.childForFieldName('property')?.text ?? '');
    at = at.type === 'member_expression' ? at.childForFieldName('object') : at.namedChildren[0];
  }
  return at?.type === 'identifier' || at?.type === 'this' ? [at.text, ...path] : [];
}
