import { always, isAbsent, propertyAt, type Resource } from '../model';
import { timeoutOf } from '../rules/lambda';
import { referredAt } from '../rules/references';
import type { RuleContext } from '../rules/rule';
import { amountAt, behind, byDefault, count, duration, type Compute, type ComputedFact } from './computedFact';

/** At 1,769 MB a function has the equivalent of one vCPU; less memory has its share. */
export const memory: Compute = (resource) => {
  const megabytes = amountAt(resource, 'MemorySize');
  if (!megabytes || megabytes.amount <= 0) return [];
  return [
    behind(megabytes.value, {
      kind: 'memory',
      label: `${count(megabytes.amount / 1769, 2)} vCPU`,
      explanation: `CPU grows with memory: ${count(megabytes.amount)} ÷ 1,769 MB for one vCPU.`,
      fact: 'lambda#vcpu',
    }),
  ];
};

export const timeout: Compute = (resource, context) => {
  const seconds = amountAt(resource, 'Timeout');
  if (!seconds) return [];
  const facts: ComputedFact[] = [];
  if (seconds.amount >= 60 && !resource.defaults) {
    facts.push(
      behind(seconds.value, {
        kind: 'timeout',
        label: duration(seconds.amount),
        explanation: 'A function may run for at most 900 seconds, 15 minutes.',
        fact: 'lambda#timeout',
      }),
    );
  }
  if (isCalledByApi(resource, context)) {
    facts.push(
      behind(seconds.value, {
        kind: 'timeout',
        label: seconds.amount > 29 ? 'API Gateway gives up after 29 s' : 'within the 29 s of API Gateway',
        explanation: 'A REST API waits 29 seconds for its backend by default, an HTTP API at most 30.',
        fact: 'api-gateway#timeout',
      }),
    );
  }
  for (const mapping of context.ofType('AWS::Lambda::EventSourceMapping')) {
    if (referredAt(mapping, 'FunctionName', context) !== resource) continue;
    const queue = referredAt(mapping, 'EventSourceArn', context);
    if (queue?.type !== 'AWS::SQS::Queue') continue;
    const hidden = amountAt(queue, 'VisibilityTimeout')?.amount ?? (isAbsent(queue, 'VisibilityTimeout') ? 30 : undefined);
    if (hidden === undefined) continue;
    facts.push(
      behind(seconds.value, {
        kind: 'timeout',
        label: `${queue.id} hides a message for ${count(hidden)} s`,
        explanation: `AWS advises a visibility timeout of at least six times the function's: 6 × ${count(seconds.amount)} = ${count(6 * seconds.amount)} seconds.`,
        fact: 'sqs#visibility-lambda',
      }),
    );
  }
  return facts;
};

function isCalledByApi(resource: Resource, context: RuleContext): boolean {
  return context
    .ofType('AWS::Lambda::Permission')
    .some(
      (permission) =>
        referredAt(permission, 'FunctionName', context) === resource &&
        always(propertyAt(permission, 'Principal')?.value, (name) => name === 'apigateway.amazonaws.com'),
    );
}

export const functionDefaults: Compute = (resource) => {
  if (resource.defaults) return [];
  const parts = [...(isAbsent(resource, 'Timeout') ? ['3 seconds'] : []), ...(isAbsent(resource, 'MemorySize') ? ['128 MB'] : [])];
  if (parts.length === 0) return [];
  return [
    byDefault(resource, {
      label: parts.join(', '),
      explanation: 'A function runs for 3 seconds at most and has 128 MB of memory unless Timeout and MemorySize are set.',
      fact: parts[0] === '128 MB' ? 'lambda#memory' : 'lambda#timeout',
    }),
  ];
};

export const reserved: Compute = (resource) => {
  const executions = amountAt(resource, 'ReservedConcurrentExecutions');
  const seconds = timeoutOf(resource);
  if (!executions || executions.amount <= 0 || seconds === undefined || seconds <= 0) return [];
  return [
    behind(executions.value, {
      kind: 'concurrency',
      label: `at least ${count(executions.amount / seconds, 1)} calls/s`,
      explanation: `Concurrency is calls a second times seconds a call: ${count(executions.amount)} ÷ ${count(seconds)} s, if each call took the whole timeout.`,
      fact: 'lambda#reserved-concurrency',
    }),
  ];
};

/** A stream is read by as many invocations at a time as it has shards, times the factor. */
export const parallel: Compute = (resource, context) => {
  const factor = amountAt(resource, 'ParallelizationFactor');
  const stream = referredAt(resource, 'EventSourceArn', context);
  const shards = stream?.type === 'AWS::Kinesis::Stream' ? amountAt(stream, 'ShardCount')?.amount : undefined;
  if (!factor || shards === undefined) return [];
  return [
    behind(factor.value, {
      kind: 'concurrency',
      label: `up to ${count(factor.amount * shards)} at a time`,
      explanation: `${count(factor.amount)} batches at a time from each of ${count(shards)} shards; order is kept for each partition key.`,
      fact: 'lambda#batch-size',
    }),
  ];
};
