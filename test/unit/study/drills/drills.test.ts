import assert from 'node:assert/strict';
import fc from 'fast-check';
import { referenceTo } from '../../../../src/knowledge/content';
import { questionSchema } from '../../../../src/knowledge/schema';
import { kindOf } from '../../../../src/study/asked';
import { askDrill, drillCards, drills } from '../../../../src/study/drills/drills';
import { roundedUp, written } from '../../../../src/study/drills/drill';
import { isRight } from '../../../../src/study/session';
import { realContent } from '../../support';
import { properties } from '../builders';
import { anySeed } from './stems';

function asked(id: string, seed: number) {
  const made = askDrill(`drill:${id}`, seed);
  assert.ok(made);
  const { prompt, solution = [] } = made;
  assert.ok(prompt.type === 'number' || prompt.type === 'choice');
  return { prompt, solution };
}

/** Whether the answer stands in the text as a whole, not as a piece of a longer number. */
function holds(text: string, answer: string): boolean {
  const literal = answer.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^\\d.,])${literal}(?!\\d|[.,]\\d)`).test(text);
}

describe('the drills', () => {
  const content = realContent();
  const notes = [...content.services, ...content.topics];
  const known = new Set(notes.flatMap((note) => [...note.facts, ...note.decisions].map((item) => referenceTo(note, item))));
  const tasks = new Set(content.exams.flatMap(({ id, domains }) => domains.flatMap((domain) => domain.tasks.map((task) => `${id}/${task.id}`))));
  const services = new Set(content.services.map(({ id }) => id));

  it('are at least eighteen with ids of their own', () => {
    assert.ok(drills.length >= 18, String(drills.length));
    assert.equal(new Set(drills.map(({ id }) => id)).size, drills.length);
  });

  it('are cards of the kind drill', () => {
    const cards = drillCards();
    assert.deepEqual(
      cards.map(({ card }) => card),
      drills.map(({ id }) => `drill:${id}`),
    );
    assert.ok(cards.every(({ card, kind }) => kind === 'drill' && kindOf(card) === 'drill'));
  });

  it('touch both exams of today', () => {
    for (const exam of ['saa-c03/', 'sap-c02/']) {
      const without = drills.filter((drill) => !drill.tasks.some((task) => task.startsWith(exam))).map(({ id }) => id);
      assert.deepEqual(without, []);
    }
  });

  it('are not made for other cards', () => {
    assert.equal(askDrill('drill:no-such-drill', 1), undefined);
    assert.equal(askDrill('question:usable-addresses', 1), undefined);
    assert.equal(askDrill('usable-addresses', 1), undefined);
  });

  for (const drill of drills) {
    describe(drill.id, () => {
      it('names facts, tasks and services of the notes', () => {
        assert.deepEqual(
          drill.facts.filter((fact) => !known.has(fact)),
          [],
        );
        assert.deepEqual(
          drill.tasks.filter((task) => !tasks.has(task)),
          [],
        );
        assert.deepEqual(
          drill.services.filter((service) => !services.has(service)),
          [],
        );
      });

      it('makes questions that the notes could hold, the same for the same seed', () => {
        fc.assert(
          fc.property(anySeed, (seed) => {
            const made = askDrill(`drill:${drill.id}`, seed);
            assert.equal(made?.card, `drill:${drill.id}`);
            const read = questionSchema.safeParse(made.prompt);
            assert.ok(read.success, read.error?.message);
            assert.deepEqual(askDrill(`drill:${drill.id}`, seed), made);
          }),
          properties,
        );
      });

      it('has one right answer, and what is further off than the tolerance is wrong', () => {
        fc.assert(
          fc.property(anySeed, (seed) => {
            const { prompt } = asked(drill.id, seed);
            if (prompt.type === 'number') {
              const { value, tolerance } = prompt.answer;
              assert.ok(Number.isFinite(value) && value > 0, prompt.stem);
              assert.ok(isRight(prompt, [value]));
              const step = tolerance + Math.max(tolerance, value * 1e-6) / 2;
              assert.ok(!isRight(prompt, [value + step]) && !isRight(prompt, [value - step]));
              assert.ok(isRight(prompt, [value + tolerance / 2]));
              assert.ok(tolerance > 0 || Number(value.toFixed(4)) === value, `${value} has too many decimals to be typed`);
              return;
            }
            assert.equal(prompt.options.filter(({ correct }) => correct).length, 1);
            assert.equal(new Set(prompt.options.map(({ text }) => text)).size, prompt.options.length);
            prompt.options.forEach(({ correct, tempting }, index) => {
              assert.equal(isRight(prompt, [index]), correct);
              assert.equal(tempting === undefined, correct);
            });
          }),
          properties,
        );
      });

      it('says its numbers plainly and ends the solution in the answer', () => {
        fc.assert(
          fc.property(anySeed, (seed) => {
            const { prompt, solution } = asked(drill.id, seed);
            const texts = [
              prompt.stem,
              ...solution,
              ...(prompt.type === 'choice' ? prompt.options.flatMap((option) => [option.text, option.rationale]) : [prompt.rationale]),
            ];
            for (const text of texts) {
              assert.doesNotMatch(text, /NaN|undefined|Infinity|\[object/, text);
              assert.doesNotMatch(text, /(^|[\s(=])-\d/, text);
              assert.doesNotMatch(text, /\d\.\d{5,}/, text);
              assert.doesNotMatch(text, /\be[+-]\d|\s{2}|\s$|^$/, text);
            }
            assert.match(prompt.stem, /\?|Round|rounded|decimal|after the slash/);
            const answer = prompt.type === 'number' ? written(prompt.answer.value) : (prompt.options.find(({ correct }) => correct)?.text ?? '');
            assert.ok(solution.length >= 2);
            const last = solution.at(-1) ?? '';
            assert.ok(holds(last, answer), `${answer} in "${last}"`);
          }),
          properties,
        );
      });

      it('changes with the seed, in numbers and in words', () => {
        const made = Array.from({ length: 100 }, (_, seed) => asked(drill.id, seed).prompt);
        const answers = new Set(made.map((prompt) => (prompt.type === 'number' ? prompt.answer.value : prompt.options.findIndex(({ correct }) => correct))));
        const wordings = new Set(made.map(({ stem }) => stem.replace(/[\d.,]+/g, '0').slice(0, 40)));
        assert.ok(answers.size >= (made[0]?.type === 'choice' ? 3 : 8), `${answers.size} answers`);
        assert.ok(wordings.size >= 2, `${wordings.size} wordings`);
      });
    });
  }
});

describe('numbers of a drill', () => {
  it('are written with a comma for thousands and at most four decimals', () => {
    assert.deepEqual([3000, 0.25, 2 / 3, 99.9975].map(written), ['3,000', '0.25', '0.6667', '99.9975']);
  });

  it('are rounded up from what they are, not from the noise of binary fractions', () => {
    assert.deepEqual([0.1 + 0.2 + 2.7, 1.1 * 3 * 10, 2.01, 3].map(roundedUp), [3, 33, 3, 3]);
  });
});
