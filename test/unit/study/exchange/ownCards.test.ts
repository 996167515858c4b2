import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OwnCard } from '../../../../src/study/log';
import { askOwn, cardText, ownCardId, ownCardInfos } from '../../../../src/study/exchange/ownCards';
import { properties, start } from '../builders';

const own: OwnCard = {
  kind: 'own',
  id: 'w1-1',
  time: start,
  card: ownCardId('What is\nSQS?'),
  front: 'What is\nSQS?',
  back: 'A queue.',
  tags: ['sap-c02/2.4', 'task::saa-c03/2.1', 'task::sap-c02/2.4', 'service::sqs', 'hard', 'task::2.4'],
};
const state = { own: new Map([[own.card, own]]) };

describe('ownCardId', () => {
  it('is FNV-1a with 64 bits', () => {
    // The vectors that the draft of the algorithm gives (draft-eastlake-fnv).
    assert.equal(ownCardId(''), 'own:cbf29ce484222325');
    assert.equal(ownCardId('a'), 'own:af63dc4c8601ec8c');
    assert.equal(ownCardId('foobar'), 'own:85944171f73967e8');
  });

  it('is the same for fronts that look the same, and another for those that do not', () => {
    assert.equal(ownCardId(' What  is\nSQS? '), ownCardId('What is SQS?'));
    assert.equal(ownCardId('Caf\u00e9'), ownCardId('Cafe\u0301'));
    assert.notEqual(ownCardId('grep -v'), ownCardId('grep -V'));
  });

  it('tells 50,000 fronts apart', () => {
    assert.equal(new Set(Array.from({ length: 50_000 }, (_, index) => ownCardId(`Front ${index}`))).size, 50_000);
  });
});

describe('cardText', () => {
  it('keeps line breaks as one sign and drops control characters and blanks around', () => {
    assert.equal(cardText('\ufeff a\r\nb\rc\td\u0000\u001b \n'), 'a\nb\nc\td');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(cardText(cardText(text)), cardText(text));
      }),
      properties,
    );
  });
});

describe('ownCardInfos', () => {
  it('takes tasks and services from the tags', () => {
    assert.deepEqual(ownCardInfos(state), [
      {
        card: own.card,
        kind: 'own',
        title: 'What is SQS?',
        tasks: ['sap-c02/2.4', 'saa-c03/2.1'],
        services: ['sqs'],
        facts: [],
        level: 'remember',
      },
    ]);
  });

  it('cuts a long front, and no character in two', () => {
    const [info] = ownCardInfos({ own: new Map([['own:1', { ...own, front: '🗻'.repeat(300) }]]) });
    assert.equal(info!.title, `${'🗻'.repeat(119)}…`);
  });
});

describe('askOwn', () => {
  it('asks to recall the back', () => {
    const asked = askOwn(own.card, state)!;
    assert.equal(asked.card, own.card);
    assert.deepEqual(asked.prompt, {
      type: 'recall',
      id: own.card.slice('own:'.length),
      tasks: ['sap-c02/2.4', 'saa-c03/2.1'],
      services: ['sqs'],
      facts: [],
      level: 'remember',
      stem: 'What is\nSQS?',
      back: 'A queue.',
      sources: [],
    });
  });

  it('knows only cards that are there', () => {
    assert.equal(askOwn('own:0000000000000000', state), undefined);
  });
});
