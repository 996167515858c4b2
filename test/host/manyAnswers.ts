import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { StackDrill } from '../../src/extension';

const windowsAtOnce = 2;
const answersOfWindow = 10_000;

/** What a window does in the test of several: the name of its folder says whether it answers or counts. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<StackDrill>('stackdrill.stackdrill');
  assert.ok(extension);
  const { progress } = await extension.activate();
  if (vscode.workspace.workspaceFolders?.[0]?.name === 'counts') {
    const ids = (await progress.entries()).map(({ id }) => id);
    assert.equal(ids.length, windowsAtOnce * answersOfWindow);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal((await progress.state()).entries, ids.length);
    assert.deepEqual(progress.setAside(), []);
    return;
  }
  await progress.state();
  const adding: Promise<void>[] = [];
  for (let count = 0; count < answersOfWindow; count++) {
    const card = `question:${count % 500}`;
    adding.push(progress.add({ kind: 'review', id: progress.newId(), card, time: Date.now(), grade: 3, correct: true, sureness: 'sure', duration: 1 }));
    // The other window has its turn, and now and then this one looks at what that has done.
    if (count % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    if (count % 2000 === 0) await progress.refresh();
  }
  await Promise.all(adding);
}
