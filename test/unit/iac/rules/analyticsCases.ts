import type { RuleCase } from './cases';
import { more, setting, unsure } from './settings';

const stream = 'AWS::Kinesis::Stream';
const firehose = 'AWS::KinesisFirehose::DeliveryStream';
const msk = 'AWS::MSK::Cluster';
const broker = 'AWS::AmazonMQ::Broker';
const catalog = 'AWS::Glue::DataCatalogEncryptionSettings';
const glueSecurity = 'AWS::Glue::SecurityConfiguration';
const emr = 'AWS::EMR::Cluster';
const workgroup = 'AWS::Athena::WorkGroup';

const key = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const delivery = (properties: string): string => `It: { Type: ${firehose}, Properties: { ${properties} } }`;
const cdkDelivery = (properties: string): string => `new kinesisfirehose.CfnDeliveryStream(this, 'It', { ${properties} });`;
const configuration = (content: string): string =>
  `It: { Type: AWS::EMR::SecurityConfiguration, Properties: { Name: strict, SecurityConfiguration: ${content} } }`;
const cdkConfiguration = (content: string): string =>
  `new emr.CfnSecurityConfiguration(this, 'It', { securityConfiguration: { EncryptionConfiguration: { ${content} } } });`;

/** A switch in the encryption part of a security configuration. */
function emrSwitch(name: string): RuleCase {
  return {
    yaml: {
      fails: [
        configuration(`{ EncryptionConfiguration: { ${name}: «false» } }`),
        configuration(`{ «EncryptionConfiguration»: { Other: 1 } }`),
        configuration('{ AuthenticationConfiguration: {} }').replace('SecurityConfiguration: {', '«SecurityConfiguration»: {'),
        configuration(`'«{"EncryptionConfiguration":{"${name}":false}}»'`),
      ],
      passes: [configuration(`{ EncryptionConfiguration: { ${name}: true } }`), configuration(`'{"EncryptionConfiguration":{"${name}":true}}'`)],
      unknown: [
        configuration('UNKNOWN'),
        configuration('{ EncryptionConfiguration: UNKNOWN }'),
        configuration(`{ EncryptionConfiguration: { ${name}: UNKNOWN } }`),
      ],
    },
    cdk: {
      fails: cdkConfiguration(`${name}: «false» SPREAD`),
      passes: cdkConfiguration(`${name}: true`),
      unknown: cdkConfiguration(`${name}: UNKNOWN`),
    },
  };
}

