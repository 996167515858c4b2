import assert from 'node:assert/strict';
import { isAbsent, propertyOf, type Resource } from '../../../src/iac/model';
import { readText } from '../support';
import { absent, encryptedBy, plain, properties, unknown } from './plain';

const head =
  "import * as cdk from 'aws-cdk-lib';\nimport { Duration } from 'aws-cdk-lib';\nimport * as sqs from 'aws-cdk-lib/aws-sqs';\nimport * as ec2 from 'aws-cdk-lib/aws-ec2';\n" +
  "import * as s3 from 'aws-cdk-lib/aws-s3';\nimport * as rds from 'aws-cdk-lib/aws-rds';\nimport * as lambda from 'aws-cdk-lib/aws-lambda';\nimport * as kinesis from 'aws-cdk-lib/aws-kinesis';\nimport * as dynamodb from 'aws-cdk-lib/aws-dynamodb';\n";

const resourcesOf = async (body: string): Promise<readonly Resource[]> => (await readText(head + body)).resources;
const last = async (body: string): Promise<Resource> => (await resourcesOf(body)).at(-1)!;

/** What a construct with one property sets. */
async function sets(construct: string, prop: string, before = ''): Promise<unknown> {
  return properties(await last(`${before}\nnew ${construct}(this, 'It', { ${prop} });\n`));
}

