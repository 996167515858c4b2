import { printParseErrorCode, visit, type JSONVisitor, type ParseErrorCode } from 'jsonc-parser';
import { unreadTag, type MappingEntry, type ScalarNode, type SyntaxNode, type SyntaxProblem, type SyntaxTree } from './node';

interface OpenCollection {
  kind: 'mapping' | 'sequence';
  start: number;
  entries: MappingEntry[];
  items: SyntaxNode[];
  key?: ScalarNode;
  partial: boolean;
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
      if (skipped++ === 0) add(unread('', start));
      return false;
    }
    open.push({ kind, start, entries: [], items: [], partial: false, seen: new Set() });
    return true;
  };
  const close = (at: number, whole: boolean): void => {
    if (skipped > 0) {
      skipped--;
      return;
    }
    const collection = open.pop();
    if (!collection) return;
    const { kind, start, key, entries, items } = collection;
    const end = Math.min(at, text.length);
    if (key) entries.push({ key, value: unread('', key.end) });
    if (kind === 'sequence') add({ kind, items, start, end, tag: undefined });
    else add({ kind, entries, start, end, tag: undefined, ...(whole && !collection.partial ? {} : { partial: true }) });
  };

  let unfinished = -1;
  const visitor: JSONVisitor = {
    onObjectBegin: (offset) => begin('mapping', offset),
    onArrayBegin: (offset) => begin('sequence', offset),
    onObjectEnd: (offset, length) => close(offset + length, length > 0 && text[offset] === '}'),
    onArrayEnd: (offset, length) => close(offset + length, true),
    onObjectProperty: (name, offset, length) => {
      const parent = open.at(-1);
      if (!parent || skipped > 0) return;
      const key: ScalarNode = { kind: 'scalar', text: name, plain: false, start: offset, end: offset + length, tag: undefined };
      if (parent.key) parent.entries.push({ key: parent.key, value: unread('', parent.key.end) });
      if (parent.seen.has(name)) {
        problems.push({ start: offset, end: offset + length, message: `The key "${name}" stands twice in this object; the last one counts.` });
      }
      parent.seen.add(name);
      parent.key = key;
    },
    onLiteralValue: (value: unknown, offset, length) => {
      if (skipped > 0) return;
      if (offset === unfinished) add(unread(String(value), offset, offset + length));
      else add({ kind: 'scalar', text: String(value), plain: typeof value !== 'string', start: offset, end: offset + length, tag: undefined });
    },
    onError: (code: ParseErrorCode, offset, length) => {
      const inside = open.at(-1);
      if (inside) inside.partial = true;
      const name = printParseErrorCode(code);
      if (name === 'UnexpectedEndOfString') unfinished = offset;
      // `"a": "b": 1`: the value of "a" is missing, and "b" is no value but the next key.
      const before = name === 'CommaExpected' && text[offset] === ':' ? inside?.entries.at(-1) : undefined;
      if (before?.value.kind === 'scalar' && !before.value.plain) inside?.entries.splice(-1, 1, { key: before.key, value: unread('', before.key.end) });
      const end = Math.min(offset + length, text.length);
      if (problems.length < 20) problems.push({ start: Math.min(offset, end), end, message: `JSON: ${wordsOf(name)}.` });
    },
  };
  try {
    visit(text.charCodeAt(0) === 0xfeff ? ' ' + text.slice(1) : text, visitor, { allowTrailingComma: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push({ start: 0, end: 0, message: 'JSON: nested too deep to be read to its end.' });
  }
  skipped = 0;
  while (open.length > 0) close(text.length, false);
  return { documents: root ? [root] : [], problems, tied: true };
}

function unread(text: string, start: number, end = start): ScalarNode {
  return { kind: 'scalar', text, plain: false, tag: unreadTag, start, end };
}

/** `PropertyNameExpected` as words: "property name expected". */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}
