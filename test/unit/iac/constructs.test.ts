import assert from 'node:assert/strict';
import { propertyLookup } from '../../../src/build/cloudFormationProperties';
import { resourceTypeNames } from '../../../src/build/resourceTypeNames';
import { constructNamed, constructs } from '../../../src/iac/cdk/constructs';
import { settingsOf } from '../../../src/iac/cdk/constructs/construct';
import { instanceType, retentionDays, runtime } from '../../../src/iac/cdk/converters';
import type { Expression } from '../../../src/iac/cdk/expression';
import { isAbsent, type Resource } from '../../../src/iac/model';
import { placesAt } from '../../../src/iac/rules/demands';
import { readText } from '../support';
import { constructCases } from './constructCases';
import { otherLanguages } from './constructLanguages';
import { absent, plain, properties, unknown } from './plain';

const head =
  "import * as cdk from 'aws-cdk-lib';\nimport { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';\n" +
  ['s3', 'sqs', 'sns', 'ec2', 'ecr', 'efs', 'rds', 'dynamodb', 'docdb', 'lambda', 'ecs', 'kinesis', 'events', 'cloudwatch', 'iam', 'kms', 'secretsmanager']
    .concat(['ssm', 'cognito', 'cloudtrail', 'logs', 'apigateway', 'apigatewayv2', 'cloudfront', 'codebuild', 'route53', 'autoscaling', 'appsync', 'fsx'])
    .concat(['elasticloadbalancingv2', 'elasticloadbalancing', 'stepfunctions', 'opensearchservice', 'certificatemanager', 'backup'])
    .map((name) => `import * as ${name} from 'aws-cdk-lib/aws-${name}';\n`)
    .join('');

async function read(code: string): Promise<Resource> {
  const resource = (await readText(`${head}${code}\n`)).resources.at(-1);
  assert.ok(resource, code);
  return resource;
}

/** Properties of a group or table that CloudFormation has elsewhere; rules look for them here. */
const elsewhere = new Set(['aws-autoscaling.AutoScalingGroup InstanceType', 'aws-dynamodb.TableV2 DeletionProtectionEnabled']);

describe('The table of constructs', () => {
  const has = propertyLookup();
  const names = resourceTypeNames();

  it('has at least 180 constructs, without those of alpha modules', () => {
    assert.ok(Object.keys(constructs).filter((key) => !key.includes('-alpha.')).length >= 180);
  });

  it('names types that CloudFormation has', () => {
    for (const [key, { type }] of Object.entries(constructs)) {
      const [owner, service = '', name = ''] = type.split('::');
      if (owner !== 'Custom') assert.ok(names[service]?.[name] !== undefined, `${key} ${type}`);
    }
  });

  it('names properties that their types have', () => {
    for (const [key, construct] of Object.entries(constructs)) {
      if (construct.type.startsWith('Custom::')) continue;
      const set = Object.keys(construct.props).flatMap((name) => settingsOf(construct, name) ?? []);
      for (const path of [...set.map(([one]) => one), ...Object.keys(construct.defaults)])
        assert.ok(path.startsWith('@') || elsewhere.has(`${key} ${path}`) || has(construct.type, path), `${key} ${path}`);
    }
  });

  it('gives nothing for other names', () => {
    for (const name of ['constructor', 'toString', 'Nothing', '']) assert.equal(constructNamed('aws-s3', name), undefined);
    assert.equal(settingsOf({ type: '', props: {}, defaults: {} }, 'constructor'), undefined);
  });
});

describe('A construct', () => {
  for (const [code, expected] of constructCases) {
    it(`${code} sets ${JSON.stringify(expected)}`, async () => assert.deepEqual(properties(await read(code)), expected));
  }

  for (const [language, construct, text, type, expected] of otherLanguages) {
    it(`${construct} in ${language} sets ${JSON.stringify(expected)}`, async () => {
      const resource = (await readText(text, language.toLowerCase())).resources.at(-1);
      assert.equal(resource?.type, type);
      assert.deepEqual(properties(resource), expected);
    });
  }
});

