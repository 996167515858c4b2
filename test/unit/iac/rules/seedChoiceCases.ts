import type { RuleCase } from './cases';
import { mirrored } from './mirror';

const of =
  (type: string) =>
  (properties: string): string =>
    `It: { Type: ${type}, Properties: { ${properties} SPREAD} }`;
const instance = of('AWS::RDS::DBInstance');
const table = (mode: string, write: string): string =>
  of('AWS::DynamoDB::Table')(
    `${mode}ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 10 }, GlobalSecondaryIndexes: [{ IndexName: byDate, ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: ${write} } }]`,
  );
const cache = of('AWS::ElastiCache::CacheCluster');

export const databaseChoiceCases: Readonly<Record<string, RuleCase>> = {
  'rds-windows-overlap': mirrored({
    fails: [
      instance("PreferredBackupWindow: '«03:00-04:00»', PreferredMaintenanceWindow: 'sun:03:30-sun:04:30'"),
      instance("PreferredBackupWindow: '«23:30-00:30»', PreferredMaintenanceWindow: 'Sun:00:00-Sun:01:00'"),
      instance("PreferredBackupWindow: '«02:00-03:00»', PreferredMaintenanceWindow: 'sat:23:00-sun:02:30'"),
    ],
    passes: [
      instance("PreferredBackupWindow: '03:00-04:00', PreferredMaintenanceWindow: 'sun:04:00-sun:05:00'"),
      instance("PreferredBackupWindow: '03:00-04:00'"),
      instance("PreferredBackupWindow: 'at night', PreferredMaintenanceWindow: 'sun:03:30-day:04:30'"),
    ],
  }),
  'rds-storage-ceiling': mirrored({
    fails: instance('AllocatedStorage: 100, MaxAllocatedStorage: «100»'),
    passes: [instance("AllocatedStorage: '100', MaxAllocatedStorage: 200"), instance('AllocatedStorage: 100')],
  }),
  'elasticache-previous-generation': mirrored({
    fails: [cache('CacheNodeType: «cache.m3.large»'), of('AWS::ElastiCache::ReplicationGroup')('CacheNodeType: «cache.r3.large»')],
    passes: cache('CacheNodeType: cache.r7g.large'),
  }),
  'elasticache-memcached-snapshots': mirrored({
    fails: [cache('Engine: memcached, «SnapshotRetentionLimit»: 5'), cache("Engine: memcached, «SnapshotWindow»: '05:00-09:00'")],
    passes: [cache('Engine: redis, SnapshotRetentionLimit: 5'), cache('Engine: memcached, SnapshotRetentionLimit: 0')],
    unknown: [cache('Engine: UNKNOWN, SnapshotRetentionLimit: 5'), cache('Engine: memcached, SnapshotRetentionLimit: UNKNOWN')],
  }),
  'redshift-old-node-type': mirrored({
    fails: [of('AWS::Redshift::Cluster')('NodeType: «dc2.large»'), of('AWS::Redshift::Cluster')('NodeType: «ds2.xlarge»')],
    passes: of('AWS::Redshift::Cluster')('NodeType: ra3.large'),
  }),
  'dynamodb-index-starves-table': mirrored({
    fails: [table('', '«5»'), table('BillingMode: PROVISIONED, ', '«1»')],
    passes: [
      table('', '10'),
      table('BillingMode: PAY_PER_REQUEST, ', '5'),
      `${table('', '5')}\nScale: { Type: AWS::ApplicationAutoScaling::ScalableTarget, Properties: { ServiceNamespace: dynamodb } }`,
    ],
  }),
};

const bucket = (rule: string): string => of('AWS::S3::Bucket')(`LifecycleConfiguration: { Rules: [{ Status: Enabled, ${rule} SPREAD}] }`);
const move = (storageClass: string, days: string): string => `{ StorageClass: ${storageClass}, TransitionInDays: ${days} }`;

