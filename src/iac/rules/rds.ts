import { always, isAbsent, isFalse, isTrue, knownAt, propertyAt, propertyOf, type Resource } from '../model';
import { atLeast } from './databaseParts';
import { demand } from './demands';
import { isMultiAzCluster, isNewCluster, standsAlone } from './rdsShapes';
import { written, type Report, type Rule } from './rule';

const instance = ['AWS::RDS::DBInstance'];
const database = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'];

/** Reports a boolean that is false by the text, or that nothing sets and CloudFormation takes as false. */
function offOrAbsent(resource: Resource, path: string, message: (how: string) => string): Report[] | undefined {
  const property = propertyAt(resource, path);
  if (property && always(property.value, isFalse)) {
    const preset = property.value.kind === 'known' && property.value.parameter !== undefined;
    return [{ span: property.value, message: message(preset ? 'is off by default' : 'is off') }];
  }
  return isAbsent(resource, path) ? [{ span: property?.nameSpan ?? resource.typeSpan, message: message('is not set, so it is off') }] : undefined;
}

export const rdsRules: readonly Rule[] = [
  {
    id: 'rds-single-az',
    service: 'rds',
    title: 'Database in one Availability Zone',
    why: 'Without Multi-AZ the loss of a zone takes the database down until it is restored from a backup.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.1'],
    fact: 'rds#multi-az',
    types: instance,
    check: (resource) =>
      standsAlone(resource)
        ? offOrAbsent(
            resource,
            'MultiAZ',
            (how) =>
              `MultiAZ ${how}: no standby takes over when the instance or its zone fails. A read replica is no substitute; it does not fail over by itself.`,
          )
        : undefined,
  },
  {
    id: 'rds-public',
    service: 'rds',
    title: 'Database reachable from the internet',
    why: 'A public address puts only a security group between the database and the internet.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'rds#publicly-accessible',
    types: database,
    check: (resource, { template }) => {
      const value = propertyAt(resource, 'PubliclyAccessible')?.value;
      if (!always(value, isTrue)) return undefined;
      const literal = value.kind === 'known' && value.parameter === undefined;
      return [
        {
          span: value,
          message: 'This gives the database a public address. Keep it in private subnets and come in through the application, a bastion or Session Manager.',
          ...(literal ? { fix: { title: 'Take the public address away', span: value, text: written(false, template.language) } } : {}),
        },
      ];
    },
  },
  {
    id: 'rds-unencrypted',
    service: 'rds',
    title: 'Database storage not encrypted',
    why: 'Encryption at rest is chosen at creation; later it takes a snapshot copy and a restore.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3', 'sap-2014/6.4'],
    fact: 'rds#storage-encrypted',
    types: database,
    check: (resource) =>
      standsAlone(resource) || (isNewCluster(resource) && isMultiAzCluster(resource))
        ? offOrAbsent(
            resource,
            'StorageEncrypted',
            (how) =>
              `StorageEncrypted ${how}. It can only be chosen when the database is created; later it takes an encrypted copy of a snapshot and a restore.`,
          )
        : undefined,
  },
  {
    id: 'rds-backups-off',
    service: 'rds',
    title: 'Automated backups switched off',
    why: 'With a retention of 0 there are no automated backups, no point-in-time recovery and no read replicas.',
    severity: 'warning',
    tasks: ['sap-c02/2.2', 'saa-c03/2.2', 'sap-2014/1.2'],
    fact: 'rds#backup-zero',
    types: instance,
    check: (resource) => {
      const value = propertyAt(resource, 'BackupRetentionPeriod')?.value;
      if (!always(value, (days) => days === 0 || days === '0')) return undefined;
      return [{ span: value, message: 'A retention of 0 turns automated backups off, and with them point-in-time recovery and read replicas.' }];
    },
  },
  {
    id: 'rds-magnetic',
    service: 'rds',
    title: 'Magnetic database storage',
    why: 'Magnetic storage has been withdrawn from RDS; gp3 replaces it.',
    severity: 'warning',
    tasks: ['saa-c03/3.3', 'saa-c03/4.3'],
    fact: 'rds#magnetic',
    types: instance,
    check: (resource, { template }) => {
      const value = propertyAt(resource, 'StorageType')?.value;
      if (!always(value, (type) => type === 'standard')) return undefined;
      const literal = template.kind === 'cloudformation' && value.kind === 'known' && value.parameter === undefined;
      return [
        {
          span: value,
          message: 'Magnetic storage is withdrawn. Use gp3.',
          ...(literal ? { fix: { title: 'Use gp3', span: value, text: written('gp3', template.language) } } : {}),
        },
      ];
    },
  },
  {
    id: 'rds-plain-password',
    service: 'rds',
    title: 'Database password in the template',
    why: 'Whoever reads the template, its history or the stack reads the password.',
    severity: 'warning',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'rds#master-password',
    types: database,
    check: (resource) => {
      const value = knownAt(resource, 'MasterUserPassword');
      if (typeof value?.value !== 'string' || value.value === '' || value.value.includes('{{resolve:')) return undefined;
      const where = value.parameter === undefined ? 'The password stands in the template' : 'The password stands in the template as a default';
      return [{ span: value, message: `${where}. Let RDS keep it in Secrets Manager with ManageMasterUserPassword, or resolve it from there.` }];
    },
  },
  {
    id: 'rds-deletion-policy',
    service: 'rds',
    title: 'Database deleted with its stack',
    why: 'Delete drops the data without a last snapshot.',
    severity: 'information',
    tasks: ['sap-c02/2.1', 'sap-c02/2.2'],
    fact: 'rds#deletion-policy',
    types: database,
    check: (resource) => {
      const policy = propertyOf(resource.attributes, 'DeletionPolicy')?.value;
      if (!always(policy, (value) => value === 'Delete')) return undefined;
      // The data of a cluster's instance, or of a replica, is kept elsewhere.
      const owns = resource.type === 'AWS::RDS::DBCluster' || ['DBClusterIdentifier', 'SourceDBInstanceIdentifier'].every((name) => isAbsent(resource, name));
      if (!owns) return undefined;
      return [
        {
          span: policy,
          message: 'Deleting the stack deletes this database without a last snapshot. Snapshot is the default here; Retain keeps the database itself.',
        },
      ];
    },
  },
  demand(
    {
      id: 'rds-backup-retention-short',
      service: 'rds',
      title: 'Backups kept for less than a week',
      why: 'A mistake noticed after a long weekend is older than the oldest backup.',
      severity: 'hint',
      tasks: ['sap-c02/2.2', 'sap-2014/1.2'],
      fact: 'rds#backup-retention',
      types: database,
    },
    {
      path: 'BackupRetentionPeriod',
      // A retention of 0 is reported by rds-backups-off.
      is: (days) => Number(days) === 0 || atLeast(7)(days),
      whenAbsent: false,
      when: (resource) => standsAlone(resource) || isNewCluster(resource),
      message: (how) =>
        `BackupRetentionPeriod ${how}${how === 'is not set' ? ', so backups are kept for one day' : ''}. Keep at least 7 days; the range goes up to 35.`,
    },
  ),
];
