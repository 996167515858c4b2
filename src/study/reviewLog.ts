import { compact } from './compaction';
import { mergeEntries, type Entry } from './log';
import { missingIn } from './logCopy';
import type { LogFolder } from './logFolder';
import { foldersOf, type LogHost, type LogPlaces } from './logHost';
import { LogReader } from './logReader';
import { LogWriter } from './logWriter';
import type { ScheduleSettings } from './schedule';
import type { SegmentContent } from './segmentReader';
import { decodeSnapshot, encodeSnapshot, grownSince, isOwn, keyOf, snapshotName, type BrokenAt, type ReadFile } from './segments';
import { StudyState } from './state';

export interface LogSettings {
  readonly schedule: ScheduleSettings;
  /** Everything that the fold depends on, so that a snapshot made under other rules is not used. */
  readonly stamp: string;
}

const day = 86_400_000;
/** Milliseconds without an answer after which the log is tidied up. */
const idleAfter = 20_000;
const entriesPerSnapshot = 200;

/**
 * The log of a window: reads the segments of all, appends to its own, keeps the state that they amount to. Nothing that
 * was added is ever dropped: what cannot be written counts, and is tried again.
 */
export class ReviewLog {
  readonly #places: LogPlaces;
  readonly #instance: string;
  readonly #host: LogHost;
  #settings: LogSettings;
  readonly #reader: LogReader;
  readonly #writer: LogWriter;

  /** All that this window added, by id: never read back from the disk, but merged in. */
  readonly #own = new Map<string, Entry>();
  #state: StudyState | undefined;
  #loading: Promise<StudyState> | undefined;
  /** Counts how often the state was given up: a reading that began before does not bring it back. */
  #turn = 0;
  /** What the state was made of, beside this window's own. */
  #read: readonly ReadFile[] = [];
  #broken: readonly BrokenAt[] = [];
  #latest = 0;
  #sinceSnapshot = 0;
  #saving: Promise<void> = Promise.resolve();
  #callOffIdle: (() => void) | undefined;
  #tidying: Promise<void> = Promise.resolve();
  #closed = false;

  /** `instance` is a name that no other window has, on any machine; the ids of entries made here begin with it and a hyphen. */
  constructor(places: LogPlaces, instance: string, settings: LogSettings, host: LogHost) {
    this.#places = places;
    this.#instance = instance;
    this.#settings = settings;
    this.#host = host;
    this.#reader = new LogReader(places, instance, host);
    this.#writer = new LogWriter(places, instance, host);
  }

