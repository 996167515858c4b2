import type { RuleCase } from './cases';
import { joined, settings } from './settingCases';

const docdb = 'AWS::DocDB::DBCluster';
const neptune = 'AWS::Neptune::DBCluster';
const redshift = 'AWS::Redshift::Cluster';

/** A switch that is off unless it is set. */
function offByDefault(type: string, name: string, ...passes: readonly string[]): RuleCase {
  return settings(type, {
    missing: ['', `${name}: !Ref AWS::NoValue`].slice(0, 1),
    fails: [`${name}: «false»`, `${name}: '«false»'`, `${name}: !Ref «Off»`],
    passes: [`${name}: true`, `${name}: !If [Production, true, false]`, ...passes],
  });
}

/** Days of backups, one where nothing is set. */
function retention(type: string, name = 'BackupRetentionPeriod'): RuleCase {
  return settings(type, { missing: [''], fails: [`${name}: «1»`, `${name}: '«6»'`, `${name}: !Ref «One»`], passes: [`${name}: 7`, `${name}: '35'`] });
}

/** A key that is to be named where the storage is encrypted. */
function ownKey(type: string, encrypted: string): RuleCase {
  return settings(type, {
    missing: [encrypted],
    passes: [`${encrypted}${encrypted && ', '}KmsKeyId: alias/orders`, `${encrypted}${encrypted && ', '}KmsKeyId: !Ref Unset`],
    unknown: [`${encrypted}${encrypted && ', '}KmsKeyId: UNKNOWN`],
  });
}

/** A cluster with one instance of its own. */
function lone(service: 'DocDB' | 'Neptune'): RuleCase {
  const cluster = (mark: string): string => `C: { Type: ${mark}, Properties: { StorageEncrypted: true } }`;
  const member = (id: string, target: string): string => `${id}: { Type: AWS::${service}::DBInstance, Properties: { DBClusterIdentifier: ${target} } }`;
  const type = `AWS::${service}::DBCluster`;
  const module = service.toLowerCase();
  return {
    yaml: {
      fails: `${cluster(`«${type}»`)}\n${member('W', '!Ref C')}`,
      passes: [`${cluster(type)}\n${member('W', '!Ref C')}\n${member('X', '!Ref C')}`, cluster(type), `${cluster(type)}\n${member('W', 'other')}`],
      unknown: `${cluster(type)}\n${member('W', 'UNKNOWN')}`,
    },
    cdk: {
      fails: `const cluster = new ${module}.«CfnDBCluster»(this, 'C', { storageEncrypted: true });
    new ${module}.CfnDBInstance(this, 'W', { dbClusterIdentifier: cluster.ref SPREAD});`,
      passes: `const cluster = new ${module}.CfnDBCluster(this, 'C', { storageEncrypted: true });
    new ${module}.CfnDBInstance(this, 'W', { dbClusterIdentifier: cluster.ref });
    new ${module}.CfnDBInstance(this, 'X', { dbClusterIdentifier: cluster.ref });`,
    },
  };
}

const documentdbCases: Readonly<Record<string, RuleCase>> = {
  'documentdb-unencrypted': offByDefault(docdb, 'StorageEncrypted', 'SnapshotIdentifier: orders', 'SourceDBClusterIdentifier: orders'),
  'documentdb-no-own-key': joined(ownKey(docdb, 'StorageEncrypted: true'), ownKey('AWS::DocDBElastic::Cluster', 'ShardCount: 2')),
  'documentdb-deletion-protection-off': joined(offByDefault(docdb, 'DeletionProtection'), offByDefault('AWS::DocDB::GlobalCluster', 'DeletionProtection')),
  'documentdb-backup-retention-short': retention(docdb),
  'documentdb-log-exports-off': settings(docdb, {
    missing: [''],
    passes: ['EnableCloudwatchLogsExports: [audit]', 'EnableCloudwatchLogsExports: !Ref UnsetList'],
    unknown: ['EnableCloudwatchLogsExports: UNKNOWN'],
  }),
  'documentdb-audit-off': joined(
    settings('AWS::DocDB::DBClusterParameterGroup', {
      fails: ['Parameters: { audit_logs: «disabled» }', "Parameters: { audit_logs: '«none»' }"],
      passes: ['Parameters: { audit_logs: enabled }', 'Parameters: { audit_logs: all }', 'Parameters: !Ref Unset'],
    }),
    {
      yaml: {
        fails: 'R: { Type: AWS::DocDB::DBClusterParameterGroup, Properties: { «Parameters»: { tls: enabled } } }',
        passes: [],
        unknown: 'R: { Type: AWS::DocDB::DBClusterParameterGroup, Properties: { Parameters: { audit_logs: UNKNOWN } } }',
      },
      cdk: { fails: [], passes: [] },
    },
  ),
  'documentdb-tls-off': settings('AWS::DocDB::DBClusterParameterGroup', {
    fails: ['Parameters: { tls: «disabled» }', "Parameters: { audit_logs: enabled, tls: '«disabled»' }"],
    passes: ['Parameters: { tls: enabled }', 'Parameters: { audit_logs: enabled }', 'Parameters: { tls: tls1.2+ }'],
  }),
  'documentdb-default-port': settings(docdb, { missing: [''], fails: ['Port: «27017»', "Port: '«27017»'"], passes: ['Port: 27027', 'Port: !Ref Unset'] }),
  'documentdb-one-instance': lone('DocDB'),
};

