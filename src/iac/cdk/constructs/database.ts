import { always, days, field, instanceType, keyElement, members, namesOf, oneOf, plain, seconds, something } from '../converters';
import { clusterEngine, databasePassword, databaseUser, docdbPassword, docdbUser, instanceEngine } from './databaseValues';
import {
  aside,
  construct,
  retained,
  retainedByDefault,
  retainedDatabase,
  same,
  simple,
  snapshotByDefault,
  unset,
  type Constructs,
  type Props,
} from './construct';

const instanceProps: Props = {
  ...same(
    'storageEncrypted',
    'iops',
    'storageThroughput',
    'publiclyAccessible',
    'deletionProtection',
    'autoMinorVersionUpgrade',
    'copyTagsToSnapshot',
    'deleteAutomatedBackups',
    'enablePerformanceInsights',
    'preferredBackupWindow',
    'preferredMaintenanceWindow',
    'port',
    'allocatedStorage',
    'maxAllocatedStorage',
    'availabilityZone',
    'allowMajorVersionUpgrade',
    'manageMasterUserPassword',
  ),
  multiAz: ['MultiAZ', plain],
  databaseName: ['DBName', plain],
  instanceIdentifier: ['DBInstanceIdentifier', plain],
  backupRetention: ['BackupRetentionPeriod', days],
  storageEncryptionKey: [['KmsKeyId', plain], aside('StorageEncrypted', always(true))],
  storageType: ['StorageType', members('StorageType', { STANDARD: 'standard', GP2: 'gp2', GP3: 'gp3', IO1: 'io1', IO2: 'io2' })],
  instanceType: ['DBInstanceClass', instanceType('db.')],
  iamAuthentication: ['EnableIAMDatabaseAuthentication', plain],
  monitoringInterval: ['MonitoringInterval', seconds],
  cloudwatchLogsExports: ['EnableCloudwatchLogsExports', plain],
  performanceInsightRetention: aside('EnablePerformanceInsights', something),
  performanceInsightEncryptionKey: [['PerformanceInsightsKMSKeyId', plain], aside('EnablePerformanceInsights', something)],
  databaseInsightsMode: aside('EnablePerformanceInsights', something),
  credentials: [
    ['MasterUsername', databaseUser],
    ['MasterUserPassword', databasePassword],
  ],
  vpcSubnets: aside('PubliclyAccessible', something),
  vpcPlacement: aside('PubliclyAccessible', something),
  subnetGroup: ['DBSubnetGroupName', plain],
  parameterGroup: ['DBParameterGroupName', plain],
  engine: ['Engine', instanceEngine],
  ...retainedDatabase,
};

const instanceDefaults = {
  ...unset(
    'MultiAZ',
    'BackupRetentionPeriod',
    'AutoMinorVersionUpgrade',
    'DeletionProtection',
    'MonitoringInterval',
    'EnablePerformanceInsights',
    'EnableCloudwatchLogsExports',
    'PreferredBackupWindow',
    'PreferredMaintenanceWindow',
    'DBClusterIdentifier',
    'TdeCredentialPassword',
  ),
  CopyTagsToSnapshot: true,
  ...snapshotByDefault,
} as const;

const clusterProps: Props = {
  ...same(
    'storageEncrypted',
    'deletionProtection',
    'copyTagsToSnapshot',
    'port',
    'preferredMaintenanceWindow',
    'manageMasterUserPassword',
    'snapshotIdentifier',
  ),
  autoMinorVersionUpgrade: [],
  clusterIdentifier: ['DBClusterIdentifier', plain],
  defaultDatabaseName: ['DatabaseName', plain],
  engine: ['Engine', clusterEngine],
  iamAuthentication: ['EnableIAMDatabaseAuthentication', plain],
  enableDataApi: ['EnableHttpEndpoint', plain],
  backtrackWindow: ['BacktrackWindow', seconds],
  storageEncryptionKey: [['KmsKeyId', plain], aside('StorageEncrypted', always(true))],
  backup: [
    ['BackupRetentionPeriod', field('retention', days)],
    ['PreferredBackupWindow', field('preferredWindow', plain)],
  ],
  cloudwatchLogsExports: ['EnableCloudwatchLogsExports', plain],
  credentials: [
    ['MasterUsername', databaseUser],
    ['MasterUserPassword', databasePassword],
  ],
  serverlessV2MinCapacity: ['ServerlessV2ScalingConfiguration.MinCapacity', plain],
  serverlessV2MaxCapacity: ['ServerlessV2ScalingConfiguration.MaxCapacity', plain],
  parameterGroup: ['DBClusterParameterGroupName', plain],
  subnetGroup: ['DBSubnetGroupName', plain],
  monitoringInterval: [],
  enablePerformanceInsights: [],
  ...retainedDatabase,
};

const clusterDefaults = {
  ...unset('DeletionProtection', 'EnableCloudwatchLogsExports', 'PreferredMaintenanceWindow'),
  ...snapshotByDefault,
} as const;

