import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  clockRules,
  heartbeat,
  isSelection,
  keptChanges,
  limitOf,
  longestGap,
  mockExamAfter,
  startMockExam,
  statusOf,
  timeLeft,
  type MockExam,
  type MockExamAction,
  type MockExamMode,
} from '../../../src/study/mockExam';
import { drawQuestions } from '../../../src/study/mockExamDraw';
import { restoreMockExam } from '../../../src/study/mockExamRestore';
import { properties, start } from './builders';
import { after, begun, exam, named, optionsOf, presetOf, questions } from './mockExamBuilders';

const second = 1000;
const minute = 60 * second;

/** Ticks every ten seconds. */
function ticks(count: number): (readonly [number, MockExamAction])[] {
  return Array.from({ length: count }, () => [10, { kind: 'tick' }] as const);
}

/** A mock exam whose first item is a question of one kind. */
function with1st(picks: number, mode: MockExamMode = 'exam'): MockExam {
  const mockExam = begun(mode);
  return { ...mockExam, items: mockExam.items.toSorted((one, other) => Math.abs(one.picks - picks) - Math.abs(other.picks - picks)) };
}

const itemOf = (mockExam: MockExam, index = 0) => mockExam.items[index]!;

describe('startMockExam', () => {
  it('begins with the first item, nothing answered and the whole time', () => {
    const mockExam = begun();
    assert.deepEqual([mockExam.items.length, mockExam.current, mockExam.examId, mockExam.title], [10, 0, 'x', 'Custom exam']);
    assert.deepEqual(mockExam.clock, { elapsed: 0, seen: start, paused: false });
    assert.equal(timeLeft(mockExam, start), 20 * minute);
    assert.ok(mockExam.items.every((item) => statusOf(item) === 'unanswered' && !item.flagged && item.milliseconds === 0));
    assert.equal(mockExam.finished, undefined);
  });

  it('needs a question', () => {
    const draw = { picked: [], shortfall: [], missing: 10 };
    assert.throws(() => startMockExam({ id: 'a', preset: presetOf(10), mode: 'exam', seed: 1, now: start, draw }), /at least one question/);
  });
});

describe('answering', () => {
  it('keeps what is chosen, in order, and clears it', () => {
    const chosen = after(with1st(2), [1, { kind: 'answer', chosen: [3, 1] }]);
    assert.deepEqual([itemOf(chosen).chosen, statusOf(itemOf(chosen))], [[1, 3], 'answered']);
    const cleared = after(chosen, [1, { kind: 'answer', chosen: [] }]);
    assert.deepEqual([itemOf(cleared).chosen, statusOf(itemOf(cleared))], [[], 'unanswered']);
    assert.deepEqual(itemOf(cleared, 1), itemOf(chosen, 1));
  });

  it('calls an answer that lacks an option incomplete', () => {
    assert.equal(statusOf(itemOf(after(with1st(2), [1, { kind: 'answer', chosen: [3] }]))), 'incomplete');
  });

  it('keeps complete answers with the time on the clock, the same one after another once', () => {
    const answers = [[0], [0, 1], [1, 0], [0], [0, 1], [2, 3]].map((chosen) => [2, { kind: 'answer', chosen }] as const);
    assert.deepEqual(itemOf(after(with1st(2), ...answers)).changes, [
      { time: 4 * second, chosen: [0, 1] },
      { time: 12 * second, chosen: [2, 3] },
    ]);
  });

  it('keeps the first answer and the latest where they are many', () => {
    const answers = Array.from({ length: 50 }, (_, index) => [1, { kind: 'answer', chosen: [index % 3] }] as const);
    const { changes } = itemOf(after(with1st(1), ...answers));
    assert.deepEqual([changes.length, changes[0]!.time, changes[1]!.time, changes.at(-1)!.time], [keptChanges, second, 32 * second, 50 * second]);
  });

  it('throws where options are named that are not there, or too many', () => {
    for (const chosen of [[9], [-1], [0.5], [1, 1]]) {
      assert.throws(() => after(with1st(2), [1, { kind: 'answer', chosen }]), /does not have/);
    }
    assert.throws(() => after(with1st(1), [1, { kind: 'answer', chosen: [0, 1] }]), /2 options, and 1 are to be picked/);
    assert.throws(() => after(with1st(1), [1, { kind: 'strike', option: 9 }]), /does not have/);
  });
});

