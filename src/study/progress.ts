import type { Question } from '../knowledge/schema';
import type { Schedule } from './schedule';
import { cardOf } from './session';

export interface Progress {
  readonly questions: number;
  readonly seen: number;
  readonly due: number;
  readonly mastered: number;
}

/** Counts what a set of questions stands at. */
export function progressOf(questions: readonly Question[], schedule: Schedule, now: number): Progress {
  let seen = 0;
  let due = 0;
  let mastered = 0;
  for (const question of questions) {
    const card = cardOf(question);
    if (schedule.state(card)) seen++;
    if (schedule.isDue(card, now)) due++;
    if (schedule.isMastered(card)) mastered++;
  }
  return { questions: questions.length, seen, due, mastered };
}

/** Probability that the weakest of some questions is answered rightly now; nothing where none was ever answered. */
export function recallOf(questions: readonly Question[], schedule: Schedule, now: number): number | undefined {
  let least: number | undefined;
  for (const question of questions) {
    const recalled = schedule.recall(cardOf(question), now);
    if (recalled !== undefined && (least === undefined || recalled < least)) least = recalled;
  }
  return least;
}
