/** How sure the learner was of an answer. */
export type Sureness = 'guess' | 'think-so' | 'sure';

/** FSRS's four grades: 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

/** One answer. The log is a list of these, never changed once written. */
export interface Review {
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
}

const formatVersion = 1;

/** The grade that correctness and sureness make: a wrong answer is Again, a lucky guess Hard, a sure one Easy. */
export function gradeOf(correct: boolean, sureness: Sureness | null): Grade {
  if (!correct) return 1;
  return sureness === 'guess' ? 2 : sureness === 'sure' ? 4 : 3;
}

/** A line of the log, with its line end. */
export function encodeReview(review: Review): string {
  return `${JSON.stringify({ v: formatVersion, ...review })}\n`;
}

export interface DecodedLog {
  readonly reviews: readonly Review[];
  /** Lines, counted from 1, that are no reviews, and why; they are passed over. */
  readonly broken: readonly { line: number; reason: string }[];
}

/** Reads a segment of the log. Lines that cannot be read are reported and cost nothing but themselves. */
export function decodeLog(text: string): DecodedLog {
  const reviews: Review[] = [];
  const broken: { line: number; reason: string }[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const decoded = decodeReview(line);
    if (typeof decoded === 'string') broken.push({ line: index + 1, reason: decoded });
    else reviews.push(decoded);
  });
  return { reviews, broken };
}

function decodeReview(line: string): Review | string {
  let value: (Partial<Review> & { v?: unknown }) | null;
  try {
    value = JSON.parse(line) as typeof value;
  } catch {
    return 'it is cut off or damaged';
  }
  if (typeof value !== 'object' || value === null) return 'it is no review';
  if (value.v !== formatVersion) return `it was written in format ${String(value.v)}, by another version of StackDrill`;
  const { id, card, time, grade, correct, sureness, duration } = value;
  const sound =
    typeof id === 'string' &&
    typeof card === 'string' &&
    typeof time === 'number' &&
    Number.isFinite(time) &&
    (grade === 1 || grade === 2 || grade === 3 || grade === 4) &&
    typeof correct === 'boolean' &&
    typeof duration === 'number' &&
    (sureness === null || sureness === 'guess' || sureness === 'think-so' || sureness === 'sure');
  return sound ? { id, card, time, grade, correct, sureness, duration } : 'a part of it is missing or of the wrong kind';
}

/**
 * The union of several segments: each review once, in the order of time. Where two copies of a review differ, as after
 * damage to one of them, the same one is taken whatever the order of the segments.
 */
export function mergeReviews(segments: readonly (readonly Review[])[]): Review[] {
  const byId = new Map<string, Review>();
  for (const segment of segments) {
    for (const review of segment) {
      const known = byId.get(review.id);
      if (!known || encodeReview(review) < encodeReview(known)) byId.set(review.id, review);
    }
  }
  return [...byId.values()].sort((one, other) => one.time - other.time || (one.id < other.id ? -1 : 1));
}
