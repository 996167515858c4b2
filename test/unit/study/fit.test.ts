import assert from 'node:assert/strict';
import fc from 'fast-check';
import { default_w } from 'ts-fsrs';
import { calendarOf } from '../../../src/study/calendar';
import { datedReviews, fitWeights, isBetter, lossesIn, predictable, testPeriods, trainingItems, type TrainingItem } from '../../../src/study/fit';
import { mergeEntries } from '../../../src/study/log';
import type { Grade } from '../../../src/study/review';
import { weightsOf } from '../../../src/study/weights';
import { day, properties } from './builders';
import { anyEntryOf, answer, noon } from './logBuilders';
import { forgetful, simulatedLog } from './simulatedLearner';

const calendar = calendarOf(4, () => 0);

/** Answers to a card, on days counted from the first. */
function answered(card: string, ...given: (readonly [atDay: number, grade: Grade])[]) {
  return given.map(([atDay, grade], index) => answer(`${card}-${index}`, noon + atDay * day + index, card, grade));
}

describe('the history that weights are fitted to', () => {
  it('counts days of the learner, not of 24 hours, from one answer of a card to the next', () => {
    const evening = answer('1', noon + 10 * 3_600_000);
    const afterMidnight = answer('2', noon + 14 * 3_600_000);
    const nextMorning = answer('3', noon + 20 * 3_600_000);
    const other = answer('4', noon + 5 * day, 'question:b');
    assert.deepEqual(
      datedReviews([evening, afterMidnight, nextMorning, other], calendar).map(({ days }) => days),
      [0, 0, 1, 0],
    );
  });

  it('leaves out practice, what was taken back and what is no answer', () => {
    const [first, second, third] = answered('question:a', [0, 3], [2, 3], [5, 3]);
    const entries = [
      first!,
      { ...second!, practice: 'cram' as const },
      third!,
      { kind: 'card' as const, id: 'x', time: noon + 6 * day, card: 'question:a', action: 'bury' as const },
      answer('undone', noon + 7 * day),
      { kind: 'undo' as const, id: 'u', time: noon + 7 * day + 1, review: 'undone' },
    ];
    const reviews = datedReviews(entries, calendar);
    assert.deepEqual(
      reviews.map(({ days }) => days),
      [0, 5],
    );
    assert.equal(predictable(reviews), 1);
  });

  it('makes an item of each answer on a later day, with all before it, in the order of time', () => {
    const entries = mergeEntries([answered('question:a', [0, 1], [0, 3], [3, 4], [3, 2], [9, 1]), answered('question:b', [1, 2], [5, 3])]);
    assert.deepEqual(trainingItems(datedReviews(entries, calendar)), [
      { grades: [1, 3, 4], days: [0, 0, 3] },
      { grades: [2, 3], days: [0, 4] },
      { grades: [1, 3, 4, 2, 1], days: [0, 0, 3, 0, 6] },
    ]);
  });

  it('makes items of what was before a time only', () => {
    const reviews = datedReviews(answered('question:a', [0, 3], [2, 3], [4, 3]), calendar);
    assert.equal(trainingItems(reviews, noon + 4 * day).length, 1);
  });

  it('makes items whose first answer has no days before it and whose last has, of any log', () => {
    fc.assert(
      fc.property(fc.array(anyEntryOf(fc.uuid()), { maxLength: 40 }), (entries) => {
        const reviews = datedReviews(mergeEntries([entries]), calendar);
        const items = trainingItems(reviews);
        assert.equal(items.length, predictable(reviews));
        for (const { grades, days } of items) {
          assert.ok(grades.length === days.length && days.length > 1);
          assert.ok(days[0] === 0 && days.at(-1)! > 0 && days.every((count) => count >= 0));
        }
      }),
      properties,
    );
  });

  it('holds no item of more answers than the longest, so that one card does not cost the square of its answers', () => {
    const daily = Array.from({ length: 200 }, (_, index) => [index, 3] as const);
    assert.equal(Math.max(...trainingItems(datedReviews(answered('question:a', ...daily), calendar)).map(({ days }) => days.length)), 64);
  });
});

describe('fitting weights', () => {
  const reviews = datedReviews(simulatedLog(forgetful, { days: 60, newPerDay: 5 }), calendar);
  const now = { weights: [], calendar };

  it('tests on three periods that follow one another and hold the last three fifths of the answers', () => {
    const periods = testPeriods(reviews);
    assert.equal(periods[0]!.until, periods[1]!.from);
    assert.equal(periods[1]!.until, periods[2]!.from);
    assert.equal(periods[2]!.until, Infinity);
    const counts = periods.map((period) => lossesIn(period, reviews, now).length);
    const wanted = predictable(reviews) / 5;
    for (const count of counts) assert.ok(Math.abs(count - wanted) <= 1, `${count} of ${wanted}`);
  });

  it('finds less loss in the predictions of those weights that the learner remembers by', () => {
    const all = { from: 0, until: Infinity };
    const sum = (weights: readonly number[]) => lossesIn(all, reviews, { weights, calendar }).reduce((total, loss) => total + loss, 0);
    assert.ok(sum(forgetful) < sum([]), `${sum(forgetful)} ${sum([])}`);
  });

  it('trains on nothing that it tests on, and at last on everything', async () => {
    const trainedOn: number[] = [];
    const steps: number[] = [];
    const train = (items: readonly TrainingItem[]): Promise<readonly number[]> => {
      trainedOn.push(items.length);
      return Promise.resolve(forgetful);
    };
    const fit = await fitWeights(reviews, now, train, (share) => steps.push(share));
    const before = testPeriods(reviews).map(({ from }) => predictable(reviews.filter(({ time }) => time < from)));
    assert.deepEqual(trainedOn, [...before, predictable(reviews)]);
    assert.deepEqual(steps, [0, 0.25, 0.5, 0.75]);
    assert.deepEqual(fit.weights, forgetful);
    assert.ok(fit.loss < fit.lossBefore && fit.answers > predictable(reviews) / 2);
    assert.equal(isBetter(fit), true);
  });

  it('takes no weights that predict worse, or better by no more than chance', () => {
    const fit = { weights: forgetful, answers: 500, loss: 0.34, lossBefore: 0.345, error: 0.002 };
    assert.equal(isBetter(fit), true);
    assert.equal(isBetter({ ...fit, error: 0.006 }), false);
    assert.equal(isBetter({ ...fit, loss: 0.36 }), false);
  });

  it('fails where the optimizer makes no weights', async () => {
    const train = () => Promise.resolve(forgetful.map(() => NaN));
    await assert.rejects(
      fitWeights(reviews, now, train, () => undefined),
      /found no weights/,
    );
  });
});

describe('weightsOf', () => {
  it('takes as many weights as FSRS has, and nothing else', () => {
    assert.deepEqual(weightsOf([...default_w]), [...default_w]);
    for (const other of [undefined, null, 'text', [], [1, 2], [...default_w, 1], [...default_w.slice(1), '1'], [...default_w.slice(1), Infinity]]) {
      assert.deepEqual(weightsOf(other), []);
    }
  });
});
