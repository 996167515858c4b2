import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskFolder } from '../../src/editor/diskFolder';
import type { CardInfo, CardKind } from '../../src/study/asked';
import { calendarOf } from '../../src/study/calendar';
import { encodeEntry } from '../../src/study/log';
import { dayQueue } from '../../src/study/queue';
import { seededRandom } from '../../src/study/random';
import type { Grade, Review, Sureness } from '../../src/study/review';
import { defaultSettings, Schedule } from '../../src/study/schedule';
import type { ReviewLog } from '../../src/study/reviewLog';
import { StudyState } from '../../src/study/state';
import { overviewOf } from '../../src/study/statistics/overview';
import { answers as fewCards, openLog, World } from '../unit/study/logBuilders';
import { exam } from '../unit/study/statistics/deck';
import { atMost, median, percentile, type Result } from './measure';

const cards = 10_000;
const answers = 100_000;
const kinds: readonly CardKind[] = ['question', 'fact', 'decision', 'drill'];
const sureness: readonly (Sureness | null)[] = [null, 'guess', 'think-so', 'sure'];
/** The clock of the system is asked for the offset of every answer: that is measured too. */
const settings = { ...defaultSettings, calendar: calendarOf(4) };

function cardOf(index: number): string {
  return `question:${index}`;
}

/** A year of reviews: 100,000 of 10,000 cards. */
function reviews(): Review[] {
  const random = seededRandom(1);
  const start = Date.UTC(2025, 10, 21);
  return Array.from({ length: answers }, (_, index) => {
    const grade = (1 + Math.floor(random() * 4)) as Grade;
    return {
      kind: 'review',
      id: String(index),
      card: cardOf(Math.floor(random() * cards)),
      time: start + index * 315_000,
      grade,
      correct: grade > 1,
      sureness: sureness[index % sureness.length] ?? null,
      duration: 9000,
    };
  });
}

/** Every two cards share a fact. */
function infos(): CardInfo[] {
  return Array.from({ length: cards }, (_, index) => ({
    card: cardOf(index),
    kind: kinds[index % kinds.length] ?? 'question',
    title: `Card ${index}`,
    tasks: ['saa-c03/1.1'],
    services: ['sqs'],
    facts: [`sqs#${index >> 1}`],
    level: 'apply',
  }));
}

/** The log on a disk, in 40 segments, with a snapshot beside it. */
function onDisk(root: string, log: readonly Review[]): () => ReviewLog {
  mkdirSync(join(root, 'reviews'));
  const size = answers / 40;
  for (let start = 0; start < answers; start += size) {
    writeFileSync(
      join(root, 'reviews', `window-${start}.0.jsonl`),
      log
        .slice(start, start + size)
        .map(encodeEntry)
        .join(''),
    );
  }
  return () => openLog({ main: new DiskFolder(join(root, 'reviews')), cache: new DiskFolder(root) }, new World());
}

/** Milliseconds of each of so many runs that wait for something. */
async function timesOf(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work(run);
    all.push(performance.now() - start);
  }
  return all;
}

/** Median milliseconds that adding one entry takes to a log of so many. */
async function appendTime(root: string, count: number): Promise<number> {
  const log = openLog({ main: new DiskFolder(join(root, `of-${count}`)) }, new World(), 'me');
  await log.add(...fewCards(count));
  const more = fewCards(200, Date.UTC(2027, 0, 1), 'more');
  return percentile(await timesOf(more.length, (run) => log.add(more[run]!)), 0.5);
}

export async function benchStudy(): Promise<Result[]> {
  const log = reviews();
  const all = infos();
  const now = Date.UTC(2026, 10, 21);
  const limits = { newPerDay: 20, reviewsPerDay: 200, kinds };
  const state = StudyState.of(log, settings);
  const measured = (name: string, work: () => unknown): Result =>
    atMost(
      'study',
      name,
      median(9, () => void work()),
      'ms',
      null,
    );
  const root = mkdtempSync(join(tmpdir(), 'stackdrill-bench-'));
  try {
    const open = onDisk(root, log);
    const first = open();
    const whole = await timesOf(1, () => first.state());
    await first.saveSnapshot();
    const queues = await timesOf(7, async () => dayQueue(all, await open().state(), limits, { now, seed: 1 }));
    const overviews = await timesOf(7, async () => overviewOf(await open().state(), all, exam, { now, desiredRetention: 0.9, examDate: '2026-12-24' }));
    const [short, long] = [await appendTime(root, 1000), await appendTime(root, answers)];
    return [
      measured('the schedule of 10,000 cards from 100,000 reviews', () => {
        const schedule = new Schedule(settings);
        for (const review of log) schedule.add(review);
      }),
      measured('the whole state from 100,000 reviews', () => StudyState.of(log, settings)),
      measured("a day's queue of 10,000 cards", () => dayQueue(all, state, limits, { now, seed: 1 })),
      atMost('study', 'the log of 100,000 reviews read whole from the disk, once', percentile(whole, 0.5), 'ms', null),
      atMost('study', "a day's queue from cold: 10,000 cards, 100,000 reviews, by the snapshot on the disk", percentile(queues, 0.5), 'ms', 200),
      atMost('study', 'the overview from cold, the same', percentile(overviews, 0.5), 'ms', 300),
      atMost('study', 'adding an entry to a log of 100,000, median', long, 'ms', null),
      atMost('study', 'the same against a log of 1,000', long / short, 'ratio', 2),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
