import assert from 'node:assert/strict';
import type { z } from 'zod';
import { examSchema, questionSchema, serviceSchema, topicSchema } from '../../../src/knowledge/schema';
import { decision, exam, fact, options, page, question, service, topic, type Fields } from './builders';

function frontMatter({ text }: { text: string }): Fields {
  return JSON.parse(text.split('---\n')[1] ?? text) as Fields;
}

const step = { text: 'A step.', rationale: 'Because.' };
const pair = { left: 'One', right: 'Other', rationale: 'Because.' };
const answer = { value: 4, unit: 'days' };
const asked = Object.fromEntries(Object.entries(question('one')).filter(([name]) => name !== 'options'));

const bases: Record<string, { schema: z.ZodType; value: Fields }> = {
  exam: { schema: examSchema, value: JSON.parse(exam().text) as Fields },
  service: { schema: serviceSchema, value: frontMatter(service('sqs')) },
  topic: { schema: topicSchema, value: frontMatter(topic('queues')) },
  choice: { schema: questionSchema, value: question('one') },
  'multiple response': { schema: questionSchema, value: question('one', { type: 'multiple-response', options: options(2, 3) }) },
  ordering: { schema: questionSchema, value: { ...asked, type: 'ordering', steps: [step, step, step] } },
  matching: { schema: questionSchema, value: { ...asked, type: 'matching', pairs: [pair, pair, pair] } },
  number: { schema: questionSchema, value: { ...asked, type: 'number', rationale: 'Because.', answer } },
};

/** Paths of what a schema objects to after the given changes; none where it takes the value. */
function objections(base: string, changes: Fields): string[] {
  const { schema, value } = bases[base]!;
  const result = schema.safeParse({ ...value, ...changes });
  return result.success ? [] : [...new Set(result.error.issues.map(({ path }) => path.join('.')))];
}

const text = (length: number): string => 'x'.repeat(length);
const was = (until: string): Fields => ({ facts: [fact('a', { was: [{ statement: 'It was less.', until }] })] });

