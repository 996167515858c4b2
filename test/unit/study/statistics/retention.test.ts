import assert from 'node:assert/strict';
import type { DayTally } from '../../../../src/study/history';
import { recallCorrection, retentionOf } from '../../../../src/study/statistics/retention';
import { answer, day, noon, stateOf, today } from './deck';

const none = { answers: 0, right: 0 };

/** A day on which so many known cards came back. */
function dayOfRecall(answers: number, right: number, expected: number): DayTally {
  return {
    answers,
    right,
    newCards: 0,
    recalled: { answers, right },
    expected: expected * answers,
    milliseconds: 0,
    sureness: { guess: none, 'think-so': none, sure: none },
    practice: 0,
  };
}

describe('retentionOf', () => {
  it('sums by week, the last one being this week', () => {
    const days = new Map([
      [today, dayOfRecall(10, 9, 0.9)],
      [today - 3, dayOfRecall(10, 7, 0.8)],
      [today - 4, dayOfRecall(5, 5, 0.9)],
      [today - 400, dayOfRecall(5, 0, 0.9)],
    ]);
    const { weeks, answers } = retentionOf(days, today, 0.9);
    assert.equal(weeks.length, 26);
    assert.equal(answers, 25);
    const [before, last] = weeks.slice(-2);
    assert.deepEqual([last?.date, last?.answers, last?.right, before?.answers], ['2026-11-02', 20, 16, 5]);
    assert.ok(Math.abs(last!.expected! - 0.85) < 1e-9);
    assert.ok(last!.recalled!.low < 0.8 && last!.recalled!.high > 0.8);
    assert.equal(weeks[0]?.recalled, undefined);
  });

  it('counts known cards only, as the study state does', () => {
    const entries = [answer('question:a', noon - 20 * day), answer('question:a', noon, { correct: false }), answer('question:b', noon)];
    const { answers, recalled, expected } = retentionOf(stateOf(entries).history.days, today, 0.9);
    assert.deepEqual([answers, recalled?.value], [1, 0]);
    assert.ok(expected! > 0 && expected! < 0.9);
  });

  for (const [what, answers, right, expected, words] of [
    ['too few answers', 20, 2, 0.9, /too few answers to judge by\.$/],
    [
      'what is as expected',
      100,
      89,
      0.9,
      /You recalled 89 % of 100 known cards that came back; 90 % was expected, 85 % is what you have set\. That is as expected\.$/,
    ],
    ['forgetting', 100, 70, 0.9, /You forget faster than expected/],
    ['remembering', 100, 99, 0.9, /You remember better than expected/],
  ] as const)
    it(`tells ${what}`, () => {
      assert.match(retentionOf(new Map([[today, dayOfRecall(answers, right, expected)]]), today, 0.85).sentence, words);
    });

  it('corrects a prediction that was too high or too low, the more the longer it was', () => {
    const correctionAfter = (answers: number, right: number) => recallCorrection(retentionOf(new Map([[today, dayOfRecall(answers, right, 0.9)]]), today, 0.9));
    assert.equal(recallCorrection(retentionOf(new Map(), today, 0.9)), 1);
    assert.ok(Math.abs(correctionAfter(100, 90) - 1) < 1e-9);
    assert.ok(Math.abs(correctionAfter(100, 70) - 120 / 140) < 1e-9);
    assert.ok(correctionAfter(1000, 700) < correctionAfter(100, 70));
    assert.ok(correctionAfter(100, 100) > 1);
  });

  it('says where no known card has come back', () => {
    const { sentence, recalled } = retentionOf(new Map(), today, 0.9);
    assert.equal(recalled, undefined);
    assert.match(sentence, /^No known card has come back yet\./);
  });
});
