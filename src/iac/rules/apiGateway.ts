import { propertyAt, type Resource } from '../model';
import { acrossTypes } from './composition';
import { demand, surely, surelyUnset, switchedOn, type Guard } from './demands';
import { refersTo } from './references';
import { closedToWorld } from './resourcePolicies';
import type { Rule, RuleContext } from './rule';
import { themes } from './themes';

const service = 'api-gateway';
const apiType = 'AWS::ApiGateway::RestApi';
const httpApiType = 'AWS::ApiGatewayV2::Api';

/** Browsers ask by OPTIONS what they may send, without any credentials. */
const isCall: Guard = (resource) =>
  surelyUnset(resource, 'HttpMethod') || surely(resource, 'HttpMethod', (method) => String(method).toUpperCase() !== 'OPTIONS');

const needsNoKey: Guard = (resource) =>
  surelyUnset(resource, 'ApiKeyRequired') || surely(resource, 'ApiKeyRequired', (known) => known !== true && known !== 'true');

/** The text says what the API has: it is neither an L2 construct nor made from a definition that stands elsewhere. */
function isPlain(resource: Resource): boolean {
  return resource.defaults === undefined && ['Body', 'BodyS3Location', 'CloneFrom', 'Target', 'RouteKey'].every((path) => surelyUnset(resource, path));
}

/** Whether a resource of these types may belong to the API. */
function mayHave(api: Resource, types: readonly string[], path: string, context: RuleContext, test: (part: Resource) => boolean = () => true): boolean {
  return types.some((type) => context.ofType(type).some((part) => test(part) && refersTo(propertyAt(part, path)?.value, api, context) !== false));
}

const takesSignatures = (part: Resource): boolean => !surelyUnset(part, 'AuthorizationType') && !surely(part, 'AuthorizationType', (type) => type === 'NONE');

const authorizerMessage = 'This API has no authorizer here, and none of its methods asks for IAM signatures, so anybody may call it.';

const hasDomain: Guard = (api, context) =>
  [...context.ofType('AWS::ApiGateway::BasePathMapping'), ...context.ofType('AWS::ApiGatewayV2::ApiMapping')].some((mapping) =>
    ['RestApiId', 'ApiId'].some((path) => refersTo(propertyAt(mapping, path)?.value, api, context) === true),
  );

