import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MockExamActivity } from '../../src/editor/activities/mockExamActivity';
import { choiceOf } from '../../src/editor/mockExamChoice';
import { MockExams, type Clock, type MockExamStage } from '../../src/editor/mockExams';
import type { Activity } from '../../src/editor/activities/activity';
import type { StackDrill } from '../../src/extension';
import type { View } from '../../src/panel/protocol';
import { heartbeat, type MockExamAction } from '../../src/study/mockExam';
import { isOptionQuestion } from '../../src/study/session';
import { closeEditors, stackDrill } from './support';

const minute = 60_000;

/** A clock that stands until it is moved, and runs the tasks whose time has come. */
class ManualClock implements Clock {
  #now = Date.now();
  #tasks: { at: number; task: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, task: () => void): () => void {
    const entry = { at: this.#now + milliseconds, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((one) => one !== entry);
    };
  }

  get waiting(): number {
    return this.#tasks.length;
  }

  /** Moves the clock alone, as while a window is closed. */
  jump(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Moves the clock, running each task at its time. */
  run(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#tasks.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      if (!next) break;
      this.#tasks = this.#tasks.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.task();
    }
    this.#now = end;
  }
}

/** A panel without a window: keeps what it was last given to show. */
class Page implements MockExamStage {
  activity: Activity | undefined;
  view: View | undefined;
  #shown: (() => void)[] = [];

  async show(activity: Activity): Promise<void> {
    if (this.activity !== activity) this.activity?.leave?.();
    this.activity = activity;
    this.view = await activity.view();
    for (const tell of this.#shown.splice(0)) tell();
  }

  redraw(activity: Activity): Promise<void> {
    return this.isShown(activity) ? this.show(activity) : Promise.resolve();
  }

  isShown(activity: Activity): boolean {
    return this.activity === activity;
  }

  startQuiz(): Promise<void> {
    return Promise.reject(new Error('No quiz is started here.'));
  }

  /** Closes it, as a window that is closed does. */
  close(): void {
    this.activity?.leave?.();
    this.activity = undefined;
  }

  /** Resolves when it shows a view of this kind. */
  async until(kind: View['kind']): Promise<void> {
    while (this.view?.kind !== kind) await new Promise<void>((resolve) => this.#shown.push(resolve));
  }

  get shown() {
    assert.ok(this.view?.kind === 'mockExam');
    return this.view;
  }

  get result() {
    assert.ok(this.view?.kind === 'mockExamResult');
    return this.view;
  }
}

describe('a mock exam', () => {
  let extension: StackDrill;
  let clock: ManualClock;
  let page: Page;
  let mockExams: MockExams;
  let storage: vscode.Uri;
  let sequence = 0;
  let count = 0;

  before(async () => {
    extension = await stackDrill();
  });
  beforeEach(async () => {
    clock = new ManualClock();
    page = new Page();
    await useNewStorage();
  });
  afterEach(async () => {
    page.close();
    await closeEditors();
  });
  after(async () => {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(extension.storage, 'mock-exam-tests'), { recursive: true });
  });

  async function useNewStorage(): Promise<void> {
    storage = vscode.Uri.joinPath(extension.storage, 'mock-exam-tests', String(count++));
    await vscode.workspace.fs.createDirectory(storage);
    mockExams = opened();
  }

  /** Mock exams as a window that is newly opened has them. */
  function opened(): MockExams {
    const { progress, decks } = extension;
    const memory = { keys: () => [], get: <T>(_: string, preset?: T) => preset, update: () => Promise.resolve() } as vscode.Memento;
    const log = vscode.window.createOutputChannel('StackDrill tests', { log: true });
    return new MockExams({ storage, progress, decks, memory, log, clock });
  }

  async function begin(mode: 'exam' | 'practice' = 'exam', seed = 7): Promise<void> {
    await mockExams.start(page, { questions: 6, minutes: 12, mode, seed });
    assert.equal(page.view?.kind, 'mockExamStart');
    await page.activity?.receive?.({ type: 'beginMockExam' });
    assert.equal(page.shown.current, 0);
  }

  async function act(...actions: readonly MockExamAction[]): Promise<void> {
    for (const action of actions) {
      const index = page.view?.kind === 'mockExam' ? page.view.current : 0;
      await page.activity?.receive?.({ type: 'mockExam', index, sequence: ++sequence, action });
    }
  }

  /** Options of the question that is shown: the right ones, or as many that are not all right. */
  async function optionsOf(right: boolean): Promise<number[]> {
    const { knowledge } = await extension.knowledge.load();
    const question = knowledge.content.questions.find(({ stem }) => stem === page.shown.question?.stem);
    assert.ok(question && isOptionQuestion(question));
    const correct = [...question.options.keys()].filter((option) => question.options[option]?.correct);
    return right ? correct : [...question.options.keys()].filter((option) => !correct.includes(option)).slice(0, correct.length);
  }

  async function kept(): Promise<{ window: string | null; mockExam: { items: { chosen: number[] }[]; clock: { elapsed: number } } }> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(storage, 'mockExam.json'));
    return JSON.parse(new TextDecoder().decode(bytes)) as Awaited<ReturnType<typeof kept>>;
  }

