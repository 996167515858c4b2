import type { Exam, Question } from '../knowledge/schema';
import { isSameSelection, type Message, type MockExam, type MockExamItem, type MockExamMode } from './mockExam';
import { fingerprintOf } from './mockExamDraw';
import { scoreOf, shareOf, usablePassingScore, estimateNoteOf, type Share } from './mockExamScore';
import { isOptionQuestion, isRight, questionOf, type OptionQuestion } from './session';

/** `withdrawn`: its question is gone or was changed while the mock exam ran; it does not count. */
export type Outcome = 'right' | 'wrong' | 'unanswered' | 'withdrawn';

/** An answer that was changed, by what the first and the last one were worth. */
export type AnswerChange = 'right-to-wrong' | 'wrong-to-right' | 'wrong-to-wrong';

export interface ItemResult {
  readonly card: string;
  readonly task: string;
  readonly fingerprint: string;
  readonly order: readonly number[];
  readonly chosen: readonly number[];
  readonly struck: readonly number[];
  readonly flagged: boolean;
  readonly milliseconds: number;
  readonly outcome: Outcome;
  /** The first complete answer and what became of it, where the last one is another. */
  readonly changed?: { readonly first: readonly number[]; readonly change: AnswerChange };
}

/** A mock exam that is over, before it is added up. */
export interface Sitting {
  readonly id: string;
  readonly examId: string;
  readonly title: string;
  readonly mode: MockExamMode;
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly finished: number;
  readonly minutes: number;
  /** Milliseconds of the mock exam's time that were used. */
  readonly elapsed: number;
  readonly items: readonly ItemResult[];
}

export interface DomainResult extends Share {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  /** Percent of a real exam's questions that are expected to be lost here: weight x (1 - share). */
  readonly expectedLoss: number;
}

export interface TaskResult extends Share {
  /** `sap-c02/2.4`. */
  readonly task: string;
  readonly title: string;
}

export interface MockExamResult extends Sitting {
  /** Right answers of all that count. */
  readonly overall: Share;
  /** Estimated scaled score, 100 to 1,000, and those of the interval's ends. */
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** By the estimate; null where the exam has no passing score. */
  readonly passed: boolean | null;
  readonly passingScore: number | null;
  readonly estimateNote: Message;
  /** Domains and tasks that were asked, in the exam's order. */
  readonly domains: readonly DomainResult[];
  readonly tasks: readonly TaskResult[];
  /** The domain with the largest expected loss; null where nothing was lost. */
  readonly weakest: DomainResult | null;
  /** Mean time a question was shown. */
  readonly meanMilliseconds: number;
  /** The five items that took longest, the longest first. */
  readonly slowest: readonly ItemResult[];
  readonly changes: Readonly<Record<AnswerChange, number>>;
  /** How the flagged ones fared. */
  readonly flagged: Share;
  readonly unanswered: number;
  readonly withdrawn: number;
}

/** The result of a mock exam; `questionNamed` gives questions by their ids. Throws where it is not finished. */
export function resultOf(mockExam: MockExam, exam: Exam, questionNamed: (id: string) => Question | undefined): MockExamResult {
  const { id, examId, title, mode, seed, started, finished, minutes, clock, items } = mockExam;
  if (finished === undefined) throw new Error('The mock exam is not finished.');
  const results = items.map((item) => itemResult(item, questionNamed(questionOf(item.card) ?? '')));
  return resultOfSitting({ id, examId, title, mode, seed, started, finished, minutes, elapsed: clock.elapsed, items: results }, exam);
}

/** Adds a sitting up. What was not answered is wrong, and there is no credit for a part of a multiple response. */
export function resultOfSitting(sitting: Sitting, exam: Exam): MockExamResult {
  const items = sitting.items.filter(({ outcome }) => outcome !== 'withdrawn');
  const overall = shareOfItems(items);
  const passingScore = usablePassingScore(exam);
  const domains = exam.domains.flatMap((domain) => domainResult(domain, items, exam.id));
  const [worst] = domains.toSorted((one, other) => other.expectedLoss - one.expectedLoss);
  const score = scoreOf(overall.share, passingScore);
  return {
    ...sitting,
    overall,
    score,
    low: scoreOf(overall.low, passingScore),
    high: scoreOf(overall.high, passingScore),
    passed: passingScore === null ? null : score >= passingScore,
    passingScore,
    estimateNote: estimateNoteOf(passingScore),
    domains,
    tasks: exam.domains.flatMap(({ tasks }) => tasks.flatMap(({ id, title }) => taskResult(`${exam.id}/${id}`, title, items))),
    weakest: worst && worst.expectedLoss > 0 ? worst : null,
    meanMilliseconds: items.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / Math.max(1, items.length),
    slowest: items.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, 5),
    changes: {
      'right-to-wrong': countOf(items, 'right-to-wrong'),
      'wrong-to-right': countOf(items, 'wrong-to-right'),
      'wrong-to-wrong': countOf(items, 'wrong-to-wrong'),
    },
    flagged: shareOfItems(items.filter(({ flagged }) => flagged)),
    unanswered: items.filter(({ outcome }) => outcome === 'unanswered').length,
    withdrawn: sitting.items.length - items.length,
  };
}

/** Cards of what was missed, wrong or not answered, in the order of the mock exam. */
export function misses({ items }: Pick<Sitting, 'items'>): string[] {
  return items.filter(({ outcome }) => outcome === 'wrong' || outcome === 'unanswered').map(({ card }) => card);
}

/** How an answer was changed, by whether the first and the last one were right. */
export function answerChange(firstRight: boolean, lastRight: boolean): AnswerChange {
  return firstRight ? 'right-to-wrong' : lastRight ? 'wrong-to-right' : 'wrong-to-wrong';
}

function itemResult(
  { card, task, fingerprint, order, chosen, struck, flagged, milliseconds, changes }: MockExamItem,
  question: Question | undefined,
): ItemResult {
  const kept = { card, task, fingerprint, order, chosen, struck, flagged, milliseconds };
  if (!question || !isOptionQuestion(question) || fingerprintOf(question) !== fingerprint) return { ...kept, outcome: 'withdrawn' };
  const first = changes[0]?.chosen;
  const outcome = outcomeOf(question, chosen);
  if (!first || isSameSelection(first, chosen)) return { ...kept, outcome };
  return { ...kept, outcome, changed: { first, change: answerChange(isRight(question, first), outcome === 'right') } };
}

function outcomeOf(question: OptionQuestion, chosen: readonly number[]): Outcome {
  if (chosen.length === 0) return 'unanswered';
  return isRight(question, chosen) ? 'right' : 'wrong';
}

function shareOfItems(items: readonly ItemResult[]): Share {
  return shareOf(items.filter(({ outcome }) => outcome === 'right').length, items.length);
}

function domainResult({ id, title, weight }: Exam['domains'][number], items: readonly ItemResult[], exam: string): DomainResult[] {
  const share = shareOfItems(items.filter(({ task }) => task.startsWith(`${exam}/${id}.`)));
  return share.total > 0 ? [{ id, title, weight, ...share, expectedLoss: weight * (1 - share.share) }] : [];
}

function taskResult(task: string, title: string, items: readonly ItemResult[]): TaskResult[] {
  const share = shareOfItems(items.filter((item) => item.task === task));
  return share.total > 0 ? [{ task, title, ...share }] : [];
}

function countOf(items: readonly ItemResult[], change: AnswerChange): number {
  return items.filter(({ changed }) => changed?.change === change).length;
}