/** What a schema takes, what it does not, and the path that it then names. */
const limits: [what: string, base: string, good: Fields, bad: Fields, path: string][] = [
  ['an id is words joined by hyphens', 'topic', { id: 'sts-and-2' }, { id: 'sts--and' }, 'id'],
  ['an id has no capitals', 'topic', { id: 'queues' }, { id: 'Queues' }, 'id'],
  ['a summary has at most 400 characters', 'topic', { summary: text(400) }, { summary: text(401) }, 'summary'],
  ['a summary is not blank', 'topic', { summary: ' x ' }, { summary: '  ' }, 'summary'],
  ['a note names a task', 'topic', { tasks: ['a/1.1'] }, { tasks: [] }, 'tasks'],
  ['a task is named with its exam', 'topic', { tasks: ['sap-c02/2.14'] }, { tasks: ['2.1'] }, 'tasks.0'],
  ['a topic names services by id', 'topic', { services: ['sqs'] }, { services: ['Amazon SQS'] }, 'services.0'],
  ['an alias is not empty', 'service', { aliases: ['SQS'] }, { aliases: [''] }, 'aliases.0'],
  ['a category is one of the list', 'service', { category: 'database' }, { category: 'databases' }, 'category'],
  ['a service names its CloudFormation types in full', 'service', { types: ['AWS::SQS::Queue'] }, { types: ['AWS::SQS'] }, 'types.0'],
  ['a cue has its meaning', 'service', { cues: [{ words: 'a', meaning: 'b' }] }, { cues: [{ words: 'a' }] }, 'cues.0.meaning'],
  ['a trap has at most 400 characters', 'service', { traps: [text(400)] }, { traps: [text(401)] }, 'traps.0'],
  ['the page of a service is from AWS', 'service', { page: 'https://aws.amazon.com/sqs/' }, { page: 'https://aws.amazon.com.example.com/' }, 'page'],
  [
    'a retired service says since when and what replaces it',
    'service',
    { status: { state: 'retired', since: '2025', replacement: 'Another.', source: page } },
    { status: { state: 'retired', replacement: 'Another.', source: page } },
    'status.since',
  ],
  ['a status is current, closed or retired', 'service', { status: { state: 'current' } }, { status: { state: 'old' } }, 'status.state'],
  ['a fact is of a known kind', 'topic', { facts: [fact('a', { kind: 'price' })] }, { facts: [fact('a', { kind: 'fact' })] }, 'facts.0.kind'],
  ['a source uses https', 'topic', { facts: [fact('a')] }, { facts: [fact('a', { source: 'http://aws.amazon.com/a' })] }, 'facts.0.source'],
  ['a source is an address', 'topic', { facts: [fact('a')] }, { facts: [fact('a', { source: 'AWS docs' })] }, 'facts.0.source'],
  ['a fact has the day on which it was checked', 'topic', { facts: [fact('a')] }, { facts: [fact('a', { checked: '2026-01' })] }, 'facts.0.checked'],
  [
    'a property is named with its type',
    'topic',
    { facts: [fact('a', { property: 'AWS::S3::Bucket/VersioningConfiguration.Status' })] },
    { facts: [fact('a', { property: 'VersioningConfiguration' })] },
    'facts.0.property',
  ],
  ['the least value is a number', 'topic', { facts: [fact('a', { min: 0 })] }, { facts: [fact('a', { min: '0' })] }, 'facts.0.min'],
  ['a default may be true', 'topic', { facts: [fact('a', { default: true })] }, { facts: [fact('a', { default: [] })] }, 'facts.0.default'],
  ['older values are listed only where there are some', 'topic', { facts: [fact('a')] }, { facts: [fact('a', { was: [] })] }, 'facts.0.was'],
  ['an older value may end with a year', 'topic', was('2018'), was('18'), 'facts.0.was.0.until'],
  ['an older value may end with a month', 'topic', was('2018-07'), was('July 2018'), 'facts.0.was.0.until'],
  [
    'a reason has at most 1,500 characters',
    'topic',
    { decisions: [decision('a', { why: text(1500) })] },
    { decisions: [decision('a', { why: text(1501) })] },
    'decisions.0.why',
  ],
  ['a decision says what not to use', 'topic', { decisions: [decision('a')] }, { decisions: [decision('a', { not: '' })] }, 'decisions.0.not'],
  ['a choice has three options', 'choice', { options: options(1, 2) }, { options: options(1, 1) }, 'options'],
  ['a choice has at most six options', 'choice', { options: options(1, 5) }, { options: options(1, 6) }, 'options'],
  ['a multiple response has five options', 'multiple response', { options: options(2, 3) }, { options: options(2, 2) }, 'options'],
  ['a multiple response has at most eight options', 'multiple response', { options: options(2, 6) }, { options: options(2, 7) }, 'options'],
  ['an option has its rationale', 'choice', {}, { options: [...options(1, 2), { text: 'a', tempting: 'b' }] }, 'options.3.rationale'],
  ['a question tests a fact', 'choice', { facts: ['sqs#size'] }, { facts: [] }, 'facts'],
  ['a fact is named with its note', 'choice', { facts: ['sqs#size'] }, { facts: ['size'] }, 'facts.0'],
  ['a question is about a service', 'choice', { services: ['sqs'] }, { services: [] }, 'services'],
  ['a question has a source', 'choice', { sources: [page] }, { sources: [] }, 'sources'],
  ["a level is one of Bloom's", 'choice', { level: 'evaluate' }, { level: 'guess' }, 'level'],
  ['an ordering has three steps', 'ordering', { steps: [step, step, step] }, { steps: [step, step] }, 'steps'],
  ['a matching has at most eight pairs', 'matching', { pairs: Array(8).fill(pair) }, { pairs: Array(9).fill(pair) }, 'pairs'],
  ['a tolerance is not negative', 'number', { answer: { ...answer, tolerance: 0 } }, { answer: { ...answer, tolerance: -1 } }, 'answer.tolerance'],
  [
    'a task of an exam is numbered within its domain',
    'exam',
    {},
    { domains: [{ id: '1', title: 'a', weight: 1, tasks: [{ id: '1', title: 'a' }] }] },
    'domains.0.tasks.0.id',
  ],
  ['a weight is at most 100', 'exam', {}, { domains: [{ id: '1', title: 'a', weight: 101, tasks: [{ id: '1.1', title: 'a' }] }] }, 'domains.0.weight'],
  ['a sitting has questions', 'exam', { questions: 1 }, { questions: 0 }, 'questions'],
  ['a sitting may have no unscored questions', 'exam', { unscored: 0 }, { unscored: -1 }, 'unscored'],
  ['minutes are whole', 'exam', { minutes: 90 }, { minutes: 90.5 }, 'minutes'],
  ['an exam may leave out its passing score', 'exam', { passingScore: 720 }, { passingScore: 0 }, 'passingScore'],
];

describe('the content schema', () => {
  for (const [name, { schema, value }] of Object.entries(bases)) {
    it(`takes a sound ${name} and no unknown field`, () => {
      assert.ok(schema.safeParse(value).success);
      assert.deepEqual(objections(name, { other: 1 }), ['']);
    });
  }

  for (const [what, base, good, bad, path] of limits) {
    it(`sees to it that ${what}`, () => {
      assert.deepEqual(objections(base, good), []);
      assert.deepEqual(objections(base, bad), [path]);
    });
  }

  it('drops blanks around a line', () => {
    assert.equal((topicSchema.parse({ ...bases.topic!.value, summary: ' a ' }) as { summary: string }).summary, 'a');
  });

  it('takes an option for wrong and a tolerance for none unless they are given', () => {
    const choice = questionSchema.parse(bases.choice!.value);
    assert.ok(choice.type === 'choice');
    assert.deepEqual(
      choice.options.map(({ correct }) => correct),
      [true, false, false, false],
    );
    const number = questionSchema.parse(bases.number!.value);
    assert.ok(number.type === 'number');
    assert.equal(number.answer.tolerance, 0);
  });
});
