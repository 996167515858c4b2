import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../../src/iac/rules/rule';
import type { MapValue, Resource, Template } from '../../../../src/iac/model';
import { readSuppressions } from '../../../../src/iac/rules/suppressions';
import { suppressingEdit } from '../../../../src/iac/rules/suppress';
import { findingsIn, readText, textAt } from '../../support';
import { app } from './cases';

const span = { start: 0, end: 0 };
const nothing: MapValue = { kind: 'map', entries: [], complete: true, ...span };
const anywhere: Resource = { id: 'It', idSpan: span, type: 'AWS::EC2::Volume', typeSpan: span, span, properties: nothing, attributes: nothing };
const empty: Template = { kind: 'cloudformation', language: 'yaml', resources: [], problems: [], parameters: new Map() };
/** The findings of the rules that are suppressed here: others may have something to say of the same resources. */
const watchedIn = async (text: string): Promise<readonly Finding[]> =>
  (await findingsIn(text)).findings.filter(({ rule }) => ['kms-rotation-off', 'sqs-dead-letter-retention', 'ebs-unencrypted'].includes(rule.id));
const idsIn = async (text: string): Promise<string[]> => (await watchedIn(text)).map(({ rule }) => rule.id);
const key = (before: string, after = '', line = ''): string => `Resources:
${before}  Key:
    Type: AWS::KMS::Key
    Properties:
${line}      EnableKeyRotation: false${after}
`;

describe('A suppression in YAML', () => {
  it('silences its rule on its own line', async () => {
    assert.deepEqual(await idsIn(key('')), ['kms-rotation-off']);
    assert.deepEqual(await idsIn(key('', ' # stackdrill-ignore kms-rotation-off: imported later')), []);
  });

  it('silences its rule on the line below', async () => {
    assert.deepEqual(await idsIn(key('', '', '      # stackdrill-ignore kms-rotation-off\n')), []);
  });

  it('silences from above other comments and empty lines', async () => {
    const lines = '      # stackdrill-ignore kms-rotation-off: a test\n      # stackdrill-ignore kms-key-anybody: another\n\n      # the key of the tests\n';
    assert.deepEqual(await idsIn(key('', '', lines)), []);
  });

  it('silences a whole resource from above its name', async () => {
    assert.deepEqual(await idsIn(key('  # stackdrill-ignore kms-rotation-off: a test\n')), []);
  });

  it('does not reach past a line that is no comment', async () => {
    assert.deepEqual(await idsIn(key('', '', '      # stackdrill-ignore kms-rotation-off: a test\n      Enabled: true\n')), ['kms-rotation-off']);
    assert.deepEqual(await idsIn(key('  # stackdrill-ignore kms-rotation-off: a test\n  Topic: { Type: AWS::SNS::Topic }\n')), ['kms-rotation-off']);
  });

  it('does not reach upwards', async () => {
    assert.deepEqual(await idsIn(`${key('')}      # stackdrill-ignore kms-rotation-off: too late\n`), ['kms-rotation-off']);
  });

  it('at the end of a line silences that line only', async () => {
    const text = `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 } # stackdrill-ignore vpc-open-admin-port: a bastion
        - { IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: 0.0.0.0/0 }
`;
    const findings = (await findingsIn(text)).findings.filter(({ rule }) => rule.id === 'vpc-open-admin-port');
    assert.deepEqual(
      findings.map(({ message }) => message.slice(0, 3)),
      ['RDP'],
    );
  });

  it('silences no other rule', async () => {
    assert.deepEqual(await idsIn(key('', '', '      # stackdrill-ignore kms-key-anybody: a test\n')), ['kms-rotation-off']);
  });

  it('works with Windows line ends', async () => {
    assert.deepEqual(await idsIn(key('  # stackdrill-ignore kms-rotation-off: a test\n  # more\n').replaceAll('\n', '\r\n')), []);
  });

  it('stands where the finding stands, also when another resource was checked', async () => {
    const queues = (above: string, aboveFailed: string): string => `Resources:
${above}  Work:
    Type: AWS::SQS::Queue
    Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: 3 } }
${aboveFailed}  Failed:
    Type: AWS::SQS::Queue
`;
    const comment = '  # stackdrill-ignore sqs-dead-letter-retention: drained hourly\n';
    assert.deepEqual(await idsIn(queues(comment, '')), ['sqs-dead-letter-retention']);
    assert.deepEqual(await idsIn(queues('', comment)), []);
  });
});

