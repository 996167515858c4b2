import { isRecord } from '../isRecord';
import { decodeEntry, mergeEntries, type Entry } from '../log';

const format = 'stackdrill-backup';
const version = 1;

export interface BrokenEntry {
  /** Place in the backup, counted from 0. */
  readonly index: number;
  readonly reason: string;
}

/** What a backup holds. */
export interface Backup {
  /** In the order of time, each id once. */
  readonly entries: readonly Entry[];
  readonly broken: readonly BrokenEntry[];
}

/** The whole log as JSON, an entry a line. `made` is milliseconds since 1970. */
export function backupText(entries: readonly Entry[], made: number): string {
  const head = JSON.stringify({ format, version, made: new Date(made).toISOString() }).slice(0, -1);
  return `${head},"entries":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`;
}

/** Whether a text is a backup, sound or not. */
export function isBackup(text: string): boolean {
  return /^\s*\{/.test(text) && text.slice(0, 1000).includes(`"${format}"`);
}

/** Reads a backup entry by entry, and of one that is cut off all that is whole; a message where nothing of it can be read. */
export function readBackup(text: string): Backup | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = readLines(text);
  }
  if (!isRecord(value) || value.format !== format) return 'This is no backup of StackDrill, or it is damaged. Choose a file that "Export Backup" made.';
  if (typeof value.version === 'number' && value.version > version) {
    return 'This backup was made by a newer version of StackDrill. Update StackDrill, then import it again. Nothing was imported.';
  }
  if (value.version !== version || !Array.isArray(value.entries)) return 'This backup is damaged: its list of entries cannot be found. Nothing was imported.';
  const entries: Entry[] = [];
  const broken: BrokenEntry[] = [];
  value.entries.forEach((one: unknown, index) => {
    const entry = one === unreadable ? 'it is cut off or damaged' : decodeEntry(one);
    if (typeof entry === 'string') broken.push({ index, reason: entry });
    else entries.push(entry);
  });
  return { entries: mergeEntries([entries]), broken };
}

/** Stands for an entry that is not even JSON. */
const unreadable = Symbol('unreadable');

/** A backup that is no JSON as a whole, as after it was cut off: its head and its entries stand on lines of their own. */
function readLines(text: string): unknown {
  const [head = '', ...rest] = text.trimEnd().split(/\r?\n/);
  const value = parsed(`${head}]}`);
  if (!isRecord(value)) return undefined;
  const lines = rest.at(-1) === ']}' ? rest.slice(0, -1) : rest;
  return { ...value, entries: lines.map((line) => parsed(line.replace(/,$/, ''))) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return unreadable;
  }
}
