import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SearchIndex } from '../../../src/knowledge/search';
import { realContent } from '../support';
import { contentOf, decision, exam, fact, question, questions, service, topic } from './builders';

const small = SearchIndex.of(
  contentOf(
    exam(),
    service(
      'sqs',
      {
        name: 'Amazon SQS',
        fullName: 'Amazon Simple Queue Service',
        aliases: ['message queue'],
        types: ['AWS::SQS::Queue'],
        cues: [{ words: 'decouple the tiers', meaning: 'Put a queue between.' }],
        facts: [
          fact('retention', { statement: 'Messages are kept four days.', kind: 'default', property: 'AWS::SQS::Queue/MessageRetentionPeriod' }),
          fact('payload', { statement: 'A message can be up to 1 MiB.', was: [{ statement: 'The largest was 256 KB.' }] }),
        ],
        decisions: [decision('fan-out', { need: 'Several readers.', not: 'One queue.', use: 'SNS before queues.', why: 'Each reader drains its own.' })],
      },
      '## Scaling on the backlog\n\nUnindexed prose.',
    ),
    topic('replicas', { title: 'Replicas', summary: 'Copies of data.' }),
    questions(question('sqs-slow-invoices', { stem: 'Invoices arrive twice. Which step helps?' })),
  ),
);

function found(query: string): string[] {
  return small.find(query).map(({ id }) => id);
}

describe('search', () => {
  it('gives what an entry is, what it says and its note', () => {
    assert.deepEqual(small.find('four days')[0], { id: 'fact:sqs#retention', title: 'Amazon SQS', note: 'sqs', detail: 'Messages are kept four days.' });
    assert.deepEqual(small.find('several readers')[0], {
      id: 'decision:sqs#fan-out',
      title: 'Amazon SQS',
      note: 'sqs',
      detail: 'Several readers. SNS before queues.',
    });
    assert.deepEqual(small.find('copies')[0], { id: 'note:replicas', title: 'Replicas', note: 'replicas', detail: 'Copies of data.' });
    assert.deepEqual(small.find('invoices')[0], {
      id: 'question:sqs-slow-invoices',
      title: 'Question: Amazon SQS',
      note: 'sqs',
      detail: 'Invoices arrive twice. Which step helps?',
    });
  });

  for (const [what, query, first] of [
    ['an abbreviation', 'sqs', 'note:sqs'],
    ['a full name', 'simple queue service', 'note:sqs'],
    ['an alias', 'message queue', 'note:sqs'],
    ['a CloudFormation type', 'AWS::SQS::Queue', 'note:sqs'],
    ['a heading', 'backlog', 'note:sqs'],
    ['a cue word', 'decouple', 'note:sqs'],
    ['a property', 'MessageRetentionPeriod', 'fact:sqs#retention'],
    ['a property in small letters', 'messageretentionperiod', 'fact:sqs#retention'],
    ['an id in words', 'fan out', 'decision:sqs#fan-out'],
    ['an older value', '256 kb', 'fact:sqs#payload'],
    ['the word max of a limit', 'max message', 'fact:sqs#payload'],
    ['the word limit of a limit', 'sqs limit', 'fact:sqs#payload'],
    ['the word default of a default', 'sqs default', 'fact:sqs#retention'],
    ['what a decision rejects and why', 'drains', 'decision:sqs#fan-out'],
    ['a typing error', 'retenton', 'fact:sqs#retention'],
    ['letters in the wrong order', 'mesasge retnetion', 'fact:sqs#retention'],
  ] as const) {
    it(`finds by ${what}`, () => {
      assert.equal(found(query)[0], first);
    });
  }

  it('finds both sides of a comparison by their names, where no entry has all the words', () => {
    const two = SearchIndex.of(contentOf(service('sqs', { aliases: ['message queue'], facts: [] }), service('sns', { aliases: ['pub/sub topic'], facts: [] })));
    for (const query of ['message queue vs pub/sub topic', 'message queue versus SNS', 'sns or message queue']) {
      const ids = two.find(query).map(({ id }) => id);
      assert.deepEqual(ids.sort(), ['note:sns', 'note:sqs'], query);
    }
  });

  it('prefers limits and defaults to everything else where a figure is asked for', () => {
    const plain = fact('plain', { statement: 'Resources of a stack.', kind: 'behaviour' });
    const limit = fact('limit', { statement: 'A stack holds so many resources.', kind: 'limit' });
    const figures = SearchIndex.of(contentOf(service('stack', { facts: [plain, limit] })));
    assert.equal(figures.find('how many resources')[0]?.id, 'fact:stack#limit');
    assert.equal(figures.find('resources')[0]?.id, 'fact:stack#plain');
  });

  it('knows irregular forms', () => {
    assert.equal(found('messages keep four days')[0], 'fact:sqs#retention');
  });

  it('puts a note first whose name was typed, before entries that say it more often', () => {
    const crowded = SearchIndex.of(
      contentOf(
        service('elb', { name: 'Load balancing', aliases: ['ELB'], facts: [] }),
        service('ec2', { facts: [fact('elb', { statement: 'ELB, ELB and once more ELB.' })] }),
      ),
    );
    assert.equal(crowded.find('ELB')[0]!.id, 'note:elb');
    assert.equal(SearchIndex.load(crowded.serialized()).find('elb')[0]!.id, 'note:elb');
  });

  it('passes over the words a question is wrapped in, unless there are no others', () => {
    assert.equal(found('what is the retention of a message?')[0], 'fact:sqs#retention');
    assert.deepEqual(found('retention vs payload').slice(0, 2).sort(), ['fact:sqs#payload', 'fact:sqs#retention']);
    assert.ok(found('are').length > 0);
  });

  it('takes two letters for the beginning of a name first, and of any word where no name has it', () => {
    assert.deepEqual(found('re'), ['note:replicas']);
    assert.ok(found('fo').includes('fact:sqs#retention'));
    assert.deepEqual(found('message re'), ['fact:sqs#retention']);
  });

  it('finds while a word is being typed, from its third letter', () => {
    for (let length = 3; length <= 'retention'.length; length++) {
      assert.ok(found('retention'.slice(0, length)).includes('fact:sqs#retention'), 'retention'.slice(0, length));
    }
    assert.deepEqual(found('r'), []);
  });

  it('wants all words, and any of them only where nothing has all', () => {
    assert.deepEqual(found('message kept'), ['fact:sqs#retention']);
    assert.deepEqual(new Set(found('four copies')), new Set(['fact:sqs#retention', 'note:replicas']));
  });

  it('takes no short word for a mistyped one', () => {
    assert.deepEqual(found('sgs'), []);
  });

  it('puts a note before its facts and a question last', () => {
    const ids = found('sqs');
    assert.equal(ids[0], 'note:sqs');
    assert.equal(ids.at(-1), 'question:sqs-slow-invoices');
    assert.equal(ids.length, 5);
  });

  it('finds nothing for blanks, punctuation and nonsense', () => {
    for (const query of ['', '   ', '??', 'xyzzyx']) assert.deepEqual(found(query), []);
  });

  it('keeps to the limit', () => {
    assert.deepEqual(
      small.find('sqs', 2).map(({ id }) => id),
      found('sqs').slice(0, 2),
    );
  });

  it('finds the same after it was stored and loaded', () => {
    const loaded = SearchIndex.load(small.serialized());
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('sqs', 'reten', 'mesage', 'four copies', 'max message')), (query) => {
        assert.deepEqual(loaded.find(query), small.find(query));
      }),
      { seed: 20261121, numRuns: 200 },
    );
  });

  it('does not load what is no index', () => {
    for (const text of ['', 'index', '{}', '[]', 'null']) assert.throws(() => SearchIndex.load(text), text);
  });
});