describe('A suppression in TypeScript', () => {
  const volume = (before: string, inner = '', after = ''): string =>
    app(`${before}new ec2.Volume(this, 'V', {\n${inner}      encrypted: false,${after}\n    });`);

  it('silences its rule on its own line, on the line below and from above the construct', async () => {
    const comment = '// stackdrill-ignore ebs-unencrypted: scratch space';
    assert.deepEqual(await idsIn(volume('')), ['ebs-unencrypted']);
    assert.deepEqual(await idsIn(volume('', '', ` ${comment}`)), []);
    assert.deepEqual(await idsIn(volume('', `      ${comment}\n`)), []);
    assert.deepEqual(await idsIn(volume('', `      ${comment}\n      // the disk\n`)), []);
    assert.deepEqual(await idsIn(volume(`${comment}\n    `)), []);
  });

  it('silences a construct whose id stands on a line of its own', async () => {
    const text = app(`// stackdrill-ignore ebs-unencrypted: scratch space
    this.disk = new ec2.Volume(
      this,
      'V',
      { encrypted: false },
    );`);
    assert.deepEqual(await idsIn(text), []);
  });

  it('does not reach the next construct', async () => {
    const text = app(`// stackdrill-ignore ebs-unencrypted: scratch space
    new ec2.Volume(this, 'V', { encrypted: false });
    new ec2.Volume(this, 'W', { encrypted: false });`);
    assert.deepEqual(
      (await watchedIn(text)).map(({ resource }) => resource.id),
      ['W'],
    );
  });
});

