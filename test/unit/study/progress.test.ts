import assert from 'node:assert/strict';
import { progressOf, recallOf } from '../../../src/study/progress';
import { day, numberQuestion, optionQuestion, review, scheduleOf, start } from './builders';

const questions = [optionQuestion('mastered'), optionQuestion('wrong'), optionQuestion('unseen'), numberQuestion('number')];
const schedule = scheduleOf([
  review('question:mastered', start, 4),
  review('question:mastered', start + 10 * day, 4),
  review('question:wrong', start + 10 * day, 1),
  review('question:elsewhere', start, 1),
]);

describe('progressOf', () => {
  it('counts the questions that were seen and those that are mastered', () => {
    assert.deepEqual(progressOf(questions, schedule, start + 10 * day), { questions: 4, seen: 2, due: 0, mastered: 1 });
  });

  it('counts those that are due at the time', () => {
    assert.equal(progressOf(questions, schedule, start + 20 * day).due, 1);
    assert.equal(progressOf(questions, schedule, start + 4000 * day).due, 2);
  });

  it('counts none as due that was suspended or put off', () => {
    const held = scheduleOf([review('question:wrong', start, 1), review('question:mastered', start, 1)]);
    held.act({ card: 'question:wrong', action: 'suspend', time: start });
    held.act({ card: 'question:mastered', action: 'bury', time: start + day });
    assert.deepEqual(progressOf(questions, held, start + day), { questions: 4, seen: 2, due: 0, mastered: 0 });
    assert.equal(progressOf(questions, held, start + 2 * day).due, 1);
  });

  it('counts nothing where there are no questions', () => {
    assert.deepEqual(progressOf([], schedule, start + 4000 * day), { questions: 0, seen: 0, due: 0, mastered: 0 });
  });
});

describe('recallOf', () => {
  it('is that of the question least likely recalled, and nothing where none was answered', () => {
    const now = start + 20 * day;
    assert.ok(schedule.recall('question:wrong', now)! < schedule.recall('question:mastered', now)!);
    assert.equal(recallOf(questions, schedule, now), schedule.recall('question:wrong', now));
    assert.equal(recallOf([optionQuestion('unseen')], schedule, now), undefined);
  });
});
