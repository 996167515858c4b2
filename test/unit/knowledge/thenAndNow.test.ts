import assert from 'node:assert/strict';
import { Knowledge } from '../../../src/knowledge/knowledge';
import { changeQuestions, changesOf } from '../../../src/knowledge/thenAndNow';
import { realContent, realKnowledge } from '../support';
import { contentOf, decision, fact, service, topic } from './builders';

const page = 'https://aws.amazon.com/about-aws/whats-new/2025/08/';
const content = contentOf(
  service('sqs', {
    name: 'Amazon SQS',
    facts: [
      fact('payload', { statement: 'A message holds up to 1 MiB.', was: [{ statement: 'A message holds up to 256 KB.', until: '2025-08-04', source: page }] }),
      fact('retention', { statement: 'Messages are kept four days.' }),
      fact('fifo', { statement: 'FIFO queues deliver once.', was: [{ statement: 'Every queue may deliver twice.' }, { statement: 'Order is never kept.' }] }),
    ],
    decisions: [decision('big', { need: 'Large payloads.', use: 'The message itself.', was: [{ statement: 'Always a pointer to S3.' }] })],
  }),
  topic('scaling', { title: 'Scaling', services: ['sqs'], facts: [fact('units', { statement: 'Now.', was: [{ statement: 'Then.' }] })] }),
);

describe('then and now', () => {
  it('lists every fact and decision that has changed, in the order of the notes', () => {
    assert.deepEqual(
      changesOf(content).map(({ reference, now, was }) => [reference, now, was.length]),
      [
        ['sqs#payload', 'A message holds up to 1 MiB.', 1],
        ['sqs#fifo', 'FIFO queues deliver once.', 2],
        ['sqs#big', 'Large payloads. The message itself.', 1],
        ['scaling#units', 'Now.', 1],
      ],
    );
  });

  it('asks one question for each changed fact, with older statements of the same note as wrong options, its own first', () => {
    const questions = changeQuestions(content);
    assert.deepEqual(
      questions.map(({ id, options }) => [id, options.map(({ text, correct }) => `${correct ? 'right' : 'wrong'}: ${text}`)]),
      [
        [
          'then-and-now:sqs#payload',
          [
            'right: A message holds up to 1 MiB.',
            'wrong: A message holds up to 256 KB.',
            'wrong: Every queue may deliver twice.',
            'wrong: Order is never kept.',
          ],
        ],
        [
          'then-and-now:sqs#fifo',
          ['right: FIFO queues deliver once.', 'wrong: Every queue may deliver twice.', 'wrong: Order is never kept.', 'wrong: A message holds up to 256 KB.'],
        ],
        ['then-and-now:scaling#units', ['right: Now.', 'wrong: Then.']],
      ],
    );
  });

  it('says of each wrong option since when it is out of date and what is true instead', () => {
    const [question] = changeQuestions(content);
    assert.equal(question!.options[1]!.rationale, 'Out of date since 2025-08-04. Today: A message holds up to 1 MiB.');
    assert.equal(question!.options[2]!.rationale, 'Out of date. Today: FIFO queues deliver once.');
    assert.deepEqual(question!.facts, ['sqs#payload']);
    assert.ok(question!.sources.includes(page));
  });

  it('is found by the id of its question, beside those of the content', () => {
    const knowledge = new Knowledge(content);
    assert.equal(knowledge.question('then-and-now:sqs#fifo')!.stem, 'Amazon SQS: which of these statements is true today?');
    assert.equal(knowledge.question('then-and-now:sqs#retention'), undefined);
    assert.equal(knowledge.changeQuestions().length, 3);
  });

  it('counts the services of a topic as its own', () => {
    assert.deepEqual(changeQuestions(content).at(-1)!.services, ['sqs']);
  });

  it('has exactly one right option and no text twice in every question made of the notes', () => {
    for (const { id, options } of changeQuestions(realContent())) {
      assert.equal(options.filter(({ correct }) => correct).length, 1, id);
      assert.ok(options.length >= 2, id);
      assert.equal(new Set(options.map(({ text }) => text)).size, options.length, id);
    }
  });

  it('leaves the questions of exams, services and notes as they are', () => {
    const knowledge = realKnowledge();
    assert.ok(knowledge.changeQuestions().length > 150);
    assert.ok(knowledge.questionsOfExam('sap-c02').every(({ id }) => !id.startsWith('then-and-now:')));
  });
});
