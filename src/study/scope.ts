import type { CardKind } from './asked';

/** What a quiz is about. */
export type QuizScope =
  | { readonly kind: 'service' | 'topic' | 'note'; readonly id: string }
  | { readonly kind: 'domain' | 'task'; readonly exam: string; readonly id: string }
  | { readonly kind: 'exam'; readonly id: string }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'services'; readonly ids: readonly string[] }
  | { readonly kind: 'rule'; readonly id: string }
  /** Cards that are due. */
  | { readonly kind: 'due' }
  /** The day's cards: those due and new ones, within the limits of the day. */
  | { readonly kind: 'today' }
  /** New cards beyond the day's limit. */
  | { readonly kind: 'new' }
  | { readonly kind: 'drills' }
  | { readonly kind: 'level'; readonly id: string }
  | { readonly kind: 'cardKind'; readonly id: CardKind }
  | { readonly kind: 'cards'; readonly title: string; readonly ids: readonly string[] }
  | { readonly kind: 'cram'; readonly filter: CramFilter }
  | { readonly kind: 'thenAndNow' }
  | { readonly kind: 'file'; readonly uri?: string };

/** What to cram: cards of one part of the exam or of one service, or those failed lately; the weakest first. */
export type CramFilter =
  | { readonly by: 'weakest' }
  | { readonly by: 'domain'; readonly exam: string; readonly id: string }
  | { readonly by: 'service'; readonly id: string }
  | { readonly by: 'failed'; readonly days: number };

export interface DayLimits {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** Kinds of cards that may come in as new ones. */
  readonly kinds: readonly CardKind[];
}
