import assert from 'node:assert/strict';
import { dynamoDbPartitions, dynamoDbReadUnits, dynamoDbWriteUnits, elastiCacheNodeHours } from '../../../../src/study/drills/database';
import { figure, first, recounted } from './stems';

/** Units of so many KB, by taking away one block after the other. */
function blocks(kilobytes: number, size: number): number {
  return first(0, (count) => kilobytes <= count * size);
}

describe('partitions of a DynamoDB table', () => {
  it('are, for 2,000 RCU, 1,500 WCU and 25 GB, the larger of 2.17 and 2.5, so 3', () => {
    assert.equal(dynamoDbPartitions({ rcu: 2000, wcu: 1500, gigabytes: 25 }), 3);
    assert.equal(dynamoDbPartitions({ rcu: 2000, wcu: 1500, gigabytes: 0 }), 3);
    assert.equal(dynamoDbPartitions({ rcu: 0, wcu: 0, gigabytes: 25 }), 3);
  });

  it('are one at least, and no more than the limits ask for', () => {
    assert.equal(dynamoDbPartitions({ rcu: 1, wcu: 1, gigabytes: 0.1 }), 1);
    assert.equal(dynamoDbPartitions({ rcu: 3000, wcu: 1000, gigabytes: 20 }), 2);
  });

  it('are the fewest that carry all, whatever the stem says', () => {
    recounted('dynamodb-partitions', (stem) => {
      const rcu = figure(stem, /([\d,]+) read capacity/);
      const wcu = figure(stem, /([\d,]+) write capacity/);
      const gigabytes = figure(stem, /([\d,]+) GB/);
      return first(1, (count) => rcu + 3 * wcu <= 3000 * count && gigabytes <= 10 * count);
    });
  });
});

describe('capacity units of DynamoDB', () => {
  it('count reads by 4 KB, half for eventual consistency and twice in a transaction', () => {
    assert.equal(dynamoDbReadUnits({ kilobytes: 9, readsPerSecond: 100, consistency: 'strong' }), 300);
    assert.equal(dynamoDbReadUnits({ kilobytes: 9, readsPerSecond: 100, consistency: 'eventual' }), 150);
    assert.equal(dynamoDbReadUnits({ kilobytes: 9, readsPerSecond: 100, consistency: 'transactional' }), 600);
    assert.equal(dynamoDbReadUnits({ kilobytes: 4, readsPerSecond: 3, consistency: 'eventual' }), 2);
  });

  it('count writes by 1 KB and twice in a transaction', () => {
    assert.equal(dynamoDbWriteUnits({ kilobytes: 1, writesPerSecond: 40, transactional: false }), 40);
    assert.equal(dynamoDbWriteUnits({ kilobytes: 1.1, writesPerSecond: 40, transactional: false }), 80);
    assert.equal(dynamoDbWriteUnits({ kilobytes: 2.5, writesPerSecond: 40, transactional: true }), 240);
  });

  it('of reads are what the blocks of each item add up to', () => {
    recounted('dynamodb-read-units', (stem) => {
      const factor = stem.includes('eventually') ? 0.5 : stem.includes('transactional') ? 2 : 1;
      const reads = figure(stem, /([\d,]+) (?:product items|of them|(?:eventually consistent|strongly consistent|transactional) reads)/);
      let units = 0;
      for (let read = 0; read < reads; read++) units += blocks(figure(stem, /([\d.]+) KB/), 4) * factor;
      return units;
    });
  });

  it('of writes are what the blocks of each item add up to', () => {
    recounted('dynamodb-write-units', (stem) => {
      const rate = figure(stem, /([\d,]+) writes a (?:minute|second)/) / (stem.includes('a minute') ? 60 : 1);
      const each = blocks(figure(stem, /([\d.]+) KB/), 1);
      return rate * (stem.includes('part of a transaction') ? each + each : each);
    });
  });
});

describe('node-hours of ElastiCache', () => {
  it('are 2,190 for 3 nodes and 730 hours', () => {
    assert.equal(elastiCacheNodeHours({ nodes: 3, hours: 730 }), 2190);
  });

  it('are the hours of every primary and every replica', () => {
    recounted('elasticache-node-hours', (stem) => {
      const shards = stem.includes('one shard') ? 1 : figure(stem, /(\d+) shards/);
      const replicas = stem.includes('one replica') ? 1 : figure(stem, /(\d+) replicas/);
      let hours = 0;
      for (let shard = 0; shard < shards; shard++) for (let node = 0; node <= replicas; node++) hours += figure(stem, /(\d+) days/) * 24;
      return hours;
    });
  });
});
