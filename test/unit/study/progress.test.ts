import assert from 'node:assert/strict';
import { progressOf } from '../../../src/study/progress';
import { Schedule } from '../../../src/study/schedule';
import { day, numberQuestion, optionQuestion, review, start } from './builders';

describe('progressOf', () => {
  const questions = [optionQuestion('mastered'), optionQuestion('wrong'), optionQuestion('unseen'), numberQuestion('number')];
  const schedule = new Schedule([
    review('question:mastered', start, 4),
    review('question:mastered', start + 10 * day, 4),
    review('question:wrong', start + 10 * day, 1),
    review('question:elsewhere', start, 1),
  ]);

  it('counts the questions that were seen and those that are mastered', () => {
    assert.deepEqual(progressOf(questions, schedule, start + 10 * day), { questions: 4, seen: 2, due: 0, mastered: 1 });
  });

  it('counts those that are due at the time', () => {
    assert.equal(progressOf(questions, schedule, start + 20 * day).due, 1);
    assert.equal(progressOf(questions, schedule, start + 4000 * day).due, 2);
  });

  it('counts nothing where there are no questions', () => {
    assert.deepEqual(progressOf([], schedule, start + 4000 * day), { questions: 0, seen: 0, due: 0, mastered: 0 });
  });
});
