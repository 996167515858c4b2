import type { RuleCase } from './cases';

const stream = (properties: string): string => `Events: { Type: AWS::Kinesis::Stream, Properties: { ${properties} } }`;
const queues = (
  own: string,
  failed: string,
): string => `Work: { Type: AWS::SQS::Queue, Properties: { ${own} RedrivePolicy: { deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: 3 } } }
Failed: { Type: ${failed} }`;
const cdkQueues = (own: string, failed: string): string => `const failed = new sqs.${failed});
    new sqs.Queue(this, 'W', { ${own} deadLetterQueue: { queue: failed, maxReceiveCount: 3 } SPREAD});`;

export const messagingCases: Readonly<Record<string, RuleCase>> = {
  'kinesis-unencrypted': {
    yaml: {
      fails: ['Events: { Type: «AWS::Kinesis::Stream» }', stream('StreamEncryption: { EncryptionType: «NONE» }')],
      passes: [
        stream('StreamEncryption: { EncryptionType: KMS, KeyId: alias/aws/kinesis }'),
        stream('StreamEncryption: !If [Production, { EncryptionType: KMS }, !Ref AWS::NoValue]'),
      ],
      unknown: [stream('StreamEncryption: { EncryptionType: UNKNOWN }'), stream('StreamEncryption: UNKNOWN')],
    },
    cdk: {
      fails: [
        `new kinesis.Stream(this, 'S', { encryption: «kinesis.StreamEncryption.UNENCRYPTED» SPREAD});`,
        `new kinesis.«CfnStream»(this, 'S', { shardCount: 1 SPREAD});`,
      ],
      passes: [`new kinesis.Stream(this, 'S', { shardCount: 1 });`, `new kinesis.Stream(this, 'S', { encryption: kinesis.StreamEncryption.MANAGED });`],
      unknown: `new kinesis.CfnStream(this, 'S', { streamEncryption: UNKNOWN });`,
    },
  },
  'kinesis-shards-ignored': {
    yaml: {
      fails: stream('StreamModeDetails: { StreamMode: ON_DEMAND }, «ShardCount»: 2'),
      passes: [
        stream('StreamModeDetails: { StreamMode: PROVISIONED }, ShardCount: 2'),
        stream('ShardCount: 2'),
        stream('StreamModeDetails: { StreamMode: !Ref StreamMode }, ShardCount: 2'),
        stream('StreamModeDetails: { StreamMode: ON_DEMAND }, ShardCount: !Ref AWS::NoValue'),
      ],
      unknown: [
        stream('StreamModeDetails: { StreamMode: UNKNOWN }, ShardCount: 2'),
        stream('StreamModeDetails: { StreamMode: ON_DEMAND }, ShardCount: UNKNOWN'),
      ],
    },
    cdk: {
      fails: [
        `new kinesis.Stream(this, 'S', { streamMode: kinesis.StreamMode.ON_DEMAND, «shardCount»: 2 SPREAD});`,
        `new kinesis.CfnStream(this, 'S', { streamModeDetails: { streamMode: 'ON_DEMAND' }, «shardCount»: 2 SPREAD});`,
      ],
      passes: `new kinesis.Stream(this, 'S', { streamMode: kinesis.StreamMode.PROVISIONED, shardCount: 2 });`,
      unknown: `new kinesis.Stream(this, 'S', { streamMode: UNKNOWN, shardCount: 2 });`,
    },
  },
  'sqs-dead-letter-retention': {
    yaml: {
      fails: [queues('', '«AWS::SQS::Queue»'), queues('FifoQueue: false,', 'AWS::SQS::Queue, Properties: { MessageRetentionPeriod: «60» }')],
      passes: [
        queues('', 'AWS::SQS::Queue, Properties: { MessageRetentionPeriod: 1209600 }'),
        queues('MessageRetentionPeriod: 1209600,', 'AWS::SQS::Queue, Properties: { MessageRetentionPeriod: 1209600 }'),
        queues('FifoQueue: true,', 'AWS::SQS::Queue'),
      ],
      unknown: [queues('MessageRetentionPeriod: UNKNOWN,', 'AWS::SQS::Queue'), queues('', 'AWS::SQS::Queue, Properties: { MessageRetentionPeriod: UNKNOWN }')],
    },
    cdk: {
      fails: [cdkQueues('', `«Queue»(this, 'F'`), cdkQueues('fifo: false,', `Queue(this, 'F', { retentionPeriod: «Duration.days(2)» }`)],
      passes: [cdkQueues('', `Queue(this, 'F', { retentionPeriod: Duration.days(14) }`), cdkQueues('fifo: true,', `Queue(this, 'F'`)],
      unknown: [
        cdkQueues('', `Queue(this, 'F', { retentionPeriod: UNKNOWN }`),
        cdkQueues('retentionPeriod: UNKNOWN,', `Queue(this, 'F'`),
        cdkQueues('', `Queue(this, 'F', { ...props }`),
      ],
    },
  },
  'sqs-fifo-name': {
    yaml: {
      fails: "Q: { Type: AWS::SQS::Queue, Properties: { FifoQueue: 'true', QueueName: «orders» } }",
      passes: [
        'Q: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true, QueueName: orders.fifo } }',
        'Q: { Type: AWS::SQS::Queue, Properties: { QueueName: orders } }',
      ],
      unknown: [
        'Q: { Type: AWS::SQS::Queue, Properties: { FifoQueue: UNKNOWN, QueueName: orders } }',
        'Q: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true, QueueName: UNKNOWN } }',
      ],
    },
    cdk: {
      fails: [
        `new sqs.Queue(this, 'Q', { fifo: true, queueName: «'orders'» SPREAD});`,
        `new sqs.CfnQueue(this, 'Q', { fifoQueue: true, queueName: «'orders'» SPREAD});`,
      ],
      passes: `new sqs.Queue(this, 'Q', { fifo: true, queueName: 'orders.fifo' });`,
    },
  },
  'sqs-retention-range': {
    yaml: {
      fails: [
        'Q: { Type: AWS::SQS::Queue, Properties: { MessageRetentionPeriod: «59» } }',
        "Q: { Type: AWS::SQS::Queue, Properties: { MessageRetentionPeriod: '«1209601»' } }",
      ],
      passes: 'Q: { Type: AWS::SQS::Queue, Properties: { MessageRetentionPeriod: 1209600 } }',
    },
    cdk: {
      fails: [
        `new sqs.Queue(this, 'Q', { retentionPeriod: «Duration.days(15)» SPREAD});`,
        `new sqs.CfnQueue(this, 'Q', { messageRetentionPeriod: «10» SPREAD});`,
      ],
      passes: `new sqs.Queue(this, 'Q', { retentionPeriod: Duration.days(14) });`,
    },
  },
  'sqs-unencrypted': {
    yaml: {
      fails: 'Q: { Type: AWS::SQS::Queue, Properties: { SqsManagedSseEnabled: «false» } }',
      passes: ['Q: { Type: AWS::SQS::Queue }', "Q: { Type: AWS::SQS::Queue, Properties: { SqsManagedSseEnabled: 'false', KmsMasterKeyId: alias/aws/sqs } }"],
      unknown: [
        'Q: { Type: AWS::SQS::Queue, Properties: { SqsManagedSseEnabled: UNKNOWN } }',
        'Q: { Type: AWS::SQS::Queue, Properties: { SqsManagedSseEnabled: false, KmsMasterKeyId: UNKNOWN } }',
      ],
    },
    cdk: {
      fails: [
        `new sqs.Queue(this, 'Q', { encryption: «sqs.QueueEncryption.UNENCRYPTED» SPREAD});`,
        `new sqs.CfnQueue(this, 'Q', { sqsManagedSseEnabled: «false» SPREAD});`,
      ],
      passes: `new sqs.Queue(this, 'Q', { encryption: sqs.QueueEncryption.SQS_MANAGED });`,
    },
  },
};
