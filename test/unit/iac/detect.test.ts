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
      `---\n# c\n  AWSTemplateFormatVersion: "2010-09-09"\n${queue.replace(/^/gm, '  ')}`,
    ]) {
      assert.deepEqual(detect(text), yaml, JSON.stringify(text));
    }
  });

  it('leaves Resources that are a key within another one', () => {
    assert.equal(detect(`stack:\n${queue.replace(/^/gm, '  ')}`), undefined);
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

  for (const [language, texts] of Object.entries({
    typescript: [
      "import type { Stack } from 'aws-cdk-lib';",
      "} from 'aws-cdk-lib';",
      "import cdk, { aws_s3 as s3 } from 'aws-cdk-lib';",
      "import{Bucket}from'aws-cdk-lib/aws-s3';",
      "  const s3 = require('aws-cdk-lib').aws_s3;",
      "\uFEFFimport * as cdk from 'aws-cdk-lib';",
      "export { Bucket } from '@aws-cdk/aws-s3';",
      "/** ```ts\n * ``` */\nimport * as cdk from 'aws-cdk-lib';",
    ],
    python: [
      'import aws_cdk as cdk',
      'import os, aws_cdk',
      'import os as o, sys,aws_cdk.aws_s3 as s3',
      'from aws_cdk import aws_s3',
      'from aws_cdk import (\n    aws_s3,\n)',
      'from aws_cdk.aws_s3 import Bucket',
      '"""Makes it.\n\n```\ncdk deploy\n```\n"""\nfrom aws_cdk import Stack',
      '\uFEFFimport aws_cdk',
      'from aws_cdk import Stack\ncode = """\nimport * as s3 from \'aws-cdk-lib\';\n"""',
    ],
    java: [
      'import software.amazon.awscdk.Stack;',
      'package a;\nimport static software.amazon.awscdk.Duration.days;',
      'import software.amazon.awscdk.services.s3.*;',
      'import software.amazon.awscdk.*;',
    ],
    csharp: [
      'using Amazon.CDK;',
      '\uFEFFusing Amazon.CDK.AWS.S3;',
      'global using Amazon.CDK;',
      'using S3 = Amazon.CDK.AWS.S3;',
      'namespace A {\n    using static Amazon.CDK.Duration;\n}',
    ],
    go: [
      'package main\nimport "github.com/aws/aws-cdk-go/awscdk/v2"',
      'package main\n\nimport (\n\t"os"\n\n\ts3 "github.com/aws/aws-cdk-go/awscdk/v2/awss3"\n)',
      'import (\n\t. "github.com/aws/aws-cdk-go/awscdk"\n)',
    ],
  })) {
    it(`knows a CDK app in ${language} by its imports`, () => {
      for (const text of texts) {
        for (const written of [text, text.replaceAll('\n', '\r\n')]) assert.deepEqual(detect(written), { kind: 'cdk', language }, JSON.stringify(written));
      }
    });
  }

  it('is told by a language id or a file name which script an app is in', () => {
    for (const [hint, language] of [
      ['typescript', 'typescript'],
      ['/a.js/stack.ts', 'typescript'],
      ['untitled', 'typescript'],
      ['typescriptreact', 'tsx'],
      ['lib/stack.tsx', 'tsx'],
      ['javascript', 'javascript'],
      ['javascriptreact', 'javascript'],
      ['stack.js', 'javascript'],
      ['stack.mjs', 'javascript'],
      ['stack.CJS', 'javascript'],
      ['stack.jsx', 'javascript'],
    ] as const) {
      assert.deepEqual(detect("import * as cdk from 'aws-cdk-lib';", hint), { kind: 'cdk', language }, hint);
      assert.deepEqual(detect('import aws_cdk as cdk', hint), { kind: 'cdk', language: 'python' }, hint);
      assert.deepEqual(detect(queue, hint), yaml, hint);
    }
  });

  it('takes a CDK app that holds a template as a text for a CDK app', () => {
    assert.deepEqual(detect(`from aws_cdk import Stack\ntemplate = """\n${queue}"""\n`), { kind: 'cdk', language: 'python' });
  });

  it('takes a template whose functions use the CDK for a template', () => {
    const code = "      Code:\n        ZipFile: |\n          const cdk = require('aws-cdk-lib');\n          import aws_cdk\n";
    assert.deepEqual(detect(`Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n${code}`), yaml);
  });

  it('leaves documents and settings that name the CDK', () => {
    for (const text of [
      '{ "dependencies": { "aws-cdk-lib": "^2.0.0", "@aws-cdk/aws-s3": "1" } }',
      '{ "scripts": {\n"x": "const c = require(\'aws-cdk-lib\')" } }',
      "# CDK\n\n```ts\nimport * as cdk from 'aws-cdk-lib';\n```\n",
      '# CDK\n\n```python\nfrom aws_cdk import Stack\n```\n\nAnd then:\n\n```\nimport aws_cdk\n```\n',
      '~~~java\nimport software.amazon.awscdk.Stack;\n~~~\n',
      "Write `import * as cdk from 'aws-cdk-lib'` or `const cdk = require('aws-cdk-lib')`.",
      'dependencies:\n  - aws-cdk-lib\n  - aws_cdk\n',
      "run: |\n  const cdk = require('aws-cdk-lib');\n",
      'steps:\n  - run: |\n      import aws_cdk\n      from aws_cdk import Stack\n',
      'aws-cdk-lib==2.1\naws_cdk>=2\n',
      'module m\nrequire github.com/aws/aws-cdk-go/awscdk/v2 v2.1.0\n',
      "// import * as cdk from 'aws-cdk-lib';\n// const cdk = require('aws-cdk-lib');\n",
      '# import aws_cdk\n',
      'import software.amazon.awscdk.Stack\n',
      'open Amazon.CDK\n',
      'import aws_cdk_lib\nfrom aws_cdkx import y\n',
      "setupFilesAfterEnv: ['aws-cdk-lib/testhelpers/jest-autoclean'],",
    ]) {
      assert.equal(detect(text), undefined, text);
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
      'stack:\n  Resources:\n    Q: { Type: AWS::SQS::Queue }\n',
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

  it('looks through 5 MB that name the CDK in about a second', () => {
    const size = 5 * 1024 * 1024;
    const units = [
      'import a from aws-cdk ',
      'import a, aws_cdkx,',
      'require(aws-cdk\n',
      '```\nimport aws_cdkx\n',
      '\tusing Amazon.CDK ',
      '"aws_cdk ',
      ' aws-cdk',
      'aws_cdk\n',
    ];
    const texts = [...units.map((unit) => unit.repeat(size / unit.length)), `\`\`\`\n${"import a from 'aws-cdk-lib';\n".repeat(size / 30)}`];
    for (const text of texts) {
      const begun = performance.now();
      assert.equal(detect(text), undefined);
      assert.ok(performance.now() - begun < 1500, `${JSON.stringify(text.slice(0, 30))}: ${performance.now() - begun} ms`);
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
