import type { RuleCase } from './cases';
import { joined, settings } from './settingCases';

const group = 'AWS::ElastiCache::ReplicationGroup';
const node = 'AWS::ElastiCache::CacheCluster';
const memorydb = 'AWS::MemoryDB::Cluster';
const dax = 'AWS::DAX::Cluster';
const table = 'AWS::DynamoDB::Table';
const globalTable = 'AWS::DynamoDB::GlobalTable';
const secondary = 'GlobalReplicationGroupId: sessions';

/** A switch of a replication group that is off unless it is set. */
function offByDefault(name: string): RuleCase {
  return settings(group, {
    missing: [''],
    fails: [`${name}: «false»`, `${name}: '«false»'`, `${name}: !Ref «Off»`],
    passes: [`${name}: true`, `${name}: !If [Production, true, false]`, secondary],
  });
}

const elasticacheCases: Readonly<Record<string, RuleCase>> = {
  'elasticache-backups-off': joined(
    settings(group, {
      missing: [''],
      fails: ['SnapshotRetentionLimit: «0»', "SnapshotRetentionLimit: '«0»'", 'SnapshotRetentionLimit: !Ref «Zero»'],
      passes: ['SnapshotRetentionLimit: 5', 'SnapshotRetentionLimit: !If [Production, 7, 0]'],
    }),
    settings(node, {
      missing: ['Engine: redis'],
      fails: ['Engine: valkey, SnapshotRetentionLimit: «0»'],
      passes: ['Engine: memcached', 'Engine: redis, SnapshotRetentionLimit: 1'],
    }),
    settings('AWS::ElastiCache::ServerlessCache', { missing: ['Engine: valkey'], passes: ['SnapshotRetentionLimit: 3'] }),
  ),
  'elasticache-minor-upgrades-off': joined(
    settings(group, { fails: ['AutoMinorVersionUpgrade: «false»', 'AutoMinorVersionUpgrade: !Ref «Off»'], passes: ['AutoMinorVersionUpgrade: true', ''] }),
    settings(node, { fails: ["AutoMinorVersionUpgrade: '«false»'"], passes: ['Engine: redis'] }),
  ),
  'elasticache-default-port': joined(
    settings(group, { missing: [''], fails: ['Port: «6379»', "Port: '«6379»'"], passes: ['Port: 6380', secondary] }),
    settings(node, { missing: ['Engine: redis'], fails: ['Port: «11211»'], passes: ['Port: 11311'] }),
  ),
  'elasticache-no-subnet-group': joined(
    settings(group, {
      missing: [''],
      passes: ['CacheSubnetGroupName: private', 'CacheSubnetGroupName: !Ref Unset'],
      unknown: ['CacheSubnetGroupName: UNKNOWN'],
    }),
    settings(node, { missing: ['Engine: redis'], passes: ['CacheSubnetGroupName: private'] }),
  ),
  'elasticache-classic-security-group': {
    yaml: {
      fails: [
        'R: { Type: «AWS::ElastiCache::SecurityGroup» }',
        'R: { Type: «AWS::ElastiCache::SecurityGroupIngress», Properties: { EC2SecurityGroupName: app } }',
        'R: { Type: AWS::ElastiCache::CacheCluster, Properties: { «CacheSecurityGroupNames»: [app] } }',
      ],
      passes: 'R: { Type: AWS::ElastiCache::ReplicationGroup, Properties: { SecurityGroupIds: [!Ref Group] } }',
      unknown: 'R: { Type: AWS::ElastiCache::ReplicationGroup, Properties: { CacheSecurityGroupNames: UNKNOWN } }',
    },
    cdk: {
      fails: `new elasticache.CfnReplicationGroup(this, 'R', { «cacheSecurityGroupNames»: ['app'] SPREAD});`,
      passes: `new elasticache.CfnReplicationGroup(this, 'R', { securityGroupIds: ['sg-1'] });`,
      unknown: `new elasticache.CfnReplicationGroup(this, 'R', { cacheSecurityGroupNames: UNKNOWN });`,
    },
  },
  'elasticache-one-node': settings(node, {
    missing: ['Engine: redis', "Engine: 'valkey', NumCacheNodes: 1"],
    passes: ['Engine: memcached', 'Engine: !If [Production, redis, memcached]'],
    unknown: ['Engine: UNKNOWN'],
  }),
  'memcached-tls-off': settings(node, {
    missing: ['Engine: memcached'],
    fails: ['Engine: memcached, TransitEncryptionEnabled: «false»'],
    passes: ['Engine: memcached, TransitEncryptionEnabled: true', 'Engine: redis'],
    unknown: ['Engine: UNKNOWN', 'Engine: memcached, TransitEncryptionEnabled: UNKNOWN'],
  }),
  'memcached-one-zone': settings(node, {
    missing: ['Engine: memcached, NumCacheNodes: 2'],
    fails: ["Engine: memcached, NumCacheNodes: '3', AZMode: «single-az»"],
    passes: [
      'Engine: memcached, NumCacheNodes: 2, AZMode: cross-az',
      'Engine: memcached, NumCacheNodes: 1',
      'Engine: redis, NumCacheNodes: 2',
      'Engine: memcached, NumCacheNodes: 2, PreferredAvailabilityZones: [a, b]',
    ],
    unknown: ['Engine: memcached, NumCacheNodes: UNKNOWN', 'Engine: memcached, NumCacheNodes: 2, AZMode: UNKNOWN'],
  }),
  'elasticache-unencrypted': offByDefault('AtRestEncryptionEnabled'),
  'elasticache-tls-off': offByDefault('TransitEncryptionEnabled'),
  'elasticache-tls-optional': settings(group, {
    fails: ['TransitEncryptionMode: «preferred»', "TransitEncryptionMode: '«preferred»'"],
    passes: ['TransitEncryptionMode: required', 'TransitEncryptionEnabled: true'],
  }),
  'elasticache-no-auth': settings(group, {
    missing: [''],
    passes: ['AuthToken: !Ref Unset', 'UserGroupIds: [!Ref Users]', 'UserGroupIds: [app]', secondary],
    unknown: ['AuthToken: UNKNOWN', 'UserGroupIds: UNKNOWN'],
  }),
  'elasticache-failover-off': offByDefault('AutomaticFailoverEnabled'),
  'elasticache-multi-az-off': offByDefault('MultiAZEnabled'),
  'elasticache-no-replica': settings(group, {
    fails: ['NumCacheClusters: «1»', "ReplicasPerNodeGroup: '«0»', NumNodeGroups: 2"],
    passes: ['NumCacheClusters: 2', 'ReplicasPerNodeGroup: 1', '', 'NumCacheClusters: !If [Production, 3, 1]'],
  }),
  'elasticache-no-own-key': joined(
    settings(group, {
      missing: ['AtRestEncryptionEnabled: true'],
      passes: ['AtRestEncryptionEnabled: true, KmsKeyId: alias/cache', 'AtRestEncryptionEnabled: false', ''],
      unknown: ['AtRestEncryptionEnabled: true, KmsKeyId: UNKNOWN', 'AtRestEncryptionEnabled: UNKNOWN'],
    }),
    settings('AWS::ElastiCache::ServerlessCache', { missing: ['Engine: valkey'], passes: ['KmsKeyId: alias/cache'] }),
  ),
  'elasticache-logs-off': settings(group, {
    missing: [''],
    passes: ['LogDeliveryConfigurations: [{ LogType: slow-log, DestinationType: cloudwatch-logs }]', 'LogDeliveryConfigurations: !Ref UnsetList'],
    unknown: ['LogDeliveryConfigurations: UNKNOWN'],
  }),
  'elasticache-user-without-password': settings('AWS::ElastiCache::User', {
    fails: ['NoPasswordRequired: «true»', 'NoPasswordRequired: !Ref «On»'],
    passes: ['NoPasswordRequired: false', 'UserName: app', 'NoPasswordRequired: !If [Production, false, true]'],
  }),
};

