import fc from 'fast-check';
import { defaultSettings } from '../../../src/study/schedule';
import { calendarOf } from '../../../src/study/calendar';
import type { Entry } from '../../../src/study/log';
import type { LogFile, LogFolder } from '../../../src/study/logFolder';
import type { LogEvent, LogHost, LogPlaces } from '../../../src/study/logHost';
import { ReviewLog, type LogSettings } from '../../../src/study/reviewLog';
import type { Grade, Review } from '../../../src/study/review';

const minute = 60_000;
/** Noon of a day in the time zone of the tests' calendar. */
export const noon = Date.UTC(2026, 0, 5, 12);

export const settings: LogSettings = { schedule: { ...defaultSettings, calendar: calendarOf(4, () => 0) }, stamp: 'tests' };

export function answer(id: string, time: number, card = 'question:a', grade: Grade = 3): Review {
  return { kind: 'review', id, card, time, grade, correct: grade > 1, sureness: null, duration: 1000 };
}

/** Answers, a minute apart, to ten cards. */
export function answers(count: number, from = noon, prefix = 'entry'): Review[] {
  return Array.from({ length: count }, (_, index) => answer(`${prefix}-${index}`, from + index * minute, `question:${index % 10}`, index % 7 === 0 ? 1 : 3));
}

const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
const card = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('question:a', 'question:b', 'own:1f'));
const plain = { noNullPrototype: true } as const;

/** Any entry with one of the ids. */
export function anyEntryOf(id: fc.Arbitrary<string>): fc.Arbitrary<Entry> {
  const review = {
    kind: fc.constant('review' as const),
    id,
    card,
    time,
    grade: fc.constantFrom<Grade>(1, 2, 3, 4),
    correct: fc.boolean(),
    sureness: fc.constantFrom(null, 'guess' as const, 'think-so' as const, 'sure' as const),
    duration: fc.nat(),
  };
  return fc.oneof(
    fc.record(review, plain),
    fc.record({ ...review, practice: fc.constantFrom('cram' as const, 'exam' as const) }, plain),
    fc.record({ kind: fc.constant('undo' as const), id, time, review: id }, plain),
    fc.record({ kind: fc.constant('card' as const), id, time, card, action: fc.constantFrom('suspend', 'unsuspend', 'bury', 'unbury') }, plain),
    fc.record({ kind: fc.constant('exam' as const), id, time, record: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown) }, plain),
    fc.record({ kind: fc.constant('own' as const), id, time, card, front: fc.string(), back: fc.string(), tags: fc.array(fc.string()) }, plain),
  );
}

/** Any entry, its id of any characters. */
export const anyEntry = anyEntryOf(fc.string({ unit: 'binary' }));

/** An entry of one of few ids, so that two lists share some; copies of an id may differ, as where one of them was damaged. */
export const anyCopy = anyEntryOf(fc.constantFrom('1', '2', '3', '4', '5'));

/** A folder in memory, which can fail as a disk does. */
export class MemoryFolder implements LogFolder {
  readonly name: string;
  readonly linesPerSegment: number;
  readonly files = new Map<string, { bytes: Uint8Array; modified: number }>();
  /** What the clock stands at when a file is written. */
  now = noon;
  /** Thrown by whatever writes. */
  failure: Error | undefined;
  /** Steps that change something until the program is stopped. */
  stepsLeft = Infinity;
  exists = true;
  /** Called before each step. */
  beforeStep: ((step: string, name: string) => void) | undefined;

  constructor(name = 'memory', linesPerSegment = Infinity) {
    this.name = name;
    this.linesPerSegment = linesPerSegment;
  }

  create(): Promise<void> {
    return this.#step('create', '', () => void (this.exists = true));
  }

  list(): Promise<readonly LogFile[] | undefined> {
    const files = [...this.files].map(([name, { bytes, modified }]) => ({ name, size: bytes.length, modified }));
    return Promise.resolve(this.exists ? files : undefined);
  }

  read(name: string, from = 0): Promise<Uint8Array | undefined> {
    this.beforeStep?.('read', name);
    return Promise.resolve(this.files.get(name)?.bytes.slice(from));
  }

  append(name: string, bytes: Uint8Array): Promise<void> {
    return this.#step('append', name, () => {
      if (!this.exists) throw Object.assign(new Error('no such folder'), { code: 'ENOENT' });
      this.put(name, Buffer.concat([this.files.get(name)?.bytes ?? Buffer.of(), bytes]), this.now);
    });
  }

  replace(name: string, bytes: Uint8Array): Promise<void> {
    return this.#step('replace', name, () => this.put(name, bytes, this.now));
  }

  async rename(from: string, to: string): Promise<boolean> {
    await this.#step('rename', from, () => undefined);
    const file = this.files.get(from);
    if (!file) return false;
    this.files.delete(from);
    this.files.set(to, file);
    return true;
  }

  remove(name: string): Promise<void> {
    return this.#step('remove', name, () => void this.files.delete(name));
  }

  put(name: string, content: Uint8Array | string, modified = this.now): void {
    this.files.set(name, { bytes: typeof content === 'string' ? Buffer.from(content) : content, modified });
  }

  text(name: string): string {
    return Buffer.from(this.files.get(name)?.bytes ?? []).toString();
  }

  #step(step: string, name: string, work: () => void): Promise<void> {
    this.beforeStep?.(step, name);
    if (this.stepsLeft-- <= 0) return Promise.reject(new Error('The program was stopped.'));
    if (this.failure) return Promise.reject(this.failure);
    return Promise.resolve().then(work);
  }
}

/** A program that the log runs in: clock and timers are moved by the test. */
export class World implements LogHost {
  time = noon;
  readonly events: LogEvent[] = [];
  readonly memory = new Map<string, unknown>();
  changes = 0;
  copies = 0;
  #timers: { at: number; task: () => void }[] = [];

  readonly now = (): number => this.time;
  readonly after = (milliseconds: number, task: () => void): (() => void) => {
    if (milliseconds === 0) {
      setImmediate(task);
      return () => undefined;
    }
    const timer = { at: this.time + milliseconds, task };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };
  readonly tell = (event: LogEvent): void => {
    this.events.push(event);
  };
  readonly changed = (): void => {
    this.changes++;
  };
  readonly remembered = (name: string): unknown => this.memory.get(name);
  readonly remember = (name: string, value: unknown): Promise<void> => {
    this.memory.set(name, value);
    return Promise.resolve();
  };
  readonly copied = (): void => {
    this.copies++;
  };

  /** Lets time pass, and does what was put off until then. */
  pass(milliseconds: number): void {
    this.time += milliseconds;
    const ripe = this.#timers.filter(({ at }) => at <= this.time);
    this.#timers = this.#timers.filter(({ at }) => at > this.time);
    for (const { task } of ripe) task();
  }

  kinds(): string[] {
    return this.events.map(({ kind }) => kind);
  }
}

let windows = 0;

/** Opens the log in a new window. */
export function openLog(places: Partial<LogPlaces> & { main: LogFolder }, world: World, instance = `window${windows++}`, used = settings): ReviewLog {
  return new ReviewLog({ earlier: [], cache: new MemoryFolder('cache'), ...places }, instance, used, world);
}

/** Ids of a log as a new window reads it, in order. */
export async function idsIn(...folders: readonly LogFolder[]): Promise<string[]> {
  const [main, ...earlier] = folders;
  if (!main) return [];
  return (await openLog({ main, earlier }, new World()).entries()).map(({ id }) => id);
}