describe('The values of CDK properties', () => {
  for (const [construct, prop, expected] of [
    ['sqs.Queue', 'retentionPeriod: cdk.Duration.days(4)', { MessageRetentionPeriod: 345600 }],
    ['sqs.Queue', 'retentionPeriod: Duration.hours(2)', { MessageRetentionPeriod: 7200 }],
    ['sqs.Queue', 'visibilityTimeout: Duration.minutes(1.5)', { VisibilityTimeout: 90 }],
    ['sqs.Queue', 'visibilityTimeout: Duration.seconds(45)', { VisibilityTimeout: 45 }],
    ['sqs.Queue', 'deliveryDelay: Duration.millis(3000)', { DelaySeconds: 3 }],
    ['sqs.Queue', 'visibilityTimeout: Duration.parse("PT1M")', { VisibilityTimeout: unknown }],
    ['sqs.Queue', 'visibilityTimeout: Duration.minutes(minutes)', { VisibilityTimeout: unknown }],
    ['sqs.Queue', 'visibilityTimeout: 45', { VisibilityTimeout: unknown }],
    ['kinesis.Stream', 'retentionPeriod: Duration.days(3)', { RetentionPeriodHours: 72 }],
    ['rds.DatabaseInstance', 'backupRetention: Duration.days(7)', { BackupRetentionPeriod: 7 }],
    ['ec2.Volume', 'size: cdk.Size.gibibytes(100)', { Size: 100 }],
    ['ec2.Volume', 'size: cdk.Size.tebibytes(2)', { Size: 2048 }],
    ['ec2.Volume', 'size: cdk.Size.mebibytes(2048)', { Size: 2 }],
    ['ec2.Volume', 'size: cdk.Size.gibibytes(size)', { Size: unknown }],
    ['lambda.Function', 'ephemeralStorageSize: cdk.Size.gibibytes(1)', { EphemeralStorage: { Size: 1024 } }],
    ['ec2.Volume', 'volumeType: ec2.EbsDeviceVolumeType.GENERAL_PURPOSE_SSD', { VolumeType: 'gp2' }],
    ['ec2.Volume', 'volumeType: ec2.EbsDeviceVolumeType.UNHEARD', { VolumeType: unknown }],
    ['s3.Bucket', 'encryption: cdk.aws_s3.BucketEncryption.KMS', encryptedBy('aws:kms')],
    ['s3.Bucket', 'versioned: false', { VersioningConfiguration: { Status: absent } }],
    ['s3.Bucket', 'versioned: isProduction', { VersioningConfiguration: { Status: unknown } }],
    ['s3.Bucket', 'versioned: undefined', { VersioningConfiguration: { Status: absent } }],
    ['lambda.Function', 'runtime: lambda.Runtime.NODEJS_16_X', { Runtime: 'nodejs16.x' }],
    ['lambda.Function', 'runtime: lambda.Runtime.NODEJS', { Runtime: 'nodejs' }],
    ['lambda.Function', 'runtime: lambda.Runtime.PYTHON_3_12', { Runtime: 'python3.12' }],
    ['lambda.Function', 'runtime: lambda.Runtime.JAVA_21', { Runtime: 'java21' }],
    ['lambda.Function', 'runtime: lambda.Runtime.JAVA_8_CORRETTO', { Runtime: 'java8.al2' }],
    ['lambda.Function', 'runtime: lambda.Runtime.DOTNET_8', { Runtime: 'dotnet8' }],
    ['lambda.Function', 'runtime: lambda.Runtime.GO_1_X', { Runtime: 'go1.x' }],
    ['rds.DatabaseInstance', 'engine: rds.DatabaseInstanceEngine.postgres({ version })', { Engine: 'postgres' }],
    ['ec2.Instance', 'instanceType: ec2.InstanceType.of(ec2.InstanceClass.T3, ec2.InstanceSize.MICRO)', { InstanceType: 't3.micro' }],
    ['ec2.Instance', 'instanceType: ec2.InstanceType.of(ec2.InstanceClass.R5, ec2.InstanceSize.XLARGE24)', { InstanceType: 'r5.24xlarge' }],
    ['ec2.Instance', "instanceType: new ec2.InstanceType('m5.large')", { InstanceType: 'm5.large' }],
    ['ec2.Instance', 'instanceType: ec2.InstanceType.of(ec2.InstanceClass.BURSTABLE3, ec2.InstanceSize.MICRO)', { InstanceType: unknown }],
    ['rds.DatabaseInstance', 'instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.MEDIUM)', { DBInstanceClass: 'db.t4g.medium' }],
    ['ec2.CfnVolume', 'iops: -3, size: 1_000, throughput: 0x10', { Iops: -3, Size: 1000, Throughput: 16 }],
    [
      'ec2.CfnVolume',
      'snapshotId: `s`, kmsKeyId: `k-${id}`, encrypted: (true as boolean), autoEnableIo: !x',
      { SnapshotId: 's', KmsKeyId: unknown, Encrypted: true, AutoEnableIO: unknown },
    ],
    ['ec2.CfnVolume', "availabilityZone: 'it\\'s', outpostArn: null, size: x ? 1 : 2", { AvailabilityZone: "it's", OutpostArn: null, Size: { oneOf: [1, 2] } }],
  ] as const) {
    it(`${construct} with ${prop} sets ${JSON.stringify(expected)}`, async () => assert.deepEqual(await sets(construct, prop), expected));
  }

  it('make a key schema of the keys of a table', async () => {
    const text = "partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, sortKey: { name: 'date', type: dynamodb.AttributeType.STRING }";
    assert.deepEqual(await sets('dynamodb.Table', text), {
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'date', KeyType: 'RANGE' },
      ],
    });
  });

  it('make a DeletionPolicy of a removal policy, as an attribute', async () => {
    for (const [policy, expected] of [
      ['DESTROY', 'Delete'],
      ['RETAIN', 'Retain'],
      ['SNAPSHOT', 'Snapshot'],
      ['RETAIN_ON_UPDATE_OR_DELETE', 'RetainExceptOnCreate'],
      ['UNHEARD', unknown],
    ]) {
      const bucket = await last(`new s3.Bucket(this, 'B', { removalPolicy: cdk.RemovalPolicy.${policy} });`);
      assert.equal(plain(propertyOf(bucket.attributes, 'DeletionPolicy')?.value), expected);
      assert.deepEqual(properties(bucket), {});
    }
  });
});