const neptuneCases: Readonly<Record<string, RuleCase>> = {
  'neptune-unencrypted': offByDefault(neptune, 'StorageEncrypted', 'SnapshotIdentifier: orders', 'GlobalClusterIdentifier: orders'),
  'neptune-no-own-key': ownKey(neptune, 'StorageEncrypted: true'),
  'neptune-iam-auth-off': offByDefault(neptune, 'IamAuthEnabled'),
  'neptune-audit-log-off': settings(neptune, {
    missing: [''],
    passes: ['EnableCloudwatchLogsExports: [audit]', 'EnableCloudwatchLogsExports: [slowquery, audit]', 'EnableCloudwatchLogsExports: !Ref UnsetList'],
    unknown: ['EnableCloudwatchLogsExports: UNKNOWN', 'EnableCloudwatchLogsExports: [slowquery, UNKNOWN]'],
  }),
  'neptune-audit-parameter-off': settings('AWS::Neptune::DBClusterParameterGroup', {
    fails: ['Parameters: { neptune_enable_audit_log: «0» }', "Parameters: { neptune_enable_audit_log: '«0»' }"],
    passes: ['Parameters: { neptune_enable_audit_log: 1 }', 'Parameters: { neptune_query_timeout: 0 }'],
  }),
  'neptune-deletion-protection-off': joined(offByDefault(neptune, 'DeletionProtection'), offByDefault('AWS::Neptune::GlobalCluster', 'DeletionProtection')),
  'neptune-backup-retention-short': retention(neptune),
  'neptune-minor-upgrades-off': settings('AWS::Neptune::DBInstance', {
    fails: ['AutoMinorVersionUpgrade: «false»', 'AutoMinorVersionUpgrade: !Ref «Off»'],
    passes: ['AutoMinorVersionUpgrade: true', ''],
  }),
  'neptune-copy-tags-off': offByDefault(neptune, 'CopyTagsToSnapshot'),
  'neptune-public': settings('AWS::Neptune::DBInstance', {
    fails: ['PubliclyAccessible: «true»', 'PubliclyAccessible: !Ref «On»'],
    passes: ['PubliclyAccessible: false', '', 'PubliclyAccessible: !If [Production, false, true]'],
  }),
  'neptune-analytics-public': settings('AWS::NeptuneGraph::Graph', { fails: ['PublicConnectivity: «true»'], passes: ['PublicConnectivity: false', ''] }),
  'neptune-default-port': settings(neptune, { missing: [''], fails: ['DBPort: «8182»'], passes: ['DBPort: 8183', 'Port: 8183'] }),
  'neptune-one-instance': lone('Neptune'),
};

const parameter = (name: string, value: string): string =>
  `ParameterGroupFamily: redshift-1.0, Parameters: [{ ParameterName: ${name}, ParameterValue: ${value} }]`;

/** A parameter of a parameter group that is to be true. */
function parameterCase(name: string, ...passes: readonly string[]): RuleCase {
  const group = 'AWS::Redshift::ClusterParameterGroup';
  return joined(
    settings(group, {
      missing: ['ParameterGroupFamily: redshift-1.0'],
      fails: [parameter(name, '«false»'), parameter(name, "'«false»'")],
      passes: [parameter(name, 'true'), parameter(name, "'true'"), ...passes],
    }),
    {
      yaml: {
        fails: `R: { Type: ${group}, Properties: { ParameterGroupFamily: redshift-1.0, «Parameters»: [{ ParameterName: statement_timeout, ParameterValue: 0 }] } }`,
        passes: [],
        unknown: [
          `R: { Type: ${group}, Properties: { ParameterGroupFamily: redshift-1.0, Parameters: [{ ParameterName: UNKNOWN, ParameterValue: false }] } }`,
          `R: { Type: ${group}, Properties: { ${parameter(name, 'UNKNOWN')} } }`,
        ],
      },
      cdk: { fails: [], passes: [] },
    },
  );
}

