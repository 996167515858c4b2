import { isRecord } from './isRecord';
import type { Question } from '../knowledge/schema';
import type { Asked, Prompt } from './asked';
import { seededRandom, shuffled } from './random';
import { gradeOf, type Grade, type Review, type Sureness } from './review';

/** Questions where the learner picks one option or several: those that the command palette can ask too. */
export type OptionQuestion = Extract<Question, { type: 'choice' | 'multiple-response' }>;

export interface Answer {
  /**
   * What was given. Choices: indices into the question's options, as the note has them. Ordering: the indices of all
   * steps in the learner's order. Matching: for each pair the index of the pair whose right side was chosen. Number: the
   * number alone. Recall: nothing.
   */
  readonly chosen: readonly number[];
  readonly correct: boolean;
  readonly sureness: Sureness | null;
  /** Id of the review in the log, by which it can be taken back. */
  readonly review: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** A quiz as plain data: it can be sent to the panel, kept over a reload and gone on with. */
export interface Session {
  readonly title: string;
  /** Cramming moves no card, unless the learner has set that it shall. */
  readonly mode: 'review' | 'cram';
  readonly items: readonly SessionItem[];
  /** Index of the item that is shown. */
  readonly current: number;
}

export interface SessionItem {
  readonly card: string;
  /** Fixes generated numbers and the order of what is shown. */
  readonly seed: number;
  readonly answer?: Answer;
}

/** Looks up a card; nothing where there is none of that name any more. */
export type Ask = (card: string, seed: number) => Asked | undefined;

export function isOptionQuestion(question: Prompt): question is OptionQuestion {
  return question.type === 'choice' || question.type === 'multiple-response';
}

export function cardOf(question: { readonly id: string }): string {
  return `question:${question.id}`;
}

/** Id of the question behind a card; nothing for cards of other kinds. */
export function questionOf(card: string): string | undefined {
  return card.startsWith('question:') ? card.slice('question:'.length) : undefined;
}

/** Makes a session of cards in their order; numbers, options and steps are fixed by `seed`. */
export function startSession(title: string, cards: readonly string[], { seed, mode = 'review' }: { seed: number; mode?: Session['mode'] }): Session {
  const random = seededRandom(seed);
  return { title, mode, current: 0, items: cards.map((card) => ({ card, seed: seedFrom(random) })) };
}

function seedFrom(random: () => number): number {
  return Math.floor(random() * 2 ** 31);
}

/** Order in which options, steps or right sides are shown, as indices into the question's; empty for a number. Steps never stand in their right order, or there would be nothing to do. */
export function shownOrder(question: Prompt, seed: number): number[] {
  const order = shuffled(
    Array.from({ length: partsOf(question) }, (_, index) => index),
    seededRandom(seed),
  );
  const sorted = order.every((part, index) => part === index);
  return question.type === 'ordering' && sorted ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** How many options, steps or pairs a question has. */
function partsOf(question: Prompt): number {
  switch (question.type) {
    case 'choice':
    case 'multiple-response':
      return question.options.length;
    case 'ordering':
      return question.steps.length;
    case 'matching':
      return question.pairs.length;
    case 'number':
    case 'recall':
      return 0;
  }
}

/** True where exactly what is right was given; there is no credit for a part, as in the exams. */
export function isRight(question: Question, chosen: readonly number[]): boolean {
  switch (question.type) {
    case 'choice':
    case 'multiple-response':
      return question.options.every((option, index) => option.correct === chosen.includes(index));
    case 'ordering':
    case 'matching':
      return chosen.length === partsOf(question) && chosen.every((part, index) => part === index);
    case 'number': {
      const [given = Number.NaN] = chosen;
      const { value, tolerance } = question.answer;
      // The tolerance is a decimal of the note: what stands exactly on its edge counts.
      return Math.abs(given - value) <= tolerance + Math.abs(value) * 1e-9;
    }
  }
}

/** Whether the numbers can be an answer to the question, right or wrong. */
function isAnswerTo(question: Prompt, chosen: readonly number[]): boolean {
  if (question.type === 'recall') return chosen.length === 0;
  if (question.type === 'number') return chosen.length === 1 && chosen.every((value) => Number.isFinite(value));
  const parts = partsOf(question);
  const named = new Set(chosen).size === chosen.length && chosen.every((part) => Number.isInteger(part) && part >= 0 && part < parts);
  return named && (isOptionQuestion(question) ? chosen.length > 0 : chosen.length === parts);
}

export interface AnsweredSession {
  readonly session: Session;
  readonly review: Review;
}

/** What the learner gave. A recalled card carries the grade instead of a choice. */
export interface Given {
  readonly chosen: readonly number[];
  readonly sureness: Sureness | null;
  readonly grade?: Grade;
  readonly time: number;
  readonly duration: number;
  readonly id: string;
}

/** Answers the item that is shown. Throws where it is answered already or nothing of the question is named. */
export function answer(session: Session, { card, prompt }: Asked, { chosen, sureness, grade: given, time, duration, id }: Given): AnsweredSession {
  const item = session.items[session.current];
  if (item?.card !== card) throw new Error(`The card "${card}" is not the one that is shown.`);
  if (item.answer) throw new Error(`The card "${card}" is answered already.`);
  if (!isAnswerTo(prompt, chosen)) throw new Error('This can be no answer to the question: it names parts that the question does not have.');
  if ((prompt.type === 'recall') !== (given !== undefined)) throw new Error('A card to recall is answered with a grade, and no other is.');
  const correct = prompt.type === 'recall' ? (given ?? 1) > 1 : isRight(prompt, chosen);
  const grade = given ?? gradeOf(correct, sureness);
  const review: Review = { kind: 'review', id, card, time, grade, correct, sureness, duration };
  return {
    session: withItem(session, session.current, { ...item, answer: { chosen: [...chosen], correct, sureness, review: id, time } }),
    review: session.mode === 'cram' ? { ...review, practice: 'cram' } : review,
  };
}

/** Puts a card at the end once more: it is being learned, and comes again before the session is over. */
export function askAgain(session: Session, card: string, seed: number): Session {
  const waits = session.items.some((item, index) => index > session.current && item.card === card && !item.answer);
  return waits ? session : { ...session, items: [...session.items, { card, seed }] };
}

/**
 * Takes an answer back: that of the item that is shown, or else the one given last. The item is shown again without it,
 * and the repeat that it brought is gone. Nothing where no answer was given.
 */
export function takeBack(session: Session): { session: Session; review: string } | undefined {
  const last = session.items.reduce((best, { answer: one }, index) => (one && one.time >= (session.items[best]?.answer?.time ?? -1) ? index : best), -1);
  const index = session.items[session.current]?.answer ? session.current : last;
  const item = session.items[index];
  if (!item?.answer) return undefined;
  const { answer: taken, ...open } = item;
  const items = session.items
    .map((other, at): SessionItem => (at === index ? open : other))
    .filter((other, at) => at <= index || other.card !== item.card || other.answer !== undefined);
  return { session: { ...session, items, current: index }, review: taken.review };
}

/** Leaves a card out of the rest of the session, as after it was buried or suspended; answered items stay. */
export function without(session: Session, card: string): Session {
  const kept = session.items.filter((item) => item.card !== card || item.answer !== undefined);
  const passed = session.items.slice(0, session.current).filter((item) => !kept.includes(item)).length;
  return { ...session, items: kept, current: session.current - passed };
}

function withItem(session: Session, index: number, item: SessionItem): Session {
  return { ...session, items: session.items.map((other, at) => (at === index ? item : other)) };
}

/** Shows another item; past the last one stands the summary. */
export function goTo(session: Session, index: number): Session {
  return { ...session, current: Math.max(0, Math.min(index, session.items.length)) };
}

/** A session that was kept as plain data, where it is one and its cards still are what they were. */
export function restoredSession(kept: unknown, ask: Ask): Session | undefined {
  if (!isRecord(kept) || typeof kept.title !== 'string' || !Array.isArray(kept.items)) return undefined;
  if (typeof kept.current !== 'number' || !Number.isInteger(kept.current)) return undefined;
  const items = kept.items.flatMap((item: unknown) => restoredItem(item, ask) ?? []);
  if (items.length === 0 || items.length < kept.items.length) return undefined;
  return goTo({ title: kept.title, mode: kept.mode === 'cram' ? 'cram' : 'review', current: 0, items }, kept.current);
}

function restoredItem(kept: unknown, ask: Ask): SessionItem | undefined {
  if (!isRecord(kept) || typeof kept.card !== 'string' || typeof kept.seed !== 'number') return undefined;
  const { card, seed } = kept;
  const asked = ask(card, seed);
  if (!asked) return undefined;
  if (!isRecord(kept.answer)) return { card, seed };
  const { correct, review, time } = kept.answer;
  const chosen = numbers(kept.answer.chosen);
  const sureness = surenessOf(kept.answer.sureness);
  if (!chosen || !isAnswerTo(asked.prompt, chosen) || typeof review !== 'string' || typeof time !== 'number') return undefined;
  const right = asked.prompt.type === 'recall' ? correct === true : isRight(asked.prompt, chosen);
  return { card, seed, answer: { chosen, sureness, correct: right, review, time } };
}

function numbers(value: unknown): number[] | undefined {
  return Array.isArray(value) && value.every((one): one is number => typeof one === 'number') ? value : undefined;
}

function surenessOf(value: unknown): Sureness | null {
  return value === 'guess' || value === 'think-so' || value === 'sure' ? value : null;
}
