import { between, oneOf, roundedUp, written, type Drill } from './drill';

const checked = '2026-11-21';
const capacityPage = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/provisioned-capacity-mode.html';

/** Partitions by throughput and by size, before rounding: the larger counts. */
function dynamoDbPartitionShares({ rcu, wcu, gigabytes }: { rcu: number; wcu: number; gigabytes: number }): { byThroughput: number; bySize: number } {
  return { byThroughput: rcu / 3000 + wcu / 1000, bySize: gigabytes / 10 };
}

/**
 * Partitions that the model for hot keys reckons with: 3,000 read units, 1,000 write units and 10 GB each. AWS keeps these limits of a partition
 * and publishes no number of partitions.
 */
export function dynamoDbPartitions(table: { rcu: number; wcu: number; gigabytes: number }): number {
  const { byThroughput, bySize } = dynamoDbPartitionShares(table);
  return Math.max(1, roundedUp(Math.max(byThroughput, bySize)));
}

export type ReadConsistency = 'eventual' | 'strong' | 'transactional';

/** Read units of one strongly consistent read of up to 4 KB, as a multiple. */
const readFactor: Record<ReadConsistency, number> = { eventual: 0.5, strong: 1, transactional: 2 };

/** Read capacity units for reads of single items; each read is rounded up to 4 KB. */
export function dynamoDbReadUnits({
  kilobytes,
  readsPerSecond,
  consistency,
}: {
  kilobytes: number;
  readsPerSecond: number;
  consistency: ReadConsistency;
}): number {
  return roundedUp(roundedUp(kilobytes / 4) * readsPerSecond * readFactor[consistency]);
}

/** Write capacity units for writes of single items; each write is rounded up to 1 KB and counts twice in a transaction. */
export function dynamoDbWriteUnits({
  kilobytes,
  writesPerSecond,
  transactional,
}: {
  kilobytes: number;
  writesPerSecond: number;
  transactional: boolean;
}): number {
  return roundedUp(kilobytes) * writesPerSecond * (transactional ? 2 : 1);
}

/** What node-based ElastiCache bills: replicas are nodes too. */
export function elastiCacheNodeHours({ nodes, hours }: { nodes: number; hours: number }): number {
  return nodes * hours;
}

