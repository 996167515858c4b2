import type { CardInfo, CardKind } from '../../src/study/asked';
import { calendarOf } from '../../src/study/calendar';
import { dayQueue } from '../../src/study/queue';
import { seededRandom } from '../../src/study/random';
import type { Grade, Review, Sureness } from '../../src/study/review';
import { defaultSettings, Schedule } from '../../src/study/schedule';
import { StudyState } from '../../src/study/state';
import { atMost, median, type Result } from './measure';

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

export function benchStudy(): Result[] {
  const log = reviews();
  const all = infos();
  const now = Date.UTC(2026, 10, 21);
  const limits = { newPerDay: 20, reviewsPerDay: 200, kinds };
  const state = StudyState.of(log, settings);
  const folded = (): Schedule => {
    const schedule = new Schedule(settings);
    for (const review of log) schedule.add(review);
    return schedule;
  };
  const measured = (name: string, work: () => unknown, budget: number | null): Result =>
    atMost(
      'study',
      name,
      median(9, () => void work()),
      'ms',
      budget,
    );
  return [
    measured('the schedule of 10,000 cards from 100,000 reviews', folded, 150),
    measured('the whole state from 100,000 reviews', () => StudyState.of(log, settings), null),
    measured('the same state from its cache', () => StudyState.restore(state.kept(), settings), null),
    measured("a day's queue of 10,000 cards", () => dayQueue(all, state, limits, { now, seed: 1 }), null),
    measured("a day's queue from 10,000 cards and 100,000 reviews", () => dayQueue(all, StudyState.of(log, settings), limits, { now, seed: 1 }), 200),
  ];
}
