import assert from 'node:assert/strict';
import { computedFacts, type ComputedFact } from '../../../src/iac/computedFacts';
import { readText, realKnowledge } from '../support';

async function factsOf(type: string, properties: string): Promise<ComputedFact[]> {
  return computedFacts(await readText(`Resources:\n  It: { Type: ${type}, Properties: { ${properties} } }\n`));
}

const labels = async (type: string, properties: string): Promise<string[]> => (await factsOf(type, properties)).map(({ label }) => label);

describe('computedFacts', () => {
  for (const [type, properties, expected] of [
    ['AWS::EC2::Subnet', 'CidrBlock: 10.0.1.0/24', ['251 usable addresses']],
    ['AWS::EC2::Subnet', 'CidrBlock: 10.0.0.0/16', ['65,531 usable addresses']],
    ['AWS::EC2::Subnet', 'CidrBlock: 10.0.0.0/28', ['11 usable addresses']],
    ['AWS::EC2::Subnet', 'CidrBlock: 10.0.0.0/29', []],
    ['AWS::EC2::Subnet', 'CidrBlock: 10.0.0.0/15', []],
    ['AWS::EC2::Subnet', 'CidrBlock: 10.0.0.0/', []],
    ['AWS::EC2::Subnet', 'CidrBlock: !Ref No', []],
    ['AWS::EC2::Subnet', '', []],
    ['AWS::EC2::VPC', 'CidrBlock: 10.0.0.0/16', []],
    ['AWS::SQS::Queue', 'MessageRetentionPeriod: 345600', ['4 days']],
    ['AWS::SQS::Queue', "MessageRetentionPeriod: '86400'", ['1 day']],
    ['AWS::SQS::Queue', 'MessageRetentionPeriod: 5400', ['1.5 hours']],
    ['AWS::SQS::Queue', 'MessageRetentionPeriod: 60', ['1 minute']],
    ['AWS::SQS::Queue', 'MessageRetentionPeriod: 59', ['59 seconds']],
    ['AWS::SQS::Queue', 'MessageRetentionPeriod: 0', []],
    ['AWS::SQS::Queue', 'MessageRetentionPeriod: -5', []],
    ['AWS::SQS::Queue', 'MessageRetentionPeriod: !If [X, 60, 120]', []],
    ['AWS::SQS::Queue', 'MessageRetentionPeriod: 4 days', []],
    ['AWS::Kinesis::Stream', 'RetentionPeriodHours: 72', ['3 days']],
    ['AWS::EC2::Volume', 'VolumeType: gp2, Size: 200', ['600 IOPS baseline, bursts to 3,000']],
    ['AWS::EC2::Volume', 'VolumeType: gp2, Size: 10', ['100 IOPS baseline, bursts to 3,000']],
    ['AWS::EC2::Volume', 'VolumeType: gp2, Size: 1000', ['3,000 IOPS baseline']],
    ['AWS::EC2::Volume', 'VolumeType: gp2, Size: 16384', ['16,000 IOPS baseline']],
    ['AWS::EC2::Volume', 'VolumeType: gp3, Size: 200', []],
    ['AWS::EC2::Volume', 'Size: 200', []],
    ['AWS::EC2::Volume', 'VolumeType: gp2', []],
  ] as const) {
    it(`makes ${JSON.stringify(expected)} of ${type} with ${properties || 'nothing'}`, async () => assert.deepEqual(await labels(type, properties), expected));
  }

  it('stand at the end of the value they follow from, in the order of the resources', async () => {
    const text =
      'Resources:\n  S: { Type: AWS::EC2::Subnet, Properties: { CidrBlock: 10.0.1.0/24 } }\n  Q: { Type: AWS::SQS::Queue, Properties: { MessageRetentionPeriod: 60 } }\n';
    assert.deepEqual(
      computedFacts(await readText(text)).map(({ kind, offset }) => [kind, offset]),
      [
        ['addresses', text.indexOf('/24') + 3],
        ['retention', text.indexOf('60 }') + 2],
      ],
    );
  });

  it('say how they come about, and name a fact that the notes hold', async () => {
    const facts = [
      ...(await factsOf('AWS::EC2::Subnet', 'CidrBlock: 10.0.1.0/24')),
      ...(await factsOf('AWS::SQS::Queue', 'MessageRetentionPeriod: 345600')),
      ...(await factsOf('AWS::Kinesis::Stream', 'RetentionPeriodHours: 72')),
      ...(await factsOf('AWS::EC2::Volume', 'VolumeType: gp2, Size: 200')),
    ];
    assert.match(facts[0]!.explanation, /2\^\(32 − 24\) = 256 addresses, less the 5/);
    assert.match(facts[2]!.explanation, /72 × 3600 s = 259,200 s/);
    assert.match(facts[3]!.explanation, /3 × 200 = 600/);
    for (const { fact } of facts) assert.ok(realKnowledge().fact(fact), fact);
  });

  it('repeat no duration that a CDK app says in words, but count addresses and IOPS there too', async () => {
    const text =
      "import * as cdk from 'aws-cdk-lib';\nconst { aws_sqs: sqs, aws_ec2: ec2 } = cdk;\nimport { aws_sqs, aws_ec2 } from 'aws-cdk-lib';\n" +
      "new aws_sqs.Queue(this, 'Q', { retentionPeriod: cdk.Duration.days(4) });\nnew aws_sqs.CfnQueue(this, 'C', { messageRetentionPeriod: 60 });\n" +
      "new aws_ec2.CfnSubnet(this, 'S', { cidrBlock: '10.0.1.0/24' });\nnew aws_ec2.Volume(this, 'V', { volumeType: aws_ec2.EbsDeviceVolumeType.GP2, size: cdk.Size.gibibytes(10) });\n";
    assert.deepEqual(
      computedFacts(await readText(text)).map(({ label }) => label),
      ['1 minute', '251 usable addresses', '100 IOPS baseline, bursts to 3,000'],
    );
  });
});
