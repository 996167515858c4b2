import assert from 'node:assert/strict';
import { checkContent } from '../../../src/knowledge/checkContent';
import type { ContentFile } from '../../../src/knowledge/parseContent';
import { decision, exam, fact, options, parsed, question, questions, service, told, topic, type Fields } from './builders';

const sqs = service('sqs', {
  types: ['AWS::SQS::Queue'],
  facts: [fact('size', { property: 'AWS::SQS::Queue/MaximumMessageSize' })],
  decisions: [decision('fan-out')],
});
const known = (type: string, path: string): boolean => type === 'AWS::SQS::Queue' && path === 'MaximumMessageSize';

/** What is wrong with these files beside a sound exam and a sound note of SQS. */
function mistakes(...files: readonly ContentFile[]): string[] {
  return told(checkContent(parsed(exam(), sqs, ...files), known));
}

function mistakesOf(id: string, fields: Fields): string[] {
  return mistakes(questions(question(id, fields))).map((text) => text.replace(/^questions\/some\.yaml:1:15: /, ''));
}

const several = (right: number, wrong: number, stem: string): Fields => ({ type: 'multiple-response', options: options(right, wrong), stem });
const withOption = (change: Fields): Fields => ({
  options: [...options(1, 2), { text: 'Another', rationale: 'Because.', tempting: 'It looks right.', ...change }],
});

