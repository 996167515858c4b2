import * as vscode from 'vscode';
import type { CardFilter, CardRow, CardsView, PanelMessage, PanelState } from '../../panel/protocol';
import type { CardInfo } from '../../study/asked';
import type { StudyState } from '../../study/state';
import { editCard } from '../cardEditor';
import type { DeckStore } from '../deckStore';
import type { ProgressStore } from '../progressStore';
import type { Activity, Stage } from './activity';

/** All cards in a list: search and filter them, suspend, bury, edit or ask them. */
export class CardsActivity implements Activity {
  readonly title = vscode.l10n.t('Cards');
  readonly kept: PanelState;
  readonly #filter: CardFilter;
  readonly #stage: Stage;
  readonly #decks: DeckStore;
  readonly #progress: ProgressStore;

  constructor(filter: CardFilter, parts: { stage: Stage; decks: DeckStore; progress: ProgressStore }) {
    this.#filter = filter;
    this.kept = { kind: 'cards', filter };
    this.#stage = parts.stage;
    this.#decks = parts.decks;
    this.#progress = parts.progress;
  }

  async view(): Promise<CardsView> {
    const { deck, state, knowledge } = await this.#decks.load();
    const now = Date.now();
    const packed = new Set(knowledge.content.questions.map(({ id }) => `question:${id}`));
    return { kind: 'cards', filter: this.#filter, rows: deck.infos.map((info) => rowOf(info, state, now, packed)) };
  }

  async receive(message: PanelMessage): Promise<void> {
    if (message.type !== 'card') return;
    const { card, action } = message;
    if (action === 'edit') {
      if (!(await editCard(card, { decks: this.#decks, progress: this.#progress }))) return;
    } else await this.#progress.add({ kind: 'card', id: this.#progress.newId(), time: Date.now(), card, action });
    await this.#stage.show(this);
  }
}

function rowOf({ card, kind, title, facts, services }: CardInfo, { schedule }: StudyState, now: number, questions: ReadonlySet<string>): CardRow {
  const state = schedule.state(card, now);
  const suspended = schedule.isSuspended(card);
  return {
    card,
    cardKind: kind,
    title,
    note: facts[0] ?? services[0] ?? '',
    phase: state?.phase ?? 'new',
    due: state?.due ?? null,
    reviews: state?.reviews ?? 0,
    lapses: state?.lapses ?? 0,
    recall: schedule.recall(card, now) ?? null,
    isDue: schedule.isDue(card, now),
    suspended,
    buried: !suspended && schedule.isHeldBack(card, now),
    leech: state?.leech ?? false,
    editable: kind === 'own' || questions.has(card),
  };
}
