import assert from 'node:assert/strict';
import { becomes } from '../../../src/iac/cloudformation/sam';
import { knownAt, propertyAt, type Resource } from '../../../src/iac/model';
import { findingsIn, readText, textAt } from '../support';

async function effective(text: string): Promise<Resource[]> {
  return (await readText(text)).resources.flatMap(becomes);
}

function ofType(resources: readonly Resource[], type: string): Resource {
  const found = resources.find((resource) => resource.type === type);
  assert.ok(found, `no ${type} in ${resources.map((resource) => resource.type).join(', ')}`);
  return found;
}

describe('A resource of SAM', () => {
  it('is understood as the function, role, URL and mappings that it becomes', async () => {
    const resources = await effective(`
Transform: AWS::Serverless-2016-10-31
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.8
      Tracing: Active
      DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Queue.Arn }
      FunctionUrlConfig: { AuthType: NONE }
      EventInvokeConfig: { MaximumRetryAttempts: 1 }
      Policies:
        - AmazonS3FullAccess
        - SQSPollerPolicy: { QueueName: !GetAtt Queue.QueueName }
        - Statement: [{ Effect: Allow, Action: '*', Resource: '*' }]
      Events:
        Messages: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn, BatchSize: 5 } }
        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
`);
    assert.deepEqual(
      resources.map(({ id, type }) => `${id} ${type}`),
      [
        'Queue AWS::SQS::Queue',
        'Work AWS::Lambda::Function',
        'WorkRole AWS::IAM::Role',
        'WorkUrl AWS::Lambda::Url',
        'WorkEventInvokeConfig AWS::Lambda::EventInvokeConfig',
        'WorkMessages AWS::Lambda::EventSourceMapping',
      ],
    );
    const work = ofType(resources, 'AWS::Lambda::Function');
    assert.equal(knownAt(work, 'TracingConfig.Mode')?.value, 'Active');
    assert.equal(propertyAt(work, 'DeadLetterConfig.TargetArn')?.value.kind, 'reference');
    const mapping = ofType(resources, 'AWS::Lambda::EventSourceMapping');
    assert.equal(knownAt(mapping, 'BatchSize')?.value, 5);
    assert.deepEqual(
      ['EventSourceArn', 'FunctionName'].map((name) => {
        const value = propertyAt(mapping, name)?.value;
        return value?.kind === 'reference' && value.target;
      }),
      ['Queue', 'Work'],
    );
    assert.equal(knownAt(ofType(resources, 'AWS::Lambda::Url'), 'AuthType')?.value, 'NONE');
  });

  it('takes in what Globals says, its own values first, maps merged and lists joined', async () => {
    const [work] = await effective(`
Globals:
  Function:
    Timeout: 10
    MemorySize: 512
    Environment: { Variables: { STAGE: test, LEVEL: info } }
    Layers: [one]
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      MemorySize: 1024
      Environment: { Variables: { LEVEL: debug } }
      Layers: [two]
`);
    assert.ok(work);
    assert.equal(knownAt(work, 'Timeout')?.value, 10);
    assert.equal(knownAt(work, 'MemorySize')?.value, 1024);
    assert.equal(knownAt(work, 'Environment.Variables.STAGE')?.value, 'test');
    assert.equal(knownAt(work, 'Environment.Variables.LEVEL')?.value, 'debug');
    const layers = propertyAt(work, 'Layers')?.value;
    assert.deepEqual(layers?.kind === 'list' && layers.items.map((item) => item.kind === 'known' && item.value), ['one', 'two']);
  });

  it('keeps its place: a finding on the role stands at the policy of the function', async () => {
    const text = `
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        Statement: [{ Effect: Allow, Action: '*', Resource: '*' }]
`;
    const found = (await findingsIn(text)).findings.find(({ rule }) => rule.id === 'iam-full-access');
    assert.equal(found && textAt(text, found.span), 'Action');
    assert.equal(found?.resource.id, 'Work');
    assert.equal(found.resource.type, 'AWS::Serverless::Function');
  });

  it('reports once what several inherit from Globals', async () => {
    const { findings } = await findingsIn(`
Globals: { Function: { Runtime: python3.8 } }
Resources:
  One: { Type: AWS::Serverless::Function }
  Two: { Type: AWS::Serverless::Function }
`);
    assert.equal(findings.filter(({ rule }) => rule.id === 'lambda-deprecated-runtime').length, 1);
  });

  it('is a table paid per request, unless it has a capacity', async () => {
    const [free, sized] = await effective(`
Resources:
  Free: { Type: AWS::Serverless::SimpleTable, Properties: { PrimaryKey: { Name: day, Type: String } } }
  Sized: { Type: AWS::Serverless::SimpleTable, Properties: { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } } }
`);
    assert.ok(free && sized);
    assert.equal(knownAt(free, 'BillingMode')?.value, 'PAY_PER_REQUEST');
    assert.equal(propertyAt(sized, 'BillingMode'), undefined);
    const key = propertyAt(free, 'KeySchema')?.value;
    assert.equal(key?.kind === 'list' && key.items[0]?.kind, 'map');
  });

  it('is an API with a stage, a state machine, a layer, a nested stack', async () => {
    const resources = await effective(`
Resources:
  Rest: { Type: AWS::Serverless::Api, Properties: { StageName: live, TracingEnabled: true } }
  Http: { Type: AWS::Serverless::HttpApi, Properties: { CorsConfiguration: { AllowOrigins: ['*'] } } }
  Flow: { Type: AWS::Serverless::StateMachine, Properties: { Type: EXPRESS, Policies: [AWSLambdaRole] } }
  Shared: { Type: AWS::Serverless::LayerVersion, Properties: { LayerName: shared } }
  Inner: { Type: AWS::Serverless::Application, Properties: { Location: ./inner.yaml } }
  Odd: { Type: AWS::Serverless::Connector }
`);
    assert.deepEqual(
      resources.map(({ type }) => type),
      [
        'AWS::ApiGateway::RestApi',
        'AWS::ApiGateway::Stage',
        'AWS::ApiGatewayV2::Api',
        'AWS::ApiGatewayV2::Stage',
        'AWS::StepFunctions::StateMachine',
        'AWS::IAM::Role',
        'AWS::Lambda::LayerVersion',
        'AWS::CloudFormation::Stack',
        'AWS::Serverless::Connector',
      ],
    );
    assert.equal(knownAt(ofType(resources, 'AWS::ApiGateway::Stage'), 'TracingEnabled')?.value, true);
    assert.equal(knownAt(ofType(resources, 'AWS::StepFunctions::StateMachine'), 'StateMachineType')?.value, 'EXPRESS');
    assert.equal(knownAt(ofType(resources, 'AWS::ApiGatewayV2::Api'), 'ProtocolType')?.value, 'HTTP');
  });
});
