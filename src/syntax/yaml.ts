import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type Event } from 'js-yaml';
import { unreadTag, type MappingEntry, type ScalarNode, type SequenceNode, type SyntaxNode, type SyntaxProblem, type SyntaxTree } from './node';

/** Aliases may repeat at most this many nodes in one file, so that a few lines cannot unfold into millions. */
const maxAliasedNodes = 100_000;
/** A broken file is read block by block; deeper than this a block is given up. */
const maxRepairDepth = 12;
/** Collections nested deeper than this are not read; real templates stay far below. */
const maxNesting = 200;

/**
 * Reads YAML with the place of every key and value. Never throws: a file that is broken somewhere is
 * read block by block, and `problems` says what was passed over.
 */
export function parseYaml(text: string): SyntaxTree {
  const problems: SyntaxProblem[] = [];
  const body = text.charCodeAt(0) === 0xfeff ? ' ' + text.slice(1) : text;
  try {
    return { documents: new TreeBuilder(body, 0, problems).build(), problems };
  } catch (error) {
    problems.length = 0;
    problems.push(problemOf(error, 0, text.length));
    const documents: SyntaxNode[] = [];
    for (const part of splitDocuments(body)) {
      const root = readBlock({ text: body.slice(part.start, part.end), base: part.start }, problems, 0);
      if (root) documents.push(root);
    }
    return { documents, problems };
  }
}

interface Place {
  start: number;
  end: number;
}

function problemOf(error: unknown, base: number, end: number): SyntaxProblem {
  const mark = (error as { mark?: { position?: number } }).mark;
  const reason = (error as { reason?: string }).reason ?? (error instanceof Error ? error.message : String(error));
  const start = Math.min(base + (mark?.position ?? 0), end);
  return { start, end: start, message: `YAML: ${reason}` };
}

/** Turns parser events into nodes. Sizes are counted so that aliases cannot grow without bound. */
class TreeBuilder {
  readonly #text: string;
  readonly #base: number;
  readonly #problems: SyntaxProblem[];
  readonly #anchors = new Map<string, { node: SyntaxNode; size: number }>();
  #events: Event[] = [];
  #next = 0;
  #aliased = 0;
  #size = 0;

  constructor(text: string, base: number, problems: SyntaxProblem[]) {
    this.#text = text;
    this.#base = base;
    this.#problems = problems;
  }

  build(): SyntaxNode[] {
    this.#events = parseEvents(this.#text, { maxDepth: maxNesting });
    const documents: SyntaxNode[] = [];
    while (this.#next < this.#events.length) {
      const event = this.#events[this.#next++];
      if (event?.type !== EVENT_ID.DOCUMENT) continue;
      this.#anchors.clear();
      if (this.#events[this.#next]?.type === EVENT_ID.POP) this.#next++;
      else {
        documents.push(this.#node());
        this.#next++;
      }
    }
    return documents;
  }

  #node(): SyntaxNode {
    const event = this.#events[this.#next++];
    const sizeBefore = this.#size++;
    let node: SyntaxNode;
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        node = this.#scalar(event);
        break;
      case EVENT_ID.SEQUENCE:
        node = this.#sequence(event);
        break;
      case EVENT_ID.MAPPING:
        node = this.#mapping(event);
        break;
      case EVENT_ID.ALIAS:
        return this.#alias(event.anchorStart, event.anchorEnd);
      default:
        throw new Error('unexpected end of the document');
    }
    if (event.anchorStart >= 0) {
      this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), { node, size: this.#size - sizeBefore });
    }
    return node;
  }

