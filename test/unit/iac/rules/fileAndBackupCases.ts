import type { RuleCase } from './cases';
import { joined, settings } from './settingCases';

const replication = 'AWS::DMS::ReplicationInstance';
const endpoint = 'AWS::DMS::Endpoint';
const influx = 'AWS::Timestream::InfluxDBInstance';
const vault = 'AWS::Backup::BackupVault';
const fileSystem = 'AWS::EFS::FileSystem';
const accessPoint = 'AWS::EFS::AccessPoint';
const fsx = 'AWS::FSx::FileSystem';
const selected = (selection: string): string =>
  `R: { Type: ${fileSystem}, Properties: { Encrypted: true } }\nS: { Type: AWS::Backup::BackupSelection, Properties: { BackupPlanId: p, BackupSelection: { ${selection} } } }`;

const task = (settingsText: string): string => `R: { Type: AWS::DMS::ReplicationTask, Properties: { MigrationType: cdc, ${settingsText} } }`;
const logging = (text: string): string => `ReplicationTaskSettings: '{"Logging":{"EnableLogging":${text}}}'`;

const migrationCases: Readonly<Record<string, RuleCase>> = {
  'dms-public': settings(replication, {
    missing: ['AllocatedStorage: 50'],
    fails: ['PubliclyAccessible: «true»', "PubliclyAccessible: '«true»'", 'PubliclyAccessible: !Ref «On»'],
    passes: ['PubliclyAccessible: false', "PubliclyAccessible: 'false'", 'PubliclyAccessible: !If [Production, false, true]'],
  }),
  'dms-minor-upgrades-off': settings(replication, {
    fails: ['AutoMinorVersionUpgrade: «false»', 'AutoMinorVersionUpgrade: !Ref «Off»'],
    passes: ['AutoMinorVersionUpgrade: true', ''],
  }),
  'dms-no-own-key': settings(replication, {
    missing: ['AllocatedStorage: 50'],
    passes: ['KmsKeyId: alias/dms', 'KmsKeyId: !Ref Unset'],
    unknown: ['KmsKeyId: UNKNOWN'],
  }),
  'dms-single-az': settings(replication, {
    missing: ['AllocatedStorage: 50'],
    fails: ['MultiAZ: «false»'],
    passes: ['MultiAZ: true', 'MultiAZ: !If [Production, true, false]'],
  }),
  'dms-endpoint-tls-off': settings(endpoint, {
    missing: ['EngineName: mysql'],
    fails: ['EngineName: postgres, SslMode: «none»', "EngineName: 'sqlserver', SslMode: '«none»'"],
    passes: ['EngineName: mysql, SslMode: require', 'EngineName: s3', 'EngineName: dynamodb, SslMode: none'],
    unknown: ['EngineName: mysql, SslMode: UNKNOWN', 'EngineName: UNKNOWN, SslMode: none'],
  }),
  'dms-task-logs-off': {
    yaml: {
      fails: [
        'R: { Type: «AWS::DMS::ReplicationTask», Properties: { MigrationType: cdc } }',
        task(logging('false').replace('ReplicationTaskSettings', '«ReplicationTaskSettings»')),
        task(`«ReplicationTaskSettings»: '{"TargetMetadata":{}}'`),
      ],
      passes: [task(logging('true')), task('ReplicationTaskSettings: !Sub "${Unset}"'), task('ReplicationTaskSettings: not json')],
      unknown: task('ReplicationTaskSettings: UNKNOWN'),
    },
    cdk: {
      fails: `new dms.«CfnReplicationTask»(this, 'R', { migrationType: 'cdc' SPREAD});`,
      passes: `new dms.CfnReplicationTask(this, 'R', { replicationTaskSettings: JSON.stringify(value) });`,
      unknown: `new dms.CfnReplicationTask(this, 'R', { replicationTaskSettings: UNKNOWN });`,
    },
  },
  'dms-redis-plaintext': settings(endpoint, {
    fails: ['RedisSettings: { SslSecurityProtocol: «plaintext» }', "RedisSettings: { SslSecurityProtocol: '«plaintext»' }"],
    passes: ['RedisSettings: { SslSecurityProtocol: ssl-encryption }', 'RedisSettings: { Port: 6379 }', 'EngineName: mysql'],
  }),
};