export const analyticsCases: Readonly<Record<string, RuleCase>> = {
  'kinesis-own-key': setting({ type: stream, path: 'StreamEncryption.KeyId', wrong: ['alias/aws/kinesis'], right: [key, 'alias/mine'], absent: 'passes' }),
  'kinesis-short-retention': setting({ type: stream, path: 'RetentionPeriodHours', wrong: [24, '24'], right: [25, '168'], absent: 'fails' }),
  'kinesis-policy-open': {
    yaml: {
      fails: "It: { Type: AWS::Kinesis::ResourcePolicy, Properties: { ResourcePolicy: { Statement: [{ Effect: Allow, «Principal»: '*' }] } } }",
      passes:
        "It: { Type: AWS::Kinesis::ResourcePolicy, Properties: { ResourcePolicy: { Statement: [{ Effect: Allow, Principal: { AWS: '111122223333' } }] } } }",
      unknown: 'It: { Type: AWS::Kinesis::ResourcePolicy, Properties: { ResourcePolicy: { Statement: [{ Effect: Allow, Principal: UNKNOWN }] } } }',
    },
    cdk: {
      fails: `new kinesis.CfnResourcePolicy(this, 'It', { resourcePolicy: { Statement: [{ Effect: 'Allow', «Principal»: '*' SPREAD}] } });`,
      passes: `new kinesis.CfnResourcePolicy(this, 'It', { resourcePolicy: { Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' } }] } });`,
      unknown: `new kinesis.CfnResourcePolicy(this, 'It', { resourcePolicy: UNKNOWN });`,
    },
  },
  'kinesis-video-own-key': setting({
    type: 'AWS::KinesisVideo::Stream',
    path: 'KmsKeyId',
    wrong: ['', 'alias/aws/kinesisvideo'],
    right: [key],
    absent: 'fails',
  }),
  'data-firehose-unencrypted': setting({
    type: firehose,
    path: 'DeliveryStreamEncryptionConfigurationInput',
    right: [{ KeyType: 'AWS_OWNED_CMK' }],
    absent: 'fails',
    beside: { DeliveryStreamType: 'DirectPut' },
    exempt: [
      { DeliveryStreamType: 'KinesisStreamAsSource' },
      { DeliveryStreamType: unsure },
      { KinesisStreamSourceConfiguration: { RoleARN: 'x' } },
      { MSKSourceConfiguration: unsure },
    ],
  }),
  'data-firehose-own-key': setting({
    type: firehose,
    path: 'DeliveryStreamEncryptionConfigurationInput.KeyType',
    wrong: ['AWS_OWNED_CMK'],
    right: ['CUSTOMER_MANAGED_CMK'],
    absent: 'passes',
  }),
  'data-firehose-bucket-key': {
    yaml: {
      fails: [
        delivery('«ExtendedS3DestinationConfiguration»: { BucketARN: !Ref Unset }'),
        delivery('S3DestinationConfiguration: { «EncryptionConfiguration»: { NoEncryptionConfig: NoEncryption } }'),
        delivery('SplunkDestinationConfiguration: { «S3Configuration»: { BucketARN: !Ref Unset } }'),
      ],
      passes: [
        delivery(`ExtendedS3DestinationConfiguration: { EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: '${key}' } } }`),
        delivery('DeliveryStreamName: nowhere'),
      ],
      unknown: [delivery('ExtendedS3DestinationConfiguration: UNKNOWN'), delivery('ExtendedS3DestinationConfiguration: { EncryptionConfiguration: UNKNOWN }')],
    },
    cdk: {
      fails: cdkDelivery(`«extendedS3DestinationConfiguration»: { bucketArn: 'arn:aws:s3:::files' SPREAD}`),
      passes: cdkDelivery(`extendedS3DestinationConfiguration: { encryptionConfiguration: { kmsEncryptionConfig: { awskmsKeyArn: '${key}' } } }`),
      unknown: cdkDelivery('extendedS3DestinationConfiguration: UNKNOWN'),
    },
  },
  'data-firehose-error-logs-off': {
    yaml: {
      fails: [
        delivery('«ExtendedS3DestinationConfiguration»: { BucketARN: !Ref Unset }'),
        delivery('RedshiftDestinationConfiguration: { CloudWatchLoggingOptions: { Enabled: «false» } }'),
      ],
      passes: [delivery("HttpEndpointDestinationConfiguration: { CloudWatchLoggingOptions: { Enabled: 'true' } }"), delivery('DeliveryStreamName: nowhere')],
      unknown: [delivery('ExtendedS3DestinationConfiguration: UNKNOWN'), delivery('ExtendedS3DestinationConfiguration: { CloudWatchLoggingOptions: UNKNOWN }')],
    },
    cdk: {
      fails: cdkDelivery(`«extendedS3DestinationConfiguration»: { bucketArn: 'arn:aws:s3:::files' SPREAD}`),
      passes: cdkDelivery('extendedS3DestinationConfiguration: { cloudWatchLoggingOptions: { enabled: true } }'),
      unknown: cdkDelivery('extendedS3DestinationConfiguration: UNKNOWN'),
    },
  },
  'data-firehose-no-backup': {
    yaml: {
      fails: [
        delivery('«ExtendedS3DestinationConfiguration»: { ProcessingConfiguration: { Enabled: true } }'),
        delivery('ExtendedS3DestinationConfiguration: { ProcessingConfiguration: { Enabled: true }, S3BackupMode: «Disabled» }'),
      ],
      passes: [
        delivery('ExtendedS3DestinationConfiguration: { ProcessingConfiguration: { Enabled: true }, S3BackupMode: Enabled }'),
        delivery('ExtendedS3DestinationConfiguration: { ProcessingConfiguration: { Enabled: false } }'),
        delivery('ExtendedS3DestinationConfiguration: { BucketARN: !Ref Unset }'),
      ],
      unknown: [
        delivery('ExtendedS3DestinationConfiguration: { ProcessingConfiguration: { Enabled: UNKNOWN } }'),
        delivery('ExtendedS3DestinationConfiguration: { ProcessingConfiguration: { Enabled: true }, S3BackupMode: UNKNOWN }'),
      ],
    },
    cdk: {
      fails: cdkDelivery(`extendedS3DestinationConfiguration: { processingConfiguration: { enabled: true }, s3BackupMode: «'Disabled'» SPREAD}`),
      passes: cdkDelivery(`extendedS3DestinationConfiguration: { processingConfiguration: { enabled: true }, s3BackupMode: 'Enabled' }`),
    },
  },
  'msk-plaintext': setting({
    type: msk,
    path: 'EncryptionInfo.EncryptionInTransit.ClientBroker',
    wrong: ['PLAINTEXT', 'TLS_PLAINTEXT'],
    right: ['TLS'],
    absent: 'passes',
  }),
  'msk-brokers-plaintext': setting({
    type: msk,
    path: 'EncryptionInfo.EncryptionInTransit.InCluster',
    wrong: [false, 'false'],
    right: [true],
    absent: 'passes',
  }),
  'msk-own-key': setting({ type: msk, path: 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId', wrong: [''], right: [key], absent: 'fails' }),
  'msk-public': setting({
    type: msk,
    path: 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type',
    wrong: ['SERVICE_PROVIDED_EIPS'],
    right: ['DISABLED'],
    absent: 'passes',
  }),
  'msk-unauthenticated': setting({ type: msk, path: 'ClientAuthentication.Unauthenticated.Enabled', wrong: [true, 'true'], right: [false], absent: 'passes' }),
  'msk-logs-off': more(setting({ type: msk, path: 'LoggingInfo.BrokerLogs.CloudWatchLogs.Enabled', wrong: [false], right: [true], absent: 'fails' }), {
    yaml: {
      passes: `It: { Type: ${msk}, Properties: { LoggingInfo: { BrokerLogs: { CloudWatchLogs: { Enabled: false }, S3: { Enabled: true } } } } }`,
      unknown: `It: { Type: ${msk}, Properties: { LoggingInfo: { BrokerLogs: { CloudWatchLogs: { Enabled: false }, Firehose: { Enabled: UNKNOWN } } } } }`,
    },
  }),
  'msk-default-monitoring': setting({ type: msk, path: 'EnhancedMonitoring', wrong: ['DEFAULT'], right: ['PER_BROKER'], absent: 'fails' }),
  'msk-two-zones': setting({ type: msk, path: 'NumberOfBrokerNodes', wrong: [2, '2'], right: [3, 4], absent: 'passes' }),
  'amazon-mq-public': setting({ type: broker, path: 'PubliclyAccessible', wrong: [true, 'true'], right: [false], absent: 'passes' }),
  'amazon-mq-own-key': more(setting({ type: broker, path: 'EncryptionOptions.UseAwsOwnedKey', wrong: [true, 'true'], right: [false], absent: 'fails' }), {
    yaml: {
      passes: `It: { Type: ${broker}, Properties: { EncryptionOptions: { KmsKeyId: '${key}' } } }`,
      unknown: `It: { Type: ${broker}, Properties: { EncryptionOptions: { UseAwsOwnedKey: UNKNOWN } } }`,
    },
  }),
  'amazon-mq-general-logs-off': setting({ type: broker, path: 'Logs.General', wrong: [false], right: [true], absent: 'fails' }),
  'amazon-mq-audit-logs-off': setting({
    type: broker,
    path: 'Logs.Audit',
    wrong: [false],
    right: [true],
    absent: 'fails',
    beside: { EngineType: 'ACTIVEMQ' },
    exempt: [{ EngineType: 'RABBITMQ' }, { EngineType: unsure }],
  }),
  'amazon-mq-minor-upgrades-off': setting({ type: broker, path: 'AutoMinorVersionUpgrade', wrong: [false, 'false'], right: [true], absent: 'passes' }),
  'amazon-mq-single-instance': setting({
    type: broker,
    path: 'DeploymentMode',
    wrong: ['SINGLE_INSTANCE'],
    right: ['ACTIVE_STANDBY_MULTI_AZ', 'CLUSTER_MULTI_AZ'],
    absent: 'passes',
  }),
  'glue-catalog-unencrypted': setting({
    type: catalog,
    path: 'DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode',
    wrong: ['DISABLED'],
    right: ['SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE'],
    absent: 'fails',
  }),
  'glue-connection-passwords-plain': setting({
    type: catalog,
    path: 'DataCatalogEncryptionSettings.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted',
    wrong: [false, 'false'],
    right: [true, 'true'],
    absent: 'fails',
  }),
  'glue-s3-unencrypted': setting({
    type: glueSecurity,
    path: 'EncryptionConfiguration.S3Encryptions.*.S3EncryptionMode',
    wrong: ['DISABLED'],
    right: ['SSE-KMS', 'SSE-S3'],
    absent: 'fails',
  }),
  'glue-logs-unencrypted': setting({
    type: glueSecurity,
    path: 'EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode',
    wrong: ['DISABLED'],
    right: ['SSE-KMS'],
    absent: 'fails',
  }),
  'glue-bookmarks-unencrypted': setting({
    type: glueSecurity,
    path: 'EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode',
    wrong: ['DISABLED'],
    right: ['CSE-KMS'],
    absent: 'fails',
  }),
  'glue-no-security-configuration': setting(
    { type: 'AWS::Glue::Job', path: 'SecurityConfiguration', wrong: [''], right: ['strict'], absent: 'fails' },
    { type: 'AWS::Glue::Crawler', path: 'CrawlerSecurityConfiguration', wrong: [''], right: ['strict'], absent: 'fails' },
    { type: 'AWS::Glue::DevEndpoint', path: 'SecurityConfiguration', wrong: [''], right: ['strict'], absent: 'fails' },
  ),
  'glue-old-version': setting({ type: 'AWS::Glue::Job', path: 'GlueVersion', wrong: ['0.9', '1.0', '2.0', 2], right: ['3.0', '5.0', 5], absent: 'passes' }),
  'emr-no-security-configuration': setting({ type: emr, path: 'SecurityConfiguration', wrong: [''], right: ['strict'], absent: 'fails' }),
  'emr-logs-off': setting({ type: emr, path: 'LogUri', wrong: [''], right: ['s3://logs/emr'], absent: 'fails' }),
  'emr-no-kerberos': setting({ type: emr, path: 'KerberosAttributes', right: [{ Realm: 'EC2.INTERNAL' }], absent: 'fails' }),
  'emr-termination-protection-off': {
    yaml: {
      fails: [
        `It: { Type: ${emr}, Properties: { «Instances»: { KeepJobFlowAliveWhenNoSteps: true } } }`,
        `It: { Type: ${emr}, Properties: { Instances: { KeepJobFlowAliveWhenNoSteps: true, TerminationProtected: «false» } } }`,
      ],
      passes: [
        `It: { Type: ${emr}, Properties: { Instances: { KeepJobFlowAliveWhenNoSteps: true, TerminationProtected: true } } }`,
        `It: { Type: ${emr}, Properties: { Instances: { TerminationProtected: false } } }`,
      ],
      unknown: `It: { Type: ${emr}, Properties: { Instances: { KeepJobFlowAliveWhenNoSteps: UNKNOWN } } }`,
    },
    cdk: {
      fails: `new emr.CfnCluster(this, 'It', { instances: { keepJobFlowAliveWhenNoSteps: true, terminationProtected: «false» SPREAD} });`,
      passes: `new emr.CfnCluster(this, 'It', { instances: { keepJobFlowAliveWhenNoSteps: false } });`,
      unknown: `new emr.CfnCluster(this, 'It', { instances: UNKNOWN });`,
    },
  },
  'emr-no-subnet': more(setting({ type: emr, path: 'Instances.Ec2SubnetId', wrong: [''], right: ['subnet-1'], absent: 'fails' }), {
    yaml: { passes: `It: { Type: ${emr}, Properties: { Instances: { Ec2SubnetIds: [subnet-1] } } }` },
  }),
  'emr-at-rest-off': emrSwitch('EnableAtRestEncryption'),
  'emr-in-transit-off': emrSwitch('EnableInTransitEncryption'),
  'emr-local-disks-unencrypted': {
    yaml: {
      fails: [
        configuration(
          '{ EncryptionConfiguration: { EnableAtRestEncryption: true, «AtRestEncryptionConfiguration»: { S3EncryptionConfiguration: { EncryptionMode: SSE-S3 } } } }',
        ),
        configuration('{ «EncryptionConfiguration»: { EnableAtRestEncryption: true } }'),
      ],
      passes: [
        configuration(
          '{ EncryptionConfiguration: { EnableAtRestEncryption: true, AtRestEncryptionConfiguration: { LocalDiskEncryptionConfiguration: { EncryptionKeyProviderType: AwsKms } } } }',
        ),
        configuration('{ EncryptionConfiguration: { EnableAtRestEncryption: false } }'),
      ],
      unknown: [
        configuration('UNKNOWN'),
        configuration('{ EncryptionConfiguration: { EnableAtRestEncryption: true, AtRestEncryptionConfiguration: UNKNOWN } }'),
      ],
    },
    cdk: {
      fails: cdkConfiguration('EnableAtRestEncryption: true, «AtRestEncryptionConfiguration»: { Other: 1 SPREAD}'),
      passes: cdkConfiguration('EnableAtRestEncryption: false'),
      unknown: cdkConfiguration('EnableAtRestEncryption: true, AtRestEncryptionConfiguration: UNKNOWN'),
    },
  },
  'emr-s3-own-key': {
    yaml: {
      fails: configuration('{ EncryptionConfiguration: { AtRestEncryptionConfiguration: { S3EncryptionConfiguration: { EncryptionMode: «SSE-S3» } } } }'),
      passes: [
        configuration('{ EncryptionConfiguration: { AtRestEncryptionConfiguration: { S3EncryptionConfiguration: { EncryptionMode: SSE-KMS } } } }'),
        configuration('{}'),
      ],
    },
    cdk: {
      fails: cdkConfiguration(`AtRestEncryptionConfiguration: { S3EncryptionConfiguration: { EncryptionMode: «'SSE-S3'» SPREAD} }`),
      passes: cdkConfiguration(`AtRestEncryptionConfiguration: { S3EncryptionConfiguration: { EncryptionMode: 'CSE-KMS' } }`),
    },
  },
  'athena-results-unencrypted': more(
    setting({
      type: workgroup,
      path: 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration',
      right: [{ EncryptionOption: 'SSE_KMS' }],
      absent: 'fails',
    }),
    {
      yaml: {
        passes: [
          `It: { Type: ${workgroup}, Properties: { WorkGroupConfiguration: { ManagedQueryResultsConfiguration: { Enabled: true } } } }`,
          `It: { Type: ${workgroup}, Properties: { WorkGroupConfigurationUpdates: { ResultConfigurationUpdates: { EncryptionConfiguration: { EncryptionOption: SSE_S3 } } } } }`,
        ],
        unknown: `It: { Type: ${workgroup}, Properties: { WorkGroupConfiguration: { ManagedQueryResultsConfiguration: { Enabled: UNKNOWN } } } }`,
      },
    },
  ),
  'athena-not-enforced': setting({
    type: workgroup,
    path: 'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
    wrong: [false, 'false'],
    right: [true, 'true'],
    absent: 'fails',
  }),
  'athena-metrics-off': setting({
    type: workgroup,
    path: 'WorkGroupConfiguration.PublishCloudWatchMetricsEnabled',
    wrong: [false],
    right: [true],
    absent: 'fails',
  }),
  'athena-no-scan-limit': setting({ type: workgroup, path: 'WorkGroupConfiguration.BytesScannedCutoffPerQuery', right: [10_000_000], absent: 'fails' }),
};
