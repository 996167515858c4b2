import assert from 'node:assert/strict';
import { levelsOf } from '../../../../src/study/statistics/levels';
import { answer, cardsOf, info, noon } from './deck';

const infos = [info('question:a', { level: 'remember' }), info('question:b', { level: 'remember' }), info('question:c', { level: 'evaluate' })];

describe('levelsOf', () => {
  it('sums answers and recall by level', () => {
    const entries = [answer('question:a', noon - 1000, { correct: false }), answer('question:a', noon), answer('question:c', noon)];
    const { rows, sentence } = levelsOf(cardsOf(entries, infos));
    const [remember, , , , evaluate] = rows;
    assert.deepEqual(
      rows.map(({ level, cards, seen, answers, right }) => [level, cards, seen, answers, right]),
      [
        ['remember', 2, 1, 2, 1],
        ['understand', 0, 0, 0, 0],
        ['apply', 0, 0, 0, 0],
        ['analyze', 0, 0, 0, 0],
        ['evaluate', 1, 1, 1, 1],
      ],
    );
    assert.equal(remember?.share?.value, 0.5);
    assert.equal(evaluate?.recall, 1);
    assert.deepEqual(evaluate.action, { kind: 'level', level: 'evaluate' });
    assert.equal(sentence, 'The lowest share is at "Remember": right on 50 % of 2 answers.');
  });

  it('says where nothing was answered, and names the one level that was', () => {
    assert.equal(levelsOf(cardsOf([], infos)).sentence, 'No card of this exam has been answered yet.');
    assert.equal(levelsOf(cardsOf([answer('question:c', noon)], infos)).sentence, '"Evaluate": right on 100 % of 1 answer.');
  });
});
