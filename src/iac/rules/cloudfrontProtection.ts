import { always, isTrue, propertyAt, propertyOf, type Resource } from '../model';
import { demand, isUnset, itemsAt, placesAt, placesIn, required, spanOf, unsetPlaces } from './demands';
import { refersTo } from './references';
import type { Rule, RuleContext } from './rule';

const distribution = ['AWS::CloudFront::Distribution'];
const certificate = 'DistributionConfig.ViewerCertificate';
const policyId = 'ResponseHeadersPolicyId';

/** Standard logs of version 2 are deliveries of CloudWatch Logs, beside the distribution. */
function mayDeliverLogs(resource: Resource, context: RuleContext): boolean {
  return context.ofType('AWS::Logs::DeliverySource').some((source) => refersTo(propertyAt(source, 'ResourceArn')?.value, resource, context) !== false);
}

function hasOwnCertificate(resource: Resource): boolean {
  const value = propertyAt(resource, certificate)?.value;
  if (value?.kind !== 'map' || !value.complete || value.entries.length === 0) return false;
  const preset = propertyOf(value, 'CloudFrontDefaultCertificate')?.value;
  return !preset || always(preset, (known) => !isTrue(known));
}

export const cloudfrontProtectionRules: readonly Rule[] = [
  {
    id: 'cloudfront-default-certificate',
    service: 'cloudfront',
    title: "CloudFront's own certificate",
    why: 'With the shared certificate viewers may use TLS 1.0 whatever the template says; a certificate of your own lets you choose.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'cloudfront#default-certificate',
    types: distribution,
    check: (resource) => {
      const preset = propertyAt(resource, `${certificate}.CloudFrontDefaultCertificate`)?.value;
      const message =
        'The shared certificate of cloudfront.net accepts TLS 1.0 whatever MinimumProtocolVersion says. Use a domain and a certificate of your own.';
      if (preset) return always(preset, isTrue) ? [{ span: preset, message }] : undefined;
      return placesAt(resource, certificate)
        .filter(isUnset)
        .map(({ span }) => ({ span, message }));
    },
  },
  {
    id: 'cloudfront-tls-unwritten',
    service: 'cloudfront',
    title: 'Oldest TLS not written down',
    why: 'A certificate of your own lets you refuse TLS 1.0 and 1.1, but only if the template says so.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'cloudfront#minimum-tls',
    types: distribution,
    check: (resource) =>
      hasOwnCertificate(resource)
        ? unsetPlaces(placesAt(resource, `${certificate}.MinimumProtocolVersion`)).map(({ span }) => ({
            span,
            message: 'Nothing says which TLS is the oldest that viewers may use. Set MinimumProtocolVersion to a policy that starts at TLSv1.2.',
          }))
        : undefined,
  },
  demand(
    {
      id: 'cloudfront-dedicated-ip',
      service: 'cloudfront',
      title: 'Dedicated addresses for TLS',
      why: 'Every browser of the last decade sends the host name, so the monthly charge serves next to nobody.',
      severity: 'hint',
      tasks: ['saa-c03/4.4', 'sap-c02/3.5'],
      fact: 'cloudfront#sni',
      types: distribution,
    },
    {
      path: `${certificate}.SslSupportMethod`,
      is: (method) => method !== 'vip',
      whenAbsent: true,
      message: () => 'Dedicated addresses cost a monthly charge for clients without SNI. sni-only is free.',
    },
  ),
  required(
    {
      id: 'cloudfront-access-logs-off',
      service: 'cloudfront',
      title: 'Distribution without access logs',
      why: 'What the edge answers never reaches the logs of the origin.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'cloudfront#standard-logs',
      types: distribution,
    },
    {
      paths: ['DistributionConfig.Logging.Bucket', 'DistributionConfig.DefaultCacheBehavior.RealtimeLogConfigArn'],
      when: (resource, context) => !mayDeliverLogs(resource, context),
      message: 'No access logs are kept. Set Logging, or add a delivery of standard logs (version 2).',
    },
  ),
  {
    id: 'cloudfront-no-waf',
    service: 'cloudfront',
    title: 'Distribution without AWS WAF',
    why: 'A web ACL stops injections, known bad clients and floods at the edge, before they cost the origin anything.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
    fact: 'cloudfront#waf',
    types: distribution,
    check: (resource) =>
      unsetPlaces(placesAt(resource, 'DistributionConfig.WebACLId')).map(({ span }) => ({
        span,
        message: 'No web ACL of AWS WAF filters the requests. Name one in WebACLId where the origin runs an application.',
      })),
  },
  required(
    {
      id: 'cloudfront-no-default-root-object',
      service: 'cloudfront',
      title: 'No default root object',
      why: 'A request for the bare domain goes to the root of the origin, which may list what it holds or answer with an error.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'cloudfront#default-root-object',
      types: distribution,
    },
    {
      paths: ['DistributionConfig.DefaultRootObject'],
      message: 'A request for the bare domain is passed to the root of the origin. Set DefaultRootObject, for example to index.html.',
    },
  ),
  demand(
    {
      id: 'cloudfront-no-geo-restriction',
      service: 'cloudfront',
      title: 'No geographic restriction',
      why: 'Where licences or law limit an audience to some countries, the distribution can refuse the others.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
      fact: 'cloudfront#geo',
      types: distribution,
    },
    {
      path: 'DistributionConfig.Restrictions.GeoRestriction.RestrictionType',
      is: (type) => type !== 'none',
      whenAbsent: false,
      message: (how) => `The restriction by country ${how}: every country is served. Allow or block countries if the audience is a limited one.`,
    },
  ),
  {
    id: 'cloudfront-no-response-headers',
    service: 'cloudfront',
    title: 'No response headers policy',
    why: 'Security headers such as Strict-Transport-Security can be added at the edge, whatever the origin sends.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
    fact: 'cloudfront#response-headers-policy',
    types: distribution,
    check: (resource) => {
      const sure = resource.defaults === undefined;
      const others = itemsAt(resource, 'DistributionConfig.CacheBehaviors').flatMap((behaviour) => placesIn(behaviour, policyId, spanOf(behaviour), sure));
      return unsetPlaces([...placesAt(resource, `DistributionConfig.DefaultCacheBehavior.${policyId}`), ...others]).map(({ span }) => ({
        span,
        message: 'No response headers policy adds security headers here. The managed policy SecurityHeadersPolicy is a start.',
      }));
    },
  },
  required(
    {
      id: 'cloudfront-no-hsts',
      service: 'cloudfront',
      title: 'Response headers without Strict-Transport-Security',
      why: 'Without that header the first request of a browser may go out over plain HTTP again and again.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
      fact: 'cloudfront#response-headers-hsts',
      types: ['AWS::CloudFront::ResponseHeadersPolicy'],
    },
    {
      paths: ['ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity'],
      message: 'This policy does not send Strict-Transport-Security. Add it if browsers are to keep to HTTPS.',
    },
  ),
  {
    id: 'cloudfront-streaming-distribution',
    service: 'cloudfront',
    title: 'RTMP distribution',
    why: 'CloudFront ended RTMP distributions on 31 December 2020.',
    severity: 'warning',
    tasks: ['saa-c03/3.4', 'sap-c02/4.4'],
    fact: 'cloudfront#http-only',
    types: ['AWS::CloudFront::StreamingDistribution'],
    check: (resource) => [{ span: resource.typeSpan, message: 'RTMP distributions ended in 2020. Serve media as HLS or DASH from an ordinary distribution.' }],
  },
];
