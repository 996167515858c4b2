import type { RuleCase } from './cases';
import { mirrored } from './mirror';

const queue = 'Jobs: { Type: AWS::SQS::Queue, Properties: { DelaySeconds: 0 } }';
const topic = 'News: { Type: AWS::SNS::Topic, Properties: { DisplayName: news } }';
const work = 'Work: { Type: AWS::Lambda::Function, Properties: { Handler: index.handler } }';
const queuePolicy = (queues: string): string => `Lets: { Type: AWS::SQS::QueuePolicy, Properties: { Queues: ${queues}, PolicyDocument: {  } } }`;
const permission = (principal: string, target = '!GetAtt Work.Arn'): string =>
  `Lets: { Type: AWS::Lambda::Permission, Properties: { Action: lambda:InvokeFunction, FunctionName: ${target}, Principal: ${principal} } }`;
const subscription = (protocol: string, endpoint: string): string =>
  `Sub: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref News, Protocol: ${protocol}, Endpoint: ${endpoint} SPREAD} }`;
const connector = 'Link: { Type: AWS::Serverless::Connector, Properties: { Permissions: [Write] } }';

/** Cases of a rule about a function that a service may not call. `sender` names the function by a reference. */
const calls = (service: string, sender: (reference: string) => string, more: readonly string[] = []): RuleCase =>
  mirrored({
    fails: [
      `${work}\n${sender('!GetAtt «Work.Arn»')}`,
      `${work}\n${permission('other.amazonaws.com')}\n${sender('!GetAtt «Work.Arn»')}`,
      `${work}\nElse: { Type: AWS::Lambda::Function, Properties: { Handler: index.other } }\n${permission(`${service}.amazonaws.com`, '!Ref Else')}\n${sender('!GetAtt «Work.Arn»')}`,
    ],
    passes: [
      `${work}\n${permission(`${service}.amazonaws.com`)}\n${sender('!GetAtt Work.Arn')}`,
      `${work}\n${permission(`${service}.amazonaws.com`, 'work')}\n${sender('!GetAtt Work.Arn')}`,
      sender('arn-of-a-function'),
      ...more,
    ],
    unknown: [
      `${work}\n${sender('UNKNOWN')}`,
      `${work}\n${permission('UNKNOWN')}\n${sender('!GetAtt Work.Arn')}`,
      `${work}\n${permission(`${service}.amazonaws.com`, 'UNKNOWN')}\n${sender('!GetAtt Work.Arn')}`,
    ],
    yamlPasses: [`${work}\n${connector}\n${sender('!GetAtt Work.Arn')}`, `${work.replace('AWS::Lambda', 'AWS::Serverless')}\n${sender('!GetAtt Work.Arn')}`],
    cdkPasses: `const work = new lambda.Function(this, 'W', { handler: 'index.handler' });\n    work.grantInvoke(caller);`,
  });