describe('striking out and flagging', () => {
  it('strikes options out and takes that back', () => {
    const struck = after(begun(), [1, { kind: 'strike', option: 2 }], [1, { kind: 'strike', option: 0 }], [1, { kind: 'strike', option: 2 }]);
    assert.deepEqual(itemOf(struck).struck, [0, 2]);
    assert.deepEqual(itemOf(after(struck, [1, { kind: 'unstrike', option: 0 }])).struck, [2]);
  });

  it('never leaves an option both chosen and struck out', () => {
    const struck = after(begun(), [1, { kind: 'answer', chosen: [2] }], [1, { kind: 'strike', option: 2 }]);
    assert.deepEqual([itemOf(struck).chosen, itemOf(struck).struck], [[], [2]]);
    const chosen = after(struck, [1, { kind: 'answer', chosen: [2] }]);
    assert.deepEqual([itemOf(chosen).chosen, itemOf(chosen).struck], [[2], []]);
  });

  it('flags the shown item and takes that back', () => {
    const flagged = after(begun(), [1, { kind: 'next' }], [1, { kind: 'flag', flagged: true }]);
    assert.deepEqual(
      flagged.items.map((item) => item.flagged),
      [false, true, ...Array.from({ length: 8 }, () => false)],
    );
    assert.equal(itemOf(after(flagged, [1, { kind: 'flag', flagged: false }]), 1).flagged, false);
  });
});

describe('going about', () => {
  it('goes on, back and to any item, and past the last one to the overview', () => {
    const at = (...actions: MockExamAction[]) => after(begun(), ...actions.map((action) => [1, action] as const)).current;
    assert.equal(at({ kind: 'next' }, { kind: 'next' }, { kind: 'previous' }), 1);
    assert.equal(at({ kind: 'previous' }), 0);
    assert.equal(at({ kind: 'go', index: 9 }, { kind: 'next' }, { kind: 'next' }), 10);
    assert.equal(at({ kind: 'go', index: 4.7 }), 4);
    assert.equal(at({ kind: 'go', index: -4 }), 0);
  });

  it('books the time to the item that was shown, and that of the overview to none', () => {
    const mockExam = after(begun(), [5, { kind: 'next' }], [7, { kind: 'go', index: 10 }], [11, { kind: 'go', index: 0 }], [2, { kind: 'tick' }]);
    assert.deepEqual(
      mockExam.items.slice(0, 3).map(({ milliseconds }) => milliseconds),
      [7 * second, 7 * second, 0],
    );
    assert.equal(mockExam.clock.elapsed, 25 * second);
  });

  it('changes no item from the overview', () => {
    const overview = after(begun(), [1, { kind: 'go', index: 10 }]);
    assert.deepEqual(after(overview, [0, { kind: 'answer', chosen: [0] }], [0, { kind: 'flag', flagged: true }]).items, overview.items);
  });
});

