import type { Node } from 'web-tree-sitter';
import type { Span } from '../../syntax/node';

/** Where a node stands, in UTF-16 code units. */
export function spanOf(node: Node): Span {
  return { start: node.startIndex, end: node.endIndex };
}

/** The arguments of a call or `new`, comments left out. */
export function argumentsOf(node: Node): Node[] {
  return (node.childForFieldName('arguments')?.namedChildren ?? []).filter((child) => child.type !== 'comment');
}
