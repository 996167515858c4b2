import assert from 'node:assert/strict';
import { gradeOf } from '../../../src/study/review';

describe('gradeOf', () => {
  for (const [correct, sureness, grade] of [
    [false, null, 1],
    [false, 'guess', 1],
    [false, 'think-so', 1],
    [false, 'sure', 1],
    [true, 'guess', 2],
    [true, null, 3],
    [true, 'think-so', 3],
    [true, 'sure', 4],
  ] as const) {
    it(`makes ${grade} of a ${correct ? 'right' : 'wrong'} answer given with sureness ${String(sureness)}`, () => {
      assert.equal(gradeOf(correct, sureness), grade);
    });
  }
});
