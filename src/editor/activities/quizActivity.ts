import * as vscode from 'vscode';
import type { PanelMessage, PanelState, View } from '../../panel/protocol';
import type { Asked } from '../../study/asked';
import type { CardAction } from '../../study/log';
import { learnAhead } from '../../study/queue';
import { answer, askAgain, goTo, takeBack, without, type Session } from '../../study/session';
import { editCard } from '../cardEditor';
import type { DeckStore, LoadedDeck } from '../deckStore';
import type { ProgressStore } from '../progressStore';
import { setting } from '../settings';
import type { Activity, Stage } from './activity';
import { quizView, summaryView } from './quizView';

/** A quiz in the panel: asks the cards of a session, writes the answers down, and brings back those that are being learned. */
export class QuizActivity implements Activity {
  readonly #stage: Stage;
  readonly #decks: DeckStore;
  readonly #progress: ProgressStore;
  #session: Session;
  /** Cards that became leeches in this session, with how often they were forgotten. */
  readonly #leeches = new Map<string, number>();

  constructor(session: Session, parts: { stage: Stage; decks: DeckStore; progress: ProgressStore }) {
    this.#session = session;
    this.#stage = parts.stage;
    this.#decks = parts.decks;
    this.#progress = parts.progress;
  }

  get title(): string {
    return this.#session.title;
  }

  get kept(): PanelState {
    return { kind: 'session', session: this.#session };
  }

  async view(): Promise<View> {
    const { deck, state, knowledge } = await this.#decks.load();
    const session = this.#session;
    const item = session.items[session.current];
    if (!item) return summaryView(session, deck);
    const asked = deck.ask(item.card, item.seed);
    if (!asked) return { kind: 'message', text: vscode.l10n.t('StackDrill has no card "{0}" any more. Start another quiz.', item.card) };
    const now = Date.now();
    const days = asked.prompt.type === 'recall' && session.mode === 'review' && !item.answer ? state.schedule.preview(item.card, now) : [];
    return quizView(session, { asked, knowledge, state: state.schedule.state(item.card, now), days, leech: this.#leeches.get(item.card), now });
  }

  async receive(message: PanelMessage): Promise<void> {
    switch (message.type) {
      case 'answer':
        return this.#answer(message);
      case 'go':
        return this.#show(goTo(this.#session, message.index));
      case 'again':
        return this.#again();
      case 'undo':
        return this.#undo();
      case 'card':
        return message.action === 'edit' ? this.#edit(message.card) : this.#act(message.card, message.action);
      default:
    }
  }

  #show(session: Session): Promise<void> {
    this.#session = session;
    return this.#stage.show(this);
  }

  async #answer({ chosen, sureness, grade, duration }: Extract<PanelMessage, { type: 'answer' }>): Promise<void> {
    const loaded = await this.#decks.load();
    const asked = this.#shown(loaded);
    if (!asked || this.#session.items[this.#session.current]?.answer) return;
    const given = { chosen, sureness, duration, time: Date.now(), id: this.#progress.newId(), ...(grade === undefined ? {} : { grade }) };
    const { session, review } = answer(this.#session, asked, given);
    const { practice, ...moving } = review;
    const wasLeech = loaded.state.schedule.state(asked.card)?.suspended;
    // What is shown next needs the answer in memory only; writing it goes on meanwhile, and tells the user itself where it fails.
    const written = this.#progress.add(practice && setting('study.cramReschedules') ? moving : review);
    const { schedule } = (await this.#decks.load()).state;
    const state = schedule.state(asked.card);
    if (state?.suspended && !wasLeech) this.#leeches.set(asked.card, state.lapses);
    const repeats = session.mode === 'review' && state && !state.suspended && state.phase !== 'review' && state.due <= given.time + learnAhead;
    await this.#show(repeats ? askAgain(session, asked.card, given.time % 2 ** 31) : session);
    await written;
  }

  #shown({ deck }: LoadedDeck): Asked | undefined {
    const item = this.#session.items[this.#session.current];
    return item && deck.ask(item.card, item.seed);
  }

  /** Asks what was missed once more; where nothing was, all of it. */
  async #again(): Promise<void> {
    const missed = this.#session.items.filter(({ answer: one }) => one?.correct !== true);
    const cards = new Map((missed.length > 0 ? missed : this.#session.items).map(({ card, seed }) => [card, { card, seed }]));
    await this.#show({ ...this.#session, items: [...cards.values()], current: 0 });
  }

  async #undo(): Promise<void> {
    const taken = takeBack(this.#session);
    if (!taken) return;
    await this.#progress.add({ kind: 'undo', id: this.#progress.newId(), time: Date.now(), review: taken.review });
    await this.#show(taken.session);
  }

  async #act(card: string, action: CardAction['action']): Promise<void> {
    await this.#progress.add({ kind: 'card', id: this.#progress.newId(), time: Date.now(), card, action });
    this.#leeches.delete(card);
    const leaves = action === 'bury' || action === 'suspend';
    await this.#show(leaves ? without(this.#session, card) : this.#session);
  }

  async #edit(card: string): Promise<void> {
    const changed = await editCard(card, { decks: this.#decks, progress: this.#progress });
    if (changed && this.#stage.isShown(this)) await this.#stage.show(this);
  }
}
