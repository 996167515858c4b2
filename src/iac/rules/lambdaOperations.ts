import { numberOf, propertyAt, propertyOf, type Resource, type Template } from '../model';
import { demand, literalsIn, required, surely, surelyUnset, type Guard } from './demands';
import { secretIn } from './plainSecrets';
import { referred, refersTo } from './references';
import type { Rule, RuleContext } from './rule';
import { themes } from './themes';

const ofFunction = { service: 'lambda', types: ['AWS::Lambda::Function'] } as const;

/** Whether the settings of its asynchronous calls may send failures somewhere. */
function mayHaveDestination(resource: Resource, context: RuleContext): boolean {
  return context
    .ofType('AWS::Lambda::EventInvokeConfig')
    .some(
      (config) =>
        !surelyUnset(config, 'DestinationConfig.OnFailure.Destination') &&
        refersTo(propertyAt(config, 'FunctionName')?.value, resource, context, 'FunctionName') !== false,
    );
}

const isZip: Guard = (resource) => surelyUnset(resource, 'PackageType') || surely(resource, 'PackageType', (type) => type === 'Zip');

const hasVariables: Guard = (resource) => {
  const variables = propertyAt(resource, 'Environment.Variables')?.value;
  return variables?.kind === 'map' && variables.entries.length > 0;
};

/** True where it is certain that no log group of the document is the function's: every one has another name, or one of its own making. */
const hasNoLogGroup: Guard = (resource, context) => {
  const name = propertyAt(resource, 'FunctionName')?.value;
  return context.ofType('AWS::Logs::LogGroup').every((group) => {
    const groupName = propertyAt(group, 'LogGroupName')?.value;
    if (groupName?.kind !== 'known') return surelyUnset(group, 'LogGroupName');
    if (name?.kind === 'known') return groupName.value !== `/aws/lambda/${String(name.value)}`;
    return surelyUnset(resource, 'FunctionName');
  });
};

export const lambdaOperationsRules: readonly Rule[] = [
  required(
    {
      ...ofFunction,
      id: 'lambda-no-dead-letter',
      title: 'Function that forgets failed events',
      why: 'An asynchronous event that fails three times is dropped unless a dead-letter queue or a destination takes it.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'lambda#dlq',
    },
    {
      paths: ['DeadLetterConfig.TargetArn'],
      when: (resource, context) => !mayHaveDestination(resource, context),
      message:
        'Asynchronous events that keep failing are dropped. Name a queue or topic in DeadLetterConfig, or a failure destination in an EventInvokeConfig; functions called only synchronously need neither.',
    },
  ),
  required(
    {
      ...ofFunction,
      id: 'lambda-no-reserved-concurrency',
      title: 'Function without a limit of concurrency',
      why: 'A function without reserved concurrency can use up what all functions of the account share, and has none kept for itself.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'lambda#reserved-concurrency',
    },
    {
      paths: ['ReservedConcurrentExecutions'],
      message: 'No concurrency is reserved: this function may take all that the account has in the Region, and may find none left.',
    },
  ),
  demand(
    {
      ...ofFunction,
      id: 'lambda-tracing-off',
      title: 'Function without active tracing',
      why: 'X-Ray shows where the time of a request goes and which call failed.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'lambda#tracing',
    },
    {
      path: 'TracingConfig.Mode',
      is: (mode) => mode === 'Active',
      whenAbsent: false,
      message: (how) =>
        `The tracing mode ${how}: X-Ray sees only requests that a caller has begun to trace. Set it to Active, and give the role X-Ray permissions.`,
    },
  ),
  required(
    {
      ...ofFunction,
      id: 'lambda-environment-own-key',
      title: 'Environment variables without a key of your own',
      why: 'A customer managed key lets you decide and audit who may decrypt the variables.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'lambda#environment',
    },
    {
      paths: ['KmsKeyArn'],
      when: hasVariables,
      message:
        'The environment variables are encrypted with a key that AWS manages. Name a key of your own in KmsKeyArn to control and audit their decryption.',
    },
  ),
  {
    ...ofFunction,
    id: 'lambda-environment-secret',
    title: 'Secret in an environment variable',
    why: 'Whoever may read the template or the configuration of the function reads the secret.',
    severity: 'warning',
    tasks: themes.data,
    fact: 'lambda#environment-secrets',
    check: (resource) => {
      const variables = propertyAt(resource, 'Environment.Variables')?.value;
      return (variables?.kind === 'map' ? variables.entries : []).flatMap(({ name, value }) => {
        const secret = secretIn(name, value);
        return secret
          ? [{ span: secret, message: `${name} looks like a secret in plain text. Keep it in Secrets Manager or Parameter Store and read it there.` }]
          : [];
      });
    },
  },
  required(
    {
      ...ofFunction,
      id: 'lambda-outside-vpc',
      title: 'Function outside a VPC',
      why: 'Only in a VPC can security groups, endpoints and routes limit where a function connects to.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'lambda#vpc-default',
    },
    {
      paths: ['VpcConfig.SubnetIds'],
      message: 'This function runs outside your VPCs, with the internet open to it. That is fine unless it handles private data or needs private resources.',
    },
  ),
  demand(
    {
      ...ofFunction,
      id: 'lambda-default-memory',
      title: 'Function with the least memory',
      why: 'CPU grows with memory, so 128 MB is often slower and not even cheaper.',
      severity: 'hint',
      tasks: themes.compute,
      fact: 'lambda#memory',
    },
    {
      path: 'MemorySize',
      is: (memory) => Number(memory) > 128,
      whenAbsent: false,
      message: (how) => `The memory ${how}: 128 MB is the least, with the least CPU. Measure some larger sizes, which may cost the same.`,
    },
  ),
  required(
    {
      ...ofFunction,
      id: 'lambda-no-code-signing',
      title: 'Function that takes unsigned code',
      why: 'With a code signing configuration only packages of trusted signers can be deployed.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'lambda#code-signing',
    },
    {
      paths: ['CodeSigningConfigArn'],
      when: isZip,
      message: 'Any package can be deployed to this function. A code signing configuration admits trusted signers only.',
    },
  ),
  required(
    {
      ...ofFunction,
      id: 'lambda-no-log-group',
      title: 'Function whose logs are kept for ever',
      why: 'The log group that Lambda makes by itself never expires and stays when the stack is deleted.',
      severity: 'hint',
      tasks: ['sap-c02/3.1', 'sap-c02/3.5', 'saa-c03/4.2'],
      fact: 'lambda#logs',
    },
    {
      paths: ['LoggingConfig.LogGroup'],
      when: hasNoLogGroup,
      message: 'Lambda makes the log group of this function itself, without expiry. Define one with a retention and name it in LoggingConfig.',
    },
  ),
  {
    ...ofFunction,
    id: 'lambda-shared-role',
    title: 'Functions with one role between them',
    why: 'A shared role has the permissions of all its functions, so each has more than it needs.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 'lambda#role',
    check: (resource, context) => {
      const role = propertyAt(resource, 'Role')?.value;
      if (role?.kind !== 'reference' || context.resource(role.target)?.type !== 'AWS::IAM::Role') return undefined;
      const first = usersOf(role.target, context).find((other) => other !== resource);
      return first ? [{ span: role, message: `${first.id} has the same role. Give each function one of its own, with no more than it needs.` }] : undefined;
    },
  },
];

