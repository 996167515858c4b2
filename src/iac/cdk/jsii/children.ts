import type { Node } from 'web-tree-sitter';

/** The named parts of a node, comments left out. */
export function partsOf(node: Node | null | undefined): Node[] {
  return (node?.namedChildren ?? []).filter((child) => !/^(?:line_|block_)?comment$/.test(child.type));
}

/** The arguments of a call or `new`. */
export function argumentsOf(node: Node): Node[] {
  return partsOf(node.childForFieldName('arguments'));
}
