import type { RuleCase } from './cases';
import { mirrored } from './mirror';

/** Cases of a rule about bounds: `around` puts properties into a resource; each pair is a property's text before and after its number. */
const bounded = (around: (properties: string) => string, wrong: readonly string[], right: readonly string[]): RuleCase =>
  mirrored({ fails: wrong.map((text) => around(`${text} SPREAD`)), passes: right.map(around) });
const of =
  (type: string) =>
  (properties: string): string =>
    `It: { Type: ${type}, Properties: { ${properties}} }`;
const lambda = of('AWS::Lambda::Function');
const mapping = of('AWS::Lambda::EventSourceMapping');
const queue = of('AWS::SQS::Queue');
const firehose = of('AWS::KinesisFirehose::DeliveryStream');
const key = of('AWS::KMS::Key');

export const limitCases: Readonly<Record<string, RuleCase>> = {
  'lambda-memory-range': bounded(
    lambda,
    ['MemorySize: «64»', "MemorySize: '«20480»'"],
    ['MemorySize: 128', 'MemorySize: 20480, CapacityProviderConfig: { Any: thing }'],
  ),
  'lambda-storage-range': bounded(lambda, ['EphemeralStorage: { Size: «256» SPREAD}'], ['EphemeralStorage: { Size: 10240 }']),
  'lambda-mapping-range': bounded(
    mapping,
    ['ParallelizationFactor: «20»', 'BatchSize: «0»', 'MaximumBatchingWindowInSeconds: «600»', 'ScalingConfig: { MaximumConcurrency: «1» SPREAD}'],
    ['ParallelizationFactor: 10, BatchSize: 10000'],
  ),
  'lambda-async-range': bounded(
    of('AWS::Lambda::EventInvokeConfig'),
    ['MaximumRetryAttempts: «3»', 'MaximumEventAgeInSeconds: «30»'],
    ['MaximumRetryAttempts: 0'],
  ),
  'sqs-attribute-range': bounded(
    queue,
    ['DelaySeconds: «901»', 'VisibilityTimeout: «86400»', 'ReceiveMessageWaitTimeSeconds: «21»', 'MaximumMessageSize: «2097152»'],
    ['DelaySeconds: 900, MaximumMessageSize: 1048576'],
  ),
  'kinesis-retention-range': bounded(of('AWS::Kinesis::Stream'), ['RetentionPeriodHours: «12»', 'RetentionPeriodHours: «9000»'], ['RetentionPeriodHours: 24']),
  'rds-retention-range': mirrored({
    fails: [of('AWS::RDS::DBInstance')('BackupRetentionPeriod: «90» SPREAD'), of('AWS::RDS::DBCluster')('BackupRetentionPeriod: «0» SPREAD')],
    passes: [of('AWS::RDS::DBInstance')('BackupRetentionPeriod: 0'), of('AWS::RDS::DBCluster')('BackupRetentionPeriod: 35')],
  }),
  'dynamodb-recovery-range': bounded(
    of('AWS::DynamoDB::Table'),
    ['PointInTimeRecoverySpecification: { RecoveryPeriodInDays: «90» SPREAD}'],
    ['PointInTimeRecoverySpecification: { RecoveryPeriodInDays: 35 }'],
  ),
  'iam-session-range': bounded(of('AWS::IAM::Role'), ['MaxSessionDuration: «900»', 'MaxSessionDuration: «86400»'], ['MaxSessionDuration: 3600']),
  'api-gateway-cache-range': mirrored({
    fails: [
      of('AWS::ApiGateway::Stage')('MethodSettings: [{ HttpMethod: GET, CacheTtlInSeconds: «7200» SPREAD}]'),
      of('AWS::ApiGateway::Authorizer')('AuthorizerResultTtlInSeconds: «86400» SPREAD'),
    ],
    passes: of('AWS::ApiGateway::Stage')('MethodSettings: [{ HttpMethod: GET, CacheTtlInSeconds: 3600 }]'),
  }),
  'api-gateway-http-timeout-range': bounded(of('AWS::ApiGatewayV2::Integration'), ['TimeoutInMillis: «60000»'], ['TimeoutInMillis: 30000']),
  'data-firehose-buffer-range': bounded(
    firehose,
    [
      'ExtendedS3DestinationConfiguration: { BufferingHints: { SizeInMBs: «256» SPREAD} }',
      'S3DestinationConfiguration: { BufferingHints: { IntervalInSeconds: «3600» SPREAD} }',
    ],
    ['ExtendedS3DestinationConfiguration: { BufferingHints: { SizeInMBs: 128, IntervalInSeconds: 0 } }'],
  ),
  'route-53-weight-range': mirrored({
    fails: [
      of('AWS::Route53::RecordSet')('Weight: «1000» SPREAD'),
      of('AWS::Route53::RecordSetGroup')('RecordSets: [{ Name: a.example.com, Weight: «256» SPREAD}]'),
    ],
    passes: of('AWS::Route53::RecordSet')('Weight: 255'),
  }),
  'route-53-health-check-range': bounded(
    of('AWS::Route53::HealthCheck'),
    ['HealthCheckConfig: { FailureThreshold: «20» SPREAD}', 'HealthCheckConfig: { RequestInterval: «60» SPREAD}'],
    ['HealthCheckConfig: { FailureThreshold: 3, RequestInterval: 10 }'],
  ),
  'cloudfront-origin-connection-range': bounded(
    of('AWS::CloudFront::Distribution'),
    [
      'DistributionConfig: { Origins: [{ Id: one, ConnectionAttempts: «5» SPREAD}] }',
      'DistributionConfig: { Origins: [{ Id: one, ConnectionTimeout: «30» SPREAD}] }',
    ],
    ['DistributionConfig: { Origins: [{ Id: one, ConnectionAttempts: 3, ConnectionTimeout: 10 }] }'],
  ),
  'kms-deletion-window-range': bounded(key, ['PendingWindowInDays: «3»', 'PendingWindowInDays: «60»'], ['PendingWindowInDays: 30']),
  'kms-rotation-period-range': bounded(key, ['RotationPeriodInDays: «30»'], ['RotationPeriodInDays: 90']),
  'cloudformation-wait-range': bounded(of('AWS::CloudFormation::WaitCondition'), ["Timeout: '«86400»'"], ["Timeout: '43200'"]),
  'eventbridge-retry-range': bounded(
    of('AWS::Events::Rule'),
    [
      'Targets: [{ Id: one, RetryPolicy: { MaximumRetryAttempts: «500» SPREAD} }]',
      'Targets: [{ Id: one, RetryPolicy: { MaximumEventAgeInSeconds: «10» SPREAD} }]',
    ],
    ['Targets: [{ Id: one, RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 86400 } }]'],
  ),
};