const timestreamCases: Readonly<Record<string, RuleCase>> = {
  'timestream-no-own-key': settings('AWS::Timestream::Database', {
    missing: ['DatabaseName: sensors'],
    passes: ['KmsKeyId: alias/sensors', 'KmsKeyId: !Ref Unset'],
    unknown: ['KmsKeyId: UNKNOWN'],
  }),
  'timestream-live-analytics-closed': {
    byTypeAlone: true,
    yaml: { fails: 'R: { Type: «AWS::Timestream::Database» }', passes: 'R: { Type: AWS::Timestream::InfluxDBInstance }' },
    cdk: { fails: `new timestream.«CfnDatabase»(this, 'R', props);`, passes: `new timestream.CfnInfluxDBInstance(this, 'R', props);` },
  },
  'timestream-influx-public': settings(influx, {
    fails: ['PubliclyAccessible: «true»', 'PubliclyAccessible: !Ref «On»'],
    passes: ['PubliclyAccessible: false', 'Name: sensors', 'PubliclyAccessible: !If [Production, false, true]'],
  }),
  'timestream-influx-single-az': settings(influx, {
    missing: ['Name: sensors'],
    fails: ['DeploymentType: «SINGLE_AZ»'],
    passes: ['DeploymentType: WITH_MULTIAZ_STANDBY', 'DeploymentType: !If [Production, WITH_MULTIAZ_STANDBY, SINGLE_AZ]'],
  }),
  'timestream-influx-logs-off': settings(influx, {
    missing: ['Name: sensors'],
    passes: ['LogDeliveryConfiguration: { S3Configuration: { BucketName: logs, Enabled: true } }'],
    unknown: ['LogDeliveryConfiguration: UNKNOWN'],
  }),
};

const plan = (rules: string): string => `R: { Type: AWS::Backup::BackupPlan, Properties: { BackupPlan: { BackupPlanName: p, BackupPlanRule: ${rules} } } }`;
const inPlan = (rule: string): string => `new backup.CfnBackupPlan(this, 'P', { backupPlan: { backupPlanName: 'p', backupPlanRule: [${rule}] } SPREAD});`;

