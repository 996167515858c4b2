import { isRecord } from './isRecord';
import type { Exam } from '../knowledge/schema';
import { isSelection } from './mockExam';
import { answerChange, resultOfSitting, type ItemResult, type MockExamResult, type Outcome, type Sitting } from './mockExamResult';
import { questionOf } from './session';

/**
 * A finished mock exam as the log keeps it: under 8 kB for 75 questions whose ids have up to 48 characters. It tells its
 * score by itself; with the exam, `resultOfRecord` makes the whole result of it.
 */
export interface MockExamRecord extends Omit<Sitting, 'items'> {
  readonly format: typeof recordFormat;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly passed: boolean | null;
  readonly items: readonly RecordedItem[];
}

/** Options are written as digits: `2031` shows the third one first. The task is without its exam. */
type RecordedItem = readonly [
  question: string,
  task: string,
  fingerprint: string,
  order: string,
  chosen: string,
  struck: string,
  /** `r` right, `w` wrong, `u` unanswered, `x` withdrawn; then `f` where it was flagged. */
  marks: string,
  milliseconds: number,
  /** The first answer, where it was changed, after `r` where it was right and `w` where it was wrong. */
  first: string,
];

const recordFormat = 1;
const letters: Readonly<Record<Outcome, string>> = { right: 'r', wrong: 'w', unanswered: 'u', withdrawn: 'x' };
const outcomes = new Map(Object.entries(letters).map(([outcome, letter]) => [letter, outcome as Outcome]));

/** The record of a result. */
export function recordOf(result: MockExamResult): MockExamRecord {
  const { id, examId, title, mode, seed, started, finished, minutes, elapsed, score, low, high, passed, items } = result;
  return { format: recordFormat, id, examId, title, mode, seed, started, finished, minutes, elapsed, score, low, high, passed, items: items.map(recordedItem) };
}

/** The result that was recorded, by the exam's weights and titles as they are now. */
export function resultOfRecord(record: MockExamRecord, exam: Exam): MockExamResult {
  const { id, examId, title, mode, seed, started, finished, minutes, elapsed } = record;
  return resultOfSitting({ id, examId, title, mode, seed, started, finished, minutes, elapsed, items: itemsOf(record) }, exam);
}

/** Each item as it ended, for the review; its fingerprint tells whether its question still is the one that was asked. */
export function itemsOf({ items, examId }: Pick<MockExamRecord, 'items' | 'examId'>): ItemResult[] {
  return items.map(([question, task, fingerprint, order, chosen, struck, marks, milliseconds, first]) => {
    const outcome = outcomes.get(marks.charAt(0)) ?? 'withdrawn';
    const change = answerChange(first.startsWith('r'), outcome === 'right');
    return {
      card: `question:${question}`,
      task: `${examId}/${task}`,
      fingerprint,
      order: optionsOf(order),
      chosen: optionsOf(chosen),
      struck: optionsOf(struck),
      flagged: marks.includes('f'),
      milliseconds,
      outcome,
      ...(first === '' ? {} : { changed: { first: optionsOf(first.slice(1)), change } }),
    };
  });
}

/** Reads what the log kept: the record, or why it is none. */
export function decodeRecord(kept: unknown): MockExamRecord | string {
  if (!isRecord(kept)) return 'it is no mock exam';
  const { format } = kept;
  if (typeof format === 'number' && format !== recordFormat) return `its mock exam was written in format ${format}, by another version of StackDrill`;
  return isMockExamRecord(kept) ? kept : 'a part of its mock exam is missing or of the wrong kind';
}

function isMockExamRecord(kept: Record<string, unknown>): kept is Record<string, unknown> & MockExamRecord {
  const { format, id, examId, title, mode, seed, started, finished, minutes, elapsed, score, low, high, passed, items } = kept;
  return (
    format === recordFormat &&
    [id, examId, title].every((text) => typeof text === 'string') &&
    (mode === 'exam' || mode === 'practice') &&
    [seed, started, finished, minutes, elapsed, score, low, high].every(Number.isFinite) &&
    (passed === null || typeof passed === 'boolean') &&
    Array.isArray(items) &&
    items.length > 0 &&
    items.every(isRecordedItem)
  );
}

/** The questions of each recorded mock exam, the oldest first: what `drawQuestions` is to avoid. */
export function pastDraws(records: readonly MockExamRecord[]): string[][] {
  return inTime(records).map(({ items }) => items.map(([question]) => question));
}

export interface TrendPoint {
  /** When it was finished, in milliseconds since 1970. */
  readonly time: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly passed: boolean | null;
  readonly examId: string;
  readonly title: string;
}

/** The scores of recorded mock exams in the order of time, for a plot. */
export function trend(records: readonly MockExamRecord[]): TrendPoint[] {
  return inTime(records).map(({ finished: time, score, low, high, passed, examId, title }) => ({ time, score, low, high, passed, examId, title }));
}

function inTime(records: readonly MockExamRecord[]): MockExamRecord[] {
  return records.toSorted((one, other) => one.finished - other.finished || (one.id < other.id ? -1 : 1));
}

function recordedItem({ card, task, fingerprint, order, chosen, struck, flagged, milliseconds, outcome, changed }: ItemResult): RecordedItem {
  const first = changed ? `${changed.change === 'right-to-wrong' ? 'r' : 'w'}${changed.first.join('')}` : '';
  return [
    questionOf(card) ?? card,
    task.slice(task.indexOf('/') + 1),
    fingerprint,
    order.join(''),
    chosen.join(''),
    struck.join(''),
    `${letters[outcome]}${flagged ? 'f' : ''}`,
    milliseconds,
    first,
  ];
}

function isRecordedItem(kept: unknown): boolean {
  if (!Array.isArray(kept) || kept.length !== 9) return false;
  const [question, task, fingerprint, order, chosen, struck, marks, milliseconds, first] = kept as unknown[];
  if (![question, task, fingerprint].every((text) => typeof text === 'string' && text !== '')) return false;
  if (typeof order !== 'string' || typeof chosen !== 'string' || typeof struck !== 'string') return false;
  const options = order.length;
  return (
    [order, chosen, struck].every((digits) => isSelection(optionsOf(digits), options)) &&
    typeof marks === 'string' &&
    /^[rwux]f?$/.test(marks) &&
    Number.isFinite(milliseconds) &&
    typeof first === 'string' &&
    (first === '' || (/^[rw]/.test(first) && isSelection(optionsOf(first.slice(1)), options)))
  );
}

/** The options of a text of digits; what is no digit is no option either. */
function optionsOf(digits: string): number[] {
  return Array.from(digits, (digit) => Number.parseInt(digit, 10));
}
