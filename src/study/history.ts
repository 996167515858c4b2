import type { Calendar } from './calendar';
import type { Phase } from './schedule';
import type { Review, Sureness } from './review';

/** Answers, and how many of them were right. */
export interface Tally {
  answers: number;
  right: number;
}

/** How sure against how right. */
export type SurenessTally = Record<Sureness, Tally>;

/** What was done on one of the learner's days. */
export interface DayTally extends Tally {
  /** Cards answered for the first time; practice does not count. */
  newCards: number;
  /** Answers of cards that were known, as far as they move the card: those that tell the true retention. */
  recalled: Tally;
  /** Sum of the probabilities of recall that FSRS expected of those. */
  expected: number;
  milliseconds: number;
  sureness: SurenessTally;
  /** Answers given in cramming and in mock exams; they are among `answers` too. */
  practice: number;
}

/** All answers to one card. */
export interface CardTally extends Tally {
  milliseconds: number;
  sureness: SurenessTally;
  /** When it was last answered wrongly, practice included; milliseconds since 1970, 0 for never. */
  lastWrong: number;
}

/** Milliseconds that count for one answer at most: who leaves for lunch has not thought for an hour. */
const longestAnswer = 300_000;

/** What was answered when and how, in sums: small enough to draw every chart from. */
export class History {
  readonly days: Map<number, DayTally>;
  readonly cards: Map<string, CardTally>;
  readonly #calendar: Calendar;

  constructor(calendar: Calendar, kept: Partial<KeptHistory> = {}) {
    this.#calendar = calendar;
    this.days = new Map(kept.days);
    this.cards = new Map(kept.cards);
  }

  /** Takes in a review; `expected` and `phase` are what the schedule said of it before. */
  add({ card, time, correct, sureness, duration, practice }: Review, { expected, phase }: { expected: number | undefined; phase: Phase | 'new' }): void {
    const dayNumber = this.#calendar.dayOf(time);
    let day = this.days.get(dayNumber);
    if (!day) this.days.set(dayNumber, (day = emptyDay()));
    let tally = this.cards.get(card);
    if (!tally) this.cards.set(card, (tally = emptyCard()));
    const milliseconds = Math.max(0, Math.min(duration, longestAnswer));
    for (const sum of [day, tally]) {
      count(sum, correct);
      sum.milliseconds += milliseconds;
      if (sureness) count(sum.sureness[sureness], correct);
    }
    if (!correct) tally.lastWrong = Math.max(tally.lastWrong, time);
    if (practice) day.practice++;
    else if (phase === 'new') day.newCards++;
    else if (phase === 'review') {
      count(day.recalled, correct);
      day.expected += expected ?? 0;
    }
  }

  kept(): KeptHistory {
    return { days: [...this.days], cards: [...this.cards] };
  }
}

export interface KeptHistory {
  readonly days: readonly (readonly [number, DayTally])[];
  readonly cards: readonly (readonly [string, CardTally])[];
}

function count(tally: Tally, correct: boolean): void {
  tally.answers++;
  if (correct) tally.right++;
}

function emptyTally(): Tally {
  return { answers: 0, right: 0 };
}

// Every property by its name: sums that are put together with spreads are slow to count up.
function emptyDay(): DayTally {
  return { answers: 0, right: 0, newCards: 0, recalled: emptyTally(), expected: 0, milliseconds: 0, sureness: emptySureness(), practice: 0 };
}

function emptyCard(): CardTally {
  return { answers: 0, right: 0, milliseconds: 0, sureness: emptySureness(), lastWrong: 0 };
}

function emptySureness(): SurenessTally {
  return { guess: emptyTally(), 'think-so': emptyTally(), sure: emptyTally() };
}
