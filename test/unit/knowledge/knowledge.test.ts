import assert from 'node:assert/strict';
import { isService, referenceTo, titleOf } from '../../../src/knowledge/content';
import { Knowledge } from '../../../src/knowledge/knowledge';
import { contentOf, decision, exam, fact, question, questions, service, topic } from './builders';

const size = 'AWS::SQS::Queue/MaximumMessageSize';
const knowledge = new Knowledge(
  contentOf(
    exam(),
    service('sqs', { types: ['AWS::SQS::Queue'], facts: [fact('size', { property: size }), fact('order')], decisions: [decision('fan-out')] }),
    service('ec2', { types: ['AWS::EC2::Instance'] }),
    service('vpc', { types: ['AWS::EC2::VPC', 'AWS::NetworkManager::Site'] }),
    topic('queues', { facts: [fact('size', { property: size })] }),
    topic('scaling'),
    questions(
      question('of-sqs', { tasks: ['exam-1/1.2'] }),
      question('of-ec2', { tasks: ['exam-1/10.1'], services: ['ec2', 'sqs'], facts: ['queues#size'] }),
      question('of-vpc', { tasks: ['exam-1/10.2', 'exam-1/1.1'], services: ['vpc'], facts: ['queues-2#size'] }),
    ),
  ),
);
const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

describe('Knowledge', () => {
  it('has services and topics as notes, services first', () => {
    assert.deepEqual(ids(knowledge.notes), ['sqs', 'ec2', 'vpc', 'queues', 'scaling']);
  });

  it('finds notes, exams and questions by id, and nothing by any other', () => {
    assert.equal(knowledge.note('sqs')!.id, 'sqs');
    assert.equal(knowledge.note('queues')!.id, 'queues');
    assert.equal(knowledge.exam('exam-1')!.code, 'EX-1');
    assert.equal(knowledge.question('of-ec2')!.id, 'of-ec2');
    assert.deepEqual([knowledge.note('of-ec2'), knowledge.exam('sqs'), knowledge.question('exam-1')], [undefined, undefined, undefined]);
  });

  it('finds facts and decisions by their reference, with their note', () => {
    const { note, fact: found } = knowledge.fact('queues#size')!;
    assert.deepEqual([note.id, found.id], ['queues', 'size']);
    assert.equal(knowledge.decision('sqs#fan-out')!.decision.need, 'A need of fan-out.');
    assert.equal(knowledge.decision('sqs#fan-out')!.note.id, 'sqs');
    assert.deepEqual([knowledge.fact('sqs#fan-out'), knowledge.decision('sqs#size'), knowledge.fact('size')], [undefined, undefined, undefined]);
  });

  it('finds the service that owns a CloudFormation type', () => {
    assert.equal(knowledge.serviceOf('AWS::SQS::Queue')!.id, 'sqs');
    assert.equal(knowledge.serviceOf('AWS::EC2::VPC')!.id, 'vpc');
  });

  it('takes an unlisted type for the service that owns all listed ones of its namespace', () => {
    assert.equal(knowledge.serviceOf('AWS::SQS::QueueInlinePolicy')!.id, 'sqs');
    assert.equal(knowledge.serviceOf('AWS::NetworkManager::Link')!.id, 'vpc');
  });

  it('takes one of a shared namespace for the service named like it, and one of a namespace that none has for nobody', () => {
    assert.equal(knowledge.serviceOf('AWS::EC2::Volume')!.id, 'ec2');
    assert.equal(knowledge.serviceOf('AWS::SNS::Topic'), undefined);
    assert.equal(knowledge.serviceOf('nonsense'), undefined);
  });

  it('finds the facts of a property in all notes', () => {
    assert.deepEqual(
      knowledge.factsOf('AWS::SQS::Queue', 'MaximumMessageSize').map(({ note, fact: found }) => referenceTo(note, found)),
      ['sqs#size', 'queues#size'],
    );
    assert.deepEqual(knowledge.factsOf('AWS::SQS::Queue', 'DelaySeconds'), []);
    assert.deepEqual(knowledge.factsOf('AWS::SNS::Topic', 'MaximumMessageSize'), []);
  });

  it('finds the questions of a service, in whatever place it is named', () => {
    assert.deepEqual(ids(knowledge.questionsOfService('sqs')), ['of-sqs', 'of-ec2']);
    assert.deepEqual(knowledge.questionsOfService('queues'), []);
  });

  it('finds the questions of a note: those of its service and those that test its facts', () => {
    assert.deepEqual(ids(knowledge.questionsOfNote(knowledge.note('sqs')!)), ['of-sqs', 'of-ec2']);
    assert.deepEqual(ids(knowledge.questionsOfNote(knowledge.note('queues')!)), ['of-ec2']);
    assert.deepEqual(knowledge.questionsOfNote(knowledge.note('scaling')!), []);
  });

  it('finds the questions of an exam, a domain or a task, and takes 1 not for 10', () => {
    assert.deepEqual(ids(knowledge.questionsOfExam('exam-1')), ['of-sqs', 'of-ec2', 'of-vpc']);
    assert.deepEqual(ids(knowledge.questionsOfExam('exam-1', '1')), ['of-sqs', 'of-vpc']);
    assert.deepEqual(ids(knowledge.questionsOfExam('exam-1', '10')), ['of-ec2', 'of-vpc']);
    assert.deepEqual(ids(knowledge.questionsOfExam('exam-1', '1.1')), ['of-vpc']);
    assert.deepEqual(ids(knowledge.questionsOfExam('exam-1', '10.1')), ['of-ec2']);
    assert.deepEqual(knowledge.questionsOfExam('exam'), []);
  });
});

describe('a note', () => {
  it('is a service or a topic, each with its title', () => {
    assert.deepEqual(knowledge.notes.map(isService), [true, true, true, false, false]);
    assert.equal(titleOf(knowledge.note('sqs')!), 'Amazon sqs');
    assert.equal(titleOf(knowledge.note('queues')!), 'About queues');
  });
});
