import { acrossTypes } from './composition';
import { demand, required, surely, surelyUnset } from './demands';
import { closedToWorld, takesPlainHttp, withoutAction, withoutNegation } from './resourcePolicies';
import type { Rule } from './rule';
import { themes } from './themes';

const ofTopic = { service: 'sns', types: ['AWS::SNS::Topic'] } as const;
const ofSubscription = { service: 'sns', types: ['AWS::SNS::Subscription'] } as const;
const ofPolicy = { service: 'sns', types: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'] } as const;

const httpMessage = (): string => 'Messages travel to this endpoint in the clear. Use the https protocol.';

export const snsRules: readonly Rule[] = [
  required(
    {
      ...ofTopic,
      id: 'sns-no-key',
      title: 'Topic without a KMS key',
      why: 'Only with a KMS key are the messages themselves encrypted at rest, under a key policy and with an audit trail.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'sns#encryption',
    },
    {
      paths: ['KmsMasterKeyId'],
      message: 'No KMS key is named: SNS encrypts its disks, but no message under a key. Set KmsMasterKeyId, best to a key of your own.',
    },
  ),
  demand(
    {
      ...ofTopic,
      id: 'sns-aws-managed-key',
      title: 'Topic with the key of AWS',
      why: 'The policy of alias/aws/sns cannot be changed and does not admit AWS services such as S3 or CloudWatch as publishers.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'sns#encryption',
    },
    {
      path: 'KmsMasterKeyId',
      is: (key) => !/(?:^|:)alias\/aws\/sns$/.test(String(key)),
      whenAbsent: true,
      message: () => 'This key belongs to AWS: you cannot change its policy, and AWS services cannot publish to the topic with it. Use a key of your own.',
    },
  ),
  required(
    {
      ...ofTopic,
      id: 'sns-no-delivery-status',
      title: 'Topic without delivery status',
      why: 'Delivery status logs tell which subscriber failed to take a message, and why.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'sns#delivery-status',
    },
    {
      paths: ['DeliveryStatusLogging'],
      message: 'Deliveries of this topic are not logged. DeliveryStatusLogging records them by protocol in CloudWatch Logs.',
    },
  ),
  demand(
    {
      ...ofTopic,
      id: 'sns-fifo-name',
      title: 'FIFO topic whose name does not end in .fifo',
      why: 'SNS refuses such a name.',
      severity: 'warning',
      tasks: ['saa-c03/2.1'],
      fact: 'sns#fifo',
    },
    {
      path: 'TopicName',
      is: (name) => String(name).endsWith('.fifo'),
      whenAbsent: true,
      when: (resource) => surely(resource, 'FifoTopic', (fifo) => fifo === true || fifo === 'true'),
      message: () => 'The name of a FIFO topic must end in .fifo.',
    },
  ),
  {
    ...ofTopic,
    id: 'sns-tls-not-demanded',
    title: 'Topic whose policy does not demand TLS',
    why: 'A topic without a KMS key takes messages over plain HTTP unless its policy denies that.',
    severity: 'hint',
    tasks: themes.data,
    fact: 'sns#tls',
    check: (resource, context) => {
      // With a key SNS takes requests over HTTPS only.
      if (resource.defaults !== undefined || !surelyUnset(resource, 'KmsMasterKeyId')) return undefined;
      if (!takesPlainHttp(resource, ofPolicy.types, context)) return undefined;
      return [
        { span: resource.typeSpan, message: 'No policy of this topic refuses messages sent without TLS. Deny sns:Publish on aws:SecureTransport false.' },
      ];
    },
  },
  closedToWorld(
    {
      ...ofPolicy,
      id: 'sns-policy-open',
      title: 'Topic open to everyone',
      why: 'Whoever may publish can start what subscribes; whoever may subscribe reads all messages.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'sns#topic-policy',
    },
    {
      path: 'PolicyDocument',
      message: 'Anybody may do this with the topic, without a condition that narrows it. Name the accounts, or a service with aws:SourceArn.',
    },
  ),
  withoutAction(
    {
      ...ofPolicy,
      id: 'sns-policy-wildcard-action',
      title: 'Topic policy for every action',
      why: 'Every action includes deleting the topic and changing this policy.',
      severity: 'information',
      tasks: themes.access,
      fact: 'sns#topic-policy',
    },
    { path: 'PolicyDocument', pattern: /^(?:\*|sns:\*)$/i, message: 'This allows every action on the topic. Name those that are needed, such as sns:Publish.' },
  ),
  withoutNegation(
    {
      ...ofPolicy,
      id: 'sns-policy-not-principal',
      title: 'Topic policy that allows all but some',
      why: 'Everybody but the listed principals includes every stranger.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'sns#topic-policy',
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
      id: 'sns-policy-not-action',
      title: 'Topic policy that allows by NotAction',
      why: 'Allow with NotAction permits all other actions, also those that come later.',
      severity: 'information',
      tasks: themes.access,
      fact: 'sns#topic-policy',
    },
    {
      path: 'PolicyDocument',
      element: 'NotAction',
      message: 'Allow with NotAction permits everything but these actions. List the actions that are needed under Action.',
    },
  ),
  acrossTypes(
    {
      id: 'sns-plain-http',
      service: 'sns',
      title: 'Messages delivered over plain HTTP',
      why: 'Over HTTP anybody on the way reads and changes the messages.',
      severity: 'warning',
      tasks: themes.data,
      fact: 'sns#https-endpoints',
    },
    {
      'AWS::SNS::Subscription': (header) => demand(header, { path: 'Protocol', is: (protocol) => protocol !== 'http', whenAbsent: true, message: httpMessage }),
      'AWS::SNS::Topic': (header) =>
        demand(header, { path: 'Subscription.*.Protocol', is: (protocol) => protocol !== 'http', whenAbsent: true, message: httpMessage }),
    },
  ),
  required(
    {
      ...ofSubscription,
      id: 'sns-subscription-no-dead-letter',
      title: 'Subscription without a dead-letter queue',
      why: 'A message that cannot be delivered to a subscriber is dropped when its retries are used up.',
      severity: 'hint',
      tasks: themes.decoupling,
      fact: 'sns#dead-letter',
    },
    {
      paths: ['RedrivePolicy'],
      message: 'What this subscriber does not take is dropped after the retries. Name an SQS queue in RedrivePolicy.',
    },
  ),
];
