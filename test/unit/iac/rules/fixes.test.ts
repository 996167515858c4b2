import assert from 'node:assert/strict';
import { findingsIn, readText } from '../../support';
import { asJson } from '../../../bench/asJson';
import { app, cases, template as inTemplate } from './cases';

/** Each rule with a fix: the resource in JSON, the place of the value as `VALUE`, and what to put there. */
const fixable: Readonly<Record<string, { readonly json: string; readonly values: readonly (string | boolean)[]; readonly fixed: string }>> = {
  'cloudfront-plain-http': {
    json: '{ "Type": "AWS::CloudFront::Distribution", "Properties": { "DistributionConfig": { "DefaultCacheBehavior": { "ViewerProtocolPolicy": VALUE } } } }',
    values: ['allow-all'],
    fixed: 'redirect-to-https',
  },
  'ebs-gp2': { json: '{ "Type": "AWS::EC2::Volume", "Properties": { "VolumeType": VALUE, "Size": 100 } }', values: ['gp2'], fixed: 'gp3' },
  'ebs-unencrypted': { json: '{ "Type": "AWS::EC2::Volume", "Properties": { "Encrypted": VALUE } }', values: [false, 'false'], fixed: 'true' },
  'kms-rotation-off': { json: '{ "Type": "AWS::KMS::Key", "Properties": { "EnableKeyRotation": VALUE } }', values: [false, 'false'], fixed: 'true' },
  'rds-magnetic': { json: '{ "Type": "AWS::RDS::DBInstance", "Properties": { "StorageType": VALUE } }', values: ['standard'], fixed: 'gp3' },
  'rds-public': { json: '{ "Type": "AWS::RDS::DBInstance", "Properties": { "PubliclyAccessible": VALUE } }', values: [true, 'true'], fixed: 'false' },
  'sqs-unencrypted': { json: '{ "Type": "AWS::SQS::Queue", "Properties": { "SqsManagedSseEnabled": VALUE } }', values: [false, 'false'], fixed: 'true' },
};

/** The value at the end of a line, in block style, so that what follows it is what a fix may spoil. */
function inYaml(json: string, value: string): string {
  return `Resources:\n  It: ${json.replaceAll('"', '').replace('VALUE', value)}\n  After: { Type: AWS::SNS::Topic }\n`;
}

const inJson = (json: string, value: string): string => `{ "Resources": { "It": ${json.replace('VALUE', value)}, "After": { "Type": "AWS::SNS::Topic" } } }`;

async function fixedText(rule: string, text: string): Promise<string | undefined> {
  const { findings } = await findingsIn(text);
  const found = findings.find((finding) => finding.rule.id === rule);
  assert.ok(found, text);
  return found.fix && text.slice(0, found.fix.span.start) + found.fix.text + text.slice(found.fix.span.end);
}

async function assertFixed(rule: string, text: string, expected: RegExp): Promise<void> {
  const after = await fixedText(rule, text);
  assert.ok(after !== undefined, `No fix in:\n${text}`);
  assert.match(after, expected);
  const template = await readText(after);
  assert.deepEqual(template.problems, [], after);
  assert.deepEqual(
    template.resources.map(({ id }) => id),
    (await readText(text)).resources.map(({ id }) => id),
  );
  assert.deepEqual(
    (await findingsIn(after)).findings.filter((finding) => finding.rule.id === rule).map(({ message }) => message),
    [],
    after,
  );
}

describe('A fix', () => {
  for (const [rule, { json, values, fixed }] of Object.entries(fixable)) {
    it(`of ${rule} takes the finding away and leaves a template that reads`, async () => {
      for (const value of values) {
        const bare = new RegExp(`: ${fixed}[ \\n,]`);
        await assertFixed(rule, inYaml(json, String(value)), bare);
        if (typeof value === 'string') {
          await assertFixed(rule, inYaml(json, `'${value}'`), new RegExp(`: '${fixed}'`));
          await assertFixed(rule, inYaml(json, `"${value}"`), new RegExp(`: "${fixed}"`));
        }
        const quoted = ['true', 'false'].includes(fixed) ? fixed : `"${fixed}"`;
        JSON.parse((await fixedText(rule, inJson(json, JSON.stringify(value)))) ?? '');
        await assertFixed(rule, inJson(json, JSON.stringify(value)), new RegExp(`: ${quoted}`));
      }
    });

    it(`of ${rule} is not offered for a parameter's default, a condition or the value of a function`, async () => {
      const [value] = values;
      const computed = ['!Ref Preset', '!FindInMap [Stages, all, it]', `!If [Production, ${String(value)}, ${String(value)}]`];
      const named = `Parameters: { Preset: { Type: String, Default: '${String(value)}' } }\nMappings: { Stages: { all: { it: '${String(value)}' } } }\n`;
      for (const one of computed) assert.equal(await fixedText(rule, named + inYaml(json, one)), undefined, one);
      const long = `{ "Fn::Join": ["", ["${String(value)}"]] }`;
      assert.equal(await fixedText(rule, inJson(json, long)), undefined);
    });
  }

  it('is offered in a CDK app for a value that stands in the props', async () => {
    await assertFixed('rds-public', app(`new rds.CfnDBInstance(this, 'D', { publiclyAccessible: true, engine: 'mysql' });`), /publiclyAccessible: false,/);
    await assertFixed('ebs-unencrypted', app(`new ec2.Volume(this, 'V', { encrypted: false });`), /encrypted: true }/);
    await assertFixed('kms-rotation-off', app(`new kms.Key(this, 'K', { enableKeyRotation: false });`), /enableKeyRotation: true }/);
  });

  it('is not offered in a CDK app for a constant, by its name or in short form', async () => {
    assert.equal(await fixedText('ebs-unencrypted', app(`const encrypted = false; new ec2.Volume(this, 'V', { encrypted });`)), undefined);
    assert.equal(await fixedText('ebs-unencrypted', app(`const off = false; new ec2.Volume(this, 'V', { encrypted: off });`)), undefined);
  });

  it('changes gp2 to gp3 only as long as the baseline of gp3 loses nothing', async () => {
    const text = (size: string): string => `Resources:\n  It: { Type: AWS::EC2::Volume, Properties: { VolumeType: gp2, Size: ${size} } }\n`;
    assert.match((await fixedText('ebs-gp2', text("'170'"))) ?? '', /gp3/);
    for (const size of ['171', '500', '5000', '!Ref Size']) assert.equal(await fixedText('ebs-gp2', text(size)), undefined, size);
  });
});