export const permissionCases: Readonly<Record<string, RuleCase>> = {
  'sns-queue-without-policy': mirrored({
    fails: [
      `${queue}\n${topic}\n${subscription('sqs', '!GetAtt «Jobs.Arn»')}`,
      `${queue}\nElse: { Type: AWS::SQS::Queue, Properties: { DelaySeconds: 0 } }\n${topic}\n${queuePolicy('[!Ref Else]')}\n${subscription('sqs', '!GetAtt «Jobs.Arn»')}`,
      `${queue}\nNews: { Type: AWS::SNS::Topic, Properties: { Subscription: [{ Protocol: sqs, Endpoint: !GetAtt «Jobs.Arn» }] SPREAD} }`,
    ],
    passes: [
      `${queue}\n${topic}\n${queuePolicy('[!Ref Jobs]')}\n${subscription('sqs', '!GetAtt Jobs.Arn')}`,
      `${queue}\n${topic}\nLets: { Type: AWS::SQS::QueueInlinePolicy, Properties: { Queue: !Ref Jobs, PolicyDocument: {  } } }\n${subscription('sqs', '!GetAtt Jobs.Arn')}`,
      `${queue}\n${topic}\n${subscription('email', 'me@example.com')}`,
      `${queue}\n${topic}\n${queuePolicy('[orders]')}\n${subscription('sqs', '!GetAtt Jobs.Arn')}`,
    ],
    unknown: [
      `${queue}\n${topic}\n${subscription('UNKNOWN', '!GetAtt Jobs.Arn')}`,
      `${queue}\n${topic}\n${queuePolicy('[UNKNOWN]')}\n${subscription('sqs', '!GetAtt Jobs.Arn')}`,
      `${queue}\n${topic}\n${queuePolicy('UNKNOWN')}\n${subscription('sqs', '!GetAtt Jobs.Arn')}`,
    ],
    cdkPasses: `const jobs = new sqs.Queue(this, 'Q');
    new sns.CfnSubscription(this, 'S', { topicArn: 'topic', protocol: 'sqs', endpoint: jobs.queueArn });`,
  }),
  'sns-function-without-permission': calls('sns', (reference) => `${topic}\n${subscription('lambda', reference)}`),
  's3-notification-without-permission': mirrored({
    fails: [
      `${work}\nFiles: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: { LambdaConfigurations: [{ Event: s3:ObjectCreated, Function: !GetAtt «Work.Arn» }] } SPREAD} }`,
      `${queue}\n${topic}\nFiles: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: { QueueConfigurations: [{ Event: s3:ObjectCreated, Queue: !GetAtt «Jobs.Arn» }], TopicConfigurations: [{ Event: s3:ObjectRemoved, Topic: !Ref «News» }] } } }`,
    ],
    passes: [
      `${work}\n${permission('s3.amazonaws.com')}\nFiles: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: { LambdaConfigurations: [{ Function: !GetAtt Work.Arn }] } } }`,
      `${topic}\nLets: { Type: AWS::SNS::TopicPolicy, Properties: { Topics: [!Ref News], PolicyDocument: {  } } }\nFiles: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: { TopicConfigurations: [{ Topic: !Ref News }] } } }`,
    ],
    unknown: [
      `${queue}\n${queuePolicy('[UNKNOWN]')}\nFiles: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: { QueueConfigurations: [{ Queue: !GetAtt Jobs.Arn }] } } }`,
      `${queue}\nFiles: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: UNKNOWN } }`,
    ],
  }),
  'eventbridge-target-without-permission': calls(
    'events',
    (reference) => `Tick: { Type: AWS::Events::Rule, Properties: { Targets: [{ Id: one, Arn: ${reference} SPREAD}] } }`,
    [`${work}\nTick: { Type: AWS::Events::Rule, Properties: { Targets: [{ Id: one, Arn: !GetAtt Work.Arn, RoleArn: some-role }] } }`],
  ),
  'cloudwatch-logs-function-without-permission': calls(
    'logs',
    (reference) => `Lines: { Type: AWS::Logs::SubscriptionFilter, Properties: { LogGroupName: app, DestinationArn: ${reference} SPREAD} }`,
  ),
  'elb-function-without-permission': calls(
    'elasticloadbalancing',
    (reference) => `Group: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { TargetType: lambda, Targets: [{ Id: ${reference} }] SPREAD} }`,
  ),
  'api-gateway-function-without-permission': calls(
    'apigateway',
    (reference) => `Call: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: api, IntegrationType: AWS_PROXY, IntegrationUri: ${reference} SPREAD} }`,
    [`${work}\nCall: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: api, CredentialsArn: some-role, IntegrationUri: !GetAtt Work.Arn } }`],
  ),
  'cognito-trigger-without-permission': calls(
    'cognito-idp',
    (reference) => `Users: { Type: AWS::Cognito::UserPool, Properties: { LambdaConfig: { PostConfirmation: ${reference} } SPREAD} }`,
  ),
  'secrets-manager-rotation-without-permission': calls(
    'secretsmanager',
    (reference) => `Turn: { Type: AWS::SecretsManager::RotationSchedule, Properties: { SecretId: secret, RotationLambdaARN: ${reference} SPREAD} }`,
  ),
};

