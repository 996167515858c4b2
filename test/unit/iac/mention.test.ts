import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mentionAt, type TemplateMention } from '../../../src/iac/mention';
import { readText, textAt } from '../support';

const yaml = `Resources:
  Q:
    Type: AWS::SQS::Queue
    DeletionPolicy: Retain
    Properties:
      DelaySeconds: 5
      RedrivePolicy:
        maxReceiveCount: 3
      Tags:
        - Key: team
      Listed: [listed]
      MessageRetentionPeriod: !If [Production, 60, 120]
      Policy: !If [Production, { Inner: 7 }, !Ref AWS::NoValue]
  B:
    Type: AWS::S3::Bucket
`;

const told = (text: string, mention: TemplateMention | undefined): string | undefined =>
  mention && `${mention.resource.id} ${mention.kind}${mention.kind === 'type' ? '' : ` ${mention.path}`}: ${textAt(text, mention.span)}`;

/** What is mentioned at the first place of some text, a few characters in. */
async function at(text: string, needle: string, within = 1): Promise<string | undefined> {
  return told(text, mentionAt(await readText(text), text.indexOf(needle) + within));
}

describe('mentionAt', () => {
  for (const [needle, expected] of [
    ['AWS::SQS::Queue', 'Q type: AWS::SQS::Queue'],
    ['AWS::S3::Bucket', 'B type: AWS::S3::Bucket'],
    ['DelaySeconds', 'Q property DelaySeconds: DelaySeconds'],
    ['maxReceiveCount', 'Q property RedrivePolicy.maxReceiveCount: maxReceiveCount'],
    ['RedrivePolicy', 'Q property RedrivePolicy: RedrivePolicy'],
    ['team', 'Q value Tags.Key: team'],
    ['listed', 'Q value Listed: listed'],
    ['Retain\n', 'Q value @DeletionPolicy: Retain'],
    ['DeletionPolicy', 'Q property @DeletionPolicy: DeletionPolicy'],
    ['Inner', 'Q property Policy.Inner: Inner'],
    ['7 }', 'Q value Policy.Inner: 7'],
  ] as const) {
    it(`says ${expected}`, async () => assert.equal(await at(yaml, needle), expected));
  }

  it('takes both ends of a place for part of it', async () => {
    assert.equal(await at(yaml, '5\n', 0), 'Q value DelaySeconds: 5');
    assert.equal(await at(yaml, '5\n', 1), 'Q value DelaySeconds: 5');
  });

  it('takes a choice by a condition for one value', async () => {
    assert.match((await at(yaml, '120'))!, /^Q value MessageRetentionPeriod: \[Production, 60, 120/);
  });

  it('finds nothing between them and outside of resources', async () => {
    const template = await readText(yaml);
    for (const offset of [
      0,
      5,
      yaml.indexOf('Q:'),
      yaml.indexOf('Type:') + 1,
      yaml.indexOf('Properties:') + 3,
      yaml.indexOf('DelaySeconds') - 3,
      yaml.length,
      yaml.length + 100,
      -1,
    ]) {
      assert.equal(told(yaml, mentionAt(template, offset)), undefined, `at ${offset}`);
    }
  });

  it('works in JSON and in a CDK app', async () => {
    const json = '{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 5}}}}';
    assert.equal(await at(json, '"AWS'), 'Q type: "AWS::SQS::Queue"');
    assert.equal(await at(json, '5}'), 'Q value DelaySeconds: 5');
    const app =
      "import * as s3 from 'aws-cdk-lib/aws-s3';\nimport * as cdk from 'aws-cdk-lib';\nnew s3.Bucket(this, 'B', { versioned: true, removalPolicy: cdk.RemovalPolicy.DESTROY });\n";
    assert.equal(await at(app, 'Bucket('), 'B type: Bucket');
    assert.equal(await at(app, 'versioned'), 'B property VersioningConfiguration.Status: versioned');
    assert.equal(await at(app, 'true,'), 'B value VersioningConfiguration.Status: true');
    assert.equal(await at(app, 'removalPolicy'), 'B property @DeletionPolicy: removalPolicy');
  });

  it('takes the inner one of two constructs', async () => {
    const app =
      "import * as sqs from 'aws-cdk-lib/aws-sqs';\nnew sqs.Queue(this, 'Outer', { deadLetterQueue: { queue: new sqs.Queue(this, 'Inner', { fifo: true }) } });\n";
    assert.equal(await at(app, 'fifo'), 'Inner property FifoQueue: fifo');
    assert.equal(await at(app, 'deadLetterQueue'), 'Outer property RedrivePolicy: deadLetterQueue');
  });

  it('always contains the offset that was asked for', async () => {
    const template = await readText(yaml);
    fc.assert(
      fc.property(fc.nat(yaml.length), (offset) => {
        const mention = mentionAt(template, offset);
        assert.ok(!mention || (mention.span.start <= offset && offset <= mention.span.end));
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