const many = (count: number, item: string): string => `[${Array.from({ length: count }, () => item).join(', ')}]`;
/** Cases of a rule about lists that are too long. */
const counted = (type: string, name: string, most: number, item: string): RuleCase =>
  mirrored({
    fails: of(type)(`«${name}»: ${many(most + 1, item)} SPREAD`),
    passes: of(type)(`${name}: ${many(most, item)}`),
    unknown: of(type)(`${name}: UNKNOWN`),
  });
const filter = (id: string, group: string): string =>
  `${id}: { Type: AWS::Logs::SubscriptionFilter, Properties: { DestinationArn: somewhere, LogGroupName: ${group} SPREAD} }`;
const lines = 'Lines: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 30 } }';
const task = (properties: string): string => of('AWS::ECS::TaskDefinition')(`RequiresCompatibilities: [FARGATE], ${properties} SPREAD`);
const alarm = of('AWS::CloudWatch::Alarm');
const files = of('AWS::EFS::FileSystem');
const indexed = (hash: string): string =>
  of('AWS::DynamoDB::Table')(
    `KeySchema: [{ AttributeName: customer, KeyType: HASH }, { AttributeName: order, KeyType: RANGE }], LocalSecondaryIndexes: [{ IndexName: byDate, KeySchema: [{ AttributeName: ${hash}, KeyType: HASH }, { AttributeName: date, KeyType: RANGE }] SPREAD}]`,
  );