const redrive = (own: string, failed: string, target = '!GetAtt Failed.Arn'): string =>
  `Jobs: { Type: AWS::SQS::Queue, Properties: { ${own}RedrivePolicy: { deadLetterTargetArn: ${target}, maxReceiveCount: 5 } SPREAD} }\nFailed: { Type: AWS::SQS::Queue, Properties: { ${failed} SPREAD} }`;
const fifoQueue = 'Line: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true SPREAD} }';
const plainQueue = 'Line: { Type: AWS::SQS::Queue, Properties: { FifoQueue: false } }';
const unsureQueue = 'Line: { Type: AWS::SQS::Queue, Properties: { FifoQueue: UNKNOWN } }';
const toLine = (resource: (reference: string) => string): RuleCase =>
  mirrored({
    fails: `${fifoQueue}\n${resource('!GetAtt «Line.Arn»')}`,
    passes: `${plainQueue}\n${resource('!GetAtt Line.Arn')}`,
    unknown: `${unsureQueue}\n${resource('!GetAtt Line.Arn')}`,
  });

export const deadLetterCases: Readonly<Record<string, RuleCase>> = {
  'sqs-dead-letter-kind': mirrored({
    fails: [redrive('FifoQueue: true, ', 'DelaySeconds: 0', '!GetAtt «Failed.Arn»'), redrive('', "FifoQueue: 'true'", '!GetAtt «Failed.Arn»')],
    passes: [redrive('FifoQueue: true, ', 'FifoQueue: true'), redrive('', 'FifoQueue: false')],
    unknown: [redrive('FifoQueue: UNKNOWN, ', 'DelaySeconds: 0'), redrive('FifoQueue: true, ', 'FifoQueue: UNKNOWN')],
    cdkPasses: `const failed = new sqs.Queue(this, 'F');
    new sqs.Queue(this, 'Q', { deadLetterQueue: { queue: failed, maxReceiveCount: 5 } });`,
  }),
  'sqs-dead-letter-circle': mirrored({
    fails: [
      redrive('', 'RedrivePolicy: { deadLetterTargetArn: !GetAtt «Jobs.Arn» }', '!GetAtt «Failed.Arn»'),
      redrive('', 'DelaySeconds: 0', '!GetAtt «Jobs.Arn»'),
    ],
    passes: [redrive('', 'DelaySeconds: 0'), redrive('', 'RedrivePolicy: { deadLetterTargetArn: other-queue }')],
    unknown: redrive('', 'RedrivePolicy: { deadLetterTargetArn: UNKNOWN }'),
  }),
  'sns-fifo-subscriber': mirrored({
    fails: [
      'News: { Type: AWS::SNS::Topic, Properties: { FifoTopic: true SPREAD} }\nSub: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref News, Protocol: «lambda» } }',
      'News: { Type: AWS::SNS::Topic, Properties: { FifoTopic: true, Subscription: [{ Protocol: «email», Endpoint: me@example.com }] } }',
      `${fifoQueue}\n${topic}\nSub: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref News, Protocol: sqs, Endpoint: !GetAtt «Line.Arn» } }`,
    ],
    passes: [
      `${fifoQueue}\nNews: { Type: AWS::SNS::Topic, Properties: { FifoTopic: true } }\nSub: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref News, Protocol: sqs, Endpoint: !GetAtt Line.Arn } }`,
      `${topic}\nSub: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref News, Protocol: lambda } }`,
    ],
    unknown:
      'News: { Type: AWS::SNS::Topic, Properties: { FifoTopic: UNKNOWN } }\nSub: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref News, Protocol: lambda } }',
  }),
  's3-notification-fifo': toLine(
    (reference) => `Files: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: { QueueConfigurations: [{ Queue: ${reference} }] } } }`,
  ),
  'lambda-dead-letter-fifo': mirrored({
    fails: [
      `${fifoQueue}\nWork: { Type: AWS::Lambda::Function, Properties: { DeadLetterConfig: { TargetArn: !GetAtt «Line.Arn» } } }`,
      `${fifoQueue}\nAfter: { Type: AWS::Lambda::EventInvokeConfig, Properties: { DestinationConfig: { OnFailure: { Destination: !GetAtt «Line.Arn» } } } }`,
    ],
    passes: `${plainQueue}\nWork: { Type: AWS::Lambda::Function, Properties: { DeadLetterConfig: { TargetArn: !GetAtt Line.Arn } } }`,
    unknown: `${unsureQueue}\nWork: { Type: AWS::Lambda::Function, Properties: { DeadLetterConfig: { TargetArn: !GetAtt Line.Arn } } }`,
  }),
  'eventbridge-dead-letter-fifo': toLine(
    (reference) => `Tick: { Type: AWS::Events::Rule, Properties: { Targets: [{ Id: one, Arn: target, DeadLetterConfig: { Arn: ${reference} } }] } }`,
  ),
};

