import assert from 'node:assert/strict';
import { forecastOf } from '../../../../src/study/statistics/forecast';
import { answer, calendar, cardsOf, day, infosOf, noon, stateOf, today } from './deck';

const infos = infosOf('1', 4);

describe('forecastOf', () => {
  it('parts what is due now from what falls due on the days to come', () => {
    const entries = [answer('question:1-0', noon - 20 * day), answer('question:1-1', noon - 20 * day), answer('question:1-2', noon)];
    const { backlog, days, sentence } = forecastOf(cardsOf(entries, infos), calendar, noon);
    const due = calendar.dayOf(stateOf(entries).schedule.state('question:1-2')!.due) - today;
    assert.equal(backlog, 2);
    assert.equal(days.length, 30);
    assert.ok(due > 0 && due < 30);
    assert.deepEqual(
      days.flatMap(({ due: count }, index) => (count > 0 ? [[index, count]] : [])),
      [[due, 1]],
    );
    assert.equal(sentence, '2 cards are due now, and 1 more within 30 days.');
  });

  it('counts a card that is due again in some minutes to today', () => {
    const { backlog, days } = forecastOf(cardsOf([answer('question:1-0', noon - 1000, { correct: false })], infos), calendar, noon);
    assert.deepEqual([backlog, days[0]?.due], [0, 1]);
  });

  it('leaves suspended cards out, and those past the last day', () => {
    const suspend = { kind: 'card', id: 's', time: noon - day, card: 'question:1-0', action: 'suspend' } as const;
    const entries = [answer('question:1-0', noon - 20 * day), suspend, answer('question:1-1', noon - 1000, { sureness: 'sure' })];
    const { backlog, days } = forecastOf(cardsOf(entries, infos), calendar, noon, 1);
    assert.deepEqual([backlog, days.map(({ due }) => due)], [0, [0]]);
  });

  it('names the fullest day', () => {
    const entries = infos.map(({ card }) => answer(card, noon));
    const { sentence, days } = forecastOf(cardsOf(entries, infos), calendar, noon);
    const fullest = days.find(({ due }) => due === 4)!;
    assert.equal(sentence, `0 cards are due now, and 4 more within 30 days. The fullest day is ${fullest.label} with 4.`);
  });

  it('says where nothing is due, and leads from today to what is due and from a day to its cards', () => {
    const { sentence, days } = forecastOf([], calendar, noon, 2);
    assert.equal(sentence, 'No card is due within 2 days.');
    assert.deepEqual(
      days.map(({ action }) => action),
      [{ kind: 'due' }, { kind: 'day', day: today + 1 }],
    );
    assert.deepEqual(
      days.map(({ date, label }) => [date, label]),
      [
        ['2026-11-05', 'Thu 5 Nov'],
        ['2026-11-06', 'Fri 6 Nov'],
      ],
    );
  });
});
