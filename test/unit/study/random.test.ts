import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seededRandom, shuffled } from '../../../src/study/random';
import { properties } from './builders';

describe('seededRandom', () => {
  it('gives the same numbers for a seed, all from 0 up to but not including 1', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, other] = [seededRandom(seed), seededRandom(seed)];
        for (let count = 0; count < 20; count++) {
          const number = one();
          assert.equal(number, other());
          assert.ok(number >= 0 && number < 1);
        }
      }),
      properties,
    );
  });

  it('gives other numbers for another seed', () => {
    const starts = Array.from({ length: 100 }, (_, seed) => seededRandom(seed)());
    assert.equal(new Set(starts).size, 100);
  });

  it('spreads its numbers evenly', () => {
    const random = seededRandom(7);
    const tenths = new Array<number>(10).fill(0);
    for (let count = 0; count < 10_000; count++) tenths[Math.floor(random() * 10)]!++;
    assert.ok(
      tenths.every((count) => count > 850 && count < 1150),
      tenths.join(' '),
    );
  });
});

describe('shuffled', () => {
  it('gives a permutation and leaves the original alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const result = shuffled(items, seededRandom(seed));
        assert.deepEqual(items, before);
        assert.deepEqual(
          result.sort((one, other) => one - other),
          before.sort((one, other) => one - other),
        );
      }),
      properties,
    );
  });

  it('reaches every order about equally often', () => {
    const random = seededRandom(3);
    const counts = new Map<string, number>();
    for (let count = 0; count < 6000; count++) {
      const order = shuffled(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.equal(counts.size, 6);
    assert.ok(
      [...counts.values()].every((count) => count > 850 && count < 1150),
      [...counts].join(' '),
    );
  });
});
