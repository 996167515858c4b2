import assert from 'node:assert/strict';
import { isAbsent, type Resource } from '../../../src/iac/model';
import { readText, textAt } from '../support';
import { absent, encryptedBy, plain, properties, unknown } from './plain';

const head = `import aws_cdk as cdk
from aws_cdk import Duration, Stack, aws_sqs as sqs, aws_ec2 as ec2, aws_s3 as s3, aws_rds as rds, aws_lambda, aws_iam as iam
`;

const resourcesOf = async (text: string): Promise<readonly Resource[]> => (await readText(text)).resources;
const last = async (body: string): Promise<Resource> => (await resourcesOf(head + body)).at(-1)!;

/** What a construct with one property sets. */
async function sets(construct: string, prop: string, before = ''): Promise<unknown> {
  return properties(await last(`${before}\n${construct}(self, "It", ${prop})\n`));
}

describe('The imports of a CDK app in Python', () => {
  for (const [statement, use] of [
    ['import aws_cdk as cdk', 'cdk.aws_s3.Bucket'],
    ['import aws_cdk', 'aws_cdk.aws_s3.Bucket'],
    ['import os, aws_cdk', 'aws_cdk.aws_s3.Bucket'],
    ['import aws_cdk.aws_s3 as s3', 's3.Bucket'],
    ['import aws_cdk.aws_s3', 'aws_cdk.aws_s3.Bucket'],
    ['from aws_cdk import aws_s3', 'aws_s3.Bucket'],
    ['from aws_cdk import aws_s3 as s3, Stack, RemovalPolicy', 's3.Bucket'],
    ['from aws_cdk import (\n    aws_sqs,  # queues\n    aws_s3 as s3,\n)', 's3.Bucket'],
    ['from aws_cdk.aws_s3 import Bucket', 'Bucket'],
    ['from aws_cdk.aws_s3 import Bucket as Store', 'Store'],
    ['from aws_cdk.aws_s3 import *', 'Bucket'],
    ['from aws_cdk import core, aws_s3', 'aws_s3.Bucket'],
    ['from aws_cdk.core import Stack\nfrom aws_cdk import aws_s3', 'aws_s3.Bucket'],
  ] as const) {
    it(`${statement} makes ${use} a bucket`, async () => {
      const text = `${statement}\n${use}(self, "Photos", versioned=True)\n`;
      const [bucket, ...others] = await resourcesOf(text);
      assert.equal(others.length, 0);
      assert.deepEqual([bucket?.id, bucket?.type, bucket?.construct], ['Photos', 'AWS::S3::Bucket', 'Bucket']);
      assert.equal(textAt(text, bucket!.typeSpan), use.slice(use.lastIndexOf('.') + 1));
      assert.deepEqual(properties(bucket), { VersioningConfiguration: { Status: 'Enabled' } });
    });
  }

  it('may name alpha and experimental modules', async () => {
    const text =
      'import aws_cdk.aws_lambda_python_alpha as lambda_python\nfrom aws_cdk import aws_lambda_python_alpha, aws_cloudfront\nfrom aws_cdk.aws_cloudfront import experimental\n' +
      'lambda_python.PythonFunction(self, "A")\naws_lambda_python_alpha.PythonFunction(self, "B")\naws_cloudfront.experimental.EdgeFunction(self, "C")\nexperimental.EdgeFunction(self, "D")\n';
    assert.deepEqual(
      (await resourcesOf(text)).map(({ type }) => type),
      Array.from({ length: 4 }, () => 'AWS::Lambda::Function'),
    );
  });

  it('may stand in functions and in try', async () => {
    const text =
      'import aws_cdk\ntry:\n    from aws_cdk import aws_s3\nexcept ImportError:\n    pass\ndef f():\n    from aws_cdk.aws_sqs import Queue\n    Queue(self, "A")\n    aws_s3.Bucket(self, "B")\n';
    assert.deepEqual(
      (await resourcesOf(text)).map(({ id }) => id),
      ['A', 'B'],
    );
  });

  it('make nothing of classes of other packages or of the app itself', async () => {
    const text =
      'from aws_cdk import Stack\nfrom .bucket import Bucket\nfrom cdk_nag import Queue\nclass Topic:\n    pass\nBucket(self, "A")\nQueue(self, "B")\nTopic(self, "C")\n';
    assert.deepEqual(await resourcesOf(text), []);
  });
});