export const countCases: Readonly<Record<string, RuleCase>> = {
  'lambda-layer-count': counted('AWS::Lambda::Function', 'Layers', 5, 'layer'),
  'ecs-container-count': counted('AWS::ECS::TaskDefinition', 'ContainerDefinitions', 10, '{ Name: one }'),
  'dynamodb-index-count': mirrored({
    fails: [
      of('AWS::DynamoDB::Table')(`«LocalSecondaryIndexes»: ${many(6, '{ IndexName: one }')} SPREAD`),
      of('AWS::DynamoDB::Table')(`«GlobalSecondaryIndexes»: ${many(21, '{ IndexName: one }')} SPREAD`),
    ],
    passes: of('AWS::DynamoDB::Table')(`LocalSecondaryIndexes: ${many(5, '{ IndexName: one }')}`),
    unknown: of('AWS::DynamoDB::Table')('LocalSecondaryIndexes: UNKNOWN'),
  }),
  'eventbridge-target-count': counted('AWS::Events::Rule', 'Targets', 5, '{ Id: one }'),
  'iam-managed-policy-count': mirrored({
    fails: [
      of('AWS::IAM::Role')(`«ManagedPolicyArns»: ${many(11, 'policy')} SPREAD`),
      of('AWS::IAM::Group')(`«ManagedPolicyArns»: ${many(11, 'policy')} SPREAD`),
      of('AWS::IAM::User')(`«ManagedPolicyArns»: ${many(11, 'policy')} SPREAD`),
    ],
    passes: of('AWS::IAM::Role')(`ManagedPolicyArns: ${many(10, 'policy')}`),
    unknown: of('AWS::IAM::Role')('ManagedPolicyArns: UNKNOWN'),
    yamlPasses: of('AWS::IAM::Role')(`ManagedPolicyArns: [${many(10, 'policy').slice(1, -1)}, !If [Production, policy, !Ref AWS::NoValue]]`),
  }),
  'cloudwatch-logs-third-subscription': mirrored({
    fails: `${lines}\n${filter('A', '!Ref Lines')}\n${filter('B', '!Ref Lines')}\n${filter('C', '!Ref «Lines»')}`,
    passes: [
      `${lines}\n${filter('A', '!Ref Lines')}\n${filter('B', '!Ref Lines')}`,
      `${lines}\n${filter('A', '!Ref Lines')}\n${filter('B', '!Ref Lines')}\n${filter('C', 'other')}`,
    ],
  }),
  'cloudwatch-logs-retention-value': bounded(
    of('AWS::Logs::LogGroup'),
    ['RetentionInDays: «10»', 'RetentionInDays: «4000»'],
    ['RetentionInDays: 14', 'RetentionInDays: 3653'],
  ),
  'fargate-task-size': mirrored({
    fails: [task('Cpu: 256, Memory: «4096»'), task("Cpu: '«300»', Memory: 512"), task("Cpu: '1 vCPU', Memory: '«1GB»'"), task("Cpu: '4096', Memory: '«8500»'")],
    passes: [
      task('Cpu: 256, Memory: 512'),
      task("Cpu: .25 vCPU, Memory: '0.5 GB'"),
      task('Cpu: 8192, Memory: 20480'),
      of('AWS::ECS::TaskDefinition')('Cpu: 300, Memory: 512'),
    ],
  }),
  'cloudwatch-alarm-period': bounded(alarm, ['Period: «90»', 'Period: «45»'], ['Period: 300', 'Period: 10']),
  'cloudwatch-alarm-datapoints': mirrored({
    fails: alarm('EvaluationPeriods: 2, DatapointsToAlarm: «3» SPREAD'),
    passes: [alarm('EvaluationPeriods: 3, DatapointsToAlarm: 3'), alarm('DatapointsToAlarm: 3')],
  }),
  'efs-provisioned-throughput': mirrored({
    fails: [
      files('ThroughputMode: elastic, «ProvisionedThroughputInMibps»: 64 SPREAD'),
      files('«ProvisionedThroughputInMibps»: 64 SPREAD'),
      files('ThroughputMode: «provisioned» SPREAD'),
    ],
    passes: [files('ThroughputMode: provisioned, ProvisionedThroughputInMibps: 64'), files('ThroughputMode: elastic')],
    unknown: [files('ThroughputMode: UNKNOWN, ProvisionedThroughputInMibps: 64'), files('ThroughputMode: provisioned, ProvisionedThroughputInMibps: UNKNOWN')],
  }),
  'route-53-resolver-one-address': mirrored({
    fails: of('AWS::Route53Resolver::ResolverEndpoint')('«IpAddresses»: [{ SubnetId: subnet-1 }] SPREAD'),
    passes: of('AWS::Route53Resolver::ResolverEndpoint')('IpAddresses: [{ SubnetId: subnet-1 }, { SubnetId: subnet-2 }]'),
    unknown: of('AWS::Route53Resolver::ResolverEndpoint')('IpAddresses: [UNKNOWN]'),
  }),
  'dynamodb-local-index-key': mirrored({
    fails: indexed('«region»'),
    passes: [indexed('customer'), of('AWS::DynamoDB::Table')('KeySchema: [{ AttributeName: id, KeyType: HASH }]')],
  }),
};