const backupCases: Readonly<Record<string, RuleCase>> = {
  'backup-vault-no-own-key': settings(vault, {
    missing: ['BackupVaultName: v'],
    passes: ['EncryptionKeyArn: !GetAtt Key.Arn', "EncryptionKeyArn: 'arn:k'"],
    unknown: ['EncryptionKeyArn: UNKNOWN'],
  }),
  'backup-vault-no-policy': settings(vault, {
    missing: ['BackupVaultName: v'],
    passes: ['AccessPolicy: { Statement: [] }'],
    unknown: ['AccessPolicy: UNKNOWN'],
  }),
  'backup-vault-no-lock': settings(vault, {
    missing: ['BackupVaultName: v'],
    passes: ['LockConfiguration: { MinRetentionDays: 7 }'],
    unknown: ['LockConfiguration: UNKNOWN'],
  }),
  'backup-plan-no-copy': {
    yaml: {
      fails: [
        plan('[{ RuleName: «daily» }]').replace('[{ RuleName: «daily» }]', '[«{ RuleName: daily» }]'),
        plan('[«{ RuleName: daily» }, «{ RuleName: weekly» }]'),
      ],
      passes: [plan('[{ RuleName: daily }, { RuleName: weekly, CopyActions: [{ DestinationBackupVaultArn: x }] }]'), plan('!Ref Unset'), plan('[]')],
      unknown: [plan('UNKNOWN'), plan('[{ RuleName: daily, CopyActions: UNKNOWN }]'), plan('[{ RuleName: daily }, { RuleName: x, CopyActions: UNKNOWN }]')],
    },
    cdk: {
      fails: inPlan(`«{ ruleName: 'daily' }»`),
      passes: inPlan(`{ ruleName: 'daily', copyActions: [{ destinationBackupVaultArn: 'x' }] }`).replace(' SPREAD', ''),
    },
  },
  'backup-plan-no-expiry': {
    yaml: {
      fails: [plan('[«{ RuleName: daily» }]'), plan('[{ RuleName: daily, «Lifecycle»: { MoveToColdStorageAfterDays: 30 } }]')],
      passes: plan('[{ RuleName: daily, Lifecycle: { DeleteAfterDays: 35 } }]'),
      unknown: [plan('[{ RuleName: daily, Lifecycle: UNKNOWN }]'), plan('[{ RuleName: daily, Lifecycle: { DeleteAfterDays: UNKNOWN } }]')],
    },
    cdk: { fails: inPlan(`«{ ruleName: 'daily' }»`), passes: inPlan(`{ ruleName: 'daily', lifecycle: { deleteAfterDays: 35 } }`).replace(' SPREAD', '') },
  },
  'backup-plan-cold-too-short': {
    yaml: {
      fails: [
        plan('[{ RuleName: daily, Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: «90» } }]'),
        plan("[{ RuleName: daily, Lifecycle: { MoveToColdStorageAfterDays: '1', DeleteAfterDays: '«7»' } }]"),
      ],
      passes: [
        plan('[{ RuleName: daily, Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 120 } }]'),
        plan('[{ RuleName: daily, Lifecycle: { DeleteAfterDays: 7 } }]'),
      ],
      unknown: plan('[{ RuleName: daily, Lifecycle: { MoveToColdStorageAfterDays: UNKNOWN, DeleteAfterDays: 7 } }]'),
    },
    cdk: {
      fails: inPlan(`{ ruleName: 'daily', lifecycle: { moveToColdStorageAfterDays: 30, deleteAfterDays: «60» } }`),
      passes: inPlan(`{ ruleName: 'daily', lifecycle: { moveToColdStorageAfterDays: 30, deleteAfterDays: 365 } }`).replace(' SPREAD', ''),
    },
  },
  'backup-plan-never-cold': {
    yaml: {
      fails: plan('[{ RuleName: monthly, Lifecycle: { DeleteAfterDays: «365» } }]'),
      passes: [
        plan('[{ RuleName: daily, Lifecycle: { DeleteAfterDays: 35 } }]'),
        plan('[{ RuleName: monthly, Lifecycle: { DeleteAfterDays: 365, MoveToColdStorageAfterDays: 30 } }]'),
      ],
      unknown: plan('[{ RuleName: monthly, Lifecycle: { DeleteAfterDays: 365, MoveToColdStorageAfterDays: UNKNOWN } }]'),
    },
    cdk: {
      fails: inPlan(`{ ruleName: 'monthly', lifecycle: { deleteAfterDays: «365» } }`),
      passes: inPlan(`{ ruleName: 'daily', lifecycle: { deleteAfterDays: 30 } }`).replace(' SPREAD', ''),
    },
  },
  'backup-plan-retention-short': {
    yaml: {
      fails: plan('[{ RuleName: daily, Lifecycle: { DeleteAfterDays: «3» } }]'),
      passes: [plan('[{ RuleName: daily, Lifecycle: { DeleteAfterDays: 3 } }, { RuleName: weekly, Lifecycle: { DeleteAfterDays: 35 } }]'), plan('[]')],
      unknown: plan('[{ RuleName: daily, Lifecycle: { DeleteAfterDays: 3 } }, { RuleName: weekly, Lifecycle: { DeleteAfterDays: UNKNOWN } }]'),
    },
    cdk: {
      fails: inPlan(`{ ruleName: 'daily', lifecycle: { deleteAfterDays: «2» } }`),
      passes: inPlan(`{ ruleName: 'daily', lifecycle: { deleteAfterDays: 30 } }`).replace(' SPREAD', ''),
    },
  },
};

const policy = (statement: string): string => `R: { Type: AWS::EFS::FileSystem, Properties: { FileSystemPolicy: { Statement: [{ ${statement} }] } } }`;
const denyPlain = "Effect: Deny, Principal: '*', Action: '*', Condition: { Bool: { aws:SecureTransport: 'false' } }";