const reads = (id: string, source: string, properties: string, type = 'AWS::Lambda::EventSourceMapping'): string =>
  `${id}: { Type: ${type}, Properties: { EventSourceArn: ${source}, ${properties} SPREAD} }`;
const line = (properties: string): string => `Line: { Type: AWS::SQS::Queue, Properties: { ${properties} SPREAD} }`;
const fromLine = (properties: string): string => reads('Feed', '!GetAtt Line.Arn', `FunctionName: work, ${properties}`);
const consumer = (timeout: string): string => `Work: { Type: AWS::Lambda::Function, Properties: { Timeout: ${timeout} SPREAD} }`;
const table = (properties: string): string => `Table: { Type: AWS::DynamoDB::Table, Properties: { BillingMode: PAY_PER_REQUEST${properties} SPREAD} }`;
const streamed = table(', StreamSpecification: { StreamViewType: NEW_IMAGE }');
const stream = 'Flow: { Type: AWS::Kinesis::Stream, Properties: { ShardCount: 1 } }';
const readers = (source: string, last: string): string =>
  [reads('One', source, 'FunctionName: one'), reads('Two', source, 'FunctionName: two'), reads('Three', last, 'FunctionName: three')].join('\n');

export const eventMappingCases: Readonly<Record<string, RuleCase>> = {
  'lambda-fifo-batch': mirrored({
    fails: [
      `${line('FifoQueue: true')}\n${fromLine('BatchSize: «20»')}`,
      `${line('FifoQueue: true')}\n${fromLine('BatchSize: 10, MaximumBatchingWindowInSeconds: «5»')}`,
    ],
    passes: [
      `${line('FifoQueue: true')}\n${fromLine('BatchSize: 10')}`,
      `${line('DelaySeconds: 0')}\n${fromLine('BatchSize: 20, MaximumBatchingWindowInSeconds: 5')}`,
    ],
    unknown: [`${line('FifoQueue: UNKNOWN')}\n${fromLine('BatchSize: 20')}`, `${line('FifoQueue: true')}\n${fromLine('BatchSize: UNKNOWN')}`],
  }),
  'lambda-batch-without-window': mirrored({
    fails: [
      `${line('DelaySeconds: 0')}\n${fromLine('BatchSize: «100»')}`,
      `${line('DelaySeconds: 0')}\n${fromLine('BatchSize: «11», MaximumBatchingWindowInSeconds: 0')}`,
    ],
    passes: [
      `${line('DelaySeconds: 0')}\n${fromLine('BatchSize: 100, MaximumBatchingWindowInSeconds: 1')}`,
      `${line('DelaySeconds: 0')}\n${fromLine('BatchSize: 10')}`,
    ],
    unknown: [
      `${line('DelaySeconds: 0')}\n${fromLine('BatchSize: 100, MaximumBatchingWindowInSeconds: UNKNOWN')}`,
      `${line('FifoQueue: UNKNOWN')}\n${fromLine('BatchSize: 100')}`,
    ],
  }),
  'lambda-queue-visibility-window': mirrored({
    fails: `${line('VisibilityTimeout: 60')}\n${consumer('10')}\n${reads('Feed', '!GetAtt Line.Arn', 'FunctionName: !Ref Work, MaximumBatchingWindowInSeconds: «20»')}`,
    passes: [
      `${line('VisibilityTimeout: 80')}\n${consumer('10')}\n${reads('Feed', '!GetAtt Line.Arn', 'FunctionName: !Ref Work, MaximumBatchingWindowInSeconds: 20')}`,
      `${line('VisibilityTimeout: 60')}\n${consumer('10')}\n${reads('Feed', '!GetAtt Line.Arn', 'FunctionName: !Ref Work')}`,
    ],
    unknown: `${line('VisibilityTimeout: UNKNOWN')}\n${consumer('10')}\n${reads('Feed', '!GetAtt Line.Arn', 'FunctionName: !Ref Work, MaximumBatchingWindowInSeconds: 20')}`,
  }),
  'sqs-few-receives-lambda': mirrored({
    fails: `${line('RedrivePolicy: { deadLetterTargetArn: failed, maxReceiveCount: «1» SPREAD}')}\n${fromLine('BatchSize: 1')}`,
    passes: [
      `${line('RedrivePolicy: { deadLetterTargetArn: failed, maxReceiveCount: 5 }')}\n${fromLine('BatchSize: 1')}`,
      line('RedrivePolicy: { deadLetterTargetArn: failed, maxReceiveCount: 1 }'),
    ],
  }),
  'dynamodb-stream-readers': mirrored({
    fails: `${streamed}\n${readers('!GetAtt Table.StreamArn', '!GetAtt «Table.StreamArn»')}`,
    passes: `${streamed}\n${readers('!GetAtt Table.StreamArn', 'other-stream')}`,
  }),
  'kinesis-shared-reads': mirrored({
    fails: `${stream}\n${readers('!GetAtt Flow.Arn', '!GetAtt «Flow.Arn»')}`,
    passes: `${stream}\nOwn: { Type: AWS::Kinesis::StreamConsumer, Properties: { StreamARN: !GetAtt Flow.Arn, ConsumerName: own } }\n${readers('!GetAtt Flow.Arn', '!Ref Own')}`,
  }),
  'dynamodb-stream-off': mirrored({
    fails: `${table('')}\n${reads('Feed', '!GetAtt «Table.StreamArn»', 'FunctionName: work')}`,
    passes: `${streamed}\n${reads('Feed', '!GetAtt Table.StreamArn', 'FunctionName: work')}`,
    unknown: `${table(', StreamSpecification: UNKNOWN')}\n${reads('Feed', '!GetAtt Table.StreamArn', 'FunctionName: work')}`,
    cdkPasses: `const table = new dynamodb.Table(this, 'T', { stream: dynamodb.StreamViewType.NEW_IMAGE });
    new lambda.CfnEventSourceMapping(this, 'M', { functionName: 'work', eventSourceArn: table.tableStreamArn });`,
  }),
};

