import { encodeEntry, type Entry } from './log';
import type { LogFolder } from './logFolder';
import { endOf } from './segmentReader';
import { segmentName } from './segments';

/** What a window has written to a segment of its own. */
export interface WrittenFile {
  readonly name: string;
  readonly size: number;
  readonly end: string;
}

/** Appends to the segments of one window, in one folder. Calls must not overlap. */
export class SegmentWriter {
  readonly #folder: LogFolder;
  readonly #instance: string;
  readonly #files = new Map<string, WrittenFile>();
  #number = 0;
  #lines = 0;
  #made = false;

  constructor(folder: LogFolder, instance: string) {
    this.#folder = folder;
    this.#instance = instance;
  }

  /** Makes the folder, before the first write only: one that vanishes later is not ours to make again. */
  async write(entries: readonly Entry[]): Promise<void> {
    await this.writeLines(entries.map(encodeEntry));
  }

  /** Writes lines, each with its end, as they are. */
  async writeLines(lines: readonly string[]): Promise<void> {
    if (!this.#made) await this.#folder.create();
    this.#made = true;
    for (let from = 0; from < lines.length;) {
      const to = Math.min(lines.length, from + this.#folder.linesPerSegment - this.#lines);
      await this.#append(lines.slice(from, to));
      from = to;
    }
  }

  async #append(lines: readonly string[]): Promise<void> {
    const name = segmentName(this.#instance, this.#number);
    const bytes = new TextEncoder().encode(lines.join(''));
    try {
      await this.#folder.append(name, bytes);
    } catch (error) {
      // Nobody knows what of it stands in the file: it is left alone, and read from the disk when everything is read again.
      this.#files.delete(name);
      this.#begin();
      throw error;
    }
    this.#files.set(name, { name, size: (this.#files.get(name)?.size ?? 0) + bytes.length, end: endOf(bytes) });
    this.#lines += lines.length;
    if (this.#lines >= this.#folder.linesPerSegment) this.#begin();
  }

  #begin(): void {
    this.#number++;
    this.#lines = 0;
  }

  /** For a folder that is the extension's own: it is made again when it has vanished. */
  makeAgain(): void {
    this.#made = false;
  }

  files(): readonly WrittenFile[] {
    return [...this.#files.values()];
  }
}