describe('The resources of a CDK app in Python', () => {
  const ids = async (body: string): Promise<string[]> => (await resourcesOf(head + body)).map(({ id, type }) => `${id} ${type}`);

  it('may name their scope and id', async () => {
    for (const written of [
      'self, "Q"',
      'self, id="Q"',
      'scope=self, id="Q"',
      'id="Q", scope=self',
      'self.stack, "Q"',
      'Stack(app, "S"), "Q"',
      'scope, construct_id',
    ]) {
      assert.match((await ids(`sqs.Queue(${written})`)).at(-1) ?? '', /^(?:Q|construct_id) AWS::SQS::Queue$/, written);
    }
    const queue = await last('sqs.Queue(scope=self, id="Q", fifo=True)');
    assert.deepEqual(properties(queue), { FifoQueue: true });
  });

  it('are no look-ups, stacks, outputs, values or structs', async () => {
    const body =
      'app = cdk.App()\nStack(app, "S")\ncdk.CfnOutput(self, "O", value="x")\nq = sqs.Queue.from_queue_arn(self, "Q", "arn")\ns3.Bucket.from_bucket_name(self, "B", "b")\n' +
      'ec2.InstanceType("t3.micro")\nec2.Vpc.from_lookup(self, "V", is_default=True)\ns3.LifecycleRule(id="a")\nsqs.Queue(self)\nsqs.Queue()\nsqs.Queue("text", "Q")\nsqs.Queue(self, 5)\n';
    assert.deepEqual(await ids(body), []);
  });

  it('are no classes of the app that extend a construct', async () => {
    assert.deepEqual(
      await ids('class MyBucket(s3.Bucket):\n    def __init__(self, scope, id):\n        super().__init__(scope, id, versioned=True)\n\nMyBucket(self, "B")\n'),
      [],
    );
  });

  it('stand in loops, functions, comprehensions and conditions', async () => {
    const body =
      'def make(self):\n    for name in names:\n        sqs.Queue(self, f"q-{name}")\n    if prod:\n        return sqs.Queue(self, "R")\n[s3.Bucket(self, "b" + str(i)) for i in range(3)]\nif (w := sqs.Queue(self, "W")):\n    pass\n';
    assert.deepEqual(await ids(body), ['q-{name} AWS::SQS::Queue', 'R AWS::SQS::Queue', '"b" + str(i) AWS::S3::Bucket', 'W AWS::SQS::Queue']);
  });

  it('show an id that is known, however its text is written', async () => {
    for (const [written, expected] of [
      ['"Q"', 'Q'],
      ["'Q'", 'Q'],
      ['"""Q"""', 'Q'],
      ['"a" "b"', 'ab'],
      ['r"a\\b"', 'a\\b'],
      ['"a\\"b"', 'a"b'],
      ['NAME', 'known'],
      ['f"{NAME}-{{{SIZE}}}"', 'known-{3}'],
      ['NAME + "-q"', 'known-q'],
      ['f"{NAME}-{stage}"', '{NAME}-{stage}'],
      ['f"{SIZE:03d}"', '{SIZE:03d}'],
      ['names[0]', 'names[0]'],
    ] as const) {
      assert.deepEqual(await ids(`NAME = "known"\nSIZE = 3\nsqs.Queue(self, ${written})`), [`${expected} AWS::SQS::Queue`], written);
    }
  });

  it('say where id, class, property names and values stand, also behind wide characters and with CRLF', async () => {
    const source = `${head}# 😀 übung\nqueue = sqs.Queue(self, "Q",\n    fifo=True,  # yes\n    queue_name="n",\n)\n`;
    for (const text of [source, source.replaceAll('\n', '\r\n')]) {
      const queue = (await resourcesOf(text))[0]!;
      assert.deepEqual(
        [queue.idSpan, queue.typeSpan].map((span) => textAt(text, span)),
        ['"Q"', 'Queue'],
      );
      assert.deepEqual(
        queue.properties.entries.map(({ nameSpan, value }) => [textAt(text, nameSpan), textAt(text, value)]),
        [
          ['fifo', 'True'],
          ['queue_name', '"n"'],
        ],
      );
      assert.match(textAt(text, queue.span), /^sqs\.Queue\([^]*\)$/);
    }
  });

  it('hold one another through variables and attributes', async () => {
    const body =
      'dead = sqs.Queue(self, "D")\nself.member: sqs.Queue = sqs.Queue(self, "M")\n' +
      'sqs.CfnQueue(self, "A", redrive_policy={"a": dead, "b": self.member, "c": dead.queue_arn, "d": self.member.queue_arn, "e": other.queue_arn})\n';
    const resources = await resourcesOf(head + body);
    assert.deepEqual(
      resources.map(({ holder }) => holder),
      ['dead', 'self.member', undefined],
    );
    assert.deepEqual(properties(resources.at(-1)), { RedrivePolicy: { A: '-> dead', B: '-> self.member', C: '-> dead', D: '-> self.member', E: unknown } });
  });

  it('do not name one of several that the same variable holds', async () => {
    const body =
      'def a(self):\n    q = sqs.Queue(self, "A")\ndef b(self):\n    q = sqs.Queue(self, "B")\n    sqs.CfnQueue(self, "C", redrive_policy={"a": q})\n';
    assert.deepEqual(properties(await last(body)), { RedrivePolicy: { A: unknown } });
  });

  it('are still read where the source is broken, which is reported', async () => {
    for (const broken of ['sqs.Queue(self, "R", fifo=Tr', 'class :', 'x = "unfinished', 'sqs.Queue(', ')))', 'def (', '"""', 'if x\n    y']) {
      const { resources, problems } = await readText(`${head}a = sqs.Queue(self, "Q", fifo=True)\n${broken}`);
      assert.deepEqual(properties(resources.find(({ id }) => id === 'Q')), { FifoQueue: true }, broken);
      assert.deepEqual(
        problems.map(({ message }) => message),
        ['Python: a part of this file could not be read.'],
        broken,
      );
    }
    assert.deepEqual((await readText(head)).problems, []);
  });
});

