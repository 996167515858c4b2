import { fsrs, get_fuzz_range, type FSRS, type FSRSState, type StepUnit } from 'ts-fsrs';
import { calendarOf, type Calendar } from './calendar';
import type { CardAction } from './log';
import { seededRandom } from './random';
import type { Grade, Review } from './review';

/** By what rules cards come back. */
export interface ScheduleSettings {
  /** Probability of recall at which a card is due, 0.7 to 0.99. */
  readonly retention: number;
  /** Minutes until a card that is being learned comes again, step by step; empty: it comes back on a later day at once. */
  readonly learningSteps: readonly number[];
  /** The same after a card that was known has been forgotten. */
  readonly relearningSteps: readonly number[];
  /** Days. */
  readonly maximumInterval: number;
  /** Spreads intervals a little, so that cards learned together do not stay together. */
  readonly fuzz: boolean;
  /** FSRS's weights, where they were fitted to the learner; empty for its own. */
  readonly weights: readonly number[];
  readonly calendar: Calendar;
}

export const defaultSettings: ScheduleSettings = {
  retention: 0.9,
  learningSteps: [10],
  relearningSteps: [10],
  maximumInterval: 36_500,
  fuzz: true,
  weights: [],
  calendar: calendarOf(4),
};

/** Where a card stands: being learned, known, or being learned again after it was forgotten. */
export type Phase = 'learning' | 'review' | 'relearning';

/** What the reviews of a card amount to. */
export interface CardState {
  readonly card: string;
  /** When it is due, in milliseconds since 1970. */
  readonly due: number;
  /** Days until recall is expected to have fallen to 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
  readonly phase: Phase;
  readonly reviews: number;
  /** How often it was forgotten after it had been learned. */
  readonly lapses: number;
  /** Milliseconds since 1970. */
  readonly lastReview: number;
  readonly lastCorrect: boolean;
  readonly suspended: boolean;
  /** Put off until the learner's next day. */
  readonly buried: boolean;
  /** Forgotten so often that it is better rewritten, or its note read again. */
  readonly leech: boolean;
}

/** A card as it is kept: what the fold needs. It depends on the calendar, the steps and the weights; what follows from other settings is worked out anew. */
export interface KeptCard {
  /** Stability and difficulty. */
  memory: FSRSState;
  /** The same before the last review, where the card was known then. */
  before: FSRSState | null;
  phase: Phase;
  /** Index of the learning step that it waits for. */
  step: number;
  /** Of the last review. */
  grade: Grade;
  reviews: number;
  lapses: number;
  lastReview: number;
  /** The learner's day of the last review. */
  lastDay: number;
  /** Days from the review before to the last one. */
  elapsed: number;
  lastCorrect: boolean;
  suspended: boolean;
  leech: boolean;
}

/** The right grades below each grade. */
const lowerGrades: Readonly<Record<Grade, readonly Grade[]>> = { 1: [], 2: [], 3: [2], 4: [2, 3] };

/** A card before its first review: FSRS takes a memory of nothing but zeros for a new one. */
const newCard: Readonly<KeptCard> = {
  memory: { stability: 0, difficulty: 0 },
  before: null,
  phase: 'learning',
  step: 0,
  grade: 1,
  reviews: 0,
  lapses: 0,
  lastReview: 0,
  lastDay: 0,
  elapsed: 0,
  lastCorrect: false,
  suspended: false,
  leech: false,
};

/** Everything that a cache has to keep of a schedule. */
export interface KeptSchedule {
  readonly cards: readonly (readonly [string, Readonly<KeptCard>])[];
  readonly buried: readonly (readonly [string, number])[];
  readonly newSuspended: readonly string[];
}

/** A card counts as mastered when it was right last time and is expected to hold this many days. */
const masteredStability = 21;
/** Lapses after which a card is a leech, as in Anki; it is one anew after each half as many more. */
const leechLapses = 8;
const day = 86_400_000;
const minute = 60_000;
const dayMinutes = 24 * 60;

/**
 * Folds reviews, in the order of time, into the state of every card, by the card's id. Uses FSRS's own steps of
 * memory and interval, not its card objects: folding 100,000 reviews is ten times faster so.
 */
export class Schedule {
  readonly settings: ScheduleSettings;
  readonly #algorithm: FSRS;
  readonly #cards: Map<string, KeptCard>;
  /** Cards that were put off, with the day on which that was done. */
  readonly #buried: Map<string, number>;
  /** Cards that were suspended before they were ever answered. */
  readonly #newSuspended: Set<string>;