describe('A fix that adds a setting', () => {
  const block = `Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      # the name
      BucketName: files
      Tags:
        - Key: a
          Value: b
  After: { Type: AWS::SNS::Topic }
`;

  it('puts it before the first property, as deep as that one', async () => {
    const after = await fixedText('s3-versioning-off', block);
    assert.match(after ?? '', /\n {6}VersioningConfiguration: \{ Status: Enabled \}\n {6}BucketName: files\n/);
    await assertFixed('s3-versioning-off', block, /Status: Enabled/);
    await assertFixed('s3-versioning-off', block.replaceAll('\n', '\r\n'), /Status: Enabled/);
  });

  it('puts it into a map in braces, and into JSON on one line or on many', async () => {
    await assertFixed(
      's3-versioning-off',
      'Resources:\n  Files: { Type: AWS::S3::Bucket, Properties: { BucketName: files } }\n',
      /\{ VersioningConfiguration: \{ Status: Enabled \}, BucketName/,
    );
    const json = { Resources: { Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'files' } } } };
    for (const text of [JSON.stringify(json), JSON.stringify(json, null, 2)]) {
      await assertFixed('s3-versioning-off', text, /"VersioningConfiguration": \{ "Status": "Enabled" \},/);
      JSON.parse((await fixedText('s3-versioning-off', text)) ?? '');
    }
  });

  it('puts it into the props of an L1 construct, under its name there', async () => {
    await assertFixed(
      's3-versioning-off',
      app("new s3.CfnBucket(this, 'B', { bucketName: 'files' });"),
      /\{ versioningConfiguration: \{ status: 'Enabled' \}, bucketName/,
    );
  });

  it('is not offered where there is no property yet, nor for an L2 construct', async () => {
    assert.equal(await fixedText('s3-versioning-off', 'Resources:\n  Files:\n    Type: AWS::S3::Bucket\n'), undefined);
    assert.equal(await fixedText('s3-versioning-off', app("new s3.Bucket(this, 'B', { bucketName: 'files' });")), undefined);
  });
});

describe('Every fix', () => {
  const plain = (text: string): string => text.replace(/[«»]/g, '').replaceAll('SPREAD', '');
  const listOf = (texts: string | readonly string[]): readonly string[] => (typeof texts === 'string' ? [texts] : texts);

  it('of every failing case, in YAML, JSON and TypeScript, takes one finding away and leaves a text that reads', async () => {
    const wrong: string[] = [];
    const fixed = new Set<string>();
    for (const [id, { yaml, cdk }] of Object.entries(cases)) {
      const templates = listOf(yaml.fails).map(plain).map(inTemplate);
      for (const text of [...templates, ...templates.map(asJson), ...listOf(cdk.fails).map(plain).map(app)]) {
        const own = (await findingsIn(text)).findings.filter(({ rule }) => rule.id === id);
        for (const { fix } of own) {
          if (!fix) continue;
          const after = text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
          const left = (await findingsIn(after)).findings.filter(({ rule }) => rule.id === id);
          const { problems, resources } = await readText(after);
          if (left.length >= own.length || problems.length > 0 || resources.length !== (await readText(text)).resources.length) wrong.push(`${id}\n${after}`);
          else fixed.add(id);
        }
      }
    }
    assert.deepEqual(wrong.slice(0, 3), []);
    assert.ok(fixed.size >= 30, `only ${fixed.size} rules have a fix`);
  }).timeout(60_000);
});
