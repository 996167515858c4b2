import type { CardKind } from '../asked';
import type { Question } from '../../knowledge/schema';
import type { Sureness } from '../review';

/** The quiz that a row or bar leads to, as plain data: the host turns it into cards. */
export type OverviewAction =
  /** Cards of a domain, the weakest first. */
  | { readonly kind: 'domain'; readonly exam: string; readonly domain: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'level'; readonly level: Question['level'] }
  | { readonly kind: 'cardKind'; readonly cardKind: CardKind }
  /** Cards that are due now. */
  | { readonly kind: 'due' }
  /** Cards that will be due on a day of the learner's; studied ahead of time. */
  | { readonly kind: 'day'; readonly day: number }
  /** Cards that were last answered on a day. */
  | { readonly kind: 'answeredOn'; readonly day: number }
  /** Cards answered wrongly with this sureness. */
  | { readonly kind: 'sureness'; readonly sureness: Sureness }
  /** Cards that were never answered. */
  | { readonly kind: 'new' }
  | { readonly kind: 'mockExam' };