const roles = new WeakMap<Template, ReadonlyMap<string, readonly Resource[]>>();

/** The functions of a document that have a role, looked for once. */
function usersOf(role: string, context: RuleContext): readonly Resource[] {
  const functions = context.ofType('AWS::Lambda::Function');
  let users = roles.get(context.template);
  if (!users) {
    const found = new Map<string, Resource[]>();
    for (const other of functions) {
      const value = propertyOf(other.properties, 'Role')?.value;
      if (value?.kind !== 'reference') continue;
      const known = found.get(value.target);
      if (known) known.push(other);
      else found.set(value.target, [other]);
    }
    users = found;
    roles.set(context.template, users);
  }
  return users.get(role) ?? [];
}

const endless: Guard = (resource) => isEndless(resource, 'MaximumRetryAttempts') && isEndless(resource, 'MaximumRecordAgeInSeconds');

function isEndless(resource: Resource, path: string): boolean {
  return surelyUnset(resource, path) || numberOf(propertyAt(resource, path)?.value) === -1;
}

const streams = ['AWS::Kinesis::Stream', 'AWS::Kinesis::StreamConsumer', 'AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

/** A mapping of a Kinesis or DynamoDB stream: by its source, or by the starting position that only streams have without topics. */
const readsStream: Guard = (resource, context) => {
  const source = propertyAt(resource, 'EventSourceArn')?.value;
  const stream = referred(source, context);
  if (stream) return streams.includes(stream.type);
  const { literals } = literalsIn(source);
  if (literals.length > 0) return literals.every(({ value }) => /^arn:[\w-]+:(?:kinesis|dynamodb):/.test(String(value)));
  return (
    propertyAt(resource, 'StartingPosition')?.value.kind === 'known' &&
    ['Topics', 'DocumentDBEventSourceConfig', 'SelfManagedEventSource', 'AmazonManagedKafkaEventSourceConfig'].every((path) => surelyUnset(resource, path))
  );
};

const ofMapping = { service: 'lambda', types: ['AWS::Lambda::EventSourceMapping'] } as const;

export const lambdaStreamRules: readonly Rule[] = [
  required(
    {
      ...ofMapping,
      id: 'lambda-stream-no-failure-destination',
      title: 'Stream mapping that loses failed batches',
      why: 'When a mapping gives a batch up, only a failure destination says which records were left out.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'lambda#stream-destination',
    },
    {
      paths: ['DestinationConfig.OnFailure.Destination'],
      when: readsStream,
      message: 'Records that this mapping gives up on leave no trace. Name a queue, topic or bucket in DestinationConfig.OnFailure.',
    },
  ),
  demand(
    {
      ...ofMapping,
      id: 'lambda-stream-no-bisect',
      title: 'Stream mapping that repeats whole batches',
      why: 'One bad record makes the whole batch fail again and again, and its shard waits.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'lambda#bisect',
    },
    {
      path: 'BisectBatchOnFunctionError',
      is: (bisect) => bisect === true || bisect === 'true',
      whenAbsent: false,
      // Functions that name the failed records have no need of it.
      when: (resource, context) => readsStream(resource, context) && surelyUnset(resource, 'FunctionResponseTypes'),
      message: (how) => `Bisecting ${how}: one bad record holds up its whole batch. Set BisectBatchOnFunctionError, or report batch item failures.`,
    },
  ),
  required(
    {
      ...ofMapping,
      id: 'lambda-stream-endless-retries',
      title: 'Stream mapping that retries without end',
      why: 'A record that can never be processed blocks its shard until it expires, up to a year later.',
      severity: 'information',
      tasks: themes.reliability,
      fact: 'lambda#stream-retries',
    },
    {
      paths: ['MaximumRetryAttempts'],
      when: (resource, context) => readsStream(resource, context) && endless(resource, context),
      message: 'A batch that fails is retried until its records expire, and the shard waits. Set MaximumRetryAttempts or MaximumRecordAgeInSeconds.',
    },
  ),
];
