import { scalarValue, unreadTag, type SyntaxNode, type SyntaxTree } from '../../../src/syntax/node';

/** Stands for what could not be read. */
export const unread = '(unread)';

/** A node as plain data: what the text says, without places. A tag stands in front of its value. */
export function written(node: SyntaxNode): unknown {
  if (node.tag === unreadTag) return unread;
  const value = bare(node);
  return node.tag === undefined ? value : [node.tag, value];
}

function bare(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return scalarValue(node);
    case 'sequence':
      return node.items.map(written);
    case 'mapping':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, written(value)]));
  }
}

/** The only document of a tree, as plain data. */
export function onlyDocument(tree: SyntaxTree): unknown {
  if (tree.documents.length !== 1) throw new Error(`There are ${tree.documents.length} documents.`);
  return written(tree.documents[0]!);
}

/** The node at a path of keys and positions in the first document. */
export function nodeAt(tree: SyntaxTree, ...path: (string | number)[]): SyntaxNode {
  let node = tree.documents[0]!;
  for (const step of path) {
    const next =
      node.kind === 'mapping' ? node.entries.findLast(({ key }) => key.text === step)?.value : node.kind === 'sequence' ? node.items[Number(step)] : undefined;
    if (!next) throw new Error(`There is nothing at ${path.join('.')}.`);
    node = next;
  }
  return node;
}

/** All nodes and keys of a tree. */
export function* everyNode(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  if (node.kind === 'sequence') for (const item of node.items) yield* everyNode(item);
  if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) {
      yield key;
      yield* everyNode(value);
    }
  }
}
