import { crc32 } from './crc32';
import { decodeSegment, type Entry } from './log';
import type { LogFolder } from './logFolder';
import { endLength, type BrokenAt, type FileAt, type ReadFile } from './segments';

/** A segment, or the part of one that has been read. */
export interface SegmentContent extends ReadFile {
  /** Bytes of the whole file, or of all that was read of it. */
  readonly length: number;
  readonly entries: readonly Entry[];
  readonly broken: readonly (BrokenAt & { readonly bytes: Uint8Array })[];
}

/** Bytes that are decoded at a stretch; then others have their turn. */
const stretch = 200_000;
const lineEnd = 10;
/** A last line without an end in a file that was changed this lately is still being written. */
const beingWrittenFor = 60_000;

export interface Reading {
  readonly pause: () => Promise<void>;
  readonly now: number;
}

/** Reads a segment from its beginning; nothing where it is not there any more. */
export async function readSegment(folder: LogFolder, file: FileAt, reading: Reading): Promise<SegmentContent | undefined> {
  const bytes = await folder.read(file.name);
  return bytes && decodeBytes(bytes, file, 0, reading);
}

/** Reads what a segment has grown by; nothing where it is not the one that was read before. */
export async function readTail(folder: LogFolder, before: ReadFile, reading: Reading): Promise<SegmentContent | undefined> {
  const from = Math.max(0, before.size - endLength);
  const bytes = await folder.read(before.name, from);
  const known = before.size - from;
  if (!bytes || bytes.length < known || endOf(bytes.subarray(0, known)) !== before.end) return undefined;
  const tail = await decodeBytes(bytes.subarray(known), before, before.size, reading);
  return { ...tail, end: tail.end && endOf(bytes.subarray(0, tail.size - from)) };
}

async function decodeBytes(bytes: Uint8Array, file: FileAt, offset: number, { pause, now }: Reading): Promise<SegmentContent> {
  const decoder = new TextDecoder();
  const entries: Entry[] = [];
  const broken: SegmentContent['broken'][number][] = [];
  let size = bytes.length;
  let exchanged = false;
  let line = 0;
  for (let start = 0; start < bytes.length;) {
    const nextEnd = bytes.indexOf(lineEnd, Math.min(start + stretch, bytes.length - 1));
    const wholeLines = nextEnd < 0 ? bytes.lastIndexOf(lineEnd) : nextEnd;
    // What stands behind the last line end is decoded by itself.
    const end = wholeLines < start ? bytes.length : wholeLines + 1;
    const part = bytes.subarray(start, end);
    const decoded = decodeSegment(decoder.decode(part));
    for (const entry of decoded.entries) entries.push(entry);
    const unfinished = part.at(-1) !== lineEnd && decoded.broken.length > 0;
    if (unfinished) size = start;
    // What could be saved of that line would come twice if it were read again as part of what was added.
    if (unfinished && decoded.entries.length > 0) exchanged = true;
    if (!unfinished || file.modified < now - beingWrittenFor) {
      for (const { line: at, reason, newer } of decoded.broken) {
        broken.push({ folder: file.folder, file: file.name, line: line + at, reason, newer, bytes: lineOf(part, at) });
      }
    }
    line += count(part);
    start = end;
    if (start < bytes.length) await pause();
  }
  const { folder, name, modified } = file;
  return { folder, name, modified, size: offset + size, end: exchanged ? '' : endOf(bytes.subarray(0, size)), length: bytes.length, entries, broken };
}

export function endOf(bytes: Uint8Array): string {
  return crc32(String.fromCharCode(...bytes.subarray(-endLength)));
}

function count(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) lines++;
  return lines;
}

/** A line without its end; counted from 1. */
function lineOf(bytes: Uint8Array, line: number): Uint8Array {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = bytes.indexOf(lineEnd, start) + 1;
  const end = bytes.indexOf(lineEnd, start);
  return bytes.slice(start, end < 0 ? bytes.length : end);
}