export const storageLifecycleCases: Readonly<Record<string, RuleCase>> = {
  's3-transition-too-early': mirrored({
    fails: [bucket(`Transitions: [${move('STANDARD_IA', '«7»')}]`), bucket(`Transition: ${move('ONEZONE_IA', "'«29»'")}`)],
    passes: [bucket(`Transitions: [${move('STANDARD_IA', '30')}]`), bucket(`Transitions: [${move('GLACIER', '1')}]`)],
    unknown: [bucket(`Transitions: [${move('UNKNOWN', '7')}]`), bucket(`Transitions: [${move('STANDARD_IA', 'UNKNOWN')}]`)],
  }),
  's3-transition-after-expiration': mirrored({
    fails: [
      bucket(`ExpirationInDays: 90, Transitions: [${move('GLACIER', '«90»')}]`),
      bucket(`ExpirationInDays: 30, Transitions: [${move('GLACIER_IR', '«60»')}]`),
    ],
    passes: [bucket(`ExpirationInDays: 365, Transitions: [${move('GLACIER', '90')}]`), bucket(`Transitions: [${move('GLACIER', '90')}]`)],
    unknown: bucket(`ExpirationInDays: UNKNOWN, Transitions: [${move('GLACIER', '90')}]`),
  }),
  's3-minimum-duration': mirrored({
    fails: [
      bucket(`ExpirationInDays: «60», Transitions: [${move('GLACIER', '30')}]`),
      bucket(`Transitions: [${move('STANDARD_IA', '30')}, ${move('GLACIER', '«45»')}]`),
    ],
    passes: [
      bucket(`ExpirationInDays: 365, Transitions: [${move('GLACIER', '30')}]`),
      bucket(`Transitions: [${move('INTELLIGENT_TIERING', '0')}, ${move('GLACIER', '90')}]`),
      bucket('ExpirationInDays: 30'),
    ],
  }),
  's3-one-zone-only-copy': mirrored({
    fails: [
      bucket(`Transitions: [${move('«ONEZONE_IA»', '30')}]`),
      bucket('NoncurrentVersionTransitions: [{ StorageClass: «ONEZONE_IA», TransitionInDays: 30 }]'),
    ],
    passes: [
      bucket(`Transitions: [${move('STANDARD_IA', '30')}]`),
      of('AWS::S3::Bucket')(
        `ReplicationConfiguration: { Role: role }, LifecycleConfiguration: { Rules: [{ Status: Enabled, Transitions: [${move('ONEZONE_IA', '30')}] }] }`,
      ),
    ],
  }),
  's3-reduced-redundancy': mirrored({
    fails: of('AWS::S3::Bucket')(
      'ReplicationConfiguration: { Role: role, Rules: [{ Destination: { Bucket: copy, StorageClass: «REDUCED_REDUNDANCY» SPREAD} }] }',
    ),
    passes: of('AWS::S3::Bucket')('ReplicationConfiguration: { Role: role, Rules: [{ Destination: { Bucket: copy, StorageClass: STANDARD_IA } }] }'),
  }),
};

const route = of('AWS::EC2::Route');
const files = of('AWS::EFS::FileSystem');
const disk = (type: string): string => `BlockDeviceMappings: [{ DeviceName: /dev/sdf, Ebs: { VolumeSize: 8, VolumeType: ${type} SPREAD} }]`;

