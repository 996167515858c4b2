import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { propertyLookup } from '../../../src/build/cloudFormationProperties';
import { readContentFolder } from '../../../src/build/contentFolder';
import { checkContent } from '../../../src/knowledge/checkContent';
import { referenceTo, titleOf, type Note } from '../../../src/knowledge/content';
import { parseContent } from '../../../src/knowledge/parseContent';
import { renderMarkdown } from '../../../src/panel/markdown';
import { decisionCards } from '../../../src/study/decisionCards';
import { drills } from '../../../src/study/drills/drills';
import { factCards } from '../../../src/study/factCards';
import { isOptionQuestion } from '../../../src/study/session';
import { realContent, realKnowledge } from '../support';
import { told } from '../knowledge/builders';
import { figuresOf, inventory, seedCoverage, seedTables } from '../../content/figures';
import { qualityProblems } from '../../content/quality';

const root = join(__dirname, '../../..');

/** What can be pointed at in a note: its facts, its decisions and its headings. */
function targetsOf(note: Note): string[] {
  const headings = renderMarkdown(note.body).headings.map(({ slug }) => `${note.id}#${slug}`);
  return [...[...note.facts, ...note.decisions].map((item) => referenceTo(note, item)), ...headings];
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the notes', () => {
  const content = realContent();
  const knowledge = realKnowledge();
  const asked = content.questions.filter(isOptionQuestion);
  const figures = figuresOf(content, seedCoverage(), seedTables());

  it('are read without a problem', () => {
    assert.deepEqual(told(parseContent(readContentFolder(join(root, 'notes'))).problems), []);
  });

  it('agree with each other, with the exams and with CloudFormation', () => {
    assert.deepEqual(told(checkContent(parseContent(readContentFolder(join(root, 'notes'))), propertyLookup())), []);
  });

  it('keep to the rules of good questions and of older statements', () => {
    assert.deepEqual(qualityProblems(content), []);
  });

  for (const [what, least, count] of [
    ['service sheets', 120, figures.services.count],
    ['topic notes', 40, figures.topics.count],
    ['topic notes with a diagram', 25, figures.topics.withDiagram],
    ['facts', 1300, figures.facts.count],
    ['decisions', 170, figures.decisions],
    ['comparison tables', 46, figures.comparisonTables],
    ['questions', 450, figures.questions.count],
    ['scenarios', 300, figures.questions.scenarios],
    ['ordering questions', 3, figures.questions.types.ordering ?? 0],
    ['matching questions', 3, figures.questions.types.matching ?? 0],
  ] as const) {
    it(`hold at least ${least} ${what}`, () => {
      assert.ok(count >= least, `${count} ${what}`);
    });
  }

  it('ask for several options in at least a fifth of the questions', () => {
    assert.ok(figures.questions.multipleResponseShare >= 0.2, String(figures.questions.multipleResponseShare));
  });

  it('ask for more than remembering in at least half of the questions', () => {
    assert.ok(figures.questions.aboveRememberShare >= 0.5, String(figures.questions.aboveRememberShare));
  });

  it('spread the questions over the domains of the current exams by weight', () => {
    for (const [exam, domains] of Object.entries(figures.questions.domains)) {
      for (const [domain, { share, weight }] of Object.entries(domains)) {
        assert.ok(Math.abs(share - weight) <= 0.05, `${exam}, domain ${domain}: ${share} of the questions, weight ${weight}`);
      }
    }
  });

  it('spread the questions over the services, none of which is the first concern of more than a tenth', () => {
    const services = Object.keys(figures.questions.services).length;
    assert.ok(services >= 100, `${services} services have questions`);
    for (const { id } of content.services) {
      const own = content.questions.filter(({ services: [first] }) => first === id).length;
      assert.ok(own <= figures.questions.count / 10, `${id}: ${own} questions`);
    }
  });

  it('place the right option anywhere', () => {
    const choices = Object.values(figures.questions.positionsOfRight).reduce((sum, count) => sum + count, 0);
    for (const place of ['1', '2', '3', '4']) assert.ok((figures.questions.positionsOfRight[place] ?? 0) >= 0.18 * choices, `place ${place}`);
  });

  it('carry the tasks of both current exams and the numbers of the old blueprint, questions too', () => {
    for (const { id, tasks } of knowledge.notes)
      assert.ok(
        tasks.some((task) => task.startsWith('sap-c02/') || task.startsWith('saa-c03/')),
        id,
      );
    for (const { id, tasks } of content.questions) {
      assert.ok(
        tasks.some((task) => task.startsWith('sap-c02/')),
        id,
      );
      assert.ok(
        tasks.some((task) => task.startsWith('sap-2014/')),
        id,
      );
    }
    for (const exam of content.exams) {
      for (const { tasks } of exam.domains) {
        for (const task of tasks)
          assert.ok(
            knowledge.notes.some((note) => note.tasks.includes(`${exam.id}/${task.id}`)),
            `${exam.id}/${task.id}`,
          );
      }
    }
  });

  it('give every option its rationale, and every wrong one what tempts to it', () => {
    for (const { id, options } of asked) {
      for (const { correct, rationale, tempting, text } of options) {
        assert.ok(rationale.length > 20, `${id}: ${text}`);
        assert.equal(tempting === undefined, correct, `${id}: ${text}`);
      }
    }
  });

  it('do not give the right option away by its length', () => {
    assert.ok(figures.questions.rightLongestShare <= 0.35, String(figures.questions.rightLongestShare));
  });

  it('have questions for every current service that templates can build, and for every topic but the exam guides', () => {
    const without = new Set(figures.questions.notesWithout);
    const owed = [...content.services.filter(({ status, types }) => status.state === 'current' && types.length > 0), ...content.topics];
    assert.deepEqual(
      owed.map(({ id }) => id).filter((id) => without.has(id) && !['exam-guide', 'exam-technique'].includes(id)),
      [],
    );
  });

  it('have weights that make a hundred in every exam', () => {
    for (const { id, domains } of content.exams) {
      assert.equal(
        domains.reduce((sum, { weight }) => sum + weight, 0),
        100,
        id,
      );
    }
  });

  it('link only to headings, facts and decisions that exist', () => {
    const targets = new Set(knowledge.notes.flatMap(targetsOf));
    const dead = knowledge.notes.flatMap((note) =>
      [...note.body.matchAll(/\]\((?!https?:)([^)\s#]*)#([^)\s]+)\)/g)]
        .map(([, other, heading]) => `${other === '' ? note.id : other}#${heading}`)
        .filter((target) => !targets.has(target))
        .map((target) => `${note.id} links to ${target}`),
    );
    assert.deepEqual(dead, []);
  });

  it('have no heading twice in one note, so that each can be linked to', () => {
    for (const note of knowledge.notes) assert.deepEqual(repeated(renderMarkdown(note.body).headings.map(({ slug }) => slug)), [], note.id);
  });

  it('have a title of their own each', () => {
    assert.deepEqual(repeated(knowledge.notes.map(titleOf)), []);
  });
});

describe('the README', () => {
  it('tells how much there is', () => {
    const { services, topics, facts, decisions, comparisonTables, questions, changes } = figuresOf(realContent(), seedCoverage(), seedTables());
    const readme = readFileSync(join(root, 'README.md'), 'utf8').replaceAll(/\s+/g, ' ');
    for (const [count, what] of [
      [services.count, 'service sheets'],
      [topics.count, 'topics'],
      [topics.withDiagram, 'with a diagram'],
      [facts.count, 'facts'],
      [decisions, 'decisions'],
      [comparisonTables, 'tables'],
      [questions.count, 'questions'],
      [changes, 'statements of older material'],
      [factCards(realKnowledge()).length, 'fact cards'],
      [decisionCards(realKnowledge()).length, 'decision cards'],
      [drills.length, 'drills'],
    ] as const) {
      assert.ok(readme.includes(` ${count} ${what}`) || readme.includes(`(${count} ${what}`), `${count} ${what}`);
    }
  });
});

describe('the inventory of the seed material', () => {
  const coverage = seedCoverage();

  it('is listed whole and in order, each item once', () => {
    const items = coverage.map(({ item }) => item);
    assert.equal(items.length, inventory.items);
    assert.deepEqual(items, [...new Set(items)].sort());
  });

  it('says of each item where it is taught or why it is left out', () => {
    for (const { item, taught, left } of coverage) {
      const sound = taught ? taught.length > 0 && left === undefined : left !== undefined && left.length > 20;
      assert.ok(sound, item);
    }
  });

  it('points only at facts, decisions and headings that exist', () => {
    const targets = new Set(realKnowledge().notes.flatMap(targetsOf));
    const missing = coverage.flatMap(({ item, taught = [] }) => taught.filter((target) => !targets.has(target)).map((target) => `${item}: ${target}`));
    assert.deepEqual(missing, []);
  });

  it('is left out by at most six percent', () => {
    const left = coverage.filter((entry) => entry.left !== undefined);
    assert.ok(left.length <= 0.06 * coverage.length, `${left.length} of ${coverage.length}`);
  });

  it('has every table taught, by places that exist', () => {
    const tables = seedTables();
    const targets = new Set(realKnowledge().notes.flatMap(targetsOf));
    assert.deepEqual(
      tables.map(({ table }) => table),
      Array.from({ length: inventory.tables }, (_, index) => index + 1),
    );
    for (const { table, taught } of tables)
      assert.ok(taught.length > 0 && taught.every((target) => targets.has(target)), `table ${table}: ${taught.join(', ')}`);
  });
});
