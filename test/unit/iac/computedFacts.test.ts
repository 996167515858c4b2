import assert from 'node:assert/strict';
import { computedKinds, type ComputedFact } from '../../../src/iac/computed/computedFact';
import { computedFacts } from '../../../src/iac/computed/computedFacts';
import { readText, realKnowledge } from '../support';

async function factsOf(type: string, properties: string): Promise<ComputedFact[]> {
  return computedFacts(
    await readText(`Parameters: { Kept: { Type: Number, Default: 172800 } }\nResources:\n  It: { Type: ${type}, Properties: { ${properties} } }\n`),
  );
}

const labels = async (type: string, properties: string): Promise<string[]> => (await factsOf(type, properties)).map(({ label }) => label);

const rows = [
  ['AWS::EC2::Subnet', 'CidrBlock: 10.0.1.0/24', ['251 usable addresses']],
  ['AWS::EC2::Subnet', 'CidrBlock: 10.0.0.0/16', ['65,531 usable addresses']],
  ['AWS::EC2::Subnet', 'CidrBlock: 10.0.0.0/28', ['11 usable addresses']],
  ['AWS::EC2::Subnet', 'CidrBlock: 10.0.0.0/29', []],
  ['AWS::EC2::Subnet', 'CidrBlock: 10.0.0.0/15', []],
  ['AWS::EC2::Subnet', 'CidrBlock: 10.0.0.0/', []],
  ['AWS::EC2::Subnet', 'CidrBlock: !Ref No', []],
  ['AWS::EC2::Subnet', '', []],
  ['AWS::EC2::VPC', 'CidrBlock: 10.0.0.0/16', ['65,536 addresses, room for 256 subnets of /24']],
  ['AWS::EC2::VPC', 'CidrBlock: 10.0.0.0/26', ['64 addresses']],
  ['AWS::SQS::Queue', 'MessageRetentionPeriod: 345600', ['4 days']],
  ['AWS::SQS::Queue', "MessageRetentionPeriod: '86400'", ['1 day']],
  ['AWS::SQS::Queue', 'MessageRetentionPeriod: 5400', ['1.5 hours']],
  ['AWS::SQS::Queue', 'MessageRetentionPeriod: 60', ['1 minute']],
  ['AWS::SQS::Queue', 'MessageRetentionPeriod: 59', ['59 seconds']],
  ['AWS::SQS::Queue', 'MessageRetentionPeriod: 0', []],
  ['AWS::SQS::Queue', 'MessageRetentionPeriod: -5', []],
  ['AWS::SQS::Queue', 'MessageRetentionPeriod: !If [X, 60, 120]', []],
  ['AWS::SQS::Queue', 'MessageRetentionPeriod: 4 days', []],
  ['AWS::SQS::Queue', 'MessageRetentionPeriod: !Ref Kept', ['2 days (by default)']],
  ['AWS::SQS::Queue', 'QueueName: orders', ['hidden for 30 seconds once received, kept 4 days (default)']],
  ['AWS::SQS::Queue', 'VisibilityTimeout: 60, ReceiveMessageWaitTimeSeconds: 20', ['long polling']],
  ['AWS::SQS::Queue', 'VisibilityTimeout: 60, ReceiveMessageWaitTimeSeconds: 0', ['short polling']],
  ['AWS::SQS::Queue', 'VisibilityTimeout: 60, RedrivePolicy: { maxReceiveCount: 5 }', ['put aside after 5 tries, about 5 minutes']],
  ['AWS::SQS::Queue', 'MessageRetentionPeriod: 60, RedrivePolicy: { maxReceiveCount: 4 }', ['1 minute', 'put aside after 4 tries, about 2 minutes']],
  ['AWS::Kinesis::Stream', 'RetentionPeriodHours: 72', ['3 days']],
  ['AWS::Kinesis::Stream', 'ShardCount: 4', ['in 4 MB/s and 4,000 records/s, out 8 MB/s']],
  ['AWS::EC2::Volume', 'VolumeType: gp2, Size: 200', ['600 IOPS baseline, bursts to 3,000', 'up to 250 MiB/s']],
  ['AWS::EC2::Volume', 'VolumeType: gp2, Size: 10', ['100 IOPS baseline, bursts to 3,000', 'up to 128 MiB/s']],
  ['AWS::EC2::Volume', 'VolumeType: gp2, Size: 1000', ['3,000 IOPS baseline', 'up to 250 MiB/s']],
  ['AWS::EC2::Volume', 'VolumeType: gp2, Size: 16384', ['16,000 IOPS baseline', 'up to 250 MiB/s']],
  ['AWS::EC2::Volume', 'VolumeType: gp3, Size: 200', ['3,000 IOPS, 125 MiB/s (default)']],
  ['AWS::EC2::Volume', 'VolumeType: gp3, Iops: 4000', ['125 MiB/s (default)']],
  ['AWS::EC2::Volume', 'VolumeType: gp3, Iops: 4000, Throughput: 250', []],
  ['AWS::EC2::Volume', 'VolumeType: st1, Size: 1024', ['40 MiB/s baseline, bursts to 250']],
  ['AWS::EC2::Volume', 'VolumeType: sc1, Size: 512', ['6 MiB/s baseline, bursts to 40']],
  ['AWS::EC2::Volume', 'VolumeType: st1, Size: 16384', ['500 MiB/s baseline, bursts to 500']],
  ['AWS::EC2::Volume', 'VolumeType: io2, Size: 100, Iops: 5000', ['50 IOPS per GiB']],
  ['AWS::EC2::Volume', 'Size: 200', ['gp2 (default)']],
  ['AWS::EC2::Volume', 'VolumeType: gp2', []],
  ['AWS::EC2::Volume', 'VolumeType: !ImportValue type, Size: 200', []],
  ['AWS::EC2::Instance', 'BlockDeviceMappings: [{ Ebs: { VolumeType: gp2, VolumeSize: 50 } }]', ['150 IOPS baseline, bursts to 3,000', 'up to 128 MiB/s']],
  ['AWS::EC2::LaunchTemplate', 'LaunchTemplateData: { BlockDeviceMappings: [{ Ebs: { VolumeType: gp3 } }] }', ['3,000 IOPS, 125 MiB/s (default)']],
  ['AWS::EC2::Instance', 'InstanceType: m5.large', ['4 size units']],
  ['AWS::EC2::Instance', 'InstanceType: t3.small', ['1 size unit']],
  ['AWS::EC2::Instance', 'InstanceType: c5.12xlarge', ['96 size units']],
  ['AWS::EC2::Instance', 'InstanceType: m5.metal', []],
  [
    'AWS::DynamoDB::Table',
    'ProvisionedThroughput: { ReadCapacityUnits: 6000, WriteCapacityUnits: 1500 }',
    ['6,000 strongly or 12,000 eventually consistent reads/s of 4 KB', '1,500 writes/s of 1 KB', '≥ 4 partitions'],
  ],
  [
    'AWS::DynamoDB::Table',
    'GlobalSecondaryIndexes: [{ ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } }]',
    ['5 strongly or 10 eventually consistent reads/s of 4 KB', '5 writes/s of 1 KB', '≥ 1 partition'],
  ],
  ['AWS::DynamoDB::Table', 'BillingMode: PAY_PER_REQUEST, ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }', []],
  ['AWS::DynamoDB::Table', 'PointInTimeRecoverySpecification: { RecoveryPeriodInDays: 7 }', ['restores to any second of the last 7 days']],
  ['AWS::Lambda::Function', 'MemorySize: 1769, Timeout: 5', ['1 vCPU']],
  ['AWS::Lambda::Function', 'MemorySize: 256, Timeout: 5', ['0.14 vCPU']],
  ['AWS::Lambda::Function', 'MemorySize: 256, Timeout: 900', ['0.14 vCPU', '15 minutes']],
  ['AWS::Lambda::Function', 'Handler: a.b', ['3 seconds, 128 MB (default)']],
  ['AWS::Lambda::Function', 'Timeout: 5', ['128 MB (default)']],
  ['AWS::Lambda::Function', 'Timeout: !ImportValue t, MemorySize: !ImportValue m', []],
  ['AWS::Lambda::Function', 'Timeout: 5, MemorySize: 1769, ReservedConcurrentExecutions: 20', ['1 vCPU', 'at least 4 calls/s']],
  ['AWS::Serverless::Function', 'Timeout: 120, MemorySize: 1769', ['1 vCPU', '2 minutes']],
  [
    'AWS::RDS::DBInstance',
    'BackupRetentionPeriod: 7, MultiAZ: true',
    ['standby takes over in 1 to 2 minutes, serves no reads', 'restores to any second of the last 7 days'],
  ],
  ['AWS::RDS::DBInstance', 'MultiAZ: false, BackupRetentionPeriod: 1', ['no standby', 'restores to any second of the last day']],
  ['AWS::RDS::DBInstance', 'Engine: mysql', ['backups kept 1 day (default)']],
  ['AWS::RDS::DBInstance', 'DBClusterIdentifier: c', []],
  ['AWS::RDS::DBInstance', 'BackupRetentionPeriod: 0', []],
  [
    'AWS::RDS::DBInstance',
    'BackupRetentionPeriod: 3, StorageType: gp2, AllocatedStorage: 200',
    ['restores to any second of the last 3 days', '600 IOPS baseline, bursts to 3,000'],
  ],
  [
    'AWS::RDS::DBCluster',
    'BackupRetentionPeriod: 3, ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 16 }',
    ['restores to any second of the last 3 days', 'about 1 GiB of memory', 'about 32 GiB of memory'],
  ],
  ['AWS::ElastiCache::ReplicationGroup', 'NumNodeGroups: 3, ReplicasPerNodeGroup: 2', ['9 nodes']],
  ['AWS::AutoScaling::AutoScalingGroup', 'DesiredCapacity: 4, VPCZoneIdentifier: [a, b]', ['2 in each of 2 subnets, 2 left if one fails']],
  ['AWS::AutoScaling::AutoScalingGroup', 'MinSize: 4, AvailabilityZones: [a, b, c]', ['1 or 2 in each of 3 zones, 2 left if one fails']],
  ['AWS::AutoScaling::AutoScalingGroup', 'MinSize: 4, VPCZoneIdentifier: [a]', []],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'LoadBalancerAttributes: [{ Key: idle_timeout.timeout_seconds, Value: "120" }]', ['idle for 2 minutes']],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'Scheme: internal', ['idle timeout 60 seconds (default)']],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'Type: network', []],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', 'TargetGroupAttributes: [{ Key: deregistration_delay.timeout_seconds, Value: 0 }]', ['no draining']],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', 'TargetGroupAttributes: [{ Key: deregistration_delay.timeout_seconds, Value: 600 }]', ['drains for 10 minutes']],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', 'HealthCheckIntervalSeconds: 15, UnhealthyThresholdCount: 4', ['unhealthy after about 1 minute']],
  ['AWS::Route53::HealthCheck', 'HealthCheckConfig: { RequestInterval: 10, FailureThreshold: 3 }', ['unhealthy after about 30 seconds']],
  ['AWS::Route53::HealthCheck', 'HealthCheckConfig: { FailureThreshold: 4 }', ['unhealthy after about 2 minutes']],
  ['AWS::Route53::RecordSet', 'TTL: 3600', ['1 hour']],
  ['AWS::Route53::RecordSet', 'TTL: 60', []],
  ['AWS::Logs::LogGroup', 'RetentionInDays: 365', ['1 year']],
  ['AWS::Logs::LogGroup', 'RetentionInDays: 90', ['about 3 months']],
  ['AWS::Logs::LogGroup', 'RetentionInDays: 14', []],
  ['AWS::Logs::LogGroup', 'LogGroupName: g', ['kept for ever (default)']],
  ['AWS::ECS::TaskDefinition', 'RequiresCompatibilities: [FARGATE], Cpu: 256, Memory: 512', ['0.25 vCPU', '0.5 GB']],
  ['AWS::ECS::TaskDefinition', 'Cpu: 256, Memory: 512', []],
  [
    'AWS::KinesisFirehose::DeliveryStream',
    'ExtendedS3DestinationConfiguration: { BufferingHints: { IntervalInSeconds: 60, SizeInMBs: 8 } }',
    ['every 1 minute or 8 MiB, whichever is first'],
  ],
  ['AWS::Events::Rule', 'ScheduleExpression: rate(5 minutes)', ['288 times a day, 8,640 in 30 days']],
  ['AWS::Events::Rule', 'ScheduleExpression: rate(2 days)', ['15 times in 30 days']],
  ['AWS::Events::Rule', 'ScheduleExpression: cron(0 12 * * ? *)', []],
  ['AWS::CloudFront::CachePolicy', 'CachePolicyConfig: { DefaultTTL: 86400, MaxTTL: 31536000 }', ['1 day', '1 year']],
  ['AWS::CloudFront::Distribution', 'DistributionConfig: { DefaultCacheBehavior: { DefaultTTL: 3600 } }', ['1 hour']],
  ['AWS::CloudWatch::Alarm', 'Period: 300, EvaluationPeriods: 3', ['looks back 15 minutes']],
  ['AWS::CloudWatch::Alarm', 'Period: 60, EvaluationPeriods: 5, DatapointsToAlarm: 3', ['3 of 5 periods, looks back 5 minutes']],
  [
    'AWS::S3::Bucket',
    'LifecycleConfiguration: { Rules: [{ Transitions: [{ StorageClass: STANDARD_IA }, { StorageClass: DEEP_ARCHIVE }] }, { Transition: { StorageClass: GLACIER } }] }',
    ['billed for at least 30 days', 'billed for at least 180 days', 'billed for at least 90 days'],
  ],
] as const;

