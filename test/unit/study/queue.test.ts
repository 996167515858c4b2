import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CardInfo, CardKind } from '../../../src/study/asked';
import type { CardAction, Entry } from '../../../src/study/log';
import { cardsOf, cramOf, dayQueue, learnAhead, quizOf, type DayQueue } from '../../../src/study/queue';
import type { Grade, Review } from '../../../src/study/review';
import type { CramFilter, DayLimits } from '../../../src/study/scope';
import { StudyState } from '../../../src/study/state';
import { cardInfo, day, properties, review, start, steadySettings } from './builders';

const now = start + 30 * day;
const minute = 60_000;
const nothingLeft = { reviews: 0, fresh: 0, siblings: 0, buried: 0, suspended: 0 };
const plenty: DayLimits = { newPerDay: 100, reviewsPerDay: 100, kinds: ['question', 'fact', 'decision', 'drill', 'own'] };

function stateOf(...entries: readonly Entry[]): StudyState {
  return StudyState.of(
    [...entries].sort((one, other) => one.time - other.time),
    steadySettings,
  );
}

function infosOf(...cards: readonly string[]): CardInfo[] {
  return cards.map((card) => cardInfo(card));
}

let acted = 0;

function action(card: string, done: CardAction['action'], time = now): CardAction {
  return { kind: 'card', id: `action-${acted++}`, time, card, action: done };
}

/** A card that was learned long ago and is due. */
function due(card: string, days = 30): Review {
  return review(card, now - days * day, 4);
}

function queueOf(infos: readonly CardInfo[], state: StudyState, limits: Partial<DayLimits> = {}, seed = 1): DayQueue {
  return dayQueue(infos, state, { ...plenty, ...limits }, { now, seed });
}

