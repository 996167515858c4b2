import type { Grade, Review } from '../../src/study/review';
import { seededRandom } from '../../src/study/random';
import { Schedule } from '../../src/study/schedule';
import { atMost, median, type Result } from './measure';

/** A year of reviews: 100,000 of 10,000 cards. */
function reviews(): Review[] {
  const random = seededRandom(1);
  const start = Date.UTC(2025, 10, 21);
  return Array.from({ length: 100_000 }, (_, index) => {
    const grade = (1 + Math.floor(random() * 4)) as Grade;
    return {
      id: String(index),
      card: `question:${Math.floor(random() * 10_000)}`,
      time: start + index * 315_000,
      grade,
      correct: grade > 1,
      sureness: null,
      duration: 9000,
    };
  });
}

export function benchStudy(): Result[] {
  const log = reviews();
  const now = Date.UTC(2026, 10, 21);
  return [
    atMost(
      'study',
      "a day's queue from 10,000 cards and 100,000 reviews",
      median(5, () => void new Schedule(log).due(now)),
      'ms',
      200,
    ),
  ];
}
