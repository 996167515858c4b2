import assert from 'node:assert/strict';
import { factsAt, firstResources, type MentionFacts } from '../../../src/iac/facts';
import { mentionAt, serviceMentionAt } from '../../../src/iac/mention';
import { readText, realKnowledge } from '../support';

const knowledge = realKnowledge();

async function factsIn(text: string, needle: string): Promise<MentionFacts | undefined> {
  const mention = mentionAt(await readText(text), text.indexOf(needle) + 1);
  if (!mention) throw new Error(`Nothing is mentioned at ${needle}.`);
  return factsAt(mention, knowledge);
}

const template = (type: string, properties: string): string => `Resources:\n  It: { Type: ${type}, Properties: { ${properties} } }\n`;
const ids = (found: MentionFacts | undefined): string[] => found!.facts.map(({ note, fact }) => `${note.id}#${fact.id}`);

describe('factsAt', () => {
  it('gives a property the facts about it, and the service they are of', async () => {
    const found = await factsIn(template('AWS::SQS::Queue', 'MessageRetentionPeriod: 60'), 'MessageRetention');
    assert.equal(found?.service.id, 'sqs');
    assert.ok(ids(found).includes('sqs#retention'));
    for (const { fact } of found.facts) assert.equal(fact.property, 'AWS::SQS::Queue/MessageRetentionPeriod');
  });

  it('gives a type facts that are about no property of it', async () => {
    const found = await factsIn(template('AWS::SQS::Queue', ''), 'AWS::');
    assert.equal(found?.service.id, 'sqs');
    assert.ok(found.facts.length > 0);
    for (const { fact } of found.facts) assert.equal(fact.property, undefined);
  });

  it('shows at most three facts and counts those left out', async () => {
    for (const { id, types } of knowledge.content.services) {
      for (const type of types) {
        const found = await factsIn(template(type, ''), type);
        const all = knowledge.content.services.find((service) => service.id === id)!.facts.filter((fact) => fact.property === undefined);
        assert.equal(found!.facts.length, Math.min(3, all.length), type);
        assert.equal(found!.facts.length + found!.more, all.length, type);
      }
    }
  });

  it('puts a fact that has changed among the first three of a type', async () => {
    const changed = knowledge.content.services.filter(({ facts, types }) => types.length > 0 && facts.some((fact) => fact.was && fact.property === undefined));
    assert.ok(changed.length > 0);
    for (const service of changed) {
      const found = await factsIn(template(service.types[0]!, ''), service.types[0]!);
      assert.ok(
        found!.facts.some(({ fact }) => fact.was),
        service.id,
      );
    }
  });

  it('gives a value only facts that fit what is written, those about that very value first', async () => {
    const about = knowledge.content.services.flatMap(({ facts }) => facts).filter((fact) => fact.property !== undefined && fact.propertyValue !== undefined);
    assert.ok(about.length > 0);
    for (const { property, propertyValue } of about) {
      const [type = '', path = ''] = property!.split('/');
      const nested = path.split('.').reduceRight((value, name) => `{ ${name}: ${value} }`, JSON.stringify(String(propertyValue)));
      // The notes may know a property of a type that no service of theirs owns.
      if (path.startsWith('@') || !knowledge.serviceOf(type)) continue;
      const text = `Resources:\n  It:\n    Type: ${type}\n    Properties: ${nested}\n`;
      const mention = mentionAt(await readText(text), text.lastIndexOf(String(propertyValue)));
      assert.equal(mention?.kind, 'value', property);
      const found = factsAt(mention, knowledge)!;
      assert.equal(found.facts[0]!.fact.propertyValue, propertyValue, property);
      for (const { fact } of found.facts) assert.ok(fact.propertyValue === undefined || fact.propertyValue === propertyValue);
      const other = text.replace(JSON.stringify(String(propertyValue)), '"Something else"');
      const elsewhere = factsAt(mentionAt(await readText(other), other.indexOf('Something'))!, knowledge);
      for (const { fact } of elsewhere?.facts ?? []) assert.equal(fact.propertyValue, undefined, property);
    }
  });

  it('takes the facts of the property around one that has none', async () => {
    const found = await factsIn(template('AWS::SQS::Queue', 'RedriveAllowPolicy: { unheard: 1 }'), 'unheard');
    const around = await factsIn(template('AWS::SQS::Queue', 'RedriveAllowPolicy: { unheard: 1 }'), 'RedriveAllow');
    assert.deepEqual(found?.facts, around?.facts);
  });

  it('tells what attributes of resources do, in any service', async () => {
    const knowledge = realKnowledge();
    for (const [attribute, fact] of [
      ['DeletionPolicy: Retain', 'deletion-default'],
      ['UpdateReplacePolicy: Retain', 'update-replace-policy'],
      ['UpdatePolicy: {}', 'update-policy'],
      ['CreationPolicy: {}', 'creation-policy'],
      ['DependsOn: Other', 'depends-on'],
    ] as const) {
      const text = `Resources:\n  It:\n    Type: AWS::SQS::Queue\n    ${attribute}\n`;
      const found = factsAt(mentionAt(await readText(text), text.indexOf(attribute) + 1)!, knowledge);
      assert.equal(found?.service.id, 'cloudformation');
      assert.equal(found.facts[0]?.fact.id, fact);
    }
  });

  it('puts what is about to be forgotten behind the facts of the property, the weakest first, and says so', async () => {
    const knowledge = realKnowledge();
    const text = template('AWS::SQS::Queue', 'DelaySeconds: 1');
    const mention = mentionAt(await readText(text), text.indexOf('DelaySeconds') + 1)!;
    const recalls: Readonly<Record<string, number>> = { 'sqs#fifo-throughput': 0.6, 'sqs#in-flight': 0.3, 'sqs#retention': 0.95 };
    const found = factsAt(mention, knowledge, (reference) => recalls[reference])!;
    assert.deepEqual(
      found.facts.map(({ fact }) => fact.id),
      ['delay', 'in-flight', 'fifo-throughput'],
    );
    assert.deepEqual(
      [...found.reminders].map(({ id }) => id),
      ['in-flight', 'fifo-throughput'],
    );
    assert.equal(factsAt(mention, knowledge)!.reminders.size, 0);
  });

  it('knows the service that an ARN, an action or a principal names', () => {
    const knowledge = realKnowledge();
    const named = (text: string, needle: string): string | undefined => {
      const mention = serviceMentionAt(text, text.indexOf(needle) + 1);
      return mention && factsAt(mention, knowledge)?.service.id;
    };
    for (const [text, needle, service] of [
      ['Resource: arn:aws:sqs:eu-west-1:111122223333:orders', 'orders', 'sqs'],
      ['!Sub arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:1:x', 'elastic', 'efs'],
      ['Action: [logs:PutLogEvents]', 'logs', 'cloudwatch-logs'],
      ["Action: 'states:*'", 'states', 'step-functions'],
      ['Service: ecs-tasks.amazonaws.com', 'ecs-tasks', 'ecs'],
      ['Service: !Sub "logs.${AWS::URLSuffix}"', 'logs', 'cloudwatch-logs'],
      ['Service: logs.eu-west-1.amazonaws.com', 'amazonaws', 'cloudwatch-logs'],
      ['Runtime: nodejs20.x', 'nodejs', undefined],
      ['Type: AWS::SQS::Queue', 'SQS', undefined],
      ['Image: 1.dkr.ecr.us-east-1.amazonaws.com/x', 'ecr', undefined],
    ] as const)
      assert.equal(named(text, needle), service, text);
  });

  it('gives nothing for a property or a type that the notes say nothing of', async () => {
    assert.deepEqual((await factsIn(template('AWS::SQS::Queue', 'Unheard: 1'), 'Unheard'))?.facts, []);
    assert.equal(await factsIn(template('AWS::Unheard::Thing', 'DelaySeconds: 1'), 'AWS::'), undefined);
    assert.equal(await factsIn(template('AWS::Unheard::Thing', 'DelaySeconds: 1'), 'DelaySeconds'), undefined);
  });

  it('gives the same facts in a CDK app', async () => {
    const app =
      "import * as cdk from 'aws-cdk-lib';\nimport * as sqs from 'aws-cdk-lib/aws-sqs';\nnew sqs.Queue(this, 'Q', { retentionPeriod: cdk.Duration.days(4) });\n";
    assert.deepEqual(
      ids(await factsIn(app, 'retentionPeriod')),
      ids(await factsIn(template('AWS::SQS::Queue', 'MessageRetentionPeriod: 1'), 'MessageRetention')),
    );
  });
});

describe('firstResources', () => {
  it('names the first resource of each service that the notes know, in the order of the text', async () => {
    const text =
      'Resources:\n  A: { Type: AWS::Unheard::Thing }\n  B: { Type: AWS::SQS::Queue }\n  C: { Type: AWS::S3::Bucket }\n  D: { Type: AWS::SQS::Queue }\n  E: { Type: AWS::S3::BucketPolicy }\n';
    assert.deepEqual(
      firstResources(await readText(text), knowledge).map(({ service, index }) => [service.id, index]),
      [
        ['sqs', 1],
        ['s3', 2],
      ],
    );
  });

  it('names nothing in a template without resources', async () => {
    assert.deepEqual(firstResources(await readText("import 'aws-cdk-lib';\nimport * as cdk from 'aws-cdk-lib';\n"), knowledge), []);
  });
});