describe('checkContent', () => {
  it('finds nothing in sound content', () => {
    const body = 'See [SQS](sqs), [its sizes](sqs#sizes), [above](#above) and [AWS](https://aws.amazon.com/).';
    const several = question('two', { type: 'multiple-response', options: options(2, 3), stem: 'Which TWO?', facts: ['sqs#fan-out', 'queues#order'] });
    assert.deepEqual(mistakes(topic('queues', { services: ['sqs'], facts: [fact('order')] }, body), questions(question('one'), several)), []);
  });

  describe('of notes', () => {
    it('reports a task that no exam has, at the note', () => {
      assert.deepEqual(mistakes(topic('queues', { tasks: ['exam-1/1.1', 'exam-1/1.3', 'exam-2/1.1'] })), [
        'topics/queues.md:2:1: queues: no exam has the task "exam-1/1.3".',
        'topics/queues.md:2:1: queues: no exam has the task "exam-2/1.1".',
      ]);
    });

    it('reports an id that stands twice among facts and decisions', () => {
      assert.deepEqual(mistakes(topic('queues', { facts: [fact('order'), fact('size')], decisions: [decision('order')] })), [
        'topics/queues.md:2:1: queues: the id "order" stands twice among its facts and decisions.',
      ]);
    });

    it('reports a link to a note that does not exist', () => {
      assert.deepEqual(mistakes(topic('queues', {}, 'See [SNS](sns) and [its topics](sns-topics#fifo).')), [
        'topics/queues.md:2:1: queues: links to the note "sns", which does not exist.',
        'topics/queues.md:2:1: queues: links to the note "sns-topics", which does not exist.',
      ]);
    });

    it('reports a property that CloudFormation does not have', () => {
      const facts = [fact('order', { property: 'AWS::SQS::Queue/Order' }), fact('other', { property: 'AWS::SQS::Line/MaximumMessageSize' })];
      assert.deepEqual(mistakes(topic('queues', { facts })), [
        'topics/queues.md:2:1: queues: the fact "order" names the property AWS::SQS::Queue/Order, which CloudFormation does not have.',
        'topics/queues.md:2:1: queues: the fact "other" names the property AWS::SQS::Line/MaximumMessageSize, which CloudFormation does not have.',
      ]);
    });

    it('takes properties on trust where no table of them is given', () => {
      assert.deepEqual(checkContent(parsed(exam(), topic('queues', { facts: [fact('order', { property: 'AWS::SQS::Queue/Order' })] }))), []);
    });

    it('reports a service that has no note', () => {
      assert.deepEqual(mistakes(topic('queues', { services: ['sqs', 'sns'] })), ['topics/queues.md:2:1: queues: no service note "sns".']);
    });

    it('reports a type of two services at the later one', () => {
      assert.deepEqual(mistakes(service('mq', { types: ['AWS::AmazonMQ::Broker', 'AWS::SQS::Queue'] })), [
        'services/mq.md:2:1: mq: the type AWS::SQS::Queue belongs to two services.',
      ]);
    });
  });

  describe('of questions', () => {
    for (const [name, fields, message] of [
      ['a task that no exam has', { tasks: ['exam-1/9.9'] }, 'no exam has the task "exam-1/9.9".'],
      ['a service that has no note', { services: ['sqs', 'sns'] }, 'no service note "sns".'],
      ['a fact that its note does not have', { facts: ['sqs#size', 'sqs#colour'] }, 'no fact or decision "sqs#colour".'],
      ['a choice without a right option', { options: options(0, 4) }, 'a choice has one right option, this has 0.'],
      ['a choice with two right options', { options: options(2, 2) }, 'a choice has one right option, this has 2.'],
      [
        'a multiple response with one right option',
        several(1, 4, 'Which ONE?'),
        'a multiple response has two or more right options and a wrong one, this has 1 right.',
      ],
      [
        'a multiple response without a wrong option',
        several(5, 0, 'Which?'),
        'a multiple response has two or more right options and a wrong one, this has 5 right.',
      ],
      ['a multiple response that does not say how many', several(2, 3, 'Which of these?'), 'the stem must say how many to choose: "TWO".'],
      ['a multiple response that says so in small letters', several(3, 3, 'Which three?'), 'the stem must say how many to choose: "THREE".'],
      ['a multiple response that says another number', several(2, 3, 'Which THREE?'), 'the stem must say how many to choose: "TWO".'],
      ['"all of the above"', withOption({ text: 'All of the above.' }), 'no "All of the above." as an option.'],
      ['"none of the other options"', withOption({ text: 'None of the other options' }), 'no "None of the other options" as an option.'],
      ['a wrong option without "tempting"', withOption({ tempting: undefined }), 'the wrong option "Another" lacks "tempting".'],
      ['an option that stands twice', withOption({ text: 'Wrong option 0' }), 'the option "Wrong option 0" stands twice.'],
      ['a negation in small letters', { stem: 'A queue is slow. Which step does not help?' }, 'a negation in what is asked must be in capitals.'],
    ] as const) {
      it(`reports ${name}`, () => {
        assert.deepEqual(mistakesOf('one', fields), [`one: ${message}`]);
      });
    }

    it('reports "tempting" on a right option', () => {
      const [right, ...wrong] = options(1, 3);
      assert.deepEqual(mistakesOf('one', { options: [{ ...right, tempting: 'It is right.' }, ...wrong] }), ['one: "tempting" is for wrong options only.']);
    });

    it('takes a negation in capitals, or one that is not in what is asked', () => {
      assert.deepEqual(mistakesOf('one', { stem: 'Which step does NOT help?' }), []);
      assert.deepEqual(mistakesOf('one', { stem: 'Messages must not be lost. Which step helps?' }), []);
    });

    it('asks nothing of options where a question has none', () => {
      const number = { type: 'number', options: undefined, answer: { value: 4, unit: 'days' }, rationale: 'Because.' };
      assert.deepEqual(mistakesOf('one', number), []);
    });

    it('reports a stem that stands twice, whatever its punctuation, at the later question', () => {
      const twice = questions(question('one', { stem: 'Which step helps?' }), question('two', { stem: 'which step  helps' }), question('three'));
      const [mistake, ...others] = mistakes(twice);
      assert.match(mistake!, /^questions\/some\.yaml:1:\d+: two: another question has the same stem\.$/);
      assert.deepEqual(others, []);
    });
  });

  it('tells stems apart that have no Latin letters', () => {
    assert.deepEqual(mistakes(questions(question('one', { stem: '何が助けになりますか？' }), question('two', { stem: 'どれが最も安いですか？' }))), []);
  });

  it('reports all mistakes, each at its own file', () => {
    assert.deepEqual(
      mistakes(topic('queues', { services: ['sns'] }), service('mq', { tasks: ['exam-9/1.1'] }), questions(question('one', { services: ['mq2'] })))
        .map((text) => text.split(':')[0])
        .sort(),
      ['questions/some.yaml', 'services/mq.md', 'topics/queues.md'],
    );
  });
});
