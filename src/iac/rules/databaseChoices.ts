import { isAbsent, numberOf, propertyAt, propertyOf, type Resource } from '../model';
import { itemsAt, single, spanOf, surely, textAt } from './demands';
import type { Report, Rule } from './rule';

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const minutesOfDay = 24 * 60;

/** Start and end of `hh:mm-hh:mm` in minutes of a day; the end lies behind the start. */
function dailyWindow(text: string | undefined): readonly [number, number] | undefined {
  const match = /^(\d\d?):(\d\d)-(\d\d?):(\d\d)$/.exec(text?.trim() ?? '');
  if (!match) return undefined;
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = match.slice(1).map(Number);
  const [start, end] = [h1 * 60 + m1, h2 * 60 + m2];
  return [start, end > start ? end : end + minutesOfDay];
}

/** Start and end of `ddd:hh:mm-ddd:hh:mm` in minutes of a week. */
function weeklyWindow(text: string | undefined): readonly [number, number] | undefined {
  const match = /^(\w{3}):(\d\d?:\d\d)-(\w{3}):(\d\d?:\d\d)$/.exec(text?.trim().toLowerCase() ?? '');
  if (!match) return undefined;
  const [, from = '', start = '', to = '', end = ''] = match;
  const minutes = (day: string, time: string): number => days.indexOf(day) * minutesOfDay + Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);
  if (!days.includes(from) || !days.includes(to)) return undefined;
  const [first, last] = [minutes(from, start), minutes(to, end)];
  return [first, last > first ? last : last + 7 * minutesOfDay];
}

function clash(backup: readonly [number, number], maintenance: readonly [number, number]): boolean {
  return Array.from({ length: 16 }, (_, day) => (day - 1) * minutesOfDay).some((at) => backup[0] + at < maintenance[1] && maintenance[0] < backup[1] + at);
}

const oldCacheNode = /^cache\.(?:t1|m1|m2|m3|c1|r3)\./;

function capacity(resource: Resource, path: string): number | undefined {
  return numberOf(propertyAt(resource, path)?.value);
}

