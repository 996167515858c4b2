import type { RuleCase } from './cases';
import { more, setting, unsure } from './settings';

const queue = 'AWS::SQS::Queue';
const topic = 'AWS::SNS::Topic';
const subscription = 'AWS::SNS::Subscription';

const key = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const it = (type: string, properties: string, mark = false): string => `It: { Type: ${mark ? `«${type}»` : type}, Properties: { ${properties} } }`;
const policy = (type: string, statement: string): string => `P: { Type: ${type}, Properties: { PolicyDocument: { Statement: [${statement}] } } }`;
const secure = "{ Effect: Deny, Principal: '*', Action: '*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }";
const cdkSecure = `{ Effect: 'Deny', Principal: '*', Action: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }`;

/** What the rules on the policies of queues and topics have in common. */
function policies(service: 'sqs' | 'sns', types: readonly [string, string], construct: string): Record<string, RuleCase> {
  const [own, inline] = types;
  const cdkPolicy = (statement: string): string => `new ${construct}(this, 'P', { policyDocument: { Statement: [${statement}] } });`;
  return {
    [`${service}-policy-open`]: {
      yaml: {
        fails: [
          policy(own, `{ Effect: Allow, «Principal»: '*', Action: '${service}:*' }`),
          policy(own, `{ Effect: Allow, «Principal»: { AWS: '*' } }, { Effect: Allow, «Principal»: { AWS: ['111122223333', '*'] } }`),
          policy(inline, `{ Effect: Allow, «Principal»: '*' }`),
          policy(own, `{ Effect: Allow, «Principal»: '*', Condition: { Bool: { aws:SecureTransport: 'true' } } }`),
        ],
        passes: [
          policy(own, `{ Effect: Allow, Principal: '*', Condition: { ArnEquals: { aws:SourceArn: arn } } }`),
          policy(own, `{ Effect: Deny, Principal: '*' }, { Effect: Allow, Principal: { AWS: '111122223333' } }`),
          policy(own, `{ Effect: Allow, Principal: { Service: s3.amazonaws.com } }`),
        ],
        unknown: [policy(own, '{ Effect: Allow, Principal: UNKNOWN }'), policy(own, `{ Effect: Allow, Principal: '*', Condition: UNKNOWN }`)],
      },
      cdk: {
        fails: cdkPolicy(`{ Effect: 'Allow', «Principal»: '*' SPREAD}`),
        passes: cdkPolicy(`{ Effect: 'Allow', Principal: { AWS: '111122223333' } }`),
        unknown: cdkPolicy(`{ Effect: 'Allow', Principal: UNKNOWN }`),
      },
    },
    [`${service}-policy-wildcard-action`]: {
      yaml: {
        fails: [
          policy(own, `{ Effect: Allow, Action: '«*»' }`),
          policy(own, `{ Effect: Allow, Action: ['${service}:List', '«${service}:*»'] }`),
          policy(inline, `{ Effect: Allow, Action: '«*»' }`),
        ],
        passes: [policy(own, `{ Effect: Allow, Action: ['${service}:Publish'] }`), policy(own, `{ Effect: Deny, Action: '*' }`)],
      },
      cdk: {
        fails: cdkPolicy(`{ Effect: 'Allow', Action: «'*'» SPREAD}`),
        passes: cdkPolicy(`{ Effect: 'Deny', Action: '*' }`),
      },
    },
    [`${service}-policy-not-action`]: negation('NotAction', own, inline, cdkPolicy),
    [`${service}-policy-not-principal`]: negation('NotPrincipal', own, inline, cdkPolicy),
  };
}

function negation(element: string, own: string, inline: string, cdkPolicy: (statement: string) => string): RuleCase {
  return {
    yaml: {
      fails: [policy(own, `{ Effect: Allow, «${element}»: x }`), policy(inline, `{ Effect: Allow, «${element}»: { AWS: x } }`)],
      passes: [policy(own, `{ Effect: Deny, ${element}: x }`), policy(own, '{ Effect: Allow, Principal: { AWS: x }, Action: y }')],
      unknown: policy(own, `{ Effect: UNKNOWN, ${element}: x }`),
    },
    cdk: {
      fails: cdkPolicy(`{ Effect: 'Allow', «${element}»: 'x' SPREAD}`),
      passes: cdkPolicy(`{ Effect: 'Deny', ${element}: 'x' }`),
      unknown: cdkPolicy(`{ Effect: UNKNOWN, ${element}: 'x' }`),
    },
  };
}