function names(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${from}${index}`);
}

describe('dayQueue', () => {
  it('asks what is being learned, then what is due, then what is new', () => {
    const state = stateOf(due('question:due'), review('question:learning', now - 20 * minute, 1), review('question:later', now, 4));
    const queue = queueOf(infosOf('question:new', 'question:due', 'question:later', 'question:learning'), state);
    assert.deepEqual(cardsOf(queue), ['question:learning', 'question:due', 'question:new']);
    assert.deepEqual(queue.left, nothingLeft);
  });

  it('asks cards that are being learned by the minute at which they are due', () => {
    const state = stateOf(...[12, 40, 25].map((minutes) => review(`question:${minutes}`, now - minutes * minute, 1)));
    assert.deepEqual(queueOf(infosOf('question:12', 'question:40', 'question:25'), state).learning, ['question:40', 'question:25', 'question:12']);
  });

  it('asks known cards the most likely forgotten first', () => {
    const state = stateOf(due('question:month', 30), due('question:year', 365), due('question:weeks', 14));
    assert.deepEqual(queueOf(infosOf('question:weeks', 'question:month', 'question:year'), state).reviews, [
      'question:year',
      'question:month',
      'question:weeks',
    ]);
  });

  it('asks what is learned within 20 minutes early, but after all else, and nothing that is due later', () => {
    const step = 10 * minute;
    const settings = { ...steadySettings, learningSteps: [10, 60] };
    const early = [
      review('question:late', now + learnAhead + 1 - step, 1),
      review('question:edge', now + learnAhead - step, 1),
      review('question:soon', now - step + 1, 1),
      review('question:now', now - step, 1),
    ];
    const state = StudyState.of([due('question:due'), ...early], settings);
    const queue = queueOf(infosOf('question:late', 'question:edge', 'question:soon', 'question:now', 'question:due', 'question:new'), state);
    assert.deepEqual(cardsOf(queue), ['question:now', 'question:due', 'question:new', 'question:soon', 'question:edge']);
    assert.deepEqual(queue.ahead, ['question:soon', 'question:edge']);
    assert.deepEqual(queue.left, nothingLeft);
  });

  it('keeps to the limits of the day and counts what is left', () => {
    const old = names('question:old', 5);
    const infos = infosOf(...old, ...names('question:new', 4));
    const queue = queueOf(infos, stateOf(...old.map((card) => due(card))), { newPerDay: 3, reviewsPerDay: 2 });
    assert.deepEqual([queue.reviews.length, queue.fresh.length], [2, 3]);
    assert.deepEqual(queue.left, { ...nothingLeft, reviews: 3, fresh: 1 });
  });

  it('counts against the limits what was done since the day began, practice not', () => {
    const old = names('question:old', 4);
    const infos = infosOf(...old, ...names('question:new', 4));
    const midnight = steadySettings.calendar.startOf(steadySettings.calendar.dayOf(now));
    const entries = [
      ...old.map((card) => due(card)),
      review('question:old0', midnight, 3),
      review('question:new0', midnight, 4),
      { ...review('question:old1', midnight), practice: 'cram' as const },
      { ...review('question:new1', midnight), practice: 'exam' as const },
    ];
    const limits = { newPerDay: 2, reviewsPerDay: 2 };
    const queue = queueOf(infos, stateOf(...entries), limits);
    assert.deepEqual([queue.reviews.length, queue.fresh.length], [1, 1]);
    assert.deepEqual(queue.left, { ...nothingLeft, reviews: 2, fresh: 2 });
    const yesterday = entries.map((one) => (one.time === midnight ? { ...one, time: midnight - 1 } : one));
    assert.equal(queueOf(infos, stateOf(...yesterday), limits).fresh.length, 2);
  });

  it('asks nothing more where more than the limit was done already', () => {
    const state = stateOf(...names('question:done', 5).map((card) => review(card, now - 1, 4)), due('question:due'));
    const queue = queueOf(infosOf('question:new', 'question:due'), state, { newPerDay: 2, reviewsPerDay: 0 });
    assert.deepEqual(cardsOf(queue), []);
    assert.deepEqual(queue.left, { ...nothingLeft, reviews: 1, fresh: 1 });
  });

  it('does not count what is being learned against the limit of reviews', () => {
    const state = stateOf(due('question:due'), review('question:wrong', now - 20 * minute, 1), review('question:again', now - 30 * minute, 1));
    const queue = queueOf(infosOf('question:due', 'question:wrong', 'question:again'), state, { reviewsPerDay: 1 });
    assert.equal(cardsOf(queue).length, 3);
  });

  it('counts suspended and buried cards as left, those that were both as suspended', () => {
    const state = stateOf(
      due('question:a'),
      due('question:b'),
      action('question:a', 'suspend'),
      action('question:b', 'bury'),
      action('question:c', 'bury'),
      action('question:c', 'suspend'),
      action('question:d', 'bury', now - day),
    );
    const queue = queueOf(infosOf('question:a', 'question:b', 'question:c', 'question:d'), state);
    assert.deepEqual(cardsOf(queue), ['question:d']);
    assert.deepEqual(queue.left, { ...nothingLeft, suspended: 2, buried: 1 });
  });

  it('lets in new cards of the kinds that were chosen, and goes on with known ones of every kind', () => {
    const infos = infosOf('question:new', 'fact:new#a', 'fact:known#a', 'own:new');
    const queue = queueOf(infos, stateOf(due('fact:known#a')), { kinds: ['question'] });
    assert.deepEqual(cardsOf(queue), ['fact:known#a', 'question:new']);
    assert.deepEqual(queue.left, nothingLeft);
  });

  it('asks new cards of every kind in turn, in an order that the seed fixes', () => {
    const infos = infosOf(...names('question:', 30), ...names('fact:a#', 5), ...names('decision:a#', 5));
    const kindsOf = (seed: number): CardKind[] => queueOf(infos, stateOf(), { newPerDay: 15 }, seed).fresh.map((card) => card.split(':')[0] as CardKind);
    for (let seed = 0; seed < 20; seed++) {
      const kinds = kindsOf(seed);
      for (let turn = 0; turn < 5; turn++) assert.equal(new Set(kinds.slice(3 * turn, 3 * turn + 3)).size, 3);
    }
    const fresh = (seed: number): readonly string[] => queueOf(infos, stateOf(), {}, seed).fresh;
    assert.deepEqual(fresh(7), fresh(7));
    assert.deepEqual(fresh(7), queueOf(infos, stateOf(), {}, 7).fresh);
    assert.equal(new Set(names('', 20).map((_, seed) => fresh(seed).join())).size, 20);
  });

  describe('of siblings', () => {
    const sibling = (card: string): CardInfo => cardInfo(card, { facts: ['sqs#retention', `alone#${card}`] });
    const infos = ['question:a', 'fact:sqs#retention', 'question:b'].map(sibling);

    it('asks one new card a day', () => {
      const queue = queueOf(infos, stateOf());
      assert.equal(queue.fresh.length, 1);
      assert.deepEqual(queue.left, { ...nothingLeft, siblings: 2 });
    });

    it('asks one known card a day, that which is most likely forgotten, and no new one beside it', () => {
      const queue = queueOf(infos, stateOf(due('question:a', 14), due('question:b', 90)));
      assert.deepEqual(cardsOf(queue), ['question:b']);
      assert.deepEqual(queue.left, { ...nothingLeft, siblings: 2 });
    });

    it('asks none where one was asked since the day began', () => {
      const queue = queueOf(infos, stateOf(due('question:a'), review('question:b', now - 5 * 3_600_000, 4)));
      assert.deepEqual(cardsOf(queue), []);
      assert.deepEqual(queue.left, { ...nothingLeft, siblings: 2 });
      const yesterday = queueOf(infos, stateOf(due('question:a'), review('question:b', now - 6 * 3_600_000, 4)));
      assert.deepEqual(cardsOf(yesterday), ['question:a']);
    });

    it('asks none beside one that is being learned, which itself is asked', () => {
      const state = stateOf(due('question:a'), review('question:b', now - 2 * day, 1));
      assert.deepEqual(cardsOf(queueOf(infos, state)), ['question:b']);
    });

    it('counts one that was only practised, suspended or put off as not asked', () => {
      const practised = { ...review('question:b', now - minute), practice: 'cram' as const };
      const state = stateOf(due('question:a'), practised, action('fact:sqs#retention', 'suspend'), action('question:b', 'bury'));
      const queue = queueOf(infos, state);
      assert.deepEqual(cardsOf(queue), ['question:a']);
      assert.deepEqual(queue.left, { ...nothingLeft, suspended: 1, buried: 1 });
    });

    it('does not take cards without facts for such', () => {
      assert.equal(queueOf(infosOf('own:a', 'own:b'), stateOf()).fresh.length, 2);
    });
  });

  it('asks every card once or counts it as left, whatever was answered', () => {
    const cards = names('question:', 6);
    const infos = cards.map((card, index) => cardInfo(card, { facts: [`fact#${index >> 1}`] }));
    const answers = fc.array(fc.tuple(fc.constantFrom(...cards), fc.constantFrom<Grade>(1, 2, 3, 4), fc.nat(30 * 24 * 60)), { maxLength: 15 });
    fc.assert(
      fc.property(answers, fc.nat(3), fc.nat(3), fc.nat(), (answered, newPerDay, reviewsPerDay, seed) => {
        const state = stateOf(...answered.map(([card, grade, minutes]) => review(card, now - minutes * minute, grade)));
        const queue = queueOf(infos, state, { newPerDay, reviewsPerDay }, seed);
        const asked = cardsOf(queue);
        assert.equal(new Set(asked).size, asked.length);
        assert.ok(queue.fresh.length <= newPerDay && queue.reviews.length <= reviewsPerDay);
        assert.ok(queue.fresh.every((card) => !state.schedule.state(card)));
        const { schedule } = state;
        const waiting = cards.filter((card) => {
          const known = schedule.state(card);
          return known && !known.suspended && known.due > now + (known.phase === 'review' ? 0 : learnAhead);
        });
        assert.equal(asked.length + waiting.length + Object.values(queue.left).reduce((sum, count) => sum + count, 0), cards.length);
        const facts = [...queue.reviews, ...queue.fresh].map((card) => infos.find((info) => info.card === card)!.facts[0]);
        assert.equal(new Set(facts).size, facts.length);
      }),
      properties,
    );
  });
});