const efsCases: Readonly<Record<string, RuleCase>> = {
  'efs-unencrypted': settings(fileSystem, {
    missing: [''],
    fails: ['Encrypted: «false»', "Encrypted: '«false»'", 'Encrypted: !Ref «Off»'],
    passes: ['Encrypted: true', 'Encrypted: !If [Production, true, false]'],
  }),
  'efs-no-own-key': settings(fileSystem, {
    missing: ['Encrypted: true'],
    passes: ['Encrypted: true, KmsKeyId: alias/files', 'Encrypted: false', ''],
    unknown: ['Encrypted: UNKNOWN', 'Encrypted: true, KmsKeyId: UNKNOWN'],
  }),
  'efs-backups-off': joined(
    settings(fileSystem, {
      missing: ['Encrypted: true'],
      fails: ['BackupPolicy: { Status: «DISABLED» }'],
      passes: ['BackupPolicy: { Status: ENABLED }', 'BackupPolicy: { Status: !If [Production, ENABLED, DISABLED] }'],
    }),
    {
      yaml: {
        fails: `${selected('Resources: [!GetAtt Table.Arn]')}\nTable: { Type: AWS::DynamoDB::Table }`.replace(fileSystem, `«${fileSystem}»`),
        passes: [
          selected('Resources: [!GetAtt R.Arn]'),
          selected('Resources: [!Sub "arn:aws:elasticfilesystem:x:y:file-system/${R}"]'),
          selected('ListOfTags: [{ ConditionKey: a }]'),
        ],
      },
      cdk: { fails: [], passes: [] },
    },
  ),
  'efs-no-lifecycle': settings(fileSystem, {
    missing: ['Encrypted: true'],
    passes: ['LifecyclePolicies: [{ TransitionToIA: AFTER_30_DAYS }]'],
    unknown: ['LifecyclePolicies: UNKNOWN'],
  }),
  'efs-tls-optional': {
    yaml: {
      fails: [
        'R: { Type: «AWS::EFS::FileSystem», Properties: { Encrypted: true } }',
        policy("Effect: Allow, Principal: { AWS: '*' }").replace('FileSystemPolicy', '«FileSystemPolicy»'),
      ],
      passes: [policy(denyPlain), policy("Effect: Allow, Principal: '*', Condition: { Bool: { aws:SecureTransport: 'true' } }")],
      unknown: [
        'R: { Type: AWS::EFS::FileSystem, Properties: { FileSystemPolicy: UNKNOWN } }',
        'R: { Type: AWS::EFS::FileSystem, Properties: { FileSystemPolicy: { Statement: UNKNOWN } } }',
        policy('Effect: Deny, Condition: UNKNOWN'),
      ],
    },
    cdk: {
      fails: `new efs.«CfnFileSystem»(this, 'F', { encrypted: true SPREAD});`,
      passes: `new efs.CfnFileSystem(this, 'F', { fileSystemPolicy: policy.toJSON() });`,
      unknown: `new efs.CfnFileSystem(this, 'F', { fileSystemPolicy: UNKNOWN });`,
    },
  },
  'efs-open-policy': {
    yaml: {
      fails: [
        policy("Effect: Allow, «Principal»: '*', Action: elasticfilesystem:ClientMount"),
        policy("Effect: Allow, «Principal»: { AWS: '*' }, Action: '*'"),
      ],
      passes: [
        policy("Effect: Allow, Principal: { AWS: '*' }, Action: '*', Condition: { Bool: { elasticfilesystem:AccessedViaMountTarget: 'true' } }"),
        policy('Effect: Allow, Principal: { AWS: !Ref Unset }, Action: elasticfilesystem:ClientMount'),
        policy(denyPlain),
      ],
      unknown: policy('Effect: Allow, Principal: UNKNOWN'),
    },
    cdk: {
      fails: `new efs.CfnFileSystem(this, 'F', { fileSystemPolicy: { Statement: [{ Effect: 'Allow', «Principal»: '*', Action: '*' }] } SPREAD});`,
      passes: `new efs.CfnFileSystem(this, 'F', { encrypted: true });`,
    },
  },
  'efs-access-point-root': settings(accessPoint, {
    missing: ['FileSystemId: fs-1'],
    fails: ['RootDirectory: { Path: «/» }', "RootDirectory: { Path: '«/»' }"],
    passes: ['RootDirectory: { Path: /orders }', 'RootDirectory: { Path: !Ref Unset }'],
  }),
  'efs-access-point-no-user': settings(accessPoint, {
    missing: ['FileSystemId: fs-1'],
    passes: ['PosixUser: { Uid: 1000, Gid: 1000 }'],
    unknown: ['PosixUser: UNKNOWN'],
  }),
  'efs-access-point-root-user': settings(accessPoint, {
    fails: ['PosixUser: { Uid: «0», Gid: 1000 }', "PosixUser: { Uid: '«0»', Gid: '0' }"],
    passes: ['PosixUser: { Uid: 1000, Gid: 0 }', 'FileSystemId: fs-1'],
  }),
  'efs-one-zone': {
    yaml: {
      fails: [
        'R: { Type: AWS::EFS::FileSystem, Properties: { «AvailabilityZoneName»: eu-west-1a } }',
        'R: { Type: AWS::EFS::FileSystem, Properties: { «AvailabilityZoneName»: !Ref Unset } }',
      ],
      passes: [
        'R: { Type: AWS::EFS::FileSystem }',
        'R: { Type: AWS::EFS::FileSystem, Properties: { AvailabilityZoneName: !Ref AWS::NoValue } }',
        'R: { Type: AWS::EFS::FileSystem, Properties: { AvailabilityZoneName: !If [Production, !Ref AWS::NoValue, eu-west-1a] } }',
      ],
      unknown: 'R: { Type: AWS::EFS::FileSystem, Properties: { ThroughputMode: UNKNOWN } }',
    },
    cdk: {
      fails: `new efs.CfnFileSystem(this, 'F', { «availabilityZoneName»: 'eu-west-1a' SPREAD});`,
      passes: `new efs.CfnFileSystem(this, 'F', { encrypted: true });`,
      unknown: `new efs.CfnFileSystem(this, 'F', { throughputMode: UNKNOWN });`,
    },
  },
};

