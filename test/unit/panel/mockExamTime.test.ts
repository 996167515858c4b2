import assert from 'node:assert/strict';
import { clockText, durationText, timeTold } from '../../../src/panel/mockExamTime';

const minute = 60_000;

describe('the time of a mock exam, as the panel tells it', () => {
  for (const [milliseconds, text] of [
    [0, '0:00'],
    [-5, '0:00'],
    [1, '0:01'],
    [59_000, '0:59'],
    [247_000, '4:07'],
    [59 * minute + 59_001, '1:00:00'],
    [3_909_000, '1:05:09'],
  ] as const) {
    it(`writes ${milliseconds} ms that are left as ${text}`, () => {
      assert.equal(clockText(milliseconds), text);
    });
  }

  for (const [milliseconds, text] of [
    [400, '0 s'],
    [40_000, '40 s'],
    [92_000, '1 min 32 s'],
    [12 * minute, '12 min'],
    [65 * minute, '1 h 5 min'],
    [59 * minute + 59_000, '1 h 0 min'],
  ] as const) {
    it(`writes a time of ${milliseconds} ms as ${text}`, () => {
      assert.equal(durationText(milliseconds), text);
    });
  }

  it('is told at the half, and 10, 5 and 1 minutes before the end, once each', () => {
    const limit = 30 * minute;
    const told: string[] = [];
    for (let left = limit; left > 0; left -= 1000) told.push(...[timeTold(left, left - 1000, limit)].filter((text) => text !== undefined));
    assert.deepEqual(told, ['Half of the time is over: 15 minutes left.', '10 minutes left.', '5 minutes left.', '1 minute left.']);
  });

  it('tells the latest mark where several are passed at once, as after sleep, and none at the end', () => {
    assert.equal(timeTold(20 * minute, 4 * minute, 30 * minute), '5 minutes left.');
    assert.equal(timeTold(20 * minute, 0, 30 * minute), undefined);
  });

  it('does not tell a mark that is the whole time', () => {
    assert.equal(timeTold(5 * minute, 5 * minute - 1000, 5 * minute), undefined);
    assert.equal(timeTold(minute, minute - 1000, minute), undefined);
  });
});
