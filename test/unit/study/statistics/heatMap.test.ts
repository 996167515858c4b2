import assert from 'node:assert/strict';
import { heatMapOf } from '../../../../src/study/statistics/heatMap';
import { answer, day, noon, stateOf, today } from './deck';

/** A year in which so many answers were given so many days ago. */
function heatOf(answersByDaysAgo: Readonly<Record<number, number>>) {
  const entries = Object.entries(answersByDaysAgo).flatMap(([ago, answers]) =>
    Array.from({ length: answers }, (_, index) => answer('question:a', noon - Number(ago) * day + index, { correct: index % 2 === 0 })),
  );
  return heatMapOf(stateOf(entries).history.days, today);
}

describe('heatMapOf', () => {
  it('has 53 weeks from Monday, the last one until today', () => {
    const { weeks } = heatOf({});
    assert.equal(weeks.length, 53);
    assert.ok(weeks.slice(0, -1).every(({ days }) => days.length === 7));
    // Today is a Thursday.
    assert.deepEqual(
      weeks.at(-1)?.days.map(({ date }) => date),
      ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'],
    );
    assert.equal(weeks[0]?.date, '2025-11-03');
  });

  it('counts answers and those that were right, on their day', () => {
    const days = heatOf({ 0: 3, 8: 2 }).weeks.flatMap((week) => week.days);
    const answered = days.filter(({ answers }) => answers > 0);
    assert.deepEqual(
      answered.map(({ date, answers, right, action }) => [date, answers, right, action]),
      [
        ['2026-10-28', 2, 1, { kind: 'answeredOn', day: today - 8 }],
        ['2026-11-05', 3, 2, { kind: 'answeredOn', day: today }],
      ],
    );
    assert.ok(days.every(({ answers, level, action }) => (answers === 0) === (level === 0) && (answers === 0) === (action === undefined)));
  });

  it('shades by quarters of the days with answers', () => {
    const days = heatOf({ 1: 1, 2: 5, 3: 10, 4: 40 }).weeks.flatMap((week) => week.days);
    assert.deepEqual(
      days.flatMap(({ answers, level }) => (answers > 0 ? [[answers, level]] : [])),
      [
        [40, 4],
        [10, 3],
        [5, 2],
        [1, 1],
      ],
    );
  });

  it('counts days in a row until today, or until yesterday where today is still empty', () => {
    assert.deepEqual([heatOf({ 0: 1, 1: 1, 3: 1 }).streak, heatOf({ 1: 1, 2: 1, 3: 1 }).streak, heatOf({ 2: 1 }).streak], [2, 3, 0]);
  });

  it('keeps the longest run, however long ago', () => {
    const { streak, longestStreak, sentence } = heatOf({ 0: 1, 500: 1, 501: 1, 502: 1 });
    assert.deepEqual([streak, longestStreak], [1, 3]);
    assert.equal(sentence, '1 answer on 1 day of the last year. You have studied 1 day in a row; your longest run is 3 days.');
  });

  it('says where there is nothing', () => {
    const { streak, longestStreak, sentence } = heatOf({});
    assert.deepEqual([streak, longestStreak, sentence], [0, 0, 'You have answered nothing in the last year.']);
  });
});
