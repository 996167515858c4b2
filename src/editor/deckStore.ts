import type { Uri } from 'vscode';
import type { Knowledge } from '../knowledge/knowledge';
import type { Deck } from '../study/deck';
import type { StudyState } from '../study/state';
import type { KnowledgeStore } from './knowledgeStore';
import type { ProgressStore } from './progressStore';

export interface LoadedDeck {
  readonly deck: Deck;
  readonly state: StudyState;
  readonly knowledge: Knowledge;
}

/** The deck of all cards, made once for what is known, and anew where the learner's own cards have changed. */
export class DeckStore {
  readonly #knowledge: KnowledgeStore;
  readonly #progress: ProgressStore;
  #made: { deck: Deck; knowledge: Knowledge; own: string } | undefined;

  constructor(knowledge: KnowledgeStore, progress: ProgressStore) {
    this.#knowledge = knowledge;
    this.#progress = progress;
  }

  /** Where questions go that the learner has edited. */
  get edits(): Uri {
    return this.#knowledge.edits;
  }

  async load(): Promise<LoadedDeck> {
    const [{ knowledge }, state, { Deck }] = await Promise.all([this.#knowledge.load(), this.#progress.state(), import('../study/deck')]);
    const own = [...state.own.values()].map(({ id }) => id).join();
    if (this.#made?.knowledge !== knowledge) this.#made = { deck: new Deck(knowledge, state.own), knowledge, own };
    else if (this.#made.own !== own) this.#made = { deck: this.#made.deck.withOwn(state.own), knowledge, own };
    return { deck: this.#made.deck, state, knowledge };
  }
}
