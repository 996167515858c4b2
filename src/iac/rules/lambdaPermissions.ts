import { demand, required, surely, surelyUnset, type Guard } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

const ofPermission = { service: 'lambda', types: ['AWS::Lambda::Permission'] } as const;
const narrowing = ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken'];

const isUnnarrowed: Guard = (resource) => narrowing.every((path) => surelyUnset(resource, path));

export const lambdaPermissionsRules: readonly Rule[] = [
  demand(
    {
      ...ofPermission,
      id: 'lambda-public-permission',
      title: 'Function that anybody may invoke',
      why: 'A permission for every principal lets any AWS account run the function at your cost.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'lambda#permission',
    },
    {
      path: 'Principal',
      is: (principal) => principal !== '*',
      whenAbsent: true,
      when: isUnnarrowed,
      message: () => 'Every principal of every account may invoke this function. Name the account or service, with SourceArn, SourceAccount or PrincipalOrgID.',
    },
  ),
  required(
    {
      ...ofPermission,
      id: 'lambda-permission-any-source',
      title: 'Service that may invoke for anybody',
      why: "Without a source, a resource of another account can make the service invoke your function (the confused deputy's problem).",
      severity: 'information',
      tasks: themes.access,
      fact: 'lambda#permission',
    },
    {
      paths: narrowing,
      when: (resource) => surely(resource, 'Principal', (principal) => /\.amazonaws\.com(?:\.cn)?$/.test(String(principal))),
      message: 'The service may invoke this function on behalf of any account. Limit it by SourceArn, or by SourceAccount.',
    },
  ),
  demand(
    {
      ...ofPermission,
      id: 'lambda-permission-broad-action',
      title: 'Permission for more than invoking',
      why: 'A permission on a function is for its callers; whoever changes functions gets that from an identity policy.',
      severity: 'information',
      tasks: themes.access,
      fact: 'lambda#permission',
    },
    {
      path: 'Action',
      is: (action) => /^lambda:Invoke(?:Function|FunctionUrl|Async)$/i.test(String(action)),
      whenAbsent: true,
      message: (how) => `The action ${how}: allow lambda:InvokeFunction only (and lambda:InvokeFunctionUrl for a function URL).`,
    },
  ),
  demand(
    {
      id: 'lambda-layer-public',
      service: 'lambda',
      title: 'Layer open to everyone',
      why: 'Any AWS account can use, and so download, a layer that is shared with every principal.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'lambda#layer-permission',
      types: ['AWS::Lambda::LayerVersionPermission'],
    },
    {
      path: 'Principal',
      is: (principal) => principal !== '*',
      whenAbsent: true,
      when: (resource) => surelyUnset(resource, 'OrganizationId'),
      message: () => 'Every AWS account may use this layer and download what is in it. Name an account, or an organization in OrganizationId.',
    },
  ),
  demand(
    {
      id: 'lambda-url-open',
      service: 'lambda',
      title: 'Function URL without authentication',
      why: 'With AuthType NONE the address answers everyone who knows it, with nothing to throttle them but concurrency.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'lambda#url',
      types: ['AWS::Lambda::Url'],
    },
    {
      path: 'AuthType',
      is: (type) => type !== 'NONE',
      whenAbsent: true,
      message: () => 'Anyone on the internet can call this function. Use AWS_IAM, or put an API or CloudFront with origin access control in front.',
    },
  ),
  demand(
    {
      id: 'lambda-url-cors-open',
      service: 'lambda',
      title: 'Function URL for scripts of every site',
      why: 'A wildcard origin lets the scripts of any web page read the answers.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'lambda#url',
      types: ['AWS::Lambda::Url'],
    },
    {
      path: 'Cors.AllowOrigins.*',
      is: (origin) => origin !== '*',
      whenAbsent: true,
      message: () => 'Scripts of any web site may call this function and read its answers. List the origins that need it.',
    },
  ),
];
