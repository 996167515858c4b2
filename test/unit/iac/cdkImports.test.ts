import assert from 'node:assert/strict';
import { isAbsent, type Resource } from '../../../src/iac/model';
import { readText, textAt } from '../support';
import { properties } from './plain';

const resourcesOf = async (text: string): Promise<readonly Resource[]> => (await readText(text)).resources;

describe('The imports of a CDK app in TypeScript', () => {
  for (const [statement, use] of [
    ["import * as s3 from 'aws-cdk-lib/aws-s3';", 's3.Bucket'],
    ['import * as s3 from "aws-cdk-lib/aws-s3";', 's3.Bucket'],
    ["import { Bucket } from 'aws-cdk-lib/aws-s3';", 'Bucket'],
    ["import { BlockPublicAccess, Bucket as Store } from 'aws-cdk-lib/aws-s3';", 'Store'],
    ["import { aws_s3 as s3 } from 'aws-cdk-lib';", 's3.Bucket'],
    ["import { aws_s3 } from 'aws-cdk-lib';", 'aws_s3.Bucket'],
    ["import { type StackProps, aws_s3 } from 'aws-cdk-lib';", 'aws_s3.Bucket'],
    ["import * as cdk from 'aws-cdk-lib';", 'cdk.aws_s3.Bucket'],
    ["import cdk from 'aws-cdk-lib';", 'cdk.aws_s3.Bucket'],
    ["import cdk, { aws_s3 as s3 } from 'aws-cdk-lib';", 's3.Bucket'],
    ["import s3 = require('aws-cdk-lib/aws-s3');", 's3.Bucket'],
    ["import s3 = require('@aws-cdk/aws-s3');", 's3.Bucket'],
    ["const s3 = require('aws-cdk-lib/aws-s3');", 's3.Bucket'],
    ["var s3 = require('aws-cdk-lib/aws-s3');", 's3.Bucket'],
    ["const cdk = require('aws-cdk-lib'), s3 = require('aws-cdk-lib/aws-s3');", 's3.Bucket'],
    ["const cdk = require('aws-cdk-lib');", 'cdk.aws_s3.Bucket'],
    ["const { Bucket } = require('aws-cdk-lib/aws-s3');", 'Bucket'],
    ["const { Bucket: Store } = require('aws-cdk-lib/aws-s3');", 'Store'],
    ["const { aws_s3: s3 } = require('aws-cdk-lib');", 's3.Bucket'],
    ["import * as s3 from '@aws-cdk/aws-s3';", 's3.Bucket'],
    ["import { Bucket } from '@aws-cdk/aws-s3';", 'Bucket'],
    ["import { Bucket } from 'aws-cdk-lib/aws-s3/lib';", 'Bucket'],
  ] as const) {
    it(`${statement} makes ${use} a bucket`, async () => {
      const text = `${statement}\nnew ${use}(this, 'Photos', { versioned: true });\n`;
      const [bucket, ...others] = await resourcesOf(text);
      assert.equal(others.length, 0);
      assert.deepEqual([bucket?.id, bucket?.type, bucket?.construct], ['Photos', 'AWS::S3::Bucket', 'Bucket']);
      assert.equal(textAt(text, bucket!.typeSpan), use.slice(use.lastIndexOf('.') + 1));
      assert.deepEqual(properties(bucket), { VersioningConfiguration: { Status: 'Enabled' } });
    });
  }

  it('may name alpha and experimental modules', async () => {
    const resources = await resourcesOf(
      "import * as go from '@aws-cdk/aws-lambda-go-alpha';\nimport * as python from '@aws-cdk/aws-lambda-python-alpha';\nimport * as cloudfront from 'aws-cdk-lib/aws-cloudfront';\n" +
        "import * as glue from '@aws-cdk/aws-glue-alpha';\nnew glue.Database(this, 'G');\nnew go.GoFunction(this, 'A', {});\nnew python.PythonFunction(this, 'B', {});\nnew cloudfront.experimental.EdgeFunction(this, 'C', {});\n",
    );
    assert.deepEqual(
      resources.map(({ type }) => type),
      ['AWS::Glue::Database', 'AWS::Lambda::Function', 'AWS::Lambda::Function', 'AWS::Lambda::Function'],
    );
  });

  it('make nothing of classes of other packages or of the app itself', async () => {
    const text =
      "import { Stack } from 'aws-cdk-lib';\nimport { Bucket } from './bucket';\nclass Queue {}\nnew Bucket(this, 'A');\nnew Queue(this, 'B');\nnew Map();\n";
    assert.deepEqual(await resourcesOf(text), []);
  });
});

