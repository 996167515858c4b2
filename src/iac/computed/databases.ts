import { always, isAbsent, isFalse, isTrue, propertyAt, propertyOf, type MapValue, type Resource } from '../model';
import { itemsAt } from '../rules/demands';
import { amountAt, amountIn, behind, byDefault, count, duration, type Compute, type ComputedFact } from './computedFact';

/** What provisioned units do in a second, and the partitions that they take by the teaching model. */
function throughputFacts(throughput: MapValue): ComputedFact[] {
  const reads = amountIn(propertyOf(throughput, 'ReadCapacityUnits')?.value);
  const writes = amountIn(propertyOf(throughput, 'WriteCapacityUnits')?.value);
  const facts: ComputedFact[] = [];
  if (reads) {
    facts.push(
      behind(reads.value, {
        kind: 'capacity',
        label: `${count(reads.amount)} strongly or ${count(2 * reads.amount)} eventually consistent reads/s of 4 KB`,
        explanation:
          'One RCU is one strongly consistent read a second of up to 4 KB, or two eventually consistent ones; larger items take one for each further 4 KB.',
        fact: 'dynamodb#read-unit',
      }),
    );
  }
  if (writes) {
    facts.push(
      behind(writes.value, {
        kind: 'capacity',
        label: `${count(writes.amount)} writes/s of 1 KB`,
        explanation: 'One WCU is one write a second of up to 1 KB; larger items take one for each further KB, transactions two.',
        fact: 'dynamodb#write-unit',
      }),
    );
  }
  if (reads && writes) {
    const partitions = Math.max(1, Math.ceil(reads.amount / 3_000 + writes.amount / 1_000));
    facts.push(
      behind(writes.value, {
        kind: 'partitions',
        label: `≥ ${count(partitions)} partition${partitions === 1 ? '' : 's'}`,
        explanation: `${count(reads.amount)} ÷ 3,000 + ${count(writes.amount)} ÷ 1,000, rounded up; and one for each 10 GB. A hot key has only the share of its partition.`,
        fact: 'dynamodb#partition-formula',
      }),
    );
  }
  return facts;
}

export const tableCapacity: Compute = (resource) => {
  if (always(propertyAt(resource, 'BillingMode')?.value, (mode) => mode === 'PAY_PER_REQUEST')) return [];
  const indexes = itemsAt(resource, 'GlobalSecondaryIndexes').map((index) => propertyOf(index, 'ProvisionedThroughput')?.value);
  return [propertyAt(resource, 'ProvisionedThroughput')?.value, ...indexes].flatMap((value) => (value?.kind === 'map' ? throughputFacts(value) : []));
};

export function backupRetention(fact: string): Compute {
  return (resource) => {
    const days = amountAt(resource, 'BackupRetentionPeriod');
    if (days && days.amount > 0 && days.amount <= 35) {
      const label = `restores to any second of the last ${days.amount === 1 ? 'day' : `${days.amount} days`}`;
      return [
        behind(days.value, {
          kind: 'backup',
          label,
          explanation: 'Automated backups: a snapshot a day and the log in between. Snapshots taken by hand stay until they are deleted.',
          fact,
        }),
      ];
    }
    if (!isAbsent(resource, 'BackupRetentionPeriod') || resource.defaults || isMember(resource)) return [];
    return [
      byDefault(resource, {
        label: 'backups kept 1 day',
        explanation: 'A template that sets no BackupRetentionPeriod gets one day; up to 35 can be set.',
        fact,
      }),
    ];
  };
}

/** An instance of a cluster, or a replica: its backups are those of another. */
function isMember(resource: Resource): boolean {
  return ['DBClusterIdentifier', 'SourceDBInstanceIdentifier'].some((name) => propertyAt(resource, name) !== undefined);
}

export const multiAz: Compute = (resource) => {
  const value = propertyAt(resource, 'MultiAZ')?.value;
  if (!value || isMember(resource)) return [];
  const explanation =
    'The standby of a Multi-AZ instance copies synchronously, takes over by itself and serves no reads. Read replicas copy asynchronously, serve reads and have to be promoted.';
  if (always(value, isTrue))
    return [behind(value, { kind: 'multiAz', label: 'standby takes over in 1 to 2 minutes, serves no reads', explanation, fact: 'rds#failover-time' })];
  if (always(value, isFalse)) return [behind(value, { kind: 'multiAz', label: 'no standby', explanation, fact: 'rds#multi-az' })];
  return [];
};

/** One Aurora capacity unit has about 2 GiB of memory. */
export const capacityUnits: Compute = (resource) =>
  ['MinCapacity', 'MaxCapacity'].flatMap((name) => {
    const units = amountAt(resource, `ServerlessV2ScalingConfiguration.${name}`);
    if (!units) return [];
    const label = units.amount === 0 ? 'pauses when idle' : `about ${count(2 * units.amount, 1)} GiB of memory`;
    return [
      behind(units.value, {
        kind: 'capacity',
        label,
        explanation: 'One Aurora capacity unit (ACU) brings about 2 GiB of memory.',
        fact: 'aurora#serverless-capacity',
      }),
    ];
  });

export const cacheNodes: Compute = (resource) => {
  const shards = amountAt(resource, 'NumNodeGroups');
  const replicas = amountAt(resource, 'ReplicasPerNodeGroup');
  if (!shards || !replicas) return [];
  const nodes = shards.amount * (1 + replicas.amount);
  return [
    behind(replicas.value, {
      kind: 'nodes',
      label: `${count(nodes)} nodes`,
      explanation: `${count(shards.amount)} shards, each with a primary and ${count(replicas.amount)} replicas.`,
      fact: 'redis-and-valkey#shards',
    }),
  ];
};

export const pitrPeriod: Compute = (resource) => {
  const days = amountAt(resource, 'PointInTimeRecoverySpecification.RecoveryPeriodInDays');
  if (!days) return [];
  return [
    behind(days.value, {
      kind: 'backup',
      label: `restores to any second of the last ${duration(days.amount * 86_400)}`,
      explanation: 'A restore always makes a new table.',
      fact: 'dynamodb#pitr-period',
    }),
  ];
};
