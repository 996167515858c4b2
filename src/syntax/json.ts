import { printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import { unreadTag, type MappingEntry, type ScalarNode, type SyntaxNode, type SyntaxProblem, type SyntaxTree } from './node';

interface OpenCollection {
  kind: 'mapping' | 'sequence';
  start: number;
  entries: MappingEntry[];
  items: SyntaxNode[];
  key?: ScalarNode;
  seen: Set<string>;
}

/** Nested deeper than this, JSON is not read; real templates stay far below. */
const maxDepth = 200;

/** Reads JSON with the place of every key and value. Never throws; comments and trailing commas are let pass. */
export function parseJson(text: string): SyntaxTree {
  const problems: SyntaxProblem[] = [];
  const open: OpenCollection[] = [];
  let root: SyntaxNode | undefined;
  let skipped = 0;

  const add = (node: SyntaxNode): void => {
    const parent = open.at(-1);
    if (!parent) root ??= node;
    else if (parent.kind === 'sequence') parent.items.push(node);
    else if (parent.key) {
      parent.entries.push({ key: parent.key, value: node });
      delete parent.key;
    }
  };
  const begin = (kind: OpenCollection['kind'], start: number): boolean => {
    if (open.length + skipped >= maxDepth) {
      skipped++;
      return false;
    }
    open.push({ kind, start, entries: [], items: [], seen: new Set() });
    return true;
  };
  const close = (end: number): void => {
    if (skipped > 0) {
      skipped--;
      return;
    }
    const collection = open.pop();
    if (!collection) return;
    const { kind, start, entries, items } = collection;
    add(kind === 'mapping' ? { kind, entries, start, end, tag: undefined } : { kind, items, start, end, tag: undefined });
  };

  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  visit(
    start ? ' ' + text.slice(1) : text,
    {
      onObjectBegin: (offset) => begin('mapping', offset),
      onArrayBegin: (offset) => begin('sequence', offset),
      onObjectEnd: (offset, length) => close(offset + length),
      onArrayEnd: (offset, length) => close(offset + length),
      onObjectProperty: (name, offset, length) => {
        const parent = open.at(-1);
        if (!parent || skipped > 0) return;
        const key: ScalarNode = { kind: 'scalar', text: name, plain: false, start: offset, end: offset + length, tag: undefined };
        if (parent.key) parent.entries.push({ key: parent.key, value: unread(parent.key) });
        if (parent.seen.has(name)) {
          problems.push({ start: offset, end: offset + length, message: `The key "${name}" stands twice in this object; the last one counts.` });
        }
        parent.seen.add(name);
        parent.key = key;
      },
      onLiteralValue: (value: unknown, offset, length) => {
        if (skipped > 0) return;
        add({ kind: 'scalar', text: String(value), plain: typeof value !== 'string', start: offset, end: offset + length, tag: undefined });
      },
      onError: (code: ParseErrorCode, offset, length) => {
        if (problems.length < 20) problems.push({ start: offset, end: offset + length, message: `JSON: ${wordsOf(printParseErrorCode(code))}.` });
      },
    },
    { allowTrailingComma: true },
  );
  while (open.length > 0) {
    const last = open.at(-1);
    if (last?.key) add(unread(last.key));
    close(text.length);
  }
  return { documents: root ? [root] : [], problems };
}

function unread(key: ScalarNode): ScalarNode {
  return { kind: 'scalar', text: '', plain: false, tag: unreadTag, start: key.end, end: key.end };
}

/** `PropertyNameExpected` as words: "property name expected". */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}
