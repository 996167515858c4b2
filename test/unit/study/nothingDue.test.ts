import assert from 'node:assert/strict';
import fc from 'fast-check';
import { whyNothingDue } from '../../../src/study/nothingDue';
import { dayQueue, type DayQueue } from '../../../src/study/queue';
import { StudyState } from '../../../src/study/state';
import type { Grade } from '../../../src/study/review';
import { cardInfo, day, properties, review, start, steadySettings } from './builders';

const nothingLeft = { reviews: 0, fresh: 0, siblings: 0, buried: 0, suspended: 0 };
const idle = { answersToday: 0, answered: true, nextDue: undefined };

function why(left: Partial<DayQueue['left']>, facts: Partial<Parameters<typeof whyNothingDue>[1]> = {}, fresh: readonly string[] = []) {
  return whyNothingDue({ left: { ...nothingLeft, ...left }, fresh }, { ...idle, ...facts });
}

describe('whyNothingDue', () => {
  for (const [left, reason] of [
    [{ reviews: 3 }, { kind: 'reviewLimit', cards: 3 }],
    [{ fresh: 4 }, { kind: 'newLimit', cards: 4 }],
    [{ siblings: 5 }, { kind: 'siblings', cards: 5 }],
    [{ buried: 6 }, { kind: 'buried', cards: 6 }],
    [{ suspended: 7 }, { kind: 'suspended', cards: 7 }],
  ] as const) {
    it(`tells how many cards wait for the reason ${reason.kind}`, () => {
      assert.deepEqual(why(left).reasons, [reason]);
    });
  }

  it('tells that nothing was answered yet, what was answered today, and when the next card comes', () => {
    assert.deepEqual(why({}, { answered: false }).reasons, [{ kind: 'neverAnswered' }]);
    assert.deepEqual(why({}, { answersToday: 12, nextDue: start }).reasons, [
      { kind: 'allDone', answers: 12 },
      { kind: 'next', time: start },
    ]);
  });

  it('tells all that holds, the next card at the end', () => {
    const all = why({ reviews: 1, fresh: 1, siblings: 1, buried: 1, suspended: 1 }, { answersToday: 1, nextDue: start });
    assert.deepEqual(
      all.reasons.map(({ kind }) => kind),
      ['allDone', 'reviewLimit', 'newLimit', 'siblings', 'buried', 'suspended', 'next'],
    );
  });

  it('offers new cards first where there are any, over the limit or not, and cramming where something was learned', () => {
    assert.deepEqual(why({ fresh: 1 }).offers, ['new', 'drills', 'mockExam', 'cram']);
    assert.deepEqual(why({}, {}, ['question:a']).offers, ['new', 'drills', 'mockExam', 'cram']);
    assert.deepEqual(why({ siblings: 1 }).offers, ['drills', 'mockExam', 'cram']);
    assert.deepEqual(why({}, { answered: false }).offers, ['drills', 'mockExam']);
  });

  it('always has a reason and an offer, whatever was answered, put off and suspended, while there are cards', () => {
    const infos = ['a', 'b', 'c'].map((id) => cardInfo(`question:${id}`, { facts: id === 'c' ? [] : ['sqs#retention'] }));
    const happenings = fc.array(
      fc.record({
        info: fc.constantFrom(...infos),
        what: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'bury' as const, 'suspend' as const),
        hours: fc.nat(300),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(happenings, fc.nat(2), fc.nat(2), fc.nat(20), (happened, newPerDay, reviewsPerDay, days) => {
        let time = start;
        const state = StudyState.of([], steadySettings);
        happened.forEach(({ info, what, hours }, index) => {
          time += hours * 3_600_000;
          const acted = { id: `action-${index}`, time, card: info.card };
          state.add(typeof what === 'number' ? review(info.card, time, what satisfies Grade) : { kind: 'card', ...acted, action: what });
        });
        const now = time + days * day;
        const limits = { newPerDay, reviewsPerDay, kinds: ['question'] as const };
        const queue = dayQueue(infos, state, limits, { now, seed: 1 });
        const answersToday = state.history.days.get(steadySettings.calendar.dayOf(now))?.answers ?? 0;
        const answered = state.history.cards.size > 0;
        const { reasons, offers } = whyNothingDue(queue, { answersToday, answered, nextDue: state.schedule.nextDue(now) });
        assert.ok(offers.length > 0);
        const isDue = queue.learning.length + queue.reviews.length > 0;
        const hasNew = queue.fresh.length > 0;
        assert.ok(reasons.length > 0 || isDue || hasNew, JSON.stringify(queue));
        assert.ok(reasons.every((reason) => !('cards' in reason) || reason.cards > 0));
        if (!isDue && !answered) assert.equal(reasons[0]!.kind, 'neverAnswered');
      }),
      { ...properties, numRuns: 1000 },
    );
  });
});
