import * as vscode from 'vscode';
import type { Knowledge } from '../../knowledge/knowledge';
import type { PanelMessage, PanelState, View } from '../../panel/protocol';
import type { MockExamRow } from '../../panel/protocolMockExam';
import { itemsOf, type MockExamRecord } from '../../study/mockExamRecord';
import { usablePassingScore } from '../../study/mockExamScore';
import type { DeckStore } from '../deckStore';
import type { MockExams, MockExamStage } from '../mockExams';
import type { Activity } from './activity';

/** All recorded mock exams: opens the result of one, or starts another. */
export class MockExamHistoryActivity implements Activity {
  readonly title = vscode.l10n.t('Mock exams');
  readonly kept: PanelState = { kind: 'mockExams' };
  readonly #mockExams: MockExams;
  readonly #decks: DeckStore;
  readonly #stage: MockExamStage;

  constructor(parts: { mockExams: MockExams; decks: DeckStore; stage: MockExamStage }) {
    this.#mockExams = parts.mockExams;
    this.#decks = parts.decks;
    this.#stage = parts.stage;
  }

  async view(): Promise<View> {
    const [{ knowledge }, { records, unreadable }] = await Promise.all([this.#decks.load(), this.#mockExams.records()]);
    const latestFirst = records.toSorted((one, other) => other.finished - one.finished);
    return { kind: 'mockExams', rows: latestFirst.map((record) => rowOf(record, knowledge)), unreadable };
  }

  async receive(message: PanelMessage): Promise<void> {
    if (message.type === 'chooseMockExam') await this.#mockExams.start(this.#stage);
    else if (message.type === 'openMockExam') {
      const result = await this.#mockExams.resultNamed(message.id, this.#stage);
      if (result) await this.#stage.show(result);
    }
  }
}

function rowOf(record: MockExamRecord, knowledge: Knowledge): MockExamRow {
  const { id, examId, title, mode, finished, elapsed, minutes, score, low, high, passed } = record;
  const exam = knowledge.exam(examId);
  const counting = itemsOf(record).filter(({ outcome }) => outcome !== 'withdrawn');
  return {
    id,
    exam: exam?.code ?? examId,
    title: vscode.l10n.t(title),
    mode,
    finished,
    elapsed,
    minutes,
    right: counting.filter(({ outcome }) => outcome === 'right').length,
    total: counting.length,
    score,
    low,
    high,
    passed,
    passingScore: (exam && usablePassingScore(exam)) ?? null,
  };
}
