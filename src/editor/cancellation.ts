import type { CancellationToken } from 'vscode';

/** Whether nobody waits for the answer any more; to be asked again after every await. */
export function cancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}