  async function names(): Promise<string[]> {
    return (await vscode.workspace.fs.readDirectory(storage)).map(([name]) => name).sort();
  }

  it('draws the same questions for the same seed, and starts no clock before it is begun', async () => {
    await begin();
    const first = page.shown.question?.stem;
    page.close();
    await useNewStorage();
    await mockExams.start(page, { questions: 6, minutes: 12, seed: 7 });
    clock.run(5 * minute);
    await page.activity?.receive?.({ type: 'beginMockExam' });
    assert.equal(page.shown.question?.stem, first);
    assert.equal(page.shown.timeLeft, 12 * minute);
  });

  it('never tells the panel what is right before the end', async () => {
    await begin();
    for (let index = 0; index < 6; index++) {
      await act({ kind: 'answer', chosen: await optionsOf(true) });
      const said = JSON.stringify(page.shown);
      for (const word of ['rationale', 'correct', 'tempting', 'outcome', 'sources']) assert.ok(!said.includes(`"${word}"`), word);
      await act({ kind: 'next' });
    }
    assert.equal(page.shown.question, undefined);
    await act({ kind: 'finish' });
    assert.ok(JSON.stringify(page.result).includes('"rationale"'));
  });

  it('answers, flags, strikes and goes, and writes each of it down', async () => {
    await begin();
    const wrong = await optionsOf(false);
    const struck = (await optionsOf(true))[0] ?? 0;
    await act({ kind: 'answer', chosen: wrong }, { kind: 'flag', flagged: true }, { kind: 'strike', option: struck });
    assert.deepEqual(page.shown.question?.chosen, wrong);
    assert.deepEqual(
      page.shown.question.options.filter((option) => option.struck).map(({ option }) => option),
      [struck],
    );
    assert.deepEqual(page.shown.items[0], { status: 'answered', flagged: true });
    assert.deepEqual((await kept()).mockExam.items[0]?.chosen, wrong);
    await act({ kind: 'go', index: 4 });
    assert.equal(page.shown.current, 4);
    assert.deepEqual(await names(), ['mockExam.json']);
  });

  it('refuses a key that was pressed while another question was shown', async () => {
    await begin();
    await act({ kind: 'next' });
    await page.activity?.receive?.({ type: 'mockExam', index: 0, sequence: ++sequence, action: { kind: 'answer', chosen: [0] } });
    assert.deepEqual(page.shown.question?.chosen, []);
    assert.equal(page.shown.sequence, sequence);
  });

