import { fsrs, type FSRS, type FSRSState } from 'ts-fsrs';
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

interface ScheduledCard {
  readonly memory: FSRSState;
  /** Milliseconds since 1970. */
  readonly lastReview: number;
  readonly state: CardState;
}

/** A card counts as mastered when it was right last time and is expected to hold this many days. */
const masteredStability = 21;
const day = 86_400_000;

/** Recall held at the target of 90 %, and no learning steps within a day: an answer a day is how exams are studied for. */
const algorithm: FSRS = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });

/**
 * Folds reviews, in the order of time, into the state of every card, by the card's id. Uses FSRS's own steps of
 * memory and interval, not its card objects: folding 100,000 reviews is ten times faster so.
 */
export class Schedule {
  readonly #cards = new Map<string, ScheduledCard>();

  constructor(reviews: readonly Review[] = []) {
    for (const review of reviews) this.add(review);
  }

  add({ card, time, grade, correct }: Review): void {
    const known = this.#cards.get(card);
    const elapsed = known ? daysBetween(known.lastReview, time) : 0;
    const memory = algorithm.next_state(known?.memory ?? null, elapsed, grade);
    const interval = algorithm.next_interval(memory.stability, elapsed);
    this.#cards.set(card, {
      memory,
      lastReview: time,
      state: { card, due: time + interval * day, stability: memory.stability, reviews: (known?.state.reviews ?? 0) + 1, lastCorrect: correct },
    });
  }

  state(card: string): CardState | undefined {
    return this.#cards.get(card)?.state;
  }

  /** Probability that a card is recalled now, by FSRS's forgetting curve; nothing for one that was never answered. */
  recall(card: string, now: number): number | undefined {
    const known = this.#cards.get(card);
    return known && algorithm.forgetting_curve(daysBetween(known.lastReview, now), known.memory.stability);
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

/** Days of the calendar (UTC) from one time to another, never less than 0. */
function daysBetween(from: number, to: number): number {
  return Math.max(0, Math.floor(to / day) - Math.floor(from / day));
}
