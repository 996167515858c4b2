import type { LogFolder } from '../study/logFolder';
import type { MockExam } from '../study/mockExam';

/** The running mock exam as its file has it. */
export interface KeptMockExam {
  /** The window that shows it; null where none does. */
  readonly window: string | null;
  /** When it was last written, in milliseconds since 1970. */
  readonly heartbeat: number;
  /** To be checked by `restoreMockExam`. */
  readonly mockExam: unknown;
}

type Change = { readonly kind: 'keep' | 'take'; readonly content: KeptMockExam } | { readonly kind: 'remove' };

const name = 'mockExam.json';

/**
 * The file of the running mock exam. What is written is written beside it and put in its place; of several changes that
 * come while one is being written only the last one is. A file that another window has taken is left to it.
 */
export class MockExamFile {
  /** Names this window. */
  readonly window = crypto.randomUUID();
  readonly #opening: () => Promise<LogFolder>;
  readonly #failed: (error: unknown) => void;
  #folder: Promise<LogFolder> | undefined;
  #next: Change | undefined;
  #writing: Promise<boolean> | undefined;

  /** `failed` is called where the file cannot be written. */
  constructor(open: () => Promise<LogFolder>, failed: (error: unknown) => void) {
    this.#opening = open;
    this.#failed = failed;
  }

  /** What is kept; nothing where there is no file, and `damaged` where it is none of ours. Throws where it cannot be read. */
  async read(): Promise<KeptMockExam | 'damaged' | undefined> {
    await this.#writing;
    return this.#read();
  }

  /** Writes it; false where another window has taken it over. */
  keep(mockExam: MockExam, now: number): Promise<boolean> {
    return this.#change({ kind: 'keep', content: { window: this.window, heartbeat: now, mockExam } });
  }

  /** Writes it whoever had it before. */
  take(mockExam: MockExam, now: number): Promise<boolean> {
    return this.#change({ kind: 'take', content: { window: this.window, heartbeat: now, mockExam } });
  }

  /** Writes it, and lets any window go on with it. */
  release(mockExam: MockExam, now: number): Promise<boolean> {
    return this.#change({ kind: 'keep', content: { window: null, heartbeat: now, mockExam } });
  }

  /** Removes it, unless another window has it. */
  remove(): Promise<boolean> {
    return this.#change({ kind: 'remove' });
  }

  /** Puts a file that is of no use out of the way, and tells its new name. Nothing that was set aside before is overwritten. */
  async setAside(): Promise<string> {
    const folder = await this.#open();
    for (let count = 1; ; count++) {
      const target = count === 1 ? 'mockExam.damaged.json' : `mockExam.damaged-${count}.json`;
      if ((await folder.read(target)) !== undefined) continue;
      await folder.rename(name, target);
      return target;
    }
  }

  #change(change: Change): Promise<boolean> {
    // What is to be taken stays to be taken where an answer follows before it is written.
    this.#next = change.kind === 'keep' && this.#next?.kind === 'take' ? { kind: 'take', content: change.content } : change;
    this.#writing ??= this.#write();
    return this.#writing;
  }

  async #write(): Promise<boolean> {
    let ours = true;
    try {
      // The first turn is given away, so that changes made at once are written at once.
      await Promise.resolve();
      while (this.#next) {
        const change = this.#next;
        this.#next = undefined;
        ours = await this.#apply(change);
      }
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#writing = undefined;
    }
    return ours;
  }

  async #apply(change: Change): Promise<boolean> {
    const folder = await this.#open();
    if (change.kind !== 'take') {
      const kept = await this.#read();
      if (typeof kept === 'object' && kept.window !== null && kept.window !== this.window) return false;
    }
    if (change.kind === 'remove') await folder.remove(name);
    else {
      await folder.create();
      await folder.replace(name, new TextEncoder().encode(JSON.stringify(change.content)));
    }
    return true;
  }

  async #read(): Promise<KeptMockExam | 'damaged' | undefined> {
    const bytes = await (await this.#open()).read(name);
    if (!bytes) return undefined;
    try {
      const kept: unknown = JSON.parse(new TextDecoder().decode(bytes));
      return isKept(kept) ? kept : 'damaged';
    } catch {
      return 'damaged';
    }
  }

  #open(): Promise<LogFolder> {
    this.#folder ??= this.#opening();
    return this.#folder;
  }
}

function isKept(value: unknown): value is KeptMockExam {
  if (typeof value !== 'object' || value === null || !('mockExam' in value) || !('window' in value) || !('heartbeat' in value)) return false;
  return (value.window === null || typeof value.window === 'string') && typeof value.heartbeat === 'number';
}
