import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readTemplate } from '../../../src/iac/cloudformation/readTemplate';
import { isAbsent, knownAt, propertyAt, propertyOf, type Resource, type Template, type Value } from '../../../src/iac/model';
import { parseJson } from '../../../src/syntax/json';
import { parseYaml } from '../../../src/syntax/yaml';
import { readText, textAt } from '../support';
import { plain, properties } from './plain';

const fixture = (name: string): string => readFileSync(join(__dirname, '../../fixtures/workspace', name), 'utf8');
const typesOf = ({ resources }: Template): string[] => resources.map(({ id, type }) => `${id} ${type}`);
const first = async (text: string): Promise<Resource> => (await readText(text)).resources[0]!;

describe('readTemplate', () => {
  it('finds each resource with its type, in YAML and in JSON', async () => {
    assert.deepEqual(typesOf(await readText(fixture('orders.yaml'))), [
      'Network AWS::EC2::VPC',
      'PrivateSubnet AWS::EC2::Subnet',
      'OrderQueue AWS::SQS::Queue',
      'FailedOrders AWS::SQS::Queue',
      'OrderFunction AWS::Lambda::Function',
      'OrderMapping AWS::Lambda::EventSourceMapping',
      'OrderRole AWS::IAM::Role',
      'OrderDatabase AWS::RDS::DBInstance',
      'ReportVolume AWS::EC2::Volume',
    ]);
    assert.deepEqual(typesOf(await readText(fixture('readings.json'))), [
      'Readings AWS::Kinesis::Stream',
      'ReadingsTable AWS::DynamoDB::Table',
      'ArchiveKey AWS::KMS::Key',
      'Archive AWS::S3::Bucket',
    ]);
  });

  it('says where id, type, property names and values stand, in YAML with any line ends', async () => {
    const source = `# 😀\nResources:\n  Q:\n    Type: 'AWS::SQS::Queue'\n    Properties:\n      DelaySeconds: 5\n      QueueName: "my-queue"\n      Tags:\n        - Key: a\n          Value: |\n            text\n`;
    for (const text of [source, source.replaceAll('\n', '\r\n'), `\uFEFF${source}`]) {
      const queue = await first(text);
      const at = (path: string): string[] => [textAt(text, propertyAt(queue, path)!.nameSpan), textAt(text, propertyAt(queue, path)!.value)];
      assert.deepEqual(
        [queue.idSpan, queue.typeSpan].map((span) => textAt(text, span)),
        ['Q', 'AWS::SQS::Queue'],
      );
      assert.deepEqual(at('DelaySeconds'), ['DelaySeconds', '5']);
      assert.deepEqual(at('QueueName'), ['QueueName', 'my-queue']);
      const tags = propertyAt(queue, 'Tags')!.value;
      const tag = tags.kind === 'list' ? tags.items[0] : undefined;
      assert.equal(textAt(text, propertyOf(tag, 'Key')!.value), 'a');
      assert.match(textAt(text, propertyOf(tag, 'Value')!.value), /text/);
      assert.ok(textAt(text, queue.span).startsWith('Q:'));
    }
  });

  it('says where they stand in JSON', async () => {
    const text = '\uFEFF{"Resources": {\r\n "Q": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 5, "QueueName": "n"}}}}';
    const queue = await first(text);
    assert.deepEqual(
      [queue.idSpan, queue.typeSpan].map((span) => textAt(text, span)),
      ['"Q"', '"AWS::SQS::Queue"'],
    );
    assert.equal(textAt(text, propertyAt(queue, 'DelaySeconds')!.nameSpan), '"DelaySeconds"');
    assert.equal(textAt(text, propertyAt(queue, 'DelaySeconds')!.value), '5');
    assert.equal(textAt(text, propertyAt(queue, 'QueueName')!.value), '"n"');
  });

  it('keeps what stands beside Type and Properties as attributes', async () => {
    const bucket = await first('Resources:\n  A:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n    DependsOn: [B]\n');
    assert.deepEqual(plain(bucket.attributes), { DeletionPolicy: 'Retain', DependsOn: ['B'] });
    assert.deepEqual(properties(bucket), {});
  });

  it('reads SAM, custom and third-party types, and leaves out what has no type', async () => {
    const text =
      'Resources:\n  A: { Type: AWS::Serverless::Function }\n  B: { Type: Custom::Thing }\n  C: { Type: My::Own::Type::MODULE }\n' +
      '  D: { Properties: {} }\n  E: { Type: nonsense }\n  F: text\n  G:\n  H: { Type: [AWS::S3::Bucket] }\n';
    assert.deepEqual(typesOf(await readText(text)), ['A AWS::Serverless::Function', 'B Custom::Thing', 'C My::Own::Type::MODULE']);
  });

  it('reads the resources of Fn::ForEach loops, nested ones too, each once', async () => {
    const text = [
      'Transform: AWS::LanguageExtensions',
      'Resources:',
      '  Fn::ForEach::Queues:',
      '    - Name',
      '    - [A, B]',
      '    - Queue${Name}:',
      '        Type: AWS::SQS::Queue',
      '        Properties:',
      '          QueueName: !Ref Name',
      '          DelaySeconds: 5',
      '      Fn::ForEach::Inner:',
      '        - X',
      '        - [C]',
      '        - Topic${X}: { Type: AWS::SNS::Topic }',
      '  Fn::ForEach::Half: [Name]',
      '  Plain: { Type: AWS::S3::Bucket }',
    ].join('\n');
    const template = await readText(text);
    assert.deepEqual(typesOf(template), ['Queue${Name} AWS::SQS::Queue', 'Topic${X} AWS::SNS::Topic', 'Plain AWS::S3::Bucket']);
    assert.equal(knownAt(template.resources[0]!, 'DelaySeconds')?.value, 5);
    assert.equal(propertyAt(template.resources[0]!, 'QueueName')?.value.kind, 'unknown');
  });

  it('reads each document of a stream with the parameters of its own', async () => {
    const one = (preset: number): string =>
      `Parameters:\n  P: { Type: Number, Default: ${preset} }\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: { DelaySeconds: !Ref P }\n`;
    const { resources } = await readText(`${one(1)}---\nunrelated: true\n---\n${one(2)}`);
    assert.deepEqual(
      resources.map((resource) => knownAt(resource, 'DelaySeconds')?.value),
      [1, 2],
    );
  });

  it('follows anchors, aliases and merge keys', async () => {
    const text =
      'Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties: &base\n      DelaySeconds: 5\n      FifoQueue: true\n' +
      '  B:\n    Type: AWS::SQS::Queue\n    Properties:\n      <<: *base\n      DelaySeconds: 6\n  C:\n    Type: AWS::SQS::Queue\n    Properties: *base\n';
    const template = await readText(text);
    assert.deepEqual(template.resources.map(properties), [
      { DelaySeconds: 5, FifoQueue: true },
      { FifoQueue: true, DelaySeconds: 6 },
      { DelaySeconds: 5, FifoQueue: true },
    ]);
    assert.deepEqual(template.problems, []);
  });

  it('claims no absence in a map that a transform or an unread merge may add to', async () => {
    for (const body of [
      'Fn::Transform: { Name: AWS::Include }\n      FifoQueue: true',
      '<<: *nothing\n      FifoQueue: true',
      'Fn::If: [A, {}, {}]',
      '!Ref X',
    ]) {
      const queue = await first(`Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      ${body}\n`);
      assert.equal(isAbsent(queue, 'DelaySeconds'), false, body);
    }
    assert.equal(isAbsent(await first('Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n'), 'DelaySeconds'), true);
  });

  it('claims no absence in a resource that is half typed, in YAML and in JSON, and still does in the others', async () => {
    for (const text of [
      'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      FifoQueue: true\n      Del\n  R:\n    Type: AWS::SQS::Queue\n',
      'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n\tDelaySeconds: 5\n  R:\n    Type: AWS::SQS::Queue\n',
      'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Prop\n  R:\n    Type: AWS::SQS::Queue\n',
      '{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"Del }},\n "R": {"Type": "AWS::SQS::Queue"}}}',
      '{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Prop}, \n "R": {"Type": "AWS::SQS::Queue"}}}',
      '{"Resources": {"R": {"Type": "AWS::SQS::Queue"}, "Q": {"Type": "AWS::SQS::Queue", "Properties": {"FifoQueue": true',
      '{"Resources": {"R": {"Type": "AWS::SQS::Queue"}, "Q": {"Type": "AWS::SQS::Queue"',
    ]) {
      const { resources } = await readText(text);
      assert.equal(
        isAbsent(
          resources.find(({ id }) => id === 'Q')!,
          'DelaySeconds',
        ),
        false,
        text,
      );
      const sound = resources.find(({ id }) => id === 'R');
      if (sound) assert.equal(isAbsent(sound, 'DelaySeconds'), true, text);
    }
  });

  it('takes unknown tags and aliases of nothing for unknown values', async () => {
    const queue = await first(
      'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      A: !Nonsense x\n      B: *nothing\n      C: !!str 5\n      D: 1\n',
    );
    const kinds = ['A', 'B', 'C', 'D'].map((name) => propertyAt(queue, name)?.value.kind);
    assert.deepEqual(kinds, ['unknown', 'unknown', 'known', 'known']);
    const { value } = propertyAt(queue, 'A')!;
    assert.match(value.kind === 'unknown' ? value.reason : '', /!Nonsense/);
  });
});

