import assert from 'node:assert/strict';
import { Knowledge } from '../../../src/knowledge/knowledge';
import type { CardKind } from '../../../src/study/asked';
import { kindOf } from '../../../src/study/asked';
import { Deck } from '../../../src/study/deck';
import { drillCards } from '../../../src/study/drills/drills';
import type { OwnCard } from '../../../src/study/log';
import { cardOf } from '../../../src/study/session';
import { contentOf } from '../knowledge/builders';
import { realKnowledge } from '../support';

function own(card: string, front: string, tags: readonly string[] = []): OwnCard {
  return { kind: 'own', id: `entry-${card}`, time: 0, card, front, back: 'This.', tags };
}

const owned = new Map([own('own:1', 'What is it?', ['saa-c03/2.1', 'service::sqs'])].map((card) => [card.card, card]));

describe('Deck', () => {
  const knowledge = realKnowledge();
  const deck = new Deck(knowledge, owned);
  const ofKind = (kind: CardKind): string[] => deck.infos.filter((info) => info.kind === kind).map(({ card }) => card);

  it('has a card for every question and drill, for facts and decisions, and those of the learner', () => {
    assert.deepEqual(ofKind('question'), knowledge.content.questions.map(cardOf));
    assert.deepEqual(
      ofKind('drill'),
      drillCards().map(({ card }) => card),
    );
    assert.ok(ofKind('fact').length > 500 && ofKind('decision').length > 300);
    assert.deepEqual(ofKind('own'), ['own:1']);
  });

  it('has every card once, each under a name that tells its kind', () => {
    const cards = deck.infos.map(({ card }) => card);
    assert.equal(new Set(cards).size, cards.length);
    assert.deepEqual(
      deck.infos.filter(({ card, kind }) => kindOf(card) !== kind),
      [],
    );
  });

  it('can ask every card it names, under any seed, about what it says of it', () => {
    for (const info of deck.infos) {
      for (const seed of [0, 1, 2 ** 31 - 1]) {
        const asked = deck.ask(info.card, seed);
        assert.ok(asked, info.card);
        assert.equal(asked.card, info.card);
        const { tasks, services, facts, level } = asked.prompt;
        assert.deepEqual({ tasks, services, facts, level }, { tasks: info.tasks, services: info.services, facts: info.facts, level: info.level }, info.card);
      }
    }
  });

  it('asks a card under the same seed always the same', () => {
    for (const kind of ['question', 'fact', 'decision', 'drill', 'own'] as const) {
      for (const card of ofKind(kind).slice(0, 40)) assert.deepEqual(deck.ask(card, 12345), deck.ask(card, 12345));
    }
  });

  it('asks the same fact now to be chosen, now to be recalled', () => {
    const card = ofKind('fact').find((one) => deck.ask(one, 0)?.prompt.type === 'choice')!;
    assert.equal(deck.ask(card, 1)?.prompt.type, 'recall');
  });

  it('knows the questions of "then and now", but does not count them among its cards', () => {
    const [question] = knowledge.changeQuestions();
    const card = cardOf(question!);
    assert.equal(deck.info(card)?.title, question!.stem);
    assert.deepEqual(deck.ask(card, 1)?.prompt, question);
    assert.deepEqual(deck.infosOf([question!]), [deck.info(card)]);
    assert.ok(deck.infos.every((info) => info.card !== card));
  });

  it('tells of a card what it tells of it in the list', () => {
    for (const info of deck.infos) assert.equal(deck.info(info.card), info);
    assert.deepEqual(deck.info('own:1'), {
      card: 'own:1',
      kind: 'own',
      title: 'What is it?',
      tasks: ['saa-c03/2.1'],
      services: ['sqs'],
      facts: [],
      level: 'remember',
    });
  });

  for (const card of [
    '',
    'question:',
    'question:gone',
    'fact:',
    'fact:gone#gone',
    'fact:sqs',
    'decision:gone#gone',
    'drill:gone',
    'own:gone',
    'nonsense',
    'note:sqs',
  ]) {
    it(`has no card "${card}"`, () => {
      assert.equal(deck.info(card), undefined);
      assert.equal(deck.ask(card, 1), undefined);
    });
  }

  it("takes other cards of the learner's own without making those of the notes anew", () => {
    const other = deck.withOwn(new Map([['own:2', own('own:2', 'And this?')]]));
    assert.equal(other.info('own:1'), undefined);
    assert.equal(other.ask('own:1', 1), undefined);
    assert.equal(other.ask('own:2', 1)?.prompt.stem, 'And this?');
    assert.deepEqual(deck.info('own:2'), undefined);
    for (const card of ofKind('fact')) assert.equal(other.info(card), deck.info(card));
  });

  it('has drills only where there are no notes', () => {
    const empty = new Deck(new Knowledge(contentOf()));
    assert.deepEqual(empty.infos, drillCards());
  });
});
