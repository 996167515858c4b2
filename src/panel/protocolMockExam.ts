import type { ItemStatus, MockExamAction, MockExamMode } from '../study/mockExam';
import type { AnswerChange, Outcome } from '../study/mockExamResult';
import type { Share } from '../study/mockExamScore';

/** What a mock exam will be, before its clock runs. */
export interface MockExamStartView {
  readonly kind: 'mockExamStart';
  readonly title: string;
  readonly mode: MockExamMode;
  readonly questions: number;
  readonly minutes: number;
  readonly clockRule: string;
  /** What the learner is to know before: too few questions, a running mock exam that would be discarded. */
  readonly warnings: readonly string[];
}

/** A running mock exam. Nothing in it tells what is right. */
export interface MockExamView {
  readonly kind: 'mockExam';
  readonly title: string;
  readonly mode: MockExamMode;
  readonly minutes: number;
  /** Milliseconds that are left at the moment; the panel counts on from there by itself. */
  readonly timeLeft: number;
  readonly timeHidden: boolean;
  readonly paused: boolean;
  /** Number of the panel's latest message that is taken in: what the panel shows ahead of older ones is not undone. */
  readonly sequence: number;
  /** Counted from 0; as many as there are items on the page before finishing. */
  readonly current: number;
  readonly items: readonly MockExamMapItem[];
  /** The question that is shown; nothing while paused and on the page before finishing. */
  readonly question?: MockExamQuestion;
}

export interface MockExamMapItem {
  readonly status: ItemStatus;
  readonly flagged: boolean;
}

export interface MockExamQuestion {
  readonly stem: string;
  /** How many options are to be picked. */
  readonly picks: number;
  /** In the order in which they are shown; `option` is the index into the question's. */
  readonly options: readonly { readonly option: number; readonly text: string; readonly struck: boolean }[];
  readonly chosen: readonly number[];
}

/** A mock exam that is over, added up. */
export interface MockExamResultView {
  readonly kind: 'mockExamResult';
  readonly id: string;
  readonly title: string;
  readonly mode: MockExamMode;
  /** Milliseconds since 1970. */
  readonly finished: number;
  readonly minutes: number;
  /** Milliseconds that were used. */
  readonly elapsed: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly passed: boolean | null;
  readonly passingScore: number | null;
  /** How the score comes about. */
  readonly note: string;
  readonly overall: Share;
  readonly domains: readonly MockExamPart[];
  readonly tasks: readonly MockExamPart[];
  /** The domain with the largest expected loss; empty where nothing was lost. */
  readonly weakest: string;
  readonly meanMilliseconds: number;
  /** Indices of the items that took longest, the longest first. */
  readonly slowest: readonly number[];
  readonly changes: Readonly<Record<AnswerChange, number>>;
  readonly flagged: Share;
  readonly unanswered: number;
  readonly withdrawn: number;
  readonly items: readonly MockExamResultItem[];
  /** Cards of what was missed. */
  readonly misses: readonly string[];
  /** Whether the misses were turned into cards already. */
  readonly missesAreCards: boolean;
}

/** Right answers in a domain or task. */
export interface MockExamPart extends Share {
  readonly name: string;
}

export interface MockExamResultItem {
  readonly stem: string;
  readonly task: string;
  readonly outcome: Outcome;
  readonly flagged: boolean;
  readonly milliseconds: number;
  readonly change: AnswerChange | null;
  /** In the order in which they were shown; empty where the question is gone or was changed since. */
  readonly options: readonly MockExamResultOption[];
  readonly sources: readonly string[];
  readonly facts: readonly { readonly reference: string; readonly statement: string }[];
  readonly services: readonly { readonly id: string; readonly name: string }[];
}

export interface MockExamResultOption {
  readonly text: string;
  readonly correct: boolean;
  readonly chosen: boolean;
  readonly struck: boolean;
  /** Chosen at first, where the answer was changed. */
  readonly first: boolean;
  readonly rationale: string;
  readonly tempting: string;
}

/** All recorded mock exams. */
export interface MockExamHistoryView {
  readonly kind: 'mockExams';
  /** The latest first. */
  readonly rows: readonly MockExamRow[];
  /** How many could not be read. */
  readonly unreadable: number;
}

export interface MockExamRow {
  readonly id: string;
  readonly exam: string;
  readonly title: string;
  readonly mode: MockExamMode;
  /** Milliseconds since 1970. */
  readonly finished: number;
  /** Milliseconds that were used. */
  readonly elapsed: number;
  readonly minutes: number;
  readonly right: number;
  readonly total: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly passed: boolean | null;
  readonly passingScore: number | null;
}

export type MockExamMessage =
  /** What the learner does; `index` is the item that was shown to them, and `sequence` counts the messages. */
  | { readonly type: 'mockExam'; readonly index: number; readonly sequence: number; readonly action: MockExamAction }
  | { readonly type: 'hideTime'; readonly hidden: boolean }
  /** Starts the clock of the mock exam that the start page tells of. */
  | { readonly type: 'beginMockExam' }
  | { readonly type: 'chooseMockExam' }
  | { readonly type: 'missesToCards' }
  | { readonly type: 'openMockExam'; readonly id: string }
  | { readonly type: 'openMockExams' };

export type MockExamPanelState =
  /** `window` names the window that owns the mock exam: after a reload it is the same one. */
  { readonly kind: 'mockExam'; readonly window: string } | { readonly kind: 'mockExamResult'; readonly id: string } | { readonly kind: 'mockExams' };
