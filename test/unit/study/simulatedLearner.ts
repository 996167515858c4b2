import { calendarOf } from '../../../src/study/calendar';
import { seededRandom } from '../../../src/study/random';
import type { Review } from '../../../src/study/review';
import { defaultSettings, Schedule, type ScheduleSettings } from '../../../src/study/schedule';

const day = 86_400_000;

/** Weights of somebody who forgets what is new soon, and then gains little from each answer: FSRS's own with other first stabilities and growth. */
export const forgetful: readonly number[] = [
  0.1, 0.5, 0.6, 2.5, 6.4133, 0.8334, 3.0194, 0.001, 1.1, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/**
 * The log of a learner who remembers by `weights` and answers, on each day, what FSRS's own weights say is due; `newPerDay` cards
 * are new on each. The clock is UTC's.
 */
export function simulatedLog(weights: readonly number[], { days, newPerDay, seed = 1 }: { days: number; newPerDay: number; seed?: number }): Review[] {
  const settings: ScheduleSettings = { ...defaultSettings, learningSteps: [], relearningSteps: [], calendar: calendarOf(4, () => 0) };
  const asked = new Schedule(settings);
  const remembered = new Schedule({ ...settings, weights });
  const random = seededRandom(seed);
  const log: Review[] = [];
  for (let number = 0; number < days; number++) {
    const morning = Date.UTC(2025, 0, 1 + number, 9);
    const fresh = Array.from({ length: newPerDay }, (_, index) => `question:${number}-${index}`);
    const due = asked.due(morning + day / 4).map(({ card }) => card);
    for (const [index, card] of [...due, ...fresh].entries()) {
      const time = morning + index * 1000;
      const correct = random() < (remembered.recall(card, time) ?? 0.6);
      const review: Review = { kind: 'review', id: `simulated-${log.length}`, card, time, grade: correct ? 3 : 1, correct, sureness: null, duration: 1000 };
      asked.add(review);
      remembered.add(review);
      log.push(review);
    }
  }
  return log;
}
