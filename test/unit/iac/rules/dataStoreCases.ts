import type { RuleCase } from './cases';
import { joined, settings } from './settingCases';

const instance = 'AWS::RDS::DBInstance';
const cluster = 'AWS::RDS::DBCluster';
const member = 'DBClusterIdentifier: orders';

/** A switch of an instance and of a cluster that is off unless it is set. */
function offByDefault(name: string, instanceOnly = ''): RuleCase {
  return joined(
    settings(instance, {
      missing: ['Engine: postgres', 'Engine: !Ref Unset', `Engine: mysql, ${name}: !Ref AWS::NoValue`].slice(0, 2),
      fails: [`Engine: postgres, ${name}: «false»`, `Engine: mysql, ${name}: '«false»'`, `${name}: !Ref «Off»`],
      passes: [
        `${name}: true`,
        `${name}: !If [Production, true, false]`,
        `Engine: aurora-mysql, ${member}`,
        `Engine: !Ref Unset, ${member}`,
        instanceOnly,
      ].filter(Boolean),
    }),
    settings(cluster, {
      missing: ['Engine: aurora-postgresql'],
      fails: [`Engine: aurora-mysql, ${name}: «false»`],
      passes: [`Engine: aurora-mysql, ${name}: true`],
    }),
  );
}