describe('Constants in a CDK app', () => {
  it('are followed where they are declared once in the file, through several steps', async () => {
    const before = 'const days = 4;\nconst period = Duration.days(days);\nconst fifo = true;';
    assert.deepEqual(await sets('sqs.Queue', 'retentionPeriod: period, fifo', before), { MessageRetentionPeriod: 345600, FifoQueue: true });
  });

  it('may hold all properties', async () => {
    const queue = await last("const props: sqs.QueueProps = { fifo: true };\nnew sqs.Queue(this, 'Q', props);");
    assert.deepEqual(properties(queue), { FifoQueue: true });
    assert.equal(isAbsent(queue, 'MessageRetentionPeriod'), true);
  });

  it('are not followed where the name may be something else', async () => {
    for (const before of [
      'let days = 4;',
      'var days = 4;',
      'const days = 4; { const days = 5; }',
      'const days = 4; { let days = 5; }',
      'const days = days2; const days2 = days;',
      'const days = 4; function f(days: number) {}',
      'const days = 4; function f(days?: number) {}',
      'const days = 4; const f = days => days;',
      'const days = 4; for (const days of [1]) {}',
      'const days = 4; function f({ days }: P) {}',
      'const days = 4; { const { days } = props; }',
      'const days = 4; { const { period: days } = props; }',
      'const days = 4; { const [days] = props; }',
    ]) {
      assert.deepEqual(await sets('sqs.Queue', 'retentionPeriod: Duration.days(days)', before), { MessageRetentionPeriod: unknown }, before);
    }
  });

  it('that name each other very often are given up in time', async () => {
    const list = (name: string, count: number): string => `[${`${name}, `.repeat(count)}]`;
    const before = `const a = ${list('b', 300)};\nconst b = ${list('c', 300)};\nconst c = ${list('d', 300)};\nconst d = ${list('1', 300)};`;
    const begun = performance.now();
    assert.deepEqual(Object.keys((await sets('ec2.CfnVolume', 'tags: a', before)) as object), ['Tags']);
    assert.ok(performance.now() - begun < 2000);
  });

  it('and expressions nested very deep are given up in time', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['(', ')'],
      ['{ a: ', '}'],
      ['cdk.Fn.x(', ')'],
      ['-', ''],
    ] as const) {
      const begun = performance.now();
      await sets('ec2.CfnVolume', `tags: ${open.repeat(5000)}1${close.repeat(5000)}`);
      assert.ok(performance.now() - begun < 2000, open);
    }
  });
});

describe('Spreads and unreadable properties', () => {
  it('make absence unknown, and what stands before them', async () => {
    const queue = await last(`new sqs.Queue(this, 'Q', { queueName: 'a', ...base, visibilityTimeout: Duration.seconds(5) });`);
    assert.deepEqual(properties(queue), { QueueName: unknown, VisibilityTimeout: 5, '...': unknown });
    assert.equal(isAbsent(queue, 'MessageRetentionPeriod'), false);
  });

  it('are unknown where the properties are not an object', async () => {
    for (const written of ['props', 'getProps()', 'cond ? {} : {}', '{ ...props }', '{ [name]: 1 }']) {
      for (const construct of ['sqs.Queue', 'sqs.CfnQueue']) {
        const queue = await last(`new ${construct}(this, 'Q', ${written});`);
        assert.equal(isAbsent(queue, 'MessageRetentionPeriod'), false, `${construct} ${written}`);
      }
    }
  });

  it('are absent where no properties are written', async () => {
    for (const written of ['', ', undefined', ', {}']) {
      for (const construct of ['sqs.Queue', 'sqs.CfnQueue']) {
        assert.equal(isAbsent(await last(`new ${construct}(this, 'Q'${written});`), 'MessageRetentionPeriod'), true, `${construct}${written}`);
      }
    }
  });

  it('do not make a default of a construct absent, nor what is not known of one', async () => {
    const fn = await last("new lambda.Function(this, 'F', {});");
    assert.equal(fn.defaults?.get('Timeout'), 3);
    assert.equal(isAbsent(fn, 'Timeout'), false);
    assert.equal(isAbsent(fn, 'TracingConfig.Mode'), false);
  });
});

describe('References between constructs', () => {
  it('go through variables, members and fields', async () => {
    const body =
      "const dead = new sqs.Queue(this, 'D');\nclass S {\n  field = new sqs.Queue(this, 'F');\n  constructor() {\n    this.member = new sqs.Queue(this, 'M');\n" +
      "    new sqs.CfnQueue(this, 'A', { redrivePolicy: { a: dead, b: this.member, c: dead.queueArn, d: this.member.queueArn, e: this.field, f: other.queueArn, g: dead! } });\n  }\n}\n";
    const resources = await resourcesOf(body);
    assert.deepEqual(
      resources.map(({ holder }) => holder),
      ['dead', 'this.field', 'this.member', undefined],
    );
    assert.deepEqual(properties(resources.at(-1)), {
      RedrivePolicy: { A: '-> dead', B: '-> this.member', C: '-> dead', D: '-> this.member', E: '-> this.field', F: unknown, G: '-> dead' },
    });
  });

  it('do not go to look-ups', async () => {
    const body = "const q = sqs.Queue.fromQueueArn(this, 'X', 'arn');\nnew sqs.CfnQueue(this, 'A', { queueName: q.queueName });";
    assert.deepEqual(properties(await last(body)), { QueueName: unknown });
  });
});
