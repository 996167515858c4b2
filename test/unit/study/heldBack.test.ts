import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf } from '../../../src/study/calendar';
import type { CardAction } from '../../../src/study/log';
import type { Schedule } from '../../../src/study/schedule';
import { day, properties, review, scheduleOf, start } from './builders';

const card = 'question:a';
const hour = 3_600_000;
const later = start + 100 * day;

function act(schedule: Schedule, action: CardAction['action'], time = start): void {
  schedule.act({ card, action, time });
}

describe('Suspended cards', () => {
  it('are not due until they are let go on', () => {
    const schedule = scheduleOf([review(card, start, 4)]);
    act(schedule, 'suspend');
    assert.equal(schedule.state(card)!.suspended, true);
    assert.equal(schedule.isSuspended(card), true);
    assert.equal(schedule.isDue(card, later), false);
    assert.deepEqual(schedule.due(later), []);
    assert.equal(schedule.nextDue(start), undefined);
    act(schedule, 'unsuspend');
    assert.equal(schedule.isDue(card, later), true);
    assert.equal(schedule.nextDue(start), schedule.state(card)!.due);
  });

  it('may be such before they were ever answered', () => {
    const schedule = scheduleOf([]);
    act(schedule, 'suspend');
    assert.equal(schedule.state(card), undefined);
    assert.equal(schedule.isHeldBack(card, later), true);
    act(schedule, 'unsuspend');
    assert.equal(schedule.isHeldBack(card, later), false);
  });

  it('that were suspended while new and are answered nevertheless stay so, until they are let go on', () => {
    const schedule = scheduleOf([]);
    act(schedule, 'suspend');
    schedule.add(review(card, start, 4));
    assert.equal(schedule.state(card)!.suspended, true);
    assert.equal(schedule.isDue(card, later), false);
    act(schedule, 'unsuspend');
    assert.equal(schedule.state(card)!.suspended, false);
    assert.equal(schedule.isSuspended(card), false);
    assert.equal(schedule.isDue(card, later), true);
  });

  it('are so after any row of answers and actions exactly where the last of those says so', () => {
    const steps = fc.array(fc.constantFrom('suspend' as const, 'unsuspend' as const, 'answer' as const), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (done) => {
        const schedule = scheduleOf([]);
        done.forEach((step, index) => {
          if (step === 'answer') schedule.add(review(card, start + index * day, 4));
          else act(schedule, step);
        });
        const expected = done.findLast((step) => step !== 'answer') === 'suspend';
        assert.equal(schedule.isSuspended(card), expected);
        assert.equal(schedule.state(card)?.suspended ?? expected, expected);
        assert.equal(schedule.isDue(card, later), !expected && done.includes('answer'));
      }),
      properties,
    );
  });
});

describe('Buried cards', () => {
  it('come back with the hour at which the next day begins, also where they were buried after midnight', () => {
    for (const rollover of [0, 4, 23]) {
      const calendar = calendarOf(rollover, () => 0);
      const tomorrow = calendar.startOf(calendar.dayOf(start) + 1);
      for (const time of [start, tomorrow - hour, tomorrow - 1]) {
        const schedule = scheduleOf([review(card, start - 100 * day, 4)], { calendar });
        act(schedule, 'bury', time);
        assert.equal(schedule.isHeldBack(card, tomorrow - 1), true);
        assert.equal(schedule.isDue(card, tomorrow - 1), false);
        assert.equal(schedule.state(card, tomorrow - 1)!.buried, true);
        assert.equal(schedule.isDue(card, tomorrow), true);
        assert.equal(schedule.state(card, tomorrow)!.buried, false);
        assert.equal(schedule.nextDue(time), tomorrow);
      }
    }
  });

  it('come back at that hour also on the days on which summer time begins and ends', () => {
    for (const [change, before, after] of [
      [Date.UTC(2026, 2, 29, 1), 60, 120],
      [Date.UTC(2026, 9, 25, 1), 120, 60],
    ] as const) {
      const calendar = calendarOf(4, (time) => (time < change ? before : after));
      const schedule = scheduleOf([review(card, change - 100 * day, 4)], { calendar });
      act(schedule, 'bury', change - 8 * hour);
      const four = Date.UTC(2026, new Date(change).getUTCMonth(), new Date(change).getUTCDate(), 4 - after / 60);
      assert.equal(schedule.isDue(card, four - 1), false);
      assert.equal(schedule.isDue(card, four), true);
    }
  });

  it('come back at once where that is asked for', () => {
    const schedule = scheduleOf([review(card, start - 100 * day, 4)]);
    act(schedule, 'bury');
    act(schedule, 'unbury');
    assert.equal(schedule.isDue(card, start), true);
  });

  it('may be such before they were ever answered', () => {
    const schedule = scheduleOf([]);
    act(schedule, 'bury');
    assert.equal(schedule.isHeldBack(card, start + hour), true);
    assert.equal(schedule.isHeldBack(card, start + day), false);
  });

  it('that are due in some minutes or were due before are next due tomorrow', () => {
    const tomorrow = Date.UTC(2026, 0, 6, 4);
    for (const time of [start, start - day]) {
      const schedule = scheduleOf([review(card, time, 1)]);
      act(schedule, 'bury');
      assert.equal(schedule.nextDue(start), tomorrow);
    }
  });

  it('stay away where the clock is set back', () => {
    const schedule = scheduleOf([review(card, start - 100 * day, 4)]);
    act(schedule, 'bury');
    assert.equal(schedule.isDue(card, start - 3 * day), false);
  });
});
