import type { Question } from '../knowledge/schema';
import { seededRandom, shuffled } from './random';
import { gradeOf, type Review, type Sureness } from './review';
import type { Schedule } from './schedule';

/** Questions that a session can ask: the learner picks one option or several. */
export type OptionQuestion = Extract<Question, { type: 'choice' | 'multiple-response' }>;

export interface Answer {
  /** Indices into the question's options, as the note has them. */
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
  /** Order in which the options are shown, as indices into the question's options. */
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
  const chosen = shuffled(questions.filter(isOptionQuestion), random)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, options.limit);
  return {
    title,
    current: 0,
    items: chosen.map((question) => ({
      question: question.id,
      order: shuffled(
        question.options.map((_, index) => index),
        random,
      ),
    })),
  };
}

/** True where exactly the right options were chosen; there is no credit for a part, as in the exams. */
export function isRight(question: OptionQuestion, chosen: readonly number[]): boolean {
  return question.options.every((option, index) => option.correct === chosen.includes(index));
}

export interface AnsweredSession {
  readonly session: Session;
  readonly review: Review;
}

/** Answers the item that is shown. Throws where it is answered already or the choice names no option. */
export function answer(
  session: Session,
  question: OptionQuestion,
  given: { chosen: readonly number[]; sureness: Sureness | null; time: number; duration: number; id: string },
): AnsweredSession {
  const item = session.items[session.current];
  if (item?.question !== question.id) throw new Error(`The question "${question.id}" is not the one that is shown.`);
  if (item.answer) throw new Error(`The question "${question.id}" is answered already.`);
  if (given.chosen.length === 0 || given.chosen.some((index) => !question.options[index])) throw new Error('The answer names no option of this question.');
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
  if (!question || !isOptionQuestion(question)) return undefined;
  const order = indices(kept.order, question);
  if (order?.length !== question.options.length) return undefined;
  if (!isRecord(kept.answer)) return { question: question.id, order };
  const chosen = indices(kept.answer.chosen, question);
  const sureness = surenessOf(kept.answer.sureness);
  if (!chosen || chosen.length === 0) return undefined;
  return { question: question.id, order, answer: { chosen, sureness, correct: isRight(question, chosen) } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A list of indices into the question's options, each once. */
function indices(value: unknown, question: OptionQuestion): number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const numbers = value.filter((one): one is number => typeof one === 'number' && question.options[one] !== undefined);
  return new Set(numbers).size === value.length ? numbers : undefined;
}

function surenessOf(value: unknown): Sureness | null {
  return value === 'guess' || value === 'think-so' || value === 'sure' ? value : null;
}
