import assert from 'node:assert/strict';
import type { ContentFile } from '../../../src/knowledge/parseContent';
import { figuresOf, rightIsLongest, tablesIn } from '../../content/figures';
import { nearDuplicates, qualityProblems } from '../../content/quality';
import { contentOf, fact, question, questions, service, topic, type Fields } from '../knowledge/builders';

const option = (text: string, correct = false): Fields => ({ text, correct, rationale: 'Because.', ...(correct ? {} : { tempting: 'It looks right.' }) });

const story = 'A team that prints tickets moves its queue to AWS and wants each ticket printed once, in order, although two printers share the work.';
const sheet = service('sqs', { facts: [fact('size')] });
const longer = Array.from({ length: 45 }, (_, word) => `word${word}`).join(' ');

describe('near duplicates', () => {
  it('are stems that share most of their runs of three words', () => {
    const one = { id: 'one', stem: story };
    const other = { id: 'other', stem: story.replace('tickets', 'invoices').replace('two printers', 'three printers') };
    const [[first, second, alike] = []] = nearDuplicates([one, { id: 'third', stem: longer }, other]);
    assert.deepEqual([first, second], ['one', 'other']);
    assert.ok(alike! > 0.4 && alike! < 1);
  });

  it('are not stems that end in the same question', () => {
    const end = 'Which solution meets these requirements with the least operational overhead?';
    assert.deepEqual(
      nearDuplicates([
        { id: 'one', stem: `${story} ${end}` },
        { id: 'other', stem: `${longer} ${end}` },
      ]),
      [],
    );
  });
});

describe('the rules of good content', () => {
  const told = (...files: readonly ContentFile[]): string[] => qualityProblems(contentOf(...files)).map(({ id, message }) => `${id}: ${message}`);
  const older = (statement: string): ContentFile => service('sqs', { facts: [fact('size', { was: [{ statement }] })] });

  it('let an older statement stand that reads like one of its time', () => {
    assert.deepEqual(told(older('A message holds at most 256 KB.')), []);
  });

  for (const statement of [
    'A message no longer holds 256 KB.',
    'Older notes say 256 KB.',
    'Messages used to hold 256 KB.',
    'Until 2025 a message held 256 KB.',
  ]) {
    it(`report the older statement "${statement}", which gives itself away`, () => {
      assert.match(told(older(statement)).join(), /^sqs: "was" of size says/);
    });
  }

  it('report a current sheet without a fact', () => {
    assert.deepEqual(told(service('sqs', { facts: [] })), ['sqs: a sheet without a fact.']);
  });

  it('report stems and options out of length, and stems too much alike', () => {
    const long = Array.from({ length: 141 }, (_, word) => `w${word}`).join(' ');
    assert.match(told(sheet, questions(question('short', { stem: 'Which queue?' }))).join(), /short: the stem has 2 words/);
    assert.match(told(sheet, questions(question('long', { stem: long }))).join(), /long: the stem has 141 words/);
    const wordy = [option(long.slice(0, 390), true), option('b'), option('c'), option('d')];
    assert.match(told(sheet, questions(question('wordy', { stem: story, options: wordy }))).join(), /wordy: an option of \d+ words/);
    assert.match(told(sheet, questions(question('a', { stem: story }), question('b', { stem: story }))).join(), /b: its stem is 100 % like that of a/);
  });
});

describe('figures', () => {
  it('count a table by the line that rules off its head', () => {
    assert.equal(tablesIn('| a | b |\n|---|---|\n| 1 | 2 |\n\ntext\n\n| a |\n|:-:|\n| 1 |\n'), 2);
    assert.equal(tablesIn('no table: | a |\n'), 0);
  });

  it('tell where length gives the right option away', () => {
    const made = (right: string): Parameters<typeof rightIsLongest>[0] => {
      const [asked] = contentOf(sheet, questions(question('a', { options: [option(right, true), option('middle'), option('b'), option('c')] }))).questions;
      return asked!;
    };
    assert.equal(rightIsLongest(made('the longest')), true);
    assert.equal(rightIsLongest(made('mid')), false);
    assert.equal(rightIsLongest(made('equals')), false);
  });

  it('count notes, questions and coverage', () => {
    const content = contentOf(
      service('sqs', { facts: [fact('a'), fact('b')] }, '| a |\n|---|\n| 1 |\n'),
      topic('scaling', {}, '```dot\ndigraph {}\n```\n'),
      questions(question('a', { stem: longer, tasks: ['saa-c03/2.1'] })),
    );
    const figures = figuresOf(
      content,
      [
        { item: 'x', taught: ['sqs#a'] },
        { item: 'y', left: 'an aside' },
      ],
      [{ table: 1, taught: ['sqs#a'] }],
    );
    assert.equal(figures.services.count, 1);
    assert.deepEqual(figures.topics, { count: 1, withDiagram: 1 });
    assert.equal(figures.comparisonTables, 1);
    assert.equal(figures.questions.scenarios, 1);
    assert.deepEqual([figures.coverage.taught, figures.coverage.left, figures.coverage.missing, figures.coverage.tables], [1, 1, 1804, 1]);
  });
});
