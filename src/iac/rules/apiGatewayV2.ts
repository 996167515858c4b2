import { propertyAt } from '../model';
import { demand, required, surely, surelyUnset, type Guard } from './demands';
import { referred } from './references';
import type { Rule } from './rule';
import { themes } from './themes';

const service = 'api-gateway';

/** Of the routes of a WebSocket API only $connect takes an authorization; browsers ask OPTIONS without one. */
const takesAuthorization: Guard = (resource, context) => {
  const key = propertyAt(resource, 'RouteKey')?.value;
  if (key?.kind !== 'known') return false;
  const text = String(key.value);
  if (text === '$connect') return true;
  if (/^(?:OPTIONS |\$disconnect$)/.test(text)) return false;
  if (/^(?:ANY|GET|POST|PUT|PATCH|DELETE|HEAD) /.test(text)) return true;
  const api = referred(propertyAt(resource, 'ApiId')?.value, context);
  return api !== undefined && surely(api, 'ProtocolType', (protocol) => protocol === 'HTTP');
};

export const apiGatewayV2Rules: readonly Rule[] = [
  demand(
    {
      id: 'api-gateway-route-open',
      service,
      title: 'API route without authorization',
      why: 'A route is open to everybody unless it has an authorizer or asks for IAM signatures.',
      severity: 'information',
      tasks: themes.access,
      fact: 'api-gateway#route-authorization',
      types: ['AWS::ApiGatewayV2::Route'],
    },
    {
      path: 'AuthorizationType',
      is: (type) => type !== 'NONE',
      whenAbsent: false,
      when: (resource, context) =>
        takesAuthorization(resource, context) &&
        surelyUnset(resource, 'AuthorizerId') &&
        (surelyUnset(resource, 'ApiKeyRequired') || surely(resource, 'ApiKeyRequired', (known) => known !== true && known !== 'true')),
      message: (how) => `The authorization type ${how}: anybody may call this route. Use IAM, JWT or a Lambda authorizer, unless it is meant for the public.`,
    },
  ),
  required(
    {
      id: 'api-gateway-http-access-logs-off',
      service,
      title: 'HTTP or WebSocket API stage without access logs',
      why: 'Access logs tell who called what and when; HTTP APIs have no other logs.',
      severity: 'information',
      tasks: themes.operation,
      fact: 'api-gateway#http-access-logs',
      types: ['AWS::ApiGatewayV2::Stage'],
    },
    { paths: ['AccessLogSettings.DestinationArn'], message: 'Nothing records who calls this stage. Name a log group in AccessLogSettings.' },
  ),
  demand(
    {
      id: 'api-gateway-cors-open',
      service,
      title: 'HTTP API for scripts of every site',
      why: 'A wildcard origin lets the scripts of any web page call the API and read its answers.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'api-gateway#cors',
      types: ['AWS::ApiGatewayV2::Api'],
    },
    {
      path: 'CorsConfiguration.AllowOrigins.*',
      is: (origin) => origin !== '*',
      whenAbsent: true,
      message: () => 'Scripts of any web site may call this API. List the origins that need it.',
    },
  ),
];
