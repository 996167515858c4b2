import assert from 'node:assert/strict';
import type { Entry } from '../../../../src/study/log';
import type { CardInfo } from '../../../../src/study/asked';
import { dateOf } from '../../../../src/study/statistics/days';
import { forecastOf } from '../../../../src/study/statistics/forecast';
import { planOf, type PlanAhead } from '../../../../src/study/statistics/plan';
import { studiedCards } from '../../../../src/study/statistics/studiedCards';
import { answer, calendar, day, exam, infosOf, noon, stateOf, today } from './deck';

function planFor(examDate: string | undefined, infos: readonly CardInfo[], entries: readonly Entry[] = [], secondsPerAnswer?: number) {
  const state = stateOf(entries);
  const cards = studiedCards(state, infos, exam, noon);
  return planOf(cards, exam, state.history.days, forecastOf(cards, calendar, noon), {
    calendar,
    now: noon,
    ...(examDate === undefined ? {} : { examDate }),
    ...(secondsPerAnswer === undefined ? {} : { secondsPerAnswer }),
  });
}

/** The plan for an exam so many days ahead. */
function ahead(days: number, infos: readonly CardInfo[], entries: readonly Entry[] = [], secondsPerAnswer?: number): PlanAhead {
  const plan = planFor(dateOf(today + days), infos, entries, secondsPerAnswer);
  assert.ok(plan.state === 'ahead');
  return plan;
}

describe('planOf', () => {
  for (const [examDate, state, words] of [
    [undefined, 'none', /^Set the day of your exam/],
    ['', 'none', /^Set the day of your exam/],
    ['2026-02-31', 'unreadable', /^"2026-02-31" is no date\./],
    ['2026-11-04', 'past', /is over\. Set the next one/],
    ['2026-11-05', 'today', /^The exam is today\./],
  ] as const)
    it(`plans nothing for ${examDate ?? 'no date'}, and says why`, () => {
      const plan = planFor(examDate, infosOf('1', 10));
      assert.equal(plan.state, state);
      assert.match(plan.sentence, words);
    });

  it('spreads new cards so that all are seen some days before the exam', () => {
    const plan = ahead(40, infosOf('1', 320));
    // A fifth of 40 days is kept for reviews: 320 cards in 32 days.
    assert.deepEqual([plan.daysLeft, plan.unseen, plan.newPerDay, plan.newUntil, plan.feasible], [40, 320, 10, dateOf(today + 31), true]);
    assert.equal(plan.reviewsPerDay, 40);
    assert.equal(plan.minutesPerDay, Math.ceil((50 * 45) / 60));
    assert.match(
      plan.sentence,
      /^40 days to the exam\. 10 new cards a day until 2026-12-06 shows you all of them; expect 40 reviews a day, about 38 minutes in all\.$/,
    );
  });

  it('keeps two weeks at the end at most', () => {
    assert.equal(ahead(200, infosOf('1', 10)).newUntil, dateOf(today + 185));
  });

  it('has a day for new cards even on the eve', () => {
    const plan = ahead(1, infosOf('1', 30));
    assert.deepEqual([plan.newPerDay, plan.newUntil, plan.mockExams], [30, '2026-11-05', []]);
    assert.match(plan.sentence, /^1 day to the exam\. /);
  });

  it('keeps the portion of today while it is being answered', () => {
    const infos = infosOf('1', 320);
    const done = infos.slice(0, 4).map(({ card }) => answer(card, noon - 60_000));
    const plan = ahead(40, infos, done);
    assert.deepEqual([plan.newPerDay, plan.today.newCards], [10, 6]);
    const all = ahead(
      40,
      infos,
      infos.slice(0, 15).map(({ card }) => answer(card, noon - 60_000)),
    );
    assert.equal(all.today.newCards, 0);
  });

  it('adds what is due: to the days by the forecast, to today as it stands', () => {
    const infos = infosOf('1', 20);
    const plan = ahead(
      10,
      infos,
      infos.map(({ card }) => answer(card, noon - 30 * day)),
      60,
    );
    assert.deepEqual([plan.newPerDay, plan.reviewsPerDay, plan.today.reviews, plan.today.minutes, plan.minutesPerDay], [0, 2, 20, 20, 2]);
    assert.deepEqual(plan.today.action, { kind: 'due' });
    assert.match(plan.sentence, /You have seen every card: expect 2 reviews a day/);
  });

  it('leads to new cards where nothing is due', () => {
    assert.deepEqual(ahead(10, infosOf('1', 10)).today.action, { kind: 'new' });
  });

  it('leaves suspended cards out', () => {
    const suspend = { kind: 'card', id: 's', time: noon, card: 'question:1-0', action: 'suspend' } as const;
    assert.equal(ahead(10, infosOf('1', 2), [suspend]).unseen, 1);
  });

  it('leaves the lightest domains aside where it cannot be done', () => {
    const plan = ahead(10, [...infosOf('1', 600), ...infosOf('2', 150), ...infosOf('3', 150)]);
    // 8 days for new cards: 900 are too many, 750 fit.
    assert.equal(plan.feasible, false);
    assert.deepEqual(plan.dropped, [{ domain: '3', title: 'Migration', cards: 150 }]);
    assert.equal(plan.newPerDay, 94);
    assert.match(
      plan.sentence,
      /900 cards that you have not seen are too many: more than 100 a day\. Leave aside what weighs least \(domain 3\) and take 94 a day/,
    );
  });

  it('never drops the heaviest domain, nor a card that another domain needs', () => {
    const both = { ...infosOf('1', 1)[0]!, card: 'question:both', tasks: ['sap-c02/1.1', 'sap-c02/3.1'] };
    const plan = ahead(10, [...infosOf('1', 2000), ...infosOf('2', 50), ...infosOf('3', 50), both]);
    assert.deepEqual(
      plan.dropped.map(({ domain, cards }) => [domain, cards]),
      [
        ['3', 50],
        ['2', 50],
      ],
    );
    assert.equal(plan.newPerDay, 100);
  });

  it('places a mock exam three days before the exam and weekly before that, twelve at most', () => {
    assert.deepEqual(
      ahead(18, []).mockExams.map(({ date }) => date),
      [dateOf(today + 1), dateOf(today + 8), dateOf(today + 15)],
    );
    assert.equal(ahead(3, []).today.mockExam, true);
    assert.equal(ahead(4, []).today.mockExam, false);
    assert.equal(ahead(400, []).mockExams.length, 12);
    assert.equal(ahead(400, []).mockExams.at(-1)?.date, dateOf(today + 397));
  });

  it('plans more than a year ahead', () => {
    const plan = ahead(400, infosOf('1', 386));
    assert.equal(plan.newPerDay, 1);
    assert.match(plan.sentence, /1 new card a day until .* more than a year left/);
  });
});
