import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSuppressions } from '../../../../src/iac/rules/suppressions';
import { findingsIn, textAt } from '../../support';
import { app } from './cases';

const idsIn = async (text: string): Promise<string[]> => (await findingsIn(text)).findings.map(({ rule }) => rule.id);
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
    const { findings } = await findingsIn(text);
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
    const { findings } = await findingsIn(text);
    assert.deepEqual(
      findings.map(({ resource }) => resource.id),
      ['W'],
    );
  });
});

describe('Suppressions', () => {
  it('that name no rule are reported, with their place and reason', async () => {
    const text = key('', '', '      # stackdrill-ignore no-such-rule: whatever\n');
    const { unknownSuppressions, findings } = await findingsIn(text);
    assert.equal(findings.length, 1);
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
      reasons.map((text) => readSuppressions(text).unknown.map(({ ruleId, reason }) => [ruleId, reason])),
      [[['a-b', 'why']], [['a-b', 'why']], [['a-b', 'why']], [['a-b', '']]],
    );
  });

  it('need the marker of a comment', () => {
    assert.deepEqual(readSuppressions('stackdrill-ignore no-such-rule: text').unknown, []);
  });

  it('never throw, and stay within the text', () => {
    const piece = fc.constantFrom('# ', '//', 'stackdrill-ignore', ' ', '\n', '\r\n', ':', '-', 'ebs-gp2', 'no-rule', 'Type: x', '😀');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        fc.nat({ max: 200 }),
        (text, offset) => {
          const suppressions = readSuppressions(text);
          suppressions.covers('ebs-gp2', [offset]);
          for (const { start, end, ruleId } of suppressions.unknown) assert.ok(start < end && end <= text.length && text.slice(start, end).includes(ruleId));
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
