import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apportioned, drawQuestions, fingerprintOf, picksOf, type Draw } from '../../../src/study/mockExamDraw';
import { presetsOf } from '../../../src/study/mockExamPresets';
import { realContent } from '../support';
import { numberQuestion, optionQuestion, properties } from './builders';
import { exam, examOf, presetOf, questions, questionsOf } from './mockExamBuilders';

const ids = ({ picked }: Draw): string[] => picked.map(({ question }) => question.id);
const draw = (seed: number, past: readonly (readonly string[])[] = [], size = 10): Draw =>
  drawQuestions(exam, questions, { preset: presetOf(size), seed, past });

/** How many questions were drawn for each domain or task. */
function counts({ picked }: Draw, partOf: (task: string) => string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { task } of picked) found[partOf(task)] = (found[partOf(task)] ?? 0) + 1;
  return found;
}

const domainOf = (task: string): string => task.split('/')[1]!.split('.')[0]!;

describe('apportioned', () => {
  it('gives places by the largest remainders', () => {
    assert.deepEqual(apportioned(75, [26, 29, 25, 20]), [19, 22, 19, 15]);
    assert.deepEqual(apportioned(65, [30, 26, 24, 20]), [19, 17, 16, 13]);
    assert.deepEqual(apportioned(3, [1, 1]), [2, 1]);
    assert.deepEqual(apportioned(4, [0, 0]), [2, 2]);
    assert.deepEqual(apportioned(4, [0, 5]), [0, 4]);
    assert.deepEqual(apportioned(4, []), []);
  });

  it('gives all places, none more than one off its exact share', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.array(fc.nat(100), { minLength: 1, maxLength: 9 }), (places, weights) => {
        const parts = apportioned(places, weights);
        const sum = weights.reduce((total, weight) => total + weight, 0);
        assert.equal(
          parts.reduce((total, part) => total + part, 0),
          places,
        );
        parts.forEach((part, index) => assert.ok(Math.abs(part - (sum > 0 ? (places * weights[index]!) / sum : places / weights.length)) < 1));
      }),
      properties,
    );
  });
});

describe('drawQuestions', () => {
  it('keeps to the weights, spreads over tasks and repeats nothing, for every seed and size', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10 }), (seed, size) => {
        const drawn = draw(seed, [], size);
        assert.equal(new Set(ids(drawn)).size, size);
        const domains = counts(drawn, domainOf);
        assert.ok(Math.abs((domains['1'] ?? 0) - size * 0.6) < 1);
        const tasks = counts(drawn, (task) => task);
        for (const domain of [1, 2]) assert.ok(Math.abs((tasks[`x/${domain}.1`] ?? 0) - (tasks[`x/${domain}.2`] ?? 0)) <= 1);
        assert.deepEqual([drawn.shortfall, drawn.missing], [[], 0]);
      }),
      properties,
    );
  });

  it('is the same for the same seed, whatever the order of the questions, and another for another', () => {
    assert.deepEqual(draw(7), draw(7));
    assert.deepEqual(drawQuestions(exam, questions.toReversed(), { preset: presetOf(10), seed: 7, past: [] }), draw(7));
    assert.equal(new Set(Array.from({ length: 20 }, (_, seed) => ids(draw(seed)).join())).size, 20);
  });

  it('mixes the domains and the options', () => {
    const drawn = Array.from({ length: 30 }, (_, seed) => draw(seed).picked[0]!);
    assert.deepEqual(new Set(drawn.map(({ task }) => domainOf(task))), new Set(['1', '2']));
    assert.deepEqual(new Set(drawn.flatMap(({ order }) => order[0]!)), new Set([0, 1, 2, 3, 4]));
    for (const { order, question } of drawn) assert.deepEqual(order.toSorted(), [...question.options.keys()]);
  });

  it('asks only questions with options, of the exam and of the domains that are wanted', () => {
    const others = [numberQuestion('number'), optionQuestion('other-exam')].map((question) => ({
      ...question,
      tasks: question.type === 'number' ? ['x/1.1'] : ['y/1.1'],
    }));
    const drawn = drawQuestions(exam, [...others, ...questionsOf('1.1', 2), ...questionsOf('2.1', 9)], { preset: presetOf(10, 20, ['1']), seed: 1, past: [] });
    assert.deepEqual(new Set(ids(drawn)), new Set(['1.1-0', '1.1-1']));
    assert.deepEqual([drawn.shortfall, drawn.missing], [[{ domain: '1', wanted: 10, found: 2 }], 8]);
  });

  it('says which domain has too few and fills from the others', () => {
    const drawn = drawQuestions(exam, [...questionsOf('1.1', 2), ...questionsOf('2.1', 20)], { preset: presetOf(10), seed: 1, past: [] });
    assert.deepEqual(counts(drawn, domainOf), { 1: 2, 2: 8 });
    assert.deepEqual([drawn.shortfall, drawn.missing], [[{ domain: '1', wanted: 6, found: 2 }], 0]);
  });

  it('fills from several domains by their weights, and tells what stays empty', () => {
    const three = examOf([60, 30, 10]);
    const some = (each: number) => ['2.1', '3.1'].flatMap((task) => questionsOf(task, each));
    const preset = { questions: 12, domains: ['1', '2', '3'] };
    assert.deepEqual(counts(drawQuestions(three, some(20), { preset, seed: 1, past: [] }), domainOf), { 2: 9, 3: 3 });
    const short = drawQuestions(three, some(3), { preset, seed: 1, past: [] });
    assert.deepEqual([short.picked.length, short.missing, short.shortfall.map(({ domain }) => domain)], [6, 6, ['1', '2']]);
  });

  it('names domains that are short in the order of the exam', () => {
    // Domain 2 lacks more, so it takes first.
    const drawn = drawQuestions(examOf([30, 60, 10]), questionsOf('3.1', 20), { preset: { questions: 10, domains: ['1', '2', '3'] }, seed: 1, past: [] });
    assert.deepEqual(drawn.shortfall, [
      { domain: '1', wanted: 3, found: 0 },
      { domain: '2', wanted: 6, found: 0 },
    ]);
  });

  it('gives a question of two domains to the one that can spare less', () => {
    const shared = { ...optionQuestion('shared'), tasks: ['x/1.1', 'x/2.1'] };
    const preset = { questions: 2, domains: ['1', '2'] };
    for (let seed = 0; seed < 20; seed++) {
      const drawn = drawQuestions(examOf([50, 50]), [shared, ...questionsOf('1.2', 5)], { preset, seed, past: [] });
      assert.deepEqual([drawn.picked.find(({ question }) => question.id === 'shared')?.task, drawn.shortfall], ['x/2.1', []]);
    }
  });

  it('repeats nothing over mock exams before all of the domain were asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 8, maxLength: 8 }), (seeds) => {
        const past: string[][] = [];
        for (const seed of seeds) {
          const drawn = ids(draw(seed, past));
          for (const domain of ['1', '2']) {
            const own = questions.map(({ id }) => id).filter((id) => id.startsWith(domain));
            const times = (id: string): number => past.filter((asked) => asked.includes(id)).length;
            const asked = own.filter((id) => drawn.includes(id)).map(times);
            const left = own.filter((id) => !drawn.includes(id)).map(times);
            assert.ok(Math.max(...asked) <= Math.min(...left));
          }
          past.push(drawn);
        }
      }),
      { ...properties, numRuns: 50 },
    );
  });

  it('asks again first what was asked longest ago', () => {
    const few = questionsOf('1.1', 6);
    const past = [['1.1-3'], ['1.1-0', '1.1-1'], ['1.1-2'], ['1.1-4', '1.1-5']];
    for (let seed = 0; seed < 20; seed++) {
      const drawn = drawQuestions(exam, few, { preset: presetOf(3, 20, ['1']), seed, past });
      assert.deepEqual(new Set(ids(drawn)), new Set(['1.1-3', '1.1-0', '1.1-1']));
    }
  });
});