/** A resource that is fine once a policy about it demands TLS. */
function tls(
  type: string,
  construct: string,
  [own, inline]: readonly [string, string],
  [list, single]: readonly [string, string],
  cdkPolicy: string,
  cdkList: string,
): RuleCase {
  const listed = (target: string, statement: string): string =>
    `P: { Type: ${own}, Properties: { ${list}: [${target}], PolicyDocument: { Statement: [${statement}] } } }`;
  return {
    yaml: {
      fails: [
        it(type, 'Tags: []', true),
        `${it(type, 'Tags: []', true)}\n${listed('!Ref It', "{ Effect: Allow, Principal: '*', Condition: { StringEquals: { aws:SourceAccount: '1' } } }")}`,
        `${it(type, 'Tags: []', true)}\nOther: { Type: «${type}», Properties: { Tags: [] } }`,
      ],
      passes: [
        `${it(type, 'Tags: []')}\n${listed('!Ref It', secure)}`,
        `${it(type, 'Tags: []')}\nP: { Type: ${inline}, Properties: { ${single}: !Ref It, PolicyDocument: { Statement: ${secure} } } }`,
      ],
      unknown: [
        `${it(type, 'Tags: []')}\n${listed('UNKNOWN', secure)}`,
        `${it(type, 'Tags: []')}\n${listed('!Ref It', 'UNKNOWN')}`,
        `${it(type, 'Tags: []')}\n${listed('!Ref It', '{ Effect: Deny, Condition: UNKNOWN }')}`,
      ],
    },
    cdk: {
      fails: `const it = new ${construct.replace('.', '.«')}»(this, 'It', {});
    new ${cdkPolicy}(this, 'P', { ${cdkList}: [it.ref], policyDocument: { Statement: [{ Effect: 'Allow' SPREAD}] } });`,
      passes: `const it = new ${construct}(this, 'It', {}); new ${cdkPolicy}(this, 'P', { ${cdkList}: [it.ref], policyDocument: { Statement: [${cdkSecure}] } });`,
      unknown: `const it = new ${construct}(this, 'It', {}); new ${cdkPolicy}(this, 'P', { ${cdkList}: [it.ref], policyDocument: UNKNOWN });`,
    },
  };
}

const queuePolicies = ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'] as const;
const topicPolicies = ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'] as const;
const work = (properties: string): string => `Work: { Type: ${queue}, Properties: { ${properties} } }`;

