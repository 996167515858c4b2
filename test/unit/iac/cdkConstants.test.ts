import assert from 'node:assert/strict';
import { isAbsent, type Resource } from '../../../src/iac/model';
import { readText } from '../support';
import { absent, properties, unknown } from './plain';

const head =
  "import * as cdk from 'aws-cdk-lib';\nimport { Duration } from 'aws-cdk-lib';\nimport * as sqs from 'aws-cdk-lib/aws-sqs';\nimport * as ec2 from 'aws-cdk-lib/aws-ec2';\nimport * as s3 from 'aws-cdk-lib/aws-s3';\n";

const last = async (body: string): Promise<Resource> => (await readText(head + body)).resources.at(-1)!;
const volume = async (size: string, before = ''): Promise<unknown> => properties(await last(`${before}\nnew ec2.CfnVolume(this, 'V', { size: ${size} });\n`));

describe('What is worked out in a CDK app in TypeScript', () => {
  for (const [size, before, expected] of [
    ['config.size', 'const config = { size: 3 };', 3],
    ['config.size', 'const config = { size: 3 } as const;', 3],
    ['config.sizes.small', 'const config = { sizes: { small: 3 } };', 3],
    ['config.size!', 'const config: Config = { size: 3 };', 3],
    ['config.unheard', 'const config = { size: 3 };', unknown],
    ['config.size.unheard', 'const config = { size: 3 };', unknown],
    ['config.size', 'const config = { size: 3, ...more };', unknown],
    ['config.size', 'const config = { ...more, size: 3 };', 3],
    ['config.size', 'const config = { get size() { return 3; } };', unknown],
    ['config.size', 'const config = { size: 3 }; config.size = 4;', unknown],
    ['config.size', 'const config = { size: 3 }; config.size++;', unknown],
    ['config.size', "const config = { size: 3 }; config['size'] = 4;", unknown],
    ['config.size', 'const config = { size: 3 }; delete config.size;', unknown],
    ['config.size', 'const config = { size: 3 }; Object.assign(config, props);', unknown],
    ['config.size', 'const config = { size: 3 }; function f(config: Config) {}', unknown],
    ['props.size', '', unknown],
    ['Settings.SIZE', 'class Settings { static readonly SIZE = 3; }', 3],
    ['Settings.size', 'class Settings { static size = 3; }', unknown],
    ['Settings.sizes.small', 'class Settings { static readonly sizes = { small: 3 }; }', 3],
    ['Settings.SIZE', 'class Settings { static readonly SIZE = 3; }\nSettings.SIZE = 4;', unknown],
    ['this.size', 'class S { private readonly size = 3; }', 3],
    ['this.size', 'class S { private size = 3; }', unknown],
    ['this.size', 'class S { private readonly size: number = 3; constructor() { this.size = 4; } }', unknown],
    ['this.size', 'class S { readonly size = 3; }\nclass T { readonly size = 4; }', unknown],
    ['60 * 2', '', 120],
    ['60 + days', 'const days = 2;', 62],
    ['60 / 2', '', unknown],
    ['count ? 1 : 2', 'const count = 5;', 1],
    ['count ? 1 : 2', 'const count = 0;', 2],
    ['count ? 1 : 2', '', { oneOf: [1, 2] }],
    ['count ? 1 : props.size', '', { oneOf: [1, unknown] }],
    ['count ? 1 : undefined', '', { oneOf: [1, absent] }],
    ['count ? 1 : other ? 2 : 3', '', { oneOf: [1, { oneOf: [2, 3] }] }],
    ['count ?? 2', 'const count = 0;', 0],
    ['count || 2', 'const count = 0;', unknown],
    ['count || 2', 'const count = 5;', 5],
    ['undefined ?? 2', '', 2],
    ['null || 2', '', 2],
    ['props.size ?? 2', '', unknown],
    ['<number>3', '', 3],
  ] as const) {
    it(`${before} ${size} is ${JSON.stringify(expected)}`, async () => assert.deepEqual(await volume(size, before), { Size: expected }));
  }

  it('are texts that are put together of what is known', async () => {
    for (const [written, expected] of [
      ['`${name}-${count}`', 'queue-3'],
      ["name + '-' + count", 'queue-3'],
      ['`${name}-${stage}`', unknown],
      ["name + '-' + stage", unknown],
      ['`a\\`b`', 'a`b'],
    ] as const) {
      const queue = await last(`const name = 'queue';\nconst count = 3;\nnew sqs.Queue(this, 'Q', { queueName: ${written} });`);
      assert.deepEqual(properties(queue), { QueueName: expected }, written);
    }
  });

  it('is a choice that goes through what a construct makes of each', async () => {
    assert.deepEqual(properties(await last("new sqs.Queue(this, 'Q', { retentionPeriod: prod ? Duration.days(4) : Duration.days(days) });")), {
      MessageRetentionPeriod: { oneOf: [345600, unknown] },
    });
    const bucket = await last("new s3.Bucket(this, 'B', { versioned: prod ? true : undefined });");
    assert.deepEqual(properties(bucket), { VersioningConfiguration: { Status: { oneOf: ['Enabled', absent] } } });
    assert.equal(isAbsent(bucket, 'VersioningConfiguration.Status'), false);
  });

  it('are the properties that a known constant spreads, in the order of the source', async () => {
    const before = "const base = { fifo: true, queueName: 'base' };\n";
    for (const [written, expected] of [
      ["{ ...base, queueName: 'own' }", { FifoQueue: true, QueueName: 'own' }],
      ["{ queueName: 'own', ...base }", { FifoQueue: true, QueueName: 'base' }],
      ['{ ...undefined, ...base }', { FifoQueue: true, QueueName: 'base' }],
      ['base', { FifoQueue: true, QueueName: 'base' }],
    ] as const) {
      const queue = await last(`${before}new sqs.Queue(this, 'Q', ${written});`);
      assert.deepEqual(properties(queue), expected, written);
      assert.equal(isAbsent(queue, 'MessageRetentionPeriod'), true, written);
    }
    for (const change of ['base.fifo = x;', 'Object.assign(base, x);']) {
      assert.equal(isAbsent(await last(`${before}${change}\nnew sqs.Queue(this, 'Q', { ...base });`), 'MessageRetentionPeriod'), false, change);
    }
    assert.equal(isAbsent(await last("new sqs.Queue(this, 'Q', { ...(prod ? { fifo: true } : {}) });"), 'FifoQueue'), false);
  });

  it('is a list that nothing is added to', async () => {
    const tags = async (change: string): Promise<unknown> => properties(await last(`const tags = ['a'];\n${change}\nnew ec2.CfnVolume(this, 'V', { tags });`));
    assert.deepEqual(await tags(''), { Tags: ['a'] });
    for (const change of ["tags.push('b');", "tags[0] = 'b';", 'tags.sort();']) assert.deepEqual(await tags(change), { Tags: unknown }, change);
  });
});

