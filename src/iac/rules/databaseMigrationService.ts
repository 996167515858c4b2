import { isAbsent, knownAt, propertyAt } from '../model';
import { noneOf } from './databaseParts';
import { demand, placesAt, required, surely, switchedOff, switchedOn, wrongPlaces } from './demands';
import type { Rule } from './rule';

const instance = ['AWS::DMS::ReplicationInstance'];
/** Engines whose endpoints have modes of SSL; the others are reached by HTTPS in any case, or set TLS elsewhere. */
const withSslMode =
  /^(?:mysql|oracle|postgres|mariadb|aurora|aurora-postgresql|db2|db2-zos|azuredb|azure-sql-managed-instance|sybase|mongodb|docdb|sqlserver)$/;

/** What settings in JSON say of logs: `undefined` where they cannot be read. */
function logsAreOn(settings: string): boolean | undefined {
  try {
    const parsed: unknown = JSON.parse(settings);
    const logging = typeof parsed === 'object' && parsed !== null && 'Logging' in parsed ? parsed.Logging : undefined;
    return typeof logging === 'object' && logging !== null && 'EnableLogging' in logging && logging.EnableLogging === true;
  } catch {
    return undefined;
  }
}

export const databaseMigrationServiceRules: readonly Rule[] = [
  switchedOff(
    {
      id: 'dms-public',
      service: 'database-migration-service',
      title: 'Replication instance with a public address',
      why: 'The machine that reads all your data stands in the internet, unless the template says otherwise.',
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'database-migration-service#instance-public',
      types: instance,
    },
    {
      path: 'PubliclyAccessible',
      onByDefault: true,
      message: (how) =>
        `PubliclyAccessible ${how}${how === 'is not set' ? ', and true is the default' : ''}: the replication instance has a public address. Set it to false and use the VPC, a VPN or Direct Connect.`,
    },
  ),
  switchedOn(
    {
      id: 'dms-minor-upgrades-off',
      service: 'database-migration-service',
      title: 'Minor versions not installed by themselves',
      why: 'Minor versions carry fixes of the engine; without them somebody has to remember.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'database-migration-service#minor-upgrades',
      types: instance,
    },
    {
      path: 'AutoMinorVersionUpgrade',
      onByDefault: true,
      message: (how) => `AutoMinorVersionUpgrade ${how}: fixes of the engine wait for somebody to install them.`,
      fix: { title: 'Install minor versions in the maintenance window', value: true },
    },
  ),
  required(
    {
      id: 'dms-no-own-key',
      service: 'database-migration-service',
      title: 'Replication instance without a key of your own',
      why: "What is cached on its way lies under the account's default key, whose policy cannot be changed.",
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'database-migration-service#encryption',
      types: instance,
    },
    { paths: ['KmsKeyId'], message: 'The storage is encrypted with the default key for DMS. Name a key of your own in KmsKeyId to govern who may use it.' },
  ),
  switchedOn(
    {
      id: 'dms-single-az',
      service: 'database-migration-service',
      title: 'Replication in one Availability Zone',
      why: 'The loss of the zone stops a replication that may have run for weeks.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'database-migration-service#instance-multi-az',
      types: instance,
    },
    { path: 'MultiAZ', message: (how) => `MultiAZ ${how}: no standby goes on with the replication when the instance or its zone fails.` },
  ),
  demand(
    {
      id: 'dms-endpoint-tls-off',
      service: 'database-migration-service',
      title: 'Endpoint without TLS',
      why: 'All rows of the migration cross the network as they are, and so does the password.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'database-migration-service#endpoint-tls',
      types: ['AWS::DMS::Endpoint'],
    },
    {
      path: 'SslMode',
      is: noneOf('none'),
      whenAbsent: false,
      when: (resource) => surely(resource, 'EngineName', (name) => withSslMode.test(String(name))),
      message: (how) =>
        `SslMode ${how}${how === 'is not set' ? ', which is none' : ''}: data and password travel in the clear. Use require, verify-ca or verify-full.`,
    },
  ),
  {
    id: 'dms-task-logs-off',
    service: 'database-migration-service',
    title: 'Replication task without logs',
    why: 'Without logs nobody sees why a table stopped or rows were left out.',
    severity: 'hint',
    tasks: ['sap-c02/3.1', 'sap-c02/4.2'],
    fact: 'database-migration-service#task-logs',
    types: ['AWS::DMS::ReplicationTask'],
    check: (resource) => {
      const settings = knownAt(resource, 'ReplicationTaskSettings');
      const off = settings ? logsAreOn(String(settings.value)) === false : isAbsent(resource, 'ReplicationTaskSettings');
      return off
        ? [
            {
              span: propertyAt(resource, 'ReplicationTaskSettings')?.nameSpan ?? resource.typeSpan,
              message: 'EnableLogging is not on in ReplicationTaskSettings, so the task leaves no log of what failed.',
            },
          ]
        : undefined;
    },
  },
  {
    id: 'dms-redis-plaintext',
    service: 'database-migration-service',
    title: 'Redis endpoint in plain text',
    why: 'All values of the migration cross the network as they are.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'database-migration-service#endpoint-tls',
    types: ['AWS::DMS::Endpoint'],
    check: (resource) =>
      wrongPlaces(placesAt(resource, 'RedisSettings.SslSecurityProtocol'), noneOf('plaintext'), true).map(({ span }) => ({
        span,
        message: 'SslSecurityProtocol is plaintext: values travel in the clear. ssl-encryption is the default.',
      })),
  },
];
