import assert from 'node:assert/strict';
import type { Grade } from '../../../src/study/review';
import type { Phase, Schedule, ScheduleSettings } from '../../../src/study/schedule';
import { day, review, scheduleOf, start } from './builders';

const card = 'question:a';
const minute = 60_000;

/** Where a card stands after answers, each given when it was due: the phase, and the minutes until it comes again where it is being learned. */
function after(grades: readonly Grade[], settings: Partial<ScheduleSettings>): readonly [Phase, number?] {
  const schedule = scheduleOf([], settings);
  let time = start;
  for (const grade of grades) {
    schedule.add(review(card, time, grade));
    time = schedule.state(card)!.due;
  }
  const { phase, lastReview, due } = schedule.state(card)!;
  return phase === 'review' ? [phase] : [phase, (due - lastReview) / minute];
}

describe('Learning steps', () => {
  it('start over with Again, come between with Hard, go on with Good and end with Easy, as in Anki', () => {
    const learningSteps = [1, 10, 100];
    for (const [grades, expected] of [
      [[1], ['learning', 1]],
      [[2], ['learning', 5.5]],
      [[3], ['learning', 10]],
      [[4], ['review']],
      [
        [2, 2],
        ['learning', 5.5],
      ],
      [
        [2, 3],
        ['learning', 10],
      ],
      [
        [3, 2],
        ['learning', 10],
      ],
      [
        [3, 3],
        ['learning', 100],
      ],
      [
        [3, 3, 2],
        ['learning', 100],
      ],
      [
        [3, 3, 1],
        ['learning', 1],
      ],
      [[3, 3, 3], ['review']],
      [
        [3, 1, 3],
        ['learning', 10],
      ],
      [[3, 4], ['review']],
    ] as const) {
      assert.deepEqual(after(grades, { learningSteps }), expected, grades.join(' '));
    }
  });

  it('take half as long again for Hard where there is one step only, and a day longer at most', () => {
    assert.deepEqual(after([2], { learningSteps: [10] }), ['learning', 15]);
    const days = 1440;
    const hours = 7;
    // Steps of days end with the beginning of a day: seven o'clock lies five hours after that of the answer's day.
    assert.deepEqual(after([2], { learningSteps: [days] }), ['learning', 2 * days - 5 * 60]);
    assert.deepEqual(after([2], { learningSteps: [3 * days] }), ['learning', 4 * days - 5 * 60]);
    assert.deepEqual(after([2], { learningSteps: [hours * 60] }), ['learning', 10.5 * 60]);
  });

  it('are left out where there are none: the card comes back on a later day at once', () => {
    for (const grade of [1, 2, 3, 4] as const) {
      const schedule = scheduleOf([review(card, start, grade)], { learningSteps: [] });
      const { phase, due } = schedule.state(card)!;
      assert.equal(phase, 'review');
      assert.ok(due > start + day / 2);
    }
  });

  it('of a card that was forgotten are those for relearning', () => {
    const settings = { learningSteps: [3], relearningSteps: [10, 20] };
    for (const [grades, expected] of [
      [
        [4, 1],
        ['relearning', 10],
      ],
      [[4, 2], ['review']],
      [
        [4, 1, 2],
        ['relearning', 15],
      ],
      [
        [4, 1, 3],
        ['relearning', 20],
      ],
      [
        [4, 1, 3, 1],
        ['relearning', 10],
      ],
      [[4, 1, 3, 3], ['review']],
      [[4, 1, 4], ['review']],
    ] as const) {
      assert.deepEqual(after(grades, settings), expected, grades.join(' '));
    }
    assert.deepEqual(after([4, 1], { relearningSteps: [] }), ['review']);
  });

  it('wait for the next day where they end on it, from its beginning on', () => {
    const due = (time: number, learningSteps: readonly number[]): number => scheduleOf([review(card, time, 1)], { learningSteps }).state(card)!.due;
    const beforeFour = Date.UTC(2026, 0, 6, 3, 55);
    assert.equal(due(beforeFour, [4]), beforeFour + 4 * minute);
    assert.equal(due(beforeFour, [10]), Date.UTC(2026, 0, 6, 4));
    for (const hour of [5, 12, 23]) assert.equal(due(Date.UTC(2026, 0, 6, hour), [1440]), Date.UTC(2026, 0, 7, 4));
  });

  it('that are taken away by a setting leave the card at the last one there is', () => {
    const long = scheduleOf([review(card, start, 3), review(card, start, 3)], { learningSteps: [1, 10, 100] });
    const restored = (learningSteps: readonly number[]): Schedule => scheduleOf([], { learningSteps }, long.kept());
    assert.equal(restored([1, 10]).state(card)!.due, start + 10 * minute);
    assert.equal(restored([]).state(card)!.due, start);
  });
});

describe('Lapses', () => {
  it('count where a known card was forgotten, not while it is being learned', () => {
    for (const [grades, lapses] of [
      [[1, 1, 1], 0],
      [[4, 1], 1],
      [[4, 1, 1, 1], 1],
      [[4, 1, 4, 1], 2],
      [[4, 2, 3, 4], 0],
    ] as const) {
      const schedule = scheduleOf(grades.map((grade, index) => review(card, start + index * day, grade)));
      assert.equal(schedule.state(card)!.lapses, lapses, grades.join(' '));
    }
  });

  it('count without steps for relearning too', () => {
    const schedule = scheduleOf(
      ([4, 1, 1] as const).map((grade, index) => review(card, start + index * day, grade)),
      { relearningSteps: [] },
    );
    assert.equal(schedule.state(card)!.lapses, 2);
  });
});

describe('Leeches', () => {
  /** Forgets the card once more. */
  function lapse(schedule: Schedule): void {
    const time = (schedule.state(card)?.lastReview ?? start) + 10 * day;
    schedule.add(review(card, time, 4));
    schedule.add(review(card, time + 10 * day, 1));
  }

  it('are suspended at 8 lapses and at every 4 more, once they were let go on', () => {
    const schedule = scheduleOf([]);
    const suspendedAt: number[] = [];
    for (let lapses = 1; lapses <= 17; lapses++) {
      lapse(schedule);
      const { suspended, lapses: counted, leech } = schedule.state(card)!;
      assert.equal(counted, lapses);
      assert.equal(leech, lapses >= 8);
      if (!suspended) continue;
      suspendedAt.push(lapses);
      schedule.act({ card, action: 'unsuspend', time: start });
      assert.equal(schedule.state(card)!.suspended, false);
    }
    assert.deepEqual(suspendedAt, [8, 12, 16]);
  });

  it('are not suspended anew by an answer that is no lapse', () => {
    const schedule = scheduleOf([]);
    for (let lapses = 1; lapses <= 8; lapses++) lapse(schedule);
    schedule.act({ card, action: 'unsuspend', time: start });
    for (const grade of [1, 3, 4] as const) {
      schedule.add(review(card, schedule.state(card)!.due, grade));
      assert.equal(schedule.state(card)!.suspended, false);
    }
  });
});
