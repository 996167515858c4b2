import type { Calendar } from './calendar';
import type { Entry } from './log';
import type { Grade, Review } from './review';
import { defaultSettings, Schedule, type ScheduleSettings } from './schedule';
import { weightsOf } from './weights';

/** An answer that moved its card, and how long after the one before it was given. */
export interface DatedReview {
  readonly card: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly grade: Grade;
  readonly correct: boolean;
  /** Days of the learner's calendar since the card was last answered; 0 for a new card and for a second answer on a day. */
  readonly days: number;
}

/** What the optimizer learns from: the answers to a card up to one of a later day, which is to be predicted from those before it. */
export interface TrainingItem {
  readonly grades: readonly Grade[];
  /** Days before each of them; 0 for the first. */
  readonly days: readonly number[];
}

/** Answers on a later day that a history must have: FSRS's weights are 21 numbers, and few answers are right by chance. */
export const leastPredictable = 400;
/** Answers in an item at most: each item holds all of its card before it, so that long histories would cost their square. */
const longestHistory = 64;

/** The answers that moved their cards, in the order of time, without practice and what was taken back; `entries` stand in that order. */
export function datedReviews(entries: readonly Entry[], calendar: Calendar): DatedReview[] {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.review] : [])));
  const lastDay = new Map<string, number>();
  const counts = (entry: Entry): entry is Review => entry.kind === 'review' && !entry.practice && !undone.has(entry.id);
  return entries.filter(counts).map(({ card, time, grade, correct }) => {
    const day = calendar.dayOf(time);
    const days = Math.max(0, day - (lastDay.get(card) ?? day));
    lastDay.set(card, day);
    return { card, time, grade, correct, days };
  });
}

/** Only the first answer of a day says how well a card was remembered; the others are part of its history. */
function isPredictable({ days }: DatedReview): boolean {
  return days > 0;
}

/** How many answers there are to fit to. */
export function predictable(reviews: readonly DatedReview[]): number {
  return reviews.filter(isPredictable).length;
}

/** An item for each answer on a later day that was given before `until`, in the order of time: the optimizer weighs late ones more. */
export function trainingItems(reviews: readonly DatedReview[], until = Infinity): TrainingItem[] {
  const histories = new Map<string, DatedReview[]>();
  const items: TrainingItem[] = [];
  for (const review of reviews) {
    if (review.time >= until) break;
    const history = histories.get(review.card) ?? [];
    histories.set(review.card, history);
    history.push(review);
    if (!isPredictable(review) || history.length > longestHistory) continue;
    items.push({ grades: history.map(({ grade }) => grade), days: history.map(({ days }) => days) });
  }
  return items;
}

/** A time, from its begin to before its end; milliseconds since 1970. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** The last three fifths of a history, one after the other: each is predicted from all that was before it. */
export function testPeriods(reviews: readonly DatedReview[]): Period[] {
  const times = reviews.filter(isPredictable).map(({ time }) => time);
  const cut = (fifths: number): number => times[Math.floor((times.length * fifths) / 5)] ?? Infinity;
  return [2, 3, 4].map((fifth) => ({ from: cut(fifth), until: cut(fifth + 1) }));
}

/** Of the settings, what memory depends on: steps and retention say when a card is asked, not how well it is remembered. */
export type MemorySettings = Pick<ScheduleSettings, 'weights' | 'calendar'>;

/**
 * The log loss of each answer of a period that can be predicted, -ln of the probability that was given to what came true, by
 * a schedule that knows all answers before it.
 */
export function lossesIn({ from, until }: Period, reviews: readonly DatedReview[], settings: MemorySettings): number[] {
  const schedule = new Schedule({ ...defaultSettings, ...settings });
  const losses: number[] = [];
  for (const review of reviews) {
    if (review.time >= until) break;
    const { expected } = schedule.add(review);
    if (expected === undefined || !isPredictable(review) || review.time < from) continue;
    // What was held for certain and came out otherwise would outweigh all else.
    const probability = Math.min(0.9999, Math.max(0.0001, expected));
    losses.push(-Math.log(review.grade > 1 ? probability : 1 - probability));
  }
  return losses;
}

/** The optimizer: makes weights of a history. */
export type Train = (items: readonly TrainingItem[]) => Promise<readonly number[]>;

/** What came of fitting. */
export interface Fit {
  /** Fitted to the whole history. */
  readonly weights: readonly number[];
  /** Answers that were predicted. */
  readonly answers: number;
  /** Log loss of an answer, by weights that were fitted to what was before it only. */
  readonly loss: number;
  /** The same by the weights of now. */
  readonly lossBefore: number;
  /** Standard error of the difference between the two. */
  readonly error: number;
}

/**
 * Fits weights to a history and tells how they do on answers that they were not fitted to. `step` is called with the share
 * that is done, 0 to 1. Throws where the optimizer makes something that is no set of weights.
 */
export async function fitWeights(reviews: readonly DatedReview[], settings: MemorySettings, train: Train, step: (share: number) => void): Promise<Fit> {
  const periods = testPeriods(reviews);
  const fitted = async (until?: number): Promise<readonly number[]> => {
    const weights = weightsOf(await train(trainingItems(reviews, until)));
    if (weights.length === 0) throw new Error('The optimizer found no weights.');
    return weights;
  };
  const perPeriod: number[][] = [];
  for (const [index, period] of periods.entries()) {
    step(index / (periods.length + 1));
    perPeriod.push(lossesIn(period, reviews, { ...settings, weights: await fitted(period.from) }));
  }
  step(periods.length / (periods.length + 1));
  const weights = await fitted();
  const losses = perPeriod.flat();
  const lossesBefore = periods.flatMap((period) => lossesIn(period, reviews, settings));
  const gains = losses.map((loss, index) => (lossesBefore[index] ?? 0) - loss);
  const gain = mean(gains);
  const variance = mean(gains.map((each) => (each - gain) ** 2));
  return { weights, answers: losses.length, loss: mean(losses), lossBefore: mean(lossesBefore), error: Math.sqrt(variance / losses.length) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Whether the fitted weights are worth taking: better by more than the standard error, which weights that are no better seldom are. */
export function isBetter({ loss, lossBefore, error }: Fit): boolean {
  return lossBefore - loss > error;
}
