import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf, type Calendar } from '../../../src/study/calendar';
import { properties } from './builders';

const hour = 3_600_000;
const day = 24 * hour;

/** A clock that is so many minutes ahead of UTC until a time, and another number from then on. */
function changing(at: number, before: number, after: number): (time: number) => number {
  return (time) => (time < at ? before : after);
}

/** Fails where a day does not begin with the first of its milliseconds, or days do not follow one another. */
function assertSound(calendar: Calendar, dayNumber: number): void {
  const start = calendar.startOf(dayNumber);
  assert.equal(calendar.dayOf(start), dayNumber);
  assert.equal(calendar.dayOf(start - 1), dayNumber - 1);
  assert.ok(calendar.startOf(dayNumber + 1) > start);
}

describe('calendarOf', () => {
  it('begins a day at the hour that was set', () => {
    for (const rollover of [0, 4, 23]) {
      const calendar = calendarOf(rollover, () => 0);
      const monday = Date.UTC(2026, 0, 5, rollover);
      assert.equal(calendar.dayOf(monday) - calendar.dayOf(monday - 1), 1);
      assert.equal(calendar.dayOf(monday + day - 1), calendar.dayOf(monday));
      assert.equal(calendar.startOf(calendar.dayOf(monday + 5 * hour)), monday);
    }
  });

  it('counts what is done after midnight for the evening before', () => {
    const calendar = calendarOf(4, () => 0);
    const evening = calendar.dayOf(Date.UTC(2026, 0, 5, 22));
    assert.equal(calendar.dayOf(Date.UTC(2026, 0, 6, 3, 59)), evening);
    assert.equal(calendar.dayOf(Date.UTC(2026, 0, 6, 4)), evening + 1);
  });

  it("goes by the learner's clock, not by that of UTC", () => {
    const losAngeles = calendarOf(4, () => -480);
    assert.equal(losAngeles.startOf(losAngeles.dayOf(Date.UTC(2026, 0, 6, 2))), Date.UTC(2026, 0, 5, 12));
    const kathmandu = calendarOf(0, () => 345);
    assert.equal(kathmandu.startOf(kathmandu.dayOf(Date.UTC(2026, 0, 5, 18, 15))), Date.UTC(2026, 0, 5, 18, 15));
  });

  // Berlin: at one o'clock of UTC, in March from two to three o'clock, in October from three back to two.
  const spring = Date.UTC(2026, 2, 29, 1);
  const autumn = Date.UTC(2026, 9, 25, 1);

  it('has a day of 23 hours when summer time begins, and one of 25 when it ends', () => {
    for (const [change, before, after, hours] of [
      [spring, 60, 120, 23],
      [autumn, 120, 60, 25],
    ] as const) {
      const calendar = calendarOf(4, changing(change, before, after));
      const changed = calendar.dayOf(change);
      assert.equal(calendar.startOf(changed + 1) - calendar.startOf(changed), hours * hour);
      assert.equal(calendar.startOf(changed + 2) - calendar.startOf(changed + 1), day);
      assert.equal(new Date(calendar.startOf(changed + 1)).getUTCHours(), 4 - after / 60);
    }
  });

  it('begins a day with summer time itself where that leaps over the hour of its beginning', () => {
    const calendar = calendarOf(2, changing(spring, 60, 120));
    assert.equal(calendar.startOf(calendar.dayOf(spring)), spring);
  });

  it('begins every day with its first millisecond, at any hour, in any zone, whenever the clocks change', () => {
    const offsets = fc.integer({ min: -12, max: 14 }).map((hours) => hours * 60);
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(hours, offsets, fc.constantFrom(-60, 0, 60), fc.integer({ min: 0, max: 47 }), (rollover, before, jump, changesAt) => {
        const change = Date.UTC(2026, 2, 29) + changesAt * hour;
        const calendar = calendarOf(rollover, changing(change, before, before + jump));
        for (let offset = -2; offset <= 3; offset++) assertSound(calendar, calendar.dayOf(change) + offset);
      }),
      { ...properties, numRuns: 1000 },
    );
  });

  it('asks the system where no offset is given', () => {
    const noon = new Date(2026, 5, 15, 12).getTime();
    const calendar = calendarOf(4);
    assert.equal(calendar.startOf(calendar.dayOf(noon)), new Date(2026, 5, 15, 4).getTime());
    assert.equal(calendar.dayOf(new Date(2026, 5, 15, 3, 59).getTime()), calendar.dayOf(noon) - 1);
  });
});