  /** What the log amounts to; from the snapshot where one fits. */
  async state(): Promise<StudyState> {
    for (;;) {
      const loading = (this.#loading ??= this.#load());
      const state = await loading;
      if (loading === this.#loading) return state;
    }
  }

  /** The whole log, merged, in the order of time. */
  async entries(): Promise<readonly Entry[]> {
    const contents = await this.#reader.readAll();
    this.#waitForIdle();
    return this.#merged(contents);
  }

  #merged(contents: readonly SegmentContent[]): Entry[] {
    return mergeEntries([...contents.map(({ entries }) => entries), [...this.#own.values()]]);
  }

  /** Lines that do not count, as far as the log has been read. */
  broken(): readonly BrokenAt[] {
    return this.#broken;
  }

  /** Time of the latest entry that was read or added. */
  latest(): number {
    return this.#latest;
  }

  /** Entries that are not in the log's own folder yet. */
  pending(): readonly Entry[] {
    return this.#writer.pending;
  }

  /** Adds entries; they count at once. Resolves when they are written, or their failure was told. */
  async add(...entries: readonly Entry[]): Promise<void> {
    const fresh = [...new Map(entries.map((entry) => [entry.id, entry])).values()].filter(({ id }) => !this.#own.has(id));
    // What was imported may be in the log already, under the same id: only the whole log tells.
    if (fresh.some(({ id }) => !id.startsWith(`${this.#instance}-`))) this.#forget();
    for (const entry of fresh) {
      this.#own.set(entry.id, entry);
      this.#latest = Math.max(this.#latest, entry.time);
      if (this.#state?.add(entry) === false) this.#forget();
    }
    this.#sinceSnapshot += fresh.length;
    await this.#writer.add(fresh);
    this.#host.changed();
    if (this.#sinceSnapshot >= entriesPerSnapshot) void this.saveSnapshot();
    this.#waitForIdle();
  }

  /** Takes in what other windows and machines have added since. */
  async refresh(): Promise<void> {
    const state = this.#state;
    const read = this.#read;
    if (!state) return;
    const now = await this.#reader.list(read);
    const grown = now && grownSince(read, now);
    if (!now || grown?.length === 0) return;
    const tails = grown && (await this.#reader.readTails(grown));
    // Somebody else has seen to it meanwhile.
    if (state !== this.#state || read !== this.#read) return;
    if (!tails || !this.#takeTails(state, tails)) this.#forget();
    this.#host.changed();
    this.#waitForIdle();
  }

  /** Goes on under other settings. The log is only folded anew where the state depends on what has changed. */
  useSettings(settings: LogSettings): void {
    const state = settings.stamp === this.#settings.stamp ? this.#state : undefined;
    this.#settings = settings;
    if (state) {
      this.#state = StudyState.restore(state.kept(), settings.schedule);
      this.#loading = Promise.resolve(this.#state);
    } else this.#forget();
    this.#host.changed();
  }

  #forget(): void {
    this.#turn++;
    this.#state = undefined;
    this.#loading = undefined;
  }

  async #load(): Promise<StudyState> {
    const turn = this.#turn;
    const fromSnapshot = await this.#fromSnapshot(turn);
    if (fromSnapshot) return fromSnapshot;
    const settings = this.#settings;
    const contents = await this.#reader.readAll();
    const aside = await this.#reader.setAside();
    // From here on nothing waits: what was added meanwhile is in `#own`, what is added later goes to the state.
    const entries = this.#merged(contents);
    const state = StudyState.of(entries, settings.schedule);
    if (turn !== this.#turn) return state;
    this.#state = state;
    this.#read = contents.map(withoutContent);
    const broken = contents.flatMap((content) => content.broken.map(({ folder, file, line, reason, newer }) => ({ folder, file, line, reason, newer })));
    this.#broken = [...broken, ...aside];
    this.#latest = Math.max(this.#latest, entries.at(-1)?.time ?? 0);
    this.#sinceSnapshot = Math.max(this.#sinceSnapshot, 1);
    if (broken.length > 0) this.#host.tell({ kind: 'broken', lines: broken });
    const future = entries.filter(({ time }) => time > this.#host.now() + day);
    if (future.length > 0) this.#host.tell({ kind: 'future', entries: future.length, latest: future.at(-1)?.time ?? 0 });
    this.#waitForIdle();
    return state;
  }

  async #fromSnapshot(turn: number): Promise<StudyState | undefined> {
    try {
      const [bytes, now] = await Promise.all([this.#places.cache.read(snapshotName), this.#reader.list([])]);
      const { schedule, stamp } = this.#settings;
      const snapshot = bytes && decodeSnapshot(new TextDecoder().decode(bytes), stamp);
      const grown = snapshot && now && grownSince(snapshot.files, now);
      const tails = grown && (await this.#reader.readTails(grown));
      if (!tails || turn !== this.#turn) return undefined;
      const state = StudyState.restore(snapshot.state, schedule);
      this.#read = snapshot.files;
      this.#broken = snapshot.broken;
      this.#latest = Math.max(this.#latest, snapshot.state.latest);
      if (!this.#takeTails(state, tails)) return undefined;
      for (const entry of this.#own.values()) if (!state.add(entry)) return undefined;
      this.#state = state;
      this.#waitForIdle();
      return state;
    } catch (error) {
      this.#host.tell({ kind: 'trouble', what: 'The snapshot cannot be used, everything is read instead.', error });
      return undefined;
    }
  }

  /** False where the state cannot take them in; then it must not be used any more. */
  #takeTails(state: StudyState, tails: readonly SegmentContent[]): boolean {
    const tailOf = new Map(tails.map((tail) => [keyOf(tail), withoutContent(tail)]));
    const entries = mergeEntries(tails.map((tail) => tail.entries));
    this.#read = this.#read.map((file) => tailOf.get(keyOf(file)) ?? file);
    this.#latest = Math.max(this.#latest, entries.at(-1)?.time ?? 0);
    this.#sinceSnapshot += entries.length;
    return entries.every((entry) => state.add(entry));
  }

  #waitForIdle(): void {
    this.#callOffIdle?.();
    if (!this.#closed) this.#callOffIdle = this.#host.after(idleAfter, () => void this.tidyUp());
  }

  /** Copies what is only in earlier folders, makes one segment of many, and keeps a snapshot. */
  tidyUp(): Promise<void> {
    this.#tidying = this.#tidying.then(async () => {
      try {
        await this.#writer.flush();
        let copied = true;
        for (const folder of foldersOf(this.#places).slice(1)) copied = (await this.#copyFrom(folder)) && copied;
        if (copied) this.#host.copied();
        if (!this.#writer.failing && !this.#reader.unreadable && (await compact(this.#places.main, this.#instance, this.#reader.reading()))) {
          this.#forget();
          await this.state();
        }
        await this.saveSnapshot();
      } catch (error) {
        this.#host.tell({ kind: 'trouble', what: 'The review log could not be tidied up; nothing is lost.', error });
      }
      this.#reader.forget();
    });
    return this.#tidying;
  }

  /** Whether everything of a folder is in the log's own now. */
  async #copyFrom(folder: LogFolder): Promise<boolean> {
    if (this.#writer.failing || this.#reader.unreadable) return false;
    const files = await this.#reader.toCopy(folder);
    if (!files) return true;
    const { entries, lines } = await missingIn(this.#places.main, folder, this.#reader.reading());
    const missing = entries.filter(({ id }) => !this.#own.has(id));
    await this.#writer.copy(missing, lines);
    // From now on they are read in this window's own segment.
    for (const entry of missing) this.#own.set(entry.id, entry);
    this.#sinceSnapshot++;
    if (this.#writer.pending.length > 0) return false;
    await this.#reader.rememberCopied(folder, files);
    this.#forget();
    this.#host.changed();
    return true;
  }

  /** Keeps what the log amounts to, unless something of it is on no disk. */
  saveSnapshot(): Promise<void> {
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  async #save(): Promise<void> {
    try {
      await this.#writer.flush();
      const { main, cache } = this.#places;
      const own = new Map((await main.list())?.filter(({ name }) => isOwn(name, this.#instance)).map((file) => [file.name, file]));
      const state = this.#state;
      const isWhole = this.#writer.pending.length === 0 && !this.#writer.failing && !this.#reader.unreadable;
      if (!state || this.#sinceSnapshot === 0 || !isWhole) return;
      this.#sinceSnapshot = 0;
      const written = this.#writer.files().map((file) => ({ ...file, folder: main.name, modified: own.get(file.name)?.modified ?? 0 }));
      const text = encodeSnapshot({ stamp: this.#settings.stamp, files: [...this.#read, ...written], broken: this.#broken, state: state.kept() });
      await cache.create();
      await cache.replace(snapshotName, new TextEncoder().encode(text));
    } catch (error) {
      this.#host.tell({ kind: 'trouble', what: 'The snapshot could not be kept; the log is read in full next time.', error });
    }
  }

  /** Tries once more what could not be written, and keeps a snapshot. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#callOffIdle?.();
    await this.#writer.close();
    await this.#tidying;
    await this.saveSnapshot();
  }
}

function withoutContent({ folder, name, size, modified, end }: SegmentContent): ReadFile {
  return { folder, name, size, modified, end };
}
