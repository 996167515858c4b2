import type { RuleCase } from './cases';
import { more, setting, unsure, type Setting } from './settings';

const stage = 'AWS::ApiGateway::Stage';
const deployment = 'AWS::ApiGateway::Deployment';
const api = 'AWS::ApiGateway::RestApi';
const method = 'AWS::ApiGateway::Method';
const route = 'AWS::ApiGatewayV2::Route';
const graph = 'AWS::AppSync::GraphQLApi';
const cache = 'AWS::AppSync::ApiCache';
const named = { StageName: 'prod' };

const settings = (properties: string): string => `S: { Type: ${stage}, Properties: { StageName: prod, ${properties} } }`;
const marked = (type: string, properties = '', id = 'It'): string => `${id}: { Type: «${type}», Properties: { ${properties} } }`;
const plain = (type: string, properties = '', id = 'It'): string => `${id}: { Type: ${type}, Properties: { ${properties} } }`;
const association = (arn: string): string => `Acl: { Type: AWS::WAFv2::WebACLAssociation, Properties: { WebACLArn: !Ref Unset, ResourceArn: ${arn} } }`;
const plan = (stages: string): string => `Plan: { Type: AWS::ApiGateway::UsagePlan, Properties: { UsagePlanName: all, ApiStages: ${stages} } }`;
const policy = (statements: string): string => plain(api, `Policy: { Statement: [${statements}] }`);

/** A rule on the stages themselves and on those that deployments make. */
const forStages = (path: string, rest: Omit<Setting, 'type' | 'path'>): RuleCase =>
  setting(
    { ...rest, type: stage, path },
    {
      ...rest,
      type: deployment,
      path: `StageDescription.${path}`,
      beside: named,
      exempt: [{}],
    },
  );

const waf = (type: string, construct: string): RuleCase => ({
  yaml: {
    fails: [marked(type, 'Name: a'), `${marked(type, 'Name: a')}\nLb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer }\n${association('!Ref Lb')}`],
    passes: `${plain(type, 'Name: a')}\n${association('!GetAtt It.Arn')}`,
    unknown: [
      `${plain(type, 'Name: a')}\n${association('UNKNOWN')}`,
      `${plain(type, 'Name: a')}\n${association('!Sub "arn:aws:apigateway:eu-west-1::/${It}"')}`,
    ],
  },
  cdk: {
    fails: `new ${construct.replace('.', '.«')}»(this, 'It', { name: 'a' SPREAD});`,
    passes: `const it = new ${construct}(this, 'It', { name: 'a' }); new wafv2.CfnWebACLAssociation(this, 'A', { resourceArn: it.attrArn });`,
    unknown: `new ${construct}(this, 'It', { name: 'a' }); new wafv2.CfnWebACLAssociation(this, 'A', { resourceArn: UNKNOWN });`,
  },
});

