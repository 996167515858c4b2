import { crc32 } from './crc32';
import type { LogFile } from './logFolder';
import type { KeptState } from './state';

/** A line of the log that does not count, and why. */
export interface BrokenAt {
  readonly folder: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
  /** Written by a newer version of StackDrill: sound, and kept for it. */
  readonly newer: boolean;
}

/** What has been read of a segment. */
export interface ReadFile extends LogFile {
  readonly folder: string;
  /** Bytes that were read: up to the last whole line. */
  readonly size: number;
  /** Checksum of the last bytes that were read, by which a file that has grown is told from one that was exchanged. */
  readonly end: string;
}

/** A file of one of the folders that the log lies in. */
export interface FileAt extends LogFile {
  readonly folder: string;
}

/** Bytes that `ReadFile.end` is made of, at most. */
export const endLength = 64;

/** Name of the `number`-th segment of a window. */
export function segmentName(instance: string, number: number): string {
  return `${instance}.${number}.jsonl`;
}

/** Every `.jsonl` is a segment, whoever gave it its name: a copy that a synced folder made in a conflict is one, too. */
export function isSegment(name: string): boolean {
  return name.endsWith('.jsonl') && !name.startsWith('.');
}

export function isSetAside(name: string): boolean {
  return name.endsWith(setAsideEnd) && !name.startsWith('.');
}

/** Where compaction puts the damaged lines of the segments that a new one is made of. */
export function setAsideName(segment: string): string {
  return `${segment}${setAsideEnd}`;
}

const setAsideEnd = '.set-aside';

export function isOwn(name: string, instance: string): boolean {
  return name.startsWith(`${instance}.`);
}

/**
 * What has to be read of the files that are there now, if some have been read already: those that have grown. Nothing
 * where everything has to be read again: a file is new, is gone, has shrunk or was written anew.
 */
export function grownSince(read: readonly ReadFile[], now: readonly FileAt[]): readonly ReadFile[] | undefined {
  if (read.length !== now.length) return undefined;
  const known = new Map(read.map((file) => [keyOf(file), file]));
  const grown: ReadFile[] = [];
  for (const file of now) {
    const before = known.get(keyOf(file));
    if (!before || file.size < before.size) return undefined;
    if (file.size > before.size) grown.push(before);
    else if (file.modified !== before.modified) return undefined;
  }
  return grown;
}

/** A file among those of several folders. */
export function keyOf({ folder, name }: { readonly folder: string; readonly name: string }): string {
  return `${folder}\n${name}`;
}

/** What a log amounts to, kept so that it need not be read each time. Only a cache: it may be deleted. */
export interface Snapshot {
  /** What the state depends on beside the log: settings, time zone, version of the extension. */
  readonly stamp: string;
  readonly files: readonly ReadFile[];
  readonly broken: readonly BrokenAt[];
  readonly state: KeptState;
}

export const snapshotName = 'snapshot.json';

/** A checksum, and what it is the checksum of. */
export function encodeSnapshot(snapshot: Snapshot): string {
  const body = JSON.stringify(snapshot);
  return `${crc32(body)}\n${body}`;
}

/** Nothing where it is damaged, or was made under another stamp. */
export function decodeSnapshot(text: string, stamp: string): Snapshot | undefined {
  const lineEnd = text.indexOf('\n');
  const body = text.slice(lineEnd + 1);
  if (lineEnd < 0 || crc32(body) !== text.slice(0, lineEnd)) return undefined;
  try {
    const snapshot = JSON.parse(body) as Snapshot;
    return snapshot.stamp === stamp ? snapshot : undefined;
  } catch {
    return undefined;
  }
}

/** Small segments that are left as they are; more of them are made into one. */
const segmentsAtMost = 40;
/** Segments that nobody has touched for so long are nobody's any more. */
const quietFor = 86_400_000;
/** Bytes. Bigger ones are few, and are not copied again and again. */
const smallSegment = 4_000_000;

/** Segments that are to be made into one; none where there are few. */
export function compactable(files: readonly LogFile[], instance: string, now: number): readonly string[] {
  const quiet = files.filter(({ name, size, modified }) => isSegment(name) && !isOwn(name, instance) && size < smallSegment && modified < now - quietFor);
  return quiet.length > segmentsAtMost ? quiet.map(({ name }) => name) : [];
}

/** How far the log of a machine has come; a small thing that Settings Sync carries to the others. */
export interface MachineState {
  readonly entries: number;
  /** Time of its latest entry, in milliseconds since 1970. */
  readonly latest: number;
}

/** Time of the latest entry of another machine, where that is later than all that is here. */
export function machinesAhead(machines: Readonly<Record<string, MachineState>>, own: string, latestHere: number): number | undefined {
  const others = Object.entries(machines).filter(([machine]) => machine !== own);
  const latest = Math.max(0, ...others.map(([, state]) => state.latest));
  return latest > latestHere ? latest : undefined;
}

/** What came with Settings Sync, as far as it is what this version writes. */
export function decodeMachines(value: unknown): Record<string, MachineState> {
  if (typeof value !== 'object' || value === null) return {};
  const isState = (state: unknown): state is MachineState => {
    if (typeof state !== 'object' || state === null) return false;
    const { entries, latest } = state as Partial<MachineState>;
    return Number.isFinite(entries) && Number.isFinite(latest);
  };
  return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, MachineState] => isState(pair[1])));
}