describe('The values of CDK properties in Python', () => {
  for (const [construct, prop, expected] of [
    ['sqs.Queue', 'retention_period=cdk.Duration.days(4)', { MessageRetentionPeriod: 345600 }],
    ['sqs.Queue', 'retention_period=Duration.days(amount=4)', { MessageRetentionPeriod: 345600 }],
    ['sqs.Queue', 'visibility_timeout=Duration.seconds(6 * 5)', { VisibilityTimeout: 30 }],
    ['sqs.Queue', 'visibility_timeout=Duration.parse("PT1M")', { VisibilityTimeout: unknown }],
    ['sqs.Queue', 'visibility_timeout=timeout', { VisibilityTimeout: unknown }],
    [
      'sqs.Queue',
      'dead_letter_queue=sqs.DeadLetterQueue(max_receive_count=3, queue=q)',
      { RedrivePolicy: { maxReceiveCount: 3, deadLetterTargetArn: unknown } },
    ],
    ['s3.Bucket', 'versioned=False', { VersioningConfiguration: { Status: absent } }],
    ['s3.Bucket', 'versioned=None', { VersioningConfiguration: { Status: absent } }],
    ['s3.Bucket', 'versioned=True if prod else False', { VersioningConfiguration: { Status: { oneOf: ['Enabled', absent] } } }],
    ['s3.Bucket', 'versioned=is_production', { VersioningConfiguration: { Status: unknown } }],
    ['s3.Bucket', 'encryption=s3.BucketEncryption.KMS', encryptedBy('aws:kms')],
    ['s3.Bucket', 'encryption=cdk.aws_s3.BucketEncryption.S3_MANAGED', encryptedBy('AES256')],
    [
      's3.Bucket',
      'lifecycle_rules=[s3.LifecycleRule(id="a", enabled=True)]',
      { LifecycleConfiguration: { Rules: [{ Id: 'a', Status: 'Enabled', '...': unknown }] } },
    ],
    [
      's3.Bucket',
      'lifecycle_rules=[{"id": "a", "expired_object_delete_marker": True}]',
      { LifecycleConfiguration: { Rules: [{ Id: 'a', ExpiredObjectDeleteMarker: true, '...': unknown }] } },
    ],
    ['s3.Bucket', 'lifecycle_rules=[dict(id="a")]', { LifecycleConfiguration: { Rules: [{ Id: 'a', '...': unknown }] } }],
    ['s3.Bucket', 'website_index_document="a" "b"', { WebsiteConfiguration: { IndexDocument: 'ab' } }],
    [
      's3.CfnBucket',
      'versioning_configuration=s3.CfnBucket.VersioningConfigurationProperty(status="Enabled")',
      { VersioningConfiguration: { Status: 'Enabled' } },
    ],
    ['s3.CfnBucket', 'versioning_configuration={"status": "Enabled"}', { VersioningConfiguration: { Status: 'Enabled' } }],
    ['s3.CfnBucket', 'versioning_configuration={"status": "Enabled", **more}', { VersioningConfiguration: { Status: unknown, '...': unknown } }],
    ['s3.CfnBucket', 'tags=[cdk.CfnTag(key="a", value="b")]', { Tags: [{ Key: 'a', Value: 'b' }] }],
    ['ec2.CfnVolume', 'iops=-3, size=1_000, throughput=0x10, auto_enable_io=not x', { Iops: -3, Size: 1000, Throughput: 16, AutoEnableIO: unknown }],
    [
      'ec2.CfnVolume',
      'kms_key_id=f"k-{key}", snapshot_id=b"s", encrypted=(True), outpost_arn="""a"""',
      { KmsKeyId: unknown, SnapshotId: unknown, Encrypted: true, OutpostArn: 'a' },
    ],
    ['ec2.CfnVolume', 'multi_attach_enabled=(on := True), size=3j', { MultiAttachEnabled: true, Size: unknown }],
    ['ec2.CfnVPC', 'cidr_block="10.0.0.0/16"', { CidrBlock: '10.0.0.0/16' }],
    ['ec2.Instance', 'instance_type=ec2.InstanceType.of(ec2.InstanceClass.T3, ec2.InstanceSize.MICRO)', { InstanceType: 't3.micro' }],
    [
      'ec2.Instance',
      'instance_type=ec2.InstanceType.of(instance_class=ec2.InstanceClass.T3, instance_size=ec2.InstanceSize.MICRO)',
      { InstanceType: 't3.micro' },
    ],
    ['ec2.Instance', 'instance_type=ec2.InstanceType("m5.large")', { InstanceType: 'm5.large' }],
    ['ec2.Instance', 'instance_type=ec2.InstanceType(instance_type_identifier="m5.large")', { InstanceType: 'm5.large' }],
    ['rds.DatabaseInstance', 'engine=rds.DatabaseInstanceEngine.maria_db(version=rds.MariaDbEngineVersion.VER_10_6)', { Engine: 'mariadb' }],
    ['rds.DatabaseInstance', 'multi_az=True, backup_retention=Duration.days(7)', { MultiAZ: true, BackupRetentionPeriod: 7 }],
    ['aws_lambda.Function', 'runtime=aws_lambda.Runtime.PYTHON_3_12', { Runtime: 'python3.12' }],
    ['iam.CfnPolicy', 'policy_document=iam.PolicyDocument(statements=[])', { PolicyDocument: unknown }],
  ] as const) {
    it(`${construct} with ${prop} sets ${JSON.stringify(expected)}`, async () => assert.deepEqual(await sets(construct, prop), expected));
  }

  it('make a DeletionPolicy of a removal policy', async () => {
    const bucket = await last('s3.Bucket(self, "B", removal_policy=cdk.RemovalPolicy.DESTROY)');
    assert.deepEqual(plain(bucket.attributes), { DeletionPolicy: 'Delete' });
  });

  it('leave absence open where keywords are spread', async () => {
    for (const written of ['**props', 'fifo=True, **props', '*args']) {
      for (const construct of ['sqs.Queue', 'sqs.CfnQueue'])
        assert.equal(isAbsent(await last(`${construct}(self, "Q", ${written})`), 'MessageRetentionPeriod'), false, written);
    }
    for (const written of ['', ', fifo=True']) assert.equal(isAbsent(await last(`sqs.Queue(self, "Q"${written})`), 'MessageRetentionPeriod'), true);
  });
});

