import * as vscode from 'vscode';
import type { PanelMessage, PanelState, View } from '../../panel/protocol';
import type { Entry } from '../../study/log';
import { itemsOf, resultOfRecord, type MockExamRecord } from '../../study/mockExamRecord';
import { misses } from '../../study/mockExamResult';
import type { DeckStore } from '../deckStore';
import type { MockExams, MockExamStage } from '../mockExams';
import type { ProgressStore } from '../progressStore';
import type { Activity } from './activity';
import { mockExamResultView } from './mockExamResultView';

/** The result of a recorded mock exam, with every question and its rationales; turns what was missed into cards. */
export class MockExamResultActivity implements Activity {
  readonly title = vscode.l10n.t('Mock exam result');
  readonly kept: PanelState;
  readonly #record: MockExamRecord;
  readonly #mockExams: MockExams;
  readonly #decks: DeckStore;
  readonly #progress: ProgressStore;
  readonly #stage: MockExamStage;
  /** Whether the log has the misses as reviews; looked up once. */
  #missesAreCards: Promise<boolean> | undefined;

  constructor(record: MockExamRecord, parts: { mockExams: MockExams; decks: DeckStore; progress: ProgressStore; stage: MockExamStage }) {
    this.#record = record;
    this.#mockExams = parts.mockExams;
    this.#decks = parts.decks;
    this.#progress = parts.progress;
    this.#stage = parts.stage;
    this.kept = { kind: 'mockExamResult', id: record.id };
  }

  async view(): Promise<View> {
    const { knowledge } = await this.#decks.load();
    const exam = knowledge.exam(this.#record.examId);
    if (!exam) return { kind: 'message', text: vscode.l10n.t('StackDrill has no exam "{0}" any more, so this result cannot be shown.', this.#record.examId) };
    this.#missesAreCards ??= this.#haveMisses();
    return mockExamResultView(resultOfRecord(this.#record, exam), { knowledge, exam, missesAreCards: await this.#missesAreCards });
  }

  async receive(message: PanelMessage): Promise<void> {
    if (message.type === 'missesToCards') await this.#turnMisses();
    else if (message.type === 'openMockExams') await this.#mockExams.showHistory(this.#stage);
  }

  /** Each miss counts as an answer that was wrong, so that its card comes back soon. */
  async #turnMisses(): Promise<void> {
    if (await this.#missesAreCards) return;
    this.#missesAreCards = Promise.resolve(true);
    const missed = new Set(misses({ items: itemsOf(this.#record) }));
    const time = this.#mockExams.clock.now();
    const entries = itemsOf(this.#record).flatMap(({ card, milliseconds }, index): Entry[] =>
      missed.has(card) ? [{ kind: 'review', id: this.#missId(index), card, time, grade: 1, correct: false, sureness: null, duration: milliseconds }] : [],
    );
    const written = this.#progress.add(...entries);
    await this.#stage.show(this);
    await written;
  }

  async #haveMisses(): Promise<boolean> {
    const start = this.#missId('');
    return (await this.#progress.entries()).some(({ id }) => id.startsWith(start));
  }

  /** The same in every window, so that turning the misses into cards twice counts once. */
  #missId(index: number | ''): string {
    return `${this.#record.id}-miss-${index}`;
  }
}
