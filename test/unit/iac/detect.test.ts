import assert from 'node:assert/strict';
import { detect, maxTemplateLength } from '../../../src/iac/detect';
import { readText } from '../support';

const yaml = { kind: 'cloudformation', language: 'yaml' };
const json = { kind: 'cloudformation', language: 'json' };
const cdk = { kind: 'cdk', language: 'typescript' };

const queue = 'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n';

describe('detect', () => {
  it('knows a template in YAML, however its Resources key is written', () => {
    for (const text of [
      queue,
      `\uFEFF${queue}`,
      queue.replaceAll('\n', '\r\n'),
      `---\n# c\n${queue}`,
      queue.replace('Resources', '"Resources"'),
      queue.replace('Resources', "'Resources' "),
    ]) {
      assert.deepEqual(detect(text), yaml, JSON.stringify(text));
    }
  });

  it('knows a template of custom and Alexa types only', () => {
    for (const type of ['Custom::Thing', 'Alexa::ASK::Skill']) assert.deepEqual(detect(`Resources:\n  A:\n    Type: ${type}\n`), yaml);
  });

  it('knows a template in JSON, also behind a byte order mark and cut', () => {
    for (const text of ['{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}', '\uFEFF\r\n { "Resources" : {"Q": {"Type": "AWS::SQS::Q']) {
      assert.deepEqual(detect(text), json, text);
    }
  });

  it('knows a CDK app by its imports, of either version', () => {
    for (const text of [
      "import * as cdk from 'aws-cdk-lib';",
      'import { Bucket } from "aws-cdk-lib/aws-s3";',
      "import s3 = require('@aws-cdk/aws-s3');",
      "const s3 = require( 'aws-cdk-lib/aws-s3');",
      "import {\n  Stack,\n}\nfrom 'aws-cdk-lib';",
    ]) {
      assert.deepEqual(detect(text), cdk, text);
    }
  });

  it('takes a CDK app that names resource types for a CDK app', () => {
    assert.deepEqual(detect("import { CfnResource } from 'aws-cdk-lib';\nnew CfnResource(this, 'A', { type: 'AWS::S3::Bucket' });"), cdk);
  });

  it('knows nothing else', () => {
    for (const text of [
      '',
      'services:\n  web:\n    image: nginx\n',
      'Resources:\n  - one\n',
      'Type: AWS::S3::Bucket\n',
      '  Resources:\n    Q: { Type: AWS::SQS::Queue }\n',
      '{"resources": {"Type": "AWS::SQS::Queue"}}',
      '{"Resources": [], "x": "AWS::SQS::Queue"}',
      "import React from 'react';",
      "import { x } from 'my-aws-cdk-lib';",
    ]) {
      assert.equal(detect(text), undefined, text);
    }
  });

  it('looks through 5 MB in well under a second, whatever they are', () => {
    const size = 5 * 1024 * 1024;
    for (const unit of ['x', ' ', '\n', 'AWS::S3 ', 'Resources ', '"Resources" ', "from '", 'from    ', '{"Resources"\n', 'AWS::S3::Bucket\n']) {
      const text = unit.repeat(Math.ceil(size / unit.length));
      const begun = performance.now();
      assert.equal(detect(text), undefined, unit);
      assert.ok(performance.now() - begun < 500, `${unit}: ${performance.now() - begun} ms`);
    }
  });

  it('allows twice the size of the largest template that CloudFormation takes', () => {
    assert.equal(maxTemplateLength, 2 * 1024 * 1024);
  });
});

describe('Reading a text of the largest size', () => {
  const fill = (head: string, entry: (index: number) => string, tail: string): string => {
    const parts = [head];
    for (let index = 0, length = head.length; length < maxTemplateLength - 400; index++) {
      const part = entry(index);
      parts.push(part);
      length += part.length;
    }
    return parts.join('') + tail;
  };
  const inYaml = fill(
    'Resources:\n',
    (index) => `  Q${index}:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: ${index}\n      Tags: [{ Key: a, Value: b }]\n`,
    '',
  );
  const inJson = fill(
    '{"Resources": {',
    (index) => `"Q${index}": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": ${index}}},\n`,
    '"L": {"Type": "AWS::SQS::Queue"}}}',
  );
  for (const [name, text] of [
    ['YAML', inYaml],
    ['YAML that is broken at its end', `${inYaml}  Last:\n    Type: "AWS\n`],
    ['YAML that is broken at its start', inYaml.replace('Resources:', 'Description: "\nResources:')],
    ['YAML with a hundred broken resources', inYaml.replaceAll(/(DelaySeconds: \d*)00\n/g, '$100\n      Enc\n')],
    ['JSON', inJson],
    ['JSON that is cut', inJson.slice(0, -200)],
  ] as const) {
    // Should this hang, mocha's timeout says so; how fast it is, is for the bench to say.
    it(`finds all resources in ${name}`, async () => {
      const { resources } = await readText(text);
      assert.ok(resources.length > 10_000, `${resources.length} resources`);
    });
  }
});
