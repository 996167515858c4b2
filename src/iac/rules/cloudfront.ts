import { always, isTrue, propertyAt, propertyOf, type Property, type Resource } from '../model';
import { written, type Rule } from './rule';

const distribution = ['AWS::CloudFront::Distribution'];

/** `ViewerProtocolPolicy` of the default behaviour and of the others. */
function viewerPolicies(resource: Resource): Property[] {
  const behaviours = propertyAt(resource, 'DistributionConfig.CacheBehaviors')?.value;
  const all = [propertyAt(resource, 'DistributionConfig.DefaultCacheBehavior')?.value, ...(behaviours?.kind === 'list' ? behaviours.items : [])];
  return all.map((behaviour) => propertyOf(behaviour, 'ViewerProtocolPolicy')).filter((policy) => policy !== undefined);
}

export const cloudfrontRules: readonly Rule[] = [
  {
    id: 'cloudfront-origin-access-identity',
    service: 'cloudfront',
    title: 'Origin access identity',
    why: 'Origin access control replaced it in 2022: it signs with SigV4 and works with KMS keys and in all Regions.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2', 'sap-2014/6.5'],
    fact: 'cloudfront#oai',
    types: ['AWS::CloudFront::CloudFrontOriginAccessIdentity'],
    check: (resource) => [
      {
        span: resource.typeSpan,
        message: 'Origin access identities are the old way. Use origin access control (OAC), which works with SSE-KMS and in every Region.',
      },
    ],
  },
  {
    id: 'cloudfront-plain-http',
    service: 'cloudfront',
    title: 'Viewers may use plain HTTP',
    why: 'allow-all serves whatever protocol the viewer asks for.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'cloudfront#viewer-protocol',
    types: distribution,
    check: (resource, { template }) =>
      viewerPolicies(resource).flatMap(({ value }) => {
        if (!always(value, (policy) => policy === 'allow-all')) return [];
        const literal = template.kind === 'cloudformation' && value.kind === 'known' && value.parameter === undefined;
        return [
          {
            span: value,
            message: 'Viewers may come in over plain HTTP. redirect-to-https sends them to TLS.',
            ...(literal ? { fix: { title: 'Redirect to HTTPS', span: value, text: written('redirect-to-https', template.language) } } : {}),
          },
        ];
      }),
  },
  {
    id: 'cloudfront-old-tls',
    service: 'cloudfront',
    title: 'Old TLS allowed',
    why: 'Before TLS 1.2 there are known weaknesses; the recommended policies start there.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'cloudfront#minimum-tls',
    types: distribution,
    check: (resource) => {
      const certificate = propertyAt(resource, 'DistributionConfig.ViewerCertificate')?.value;
      const value = propertyOf(certificate, 'MinimumProtocolVersion')?.value;
      // With CloudFront's own certificate the policy is TLSv1 whatever the template says.
      if (always(propertyOf(certificate, 'CloudFrontDefaultCertificate')?.value, isTrue)) return undefined;
      if (!always(value, (version) => /^(?:SSLv3|TLSv1|TLSv1_2016|TLSv1\.1_2016)$/.test(String(version)))) return undefined;
      return [{ span: value, message: 'This lets viewers use TLS older than 1.2. Choose a policy that starts at TLSv1.2.' }];
    },
  },
];