  #tag(event: { tagStart: number; tagEnd: number }): string | undefined {
    return event.tagStart < 0 ? undefined : this.#text.slice(event.tagStart, event.tagEnd);
  }

  // Nodes are written out property by property: one shape for each kind keeps reading a large file fast.
  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): ScalarNode {
    return {
      kind: 'scalar',
      text: getScalarValue(this.#text, event),
      plain: event.style === SCALAR_STYLE.PLAIN,
      start: this.#base + event.valueStart,
      end: this.#base + event.valueEnd,
      tag: this.#tag(event),
    };
  }

  #sequence(event: Extract<Event, { type: typeof EVENT_ID.SEQUENCE }>): SequenceNode {
    const items: SyntaxNode[] = [];
    while (this.#open()) items.push(this.#node());
    const start = this.#base + event.start;
    return { kind: 'sequence', items, start, end: Math.max(start, items.at(-1)?.end ?? start), tag: this.#tag(event) };
  }

  #mapping(event: Extract<Event, { type: typeof EVENT_ID.MAPPING }>): SyntaxNode {
    const entries: MappingEntry[] = [];
    let seen: Set<string> | undefined;
    while (this.#open()) {
      const key = this.#node();
      if (!this.#open()) break;
      const value = this.#node();
      if (key.kind !== 'scalar') continue;
      if (key.text === '<<' && key.plain) {
        entries.unshift(...mergedEntries(value));
        continue;
      }
      // Few keys are compared one by one; a set for each small mapping would cost more than all the rest.
      if (entries.length >= 12) seen ??= new Set(entries.map((entry) => entry.key.text));
      if (seen ? seen.has(key.text) : entries.some((entry) => entry.key.text === key.text)) this.#reportRepeated(key);
      seen?.add(key.text);
      entries.push({ key, value });
    }
    const start = this.#base + event.start;
    return { kind: 'mapping', entries, start, end: Math.max(start, entries.at(-1)?.value.end ?? start), tag: this.#tag(event) };
  }

  #reportRepeated({ text, start, end }: ScalarNode): void {
    this.#problems.push({ start, end, message: `The key "${text}" stands twice in this mapping; the last one counts.` });
  }

  #alias(nameStart: number, nameEnd: number): SyntaxNode {
    const name = this.#text.slice(nameStart, nameEnd);
    const place = { start: this.#base + nameStart, end: this.#base + nameEnd };
    const target = this.#anchors.get(name);
    const unread: ScalarNode = { kind: 'scalar', text: `*${name}`, plain: false, tag: unreadTag, ...place };
    if (!target) {
      this.#problems.push({ ...place, message: `The alias *${name} names no anchor above it.` });
      return unread;
    }
    this.#aliased += target.size;
    this.#size += target.size;
    if (this.#aliased > maxAliasedNodes) {
      if (this.#problems.at(-1)?.message.startsWith('Aliases') !== true) {
        this.#problems.push({ ...place, message: `Aliases repeat more than ${maxAliasedNodes} nodes; this one and later ones are not followed.` });
      }
      return unread;
    }
    return { ...target.node, ...place };
  }

  /** True while the collection goes on; steps over its end otherwise. */
  #open(): boolean {
    const event = this.#events[this.#next];
    if (event && event.type !== EVENT_ID.POP) return true;
    this.#next++;
    return false;
  }
}

function mergedEntries(value: SyntaxNode): readonly MappingEntry[] {
  if (value.kind === 'mapping') return value.entries;
  if (value.kind === 'sequence') return [...value.items].reverse().flatMap((item) => mergedEntries(item));
  return [];
}

function splitDocuments(text: string): Place[] {
  const parts: Place[] = [];
  let start = 0;
  for (const match of text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)) {
    parts.push({ start, end: match.index });
    start = match.index + 3;
  }
  parts.push({ start, end: text.length });
  return parts.filter((part) => text.slice(part.start, part.end).trim() !== '');
}

/** A stretch of whole lines, and where in the file it starts. */
interface Block {
  readonly text: string;
  readonly base: number;
}