const redshiftCases: Readonly<Record<string, RuleCase>> = {
  'redshift-unencrypted': settings(redshift, {
    fails: ['Encrypted: «false»', "Encrypted: '«false»'", 'Encrypted: !Ref «Off»'],
    passes: ['Encrypted: true', '', 'Encrypted: !If [Production, true, false]'],
  }),
  'redshift-encryption-unwritten': settings(redshift, {
    missing: ['ClusterType: single-node'],
    passes: ['Encrypted: true', 'Encrypted: false'],
    unknown: ['Encrypted: UNKNOWN'],
  }),
  'redshift-no-own-key': joined(ownKey(redshift, 'Encrypted: true'), ownKey('AWS::RedshiftServerless::Namespace', 'NamespaceName: sales')),
  'redshift-public': joined(
    settings(redshift, { fails: ['PubliclyAccessible: «true»', 'PubliclyAccessible: !Ref «On»'], passes: ['PubliclyAccessible: false', ''] }),
    settings('AWS::RedshiftServerless::Workgroup', { fails: ["PubliclyAccessible: '«true»'"], passes: ['WorkgroupName: sales'] }),
  ),
  'redshift-tls-optional': joined(
    parameterCase('require_ssl', 'ParameterGroupFamily: redshift-2.0', ''),
    settings('AWS::RedshiftServerless::Workgroup', {
      fails: ['ConfigParameters: [{ ParameterKey: require_ssl, ParameterValue: «false» }]'],
      passes: ['ConfigParameters: [{ ParameterKey: require_ssl, ParameterValue: true }]', 'WorkgroupName: sales'],
    }),
  ),
  'redshift-activity-log-off': parameterCase('enable_user_activity_logging'),
  'redshift-audit-log-off': settings(redshift, {
    missing: [''],
    passes: ['LoggingProperties: { BucketName: logs }', 'LoggingProperties: { LogDestinationType: cloudwatch }'],
    unknown: ['LoggingProperties: UNKNOWN'],
  }),
  'redshift-serverless-logs-off': settings('AWS::RedshiftServerless::Namespace', {
    missing: ['NamespaceName: sales'],
    passes: ['LogExports: [userlog]'],
    unknown: ['LogExports: UNKNOWN'],
  }),
  'redshift-version-upgrade-off': settings(redshift, {
    fails: ['AllowVersionUpgrade: «false»', 'AllowVersionUpgrade: !Ref «Off»'],
    passes: ['AllowVersionUpgrade: true', ''],
  }),
  'redshift-enhanced-routing-off': joined(
    offByDefault(redshift, 'EnhancedVpcRouting'),
    offByDefault('AWS::RedshiftServerless::Workgroup', 'EnhancedVpcRouting'),
  ),
  'redshift-snapshot-retention-short': joined(
    retention(redshift, 'AutomatedSnapshotRetentionPeriod'),
    settings(redshift, { fails: ['AutomatedSnapshotRetentionPeriod: «0»'], passes: [] }),
  ),
  'redshift-default-port': joined(
    settings(redshift, { missing: [''], fails: ['Port: «5439»', "Port: '«5439»'"], passes: ['Port: 5455'] }),
    settings('AWS::RedshiftServerless::Workgroup', { missing: ['WorkgroupName: sales'], passes: ['Port: 5440'] }),
  ),
  'redshift-default-user': settings(redshift, {
    fails: ['MasterUsername: «awsuser»', "MasterUsername: '«admin»'"],
    passes: ['MasterUsername: warehouse_owner', ''],
  }),
  'redshift-default-database': settings(redshift, { fails: ['DBName: «dev»'], passes: ['DBName: sales', ''] }),
  'redshift-no-subnet-group': settings(redshift, {
    missing: [''],
    passes: ['ClusterSubnetGroupName: private', 'ClusterSubnetGroupName: !Ref Unset'],
    unknown: ['ClusterSubnetGroupName: UNKNOWN'],
  }),
  'redshift-classic-security-group': joined({
    yaml: {
      fails: [
        'R: { Type: «AWS::Redshift::ClusterSecurityGroup» }',
        'R: { Type: «AWS::Redshift::ClusterSecurityGroupIngress», Properties: { CIDRIP: 10.0.0.0/8 } }',
        'R: { Type: AWS::Redshift::Cluster, Properties: { «ClusterSecurityGroups»: [!Ref Group] } }',
      ],
      passes: 'R: { Type: AWS::Redshift::Cluster, Properties: { VpcSecurityGroupIds: [!Ref Group] } }',
      unknown: 'R: { Type: AWS::Redshift::Cluster, Properties: { ClusterSecurityGroups: UNKNOWN } }',
    },
    cdk: {
      fails: `new redshift.CfnCluster(this, 'R', { «clusterSecurityGroups»: ['x'] SPREAD});`,
      passes: `new redshift.CfnCluster(this, 'R', { vpcSecurityGroupIds: ['x'] });`,
      unknown: `new redshift.CfnCluster(this, 'R', { clusterSecurityGroups: UNKNOWN });`,
    },
  }),
  'redshift-single-node': settings(redshift, {
    fails: ['ClusterType: «single-node»', "ClusterType: '«single-node»', NumberOfNodes: 1"],
    passes: ['ClusterType: multi-node, NumberOfNodes: 2', 'ClusterType: !If [Production, multi-node, single-node]'],
  }),
  'redshift-single-az': settings(redshift, {
    missing: ['NodeType: ra3.xlplus'],
    fails: ['NodeType: ra3.4xlarge, MultiAZ: «false»'],
    passes: ['NodeType: ra3.4xlarge, MultiAZ: true', 'NodeType: dc2.large', 'NodeType: ra3.large, AvailabilityZoneRelocation: true', ''],
    unknown: ['NodeType: UNKNOWN', 'NodeType: ra3.4xlarge, MultiAZ: UNKNOWN'],
  }),
};

export const dataStoreMoreCases: Readonly<Record<string, RuleCase>> = { ...documentdbCases, ...neptuneCases, ...redshiftCases };
