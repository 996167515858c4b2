import type { Question } from '../../knowledge/schema';

/** Numbers from 0 up to but not including 1, as `seededRandom` makes them. */
export type Random = () => number;

export interface NumberProblem {
  readonly stem: string;
  /** What may be off by up to `tolerance`; the stem says how to round. */
  readonly answer: { readonly value: number; readonly tolerance: number; readonly unit: string };
  /** The way to the answer with the numbers of the stem, a step a line; the last line holds the answer. */
  readonly solution: readonly string[];
}

export interface DrillOption {
  readonly text: string;
  readonly correct: boolean;
  readonly rationale: string;
  /** Wrong options only: why one might have chosen this. */
  readonly tempting?: string;
}

export interface ChoiceProblem {
  readonly stem: string;
  /** Three to six, one of them right. */
  readonly options: readonly DrillOption[];
  /** The last line holds the text of the right option. */
  readonly solution: readonly string[];
}

export type Problem = NumberProblem | ChoiceProblem;

/** A question with generated numbers. */
export interface Drill {
  readonly id: string;
  /** One line for lists. */
  readonly title: string;
  readonly tasks: readonly string[];
  readonly services: readonly string[];
  /** Facts and decisions of the notes that it trains. */
  readonly facts: readonly string[];
  readonly level: Question['level'];
  /** AWS's pages of the formula or the limits. */
  readonly sources: readonly string[];
  /** The day somebody compared the figures with the sources. */
  readonly checked: string;
  /** The rule in one or two sentences, shown with the answer. */
  readonly rule: string;
  /** The same random numbers make the same problem. */
  readonly make: (random: Random) => Problem;
}

export function isChoiceProblem(problem: Problem): problem is ChoiceProblem {
  return 'options' in problem;
}

export function oneOf<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** A multiple of `step`, counted from `least` and not above `most`. */
export function between(least: number, most: number, step: number, random: Random): number {
  return least + step * Math.floor(random() * (Math.floor((most - least) / step) + 1));
}

/** A number as it stands in a stem or a solution: 3,000 or 99.9975, at most four decimals. */
export function written(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 4 });
}

export function roundedTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** The next whole number, where what binary fractions add to a decimal (0.1 + 0.2) does not count. */
export function roundedUp(value: number): number {
  return Math.ceil(roundedTo(value, 9));
}