const together = `
Resources:
  Orders: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 120 } }
  Work: { Type: AWS::Lambda::Function, Properties: { Timeout: 30, MemorySize: 1769 } }
  Take: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Orders.Arn, FunctionName: !Ref Work } }
  Call: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Work, Principal: apigateway.amazonaws.com } }
  Clicks: { Type: AWS::Kinesis::Stream, Properties: { ShardCount: 2 } }
  Read: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Clicks.Arn, ParallelizationFactor: 5 } }
  Blue: { Type: AWS::Route53::RecordSet, Properties: { Name: www.example.com., Type: A, Weight: 3 } }
  Green: { Type: AWS::Route53::RecordSet, Properties: { Name: www.example.com, Type: A, Weight: 1 } }
`;

describe('computedFacts', () => {
  for (const [type, properties, expected] of rows) {
    it(`makes ${JSON.stringify(expected)} of ${type} with ${properties || 'nothing'}`, async () => assert.deepEqual(await labels(type, properties), expected));
  }

  it('stand at the end of the value they follow from, in the order of the resources', async () => {
    const text =
      'Resources:\n  S: { Type: AWS::EC2::Subnet, Properties: { CidrBlock: 10.0.1.0/24 } }\n  Q: { Type: AWS::SQS::Queue, Properties: { MessageRetentionPeriod: 60 } }\n';
    assert.deepEqual(
      computedFacts(await readText(text)).map(({ kind, offset }) => [kind, offset]),
      [
        ['addresses', text.indexOf('/24') + 3],
        ['retention', text.indexOf('60 }') + 2],
      ],
    );
  });

  it('say how they come about, and name a fact that the notes hold, of every kind', async () => {
    const facts = (await Promise.all(rows.map(([type, properties]) => factsOf(type, properties)))).flat();
    assert.match(facts[0]!.explanation, /2\^\(32 − 24\) = 256 addresses, less the 5/);
    for (const { fact, explanation } of [...facts, ...computedFacts(await readText(together))]) {
      assert.ok(realKnowledge().fact(fact), fact);
      assert.doesNotMatch(explanation, /undefined|NaN/);
    }
    const kinds = new Set([...facts, ...computedFacts(await readText(together))].map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), [...computedKinds].sort());
  });

  it('put side by side what several resources say', async () => {
    assert.deepEqual(
      computedFacts(await readText(together)).map(({ label }) => label),
      [
        '4 × the 30 s of Work',
        '1 vCPU',
        'API Gateway gives up after 29 s',
        'Orders hides a message for 120 s',
        'in 2 MB/s and 2,000 records/s, out 4 MB/s',
        'up to 10 at a time',
        '75 % of the answers',
        '25 % of the answers',
      ],
    );
  });

  it('repeat no duration that a CDK app says in words, but count addresses and IOPS there too', async () => {
    const text =
      "import * as cdk from 'aws-cdk-lib';\nconst { aws_sqs: sqs, aws_ec2: ec2 } = cdk;\nimport { aws_sqs, aws_ec2 } from 'aws-cdk-lib';\n" +
      "new aws_sqs.Queue(this, 'Q', { retentionPeriod: cdk.Duration.days(4) });\nnew aws_sqs.CfnQueue(this, 'C', { messageRetentionPeriod: 60 });\n" +
      "new aws_ec2.CfnSubnet(this, 'S', { cidrBlock: '10.0.1.0/24' });\nnew aws_ec2.Volume(this, 'V', { volumeType: aws_ec2.EbsDeviceVolumeType.GP2, size: cdk.Size.gibibytes(10) });\n";
    assert.deepEqual(
      computedFacts(await readText(text)).map(({ label }) => label),
      ['1 minute', '251 usable addresses', '100 IOPS baseline, bursts to 3,000', 'up to 128 MiB/s'],
    );
  });
});