  it('goes on after a reload where it was, with its time counted', async () => {
    await begin();
    const chosen = await optionsOf(true);
    await act({ kind: 'answer', chosen }, { kind: 'next' }, { kind: 'flag', flagged: true });
    const state = page.activity?.kept;
    assert.ok(state?.kind === 'mockExam');
    // The window is gone without a word.
    page = new Page();
    clock.jump(minute);
    mockExams = opened();
    const restored = await mockExams.restored(state, page);
    assert.ok(typeof restored !== 'string');
    await page.show(restored);
    assert.equal(page.shown.current, 1);
    assert.deepEqual(page.shown.items[0], { status: 'answered', flagged: false });
    assert.equal(page.shown.items[1]?.flagged, true);
    assert.equal(page.shown.timeLeft, 11 * minute);
    await act({ kind: 'previous' });
    assert.deepEqual(page.shown.question?.chosen, chosen);
  });

  it('belongs to one window: another one is told, and one that lost it stops', async () => {
    await begin();
    const first = { page, mockExams };
    page = new Page();
    mockExams = opened();
    const refused = await mockExams.restored({ kind: 'mockExam', window: 'another' }, page);
    assert.ok(typeof refused === 'string');
    assert.match(refused, /goes on in another window/);
    // As after a crash: its heartbeat is old.
    clock.jump(3 * minute);
    const taken = await mockExams.restored({ kind: 'mockExam', window: 'another' }, page);
    assert.ok(typeof taken !== 'string');
    await page.show(taken);
    await first.page.activity?.receive?.({ type: 'mockExam', index: 0, sequence: 1, action: { kind: 'flag', flagged: true } });
    assert.equal(first.page.view?.kind, 'message');
    assert.equal((await kept()).window, mockExams.window);
    await act({ kind: 'next' });
    assert.equal(page.shown.items[0]?.flagged, false);
    first.page.close();
  });

  it('beats while it is shown, and stops when it is left', async () => {
    await begin();
    clock.run(heartbeat);
    // The next action is written after the beat, and waited for.
    await act({ kind: 'tick' });
    assert.equal((await kept()).mockExam.clock.elapsed, heartbeat);
    assert.equal(clock.waiting, 1);
    page.close();
    assert.equal(clock.waiting, 0);
  });

  it('ends when the time is up, and shows the result', async () => {
    await begin();
    await act({ kind: 'answer', chosen: await optionsOf(true) });
    clock.run(12 * minute);
    await page.until('mockExamResult');
    assert.equal(page.result.overall.right, 1);
    assert.equal(page.result.unanswered, 5);
    assert.equal(page.result.elapsed, 12 * minute);
    assert.equal(clock.waiting, 0);
  });

  it('whose deadline passed while it was closed is over as of the deadline, and recorded once', async () => {
    const began = clock.now();
    await begin();
    page.close();
    clock.jump(60 * minute);
    mockExams = opened();
    await mockExams.start(page);
    assert.equal(page.result.finished, began + 12 * minute);
    assert.equal((await mockExams.records()).records.filter(({ id }) => id === page.result.id).length, 1);
  });

  it('in practice stands while it is paused or closed, and hides the question', async () => {
    await begin('practice');
    await act({ kind: 'pause' });
    assert.equal(page.shown.question, undefined);
    clock.run(30 * minute);
    await act({ kind: 'resume' });
    assert.equal(page.shown.timeLeft, 12 * minute);
    const state = page.activity?.kept;
    page.close();
    clock.jump(30 * minute);
    mockExams = opened();
    assert.ok(state?.kind === 'mockExam');
    const restored = await mockExams.restored(state, page);
    assert.ok(restored instanceof MockExamActivity);
    await page.show(restored);
    assert.equal(page.shown.timeLeft, 12 * minute);
  });

  it('cannot be paused under exam conditions', async () => {
    await begin('exam');
    await act({ kind: 'pause' });
    assert.equal(page.shown.paused, false);
    assert.ok(page.shown.question);
  });

  it('goes to the log with a review of each question, which moves no card', async () => {
    const { progress, decks } = extension;
    await begin('exam', 11);
    for (let index = 0; index < 6; index++) await act({ kind: 'answer', chosen: await optionsOf(index < 4) }, { kind: 'next' });
    await act({ kind: 'finish' });
    const { id, misses } = page.result;
    assert.equal(page.result.overall.right, 4);
    assert.equal(misses.length, 2);
    const entries = (await progress.entries()).filter((entry) => entry.id.startsWith(id));
    const reviews = entries.filter((entry) => entry.kind === 'review');
    assert.equal(entries.filter(({ kind }) => kind === 'exam').length, 1);
    assert.equal(reviews.length, 6);
    assert.ok(reviews.every(({ practice }) => practice === 'exam'));
    assert.equal(reviews.filter(({ correct }) => correct).length, 4);
    const { state } = await decks.load();
    assert.ok(misses.every((card) => state.schedule.state(card) === undefined));
  });

