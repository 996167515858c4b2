/**
 * What a YAML or JSON text says, with places. Offsets count UTF-16 code units from the start of the
 * text, ends are exclusive, as in VS Code's `TextDocument.positionAt`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Tag of a value that stands in the text but could not be read. */
export const unreadTag = '!StackDrillUnread';

export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  /** Decoded text, without quotation marks. */
  readonly text: string;
  /** Written without quotation marks, so that `true` is a boolean and `4` a number. */
  readonly plain: boolean;
  /** YAML tag as written, for example `!Ref`. */
  readonly tag: string | undefined;
}

export interface MappingEntry {
  readonly key: ScalarNode;
  readonly value: SyntaxNode;
}

export interface MappingNode extends Span {
  readonly kind: 'mapping';
  readonly entries: readonly MappingEntry[];
  readonly tag: string | undefined;
  /** Lines of it could not be read, so that a missing key proves nothing. */
  readonly partial?: true;
}

export interface SequenceNode extends Span {
  readonly kind: 'sequence';
  readonly items: readonly SyntaxNode[];
  readonly tag: string | undefined;
}

export type SyntaxNode = ScalarNode | MappingNode | SequenceNode;

export interface SyntaxProblem extends Span {
  readonly message: string;
}

export interface SyntaxTree {
  /** One root for each document of the file; none where the text is empty or nothing could be read. */
  readonly documents: readonly SyntaxNode[];
  readonly problems: readonly SyntaxProblem[];
  /** Parts of the file refer to each other or could not be read, so that none can be read again by itself. */
  readonly tied: boolean;
}

/** The last entry of that name, as a loader that allows duplicate keys would take it. */
export function entryOf(node: SyntaxNode | undefined, name: string): MappingEntry | undefined {
  if (node?.kind !== 'mapping') return undefined;
  for (let index = node.entries.length - 1; index >= 0; index--) {
    const entry = node.entries[index];
    if (entry?.key.text === name) return entry;
  }
  return undefined;
}

/** Booleans, numbers and null as YAML's core schema reads an unquoted scalar; anything else stays text. */
export function scalarValue(node: ScalarNode): string | number | boolean | null {
  if (!node.plain) return node.text;
  switch (node.text) {
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    default:
      return /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(node.text) ? Number(node.text) : node.text;
  }
}
