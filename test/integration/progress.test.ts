import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { encodeEntry } from '../../src/study/log';
import type { Review } from '../../src/study/review';
import { eventually, stackDrill } from './support';

describe('the log of answers', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'stackdrill-progress-'));
  });
  afterEach(async () => {
    await setFolder(undefined);
    const { progress } = await stackDrill();
    await progress.state();
    rmSync(root, { recursive: true, force: true });
  });

  async function setFolder(path: string | undefined): Promise<void> {
    await vscode.workspace.getConfiguration('stackdrill').update('progressFolder', path, vscode.ConfigurationTarget.Global);
  }

  async function answer(card: string): Promise<Review> {
    const { progress } = await stackDrill();
    return { kind: 'review', id: progress.newId(), card, time: Date.now(), grade: 3, correct: true, sureness: null, duration: 1 };
  }

  /** All lines of the segments in a folder. */
  function linesIn(folder: string): string {
    const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  }

  async function ownFolder(): Promise<string> {
    return join((await stackDrill()).storage.fsPath, 'reviews');
  }

  it('has a line for an entry when adding it has ended, and never the same id twice', async () => {
    const { progress } = await stackDrill();
    const entry = await answer('question:log-one');
    await progress.add(entry);
    assert.ok(linesIn(await ownFolder()).includes(encodeEntry(entry)));
    assert.notEqual(progress.newId(), progress.newId());
  });

  it('appends: a hundred answers make one more file at most, and none beside it', async () => {
    const { progress } = await stackDrill();
    const folder = await ownFolder();
    await progress.add(await answer('question:log-first'));
    const before = readdirSync(folder);
    for (let count = 0; count < 100; count++) await progress.add(await answer('question:log-many'));
    assert.ok(readdirSync(folder).length <= before.length, 'the window goes on in its segment');
  });

  it('moves to the folder that is set: what is here is copied, what is there counts, nothing is removed', async () => {
    const { progress } = await stackDrill();
    const [here, there] = [await answer('question:log-here'), await answer('question:log-there')];
    await progress.add(here);
    writeFileSync(join(root, 'another machine.jsonl'), encodeEntry({ ...there, id: `${there.id}-there` }));
    await setFolder(root);
    await eventually(
      () => linesIn(root).includes(`"id":"${here.id}"`),
      (copied) => copied,
      progress.onDidChange,
    );
    const state = await progress.state();
    assert.ok(state.schedule.state('question:log-there'));
    assert.ok(state.schedule.state('question:log-here'));
    assert.ok(linesIn(await ownFolder()).includes(here.id));
    const next = await answer('question:log-next');
    await progress.add(next);
    assert.ok(linesIn(root).includes(next.id));
    assert.equal((await progress.entries()).filter(({ id }) => id === here.id).length, 1);
    await setFolder(undefined);
    await eventually(
      async () => linesIn(await ownFolder()).includes(next.id),
      (copied) => copied,
      progress.onDidChange,
    );
    assert.ok((await progress.schedule()).state('question:log-next'));
  });

  it('keeps answers in its own storage where the folder cannot be written, and moves them when it can', async () => {
    const { progress } = await stackDrill();
    const path = join(root, 'taken');
    writeFileSync(path, 'a file');
    await setFolder(path);
    const entry = await answer('question:log-fallback');
    await progress.add(entry);
    assert.ok((await progress.schedule()).state('question:log-fallback'));
    assert.ok(linesIn(await ownFolder()).includes(entry.id));
    rmSync(path);
    const next = await answer('question:log-works-again');
    await progress.add(next);
    assert.ok(linesIn(path).includes(entry.id) && linesIn(path).includes(next.id));
  });

  it('counts on in its own storage where the setting is no whole path', async () => {
    const { progress } = await stackDrill();
    await setFolder('some/where');
    const entry = await answer('question:log-relative');
    await progress.add(entry);
    assert.ok(linesIn(await ownFolder()).includes(entry.id));
  });

  it('is folded anew when a setting of the schedule changes', async () => {
    const { progress } = await stackDrill();
    const configuration = vscode.workspace.getConfiguration('stackdrill');
    await progress.add({ ...(await answer('question:log-settings')), grade: 1, correct: false });
    assert.equal((await progress.schedule()).state('question:log-settings')?.phase, 'learning');
    try {
      await configuration.update('study.learningSteps', [], vscode.ConfigurationTarget.Global);
      assert.equal((await progress.schedule()).state('question:log-settings')?.phase, 'review');
    } finally {
      await configuration.update('study.learningSteps', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
