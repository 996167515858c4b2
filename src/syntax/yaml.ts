import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type Event } from 'js-yaml';
import {
  unreadTag,
  type MappingEntry,
  type MappingNode,
  type ScalarNode,
  type SequenceNode,
  type SyntaxNode,
  type SyntaxProblem,
  type SyntaxTree,
} from './node';

/** Aliases may repeat at most this many nodes in one file, so that a few lines cannot unfold into millions. */
const maxAliasedNodes = 100_000;
/** A broken file is read block by block; deeper than this a block is given up. */
const maxRepairDepth = 12;
/** After so many reads that failed, the rest of a broken file is given up. */
const maxFailures = 5_000;
/** Collections nested deeper than this are not read; real templates stay far below. */
const maxNesting = 200;

/**
 * Reads YAML with the place of every key and value. Never throws: a file that is broken somewhere is
 * read block by block, and `problems` says what was passed over.
 */
export function parseYaml(text: string): SyntaxTree {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const body = { text: start ? text.slice(1) : text, base: start };
  const whole = new FileState();
  try {
    const builder = new TreeBuilder(body, whole);
    return { documents: builder.build(), problems: whole.problems, tied: builder.tied };
  } catch (error) {
    const file = new FileState();
    file.problems.push(problemOf(error, body));
    const documents: SyntaxNode[] = [];
    for (const part of splitDocuments(body.text)) {
      file.anchors.clear();
      const root = readBlock({ text: body.text.slice(part.start, part.end), base: start + part.start }, file, 0);
      if (root) documents.push(root);
    }
    return { documents, problems: file.problems, tied: true };
  }
}

/** Reads lines that start at `base` of a file by themselves. Nothing where they are broken, tied to others or more than one document. */
export function parseYamlLines(text: string, base: number): SyntaxNode | undefined {
  const file = new FileState();
  const builder = new TreeBuilder({ text, base }, file);
  try {
    const [document, ...others] = builder.build();
    return others.length > 0 || file.problems.length > 0 || builder.tied ? undefined : document;
  } catch {
    return undefined;
  }
}

/** What can be read of broken lines that hold entries of a mapping. Nothing where an anchor ties them to others or no entry was found. */
export function parseBrokenYamlLines(text: string, base: number): { entries: readonly MappingEntry[]; problems: readonly SyntaxProblem[] } | undefined {
  const file = new FileState();
  const node = readBlock({ text, base }, file, 1);
  if (node?.kind !== 'mapping' || node.entries.length === 0 || file.anchors.size > 0) return undefined;
  // A problem at the very end belongs to these lines, not to what follows them.
  const last = base + text.length - 1;
  const problems = file.problems.map(({ start, end, message }) => ({ start: Math.min(start, last), end: Math.min(end, last), message }));
  return { entries: node.entries, problems };
}

/** A stretch of the text, and where in the file it starts. */
interface Block {
  readonly text: string;
  readonly base: number;
}

/** What the reads of one file's blocks have in common. */
class FileState {
  readonly problems: SyntaxProblem[] = [];
  readonly anchors = new Map<string, { node: SyntaxNode; size: number }>();
  /** Nodes that aliases have repeated. */
  aliased = 0;
  failures = 0;
}

interface Place {
  start: number;
  end: number;
}

function problemOf(error: unknown, { text, base }: Block): SyntaxProblem {
  const mark = (error as { mark?: { position?: number } }).mark;
  const reason = (error as { reason?: string }).reason ?? (error instanceof Error ? error.message : String(error));
  const start = base + Math.min(mark?.position ?? 0, text.length);
  return { start, end: start, message: `YAML: ${reason}` };
}

/** Turns parser events into nodes. Sizes are counted so that aliases cannot grow without bound. */
class TreeBuilder {
  readonly #text: string;
  readonly #base: number;
  readonly #file: FileState;
  #events: Event[] = [];
  #next = 0;
  #size = 0;
  #depth = 0;
  /** Where the scalar read last ends: the place of an empty one behind it. */
  #last = 0;
  /** An anchor, an alias or a merge key was met. */
  tied = false;

  constructor({ text, base }: Block, file: FileState) {
    this.#text = text;
    this.#base = base;
    this.#file = file;
  }

  build(): SyntaxNode[] {
    this.#events = parseEvents(this.#text, { maxDepth: maxNesting });
    const documents: SyntaxNode[] = [];
    while (this.#next < this.#events.length) {
      const event = this.#events[this.#next++];
      if (event?.type !== EVENT_ID.DOCUMENT) continue;
      if (documents.length > 0) this.#file.anchors.clear();
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
    this.#depth++;
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
        node = this.#alias(event.anchorStart, event.anchorEnd);
        this.#depth--;
        return node;
      default:
        throw new Error('unexpected end of the document');
    }
    this.#depth--;
    if (event.anchorStart >= 0) {
      this.tied = true;
      this.#file.anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), { node, size: this.#size - sizeBefore });
    }
    return node;
  }

