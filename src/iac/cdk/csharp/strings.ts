import type { Node } from 'web-tree-sitter';
import { unescaped, withoutIndent } from '../jsii/literals';

type ReadHole = (expression: Node) => string | undefined;

/** The text that a literal stands for; nothing where a part of it is only worked out when the app runs. */
export function textOf(node: Node, valueOf: ReadHole): string | undefined {
  switch (node.type) {
    case 'string_literal':
      return unescaped(node.text.slice(1, -1));
    case 'verbatim_string_literal':
      return node.text.slice(2, -1).replaceAll('""', '"');
    case 'raw_string_literal':
      return raw(node.text);
    case 'interpolated_string_expression':
      return interpolated(node, valueOf);
    default:
      return undefined;
  }
}

/** `$"queue-{Name}"`, put together where all that is put into it is known. */
function interpolated(node: Node, valueOf: ReadHole): string | undefined {
  const start = node.namedChildren[0]?.text ?? '';
  const holes = node.namedChildren.filter((child) => child.type === 'interpolation');
  if (/^[$@]*"""/.test(node.text)) return holes.length > 0 ? undefined : raw(node.text.replace(/^\$+/, ''));
  const parts = node.namedChildren.slice(1).map((part) => {
    if (part.type === 'interpolation') return part.namedChildren.length === 3 && part.namedChildren[1] ? valueOf(part.namedChildren[1]) : undefined;
    const text = part.text.replaceAll('{{', '{').replaceAll('}}', '}');
    return start.includes('@') ? text.replaceAll('""', '"') : unescaped(text);
  });
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** `"""text"""`, over several lines without the first and the last one and their indentation. */
function raw(text: string): string {
  const marks = /^"+/.exec(text)?.[0].length ?? 0;
  const inner = text.slice(marks, -marks).replaceAll('\r\n', '\n');
  return inner.startsWith('\n') ? withoutIndent(inner.split('\n').slice(1)).replace(/\n[^\n]*$/, '') : inner;
}