  it('turns what was missed into cards that are due soon, once', async () => {
    const { progress, decks } = extension;
    await begin('exam', 12);
    await act({ kind: 'finish' });
    const { misses, id } = page.result;
    assert.equal(page.result.missesAreCards, false);
    await page.activity?.receive?.({ type: 'missesToCards' });
    assert.equal(page.result.missesAreCards, true);
    await page.activity?.receive?.({ type: 'missesToCards' });
    const { state } = await decks.load();
    for (const card of misses) assert.ok(state.schedule.isDue(card, clock.now() + 20 * minute), card);
    assert.equal((await progress.entries()).filter((entry) => entry.id.startsWith(`${id}-miss-`)).length, misses.length);
    // It stays so when the result is opened again.
    const again = await opened().resultNamed(id, page);
    assert.ok(again);
    await page.show(again);
    assert.equal(page.result.missesAreCards, true);
  });

  it('stands in the history with its score, and opens from there', async () => {
    await begin('practice', 13);
    await act({ kind: 'answer', chosen: await optionsOf(true) }, { kind: 'finish' });
    const { id, score } = page.result;
    await mockExams.showHistory(page);
    assert.ok(page.view?.kind === 'mockExams');
    const [row] = page.view.rows.filter((one) => one.id === id);
    assert.ok(row);
    assert.deepEqual([row.score, row.right, row.total, row.mode], [score, 1, 6, 'practice']);
    await page.activity?.receive?.({ type: 'openMockExam', id });
    assert.equal(page.result.score, score);
  });

  it('whose file is damaged is told of, and the file set aside under a name of its own', async () => {
    const broken = new TextEncoder().encode('{"window":null,"heart');
    for (const expected of [['mockExam.damaged.json'], ['mockExam.damaged-2.json', 'mockExam.damaged.json']]) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(storage, 'mockExam.json'), broken);
      const answer = await mockExams.restored({ kind: 'mockExam', window: 'any' }, page);
      assert.equal(typeof answer, 'string');
      assert.deepEqual(await names(), expected);
    }
    assert.deepEqual(new Uint8Array(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(storage, 'mockExam.damaged.json'))), broken);
  });

  it('takes presets and measures as the argument of its command, and says what is wrong with others', async () => {
    const { knowledge } = await extension.knowledge.load();
    const exam = knowledge.exam('sap-c02');
    assert.ok(exam);
    const quarter = choiceOf({ preset: 'quarter', mode: 'practice', seed: 3 }, exam);
    assert.ok('preset' in quarter && quarter.preset.questions === 19 && quarter.mode === 'practice' && quarter.seed === 3);
    const custom = choiceOf({ questions: 5, domains: ['1'] }, exam);
    assert.ok('preset' in custom && custom.preset.minutes === 12 && custom.preset.domains.join() === '1' && custom.mode === 'exam');
    for (const wrong of [
      { preset: 'huge' },
      { preset: 'full', mode: 'lax' },
      { preset: 'full', seed: 'x' },
      { questions: 0 },
      { questions: 5, domains: ['9'] },
      42,
      null,
    ]) {
      assert.ok('problem' in choiceOf(wrong, exam), JSON.stringify(wrong));
    }
  });

  it('is started and listed by its commands', async () => {
    await vscode.commands.executeCommand('stackdrill.mockExam', { preset: 'quarter', seed: 1 });
    const view = extension.panel.view;
    assert.ok(view.kind === 'mockExamStart' && view.questions === 19);
    await vscode.commands.executeCommand('stackdrill.mockExams');
    assert.equal(extension.panel.view.kind, 'mockExams');
  });
});
