import { numberOf, propertyAt, type Resource } from '../model';
import { isFifo } from './deadLetters';
import { isUnset, placesAt, single, spanOf, surelyUnset } from './demands';
import { isConditional, referredAt, refersAt } from './references';
import type { Rule, RuleContext } from './rule';

const mapping = ['AWS::Lambda::EventSourceMapping'];

/** A number at a path, or what holds where nothing sets it. */
function amount(resource: Resource, path: string, preset: number): number | undefined {
  const [place] = placesAt(resource, path);
  return place && isUnset(place) ? preset : numberOf(place?.value);
}

function sourceOf(resource: Resource, context: RuleContext): Resource | undefined {
  return referredAt(resource, 'EventSourceArn', context);
}

/** Mappings that certainly read from a resource. */
function mappingsOf(source: Resource, context: RuleContext): Resource[] {
  return context.ofType('AWS::Lambda::EventSourceMapping').filter((one) => refersAt(one, 'EventSourceArn', source, context) === true && !isConditional(one));
}

export const eventMappingRules: readonly Rule[] = [
  single(
    {
      id: 'lambda-fifo-batch',
      service: 'lambda',
      title: 'Batch that a FIFO queue does not give',
      why: 'A FIFO queue gives at most 10 messages at a time and no batching window.',
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'saa-c03/3.2'],
      fact: 'lambda#batch-size',
      types: mapping,
    },
    (resource, context) => {
      if (isFifo(sourceOf(resource, context)) !== true) return undefined;
      const batch = propertyAt(resource, 'BatchSize')?.value;
      const size = numberOf(batch);
      if (batch && size !== undefined && size > 10)
        return { span: spanOf(batch), message: `A batch of ${size} is refused: a FIFO queue gives at most 10 messages.` };
      const window = propertyAt(resource, 'MaximumBatchingWindowInSeconds')?.value;
      return window && (numberOf(window) ?? 0) > 0 ? { span: spanOf(window), message: 'A FIFO queue has no batching window. Leave this out.' } : undefined;
    },
  ),
  single(
    {
      id: 'lambda-batch-without-window',
      service: 'lambda',
      title: 'Large batch without a batching window',
      why: 'Lambda takes more than 10 messages of a queue at a time only with a window of a second or more.',
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'saa-c03/3.2'],
      fact: 'lambda#batch-window',
      types: mapping,
    },
    (resource, context) => {
      const source = sourceOf(resource, context);
      const batch = propertyAt(resource, 'BatchSize')?.value;
      const size = numberOf(batch);
      if (source?.type !== 'AWS::SQS::Queue' || isFifo(source) !== false || !batch || size === undefined || size <= 10) return undefined;
      if (amount(resource, 'MaximumBatchingWindowInSeconds', 0) !== 0) return undefined;
      return { span: spanOf(batch), message: `A batch of ${size} messages needs MaximumBatchingWindowInSeconds of at least 1.` };
    },
  ),
  single(
    {
      id: 'lambda-queue-visibility-window',
      service: 'sqs',
      title: 'Visibility timeout that forgets the batching window',
      why: 'Messages wait hidden while a batch gathers; AWS advises six times the timeout of the function plus the window.',
      severity: 'hint',
      tasks: ['saa-c03/2.1', 'sap-c02/3.4'],
      fact: 'sqs#visibility-lambda',
      types: mapping,
    },
    (resource, context) => {
      const queue = sourceOf(resource, context);
      const consumer = referredAt(resource, 'FunctionName', context);
      const value = propertyAt(resource, 'MaximumBatchingWindowInSeconds')?.value;
      const window = numberOf(value);
      if (queue?.type !== 'AWS::SQS::Queue' || consumer?.type !== 'AWS::Lambda::Function' || !value || window === undefined) return undefined;
      const visibility = amount(queue, 'VisibilityTimeout', 30);
      const timeout = amount(consumer, 'Timeout', 3);
      if (visibility === undefined || timeout === undefined || visibility < 6 * timeout || visibility >= 6 * timeout + window) return undefined;
      return {
        span: spanOf(value),
        message: `${queue.id} hides messages for ${visibility} seconds; with a window of ${window} AWS advises at least ${6 * timeout + window}.`,
      };
    },
  ),
  single(
    {
      id: 'sqs-few-receives-lambda',
      service: 'sqs',
      title: 'Message given up after a few tries of a function',
      why: 'A throttled function counts as a failed receive, so AWS advises a maxReceiveCount of at least 5 with Lambda.',
      severity: 'hint',
      tasks: ['saa-c03/2.1', 'sap-c02/3.4'],
      fact: 'sqs#dead-letter',
      types: ['AWS::SQS::Queue'],
    },
    (resource, context) => {
      const value = ['maxReceiveCount', 'MaxReceiveCount'].map((name) => propertyAt(resource, `RedrivePolicy.${name}`)?.value).find((one) => one !== undefined);
      const count = numberOf(value);
      if (!value || count === undefined || count >= 5 || mappingsOf(resource, context).length === 0) return undefined;
      return {
        span: spanOf(value),
        message: `After ${count === 1 ? 'one receive' : `${count} receives`} a message is set aside, throttled calls of the function included. AWS advises at least 5.`,
      };
    },
  ),
  single(
    {
      id: 'dynamodb-stream-readers',
      service: 'dynamodb',
      title: 'More than two readers of a table stream',
      why: 'More than two processes on the same shard of a DynamoDB stream may be throttled.',
      severity: 'information',
      tasks: ['saa-c03/3.5', 'sap-c02/2.5'],
      fact: 'dynamodb#stream-readers',
      types: ['AWS::DynamoDB::Table'],
    },
    (resource, context) => {
      const readers = mappingsOf(resource, context);
      const third = readers[2];
      const value = third && propertyAt(third, 'EventSourceArn')?.value;
      if (!value) return undefined;
      return {
        span: spanOf(value),
        resource: third,
        message: `${readers.length} functions read the stream of ${resource.id}, made for two. Fan out from one, or send the changes to a Kinesis data stream.`,
      };
    },
  ),
  single(
    {
      id: 'kinesis-shared-reads',
      service: 'kinesis',
      title: 'Several functions that share the reads of a stream',
      why: 'Consumers without enhanced fan-out share 2 MB and five reads a second of each shard.',
      severity: 'hint',
      tasks: ['saa-c03/3.5', 'sap-c02/2.5'],
      fact: 'kinesis#shard-read',
      types: ['AWS::Kinesis::Stream'],
    },
    (resource, context) => {
      const readers = mappingsOf(resource, context);
      const third = readers[2];
      const value = third && propertyAt(third, 'EventSourceArn')?.value;
      if (!value) return undefined;
      return {
        span: spanOf(value),
        resource: third,
        message: `${readers.length} functions share 2 MB and five reads a second of each shard of ${resource.id}. A StreamConsumer (enhanced fan-out) gives one its own.`,
      };
    },
  ),
  single(
    {
      id: 'dynamodb-stream-off',
      service: 'dynamodb',
      title: 'Mapping to a table without a stream',
      why: 'Without StreamSpecification a table has no stream, and the stack fails on its ARN.',
      severity: 'warning',
      tasks: ['saa-c03/3.5', 'saa-c03/2.1'],
      fact: 'dynamodb#streams',
      types: ['AWS::DynamoDB::Table'],
    },
    (resource, context) => {
      const [reader] = mappingsOf(resource, context);
      const value = reader && propertyAt(reader, 'EventSourceArn')?.value;
      if (!value || !surelyUnset(resource, 'StreamSpecification')) return undefined;
      return { span: spanOf(value), resource: reader, message: `${resource.id} has no stream. Give it a StreamSpecification with a StreamViewType.` };
    },
  ),
];
