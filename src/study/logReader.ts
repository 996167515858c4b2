import { readSetAside } from './compaction';
import type { LogFolder } from './logFolder';
import { foldersOf, type LogHost, type LogPlaces } from './logHost';
import { readSegment, readTail, type Reading, type SegmentContent } from './segmentReader';
import { isOwn, isSegment, keyOf, type BrokenAt, type FileAt, type ReadFile } from './segments';

/** A folder in which files keep appearing while it is read is read so often at most. */
const readingsAtMost = 10;

/** Reads the segments of all windows but this one's own, in all folders that hold a part of the log. */
export class LogReader {
  readonly #places: LogPlaces;
  readonly #instance: string;
  readonly #host: LogHost;
  /** Segments as they were decoded, until the log is idle. */
  readonly #decoded = new Map<string, SegmentContent>();
  #unreadable = false;

  constructor(places: LogPlaces, instance: string, host: LogHost) {
    this.#places = places;
    this.#instance = instance;
    this.#host = host;
  }

  /** Whether the log's own folder could not be read lately. */
  get unreadable(): boolean {
    return this.#unreadable;
  }

  /** The segments that are there; nothing where the folder of some that were read cannot be read any more: what is known counts on then. */
  async list(read: readonly ReadFile[]): Promise<readonly FileAt[] | undefined> {
    const { main } = this.#places;
    const hasRead = read.some(({ folder }) => folder === main.name);
    let files: readonly FileAt[] = [];
    try {
      const found = await this.#listOf(main);
      if (!found && hasRead) throw Object.assign(new Error('The folder is not there any more.'), { code: 'ENOENT' });
      files = found ?? [];
      if (this.#unreadable) this.#host.tell({ kind: 'works-again', folder: main.name });
      this.#unreadable = false;
    } catch (error) {
      if (!this.#unreadable) this.#host.tell({ kind: 'cannot-read', folder: main.name, error });
      this.#unreadable = true;
      if (hasRead) return undefined;
    }
    const others = await Promise.all(
      foldersOf(this.#places)
        .slice(1)
        .map(async (folder) => {
          const copied = this.#unreadable ? {} : this.#copied(folder);
          const found = await this.#listOf(folder).catch(() => undefined);
          return found?.filter((file) => copied[file.name] !== stampOf(file)) ?? [];
        }),
    );
    return [...files, ...others.flat()];
  }

  async #listOf(folder: LogFolder): Promise<FileAt[] | undefined> {
    const files = await folder.list();
    return files?.filter(({ name }) => isSegment(name) && !isOwn(name, this.#instance)).map((file) => ({ ...file, folder: folder.name }));
  }

  /** Decodes all segments; goes on until none has appeared meanwhile, as where another window tidies up. */
  async readAll(): Promise<readonly SegmentContent[]> {
    const contents: SegmentContent[] = [];
    const tried = new Set<string>();
    for (let readings = 0; readings < readingsAtMost; readings++) {
      const unread = ((await this.list([])) ?? []).filter((file) => !tried.has(keyOf(file)));
      if (unread.length === 0 && readings > 0) break;
      for (const file of unread) {
        tried.add(keyOf(file));
        const known = this.#decoded.get(keyOf(file));
        const isKnown = known?.length === file.size && known.modified === file.modified;
        const content = isKnown ? known : await this.#readOne(file);
        if (!content) continue;
        contents.push(content);
        this.#decoded.set(keyOf(file), content);
        if (!isKnown) await this.reading().pause();
      }
    }
    return contents;
  }

  async #readOne(file: FileAt): Promise<SegmentContent | undefined> {
    try {
      const folder = this.#folder(file.folder);
      return folder && (await readSegment(folder, file, this.reading()));
    } catch (error) {
      this.#host.tell({ kind: 'cannot-read', folder: `${file.folder}: ${file.name}`, error });
      return undefined;
    }
  }

  /** What files have grown by; nothing where only all of them tell what counts. */
  async readTails(grown: readonly ReadFile[]): Promise<readonly SegmentContent[] | undefined> {
    const tails: SegmentContent[] = [];
    for (const file of grown) {
      const folder = this.#folder(file.folder);
      const tail = folder && (await readTail(folder, file, this.reading()));
      // The lines of a tail are counted from where it begins: the number of a damaged one only the whole file tells.
      if (!tail || tail.broken.length > 0) return undefined;
      tails.push(tail);
    }
    return tails;
  }

  /** Lines that earlier tidying has put aside. */
  async setAside(): Promise<readonly BrokenAt[]> {
    const { main } = this.#places;
    try {
      const lines = await readSetAside(main);
      return lines.map(({ file, line }) => ({ folder: main.name, file, line, reason: 'it was damaged, and is set aside', newer: false }));
    } catch {
      return [];
    }
  }

  /** Drops what is kept for the next reading. */
  forget(): void {
    this.#decoded.clear();
  }

  /** Files of another folder, as they are; nothing where all that they hold was copied already. */
  async toCopy(folder: LogFolder): Promise<Readonly<Record<string, string>> | undefined> {
    const files = (await folder.list())?.filter(({ name }) => isSegment(name)) ?? [];
    const copied = this.#copied(folder);
    return files.every((file) => copied[file.name] === stampOf(file)) ? undefined : Object.fromEntries(files.map((file) => [file.name, stampOf(file)]));
  }

  /** Remembers that all that the files hold is in the log's own folder, so that they need not be read. */
  async rememberCopied(folder: LogFolder, files: Readonly<Record<string, string>>): Promise<void> {
    await this.#host.remember(this.#copiedName(folder), files);
  }

  #copied(folder: LogFolder): Readonly<Record<string, string>> {
    const value = this.#host.remembered(this.#copiedName(folder));
    return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
  }

  #copiedName(folder: LogFolder): string {
    return `copied ${folder.name} to ${this.#places.main.name}`;
  }

  #folder(name: string): LogFolder | undefined {
    return foldersOf(this.#places).find((folder) => folder.name === name);
  }

  reading(): Reading {
    return { pause: () => new Promise((resolve) => void this.#host.after(0, resolve)), now: this.#host.now() };
  }
}

function stampOf({ size, modified }: FileAt | Omit<FileAt, 'folder'>): string {
  return `${size} ${modified}`;
}