describe('drawn questions', () => {
  it('tell how many options to pick', () => {
    assert.deepEqual([picksOf(optionQuestion('a')), picksOf(optionQuestion('b', [0, 1, 4], 6))], [1, 3]);
  });

  it('have a fingerprint of what is asked, what the options say and which are right', () => {
    const question = optionQuestion('a', [1]);
    const [first, ...rest] = question.options;
    const changed = [
      { ...question, stem: 'Something else?' },
      { ...question, options: [{ ...first!, text: 'Other' }, ...rest] },
      { ...question, options: [{ ...first!, correct: true }, ...rest] },
      { ...question, options: question.options.toReversed() },
    ];
    assert.equal(new Set([question, ...changed].map(fingerprintOf)).size, 5);
    assert.equal(fingerprintOf({ ...question, options: question.options.map((option) => ({ ...option, rationale: 'Another.' })) }), fingerprintOf(question));
  });
});

describe('the real notes', () => {
  const content = realContent();

  /** Presets and domains that have too few questions. */
  const shortOf = (id: string): string[] => {
    const one = content.exams.find((other) => other.id === id)!;
    return presetsOf(one).flatMap((preset) => {
      const drawn = drawQuestions(one, content.questions, { preset, seed: 1, past: [] });
      assert.deepEqual([drawn.picked.length, drawn.missing], [preset.questions, 0]);
      return drawn.shortfall.map(({ domain }) => `${preset.id}, domain ${domain}`);
    });
  };

  it('fill every preset of the exams of today from their own domains', () => {
    assert.deepEqual(shortOf('sap-c02'), []);
    assert.deepEqual(shortOf('saa-c03'), []);
  });

  it('fill those of the blueprint of 2014, whose domain 7 has ten questions for eleven places of the full exam', () => {
    assert.deepEqual(shortOf('sap-2014'), ['full, domain 7']);
  });

  it('make four full Professional exams of which none repeats a question', () => {
    const one = content.exams.find(({ id }) => id === 'sap-c02')!;
    const past: string[][] = [];
    for (let seed = 0; seed < 4; seed++) past.push(ids(drawQuestions(one, content.questions, { preset: presetsOf(one)[0]!, seed, past })));
    assert.equal(new Set(past.flat()).size, 300);
  });
});
