import { field, listOf, members, namesOf, plain, seconds, shape, something } from '../converters';
import type { Converter } from '../expression';
import type { Setting } from './construct';

export const endpointTypes = namesOf('EndpointType', 'EDGE', 'REGIONAL', 'PRIVATE');

export const cdnProtocol = members('SecurityPolicyProtocol', {
  SSL_V3: 'SSLv3',
  TLS_V1: 'TLSv1',
  TLS_V1_2016: 'TLSv1_2016',
  TLS_V1_1_2016: 'TLSv1.1_2016',
  TLS_V1_2_2018: 'TLSv1.2_2018',
  TLS_V1_2_2019: 'TLSv1.2_2019',
  TLS_V1_2_2021: 'TLSv1.2_2021',
});

export const cdnPriceClass = members('PriceClass', {
  PRICE_CLASS_100: 'PriceClass_100',
  PRICE_CLASS_200: 'PriceClass_200',
  PRICE_CLASS_ALL: 'PriceClass_All',
});

/** `defaultBehavior` of a distribution. */
export const cacheBehaviour: Converter = shape({
  viewerProtocolPolicy: [
    'ViewerProtocolPolicy',
    members('ViewerProtocolPolicy', { HTTPS_ONLY: 'https-only', REDIRECT_TO_HTTPS: 'redirect-to-https', ALLOW_ALL: 'allow-all' }),
  ],
  compress: ['Compress', plain],
  smoothStreaming: ['SmoothStreaming', plain],
  origin: ['TargetOriginId', something],
  cachePolicy: ['CachePolicyId', something],
  originRequestPolicy: ['OriginRequestPolicyId', something],
  responseHeadersPolicy: ['ResponseHeadersPolicyId', something],
});

/** `corsPreflight` of an HTTP API. */
export const corsPreflight: Converter = shape({
  allowOrigins: ['AllowOrigins', plain],
  allowHeaders: ['AllowHeaders', plain],
  exposeHeaders: ['ExposeHeaders', plain],
  allowCredentials: ['AllowCredentials', plain],
  allowMethods: [
    'AllowMethods',
    listOf(members('CorsHttpMethod', { ANY: '*', GET: 'GET', PUT: 'PUT', POST: 'POST', DELETE: 'DELETE', PATCH: 'PATCH', HEAD: 'HEAD', OPTIONS: 'OPTIONS' })),
  ],
  maxAge: ['MaxAge', seconds],
});

const computeType = members('ComputeType', {
  SMALL: 'BUILD_GENERAL1_SMALL',
  MEDIUM: 'BUILD_GENERAL1_MEDIUM',
  LARGE: 'BUILD_GENERAL1_LARGE',
  X2_LARGE: 'BUILD_GENERAL1_2XLARGE',
});

/** `environment: { privileged, computeType }` of a build project. */
export const buildEnvironment: readonly Setting[] = [
  ['Environment.PrivilegedMode', field('privileged', plain)],
  ['Environment.ComputeType', field('computeType', computeType)],
  ['Environment.Image', something],
];
