import { isAbsent, propertyAt, type Resource } from '../model';
import { noneOf, without } from './databaseParts';
import { demand, required, surely, switchedOn } from './demands';
import type { Rule } from './rule';

const group = ['AWS::ElastiCache::ReplicationGroup'];
const node = ['AWS::ElastiCache::CacheCluster'];
const groupOrNode = [...group, ...node];
/** A secondary of a global datastore takes over the settings of the primary. */
const isOwn = without('GlobalReplicationGroupId');

function isMemcached(resource: Resource): boolean {
  return resource.type === 'AWS::ElastiCache::CacheCluster' && surely(resource, 'Engine', (engine) => engine === 'memcached');
}

/** A single node of Valkey or Redis OSS for certain. */
function isRedisNode(resource: Resource): boolean {
  return resource.type === 'AWS::ElastiCache::CacheCluster' && surely(resource, 'Engine', (engine) => engine === 'redis' || engine === 'valkey');
}

export const elasticacheRules: readonly Rule[] = [
  demand(
    {
      id: 'elasticache-backups-off',
      service: 'elasticache',
      title: 'Cache without automatic snapshots',
      why: 'What is lost with the cache has to be computed or loaded again, all at once.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.2'],
      fact: 'elasticache#backups',
      types: [...groupOrNode, 'AWS::ElastiCache::ServerlessCache'],
    },
    {
      path: 'SnapshotRetentionLimit',
      is: noneOf(0),
      whenAbsent: false,
      when: (resource) => resource.type !== 'AWS::ElastiCache::CacheCluster' || isRedisNode(resource),
      message: (how) => `SnapshotRetentionLimit ${how}: no automatic snapshot is kept. Set the days that a copy of the data should last.`,
    },
  ),
  switchedOn(
    {
      id: 'elasticache-minor-upgrades-off',
      service: 'elasticache',
      title: 'Minor versions not installed by themselves',
      why: 'Minor versions carry the security fixes of the engine; without them somebody has to remember.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'elasticache#minor-upgrades',
      types: groupOrNode,
    },
    {
      path: 'AutoMinorVersionUpgrade',
      onByDefault: true,
      message: (how) => `AutoMinorVersionUpgrade ${how}: fixes of the engine wait for somebody to install them.`,
      fix: { title: 'Install minor versions in the maintenance window', value: true },
    },
  ),
  demand(
    {
      id: 'elasticache-default-port',
      service: 'elasticache',
      title: 'Cache on a well-known port',
      why: 'Scanners look at the well-known ports first; another port keeps their noise away, though it replaces no security group.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'elasticache#default-port',
      types: groupOrNode,
    },
    {
      path: 'Port',
      is: noneOf(6379, 11211),
      whenAbsent: false,
      when: isOwn,
      message: (how) =>
        how === 'is not set'
          ? 'Port is not set, so the cache listens on the well-known port of its engine.'
          : `Port ${how}, which scanners try first for a cache.`,
    },
  ),
  required(
    {
      id: 'elasticache-no-subnet-group',
      service: 'elasticache',
      title: 'Cache in no subnets of yours',
      why: 'Where the nodes land, and behind which routes, is left to AWS.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'elasticache#subnet-group',
      types: groupOrNode,
    },
    {
      paths: ['CacheSubnetGroupName'],
      message: 'CacheSubnetGroupName is not set, so the template does not say into which network the nodes go. Name private subnets of your VPC.',
    },
  ),
  {
    id: 'elasticache-classic-security-group',
    service: 'elasticache',
    title: 'Cache security group of EC2-Classic',
    why: 'EC2-Classic is gone; in a VPC the groups of EC2 guard a cache.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'elasticache#security-groups',
    types: ['AWS::ElastiCache::SecurityGroup', 'AWS::ElastiCache::SecurityGroupIngress', ...groupOrNode],
    check: (resource) => {
      const message = 'Cache security groups belong to EC2-Classic, which is retired. Guard the cache with groups of EC2.';
      if (!groupOrNode.includes(resource.type)) return [{ span: resource.typeSpan, message }];
      const names = propertyAt(resource, 'CacheSecurityGroupNames');
      return names?.value.kind === 'list' && names.value.items.length > 0 ? [{ span: names.nameSpan, message }] : undefined;
    },
  },
  {
    id: 'elasticache-one-node',
    service: 'elasticache',
    title: 'Cache of a single node',
    why: 'When the only node fails its data is gone and the database behind it takes the whole load.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
    fact: 'elasticache#one-node',
    types: node,
    check: (resource) =>
      isRedisNode(resource)
        ? [
            {
              span: resource.typeSpan,
              message: 'A CacheCluster of Valkey or Redis OSS is one node without replica, failover or encryption at rest. Use a ReplicationGroup.',
            },
          ]
        : undefined,
  },
  switchedOn(
    {
      id: 'memcached-tls-off',
      service: 'memcached',
      title: 'Memcached without TLS',
      why: 'What the cache holds crosses the network as it is.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'memcached#tls',
      types: node,
    },
    {
      path: 'TransitEncryptionEnabled',
      when: isMemcached,
      message: (how) =>
        `TransitEncryptionEnabled ${how}: entries cross the network in the clear. It can only be chosen when the cluster is made, from version 1.6.12 on.`,
    },
  ),
  demand(
    {
      id: 'memcached-one-zone',
      service: 'memcached',
      title: 'Memcached nodes in one zone',
      why: 'The loss of the zone empties the whole cache at once.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'memcached#zones',
      types: node,
    },
    {
      path: 'AZMode',
      is: noneOf('single-az'),
      whenAbsent: false,
      when: (resource) =>
        isMemcached(resource) && surely(resource, 'NumCacheNodes', (nodes) => Number(nodes) > 1) && isAbsent(resource, 'PreferredAvailabilityZones'),
      message: (how) => `AZMode ${how}: all nodes stand in one zone, and its loss empties the cache. Use cross-az.`,
    },
  ),
];
