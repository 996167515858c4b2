import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { propertyLookup } from '../../../src/build/cloudFormationProperties';
import { readContentFolder } from '../../../src/build/contentFolder';
import { checkContent } from '../../../src/knowledge/checkContent';
import { referenceTo, titleOf, type Note } from '../../../src/knowledge/content';
import { parseContent } from '../../../src/knowledge/parseContent';
import { renderMarkdown } from '../../../src/panel/markdown';
import { isOptionQuestion } from '../../../src/study/session';
import { realContent, realKnowledge } from '../support';
import { told } from '../knowledge/builders';

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

  it('are read without a problem', () => {
    assert.deepEqual(told(parseContent(readContentFolder(join(root, 'notes'))).problems), []);
  });

  it('agree with each other, with the exams and with CloudFormation', () => {
    assert.deepEqual(told(checkContent(parseContent(readContentFolder(join(root, 'notes'))), propertyLookup())), []);
  });

  it('hold twelve services, five topics and at least sixty questions', () => {
    assert.equal(content.services.length, 12);
    assert.equal(content.topics.length, 5);
    assert.ok(content.questions.length >= 60, `${content.questions.length} questions`);
  });

  it('ask for several options in at least a fifth of the questions', () => {
    const several = content.questions.filter(({ type }) => type === 'multiple-response').length;
    assert.ok(several * 5 >= content.questions.length, `${several} of ${content.questions.length}`);
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
    const longest = asked.filter(({ type, options }) => {
      const right = options.find(({ correct }) => correct)!.text.length;
      return type === 'choice' && options.every(({ correct, text }) => correct || text.length < right);
    });
    assert.ok(longest.length * 4 <= asked.length, longest.map(({ id }) => id).join(', '));
  });

  it('have questions for every service and every topic', () => {
    for (const note of knowledge.notes) assert.ok(knowledge.questionsOfNote(note).length > 0, note.id);
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

interface Coverage {
  readonly item: string;
  readonly taught?: readonly string[];
  readonly left?: string;
}

describe('the inventory of the seed material', () => {
  const lines = readFileSync(join(root, 'test/content/seed-coverage.jsonl'), 'utf8').trimEnd().split('\n');
  const coverage = lines.map((line) => JSON.parse(line) as Coverage);

  it('is listed in order, each item once', () => {
    const items = coverage.map(({ item }) => item);
    assert.ok(items.length > 0);
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

  it('reaches every note', () => {
    const reached = new Set(coverage.flatMap(({ taught = [] }) => taught.map((target) => target.split('#')[0])));
    assert.deepEqual(
      realKnowledge().notes.filter(({ id }) => !reached.has(id)),
      [],
    );
  });

  it('is left out by at most six percent', () => {
    const left = coverage.filter((entry) => entry.left !== undefined);
    assert.ok(left.length <= 0.06 * coverage.length, `${left.length} of ${coverage.length}`);
  });
});