describe('the clock in mode exam', () => {
  it('runs on while the window is closed, but counts that for no item', () => {
    const reopened = after(begun(), [10, { kind: 'tick' }], [50, { kind: 'reopen' }]);
    assert.deepEqual([reopened.clock.elapsed, itemOf(reopened).milliseconds], [60 * second, 10 * second]);
    const asleep = after(begun(), [600, { kind: 'tick' }]);
    assert.deepEqual([asleep.clock.elapsed, itemOf(asleep).milliseconds], [600 * second, 0]);
    assert.equal(timeLeft(asleep, start + 11 * minute), 9 * minute);
    assert.match(clockRules.exam, /runs on/);
  });

  it('knows no pause', () => {
    const mockExam = after(begun(), [10, { kind: 'pause' }], [10, { kind: 'tick' }]);
    assert.deepEqual(mockExam.clock, { elapsed: 20 * second, seen: start + 20 * second, paused: false });
  });

  it('finishes the mock exam as of its deadline and refuses what comes later', () => {
    const late = after(begun(), [10, { kind: 'answer', chosen: [0] }], [3600, { kind: 'answer', chosen: [1] }]);
    assert.deepEqual([late.finished, late.clock.elapsed, itemOf(late).chosen], [start + 20 * minute, 20 * minute, [0]]);
    assert.equal(timeLeft(late, start + 120 * minute), 0);
    assert.equal(after(late, [1, { kind: 'answer', chosen: [1] }]), late);
    assert.equal(after(late, [1, { kind: 'finish' }]), late);
  });

  it('takes an answer until the last millisecond', () => {
    const answer = { kind: 'answer', chosen: [1] } as const;
    const mockExam = begun();
    assert.deepEqual(itemOf(mockExamAfter(mockExam, answer, start + 20 * minute - 1)).chosen, [1]);
    assert.deepEqual(itemOf(mockExamAfter(mockExam, answer, start + 20 * minute)).chosen, []);
  });

  it('gives no time for a clock that is set back', () => {
    const back = after(begun(), ...ticks(30), [-3600, { kind: 'tick' }]);
    assert.equal(timeLeft(back, back.clock.seen), 15 * minute);
    const going = after(back, ...ticks(30));
    assert.equal(timeLeft(going, going.clock.seen), 10 * minute);
    assert.equal(timeLeft(going, start - 3600 * second), 10 * minute);
  });

  it('never was finished before it began, whatever the clock says', () => {
    assert.equal(after(begun(), [-3600, { kind: 'finish' }]).finished, start);
    const late = after(begun(), [-7200, { kind: 'tick' }], [3600, { kind: 'tick' }]);
    assert.deepEqual([late.finished, late.clock.elapsed], [start, 20 * minute]);
  });

  it('counts whole milliseconds', () => {
    const { clock, items } = mockExamAfter(begun(), { kind: 'tick' }, start + 1.6);
    assert.deepEqual([clock.elapsed, items[0]!.milliseconds], [2, 2]);
    const preset = presetOf(1);
    const given = { id: 'a', preset, mode: 'exam', seed: 1, draw: drawQuestions(exam, questions, { preset, seed: 1, past: [] }) } as const;
    assert.deepEqual(startMockExam({ ...given, now: start + 0.4 }).clock, { elapsed: 0, seen: start, paused: false });
  });

  it('passes over a time that is none', () => {
    const mockExam = begun();
    assert.deepEqual(mockExamAfter(mockExam, { kind: 'tick' }, Number.NaN), mockExam);
  });
});

describe('the clock in mode practice', () => {
  it('stands while it is paused, and nothing but going on and finishing is allowed', () => {
    const paused = after(begun('practice'), [10, { kind: 'pause' }]);
    const tried: MockExamAction[] = [{ kind: 'answer', chosen: [0] }, { kind: 'next' }, { kind: 'flag', flagged: true }, { kind: 'tick' }, { kind: 'reopen' }];
    const still = after(paused, ...tried.map((action) => [30, action] as const));
    assert.deepEqual([still.items, still.current, still.clock.elapsed, still.clock.paused], [paused.items, 0, 10 * second, true]);
    const resumed = after(still, [3600, { kind: 'resume' }], [5, { kind: 'tick' }]);
    assert.deepEqual([resumed.clock.elapsed, resumed.clock.paused, itemOf(resumed).milliseconds], [15 * second, false, 15 * second]);
    const finished = after(still, [60, { kind: 'finish' }]);
    assert.deepEqual([finished.finished, finished.clock.elapsed, finished.clock.paused], [start + 220 * second, 10 * second, false]);
  });

  it('stands while the window is closed or the machine sleeps', () => {
    const reopened = after(begun('practice'), [10, { kind: 'tick' }], [50, { kind: 'reopen' }], [5, { kind: 'tick' }]);
    assert.deepEqual([reopened.clock.elapsed, itemOf(reopened).milliseconds], [15 * second, 15 * second]);
    const asleep = after(begun('practice'), [10, { kind: 'tick' }], [longestGap / second + 1, { kind: 'tick' }]);
    assert.equal(asleep.clock.elapsed, 10 * second);
    assert.match(clockRules.practice, /stands/);
  });

  it('counts heartbeats, also when a hidden page gets them late', () => {
    assert.ok(heartbeat * 2 < longestGap);
    assert.equal(after(begun('practice'), [60, { kind: 'tick' }]).clock.elapsed, minute);
    assert.equal(after(begun('practice'), [longestGap / second, { kind: 'tick' }]).clock.elapsed, longestGap);
  });

  it('finishes the mock exam when its time is up', () => {
    const mockExam = after(begun('practice'), ...ticks(60), [10, { kind: 'pause' }], [600, { kind: 'resume' }], ...ticks(60));
    assert.deepEqual([mockExam.finished, mockExam.clock.elapsed], [start + 30 * minute, 20 * minute]);
  });
});