const fsxCases: Readonly<Record<string, RuleCase>> = {
  'fsx-backup-retention-short': joined(
    settings(fsx, {
      fails: [
        'WindowsConfiguration: { AutomaticBackupRetentionDays: «0» }',
        "OntapConfiguration: { AutomaticBackupRetentionDays: '«3»' }",
        'OpenZFSConfiguration: { AutomaticBackupRetentionDays: «1» }',
        'LustreConfiguration: { DeploymentType: PERSISTENT_2, AutomaticBackupRetentionDays: «0» }',
      ],
      passes: [
        'WindowsConfiguration: { AutomaticBackupRetentionDays: 30 }',
        'WindowsConfiguration: { ThroughputCapacity: 8 }',
        'LustreConfiguration: { DeploymentType: SCRATCH_2 }',
        "LustreConfiguration: { DeploymentType: PERSISTENT_1, ImportPath: 's3://files' }",
      ],
    }),
    {
      yaml: {
        fails: 'R: { Type: AWS::FSx::FileSystem, Properties: { «LustreConfiguration»: { DeploymentType: PERSISTENT_2 } } }',
        passes:
          'R: { Type: AWS::FSx::FileSystem, Properties: { LustreConfiguration: { DeploymentType: PERSISTENT_2 } } }\nLink: { Type: AWS::FSx::DataRepositoryAssociation }',
        unknown: [
          'R: { Type: AWS::FSx::FileSystem, Properties: { LustreConfiguration: { DeploymentType: UNKNOWN } } }',
          'R: { Type: AWS::FSx::FileSystem, Properties: { WindowsConfiguration: UNKNOWN } }',
        ],
      },
      cdk: { fails: [], passes: [] },
    },
  ),
  'fsx-single-az': joined(
    settings(fsx, {
      fails: [
        'WindowsConfiguration: { DeploymentType: «SINGLE_AZ_2» }',
        "OntapConfiguration: { DeploymentType: '«SINGLE_AZ_1»' }",
        'OpenZFSConfiguration: { DeploymentType: «SINGLE_AZ_HA_2» }',
      ],
      passes: [
        'WindowsConfiguration: { DeploymentType: MULTI_AZ_1 }',
        'OntapConfiguration: { DeploymentType: MULTI_AZ_2 }',
        'LustreConfiguration: { DeploymentType: PERSISTENT_2 }',
      ],
    }),
    {
      yaml: {
        fails: 'R: { Type: AWS::FSx::FileSystem, Properties: { «WindowsConfiguration»: { ThroughputCapacity: 8 } } }',
        passes: [],
        unknown: 'R: { Type: AWS::FSx::FileSystem, Properties: { WindowsConfiguration: UNKNOWN } }',
      },
      cdk: { fails: [], passes: [] },
    },
  ),
  'fsx-no-own-key': settings(fsx, {
    missing: ['FileSystemType: WINDOWS', 'FileSystemType: LUSTRE, LustreConfiguration: { DeploymentType: PERSISTENT_2 }'],
    passes: ['FileSystemType: WINDOWS, KmsKeyId: alias/files', 'FileSystemType: LUSTRE', 'FileSystemType: ONTAP, BackupId: backup-1'],
    unknown: ['FileSystemType: WINDOWS, KmsKeyId: UNKNOWN', 'FileSystemType: LUSTRE, LustreConfiguration: UNKNOWN'],
  }),
  'fsx-copy-tags-off': joined(
    settings(fsx, {
      fails: ['WindowsConfiguration: { CopyTagsToBackups: «false» }', 'OpenZFSConfiguration: { CopyTagsToBackups: «false» }'],
      passes: ['WindowsConfiguration: { CopyTagsToBackups: true }', 'OntapConfiguration: { ThroughputCapacity: 128 }'],
    }),
    {
      yaml: {
        fails: 'R: { Type: AWS::FSx::FileSystem, Properties: { «WindowsConfiguration»: { ThroughputCapacity: 8 } } }',
        passes: [],
        unknown: 'R: { Type: AWS::FSx::FileSystem, Properties: { WindowsConfiguration: UNKNOWN } }',
      },
      cdk: { fails: [], passes: [] },
    },
  ),
};

