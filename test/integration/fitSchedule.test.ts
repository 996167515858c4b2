import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FitOutcome } from '../../src/editor/fitSchedule';
import { fitInThread } from '../../src/editor/fitThread';
import { calendarOf } from '../../src/study/calendar';
import { datedReviews } from '../../src/study/fit';
import { forgetful, simulatedLog } from '../unit/study/simulatedLearner';
import { stackDrill } from './support';

/** A learner who forgets sooner than FSRS's own weights expect. */
const log = simulatedLog(forgetful, { days: 45, newPerDay: 6, seed: 4 });

/** The thread's script, and what is handed to it for that learner. */
async function job() {
  await stackDrill();
  const fileOf = (name: string) => vscode.Uri.joinPath(vscode.extensions.getExtension('stackdrill.stackdrill')!.extensionUri, 'dist', name).fsPath;
  const reviews = datedReviews(log, calendarOf(4));
  const order = { kind: 'fit', wasm: fileOf('fsrsOptimizer.wasm'), reviews, weights: [], relearningSteps: 1, rolloverHour: 4 } as const;
  return { script: fileOf('fitWorker.js'), order };
}

describe('fitting the schedule', () => {
  afterEach(async () => {
    const { progress } = await stackDrill();
    await progress.useWeights([]);
  });

  it('says how much history is missing, and leaves the schedule alone', async () => {
    const { progress } = await stackDrill();
    const outcome = await vscode.commands.executeCommand<FitOutcome>('stackdrill.fitSchedule');
    assert.ok(outcome.kind === 'too few' && outcome.missing > 0 && outcome.missing <= 400, JSON.stringify(outcome));
    assert.deepEqual((await progress.schedule()).settings.weights, []);
  });

  it('finds weights that predict the learner better than those of now, and schedules by them until they are reset', async () => {
    const { progress } = await stackDrill();
    await progress.add(...log);
    try {
      const outcome = await vscode.commands.executeCommand<FitOutcome>('stackdrill.fitSchedule');
      assert.ok(outcome.kind === 'fitted' && outcome.fit.loss < outcome.fit.lossBefore, JSON.stringify(outcome));
      assert.deepEqual((await progress.schedule()).settings.weights, outcome.fit.weights);
      await vscode.commands.executeCommand('stackdrill.resetSchedule');
      assert.deepEqual((await progress.schedule()).settings.weights, []);
    } finally {
      await progress.add(...log.map(({ id, time }) => ({ kind: 'undo' as const, id: `undo-${id}`, time, review: id })));
    }
  });

  it('stops when it is cancelled', async () => {
    const { script, order } = await job();
    const stop = new AbortController();
    assert.equal(await fitInThread(script, order, () => stop.abort(), stop.signal), undefined);
  });

  it('says what failed', async () => {
    const { script, order } = await job();
    const broken = { ...order, wasm: '/no/such/file.wasm' };
    await assert.rejects(
      fitInThread(script, broken, () => undefined, new AbortController().signal),
      /no such file/,
    );
  });
});
