import { isAbsent, propertyAt, type Resource } from '../model';
import { timeoutOf } from '../rules/lambda';
import { referredAt } from '../rules/references';
import type { RuleContext } from '../rules/rule';
import { amountAt, behind, byDefault, count, duration, type Compute } from './computedFact';

/** A period written in units of so many seconds. CDK durations say their unit themselves. */
export function retention(path: string, secondsOfUnit: number, fact: string): Compute {
  return (resource) => {
    const period = amountAt(resource, path);
    if (!period || period.amount <= 0 || resource.defaults) return [];
    const seconds = period.amount * secondsOfUnit;
    const explanation = `${count(period.amount)} × ${count(secondsOfUnit)} s = ${count(seconds)} s`;
    return [behind(period.value, { kind: 'retention', label: duration(seconds), explanation, fact })];
  };
}

export const logRetention: Compute = (resource) => {
  const days = amountAt(resource, 'RetentionInDays');
  const fact = 'cloudwatch-logs#retention';
  if (days && days.amount >= 60) {
    const months = days.amount / 30.44;
    const label = days.amount >= 365 ? duration(days.amount * 86_400) : `about ${count(Math.round(months))} months`;
    return [behind(days.value, { kind: 'retention', label, explanation: 'Events older than this are deleted.', fact })];
  }
  if (!isAbsent(resource, 'RetentionInDays') || resource.defaults) return [];
  return [
    byDefault(resource, {
      label: 'kept for ever',
      explanation: 'A log group without RetentionInDays keeps, and bills, its events until somebody deletes them.',
      fact,
    }),
  ];
};

export const queueDefaults: Compute = (resource) => {
  if (resource.defaults || !isAbsent(resource, 'VisibilityTimeout') || !isAbsent(resource, 'MessageRetentionPeriod')) return [];
  return [
    byDefault(resource, {
      label: 'hidden for 30 seconds once received, kept 4 days',
      explanation: 'VisibilityTimeout is 30 seconds and MessageRetentionPeriod 4 days unless they are set.',
      fact: 'sqs#visibility-timeout',
    }),
  ];
};

/** The functions that take messages from a queue, by the event source mappings of this template. */
export function consumersOf(queue: Resource, context: RuleContext): Resource[] {
  return context.ofType('AWS::Lambda::EventSourceMapping').flatMap((mapping) => {
    if (referredAt(mapping, 'EventSourceArn', context) !== queue) return [];
    const consumer = referredAt(mapping, 'FunctionName', context);
    return consumer ? [consumer] : [];
  });
}

export const visibility: Compute = (resource, context) => {
  const seconds = amountAt(resource, 'VisibilityTimeout');
  if (!seconds) return [];
  return consumersOf(resource, context).flatMap((consumer) => {
    const timeout = timeoutOf(consumer);
    if (timeout === undefined) return [];
    const times = seconds.amount / timeout;
    return [
      behind(seconds.value, {
        kind: 'visibility',
        label: `${count(times, 1)} × the ${count(timeout)} s of ${consumer.id}`,
        explanation: `AWS advises at least six times the function's timeout: 6 × ${count(timeout)} = ${count(6 * timeout)} seconds.`,
        fact: 'sqs#visibility-lambda',
      }),
    ];
  });
};

export const polling: Compute = (resource) => {
  const seconds = amountAt(resource, 'ReceiveMessageWaitTimeSeconds');
  if (!seconds) return [];
  return [
    behind(seconds.value, {
      kind: 'polling',
      label: seconds.amount === 0 ? 'short polling' : 'long polling',
      explanation: 'Long polling waits up to 20 seconds for a message and asks all servers, so empty answers are rare.',
      fact: 'sqs#long-polling',
    }),
  ];
};

/** How long a message that always fails goes round before it is put aside. */
export const redrive: Compute = (resource) => {
  const times = amountAt(resource, 'RedrivePolicy.maxReceiveCount');
  const hidden = amountAt(resource, 'VisibilityTimeout')?.amount ?? (isAbsent(resource, 'VisibilityTimeout') ? 30 : undefined);
  if (!times || hidden === undefined) return [];
  return [
    behind(times.value, {
      kind: 'redrive',
      label: `put aside after ${count(times.amount)} tries, about ${duration(times.amount * hidden)}`,
      explanation: `${count(times.amount)} receives, each hidden for ${count(hidden)} seconds. The dead-letter queue should keep messages longer than the source.`,
      fact: 'sqs#dead-letter',
    }),
  ];
};

export const shards: Compute = (resource) => {
  const number = amountAt(resource, 'ShardCount');
  if (!number) return [];
  return [
    behind(number.value, {
      kind: 'shards',
      label: `in ${count(number.amount)} MB/s and ${count(1_000 * number.amount)} records/s, out ${count(2 * number.amount)} MB/s`,
      explanation: 'Each shard takes 1 MB and 1,000 records a second; 2 MB a second go out, shared by all consumers without enhanced fan-out.',
      fact: 'kinesis#shard-write',
    }),
  ];
};

export const delivery: Compute = (resource) =>
  ['ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration'].flatMap((destination) => {
    const seconds = amountAt(resource, `${destination}.BufferingHints.IntervalInSeconds`);
    const size = amountAt(resource, `${destination}.BufferingHints.SizeInMBs`);
    if (!seconds || !size) return [];
    return [
      behind(seconds.value, {
        kind: 'buffer',
        label: `every ${duration(seconds.amount)} or ${count(size.amount)} MiB, whichever is first`,
        explanation: 'Firehose delivers when the first of the two is reached.',
        fact: 'data-firehose#buffer-size',
      }),
    ];
  });

const perDay: Readonly<Record<string, number>> = { minute: 1440, hour: 24, day: 1 };

/** How often a `rate(...)` runs. */
export const schedule: Compute = (resource) => {
  const value = propertyAt(resource, 'ScheduleExpression')?.value;
  const match = value?.kind === 'known' ? /^rate\((\d+) (minute|hour|day)s?\)$/.exec(String(value.value)) : undefined;
  const every = Number(match?.[1]);
  if (!value || !match || !(every > 0)) return [];
  const day = (perDay[match[2] ?? ''] ?? 0) / every;
  const label = day >= 1 ? `${count(day, 1)} times a day, ${count(day * 30)} in 30 days` : `${count(day * 30, 1)} times in 30 days`;
  return [behind(value, { kind: 'schedule', label, explanation: `rate(${match[1] ?? ''} ${match[2] ?? ''}s)`, fact: 'eventbridge#pattern-or-schedule' })];
};