describe('What a construct does not write', () => {
  it('is absent where the CDK sets nothing', async () => {
    const bucket = await read("new s3.Bucket(this, 'B');");
    for (const path of ['LoggingConfiguration', 'PublicAccessBlockConfiguration', 'VersioningConfiguration.Status']) assert.ok(isAbsent(bucket, path), path);
    for (const path of ['LifecycleConfiguration.Rules', 'CorsConfiguration.CorsRules', 'AccessControl', 'OwnershipControls.Rules'])
      assert.equal(isAbsent(bucket, path), false, path);
  });

  it('is not absent where another property may set it', async () => {
    for (const [code, path] of [
      ["new sqs.Queue(this, 'Q', { encryption: sqs.QueueEncryption.KMS });", 'KmsMasterKeyId'],
      ["new sqs.Queue(this, 'Q', { encryption: sqs.QueueEncryption.KMS_MANAGED });", 'KmsMasterKeyId'],
      ["new sqs.Queue(this, 'Q', { encryption: chosen });", 'KmsMasterKeyId'],
      ["new s3.Bucket(this, 'B', { encryptionKey: key });", 'BucketEncryption.ServerSideEncryptionConfiguration'],
      ["new s3.Bucket(this, 'B', { serverAccessLogsPrefix: 'p' });", 'LoggingConfiguration'],
      ["new s3.Bucket(this, 'B', { objectLockDefaultRetention });", 'ObjectLockEnabled'],
      ["new dynamodb.Table(this, 'T', { encryptionKey: key });", 'SSESpecification.SSEEnabled'],
      ["new dynamodb.Table(this, 'T', { replicationRegions: ['eu-west-1'] });", 'BillingMode'],
      ["new rds.DatabaseInstance(this, 'D', { removalPolicy: RemovalPolicy.RETAIN });", 'DeletionProtection'],
      ["new rds.DatabaseInstance(this, 'D', { performanceInsightRetention: days });", 'EnablePerformanceInsights'],
      ["new lambda.Function(this, 'F', { deadLetterQueueEnabled: true });", 'DeadLetterConfig.TargetArn'],
      ["new kms.Key(this, 'K', { rotationPeriod: Duration.days(90) });", 'EnableKeyRotation'],
      ["new cloudtrail.Trail(this, 'T', { sendToCloudWatchLogs: true });", 'CloudWatchLogsLogGroupArn'],
    ] as const) {
      const resource = await read(code);
      assert.equal(isAbsent(resource, path), false, code);
      assert.ok(
        placesAt(resource, path).every(({ missing }) => !missing),
        code,
      );
    }
  });

  it('is what the CDK sets then', async () => {
    for (const [code, path, expected] of [
      ["new logs.LogGroup(this, 'L');", 'RetentionInDays', 731],
      ["new rds.DatabaseInstance(this, 'D', {});", 'CopyTagsToSnapshot', true],
      ["new docdb.DatabaseCluster(this, 'D', {});", 'StorageEncrypted', true],
      ["new cloudtrail.Trail(this, 'T');", 'IsMultiRegionTrail', true],
      ["new elasticloadbalancingv2.NetworkLoadBalancer(this, 'N', { vpc });", 'Type', 'network'],
      ["new ecs.FargateTaskDefinition(this, 'T');", 'NetworkMode', 'awsvpc'],
      ["new lambda.FunctionUrl(this, 'U', { function: f });", 'AuthType', 'AWS_IAM'],
      ["new route53.MxRecord(this, 'R', { zone });", 'Type', 'MX'],
    ] as const)
      assert.deepEqual(
        placesAt(await read(code), path).map(({ value }) => plain(value)),
        [expected],
        code,
      );
  });

  it('is unknown behind a spread', async () => {
    assert.equal(isAbsent(await read("new s3.Bucket(this, 'B', { ...props });"), 'LoggingConfiguration'), false);
  });
});

describe('Settings aside', () => {
  it('give way to the property of that name, in whichever order', async () => {
    const expected = { KmsMasterKeyId: unknown, SqsManagedSseEnabled: absent };
    for (const props of ['encryption: sqs.QueueEncryption.KMS, encryptionMasterKey: k', 'encryptionMasterKey: k, encryption: sqs.QueueEncryption.KMS'])
      assert.deepEqual(properties(await read(`new sqs.Queue(this, 'Q', { ${props} });`)), expected);
    for (const props of ['publiclyAccessible: true, vpcSubnets: x', 'vpcSubnets: x, publiclyAccessible: true'])
      assert.deepEqual(properties(await read(`new rds.DatabaseInstance(this, 'D', { ${props} });`)), { PubliclyAccessible: true });
    for (const props of ['deletionProtection: false, removalPolicy: RemovalPolicy.RETAIN', 'removalPolicy: RemovalPolicy.RETAIN, deletionProtection: false'])
      assert.deepEqual(properties(await read(`new rds.DatabaseInstance(this, 'D', { ${props} });`)), { DeletionProtection: false });
  });
});

describe('Converters', () => {
  const span = { start: 0, end: 1 };
  const member = (name: string): Expression => ({ kind: 'enumeration', name, ...span });
  const type = (family: string, size: string): Expression => ({
    kind: 'call',
    name: 'InstanceType.of',
    parameters: [member(`InstanceClass.${family}`), member(`InstanceSize.${size}`)],
    ...span,
  });

  it('know the runtimes that their names tell', () => {
    for (const [name, expected] of [
      ['PROVIDED_AL2023', 'provided.al2023'],
      ['DOTNET_CORE_3_1', 'dotnetcore3.1'],
      ['DOTNET_8', 'dotnet8'],
      ['NODEJS_20_X', 'nodejs20.x'],
      ['NODEJS_4_3', 'nodejs4.3'],
      ['RUBY_3_3', 'ruby3.3'],
      ['JAVA_8', 'java8'],
      ['NODEJS_LATEST', undefined],
      ['FROM_IMAGE', undefined],
      ['constructor', undefined],
    ] as const)
      assert.equal(plain(runtime(member(`Runtime.${name}`))), expected, name);
  });

  it('know the instance types that their names tell', () => {
    for (const [family, size, expected] of [
      ['M5', 'XLARGE2', 'm5.2xlarge'],
      ['C7G', 'METAL', 'c7g.metal'],
      ['R8G', 'XLARGE24METAL', 'r8g.metal-24xl'],
      ['ARM1', 'LARGE', undefined],
      ['IO3', 'LARGE', undefined],
      ['BURSTABLE3', 'LARGE', undefined],
    ] as const)
      assert.equal(plain(instanceType()(type(family, size))), expected, family);
  });

  it('know how long logs are kept', () => {
    assert.equal(plain(retentionDays(member('RetentionDays.EIGHTEEN_MONTHS'))), 545);
    assert.equal(plain(retentionDays(member('RetentionDays.INFINITE'))), absent);
    assert.equal(plain(retentionDays(member('RetentionDays.UNHEARD'))), undefined);
    assert.equal(plain(retentionDays({ kind: 'literal', value: 7, ...span })), undefined);
  });
});
