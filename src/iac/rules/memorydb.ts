import { noneOf } from './databaseParts';
import { demand, required, switchedOn } from './demands';
import type { Rule } from './rule';

const cluster = ['AWS::MemoryDB::Cluster'];

/** MemoryDB has no note of its own; that of its engines tells of it. */
export const memorydbRules: readonly Rule[] = [
  switchedOn(
    {
      id: 'memorydb-tls-off',
      service: 'redis-and-valkey',
      title: 'MemoryDB cluster without TLS',
      why: 'Values cross the network as they are, and no access control list but open-access can be used.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'redis-and-valkey#memorydb-tls',
      types: cluster,
    },
    {
      path: 'TLSEnabled',
      onByDefault: true,
      message: (how) => `TLSEnabled ${how}: values cross the network in the clear, and everybody who reaches the port is let in.`,
    },
  ),
  demand(
    {
      id: 'memorydb-open-access',
      service: 'redis-and-valkey',
      title: 'MemoryDB cluster that asks nobody who they are',
      why: 'Whoever reaches the port can read and change everything.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3'],
      fact: 'redis-and-valkey#memorydb-acl',
      types: cluster,
    },
    {
      path: 'ACLName',
      is: noneOf('open-access'),
      whenAbsent: true,
      message: (how) => `ACLName ${how}: whoever reaches the port gets in without a password and with all commands. Make a list with users of its own.`,
    },
  ),
  required(
    {
      id: 'memorydb-no-own-key',
      service: 'redis-and-valkey',
      title: 'MemoryDB cluster without a key of your own',
      why: 'A key of the service can be neither governed nor withdrawn.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'redis-and-valkey#memorydb-key',
      types: cluster,
    },
    { paths: ['KmsKeyId'], message: 'The cluster is encrypted with a key of the service. Name a key of your own in KmsKeyId to govern who may use it.' },
  ),
  demand(
    {
      id: 'memorydb-snapshots-off',
      service: 'redis-and-valkey',
      title: 'MemoryDB cluster without automatic snapshots',
      why: 'The log keeps the data through failures, but a deletion or a bad write is undone from a snapshot only.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.2'],
      fact: 'redis-and-valkey#memorydb-snapshots',
      types: cluster,
    },
    {
      path: 'SnapshotRetentionLimit',
      is: noneOf(0),
      whenAbsent: false,
      message: (how) => `SnapshotRetentionLimit ${how}: no automatic snapshot is kept to go back to.`,
    },
  ),
  demand(
    {
      id: 'memorydb-no-replica',
      service: 'redis-and-valkey',
      title: 'MemoryDB shards without a replica',
      why: 'Without a replica a failed node has to be built again before the shard answers.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'redis-and-valkey#memorydb-replicas',
      types: cluster,
    },
    {
      path: 'NumReplicasPerShard',
      is: noneOf(0),
      whenAbsent: true,
      message: (how) => `NumReplicasPerShard ${how}: nothing takes over when the node of a shard fails.`,
    },
  ),
];
