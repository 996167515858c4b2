import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeEntries, type Entry } from '../../../src/study/log';
import { StudyState } from '../../../src/study/state';
import { day, properties } from './builders';
import { answer, answers, anyCopy, anyEntry, noon, settings } from './logBuilders';

const { schedule } = settings;

/** All that a state says, in an order that does not depend on how it came about. */
function told(state: StudyState): unknown {
  return JSON.parse(JSON.stringify(state.kept()));
}

function folded(entries: readonly Entry[]): unknown {
  return told(StudyState.of(mergeEntries([entries]), schedule));
}

describe('StudyState', () => {
  it('is the same folded at once, entry by entry, and from what was kept of it half way', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 30 }), fc.nat(30), (list, half) => {
        const entries = mergeEntries([list]).filter(({ kind }) => kind !== 'undo');
        const once = StudyState.of(entries, schedule);
        let state = StudyState.of([], schedule);
        for (const [index, entry] of entries.entries()) {
          if (index === half) state = StudyState.restore(JSON.parse(JSON.stringify(state.kept())) as ReturnType<StudyState['kept']>, schedule);
          assert.ok(state.add(entry));
        }
        assert.deepEqual(told(state), told(once));
      }),
      properties,
    );
  });

  it('does not depend on how entries are spread over segments, nor on their order', () => {
    fc.assert(
      fc.property(fc.array(anyCopy, { maxLength: 20 }), fc.array(anyCopy, { maxLength: 20 }), (one, other) => {
        assert.deepEqual(told(StudyState.of(mergeEntries([one, other]), schedule)), told(StudyState.of(mergeEntries([other, one, other]), schedule)));
      }),
      properties,
    );
  });

  it('is as if an answer had never been given, once that was taken back, wherever the undo stands', () => {
    const list = answers(20);
    for (const time of [noon - day, noon + 3 * 60_000, noon + day]) {
      const state = StudyState.of(mergeEntries([list, [{ kind: 'undo', id: 'undo', time, review: 'entry-3' }]]), schedule);
      const without = StudyState.of(
        list.filter(({ id }) => id !== 'entry-3'),
        schedule,
      );
      assert.deepEqual(JSON.stringify(state.kept().schedule), JSON.stringify(without.kept().schedule));
      assert.deepEqual(JSON.stringify(state.kept().history), JSON.stringify(without.kept().history));
    }
  });

  it('takes in neither an undo nor what is older than the last entry, and changes nothing then', () => {
    const state = StudyState.of(answers(5), schedule);
    const before = told(state);
    assert.equal(state.add({ kind: 'undo', id: 'undo', time: noon + day, review: 'entry-1' }), false);
    assert.equal(state.add(answer('late', noon - 1)), false);
    assert.deepEqual(told(state), before);
  });

  it('counts practice in the history and leaves the card alone', () => {
    const state = StudyState.of([answer('a', noon), { ...answer('b', noon + 1), practice: 'cram' }], schedule);
    assert.equal(state.schedule.state('question:a')?.reviews, 1);
    assert.equal(state.history.cards.get('question:a')?.answers, 2);
  });

  it('keeps mock exams in order, and the latest version of a card of the learner', () => {
    const own = { kind: 'own', card: 'own:1', back: 'b', tags: [] } as const;
    const list: Entry[] = [
      { kind: 'exam', id: '2', time: noon + 2, record: 'second' },
      { kind: 'exam', id: '1', time: noon + 1, record: 'first' },
      { ...own, id: '4', time: noon + 4, front: 'new' },
      { ...own, id: '3', time: noon + 3, front: 'old' },
    ];
    const state = StudyState.of(mergeEntries([list]), schedule);
    assert.deepEqual(
      state.exams.map(({ record }) => record),
      ['first', 'second'],
    );
    assert.equal(state.own.get('own:1')?.front, 'new');
    assert.equal(state.entries, 4);
  });

  it('never throws, whatever the times', () => {
    for (const time of [-1e300, -8.64e15, 0, 8.64e15, 1e300]) assert.ok(folded([answer('a', time), answer('b', noon)]));
  });
});
