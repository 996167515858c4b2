import type { Entry } from './log';
import type { LogHost, LogPlaces } from './logHost';
import { SegmentWriter, type WrittenFile } from './segmentWriter';

/** Milliseconds until a write that failed is tried again by itself. */
const retryAfter = 60_000;

/**
 * Writes what a window adds, one after the other, all that has come in meanwhile at once. What cannot be written stays
 * here, goes to the fallback, and is tried again with the next entry, after a while and at the end.
 */
export class LogWriter {
  readonly #places: LogPlaces;
  readonly #host: LogHost;
  readonly #main: SegmentWriter;
  readonly #fallback: SegmentWriter | undefined;
  #pending: readonly Entry[] = [];
  /** How many of those are in the fallback. */
  #inFallback = 0;
  #failing = false;
  #closed = false;
  #queue: Promise<void> = Promise.resolve();
  #callOffRetry: (() => void) | undefined;

  constructor(places: LogPlaces, instance: string, host: LogHost) {
    this.#places = places;
    this.#host = host;
    this.#main = new SegmentWriter(places.main, instance);
    this.#fallback = places.fallback && new SegmentWriter(places.fallback, instance);
  }

  /** Entries that are not in the log's own folder yet. */
  get pending(): readonly Entry[] {
    return this.#pending;
  }

  get failing(): boolean {
    return this.#failing;
  }

  /** What stands in the log's own folder of it. */
  files(): readonly WrittenFile[] {
    return this.#main.files();
  }

  /** Resolves when the entries are written, or their failure was told. */
  add(entries: readonly Entry[]): Promise<void> {
    this.#pending = [...this.#pending, ...entries];
    return this.flush();
  }

  /** Writes what is still to be written. */
  flush(): Promise<void> {
    this.#queue = this.#queue.then(() => this.#writePending());
    return this.#queue;
  }

  /** Writes what was found in another folder; throws where that fails, as it stays there. */
  async copy(entries: readonly Entry[], lines: readonly string[]): Promise<void> {
    const writing = this.#queue.then(async () => {
      await this.#main.write(entries);
      await this.#main.writeLines(lines);
    });
    this.#queue = writing.catch(() => undefined);
    await writing;
  }

  /** No more retries by itself. */
  close(): Promise<void> {
    this.#closed = true;
    this.#callOffRetry?.();
    return this.flush();
  }

  async #writePending(): Promise<void> {
    const batch = this.#pending;
    if (batch.length === 0) return;
    const { main, fallback } = this.#places;
    try {
      await this.#writeToMain(batch);
      this.#pending = this.#pending.slice(batch.length);
      this.#inFallback = 0;
      if (this.#failing) this.#host.tell({ kind: 'works-again', folder: main.name });
      this.#failing = false;
    } catch (error) {
      const isKept = await this.#writeToFallback(batch);
      if (!this.#failing) this.#host.tell({ kind: 'cannot-write', folder: main.name, error, ...(isKept && fallback ? { keptIn: fallback.name } : {}) });
      this.#failing = true;
      this.#callOffRetry?.();
      if (!this.#closed) this.#callOffRetry = this.#host.after(retryAfter, () => void this.flush());
    }
  }

  async #writeToMain(batch: readonly Entry[]): Promise<void> {
    try {
      await this.#main.write(batch);
    } catch (error) {
      // The extension's own folder is made again; a folder of the learner's, on a disk that was unplugged, is not.
      if (this.#fallback) throw error;
      this.#main.makeAgain();
      await this.#main.write(batch);
    }
  }

  async #writeToFallback(batch: readonly Entry[]): Promise<boolean> {
    if (!this.#fallback) return false;
    try {
      await this.#fallback.write(batch.slice(this.#inFallback));
      this.#inFallback = batch.length;
      return true;
    } catch (error) {
      this.#host.tell({ kind: 'trouble', what: 'The answers could not be written to the storage of the extension either.', error });
      return false;
    }
  }
}
