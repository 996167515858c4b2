import { isAbsent, type Resource } from '../model';
import { atLeast, engineParameter, loneMember, noneOf, parameterReports, without } from './databaseParts';
import { demand, required, surely, switchedOn } from './demands';
import type { Rule } from './rule';

const cluster = ['AWS::DocDB::DBCluster'];
const parameters = ['AWS::DocDB::DBClusterParameterGroup'];
/** A cluster that starts empty: what is restored or joins others takes over their encryption. */
const isNew = without('SnapshotIdentifier', 'SourceDBClusterIdentifier', 'GlobalClusterIdentifier');

function isEncrypted(resource: Resource): boolean {
  if (resource.type === 'AWS::DocDBElastic::Cluster') return true;
  return surely(resource, 'StorageEncrypted', (known) => String(known).toLowerCase() === 'true') && isAbsent(resource, 'SnapshotIdentifier');
}

export const documentdbRules: readonly Rule[] = [
  switchedOn(
    {
      id: 'documentdb-unencrypted',
      service: 'documentdb',
      title: 'Cluster storage not encrypted',
      why: 'Encryption at rest is decided when the cluster is created; later it takes a snapshot and a new cluster.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'documentdb#encryption',
      types: cluster,
    },
    {
      path: 'StorageEncrypted',
      when: isNew,
      message: (how) => `StorageEncrypted ${how}, so the data lies unencrypted on its storage. It can only be chosen when the cluster is created.`,
    },
  ),
  required(
    {
      id: 'documentdb-no-own-key',
      service: 'documentdb',
      title: 'Cluster encrypted without a key of your own',
      why: 'The policy of the AWS managed key cannot be changed, so snapshots under it cannot be shared and access to it cannot be narrowed.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'documentdb#encryption',
      types: [...cluster, 'AWS::DocDBElastic::Cluster'],
    },
    {
      paths: ['KmsKeyId'],
      when: isEncrypted,
      message: "The cluster is encrypted with the account's default key. Name a key of your own in KmsKeyId to govern and share it.",
    },
  ),
  switchedOn(
    {
      id: 'documentdb-deletion-protection-off',
      service: 'documentdb',
      title: 'Cluster without deletion protection',
      why: 'One wrong click or one stack removed deletes the cluster; protection makes that two deliberate steps.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
      fact: 'documentdb#deletion-protection',
      types: [...cluster, 'AWS::DocDB::GlobalCluster'],
    },
    {
      path: 'DeletionProtection',
      message: (how) => `DeletionProtection ${how}: whoever may delete the cluster can do so in one step.`,
      fix: { title: 'Protect the cluster from deletion', value: true },
    },
  ),
  demand(
    {
      id: 'documentdb-backup-retention-short',
      service: 'documentdb',
      title: 'Backups kept for less than a week',
      why: 'A mistake noticed after a long weekend is older than the oldest backup.',
      severity: 'hint',
      tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
      fact: 'documentdb#backup',
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
  required(
    {
      id: 'documentdb-log-exports-off',
      service: 'documentdb',
      title: 'Neither audit nor profiler log in CloudWatch',
      why: 'Nobody can tell afterwards who did what in the database, or which operation was slow.',
      severity: 'hint',
      tasks: ['sap-c02/3.1', 'saa-c03/1.3'],
      fact: 'documentdb#log-exports',
      types: cluster,
    },
    {
      paths: ['EnableCloudwatchLogsExports'],
      message: 'No log of the cluster goes to CloudWatch Logs. Export audit and profiler, and switch them on in the parameter group.',
    },
  ),
  {
    id: 'documentdb-audit-off',
    service: 'documentdb',
    title: 'Parameter group without auditing',
    why: 'audit_logs is off by default, and an export of audit logs stays empty without it.',
    severity: 'hint',
    tasks: ['sap-c02/3.2', 'saa-c03/1.3'],
    fact: 'documentdb#audit-parameter',
    types: parameters,
    check: (resource) => {
      const place = engineParameter(resource, 'audit_logs');
      return parameterReports(
        place,
        noneOf('disabled', 'none'),
        false,
        `audit_logs is ${place.value ? 'off' : 'not set, which is off'}: nothing records who did what in the database.`,
      );
    },
  },
  {
    id: 'documentdb-tls-off',
    service: 'documentdb',
    title: 'Parameter group that switches TLS off',
    why: 'Without TLS passwords and documents cross the network as they are.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'documentdb#audit-parameter',
    types: parameters,
    check: (resource) =>
      parameterReports(
        engineParameter(resource, 'tls'),
        noneOf('disabled'),
        true,
        'tls is disabled, so clients connect in the clear. It is enabled by default; leave it so.',
      ),
  },
  demand(
    {
      id: 'documentdb-default-port',
      service: 'documentdb',
      title: 'Cluster on the well-known port',
      why: 'Scanners look at the well-known ports first; another port keeps their noise away, though it replaces no security group.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'documentdb#port',
      types: cluster,
    },
    {
      path: 'Port',
      is: noneOf(27017),
      whenAbsent: false,
      message: (how) => `Port ${how === 'is 27017' ? how : 'is not changed from 27017'}, the first that scanners try for MongoDB.`,
    },
  ),
  loneMember(
    {
      id: 'documentdb-one-instance',
      service: 'documentdb',
      title: 'Cluster with one instance',
      why: 'Without a replica to promote, a new instance has to be built when the only one fails.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'documentdb#replicas',
      types: cluster,
    },
    'AWS::DocDB::DBInstance',
    'Only one instance belongs to this cluster, so no replica can take over when it fails. Add one in another zone.',
  ),
];
