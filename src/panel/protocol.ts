import type { Decision, Fact, Service } from '../knowledge/schema';
import type { Sureness } from '../study/review';

/** What the host and the study panel say to each other. Everything is plain data. */
export type HostMessage =
  | { readonly type: 'show'; readonly view: View }
  /** Asks the panel to keep this over a reload. */
  | { readonly type: 'keep'; readonly state: PanelState };

export type View = NoteView | QuizView | SummaryView | ThenAndNowView | MessageView;

export interface NoteView {
  readonly kind: 'note';
  readonly id: string;
  readonly title: string;
  readonly fullName: string;
  readonly summary: string;
  /** Only for services. */
  readonly status?: Service['status'];
  readonly page?: string;
  readonly cues: Service['cues'];
  readonly traps: readonly string[];
  readonly facts: readonly Fact[];
  readonly decisions: readonly Decision[];
  /** Markdown. */
  readonly body: string;
  /** SVG by Graphviz text. */
  readonly diagrams: Readonly<Record<string, string>>;
  readonly questions: number;
  /** Id of a fact, decision or heading to scroll to. */
  readonly anchor?: string;
}

export interface QuizView {
  readonly kind: 'quiz';
  readonly title: string;
  /** Counted from 0. */
  readonly index: number;
  readonly total: number;
  readonly stem: string;
  readonly level: string;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly ask: Ask;
  /** Present once the question is answered; rationales and sources come only then. */
  readonly result?: QuizResult;
}

/** What is to be done, by the type of the question. */
export type Ask =
  /** `choose`: how many options are to be chosen. */
  | { readonly kind: 'options'; readonly choose: number; readonly parts: readonly Part[] }
  | { readonly kind: 'ordering'; readonly parts: readonly Part[] }
  /** `lefts` stand in the note's order; `parts` are the right sides, shuffled. */
  | { readonly kind: 'matching'; readonly lefts: readonly string[]; readonly parts: readonly Part[] }
  | { readonly kind: 'number'; readonly unit: string };

export interface Part {
  /** Index into the question's options, steps or pairs as the note has them. */
  readonly part: number;
  readonly text: string;
}

export interface QuizResult {
  readonly correct: boolean;
  /** As `Answer.chosen` of the session has it. */
  readonly chosen: readonly number[];
  /** One for each option, step or pair in the note's order; one alone for a number. */
  readonly explanations: readonly { readonly correct: boolean; readonly rationale: string; readonly tempting?: string }[];
  /** The right number with its unit; empty for other types. */
  readonly solution: string;
  readonly sources: readonly string[];
  readonly facts: readonly { readonly reference: string; readonly statement: string }[];
  /** When the card comes back, as a date in words. */
  readonly due: string;
}

export interface SummaryView {
  readonly kind: 'summary';
  readonly title: string;
  readonly right: number;
  readonly answered: number;
  readonly total: number;
  readonly items: readonly { readonly index: number; readonly stem: string; readonly correct: boolean | null }[];
}

/** Everything that older study material states otherwise, and the services that are no longer open. */
export interface ThenAndNowView {
  readonly kind: 'thenAndNow';
  readonly changes: readonly ChangedStatement[];
  readonly services: readonly { readonly id: string; readonly name: string; readonly status: Service['status'] }[];
  readonly questions: number;
}

export interface ChangedStatement {
  readonly reference: string;
  readonly note: string;
  readonly title: string;
  readonly now: string;
  readonly was: NonNullable<Fact['was']>;
  readonly source: string;
}

export interface MessageView {
  readonly kind: 'message';
  readonly text: string;
}

export type PanelMessage =
  | { readonly type: 'ready'; readonly state: PanelState | null }
  | { readonly type: 'answer'; readonly chosen: readonly number[]; readonly sureness: Sureness | null; readonly duration: number }
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'again' }
  | { readonly type: 'openNote'; readonly target: string }
  | { readonly type: 'quizNote'; readonly id: string }
  | { readonly type: 'quizThenAndNow' };

/** What the panel's window keeps over a reload, so that the host can show it again. */
export type PanelState =
  { readonly kind: 'note'; readonly target: string } | { readonly kind: 'thenAndNow' } | { readonly kind: 'session'; readonly session: unknown };