  #tag(event: { tagStart: number; tagEnd: number }): string | undefined {
    return event.tagStart < 0 ? undefined : this.#text.slice(event.tagStart, event.tagEnd);
  }

  // Nodes are written out property by property: one shape for each kind keeps reading a large file fast.
  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): ScalarNode {
    const empty = event.valueStart < 0;
    const start = empty ? Math.max(this.#last, event.tagEnd) : event.valueStart;
    this.#last = empty ? start : event.valueEnd;
    return {
      kind: 'scalar',
      text: getScalarValue(this.#text, event),
      plain: event.style === SCALAR_STYLE.PLAIN,
      start: this.#base + start,
      end: this.#base + this.#last,
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
    let merged: MappingEntry[] | undefined;
    let partial = false;
    let seen: Set<string> | undefined;
    while (this.#open()) {
      const key = this.#node();
      if (!this.#open()) break;
      const value = this.#node();
      if (key.kind !== 'scalar') continue;
      if (key.text === '<<' && key.plain) {
        this.tied = true;
        merged = mergedEntries(value).concat(merged ?? []);
        partial ||= !isWhole(value);
        continue;
      }
      // Few keys are compared one by one; a set for each small mapping would cost more than all the rest.
      if (entries.length >= 12) seen ??= new Set(entries.map((entry) => entry.key.text));
      if (seen ? seen.has(key.text) : entries.some((entry) => entry.key.text === key.text)) this.#reportRepeated(key);
      seen?.add(key.text);
      entries.push({ key, value });
    }
    const start = this.#base + event.start;
    const end = Math.max(start, entries.at(-1)?.value.end ?? start);
    const node: MappingNode = { kind: 'mapping', entries: merged ? merged.concat(entries) : entries, start, end, tag: this.#tag(event) };
    return partial ? { ...node, partial } : node;
  }

  #reportRepeated({ text, start, end }: ScalarNode): void {
    this.#file.problems.push({ start, end, message: `The key "${text}" stands twice in this mapping; the last one counts.` });
  }

  #alias(nameStart: number, nameEnd: number): SyntaxNode {
    this.tied = true;
    const name = this.#text.slice(nameStart, nameEnd);
    const place = { start: this.#base + nameStart, end: this.#base + nameEnd };
    const target = this.#file.anchors.get(name);
    const unread: ScalarNode = { kind: 'scalar', text: `*${name}`, plain: false, tag: unreadTag, ...place };
    if (!target) {
      this.#file.problems.push({ ...place, message: `The alias *${name} names no anchor above it.` });
      return unread;
    }
    this.#file.aliased += target.size;
    this.#size += target.size;
    if (this.#file.aliased > maxAliasedNodes) {
      if (this.#file.problems.at(-1)?.message.startsWith('Aliases') !== true) {
        this.#file.problems.push({ ...place, message: `Aliases repeat more than ${maxAliasedNodes} nodes; this one and later ones are not followed.` });
      }
      return unread;
    }
    if (this.#depth + heightOf(target.node) > maxNesting) {
      this.#file.problems.push({ ...place, message: `The alias *${name} nests collections more than ${maxNesting} deep; it is not followed.` });
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

/** How many nodes deep it goes, itself included. */
function heightOf(node: SyntaxNode): number {
  let height = 0;
  if (node.kind === 'mapping') for (const { value } of node.entries) height = Math.max(height, heightOf(value));
  if (node.kind === 'sequence') for (const item of node.items) height = Math.max(height, heightOf(item));
  return height + 1;
}

function mergedEntries(value: SyntaxNode): MappingEntry[] {
  if (value.kind === 'mapping') return [...value.entries];
  if (value.kind === 'sequence') return [...value.items].reverse().flatMap((item) => mergedEntries(item));
  return [];
}

/** True where all that a merge key brings in could be read. */
function isWhole(value: SyntaxNode): boolean {
  return value.kind === 'sequence' ? value.items.every(isWhole) : value.kind === 'mapping' && !value.partial;
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

/** Reads one block alone; where it does not parse, its entries one by one. */
function readBlock(block: Block, file: FileState, depth: number): SyntaxNode | undefined {
  if (file.failures >= maxFailures) return undefined;
  try {
    return new TreeBuilder(block, file).build()[0];
  } catch (error) {
    const problem = problemOf(error, block);
    if (!file.problems.some((known) => known.start === problem.start)) file.problems.push(problem);
    file.failures++;
    return depth >= maxRepairDepth ? undefined : readEntries(block, file, depth + 1);
  }
}

const keyLine = /^( *)(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *|((?:[^\s#:'"[\]{},&*!|>%@`-]|[-:](?=\S))(?:[^\n#:]|:(?=\S)|(?<=\S)#)*?)):(?=[ \t\r]|$)/;

/** One entry (or list item) of a broken block: the stretch up to the next one, and how much of it belongs to the entry by its indentation. */
interface EntryPlace extends Place {
  ownEnd: number;
  /** A half-typed name stands below it, and what follows that may belong to either. */
  unsure: boolean;
}

/** The entries (or list items) at the block's own indentation; lines outside of them are passed over. */
function entriesOf(text: string): { list: boolean; places: EntryPlace[] } | undefined {
  let indent = -1;
  let list = false;
  let junk = false;
  const places: EntryPlace[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const next = Math.min(lineEnd + 1, text.length);
    const content = text.slice(at, lineEnd);
    const column = content.search(/\S/);
    const last = places.at(-1);
    if (column < 0 || content[column] === '#') {
      if (last?.ownEnd === at) last.ownEnd = next;
    } else {
      const item = /^ *-(?: |\r?$)/.test(content);
      const starter = item || keyLine.test(content);
      if (starter && (!last || (column <= indent && item === list))) {
        indent = column;
        list = item;
        places.push({ start: at, end: at, ownEnd: next, unsure: false });
        junk = false;
      } else if (last && (column > indent || content.startsWith('\t') || (item && !list && column === indent))) {
        if (junk) last.unsure = true;
        else last.ownEnd = next;
      } else junk = true;
    }
    at = next;
    const current = places.at(-1);
    if (current) current.end = at;
  }
  return indent < 0 ? undefined : { list, places };
}

function readEntries({ text, base }: Block, file: FileState, depth: number): SyntaxNode | undefined {
  const found = entriesOf(text);
  if (!found) return undefined;
  const place = { start: base, end: base + text.length, tag: undefined };
  if (found.list) {
    const items = found.places.map(({ start, ownEnd }) => {
      const item = { text: text.slice(start, ownEnd), base: base + start };
      return readBlock({ ...item, text: item.text.replace('-', ' ') }, file, depth) ?? unreadScalar(item.text, item.base);
    });
    return { kind: 'sequence', items, ...place };
  }
  const entries: MappingEntry[] = [];
  for (const { start, end, ownEnd, unsure } of found.places) {
    const read =
      tryBlock({ text: text.slice(start, end), base: base + start }, file) ??
      (ownEnd < end ? tryBlock({ text: text.slice(start, ownEnd), base: base + start }, file) : undefined) ??
      readBrokenEntry({ text: text.slice(start, ownEnd), base: base + start }, file, depth);
    if (read?.kind === 'mapping') for (const entry of read.entries) entries.push(unsure ? partialEntry(entry) : entry);
  }
  return { kind: 'mapping', entries, partial: true, ...place };
}

function partialEntry({ key, value }: MappingEntry): MappingEntry {
  return { key, value: value.kind === 'mapping' ? { ...value, partial: true } : value };
}

function tryBlock(block: Block, file: FileState): SyntaxNode | undefined {
  if (file.failures >= maxFailures) return undefined;
  try {
    return new TreeBuilder(block, file).build()[0];
  } catch {
    file.failures++;
    return undefined;
  }
}

/** `Key:` with a broken value: the key stands, and of the value what can be read. */
function readBrokenEntry({ text, base }: Block, file: FileState, depth: number): SyntaxNode | undefined {
  const newline = text.indexOf('\n');
  const lineEnd = newline < 0 ? text.length : newline;
  const match = keyLine.exec(text.slice(0, lineEnd));
  if (!match) return undefined;
  const written = match[2] ?? match[3]?.trimEnd() ?? '';
  const keyStart = match[1]?.length ?? 0;
  const key: ScalarNode = {
    kind: 'scalar',
    tag: undefined,
    text: written.replace(/^(['"])(.*)\1$/s, '$2'),
    plain: !/^['"]/.test(written),
    start: base + keyStart,
    end: base + keyStart + written.length,
  };
  const behind = text.slice(match[0].length, lineEnd);
  const below = { text: text.slice(lineEnd + 1), base: base + lineEnd + 1 };
  const value = readBrokenValue(behind.trim(), { text: text.slice(0, lineEnd), base }, below, file, depth);
  return {
    kind: 'mapping',
    entries: [{ key, value: value ?? unreadScalar(behind, base + match[0].length) }],
    start: key.start,
    end: base + text.length,
    tag: undefined,
  };
}

/**
 * The value of a broken entry: what stands below the key where nothing stands behind it, what stands behind it
 * otherwise. A tag says how the value is meant, so that a tagged one is not read in part.
 */
function readBrokenValue(behind: string, line: Block, below: Block, file: FileState, depth: number): SyntaxNode | undefined {
  const nothingBelow = below.text.trim() === '';
  if (!nothingBelow && /^(?:#.*|&\S+)?$/.test(behind)) return readBlock(below, file, depth);
  const inline = tryBlock(line, file);
  if (inline?.kind === 'mapping' && (nothingBelow || !/^[|>!]/.test(behind))) return inline.entries[0]?.value;
  const opened = /^[{[]$/.test(behind) ? readBlock(below, file, depth) : undefined;
  return opened?.kind === 'mapping' && opened.partial ? opened : undefined;
}

function unreadScalar(written: string, base: number): ScalarNode {
  const text = written.trim();
  const start = base + (text === '' ? 0 : written.indexOf(text));
  return { kind: 'scalar', text, plain: false, tag: unreadTag, start, end: start + text.length };
}
