import { always, propertyAt } from '../model';
import { all, atLeast, engineParameter, loneMember, noneOf, parameterReports, without } from './databaseParts';
import { demand, isUnset, placesAt, required, surely, switchedOff, switchedOn } from './demands';
import type { Rule } from './rule';

const cluster = ['AWS::Neptune::DBCluster'];
const isNew = without('SnapshotIdentifier', 'SourceDBClusterIdentifier', 'GlobalClusterIdentifier');

export const neptuneRules: readonly Rule[] = [
  switchedOn(
    {
      id: 'neptune-unencrypted',
      service: 'neptune',
      title: 'Cluster storage not encrypted',
      why: 'Encryption at rest is decided when the cluster is created; later it takes a snapshot and a new cluster.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'neptune#encryption',
      types: cluster,
    },
    {
      path: 'StorageEncrypted',
      when: isNew,
      message: (how) => `StorageEncrypted ${how}, so the graph lies unencrypted on its storage. It can only be chosen when the cluster is created.`,
    },
  ),
  required(
    {
      id: 'neptune-no-own-key',
      service: 'neptune',
      title: 'Cluster encrypted without a key of your own',
      why: 'The policy of the AWS managed key cannot be changed, so snapshots under it cannot be shared and access to it cannot be narrowed.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'neptune#encryption',
      types: cluster,
    },
    {
      paths: ['KmsKeyId'],
      when: all(isNew, (resource) => surely(resource, 'StorageEncrypted', (known) => String(known).toLowerCase() === 'true')),
      message: "The cluster is encrypted with the account's default key. Name a key of your own in KmsKeyId to govern and share it.",
    },
  ),
  switchedOn(
    {
      id: 'neptune-iam-auth-off',
      service: 'neptune',
      title: 'Cluster without IAM authentication',
      why: 'Without it whoever reaches the port can read and change the graph, since Neptune has no passwords.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3'],
      fact: 'neptune#iam-auth',
      types: cluster,
    },
    { path: 'IamAuthEnabled', message: (how) => `IamAuthEnabled ${how}: whoever reaches the port of the cluster can read and change the graph.` },
  ),
  {
    id: 'neptune-audit-log-off',
    service: 'neptune',
    title: 'Audit log not sent to CloudWatch',
    why: 'Nobody can tell afterwards who queried or changed the graph.',
    severity: 'hint',
    tasks: ['sap-c02/3.1', 'saa-c03/1.3'],
    fact: 'neptune#audit-logs',
    types: cluster,
    check: (resource) => {
      const [place] = placesAt(resource, 'EnableCloudwatchLogsExports');
      if (!place) return undefined;
      const items = place.value?.kind === 'list' ? place.value.items : [];
      const lacksAudit = items.length > 0 && items.every((item) => always(item, (type) => type !== 'audit'));
      return isUnset(place) || lacksAudit
        ? [{ span: place.span, message: 'The audit log does not go to CloudWatch Logs: nothing keeps who queried or changed the graph.' }]
        : undefined;
    },
  },
  {
    id: 'neptune-audit-parameter-off',
    service: 'neptune',
    title: 'Parameter group without the audit log',
    why: 'Without the parameter Neptune writes no audit log at all.',
    severity: 'hint',
    tasks: ['sap-c02/3.2', 'saa-c03/1.3'],
    fact: 'neptune#audit-parameter',
    types: ['AWS::Neptune::DBClusterParameterGroup'],
    check: (resource) =>
      parameterReports(
        engineParameter(resource, 'neptune_enable_audit_log'),
        noneOf(0),
        true,
        'neptune_enable_audit_log is 0, so Neptune writes no audit log.',
      ),
  },
  switchedOn(
    {
      id: 'neptune-deletion-protection-off',
      service: 'neptune',
      title: 'Graph without deletion protection',
      why: 'One wrong click or one stack removed deletes the graph; protection makes that two deliberate steps.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
      fact: 'neptune#deletion-protection',
      types: [...cluster, 'AWS::Neptune::GlobalCluster'],
    },
    {
      path: 'DeletionProtection',
      message: (how) => `DeletionProtection ${how}: whoever may delete the cluster can do so in one step.`,
      fix: { title: 'Protect the cluster from deletion', value: true },
    },
  ),
  demand(
    {
      id: 'neptune-backup-retention-short',
      service: 'neptune',
      title: 'Backups kept for less than a week',
      why: 'A mistake noticed after a long weekend is older than the oldest backup.',
      severity: 'hint',
      tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
      fact: 'neptune#backup',
      types: cluster,
    },
    {
      path: 'BackupRetentionPeriod',
      is: atLeast(7),
      whenAbsent: false,
      message: (how) =>
        `BackupRetentionPeriod ${how}${how === 'is not set' ? ', so backups are kept for one day' : ''}. Keep at least 7 days; the range goes up to 35.`,
    },
  ),
  switchedOn(
    {
      id: 'neptune-minor-upgrades-off',
      service: 'neptune',
      title: 'Minor versions not installed by themselves',
      why: 'Minor versions carry the security fixes of the engine; without them somebody has to remember.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'neptune#minor-upgrades',
      types: ['AWS::Neptune::DBInstance'],
    },
    {
      path: 'AutoMinorVersionUpgrade',
      onByDefault: true,
      message: (how) => `AutoMinorVersionUpgrade ${how}: fixes of the engine wait for somebody to install them.`,
    },
  ),
  switchedOn(
    {
      id: 'neptune-copy-tags-off',
      service: 'neptune',
      title: 'Tags not copied to snapshots',
      why: 'Costs, owners and access rules by tag end at the snapshot.',
      severity: 'hint',
      tasks: ['sap-c02/1.5'],
      fact: 'neptune#copy-tags',
      types: cluster,
    },
    {
      path: 'CopyTagsToSnapshot',
      message: (how) => `CopyTagsToSnapshot ${how}: snapshots lack the tags by which costs and access are told apart.`,
      fix: { title: 'Copy tags to snapshots', value: true },
    },
  ),
  switchedOff(
    {
      id: 'neptune-public',
      service: 'neptune',
      title: 'Graph reachable from the internet',
      why: 'A public address puts only a security group, or for an analytics graph only IAM, between the data and the internet.',
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'neptune#public-access',
      types: ['AWS::Neptune::DBInstance'],
    },
    {
      path: 'PubliclyAccessible',
      message: () => 'PubliclyAccessible is on: the endpoint has a public address. Keep it in private subnets and come in through the application or a VPN.',
    },
  ),
  switchedOff(
    {
      id: 'neptune-analytics-public',
      service: 'neptune',
      title: 'Analytics graph with a public endpoint',
      why: 'Only IAM stands between the data and the internet.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'neptune#graph-public',
      types: ['AWS::NeptuneGraph::Graph'],
    },
    {
      path: 'PublicConnectivity',
      message: () => 'PublicConnectivity is on: the graph is reached over the internet with IAM credentials alone. Use a private graph endpoint in your VPC.',
    },
  ),
  demand(
    {
      id: 'neptune-default-port',
      service: 'neptune',
      title: 'Cluster on the well-known port',
      why: 'Scanners look at the well-known ports first; another port keeps their noise away, though it replaces no security group.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'neptune#port',
      types: cluster,
    },
    {
      path: 'DBPort',
      is: noneOf(8182),
      whenAbsent: false,
      when: (resource) => !propertyAt(resource, 'Port'),
      message: (how) => `DBPort ${how === 'is 8182' ? how : 'is not changed from 8182'}, the port that everybody knows for Neptune.`,
    },
  ),
  loneMember(
    {
      id: 'neptune-one-instance',
      service: 'neptune',
      title: 'Cluster with one instance',
      why: 'Without a reader to promote, a new instance has to be built when the only one fails.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'neptune#storage',
      types: cluster,
    },
    'AWS::Neptune::DBInstance',
    'Only one instance belongs to this cluster, so no reader can take over when it fails. Add one in another zone.',
  ),
];