/** Reads one block alone; where it does not parse, its entries one by one. */
function readBlock({ text, base }: Block, problems: SyntaxProblem[], depth: number): SyntaxNode | undefined {
  try {
    return new TreeBuilder(text, base, problems).build()[0];
  } catch (error) {
    const problem = problemOf(error, base, base + text.length);
    if (!problems.some((known) => known.start === problem.start)) problems.push(problem);
    return depth >= maxRepairDepth ? undefined : readEntries({ text, base }, problems, depth + 1);
  }
}

const keyLine = /^( *)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^\s#:'"[\]{},&*!|>%@`-]|[-:](?=\S))(?:[^\n#:]|:(?=\S)|(?<=\S)#)*?) *:(?=[ \t\r]|$)/;

/** Where the entries (or list items) at the block's own indentation start. */
function entryStarts(text: string): { list: boolean; starts: number[] } | undefined {
  let indent = -1;
  let list = false;
  const starts: number[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const content = text.slice(at, lineEnd);
    const column = content.search(/\S/);
    if (column >= 0 && content[column] !== '#') {
      const item = /^ *-(?: |\r?$)/.test(content);
      const starter = item || keyLine.test(content);
      if (indent < 0 && starter) {
        indent = column;
        list = item;
      }
      if (column === indent && starter && item === list) starts.push(at);
    }
    at = lineEnd + 1;
  }
  return indent < 0 ? undefined : { list, starts };
}

function readEntries({ text, base }: Block, problems: SyntaxProblem[], depth: number): SyntaxNode | undefined {
  const found = entryStarts(text);
  if (!found) return undefined;
  const blocks = found.starts.map((at, index) => ({
    text: text.slice(at, found.starts[index + 1] ?? text.length),
    base: base + at,
  }));
  const place = { start: base, end: base + text.length, tag: undefined };
  if (found.list) {
    const items = blocks.map((block) => readBlock({ ...block, text: block.text.replace('-', ' ') }, problems, depth));
    return { kind: 'sequence', items: items.filter((item) => item !== undefined), ...place };
  }
  const entries: MappingEntry[] = [];
  for (const block of blocks) {
    let read: SyntaxNode | undefined;
    try {
      read = new TreeBuilder(block.text, block.base, problems).build()[0];
    } catch {
      read = readBrokenEntry(block, problems, depth);
    }
    if (read?.kind === 'mapping') entries.push(...read.entries);
  }
  return { kind: 'mapping', entries, ...place };
}

/** `Key:` with a broken value: the key stands, and of the value what can be read. */
function readBrokenEntry({ text, base }: Block, problems: SyntaxProblem[], depth: number): SyntaxNode | undefined {
  const newline = text.indexOf('\n');
  const lineEnd = newline < 0 ? text.length : newline;
  const match = keyLine.exec(text.slice(0, lineEnd));
  if (!match) return undefined;
  const written = match[2] ?? '';
  const keyStart = match[1]?.length ?? 0;
  const key: ScalarNode = {
    kind: 'scalar',
    tag: undefined,
    text: written.replace(/^(['"])(.*)\1$/s, '$2'),
    plain: !/^['"]/.test(written),
    start: base + keyStart,
    end: base + keyStart + written.length,
  };
  const rest = text.slice(match[0].length, lineEnd).trim();
  const below = { text: text.slice(lineEnd + 1), base: base + lineEnd + 1 };
  const value = (below.text.trim() === '' ? undefined : readBlock(below, problems, depth)) ?? readInlineValue(text.slice(0, lineEnd), base);
  const unread: ScalarNode = {
    kind: 'scalar',
    text: rest,
    plain: false,
    tag: unreadTag,
    start: base + lineEnd - rest.length,
    end: base + lineEnd,
  };
  return { kind: 'mapping', entries: [{ key, value: value ?? unread }], start: key.start, end: base + text.length, tag: undefined };
}

function readInlineValue(line: string, base: number): SyntaxNode | undefined {
  try {
    const read = new TreeBuilder(line, base, []).build()[0];
    return read?.kind === 'mapping' ? read.entries[0]?.value : undefined;
  } catch {
    return undefined;
  }
}
