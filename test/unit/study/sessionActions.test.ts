import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Asked, Prompt } from '../../../src/study/asked';
import {
  answer,
  askAgain,
  cardOf,
  goTo,
  isRight,
  restoredSession,
  startSession,
  takeBack,
  without,
  type Given,
  type Session,
} from '../../../src/study/session';
import { matchingQuestion, numberQuestion, optionQuestion, orderingQuestion, properties, recallQuestion, start } from './builders';

const prompts: readonly Prompt[] = [
  optionQuestion('choice', [2]),
  optionQuestion('several', [0, 1], 5),
  numberQuestion('number'),
  orderingQuestion('ordering'),
  matchingQuestion('matching'),
  recallQuestion('recall'),
];
const byCard = new Map(prompts.map((prompt): [string, Asked] => [cardOf(prompt), { card: cardOf(prompt), prompt }]));
const cards = [...byCard.keys()];
const ask = (card: string): Asked | undefined => byCard.get(card);

let answered = 0;

/** Answers the item that is shown, at so many minutes after the start. */
function answerShown(session: Session, right: boolean, minutes = answered): { session: Session; review: string } {
  const asked = byCard.get(session.items[session.current]!.card)!;
  const { prompt } = asked;
  const given = {
    sureness: null,
    time: start + minutes * 60_000,
    duration: 1,
    id: `answer-${answered++}`,
    ...(prompt.type === 'recall' ? { chosen: [], grade: right ? 3 : 1 } : { chosen: choiceOf(prompt, right) }),
  } satisfies Given;
  const result = answer(session, asked, given);
  assert.equal(result.review.correct, right);
  return { session: result.session, review: given.id };
}

function choiceOf(prompt: Exclude<Prompt, { type: 'recall' }>, right: boolean): number[] {
  const choices = [[2], [3], [0, 1], [1, 3], [4], [5], [0, 1, 2], [1, 2, 0]];
  return choices.find((chosen) => (prompt.type === 'number' ? chosen.length === 1 : true) && isRight(prompt, chosen) === right && fits(prompt, chosen))!;
}

function fits(prompt: Prompt, chosen: readonly number[]): boolean {
  return prompt.type === 'ordering' || prompt.type === 'matching'
    ? chosen.length === 3
    : prompt.type === 'choice'
      ? chosen.length === 1 && chosen[0]! < 4
      : true;
}

function cardsIn({ items }: Session): string[] {
  return items.map(({ card, answer: one }) => `${card.slice('question:'.length)}${one ? (one.correct ? ' right' : ' wrong') : ''}`);
}

/** Plays a session: each step answers what is shown, rightly or wrongly, asks again what was wrong, and goes on. */
function played(session: Session, ...steps: readonly boolean[]): Session {
  return steps.reduce((now, right) => {
    const { card } = now.items[now.current]!;
    const next = answerShown(now, right).session;
    return goTo(right ? next : askAgain(next, card, 7), next.current + 1);
  }, session);
}

const three = startSession('Quiz', ['question:choice', 'question:number', 'question:recall'], { seed: 1 });

describe('askAgain', () => {
  it('puts the card at the end once more, with a seed of its own', () => {
    const session = askAgain(answerShown(three, false).session, 'question:choice', 99);
    assert.deepEqual(cardsIn(session), ['choice wrong', 'number', 'recall', 'choice']);
    assert.deepEqual(session.items[3], { card: 'question:choice', seed: 99 });
    assert.equal(session.current, 0);
  });

  it('changes nothing where the card waits already', () => {
    const once = askAgain(answerShown(three, false).session, 'question:choice', 99);
    assert.equal(askAgain(once, 'question:choice', 100), once);
    assert.deepEqual(cardsIn(played(three, false, true, true, false, false)), [
      'choice wrong',
      'number right',
      'recall right',
      'choice wrong',
      'choice wrong',
      'choice',
    ]);
  });
});

