import assert from 'node:assert/strict';
import fc from 'fast-check';
import { estimateOf, percent, wilson } from '../../../../src/study/statistics/estimate';
import { properties } from '../builders';

describe('wilson', () => {
  it('gives the interval of the formula', () => {
    // 7 of 10 at 95 %: 0.397 to 0.892, as in published tables.
    const { value, low, high } = wilson(7, 10, 1.96)!;
    assert.equal(value, 0.7);
    assert.ok(Math.abs(low - 0.3968) < 0.0005 && Math.abs(high - 0.8922) < 0.0005, `${low} ${high}`);
  });

  it('has nothing to say without answers', () => {
    assert.equal(wilson(0, 0), undefined);
  });

  it('stays within 0 and 1, around the share, and narrows with ten times the answers', () => {
    const counts = fc.integer({ min: 1, max: 500 }).chain((answers) => fc.tuple(fc.nat(answers), fc.constant(answers)));
    fc.assert(
      fc.property(counts, ([right, answers]) => {
        const { value, low, high } = wilson(right, answers)!;
        assert.ok(0 <= low && low <= value && value <= high && high <= 1);
        const more = wilson(10 * right, 10 * answers)!;
        assert.ok(more.high - more.low < high - low);
      }),
      properties,
    );
  });
});

describe('estimateOf', () => {
  it('stays within 0 and 1 around the mean, and widens with the variance', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(shares, fc.double({ min: 1e-6, max: 0.25, noNaN: true }), (mean, variance) => {
        const { low, high } = estimateOf(mean, variance);
        assert.ok(0 <= low && low <= mean && mean <= high && high <= 1);
        const wider = estimateOf(mean, 2 * variance);
        assert.ok(wider.low <= low && wider.high >= high);
      }),
      properties,
    );
  });

  it('is about the normal interval where the variance is small', () => {
    const { low, high } = estimateOf(0.5, 0.0001);
    assert.ok(Math.abs(low - (0.5 - 0.016449)) < 1e-4 && Math.abs(high - (0.5 + 0.016449)) < 1e-4);
  });
});

describe('percent', () => {
  it('rounds to whole percent', () => {
    assert.equal(percent(0.624), '62 %');
  });
});
