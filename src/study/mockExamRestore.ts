import { isRecord } from './isRecord';
import type { Question } from '../knowledge/schema';
import {
  isSelection,
  keptChanges,
  limitOf,
  mockExamFormat,
  type Message,
  type MockExam,
  type MockExamChange,
  type MockExamClock,
  type MockExamItem,
} from './mockExam';
import { fingerprintOf, picksOf } from './mockExamDraw';
import { isOptionQuestion, questionOf } from './session';

export type RestoredMockExam = { readonly mockExam: MockExam } | { readonly reason: Message };

const damaged: Message = { text: 'The mock exam that was kept is damaged and cannot be continued. Start a new one.', values: [] };

/**
 * A mock exam that was kept as JSON, or why it cannot be gone on with; `questionNamed` gives questions by their ids.
 * Never throws. The next action is to be `reopen`, for the time that it was away.
 */
export function restoreMockExam(kept: unknown, questionNamed: (id: string) => Question | undefined): RestoredMockExam {
  if (!isRecord(kept)) return { reason: damaged };
  const { format } = kept;
  if (typeof format === 'number' && format !== mockExamFormat) {
    return { reason: { text: 'The mock exam was kept by another version of StackDrill and cannot be continued. Start a new one.', values: [] } };
  }
  const mockExam = soundMockExam(kept);
  if (!mockExam) return { reason: damaged };
  for (const item of mockExam.items) {
    const reason = changeOf(item, questionNamed);
    if (reason) return { reason };
  }
  return { mockExam };
}

function changeOf(item: MockExamItem, questionNamed: (id: string) => Question | undefined): Message | undefined {
  const id = questionOf(item.card) ?? '';
  const question = questionNamed(id);
  if (!question) return { text: 'The mock exam cannot be continued: its question "{0}" is no longer in the notes. Start a new one.', values: [id] };
  if (isOptionQuestion(question) && fingerprintOf(question) === item.fingerprint) {
    return question.options.length === item.order.length && picksOf(question) === item.picks ? undefined : damaged;
  }
  return { text: 'The mock exam cannot be continued: its question "{0}" has changed since. Start a new one.', values: [id] };
}

function soundMockExam(kept: Record<string, unknown>): MockExam | undefined {
  const { format, id, examId, title, mode, seed, started, minutes, current, finished } = kept;
  if (format !== mockExamFormat || typeof id !== 'string' || typeof examId !== 'string' || typeof title !== 'string') return undefined;
  if ((mode !== 'exam' && mode !== 'practice') || !isNumber(seed) || !isNumber(started) || !isNumber(minutes) || minutes <= 0) return undefined;
  if (finished !== undefined && !(isNumber(finished) && finished >= started)) return undefined;
  const clock = soundClock(kept.clock, limitOf({ minutes }));
  const items = Array.isArray(kept.items) ? kept.items.map(soundItem) : [];
  if (!clock || items.length === 0 || !items.every((item) => item !== undefined)) return undefined;
  if (clock.paused && (mode === 'exam' || finished !== undefined)) return undefined;
  if (finished === undefined && clock.elapsed >= limitOf({ minutes })) return undefined;
  if (new Set(items.map(({ card }) => card)).size < items.length) return undefined;
  if (items.reduce((sum, { milliseconds }) => sum + milliseconds, 0) > clock.elapsed) return undefined;
  if (!isNumber(current) || !Number.isInteger(current) || current < 0 || current > items.length) return undefined;
  return { format, id, examId, title, mode, seed, started, minutes, items, current, clock, ...(finished === undefined ? {} : { finished }) };
}

function soundClock(kept: unknown, limit: number): MockExamClock | undefined {
  if (!isRecord(kept)) return undefined;
  const { elapsed, seen, paused } = kept;
  const sound = isNumber(elapsed) && elapsed >= 0 && elapsed <= limit && isNumber(seen) && typeof paused === 'boolean';
  return sound ? { elapsed, seen, paused } : undefined;
}

function soundItem(kept: unknown): MockExamItem | undefined {
  if (!isRecord(kept)) return undefined;
  const { card, task, fingerprint, picks, order, chosen, struck, flagged, milliseconds } = kept;
  if (typeof card !== 'string' || questionOf(card) === undefined || typeof task !== 'string' || typeof fingerprint !== 'string') return undefined;
  if (!isNumber(picks) || !Array.isArray(order) || !isSelection(order, order.length)) return undefined;
  if (!isSelection(chosen, order.length) || chosen.length > picks || !isSelection(struck, order.length)) return undefined;
  if (struck.some((option) => chosen.includes(option)) || typeof flagged !== 'boolean' || !isNumber(milliseconds) || milliseconds < 0) return undefined;
  const changes =
    Array.isArray(kept.changes) && kept.changes.length <= keptChanges ? kept.changes.map((change) => soundChange(change, order.length)) : [undefined];
  if (!changes.every((change) => change !== undefined)) return undefined;
  return { card, task, fingerprint, picks, order, chosen, struck, flagged, milliseconds, changes };
}

function soundChange(kept: unknown, options: number): MockExamChange | undefined {
  if (!isRecord(kept)) return undefined;
  const { time, chosen } = kept;
  return isNumber(time) && isSelection(chosen, options) ? { time, chosen } : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
