import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Schedule } from '../../../src/study/schedule';
import { answer, cardOf, goTo, isOptionQuestion, isRight, questionOf, startSession, type Session } from '../../../src/study/session';
import { day, matchingQuestion, numberQuestion, optionQuestion, orderingQuestion, properties, review, start } from './builders';

const given = { sureness: 'sure', time: start, duration: 4200, id: 'review-id' } as const;

function sessionOf(...ids: string[]): Session {
  return { title: 'Quiz', current: 0, items: ids.map((question) => ({ question, order: [3, 1, 0, 2] })) };
}

describe('cards of questions', () => {
  it('are named after the question and back', () => {
    assert.equal(cardOf({ id: 'sqs-spike' }), 'question:sqs-spike');
    assert.equal(questionOf('question:sqs-spike'), 'sqs-spike');
    assert.equal(questionOf('fact:sqs#retention'), undefined);
  });
});

describe('startSession', () => {
  const now = start + 10 * day;
  const questions = ['rest', 'new', 'wrong', 'due', 'rest-2', 'new-2', 'wrong-2', 'due-2'].map((id) => optionQuestion(id));
  const schedule = new Schedule([
    ...['rest', 'rest-2'].map((id) => review(`question:${id}`, now, 4)),
    ...['wrong', 'wrong-2'].map((id) => review(`question:${id}`, now, 1)),
    ...['due', 'due-2'].map((id) => review(`question:${id}`, start, 3)),
  ]);
  const asked = (seed: number, limit = 100): string[] => startSession('Quiz', questions, schedule, { now, seed, limit }).items.map(({ question }) => question);

  it('asks what is due, then what is new, then what was answered wrongly, then the rest, for every seed', () => {
    for (let seed = 0; seed < 50; seed++) {
      assert.deepEqual(
        asked(seed).map((id) => id.replace('-2', '')),
        ['due', 'due', 'new', 'new', 'wrong', 'wrong', 'rest', 'rest'],
      );
    }
  });

  it('takes a question for due at its very time', () => {
    const { due } = schedule.state('question:due')!;
    const { items } = startSession('Quiz', questions, schedule, { now: due, seed: 1, limit: 2 });
    assert.deepEqual(new Set(items.map(({ question }) => question)), new Set(['due', 'due-2']));
  });

  it('shuffles questions of the same rank', () => {
    assert.deepEqual(new Set(Array.from({ length: 50 }, (_, seed) => asked(seed)[0])), new Set(['due', 'due-2']));
  });

  it('keeps to the limit and leaves out the least urgent', () => {
    assert.equal(asked(1, 3).length, 3);
    assert.deepEqual(new Set(asked(1, 4)), new Set(['due', 'due-2', 'new', 'new-2']));
    assert.deepEqual(asked(1, 0), []);
  });

  it('is the same for the same seed and another for another', () => {
    const make = (seed: number): Session => startSession('Quiz', questions, schedule, { now, seed, limit: 8 });
    assert.deepEqual(make(42), make(42));
    assert.equal(new Set(Array.from({ length: 20 }, (_, seed) => JSON.stringify(make(seed)))).size, 20);
  });

  it('shows every option of a question once, in a shuffled order', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 8 }), (seed, options) => {
        const { items } = startSession('Quiz', [optionQuestion('a', [0], options)], new Schedule(), { now, seed, limit: 1 });
        assert.deepEqual(
          [...items[0]!.order].sort(),
          Array.from({ length: options }, (_, index) => index),
        );
      }),
      properties,
    );
    const orders = Array.from(
      { length: 50 },
      (_, seed) => startSession('Quiz', [optionQuestion('a')], new Schedule(), { now, seed, limit: 1 }).items[0]!.order,
    );
    assert.deepEqual(new Set(orders.map(([first]) => first)), new Set([0, 1, 2, 3]));
  });

  it('asks questions of every type', () => {
    const mixed = [
      numberQuestion('number'),
      optionQuestion('choice'),
      optionQuestion('several', [0, 1], 5),
      orderingQuestion('order'),
      matchingQuestion('match'),
    ];
    assert.deepEqual(mixed.map(isOptionQuestion), [false, true, true, false, false]);
    const { items } = startSession('Quiz', mixed, new Schedule(), { now, seed: 1, limit: 9 });
    const parts = Object.fromEntries(items.map(({ question: id, order }) => [id, order.length]));
    assert.deepEqual(parts, { number: 0, choice: 4, several: 5, order: 3, match: 3 });
  });

  it('never shows steps in their right order to begin with', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 8 }), (seed, steps) => {
        const { items } = startSession('Quiz', [orderingQuestion('order', steps)], new Schedule(), { now, seed, limit: 1 });
        const { order } = items[0]!;
        assert.notDeepEqual(order, [...order].sort());
        assert.equal(new Set(order).size, steps);
      }),
      properties,
    );
  });

  it('starts at the first item, unanswered, under its title', () => {
    const session = startSession('Queues', questions, schedule, { now, seed: 1, limit: 8 });
    assert.equal(session.title, 'Queues');
    assert.equal(session.current, 0);
    assert.ok(session.items.every((item) => item.answer === undefined));
  });

  it('leaves the list of questions as it was', () => {
    const before = questions.map(({ id }) => id);
    asked(5);
    assert.deepEqual(
      questions.map(({ id }) => id),
      before,
    );
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
    const result = answer(session, question, { ...given, chosen: [2] });
    assert.deepEqual(result.session.items, [session.items[0], { ...session.items[1], answer: { chosen: [2], correct: true, sureness: 'sure' } }]);
    assert.equal(result.session.current, 1);
    assert.deepEqual(result.review, {
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
    const { session, review: made } = answer(sessionOf('a'), question, { ...given, chosen: [0] });
    assert.equal(session.items[0]!.answer!.correct, false);
    assert.equal(made.grade, 1);
    assert.equal(made.correct, false);
  });

  it('leaves the session that it was given as it was', () => {
    const session = sessionOf('a');
    answer(session, question, { ...given, chosen: [2] });
    assert.deepEqual(session, sessionOf('a'));
  });

  it('throws on a second answer', () => {
    const { session } = answer(sessionOf('a'), question, { ...given, chosen: [0] });
    assert.throws(() => answer(session, question, { ...given, chosen: [2] }), /answered already/);
  });

  it('throws where another question is shown, or none', () => {
    assert.throws(() => answer(sessionOf('b', 'a'), question, { ...given, chosen: [2] }), /not the one that is shown/);
    assert.throws(() => answer(goTo(sessionOf('a'), 1), question, { ...given, chosen: [2] }), /not the one that is shown/);
  });

  for (const chosen of [[], [4], [-1], [2, 9], [0.5]]) {
    it(`throws where the answer is ${JSON.stringify(chosen)} of four options`, () => {
      assert.throws(() => answer(sessionOf('a'), question, { ...given, chosen }), /no answer to the question/);
    });
  }

  for (const [made, chosen] of [
    [orderingQuestion('a'), [0, 1]],
    [orderingQuestion('a'), [0, 1, 1]],
    [matchingQuestion('a'), [0, 1, 3]],
    [matchingQuestion('a'), [-1, 0, 1]],
    [numberQuestion('a'), []],
    [numberQuestion('a'), [1, 2]],
    [numberQuestion('a'), [Number.NaN]],
  ] as const) {
    it(`throws where the answer to ${made.type} is ${JSON.stringify(chosen)}`, () => {
      assert.throws(() => answer(sessionOf('a'), made, { ...given, chosen }), /no answer to the question/);
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
