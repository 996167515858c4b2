import { always, isAbsent, knownAt, propertyAt, type Resource } from '../model';
import { noneOf } from './databaseParts';
import { demand, passes, placesAt, required, surely, surelyUnset, switchedOn } from './demands';
import { isCluster, isMultiAzCluster, isNewCluster, isOutsideCluster, outsideClusterOrCluster, standsAlone } from './rdsShapes';
import { referredAt } from './references';
import type { Rule, RuleContext } from './rule';

const instance = ['AWS::RDS::DBInstance'];
const database = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'];

/** Generations that RDS counts as previous ones. */
const oldClass = /^db\.(?:t1|t2|m1|m2|m3|m4|cr1|r3|r4)\./;

/** Major versions past RDS's standard support: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support-versions.html */
const pastSupport: readonly (readonly [engine: RegExp, version: RegExp])[] = [
  [/^mysql$/, /^(?:5\.[1-7]|8\.0)(?:\.|$)/],
  [/^postgres$/, /^(?:9|1[0-3])(?:\.|$)/],
  [/^aurora$/, /^5\.6/],
  [/^aurora-mysql$/, /^5\.[67]/],
  [/^aurora-postgresql$/, /^(?:9|1[0-3])(?:\.|$)/],
];

/** True where an instance for certain gets a setting from no cluster: it is in none, or in one of this document that does not have it. */
function clusterLacks(resource: Resource, names: readonly string[], context: RuleContext): boolean {
  if (isOutsideCluster(resource)) return true;
  const cluster = referredAt(resource, 'DBClusterIdentifier', context);
  return cluster?.type === 'AWS::RDS::DBCluster' && names.every((name) => surelyUnset(cluster, name));
}

