import { hasNoWebAcl } from './apiGatewayStages';
import { demand, required, switchedOn } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

// AppSync has no note of its own; GraphQL APIs stand in the one on API Gateway.
const ofApi = { service: 'api-gateway', types: ['AWS::AppSync::GraphQLApi'] } as const;
const ofCache = { service: 'api-gateway', types: ['AWS::AppSync::ApiCache'] } as const;

export const appsyncRules: readonly Rule[] = [
  demand(
    {
      ...ofApi,
      id: 'appsync-api-key',
      title: 'GraphQL API with API keys for a login',
      why: 'An API key stands in every client and tells no caller from another.',
      severity: 'information',
      tasks: themes.access,
      fact: 'api-gateway#appsync-authentication',
    },
    {
      path: 'AuthenticationType',
      is: (type) => type !== 'API_KEY',
      whenAbsent: true,
      message: () => 'Anybody who has the key may call this API. Use a user pool, OpenID Connect, IAM or a Lambda authorizer for anything but public data.',
    },
  ),
  required(
    {
      ...ofApi,
      id: 'appsync-logs-off',
      title: 'GraphQL API without logs',
      why: 'Without logs neither errors nor abuse of the API can be looked into.',
      severity: 'information',
      tasks: themes.operation,
      fact: 'api-gateway#appsync-logs',
    },
    { paths: ['LogConfig.CloudWatchLogsRoleArn'], message: 'This API writes no logs. Set LogConfig with a role that may write to CloudWatch Logs.' },
  ),
  demand(
    {
      ...ofApi,
      id: 'appsync-field-logs-off',
      title: 'GraphQL API without logs of its fields',
      why: 'Errors of resolvers show only in field-level logs.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'api-gateway#appsync-logs',
    },
    {
      path: 'LogConfig.FieldLogLevel',
      is: (level) => level !== 'NONE',
      whenAbsent: false,
      message: (how) => `The field log level ${how}: failing resolvers leave nothing in the logs. Set it to ERROR, or ALL while you look for a fault.`,
    },
  ),
  switchedOn(
    {
      ...ofApi,
      id: 'appsync-tracing-off',
      title: 'GraphQL API without tracing',
      why: 'X-Ray shows which resolver and which data source takes the time.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'api-gateway#appsync-tracing',
    },
    { path: 'XrayEnabled', message: (how) => `Tracing ${how}: X-Ray does not see the requests of this API.`, fix: { title: 'Enable tracing', value: true } },
  ),
  demand(
    {
      ...ofApi,
      id: 'appsync-introspection-on',
      title: 'GraphQL API that describes itself to callers',
      why: 'Introspection hands the whole schema to anybody who may call the API.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'api-gateway#appsync-introspection',
    },
    {
      path: 'IntrospectionConfig',
      is: (config) => config === 'DISABLED',
      whenAbsent: false,
      message: (how) => `Introspection ${how}, and so every caller can read the schema. Disable it in production.`,
    },
  ),
  required(
    {
      ...ofApi,
      id: 'appsync-no-waf',
      title: 'GraphQL API without AWS WAF',
      why: 'AWS WAF stops known attacks and floods before they reach the resolvers.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'api-gateway#appsync-waf',
    },
    {
      // Stands where the API does: the association is a resource of its own.
      paths: ['WebACLAssociation'],
      when: hasNoWebAcl,
      message: 'No web ACL is associated with this API here. AWS WAF in front filters attacks and limits the rate of each address.',
    },
  ),
  switchedOn(
    {
      ...ofCache,
      id: 'appsync-cache-at-rest',
      title: 'GraphQL cache with encryption at rest not asked for',
      why: 'AppSync encrypts every new cache; a template that says otherwise misleads its readers.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'api-gateway#appsync-cache',
    },
    {
      path: 'AtRestEncryptionEnabled',
      message: (how) => `Encryption at rest ${how}. AppSync encrypts new caches whatever stands here; caches from before keep what they were made with.`,
    },
  ),
  switchedOn(
    {
      ...ofCache,
      id: 'appsync-cache-in-transit',
      title: 'GraphQL cache with encryption in transit not asked for',
      why: 'AppSync encrypts the way to every new cache; a template that says otherwise misleads its readers.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'api-gateway#appsync-cache',
    },
    {
      path: 'TransitEncryptionEnabled',
      message: (how) => `Encryption in transit ${how}. AppSync encrypts new caches whatever stands here; caches from before keep what they were made with.`,
    },
  ),
];
