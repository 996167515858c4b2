import type { Exam } from '../knowledge/schema';
import type { Message } from './mockExam';

/** Right answers of some questions, with the interval in which the true share lies with 90 % (0 to 1 where nothing was asked). */
export interface Share {
  readonly right: number;
  readonly total: number;
  /** 0 to 1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The scale of AWS's scores, by the exam guides: notes/topics/exam-guide.md#pass-marks. */
const scale = { least: 100, most: 1000 };

/** Quantile of the normal distribution that leaves 5 % on either side. */
const quantile = 1.6448536269514722;

/** Wilson's score interval: it holds for few questions and for none or all right, where the usual one collapses. */
export function shareOf(right: number, total: number): Share {
  if (total === 0) return { right, total, share: 0, low: 0, high: 1 };
  const share = right / total;
  const square = quantile ** 2 / total;
  const middle = (share + square / 2) / (1 + square);
  const spread = (quantile * Math.sqrt((share * (1 - share)) / total + square / (4 * total))) / (1 + square);
  // The interval holds the share itself, which rounding may put just outside.
  return { right, total, share, low: Math.max(0, Math.min(share, middle - spread)), high: Math.min(1, Math.max(share, middle + spread)) };
}

/**
 * An estimate of the scaled score: a straight line from 100 (nothing right) to the passing score, and another from there
 * to 1,000 (all right). AWS publishes no conversion; scores differ with the sitting's difficulty
 * (notes/topics/exam-guide.md#scaled). The bend stands where the share of right answers is the passing score's share of 1,000:
 * 72 % for 720, 75 % for 750. Rounded down, so that only what passes shows the passing score.
 */
export function scoreOf(share: number, passingScore: number | null): number {
  const { least, most } = scale;
  if (passingScore === null) return roundedDown(least + (most - least) * share);
  const bend = passingScore / most;
  if (share < bend) return roundedDown(least + (passingScore - least) * (share / bend));
  return roundedDown(passingScore + (most - passingScore) * ((share - bend) / (1 - bend)));
}

/** A number that the computer's arithmetic leaves a trace below a whole one is that one. */
function roundedDown(value: number): number {
  return Math.floor(value + 1e-9);
}

/** The passing score, where it lies within AWS's scale; null for an exam that has none. */
export function usablePassingScore({ passingScore }: Exam): number | null {
  return passingScore !== undefined && passingScore > scale.least && passingScore < scale.most ? passingScore : null;
}

/** How the score comes about, for the learner. */
export function estimateNoteOf(passingScore: number | null): Message {
  return passingScore === null
    ? {
        text: 'This exam has no published passing score. The score is an estimate: it rises evenly from 100 (nothing right) to 1,000 (all right). The range holds your true score with 90 % confidence.',
        values: [],
      }
    : {
        text: 'AWS does not publish how it turns answers into a score, so this is an estimate: it rises evenly from 100 (nothing right) to {0} ({1} % right), and from there to 1,000 (all right). The range holds your true score with 90 % confidence.',
        values: [passingScore, passingScore / 10],
      };
}
