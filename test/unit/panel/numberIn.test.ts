import assert from 'node:assert/strict';
import { numberIn } from '../../../src/panel/numberIn';

describe('numberIn', () => {
  for (const [typed, value] of [
    ['1024', 1024],
    [' 1024 ', 1024],
    ['1,024', 1024],
    ['1,048,576.5', 1048576.5],
    ['1 024', 1024],
    ['1\u{202f}024', 1024],
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['.5', 0.5],
    ['-3', -3],
    ['0', 0],
    ['', undefined],
    ['ten', undefined],
    ['5 GB', undefined],
    ['1,02,4', undefined],
    ['1.2.3', undefined],
    ['1e3', undefined],
    ['.', undefined],
    ['-', undefined],
  ] as const) {
    it(`reads "${typed}" as ${value}`, () => {
      assert.equal(numberIn(typed), value);
    });
  }
});