const memorydbCases: Readonly<Record<string, RuleCase>> = {
  'memorydb-tls-off': settings(memorydb, { fails: ['TLSEnabled: «false»', 'TLSEnabled: !Ref «Off»'], passes: ['TLSEnabled: true', 'ACLName: app'] }),
  'memorydb-open-access': settings(memorydb, {
    fails: ['ACLName: «open-access»', "ACLName: '«open-access»'"],
    passes: ['ACLName: app', 'ACLName: !Ref Unset'],
  }),
  'memorydb-no-own-key': settings(memorydb, { missing: ['ACLName: app'], passes: ['KmsKeyId: alias/cache'], unknown: ['KmsKeyId: UNKNOWN'] }),
  'memorydb-snapshots-off': settings(memorydb, { missing: ['ACLName: app'], fails: ['SnapshotRetentionLimit: «0»'], passes: ['SnapshotRetentionLimit: 7'] }),
  'memorydb-no-replica': settings(memorydb, {
    fails: ['NumReplicasPerShard: «0»', "NumReplicasPerShard: '«0»'"],
    passes: ['NumReplicasPerShard: 1', 'ACLName: app'],
  }),
};

const daxCases: Readonly<Record<string, RuleCase>> = {
  'dax-unencrypted': joined(
    settings(dax, {
      missing: ['ReplicationFactor: 3'],
      fails: ['SSESpecification: { SSEEnabled: «false» }', "SSESpecification: { SSEEnabled: '«false»' }", 'SSESpecification: { SSEEnabled: !Ref «Off» }'],
      passes: ['SSESpecification: { SSEEnabled: true }', 'SSESpecification: { SSEEnabled: !If [Production, true, false] }'],
    }),
    {
      yaml: {
        fails: 'R: { Type: AWS::DAX::Cluster, Properties: { «SSESpecification»: {} } }',
        passes: [],
        unknown: 'R: { Type: AWS::DAX::Cluster, Properties: { SSESpecification: UNKNOWN } }',
      },
      cdk: { fails: [], passes: [] },
    },
  ),
  'dax-tls-off': settings(dax, {
    missing: ['ReplicationFactor: 3'],
    fails: ['ClusterEndpointEncryptionType: «NONE»'],
    passes: ['ClusterEndpointEncryptionType: TLS', 'ClusterEndpointEncryptionType: !If [Production, TLS, NONE]'],
  }),
  'dax-few-nodes': settings(dax, {
    fails: ['ReplicationFactor: «1»', "ReplicationFactor: '«2»'", 'ReplicationFactor: !Ref «One»'],
    passes: ['ReplicationFactor: 3'],
  }),
};

