import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Asked, Prompt } from '../../../src/study/asked';
import type { Grade } from '../../../src/study/review';
import { answer, cardOf, goTo, isOptionQuestion, isRight, questionOf, shownOrder, startSession, type Session } from '../../../src/study/session';
import { matchingQuestion, numberQuestion, optionQuestion, orderingQuestion, properties, recallQuestion, start } from './builders';

const given = { sureness: 'sure', time: start, duration: 4200, id: 'review-id' } as const;

function asked(prompt: Prompt): Asked {
  return { card: cardOf(prompt), prompt };
}

function sessionOf(...ids: string[]): Session {
  return { title: 'Quiz', mode: 'review', current: 0, items: ids.map((id, index) => ({ card: cardOf({ id }), seed: index })) };
}

describe('cards of questions', () => {
  it('are named after the question and back', () => {
    assert.equal(cardOf({ id: 'sqs-spike' }), 'question:sqs-spike');
    assert.equal(questionOf('question:sqs-spike'), 'sqs-spike');
    assert.equal(questionOf('fact:sqs#retention'), undefined);
  });
});

describe('startSession', () => {
  const cards = ['question:b', 'fact:sqs#retention', 'question:a'];

  it('asks the cards in their order, from the first one on, unanswered, under its title', () => {
    const session = startSession('Queues', cards, { seed: 1 });
    assert.deepEqual(
      session.items.map(({ card }) => card),
      cards,
    );
    assert.deepEqual({ title: session.title, mode: session.mode, current: session.current }, { title: 'Queues', mode: 'review', current: 0 });
    assert.ok(session.items.every((item) => item.answer === undefined));
    assert.equal(startSession('Queues', cards, { seed: 1, mode: 'cram' }).mode, 'cram');
  });

  it('gives every item a seed of its own, the same for the same seed and others for another', () => {
    const seeds = (seed: number): number[] => startSession('Quiz', cards, { seed }).items.map((item) => item.seed);
    assert.deepEqual(seeds(42), seeds(42));
    assert.equal(new Set(Array.from({ length: 20 }, (_, seed) => seeds(seed)).flat()).size, 60);
    assert.ok(seeds(42).every((seed) => Number.isSafeInteger(seed) && seed >= 0));
  });
});

describe('shownOrder', () => {
  const sorted = (order: readonly number[]): number[] => [...order].sort((one, other) => one - other);

  it('shows every option, step or pair once, in an order that the seed fixes', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 8 }), (seed, parts) => {
        for (const question of [
          optionQuestion('a', [0], parts),
          optionQuestion('a', [0, 1], parts),
          orderingQuestion('a', parts),
          matchingQuestion('a', parts),
        ]) {
          const order = shownOrder(question, seed);
          assert.deepEqual(
            sorted(order),
            Array.from({ length: parts }, (_, index) => index),
          );
          assert.deepEqual(shownOrder(question, seed), order);
        }
      }),
      properties,
    );
    const first = Array.from({ length: 50 }, (_, seed) => shownOrder(optionQuestion('a'), seed)[0]);
    assert.deepEqual(new Set(first), new Set([0, 1, 2, 3]));
  });

  it('never shows steps in their right order to begin with', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 8 }), (seed, steps) => {
        const order = shownOrder(orderingQuestion('order', steps), seed);
        assert.notDeepEqual(order, sorted(order));
      }),
      properties,
    );
  });

  it('is empty for a number and for what is recalled', () => {
    assert.deepEqual(shownOrder(numberQuestion('a'), 1), []);
    assert.deepEqual(shownOrder(recallQuestion('a'), 1), []);
  });
});

describe('isOptionQuestion', () => {
  it('is true where options are to be chosen', () => {
    const prompts = [numberQuestion('a'), optionQuestion('a'), optionQuestion('a', [0, 1]), orderingQuestion('a'), matchingQuestion('a'), recallQuestion('a')];
    assert.deepEqual(prompts.map(isOptionQuestion), [false, true, true, false, false, false]);
  });
});

describe('isRight', () => {
  const question = optionQuestion('a', [1, 3], 5);

  for (const [chosen, right] of [
    [[1, 3], true],
    [[3, 1], true],
    [[1], false],
    [[1, 3, 4], false],
    [[0, 2], false],
    [[], false],
  ] as const) {
    it(`is ${right} for ${JSON.stringify(chosen)} where 1 and 3 are right`, () => {
      assert.equal(isRight(question, chosen), right);
    });
  }

  it('is true for exactly one choice of options', () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3, 4]), (chosen) => {
        assert.equal(isRight(question, chosen), JSON.stringify(chosen) === '[1,3]');
      }),
      properties,
    );
  });
});

describe('isRight of other types', () => {
  it('wants every step and every pair in its place', () => {
    for (const made of [orderingQuestion('a'), matchingQuestion('a')]) {
      assert.equal(isRight(made, [0, 1, 2]), true);
      for (const wrong of [[1, 0, 2], [0, 1], [2, 1, 0], []]) assert.equal(isRight(made, wrong), false, JSON.stringify(wrong));
    }
  });

  it('takes a number within its tolerance, edges included', () => {
    for (const [value, tolerance, given, right] of [
      [4, 0, 4, true],
      [4, 0, 4.01, false],
      [0.3, 0, 0.1 + 0.2, true],
      [11.6, 0.1, 11.7, true],
      [11.6, 0.1, 11.5, true],
      [11.6, 0.1, 11.71, false],
      [-2, 0, 2, false],
    ] as const) {
      assert.equal(isRight(numberQuestion('a', value, tolerance), [given]), right, `${given} for ${value} within ${tolerance}`);
    }
    assert.equal(isRight(numberQuestion('a'), []), false);
  });
});

