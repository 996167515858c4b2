import * as vscode from 'vscode';

/** Reads a file that is shipped with the extension. */
export async function readAsset(extension: vscode.Uri, name: string): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', name));
}

export async function readTextAsset(extension: vscode.Uri, name: string): Promise<string> {
  return new TextDecoder().decode(await readAsset(extension, name));
}
