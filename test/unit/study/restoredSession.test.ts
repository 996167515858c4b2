import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Question } from '../../../src/knowledge/schema';
import { answer, goTo, restoredSession, type Session } from '../../../src/study/session';
import { matchingQuestion, numberQuestion, optionQuestion, orderingQuestion, properties, start } from './builders';

const questions = new Map<string, Question>(
  [optionQuestion('a', [2]), optionQuestion('b', [0, 1], 5), numberQuestion('number'), orderingQuestion('ordering'), matchingQuestion('matching')].map(
    (question) => [question.id, question],
  ),
);
const named = (id: string): Question | undefined => questions.get(id);
const session: Session = {
  title: 'Quiz',
  current: 1,
  items: [
    { question: 'a', order: [3, 1, 0, 2], answer: { chosen: [2], correct: true, sureness: 'sure' } },
    { question: 'b', order: [4, 3, 2, 1, 0] },
  ],
};

/** The session with its first item changed. */
function withItem(change: object): object {
  return { ...session, items: [{ ...session.items[0], ...change }, session.items[1]] };
}

describe('restoredSession', () => {
  it('gives back a session that went through JSON, at any item and at the summary', () => {
    for (const current of [0, 1, 2]) {
      const kept = goTo(session, current);
      assert.deepEqual(restoredSession(JSON.parse(JSON.stringify(kept)), named), kept);
    }
  });

  it('gives back questions of every type with their answers', () => {
    const answered = (chosen: readonly number[], correct: boolean) => ({ chosen, correct, sureness: null });
    const kept: Session = {
      title: 'Quiz',
      current: 3,
      items: [
        { question: 'ordering', order: [2, 0, 1], answer: answered([1, 0, 2], false) },
        { question: 'matching', order: [1, 0, 2], answer: answered([0, 1, 2], true) },
        { question: 'number', order: [], answer: answered([4.5], false) },
        { question: 'number', order: [] },
      ],
    };
    assert.deepEqual(restoredSession(JSON.parse(JSON.stringify(kept)), named), kept);
  });

  it('gives a session that can be gone on with', () => {
    const restored = restoredSession(JSON.parse(JSON.stringify(session)), named)!;
    const question = optionQuestion('b', [0, 1], 5);
    const { review } = answer(restored, question, { chosen: [0, 1], sureness: null, time: start, duration: 1, id: 'r' });
    assert.equal(review.correct, true);
  });

  it('judges kept answers anew, by the question as it is now', () => {
    const restored = restoredSession(withItem({ answer: { chosen: [1], correct: true, sureness: 'nonsense' } }), named)!;
    assert.deepEqual(restored.items[0]!.answer, { chosen: [1], correct: false, sureness: null });
  });

  for (const [what, kept] of Object.entries({
    nothing: undefined,
    null: null,
    'a text': 'session',
    'an empty object': {},
    'a session without a title': { ...session, title: undefined },
    'a session without its place': { ...session, current: null },
    'a session without items': { ...session, items: [] },
    'items that are no list': { ...session, items: { length: 2 } },
    'an item that is none': { ...session, items: [null] },
    'an item whose question is gone': withItem({ question: 'gone' }),
    'an item whose question has no options now': withItem({ question: 'number' }),
    'steps of which one is given twice': withItem({ question: 'ordering', order: [0, 1, 2], answer: { chosen: [0, 0, 2], sureness: null } }),
    'a match that lacks a pair': withItem({ question: 'matching', order: [0, 1, 2], answer: { chosen: [0, 1], sureness: null } }),
    'two numbers for one': withItem({ question: 'number', order: [], answer: { chosen: [1, 2], sureness: null } }),
    'an item without an order': withItem({ order: undefined }),
    'an order that lacks an option': withItem({ order: [0, 1, 2] }),
    'an order with an option too many': withItem({ order: [0, 1, 2, 3, 4] }),
    'an order that shows an option twice': withItem({ order: [0, 1, 1, 2] }),
    'an order of texts': withItem({ order: ['0', '1', '2', '3'] }),
    'an answer without a choice': withItem({ answer: { correct: true, sureness: null } }),
    'an answer that chose nothing': withItem({ answer: { chosen: [], correct: true, sureness: null } }),
    'an answer with an option that is gone': withItem({ answer: { chosen: [7], correct: true, sureness: null } }),
  })) {
    it(`takes ${what} for no session`, () => {
      assert.equal(restoredSession(kept, named), undefined);
    });
  }

  it('stays within the first item and the summary', () => {
    assert.equal(restoredSession({ ...session, current: 99 }, named)!.current, 2);
    assert.equal(restoredSession({ ...session, current: -3 }, named)!.current, 0);
  });

  it('never throws, whatever was kept', () => {
    const part = fc.anything();
    const kept = fc.oneof(part, fc.record({ title: fc.string(), current: fc.double(), items: fc.array(fc.oneof(part, fc.constant(session.items[0]))) }));
    fc.assert(
      fc.property(kept, (value) => {
        const restored = restoredSession(value, named);
        if (restored) assert.ok(restored.items.length > 0 && restored.current >= 0 && restored.current <= restored.items.length);
      }),
      properties,
    );
  });
});
