import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf } from '../../../../src/study/calendar';
import { dateInWords, dateOf, dayInWords, dayOfDate, weekdayOf, weekOf } from '../../../../src/study/statistics/days';
import { properties } from '../builders';

describe('the dates of the learner’s days', () => {
  it('is the local date, and after midnight still that of the evening', () => {
    const tokyo = calendarOf(4, () => 540);
    // 2026-11-22 03:30 in Tokyo belongs to the 21st, 04:30 to the 22nd.
    assert.equal(dateOf(tokyo.dayOf(Date.UTC(2026, 10, 21, 18, 30))), '2026-11-21');
    assert.equal(dateOf(tokyo.dayOf(Date.UTC(2026, 10, 21, 19, 30))), '2026-11-22');
  });

  it('reads a date back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (dayNumber) => assert.equal(dayOfDate(dateOf(dayNumber)), dayNumber)),
      properties,
    );
  });

  for (const text of ['', 'soon', '2026-02-31', '2026-13-01', '2026-1-1', '24.12.2026'])
    it(`takes "${text}" for no date`, () => {
      assert.equal(dayOfDate(text), undefined);
    });

  it('knows the weekdays and where weeks begin', () => {
    const saturday = dayOfDate('2026-11-21')!;
    assert.equal(weekdayOf(saturday), 5);
    assert.equal(dateOf(weekOf(saturday)), '2026-11-16');
    assert.equal(weekOf(weekOf(saturday)), weekOf(saturday));
    assert.equal(weekdayOf(-4), 6);
    assert.equal(dayInWords(saturday), 'Sat 21 Nov');
    assert.equal(dateInWords(saturday), '21 Nov');
  });
});
