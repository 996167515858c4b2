/** How sure the learner was of an answer. */
export type Sureness = 'guess' | 'think-so' | 'sure';

/** FSRS's four grades: 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

/** One answer. Never changed once written. */
export interface Review {
  readonly kind: 'review';
  readonly id: string;
  /** The card's id, for example `question:sqs-several-readers`. */
  readonly card: string;
  /** Milliseconds since 1970 (UTC). */
  readonly time: number;
  readonly grade: Grade;
  readonly correct: boolean;
  readonly sureness: Sureness | null;
  /** Milliseconds from seeing the question to answering it. */
  readonly duration: number;
  /** Set where the answer was given in cramming or in a mock exam: it counts in the statistics but does not move the card. */
  readonly practice?: 'cram' | 'exam';
}

/** The grade that correctness and sureness make: a wrong answer is Again, a lucky guess Hard, a sure one Easy. */
export function gradeOf(correct: boolean, sureness: Sureness | null): Grade {
  if (!correct) return 1;
  return sureness === 'guess' ? 2 : sureness === 'sure' ? 4 : 3;
}
