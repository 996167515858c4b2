import * as vscode from 'vscode';
import type { Exam } from '../knowledge/schema';
import type { PanelState } from '../panel/protocol';
import { longestGap, mockExamAfter, startMockExam, statusOf, timeLeft, type MockExam } from '../study/mockExam';
import { drawQuestions, type Draw } from '../study/mockExamDraw';
import { decodeRecord, itemsOf, pastDraws, recordOf, type MockExamRecord } from '../study/mockExamRecord';
import { restoreMockExam } from '../study/mockExamRestore';
import { resultOf } from '../study/mockExamResult';
import type { Entry } from '../study/log';
import { gradeOf } from '../study/review';
import type { Activity, Stage } from './activities/activity';
import { MockExamActivity } from './activities/mockExamActivity';
import { MockExamHistoryActivity } from './activities/mockExamHistoryActivity';
import { MockExamResultActivity } from './activities/mockExamResultActivity';
import { mockExamStartActivity } from './activities/mockExamStartActivity';
import type { DeckStore } from './deckStore';
import { choiceOf, mockExamTitle, pickMockExam, told, type MockExamChoice } from './mockExamChoice';
import { MockExamFile } from './mockExamFile';
import { folderAt } from './progressFolder';
import type { ProgressStore } from './progressStore';
import { setting } from './settings';

/** The panel, as mock exams see it. */
export interface MockExamStage extends Stage {
  /** Draws an activity again where it is shown, without bringing a hidden panel to the front. */
  redraw(activity: Activity): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs a task once; gives what calls it off. */
  after(milliseconds: number, task: () => void): () => void;
}

const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};

interface Parts {
  /** Where the running mock exam is kept. */
  readonly storage: vscode.Uri;
  readonly decks: DeckStore;
  readonly progress: ProgressStore;
  /** What the learner has set about the look. */
  readonly memory: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  readonly clock?: Clock;
}

/** A mock exam that was kept, with the window that has it. */
interface Found {
  readonly mockExam: MockExam;
  /** Another window shows it at the moment. */
  readonly elsewhere: boolean;
  readonly window: string | null;
}

/** A mock exam that was drawn and waits to be begun. */
export interface PreparedMockExam extends MockExamChoice {
  readonly exam: Exam;
  readonly draw: Draw;
  readonly seed: number;
}

const timeHidden = 'mockExamTimeHidden';

