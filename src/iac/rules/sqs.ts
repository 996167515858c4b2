import { always, isAbsent, isFalse, isTrue, knownAt, numberOf, propertyAt, type Resource } from '../model';
import { written, type Rule, type RuleContext } from './rule';

const queue = ['AWS::SQS::Queue'];
/** CloudFormation's default retention: four days, in seconds. */
const defaultRetention = 345_600;
/** The longest retention: 14 days, in seconds. */
const longestRetention = 1_209_600;

function retentionOf(resource: Resource): number | undefined {
  return numberOf(propertyAt(resource, 'MessageRetentionPeriod')?.value) ?? (isAbsent(resource, 'MessageRetentionPeriod') ? defaultRetention : undefined);
}

function deadLetterQueueOf(resource: Resource, context: RuleContext): Resource | undefined {
  const target = propertyAt(resource, 'RedrivePolicy.deadLetterTargetArn')?.value ?? propertyAt(resource, 'RedrivePolicy.Queue')?.value;
  return target?.kind === 'reference' ? context.resource(target.target) : undefined;
}

export const sqsRules: readonly Rule[] = [
  {
    id: 'sqs-dead-letter-retention',
    service: 'sqs',
    title: 'Dead-letter queue that forgets first',
    why: 'In a standard queue a message keeps its age when it moves, so a dead-letter queue with no longer retention may drop it at once.',
    severity: 'information',
    tasks: ['saa-c03/2.1', 'sap-c02/3.4'],
    fact: 'sqs#dead-letter',
    types: queue,
    check: (resource, context) => {
      const failed = deadLetterQueueOf(resource, context);
      if (failed?.type !== 'AWS::SQS::Queue') return undefined;
      const own = retentionOf(resource);
      const other = retentionOf(failed);
      if (own === undefined || other === undefined || other > own || other >= longestRetention) return undefined;
      const fifo = propertyAt(resource, 'FifoQueue')?.value;
      if (fifo ? !always(fifo, isFalse) : !isAbsent(resource, 'FifoQueue')) return undefined;
      const span = propertyAt(failed, 'MessageRetentionPeriod')?.value ?? failed.typeSpan;
      return [
        {
          span,
          resource: failed,
          message: `${failed.id} keeps messages for ${days(other)}, ${resource.id} for ${days(own)}. Age counts from the first send, so give the dead-letter queue longer, up to 14 days.`,
        },
      ];
    },
  },
  {
    id: 'sqs-unencrypted',
    service: 'sqs',
    title: 'Queue left unencrypted on purpose',
    why: 'Encryption with keys of SQS is on by default and free.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'sqs#encryption',
    types: queue,
    check: (resource, { template }) => {
      const value = propertyAt(resource, 'SqsManagedSseEnabled')?.value;
      if (!always(value, isFalse) || !isAbsent(resource, 'KmsMasterKeyId')) return undefined;
      const literal = template.kind === 'cloudformation' && value.kind === 'known' && value.parameter === undefined;
      return [
        {
          span: value,
          message: 'This switches off the free encryption that new queues have, and no KMS key takes its place.',
          ...(literal ? { fix: { title: 'Encrypt with keys of SQS', span: value, text: written(true, template.language) } } : {}),
        },
      ];
    },
  },
  {
    id: 'sqs-fifo-name',
    service: 'sqs',
    title: 'FIFO queue whose name does not end in .fifo',
    why: 'SQS refuses such a name.',
    severity: 'warning',
    tasks: ['saa-c03/2.1'],
    fact: 'sqs#fifo',
    types: queue,
    check: (resource) => {
      const name = knownAt(resource, 'QueueName');
      if (!always(propertyAt(resource, 'FifoQueue')?.value, isTrue) || typeof name?.value !== 'string' || name.value.endsWith('.fifo')) return undefined;
      return [{ span: name, message: 'The name of a FIFO queue must end in .fifo.' }];
    },
  },
  {
    id: 'sqs-retention-range',
    service: 'sqs',
    title: 'Retention outside what SQS takes',
    why: 'Messages are kept from 60 seconds to 14 days.',
    severity: 'warning',
    tasks: ['saa-c03/2.1'],
    fact: 'sqs#retention',
    types: queue,
    check: (resource) => {
      const value = knownAt(resource, 'MessageRetentionPeriod');
      const seconds = numberOf(value);
      if (!value || seconds === undefined || (seconds >= 60 && seconds <= longestRetention)) return undefined;
      return [{ span: value, message: `${seconds} seconds is outside the range of 60 to 1,209,600 (14 days).` }];
    },
  },
];

function days(seconds: number): string {
  const count = seconds / 86_400;
  return count >= 1 ? `${Number(count.toFixed(1))} ${count === 1 ? 'day' : 'days'}` : `${seconds} seconds`;
}