const otherCases: Readonly<Record<string, RuleCase>> = {
  'qldb-ended': {
    byTypeAlone: true,
    yaml: { fails: ['R: { Type: «AWS::QLDB::Ledger» }', 'R: { Type: «AWS::QLDB::Stream» }'], passes: 'R: { Type: AWS::RDS::DBCluster }' },
    cdk: { fails: `new qldb.«CfnLedger»(this, 'R', props);`, passes: `new rds.CfnDBCluster(this, 'R', props);` },
  },
  'qldb-permissions-all': settings('AWS::QLDB::Ledger', {
    fails: ['PermissionsMode: «ALLOW_ALL»', "PermissionsMode: '«ALLOW_ALL»'"],
    passes: ['PermissionsMode: STANDARD', 'Name: proofs', 'PermissionsMode: !If [Production, STANDARD, ALLOW_ALL]'],
  }),
  'qldb-deletion-protection-off': settings('AWS::QLDB::Ledger', {
    fails: ['DeletionProtection: «false»', 'DeletionProtection: !Ref «Off»'],
    passes: ['DeletionProtection: true', 'Name: proofs'],
  }),
  'simpledb-domain': {
    byTypeAlone: true,
    yaml: { fails: 'R: { Type: «AWS::SDB::Domain» }', passes: 'R: { Type: AWS::DynamoDB::Table }' },
    cdk: { fails: `new sdb.«CfnDomain»(this, 'R', props);`, passes: `new dynamodb.CfnTable(this, 'R', props);` },
  },
  'data-store-deletion-policy': {
    yaml: {
      fails: [
        'R: { Type: «AWS::EFS::FileSystem» }',
        'R: { Type: AWS::Redshift::Cluster, DeletionPolicy: «Delete» }',
        "R: { Type: AWS::DocDB::DBCluster, DeletionPolicy: '«Delete»' }",
      ],
      passes: [
        'R: { Type: AWS::EFS::FileSystem, DeletionPolicy: Retain }',
        'R: { Type: AWS::Neptune::DBCluster, DeletionPolicy: Snapshot }',
        'R: { Type: AWS::Neptune::DBCluster, Properties: { DeletionProtection: true } }',
        'R: { Type: AWS::RDS::DBInstance }',
      ],
      unknown: 'R: { Type: AWS::EFS::FileSystem, DeletionPolicy: UNKNOWN }',
    },
    cdk: {
      fails: `new dynamodb.TableV2(this, 'T', { removalPolicy: «RemovalPolicy.DESTROY» SPREAD});`,
      passes: [`new dynamodb.TableV2(this, 'T', { tableName: 'items' });`, `new efs.CfnFileSystem(this, 'F', { encrypted: true });`],
    },
  },
};

export const fileAndBackupCases: Readonly<Record<string, RuleCase>> = {
  ...migrationCases,
  ...timestreamCases,
  ...backupCases,
  ...efsCases,
  ...fsxCases,
  ...otherCases,
};
