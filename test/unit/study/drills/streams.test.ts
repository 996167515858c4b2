import assert from 'node:assert/strict';
import { fifoBatchSize, instancesForBacklog, messagesInFlight, visibilityTimeoutFor } from '../../../../src/study/drills/queues';
import { kinesisCapacity, kinesisRecordRate, kinesisShards } from '../../../../src/study/drills/streams';
import { figure, first, recounted } from './stems';

describe('shards of a Kinesis data stream', () => {
  it('add up: ten take 10 MB or 10,000 records a second and give 20 MB', () => {
    assert.deepEqual(kinesisCapacity(10), { megabytesIn: 10, recordsIn: 10_000, megabytesOut: 20 });
  });

  it('are counted by whichever needs most', () => {
    assert.equal(kinesisShards({ recordsPerSecond: 10_000, kilobytesEach: 1, sharedConsumers: 2 }), 10);
    assert.equal(kinesisShards({ recordsPerSecond: 9500, kilobytesEach: 0.1, sharedConsumers: 1 }), 10);
    assert.equal(kinesisShards({ recordsPerSecond: 1000, kilobytesEach: 4, sharedConsumers: 0 }), 4);
    assert.equal(kinesisShards({ recordsPerSecond: 1000, kilobytesEach: 4, sharedConsumers: 5 }), 10);
  });

  it('are the fewest that carry the load of the stem', () => {
    recounted('kinesis-shards', (stem) => {
      const records = figure(stem, /([\d,]+) records a second/);
      // In whole bytes, so that nothing is lost to binary fractions.
      const bytes = records * Math.round(figure(stem, /([\d.]+) KB each/) * 1000);
      const consumers = stem.includes('One consumer') ? 1 : figure(stem, /(\d) consumers/);
      const read = stem.includes('with enhanced fan-out') ? 0 : bytes * consumers;
      return first(1, (shards) => records <= shards * 1000 && bytes <= shards * 1_000_000 && read <= shards * 2_000_000);
    });
  });

  it('take records until their number or their bytes are used up', () => {
    assert.equal(kinesisRecordRate({ shards: 10, kilobytesEach: 1 }), 10_000);
    assert.equal(kinesisRecordRate({ shards: 3, kilobytesEach: 5 }), 600);
    recounted('kinesis-record-rate', (stem) => {
      const bytes = Math.round(figure(stem, /([\d.]+) KB/) * 1000);
      return figure(stem, /(\d+) shards/) * (first(1, (records) => records > 1000 || records * bytes > 1_000_000) - 1);
    });
  });
});

describe('SQS', () => {
  it('hides messages for six timeouts of the function and the batching window', () => {
    assert.equal(visibilityTimeoutFor({ functionTimeout: 30, batchingWindow: 20 }), 200);
    recounted('sqs-visibility-timeout', (stem) => {
      let seconds = stem.includes('without a batching window') ? 0 : figure(stem, /batching window of (\d+) seconds/);
      for (let tries = 0; tries < 6; tries++) seconds += figure(stem, /timeout (?:of|is) (\d+) seconds/);
      return seconds;
    });
  });

  it('has in flight what was received and not yet deleted, second by second', () => {
    assert.equal(messagesInFlight({ messagesPerSecond: 100, seconds: 30 }), 3000);
    recounted('sqs-in-flight', (stem) => {
      const rate = figure(stem, /(\d+) messages a second/);
      if (stem.includes('From which')) return first(1, (seconds) => rate * seconds >= 120_000);
      const seconds = figure(stem, /deleted ([\d,]+) seconds/);
      let inFlight = 0;
      for (let now = 0; now < 2 * seconds; now++) inFlight += rate - (now >= seconds ? rate : 0);
      assert.ok(inFlight <= 120_000);
      return inFlight;
    });
  });

  it('takes 300 calls a second on a FIFO queue, with at most ten messages each', () => {
    assert.deepEqual([300, 301, 3000].map(fifoBatchSize), [1, 2, 10]);
    assert.equal(fifoBatchSize(3001), undefined);
    recounted('sqs-fifo-batches', (stem) => {
      const messages = figure(stem, /([\d,]+) (?:trades|messages) a second/);
      return first(1, (size) => Math.ceil(messages / size) <= 300);
    });
  });

  it('asks for as many instances as keep the longest wait', () => {
    assert.equal(instancesForBacklog({ messages: 1500, secondsEach: 0.1, longestWait: 10 }), 15);
    recounted('sqs-backlog', (stem) => {
      const messages = figure(stem, /([\d,]+) messages/);
      const each = figure(stem, /([\d.]+) seconds(?: for it| each)/);
      const wait = figure(stem, /longer than ([\d,.]+) seconds/);
      return first(1, (instances) => (messages / instances) * each <= wait + 1e-9);
    });
  });
});