const serverlessProps: Props = {
  ...clusterProps,
  backup: [],
  backupRetention: ['BackupRetentionPeriod', days],
  scaling: ['ScalingConfiguration', something],
};

const keys: Props = {
  ...same('tableName'),
  partitionKey: ['KeySchema', keyElement('HASH')],
  sortKey: ['KeySchema', keyElement('RANGE')],
  timeToLiveAttribute: ['TimeToLiveSpecification.AttributeName', plain],
};

const viewTypes = namesOf('StreamViewType', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY');

/** RDS and Aurora, DynamoDB, DocumentDB, Neptune, Redshift and OpenSearch's older brother. */
export const database: Constructs = {
  'aws-rds.DatabaseInstance': construct('RDS::DBInstance', instanceProps, {
    ...instanceDefaults,
    ...unset('SourceDBInstanceIdentifier', 'DBSnapshotIdentifier'),
  }),
  'aws-rds.DatabaseInstanceFromSnapshot': construct(
    'RDS::DBInstance',
    { ...instanceProps, snapshotIdentifier: ['DBSnapshotIdentifier', plain], credentials: ['MasterUserPassword', something] },
    instanceDefaults,
  ),
  'aws-rds.DatabaseInstanceReadReplica': construct(
    'RDS::DBInstance',
    { ...instanceProps, sourceDatabaseInstance: ['SourceDBInstanceIdentifier', plain] },
    snapshotByDefault,
  ),
  'aws-rds.DatabaseCluster': construct('RDS::DBCluster', clusterProps, { ...clusterDefaults, ...unset('SnapshotIdentifier', 'EngineMode') }),
  'aws-rds.DatabaseClusterFromSnapshot': construct('RDS::DBCluster', { ...clusterProps, credentials: [] }, clusterDefaults),
  'aws-rds.ServerlessCluster': construct('RDS::DBCluster', serverlessProps, { EngineMode: 'serverless', ...snapshotByDefault }),
  'aws-rds.ServerlessClusterFromSnapshot': construct('RDS::DBCluster', { ...serverlessProps, credentials: [] }, snapshotByDefault),
  'aws-rds.DatabaseProxy': construct(
    'RDS::DBProxy',
    {
      ...same('debugLogging', 'requireTLS'),
      dbProxyName: ['DBProxyName', plain],
      idleClientTimeout: ['IdleClientTimeout', seconds],
    },
    { RequireTLS: true },
  ),
  'aws-rds.SubnetGroup': construct('RDS::DBSubnetGroup', { subnetGroupName: ['DBSubnetGroupName', plain], description: ['DBSubnetGroupDescription', plain] }),
  // Becomes a parameter group for instances or for clusters, or both, by what uses it.
  'aws-rds.ParameterGroup': construct('RDS::DBParameterGroup', { description: ['Description', plain], parameters: ['Parameters', something] }),
  ...simple('aws-rds', {
    OptionGroup: 'RDS::OptionGroup',
    DatabaseSecret: 'SecretsManager::Secret',
    DatabaseProxyEndpoint: 'RDS::DBProxyEndpoint',
  }),
  'aws-dynamodb.Table': construct(
    'DynamoDB::Table',
    {
      ...keys,
      billingMode: ['BillingMode', namesOf('BillingMode', 'PAY_PER_REQUEST', 'PROVISIONED')],
      readCapacity: ['ProvisionedThroughput.ReadCapacityUnits', plain],
      writeCapacity: ['ProvisionedThroughput.WriteCapacityUnits', plain],
      pointInTimeRecovery: ['PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', plain],
      pointInTimeRecoverySpecification: [
        ['PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', field('pointInTimeRecoveryEnabled', plain)],
        ['PointInTimeRecoverySpecification.RecoveryPeriodInDays', field('recoveryPeriodInDays', plain)],
      ],
      stream: ['StreamSpecification.StreamViewType', viewTypes],
      encryption: ['SSESpecification.SSEEnabled', members('TableEncryption', { DEFAULT: false, AWS_MANAGED: true, CUSTOMER_MANAGED: true })],
      encryptionKey: [['SSESpecification.KMSMasterKeyId', plain], aside('SSESpecification.SSEEnabled', always(true))],
      tableClass: ['TableClass', members('TableClass', { STANDARD: 'STANDARD', STANDARD_INFREQUENT_ACCESS: 'STANDARD_INFREQUENT_ACCESS' })],
      deletionProtection: ['DeletionProtectionEnabled', plain],
      contributorInsightsEnabled: ['ContributorInsightsSpecification.Enabled', plain],
      replicationRegions: [aside('BillingMode', something), aside('StreamSpecification.StreamViewType', something)],
      ...retained,
    },
    {
      ...unset('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', 'DeletionProtectionEnabled', 'SSESpecification.SSEEnabled', 'BillingMode'),
      ...retainedByDefault,
    },
  ),
  'aws-dynamodb.TableV2': construct(
    'DynamoDB::GlobalTable',
    {
      ...keys,
      billing: ['BillingMode', oneOf({ 'Billing.onDemand': 'PAY_PER_REQUEST', 'Billing.provisioned': 'PROVISIONED' })],
      dynamoStream: ['StreamSpecification.StreamViewType', viewTypes],
      encryption: [
        'SSESpecification.SSEEnabled',
        oneOf({
          'TableEncryptionV2.dynamoOwnedKey': false,
          'TableEncryptionV2.awsManagedKey': true,
          'TableEncryptionV2.customerManagedKey': true,
        }),
      ],
      replicas: ['Replicas', something],
      pointInTimeRecovery: ['Replicas', something],
      pointInTimeRecoverySpecification: ['Replicas', something],
      // Of its replicas; here for all of them.
      deletionProtection: ['DeletionProtectionEnabled', plain],
      ...retained,
    },
    { BillingMode: 'PAY_PER_REQUEST', ...unset('SSESpecification.SSEEnabled'), ...retainedByDefault },
  ),
  'aws-docdb.DatabaseCluster': construct(
    'DocDB::DBCluster',
    {
      ...same('storageEncrypted', 'deletionProtection', 'engineVersion', 'port', 'preferredMaintenanceWindow', 'copyTagsToSnapshot'),
      dbClusterName: ['DBClusterIdentifier', plain],
      kmsKey: ['KmsKeyId', plain],
      backup: [
        ['BackupRetentionPeriod', field('retention', days)],
        ['PreferredBackupWindow', field('preferredWindow', plain)],
      ],
      exportAuditLogsToCloudWatch: ['EnableCloudwatchLogsExports', something],
      exportProfilerLogsToCloudWatch: ['EnableCloudwatchLogsExports', something],
      masterUser: [
        ['MasterUsername', docdbUser],
        ['MasterUserPassword', docdbPassword],
      ],
      instanceType: [],
      ...retained,
    },
    { ...unset('SnapshotIdentifier', 'DeletionProtection', 'EnableCloudwatchLogsExports'), StorageEncrypted: true, ...retainedByDefault },
  ),
  'aws-docdb.DatabaseInstance': construct('DocDB::DBInstance', {
    ...same('autoMinorVersionUpgrade', 'availabilityZone', 'preferredMaintenanceWindow', 'enablePerformanceInsights'),
    instanceType: ['DBInstanceClass', instanceType('db.')],
  }),
  ...simple('aws-docdb', { ClusterParameterGroup: 'DocDB::DBClusterParameterGroup', DatabaseSecret: 'SecretsManager::Secret' }),
  'aws-neptune-alpha.DatabaseCluster': construct(
    'Neptune::DBCluster',
    {
      ...same('storageEncrypted', 'deletionProtection', 'preferredBackupWindow', 'preferredMaintenanceWindow', 'copyTagsToSnapshot'),
      dbClusterName: ['DBClusterIdentifier', plain],
      kmsKey: ['KmsKeyId', plain],
      backupRetention: ['BackupRetentionPeriod', days],
      iamAuthentication: ['IamAuthEnabled', plain],
      cloudwatchLogsExports: ['EnableCloudwatchLogsExports', something],
      port: ['DBPort', plain],
      instanceType: [],
      ...retained,
    },
    { StorageEncrypted: true, ...retainedByDefault },
  ),
  'aws-neptune-alpha.DatabaseInstance': construct('Neptune::DBInstance', same('autoMinorVersionUpgrade', 'availabilityZone')),
  ...simple('aws-neptune-alpha', {
    ClusterParameterGroup: 'Neptune::DBClusterParameterGroup',
    ParameterGroup: 'Neptune::DBParameterGroup',
    SubnetGroup: 'Neptune::DBSubnetGroup',
  }),
  'aws-redshift-alpha.Cluster': construct(
    'Redshift::Cluster',
    {
      ...same('encrypted', 'publiclyAccessible', 'numberOfNodes', 'port', 'preferredMaintenanceWindow', 'enhancedVpcRouting'),
      clusterName: ['ClusterIdentifier', plain],
      encryptionKey: ['KmsKeyId', plain],
      defaultDatabaseName: ['DBName', plain],
      nodeType: ['NodeType', something],
      clusterType: ['ClusterType', members('ClusterType', { SINGLE_NODE: 'single-node', MULTI_NODE: 'multi-node' })],
      masterUser: [
        ['MasterUsername', field('masterUsername', plain)],
        ['MasterUserPassword', field('masterPassword', something)],
      ],
      loggingProperties: ['LoggingProperties', something],
      loggingBucket: ['LoggingProperties', something],
      ...retained,
    },
    { Encrypted: true, ...retainedByDefault },
  ),
  ...simple('aws-redshift-alpha', { ClusterSubnetGroup: 'Redshift::ClusterSubnetGroup', ClusterParameterGroup: 'Redshift::ClusterParameterGroup' }),
};