export const rdsOperationsRules: readonly Rule[] = [
  switchedOn(
    {
      id: 'rds-minor-upgrades-off',
      service: 'rds',
      title: 'Minor versions not installed by themselves',
      why: 'Minor versions carry the security fixes of the engine; without them somebody has to remember.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'rds#auto-minor-upgrade',
      types: database,
    },
    {
      path: 'AutoMinorVersionUpgrade',
      onByDefault: true,
      message: (how) => `AutoMinorVersionUpgrade ${how}: security fixes of the engine wait for somebody to install them.`,
      fix: { title: 'Install minor versions in the maintenance window', value: true },
    },
  ),
  switchedOn(
    {
      id: 'rds-copy-tags-off',
      service: 'rds',
      title: 'Tags not copied to snapshots',
      why: 'Costs, owners and access rules by tag end at the snapshot.',
      severity: 'hint',
      tasks: ['sap-c02/1.5'],
      fact: 'rds#copy-tags',
      types: database,
    },
    {
      path: 'CopyTagsToSnapshot',
      when: outsideClusterOrCluster,
      message: (how) => `CopyTagsToSnapshot ${how}: snapshots lack the tags by which costs and access are told apart.`,
      fix: { title: 'Copy tags to snapshots', value: true },
    },
  ),
  required(
    {
      id: 'rds-log-exports-off',
      service: 'rds',
      title: 'Engine logs not sent to CloudWatch',
      why: 'On the instance logs are kept for days only; CloudWatch Logs keeps, searches and watches them.',
      severity: 'hint',
      tasks: ['sap-c02/3.1', 'saa-c03/1.3'],
      fact: 'rds#log-exports',
      types: database,
    },
    {
      paths: ['EnableCloudwatchLogsExports'],
      when: outsideClusterOrCluster,
      message: 'No log of the engine goes to CloudWatch Logs. List the types to keep, such as error, slowquery, audit or postgresql.',
    },
  ),
  {
    id: 'rds-enhanced-monitoring-off',
    service: 'rds',
    title: 'No Enhanced Monitoring',
    why: 'CloudWatch sees the instance from outside; Enhanced Monitoring shows its processes and memory, each second if wanted.',
    severity: 'hint',
    tasks: ['sap-c02/3.1', 'saa-c03/3.3'],
    fact: 'rds#enhanced-monitoring',
    types: database,
    check: (resource, context) =>
      placesAt(resource, 'MonitoringInterval').flatMap((place) => {
        const message = 'Enhanced Monitoring is off: nothing shows processes and memory of the host. Set MonitoringInterval and MonitoringRoleArn.';
        if (place.value) return passes(place.value, noneOf(0), false) === false ? [{ span: place.span, message }] : [];
        const certain = isCluster(resource) ? isMultiAzCluster(resource) : clusterLacks(resource, ['MonitoringInterval'], context);
        return place.missing && certain ? [{ span: place.span, message }] : [];
      }),
  },
  {
    id: 'rds-performance-insights-off',
    service: 'rds',
    title: 'No figures of load by query',
    why: 'Without Performance Insights nobody sees which statement keeps the database busy.',
    severity: 'hint',
    tasks: ['sap-c02/3.3', 'saa-c03/3.3'],
    fact: 'rds#performance-insights',
    types: instance,
    check: (resource, context) =>
      placesAt(resource, 'EnablePerformanceInsights').flatMap((place) => {
        const message = 'Performance Insights is off: nothing shows which queries and waits load the database.';
        const certain = clusterLacks(resource, ['PerformanceInsightsEnabled', 'DatabaseInsightsMode'], context) && isAbsent(resource, 'DatabaseInsightsMode');
        const off = place.value ? passes(place.value, noneOf('false'), false) === false : place.missing;
        return off && (certain || place.value?.kind === 'known') ? [{ span: place.span, message }] : [];
      }),
  },
  {
    id: 'rds-performance-insights-no-own-key',
    service: 'rds',
    title: 'Performance Insights without a key of your own',
    why: 'The figures hold the text of queries; a key of your own says who may read them.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'rds#performance-insights-key',
    types: database,
    check: (resource) => {
      const [key, flag] = isCluster(resource)
        ? ['PerformanceInsightsKmsKeyId', 'PerformanceInsightsEnabled']
        : ['PerformanceInsightsKMSKeyId', 'EnablePerformanceInsights'];
      if (!surely(resource, flag, (known) => String(known).toLowerCase() === 'true') || !surelyUnset(resource, key)) return undefined;
      return placesAt(resource, key).map(({ span }) => ({
        span,
        message: `Performance Insights is on without ${key}: its figures, query texts among them, are encrypted with the account's default key.`,
      }));
    },
  },
  demand(
    {
      id: 'rds-old-instance-class',
      service: 'rds',
      title: 'Instance class of an old generation',
      why: 'Newer classes do more for the price, and old ones are withdrawn one after the other.',
      severity: 'hint',
      tasks: ['saa-c03/4.3', 'sap-c02/3.5'],
      fact: 'rds#on-demand-scaling',
      types: instance,
    },
    {
      path: 'DBInstanceClass',
      is: (known) => !oldClass.test(String(known)),
      whenAbsent: true,
      message: (how) => `DBInstanceClass ${how}, of a previous generation. A current class, Graviton among them, does more for the price.`,
    },
  ),
  {
    id: 'rds-engine-past-support',
    service: 'rds',
    title: 'Engine version past its standard support',
    why: 'Past standard support a version is billed as Extended Support for every vCPU and hour, or can no longer be created.',
    severity: 'information',
    tasks: ['saa-c03/4.3', 'sap-c02/3.2'],
    fact: 'rds#extended-support',
    types: database,
    check: (resource) => {
      const version = propertyAt(resource, 'EngineVersion')?.value;
      const engine = knownAt(resource, 'Engine')?.value;
      const known = pastSupport.find(([name]) => name.test(String(engine)));
      if (!known || !always(version, (text) => known[1].test(String(text)))) return undefined;
      return [
        {
          span: version,
          message: `This version of ${String(engine)} is past its standard support. Move to one that is not, before Extended Support is billed.`,
        },
      ];
    },
  },
  {
    id: 'rds-storage-autoscaling-off',
    service: 'rds',
    title: 'Storage that does not grow by itself',
    why: 'A database whose volume is full stops taking writes.',
    severity: 'hint',
    tasks: ['saa-c03/3.3', 'sap-c02/2.4'],
    fact: 'rds#storage-autoscaling',
    types: instance,
    check: (resource) =>
      standsAlone(resource) && isAbsent(resource, 'MaxAllocatedStorage')
        ? [
            {
              span: resource.typeSpan,
              message: 'MaxAllocatedStorage is not set, so the storage does not grow by itself and the database stops when it is full.',
            },
          ]
        : undefined,
  },
  {
    id: 'aurora-serverless-v1',
    service: 'aurora',
    title: 'Aurora Serverless v1',
    why: 'Version 1 has ended; what is left of it was moved to version 2.',
    severity: 'warning',
    tasks: ['saa-c03/3.3', 'sap-c02/4.4'],
    fact: 'aurora#serverless-v1',
    types: ['AWS::RDS::DBCluster'],
    check: (resource) => {
      const mode = propertyAt(resource, 'EngineMode')?.value;
      if (!isNewCluster(resource) || !always(mode, (known) => known === 'serverless')) return undefined;
      return [
        {
          span: mode,
          message:
            'EngineMode serverless is Aurora Serverless v1, which ended in March 2025. Use ServerlessV2ScalingConfiguration and instances of class db.serverless.',
        },
      ];
    },
  },
];