const target = (properties: string): string => `Logs: { Type: AWS::S3::Bucket, Properties: { ${properties} SPREAD} }`;
const plainTarget = target('BucketName: logs');
const admits = (bucket: string): string => `Lets: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: ${bucket}, PolicyDocument: {  } } }`;
const kms = (algorithm: string): string =>
  target(`BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: ${algorithm} } }] }`);
/** Cases of a rule about a bucket of logs without a policy. */
const closed = (user: (reference: string) => string): RuleCase =>
  mirrored({
    fails: `${plainTarget}\n${user('!Ref «Logs»')}`,
    passes: [`${plainTarget}\n${admits('!Ref Logs')}\n${user('!Ref Logs')}`, `${plainTarget}\n${admits('logs')}\n${user('!Ref Logs')}`, user('other-bucket')],
    unknown: [`${plainTarget}\n${admits('UNKNOWN')}\n${user('!Ref Logs')}`, `${plainTarget}\n${user('UNKNOWN')}`],
    cdkPasses: `const logs = new s3.Bucket(this, 'L');\n    logs.addToResourcePolicy(statement);`,
  });
const encrypted = (user: (reference: string) => string): RuleCase =>
  mirrored({
    fails: [`${kms('aws:kms')}\n${user('!Ref «Logs»')}`, `${kms('aws:kms:dsse')}\n${user('!Ref «Logs»')}`],
    passes: [`${kms('AES256')}\n${user('!Ref Logs')}`, `${plainTarget}\n${user('!Ref Logs')}`],
    unknown: `${kms('UNKNOWN')}\n${user('!Ref Logs')}`,
  });
