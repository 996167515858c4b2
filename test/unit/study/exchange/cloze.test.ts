import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clozeCards, mostGaps, type ClozeCard } from '../../../../src/study/exchange/cloze';
import { properties } from '../builders';

function cardsOf(text: string): ClozeCard[] {
  const cards = clozeCards(text);
  assert.ok(cards);
  return cards;
}

describe('clozeCards', () => {
  it('makes a gap of the text and tells it on the back', () => {
    assert.deepEqual(cardsOf('SQS keeps a message for {{c1::4 days}}.'), [{ front: 'SQS keeps a message for ____.', back: 'SQS keeps a message for 4 days.' }]);
  });

  it('makes a card for each number, in their order', () => {
    const back = 'From 1 to 14 days, at most 14.';
    assert.deepEqual(cardsOf('From {{c2::1}} to {{c1::14}} days, at most {{c1::14}}.'), [
      { front: 'From 1 to ____ days, at most ____.', back },
      { front: 'From ____ to 14 days, at most 14.', back },
    ]);
  });

  it('shows the hint', () => {
    assert.deepEqual(cardsOf('{{c1::AWS::SQS::Queue::type}}')[0], { front: '____ (SQS::Queue::type)', back: 'AWS' });
    assert.deepEqual(cardsOf('{{c1::queue::what?}}')[0], { front: '____ (what?)', back: 'queue' });
  });

  it('reads gaps in gaps, and gaps of several numbers', () => {
    assert.deepEqual(cardsOf('{{c1::a {{c2::b}} c}} {{c1,3::d}}'), [
      { front: '____ ____', back: 'a b c d' },
      { front: 'a ____ c d', back: 'a b c d' },
      { front: 'a b c ____', back: 'a b c d' },
    ]);
  });

  it('makes no cards of too many gaps', () => {
    const text = (gaps: number): string => Array.from({ length: gaps }, (_, index) => `{{c${index + 1}::a}}`).join(' ');
    assert.equal(cardsOf(text(mostGaps)).length, mostGaps);
    assert.equal(clozeCards(text(mostGaps + 1)), undefined);
  });

  it('takes what is no gap as it is', () => {
    for (const text of ['plain', '{{resolve:ssm:x}}', 'a::b }} c', '{{c1::never closed', '{{c::x}}']) assert.deepEqual(cardsOf(text), []);
    assert.deepEqual(cardsOf('{{c1::a}} {{c2::never::closed')[0], { front: '____ {{c2::never::closed', back: 'a {{c2::never::closed' });
  });

  it('reads any signs, ever so deep, without failing', () => {
    assert.equal(cardsOf('{{c1::'.repeat(20_000) + '}}'.repeat(20_000)).length, 1);
    const pieces = fc.constantFrom('{{c1::', '{{c2::', '{{c1,2::', '::', '}}', '{', 'x');
    fc.assert(
      fc.property(fc.array(pieces), (signs) => {
        for (const card of cardsOf(signs.join(''))) assert.match(card.front, /____/);
      }),
      { ...properties, numRuns: 1000 },
    );
  });
});