export const apiGatewayRules: readonly Rule[] = [
  demand(
    {
      id: 'api-gateway-method-open',
      service,
      title: 'API method without authorization',
      why: 'A method with authorization NONE answers anybody who knows the address.',
      severity: 'information',
      tasks: themes.access,
      fact: 'api-gateway#authorizers',
      types: ['AWS::ApiGateway::Method'],
    },
    {
      path: 'AuthorizationType',
      is: (type) => String(type).toUpperCase() !== 'NONE',
      whenAbsent: false,
      when: (resource, context) => isCall(resource, context) && needsNoKey(resource, context) && surelyUnset(resource, 'AuthorizerId'),
      message: (how) =>
        `The authorization type ${how}: anybody may call this method. Use IAM, a user pool or a Lambda authorizer, unless it is meant for the public.`,
    },
  ),
  demand(
    {
      id: 'api-gateway-key-only',
      service,
      title: 'API method guarded by a key alone',
      why: 'An API key meters its callers and does not say who they are; AWS advises against it as the only guard.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'api-gateway#api-keys',
      types: ['AWS::ApiGateway::Method'],
    },
    {
      path: 'AuthorizationType',
      is: (type) => String(type).toUpperCase() !== 'NONE',
      whenAbsent: false,
      when: (resource) =>
        surely(resource, 'ApiKeyRequired', (known) => known === true || known === 'true') &&
        surely(resource, 'HttpMethod', (method) => String(method).toUpperCase() !== 'OPTIONS'),
      message: (how) =>
        `The authorization type ${how}, so a key is all that this method asks for. Keys are shared and stay valid; add IAM, a user pool or a Lambda authorizer.`,
    },
  ),
  switchedOn(
    {
      id: 'api-gateway-method-no-key',
      service,
      title: 'API method that takes calls without a key',
      why: 'Only calls with an API key count against the quota and rate of a usage plan.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'api-gateway#api-keys',
      types: ['AWS::ApiGateway::Method'],
    },
    {
      path: 'ApiKeyRequired',
      when: isCall,
      message: (how) => `The demand for an API key ${how}: no usage plan meters the callers of this method. A key is no login; that needs an authorizer.`,
    },
  ),
  demand(
    {
      id: 'api-gateway-endpoint-public',
      service,
      title: 'API with a public endpoint',
      why: 'Edge-optimized and Regional APIs can be reached from all of the internet; what serves only your VPCs can be private.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'api-gateway#endpoint-types',
      types: [apiType],
    },
    {
      path: 'EndpointConfiguration.Types.*',
      is: (type) => type === 'PRIVATE',
      whenAbsent: false,
      message: (how) => `The endpoint type ${how}: the internet reaches this API. Use PRIVATE if only your VPCs call it.`,
    },
  ),
  closedToWorld(
    {
      id: 'api-gateway-policy-open',
      service,
      title: 'API policy open to everyone',
      why: 'A resource policy that allows everybody narrows nothing.',
      severity: 'information',
      tasks: themes.access,
      fact: 'api-gateway#resource-policy',
      types: [apiType],
    },
    {
      path: 'Policy',
      unlessDenied: true,
      message: 'This policy lets everybody call the API. Name accounts, or add a condition on address, VPC or VPC endpoint.',
    },
  ),
  switchedOn(
    {
      id: 'api-gateway-default-endpoint-open',
      service,
      title: 'API that answers beside its own domain',
      why: 'Calls to the execute-api name go round the custom domain with its TLS policy, mutual TLS and CloudFront.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'api-gateway#https',
      types: [apiType, httpApiType],
    },
    {
      path: 'DisableExecuteApiEndpoint',
      when: hasDomain,
      message: (how) => `Disabling the execute-api endpoint ${how}: callers can go round the custom domain of this API.`,
    },
  ),
  {
    id: 'api-gateway-no-request-validator',
    service,
    title: 'API that does not validate requests',
    why: 'A request validator refuses malformed requests before they cost a call of the backend.',
    severity: 'hint',
    tasks: themes.access,
    fact: 'api-gateway#request-validation',
    types: [apiType],
    check: (api, context) => {
      if (!isPlain(api) || mayHave(api, ['AWS::ApiGateway::RequestValidator'], 'RestApiId', context)) return undefined;
      return [{ span: api.typeSpan, message: 'No request validator checks the parameters and bodies of this API, so malformed requests reach the backend.' }];
    },
  },
  {
    id: 'api-gateway-no-authorizer',
    service,
    title: 'API without an authorizer',
    why: 'Without an authorizer or IAM signatures an API cannot know its callers.',
    severity: 'hint',
    tasks: themes.access,
    fact: 'api-gateway#authorizer-of-api',
    types: [apiType, httpApiType],
    check: (api, context) => {
      const [authorizer, part, path] =
        api.type === apiType
          ? (['AWS::ApiGateway::Authorizer', 'AWS::ApiGateway::Method', 'RestApiId'] as const)
          : (['AWS::ApiGatewayV2::Authorizer', 'AWS::ApiGatewayV2::Route', 'ApiId'] as const);
      if (!isPlain(api) || mayHave(api, [authorizer], path, context) || mayHave(api, [part], path, context, takesSignatures)) return undefined;
      return [{ span: api.typeSpan, message: authorizerMessage }];
    },
  },
  acrossTypes(
    {
      id: 'api-gateway-old-tls',
      service,
      title: 'API domain that takes old TLS',
      why: 'TLS 1.0 and 1.1 have known weaknesses, and no current client needs them.',
      severity: 'information',
      tasks: themes.data,
      fact: 'api-gateway#domain-tls',
    },
    {
      'AWS::ApiGateway::DomainName': (header) =>
        demand(header, {
          path: 'SecurityPolicy',
          is: (policy) => policy !== 'TLS_1_0',
          whenAbsent: false,
          message: (how) => `The security policy ${how}. Ask for TLS_1_2 or a newer policy, so that no client connects by TLS 1.0.`,
        }),
      'AWS::ApiGatewayV2::DomainName': (header) =>
        demand(header, {
          path: 'DomainNameConfigurations.*.SecurityPolicy',
          is: (policy) => policy !== 'TLS_1_0',
          whenAbsent: true,
          message: (how) => `The security policy ${how}. Ask for TLS_1_2, the only one that HTTP APIs take.`,
        }),
    },
  ),
];
