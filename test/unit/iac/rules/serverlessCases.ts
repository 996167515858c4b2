import type { RuleCase } from './cases';
import { more, setting, unsure } from './settings';

const fn = 'AWS::Lambda::Function';
const permission = 'AWS::Lambda::Permission';
const mapping = 'AWS::Lambda::EventSourceMapping';
const machine = 'AWS::StepFunctions::StateMachine';

const code = (properties: string, mark = false): string => `Code: { Type: ${mark ? `«${fn}»` : fn}, Properties: { ${properties} } }`;
const invoke = (properties: string): string => `Async: { Type: AWS::Lambda::EventInvokeConfig, Properties: { Qualifier: $LATEST, ${properties} } }`;
const cdkCode = (properties: string, mark = false): string =>
  `const code = new lambda.${mark ? '«CfnFunction»' : 'CfnFunction'}(this, 'F', { ${properties} });`;
const cdkInvoke = (properties: string): string => `new lambda.CfnEventInvokeConfig(this, 'A', { qualifier: '$LATEST', ${properties} });`;
const failed = 'DestinationConfig: { OnFailure: { Destination: !Ref Unset } }';
const cdkFailed = `destinationConfig: { onFailure: { destination: 'arn:aws:sqs:eu-west-1:111122223333:failed' } }`;
const group = (name: string): string => `Logs: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 30${name} } }`;
const kinesis = 'arn:aws:kinesis:eu-west-1:111122223333:stream/events';
const reads = { FunctionName: 'consumer', EventSourceArn: kinesis, StartingPosition: 'LATEST' };
const readsElsewhere = [
  { ...reads, EventSourceArn: 'arn:aws:sqs:eu-west-1:111122223333:work' },
  { ...reads, EventSourceArn: unsure, Topics: ['orders'] },
  { ...reads, EventSourceArn: unsure, StartingPosition: unsure },
];
const source = (type: string, mark = false): string => `Source: { Type: ${type} }
Mapping: { Type: ${mark ? `«${mapping}»` : mapping}, Properties: { FunctionName: consumer, EventSourceArn: !GetAtt Source.Arn } }`;

