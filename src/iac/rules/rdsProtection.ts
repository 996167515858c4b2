import { always, isAbsent, propertyAt, type Resource, type Value } from '../model';
import { all, engineParameter, noneOf, parameterReports, usualNames } from './databaseParts';
import { demand, itemsAt, placesAt, placesIn, required, surely, switchedOn } from './demands';
import {
  isAurora,
  isCluster,
  isMultiAzCluster,
  isNewCluster,
  isOutsideCluster,
  isServerlessV1,
  mayTakeIamTokens,
  outsideClusterOrCluster,
  standsAlone,
} from './rdsShapes';
import type { Rule } from './rule';

const database = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'];
const anywhere = /^(?:0\.0\.0\.0\/0|::\/0)$/;

function isEncrypted(resource: Resource): boolean {
  return surely(resource, 'StorageEncrypted', (known) => known === true || String(known).toLowerCase() === 'true');
}

function isAnywhere(value: Value | undefined): value is Value {
  return always(value, (known) => anywhere.test(String(known)));
}

export const rdsProtectionRules: readonly Rule[] = [
  switchedOn(
    {
      id: 'rds-deletion-protection-off',
      service: 'rds',
      title: 'Database without deletion protection',
      why: 'One wrong click or one stack removed deletes the database; protection makes that two deliberate steps.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
      fact: 'rds#deletion-protection',
      types: [...database, 'AWS::RDS::GlobalCluster'],
    },
    {
      path: 'DeletionProtection',
      when: (resource) => resource.type !== 'AWS::RDS::DBInstance' || isOutsideCluster(resource),
      message: (how) => `DeletionProtection ${how}: whoever may delete the database can do so in one step.`,
      fix: { title: 'Protect the database from deletion', value: true },
    },
  ),
  required(
    {
      id: 'rds-no-own-key',
      service: 'rds',
      title: 'Database encrypted without a key of your own',
      why: 'The policy of the AWS managed key cannot be changed, so snapshots under it cannot be shared and access to it cannot be narrowed.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'rds#kms-key',
      types: database,
    },
    {
      paths: ['KmsKeyId'],
      when: (resource) => isEncrypted(resource) && (standsAlone(resource) || isNewCluster(resource)),
      message: 'The storage is encrypted with a key that AWS manages. Name a key of your own in KmsKeyId to govern and share it.',
    },
  ),
  demand(
    {
      id: 'aurora-encryption-unwritten',
      service: 'rds',
      title: 'Aurora cluster whose encryption is not written down',
      why: 'Clusters made before February 2026 stay as they were made, and an AWS owned key can neither be audited nor withdrawn.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'rds#aurora-encrypted',
      types: ['AWS::RDS::DBCluster', 'AWS::RDS::GlobalCluster'],
    },
    {
      path: 'StorageEncrypted',
      is: noneOf('false'),
      whenAbsent: false,
      when: (resource) => (isNewCluster(resource) && !isMultiAzCluster(resource)) || (!isCluster(resource) && isAbsent(resource, 'SourceDBClusterIdentifier')),
      message: (how) =>
        `StorageEncrypted ${how}. Aurora encrypts clusters made since 18 February 2026 all the same, with a key that AWS owns; an older one is in the clear.`,
    },
  ),
  switchedOn(
    {
      id: 'rds-iam-auth-off',
      service: 'rds',
      title: 'Database without IAM authentication',
      why: 'Passwords live long and get copied; a token of IAM lives for 15 minutes and is governed by policies.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3'],
      fact: 'rds#iam-auth',
      types: database,
    },
    {
      path: 'EnableIAMDatabaseAuthentication',
      when: (resource) =>
        mayTakeIamTokens(resource) && (isOutsideCluster(resource) || (isCluster(resource) && !isMultiAzCluster(resource) && !isServerlessV1(resource))),
      message: (how) => `EnableIAMDatabaseAuthentication ${how}: nobody can log in with a short-lived token of IAM, which MySQL, MariaDB and PostgreSQL take.`,
    },
  ),
  demand(
    {
      id: 'rds-default-user',
      service: 'rds',
      title: 'Usual name for the master user',
      why: 'An attacker who guesses the name has only the password left to guess.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'rds#master-username',
      types: database,
    },
    {
      path: 'MasterUsername',
      is: usualNames,
      whenAbsent: true,
      message: (how) => `MasterUsername ${how}, a name that everybody tries first. It can only be chosen at creation.`,
    },
  ),
  demand(
    {
      id: 'rds-default-port',
      service: 'rds',
      title: 'Database on a well-known port',
      why: 'Scanners look at the well-known ports first; another port keeps their noise away, though it replaces no security group.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'rds#default-port',
      types: database,
    },
    {
      path: 'Port',
      is: noneOf(3306, 5432, 1433, 1521, 50000),
      whenAbsent: false,
      when: outsideClusterOrCluster,
      message: (how) =>
        how === 'is not set'
          ? 'Port is not set, so the database listens on the well-known port of its engine.'
          : `Port ${how}, which scanners try first for a database.`,
    },
  ),
  {
    id: 'rds-tls-optional',
    service: 'rds',
    title: 'Parameter group that lets clients in without TLS',
    why: 'Without TLS passwords and rows cross the network as they are.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'rds#force-tls',
    types: ['AWS::RDS::DBParameterGroup', 'AWS::RDS::DBClusterParameterGroup'],
    check: (resource) =>
      ['rds.force_ssl', 'require_secure_transport'].flatMap(
        (name) =>
          parameterReports(
            engineParameter(resource, name),
            noneOf(0, 'off', 'false'),
            true,
            `${name} is off, so the database accepts connections without TLS.`,
          ) ?? [],
      ),
  },
  switchedOn(
    {
      id: 'rds-proxy-tls-optional',
      service: 'rds',
      title: 'Proxy that lets clients in without TLS',
      why: 'What an application sends to the proxy crosses the network as it is.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'rds#proxy-tls',
      types: ['AWS::RDS::DBProxy'],
    },
    { path: 'RequireTLS', message: (how) => `RequireTLS ${how}: the proxy takes connections without TLS.` },
  ),
  {
    id: 'rds-classic-security-group',
    service: 'rds',
    title: 'DB security group of EC2-Classic',
    why: 'EC2-Classic is gone; in a VPC the groups of EC2 guard a database.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'rds#db-security-group',
    types: ['AWS::RDS::DBSecurityGroup', 'AWS::RDS::DBSecurityGroupIngress', 'AWS::RDS::DBInstance'],
    check: (resource) => {
      const message = 'DB security groups belong to EC2-Classic, which is retired. Guard the database with groups of EC2 in VPCSecurityGroups.';
      if (resource.type !== 'AWS::RDS::DBInstance') return [{ span: resource.typeSpan, message }];
      const groups = propertyAt(resource, 'DBSecurityGroups');
      return groups?.value.kind === 'list' && groups.value.items.length > 0 ? [{ span: groups.nameSpan, message }] : undefined;
    },
  },
  {
    id: 'rds-security-group-open',
    service: 'rds',
    title: 'DB security group open to the internet',
    why: 'Anybody can reach the database and try passwords.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'rds#db-security-group-ranges',
    types: ['AWS::RDS::DBSecurityGroup', 'AWS::RDS::DBSecurityGroupIngress'],
    check: (resource) => {
      const places =
        resource.type === 'AWS::RDS::DBSecurityGroup'
          ? itemsAt(resource, 'DBSecurityGroupIngress').flatMap((rule) => placesIn(rule, 'CIDRIP', rule))
          : placesAt(resource, 'CIDRIP');
      return places.flatMap(({ value, span }) =>
        isAnywhere(value)
          ? [{ span, message: 'This lets every address of the internet reach the database. Name the security group or the range of the application.' }]
          : [],
      );
    },
  },
  {
    id: 'rds-same-region-recovery',
    service: 'rds',
    title: 'Replica for disaster recovery in the Region of its source',
    why: 'A replica beside its source is lost with the same Region.',
    severity: 'information',
    tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
    fact: 'rds#replica-cross-region',
    types: ['AWS::RDS::DBInstance'],
    check: (resource, context) => {
      const source = propertyAt(resource, 'SourceDBInstanceIdentifier');
      if (source?.value.kind !== 'reference' || context.resource(source.value.target)?.type !== 'AWS::RDS::DBInstance' || !isForDisaster(resource))
        return undefined;
      return [
        {
          span: source.nameSpan,
          message: 'By its name this replica is for disaster recovery, yet it stands in the same Region as its source, and is lost with it.',
        },
      ];
    },
  },
  demand(
    {
      id: 'aurora-backtrack-off',
      service: 'rds',
      title: 'Aurora MySQL cluster without backtracking',
      why: 'A bad statement is undone in minutes by rewinding the cluster; without it a restore builds a new one.',
      severity: 'hint',
      tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
      fact: 'rds#backtrack',
      types: ['AWS::RDS::DBCluster'],
    },
    {
      path: 'BacktrackWindow',
      is: noneOf(0),
      whenAbsent: false,
      when: all(isAurora, (resource) => surely(resource, 'Engine', (engine) => engine === 'aurora-mysql' || engine === 'aurora'), hasNoScalingOrGlobal),
      message: (how) => `BacktrackWindow ${how}: the cluster cannot be rewound after a mistake, only restored into a new one.`,
    },
  ),
];

function hasNoScalingOrGlobal(resource: Resource): boolean {
  return (
    ['GlobalClusterIdentifier', 'ServerlessV2ScalingConfiguration', 'ScalingConfiguration'].every((name) => isAbsent(resource, name)) &&
    !isServerlessV1(resource)
  );
}

/** Its name says so: `orders-dr`, `OrdersDR`, `DisasterRecovery`. */
function isForDisaster(resource: Resource): boolean {
  const name = propertyAt(resource, 'DBInstanceIdentifier')?.value;
  return [resource.id, name?.kind === 'known' ? String(name.value) : ''].some(
    (text) => /disaster|(?:^|[-_])dr(?:[-_]|$)/i.test(text) || /(?:^|[a-z0-9])D[Rr](?=[A-Z]|$)/.test(text),
  );
}
