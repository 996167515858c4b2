import type { Entry } from '../log';

/** A line of a text in columns; a field in quotation marks may hold line breaks. */
export interface TextRecord {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** What cannot be imported, and why. */
export interface ImportProblem {
  /** Counted from 1; 0 where it concerns the whole file. */
  readonly line: number;
  readonly message: string;
}

/** A field as RFC 4180 writes it: in quotation marks where it needs them. A `#` at the start would be Anki's sign of a comment. */
export function quotedField(field: string, separator: string): string {
  const plain = !field.includes(separator) && !/^#|["\r\n]/.test(field);
  return plain ? field : `"${field.replaceAll('"', '""')}"`;
}

/** All reviews of a log as CSV (RFC 4180), a line each in the order of the log, answers that were taken back included. */
export function reviewsCsv(entries: readonly Entry[]): string {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.review] : [])));
  const lines = [['id', 'card', 'time', 'grade', 'correct', 'sureness', 'duration_ms', 'practice', 'undone']];
  for (const entry of entries) {
    if (entry.kind !== 'review') continue;
    const { id, card, time, grade, correct, sureness, duration, practice } = entry;
    lines.push([
      withoutFormula(id),
      withoutFormula(card),
      isoTime(time),
      String(grade),
      String(correct),
      sureness ?? '',
      String(duration),
      practice ?? '',
      String(undone.has(id)),
    ]);
  }
  return lines.map((fields) => `${fields.map((field) => quotedField(field, ',')).join(',')}\r\n`).join('');
}

/** A spreadsheet takes a text that begins with one of these for a formula and would run it; the apostrophe makes it a text. */
function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** ISO 8601 in UTC; empty for a time that no calendar has, as after a clock gone wrong. */
function isoTime(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** How much may be read in vain, in lengths of the text, before quotation marks have to close on their own line. */
const patience = 2;

/**
 * Reads a text in columns record by record: RFC 4180 with any separator, line ends `\n` only. Blank lines are passed
 * over, and with `comments` lines that begin with `#`; those that look like a card are told. A line whose quotation mark is never closed costs only itself.
 */
export function* readRecords(text: string, separator: string, comments: boolean): Generator<TextRecord | ImportProblem> {
  let wasted = 0;
  let line = 1;
  for (let at = 0; at < text.length;) {
    const lineEnd = endOfLine(text, at);
    const comment = comments && text[at] === '#';
    if (comment && text.slice(at, lineEnd).includes(separator)) {
      yield { line, message: 'This line begins with "#" and is taken for a comment. Put its first column in quotation marks to import it.' };
    }
    const skipped = comment || text.slice(at, lineEnd).trim() === '';
    const record = skipped ? undefined : readRecord(text, at, separator, wasted > patience * text.length ? lineEnd : text.length);
    if (record?.fields) {
      yield { line, fields: record.fields };
      line += 1 + record.breaks;
      at = record.end + 1;
      continue;
    }
    if (record) {
      wasted += record.end - at;
      yield { line, message: 'A quotation mark is opened here and not closed. Close it, or write it twice to have it in the text.' };
    }
    line++;
    at = lineEnd + 1;
  }
}

interface ReadRecord {
  /** Missing where a quotation mark is not closed before `limit`. */
  readonly fields?: readonly string[];
  /** Offset of the line end after the record, or of where reading was given up. */
  readonly end: number;
  /** Line breaks inside fields. */
  readonly breaks: number;
}

function readRecord(text: string, start: number, separator: string, limit: number): ReadRecord {
  const fields: string[] = [];
  let breaks = 0;
  for (let at = start; ;) {
    const close = text[at] === '"' ? closingQuote(text, at, limit) : undefined;
    let end: number;
    if (close === undefined) {
      end = endOfField(text, at, separator);
      fields.push(text.slice(at, end));
    } else if (close < limit && [undefined, separator, '\n'].includes(text[close + 1])) {
      end = close + 1;
      fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
      breaks += breaksIn(text, at, close);
    } else if (close < limit && !text.slice(at, close).includes('\n')) {
      // A quotation at the beginning of a field that goes on: `"Exactly once" means ...`.
      end = endOfField(text, close + 1, separator);
      fields.push(text.slice(at, end));
    } else {
      return { end: close, breaks };
    }
    if (text[end] !== separator) return { fields, end, breaks };
    at = end + 1;
  }
}

/** Offset of the quotation mark that closes the one at `at`, or `limit` where none does. */
function closingQuote(text: string, at: number, limit: number): number {
  for (let from = at + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote >= limit) return limit;
    if (text[quote + 1] !== '"') return quote;
    from = quote + 2;
  }
}

function endOfField(text: string, at: number, separator: string): number {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return end;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function breaksIn(text: string, start: number, end: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) breaks++;
  return breaks;
}
