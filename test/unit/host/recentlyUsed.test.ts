import assert from 'node:assert/strict';
import { RecentlyUsed } from '../../../src/editor/recentlyUsed';

describe('RecentlyUsed', () => {
  it('drops what was not used for the longest time', () => {
    const recent = new RecentlyUsed<string>(10);
    recent.set('a', 'A', 4);
    recent.set('b', 'B', 4);
    assert.equal(recent.get('a'), 'A');
    recent.set('c', 'C', 4);
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => recent.get(key)),
      ['A', undefined, 'C'],
    );
  });

  it('keeps the newest even where it alone is over the limit', () => {
    const recent = new RecentlyUsed<string>(10);
    recent.set('a', 'A', 4);
    recent.set('b', 'B', 40);
    assert.deepEqual([recent.get('a'), recent.get('b')], [undefined, 'B']);
  });

  it('counts a size once when a key is set again or deleted', () => {
    const recent = new RecentlyUsed<string>(10);
    for (let count = 0; count < 5; count++) recent.set('a', 'A', 4);
    recent.set('b', 'B', 6);
    assert.equal(recent.get('a'), 'A');
    recent.delete('a');
    recent.set('c', 'C', 4);
    assert.equal(recent.get('b'), 'B');
  });
});
