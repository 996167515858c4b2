import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf } from '../../../src/study/calendar';
import { History, type KeptHistory } from '../../../src/study/history';
import type { Review } from '../../../src/study/review';
import { anyReview, day, properties, review, start, steadySettings } from './builders';

const { calendar } = steadySettings;
const card = 'question:a';
const today = calendar.dayOf(start);
const hour = 3_600_000;

const unmoved = { expected: undefined, phase: 'new' } as const;
const known = { expected: 0.8, phase: 'review' } as const;

function historyOf(...added: readonly (readonly [Review, Parameters<History['add']>[1]])[]): History {
  const history = new History(calendar);
  for (const [one, before] of added) history.add(one, before);
  return history;
}

describe('History', () => {
  it('counts answers of a day and of a card, and how many were right', () => {
    const history = historyOf([review(card, start, 3), unmoved], [review(card, start, 1), known], [review('question:b', start + day, 3), known]);
    const { answers, right } = history.days.get(today)!;
    assert.deepEqual({ answers, right }, { answers: 2, right: 1 });
    assert.equal(history.days.get(today + 1)!.answers, 1);
    assert.deepEqual([...history.days.keys()], [today, today + 1]);
    assert.deepEqual([history.cards.get(card)!.answers, history.cards.get(card)!.right], [2, 1]);
    assert.equal(history.cards.get('question:b')!.answers, 1);
  });

  it("counts what was answered before the day's beginning for the day before", () => {
    for (const rollover of [0, 4, 23]) {
      const days = calendarOf(rollover, () => 0);
      const beginning = days.startOf(days.dayOf(start));
      const history = new History(days);
      history.add(review(card, beginning - 1), unmoved);
      history.add(review(card, beginning), known);
      assert.deepEqual(
        [...history.days].map(([dayNumber, { answers }]) => [dayNumber, answers]),
        [
          [days.dayOf(start) - 1, 1],
          [days.dayOf(start), 1],
        ],
      );
    }
  });

  it('counts new cards, and of the known ones what was recalled beside what was expected', () => {
    const learning = { expected: 1, phase: 'learning' } as const;
    const relearning = { expected: 1, phase: 'relearning' } as const;
    const history = historyOf(
      [review(card, start), unmoved],
      [review(card, start), learning],
      [review(card, start, 1), known],
      [review(card, start), relearning],
      [review(card, start), known],
    );
    const { newCards, recalled, expected } = history.days.get(today)!;
    assert.deepEqual({ newCards, recalled, expected }, { newCards: 1, recalled: { answers: 2, right: 1 }, expected: 1.6 });
  });

  it('counts practice among the answers, but neither as a new card nor as one recalled', () => {
    const practised: Review = { ...review(card, start, 1), practice: 'cram' };
    const history = historyOf([practised, unmoved], [{ ...practised, practice: 'exam' }, unmoved]);
    const { answers, practice, newCards, recalled, expected } = history.days.get(today)!;
    assert.deepEqual({ answers, practice, newCards, expected }, { answers: 2, practice: 2, newCards: 0, expected: 0 });
    assert.deepEqual(recalled, { answers: 0, right: 0 });
    assert.equal(history.cards.get(card)!.lastWrong, start);
  });

  it('counts how sure the learner was, where that was asked', () => {
    const history = historyOf(
      [{ ...review(card, start), sureness: 'sure' }, known],
      [{ ...review(card, start, 1), sureness: 'sure' }, known],
      [{ ...review(card, start), sureness: 'guess' }, known],
      [review(card, start), known],
    );
    const expected = { guess: { answers: 1, right: 1 }, 'think-so': { answers: 0, right: 0 }, sure: { answers: 2, right: 1 } };
    assert.deepEqual(history.days.get(today)!.sureness, expected);
    assert.deepEqual(history.cards.get(card)!.sureness, expected);
  });

  it('counts five minutes for an answer at most, and none less than nothing', () => {
    const history = historyOf(
      [{ ...review(card, start), duration: 20_000 }, known],
      [{ ...review(card, start), duration: hour }, known],
      [{ ...review(card, start), duration: -5 }, known],
    );
    assert.equal(history.days.get(today)!.milliseconds, 320_000);
    assert.equal(history.cards.get(card)!.milliseconds, 320_000);
  });

  it('keeps when a card was last answered wrongly, even where an earlier answer comes in later', () => {
    const history = historyOf([review(card, start + day, 1), known], [review(card, start, 1), known], [review(card, start + 2 * day, 3), known]);
    assert.equal(history.cards.get(card)!.lastWrong, start + day);
    assert.equal(historyOf([review(card, start), known]).cards.get(card)!.lastWrong, 0);
  });

  it('has the same sums by day as by card, and goes on with them after it was kept as JSON', () => {
    fc.assert(
      fc.property(fc.array(anyReview, { minLength: 1 }), (reviews) => {
        const history = historyOf(...reviews.slice(1).map((one) => [one, known] as const));
        const restored = new History(calendar, JSON.parse(JSON.stringify(history.kept())) as KeptHistory);
        for (const one of [history, restored]) one.add(reviews[0]!, known);
        assert.deepEqual(restored.kept(), history.kept());
        const sum = (tallies: Iterable<{ answers: number; right: number; milliseconds: number }>): unknown =>
          [...tallies].reduce((all, one) => [all[0]! + one.answers, all[1]! + one.right, all[2]! + one.milliseconds], [0, 0, 0]);
        assert.deepEqual(sum(history.days.values()), sum(history.cards.values()));
        assert.equal((sum(history.days.values()) as number[])[0], reviews.length);
      }),
      properties,
    );
  });
});