export const databaseDrills: readonly Drill[] = [
  {
    id: 'dynamodb-partitions',
    title: 'DynamoDB: partitions in the model for hot keys',
    tasks: ['sap-c02/3.3', 'saa-c03/3.3', 'sap-2014/5.2'],
    services: ['dynamodb'],
    facts: ['dynamodb#partition-formula', 'dynamodb#partition-limit'],
    level: 'apply',
    sources: [
      'https://aws.amazon.com/blogs/database/part-3-scaling-dynamodb-how-partitions-hot-keys-and-split-for-heat-impact-performance/',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html',
    ],
    checked,
    rule: 'Partitions = the larger of (RCU / 3,000 + WCU / 1,000) and (GB / 10), rounded up. It is a model to see how thinly capacity is spread; AWS publishes no number, and adaptive capacity moves throughput to busy partitions.',
    make(random) {
      const table = { rcu: between(500, 12_000, 250, random), wcu: between(200, 6000, 100, random), gigabytes: between(14, 140, 3, random) };
      const { byThroughput, bySize } = dynamoDbPartitionShares(table);
      const value = dynamoDbPartitions(table);
      const provisioned = `${written(table.rcu)} read capacity units and ${written(table.wcu)} write capacity units`;
      const story = oneOf(
        [
          `A ticket shop sees throttling on one busy key of a DynamoDB table. The table has ${provisioned} and holds ${table.gigabytes} GB.`,
          `A DynamoDB table of a game with ${table.gigabytes} GB of scores is provisioned with ${provisioned}. The team asks why a single player can be throttled.`,
          `You plan a DynamoDB table for ${table.gigabytes} GB of orders with ${provisioned}, and want to know how far this capacity is spread.`,
        ],
        random,
      );
      return {
        stem: `${story} Use the model for hot keys, in which capacity and size each ask for a number of partitions and the larger counts. With how many partitions does the model reckon, rounded up?`,
        answer: { value, tolerance: 0, unit: 'partitions' },
        solution: [
          `By capacity: ${written(table.rcu)} / 3,000 + ${written(table.wcu)} / 1,000 = ${written(byThroughput)}.`,
          `By size: ${table.gigabytes} / 10 = ${written(bySize)}.`,
          `The larger is ${written(Math.max(byThroughput, bySize))}, rounded up ${written(value)} partitions.`,
        ],
      };
    },
  },
  {
    id: 'dynamodb-read-units',
    title: 'DynamoDB: read capacity units',
    tasks: ['sap-c02/2.5', 'saa-c03/3.3', 'sap-2014/5.2'],
    services: ['dynamodb'],
    facts: ['dynamodb#read-unit', 'dynamodb#strong-read-cost', 'dynamodb#transactions'],
    level: 'apply',
    sources: [capacityPage],
    checked,
    rule: 'One RCU is one strongly consistent read a second of up to 4 KB. An eventually consistent read takes half, a transactional one twice as much; the item is rounded up to 4 KB first.',
    make(random) {
      const kilobytes = oneOf([1.5, 3, 5, 6.5, 7, 9, 10, 11.5, 13, 14.5, 18, 21, 26, 30], random);
      const readsPerSecond = between(20, 900, 10, random);
      const consistency = oneOf<ReadConsistency>(['eventual', 'strong', 'transactional'], random);
      const kind = { eventual: 'eventually consistent', strong: 'strongly consistent', transactional: 'transactional' }[consistency];
      const blocks = roundedUp(kilobytes / 4);
      const value = dynamoDbReadUnits({ kilobytes, readsPerSecond, consistency });
      const story = oneOf(
        [
          `A web shop reads ${readsPerSecond} product items a second from DynamoDB, one by one. Each item has ${written(kilobytes)} KB, and the reads are ${kind}.`,
          `Drivers' phones cause ${readsPerSecond} ${kind} reads a second of single DynamoDB items of ${written(kilobytes)} KB.`,
          `A table in provisioned mode holds contracts of ${written(kilobytes)} KB each. At peak ${readsPerSecond} of them are read a second by key; the reads are ${kind}.`,
        ],
        random,
      );
      return {
        stem: `${story} How many read capacity units does this take?`,
        answer: { value, tolerance: 0, unit: 'RCU' },
        solution: [
          `One item: ${written(kilobytes)} KB / 4 KB, rounded up = ${blocks}.`,
          `One ${kind} read: ${blocks} × ${written(readFactor[consistency])} = ${written(blocks * readFactor[consistency])} units.`,
          `${readsPerSecond} reads a second: ${readsPerSecond} × ${written(blocks * readFactor[consistency])} = ${written(value)} RCU.`,
        ],
      };
    },
  },
  {
    id: 'dynamodb-write-units',
    title: 'DynamoDB: write capacity units',
    tasks: ['sap-c02/2.5', 'saa-c03/3.3', 'sap-2014/5.2'],
    services: ['dynamodb'],
    facts: ['dynamodb#write-unit', 'dynamodb#transactions'],
    level: 'apply',
    sources: [capacityPage],
    checked,
    rule: 'One WCU is one write a second of up to 1 KB, the item rounded up to 1 KB; a transactional write takes two.',
    make(random) {
      const kilobytes = oneOf([0.5, 1.5, 2.2, 2.5, 3.4, 4.5, 5.1, 6.5, 7.8, 9.3], random);
      const perMinute = random() < 0.4;
      const writesPerSecond = between(15, 600, 5, random);
      const transactional = random() < 0.4;
      const value = dynamoDbWriteUnits({ kilobytes, writesPerSecond, transactional });
      const rate = perMinute ? `${written(writesPerSecond * 60)} writes a minute, evenly spread` : `${writesPerSecond} writes a second`;
      const way = transactional ? 'Each write is part of a transaction.' : 'The writes are standard ones, outside transactions.';
      const story = oneOf(
        [
          `Sensors send readings to a DynamoDB table: ${rate}, each an item of ${written(kilobytes)} KB.`,
          `A payment service stores items of ${written(kilobytes)} KB in DynamoDB. It makes ${rate}.`,
          `A booking system writes to one DynamoDB table without indexes: ${rate}, ${written(kilobytes)} KB an item.`,
        ],
        random,
      );
      return {
        stem: `${story} ${way} How many write capacity units does the table need?`,
        answer: { value, tolerance: 0, unit: 'WCU' },
        solution: [
          ...(perMinute ? [`${written(writesPerSecond * 60)} writes a minute / 60 = ${writesPerSecond} writes a second.`] : []),
          `One item: ${written(kilobytes)} KB / 1 KB, rounded up = ${roundedUp(kilobytes)}${transactional ? `, doubled by the transaction = ${roundedUp(kilobytes) * 2}` : ''}.`,
          `${writesPerSecond} writes a second: ${writesPerSecond} × ${roundedUp(kilobytes) * (transactional ? 2 : 1)} = ${written(value)} WCU.`,
        ],
      };
    },
  },
  {
    id: 'elasticache-node-hours',
    title: 'ElastiCache: node-hours on the bill',
    tasks: ['sap-c02/2.6', 'saa-c03/4.3', 'sap-2014/2.1'],
    services: ['elasticache'],
    facts: ['elasticache#billing-nodes'],
    level: 'apply',
    sources: ['https://aws.amazon.com/elasticache/pricing/'],
    checked,
    rule: 'Node-based ElastiCache bills nodes × hours; every replica is a node. Serverless caches are billed by GB-hours and ECPUs instead.',
    make(random) {
      const shards = between(1, 8, 1, random);
      const replicas = between(1, 4, 1, random);
      const days = oneOf([28, 30, 31], random);
      const nodes = shards * (1 + replicas);
      const value = elastiCacheNodeHours({ nodes, hours: days * 24 });
      const each = `${shards === 1 ? 'one shard' : `${shards} shards`}, each with a primary and ${replicas === 1 ? 'one replica' : `${replicas} replicas`}`;
      const story = oneOf(
        [
          `A session store runs on node-based ElastiCache for Valkey: ${each}. It runs day and night in a month of ${days} days.`,
          `For a leaderboard you plan a replication group of ElastiCache nodes with ${each}, switched on for all ${days} days of the month.`,
        ],
        random,
      );
      return {
        stem: `${story} How many node-hours are billed?`,
        answer: { value, tolerance: 0, unit: 'node-hours' },
        solution: [
          `Nodes: ${shards} × (1 + ${replicas}) = ${nodes}.`,
          `Hours: ${days} × 24 = ${days * 24}.`,
          `${nodes} nodes × ${days * 24} hours = ${written(value)} node-hours.`,
        ],
      };
    },
  },
];