const logged = (reference: string): string =>
  `Files: { Type: AWS::S3::Bucket, Properties: { LoggingConfiguration: { DestinationBucketName: ${reference} } SPREAD} }`;
const balancer = (reference: string): string =>
  `Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: true }, { Key: access_logs.s3.bucket, Value: ${reference} }] SPREAD} }`;
const own = (logging: string, name = 'LoggingConfiguration'): string =>
  `Files: { Type: AWS::S3::Bucket, Properties: { BucketName: files, ${name}: { ${logging} SPREAD} } }`;
const copied = (versioning: string, reference: string): string =>
  `Copy: { Type: AWS::S3::Bucket, Properties: { BucketName: copy${versioning} SPREAD} }\nFiles: { Type: AWS::S3::Bucket, Properties: { ReplicationConfiguration: { Role: role, Rules: [{ Status: Enabled, Destination: { Bucket: ${reference} } }] } } }`;
const site = (origin: string): string =>
  `Site: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { Origins: [{ Id: files, ${origin} }] } } }`;

export const bucketReaderCases: Readonly<Record<string, RuleCase>> = {
  's3-log-target-without-policy': closed(logged),
  's3-log-target-kms': encrypted(logged),
  's3-logs-into-itself': mirrored({
    fails: [own('LogFilePrefix: a', '«LoggingConfiguration»'), own('DestinationBucketName: !Ref «Files»'), own('DestinationBucketName: «files»')],
    passes: [own('DestinationBucketName: logs'), own('DestinationBucketName: logs').replace('files, ', 'other, ')],
    unknown: own('DestinationBucketName: UNKNOWN'),
  }),
  's3-replication-target-unversioned': mirrored({
    fails: [copied('', '!GetAtt «Copy.Arn»'), copied(', VersioningConfiguration: { Status: Suspended }', '!GetAtt «Copy.Arn»')],
    passes: [copied(', VersioningConfiguration: { Status: Enabled }', '!GetAtt Copy.Arn'), copied('', 'some-arn')],
    unknown: copied(', VersioningConfiguration: { Status: UNKNOWN }', '!GetAtt Copy.Arn'),
  }),
  'cloudtrail-bucket-without-policy': closed(
    (reference) => `Trail: { Type: AWS::CloudTrail::Trail, Properties: { IsLogging: true, S3BucketName: ${reference} SPREAD} }`,
  ),
  'elb-log-bucket-without-policy': closed(balancer),
  'elb-log-bucket-kms': encrypted(balancer),
  'cloudfront-bucket-without-policy': mirrored({
    fails: `${plainTarget}\n${site('OriginAccessControlId: E1, DomainName: !GetAtt «Logs.RegionalDomainName»')}`,
    passes: [
      `${plainTarget}\n${admits('!Ref Logs')}\n${site('OriginAccessControlId: E1, DomainName: !GetAtt Logs.RegionalDomainName')}`,
      `${plainTarget}\n${site("OriginAccessControlId: '', DomainName: !GetAtt Logs.RegionalDomainName")}`,
      `${plainTarget}\n${site('DomainName: !GetAtt Logs.RegionalDomainName')}`,
    ],
    unknown: [
      `${plainTarget}\n${admits('UNKNOWN')}\n${site('OriginAccessControlId: E1, DomainName: !GetAtt Logs.RegionalDomainName')}`,
      `${plainTarget}\n${site('OriginAccessControlId: E1, DomainName: UNKNOWN')}`,
    ],
  }),
};