describe('answer', () => {
  const question = optionQuestion('a', [2]);

  it('keeps a right answer in the item that is shown and makes a review of it', () => {
    const session = goTo(sessionOf('b', 'a'), 1);
    const result = answer(session, asked(question), { ...given, chosen: [2] });
    const kept = { chosen: [2], correct: true, sureness: 'sure', review: 'review-id', time: start };
    assert.deepEqual(result.session.items, [session.items[0], { ...session.items[1], answer: kept }]);
    assert.equal(result.session.current, 1);
    assert.deepEqual(result.review, {
      kind: 'review',
      id: 'review-id',
      card: 'question:a',
      time: start,
      grade: 4,
      correct: true,
      sureness: 'sure',
      duration: 4200,
    });
  });

  it('makes the grade Again of a wrong answer', () => {
    const { session, review: made } = answer(sessionOf('a'), asked(question), { ...given, chosen: [0] });
    assert.equal(session.items[0]!.answer!.correct, false);
    assert.equal(made.grade, 1);
    assert.equal(made.correct, false);
  });

  for (const [grade, correct] of [
    [1, false],
    [2, true],
    [3, true],
    [4, true],
  ] as const satisfies readonly (readonly [Grade, boolean])[]) {
    it(`takes the grade ${grade} of a recalled card as it is, and for ${correct ? 'right' : 'wrong'}`, () => {
      const { session, review: made } = answer(sessionOf('a'), asked(recallQuestion('a')), { ...given, sureness: null, chosen: [], grade });
      assert.deepEqual([made.grade, made.correct, made.sureness], [grade, correct, null]);
      assert.deepEqual(session.items[0]!.answer, { chosen: [], correct, sureness: null, review: 'review-id', time: start });
    });
  }

  it('throws where a card to recall has no grade or a choice, and where another has a grade', () => {
    const recall = asked(recallQuestion('a'));
    assert.throws(() => answer(sessionOf('a'), recall, { ...given, chosen: [] }), /answered with a grade/);
    assert.throws(() => answer(sessionOf('a'), recall, { ...given, chosen: [0], grade: 3 }), /no answer to the question/);
    assert.throws(() => answer(sessionOf('a'), asked(question), { ...given, chosen: [2], grade: 3 }), /answered with a grade/);
  });

  it('makes practice of what is answered in cramming, and of nothing else', () => {
    const cram: Session = { ...sessionOf('a'), mode: 'cram' };
    assert.equal(answer(cram, asked(question), { ...given, chosen: [2] }).review.practice, 'cram');
    assert.ok(!('practice' in answer(sessionOf('a'), asked(question), { ...given, chosen: [2] }).review));
  });

  it('leaves the session that it was given as it was, and keeps a choice of its own', () => {
    const session = sessionOf('a');
    const chosen = [2];
    const answered = answer(session, asked(question), { ...given, chosen });
    chosen[0] = 3;
    assert.deepEqual(session, sessionOf('a'));
    assert.deepEqual(answered.session.items[0]!.answer!.chosen, [2]);
  });

  it('throws on a second answer', () => {
    const { session } = answer(sessionOf('a'), asked(question), { ...given, chosen: [0] });
    assert.throws(() => answer(session, asked(question), { ...given, chosen: [2] }), /answered already/);
  });

  it('throws where another card is shown, or none', () => {
    assert.throws(() => answer(sessionOf('b', 'a'), asked(question), { ...given, chosen: [2] }), /not the one that is shown/);
    assert.throws(() => answer(goTo(sessionOf('a'), 1), asked(question), { ...given, chosen: [2] }), /not the one that is shown/);
  });

  for (const [made, chosen] of [
    ...[[], [4], [-1], [2, 9], [0.5], [2, 2]].map((wrong) => [question, wrong] as const),
    [orderingQuestion('a'), [0, 1]],
    [orderingQuestion('a'), [0, 1, 1]],
    [matchingQuestion('a'), [0, 1, 3]],
    [matchingQuestion('a'), [-1, 0, 1]],
    [numberQuestion('a'), []],
    [numberQuestion('a'), [1, 2]],
    [numberQuestion('a'), [Number.NaN]],
    [numberQuestion('a'), [Infinity]],
  ] as const) {
    it(`throws where the answer to ${made.type} is ${JSON.stringify(chosen)}`, () => {
      assert.throws(() => answer(sessionOf('a'), asked(made), { ...given, chosen }), /no answer to the question/);
    });
  }
});

describe('goTo', () => {
  it('shows any item, and the summary past the last one', () => {
    for (const index of [0, 1, 2]) assert.equal(goTo(sessionOf('a', 'b'), index).current, index);
  });

  it('stays within the first item and the summary', () => {
    fc.assert(
      fc.property(fc.integer(), (index) => {
        const { current } = goTo(sessionOf('a', 'b'), index);
        assert.ok(current >= 0 && current <= 2);
        if (index >= 0 && index <= 2) assert.equal(current, index);
      }),
      properties,
    );
    assert.equal(goTo(sessionOf('a', 'b'), -1).current, 0);
    assert.equal(goTo(sessionOf('a', 'b'), 3).current, 2);
  });
});
