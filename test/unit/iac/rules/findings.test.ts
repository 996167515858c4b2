import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detect } from '../../../../src/iac/detect';
import { findingsIn, textAt } from '../../support';
import { app, cases, template } from './cases';

async function messages(rule: string, text: string): Promise<string[]> {
  return (await findingsIn(text)).findings.filter((finding) => finding.rule.id === rule).map(({ message }) => message);
}

const first = (texts: string | readonly string[]): string => (typeof texts === 'string' ? texts : texts[0]!).replace(/[«»]|SPREAD/g, '');

describe('Findings', () => {
  it('say that they hold by default where they are about the default of a parameter', async () => {
    const text = (status: string): string => `Parameters:
  Versions: { Type: String, Default: Suspended }
Resources:
  Store:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: { Status: ${status} }
`;
    const [written] = await messages('s3-versioning-suspended', text('Suspended'));
    assert.ok(written);
    assert.deepEqual(await messages('s3-versioning-suspended', text('!Ref Versions')), [`By default (parameter Versions): ${written}`]);
  });

  it('are the same in YAML and in JSON', async () => {
    const yaml = `Resources:
  Db:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: postgres, MultiAZ: 'false', PubliclyAccessible: true }
  Disk:
    Type: AWS::EC2::Volume
    Properties: { VolumeType: gp2, Size: '30' }
`;
    const json = JSON.stringify({
      Resources: {
        Db: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', MultiAZ: 'false', PubliclyAccessible: true } },
        Disk: { Type: 'AWS::EC2::Volume', Properties: { VolumeType: 'gp2', Size: '30' } },
      },
    });
    const read = async (text: string): Promise<string[]> =>
      (await findingsIn(text)).findings.map(({ rule, resource, message }) => `${rule.id} ${resource.id} ${message}`);
    assert.deepEqual(await read(yaml), await read(json));
    const places = new Map((await findingsIn(json)).findings.map(({ rule, span }) => [rule.id, textAt(json, span)]));
    assert.deepEqual(
      ['rds-single-az', 'rds-public', 'rds-unencrypted', 'ebs-gp2'].map((id) => places.get(id)),
      ['"false"', 'true', '"AWS::RDS::DBInstance"', '"gp2"'],
    );
  });

  it('do not say that a resource is missing where a macro or an unreadable entry may make it', async () => {
    const logged =
      'Logs: { Type: AWS::S3::Bucket }\nData: { Type: AWS::S3::Bucket, Properties: { LoggingConfiguration: { DestinationBucketName: !Ref Logs } } }';
    const rule = 's3-log-target-without-policy';
    assert.equal((await messages(rule, template(logged))).length, 1);
    for (const known of ['Transform: AWS::Serverless-2016-10-31', 'Transform: [AWS::LanguageExtensions, AWS::SecretsManager-2020-07-23]'])
      assert.equal((await messages(rule, `${known}\n${template(logged)}`)).length, 1, known);
    for (const macro of ['Transform: Policies', 'Transform: [AWS::LanguageExtensions, Policies]', 'Transform: { Name: AWS::Include }'])
      assert.deepEqual(await messages(rule, `${macro}\n${template(logged)}`), [], macro);
    const inline =
      "Rights: { Type: AWS::IAM::RolePolicy, Properties: { PolicyDocument: { Statement: { Effect: Allow, Action: kms:Decrypt, Resource: '*' } } } }";
    assert.equal((await messages('iam-kms-any-key', `Transform: Policies\n${template(inline)}`)).length, 1);
    for (const entry of ['Access: { Type: !Rain::Module "policy.yaml" }', 'Fn::Transform: { Name: Policies }', 'Access: {}'])
      assert.deepEqual(await messages(rule, template(`${logged}\n${entry}`)), [], entry);
  });

  it('are made where every branch of a condition is wrong, and not where one is right', async () => {
    const db = (branches: string): string =>
      template(`Db: { Type: AWS::RDS::DBInstance, Properties: { BackupRetentionPeriod: !If [Production, ${branches}] } }`);
    assert.equal((await messages('rds-backups-off', db("0, '0'"))).length, 1);
    for (const branches of ['7, 0', '0, 7', '0, !Ref Unset', '0, !Ref AWS::NoValue'])
      assert.deepEqual(await messages('rds-backups-off', db(branches)), [], branches);
  });

  it('say that a default of a parameter holds by default', async () => {
    const db = (value: string): string => template(`Db: { Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, MultiAZ: ${value} } }`);
    assert.match((await messages('rds-single-az', db('!Ref Off')))[0]!, /^MultiAZ is off by default:/);
    assert.match((await messages('rds-single-az', db('false')))[0]!, /^MultiAZ is off:/);
    const web = (value: string): string =>
      template(`Web: { Type: AWS::EC2::SecurityGroup, Properties: { SecurityGroupIngress: { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: ${value} } } }`);
    assert.match((await messages('vpc-open-admin-port', web('!Ref Anywhere')))[0]!, /^SSH \(port 22\) is open to the whole internet by default/);
    assert.match((await messages('vpc-open-admin-port', web('0.0.0.0/0')))[0]!, /^SSH \(port 22\) is open to the whole internet[^b]*\./);
  });

  it('say that a password is the default of a parameter', async () => {
    const text = template('Db: { Type: AWS::RDS::DBCluster, Properties: { MasterUserPassword: !Ref Kind } }');
    assert.match((await messages('rds-plain-password', text))[0]!, /^The password stands in the template as a default\./);
  });

  it('name the limit that holds, gp3 with its baseline', async () => {
    const disk = (properties: string): string => template(`Disk: { Type: AWS::EC2::Volume, Properties: { ${properties} } }`);
    assert.match((await messages('ebs-io1-ratio', disk('VolumeType: gp3, Size: 4, Iops: 4000')))[0]!, /at most 3,000 IOPS/);
    assert.match((await messages('ebs-io1-ratio', disk('VolumeType: io1, Size: 30, Iops: 4000')))[0]!, /^30 GiB of io1 give at most 1,500 IOPS/);
  });

  it('name every setting of Block Public Access that is off', async () => {
    const text = template(
      'Files: { Type: AWS::S3::Bucket, Properties: { PublicAccessBlockConfiguration: { BlockPublicPolicy: false, BlockPublicAcls: "false" } } }',
    );
    assert.match((await messages('s3-block-public-access-off', text))[0]!, /^BlockPublicAcls, BlockPublicPolicy are off\./);
  });

  it('say when Lambda would refuse a mapping', async () => {
    const text = (visibility: number): string =>
      template(`Queue: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: ${visibility} } }
Code: { Type: AWS::Lambda::Function, Properties: { Timeout: 60 } }
Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Queue.Arn, FunctionName: !GetAtt Code.Arn } }`);
    assert.match((await messages('lambda-queue-visibility', text(59)))[0]!, /at least 360\. Lambda refuses/);
    assert.doesNotMatch((await messages('lambda-queue-visibility', text(60)))[0]!, /refuses/);
  });

  it('belong to the resource in which they stand', async () => {
    const text = app(`const failed = new sqs.Queue(this, 'Failed');
    new sqs.Queue(this, 'Work', { deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });`);
    const findings = (await findingsIn(text)).findings.filter(({ rule }) => rule.id === 'sqs-dead-letter-retention');
    assert.deepEqual(
      findings.map(({ resource }) => resource.id),
      ['Failed'],
    );
    assert.match(findings[0]!.message, /^Failed keeps messages for 4 days, Work for 4 days\./);
  });

  it('keep the order of the resources', async () => {
    const text = template('B: { Type: AWS::KMS::Key }\nA: { Type: AWS::IAM::AccessKey }\nC: { Type: AWS::KMS::Key }');
    assert.deepEqual([...new Set((await findingsIn(text)).findings.map(({ resource }) => resource.id))], ['B', 'A', 'C']);
  });

  it('stay within the text and never throw on a half-written document', async () => {
    const texts = Object.values(cases).flatMap(({ yaml, cdk }) => [template(first(yaml.fails)), app(first(cdk.fails))]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.double({ min: 0.3, max: 1, noNaN: true }), fc.nat({ max: 8 }), async (text, share, cut) => {
        const at = Math.floor(text.length * share);
        const broken = text.slice(0, at) + text.slice(at + cut);
        fc.pre(detect(broken) !== undefined);
        const { findings } = await findingsIn(broken);
        for (const { span } of findings) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= broken.length);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
