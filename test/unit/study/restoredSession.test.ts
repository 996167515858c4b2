import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Prompt } from '../../../src/study/asked';
import { answer, cardOf, goTo, restoredSession, type Answer, type Ask, type Session } from '../../../src/study/session';
import { matchingQuestion, numberQuestion, optionQuestion, orderingQuestion, properties, recallQuestion, start } from './builders';

const prompts = new Map<string, Prompt>(
  [
    optionQuestion('a', [2]),
    optionQuestion('b', [0, 1], 5),
    numberQuestion('number'),
    orderingQuestion('ordering'),
    matchingQuestion('matching'),
    recallQuestion('recall'),
  ].map((prompt) => [cardOf(prompt), prompt]),
);
const ask: Ask = (card) => {
  const prompt = prompts.get(card);
  return prompt && { card, prompt };
};

function answered(chosen: readonly number[], correct: boolean): Answer {
  return { chosen, correct, sureness: null, review: 'review-1', time: start };
}

const session: Session = {
  title: 'Quiz',
  mode: 'review',
  current: 1,
  items: [
    { card: 'question:a', seed: 5, answer: { ...answered([2], true), sureness: 'sure' } },
    { card: 'question:b', seed: 2 ** 31 - 1 },
  ],
};

/** The session with its first item changed. */
function withItem(change: object): object {
  return { ...session, items: [{ ...session.items[0], ...change }, session.items[1]] };
}

describe('restoredSession', () => {
  it('gives back a session that went through JSON, at any item and at the summary, of either mode', () => {
    for (const mode of ['review', 'cram'] as const) {
      for (const current of [0, 1, 2]) {
        const kept = goTo({ ...session, mode }, current);
        assert.deepEqual(restoredSession(JSON.parse(JSON.stringify(kept)), ask), kept);
      }
    }
  });

  it('gives back cards of every type with their answers', () => {
    const kept: Session = {
      title: 'Quiz',
      mode: 'review',
      current: 3,
      items: [
        { card: 'question:ordering', seed: 1, answer: answered([1, 0, 2], false) },
        { card: 'question:matching', seed: 2, answer: answered([0, 1, 2], true) },
        { card: 'question:number', seed: 3, answer: answered([4.5], false) },
        { card: 'question:number', seed: 4 },
        { card: 'question:recall', seed: 5, answer: answered([], true) },
        { card: 'question:recall', seed: 6, answer: answered([], false) },
      ],
    };
    assert.deepEqual(restoredSession(JSON.parse(JSON.stringify(kept)), ask), kept);
  });

  it('asks for each card with its own seed, since that fixes its numbers', () => {
    const seeds: number[] = [];
    restoredSession(session, (card, seed) => {
      seeds.push(seed);
      return ask(card, seed);
    });
    assert.deepEqual(seeds, [5, 2 ** 31 - 1]);
  });

  it('gives a session that can be gone on with', () => {
    const restored = restoredSession(JSON.parse(JSON.stringify(session)), ask)!;
    const asked = ask('question:b', 0)!;
    const { review } = answer(restored, asked, { chosen: [0, 1], sureness: null, time: start, duration: 1, id: 'r' });
    assert.equal(review.correct, true);
  });

  it('judges kept answers anew, by the question as it is now', () => {
    const restored = restoredSession(withItem({ answer: { ...answered([1], true), sureness: 'nonsense' } }), ask)!;
    assert.deepEqual(restored.items[0]!.answer, answered([1], false));
  });

  it('takes a session that was kept before there was cramming for one that moves cards', () => {
    assert.equal(restoredSession({ ...session, mode: undefined }, ask)!.mode, 'review');
    assert.equal(restoredSession({ ...session, mode: 'nonsense' }, ask)!.mode, 'review');
  });

  for (const [what, kept] of Object.entries({
    nothing: undefined,
    null: null,
    'a text': 'session',
    'an empty object': {},
    'a session without a title': { ...session, title: undefined },
    'a session without its place': { ...session, current: null },
    'a session between two places': { ...session, current: 0.5 },
    'a session without items': { ...session, items: [] },
    'items that are no list': { ...session, items: { length: 2 } },
    'an item that is none': { ...session, items: [null] },
    'an item whose card is gone': withItem({ card: 'question:gone' }),
    'an item whose question has no options now': withItem({ card: 'question:number', answer: answered([0, 1], true) }),
    'an item that is recalled now': withItem({ card: 'question:recall' }),
    'steps of which one is given twice': withItem({ card: 'question:ordering', answer: answered([0, 0, 2], false) }),
    'a match that lacks a pair': withItem({ card: 'question:matching', answer: answered([0, 1], false) }),
    'an item without a seed': withItem({ seed: undefined }),
    'an answer without a choice': withItem({ answer: { ...answered([2], true), chosen: undefined } }),
    'an answer of texts': withItem({ answer: { ...answered([2], true), chosen: ['2'] } }),
    'an answer that chose nothing': withItem({ answer: answered([], true) }),
    'an answer with an option that is gone': withItem({ answer: answered([7], true) }),
    'an answer without its review': withItem({ answer: { ...answered([2], true), review: undefined } }),
    'an answer without its time': withItem({ answer: { ...answered([2], true), time: null } }),
  })) {
    it(`takes ${what} for no session`, () => {
      assert.equal(restoredSession(kept, ask), undefined);
    });
  }

  it('stays within the first item and the summary', () => {
    assert.equal(restoredSession({ ...session, current: 99 }, ask)!.current, 2);
    assert.equal(restoredSession({ ...session, current: -3 }, ask)!.current, 0);
  });

  it('never throws, whatever was kept', () => {
    const part = fc.anything();
    const kept = fc.oneof(part, fc.record({ title: fc.string(), current: fc.double(), items: fc.array(fc.oneof(part, fc.constant(session.items[0]))) }));
    fc.assert(
      fc.property(kept, (value) => {
        const restored = restoredSession(value, ask);
        if (restored) assert.ok(restored.items.length > 0 && restored.current >= 0 && restored.current <= restored.items.length);
      }),
      properties,
    );
  });
});
