import assert from 'node:assert/strict';
import { studiedCards } from '../../../../src/study/statistics/studiedCards';
import { studyTimeOf } from '../../../../src/study/statistics/studyTime';
import { answer, day, exam, info, noon, stateOf, today } from './deck';

const infos = [info('question:a', { level: 'remember' }), info('fact:sqs#a', { level: 'apply' })];

function timeOf(entries: Parameters<typeof stateOf>[0]) {
  const state = stateOf(entries);
  return studyTimeOf(state.history.days, studiedCards(state, infos, exam, noon), today);
}

describe('studyTimeOf', () => {
  it('gives minutes by day, and seconds an answer by kind and by level', () => {
    const { days, byKind, byLevel, totalHours, minutesPerStudyDay, secondsPerAnswer, sentence } = timeOf([
      answer('question:a', noon - 2 * day, { duration: 60_000 }),
      answer('question:a', noon, { duration: 120_000 }),
      answer('fact:sqs#a', noon, { duration: 30_000 }),
      // Longer than five minutes is not thinking.
      answer('fact:sqs#a', noon - 100 * day, { duration: 3_600_000 }),
    ]);
    assert.equal(days.length, 30);
    assert.deepEqual(
      days.flatMap(({ date, minutes }) => (minutes > 0 ? [[date, minutes]] : [])),
      [
        ['2026-11-03', 1],
        ['2026-11-05', 2.5],
      ],
    );
    assert.deepEqual(
      byKind.map(({ label, answers, secondsPerAnswer: seconds }) => [label, answers, seconds]),
      [
        ['Questions', 2, 90],
        ['Facts', 2, 165],
      ],
    );
    assert.deepEqual(
      byLevel.map(({ label, action }) => [label, action]),
      [
        ['Remember', { kind: 'level', level: 'remember' }],
        ['Apply', { kind: 'level', level: 'apply' }],
      ],
    );
    assert.ok(Math.abs(totalHours - 8.5 / 60) < 1e-9);
    assert.ok(Math.abs(minutesPerStudyDay - 8.5 / 3) < 1e-9);
    assert.equal(secondsPerAnswer, 127.5);
    assert.equal(sentence, '9 minutes in all, 3 minutes on a day of study, 128 seconds for an answer.');
  });

  it('speaks of hours once there are some', () => {
    const entries = Array.from({ length: 60 }, (_, index) => answer('question:a', noon - index * day, { duration: 120_000 }));
    assert.equal(timeOf(entries).sentence, '2 hours in all, 2 minutes on a day of study, 120 seconds for an answer.');
  });

  it('is empty without answers', () => {
    const { byKind, byLevel, secondsPerAnswer, sentence } = timeOf([]);
    assert.deepEqual([byKind, byLevel, secondsPerAnswer, sentence], [[], [], undefined, 'No time has been spent yet.']);
  });
});