describe('The constructs of a CDK app in TypeScript', () => {
  const ids = async (body: string): Promise<string[]> => (await readText(head + body)).resources.map(({ id, type }) => `${id} ${type}`);

  it('stand in loops, functions and conditions', async () => {
    const body =
      "for (const name of names) new sqs.Queue(this, `q-${name}`);\nnames.map((name) => new sqs.Queue(this, name));\nfunction make(scope: Construct) { return new sqs.Queue(scope, 'R'); }\n" +
      "if (prod) { new sqs.Queue(this, prod ? 'A' : 'B'); }\nnew sqs.Queue(this, ids[0]);\n";
    assert.deepEqual(await ids(body), [
      'q-${name} AWS::SQS::Queue',
      'name AWS::SQS::Queue',
      'R AWS::SQS::Queue',
      "prod ? 'A' : 'B' AWS::SQS::Queue",
      'ids[0] AWS::SQS::Queue',
    ]);
  });

  it('are no classes of the app that extend one', async () => {
    assert.deepEqual(
      await ids(
        "class MyBucket extends s3.Bucket {\n  constructor(scope: Construct, id: string) { super(scope, id, { versioned: true }); }\n}\nnew MyBucket(this, 'B');\n",
      ),
      [],
    );
  });

  it('are known by modules and classes that get other names', async () => {
    const body =
      'import storage = cdk.aws_s3;\nconst queues = cdk.aws_sqs;\nconst { Queue, Topic } = sqs;\nconst { aws_sns } = cdk;\nconst own = sqs.Queue;\n' +
      "new storage.Bucket(this, 'A');\nnew queues.Queue(this, 'B');\nnew Queue(this, 'C');\nnew aws_sns.Topic(this, 'D');\nnew own(this, 'E');\n";
    assert.deepEqual(await ids(body), ['A AWS::S3::Bucket', 'B AWS::SQS::Queue', 'C AWS::SQS::Queue', 'D AWS::SNS::Topic', 'E AWS::SQS::Queue']);
  });

  it('are not named where a variable holds several', async () => {
    const queue = await last(
      "function a() { const q = new sqs.Queue(this, 'A'); }\nfunction b() { const q = new sqs.Queue(this, 'B'); new sqs.CfnQueue(this, 'C', { redrivePolicy: { a: q } }); }\n",
    );
    assert.deepEqual(properties(queue), { RedrivePolicy: { A: unknown } });
  });
});
