import fc from 'fast-check';
import type { Question } from '../../../src/knowledge/schema';
import { kindOf, type CardInfo, type RecallQuestion } from '../../../src/study/asked';
import { calendarOf } from '../../../src/study/calendar';
import type { Grade, Review } from '../../../src/study/review';
import { defaultSettings, Schedule, type KeptSchedule, type ScheduleSettings } from '../../../src/study/schedule';
import type { OptionQuestion } from '../../../src/study/session';

export const day = 86_400_000;
export const start = Date.UTC(2026, 0, 5, 9);

function fieldsOf(id: string) {
  return {
    id,
    tasks: ['saa-c03/2.1'],
    services: ['sqs'],
    facts: ['sqs#retention'],
    level: 'apply' as const,
    stem: `What about ${id}?`,
    sources: ['https://docs.aws.amazon.com/'],
    checked: '2026-01-01',
  };
}

/** A question whose right options are the given ones. */
export function optionQuestion(id: string, right: readonly number[] = [0], options = 4): OptionQuestion {
  return {
    ...fieldsOf(id),
    type: right.length > 1 ? 'multiple-response' : 'choice',
    options: Array.from({ length: options }, (_, index) => ({ text: `Option ${index}`, correct: right.includes(index), rationale: 'Because.' })),
  };
}

export function numberQuestion(id: string, value = 4, tolerance = 0): Question {
  return { ...fieldsOf(id), type: 'number', answer: { value, tolerance, unit: 'days' }, rationale: 'Because.' };
}

export function orderingQuestion(id: string, steps = 3): Question {
  return { ...fieldsOf(id), type: 'ordering', steps: Array.from({ length: steps }, (_, index) => ({ text: `Step ${index}`, rationale: 'Because.' })) };
}

export function matchingQuestion(id: string, pairs = 3): Question {
  const made = Array.from({ length: pairs }, (_, index) => ({ left: `Left ${index}`, right: `Right ${index}`, rationale: 'Because.' }));
  return { ...fieldsOf(id), type: 'matching', pairs: made };
}

export function recallQuestion(id: string): RecallQuestion {
  return { ...fieldsOf(id), type: 'recall', back: 'This.' };
}

export function cardInfo(card: string, fields: Partial<CardInfo> = {}): CardInfo {
  return { card, kind: kindOf(card) ?? 'question', title: card, tasks: ['saa-c03/2.1'], services: ['sqs'], facts: [], level: 'apply', ...fields };
}

/** The settings of the extension, with intervals that are not spread and days that begin at four o'clock of UTC. */
export const steadySettings: ScheduleSettings = { ...defaultSettings, fuzz: false, calendar: calendarOf(4, () => 0) };

export function scheduleOf(reviews: readonly Review[], settings: Partial<ScheduleSettings> = {}, kept?: KeptSchedule): Schedule {
  const schedule = new Schedule({ ...steadySettings, ...settings }, kept);
  for (const one of reviews) schedule.add(one);
  return schedule;
}

let made = 0;

export function review(card: string, time: number, grade: Grade = 3): Review {
  return { kind: 'review', id: `review-${made++}`, card, time, grade, correct: grade > 1, sureness: null, duration: 1000 };
}

const reviewFields = {
  kind: fc.constant('review' as const),
  card: fc.oneof(fc.string(), fc.constantFrom('question:a', 'question:b', 'question:c')),
  time: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  grade: fc.constantFrom<Grade>(1, 2, 3, 4),
  correct: fc.boolean(),
  sureness: fc.constantFrom(null, 'guess' as const, 'think-so' as const, 'sure' as const),
  duration: fc.nat(),
};

const plain = { noNullPrototype: true } as const;

/** Any review, its id and card of any characters. */
export const anyReview: fc.Arbitrary<Review> = fc.record({ id: fc.string({ unit: 'binary' }), ...reviewFields }, plain);

export const properties = { seed: 20261121, numRuns: 200 };