describe('quizOf', () => {
  const kinds = plenty.kinds;
  const cards = ['rest', 'new', 'wrong', 'due', 'rest-2', 'new-2', 'wrong-2', 'due-2'].map((id) => `question:${id}`);
  const state = stateOf(
    ...['rest', 'rest-2'].map((id) => review(`question:${id}`, now, 4)),
    ...['wrong', 'wrong-2'].map((id) => review(`question:${id}`, now, 1)),
    ...['due', 'due-2'].map((id) => due(`question:${id}`)),
  );
  const quiz = (seed: number, limit = 100): string[] => quizOf(infosOf(...cards), state, { kinds, now, seed, limit });

  it('asks what is due, then what is new, then what was answered wrongly, then the rest, for every seed', () => {
    for (let seed = 0; seed < 50; seed++) {
      assert.deepEqual(
        quiz(seed).map((card) => card.slice('question:'.length).replace('-2', '')),
        ['due', 'due', 'new', 'new', 'wrong', 'wrong', 'rest', 'rest'],
      );
    }
  });

  it('takes a card for due at its very time', () => {
    const known = stateOf(due('question:due'));
    const time = known.schedule.state('question:due')!.due;
    const first = (at: number): string | undefined => quizOf(infosOf('question:new', 'question:due'), known, { kinds, now: at, seed: 1, limit: 1 })[0];
    assert.equal(first(time), 'question:due');
    assert.equal(first(time - 1), 'question:new');
  });

  it('shuffles cards of the same rank, the same way for the same seed', () => {
    assert.deepEqual(new Set(Array.from({ length: 50 }, (_, seed) => quiz(seed)[0])), new Set(['question:due', 'question:due-2']));
    assert.deepEqual(quiz(42), quiz(42));
  });

  it('keeps to the limit and leaves out the least urgent', () => {
    assert.equal(quiz(1, 3).length, 3);
    assert.deepEqual(new Set(quiz(1, 4)), new Set(['question:due', 'question:due-2', 'question:new', 'question:new-2']));
    assert.deepEqual(quiz(1, 0), []);
  });

  it('leaves out suspended and buried cards, and new ones of kinds that were not chosen', () => {
    const held = stateOf(due('fact:known#a'), action('question:a', 'suspend'), action('question:b', 'bury'));
    const infos = infosOf('question:a', 'question:b', 'question:c', 'fact:new#a', 'fact:known#a');
    assert.deepEqual(quizOf(infos, held, { kinds: ['question'], now, seed: 1, limit: 9 }), ['fact:known#a', 'question:c']);
  });

  it('asks of siblings the most urgent', () => {
    const infos = ['question:new', 'question:due', 'question:wrong'].map((card) => cardInfo(card, { facts: ['sqs#retention'] }));
    for (let seed = 0; seed < 10; seed++) assert.deepEqual(quizOf(infos, state, { kinds, now, seed, limit: 9 }), ['question:due']);
  });

  it('leaves the list of cards as it was', () => {
    const infos = infosOf(...cards);
    quizOf(infos, state, { kinds, now, seed: 3, limit: 9 });
    assert.deepEqual(infos, infosOf(...cards));
  });
});