export const serverlessCases: Readonly<Record<string, RuleCase>> = {
  'lambda-no-dead-letter': more(
    setting({ type: fn, path: 'DeadLetterConfig.TargetArn', wrong: [''], right: ['arn:aws:sqs:eu-west-1:111122223333:failed'], absent: 'fails' }),
    {
      yaml: {
        fails: [
          `${code('Handler: a.b', true)}\n${invoke('FunctionName: !Ref Code, MaximumRetryAttempts: 0')}`,
          `${code('Handler: a.b', true)}\n${invoke(`FunctionName: another, ${failed}`)}`,
        ],
        passes: [
          `${code('Handler: a.b')}\n${invoke(`FunctionName: !Ref Code, ${failed}`)}`,
          `${code('FunctionName: work')}\n${invoke(`FunctionName: work, ${failed}`)}`,
        ],
        unknown: `${code('Handler: a.b')}\n${invoke(`FunctionName: UNKNOWN, ${failed}`)}`,
      },
      cdk: {
        passes: `${cdkCode(`handler: 'a.b'`)} ${cdkInvoke(`functionName: code.ref, ${cdkFailed}`)}`,
        unknown: `${cdkCode(`handler: 'a.b'`)} ${cdkInvoke(`functionName: UNKNOWN, ${cdkFailed}`)}`,
      },
    },
  ),
  'lambda-no-reserved-concurrency': setting({ type: fn, path: 'ReservedConcurrentExecutions', right: [5, '5'], absent: 'fails' }),
  'lambda-tracing-off': setting({ type: fn, path: 'TracingConfig.Mode', wrong: ['PassThrough'], right: ['Active'], absent: 'fails' }),
  'lambda-environment-own-key': setting({
    type: fn,
    path: 'KmsKeyArn',
    wrong: [''],
    right: ['alias/mine'],
    absent: 'fails',
    beside: { Environment: { Variables: { Stage: 'production' } } },
    exempt: [{}, { Environment: { Variables: {} } }, { Environment: unsure }],
  }),
  'lambda-environment-secret': more(
    setting(
      {
        type: fn,
        path: 'Environment.Variables.DB_PASSWORD',
        wrong: ['hunter2!', 12345678],
        right: ['{{resolve:secretsmanager:db}}', '', true],
        absent: 'passes',
      },
      { type: fn, path: 'Environment.Variables.API_KEY', wrong: ['abcdef'], right: ['/prod/api-key', 'https://example.com'], absent: 'passes' },
      { type: fn, path: 'Environment.Variables.SECRET_ARN', right: ['my-secret'], absent: 'passes' },
      { type: fn, path: 'Environment.Variables.PARAMETERS_SECRETS_EXTENSION_HTTP_PORT', right: ['2773'], absent: 'passes' },
    ),
    {
      yaml: { passes: code("Environment: { Variables: { access_key: AKIAIOSFODNN7EXAMPLE, KEYBOARD: qwerty, TOKEN_TTL: '3600', SECRET: !Ref Unset } }") },
      cdk: { fails: `new lambda.Function(this, 'F', { environment: { GITHUB_TOKEN: «'abc123'» } SPREAD});` },
    },
  ),
  'lambda-outside-vpc': setting({ type: fn, path: 'VpcConfig.SubnetIds', right: [['subnet-1']], absent: 'fails' }),
  'lambda-default-memory': more(setting({ type: fn, path: 'MemorySize', wrong: [128, '128'], right: [129, '1024'], absent: 'fails' }), {
    cdk: { fails: `new lambda.«Function»(this, 'F', { handler: 'a.b' SPREAD});`, passes: `new lambda.Function(this, 'F', { memorySize: 512 });` },
  }),
  'lambda-no-code-signing': setting({
    type: fn,
    path: 'CodeSigningConfigArn',
    wrong: [''],
    right: ['arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1'],
    absent: 'fails',
    beside: { PackageType: 'Zip' },
    exempt: [{ PackageType: 'Image' }, { PackageType: unsure }],
  }),
  'lambda-no-log-group': more(setting({ type: fn, path: 'LoggingConfig.LogGroup', wrong: [''], right: ['/work'], absent: 'fails' }), {
    yaml: {
      fails: [
        `${code('FunctionName: work', true)}\n${group(', LogGroupName: /aws/lambda/other')}`,
        `${code('Handler: a.b', true)}\n${group('')}`,
        `${code('Handler: a.b', true)}\n${group(', LogGroupName: /aws/lambda/other')}`,
      ],
      passes: `${code('FunctionName: work')}\n${group(', LogGroupName: /aws/lambda/work')}`,
      unknown: [
        `${code('Handler: a.b')}\n${group(', LogGroupName: UNKNOWN')}`,
        `${code('FunctionName: UNKNOWN')}\n${group(', LogGroupName: /aws/lambda/other')}`,
      ],
    },
  }),
  'lambda-shared-role': {
    yaml: {
      fails: `Role: { Type: AWS::IAM::Role }\n${code('Role: !GetAtt «Role.Arn»')}\nOther: { Type: ${fn}, Properties: { Role: !GetAtt «Role.Arn» } }`,
      passes: [
        `Role: { Type: AWS::IAM::Role }\n${code('Role: !GetAtt Role.Arn')}`,
        `${code('Role: !Ref Unset')}\nOther: { Type: ${fn}, Properties: { Role: !Ref Unset } }`,
      ],
      unknown: `Role: { Type: AWS::IAM::Role }\n${code('Role: UNKNOWN')}\nOther: { Type: ${fn}, Properties: { Role: !GetAtt Role.Arn } }`,
    },
    cdk: {
      fails: `const role = new iam.CfnRole(this, 'R', {});
    new lambda.CfnFunction(this, 'A', { role: «role.attrArn» SPREAD});
    new lambda.CfnFunction(this, 'B', { role: «role.attrArn» SPREAD});`,
      passes: `const role = new iam.CfnRole(this, 'R', {}); new lambda.CfnFunction(this, 'A', { role: role.attrArn });`,
      unknown: `new lambda.CfnFunction(this, 'A', { role: UNKNOWN }); new lambda.CfnFunction(this, 'B', { role: UNKNOWN });`,
    },
  },
  'lambda-stream-no-failure-destination': more(
    setting({
      type: mapping,
      path: 'DestinationConfig.OnFailure.Destination',
      wrong: [''],
      right: ['arn:aws:sqs:eu-west-1:111122223333:failed'],
      absent: 'fails',
      beside: reads,
      exempt: readsElsewhere,
    }),
    {
      yaml: {
        fails: [
          source('AWS::Kinesis::Stream', true),
          source('AWS::DynamoDB::Table', true),
          `Mapping: { Type: «${mapping}», Properties: { StartingPosition: LATEST, EventSourceArn: !Ref Unset } }`,
        ],
        passes: source('AWS::SQS::Queue'),
      },
    },
  ),
  'lambda-stream-no-bisect': setting({
    type: mapping,
    path: 'BisectBatchOnFunctionError',
    wrong: [false, 'false'],
    right: [true, 'true'],
    absent: 'fails',
    beside: reads,
    exempt: [...readsElsewhere, { ...reads, FunctionResponseTypes: ['ReportBatchItemFailures'] }],
  }),
  'lambda-stream-endless-retries': more(
    setting({
      type: mapping,
      path: 'MaximumRetryAttempts',
      right: [3, 0],
      absent: 'fails',
      beside: reads,
      exempt: [{ ...reads, MaximumRecordAgeInSeconds: 3600 }],
    }),
    {
      yaml: {
        fails: `Mapping: { Type: «${mapping}», Properties: { EventSourceArn: '${kinesis}', MaximumRecordAgeInSeconds: -1 } }`,
        passes: source('AWS::SQS::Queue'),
      },
    },
  ),
  'lambda-public-permission': setting({
    type: permission,
    path: 'Principal',
    wrong: ['*'],
    right: ['s3.amazonaws.com', '111122223333'],
    absent: 'passes',
    beside: { Action: 'lambda:InvokeFunction' },
    exempt: [{ PrincipalOrgID: 'o-1' }, { SourceAccount: '111122223333' }, { SourceArn: unsure }],
  }),
  'lambda-permission-any-source': more(
    setting({
      type: permission,
      path: 'SourceArn',
      wrong: [''],
      right: ['arn:aws:s3:::files'],
      absent: 'fails',
      beside: { Principal: 's3.amazonaws.com' },
      exempt: [{ Principal: '111122223333' }, { Principal: unsure }, { Principal: 's3.amazonaws.com', SourceAccount: '111122223333' }],
    }),
    { yaml: { fails: `It: { Type: «${permission}», Properties: { Principal: events.amazonaws.com, Action: lambda:InvokeFunction } }` } },
  ),
  'lambda-permission-broad-action': setting({
    type: permission,
    path: 'Action',
    wrong: ['lambda:*', '*', 'lambda:UpdateFunctionCode'],
    right: ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'],
    absent: 'passes',
  }),
  'lambda-layer-public': setting({
    type: 'AWS::Lambda::LayerVersionPermission',
    path: 'Principal',
    wrong: ['*'],
    right: ['111122223333'],
    absent: 'passes',
    exempt: [{ OrganizationId: 'o-1' }, { OrganizationId: unsure }],
  }),
  'lambda-url-open': setting({ type: 'AWS::Lambda::Url', path: 'AuthType', wrong: ['NONE'], right: ['AWS_IAM'], absent: 'passes' }),
  'lambda-url-cors-open': setting({ type: 'AWS::Lambda::Url', path: 'Cors.AllowOrigins.*', wrong: ['*'], right: ['https://example.com'], absent: 'passes' }),
  'step-functions-logs-off': setting({ type: machine, path: 'LoggingConfiguration.Level', wrong: ['OFF'], right: ['ALL', 'ERROR'], absent: 'fails' }),
  'step-functions-logs-partial': setting({
    type: machine,
    path: 'LoggingConfiguration.Level',
    wrong: ['ERROR', 'FATAL'],
    right: ['ALL', 'OFF'],
    absent: 'passes',
  }),
  'step-functions-tracing-off': setting({
    type: machine,
    path: 'TracingConfiguration.Enabled',
    wrong: [false, 'false'],
    right: [true, 'true'],
    absent: 'fails',
  }),
  'eventbridge-bus-open': more(
    setting({
      type: 'AWS::Events::EventBusPolicy',
      path: 'Principal',
      wrong: ['*'],
      right: ['111122223333'],
      absent: 'passes',
      exempt: [{ Condition: { Type: 'StringEquals' } }, { Condition: unsure }],
    }),
    {
      yaml: {
        fails: [
          'P: { Type: AWS::Events::EventBusPolicy, Properties: { Statement: { Effect: Allow, Action: events:PutEvents, «Principal»: "*" } } }',
          'P: { Type: AWS::Events::EventBusPolicy, Properties: { Statement: { Effect: Allow, «Principal»: { AWS: "*" } } } }',
          'B: { Type: AWS::Events::EventBus, Properties: { Policy: { Statement: [{ Effect: Allow, «Principal»: { AWS: ["*"] } }] } } }',
        ],
        passes: [
          'P: { Type: AWS::Events::EventBusPolicy, Properties: { Statement: { Effect: Deny, Principal: "*" } } }',
          'P: { Type: AWS::Events::EventBusPolicy, Properties: { Statement: { Effect: Allow, Principal: "*", Condition: { StringEquals: { aws:PrincipalOrgID: o-1 } } } } }',
          'B: { Type: AWS::Events::EventBus, Properties: { Policy: { Statement: [{ Effect: Allow, Principal: { AWS: "111122223333" } }] } } }',
        ],
        unknown: 'P: { Type: AWS::Events::EventBusPolicy, Properties: { Statement: { Effect: Allow, Principal: UNKNOWN } } }',
      },
    },
  ),
  'eventbridge-no-dead-letter': more(
    setting({
      type: 'AWS::Scheduler::Schedule',
      path: 'Target.DeadLetterConfig.Arn',
      wrong: [''],
      right: ['arn:aws:sqs:eu-west-1:111122223333:failed'],
      absent: 'fails',
    }),
    {
      yaml: {
        fails:
          'R: { Type: AWS::Events::Rule, Properties: { Targets: [«{ Id: a» }, { Id: b, «DeadLetterConfig»: {} }, { Id: c, DeadLetterConfig: { Arn: !Ref Unset } }] } }',
        passes: ['R: { Type: AWS::Events::Rule }', 'R: { Type: AWS::Events::Rule, Properties: { Targets: [] } }'],
        unknown: [
          'R: { Type: AWS::Events::Rule, Properties: { Targets: [{ Id: a, DeadLetterConfig: UNKNOWN }] } }',
          'R: { Type: AWS::Events::Rule, Properties: { Targets: UNKNOWN } }',
        ],
      },
      cdk: { fails: `new events.CfnRule(this, 'R', { targets: [«{ id: 'a' SPREAD}»] });` },
    },
  ),
  'eventbridge-rule-schedule': {
    yaml: {
      fails: 'R: { Type: AWS::Events::Rule, Properties: { «ScheduleExpression»: rate(1 day) } }',
      passes: [
        'R: { Type: AWS::Events::Rule, Properties: { EventPattern: {} } }',
        'R: { Type: AWS::Events::Rule, Properties: { ScheduleExpression: !Ref AWS::NoValue } }',
      ],
      unknown: 'R: { Type: AWS::Events::Rule, Properties: { ScheduleExpression: UNKNOWN } }',
    },
    cdk: {
      fails: `new events.CfnRule(this, 'R', { «scheduleExpression»: 'rate(1 day)' SPREAD});`,
      passes: `new events.CfnRule(this, 'R', { eventPattern: {} });`,
      unknown: `new events.CfnRule(this, 'R', { scheduleExpression: UNKNOWN });`,
    },
  },
};
