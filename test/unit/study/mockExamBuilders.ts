import type { Exam, Question } from '../../../src/knowledge/schema';
import { mockExamAfter, startMockExam, type Message, type MockExam, type MockExamAction, type MockExamMode } from '../../../src/study/mockExam';
import { drawQuestions } from '../../../src/study/mockExamDraw';
import { customPreset, type Preset } from '../../../src/study/mockExamPresets';
import type { OptionQuestion } from '../../../src/study/session';
import { optionQuestion, start } from './builders';

/** An exam of ten questions in 20 minutes, its domains of the given weights, each with two tasks. */
export function examOf(weights: readonly number[] = [60, 40], passingScore: number | null = 750): Exam {
  return {
    id: 'x',
    code: 'X-1',
    title: 'An exam',
    state: 'current',
    since: '2026',
    questions: 10,
    unscored: 0,
    minutes: 20,
    ...(passingScore === null ? {} : { passingScore }),
    domains: weights.map((weight, index) => ({
      id: `${index + 1}`,
      title: `Domain ${index + 1}`,
      weight,
      tasks: [1, 2].map((task) => ({ id: `${index + 1}.${task}`, title: `Task ${index + 1}.${task}` })),
    })),
    source: 'https://docs.aws.amazon.com/',
    checked: '2026-01-01',
  };
}

/** Questions `1.1-0`, `1.1-1` and so on of a task; every third is a multiple response. */
export function questionsOf(task: string, count: number): OptionQuestion[] {
  return Array.from({ length: count }, (_, index) => {
    const question = index % 3 === 2 ? optionQuestion(`${task}-${index}`, [0, 3], 5) : optionQuestion(`${task}-${index}`, [1], 4);
    return { ...question, tasks: [`x/${task}`] };
  });
}

export const exam = examOf();
export const questions = ['1.1', '1.2', '2.1', '2.2'].flatMap((task) => questionsOf(task, 12));
const byId = new Map<string, Question>(questions.map((question) => [question.id, question]));
export const named = (id: string): Question | undefined => byId.get(id);

export function presetOf(size: number, minutes = 20, domains?: readonly string[]): Preset {
  const made = customPreset(exam, { questions: size, minutes, ...(domains ? { domains } : {}) });
  if ('problem' in made) throw new Error(made.problem.text);
  return made.preset;
}

export function begun(mode: MockExamMode = 'exam', size = 10, seed = 1): MockExam {
  const preset = presetOf(size);
  return startMockExam({ id: `mock-${seed}`, preset, mode, seed, now: start, draw: drawQuestions(exam, questions, { preset, seed, past: [] }) });
}

/** A mock exam after actions, each a number of seconds after the one before. */
export function after(mockExam: MockExam, ...actions: readonly (readonly [seconds: number, action: MockExamAction])[]): MockExam {
  let time = mockExam.clock.seen;
  return actions.reduce((state, [seconds, action]) => {
    time += seconds * 1000;
    return mockExamAfter(state, action, time);
  }, mockExam);
}

/** The options of an item's question that are right, or as many that are not all right. */
export function optionsOf(mockExam: MockExam, index: number, right: boolean): number[] {
  const { card } = mockExam.items[index]!;
  const { options } = named(card.slice('question:'.length)) as OptionQuestion;
  const all = [...options.keys()];
  const rightOnes = all.filter((option) => options[option]!.correct);
  return right ? rightOnes : all.filter((option) => !rightOnes.includes(option)).slice(0, rightOnes.length);
}

/** A finished mock exam whose items were answered rightly, wrongly or not at all, a second each. */
export function finishedWith(answers: readonly (boolean | undefined)[], mode: MockExamMode = 'exam', seed = 1): MockExam {
  const mockExam = begun(mode, answers.length, seed);
  const answered = answers.flatMap((right, index): [number, MockExamAction][] => [
    [0, { kind: 'go', index }],
    [1, { kind: 'answer', chosen: right === undefined ? [] : optionsOf(mockExam, index, right) }],
  ]);
  return after(mockExam, ...answered, [1, { kind: 'finish' }]);
}

/** A sentence with its values put in. */
export function told({ text, values }: Message): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
}
