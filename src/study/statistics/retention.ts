import type { DayTally } from '../history';
import type { OverviewAction } from './action';
import { dateInWords, dateOf, weekOf } from './days';
import { counted, percent, wilson, type Estimate } from './estimate';

export interface RetentionWeek {
  /** Its Monday. */
  readonly date: string;
  readonly label: string;
  readonly answers: number;
  readonly right: number;
  /** Share of known cards that was recalled, with its interval of 90 %; nothing in a week without such answers. */
  readonly recalled?: Estimate;
  /** The share that FSRS expected of the same answers. */
  readonly expected?: number;
}

export interface Retention {
  readonly weeks: readonly RetentionWeek[];
  /** Over all those weeks together. */
  readonly recalled?: Estimate;
  readonly expected?: number;
  readonly answers: number;
  /** What the learner has set, 0.7 to 0.99. */
  readonly desired: number;
  readonly action: OverviewAction;
  readonly sentence: string;
}

/** Share of cards that were known and were recalled, week by week, against what FSRS expected and what is wanted. */
export function retentionOf(days: ReadonlyMap<number, DayTally>, today: number, desired: number, length = 26): Retention {
  const first = weekOf(today) - (length - 1) * 7;
  const sums = Array.from({ length }, () => ({ answers: 0, right: 0, expected: 0 }));
  for (const [day, { recalled, expected }] of days) {
    const sum = day <= today ? sums[Math.floor((day - first) / 7)] : undefined;
    if (!sum) continue;
    sum.answers += recalled.answers;
    sum.right += recalled.right;
    sum.expected += expected;
  }
  const weeks = sums.map((sum, index): RetentionWeek => {
    const monday = first + 7 * index;
    return { date: dateOf(monday), label: dateInWords(monday), answers: sum.answers, right: sum.right, ...sharesOf(sum) };
  });
  const total = sums.reduce((all, { answers, right, expected }) => ({
    answers: all.answers + answers,
    right: all.right + right,
    expected: all.expected + expected,
  }));
  const shares = sharesOf(total);
  return { weeks, ...shares, answers: total.answers, desired, action: { kind: 'due' }, sentence: sentenceOf(total.answers, shares, desired) };
}

/** Answers for which the prediction is taken to be right before there is evidence. */
const trustedAnswers = 50;

/**
 * What predicted recall is to be multiplied with for this learner: recalled over expected, as if 50 more answers had come out
 * as expected. FSRS's own weights may suit others better, and a readiness that ignores known misses would flatter.
 */
export function recallCorrection({ recalled, expected, answers }: Retention): number {
  if (!recalled || expected === undefined) return 1;
  return (recalled.value * answers + trustedAnswers) / (expected * answers + trustedAnswers);
}

interface Shares {
  readonly recalled?: Estimate;
  readonly expected?: number;
}

function sharesOf({ answers, right, expected }: { readonly answers: number; readonly right: number; readonly expected: number }): Shares {
  const recalled = wilson(right, answers);
  return recalled ? { recalled, expected: expected / answers } : {};
}

function sentenceOf(answers: number, { recalled, expected }: Shares, desired: number): string {
  if (!recalled || expected === undefined) return 'No known card has come back yet. This fills once cards that you have learned are due again.';
  const first = `You recalled ${percent(recalled.value)} of ${counted(answers, 'known card', 'known cards')} that came back; ${percent(expected)} was expected, ${percent(desired)} is what you have set.`;
  if (answers < 30) return `${first} These are too few answers to judge by.`;
  if (recalled.high < expected)
    return `${first} You forget faster than expected: read the notes behind what you miss, or raise the retention that you have set.`;
  if (recalled.low > expected) return `${first} You remember better than expected: fewer reviews would do.`;
  return `${first} That is as expected.`;
}
