import { propertyAt, type Property, type Resource, type Template, type Value } from '../model';
import { demand, required, surelyUnset } from './demands';
import { refersTo } from './references';
import { closedToWorld, takesPlainHttp, withoutAction, withoutNegation } from './resourcePolicies';
import type { Rule, RuleContext } from './rule';
import { themes } from './themes';

const ofQueue = { service: 'sqs', types: ['AWS::SQS::Queue'] } as const;
const ofPolicy = { service: 'sqs', types: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'] } as const;

/** Properties that name a queue for what could not be processed or delivered. */
const failureProperties = /^(?:redrivePolicy|deadLetter\w*|onFailure|errorAction)$/i;
const failureTargets = /arn|queue|destination|target|url/i;

const failureQueues = new WeakMap<Template, readonly Value[]>();

/** Everything that the document names as a place for failures, looked for once. */
function failureQueuesOf({ template }: RuleContext): readonly Value[] {
  // Whoever uses what was found before looks at all resources too.
  const { resources } = template;
  const known = failureQueues.get(template);
  if (known) return known;
  const found = resources
    .filter(({ type }) => failureTypes.has(type))
    .flatMap((resource) => resource.properties.entries.filter(({ name }) => holdsFailures.test(name)).flatMap(failureValues));
  failureQueues.set(template, found);
  return found;
}

/** Properties in which, at whatever depth, such a place is named. */
const holdsFailures = /^(?:RedrivePolicy|DeadLetter\w*|DestinationConfig|Destination|OnFailure|Targets?|TopicRulePayload|ErrorAction|SourceParameters)$/i;

/** Types that name a queue for what fails; reading all properties of all others would cost more than all other rules. */
const failureTypes = new Set([
  'AWS::Events::Rule',
  'AWS::IoT::TopicRule',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Pipes::Pipe',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::SQS::QueueInlinePolicy',
  'AWS::Scheduler::Schedule',
]);

function failureValues({ name, value }: Property): Value[] {
  return failureProperties.test(name) ? targetsIn(value) : within(value).flatMap(failureValues);
}

function targetsIn(value: Value): Value[] {
  if (value.kind !== 'map') return [value];
  return value.entries.flatMap((entry) =>
    entry.value.kind === 'map' || entry.value.kind === 'list' ? targetsIn(entry.value) : failureTargets.test(entry.name) ? [entry.value] : [],
  );
}

function within(value: Value): readonly Property[] {
  if (value.kind === 'map') return value.entries;
  return value.kind === 'list' ? value.items.flatMap(within) : [];
}

/** A queue that takes failures itself, by what names it, by whom it admits, or by its name. */
function mayTakeFailures(queue: Resource, context: RuleContext): boolean {
  const name = propertyAt(queue, 'QueueName')?.value;
  if (/dlq|dead-?letter/i.test(queue.id) || (name?.kind === 'known' && /dlq|dead-?letter/i.test(String(name.value)))) return true;
  return !surelyUnset(queue, 'RedriveAllowPolicy') || failureQueuesOf(context).some((value) => refersTo(value, queue, context, 'QueueName') !== false);
}

export const sqsProtectionRules: readonly Rule[] = [
  required(
    {
      ...ofQueue,
      id: 'sqs-encryption-unwritten',
      title: 'Queue whose encryption is not written down',
      why: 'New queues are encrypted by keys of SQS; a template that says so shows it, and keeps queues from before from staying behind.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'sqs#encryption',
    },
    {
      paths: ['KmsMasterKeyId', 'SqsManagedSseEnabled'],
      message: "No encryption is written down: SQS's own keys encrypt new queues. Set SqsManagedSseEnabled, or KmsMasterKeyId for a key of your choice.",
    },
  ),
  demand(
    {
      ...ofQueue,
      id: 'sqs-own-key',
      title: 'Queue without a KMS key of your own',
      why: 'With a key of your own you decide who may read messages, and each use is recorded.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'sqs#encryption-kms',
    },
    {
      path: 'KmsMasterKeyId',
      is: (key) => key !== '' && !/(?:^|:)alias\/aws\/sqs$/.test(String(key)),
      whenAbsent: false,
      message: (how) => `KmsMasterKeyId ${how}: no key of yours protects the messages, so no key policy and no audit of its use.`,
    },
  ),
  required(
    {
      ...ofQueue,
      id: 'sqs-no-dead-letter',
      title: 'Queue without a dead-letter queue',
      why: 'A message that no consumer can process comes back until it expires, and then it is lost.',
      severity: 'hint',
      tasks: themes.decoupling,
      fact: 'sqs#dead-letter',
    },
    {
      paths: ['RedrivePolicy'],
      when: (resource, context) => !mayTakeFailures(resource, context),
      message: 'Messages that fail again and again stay until they expire. Give the queue a RedrivePolicy with a dead-letter queue.',
    },
  ),
  demand(
    {
      ...ofQueue,
      id: 'sqs-short-polling',
      title: 'Queue with short polling',
      why: 'Short polling asks some servers only and bills many empty answers.',
      severity: 'hint',
      tasks: ['saa-c03/3.5', 'sap-c02/3.5'],
      fact: 'sqs#long-polling',
    },
    {
      path: 'ReceiveMessageWaitTimeSeconds',
      is: (wait) => Number(wait) > 0,
      whenAbsent: false,
      message: (how) => `The wait time ${how}: consumers that set none poll short, with empty answers to pay for. 20 seconds make it long polling.`,
    },
  ),
  {
    ...ofQueue,
    id: 'sqs-tls-not-demanded',
    title: 'Queue whose policy does not demand TLS',
    why: 'A statement that denies requests without TLS keeps messages from travelling in the clear.',
    severity: 'hint',
    tasks: themes.data,
    fact: 'sqs#tls',
    check: (resource, context) => {
      if (resource.defaults !== undefined) return undefined;
      if (!takesPlainHttp(resource, ofPolicy.types, context)) return undefined;
      return [{ span: resource.typeSpan, message: 'No policy of this queue refuses requests without TLS. Deny them on aws:SecureTransport false.' }];
    },
  },
  closedToWorld(
    {
      ...ofPolicy,
      id: 'sqs-policy-open',
      title: 'Queue open to everyone',
      why: 'Whoever may send to a queue can start its consumers, and whoever may receive takes the messages away.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'sqs#queue-policy',
    },
    {
      path: 'PolicyDocument',
      message: 'Anybody may do this with the queue, without a condition that narrows it. Name the accounts, or a service with aws:SourceArn.',
    },
  ),
  withoutAction(
    {
      ...ofPolicy,
      id: 'sqs-policy-wildcard-action',
      title: 'Queue policy for every action',
      why: 'Every action includes deleting the queue and changing this policy.',
      severity: 'information',
      tasks: themes.access,
      fact: 'sqs#queue-policy',
    },
    {
      path: 'PolicyDocument',
      pattern: /^(?:\*|sqs:\*)$/i,
      message: 'This allows every action on the queue. Name those that are needed, such as sqs:SendMessage.',
    },
  ),
  withoutNegation(
    {
      ...ofPolicy,
      id: 'sqs-policy-not-principal',
      title: 'Queue policy that allows all but some',
      why: 'Everybody but the listed principals includes every stranger.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'sqs#queue-policy',
    },
    {
      path: 'PolicyDocument',
      element: 'NotPrincipal',
      message: 'Allow with NotPrincipal means everybody but the listed ones, strangers included. Name in Principal who may.',
    },
  ),
  withoutNegation(
    {
      ...ofPolicy,
      id: 'sqs-policy-not-action',
      title: 'Queue policy that allows by NotAction',
      why: 'Allow with NotAction permits all other actions, also those that come later.',
      severity: 'information',
      tasks: themes.access,
      fact: 'sqs#queue-policy',
    },
    {
      path: 'PolicyDocument',
      element: 'NotAction',
      message: 'Allow with NotAction permits everything but these actions. List the actions that are needed under Action.',
    },
  ),
];
