import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface DesktopVsCode {
  readonly executable: string;
  /** How it was found, for the line that tells. */
  readonly how: string;
}

/** A desktop VS Code: the one named in STACKDRILL_VSCODE, else `code` on the PATH. Throws where the named one is missing. */
export function findDesktop(environment: NodeJS.ProcessEnv = process.env): DesktopVsCode | undefined {
  const named = environment.STACKDRILL_VSCODE;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`STACKDRILL_VSCODE names ${named}, which does not exist.`);
    return { executable: named, how: 'named in STACKDRILL_VSCODE' };
  }
  const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', ['code'], { encoding: 'utf8', env: environment });
  const [found = ''] = status === 0 ? stdout.trim().split(/\r?\n/) : [];
  return found === '' ? undefined : { executable: found, how: '"code" on the PATH' };
}

/** Whether a window can be opened here. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(environment.DISPLAY ?? environment.WAYLAND_DISPLAY);
}