  constructor(settings: ScheduleSettings = defaultSettings, kept: Partial<KeptSchedule> = {}) {
    this.settings = settings;
    this.#cards = copyOf(kept.cards ?? []);
    this.#buried = new Map(kept.buried);
    this.#newSuspended = new Set(kept.newSuspended);
    this.#algorithm = fsrs({
      request_retention: settings.retention,
      maximum_interval: settings.maximumInterval,
      enable_fuzz: false,
      enable_short_term: true,
      // ts-fsrs keeps several of these steps from leaving a forgotten card as stable as it was; the steps themselves are taken here.
      relearning_steps: settings.relearningSteps.map((minutes): StepUnit => `${minutes}m`),
      ...(settings.weights.length > 0 ? { w: [...settings.weights] } : {}),
    });
  }

  /** Takes in a review, and tells what was expected of it: the probability that the card was recalled; nothing for a new card. */
  add({ card, time, grade, correct }: Pick<Review, 'card' | 'time' | 'grade' | 'correct'>): {
    readonly expected: number | undefined;
    readonly phase: Phase | 'new';
  } {
    let kept = this.#cards.get(card);
    // Changed in place: objects made anew for every review make this fold twice as slow.
    if (!kept) this.#cards.set(card, (kept = { ...newCard, suspended: this.#newSuspended.delete(card) }));
    const today = this.settings.calendar.dayOf(time);
    const phase = kept.reviews === 0 ? 'new' : kept.phase;
    // Never less than 0, even where the clock was set back.
    const elapsed = phase === 'new' ? 0 : Math.max(0, today - kept.lastDay);
    const expected = phase === 'new' ? undefined : this.#algorithm.forgetting_curve(elapsed, kept.memory.stability);
    const next = this.#next(phase, kept.step, grade);
    kept.before = phase === 'review' ? kept.memory : null;
    kept.memory = this.#algorithm.next_state(kept.memory, elapsed, grade, expected);
    kept.phase = next.phase;
    kept.step = next.step;
    kept.grade = grade;
    kept.reviews++;
    kept.lastReview = time;
    kept.lastDay = today;
    kept.elapsed = elapsed;
    kept.lastCorrect = correct;
    if (phase === 'review' && grade === 1) {
      kept.lapses++;
      if (kept.lapses >= leechLapses && (kept.lapses - leechLapses) % (leechLapses / 2) === 0) kept.suspended = kept.leech = true;
    }
    return { expected, phase };
  }

  /** Phase and step after a grade, by Anki's rules: Again starts the steps over, Hard repeats one, Good goes on, Easy ends them. */
  #next(phase: Phase | 'new', step: number, grade: number): { phase: Phase; step: number } {
    const relearns = phase === 'review' || phase === 'relearning';
    const steps = relearns ? this.settings.relearningSteps : this.settings.learningSteps;
    const learning = relearns ? 'relearning' : 'learning';
    const known = { phase: 'review', step: 0 } as const;
    if (steps.length === 0 || grade === 4 || (phase === 'review' && grade > 1)) return known;
    if (grade === 1) return { phase: learning, step: 0 };
    const next = grade === 3 ? step + 1 : step;
    return next < steps.length ? { phase: learning, step: next } : known;
  }

  /** Takes in what was done with a card beside answering it. */
  act({ card, action, time }: Pick<CardAction, 'card' | 'action' | 'time'>): void {
    const known = this.#cards.get(card);
    switch (action) {
      case 'bury':
        this.#buried.set(card, this.settings.calendar.dayOf(time));
        return;
      case 'unbury':
        this.#buried.delete(card);
        return;
      case 'suspend':
      case 'unsuspend':
        if (known) known.suspended = action === 'suspend';
        else if (action === 'suspend') this.#newSuspended.add(card);
        else this.#newSuspended.delete(card);
    }
  }

  /** Whether the card may be asked on the day of `now`. */
  isHeldBack(card: string, now: number): boolean {
    return this.isSuspended(card) || this.#isBuried(card, now);
  }

  isSuspended(card: string): boolean {
    return this.#newSuspended.has(card) || this.#cards.get(card)?.suspended === true;
  }

  #isBuried(card: string, now: number): boolean {
    const since = this.#buried.get(card);
    return since !== undefined && this.settings.calendar.dayOf(now) <= since;
  }

  /** When a buried card comes back. */
  #freeAt(card: string): number {
    const since = this.#buried.get(card);
    return since === undefined ? 0 : this.settings.calendar.startOf(since + 1);
  }

  /** The state of a card; nothing for one that was never answered. Without `now` no card counts as buried. */
  state(card: string, now = Infinity): CardState | undefined {
    const known = this.#cards.get(card);
    if (!known) return undefined;
    const { memory, phase, reviews, lapses, lastReview, lastCorrect, suspended, leech } = known;
    const { stability, difficulty } = memory;
    const buried = now !== Infinity && this.#isBuried(card, now);
    return { card, due: this.#due(card, known), stability, difficulty, phase, reviews, lapses, lastReview, lastCorrect, suspended, buried, leech };
  }

  #due(card: string, known: KeptCard): number {
    const { calendar } = this.settings;
    const { phase, lastReview, lastDay } = known;
    if (phase === 'review') return calendar.startOf(lastDay + this.#interval(card, known));
    const due = lastReview + this.#minutes(known) * minute;
    // A step that ends on another day counts in days, as in Anki: the card waits from that day's beginning.
    const dueDay = calendar.dayOf(due);
    return dueDay > lastDay ? calendar.startOf(dueDay) : due;
  }

  /** Minutes of the step that a card waits for. Hard lies between Again and Good on the first step too, as in Anki. */
  #minutes({ phase, step, grade }: KeptCard): number {
    const steps = phase === 'learning' ? this.settings.learningSteps : this.settings.relearningSteps;
    const minutes = steps[step] ?? steps.at(-1) ?? 0;
    if (grade !== 2 || step > 0) return minutes;
    const [, next] = steps;
    const between = next === undefined ? Math.min(1.5 * minutes, minutes + dayMinutes) : (minutes + next) / 2;
    return between > dayMinutes ? Math.round(between / dayMinutes) * dayMinutes : between;
  }

  /** Days until a known card is due; spread by a random number that is always the same for the card and its count of reviews. */
  #interval(card: string, { memory, before, grade, elapsed, reviews }: KeptCard): number {
    const { fuzz, maximumInterval } = this.settings;
    const lower = before ? lowerGrades[grade].map((one) => this.#algorithm.next_state(before, elapsed, one)) : [];
    let interval = 0;
    // Of two right grades the better one puts a known card off a day longer at least, as in Anki and ts-fsrs.
    for (const { stability } of [...lower, memory]) interval = Math.max(this.#algorithm.next_interval(stability, 0), interval + 1);
    interval = Math.min(interval, maximumInterval);
    if (!fuzz || interval < 3) return interval;
    const { min_ivl: least, max_ivl: most } = get_fuzz_range(interval, elapsed, maximumInterval);
    return least + Math.floor(seededRandom(hashOf(card) + reviews)() * (most - least + 1));
  }

  /** How long each grade, 1 to 4, would put the card off: in days of the learner's calendar, or a part of a day for a step of today. */
  preview(card: string, now: number): readonly [number, number, number, number] {
    const { calendar } = this.settings;
    const known = this.#cards.get(card);
    const after = (grade: Grade): number => {
      const trial = new Schedule(this.settings, { cards: known ? [[card, known]] : [] });
      trial.add({ card, time: now, grade, correct: grade > 1 });
      const due = trial.state(card)?.due ?? now;
      return calendar.dayOf(due) - calendar.dayOf(now) || (due - now) / day;
    };
    return [after(1), after(2), after(3), after(4)];
  }

  /** Probability that a card is recalled at a time, by FSRS's forgetting curve; nothing for one that was never answered. */
  recall(card: string, at: number): number | undefined {
    const known = this.#cards.get(card);
    return known && this.#algorithm.forgetting_curve(Math.max(0, this.settings.calendar.dayOf(at) - known.lastDay), known.memory.stability);
  }

  /** Due, and neither suspended nor buried. */
  isDue(card: string, now: number): boolean {
    const known = this.#cards.get(card);
    return known !== undefined && this.#due(card, known) <= now && !this.isHeldBack(card, now);
  }

  isMastered(card: string): boolean {
    const known = this.#cards.get(card);
    return known !== undefined && known.lastCorrect && known.memory.stability >= masteredStability;
  }

  /** Cards that are due, the longest overdue first. */
  due(now: number): CardState[] {
    const due: CardState[] = [];
    for (const card of this.#cards.keys()) {
      const state = this.isDue(card, now) ? this.state(card, now) : undefined;
      if (state) due.push(state);
    }
    return due.sort((one, other) => one.due - other.due);
  }

  /** When the next card of those that are asked will be due that is not yet; nothing where there is none. */
  nextDue(now: number, isAsked: (card: string) => boolean = () => true): number | undefined {
    let next: number | undefined;
    for (const [card, known] of this.#cards) {
      if (known.suspended || !isAsked(card)) continue;
      const due = Math.max(this.#due(card, known), this.#freeAt(card));
      if (due > now && (next === undefined || due < next)) next = due;
    }
    return next;
  }

  kept(): KeptSchedule {
    return { cards: [...copyOf(this.#cards)], buried: [...this.#buried], newSuspended: [...this.#newSuspended] };
  }
}

/** Cards that are not changed with the others. */
function copyOf(cards: Iterable<readonly [string, Readonly<KeptCard>]>): Map<string, KeptCard> {
  return new Map(Array.from(cards, ([card, kept]) => [card, { ...kept }]));
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