export const apiGatewayCases: Readonly<Record<string, RuleCase>> = {
  'api-gateway-access-logs-off': forStages('AccessLogSetting.DestinationArn', {
    wrong: [''],
    right: ['arn:aws:logs:eu-west-1:111122223333:log-group:api'],
    absent: 'fails',
  }),
  'api-gateway-execution-logs-off': more(
    setting({ type: stage, path: 'MethodSettings.*.LoggingLevel', wrong: ['OFF'], right: ['ERROR', 'INFO'], absent: 'fails' }),
    {
      yaml: {
        fails: [
          marked(deployment, 'StageName: prod'),
          plain(deployment, 'StageName: prod, StageDescription: { LoggingLevel: «OFF» }'),
          settings("MethodSettings: [{ LoggingLevel: '«OFF»' }, { LoggingLevel: 'OFF' }]"),
        ],
        passes: [
          plain(deployment, 'StageDescription: { LoggingLevel: OFF }'),
          plain(deployment, 'StageName: prod, StageDescription: { LoggingLevel: INFO }'),
          settings('MethodSettings: [{ LoggingLevel: OFF, HttpMethod: GET }, { LoggingLevel: ERROR, HttpMethod: POST }]'),
        ],
      },
    },
  ),
  'api-gateway-data-trace': more(forStages('MethodSettings.*.DataTraceEnabled', { wrong: [true, 'true'], right: [false], absent: 'passes' }), {
    yaml: { fails: plain(deployment, 'StageName: prod, StageDescription: { DataTraceEnabled: «true» }') },
  }),
  'api-gateway-tracing-off': forStages('TracingEnabled', { wrong: [false, 'false'], right: [true, 'true'], absent: 'fails' }),
  'api-gateway-cache-unencrypted': {
    yaml: {
      fails: [
        settings('MethodSettings: [{ CachingEnabled: true, CacheDataEncrypted: «false» }, { «CachingEnabled»: true }]'),
        settings('«CacheClusterEnabled»: true'),
        settings("«CacheClusterEnabled»: 'true', MethodSettings: [{ HttpMethod: '*' }]"),
      ],
      passes: [
        settings('CacheClusterEnabled: true, MethodSettings: [{ CachingEnabled: true, CacheDataEncrypted: true }]'),
        settings('CacheClusterEnabled: true, MethodSettings: [{ CacheDataEncrypted: true }]'),
        settings('CacheClusterEnabled: false'),
        settings('MethodSettings: [{ CachingEnabled: false }]'),
      ],
      unknown: [
        settings('CacheClusterEnabled: UNKNOWN'),
        settings('CacheClusterEnabled: true, MethodSettings: UNKNOWN'),
        settings('MethodSettings: [{ CachingEnabled: true, CacheDataEncrypted: UNKNOWN }]'),
      ],
    },
    cdk: {
      fails: [
        `new apigateway.CfnStage(this, 'S', { methodSettings: [{ cachingEnabled: true, cacheDataEncrypted: «false» SPREAD}] });`,
        `new apigateway.CfnStage(this, 'S', { «cacheClusterEnabled»: true SPREAD});`,
      ],
      passes: `new apigateway.CfnStage(this, 'S', { cacheClusterEnabled: false });`,
      unknown: `new apigateway.CfnStage(this, 'S', { cacheClusterEnabled: UNKNOWN });`,
    },
  },
  'api-gateway-cache-off': forStages('CacheClusterEnabled', { wrong: [false], right: [true, 'true'], absent: 'fails' }),
  'api-gateway-no-client-certificate': forStages('ClientCertificateId', { wrong: [''], right: ['abc123'], absent: 'fails' }),
  'api-gateway-no-waf': waf(stage, 'apigateway.CfnStage'),
  'api-gateway-no-usage-plan': {
    yaml: {
      fails: [
        marked(stage, 'StageName: prod'),
        marked(deployment, 'StageName: prod'),
        `${marked(stage, 'StageName: prod')}\n${plan('[{ ApiId: !Ref Unset, Stage: test }]')}`,
        `${marked(stage, 'StageName: test', 'Other')}\n${marked(stage, 'StageName: prod')}\n${plan('[{ Stage: dev }]')}`,
        `${marked(stage, 'StageName: prod')}\nPlan: { Type: AWS::ApiGateway::UsagePlan }`,
      ],
      passes: [
        plain(deployment, 'Description: no stage'),
        `${plain(stage, 'StageName: prod')}\n${plan('[{ ApiId: !Ref Unset, Stage: !Ref It }]')}`,
        `${plain(stage, 'StageName: prod')}\n${plan('[{ ApiId: !Ref Unset, Stage: prod }]')}`,
      ],
      unknown: [
        `${plain(stage, 'StageName: prod')}\n${plan('[{ ApiId: !Ref Unset, Stage: UNKNOWN }]')}`,
        `${plain(stage, 'StageName: prod')}\n${plan('UNKNOWN')}`,
        `${plain(stage, 'StageName: UNKNOWN')}\n${plan('[{ ApiId: !Ref Unset, Stage: prod }]')}`,
      ],
    },
    cdk: {
      fails: `new apigateway.«CfnStage»(this, 'S', { stageName: 'prod' SPREAD});`,
      passes: [
        `new apigateway.Stage(this, 'S', { stageName: 'prod' });`,
        `const it = new apigateway.CfnStage(this, 'S', { stageName: 'prod' }); new apigateway.CfnUsagePlan(this, 'P', { apiStages: [{ stage: it.ref }] });`,
      ],
      unknown: `new apigateway.CfnStage(this, 'S', { stageName: 'prod' }); new apigateway.CfnUsagePlan(this, 'P', { apiStages: [{ stage: UNKNOWN }] });`,
    },
  },
  'api-gateway-method-open': setting({
    type: method,
    path: 'AuthorizationType',
    wrong: ['NONE'],
    right: ['AWS_IAM', 'CUSTOM'],
    absent: 'fails',
    beside: { HttpMethod: 'GET' },
    exempt: [{ HttpMethod: 'OPTIONS' }, { HttpMethod: unsure }, { HttpMethod: 'GET', ApiKeyRequired: true }, { HttpMethod: 'GET', ApiKeyRequired: unsure }],
  }),
  'api-gateway-key-only': setting({
    type: method,
    path: 'AuthorizationType',
    wrong: ['NONE'],
    right: ['AWS_IAM', 'CUSTOM'],
    absent: 'fails',
    beside: { HttpMethod: 'GET', ApiKeyRequired: true },
    exempt: [{ HttpMethod: 'OPTIONS', ApiKeyRequired: true }, { HttpMethod: 'GET' }, { HttpMethod: 'GET', ApiKeyRequired: unsure }],
  }),
  'api-gateway-method-no-key': setting({
    type: method,
    path: 'ApiKeyRequired',
    wrong: [false, 'false'],
    right: [true],
    absent: 'fails',
    beside: { HttpMethod: 'POST' },
    exempt: [{ HttpMethod: 'OPTIONS' }, { HttpMethod: unsure }],
  }),
  'api-gateway-endpoint-public': more(
    setting({ type: api, path: 'EndpointConfiguration.Types.*', wrong: ['EDGE', 'REGIONAL'], right: ['PRIVATE'], absent: 'fails' }),
    {
      yaml: { fails: plain(api, '«EndpointConfiguration»: { IpAddressType: ipv4 }') },
    },
  ),
  'api-gateway-policy-open': {
    yaml: {
      fails: [
        policy(`{ Effect: Allow, «Principal»: '*', Action: 'execute-api:Invoke', Resource: '*' }`),
        policy(`{ Effect: Allow, «Principal»: { AWS: '*' }, Action: 'execute-api:Invoke' }`),
      ],
      passes: [
        policy(`{ Effect: Allow, Principal: '*', Condition: { IpAddress: { aws:SourceIp: 192.0.2.0/24 } } }`),
        policy(`{ Effect: Allow, Principal: '*' }, { Effect: Deny, Principal: '*', Condition: { NotIpAddress: { aws:SourceIp: 192.0.2.0/24 } } }`),
        policy(`{ Effect: Allow, Principal: { AWS: '111122223333' } }`),
      ],
      unknown: [policy(`{ Effect: Allow, Principal: UNKNOWN }`), policy(`{ Effect: Allow, Principal: '*' }, UNKNOWN`)],
    },
    cdk: {
      fails: `new apigateway.CfnRestApi(this, 'A', { policy: { Statement: [{ Effect: 'Allow', «Principal»: '*' SPREAD}] } });`,
      passes: `new apigateway.CfnRestApi(this, 'A', { policy: { Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' } }] } });`,
      unknown: `new apigateway.CfnRestApi(this, 'A', { policy: UNKNOWN });`,
    },
  },
  'api-gateway-default-endpoint-open': {
    yaml: {
      fails: [
        `${marked(api, 'Name: a')}\nM: { Type: AWS::ApiGateway::BasePathMapping, Properties: { RestApiId: !Ref It } }`,
        `${plain('AWS::ApiGatewayV2::Api', 'DisableExecuteApiEndpoint: «false»')}\nM: { Type: AWS::ApiGatewayV2::ApiMapping, Properties: { ApiId: !Ref It } }`,
      ],
      passes: [
        plain(api, 'Name: a'),
        `${plain(api, 'DisableExecuteApiEndpoint: true')}\nM: { Type: AWS::ApiGateway::BasePathMapping, Properties: { RestApiId: !Ref It } }`,
      ],
      unknown: [
        `${plain(api, 'DisableExecuteApiEndpoint: UNKNOWN')}\nM: { Type: AWS::ApiGateway::BasePathMapping, Properties: { RestApiId: !Ref It } }`,
        `${plain(api, 'Name: a')}\nM: { Type: AWS::ApiGateway::BasePathMapping, Properties: { RestApiId: UNKNOWN } }`,
      ],
    },
    cdk: {
      fails: `const it = new apigateway.«CfnRestApi»(this, 'A', { name: 'a' SPREAD}); new apigateway.CfnBasePathMapping(this, 'M', { restApiId: it.ref });`,
      passes: `const it = new apigateway.CfnRestApi(this, 'A', { disableExecuteApiEndpoint: true }); new apigateway.CfnBasePathMapping(this, 'M', { restApiId: it.ref });`,
      unknown: `const it = new apigateway.CfnRestApi(this, 'A', { disableExecuteApiEndpoint: UNKNOWN }); new apigateway.CfnBasePathMapping(this, 'M', { restApiId: it.ref });`,
    },
  },
  'api-gateway-no-request-validator': {
    yaml: {
      fails: [
        marked(api, 'Name: a'),
        `${marked(api, 'Name: a')}\nOther: { Type: ${api}, Properties: { Body: {openapi: 3.0.1} } }\nV: { Type: AWS::ApiGateway::RequestValidator, Properties: { RestApiId: !Ref Other } }`,
      ],
      passes: [
        plain(api, 'Body: { openapi: 3.0.1 }'),
        `${plain(api, 'Name: a')}\nV: { Type: AWS::ApiGateway::RequestValidator, Properties: { RestApiId: !Ref It } }`,
      ],
      unknown: [plain(api, 'Body: UNKNOWN'), `${plain(api, 'Name: a')}\nV: { Type: AWS::ApiGateway::RequestValidator, Properties: { RestApiId: UNKNOWN } }`],
    },
    cdk: {
      fails: `new apigateway.«CfnRestApi»(this, 'A', { name: 'a' SPREAD});`,
      passes: [
        `new apigateway.RestApi(this, 'A', {});`,
        `const it = new apigateway.CfnRestApi(this, 'A', {}); new apigateway.CfnRequestValidator(this, 'V', { restApiId: it.ref });`,
      ],
      unknown: `new apigateway.CfnRestApi(this, 'A', { body: UNKNOWN });`,
    },
  },
  'api-gateway-no-authorizer': {
    yaml: {
      fails: [
        marked(api, 'Name: a'),
        marked('AWS::ApiGatewayV2::Api', 'Name: a, ProtocolType: HTTP'),
        `${marked(api, 'Name: a')}\nM: { Type: ${method}, Properties: { RestApiId: !Ref It, AuthorizationType: NONE } }`,
      ],
      passes: [
        plain(api, 'Body: { openapi: 3.0.1 }'),
        `${plain(api, 'Name: a')}\nA: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref It } }`,
        `${plain(api, 'Name: a')}\nM: { Type: ${method}, Properties: { RestApiId: !Ref It, AuthorizationType: AWS_IAM } }`,
        `${plain('AWS::ApiGatewayV2::Api', 'Name: a')}\nR: { Type: ${route}, Properties: { ApiId: !Ref It, AuthorizationType: JWT } }`,
      ],
      unknown: [
        `${plain(api, 'Name: a')}\nA: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: UNKNOWN } }`,
        `${plain(api, 'Name: a')}\nM: { Type: ${method}, Properties: { RestApiId: !Ref It, AuthorizationType: UNKNOWN } }`,
      ],
    },
    cdk: {
      fails: `new apigateway.«CfnRestApi»(this, 'A', { name: 'a' SPREAD});`,
      passes: `const it = new apigatewayv2.CfnApi(this, 'A', {}); new apigatewayv2.CfnAuthorizer(this, 'V', { apiId: it.ref });`,
      unknown: `new apigateway.CfnRestApi(this, 'A', { body: UNKNOWN });`,
    },
  },
  'api-gateway-old-tls': setting(
    {
      type: 'AWS::ApiGateway::DomainName',
      path: 'SecurityPolicy',
      wrong: ['TLS_1_0'],
      right: ['TLS_1_2', 'SecurityPolicy_TLS13_1_2_2021_06'],
      absent: 'fails',
    },
    { type: 'AWS::ApiGatewayV2::DomainName', path: 'DomainNameConfigurations.*.SecurityPolicy', wrong: ['TLS_1_0'], right: ['TLS_1_2'], absent: 'passes' },
  ),
  'api-gateway-route-open': more(
    setting({
      type: route,
      path: 'AuthorizationType',
      wrong: ['NONE'],
      right: ['JWT', 'AWS_IAM'],
      absent: 'fails',
      beside: { RouteKey: 'GET /orders' },
      exempt: [
        { RouteKey: 'OPTIONS /orders' },
        { RouteKey: '$disconnect' },
        { RouteKey: 'send' },
        { RouteKey: unsure },
        { RouteKey: 'GET /orders', ApiKeyRequired: true },
      ],
    }),
    {
      yaml: {
        fails: [
          marked(route, 'RouteKey: $connect'),
          `${marked(route, 'RouteKey: $default, ApiId: !Ref Api')}\nApi: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }`,
        ],
        passes: `${plain(route, 'RouteKey: $default, ApiId: !Ref Api')}\nApi: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: WEBSOCKET } }`,
      },
    },
  ),
  'api-gateway-http-access-logs-off': setting({
    type: 'AWS::ApiGatewayV2::Stage',
    path: 'AccessLogSettings.DestinationArn',
    wrong: [''],
    right: ['arn:aws:logs:eu-west-1:111122223333:log-group:api'],
    absent: 'fails',
  }),
  'api-gateway-cors-open': setting({
    type: 'AWS::ApiGatewayV2::Api',
    path: 'CorsConfiguration.AllowOrigins.*',
    wrong: ['*'],
    right: ['https://example.com'],
    absent: 'passes',
  }),
  'appsync-api-key': setting({
    type: graph,
    path: 'AuthenticationType',
    wrong: ['API_KEY'],
    right: ['AWS_IAM', 'AMAZON_COGNITO_USER_POOLS'],
    absent: 'passes',
  }),
  'appsync-logs-off': setting({
    type: graph,
    path: 'LogConfig.CloudWatchLogsRoleArn',
    wrong: [''],
    right: ['arn:aws:iam::111122223333:role/logs'],
    absent: 'fails',
  }),
  'appsync-field-logs-off': setting({ type: graph, path: 'LogConfig.FieldLogLevel', wrong: ['NONE'], right: ['ERROR', 'ALL'], absent: 'fails' }),
  'appsync-tracing-off': setting({ type: graph, path: 'XrayEnabled', wrong: [false], right: [true], absent: 'fails' }),
  'appsync-introspection-on': setting({ type: graph, path: 'IntrospectionConfig', wrong: ['ENABLED'], right: ['DISABLED'], absent: 'fails' }),
  'appsync-no-waf': waf(graph, 'appsync.CfnGraphQLApi'),
  'appsync-cache-at-rest': setting({ type: cache, path: 'AtRestEncryptionEnabled', wrong: [false], right: [true], absent: 'fails' }),
  'appsync-cache-in-transit': setting({ type: cache, path: 'TransitEncryptionEnabled', wrong: [false], right: [true], absent: 'fails' }),
};
