import { createEmptyCard, fsrs, Rating, type Card as FsrsCard, type FSRS } from 'ts-fsrs';
import type { Review } from './review';

/** What the reviews of a card amount to. */
export interface CardState {
  readonly card: string;
  /** When it is due, in milliseconds since 1970. */
  readonly due: number;
  /** Days until recall is expected to have fallen to 90 %. */
  readonly stability: number;
  readonly reviews: number;
  readonly lastCorrect: boolean;
}

/** A card counts as mastered when it was right last time and is expected to hold this many days. */
const masteredStability = 21;

const ratings = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy } as const;

/** Days of recall held, at the target of 90 %, and no learning steps: an answer a day is how exams are studied for. */
const scheduler: FSRS = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });

/** Folds reviews, in the order of time, into the state of every card, by the card's id. */
export class Schedule {
  readonly #cards = new Map<string, { fsrs: FsrsCard; state: CardState }>();

  constructor(reviews: readonly Review[] = []) {
    for (const review of reviews) this.add(review);
  }

  add(review: Review): void {
    const known = this.#cards.get(review.card);
    const at = new Date(review.time);
    const { card } = scheduler.next(known?.fsrs ?? createEmptyCard(at), at, ratings[review.grade]);
    const state: CardState = {
      card: review.card,
      due: card.due.getTime(),
      stability: card.stability,
      reviews: (known?.state.reviews ?? 0) + 1,
      lastCorrect: review.correct,
    };
    this.#cards.set(review.card, { fsrs: card, state });
  }

  state(card: string): CardState | undefined {
    return this.#cards.get(card)?.state;
  }

  isDue(card: string, now: number): boolean {
    const state = this.state(card);
    return state !== undefined && state.due <= now;
  }

  isMastered(card: string): boolean {
    const state = this.state(card);
    return state !== undefined && state.lastCorrect && state.stability >= masteredStability;
  }

  /** Cards that are due, the longest overdue first. */
  due(now: number): CardState[] {
    return [...this.#cards.values()]
      .map(({ state }) => state)
      .filter(({ due }) => due <= now)
      .sort((one, other) => one.due - other.due);
  }

  /** When the next card that is not due yet will be; nothing where there is none. */
  nextDue(now: number): number | undefined {
    let next: number | undefined;
    for (const { state } of this.#cards.values()) if (state.due > now && (next === undefined || state.due < next)) next = state.due;
    return next;
  }
}
