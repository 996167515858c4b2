import { between, oneOf, roundedUp, written, type Drill } from './drill';

const checked = '2026-11-21';
const streamPage = 'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html';
const sizingPage = 'https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html';

/** What a provisioned stream takes in and gives out to all consumers without enhanced fan-out, a second. */
export function kinesisCapacity(shards: number): { megabytesIn: number; recordsIn: number; megabytesOut: number } {
  return { megabytesIn: shards, recordsIn: shards * 1000, megabytesOut: shards * 2 };
}

export interface StreamLoad {
  readonly recordsPerSecond: number;
  readonly kilobytesEach: number;
  /** Consumers that share the reading; those with enhanced fan-out have throughput of their own and are left out. */
  readonly sharedConsumers: number;
}

/** Shards asked for by bytes written, records written and bytes read, before rounding (1 MB = 1,000 KB). */
function shardShares({ recordsPerSecond, kilobytesEach, sharedConsumers }: StreamLoad): { byBytes: number; byRecords: number; byReading: number } {
  const megabytes = (recordsPerSecond * kilobytesEach) / 1000;
  return { byBytes: megabytes, byRecords: recordsPerSecond / 1000, byReading: (megabytes * sharedConsumers) / 2 };
}

/** Shards of a provisioned stream: the largest of what writing and reading ask for, rounded up. */
export function kinesisShards(load: StreamLoad): number {
  const { byBytes, byRecords, byReading } = shardShares(load);
  return roundedUp(Math.max(byBytes, byRecords, byReading));
}

/** Records of one size that a provisioned stream takes in a second (1 MB = 1,000 KB). */
export function kinesisRecordRate({ shards, kilobytesEach }: { shards: number; kilobytesEach: number }): number {
  const { megabytesIn, recordsIn } = kinesisCapacity(shards);
  return Math.min(recordsIn, (megabytesIn * 1000) / kilobytesEach);
}

export const streamDrills: readonly Drill[] = [
  {
    id: 'kinesis-shards',
    title: 'Kinesis: shards for a load',
    tasks: ['saa-c03/3.5', 'sap-c02/2.5', 'sap-2014/5.3'],
    services: ['kinesis'],
    facts: ['kinesis#shard-write', 'kinesis#shard-read', 'kinesis#enhanced-fan-out', 'streaming-data#shard-count'],
    level: 'apply',
    sources: [streamPage, sizingPage],
    checked,
    rule: 'A shard takes 1 MB and 1,000 records a second and gives 2 MB a second to all consumers together. The largest of the three needs counts, rounded up; consumers with enhanced fan-out read beside this.',
    make(random) {
      const load = {
        recordsPerSecond: between(1200, 24_000, 200, random),
        kilobytesEach: oneOf([0.2, 0.4, 0.5, 0.8, 1.2, 1.5, 2, 2.5, 3, 4], random),
        sharedConsumers: between(1, 5, 1, random),
      };
      const fanOut = random() < 0.35;
      const counted: StreamLoad = fanOut ? { ...load, sharedConsumers: 0 } : load;
      const { byBytes, byRecords, byReading } = shardShares(counted);
      const value = kinesisShards(counted);
      const consumers = load.sharedConsumers === 1 ? 'One consumer reads everything' : `${load.sharedConsumers} consumers each read everything`;
      const way = fanOut ? `${consumers}, with enhanced fan-out.` : `${consumers}, without enhanced fan-out.`;
      const rate = `${written(load.recordsPerSecond)} records a second of ${written(load.kilobytesEach)} KB each`;
      const story = oneOf(
        [
          `Vehicles send ${rate} to a provisioned Kinesis data stream.`,
          `A provisioned Kinesis data stream takes in clicks: ${rate}, keys included.`,
          `Meters write ${rate} to a Kinesis data stream in provisioned mode, evenly over the keys.`,
        ],
        random,
      );
      return {
        stem: `${story} ${way} How many shards are needed at least (1 MB = 1,000 KB)?`,
        answer: { value, tolerance: 0, unit: 'shards' },
        solution: [
          `Written: ${written(load.recordsPerSecond)} × ${written(load.kilobytesEach)} KB = ${written(byBytes)} MB a second, at 1 MB a shard ${written(byBytes)}.`,
          `Records: ${written(load.recordsPerSecond)} / 1,000 = ${written(byRecords)}.`,
          fanOut
            ? 'Read: nothing to count, each consumer has 2 MB a second of its own from each shard.'
            : `Read: ${written(byBytes)} MB × ${load.sharedConsumers} / 2 MB a shard = ${written(byReading)}.`,
          `The largest is ${written(Math.max(byBytes, byRecords, byReading))}, rounded up ${value} shards.`,
        ],
      };
    },
  },
  {
    id: 'kinesis-record-rate',
    title: 'Kinesis: what a stream takes in',
    tasks: ['saa-c03/3.5', 'sap-c02/3.3', 'sap-2014/5.3'],
    services: ['kinesis'],
    facts: ['kinesis#shard-write', 'kinesis#capacity'],
    level: 'apply',
    sources: [streamPage],
    checked,
    rule: 'Each shard takes 1,000 records and 1 MB a second, whichever is reached first; a stream takes the sum of its shards.',
    make(random) {
      const shards = between(2, 40, 1, random);
      const kilobytesEach = oneOf([0.25, 0.5, 0.8, 1.25, 2, 2.5, 4, 5, 8, 10, 20], random);
      const value = kinesisRecordRate({ shards, kilobytesEach });
      const story = oneOf(
        [
          `A provisioned Kinesis data stream has ${shards} shards. Its records have ${written(kilobytesEach)} KB each.`,
          `Records of ${written(kilobytesEach)} KB are written to a provisioned Kinesis data stream of ${shards} shards.`,
        ],
        random,
      );
      return {
        stem: `${story} The keys spread evenly. How many records a second does the stream take at most (1 MB = 1,000 KB)?`,
        answer: { value, tolerance: 0, unit: 'records a second' },
        solution: [
          `By bytes a shard takes 1,000 KB / ${written(kilobytesEach)} KB = ${written(1000 / kilobytesEach)} records a second.`,
          `By number it takes 1,000; the smaller is ${written(Math.min(1000, 1000 / kilobytesEach))}.`,
          `${shards} shards × ${written(Math.min(1000, 1000 / kilobytesEach))} = ${written(value)} records a second.`,
        ],
      };
    },
  },
];
