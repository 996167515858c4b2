import { always, propertyAt, propertyOf, type MapValue, type Property, type Resource } from '../model';
import { demand, isUnset, itemsAt, literalsIn, passes, placesIn, required, spanOf } from './demands';
import type { Rule } from './rule';

const distribution = ['AWS::CloudFront::Distribution'];
const behaviours = ['DistributionConfig.DefaultCacheBehavior', 'DistributionConfig.CacheBehaviors'];

/** Custom origins: those of `Origins`, and the one of the legacy form. */
function customOrigins(resource: Resource): MapValue[] {
  const origins = itemsAt(resource, 'DistributionConfig.Origins').map((origin) => propertyOf(origin, 'CustomOriginConfig')?.value);
  const legacy = propertyAt(resource, 'DistributionConfig.CustomOrigin')?.value;
  return [...origins, legacy].filter((origin) => origin?.kind === 'map');
}

/** True where some behaviour surely serves plain HTTP. */
function servesPlainHttp(resource: Resource): boolean {
  return behaviours
    .flatMap((path) => itemsAt(resource, path))
    .map((behaviour) => propertyOf(behaviour, 'ViewerProtocolPolicy')?.value)
    .some((policy) => policy !== undefined && passes(policy, (known) => known === 'allow-all') === true);
}

/** The address of a bucket's REST endpoint; its website has another one. */
const bucketAddress = /\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com$/;

/** The domain name of an origin without a configuration of its kind, where it is a bucket's. */
function bucketNamed(origin: MapValue): Property | undefined {
  const domain = propertyOf(origin, 'DomainName');
  if (!origin.complete || propertyOf(origin, 'CustomOriginConfig') || propertyOf(origin, 'VpcOriginConfig')) return undefined;
  if (domain?.value.kind === 'reference') return /^(?:Regional)?DomainName$/i.test(domain.value.attribute ?? '') ? domain : undefined;
  return always(domain?.value, (name) => bucketAddress.test(String(name))) ? domain : undefined;
}

export const cloudfrontOriginRules: readonly Rule[] = [
  {
    id: 'cloudfront-origin-http',
    service: 'cloudfront',
    title: 'Plain HTTP to the origin',
    why: 'HTTPS for viewers protects half of the way if CloudFront fetches over the internet in the clear.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'cloudfront#origin-protocol',
    types: distribution,
    check: (resource) =>
      customOrigins(resource).flatMap((origin) => {
        const policy = propertyOf(origin, 'OriginProtocolPolicy')?.value;
        if (!policy) return [];
        if (passes(policy, (known) => known === 'http-only') === true)
          return [{ span: spanOf(policy), message: 'CloudFront fetches from this origin over plain HTTP. Use https-only.' }];
        if (passes(policy, (known) => known === 'match-viewer') !== true || !servesPlainHttp(resource)) return [];
        return [{ span: spanOf(policy), message: 'Viewers may use plain HTTP, and CloudFront then does so towards this origin. Use https-only.' }];
      }),
  },
  {
    id: 'cloudfront-origin-old-tls',
    service: 'cloudfront',
    title: 'Old TLS to the origin',
    why: 'SSL 3 and TLS before 1.2 have known weaknesses; origins of today speak 1.2.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'cloudfront#origin-tls',
    types: distribution,
    check: (resource) =>
      customOrigins(resource).flatMap((origin) => {
        const protocols = (propertyOf(origin, 'OriginSSLProtocols') ?? propertyOf(origin, 'OriginSslProtocols'))?.value;
        const old = literalsIn(protocols).literals.filter(({ value }) => /^(?:SSLv3|TLSv1|TLSv1\.1)$/.test(String(value)));
        return old.map((protocol) => ({ span: protocol, message: `CloudFront may use ${String(protocol.value)} towards this origin. Keep TLSv1.2 alone.` }));
      }),
  },
  {
    id: 'cloudfront-s3-origin-open',
    service: 'cloudfront',
    title: 'Bucket origin without origin access control',
    why: 'Without it CloudFront asks as an anonymous user, so the bucket must be public and can be read past the distribution.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'cloudfront#oac',
    types: distribution,
    check: (resource) =>
      itemsAt(resource, 'DistributionConfig.Origins').flatMap((origin) => {
        const bucket = propertyOf(origin, 'S3OriginConfig') ?? bucketNamed(origin);
        if (!bucket || (bucket.name === 'S3OriginConfig' && bucket.value.kind !== 'map') || resource.defaults !== undefined) return [];
        const access = ['OriginAccessControlId', 'S3OriginConfig.OriginAccessIdentity'].flatMap((path) => placesIn(origin, path, spanOf(origin)));
        if (!access.every(isUnset)) return [];
        return [{ span: bucket.nameSpan, message: 'CloudFront reads this bucket like anybody else, so it has to be public. Name an origin access control.' }];
      }),
  },
  required(
    {
      id: 'cloudfront-no-origin-failover',
      service: 'cloudfront',
      title: 'No origin failover',
      why: 'An origin group sends requests to a second origin while the first one fails.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'cloudfront#origin-failover',
      types: distribution,
    },
    {
      paths: ['DistributionConfig.OriginGroups.Items'],
      message: 'There is no origin group: when the origin fails, so does all that is not cached. Add a second origin.',
    },
  ),
  demand(
    {
      id: 'cloudfront-oac-unsigned',
      service: 'cloudfront',
      title: 'Origin access control that does not sign',
      why: 'With the behaviour never CloudFront sends unsigned requests, so every origin that uses it must be public.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'cloudfront#oac-signing',
      types: ['AWS::CloudFront::OriginAccessControl'],
    },
    {
      path: 'OriginAccessControlConfig.SigningBehavior',
      is: (behaviour) => behaviour !== 'never',
      whenAbsent: true,
      message: () => 'Requests to the origin go out unsigned. Set always.',
    },
  ),
];
