import { isFalse, isTrue, propertyAt, propertyOf, type Resource, type Value } from '../model';
import { isUnset, placesAt, single, spanOf, valuesAt } from './demands';
import { referred, referredAt } from './references';
import type { Report, Rule, RuleContext } from './rule';

/** Whether a queue or topic is FIFO; nothing where the text does not tell. */
export function isFifo(resource: Resource | undefined): boolean | undefined {
  const property = resource?.type === 'AWS::SQS::Queue' ? 'FifoQueue' : resource?.type === 'AWS::SNS::Topic' ? 'FifoTopic' : undefined;
  const [place] = resource && property !== undefined ? placesAt(resource, property) : [];
  if (!place) return undefined;
  if (isUnset(place)) return false;
  if (place.value?.kind !== 'known') return undefined;
  return isTrue(place.value.value) ? true : isFalse(place.value.value) ? false : undefined;
}

/** The target of a redrive policy, as CloudFormation, a low-level construct or `Queue` of the CDK names it. */
function redriveTarget(resource: Resource): Value | undefined {
  return ['deadLetterTargetArn', 'DeadLetterTargetArn', 'Queue']
    .map((name) => propertyAt(resource, `RedrivePolicy.${name}`)?.value)
    .find((value) => value !== undefined);
}

function deadLetterQueueOf(resource: Resource, context: RuleContext): Resource | undefined {
  const queue = referred(redriveTarget(resource), context);
  return queue?.type === 'AWS::SQS::Queue' ? queue : undefined;
}

function kind(fifo: boolean): string {
  return fifo ? 'FIFO' : 'standard';
}

/** Reports a value that refers to a FIFO queue or topic. */
function fifoAt(value: Value | undefined, context: RuleContext, message: (id: string) => string): Report[] {
  const target = referred(value, context);
  return value && target && isFifo(target) === true ? [{ span: spanOf(value), message: message(target.id) }] : [];
}

export const deadLetterRules: readonly Rule[] = [
  single(
    {
      id: 'sqs-dead-letter-kind',
      service: 'sqs',
      title: 'Dead-letter queue of the other kind',
      why: 'The dead-letter queue of a FIFO queue must be FIFO, that of a standard queue standard.',
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'sap-c02/3.4'],
      fact: 'sqs#dead-letter',
      types: ['AWS::SQS::Queue'],
    },
    (resource, context) => {
      const value = redriveTarget(resource);
      const failed = deadLetterQueueOf(resource, context);
      const [own, other] = [isFifo(resource), isFifo(failed)];
      if (!value || !failed || own === undefined || other === undefined || own === other) return undefined;
      return { span: spanOf(value), message: `${failed.id} is a ${kind(other)} queue, and ${resource.id} a ${kind(own)} one: both must be of the same kind.` };
    },
  ),
  single(
    {
      id: 'sqs-dead-letter-circle',
      service: 'sqs',
      title: 'Dead-letter queues in a circle',
      why: 'Failed messages would come back for ever, and the stack has a circular dependency.',
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'sap-c02/3.4'],
      fact: 'sqs#dead-letter',
      types: ['AWS::SQS::Queue'],
    },
    (resource, context) => {
      const value = redriveTarget(resource);
      const seen = new Set<Resource>();
      let next = deadLetterQueueOf(resource, context);
      while (next && next !== resource && !seen.has(next)) {
        seen.add(next);
        next = deadLetterQueueOf(next, context);
      }
      return next === resource && value
        ? { span: spanOf(value), message: 'From here messages that failed come back to this queue. End the chain in a queue without a redrive policy.' }
        : undefined;
    },
  ),
  {
    id: 'sns-fifo-subscriber',
    service: 'sns',
    title: 'Subscriber that the kind of topic does not serve',
    why: 'A FIFO topic delivers to SQS queues only, and a standard topic not to FIFO queues.',
    severity: 'warning',
    tasks: ['saa-c03/2.1', 'sap-c02/2.4'],
    fact: 'sns#fifo-subscribers',
    types: ['AWS::SNS::Subscription', 'AWS::SNS::Topic'],
    check: (resource, context) => {
      const inline = resource.type === 'AWS::SNS::Topic';
      const topic = inline ? resource : referredAt(resource, 'TopicArn', context);
      const fifo = topic?.type === 'AWS::SNS::Topic' ? isFifo(topic) : undefined;
      const subscriptions = inline ? valuesAt(resource, 'Subscription') : [resource.properties];
      return subscriptions.flatMap((subscription): Report[] => {
        const protocol = propertyOf(subscription, 'Protocol')?.value;
        const endpoint = propertyOf(subscription, 'Endpoint')?.value;
        if (fifo === true && protocol?.kind === 'known' && protocol.value !== 'sqs') {
          return [
            { span: spanOf(protocol), message: `${topic?.id ?? 'The topic'} is a FIFO topic, which delivers to SQS queues only. Let a queue start the rest.` },
          ];
        }
        return fifo === false ? fifoAt(endpoint, context, (id) => `${id} is a FIFO queue, which cannot subscribe to a standard topic.`) : [];
      });
    },
  },
  {
    id: 's3-notification-fifo',
    service: 's3',
    title: 'Notification to a FIFO queue or topic',
    why: 'S3 sends its notifications to standard queues and topics only; EventBridge reaches FIFO queues.',
    severity: 'warning',
    tasks: ['saa-c03/2.1'],
    fact: 's3#event-delivery',
    types: ['AWS::S3::Bucket'],
    check: (resource, context) =>
      ['QueueConfigurations.*.Queue', 'TopicConfigurations.*.Topic']
        .flatMap((path) => valuesAt(resource, `NotificationConfiguration.${path}`))
        .flatMap((value) =>
          fifoAt(value, context, (id) => `${id} is FIFO, where S3 cannot send notifications. Go through EventBridge, or use a standard one.`),
        ),
  },
  {
    id: 'lambda-dead-letter-fifo',
    service: 'lambda',
    title: 'FIFO target for failed asynchronous calls',
    why: 'Dead-letter targets and destinations of a function are standard queues and topics.',
    severity: 'warning',
    tasks: ['saa-c03/2.1', 'sap-c02/3.4'],
    fact: 'lambda#destinations',
    types: ['AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::Function'],
    check: (resource, context) =>
      ['DeadLetterConfig.TargetArn', 'DestinationConfig.OnFailure.Destination', 'DestinationConfig.OnSuccess.Destination']
        .flatMap((path) => valuesAt(resource, path))
        .flatMap((value) => fifoAt(value, context, (id) => `${id} is FIFO, and Lambda delivers asynchronous events only to standard queues and topics.`)),
  },
  {
    id: 'eventbridge-dead-letter-fifo',
    service: 'eventbridge',
    title: 'FIFO dead-letter queue of a target',
    why: 'EventBridge takes a standard queue only.',
    severity: 'warning',
    tasks: ['saa-c03/2.1', 'sap-c02/3.4'],
    fact: 'eventbridge#dead-letter',
    types: ['AWS::Events::Rule'],
    check: (resource, context) =>
      valuesAt(resource, 'Targets.*.DeadLetterConfig.Arn').flatMap((value) =>
        fifoAt(value, context, (id) => `${id} is a FIFO queue; the dead-letter queue of a target must be a standard one.`),
      ),
  },
];
