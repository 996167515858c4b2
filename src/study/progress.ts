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
