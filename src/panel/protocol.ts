import type { Decision, Fact, Service } from '../knowledge/schema';
import type { CardKind } from '../study/asked';
import type { CardAction } from '../study/log';
import type { Grade, Sureness } from '../study/review';
import type { Phase } from '../study/schedule';
import type { QuizScope } from '../study/scope';
import type { OverviewAction } from '../study/statistics/action';
import type { OverviewView } from '../study/statistics/overview';
import type { Session } from '../study/session';
import type { MockExamHistoryView, MockExamMessage, MockExamPanelState, MockExamResultView, MockExamStartView, MockExamView } from './protocolMockExam';

/** What the host says to the study panel: show this, and keep `state` over a reload. Everything is plain data. */
export interface HostMessage {
  readonly type: 'show';
  readonly view: View;
  readonly state: PanelState;
  /** Texts of the panel in the language of VS Code, by the English ones; sent once. */
  readonly texts?: Readonly<Record<string, string>>;
}

export type View =
  | NoteView
  | QuizView
  | SummaryView
  | ThenAndNowView
  | CardsView
  | OverviewView
  | ImportView
  | MockExamStartView
  | MockExamView
  | MockExamResultView
  | MockExamHistoryView
  | MessageView;

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
  readonly mode: Session['mode'];
  readonly card: string;
  readonly cardKind: CardKind;
  /** Whether an answer of this session can be taken back. */
  readonly undoable: boolean;
  /** Whether the card's text can be edited. */
  readonly editable: boolean;
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
  | { readonly kind: 'number'; readonly unit: string }
  /** `days`: how long each grade, from Again to Easy, puts the card off; less than 1 for minutes. Nothing where it is not moved. */
  | { readonly kind: 'recall'; readonly back: string; readonly days: readonly number[] };

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
  /** The worked solution, a step a line. */
  readonly steps: readonly string[];
  readonly sources: readonly string[];
  readonly facts: readonly { readonly reference: string; readonly statement: string }[];
  /** When the card comes back, in words; empty where the answer does not move it. */
  readonly due: string;
  /** Set where the card was forgotten so often that it is held back from now on: how often. */
  readonly leech?: number;
}

export interface SummaryView {
  readonly kind: 'summary';
  readonly title: string;
  readonly right: number;
  readonly answered: number;
  readonly total: number;
  /** Whether an answer can be taken back. */
  readonly undoable: boolean;
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

export type CardFilter = 'all' | 'due' | 'new' | 'learning' | 'suspended' | 'buried' | 'leeches';

/** Every card with how it stands, to be searched, filtered and acted upon. */
export interface CardsView {
  readonly kind: 'cards';
  readonly rows: readonly CardRow[];
  /** What is shown at first. */
  readonly filter: CardFilter;
}

export interface CardRow {
  readonly card: string;
  readonly cardKind: CardKind;
  readonly title: string;
  /** The note, or the place in it, that the card belongs to; empty for none. */
  readonly note: string;
  readonly phase: Phase | 'new';
  /** Milliseconds since 1970; null for a new card. */
  readonly due: number | null;
  readonly reviews: number;
  readonly lapses: number;
  /** Probability of recall now; null for a new card. */
  readonly recall: number | null;
  readonly isDue: boolean;
  readonly suspended: boolean;
  readonly buried: boolean;
  readonly leech: boolean;
  readonly editable: boolean;
}

/** What importing a file would do, and after it was done, how many entries it added. */
export interface ImportView {
  readonly kind: 'import';
  readonly file: string;
  readonly what: 'cards' | 'backup';
  readonly counts: { readonly new: number; readonly changed: number; readonly known: number; readonly problems: number };
  /** The first ones. */
  readonly cards: readonly {
    readonly line: number;
    readonly front: string;
    readonly back: string;
    readonly tags: readonly string[];
    readonly status: 'new' | 'known' | 'changed';
  }[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  readonly imported: number | null;
}

export interface MessageView {
  readonly kind: 'message';
  readonly text: string;
}

export type PanelMessage =
  | { readonly type: 'ready'; readonly state: PanelState | null }
  | {
      readonly type: 'answer';
      readonly chosen: readonly number[];
      readonly sureness: Sureness | null;
      /** For a card to recall. */
      readonly grade?: Grade;
      readonly duration: number;
    }
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'again' }
  | { readonly type: 'undo' }
  | { readonly type: 'import' }
  | { readonly type: 'browseCards' }
  /** A bar of the charts was chosen. */
  | { readonly type: 'overview'; readonly action: OverviewAction }
  /** Something done with a card beside answering it. */
  | { readonly type: 'card'; readonly card: string; readonly action: CardAction['action'] | 'edit' }
  | { readonly type: 'openNote'; readonly target: string }
  | { readonly type: 'quiz'; readonly scope: QuizScope }
  | MockExamMessage;

/** What the panel's window keeps over a reload, so that the host can show it again. */
export type PanelState =
  | { readonly kind: 'none' }
  | { readonly kind: 'note'; readonly target: string }
  | { readonly kind: 'thenAndNow' }
  | { readonly kind: 'overview' }
  | { readonly kind: 'cards'; readonly filter: CardFilter }
  | { readonly kind: 'session'; readonly session: unknown }
  | MockExamPanelState;
