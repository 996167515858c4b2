import { crc32 } from './crc32';
import type { Review } from './review';

/** Takes an earlier review back: it counts nowhere any more. */
export interface Undo {
  readonly kind: 'undo';
  readonly id: string;
  readonly time: number;
  /** Id of the review. */
  readonly review: string;
}

/** What the learner has done with a card beside answering it. */
export interface CardAction {
  readonly kind: 'card';
  readonly id: string;
  readonly time: number;
  readonly card: string;
  readonly action: 'suspend' | 'unsuspend' | 'bury' | 'unbury';
}

/** A mock exam that was finished. */
export interface ExamEntry {
  readonly kind: 'exam';
  readonly id: string;
  readonly time: number;
  /** A `MockExamRecord`; `decodeRecord` checks it. */
  readonly record: unknown;
}

/** A card of the learner's own; a later one of the same card replaces it. */
export interface OwnCard {
  readonly kind: 'own';
  readonly id: string;
  readonly time: number;
  /** `own:` and a number made of the front, so that importing it twice adds it once. */
  readonly card: string;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

/** A line of the log. */
export type Entry = Review | Undo | CardAction | ExamEntry | OwnCard;

/** Version 1 had reviews only, and no checksums. */
const formatVersion = 2;

/** A line of the log, with its line end. Its last field is the checksum of all before it. */
export function encodeEntry(entry: Entry): string {
  const body = JSON.stringify({ v: formatVersion, ...entry }).slice(0, -1);
  return `${body},"crc":"${crc32(body)}"}\n`;
}

export interface BrokenLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly reason: string;
  /** True where another version of StackDrill wrote it: it is sound, and kept for that version. */
  readonly newer: boolean;
}

export interface DecodedSegment {
  readonly entries: readonly Entry[];
  /** What could not be read, and why; it is passed over. */
  readonly broken: readonly BrokenLine[];
}

/** Reads a segment of the log. Lines that cannot be read are reported and cost nothing but themselves. */
export function decodeSegment(text: string): DecodedSegment {
  const entries: Entry[] = [];
  const broken: BrokenLine[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const decoded = decodeLine(line);
    if (typeof decoded !== 'string') {
      entries.push(decoded);
      return;
    }
    const saved = runTogether(line);
    entries.push(...saved.entries);
    for (const piece of saved.entries.length > 0 ? saved.broken : [line]) {
      const reason = piece === line ? decoded : damaged;
      broken.push({ line: index + 1, text: piece, reason, newer: reason.startsWith(newerStart) });
    }
  });
  return { entries, broken };
}

const damaged = 'it is cut off or damaged';
const newerStart = 'it was written in format';

/** Two lines whose line end was lost stand in one: what is sound of them is saved. */
function runTogether(line: string): { entries: Entry[]; broken: string[] } {
  const pieces = line.split(/(?=\{"v":)/);
  const entries: Entry[] = [];
  const broken: string[] = [];
  if (pieces.length === 1 && line.endsWith('}')) return { entries, broken };
  for (const piece of pieces) {
    const decoded = decodeLine(piece.slice(0, piece.lastIndexOf('}') + 1));
    if (typeof decoded === 'string') broken.push(piece);
    else entries.push(decoded);
  }
  return { entries, broken };
}

const checksum = /,"crc":"([0-9a-f]{8})"\}\r?$/;

function decodeLine(line: string): Entry | string {
  const sum = checksum.exec(line);
  if (sum && crc32(line.slice(0, sum.index)) !== sum[1]) return damaged;
  let value: Record<string, unknown> | null;
  try {
    value = JSON.parse(line) as typeof value;
  } catch {
    return damaged;
  }
  if (typeof value !== 'object' || value === null) return 'it is no entry of the log';
  const { v: version } = value;
  if (typeof version !== 'number') return damaged;
  if (version > formatVersion && sum) return `${newerStart} ${version}, by a newer version of StackDrill`;
  if (version !== 1 && !(version === formatVersion && sum)) return damaged;
  return decodeEntry(value);
}

/** Checks an entry that was read elsewhere, as from a backup; says what is wrong where it is none. */
export function decodeEntry(value: unknown): Entry | string {
  if (typeof value !== 'object' || value === null) return 'it is no entry of the log';
  return entryOf(value as Record<string, unknown>) ?? 'a part of it is missing or of the wrong kind';
}

function entryOf(value: Record<string, unknown>): Entry | undefined {
  const { id, time, card } = value;
  if (typeof id !== 'string' || typeof time !== 'number' || !Number.isFinite(time)) return undefined;
  switch (value.kind) {
    case undefined:
    case 'review': {
      if (typeof card !== 'string') return undefined;
      const { grade, correct, sureness, duration, practice } = value;
      if (grade !== 1 && grade !== 2 && grade !== 3 && grade !== 4) return undefined;
      if (typeof correct !== 'boolean' || typeof duration !== 'number') return undefined;
      if (sureness !== null && sureness !== 'guess' && sureness !== 'think-so' && sureness !== 'sure') return undefined;
      const review: Review = { kind: 'review', id, card, time, grade, correct, sureness, duration };
      return practice === 'cram' || practice === 'exam' ? { ...review, practice } : review;
    }
    case 'undo':
      return typeof value.review === 'string' ? { kind: 'undo', id, time, review: value.review } : undefined;
    case 'card': {
      const { action } = value;
      if (typeof card !== 'string') return undefined;
      if (action !== 'suspend' && action !== 'unsuspend' && action !== 'bury' && action !== 'unbury') return undefined;
      return { kind: 'card', id, time, card, action };
    }
    case 'exam':
      return { kind: 'exam', id, time, record: value.record };
    case 'own': {
      const { front, back, tags } = value;
      if (typeof card !== 'string' || typeof front !== 'string' || typeof back !== 'string' || !Array.isArray(tags)) return undefined;
      return { kind: 'own', id, time, card, front, back, tags: tags.filter((tag): tag is string => typeof tag === 'string') };
    }
    default:
      return undefined;
  }
}

/**
 * The union of several segments: each entry once, in the order of time. Where two copies of an entry differ, as after
 * damage to one of them, the same one is taken whatever the order of the segments.
 */
export function mergeEntries(segments: readonly (readonly Entry[])[]): Entry[] {
  const byId = new Map<string, Entry>();
  for (const segment of segments) {
    for (const entry of segment) {
      const known = byId.get(entry.id);
      if (!known || (known !== entry && encodeEntry(entry) < encodeEntry(known))) byId.set(entry.id, entry);
    }
  }
  return [...byId.values()].sort((one, other) => one.time - other.time || (one.id < other.id ? -1 : 1));
}
