import * as vscode from 'vscode';
import type { PanelMessage, PanelState, View } from '../../panel/protocol';
import { heartbeat, mockExamAfter, timeLeft, type MockExam, type MockExamAction } from '../../study/mockExam';
import type { DeckStore } from '../deckStore';
import { mockExamTitle } from '../mockExamChoice';
import type { MockExams, MockExamStage } from '../mockExams';
import type { Activity } from './activity';
import { mockExamView } from './mockExamView';

/** A running mock exam in the panel: takes in what the learner does, keeps it, and finishes when the time is up. */
export class MockExamActivity implements Activity {
  readonly #mockExams: MockExams;
  readonly #decks: DeckStore;
  readonly #stage: MockExamStage;
  #mockExam: MockExam;
  /** Number of the panel's latest message. */
  #sequence = 0;
  #state: 'running' | 'left' | 'elsewhere' | 'over' = 'running';
  #callOffBeat: () => void = () => undefined;

  constructor(mockExam: MockExam, parts: { mockExams: MockExams; decks: DeckStore; stage: MockExamStage }) {
    this.#mockExam = mockExam;
    this.#mockExams = parts.mockExams;
    this.#decks = parts.decks;
    this.#stage = parts.stage;
    this.#waitForBeat();
  }

  get title(): string {
    return vscode.l10n.t('Mock exam');
  }

  get kept(): PanelState {
    return { kind: 'mockExam', window: this.#mockExams.window };
  }

  async view(): Promise<View> {
    if (this.#state === 'elsewhere') {
      const text = vscode.l10n.t('This mock exam goes on in another window. Run "StackDrill: Start Mock Exam" to take it over.');
      return { kind: 'message', text };
    }
    const { knowledge } = await this.#decks.load();
    const title = mockExamTitle(knowledge.exam(this.#mockExam.examId)?.code ?? this.#mockExam.examId, this.#mockExam.title);
    const { timeHidden, clock } = this.#mockExams;
    return mockExamView(this.#mockExam, { knowledge, title, timeHidden, sequence: this.#sequence, now: clock.now() });
  }

  async receive(message: PanelMessage): Promise<void> {
    if (message.type === 'hideTime') {
      await this.#mockExams.hideTime(message.hidden);
      await this.#stage.show(this);
    } else if (message.type === 'mockExam' && this.#state === 'running') {
      this.#sequence = message.sequence;
      // A key that was pressed while the panel still showed another question is not meant for this one.
      const meant = message.index === this.#mockExam.current;
      await this.#take(meant ? message.action : { kind: 'tick' }, () => this.#stage.show(this));
    }
  }

  /** Finishes it now, whatever is unanswered, and shows the result. */
  finish(): Promise<void> {
    return this.#take({ kind: 'finish' }, () => this.#stage.redraw(this));
  }

  /** The clock is moved on a last time: from now on the mock exam is closed, and can be gone on with in any window. */
  leave(): void {
    this.#callOffBeat();
    if (this.#state !== 'running') return;
    this.#state = 'left';
    this.#mockExam = mockExamAfter(this.#mockExam, { kind: 'tick' }, this.#mockExams.clock.now());
    void this.#mockExams.release(this.#mockExam);
  }

  async #take(action: MockExamAction, draw: () => Promise<void>): Promise<void> {
    this.#mockExam = mockExamAfter(this.#mockExam, action, this.#mockExams.clock.now());
    if (this.#mockExam.finished === undefined) this.#waitForBeat();
    else this.#callOffBeat();
    const kept = this.#mockExams.keep(this.#mockExam);
    if (this.#mockExam.finished === undefined) await draw();
    const ours = await kept;
    // While it was written, the learner may have gone elsewhere or another window may have taken it over.
    if (this.#state !== 'running') return;
    if (!ours) {
      this.#end('elsewhere');
      await this.#stage.redraw(this);
    } else if (this.#mockExam.finished !== undefined) {
      this.#end('over');
      const result = await this.#mockExams.over(this.#mockExam, this.#stage);
      if (result && this.#stage.isShown(this)) await this.#stage.show(result);
    }
  }

  #end(state: 'elsewhere' | 'over'): void {
    this.#callOffBeat();
    this.#state = state;
  }

  /** The next heartbeat, or the end of the time where that comes first. */
  #waitForBeat(): void {
    this.#callOffBeat();
    const { clock } = this.#mockExams;
    const left = this.#mockExam.clock.paused ? heartbeat : Math.max(0, timeLeft(this.#mockExam, clock.now()));
    this.#callOffBeat = clock.after(Math.min(heartbeat, left), () => void this.#take({ kind: 'tick' }, () => this.#stage.redraw(this)));
  }
}
