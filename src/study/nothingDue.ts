import type { DayQueue } from './queue';

/** What the learner may do where nothing is due. */
export type Offer = 'new' | 'drills' | 'mockExam' | 'cram';

export interface NothingDue {
  /** Why nothing is due, and what is next. */
  readonly reasons: readonly NothingDueReason[];
  /** What to do now, the best first. */
  readonly offers: readonly Offer[];
}

export type NothingDueReason =
  | { readonly kind: 'neverAnswered' }
  | { readonly kind: 'allDone'; readonly answers: number }
  | { readonly kind: 'next'; readonly time: number }
  | { readonly kind: 'reviewLimit' | 'newLimit' | 'siblings' | 'buried' | 'suspended'; readonly cards: number };

/** Why nothing is due: what was done today, when the next card comes, and what holds others back. */
export function whyNothingDue(
  { left, fresh }: Pick<DayQueue, 'left' | 'fresh'>,
  facts: { answersToday: number; answered: boolean; nextDue: number | undefined },
): NothingDue {
  const { answersToday, answered, nextDue } = facts;
  const reasons: NothingDueReason[] = [];
  if (!answered) reasons.push({ kind: 'neverAnswered' });
  if (answersToday > 0) reasons.push({ kind: 'allDone', answers: answersToday });
  if (left.reviews > 0) reasons.push({ kind: 'reviewLimit', cards: left.reviews });
  if (left.fresh > 0) reasons.push({ kind: 'newLimit', cards: left.fresh });
  if (left.siblings > 0) reasons.push({ kind: 'siblings', cards: left.siblings });
  if (left.buried > 0) reasons.push({ kind: 'buried', cards: left.buried });
  if (left.suspended > 0) reasons.push({ kind: 'suspended', cards: left.suspended });
  if (nextDue !== undefined) reasons.push({ kind: 'next', time: nextDue });
  const hasNew = left.fresh > 0 || fresh.length > 0;
  return { reasons, offers: [...(hasNew ? ['new' as const] : []), 'drills', 'mockExam', ...(answered ? ['cram' as const] : [])] };
}
