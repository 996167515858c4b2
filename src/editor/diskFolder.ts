import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import type { LogFile, LogFolder } from '../study/logFolder';

/**
 * A folder of the log on a disk. The one file of this layer that needs Node: VS Code's own file system writes whole
 * files only, so that an answer would cost more the longer the log is. It is loaded where the folder is on a disk.
 */
export class DiskFolder implements LogFolder {
  readonly name: string;
  readonly linesPerSegment = Infinity;
  #temporary = 0;

  constructor(path: string) {
    this.name = path;
  }

  async create(): Promise<void> {
    await make(this.name);
  }

  async list(): Promise<readonly LogFile[] | undefined> {
    const entries = await unlessMissing(readdir(this.name, { withFileTypes: true }));
    if (!entries) return undefined;
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => unlessMissing(stat(join(this.name, name)).then((found) => ({ name, found }))));
    // One that another window has renamed since is left out.
    return (await Promise.all(files)).flatMap((file) => (file ? [{ name: file.name, size: file.found.size, modified: file.found.mtimeMs }] : []));
  }

  async read(name: string, from = 0): Promise<Uint8Array | undefined> {
    const file = await unlessMissing(open(join(this.name, name), 'r'));
    if (!file) return undefined;
    try {
      if (from === 0) return await file.readFile();
      const { size } = await file.stat();
      const bytes = new Uint8Array(Math.max(0, size - from));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async append(name: string, bytes: Uint8Array): Promise<void> {
    const file = await open(join(this.name, name), 'a');
    try {
      const { size } = await file.stat();
      try {
        await file.appendFile(bytes);
        await file.datasync();
      } catch (error) {
        // Half a line on a full disk would be taken for damage later.
        await file.truncate(size).catch(() => undefined);
        throw error;
      }
    } finally {
      await file.close();
    }
  }

  async replace(name: string, bytes: Uint8Array): Promise<void> {
    const temporary = join(this.name, `${name}.${Date.now().toString(36)}-${process.pid}-${this.#temporary++}.tmp`);
    try {
      const file = await open(temporary, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, join(this.name, name));
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async rename(from: string, to: string): Promise<boolean> {
    return (await unlessMissing(rename(join(this.name, from), join(this.name, to)).then(() => true))) ?? false;
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.name, name), { force: true });
  }
}

/** The path that the learner means; nothing where it hangs on a folder that nobody knows. `~` is the home folder. */
export function absolutePath(text: string): string | undefined {
  const path = /^~(?=$|[\\/])/.test(text) ? join(homedir(), text.slice(1)) : text;
  return isAbsolute(path) ? normalize(path) : undefined;
}

/** Makes a folder and those above it. Node's own way of doing so never ends where a folder says it is not there, as below `/proc`. */
async function make(path: string): Promise<void> {
  const mkdirUnlessThere = async (): Promise<void> => {
    try {
      await mkdir(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error;
    }
  };
  try {
    await mkdirUnlessThere();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    await make(dirname(path));
    await mkdirUnlessThere();
  }
}

/** The value; nothing where a file or folder is not there. */
async function unlessMissing<T>(made: Promise<T>): Promise<T | undefined> {
  try {
    return await made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
