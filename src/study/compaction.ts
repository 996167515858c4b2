import { encodeEntry, mergeEntries, type Entry } from './log';
import type { LogFile, LogFolder } from './logFolder';
import { readSegment, type Reading, type SegmentContent } from './segmentReader';
import { compactable, isSetAside, setAsideName } from './segments';

/**
 * Makes one segment of many that nobody touches any more. They are renamed first, so that a window that does write to
 * one after all begins a new file; under the new names they still are segments. They are deleted when the one that was
 * made of them has been read back and holds everything. Whichever step a crash comes after, and whoever does the same
 * at the same time, all entries are in one segment at least. Returns whether there was anything to do.
 */
export async function compact(folder: LogFolder, instance: string, reading: Reading): Promise<boolean> {
  const files = (await folder.list()) ?? [];
  const names = compactable(files, instance, reading.now);
  if (names.length === 0) return false;
  const run = `${instance}-${reading.now.toString(36)}`;
  const aside: LogFile[] = [];
  for (const [index, name] of names.entries()) {
    const file = files.find((one) => one.name === name);
    const renamed = `${run}-aside-${index}.jsonl`;
    if (file && (await folder.rename(name, renamed))) aside.push({ ...file, name: renamed });
  }
  const read: SegmentContent[] = [];
  for (const file of aside) {
    const content = await readSegment(folder, { ...file, folder: folder.name }, reading);
    if (content) read.push(content);
  }
  const union = mergeEntries(read.map(({ entries }) => entries));
  const target = `${run}-all.jsonl`;
  const broken = read.flatMap((content) => content.broken);
  const newer = withLineEnds(broken.filter((line) => line.newer));
  const damaged = withLineEnds(broken.filter((line) => !line.newer));
  await folder.replace(target, joined([new TextEncoder().encode(union.map(encodeEntry).join('')), newer]));
  if (damaged.length > 0) await folder.replace(setAsideName(target), damaged);
  if (!(await isWhole(folder, target, union, newer, damaged, reading))) throw new Error(`${target} could not be read back; the old segments stay.`);
  const sizes = new Map((await folder.list())?.map(({ name, size }) => [name, size]));
  for (const { name, length } of read) {
    // One that grew in the meantime stays, for the next time.
    if (sizes.get(name) === length) await folder.remove(name);
  }
  return true;
}

async function isWhole(folder: LogFolder, target: string, union: readonly Entry[], newer: Uint8Array, damaged: Uint8Array, reading: Reading): Promise<boolean> {
  const back = await readSegment(folder, { folder: folder.name, name: target, size: 0, modified: 0 }, reading);
  const ids = new Set(back?.entries.map(({ id }) => id));
  const newerBack = withLineEnds(back?.broken ?? []);
  const damagedBack = damaged.length > 0 ? await folder.read(setAsideName(target)) : damaged;
  return union.every(({ id }) => ids.has(id)) && areSame(newerBack, newer) && damagedBack !== undefined && areSame(damagedBack, damaged);
}

/** Lines that earlier compactions put aside, with their files. */
export async function readSetAside(folder: LogFolder): Promise<{ file: string; line: number }[]> {
  const lines: { file: string; line: number }[] = [];
  for (const { name } of (await folder.list()) ?? []) {
    if (!isSetAside(name)) continue;
    const text = new TextDecoder().decode(await folder.read(name));
    text.split('\n').forEach((line, index) => {
      if (line !== '') lines.push({ file: name, line: index + 1 });
    });
  }
  return lines;
}

function withLineEnds(lines: readonly { readonly bytes: Uint8Array; readonly file: string; readonly line: number }[]): Uint8Array {
  const end = Uint8Array.of(10);
  // Of a line that holds pieces of several each piece is reported, with the bytes of the whole line.
  const first = lines.filter(({ file, line }, index) => {
    const before = lines[index - 1];
    return before?.file !== file || before.line !== line;
  });
  return joined(first.flatMap(({ bytes }) => [bytes, end]));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