/** Chooses mock exams, keeps the running one, and records those that are over. */
export class MockExams {
  readonly clock: Clock;
  readonly #parts: Parts;
  readonly #file: MockExamFile;
  /** The one that this window showed last. */
  #running: MockExamActivity | undefined;
  #toldOfFailure = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.clock = parts.clock ?? systemClock;
    this.#file = new MockExamFile(
      () => folderAt(parts.storage),
      (error) => this.#tellFailure(error),
    );
  }

  /** Names this window in what its panel keeps. */
  get window(): string {
    return this.#file.window;
  }

  get timeHidden(): boolean {
    return this.#parts.memory.get(timeHidden, false);
  }

  async hideTime(hidden: boolean): Promise<void> {
    await this.#parts.memory.update(timeHidden, hidden);
  }

  /** The command: goes on with the running mock exam, or has the learner choose one; `argument` chooses without asking. */
  async start(stage: MockExamStage, argument?: unknown): Promise<void> {
    const found = await this.#found();
    if (found) {
      const answer = await this.#askWhatNow(found);
      if (answer === undefined) return;
      if (answer !== 'another') return this.#goOn(found.mockExam, answer, stage);
    }
    const exam = await this.#exam(setting('exam'));
    if (!exam) return;
    const choice = argument === undefined ? await pickMockExam(exam) : choiceOf(argument, exam);
    if (!choice) return;
    if ('problem' in choice) void vscode.window.showErrorMessage(choice.problem);
    else await this.#prepare(exam, choice, found?.mockExam, stage);
  }

  async showHistory(stage: MockExamStage): Promise<void> {
    await stage.show(this.history(stage));
  }

  history(stage: MockExamStage): Activity {
    return new MockExamHistoryActivity({ mockExams: this, decks: this.#parts.decks, stage });
  }

  /** What a panel showed before the window was reloaded, or a sentence on why it cannot. */
  async restored(state: Extract<PanelState, { kind: 'mockExam' | 'mockExamResult' | 'mockExams' }>, stage: MockExamStage): Promise<Activity | string> {
    switch (state.kind) {
      case 'mockExams':
        return this.history(stage);
      case 'mockExamResult':
        return (await this.resultNamed(state.id, stage)) ?? vscode.l10n.t('This mock exam is not in the log any more.');
      case 'mockExam': {
        const found = await this.#found();
        if (!found) return vscode.l10n.t('The mock exam that was open here is over. Its result stands in "StackDrill: Mock Exam History".');
        if (found.elsewhere && found.window !== state.window) {
          return vscode.l10n.t('This mock exam goes on in another window. Run "StackDrill: Start Mock Exam" to take it over.');
        }
        const reopened = mockExamAfter(found.mockExam, { kind: 'reopen' }, this.clock.now());
        return (await this.#taken(reopened, stage)) ?? vscode.l10n.t('The exam of this mock exam is not in the notes any more.');
      }
    }
  }

  /** The result of a recorded mock exam; nothing where there is none of that id. */
  async resultNamed(id: string, stage: MockExamStage): Promise<Activity | undefined> {
    const record = (await this.records()).records.find((one) => one.id === id);
    return record && this.#resultOf(record, stage);
  }

  /** All mock exams that were recorded and can be read, the oldest first. */
  async records(): Promise<{ readonly records: readonly MockExamRecord[]; readonly unreadable: number }> {
    const { state } = await this.#parts.decks.load();
    const decoded = state.exams.map(({ record }) => decodeRecord(record));
    const records = decoded.filter((one) => typeof one !== 'string');
    return { records, unreadable: decoded.length - records.length };
  }

  /** Starts the clock of a mock exam that was prepared; one that runs is discarded. */
  async begin({ preset, mode, seed, draw }: PreparedMockExam, stage: MockExamStage): Promise<void> {
    const now = this.clock.now();
    const mockExam = startMockExam({ id: this.#parts.progress.newId(), preset, mode, seed, now, draw });
    const written = this.#file.take(mockExam, now);
    await stage.show(this.#activity(mockExam, stage));
    await written;
  }

  /** Keeps a running mock exam; false where another window has taken it over. */
  keep(mockExam: MockExam): Promise<boolean> {
    return this.#file.keep(mockExam, this.clock.now());
  }

  /** Keeps a mock exam that is not shown any more, for any window to go on with. */
  release(mockExam: MockExam): Promise<boolean> {
    return this.#file.release(mockExam, this.clock.now());
  }

  /** Records a finished mock exam, once, and gives its result; nothing where its exam is gone. */
  async over(mockExam: MockExam, stage: MockExamStage): Promise<MockExamResultActivity | undefined> {
    const { decks, progress } = this.#parts;
    const { knowledge, state } = await decks.load();
    const exam = await this.#exam(mockExam.examId);
    if (!exam) return undefined;
    const record = recordOf(resultOf(mockExam, exam, (id) => knowledge.question(id)));
    // The file outlives the record where the window is closed between the two.
    if (!state.exams.some(({ id }) => id === mockExam.id)) void progress.add(...entriesOf(mockExam, record)).then(() => this.#file.remove());
    else void this.#file.remove();
    return this.#resultOf(record, stage);
  }

  #resultOf(record: MockExamRecord, stage: MockExamStage): MockExamResultActivity {
    return new MockExamResultActivity(record, { ...this.#parts, mockExams: this, stage });
  }

  #activity(mockExam: MockExam, stage: MockExamStage): MockExamActivity {
    this.#running = new MockExamActivity(mockExam, { mockExams: this, decks: this.#parts.decks, stage });
    return this.#running;
  }

  /** Takes a mock exam up again in this window; one whose time is up meanwhile is over. */
  async #taken(mockExam: MockExam, stage: MockExamStage): Promise<Activity | undefined> {
    await this.#file.take(mockExam, this.clock.now());
    return mockExam.finished === undefined ? this.#activity(mockExam, stage) : this.over(mockExam, stage);
  }

  async #goOn(kept: MockExam, how: 'goOn' | 'finish', stage: MockExamStage): Promise<void> {
    const running = this.#running;
    if (running && stage.isShown(running)) return how === 'finish' ? running.finish() : stage.show(running);
    const now = this.clock.now();
    const reopened = mockExamAfter(kept, { kind: 'reopen' }, now);
    const activity = await this.#taken(how === 'finish' ? mockExamAfter(reopened, { kind: 'finish' }, now) : reopened, stage);
    if (activity) await stage.show(activity);
  }

  async #prepare(exam: Exam, { preset, mode, seed: given }: MockExamChoice, running: MockExam | undefined, stage: MockExamStage): Promise<void> {
    const { knowledge } = await this.#parts.decks.load();
    const { records } = await this.records();
    const seed = given ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    const draw = drawQuestions(exam, knowledge.content.questions, { preset, seed, past: pastDraws(records) });
    if (draw.picked.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There are no questions for {0} yet.', exam.code));
      return;
    }
    await stage.show(mockExamStartActivity({ exam, preset, mode, seed, draw }, { mockExams: this, stage, discards: running !== undefined }));
  }

  /** What to do with a mock exam that runs, or is over and not yet recorded; nothing where the learner thinks better of it. */
  async #askWhatNow({ mockExam, elsewhere }: Found): Promise<'goOn' | 'finish' | 'another' | undefined> {
    const left = timeLeft(mockExam, this.clock.now());
    if (mockExam.finished !== undefined || left <= 0) return 'goOn';
    if (elsewhere && !(await this.#asksToTakeOver())) return undefined;
    const minutes = Math.ceil(left / 60_000);
    const title = mockExamTitle((await this.#exam(mockExam.examId))?.code ?? mockExam.examId, mockExam.title);
    const items = [
      { label: vscode.l10n.t('Go on with it'), description: vscode.l10n.t('{0}, {1} minutes left', title, minutes), answer: 'goOn' },
      { label: vscode.l10n.t('Finish it'), description: vscode.l10n.t('and see its result'), answer: 'finish' },
      { label: vscode.l10n.t('Discard it and start another'), description: vscode.l10n.t('it is discarded when the other one begins'), answer: 'another' },
    ] as const;
    const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('A mock exam is running'), placeHolder: vscode.l10n.t('What now?') });
    if (picked?.answer !== 'finish') return picked?.answer;
    const open = mockExam.items.filter((item) => statusOf(item) !== 'answered').length;
    const finish = vscode.l10n.t('Finish');
    const detail = vscode.l10n.t('{0} of {1} questions are not answered. They count as wrong.', open, mockExam.items.length);
    const sure = await vscode.window.showWarningMessage(vscode.l10n.t('Finish the mock exam?'), { modal: true, detail }, finish);
    return sure === finish ? 'finish' : undefined;
  }

  async #asksToTakeOver(): Promise<boolean> {
    const takeOver = vscode.l10n.t('Take It Over');
    const detail = vscode.l10n.t('It goes on here, and is closed there. Nothing is lost.');
    return (await vscode.window.showWarningMessage(vscode.l10n.t('A mock exam is running in another window.'), { modal: true, detail }, takeOver)) === takeOver;
  }

  /** The mock exam that is kept; the learner is told where it cannot be gone on with. */
  async #found(): Promise<Found | undefined> {
    try {
      const kept = await this.#file.read();
      if (!kept) return undefined;
      const { knowledge } = await this.#parts.decks.load();
      const restored = restoreMockExam(kept === 'damaged' ? undefined : kept.mockExam, (id) => knowledge.question(id));
      if (kept !== 'damaged' && 'mockExam' in restored) {
        const elsewhere = kept.window !== null && kept.window !== this.window && Math.abs(this.clock.now() - kept.heartbeat) < longestGap;
        return { mockExam: restored.mockExam, elsewhere, window: kept.window };
      }
      const name = await this.#file.setAside();
      const reason = 'reason' in restored ? told(restored.reason) : '';
      void vscode.window.showWarningMessage(vscode.l10n.t('{0} What was kept is now in {1}.', reason, vscode.Uri.joinPath(this.#parts.storage, name).fsPath));
    } catch (error) {
      this.#tellFailure(error);
    }
    return undefined;
  }

  async #exam(id: string): Promise<Exam | undefined> {
    const { knowledge } = await this.#parts.decks.load();
    const exam = knowledge.exam(id);
    if (!exam) {
      void vscode.window.showErrorMessage(vscode.l10n.t('StackDrill has no exam "{0}". Choose another with "StackDrill: Switch Exam".', id));
    }
    return exam;
  }

  #tellFailure(error: unknown): void {
    this.#parts.log.error('The file of the running mock exam cannot be used.', error);
    if (this.#toldOfFailure) return;
    this.#toldOfFailure = true;
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'StackDrill cannot keep your mock exam in {0}. It goes on as long as this window is open; the output tells more.',
        this.#parts.storage.fsPath,
      ),
    );
  }
}

/** What the log gets of a finished mock exam: its record, and a review of each question that counts. */
function entriesOf({ id, finished = 0 }: MockExam, record: MockExamRecord): readonly Entry[] {
  const reviews = itemsOf(record).flatMap(({ card, outcome, milliseconds }, index): Entry[] => {
    if (outcome === 'withdrawn') return [];
    const correct = outcome === 'right';
    return [
      {
        kind: 'review',
        id: `${id}-${index}`,
        card,
        time: finished,
        grade: gradeOf(correct, null),
        correct,
        sureness: null,
        duration: milliseconds,
        practice: 'exam',
      },
    ];
  });
  return [{ kind: 'exam', id, time: finished, record }, ...reviews];
}
