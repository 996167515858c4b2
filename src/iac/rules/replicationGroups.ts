import { noneOf, without } from './databaseParts';
import { demand, placesAt, required, surely, switchedOff, switchedOn, wrongPlaces } from './demands';
import type { Rule } from './rule';

const group = ['AWS::ElastiCache::ReplicationGroup'];
/** A secondary of a global datastore takes over the settings of the primary. */
const isOwn = without('GlobalReplicationGroupId');

export const replicationGroupRules: readonly Rule[] = [
  switchedOn(
    {
      id: 'elasticache-unencrypted',
      service: 'redis-and-valkey',
      title: 'Cache not encrypted at rest',
      why: 'Snapshots and what is swapped to disk lie in the clear; encryption can only be chosen when the group is made.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'redis-and-valkey#at-rest',
      types: group,
    },
    {
      path: 'AtRestEncryptionEnabled',
      when: isOwn,
      message: (how) => `AtRestEncryptionEnabled ${how}: snapshots and what goes to disk are in the clear. It can only be chosen when the group is made.`,
    },
  ),
  switchedOn(
    {
      id: 'elasticache-tls-off',
      service: 'redis-and-valkey',
      title: 'Cache without TLS',
      why: 'Passwords and values cross the network as they are, and neither AUTH nor access control works without it.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'redis-and-valkey#in-transit',
      types: group,
    },
    {
      path: 'TransitEncryptionEnabled',
      when: isOwn,
      message: (how) => `TransitEncryptionEnabled ${how}: values cross the network in the clear, and no AUTH token can be used.`,
    },
  ),
  demand(
    {
      id: 'elasticache-tls-optional',
      service: 'redis-and-valkey',
      title: 'Cache that also takes connections without TLS',
      why: 'The mode preferred is for the time of moving clients; afterwards it leaves the door open.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'redis-and-valkey#in-transit',
      types: group,
    },
    {
      path: 'TransitEncryptionMode',
      is: noneOf('preferred'),
      whenAbsent: true,
      message: (how) => `TransitEncryptionMode ${how}: clients without TLS are let in as well. Make it required once all have moved.`,
    },
  ),
  required(
    {
      id: 'elasticache-no-auth',
      service: 'redis-and-valkey',
      title: 'Cache that asks nobody who they are',
      why: 'Whoever reaches the port can read and change everything.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3'],
      fact: 'redis-and-valkey#auth-token',
      types: group,
    },
    {
      paths: ['AuthToken', 'UserGroupIds'],
      when: isOwn,
      message:
        'Neither an AUTH token nor a user group is set, so whoever reaches the port can read and change everything. A user group also allows logins with IAM.',
    },
  ),
  switchedOn(
    {
      id: 'elasticache-failover-off',
      service: 'redis-and-valkey',
      title: 'No automatic failover',
      why: 'When the primary fails, writes stop until somebody promotes a replica or the node is replaced.',
      severity: 'information',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'redis-and-valkey#failover',
      types: group,
    },
    {
      path: 'AutomaticFailoverEnabled',
      when: isOwn,
      message: (how) => `AutomaticFailoverEnabled ${how}: no replica takes over by itself when the primary fails.`,
    },
  ),
  switchedOn(
    {
      id: 'elasticache-multi-az-off',
      service: 'redis-and-valkey',
      title: 'Nodes not spread over zones',
      why: 'A replica in the zone of its primary is lost with it.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'redis-and-valkey#multi-az',
      types: group,
    },
    { path: 'MultiAZEnabled', when: isOwn, message: (how) => `MultiAZEnabled ${how}: primary and replicas may stand in one zone and be lost with it.` },
  ),
  {
    id: 'elasticache-no-replica',
    service: 'redis-and-valkey',
    title: 'Replication group without replicas',
    why: 'Nothing takes over when the primary fails, and nothing shares its reads.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
    fact: 'redis-and-valkey#replicas',
    types: group,
    check: (resource) =>
      ['NumCacheClusters', 'ReplicasPerNodeGroup'].flatMap((path) =>
        wrongPlaces(placesAt(resource, path), noneOf(path === 'NumCacheClusters' ? 1 : 0), true).map(({ span }) => ({
          span,
          message: 'With this number there is a primary and no replica: nothing takes over when it fails.',
        })),
      ),
  },
  required(
    {
      id: 'elasticache-no-own-key',
      service: 'redis-and-valkey',
      title: 'Cache encrypted without a key of your own',
      why: 'A key that the service owns can be neither governed nor withdrawn.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'redis-and-valkey#kms-key',
      types: [...group, 'AWS::ElastiCache::ServerlessCache'],
    },
    {
      paths: ['KmsKeyId'],
      when: (resource) =>
        resource.type !== 'AWS::ElastiCache::ReplicationGroup' ||
        surely(resource, 'AtRestEncryptionEnabled', (known) => String(known).toLowerCase() === 'true'),
      message: 'The cache is encrypted with a key of the service. Name a key of your own in KmsKeyId to govern who may use it.',
    },
  ),
  required(
    {
      id: 'elasticache-logs-off',
      service: 'redis-and-valkey',
      title: 'Logs of the cache not kept',
      why: 'Slow commands and events of the engine leave no trace.',
      severity: 'hint',
      tasks: ['sap-c02/3.1'],
      fact: 'redis-and-valkey#log-delivery',
      types: group,
    },
    {
      paths: ['LogDeliveryConfigurations'],
      message: 'LogDeliveryConfigurations is not set: slow log and engine log go nowhere. Send them to CloudWatch Logs or Firehose.',
    },
  ),
  switchedOff(
    {
      id: 'elasticache-user-without-password',
      service: 'redis-and-valkey',
      title: 'Cache user without a password',
      why: 'Anybody who knows the name of the user has its rights.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
      fact: 'redis-and-valkey#no-password',
      types: ['AWS::ElastiCache::User'],
    },
    {
      path: 'NoPasswordRequired',
      message: () => 'NoPasswordRequired is on: whoever reaches the cache can be this user. Use IAM or a password, and switch the user default off.',
    },
  ),
];
