import assert from 'node:assert/strict';
import { ruleNamed, rules, rulesOf } from '../../../../src/iac/rules/rules';
import { cdkPartsFor, realContent, realKnowledge } from '../../support';

describe('Every rule', () => {
  it('has an id of its own, in words joined by hyphens', () => {
    for (const { id } of rules) assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)+$/);
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  });

  it('names a service note that exists', () => {
    const services = new Set(realContent().services.map(({ id }) => id));
    for (const { id, service } of rules) assert.ok(services.has(service) && realKnowledge().note(service), `${id}: ${service}`);
  });

  it('names a fact or decision of that note, or of a topic', () => {
    const knowledge = realKnowledge();
    const topics = new Set(realContent().topics.map(({ id }) => id));
    for (const { id, service, fact } of rules) {
      assert.ok(fact, id);
      const note = knowledge.fact(fact)?.note ?? knowledge.decision(fact)?.note;
      assert.ok(note, `${id}: ${fact} does not exist`);
      assert.ok(note.id === service || topics.has(note.id), `${id}: ${fact} is another service's`);
    }
  });

  it('names a fact about one of its types, or about one that they work with', () => {
    const elsewhere: Readonly<Record<string, string>> = {
      'autoscaling-launch-configuration': 'AWS::AutoScaling::AutoScalingGroup',
      'cloudwatch-alarm-basic-monitoring': 'AWS::EC2::Instance',
      'documentdb-one-instance': 'AWS::DocDB::DBInstance',
      'ec2-nat-source-dest-check': 'AWS::EC2::NetworkInterface',
      'iam-user-inline-policy': 'AWS::IAM::Policy',
      'lambda-queue-visibility': 'AWS::SQS::Queue',
      'lambda-queue-visibility-window': 'AWS::SQS::Queue',
      'neptune-one-instance': 'AWS::Neptune::DBInstance',
      'sns-queue-without-policy': 'AWS::SQS::QueuePolicy',
      'vpc-peering-routes-missing': 'AWS::EC2::Route',
      'vpc-security-group-cycle': 'AWS::EC2::SecurityGroupIngress',
    };
    for (const { id, fact, types } of rules) {
      const property = realKnowledge().fact(fact!)?.fact.property;
      if (property === undefined) continue;
      const [type = ''] = property.split('/');
      assert.ok(types.includes(type) || elsewhere[id] === type, `${id}: ${fact!} is about ${property}`);
    }
  });

  it('names tasks that an exam has', () => {
    const tasks = new Set(realContent().exams.flatMap((exam) => exam.domains.flatMap((domain) => domain.tasks.map((task) => `${exam.id}/${task.id}`))));
    for (const rule of rules) {
      assert.ok(rule.tasks.length > 0, rule.id);
      assert.equal(new Set(rule.tasks).size, rule.tasks.length, rule.id);
      for (const task of rule.tasks) assert.ok(tasks.has(task), `${rule.id}: ${task}`);
    }
  });

  it('is about resource types that CloudFormation or SAM has', async () => {
    const { types } = await cdkPartsFor('typescript');
    for (const rule of rules) {
      for (const type of rule.types) assert.ok(type.startsWith('AWS::Serverless::') || types.propertiesOf(type), `${rule.id}: ${type}`);
    }
  });

  it('says what and why in plain text', () => {
    for (const { id, title, why } of rules) {
      assert.match(title, /^\S.*[^.]$/, id);
      assert.match(why, /^\S.*\.$/, id);
    }
  });
});

describe('The list of rules', () => {
  it('finds a rule by its id and nothing by another', () => {
    for (const rule of rules) assert.equal(ruleNamed(rule.id), rule);
    assert.equal(ruleNamed('no-such-rule'), undefined);
  });

  it('finds the rules of a type, and none for a type without', () => {
    for (const rule of rules) for (const type of rule.types) assert.ok(rulesOf(type).includes(rule));
    assert.deepEqual(rulesOf('AWS::No::Type'), []);
  });
});
