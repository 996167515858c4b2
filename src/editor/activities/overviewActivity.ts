import * as vscode from 'vscode';
import { titleOf } from '../../knowledge/content';
import type { PanelMessage, PanelState, View } from '../../panel/protocol';
import type { QuizScope } from '../../study/scope';
import type { OverviewAction } from '../../study/statistics/action';
import { commands } from '../commandIds';
import type { DeckStore, LoadedDeck } from '../deckStore';
import { setting } from '../settings';
import type { Activity, Stage } from './activity';

/** Readiness, forecast, calibration and all other charts; every bar starts the quiz that improves it. */
export class OverviewActivity implements Activity {
  readonly title = vscode.l10n.t('Progress');
  readonly kept: PanelState = { kind: 'overview' };
  readonly #stage: Stage;
  readonly #decks: DeckStore;

  constructor(parts: { stage: Stage; decks: DeckStore }) {
    this.#stage = parts.stage;
    this.#decks = parts.decks;
  }

  async view(): Promise<View> {
    const [{ deck, state, knowledge }, { overviewOf }] = await Promise.all([this.#decks.load(), import('../../study/statistics/overview')]);
    const exam = knowledge.exam(setting('exam')) ?? knowledge.content.exams[0];
    if (!exam) return { kind: 'message', text: vscode.l10n.t('StackDrill has no exam "{0}". Choose another with "StackDrill: Switch Exam".', setting('exam')) };
    const serviceName = (id: string): string => {
      const note = knowledge.note(id);
      return note ? titleOf(note) : id;
    };
    const options = { now: Date.now(), desiredRetention: setting('study.retention'), examDate: setting('study.examDate'), serviceName };
    return { kind: 'overview', overview: overviewOf(state, deck.infos, exam, options) };
  }

  async receive(message: PanelMessage): Promise<void> {
    if (message.type !== 'overview') return;
    if (message.action.kind === 'mockExam') await vscode.commands.executeCommand(commands.mockExam);
    else await this.#stage.startQuiz(scopeOfAction(message.action, await this.#decks.load()));
  }
}

/** The quiz behind a bar of the charts. */
export function scopeOfAction(action: Exclude<OverviewAction, { kind: 'mockExam' }>, { deck, state }: LoadedDeck): QuizScope {
  const { schedule, history } = state;
  const { calendar } = schedule.settings;
  const chosen = (title: string, passes: (card: string) => boolean): QuizScope => ({
    kind: 'cards',
    title,
    ids: deck.infos.map(({ card }) => card).filter((card) => !schedule.isSuspended(card) && passes(card)),
  });
  const dayName = (day: number): string => new Date(calendar.startOf(day)).toLocaleDateString(vscode.env.language, { dateStyle: 'medium' });
  switch (action.kind) {
    case 'domain':
      return { kind: 'domain', exam: action.exam, id: action.domain };
    case 'service':
      return { kind: 'service', id: action.service };
    case 'level':
      return { kind: 'level', id: action.level };
    case 'cardKind':
      return { kind: 'cardKind', id: action.cardKind };
    case 'due':
    case 'new':
      return { kind: action.kind };
    case 'day':
      return chosen(vscode.l10n.t('Due on {0}', dayName(action.day)), (card) => {
        const due = schedule.state(card)?.due;
        return due !== undefined && calendar.dayOf(due) === action.day;
      });
    case 'answeredOn':
      return chosen(vscode.l10n.t('Answered on {0}', dayName(action.day)), (card) => {
        const last = schedule.state(card)?.lastReview;
        return last !== undefined && calendar.dayOf(last) === action.day;
      });
    case 'sureness': {
      const label = { guess: vscode.l10n.t('Guessed, and wrong'), 'think-so': vscode.l10n.t('Thought so, and wrong'), sure: vscode.l10n.t('Sure, and wrong') }[
        action.sureness
      ];
      return chosen(label, (card) => {
        const tally = history.cards.get(card)?.sureness[action.sureness];
        return tally !== undefined && tally.answers > tally.right;
      });
    }
  }
}