export const choiceCases: Readonly<Record<string, RuleCase>> = {
  'vpc-nat-instance': mirrored({
    fails: route('DestinationCidrBlock: 0.0.0.0/0, «InstanceId»: i-1'),
    passes: [route('DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1'), route('DestinationCidrBlock: 10.0.0.0/8, InstanceId: i-1')],
    unknown: route('DestinationCidrBlock: UNKNOWN, InstanceId: i-1'),
  }),
  'kinesis-as-archive': mirrored({
    fails: of('AWS::Kinesis::Stream')('RetentionPeriodHours: «8760»'),
    passes: [of('AWS::Kinesis::Stream')('RetentionPeriodHours: 168'), of('AWS::Kinesis::Stream')('ShardCount: 1')],
  }),
  'efs-max-io': mirrored({ fails: files('PerformanceMode: «maxIO»'), passes: [files('PerformanceMode: generalPurpose'), files('Encrypted: true')] }),
  'rds-gp2': mirrored({
    fails: instance('StorageType: «gp2»'),
    passes: [instance('StorageType: gp3'), instance('Engine: mysql')],
    yamlFails: instance('StorageType: !Ref «Kind»'),
    yamlPasses: instance('StorageType: !If [Production, gp3, gp2]'),
  }),
  'rds-io1': mirrored({ fails: instance('StorageType: «io1»'), passes: instance('StorageType: io2') }),
  'ebs-io1': mirrored({ fails: of('AWS::EC2::Volume')('VolumeType: «io1»'), passes: of('AWS::EC2::Volume')('VolumeType: io2') }),
  'ebs-gp2-block-device': mirrored({
    fails: [
      of('AWS::EC2::Instance')(disk('«gp2»')),
      of('AWS::EC2::LaunchTemplate')(`LaunchTemplateData: { ${disk('«gp2»')} }`),
      of('AWS::AutoScaling::LaunchConfiguration')(disk('«gp2»')),
    ],
    passes: of('AWS::EC2::Instance')(disk('gp3')),
    yamlFails: of('AWS::EC2::Instance')(disk('!Ref «Kind»')),
  }),
  'api-gateway-long-timeout': mirrored({
    fails: of('AWS::ApiGateway::Method')('Integration: { Type: AWS_PROXY, TimeoutInMillis: «60000» SPREAD}'),
    passes: [of('AWS::ApiGateway::Method')('Integration: { Type: AWS_PROXY, TimeoutInMillis: 29000 }'), of('AWS::ApiGateway::Method')('HttpMethod: GET')],
  }),
  'cloudformation-custom-resource-timeout': mirrored({
    fails: 'It: { Type: «AWS::CloudFormation::CustomResource», Properties: { ServiceToken: function SPREAD} }',
    passes: 'It: { Type: AWS::CloudFormation::CustomResource, Properties: { ServiceToken: function, ServiceTimeout: 60 } }',
    unknown: 'It: { Type: AWS::CloudFormation::CustomResource, Properties: { ServiceToken: function, ServiceTimeout: UNKNOWN } }',
  }),
};

/** A rule that reports a resource for what it is. */
const byType = (type: string, sound: string): RuleCase => ({
  ...mirrored({ fails: `It: { Type: «${type}», Properties: { Name: it } }`, passes: `It: { Type: ${sound}, Properties: { Name: it } }` }),
  byTypeAlone: true,
});

export const retiredServiceCases: Readonly<Record<string, RuleCase>> = {
  'opsworks-ended': byType('AWS::OpsWorks::Stack', 'AWS::SSM::Document'),
  'data-pipeline-closed': byType('AWS::DataPipeline::Pipeline', 'AWS::Glue::Job'),
  'managed-blockchain-closed': byType('AWS::ManagedBlockchain::Member', 'AWS::SSM::Document'),
  'incident-manager-closed': byType('AWS::SSMIncidents::ResponsePlan', 'AWS::SSM::Document'),
  'cloud9-closed': byType('AWS::Cloud9::EnvironmentEC2', 'AWS::EC2::Instance'),
  'app-mesh-ended': byType('AWS::AppMesh::Mesh', 'AWS::ECS::Service'),
  'evidently-ended': byType('AWS::Evidently::Project', 'AWS::AppConfig::Application'),
  'iot-analytics-ended': byType('AWS::IoTAnalytics::Channel', 'AWS::IoT::TopicRule'),
  'iot-events-ended': byType('AWS::IoTEvents::Input', 'AWS::IoT::TopicRule'),
  'inspector-classic-ended': byType('AWS::Inspector::AssessmentTarget', 'AWS::InspectorV2::Filter'),
  'kinesis-analytics-sql-ended': byType('AWS::KinesisAnalytics::Application', 'AWS::KinesisAnalyticsV2::Application'),
  'managed-flink-sql-runtime': mirrored({
    fails: of('AWS::KinesisAnalyticsV2::Application')('RuntimeEnvironment: «SQL-1_0»'),
    passes: of('AWS::KinesisAnalyticsV2::Application')('RuntimeEnvironment: FLINK-1_20'),
  }),
  'ec2-elastic-graphics': mirrored({
    fails: [
      of('AWS::EC2::Instance')('«ElasticGpuSpecifications»: [{ Type: eg1.medium }]'),
      of('AWS::EC2::LaunchTemplate')('LaunchTemplateData: { «ElasticGpuSpecifications»: [{ Type: eg1.medium }] SPREAD}'),
    ],
    passes: [of('AWS::EC2::Instance')('InstanceType: g6.xlarge'), of('AWS::EC2::Instance')('ElasticGpuSpecifications: []')],
    unknown: of('AWS::EC2::Instance')('ElasticGpuSpecifications: UNKNOWN'),
  }),
};