describe('isSelection', () => {
  it('takes different options of the question only', () => {
    assert.ok(isSelection([], 4) && isSelection([3, 0], 4));
    for (const value of [[4], [-1], [0, 0], ['0'], [0.5], [null], 'ab', undefined]) assert.equal(isSelection(value, 4), false);
  });
});

const mode = fc.constantFrom<MockExamMode>('exam', 'practice');
/** An option that is there, by its number among those of a question with four. */
const option = fc.nat(3);
const action: fc.Arbitrary<MockExamAction | { kind: 'choose'; right: boolean }> = fc.oneof(
  fc.record({ kind: fc.constant('choose' as const), right: fc.boolean() }),
  fc.record({ kind: fc.constant('answer' as const), chosen: fc.subarray([0, 1, 2, 3], { maxLength: 1 }) }),
  fc.record({ kind: fc.constantFrom('strike' as const, 'unstrike' as const), option }),
  fc.record({ kind: fc.constant('flag' as const), flagged: fc.boolean() }),
  fc.record({ kind: fc.constant('go' as const), index: fc.integer({ min: -2, max: 12 }) }),
  fc.record({ kind: fc.constantFrom('next', 'previous', 'pause', 'resume', 'tick', 'reopen', 'finish') }),
);
const steps = fc.array(
  fc.tuple(fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 90_000 }) }, fc.integer({ min: -4_000_000, max: 1_500_000 })), action),
  {
    maxLength: 40,
  },
);

describe('any course of a mock exam', () => {
  it('keeps to the time, never gives any back and can be kept as JSON after every step', () => {
    fc.assert(
      fc.property(mode, fc.nat(5), steps, (chosenMode, seed, taken) => {
        let mockExam = begun(chosenMode, 10, seed);
        let time = start;
        for (const [passed, step] of taken) {
          time += passed;
          const index = mockExam.current;
          const given: MockExamAction =
            step.kind !== 'choose' ? step : index < 10 ? { kind: 'answer', chosen: optionsOf(mockExam, index, step.right) } : { kind: 'tick' };
          const next = mockExamAfter(mockExam, given, time);

          const limit = limitOf(next);
          const spent = next.items.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
          assert.ok(spent <= next.clock.elapsed && next.clock.elapsed <= limit);
          assert.ok(next.clock.elapsed >= mockExam.clock.elapsed && next.clock.elapsed - mockExam.clock.elapsed <= Math.max(0, passed));
          assert.equal(timeLeft(next, time), limit - next.clock.elapsed);
          assert.equal(next.clock.elapsed === limit && next.finished === undefined, false);
          if (mockExam.finished !== undefined) assert.equal(next, mockExam);
          if (chosenMode === 'exam' && next.finished === undefined) assert.equal(next.clock.elapsed - mockExam.clock.elapsed, Math.max(0, passed));
          for (const { chosen, struck, picks, changes } of next.items) {
            assert.ok(chosen.length <= picks && !struck.some((one) => chosen.includes(one)) && changes.length <= keptChanges);
            if (chosen.length === picks) assert.deepEqual(changes.at(-1)!.chosen, chosen);
          }
          assert.deepEqual(restoreMockExam(JSON.parse(JSON.stringify(next)), named), { mockExam: next });
          mockExam = next;
        }
      }),
      properties,
    );
  });
});
