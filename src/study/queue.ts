import type { CardInfo } from './asked';
import { seededRandom, shuffled } from './random';
import type { CramFilter, DayLimits } from './scope';
import type { StudyState } from './state';

/** Minutes by which a card that is being learned may come early where nothing else is left, as in Anki. */
export const learnAhead = 20 * 60_000;
const day = 86_400_000;

/** The cards of a day in the order in which they are asked, and what was left out and why. */
export interface DayQueue {
  /** Cards that are being learned and are due, the longest overdue first. */
  readonly learning: readonly string[];
  /** Cards that are being learned and will be due in a few minutes: they are asked early where nothing else is left. */
  readonly ahead: readonly string[];
  /** Known cards that are due, the most likely forgotten first. */
  readonly reviews: readonly string[];
  readonly fresh: readonly string[];
  readonly left: {
    /** Due, but over the limit of the day. */
    readonly reviews: number;
    /** New, but over the limit of the day. */
    readonly fresh: number;
    /** Left for another day because a card about the same fact is asked today. */
    readonly siblings: number;
    readonly buried: number;
    readonly suspended: number;
  };
}

export function cardsOf({ learning, reviews, fresh, ahead }: DayQueue): string[] {
  return [...learning, ...reviews, ...fresh, ...ahead];
}

/** Makes the queue of the learner's day of `now`, over the cards given; new ones in an order that `seed` fixes. */
export function dayQueue(
  infos: readonly CardInfo[],
  { schedule, history }: StudyState,
  limits: DayLimits,
  { now, seed }: { now: number; seed: number },
): DayQueue {
  const { calendar } = schedule.settings;
  const today = calendar.dayOf(now);
  const done = history.days.get(today);
  const left = { reviews: 0, fresh: 0, siblings: 0, buried: 0, suspended: 0 };
  const learning: { info: CardInfo; due: number }[] = [];
  const reviews: { info: CardInfo; recall: number }[] = [];
  const fresh: CardInfo[] = [];
  const asked = new Set<string>();
  const kinds = new Set(limits.kinds);

  for (const info of infos) {
    const state = schedule.state(info.card, now);
    if (state && calendar.dayOf(state.lastReview) === today) for (const fact of info.facts) asked.add(fact);
    if (schedule.isSuspended(info.card)) left.suspended++;
    else if (schedule.isHeldBack(info.card, now)) left.buried++;
    else if (!state) {
      if (kinds.has(info.kind)) fresh.push(info);
    } else if (state.phase !== 'review') {
      if (state.due <= now + learnAhead) learning.push({ info, due: state.due });
    } else if (state.due <= now) reviews.push({ info, recall: schedule.recall(info.card, now) ?? 0 });
  }

  // A card that is being learned has been asked already: it is no sibling of itself.
  const take = (candidates: readonly CardInfo[], room: number, over: 'reviews' | 'fresh'): string[] => {
    const taken: string[] = [];
    for (const { card, facts } of candidates) {
      if (facts.some((fact) => asked.has(fact))) left.siblings++;
      else if (taken.length >= room) left[over]++;
      else {
        taken.push(card);
        for (const fact of facts) asked.add(fact);
      }
    }
    return taken;
  };
  learning.sort((one, other) => one.due - other.due);
  for (const { info } of learning) for (const fact of info.facts) asked.add(fact);
  reviews.sort((one, other) => one.recall - other.recall);
  const learningCards = (isDue: boolean): string[] => learning.filter(({ due }) => due <= now === isDue).map(({ info }) => info.card);
  return {
    learning: learningCards(true),
    ahead: learningCards(false),
    reviews: take(
      reviews.map(({ info }) => info),
      Math.max(0, limits.reviewsPerDay - (done?.recalled.answers ?? 0)),
      'reviews',
    ),
    fresh: take(interleaved(fresh, seed), Math.max(0, limits.newPerDay - (done?.newCards ?? 0)), 'fresh'),
    left,
  };
}

/** Cards of every kind in turn, each kind in an order that `seed` fixes: a day of nothing but figures teaches little. */
function interleaved(infos: readonly CardInfo[], seed: number): CardInfo[] {
  const counts = new Map<string, number>();
  const turn = (kind: string): number => {
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count;
  };
  return shuffled(infos, seededRandom(seed))
    .map((info) => ({ info, turn: turn(info.kind) }))
    .sort((one, other) => one.turn - other.turn)
    .map(({ info }) => info);
}

/**
 * The cards of a quiz about something: those due first, then new ones, then those answered wrongly last time, then the
 * rest. Suspended and buried ones are left out, new ones of other kinds than `kinds` too, and of siblings only one is asked.
 * `isAskable` is asked of the cards in their order until there are enough.
 */
export function quizOf(
  infos: readonly CardInfo[],
  { schedule }: StudyState,
  {
    kinds,
    now,
    seed,
    limit,
    isAskable = () => true,
  }: { kinds: DayLimits['kinds']; now: number; seed: number; limit: number; isAskable?: (card: string) => boolean },
): string[] {
  const rank = ({ card }: CardInfo): number => {
    const state = schedule.state(card);
    if (!state) return 1;
    return state.due <= now ? 0 : state.lastCorrect ? 3 : 2;
  };
  const askable = infos.filter(({ card, kind }) => !schedule.isHeldBack(card, now) && (kinds.includes(kind) || schedule.state(card) !== undefined));
  const ranked = interleaved(askable, seed).sort((one, other) => rank(one) - rank(other));
  const asked = new Set<string>();
  const chosen: string[] = [];
  for (const { card, facts } of ranked) {
    if (chosen.length >= limit) break;
    if (facts.some((fact) => asked.has(fact)) || !isAskable(card)) continue;
    for (const fact of facts) asked.add(fact);
    chosen.push(card);
  }
  return chosen;
}

/** The cards to cram: all that the filter names, seen or not, the least likely recalled first; suspended and buried ones are left out. */
export function cramOf(
  infos: readonly CardInfo[],
  { schedule, history }: StudyState,
  filter: CramFilter,
  { now, limit }: { now: number; limit: number },
): string[] {
  const since = filter.by === 'failed' ? now - filter.days * day : 0;
  return infos
    .filter(
      (info) =>
        !schedule.isHeldBack(info.card, now) && isCrammed(info, filter) && (filter.by !== 'failed' || (history.cards.get(info.card)?.lastWrong ?? 0) > since),
    )
    .map(({ card }) => ({ card, recall: schedule.recall(card, now) ?? unseenRecall }))
    .sort((one, other) => one.recall - other.recall || (one.card < other.card ? -1 : 1))
    .slice(0, limit)
    .map(({ card }) => card);
}

/** Cards never seen stand behind those that are half forgotten: cramming refreshes first. */
const unseenRecall = 0.75;

function isCrammed({ tasks, services }: CardInfo, filter: CramFilter): boolean {
  switch (filter.by) {
    case 'domain':
      return tasks.some((task) => task.startsWith(`${filter.exam}/${filter.id}.`));
    case 'service':
      return services.includes(filter.id);
    case 'weakest':
    case 'failed':
      return true;
  }
}