const dynamodbCases: Readonly<Record<string, RuleCase>> = {
  'dynamodb-aws-owned-key': joined(
    settings(table, {
      missing: ['TableName: items'],
      fails: ['SSESpecification: { SSEEnabled: «false» }', 'SSESpecification: { SSEEnabled: !Ref «Off» }'],
      passes: ['SSESpecification: { SSEEnabled: true }', "SSESpecification: { SSEEnabled: 'true', SSEType: KMS }"],
    }),
    settings(globalTable, { missing: ['TableName: items'], passes: ['SSESpecification: { SSEEnabled: true }'] }),
    {
      yaml: { fails: [], passes: [] },
      cdk: {
        fails: `new dynamodb.Table(this, 'T', { encryption: «dynamodb.TableEncryption.DEFAULT» SPREAD});`,
        passes: `new dynamodb.Table(this, 'T', { encryption: dynamodb.TableEncryption.AWS_MANAGED });`,
      },
    },
  ),
  'dynamodb-no-own-key': joined(
    {
      yaml: {
        fails: 'R: { Type: AWS::DynamoDB::Table, Properties: { «SSESpecification»: { SSEEnabled: true } } }',
        passes: 'R: { Type: AWS::DynamoDB::Table, Properties: { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: !Ref Unset } } }',
        unknown: [
          'R: { Type: AWS::DynamoDB::Table, Properties: { SSESpecification: UNKNOWN } }',
          'R: { Type: AWS::DynamoDB::Table, Properties: { SSESpecification: { SSEEnabled: UNKNOWN } } }',
        ],
      },
      cdk: {
        fails: `new dynamodb.CfnTable(this, 'T', { «sseSpecification»: { sseEnabled: true } SPREAD});`,
        passes: `new dynamodb.CfnTable(this, 'T', { sseSpecification: { sseEnabled: true, kmsMasterKeyId: 'alias/items' } });`,
      },
    },
    {
      yaml: {
        fails:
          'R: { Type: AWS::DynamoDB::GlobalTable, Properties: { SSESpecification: { SSEEnabled: true }, Replicas: [«{ Region: eu-west-1» }, { Region: eu-west-2, SSESpecification: { KMSMasterKeyId: k } }] } }',
        passes: 'R: { Type: AWS::DynamoDB::GlobalTable, Properties: { Replicas: [{ Region: eu-west-1 }] } }',
      },
      cdk: { fails: [], passes: [] },
    },
  ),
  'dynamodb-global-no-recovery': joined(
    settings(globalTable, {
      fails: ['Replicas: [{ Region: eu-west-1, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: «false» } }]'],
      passes: ['Replicas: [{ Region: eu-west-1, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }]'],
    }),
    {
      yaml: {
        fails: 'R: { Type: AWS::DynamoDB::GlobalTable, Properties: { Replicas: [«{ Region: eu-west-1» }] } }',
        passes: [],
        unknown: 'R: { Type: AWS::DynamoDB::GlobalTable, Properties: { Replicas: [{ PointInTimeRecoverySpecification: UNKNOWN }] } }',
      },
      cdk: { fails: [], passes: `new dynamodb.TableV2(this, 'T', { tableName: 'items' });` },
    },
  ),
  'dynamodb-deletion-protection-off': joined(
    settings(table, {
      missing: ['TableName: items'],
      fails: ['DeletionProtectionEnabled: «false»', 'DeletionProtectionEnabled: !Ref «Off»'],
      passes: ['DeletionProtectionEnabled: true', 'DeletionProtectionEnabled: !If [Production, true, false]'],
    }),
    settings(globalTable, {
      fails: ['Replicas: [{ DeletionProtectionEnabled: true }, { DeletionProtectionEnabled: «false» }]'],
      passes: ['Replicas: [{ DeletionProtectionEnabled: true }]'],
    }),
    {
      yaml: { fails: [], passes: [] },
      cdk: {
        fails: `new dynamodb.TableV2(this, 'T', { deletionProtection: «false» SPREAD});`,
        passes: `new dynamodb.Table(this, 'T', { deletionProtection: true });`,
      },
    },
  ),
  'dynamodb-public-policy': {
    yaml: {
      fails:
        "R: { Type: AWS::DynamoDB::Table, Properties: { ResourcePolicy: { PolicyDocument: { Statement: [{ Effect: Allow, «Principal»: '*', Action: dynamodb:GetItem }] } } } }",
      passes: [
        'R: { Type: AWS::DynamoDB::Table, Properties: { ResourcePolicy: { PolicyDocument: { Statement: [{ Effect: Allow, Principal: { AWS: !Ref Unset }, Action: dynamodb:GetItem }] } } } }',
        "R: { Type: AWS::DynamoDB::Table, Properties: { ResourcePolicy: { PolicyDocument: { Statement: [{ Effect: Deny, Principal: '*', Action: dynamodb:* }] } } } }",
      ],
      unknown: 'R: { Type: AWS::DynamoDB::Table, Properties: { ResourcePolicy: { PolicyDocument: { Statement: [{ Effect: Allow, Principal: UNKNOWN }] } } } }',
    },
    cdk: {
      fails: `new dynamodb.CfnTable(this, 'T', { resourcePolicy: { policyDocument: { Statement: [{ Effect: 'Allow', «Principal»: '*', Action: 'dynamodb:GetItem' }] } } SPREAD});`,
      passes: `new dynamodb.CfnTable(this, 'T', { tableName: 'items' });`,
    },
  },
};

export const keyValueStoreCases: Readonly<Record<string, RuleCase>> = { ...elasticacheCases, ...memorydbCases, ...daxCases, ...dynamodbCases };
