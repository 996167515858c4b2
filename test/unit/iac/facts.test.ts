import assert from 'node:assert/strict';
import { factsAt, firstResources, type MentionFacts } from '../../../src/iac/facts';
import { mentionAt } from '../../../src/iac/mention';
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

  it('gives nothing for a property or a type that the notes say nothing of', async () => {
    assert.equal(await factsIn(template('AWS::SQS::Queue', 'Unheard: 1'), 'Unheard'), undefined);
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
