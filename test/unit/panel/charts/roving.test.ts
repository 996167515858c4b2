import assert from 'node:assert/strict';
import { nextBar } from '../../../../src/panel/charts/roving';

describe('nextBar', () => {
  for (const [key, at, next] of [
    ['ArrowRight', 1, 2],
    ['ArrowDown', 1, 2],
    ['ArrowLeft', 1, 0],
    ['ArrowUp', 1, 0],
    ['ArrowRight', 4, 4],
    ['ArrowLeft', 0, 0],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['Tab', 1, -1],
    ['a', 1, -1],
  ] as const)
    it(`goes from bar ${at} of 5 by ${key} to ${next}`, () => {
      assert.equal(nextBar(key, at, 5), next);
    });
});
