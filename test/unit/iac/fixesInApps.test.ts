import assert from 'node:assert/strict';
import type { CdkLanguage } from '../../../src/iac/model';
import { withSafeFix } from '../../../src/iac/rules/fixes';
import { written } from '../../../src/iac/rules/rule';
import { readText } from '../support';

const scripts = ['typescript', 'tsx', 'javascript'] as const;

describe('A value that a fix writes', () => {
  it('is written as the language of the app writes it', () => {
    for (const language of scripts) assert.deepEqual([written('gp3', language), written(true, language), written(3, language)], ["'gp3'", 'true', '3']);
    assert.deepEqual([written('gp3', 'python'), written(true, 'python'), written(false, 'python'), written(3, 'python')], ["'gp3'", 'True', 'False', '3']);
    for (const language of ['java', 'csharp', 'go'] as const) assert.deepEqual([written('gp3', language), written(true, language)], ['"gp3"', 'true']);
    assert.deepEqual([written('gp3', 'yaml'), written('gp3', 'json')], ['gp3', '"gp3"']);
  });
});

describe('A fix in a CDK app', () => {
  const imports: Readonly<Partial<Record<CdkLanguage, string>>> = {
    python: 'from aws_cdk import aws_sqs as sqs\n',
    java: 'import software.amazon.awscdk.services.sqs.*;\n',
    csharp: 'using Amazon.CDK.AWS.SQS;\n',
  };
  const fixIn = async (text: string, name: string): Promise<string | undefined> => {
    const template = await readText(text, name);
    const queue = template.resources[0]!;
    const setting = { title: 'Set it', value: true, add: { map: queue.properties, path: ['FifoQueue'] } };
    const { fix } = withSafeFix({ span: queue.typeSpan, message: '', setting }, template, text);
    return fix && text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
  };
  const script = (props: string, before = ''): string => `import * as sqs from 'aws-cdk-lib/aws-sqs';\n${before}new sqs.CfnQueue(this, 'Q', ${props});\n`;

  it('adds a property in each of the scripts', async () => {
    for (const name of ['a.ts', 'a.tsx', 'a.js'])
      assert.equal(await fixIn(script("{ queueName: 'q' }"), name), script("{ fifoQueue: true, queueName: 'q' }"), name);
  });

  it('adds nothing to what a constant or a spread gives', async () => {
    for (const props of ['base', '{ ...base }']) assert.equal(await fixIn(script(props, "const base = { queueName: 'q' };\n"), 'a.ts'), undefined, props);
  });

  it('adds nothing in languages that write properties otherwise', async () => {
    assert.equal(await fixIn(`${imports.python ?? ''}sqs.CfnQueue(self, "Q", queue_name="q")\n`, 'a.py'), undefined);
    assert.equal(
      await fixIn(`${imports.java ?? ''}class S { void f() { CfnQueue.Builder.create(this, "Q").queueName("q").build(); } }\n`, 'A.java'),
      undefined,
    );
    assert.equal(
      await fixIn(`${imports.csharp ?? ''}class S { void F() { new CfnQueue(this, "Q", new CfnQueueProps { QueueName = "q" }); } }\n`, 'A.cs'),
      undefined,
    );
  });

  it('replaces literals, and names of nothing', async () => {
    const replaced = async (text: string, name: string): Promise<string | undefined> => {
      const template = await readText(text, name);
      const { value } = template.resources[0]!.properties.entries[0]!;
      const fix = { title: 'Set it', span: value, text: written(false, template.language) };
      return withSafeFix({ span: value, message: '', fix }, template, text).fix?.text;
    };
    const python = (value: string): string => `${imports.python ?? ''}off = False\nsqs.Queue(self, "Q", fifo=${value})\n`;
    const java = (value: string): string =>
      `${imports.java ?? ''}class S { static final boolean OFF = false; void f() { Queue.Builder.create(this, "Q").fifo(${value}).build(); } }\n`;
    assert.equal(await replaced(python('True'), 'a.py'), 'False');
    assert.equal(await replaced(python('off'), 'a.py'), undefined);
    assert.equal(await replaced(java('true'), 'A.java'), 'false');
    assert.equal(await replaced(java('OFF'), 'A.java'), undefined);
  });
});
