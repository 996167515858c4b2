import type { Question } from '../knowledge/schema';
import { seededRandom, shuffled } from './random';
import { gradeOf, type Review, type Sureness } from './review';
import type { Schedule } from './schedule';

/** Questions where the learner picks one option or several: those that the command palette can ask too. */
export type OptionQuestion = Extract<Question, { type: 'choice' | 'multiple-response' }>;

export interface Answer {
  /**
   * What was given. Choices: indices into the question's options, as the note has them. Ordering: the indices of all
   * steps in the learner's order. Matching: for each pair the index of the pair whose right side was chosen. Number: the number alone.
   */
  readonly chosen: readonly number[];
  readonly correct: boolean;
  readonly sureness: Sureness | null;
}

/** A quiz as plain data: it can be sent to the panel, kept over a reload and gone on with. */
export interface Session {
  readonly title: string;
  readonly items: readonly SessionItem[];
  /** Index of the item that is shown. */
  readonly current: number;
}

export interface SessionItem {
  readonly question: string;
  /** Order in which options, steps or right sides are shown, as indices into the question's; empty for a number. */
  readonly order: readonly number[];
  readonly answer?: Answer;
}

export function isOptionQuestion(question: Question): question is OptionQuestion {
  return question.type === 'choice' || question.type === 'multiple-response';
}

export function cardOf(question: { readonly id: string }): string {
  return `question:${question.id}`;
}

/** Ids of the questions behind cards; cards of other kinds are left out. */
export function questionOf(card: string): string | undefined {
  return card.startsWith('question:') ? card.slice('question:'.length) : undefined;
}

/**
 * Makes a session of at most `limit` questions: those due first, then new ones, then those answered wrongly last
 * time, then the rest; questions and options in an order that `seed` fixes.
 */
export function startSession(
  title: string,
  questions: readonly Question[],
  schedule: Schedule,
  options: { now: number; seed: number; limit: number },
): Session {
  const random = seededRandom(options.seed);
  const rank = (question: Question): number => {
    const state = schedule.state(cardOf(question));
    if (!state) return 1;
    return state.due <= options.now ? 0 : state.lastCorrect ? 3 : 2;
  };
  const chosen = shuffled(questions, random)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, options.limit);
  return {
    title,
    current: 0,
    items: chosen.map((question) => ({ question: question.id, order: shownOrder(question, random) })),
  };
}

/** A shuffled order; steps never stand in their right one, or there would be nothing to do. */
function shownOrder(question: Question, random: () => number): number[] {
  const order = shuffled(
    Array.from({ length: partsOf(question) }, (_, index) => index),
    random,
  );
  const sorted = order.every((part, index) => part === index);
  return question.type === 'ordering' && sorted ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** How many options, steps or pairs a question has. */
function partsOf(question: Question): number {
  switch (question.type) {
    case 'choice':
    case 'multiple-response':
      return question.options.length;
    case 'ordering':
      return question.steps.length;
    case 'matching':
      return question.pairs.length;
    case 'number':
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
function isAnswerTo(question: Question, chosen: readonly number[]): boolean {
  if (question.type === 'number') return chosen.length === 1 && chosen.every((value) => Number.isFinite(value));
  const parts = partsOf(question);
  const named = new Set(chosen).size === chosen.length && chosen.every((part) => Number.isInteger(part) && part >= 0 && part < parts);
  return named && (isOptionQuestion(question) ? chosen.length > 0 : chosen.length === parts);
}

export interface AnsweredSession {
  readonly session: Session;
  readonly review: Review;
}

/** Answers the item that is shown. Throws where it is answered already or nothing of the question is named. */
export function answer(
  session: Session,
  question: Question,
  given: { chosen: readonly number[]; sureness: Sureness | null; time: number; duration: number; id: string },
): AnsweredSession {
  const item = session.items[session.current];
  if (item?.question !== question.id) throw new Error(`The question "${question.id}" is not the one that is shown.`);
  if (item.answer) throw new Error(`The question "${question.id}" is answered already.`);
  if (!isAnswerTo(question, given.chosen)) throw new Error('This can be no answer to the question: it names parts that the question does not have.');
  const correct = isRight(question, given.chosen);
  const items = session.items.map((other, index) =>
    index === session.current ? { ...other, answer: { chosen: [...given.chosen], correct, sureness: given.sureness } } : other,
  );
  const { id, time, duration, sureness } = given;
  return {
    session: { ...session, items },
    review: { id, card: cardOf(question), time, grade: gradeOf(correct, sureness), correct, sureness, duration },
  };
}

/** Shows another item; past the last one stands the summary. */
export function goTo(session: Session, index: number): Session {
  return { ...session, current: Math.max(0, Math.min(index, session.items.length)) };
}

/** A session that was kept as plain data, where it is one and its questions still are what they were. */
export function restoredSession(kept: unknown, questionNamed: (id: string) => Question | undefined): Session | undefined {
  if (!isRecord(kept) || typeof kept.title !== 'string' || !Array.isArray(kept.items)) return undefined;
  if (typeof kept.current !== 'number' || !Number.isInteger(kept.current)) return undefined;
  const items = kept.items.flatMap((item: unknown) => restoredItem(item, questionNamed) ?? []);
  if (items.length === 0 || items.length < kept.items.length) return undefined;
  return goTo({ title: kept.title, current: 0, items }, kept.current);
}

function restoredItem(kept: unknown, questionNamed: (id: string) => Question | undefined): SessionItem | undefined {
  if (!isRecord(kept) || typeof kept.question !== 'string') return undefined;
  const question = questionNamed(kept.question);
  if (!question) return undefined;
  const order = numbers(kept.order);
  const parts = partsOf(question);
  if (order?.length !== parts || !Array.from({ length: parts }, (_, part) => part).every((part) => order.includes(part))) return undefined;
  if (!isRecord(kept.answer)) return { question: question.id, order };
  const chosen = numbers(kept.answer.chosen);
  const sureness = surenessOf(kept.answer.sureness);
  if (!chosen || !isAnswerTo(question, chosen)) return undefined;
  return { question: question.id, order, answer: { chosen, sureness, correct: isRight(question, chosen) } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function numbers(value: unknown): number[] | undefined {
  return Array.isArray(value) && value.every((one): one is number => typeof one === 'number') ? value : undefined;
}

function surenessOf(value: unknown): Sureness | null {
  return value === 'guess' || value === 'think-so' || value === 'sure' ? value : null;
}