/** Reads all values, so that whatever could throw does. */
function readAll(value: Value): number {
  if (value.kind === 'map') return value.entries.reduce((sum, entry) => sum + readAll(entry.value), 1);
  if (value.kind === 'list') return value.items.reduce((sum, item) => sum + readAll(item), 1);
  return value.kind === 'one-of' ? value.values.reduce((sum, one) => sum + readAll(one), 1) : 1;
}

describe('A template that is cut anywhere', () => {
  for (const [name, language] of [
    ['orders.yaml', 'yaml'],
    ['readings.json', 'json'],
  ] as const) {
    const text = fixture(name);
    const read = (source: string): Template => readTemplate(language === 'json' ? parseJson(source) : parseYaml(source), language);
    const whole = read(text);
    const cuts = Array.from({ length: 100 }, (_, index) => Math.round((text.length * (index + 1)) / 100));

    for (const [how, written] of [
      ['with LF', (source: string) => source],
      ['with CRLF', (source: string) => source.replaceAll('\n', '\r\n')],
    ] as const) {
      it(`keeps all resources before the cut, in ${name} ${how}`, () => {
        for (const cut of cuts) {
          const source = written(text.slice(0, cut));
          const template = read(source);
          const expected = whole.resources.filter(({ span }) => span.end <= cut).map(({ id, type }) => `${id} ${type}`);
          assert.deepEqual(typesOf(template).slice(0, expected.length), expected, `cut at ${cut}`);
          for (const resource of template.resources) {
            assert.equal(textAt(source, resource.idSpan).replaceAll('"', ''), resource.id);
            assert.ok(readAll(resource.properties) > 0 && readAll(resource.attributes) > 0);
          }
        }
      });
    }

    it(`keeps the resources on both sides of something typed into ${name}`, () => {
      const typed = fc.constantFrom('"', "'", '[', '{', ': ', '- ', 'Half', '\t', '*x', '!If', '|', '\n  Half\n', '\n      Half: [\n');
      fc.assert(
        fc.property(fc.nat(text.length), typed, (at, added) => {
          const template = read(text.slice(0, at) + added + text.slice(at));
          const before = whole.resources.filter(({ span }) => span.end < at).map(({ id, type }) => `${id} ${type}`);
          assert.deepEqual(typesOf(template).slice(0, before.length), before);
          for (const resource of template.resources) readAll(resource.properties);
        }),
        { seed: 20261121, numRuns: 300 },
      );
    });
  }
});
