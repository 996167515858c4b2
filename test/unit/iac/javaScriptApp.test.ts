import assert from 'node:assert/strict';
import type { Resource } from '../../../src/iac/model';
import { readText, textAt } from '../support';
import { properties } from './plain';

const resourcesOf = async (text: string, hint = 'app.js'): Promise<readonly Resource[]> => (await readText(text, hint)).resources;

describe('A CDK app in JavaScript', () => {
  for (const [statement, use] of [
    ["const cdk = require('aws-cdk-lib');\nconst { aws_s3: s3 } = cdk;", 's3.Bucket'],
    ["const cdk = require('aws-cdk-lib');\nconst s3 = cdk.aws_s3;", 's3.Bucket'],
    ["const s3 = require('aws-cdk-lib').aws_s3;", 's3.Bucket'],
    ["const { Bucket } = require('aws-cdk-lib').aws_s3;", 'Bucket'],
    ["const { Bucket: Store } = require('aws-cdk-lib/aws-s3');", 'Store'],
    ["const Bucket = require('aws-cdk-lib/aws-s3').Bucket;", 'Bucket'],
    ["const s3 = require('aws-cdk-lib/aws-s3');\nconst { Bucket } = s3;", 'Bucket'],
    ["let s3 = require('@aws-cdk/aws-s3');", 's3.Bucket'],
    ["const s3 = __importStar(require('aws-cdk-lib/aws-s3'));", 's3.Bucket'],
    ["const s3 = tslib_1.__importStar(require('aws-cdk-lib/aws-s3'));", 's3.Bucket'],
    ["const bucket_1 = require('aws-cdk-lib/aws-s3/lib/bucket');", 'bucket_1.Bucket'],
    ["import * as s3 from 'aws-cdk-lib/aws-s3';", 's3.Bucket'],
    ["import{Bucket}from'aws-cdk-lib/aws-s3';", 'Bucket'],
  ] as const) {
    it(`with ${statement} makes ${use} a bucket`, async () => {
      const text = `${statement}\nnew ${use}(this, 'Photos', { versioned: true });\n`;
      const [bucket, ...others] = await resourcesOf(text);
      assert.equal(others.length, 0);
      assert.deepEqual([bucket?.id, bucket?.type, properties(bucket)], ['Photos', 'AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } }]);
      assert.equal(textAt(text, bucket!.typeSpan), use.slice(use.lastIndexOf('.') + 1));
    });
  }

  it('may load its modules within functions', async () => {
    const text = "exports.make = (scope) => {\n  const sqs = require('aws-cdk-lib/aws-sqs');\n  return new sqs.Queue(scope, 'Q');\n};\n";
    assert.deepEqual(
      (await resourcesOf(text)).map(({ id, type }) => [id, type]),
      [['Q', 'AWS::SQS::Queue']],
    );
  });

  it('makes nothing of modules of others', async () => {
    assert.deepEqual(
      await resourcesOf("require('aws-cdk-lib');\nconst s3 = require('s3');\nconst { Queue } = other;\nnew s3.Bucket(this, 'B');\nnew Queue(this, 'Q');\n"),
      [],
    );
  });

  it('is read with JSX in it, and as TSX', async () => {
    const text = "import { Queue } from 'aws-cdk-lib/aws-sqs';\nconst page = <p title=\"a\">{new Queue(this, 'Q', { fifo: true })}</p>;\n";
    for (const [hint, language] of [
      ['javascriptreact', 'javascript'],
      ['typescriptreact', 'tsx'],
      ['stack.tsx', 'tsx'],
    ] as const) {
      const template = await readText(text, hint);
      assert.deepEqual([template.language, template.problems, template.resources.map(properties)], [language, [], [{ FifoQueue: true }]]);
    }
  });

  it('says of a source that is broken in which language it is', async () => {
    for (const [hint, expected] of [
      ['a.js', 'JavaScript'],
      ['a.tsx', 'TSX'],
      ['a.ts', 'TypeScript'],
    ] as const) {
      const { problems } = await readText("import * as cdk from 'aws-cdk-lib';\nconst a = {;\n", hint);
      assert.deepEqual(
        problems.map(({ message }) => message),
        [`${expected}: a part of this file could not be read.`],
      );
    }
  });

  it('has constants in static fields', async () => {
    const text =
      "const sqs = require('aws-cdk-lib/aws-sqs');\nclass S {\n  static NAME = 'n';\n  make() {\n    new sqs.Queue(this, 'Q', { queueName: S.NAME });\n  }\n}\n";
    assert.deepEqual(properties((await resourcesOf(text))[0]), { QueueName: 'n' });
  });
});