describe('search over the real notes', () => {
  let index: SearchIndex;
  before(() => {
    index = SearchIndex.of(realContent());
  });

  /** What a learner types, and the entry that must be among the first three. */
  const typed: [query: string, expected: string][] = [
    ['max s3 object', 'fact:s3#object-size'],
    ['hot partition', 'fact:dynamodb#adaptive-capacity'],
    ['CMK', 'note:kms'],
    ['OAI', 'fact:cloudfront#oai'],
    ['multi az vs read replica', 'decision:rds#availability-or-reads'],
    ['sqs retention', 'fact:sqs#retention'],
    ['gp3 iops', 'fact:ebs#gp3-max'],
    ['visibility timeout', 'fact:sqs#visibility-timeout'],
    ['sqs dead letter queue', 'fact:sqs#dead-letter'],
    ['dynamodb item size limit', 'fact:dynamodb#item-size'],
    ['lambda max timeout', 'fact:lambda#timeout'],
    ['max lambda memory', 'fact:lambda#memory'],
    ['kinesis record size', 'fact:kinesis#record-size'],
    ['nat gateway vs nat instance', 'note:nat-instance'],
    ['security group stateful', 'fact:vpc#sg-stateful'],
    ['gsi vs lsi', 'note:dynamodb'],
    ['pilot light', 'fact:disaster-recovery#pilot-light'],
    ['rpo rto', 'note:disaster-recovery'],
    ['transitive peering', 'fact:vpc-peering#not-transitive'],
    ['assume role', 'fact:sts-and-federation#assume-role'],
    ['key rotation', 'note:kms'],
    ['cold start', 'note:lambda'],
    ['target tracking', 'fact:scaling#target-tracking'],
    ['eventual consistency', 'fact:acid-and-base#eventual-consistency'],
    ['presigned url', 'fact:s3#presigned-url'],
    ['permission boundary', 'fact:iam#boundary'],
    ['spot instance', 'note:spot-instances'],
    ['launch configuration', 'fact:ec2#launch-configuration'],
    ['simple queue service', 'note:sqs'],
    ['Kinesis Data Firehose', 'note:data-firehose'],
    ['AWS SSO', 'note:iam-identity-center'],
    ['MessageRetentionPeriod', 'fact:sqs#retention'],
    ['visiblity timeot', 'fact:sqs#visibility-timeout'],
    ['lambda concurency', 'note:lambda'],
  ];
  for (const [query, expected] of typed) {
    it(`finds ${expected} by "${query}" among the first three`, () => {
      const first = index.find(query, 3).map(({ id }) => id);
      assert.ok(first.includes(expected), first.join(', '));
    });
  }
});