const volume = of('AWS::EC2::Volume');
const device = (ebs: string): string => of('AWS::EC2::Instance')(`BlockDeviceMappings: [{ DeviceName: /dev/sdf, Ebs: { ${ebs} SPREAD} }]`);
const planned = (ebs: string): string =>
  of('AWS::EC2::LaunchTemplate')(`LaunchTemplateData: { BlockDeviceMappings: [{ DeviceName: /dev/sdf, Ebs: { ${ebs} SPREAD} }] }`);

export const volumeCases: Readonly<Record<string, RuleCase>> = {
  'ebs-size-range': mirrored({
    fails: [
      volume('VolumeType: st1, Size: «100» SPREAD'),
      device('VolumeType: gp2, VolumeSize: «20000»'),
      planned("VolumeType: standard, VolumeSize: '«2048»'"),
    ],
    passes: [volume('VolumeType: st1, Size: 125'), device('VolumeType: gp3, VolumeSize: 65536'), volume('Size: 100000')],
  }),
  'ebs-iops-range': mirrored({
    fails: [volume('VolumeType: gp3, Iops: «1000» SPREAD'), device('VolumeType: io1, Iops: «80000»')],
    passes: [volume('VolumeType: gp3, Iops: 80000'), volume('VolumeType: gp2, Iops: 1')],
  }),
  'ebs-iops-missing': mirrored({
    fails: [volume('VolumeType: «io2», Size: 100 SPREAD'), device('VolumeType: «io1»')],
    passes: [volume('VolumeType: io2, Iops: 4000'), volume('VolumeType: gp3')],
    unknown: [volume('VolumeType: UNKNOWN'), volume('VolumeType: io2, Iops: UNKNOWN')],
  }),
  'ebs-throughput-range': mirrored({
    fails: [
      volume('VolumeType: gp3, Throughput: «100» SPREAD'),
      volume('VolumeType: gp3, Throughput: «1000» SPREAD'),
      device('VolumeType: gp3, Iops: 4000, Throughput: «1001»'),
      volume('VolumeType: io2, «Throughput»: 500 SPREAD'),
    ],
    passes: [volume('VolumeType: gp3, Throughput: 750'), volume('VolumeType: gp3, Iops: 8000, Throughput: 2000')],
    unknown: [
      volume('VolumeType: gp3, Throughput: UNKNOWN'),
      volume('VolumeType: gp3, Iops: UNKNOWN, Throughput: 1000'),
      volume('VolumeType: UNKNOWN, Throughput: 500'),
    ],
  }),
  'ebs-multi-attach-type': mirrored({
    fails: [volume('VolumeType: gp3, «MultiAttachEnabled»: true SPREAD'), volume("«MultiAttachEnabled»: 'true' SPREAD")],
    passes: [volume('VolumeType: io2, MultiAttachEnabled: true'), volume('VolumeType: gp3, MultiAttachEnabled: false')],
    unknown: [volume('VolumeType: UNKNOWN, MultiAttachEnabled: true'), volume('VolumeType: gp3, MultiAttachEnabled: UNKNOWN')],
  }),
  'instance-store-mapped': mirrored({
    fails: of('AWS::EC2::Instance')('BlockDeviceMappings: [{ DeviceName: /dev/sdb, VirtualName: «ephemeral0» SPREAD}]'),
    passes: device('VolumeSize: 8'),
  }),
};
