import * as vscode from 'vscode';
import type { LogFile, LogFolder } from '../study/logFolder';

/**
 * A folder of the log in VS Code's own file system, as in a browser. That writes whole files only: a segment is written
 * beside the old one and put in its place, and a new one is begun after a hundred lines.
 */
export class VirtualFolder implements LogFolder {
  readonly name: string;
  readonly linesPerSegment = 100;
  readonly #uri: vscode.Uri;
  #temporary = 0;

  constructor(uri: vscode.Uri) {
    this.#uri = uri;
    this.name = uri.toString(true);
  }

  async create(): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.#uri);
  }

  async list(): Promise<readonly LogFile[] | undefined> {
    const entries = await unlessMissing(vscode.workspace.fs.readDirectory(this.#uri));
    if (!entries) return undefined;
    const names = entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await unlessMissing(vscode.workspace.fs.stat(this.#file(name)));
        return found ? [{ name, size: found.size, modified: found.mtime }] : [];
      }),
    );
    return files.flat();
  }

  async read(name: string, from = 0): Promise<Uint8Array | undefined> {
    return (await unlessMissing(vscode.workspace.fs.readFile(this.#file(name))))?.subarray(from);
  }

  async append(name: string, bytes: Uint8Array): Promise<void> {
    const before = (await this.read(name)) ?? new Uint8Array();
    const whole = new Uint8Array(before.length + bytes.length);
    whole.set(before);
    whole.set(bytes, before.length);
    await this.replace(name, whole);
  }

  async replace(name: string, bytes: Uint8Array): Promise<void> {
    const temporary = this.#file(`${name}.${Date.now().toString(36)}-${this.#temporary++}.tmp`);
    await vscode.workspace.fs.writeFile(temporary, bytes);
    await vscode.workspace.fs.rename(temporary, this.#file(name), { overwrite: true });
  }

  async rename(from: string, to: string): Promise<boolean> {
    return (await unlessMissing(Promise.resolve(vscode.workspace.fs.rename(this.#file(from), this.#file(to), { overwrite: true })).then(() => true))) ?? false;
  }

  async remove(name: string): Promise<void> {
    await unlessMissing(vscode.workspace.fs.delete(this.#file(name)));
  }

  #file(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#uri, name);
  }
}

/** The value; nothing where a file or folder is not there. */
async function unlessMissing<T>(made: Thenable<T>): Promise<T | undefined> {
  try {
    return await made;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