export const databaseChoiceRules: readonly Rule[] = [
  single(
    {
      id: 'rds-windows-overlap',
      service: 'rds',
      title: 'Backup window inside the maintenance window',
      why: 'RDS refuses windows that overlap.',
      severity: 'warning',
      tasks: ['saa-c03/2.2', 'sap-2014/1.2'],
      fact: 'rds#backup-window',
      types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
    },
    (resource) => {
      const value = propertyAt(resource, 'PreferredBackupWindow')?.value;
      const backup = dailyWindow(textAt(resource, 'PreferredBackupWindow'));
      const maintenance = weeklyWindow(textAt(resource, 'PreferredMaintenanceWindow'));
      if (!value || !backup || !maintenance || !clash(backup, maintenance)) return undefined;
      return {
        span: spanOf(value),
        message: `The daily backup window meets the maintenance window ${textAt(resource, 'PreferredMaintenanceWindow') ?? ''}. Move one of them.`,
      };
    },
  ),
  single(
    {
      id: 'rds-storage-ceiling',
      service: 'rds',
      title: 'Storage autoscaling without room',
      why: 'Storage grows by itself only up to MaxAllocatedStorage, which must lie above what is allocated.',
      severity: 'information',
      tasks: ['saa-c03/3.3', 'saa-c03/4.3'],
      fact: 'rds#storage-autoscaling',
      types: ['AWS::RDS::DBInstance'],
    },
    (resource) => {
      const value = propertyAt(resource, 'MaxAllocatedStorage')?.value;
      const [most, now] = [numberOf(value), capacity(resource, 'AllocatedStorage')];
      if (!value || most === undefined || now === undefined || most > now) return undefined;
      return {
        span: spanOf(value),
        message: `${most} GiB is not above the ${now} GiB allocated, so the storage never grows. AWS asks for at least a tenth more.`,
      };
    },
  ),
  single(
    {
      id: 'elasticache-previous-generation',
      service: 'elasticache',
      title: 'Cache node of a previous generation',
      why: 'Current node types do the same work for less.',
      severity: 'hint',
      tasks: ['saa-c03/4.3', 'sap-c02/3.5'],
      fact: 'elasticache#billing-nodes',
      types: ['AWS::ElastiCache::CacheCluster', 'AWS::ElastiCache::ReplicationGroup'],
    },
    (resource) => {
      const value = propertyAt(resource, 'CacheNodeType')?.value;
      if (!value || !surely(resource, 'CacheNodeType', (known) => oldCacheNode.test(String(known)))) return undefined;
      return { span: spanOf(value), message: 'This node type belongs to a previous generation; current Graviton types give more for the money.' };
    },
  ),
  single(
    {
      id: 'elasticache-memcached-snapshots',
      service: 'elasticache',
      title: 'Snapshots of a Memcached cluster',
      why: 'A Memcached cluster of nodes cannot be backed up; Valkey, Redis OSS and serverless caches can.',
      severity: 'warning',
      tasks: ['saa-c03/3.3', 'sap-c02/2.2'],
      fact: 'elasticache#memcached-no-snapshots',
      types: ['AWS::ElastiCache::CacheCluster'],
    },
    (resource) => {
      const property = ['SnapshotRetentionLimit', 'SnapshotWindow', 'SnapshotName', 'SnapshotArns']
        .map((name) => propertyAt(resource, name))
        .find((found) => found !== undefined);
      if (property?.value.kind !== 'known' || Number(property.value.value) === 0 || !surely(resource, 'Engine', (engine) => engine === 'memcached'))
        return undefined;
      return { span: property.nameSpan, message: 'Memcached has no snapshots. For a cache that survives choose Valkey, or a serverless cache.' };
    },
  ),
  single(
    {
      id: 'redshift-old-node-type',
      service: 'redshift',
      title: 'Node type with storage of its own',
      why: 'RA3 and RG nodes keep data in managed storage, so compute and storage grow apart; DS and DC nodes belong to the past.',
      severity: 'information',
      tasks: ['saa-c03/3.3', 'saa-c03/4.3', 'sap-c02/3.5'],
      fact: 'redshift#node-types',
      types: ['AWS::Redshift::Cluster'],
    },
    (resource) => {
      const value = propertyAt(resource, 'NodeType')?.value;
      if (!value || !surely(resource, 'NodeType', (known) => /^(?:dw|ds|dc)\d\./.test(String(known)))) return undefined;
      return { span: spanOf(value), message: 'This node type ties storage to compute. RA3 or RG nodes, or Redshift Serverless, replace it.' };
    },
  ),
  {
    id: 'dynamodb-index-starves-table',
    service: 'dynamodb',
    title: 'Global index with less write capacity than its table',
    why: 'A write needs capacity in the table and in each index that it touches; a starved index throttles the table.',
    severity: 'information',
    tasks: ['saa-c03/3.3', 'sap-c02/2.5', 'sap-2014/5.2'],
    fact: 'dynamodb#gsi-throttle',
    types: ['AWS::DynamoDB::Table'],
    check: (resource, context) => {
      const own = capacity(resource, 'ProvisionedThroughput.WriteCapacityUnits');
      const provisioned = isAbsent(resource, 'BillingMode') || surely(resource, 'BillingMode', (mode) => mode === 'PROVISIONED');
      const scaled = context
        .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
        .some((target) => !surely(target, 'ServiceNamespace', (name) => name !== 'dynamodb'));
      if (own === undefined || !provisioned || scaled) return undefined;
      return itemsAt(resource, 'GlobalSecondaryIndexes').flatMap((index): Report[] => {
        const value = propertyOf(propertyOf(index, 'ProvisionedThroughput')?.value, 'WriteCapacityUnits')?.value;
        const theirs = numberOf(value);
        if (!value || theirs === undefined || theirs >= own) return [];
        return [
          {
            span: spanOf(value),
            message: `The table takes ${own} writes a second, this index ${theirs}: when it is full, writes to the table are throttled. Sparse indexes may have less.`,
          },
        ];
      });
    },
  },
];