describe('cramOf', () => {
  const infos = [
    cardInfo('question:half', { tasks: ['saa-c03/1.2'], services: ['s3'] }),
    cardInfo('question:fresh', { tasks: ['saa-c03/10.1'], services: ['sqs'] }),
    cardInfo('question:sure', { tasks: ['sap-c02/1.1'], services: ['s3', 'sqs'] }),
    cardInfo('question:unseen', { tasks: ['saa-c03/1.1', 'sap-c02/2.1'], services: ['ec2'] }),
  ];
  const state = stateOf(review('question:half', now - 300 * day, 3), review('question:fresh', now - 2 * day, 4), review('question:sure', now, 4));
  const cram = (filter: CramFilter, from = state, limit = 9): string[] => cramOf(infos, from, filter, { now, limit });

  it('asks the least likely recalled first, and those never seen after the half forgotten ones', () => {
    assert.ok(state.schedule.recall('question:half', now)! < 0.75 && state.schedule.recall('question:fresh', now)! > 0.75);
    assert.deepEqual(cram({ by: 'weakest' }), ['question:half', 'question:unseen', 'question:fresh', 'question:sure']);
    assert.deepEqual(cram({ by: 'weakest' }, state, 2), ['question:half', 'question:unseen']);
  });

  it('asks cards that are equally likely recalled always in the same order', () => {
    const cards = names('question:', 9);
    const shuffled = infosOf(...cards.slice(4), ...cards.slice(0, 4));
    assert.deepEqual(cramOf(shuffled, stateOf(), { by: 'weakest' }, { now, limit: 9 }), cards);
  });

  it('asks the cards of one domain of one exam', () => {
    assert.deepEqual(cram({ by: 'domain', exam: 'saa-c03', id: '1' }), ['question:half', 'question:unseen']);
    assert.deepEqual(cram({ by: 'domain', exam: 'saa-c03', id: '10' }), ['question:fresh']);
    assert.deepEqual(cram({ by: 'domain', exam: 'sap-c02', id: '1' }), ['question:sure']);
    assert.deepEqual(cram({ by: 'domain', exam: 'clf-c02', id: '1' }), []);
  });

  it('asks the cards of one service', () => {
    assert.deepEqual(cram({ by: 'service', id: 's3' }), ['question:half', 'question:sure']);
    assert.deepEqual(cram({ by: 'service', id: 's' }), []);
  });

  it('asks what was answered wrongly in the last days, in practice too, and right since or not', () => {
    const failed = stateOf(
      review('question:half', now - 3 * day, 1),
      review('question:fresh', now - 2 * day - 1, 1),
      review('question:fresh', now - day, 3),
      { ...review('question:unseen', now - day, 1), practice: 'exam' },
      review('question:sure', now - day, 4),
    );
    assert.deepEqual(new Set(cram({ by: 'failed', days: 3 }, failed)), new Set(['question:fresh', 'question:unseen']));
    assert.deepEqual(cram({ by: 'failed', days: 2 }, failed), ['question:unseen']);
    assert.deepEqual(cram({ by: 'failed', days: 1 }, failed), []);
  });

  it('leaves out suspended cards, seen or not', () => {
    const held = stateOf(
      review('question:half', now - 300 * day),
      ...['question:half', 'question:unseen', 'question:fresh'].map((card) => action(card, 'suspend')),
    );
    assert.deepEqual(cram({ by: 'weakest' }, held), ['question:sure']);
  });
});
