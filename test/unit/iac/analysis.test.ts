import assert from 'node:assert/strict';
import { Analyser, findRule, type Analysis } from '../../../src/iac/analysis';
import { detect } from '../../../src/iac/detect';

function analyse(analyser: Analyser, text: string): Analysis {
  const detection = detect(text);
  const analysis = detection && analyser.analyse(text, detection, undefined);
  assert.ok(analysis, text);
  return analysis;
}

const found = ({ findings, computed }: Analysis): string[] => [
  ...findings.findings.map(({ rule, resource, span, message }) => `${resource.id} ${rule.id} ${span.start} ${message}`),
  ...computed.map(({ offset, label }) => `${offset} ${label}`),
];

/** After each text in turn, the findings and computed facts are those of reading it afresh. */
function assertAsAfresh(...texts: readonly string[]): void {
  const analyser = new Analyser();
  for (const text of texts) assert.deepEqual(found(analyse(analyser, text)), found(analyse(new Analyser(), text)), text);
}

describe('What an analyser remembers', () => {
  const template = (parameters: string, resources: string): string => `Parameters:\n  Mode: { Type: String, Default: ${parameters} }\nResources:\n${resources}`;
  const bucket = '  Files: { Type: AWS::S3::Bucket, Properties: { AccessControl: !Ref Mode } }\n';
  const queue = (seconds: number): string => `  Orders: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: ${seconds}, MessageRetentionPeriod: 60 } }\n`;
  const work =
    '  Work: { Type: AWS::Lambda::Function, Properties: { Timeout: 30 } }\n  Take: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Orders.Arn, FunctionName: !Ref Work } }\n';

  it('is moved along when something before it grows', () =>
    assertAsAfresh(template('Private', queue(30) + bucket), template('Private', `  # a comment\n${queue(3000)}${bucket}`)));

  it('is forgotten when a parameter changes', () => assertAsAfresh(template('Private', bucket), template('PublicRead', bucket), template('Private', bucket)));

  it('is forgotten when a resource is renamed, added or removed', () =>
    assertAsAfresh(template('Private', queue(30) + work), template('Private', queue(30).replace('Orders', 'Others') + work), template('Private', work)));

  it('holds nothing of a rule that looks at other resources', () => {
    assertAsAfresh(template('Private', queue(30) + work), template('Private', queue(180) + work), template('Private', queue(20) + work));
    const analyser = new Analyser();
    const visible = (seconds: number): boolean =>
      analyse(analyser, template('Private', queue(seconds) + work)).findings.findings.some(({ rule }) => rule.id === 'lambda-queue-visibility');
    assert.deepEqual([visible(30), visible(180), visible(30)], [true, false, true]);
  });

  it('holds nothing of a resource with an alias', () => {
    const aliased = (size: string): string =>
      `Resources:\n  One: { Type: AWS::S3::Bucket, Properties: &shared { AccessControl: ${size} } }\n  Two: { Type: AWS::S3::Bucket, Properties: *shared }\n`;
    assertAsAfresh(aliased('Private'), aliased('PublicRead'), aliased('Private'));
  });

  it('is one for each of two resources of the same text', () =>
    assertAsAfresh(
      template('Private', bucket),
      template('Private', bucket + bucket.replace('Files', 'Filez')),
      template('Private', bucket.replace('Files', 'Filez') + bucket),
    ));

  it('holds for SAM too, with what Globals gives', () => {
    const sam = (runtime: string, size: number): string =>
      `Globals: { Function: { Runtime: ${runtime} } }\nResources:\n  One: { Type: AWS::Serverless::Function, Properties: { MemorySize: ${size} } }\n  Two: { Type: AWS::Serverless::Function }\n`;
    assertAsAfresh(sam('python3.8', 512), sam('python3.8', 1024), sam('python3.13', 1024));
  });
});

describe('findRule', () => {
  it('finds a rule by its id, and nothing by another', () => {
    assert.equal(findRule('s3-public-acl')?.service, 's3');
    assert.equal(findRule('nothing-of-the-kind'), undefined);
  });
});