export const dataStoreCases: Readonly<Record<string, RuleCase>> = {
  'rds-deletion-protection-off': joined(
    offByDefault('DeletionProtection'),
    settings('AWS::RDS::GlobalCluster', { missing: ['Engine: aurora-mysql'], fails: ['DeletionProtection: «false»'], passes: ['DeletionProtection: true'] }),
    {
      yaml: { fails: [], passes: [] },
      cdk: {
        fails: `new rds.DatabaseInstance(this, 'D', { engine: rds.DatabaseInstanceEngine.postgres({ version }), deletionProtection: «false» SPREAD});`,
        passes: `new rds.DatabaseInstance(this, 'D', { engine: rds.DatabaseInstanceEngine.postgres({ version }), deletionProtection: true });`,
      },
    },
  ),
  'rds-no-own-key': joined(
    settings(instance, {
      missing: ['Engine: mysql, StorageEncrypted: true', "StorageEncrypted: 'true'"],
      passes: [
        'StorageEncrypted: true, KmsKeyId: alias/orders',
        'StorageEncrypted: true, KmsKeyId: !Ref Unset',
        'StorageEncrypted: false',
        'StorageEncrypted: true, DBSnapshotIdentifier: orders',
        `StorageEncrypted: true, ${member}`,
      ],
      unknown: ['StorageEncrypted: UNKNOWN', 'StorageEncrypted: true, KmsKeyId: UNKNOWN'],
    }),
    settings(cluster, { missing: ['Engine: aurora-mysql, StorageEncrypted: true'], passes: ['StorageEncrypted: true, SnapshotIdentifier: orders'] }),
  ),
  'aurora-encryption-unwritten': joined(
    settings(cluster, {
      missing: ['Engine: aurora-mysql', 'Engine: !Ref Unset'],
      fails: ['Engine: aurora-postgresql, StorageEncrypted: «false»', 'Engine: aurora, StorageEncrypted: !Ref «Off»'],
      passes: [
        'StorageEncrypted: true',
        'Engine: aurora-mysql, SnapshotIdentifier: orders',
        'Engine: mysql',
        'StorageEncrypted: !If [Production, true, false]',
      ],
    }),
    settings('AWS::RDS::GlobalCluster', { missing: ['Engine: aurora-mysql'], passes: ['SourceDBClusterIdentifier: orders', "StorageEncrypted: 'true'"] }),
  ),
  'rds-iam-auth-off': offByDefault('EnableIAMDatabaseAuthentication', 'Engine: oracle-ee'),
  'rds-default-user': joined(
    settings(instance, {
      fails: ['MasterUsername: «admin»', "MasterUsername: '«Postgres»'", 'MasterUsername: !If [Production, root, admin]'].slice(0, 2),
      passes: ['MasterUsername: orders_owner', 'MasterUsername: !If [Production, owner, admin]', 'Engine: mysql'],
    }),
    settings(cluster, { fails: ['MasterUsername: «root»'], passes: ['MasterUsername: orders_owner'] }),
  ),
  'rds-default-port': joined(
    settings(instance, {
      missing: ['Engine: postgres'],
      fails: ['Engine: mysql, Port: «3306»', "Port: '«5432»'"],
      passes: ['Port: 5433', "Port: '13306'", member, 'Port: !If [Production, 6543, 5432]'],
    }),
    settings(cluster, { missing: ['Engine: aurora-mysql'], fails: ['Port: «3306»'], passes: ['Port: 3307'] }),
  ),
  'rds-tls-optional': joined(
    settings('AWS::RDS::DBParameterGroup', {
      fails: ["Family: postgres14, Parameters: { rds.force_ssl: '«0»' }", 'Family: mysql8.0, Parameters: { require_secure_transport: «OFF» }'],
      passes: [
        "Parameters: { rds.force_ssl: '1' }",
        'Parameters: { require_secure_transport: ON }',
        'Family: postgres14',
        'Parameters: { max_connections: 0 }',
      ],
    }),
    settings('AWS::RDS::DBClusterParameterGroup', {
      fails: ['Parameters: { require_secure_transport: «0» }'],
      passes: ['Parameters: !Ref Unset', 'Family: x'],
    }),
  ),
  'rds-proxy-tls-optional': settings('AWS::RDS::DBProxy', {
    missing: ['EngineFamily: MYSQL'],
    fails: ['RequireTLS: «false»', 'RequireTLS: !Ref «Off»'],
    passes: ['RequireTLS: true', 'RequireTLS: !If [Production, true, false]'],
  }),
  'rds-classic-security-group': joined(
    {
      yaml: {
        fails: [
          'R: { Type: «AWS::RDS::DBSecurityGroup» }',
          'R: { Type: «AWS::RDS::DBSecurityGroupIngress», Properties: { CIDRIP: 10.0.0.0/8 } }',
          'R: { Type: AWS::RDS::DBInstance, Properties: { «DBSecurityGroups»: [!Ref Group] } }',
        ],
        passes: ['R: { Type: AWS::RDS::DBInstance, Properties: { VPCSecurityGroups: [!Ref Group] } }', 'R: { Type: AWS::RDS::DBSubnetGroup }'],
        unknown: 'R: { Type: AWS::RDS::DBInstance, Properties: { DBSecurityGroups: UNKNOWN } }',
      },
      cdk: {
        fails: [
          `new rds.«CfnDBSecurityGroup»(this, 'R', { groupDescription: 'x' });`,
          `new rds.CfnDBInstance(this, 'R', { «dbSecurityGroups»: ['x'] SPREAD});`,
        ],
        passes: `new rds.CfnDBInstance(this, 'R', { dbSecurityGroups: undefined });`,
        unknown: `new rds.CfnDBInstance(this, 'R', { dbSecurityGroups: UNKNOWN });`,
      },
    },
    settings(instance, { passes: ['DBSecurityGroups: []'] }),
  ),
  'rds-security-group-open': joined(
    settings('AWS::RDS::DBSecurityGroup', {
      fails: ['DBSecurityGroupIngress: [{ CIDRIP: 10.0.0.0/8 }, { CIDRIP: «0.0.0.0/0» }]', 'DBSecurityGroupIngress: { CIDRIP: !Ref «Anywhere» }'],
      passes: ['DBSecurityGroupIngress: [{ CIDRIP: 10.0.0.0/8 }]', 'DBSecurityGroupIngress: [{ EC2SecurityGroupName: app }]'],
    }),
    settings('AWS::RDS::DBSecurityGroupIngress', { fails: ['CIDRIP: «0.0.0.0/0»'], passes: ['CIDRIP: 10.0.0.1/32'] }),
  ),
  'rds-same-region-recovery': {
    yaml: {
      fails: [
        'Orders: { Type: AWS::RDS::DBInstance }\nOrdersDR: { Type: AWS::RDS::DBInstance, Properties: { «SourceDBInstanceIdentifier»: !Ref Orders } }',
        'Orders: { Type: AWS::RDS::DBInstance }\nCopy: { Type: AWS::RDS::DBInstance, Properties: { DBInstanceIdentifier: orders-dr, «SourceDBInstanceIdentifier»: !Ref Orders } }',
      ],
      passes: [
        'Orders: { Type: AWS::RDS::DBInstance }\nReader: { Type: AWS::RDS::DBInstance, Properties: { SourceDBInstanceIdentifier: !Ref Orders } }',
        'OrdersDR: { Type: AWS::RDS::DBInstance, Properties: { SourceDBInstanceIdentifier: arn:aws:rds:eu-west-1:1:db:orders, SourceRegion: eu-west-1 } }',
        'Orders: { Type: AWS::RDS::DBInstance }\nDrupal: { Type: AWS::RDS::DBInstance, Properties: { SourceDBInstanceIdentifier: !Ref Orders } }',
      ],
      unknown: [
        'OrdersDR: { Type: AWS::RDS::DBInstance, Properties: { SourceDBInstanceIdentifier: UNKNOWN } }',
        'Orders: { Type: AWS::RDS::DBInstance }\nCopy: { Type: AWS::RDS::DBInstance, Properties: { DBInstanceIdentifier: UNKNOWN, SourceDBInstanceIdentifier: !Ref Orders } }',
      ],
    },
    cdk: {
      fails: `const orders = new rds.CfnDBInstance(this, 'Orders', { engine: 'mysql' });
    new rds.CfnDBInstance(this, 'DisasterRecovery', { «sourceDbInstanceIdentifier»: orders.ref SPREAD});`,
      passes: `const orders = new rds.CfnDBInstance(this, 'Orders', { engine: 'mysql' });
    new rds.CfnDBInstance(this, 'Reader', { sourceDbInstanceIdentifier: orders.ref });`,
      unknown: `new rds.CfnDBInstance(this, 'OrdersDR', { sourceDbInstanceIdentifier: UNKNOWN });`,
    },
  },
  'aurora-backtrack-off': settings(cluster, {
    missing: ['Engine: aurora-mysql'],
    fails: ['Engine: aurora-mysql, BacktrackWindow: «0»', 'Engine: aurora-mysql, BacktrackWindow: !Ref «Zero»'],
    passes: [
      'Engine: aurora-mysql, BacktrackWindow: 3600',
      'Engine: aurora-postgresql',
      'Engine: mysql',
      'Engine: aurora-mysql, GlobalClusterIdentifier: orders',
      'Engine: aurora-mysql, ServerlessV2ScalingConfiguration: { MinCapacity: 1 }',
    ],
  }),
  'rds-minor-upgrades-off': joined(
    settings(instance, {
      fails: ['AutoMinorVersionUpgrade: «false»', `${member}, AutoMinorVersionUpgrade: '«false»'`, 'AutoMinorVersionUpgrade: !Ref «Off»'],
      passes: ['AutoMinorVersionUpgrade: true', 'Engine: mysql', 'AutoMinorVersionUpgrade: !If [Production, true, false]'],
    }),
    settings(cluster, { fails: ['AutoMinorVersionUpgrade: «false»'], passes: ['Engine: mysql'] }),
  ),
  'rds-copy-tags-off': offByDefault('CopyTagsToSnapshot'),
  'rds-log-exports-off': joined(
    settings(instance, {
      missing: ['Engine: mysql'],
      fails: ['EnableCloudwatchLogsExports: «[]»'].slice(1),
      passes: ['EnableCloudwatchLogsExports: [error]', 'EnableCloudwatchLogsExports: !Ref UnsetList', member],
      unknown: ['EnableCloudwatchLogsExports: UNKNOWN', 'DBClusterIdentifier: UNKNOWN'],
    }),
    settings(cluster, { missing: ['Engine: aurora-postgresql'], passes: ['EnableCloudwatchLogsExports: [postgresql]'] }),
  ),
  'rds-enhanced-monitoring-off': joined(
    settings(instance, {
      missing: ['Engine: mysql'],
      fails: ['MonitoringInterval: «0»', `${member}, MonitoringInterval: '«0»'`],
      passes: ['MonitoringInterval: 60', member, 'MonitoringInterval: !If [Production, 60, 0]', 'MonitoringInterval: !Ref One'],
    }),
    settings(cluster, {
      missing: ['Engine: mysql'],
      fails: ['MonitoringInterval: «0»'],
      passes: ['Engine: aurora-mysql', 'Engine: mysql, MonitoringInterval: 30'],
    }),
    {
      yaml: {
        fails:
          'C: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql } }\nR: { Type: «AWS::RDS::DBInstance», Properties: { DBClusterIdentifier: !Ref C } }',
        passes:
          'C: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql, MonitoringInterval: 60 } }\nR: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: !Ref C } }',
        unknown: 'R: { Type: AWS::RDS::DBInstance, Properties: { MonitoringInterval: UNKNOWN } }',
      },
      cdk: { fails: [], passes: [] },
    },
  ),
  'rds-performance-insights-off': joined(
    settings(instance, {
      missing: ['Engine: mysql'],
      fails: ['EnablePerformanceInsights: «false»', 'EnablePerformanceInsights: !Ref «Off»', `${member}, EnablePerformanceInsights: «false»`],
      passes: ['EnablePerformanceInsights: true', member, 'DatabaseInsightsMode: advanced'],
    }),
    {
      yaml: {
        fails:
          'C: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql } }\nR: { Type: «AWS::RDS::DBInstance», Properties: { DBClusterIdentifier: !Ref C } }',
        passes:
          'C: { Type: AWS::RDS::DBCluster, Properties: { PerformanceInsightsEnabled: true } }\nR: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: !Ref C } }',
        unknown: 'R: { Type: AWS::RDS::DBInstance, Properties: { EnablePerformanceInsights: UNKNOWN } }',
      },
      cdk: { fails: [], passes: [] },
    },
  ),
  'rds-performance-insights-no-own-key': joined(
    settings(instance, {
      missing: ['EnablePerformanceInsights: true'],
      passes: ['EnablePerformanceInsights: true, PerformanceInsightsKMSKeyId: alias/x', 'EnablePerformanceInsights: false', 'Engine: mysql'],
      unknown: ['EnablePerformanceInsights: UNKNOWN', 'EnablePerformanceInsights: true, PerformanceInsightsKMSKeyId: UNKNOWN'],
    }),
    settings(cluster, { missing: ['PerformanceInsightsEnabled: true'], passes: ['PerformanceInsightsEnabled: true, PerformanceInsightsKmsKeyId: alias/x'] }),
  ),
  'rds-old-instance-class': joined(
    settings(instance, {
      fails: ['DBInstanceClass: «db.t2.micro»', "DBInstanceClass: '«db.r4.large»'"],
      passes: ['DBInstanceClass: db.t4g.micro', 'DBInstanceClass: db.serverless', 'DBInstanceClass: !If [Production, db.r6g.large, db.t2.micro]'],
    }),
  ),
  'rds-engine-past-support': joined(
    settings(instance, {
      fails: [
        "Engine: mysql, EngineVersion: '«5.7.44»'",
        'Engine: mysql, EngineVersion: «8.0.35»',
        "Engine: postgres, EngineVersion: '«13.9»'",
        "Engine: postgres, EngineVersion: '«11»'",
        'Engine: postgres, EngineVersion: «9.6.22»',
      ],
      passes: ["Engine: mysql, EngineVersion: '8.4'", "Engine: postgres, EngineVersion: '16.3'", 'Engine: postgres', "Engine: mariadb, EngineVersion: '5.7'"],
      unknown: ['Engine: mysql, EngineVersion: UNKNOWN', "Engine: UNKNOWN, EngineVersion: '5.7'"],
    }),
    settings(cluster, {
      fails: ['Engine: aurora-mysql, EngineVersion: «5.7.mysql_aurora.2.11.1»', "Engine: aurora-postgresql, EngineVersion: '«12.9»'"],
      passes: ['Engine: aurora-mysql, EngineVersion: 8.0.mysql_aurora.3.05.2'],
    }),
  ),
  'rds-storage-autoscaling-off': settings(instance, {
    missing: ['Engine: mysql, AllocatedStorage: 20'],
    passes: ['Engine: mysql, MaxAllocatedStorage: 100', 'Engine: mysql, DBSnapshotIdentifier: orders', `Engine: aurora-mysql, ${member}`],
    unknown: ['Engine: mysql, MaxAllocatedStorage: UNKNOWN', 'DBClusterIdentifier: UNKNOWN'],
  }),
  'aurora-serverless-v1': settings(cluster, {
    fails: ['Engine: aurora-mysql, EngineMode: «serverless»', "EngineMode: '«serverless»'"],
    passes: ['EngineMode: provisioned', 'Engine: aurora-mysql', 'EngineMode: !If [Production, provisioned, serverless]'],
  }),
  'aurora-one-instance': {
    yaml: {
      fails: [
        'C: { Type: «AWS::RDS::DBCluster», Properties: { Engine: aurora-mysql } }\nW: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: !Ref C } }',
        'C: { Type: «AWS::RDS::DBCluster», Properties: { Engine: aurora-mysql, DBClusterIdentifier: orders } }\nW: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: orders } }',
      ],
      passes: [
        'C: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql } }\nW: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: !Ref C } }\nX: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: !Ref C } }',
        'C: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql } }',
        'C: { Type: AWS::RDS::DBCluster, Properties: { Engine: mysql } }\nW: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: !Ref C } }',
      ],
      unknown: [
        'C: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql } }\nW: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: UNKNOWN } }',
        'C: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql } }\nW: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: !Ref C } }\nX: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: UNKNOWN } }',
      ],
    },
    cdk: {
      fails: `const cluster = new rds.«CfnDBCluster»(this, 'C', { engine: 'aurora-mysql' SPREAD});
    new rds.CfnDBInstance(this, 'W', { dbClusterIdentifier: cluster.ref });`,
      passes: `new rds.CfnDBCluster(this, 'C', { engine: 'aurora-mysql' });`,
    },
  },
  'aurora-dsql-deletion-protection-off': settings('AWS::DSQL::Cluster', {
    fails: ['DeletionProtectionEnabled: «false»', 'DeletionProtectionEnabled: !Ref «Off»'],
    passes: ['DeletionProtectionEnabled: true', ''],
  }),
};
