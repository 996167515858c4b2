import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readinessOf } from '../../../../src/study/statistics/readiness';
import { properties } from '../builders';
import { answer, cardsOf, day, exam, infosOf, noon, seenCard } from './deck';

const deck = [...infosOf('1', 40), ...infosOf('2', 40), ...infosOf('3', 40)];

function width({ low, high }: { readonly low: number; readonly high: number }): number {
  return high - low;
}

/** Readiness after right answers to the first cards of every domain, given just now. */
function afterSeeing(count: number, correct = true) {
  const seen = deck.filter(({ card }) => Number(card.split('-')[1]) < count);
  return readinessOf(
    cardsOf(
      seen.map(({ card }) => answer(card, noon, { correct })),
      deck,
    ),
    exam,
  );
}

describe('readinessOf', () => {
  it('knows nothing without an answer: guessing, a wide interval, and it says so', () => {
    const { ready, seen, cards, sentence, domains } = afterSeeing(0);
    assert.deepEqual([seen, cards], [0, 120]);
    assert.ok(Math.abs(ready.value - 0.3) < 1e-9);
    assert.ok(width(ready) > 0.35, String(width(ready)));
    assert.ok(domains.every((domain) => width(domain.ready) > 0.4));
    assert.equal(sentence, 'Nothing is known yet: you have answered none of 120 cards. Guessing alone would be right on about 30 %.');
  });

  it('narrows with every part of the exam that is seen', () => {
    const widths = [0, 2, 5, 10, 20, 40].map((count) => width(afterSeeing(count).ready));
    for (let index = 1; index < widths.length; index++) assert.ok(widths[index]! < widths[index - 1]!, widths.join(' '));
    assert.ok(widths.at(-1)! < 0.1);
  });

  it('says how ready, how surely, on what it rests and where most is to be gained', () => {
    const { sentence, weakest } = afterSeeing(10);
    assert.match(sentence, /^Ready for about \d\d % of the exam, between \d\d % and \d\d %; it rests on 30 of 120 cards\. Most is to be gained in domain 1, /);
    assert.equal(weakest, '1');
  });

  it('counts unseen cards as in the first answers of their domain', () => {
    const right = afterSeeing(20).ready.value;
    const wrong = afterSeeing(20, false).ready.value;
    assert.ok(right > 0.75 && wrong < right - 0.1, `${right} ${wrong}`);
  });

  it('takes a card that came right only after a wrong first answer for one that was wrong first', () => {
    const infos = infosOf('1', 1);
    const card = 'question:1-0';
    const later = cardsOf([answer(card, noon - 3_600_000, { correct: false }), answer(card, noon)], infos);
    const atOnce = cardsOf([answer(card, noon)], infos);
    assert.deepEqual([later[0]?.firstRight, atOnce[0]?.firstRight], [false, true]);
  });

  it('does not blame the first answer for a card that was forgotten later', () => {
    const infos = infosOf('1', 1);
    const card = 'question:1-0';
    assert.equal(cardsOf([answer(card, noon - 20 * day), answer(card, noon - day, { correct: false })], infos)[0]?.firstRight, true);
  });

  it('weighs the domains as the exam does', () => {
    const known = (domain: string) =>
      readinessOf(
        deck.map((info) =>
          info.card.includes(`:${domain}-`) ? seenCard(info.card, 1, { domains: [domain] }) : seenCard(info.card, 0, { domains: [info.card.slice(9, 10)] }),
        ),
        exam,
      );
    assert.ok(Math.abs(known('1').ready.value - 0.5) < 1e-9);
    assert.ok(Math.abs(known('3').ready.value - 0.2) < 1e-9);
    assert.equal(known('1').weakest, '2');
  });

  it('falls as time passes without reviews', () => {
    const entries = deck.map(({ card }) => answer(card, noon));
    const values = [0, 10, 60, 200].map((days) => readinessOf(cardsOf(entries, deck, noon + days * day), exam).ready.value);
    for (let index = 1; index < values.length; index++) assert.ok(values[index]! < values[index - 1]!, values.join(' '));
  });

  it('is corrected by how the learner recalls, and says by how much', () => {
    const cards = deck.map(({ card }) => seenCard(card, 0.8));
    assert.ok(Math.abs(readinessOf(cards, exam, 0.75).domains[0]!.ready.value - 0.6) < 1e-9);
    assert.equal(readinessOf(cards, exam, 1.5).domains[0]!.ready.value, 1);
    assert.match(readinessOf(cards, exam, 0.75).method, /multiplied by 0\.75 /);
  });

  it('never falls where a card is recalled better', () => {
    const recalls = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(recalls, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (all, at, gain) => {
        const cards = all.map((recall, index) => seenCard(`question:${index}`, recall, { domains: [String(1 + (index % 3))] }));
        const raised = cards.map((card, index) => (index === at % cards.length ? { ...card, recall: card.recall! + gain * (1 - card.recall!) } : card));
        assert.ok(readinessOf(raised, exam).ready.value >= readinessOf(cards, exam).ready.value - 1e-12);
      }),
      properties,
    );
  });

  it('shrinks cards met in a mock exam only to the guess', () => {
    const infos = infosOf('1', 1);
    const cards = cardsOf([answer('question:1-0', noon, { practice: 'exam' })], infos);
    const { domains } = readinessOf(cards, exam);
    assert.equal(cards[0]?.recall, undefined);
    assert.equal(domains[0]?.seen, 1);
    assert.ok(Math.abs(domains[0].ready.value - (0.3 * 8 + 1) / 9) < 1e-9);
  });

  it('counts neither cards of other exams nor own cards without a task', () => {
    const other = { ...infosOf('1', 1)[0]!, tasks: ['saa-c03/1.1', 'sap-c02/9.1'] };
    assert.equal(readinessOf(cardsOf([], [other]), exam).sentence, 'There are no cards for this exam yet.');
  });

  it('leads from every domain to its cards', () => {
    assert.deepEqual(
      afterSeeing(1).domains.map(({ action }) => action),
      ['1', '2', '3'].map((domain) => ({ kind: 'domain', exam: 'sap-c02', domain })),
    );
  });
});
