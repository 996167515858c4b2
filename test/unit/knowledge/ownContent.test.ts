import assert from 'node:assert/strict';
import { readOwnContent } from '../../../src/knowledge/ownContent';
import { contentOf, exam, fact, question, questions, service, told, topic } from './builders';

const known = contentOf(exam(), service('sqs', { types: ['AWS::SQS::Queue'], facts: [fact('size')] }), topic('queues'), questions(question('one')));

function ids(content: Record<string, readonly { id: string }[]>): string[] {
  return Object.values(content).flatMap((list) => list.map(({ id }) => id));
}

describe('readOwnContent', () => {
  it('gives the own content alone, which may refer to the known', () => {
    const { content, problems } = readOwnContent([topic('mine', { services: ['sqs'] }, '[SQS](sqs) and [queues](queues)'), questions(question('two'))], known);
    assert.deepEqual(problems, []);
    assert.deepEqual(ids({ ...content }), ['mine', 'two']);
  });

  it('gives exams and services of the own as well', () => {
    const { content, problems } = readOwnContent([exam('exam-2'), service('mq', { tasks: ['exam-2/10.2'] })], known);
    assert.deepEqual(problems, []);
    assert.deepEqual(ids({ ...content }), ['exam-2', 'mq']);
  });

  for (const [name, file] of [
    ['an exam', exam('exam-1')],
    ['a service', service('sqs')],
    ['a topic', topic('queues')],
    ['a topic under the id of a service', topic('sqs')],
    ['a question', questions(question('one', { stem: 'Another stem?' }))],
  ] as const) {
    it(`reports ${name} whose id is taken, at its place, and leaves it out`, () => {
      const { content, problems } = readOwnContent([file], known);
      assert.deepEqual(ids({ ...content }), []);
      assert.equal(problems.length, 1, told(problems).join('\n'));
      assert.equal(problems[0]!.path, file.path);
      assert.match(problems[0]!.message, /^The id "[a-z0-9-]+" belongs to StackDrill's own content; choose another\.$/);
    });
  }

  it('reports an id that two own files have', () => {
    const { content, problems } = readOwnContent([topic('mine'), { ...topic('mine'), path: 'topics/1/mine.md' }], known);
    assert.deepEqual(ids({ ...content }), ['mine']);
    assert.deepEqual(told(problems), ['topics/1/mine.md:2:1: The id "mine" is taken: topics/mine.md:2 has it too.']);
  });

  it('reports broken files and keeps the rest', () => {
    const { content, problems } = readOwnContent([{ path: 'topics/broken.md', text: 'Just text.' }, topic('mine')], known);
    assert.deepEqual(ids({ ...content }), ['mine']);
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['topics/broken.md'],
    );
  });

  it('reports what own content says wrongly of the known, and keeps it', () => {
    const { content, problems } = readOwnContent([questions(question('two', { facts: ['sqs#colour'] }))], known);
    assert.deepEqual(ids({ ...content }), ['two']);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['two: no fact or decision "sqs#colour".'],
    );
  });

  it('reports a type that a known service owns, and a stem that a known question has', () => {
    const { problems } = readOwnContent([service('mine', { types: ['AWS::SQS::Queue'] }), questions(question('two', { stem: 'What of one?' }))], known);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['mine: the type AWS::SQS::Queue belongs to two services.', 'two: another question has the same stem.'],
    );
  });

  it('keeps quiet about mistakes of the known content', () => {
    const careless = contentOf(exam(), topic('queues', { services: ['nowhere'] }));
    assert.deepEqual(readOwnContent([topic('mine')], careless).problems, []);
  });
});