describe('The resources of a CDK app in TypeScript', () => {
  const head =
    "import * as cdk from 'aws-cdk-lib';\nimport * as sqs from 'aws-cdk-lib/aws-sqs';\nimport * as ec2 from 'aws-cdk-lib/aws-ec2';\nimport * as s3 from 'aws-cdk-lib/aws-s3';\n";
  const ids = async (body: string): Promise<string[]> => (await resourcesOf(head + body)).map(({ id, type }) => `${id} ${type}`);

  it('are low-level constructs too, with the names that CloudFormation gives their properties', async () => {
    const [volume] = await resourcesOf(`${head}new ec2.CfnVolume(this, 'V', { volumeType: 'gp2', size: 5, kmsKeyId: 'k', tags: [{ key: 'a' }] });`);
    assert.deepEqual([volume?.type, volume?.construct, volume?.defaults], ['AWS::EC2::Volume', 'CfnVolume', undefined]);
    assert.deepEqual(properties(volume), { VolumeType: 'gp2', Size: 5, KmsKeyId: 'k', Tags: [{ Key: 'a' }] });
    assert.equal(isAbsent(volume!, 'Encrypted'), true);
    const [subnet] = await resourcesOf(`${head}new ec2.CfnVPCEndpoint(this, 'V', { vpcEndpointType: 'Gateway' });`);
    assert.deepEqual([subnet?.type, properties(subnet)], ['AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway' }]);
  });

  it('are constructs without a table of their own, by the name of their class', async () => {
    assert.deepEqual(await ids("new ec2.CfnEIP(this, 'A', {});\nnew cdk.aws_sns.Topic(this, 'B');\nnew ec2.SomethingNew(this, 'C');"), [
      'A AWS::EC2::EIP',
      'B AWS::SNS::Topic',
      'C aws-cdk-lib.aws_ec2.SomethingNew',
    ]);
  });

  it('are not look-ups, stacks, outputs or values', async () => {
    const body =
      "const app = new cdk.App();\nnew cdk.Stack(app, 'S');\nnew cdk.CfnOutput(this, 'O', { value: 'x' });\nconst q = sqs.Queue.fromQueueArn(this, 'Q', 'arn');\n" +
      "s3.Bucket.fromBucketName(this, 'B', 'b');\nnew ec2.InstanceType('t3.micro');\nec2.Vpc.fromLookup(this, 'V', {});\n";
    assert.deepEqual(await ids(body), []);
  });

  it('may have any scope', async () => {
    const scopes = ['this', 'scope', 'this.stack', 'app!', 'getStack()', "new cdk.Stack(app, 'S')"];
    assert.deepEqual(
      await ids(scopes.map((scope, index) => `new sqs.Queue(${scope}, 'Q${index}');`).join('\n')),
      scopes.map((_, index) => `Q${index} AWS::SQS::Queue`),
    );
    assert.deepEqual(await ids("new sqs.Queue('text', 'Q');\nnew sqs.Queue(this);\nnew sqs.Queue();\nnew sqs.Queue(this, 5);"), []);
  });

  it('show an id that is put together as it is written', async () => {
    assert.deepEqual(
      await ids(
        "const id = 'Known';\nnew sqs.Queue(this, id);\nnew sqs.Queue(this, `Q-${name}`);\nnew sqs.Queue(this, prefix + 'Q');\nnew sqs.Queue(this, `Plain`);",
      ),
      ['Known AWS::SQS::Queue', 'Q-${name} AWS::SQS::Queue', "prefix + 'Q' AWS::SQS::Queue", 'Plain AWS::SQS::Queue'],
    );
  });

  it('say where id, class, property names and values stand, also behind wide characters and with CRLF', async () => {
    const source = `${head}// 😀 übung\nnew sqs.Queue(/* scope */ this, 'Q', {\n  fifo: true, // yes\n  'queueName': "n",\n});\n`;
    for (const text of [source, source.replaceAll('\n', '\r\n')]) {
      const queue = (await resourcesOf(text))[0]!;
      assert.deepEqual(
        [queue.idSpan, queue.typeSpan].map((span) => textAt(text, span)),
        ["'Q'", 'Queue'],
      );
      assert.deepEqual(
        queue.properties.entries.map(({ nameSpan, value }) => [textAt(text, nameSpan), textAt(text, value)]),
        [
          ['fifo', 'true'],
          ["'queueName'", '"n"'],
        ],
      );
      assert.match(textAt(text, queue.span), /^new sqs\.Queue\([^]*\}\)$/);
    }
  });

  it('are still read where the source is broken further down', async () => {
    for (const broken of ["new sqs.Queue(this, 'R', { fifo: tr", 'class {', "const x = 'unfinished", 'new sqs.Queue(', '}}}', 'function (', '`']) {
      const template = await readText(`${head}const a = new sqs.Queue(this, 'Q', { fifo: true });\n${broken}`);
      assert.deepEqual(properties(template.resources.find(({ id }) => id === 'Q')), { FifoQueue: true }, broken);
      for (const { properties: map, id } of template.resources) assert.ok(id === 'Q' || !map.complete || map.entries.length === 0, broken);
    }
  });

  it('report a source that is broken', async () => {
    assert.match((await readText(`${head}const a = {;\n`)).problems[0]!.message, /could not be read/);
    assert.deepEqual((await readText(head)).problems, []);
  });

  it('never throws, wherever the source is cut', async () => {
    const body =
      "export class S extends cdk.Stack {\n  q = new sqs.Queue(this, 'Q', { fifo: true });\n  constructor() {\n    super();\n    new s3.Bucket(this, 'B', { ...p, versioned: true });\n  }\n}\n";
    for (let cut = 0; cut <= body.length; cut++) {
      const text = head + body.slice(0, cut);
      for (const { typeSpan, span } of await resourcesOf(text)) assert.ok(typeSpan.start >= span.start && span.end <= text.length);
    }
  });
});