describe('takeBack', () => {
  it('gives nothing where nothing was answered', () => {
    assert.equal(takeBack(three), undefined);
    assert.equal(takeBack(goTo(three, 3)), undefined);
  });

  it('shows the item again that was answered last, and tells its review', () => {
    const first = answerShown(three, true);
    const second = answerShown(goTo(first.session, 1), true);
    const taken = takeBack(goTo(second.session, 2))!;
    assert.equal(taken.review, second.review);
    assert.equal(taken.session.current, 1);
    assert.deepEqual(cardsIn(taken.session), ['choice right', 'number', 'recall']);
    const both = takeBack(taken.session)!;
    assert.equal(both.review, first.review);
    assert.deepEqual(both.session, three);
    assert.equal(takeBack(both.session), undefined);
  });

  it('takes back the answer of the item that is shown, where it has one', () => {
    const session = goTo(played(three, true, true), 0);
    assert.deepEqual(cardsIn(takeBack(session)!.session), ['choice', 'number right', 'recall']);
  });

  it('goes by the time of answers, not by their place', () => {
    const last = answerShown(goTo(three, 2), true, 1000);
    const first = answerShown(goTo(last.session, 0), true, 2000);
    assert.equal(takeBack(goTo(first.session, 1))!.review, first.review);
  });

  it('takes the repeat back that a wrong answer brought, at the summary too', () => {
    const session = played(three, false);
    assert.deepEqual(cardsIn(session), ['choice wrong', 'number', 'recall', 'choice']);
    assert.deepEqual(cardsIn(takeBack(session)!.session), ['choice', 'number', 'recall']);
    const all = played(three, true, true, true);
    assert.equal(all.current, 3);
    assert.deepEqual(cardsIn(takeBack(all)!.session), ['choice right', 'number right', 'recall']);
  });

  it('leaves what was answered of a repeat', () => {
    const session = goTo(played(three, false, true, true, true), 0);
    assert.deepEqual(cardsIn(takeBack(session)!.session), ['choice', 'number right', 'recall right', 'choice right']);
  });
});

describe('without', () => {
  it('leaves a card out of what is to come and shows the same item as before, or the next', () => {
    const session = played(three, false, true);
    assert.deepEqual(cardsIn(without(session, 'question:choice')), ['choice wrong', 'number right', 'recall']);
    assert.equal(without(session, 'question:choice').current, 2);
    const shown = without(goTo(three, 1), 'question:number');
    assert.deepEqual(cardsIn(shown), ['choice', 'recall']);
    assert.equal(shown.current, 1);
    const passed = without(goTo(three, 2), 'question:choice');
    assert.deepEqual([cardsIn(passed), passed.current], [['number', 'recall'], 1]);
    const last = without(goTo(three, 2), 'question:recall');
    assert.deepEqual([cardsIn(last), last.current], [['choice', 'number'], 2]);
  });

  it('changes nothing where the card is not asked', () => {
    assert.deepEqual(without(three, 'question:several'), three);
  });
});

describe('A session', () => {
  interface Action {
    readonly do: 'answer' | 'takeBack' | 'askAgain' | 'without' | 'goTo';
    readonly of: number;
  }
  const actions: fc.Arbitrary<Action[]> = fc.array(
    fc.record({ do: fc.constantFrom('answer', 'answer', 'answer', 'takeBack', 'askAgain', 'without', 'goTo'), of: fc.nat(9) }),
    { maxLength: 40 },
  );

  it('loses no answer but by taking it back, stays at one of its items and outlives JSON, whatever is done', () => {
    fc.assert(
      fc.property(actions, fc.constantFrom('review' as const, 'cram' as const), fc.nat(), (done, mode, seed) => {
        let session = startSession('Quiz', cards, { seed, mode });
        const reviews = new Set<string>();
        for (const action of done) {
          const before = JSON.stringify(session);
          const card = cards[action.of % cards.length]!;
          const open = ({ items, current }: Session): string[] => items.filter((item, index) => !item.answer && index !== current).map((item) => item.card);
          const openBefore = open(session);
          const previous = session;
          switch (action.do) {
            case 'answer': {
              const item = session.items[session.current];
              if (!item || item.answer) {
                session = goTo(session, session.current + 1);
                break;
              }
              const result = answerShown(session, action.of % 2 === 0);
              reviews.add(result.review);
              session = result.session;
              break;
            }
            case 'takeBack': {
              const taken = takeBack(session);
              assert.equal(taken === undefined, reviews.size === 0);
              if (!taken) break;
              assert.ok(reviews.delete(taken.review));
              session = taken.session;
              assert.equal(session.items[session.current]!.answer, undefined);
              break;
            }
            case 'askAgain':
              session = askAgain(session, card, action.of);
              assert.ok(session.items.some((item, index) => index >= session.current && item.card === card && !item.answer));
              break;
            case 'without':
              session = without(session, card);
              assert.ok(session.items.every((item) => item.card !== card || item.answer));
              break;
            case 'goTo':
              session = goTo(session, action.of);
          }
          assert.equal(JSON.stringify(previous), before, 'what was given is not changed');
          assert.ok(session.current >= 0 && session.current <= session.items.length);
          assert.deepEqual(new Set(session.items.flatMap((item) => item.answer?.review ?? [])), reviews);
          if (action.do === 'answer') assert.ok(openBefore.every((waiting) => session.items.some((item) => item.card === waiting && !item.answer)));
          assert.deepEqual(restoredSession(JSON.parse(JSON.stringify(session)), ask), session.items.length > 0 ? session : undefined);
        }
      }),
      properties,
    );
  });
});