export const topicAndQueueCases: Readonly<Record<string, RuleCase>> = {
  ...policies('sqs', queuePolicies, 'sqs.CfnQueuePolicy'),
  ...policies('sns', topicPolicies, 'sns.CfnTopicPolicy'),
  'sqs-tls-not-demanded': tls(queue, 'sqs.CfnQueue', queuePolicies, ['Queues', 'Queue'], 'sqs.CfnQueuePolicy', 'queues'),
  'sns-tls-not-demanded': more(tls(topic, 'sns.CfnTopic', topicPolicies, ['Topics', 'TopicArn'], 'sns.CfnTopicPolicy', 'topics'), {
    yaml: { passes: it(topic, `KmsMasterKeyId: ${key}`), unknown: it(topic, 'KmsMasterKeyId: UNKNOWN') },
  }),
  'sqs-encryption-unwritten': setting({
    type: queue,
    path: 'KmsMasterKeyId',
    wrong: [''],
    right: ['alias/aws/sqs'],
    absent: 'fails',
    exempt: [{ SqsManagedSseEnabled: true }, { SqsManagedSseEnabled: unsure }],
  }),
  'sqs-own-key': setting({ type: queue, path: 'KmsMasterKeyId', wrong: ['alias/aws/sqs', ''], right: [key, 'alias/mine'], absent: 'fails' }),
  'sqs-no-dead-letter': {
    yaml: {
      fails: [
        it(queue, 'DelaySeconds: 0', true),
        `${it(queue, 'DelaySeconds: 0', true)}\n${work('RedrivePolicy: { deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: !Ref Unset }')}\nFailed: { Type: ${queue} }`,
        it(queue, "RedrivePolicy: '«»'"),
      ],
      passes: [
        it(queue, 'RedrivePolicy: { deadLetterTargetArn: !Ref Unset, maxReceiveCount: 3 }'),
        it(queue, 'QueueName: orders-dlq'),
        it(queue, 'RedriveAllowPolicy: { redrivePermission: allowAll }'),
        `DeadLetters: { Type: ${queue}, Properties: { DelaySeconds: 0 } }`,
        `${it(queue, 'DelaySeconds: 0')}\n${work('RedrivePolicy: { deadLetterTargetArn: !GetAtt It.Arn, maxReceiveCount: 3 }')}`,
        `${it(queue, 'DelaySeconds: 0')}\nCode: { Type: AWS::Lambda::Function, Properties: { DeadLetterConfig: { TargetArn: !GetAtt It.Arn } } }`,
        `${it(queue, 'DelaySeconds: 0')}\nRule: { Type: AWS::Events::Rule, Properties: { Targets: [{ Id: a, DeadLetterConfig: { Arn: !GetAtt It.Arn } }] } }`,
      ],
      unknown: [
        it(queue, 'RedrivePolicy: UNKNOWN'),
        `${it(queue, 'DelaySeconds: 0')}\n${work('RedrivePolicy: { deadLetterTargetArn: UNKNOWN, maxReceiveCount: 3 }')}`,
        `${it(queue, 'DelaySeconds: 0')}\n${work('RedrivePolicy: UNKNOWN')}`,
      ],
    },
    cdk: {
      fails: `new sqs.«CfnQueue»(this, 'It', { delaySeconds: 0 SPREAD});`,
      passes: [
        `new sqs.CfnQueue(this, 'It', { redrivePolicy: { deadLetterTargetArn: props.arn, maxReceiveCount: 3 } });`,
        `const failed = new sqs.CfnQueue(this, 'F', {}); new sqs.Queue(this, 'W', { deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });`,
      ],
      unknown: `new sqs.CfnQueue(this, 'It', { redrivePolicy: UNKNOWN });`,
    },
  },
  'sqs-short-polling': more(setting({ type: queue, path: 'ReceiveMessageWaitTimeSeconds', wrong: [0, '0'], right: [1, '20'], absent: 'fails' }), {
    cdk: {
      fails: `new sqs.Queue(this, 'It', { receiveMessageWaitTime: «Duration.seconds(0)» SPREAD});`,
      passes: `new sqs.Queue(this, 'It', { receiveMessageWaitTime: Duration.seconds(20) });`,
    },
  }),
  'sns-no-key': setting({ type: topic, path: 'KmsMasterKeyId', wrong: [''], right: [key, 'alias/aws/sns'], absent: 'fails' }),
  'sns-aws-managed-key': setting({ type: topic, path: 'KmsMasterKeyId', wrong: ['alias/aws/sns'], right: [key], absent: 'passes' }),
  'sns-no-delivery-status': setting({ type: topic, path: 'DeliveryStatusLogging', right: [[{ Protocol: 'sqs' }]], absent: 'fails' }),
  'sns-fifo-name': setting({
    type: topic,
    path: 'TopicName',
    wrong: ['orders'],
    right: ['orders.fifo'],
    absent: 'passes',
    beside: { FifoTopic: true },
    exempt: [{ FifoTopic: false }, { FifoTopic: unsure }, {}],
  }),
  'sns-plain-http': setting(
    { type: subscription, path: 'Protocol', wrong: ['http'], right: ['https', 'sqs'], absent: 'passes' },
    { type: topic, path: 'Subscription.*.Protocol', wrong: ['http'], right: ['https'], absent: 'passes' },
  ),
  'sns-subscription-no-dead-letter': setting({
    type: subscription,
    path: 'RedrivePolicy',
    wrong: [''],
    right: [{ deadLetterTargetArn: 'arn:aws:sqs:eu-west-1:111122223333:failed' }],
    absent: 'fails',
  }),
};
