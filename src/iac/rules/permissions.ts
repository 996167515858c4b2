import { knownAt, propertyAt, propertyOf, type Resource, type Value } from '../model';
import { isUnset, placesAt, placesIn, spanOf, surely, valuesAt } from './demands';
import { isUnreferred, isWritten, referred, refersAt } from './references';
import type { Report, Rule, RuleContext } from './rule';

/** Policies of the receiving side by the type of the receiver: whether the template has none for it. */
const receivers: Readonly<Record<string, { readonly word: string; readonly lacks: (to: Resource, service: string, context: RuleContext) => boolean }>> = {
  'AWS::Lambda::Function': {
    word: 'AWS::Lambda::Permission',
    lacks: (to, service, context) =>
      context.ofType('AWS::Lambda::ResourcePolicy').length === 0 &&
      context
        .ofType('AWS::Lambda::Permission')
        .every((permission) => refersAt(permission, 'FunctionName', to, context) === false || isForAnother(permission, service)),
  },
  'AWS::SQS::Queue': {
    word: 'AWS::SQS::QueuePolicy',
    lacks: (to, _service, context) =>
      isUnreferred(to, context, 'AWS::SQS::QueuePolicy', 'Queues') && isUnreferred(to, context, 'AWS::SQS::QueueInlinePolicy', 'Queue'),
  },
  'AWS::SNS::Topic': {
    word: 'AWS::SNS::TopicPolicy',
    lacks: (to, _service, context) =>
      isUnreferred(to, context, 'AWS::SNS::TopicPolicy', 'Topics') && isUnreferred(to, context, 'AWS::SNS::TopicInlinePolicy', 'TopicArn'),
  },
};

/** A permission whose principal is a service, and not this one. */
function isForAnother(permission: Resource, service: string): boolean {
  const principal = knownAt(permission, 'Principal')?.value;
  return typeof principal === 'string' && principal.includes('.amazonaws.com') && !principal.startsWith(`${service}.`);
}

/** Reports a place that hands events to a resource of the template which nothing there lets the service reach. */
function refused(value: Value | undefined, service: string, who: string, context: RuleContext): Report[] {
  const to = referred(value, context);
  const receiver = to && receivers[to.type];
  // Connectors of SAM make the policies themselves.
  if (!value || !to || !receiver || !isWritten(to) || context.ofType('AWS::Serverless::Connector').length > 0) return [];
  if (!receiver.lacks(to, service, context)) return [];
  return [
    {
      span: spanOf(value),
      message: `Nothing in this template lets ${who} reach ${to.id}. Add an ${receiver.word} with the principal ${service}.amazonaws.com.`,
    },
  ];
}

interface Sender {
  readonly service: string;
  readonly who: string;
  /** Paths of the receivers, or the values themselves. */
  readonly at: readonly string[] | ((resource: Resource) => readonly (Value | undefined)[]);
}

function sends(header: Omit<Rule, 'check'>, { service, who, at }: Sender): Rule {
  return {
    ...header,
    check: (resource, context) => {
      const values = typeof at === 'function' ? at(resource) : at.flatMap((path) => valuesAt(resource, path));
      return values.flatMap((value) => refused(value, service, who, context));
    },
  };
}

/** Receivers of the subscriptions of a topic with a protocol, inline or as resources of their own. */
function subscribed(resource: Resource, protocol: string): (Value | undefined)[] {
  if (resource.type === 'AWS::SNS::Subscription') {
    return surely(resource, 'Protocol', (known) => known === protocol) ? [propertyAt(resource, 'Endpoint')?.value] : [];
  }
  return valuesAt(resource, 'Subscription').map((item) => {
    const own = propertyOf(item, 'Protocol')?.value;
    return own?.kind === 'known' && own.value === protocol ? propertyOf(item, 'Endpoint')?.value : undefined;
  });
}

const subscriptions = ['AWS::SNS::Subscription', 'AWS::SNS::Topic'];
const functionWhy = 'A service that pushes events calls a function only if a permission of the function names it.';

