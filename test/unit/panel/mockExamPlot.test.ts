import assert from 'node:assert/strict';
import { placesOf, scoreAxis } from '../../../src/panel/mockExamPlot';

describe('the plot of mock exams', () => {
  it('has 1,000 at the top and 100 at the bottom', () => {
    const { yOf, ticks } = scoreAxis(130);
    assert.equal(yOf(1000), 0);
    assert.equal(yOf(100), 130);
    assert.deepEqual(
      ticks.map(({ value }) => value),
      [100, 250, 500, 750, 1000],
    );
    assert.ok(ticks.every(({ value, y }) => y === yOf(value)));
  });

  it('places times across by their distance, away from the edges', () => {
    const [first = 0, middle = 0, last = 0] = placesOf([0, 25, 100]);
    assert.ok(first > 0 && last < 100);
    assert.equal(Math.round((middle - first) / (last - first) / 0.25), 1);
  });

  it('places one alone, and several of one moment, in the middle', () => {
    assert.deepEqual(placesOf([7]), [50]);
    assert.deepEqual(placesOf([7, 7]), [50, 50]);
    assert.deepEqual(placesOf([]), []);
  });
});
