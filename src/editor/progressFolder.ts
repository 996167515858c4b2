import * as vscode from 'vscode';
import type { LogFolder } from '../study/logFolder';
import type { LogPlaces } from '../study/logHost';

/** Remembers where the log was kept, so that a change made while VS Code was closed is seen. */
const folderName = 'progressFolder';

/** The places of the log that the setting asks for, and what is wrong with the setting. */
export interface OpenedPlaces {
  readonly places: LogPlaces;
  readonly problem?: string;
}

/** Opens the folders of the log; `path` is the setting `progressFolder`. */
export async function openPlaces(globalStorage: vscode.Uri, path: string, memory: vscode.Memento): Promise<OpenedPlaces> {
  const own = await folderAt(vscode.Uri.joinPath(globalStorage, 'reviews'));
  const cache = await folderAt(globalStorage);
  const isOnDisk = globalStorage.scheme === 'file';
  const wanted = path.trim() === '' ? undefined : isOnDisk ? await diskFolderAt(path.trim()) : 'no-disk';
  const before = memory.get<string>(folderName, '');
  const earlier = isOnDisk && before !== '' ? await diskFolderAt(before) : undefined;
  if (typeof wanted !== 'object') {
    const places: LogPlaces = { main: own, earlier: typeof earlier === 'object' ? [earlier] : [], cache };
    return wanted === undefined ? { places } : { places, problem: problemOf(wanted, path) };
  }
  const isAnother = typeof earlier === 'object' && earlier.name !== wanted.name;
  return { places: { main: wanted, fallback: own, earlier: isAnother ? [earlier] : [], cache } };
}

/** Called when everything of the earlier folders has been copied. */
export async function rememberFolder(places: LogPlaces, memory: vscode.Memento): Promise<void> {
  const path = places.fallback ? places.main.name : '';
  if (memory.get<string>(folderName, '') !== path) await memory.update(folderName, path);
}

function problemOf(wanted: 'no-disk' | 'not-absolute', path: string): string {
  return wanted === 'no-disk'
    ? vscode.l10n.t('stackdrill.progressFolder needs a VS Code that runs on a computer, not in a browser. Your answers are kept in the browser.')
    : vscode.l10n.t(
        'stackdrill.progressFolder is "{0}". Give the whole path of a folder, or one that begins with ~. Until then your answers are kept in the storage of the extension.',
        path,
      );
}

async function diskFolderAt(path: string): Promise<LogFolder | 'not-absolute'> {
  const { absolutePath, DiskFolder } = await import('./diskFolder');
  const absolute = absolutePath(path);
  return absolute === undefined ? 'not-absolute' : new DiskFolder(absolute);
}

/** A folder of VS Code's: on the disk where it is there, else by VS Code's own file system. */
export async function folderAt(uri: vscode.Uri): Promise<LogFolder> {
  if (uri.scheme === 'file') {
    const { DiskFolder } = await import('./diskFolder');
    return new DiskFolder(uri.fsPath);
  }
  const { VirtualFolder } = await import('./virtualFolder');
  return new VirtualFolder(uri);
}