describe('Suppressions', () => {
  it('that name no rule are reported, with their place and reason', async () => {
    const text = key('', '', '      # stackdrill-ignore no-such-rule: whatever\n');
    const { unknownSuppressions } = await findingsIn(text);
    assert.equal((await watchedIn(text)).length, 1);
    assert.equal(unknownSuppressions.length, 1);
    const [unknown] = unknownSuppressions;
    assert.equal(unknown!.ruleId, 'no-such-rule');
    assert.equal(unknown!.reason, 'whatever');
    assert.equal(textAt(text, unknown!), '# stackdrill-ignore no-such-rule: whatever');
  });

  it('that name a rule are not reported', async () => {
    assert.deepEqual((await findingsIn(key('', ' # stackdrill-ignore kms-rotation-off'))).unknownSuppressions, []);
  });

  it('take their reason after a colon or a dash, or have none', () => {
    const reasons = ['# stackdrill-ignore a-b: why', '// stackdrill-ignore a-b - why', '#stackdrill-ignore a-b:why ', '# stackdrill-ignore a-b'];
    assert.deepEqual(
      reasons.map((text) => readSuppressions(text, empty).unknown.map(({ ruleId, reason }) => [ruleId, reason])),
      [[['a-b', 'why']], [['a-b', 'why']], [['a-b', 'why']], [['a-b', '']]],
    );
  });

  it('need the marker of a comment', () => {
    assert.deepEqual(readSuppressions('stackdrill-ignore no-such-rule: text', empty).unknown, []);
  });

  it('never throw, and stay within the text', () => {
    const piece = fc.constantFrom('# ', '//', 'stackdrill-ignore', ' ', '\n', '\r\n', ':', '-', 'ebs-gp2', 'no-rule', 'Type: x', '😀');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        fc.nat({ max: 200 }),
        (text, offset) => {
          const suppressions = readSuppressions(text, empty);
          suppressions.covers('ebs-gp2', anywhere, [offset]);
          for (const { start, end, ruleId } of suppressions.unknown) assert.ok(start < end && end <= text.length && text.slice(start, end).includes(ruleId));
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('A suppression in metadata', () => {
  const json = (metadata: string): string =>
    `{ "Resources": { "Key": { "Type": "AWS::KMS::Key", ${metadata} "Properties": { "EnableKeyRotation": false } }, "Other": { "Type": "AWS::KMS::Key", "Properties": { "EnableKeyRotation": false } } } }`;

  it('silences its rule in its resource, and nowhere else', async () => {
    assert.deepEqual(await idsIn(json('')), ['kms-rotation-off', 'kms-rotation-off']);
    const text = json('"Metadata": { "StackDrill": { "ignore": { "kms-rotation-off": "imported later" } } },');
    const { unknownSuppressions, unexplainedSuppressions } = await findingsIn(text);
    assert.deepEqual(
      (await watchedIn(text)).map(({ resource }) => resource.id),
      ['Other'],
    );
    assert.deepEqual([unknownSuppressions, unexplainedSuppressions], [[], []]);
  });

  it('works in YAML too', async () => {
    assert.deepEqual(
      await idsIn(key('').replace('    Properties:', '    Metadata:\n      StackDrill: { ignore: { kms-rotation-off: a test } }\n    Properties:')),
      [],
    );
  });

  it('is reported where it names no rule, or gives no reason', async () => {
    const text = json('"Metadata": { "StackDrill": { "ignore": { "kms-rotation": "old", "kms-rotation-off": "" } } },');
    const { unknownSuppressions, unexplainedSuppressions } = await findingsIn(text);
    assert.deepEqual(
      unknownSuppressions.map((one) => textAt(text, one)),
      ['"kms-rotation"'],
    );
    assert.deepEqual(
      unexplainedSuppressions.map((one) => textAt(text, one)),
      ['"kms-rotation-off"'],
    );
  });
});

describe('suppressingEdit', () => {
  const suppressed = async (text: string): Promise<string> => {
    const template = await readText(text);
    const [finding] = await watchedIn(text);
    const edit = suppressingEdit(finding!, template, text)!;
    return text.slice(0, edit.offset) + edit.text + text.slice(edit.offset);
  };

  for (const [what, text] of [
    [
      'without metadata',
      '{\n  "Resources": {\n    "Key": {\n      "Type": "AWS::KMS::Key",\n      "Properties": { "EnableKeyRotation": false }\n    }\n  }\n}\n',
    ],
    [
      'with metadata of others',
      '{ "Resources": { "Key": { "Type": "AWS::KMS::Key", "Metadata": { "Team": "a" }, "Properties": { "EnableKeyRotation": false } } } }',
    ],
    ['with empty metadata', '{ "Resources": { "Key": { "Type": "AWS::KMS::Key", "Metadata": {}, "Properties": { "EnableKeyRotation": false } } } }'],
    [
      'with other suppressions',
      '{ "Resources": { "Key": { "Type": "AWS::KMS::Key", "Metadata": { "StackDrill": { "ignore": { "kms-key-anybody": "x" } } }, "Properties": { "EnableKeyRotation": false } } } }',
    ],
  ] as const) {
    it(`writes metadata into a JSON resource ${what}, which stays JSON`, async () => {
      const edited = await suppressed(text);
      JSON.parse(edited);
      const { unexplainedSuppressions } = await findingsIn(edited);
      assert.deepEqual(await watchedIn(edited), []);
      assert.equal(unexplainedSuppressions.length, 1);
    });
  }

  it('writes a comment above the line elsewhere, as deep as the line', async () => {
    assert.match(await suppressed(key('')), /\n {6}# stackdrill-ignore kms-rotation-off: reason\n {6}EnableKeyRotation/);
    assert.match(
      await suppressed(app("new kms.Key(this, 'K', { enableKeyRotation: false });")),
      /\n {4}\/\/ stackdrill-ignore kms-rotation-off: reason\n {4}new kms/,
    );
  });
});
