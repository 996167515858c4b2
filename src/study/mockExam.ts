import type { Draw } from './mockExamDraw';
import type { Preset } from './mockExamPresets';
import { cardOf } from './session';

/** A sentence for the learner as one whole literal, `{0}` and `{1}` standing for the values, so that it can be translated. */
export interface Message {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** `exam`: under the real exam's conditions, without a pause. `practice`: can be paused. */
export type MockExamMode = 'exam' | 'practice';

/** How each mode's clock runs, for the learner. */
export const clockRules: Readonly<Record<MockExamMode, string>> = {
  exam: 'The clock runs on while the window is closed, as in the real exam.',
  practice: 'The clock stands while you pause and while the window is closed.',
};

/** How often the clock is to be ticked while the mock exam is shown, in milliseconds: what a closing window may lose of the time. */
export const heartbeat = 15_000;

/** A longer time without a heartbeat, in milliseconds, was a closed window or a sleeping machine. Hidden pages tick once a minute. */
export const longestGap = 90_000;

/** Answers that are kept of an item: its first and its latest. */
export const keptChanges = 20;

export interface MockExamItem {
  /** `question:sqs-several-readers`. */
  readonly card: string;
  /** The exam task that it was drawn for, `sap-c02/2.4`. */
  readonly task: string;
  /** Tells whether the question still is what it was when it was drawn. */
  readonly fingerprint: string;
  /** How many options are to be picked. */
  readonly picks: number;
  /** Order in which the options are shown, as indices into the question's. */
  readonly order: readonly number[];
  /** Indices into the question's options, ascending. */
  readonly chosen: readonly number[];
  /** Options that are struck out; never chosen ones. */
  readonly struck: readonly number[];
  readonly flagged: boolean;
  /** How long it was shown. */
  readonly milliseconds: number;
  /** Every complete answer that was given, in order; the first one and the latest where they are many. */
  readonly changes: readonly MockExamChange[];
}

export interface MockExamChange {
  /** Milliseconds on the mock exam's clock. */
  readonly time: number;
  readonly chosen: readonly number[];
}

export interface MockExamClock {
  /** Milliseconds of the mock exam's time that are over. */
  readonly elapsed: number;
  /** When that was so, in milliseconds since 1970. */
  readonly seen: number;
  readonly paused: boolean;
}

/** A mock exam as plain data: it can be sent to the panel, kept over a reload and gone on with. */
export interface MockExam {
  readonly format: typeof mockExamFormat;
  readonly id: string;
  readonly examId: string;
  readonly title: string;
  readonly mode: MockExamMode;
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly minutes: number;
  readonly items: readonly MockExamItem[];
  /** Index of the item that is shown; past the last one stands the overview before finishing. */
  readonly current: number;
  readonly clock: MockExamClock;
  /** When it was finished, or its time was up, in milliseconds since 1970. */
  readonly finished?: number;
}

export const mockExamFormat = 1;

export type MockExamAction =
  /** What is chosen of the shown item now; nothing to clear it. */
  | { readonly kind: 'answer'; readonly chosen: readonly number[] }
  | { readonly kind: 'strike'; readonly option: number }
  | { readonly kind: 'unstrike'; readonly option: number }
  | { readonly kind: 'flag'; readonly flagged: boolean }
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** The heartbeat. */
  | { readonly kind: 'tick' }
  /** The window was closed or reloaded since the last action. */
  | { readonly kind: 'reopen' }
  | { readonly kind: 'finish' };

/** Begins a mock exam. Throws where nothing was drawn. */
export function startMockExam(given: { id: string; preset: Preset; mode: MockExamMode; seed: number; now: number; draw: Draw }): MockExam {
  const { id, preset, mode, seed, draw } = given;
  const started = Math.round(given.now);
  if (draw.picked.length === 0) throw new Error('A mock exam needs at least one question.');
  return {
    format: mockExamFormat,
    id,
    examId: preset.examId,
    title: preset.title,
    mode,
    seed,
    started,
    minutes: preset.minutes,
    items: draw.picked.map(({ question, task, order, picks, fingerprint }) => ({
      card: cardOf(question),
      task,
      fingerprint,
      picks,
      order,
      chosen: [],
      struck: [],
      flagged: false,
      milliseconds: 0,
      changes: [],
    })),
    current: 0,
    clock: { elapsed: 0, seen: started, paused: false },
  };
}

/**
 * The mock exam after an action at a time. The clock is moved first: where the time is up, the mock exam is finished as
 * of its deadline and the action refused. What a paused or finished mock exam does not allow, and a pause in mode
 * `exam`, changes nothing. Throws where an answer names options that the item does not have or more than are to be picked.
 */
export function mockExamAfter(mockExam: MockExam, action: MockExamAction, now: number): MockExam {
  const moved = withClockAt(mockExam, now, action.kind === 'reopen');
  const { clock, mode } = moved;
  if (moved.finished !== undefined) return moved;
  if (clock.paused && action.kind !== 'resume' && action.kind !== 'finish') return moved;
  switch (action.kind) {
    case 'tick':
    case 'reopen':
      return moved;
    case 'answer':
      return withItem(moved, (item) => answered(item, action.chosen, clock.elapsed));
    case 'strike':
      return withItem(moved, (item) => struckOut(item, action.option));
    case 'unstrike':
      return withItem(moved, (item) => ({ ...item, struck: without(item.struck, action.option) }));
    case 'flag':
      return withItem(moved, (item) => ({ ...item, flagged: action.flagged }));
    case 'go':
      return showing(moved, action.index);
    case 'next':
      return showing(moved, moved.current + 1);
    case 'previous':
      return showing(moved, moved.current - 1);
    case 'pause':
      return mode === 'practice' ? { ...moved, clock: { ...clock, paused: true } } : moved;
    case 'resume':
      return { ...moved, clock: { ...clock, paused: false } };
    case 'finish':
      return { ...moved, finished: Math.max(moved.started, clock.seen), clock: { ...clock, paused: false } };
  }
}

/** Milliseconds that are left, by the clock's rule. */
export function timeLeft(mockExam: MockExam, now: number): number {
  return limitOf(mockExam) - withClockAt(mockExam, now, false).clock.elapsed;
}

/** The mock exam's whole time in milliseconds. */
export function limitOf({ minutes }: { readonly minutes: number }): number {
  return minutes * 60_000;
}

export type ItemStatus = 'unanswered' | 'incomplete' | 'answered';

/** What the map of the questions shows of an item; incomplete ones lack an option. */
export function statusOf({ chosen, picks }: MockExamItem): ItemStatus {
  return chosen.length === 0 ? 'unanswered' : chosen.length < picks ? 'incomplete' : 'answered';
}

/** Whether a value is a list of different options of a question that has so many. */
export function isSelection(value: unknown, options: number): value is number[] {
  return (
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((one: unknown) => Number.isInteger(one) && Number(one) >= 0 && Number(one) < options)
  );
}

/**
 * Moves the clock. Time that a window was closed or a machine slept counts in mode `exam` only, and for no item. A clock
 * that was set back gives no time: what is over stays over, and it goes on from the new time.
 */
function withClockAt(mockExam: MockExam, now: number, reopened: boolean): MockExam {
  const { clock, mode, current } = mockExam;
  if (mockExam.finished !== undefined || !Number.isFinite(now)) return mockExam;
  const seen = Math.round(now);
  const passed = Math.max(0, seen - clock.seen);
  const away = reopened || passed > longestGap;
  const counts = !clock.paused && !(away && mode === 'practice');
  const counted = counts ? Math.min(passed, limitOf(mockExam) - clock.elapsed) : 0;
  const elapsed = clock.elapsed + counted;
  const items = away
    ? mockExam.items
    : mockExam.items.map((item, index) => (index === current ? { ...item, milliseconds: item.milliseconds + counted } : item));
  const moved = { ...mockExam, items, clock: { ...clock, elapsed, seen } };
  return elapsed < limitOf(mockExam) ? moved : { ...moved, finished: Math.max(mockExam.started, clock.seen + counted) };
}

function withItem(mockExam: MockExam, change: (item: MockExamItem) => MockExamItem): MockExam {
  return { ...mockExam, items: mockExam.items.map((item, index) => (index === mockExam.current ? change(item) : item)) };
}

function showing(mockExam: MockExam, index: number): MockExam {
  return { ...mockExam, current: Math.max(0, Math.min(Math.trunc(index), mockExam.items.length)) };
}

function answered(item: MockExamItem, given: readonly number[], time: number): MockExamItem {
  if (!isSelection(given, item.order.length)) throw new Error('The answer names options that the question does not have.');
  if (given.length > item.picks) throw new Error(`The answer names ${given.length} options, and ${item.picks} are to be picked.`);
  const chosen = given.toSorted((one, other) => one - other);
  const struck = item.struck.filter((option) => !chosen.includes(option));
  return { ...item, chosen, struck, changes: chosen.length === item.picks ? changesWith(item.changes, { time, chosen }) : item.changes };
}

function changesWith(changes: readonly MockExamChange[], change: MockExamChange): readonly MockExamChange[] {
  if (isSameSelection(changes.at(-1)?.chosen, change.chosen)) return changes;
  const all = [...changes, change];
  return all.length > keptChanges ? [...all.slice(0, 1), ...all.slice(2)] : all;
}

/** Whether two lists of chosen options, both ascending, are the same. */
export function isSameSelection(one: readonly number[] | undefined, other: readonly number[]): boolean {
  return one?.join() === other.join();
}

/** An option that is struck out is not chosen any more. */
function struckOut(item: MockExamItem, option: number): MockExamItem {
  if (!isSelection([option], item.order.length)) throw new Error('The question does not have the option that is to be struck out.');
  const struck = [...without(item.struck, option), option].sort((one, other) => one - other);
  return { ...item, struck, chosen: without(item.chosen, option) };
}

function without(options: readonly number[], option: number): number[] {
  return options.filter((other) => other !== option);
}
