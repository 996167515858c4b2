import assert from 'node:assert/strict';
import { customPreset, minutesFor, presetsOf } from '../../../src/study/mockExamPresets';
import { realKnowledge } from '../support';
import { exam, told } from './mockExamBuilders';

const realExam = (id: string) => realKnowledge().exam(id)!;
const measures = (id: string) => presetsOf(realExam(id)).map((preset) => `${preset.id} ${preset.questions}/${preset.minutes}`);

describe('presetsOf', () => {
  it('offers each exam in full, as the practice form of 40 questions, by half and by a quarter, at the same pace', () => {
    assert.deepEqual(measures('sap-c02'), ['full 75/180', 'practice-form 40/96', 'half 38/91', 'quarter 19/46']);
    assert.deepEqual(measures('saa-c03'), ['full 65/130', 'practice-form 40/80', 'half 33/66', 'quarter 16/32']);
    assert.deepEqual(measures('sap-2014'), ['full 77/170', 'practice-form 40/88', 'half 39/86', 'quarter 19/42']);
  });

  it('asks all domains', () => {
    for (const preset of presetsOf(realExam('sap-2014'))) assert.deepEqual(preset.domains, ['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('leaves out what would be no shorter than the exam', () => {
    assert.deepEqual(
      presetsOf(exam).map(({ id }) => id),
      ['full', 'half', 'quarter'],
    );
    assert.deepEqual(
      presetsOf({ ...exam, questions: 1 }).map(({ id }) => id),
      ['full'],
    );
  });
});

describe('minutesFor', () => {
  it("keeps the exam's pace and gives a minute at least", () => {
    assert.equal(minutesFor(exam, 10), 20);
    assert.equal(minutesFor(exam, 7), 14);
    assert.equal(minutesFor({ ...exam, minutes: 1 }, 1), 1);
  });
});

describe('customPreset', () => {
  const problem = (given: Parameters<typeof customPreset>[1]): string | undefined => {
    const made = customPreset(exam, given);
    return 'problem' in made ? told(made.problem) : undefined;
  };

  it('takes any size up to the exam, up to twice its time and any of its domains, in their order', () => {
    assert.deepEqual(customPreset(exam, { questions: 10, minutes: 40, domains: ['2', '1'] }), {
      preset: { id: 'custom', examId: 'x', title: 'Custom exam', questions: 10, minutes: 40, domains: ['1', '2'] },
    });
    assert.deepEqual(customPreset(exam, { questions: 1, minutes: 1, domains: ['2'] }), {
      preset: { id: 'custom', examId: 'x', title: 'Custom exam', questions: 1, minutes: 1, domains: ['2'] },
    });
  });

  it('says what is wrong and what to give', () => {
    for (const questions of [0, 11, 2.5, Number.NaN]) assert.equal(problem({ questions, minutes: 5 }), 'Give a whole number of questions from 1 to 10.');
    for (const minutes of [0, 41, 2.5, Infinity]) assert.equal(problem({ questions: 5, minutes }), 'Give a whole number of minutes from 1 to 40.');
    assert.equal(problem({ questions: 5, minutes: 5, domains: [] }), 'Choose at least one domain.');
    assert.equal(problem({ questions: 5, minutes: 5, domains: ['1', '9'] }), 'Choose domains of X-1: it has no domain 9.');
    assert.equal(problem({ questions: 5, minutes: 5 }), undefined);
  });
});
