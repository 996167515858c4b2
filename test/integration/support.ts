import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { StackDrill } from '../../src/extension';

/** The extension as it runs in this window. */
export async function stackDrill(): Promise<StackDrill> {
  const extension = vscode.extensions.getExtension<StackDrill>('stackdrill.stackdrill');
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}

export function workspaceFile(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a workspace is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the sample workspace in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens a text that is in no file. */
export async function openText(content: string, language = 'yaml'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Where a text stands in a document: the `occurrence`-th one, counted from 1. */
export function placeOf(document: vscode.TextDocument, text: string, occurrence = 1): vscode.Position {
  let offset = -1;
  for (let count = 0; count < occurrence; count++) offset = document.getText().indexOf(text, offset + 1);
  assert.ok(offset >= 0, `"${text}" stands in the document`);
  return document.positionAt(offset + 1);
}

/** Text of all StackDrill hovers at a place. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))).join('\n');
}

/** The diagnostics of a document, once they are what is waited for. */
export async function diagnosticsOf(document: vscode.TextDocument, wanted: (found: vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
  const own = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'StackDrill');
  return eventually(own, wanted, vscode.languages.onDidChangeDiagnostics);
}

/** Reads a value again at every event until it is what is wanted; mocha's timeout ends the wait. */
export async function eventually<T>(read: () => T | Promise<T>, wanted: (value: T) => boolean, event: vscode.Event<unknown>): Promise<T> {
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      const subscription = event(() => {
        subscription.dispose();
        resolve();
      });
    });
    const value = await read();
    if (wanted(value)) return value;
    await changed;
  }
}

/** Closes all editors; what was typed into them is dropped. */
export async function closeEditors(): Promise<void> {
  for (let count = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length; count > 0; count--) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}
