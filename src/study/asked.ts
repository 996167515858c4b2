import type { Question } from '../knowledge/schema';

/** A card that the learner answers in the head, looks at and rates: again, hard, good, easy. */
export interface RecallQuestion {
  readonly type: 'recall';
  readonly id: string;
  /** Exam tasks, `sap-c02/2.4`; empty for cards of the learner's own. */
  readonly tasks: readonly string[];
  readonly services: readonly string[];
  /** Facts and decisions behind it, `sqs#retention`. */
  readonly facts: readonly string[];
  readonly level: Question['level'];
  /** The front. */
  readonly stem: string;
  readonly back: string;
  readonly sources: readonly string[];
}

/** What stands on a card: a question of the notes, one that was made, or something to recall. */
export type Prompt = Question | RecallQuestion;

/** A card as it is asked once. */
export interface Asked {
  /** `question:sqs-several-readers`, `fact:sqs#retention`, `decision:sqs#fan-out`, `drill:usable-addresses`, `own:1f2e3d4c`. */
  readonly card: string;
  readonly prompt: Prompt;
  /** The worked solution, a step a line; for drills. */
  readonly solution?: readonly string[];
}

export type CardKind = 'question' | 'fact' | 'decision' | 'drill' | 'own';

/** What is known of a card without asking it. */
export interface CardInfo {
  readonly card: string;
  readonly kind: CardKind;
  /** One line for lists. */
  readonly title: string;
  readonly tasks: readonly string[];
  readonly services: readonly string[];
  /** Facts and decisions behind it. Two cards that share one are siblings: they are not asked on the same day. */
  readonly facts: readonly string[];
  readonly level: Question['level'];
}

export function kindOf(card: string): CardKind | undefined {
  const kind = card.slice(0, card.indexOf(':'));
  return kind === 'question' || kind === 'fact' || kind === 'decision' || kind === 'drill' || kind === 'own' ? kind : undefined;
}