export const permissionRules: readonly Rule[] = [
  sends(
    {
      id: 'sns-queue-without-policy',
      service: 'sns',
      title: 'Queue that its topic may not write to',
      why: 'Without a queue policy for SNS the subscription is made and no message ever arrives.',
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'sap-c02/2.4'],
      fact: 'sns#queue-needs-policy',
      types: subscriptions,
    },
    { service: 'sns', who: 'SNS', at: (resource) => subscribed(resource, 'sqs') },
  ),
  sends(
    {
      id: 'sns-function-without-permission',
      service: 'lambda',
      title: 'Function that its topic may not call',
      why: functionWhy,
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'sap-c02/2.4'],
      fact: 'lambda#pushed-events',
      types: subscriptions,
    },
    { service: 'sns', who: 'SNS', at: (resource) => subscribed(resource, 'lambda') },
  ),
  sends(
    {
      id: 's3-notification-without-permission',
      service: 's3',
      title: 'Notification to a target that does not admit S3',
      why: 'S3 tests the target when the notification is set, and the stack fails without the permission.',
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'sap-c02/2.4'],
      fact: 's3#event-permission',
      types: ['AWS::S3::Bucket'],
    },
    {
      service: 's3',
      who: 'S3',
      at: [
        'NotificationConfiguration.LambdaConfigurations.*.Function',
        'NotificationConfiguration.QueueConfigurations.*.Queue',
        'NotificationConfiguration.TopicConfigurations.*.Topic',
      ],
    },
  ),
  sends(
    {
      id: 'eventbridge-target-without-permission',
      service: 'eventbridge',
      title: 'Target that EventBridge may not reach',
      why: 'A rule without a role for its target relies on the policy of the function, queue or topic.',
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'sap-c02/2.4'],
      fact: 'eventbridge#target-permission',
      types: ['AWS::Events::Rule'],
    },
    {
      service: 'events',
      who: 'EventBridge',
      at: (resource) =>
        valuesAt(resource, 'Targets').map((item) => {
          const byRole = item.kind !== 'map' || !placesIn(item, 'RoleArn', item).every(isUnset);
          return byRole ? undefined : propertyOf(item, 'Arn')?.value;
        }),
    },
  ),
  sends(
    {
      id: 'cloudwatch-logs-function-without-permission',
      service: 'lambda',
      title: 'Function that CloudWatch Logs may not call',
      why: functionWhy,
      severity: 'warning',
      tasks: ['sap-c02/3.1', 'saa-c03/2.1'],
      fact: 'lambda#pushed-events',
      types: ['AWS::Logs::SubscriptionFilter'],
    },
    { service: 'logs', who: 'CloudWatch Logs', at: ['DestinationArn'] },
  ),
  sends(
    {
      id: 'elb-function-without-permission',
      service: 'lambda',
      title: 'Function that its load balancer may not call',
      why: functionWhy,
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'sap-c02/2.4'],
      fact: 'lambda#pushed-events',
      types: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
    },
    { service: 'elasticloadbalancing', who: 'the load balancer', at: ['Targets.*.Id'] },
  ),
  sends(
    {
      id: 'api-gateway-function-without-permission',
      service: 'lambda',
      title: 'Function that its HTTP API may not call',
      why: functionWhy,
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'sap-c02/2.4'],
      fact: 'lambda#pushed-events',
      types: ['AWS::ApiGatewayV2::Integration'],
    },
    {
      service: 'apigateway',
      who: 'API Gateway',
      at: (resource) => (placesAt(resource, 'CredentialsArn').every(isUnset) ? [propertyAt(resource, 'IntegrationUri')?.value] : []),
    },
  ),
  sends(
    {
      id: 'cognito-trigger-without-permission',
      service: 'lambda',
      title: 'Trigger that Cognito may not call',
      why: functionWhy,
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
      fact: 'lambda#pushed-events',
      types: ['AWS::Cognito::UserPool'],
    },
    {
      service: 'cognito-idp',
      who: 'Cognito',
      at: (resource) => {
        const triggers = propertyAt(resource, 'LambdaConfig')?.value;
        if (triggers?.kind !== 'map') return [];
        return triggers.entries.map(({ value }) => (value.kind === 'map' ? propertyOf(value, 'LambdaArn')?.value : value));
      },
    },
  ),
  sends(
    {
      id: 'secrets-manager-rotation-without-permission',
      service: 'lambda',
      title: 'Rotation function that Secrets Manager may not call',
      why: functionWhy,
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
      fact: 'lambda#pushed-events',
      types: ['AWS::SecretsManager::RotationSchedule'],
    },
    { service: 'secretsmanager', who: 'Secrets Manager', at: ['RotationLambdaARN'] },
  ),
];
