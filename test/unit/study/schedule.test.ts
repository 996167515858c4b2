import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeReviews, type Grade, type Review } from '../../../src/study/review';
import { Schedule } from '../../../src/study/schedule';
import { anyReview, day, properties, review, start } from './builders';

function dueAfter(...grades: Grade[]): number {
  return new Schedule(grades.map((grade, index) => review('question:a', start + index * day, grade))).state('question:a')!.due;
}

/** Reviews of a card, each on the day it is due. */
function onTime(card: string, grades: readonly Grade[]): Schedule {
  const schedule = new Schedule();
  let time = start;
  for (const grade of grades) {
    schedule.add(review(card, time, grade));
    time = schedule.state(card)!.due;
  }
  return schedule;
}

/** States of all cards of these reviews, and what is due at some time. */
function summary(schedule: Schedule, reviews: readonly Review[]): unknown {
  return { states: reviews.map(({ card }) => schedule.state(card)), due: schedule.due(start + 5 * day), next: schedule.nextDue(start) };
}

describe('Schedule', () => {
  it('knows nothing of a card that was never reviewed', () => {
    const schedule = new Schedule([review('question:a', start)]);
    assert.equal(schedule.state('question:b'), undefined);
    assert.equal(schedule.isDue('question:b', start + 1000 * day), false);
    assert.equal(schedule.isMastered('question:b'), false);
  });

  it('counts the reviews of a card and keeps whether the last was right', () => {
    const schedule = new Schedule([review('question:a', start, 1), review('question:b', start), review('question:a', start + day)]);
    const { card, reviews, lastCorrect } = schedule.state('question:a')!;
    assert.deepEqual({ card, reviews, lastCorrect }, { card: 'question:a', reviews: 2, lastCorrect: true });
    schedule.add(review('question:a', start + 2 * day, 1));
    assert.equal(schedule.state('question:a')!.lastCorrect, false);
  });

  it('asks again within days of a wrong answer, later after a hard one, later still after a good and an easy one', () => {
    const [again, hard, good, easy] = [dueAfter(1), dueAfter(2), dueAfter(3), dueAfter(4)];
    assert.ok(again > start && again <= start + 2 * day);
    assert.ok(again <= hard && hard < good && good < easy, [again, hard, good, easy].join(' '));
  });

  it('keeps that order for cards that have been reviewed before', () => {
    const [again, hard, good, easy] = [dueAfter(3, 3, 1), dueAfter(3, 3, 2), dueAfter(3, 3, 3), dueAfter(3, 3, 4)];
    assert.ok(again < hard && hard < good && good < easy, [again, hard, good, easy].join(' '));
  });

  it('asks soon again after a wrong answer to a card that held for months', () => {
    const before = onTime('question:a', [3, 3, 3, 3]);
    const { due, stability } = before.state('question:a')!;
    assert.ok(stability > 60);
    before.add(review('question:a', due, 1));
    assert.ok(before.state('question:a')!.due - due < 0.2 * stability * day);
  });

  it('lets intervals grow with every right answer on time', () => {
    const intervals = [1, 2, 3, 4, 5].map((count) => onTime('question:a', new Array<Grade>(count).fill(3)).state('question:a')!.stability);
    for (let index = 1; index < intervals.length; index++) assert.ok(intervals[index]! > 1.5 * intervals[index - 1]!, intervals.join(' '));
  });

  it('makes a card due at its time, not before', () => {
    const schedule = new Schedule([review('question:a', start)]);
    const { due } = schedule.state('question:a')!;
    assert.equal(schedule.isDue('question:a', due - 1), false);
    assert.equal(schedule.isDue('question:a', due), true);
    assert.deepEqual(schedule.due(due - 1), []);
    assert.deepEqual(schedule.due(due), [schedule.state('question:a')]);
  });

  it('gives the due cards, the longest overdue first', () => {
    const schedule = new Schedule([
      review('question:good', start, 3),
      review('question:easy', start, 4),
      review('question:wrong', start, 1),
      review('question:tomorrow', start + 300 * day, 3),
    ]);
    assert.deepEqual(
      schedule.due(start + 300 * day).map(({ card }) => card),
      ['question:wrong', 'question:good', 'question:easy'],
    );
  });

  it('says when the next card will be due, past those that are due already', () => {
    const schedule = new Schedule([review('question:easy', start, 4), review('question:wrong', start, 1), review('question:good', start, 3)]);
    const due = (card: string): number => schedule.state(card)!.due;
    assert.equal(schedule.nextDue(start), due('question:wrong'));
    assert.equal(schedule.nextDue(due('question:wrong')), due('question:good'));
    assert.equal(schedule.nextDue(due('question:good')), due('question:easy'));
    assert.equal(schedule.nextDue(due('question:easy')), undefined);
    assert.equal(new Schedule().nextDue(start), undefined);
  });

  it('calls a card mastered once it is expected to hold three weeks, and no longer after a wrong answer', () => {
    const weeks = onTime('question:a', [3, 3]);
    assert.ok(weeks.state('question:a')!.stability > 7 && weeks.state('question:a')!.stability < 21);
    assert.equal(weeks.isMastered('question:a'), false);
    const mastered = onTime('question:a', [3, 3, 3]);
    const { stability, due } = mastered.state('question:a')!;
    assert.ok(stability >= 21);
    assert.equal(mastered.isMastered('question:a'), true);
    mastered.add(review('question:a', due, 1));
    assert.equal(mastered.isMastered('question:a'), false);
  });

  it('does not call a card mastered that was answered wrongly last time, however long it held', () => {
    const schedule = onTime('question:a', [4, 4, 4, 4, 4, 4]);
    schedule.add({ ...review('question:a', schedule.state('question:a')!.due, 3), correct: false });
    assert.ok(schedule.state('question:a')!.stability >= 21);
    assert.equal(schedule.isMastered('question:a'), false);
  });

  it('comes to the same state whether reviews are folded at once or added one by one', () => {
    fc.assert(
      fc.property(fc.array(anyReview), fc.nat(), (reviews, cut) => {
        const at = reviews.length === 0 ? 0 : cut % reviews.length;
        const inParts = new Schedule(reviews.slice(0, at));
        for (const one of reviews.slice(at)) inParts.add(one);
        assert.deepEqual(summary(inParts, reviews), summary(new Schedule(reviews), reviews));
      }),
      properties,
    );
  });

  it('comes to the same state however the log is split into segments', () => {
    const answers = fc.array(fc.tuple(fc.constantFrom('question:a', 'question:b'), fc.nat(90), fc.constantFrom<Grade>(1, 2, 3, 4), fc.nat(2)), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(answers, (answered) => {
        const reviews = mergeReviews([answered.map(([card, days, grade]) => review(card, start + days * day, grade))]);
        const segments = [0, 1, 2].map((segment) => reviews.filter((_, index) => answered[index]![3] === segment));
        assert.deepEqual(summary(new Schedule(mergeReviews(segments)), reviews), summary(new Schedule(reviews), reviews));
      }),
      properties,
    );
  });

  it('always schedules a day or more ahead, in finite numbers, even where clocks went backwards', () => {
    fc.assert(
      fc.property(fc.array(anyReview, { minLength: 1 }), (reviews) => {
        const schedule = new Schedule();
        for (const one of reviews) {
          schedule.add(one);
          const { due, stability } = schedule.state(one.card)!;
          assert.ok(Number.isFinite(due) && due >= one.time + day);
          assert.ok(Number.isFinite(stability) && stability > 0);
        }
      }),
      properties,
    );
  });
});