describe('Constants in Python', () => {
  it('are followed where the file sets them once', async () => {
    for (const [before, written] of [
      ['DAYS = 4', 'DAYS'],
      ['days: int = 4', 'days'],
      ['HALF = 2\nDAYS = HALF + HALF', 'DAYS'],
      ['class S(Stack):\n    DAYS = 4\n', 'self.DAYS'],
      ['class S(Stack):\n    DAYS = 4\n', 'S.DAYS'],
      ['PROD = True\nDAYS = 4 if PROD else 2', 'DAYS'],
    ] as const) {
      assert.deepEqual(await sets('sqs.Queue', `retention_period=Duration.days(${written})`, before), { MessageRetentionPeriod: 345600 }, before);
    }
  });

  it('are not followed where the name may be something else', async () => {
    for (const before of [
      'days = 4\ndays = 5',
      'days = 4\ndays += 1',
      'days = 4\ndef f(days): pass',
      'days = 4\ndef f(days=3): pass',
      'days = 4\ndef f(days: int): pass',
      'days = 4\ndef f(days: int = 3): pass',
      'days = 4\ndef f(*days): pass',
      'days = 4\ndef f(**days): pass',
      'days = 4\nf = lambda days: days',
      'days = 4\nfor days in x: pass',
      'days = 4\nfor i, (days, k) in x: pass',
      'days = 4\n[days for days in x]',
      'days = 4\nwith open() as days: pass',
      'days = 4\ntry: pass\nexcept E as days: pass',
      'days = 4\na, days = 1, 2',
      'days = 4\n(days := 5)',
      'days = 4\ndef f():\n    global days',
      'days = 4\ndel days',
      'days = 4\nimport x as days',
      'days = 4\nmatch x:\n    case days: pass',
      'days = other\nother = days',
    ]) {
      assert.deepEqual(await sets('sqs.Queue', 'retention_period=Duration.days(days)', before), { MessageRetentionPeriod: unknown }, before);
    }
    assert.deepEqual(await sets('sqs.Queue', 'queue_name=Stage.PROD', 'class Stage(Enum):\n    PROD = "p"\n'), { QueueName: unknown });
  });

  it('are not followed where a list or dictionary is changed in place', async () => {
    const before = 'config = {"status": "Enabled"}\n';
    const written = 'versioning_configuration=config';
    assert.deepEqual(await sets('s3.CfnBucket', written, before), { VersioningConfiguration: { Status: 'Enabled' } });
    for (const change of ['config["status"] = x', 'config["a"]["b"] += 1', 'config.update(x)', 'del config["status"]', 'config.status = 1']) {
      assert.deepEqual(await sets('s3.CfnBucket', written, `${before}${change}\n`), { VersioningConfiguration: unknown }, change);
    }
  });
});
