import type { RuleCase } from './cases';

const distribution = (config: string): string => `Site: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { ${config} } } }`;
const bare = 'Site: { Type: AWS::CloudFront::Distribution, Properties: { «DistributionConfig»: { Enabled: true } } }';
const cdk = (config: string): string => `new cloudfront.CfnDistribution(this, 'D', { distributionConfig: { ${config} } });`;
const cdkBare = `new cloudfront.CfnDistribution(this, 'D', { «distributionConfig»: { enabled: true SPREAD} });`;
const cdkL2 = `new cloudfront.Distribution(this, 'D', { defaultBehavior: { origin }, defaultRootObject: 'i', geoRestriction: allowed });`;
const unsure = distribution('Fn::Transform: { Name: More }, Enabled: true');
const cdkUnsure = cdk('enabled: true, ...UNKNOWN');
const custom = (config: string): string => distribution(`Origins: [{ Id: app, DomainName: app.example.com, CustomOriginConfig: { ${config} } }]`);
const cdkCustom = (config: string): string => cdk(`origins: [{ id: 'app', domainName: 'app.example.com', customOriginConfig: { ${config} } }]`);
const acl = (properties: string): string => `Acl: { Type: AWS::WAFv2::WebACL, Properties: { DefaultAction: { Allow: {} }, ${properties} } }`;
const cdkAcl = (properties: string): string => `const acl = new wafv2.CfnWebACL(this, 'A', { defaultAction: { allow: {} }, ${properties} });`;
const group = (name: string, more = ''): string => `{ Name: r, Statement: { ManagedRuleGroupStatement: { VendorName: AWS, Name: ${name} ${more}} } }`;
const badInputs = 'AWSManagedRulesKnownBadInputsRuleSet';
const logging = (arn: string): string => `Logs: { Type: AWS::WAFv2::LoggingConfiguration, Properties: { ResourceArn: ${arn} } }`;

export const deliveryEdgeCases: Readonly<Record<string, RuleCase>> = {
  'cloudfront-default-certificate': {
    yaml: {
      fails: [bare, distribution('ViewerCertificate: { CloudFrontDefaultCertificate: «true» }')],
      passes: [
        distribution('ViewerCertificate: { AcmCertificateArn: !Ref Unset, SslSupportMethod: sni-only }'),
        distribution('ViewerCertificate: !If [Production, { AcmCertificateArn: x }, { CloudFrontDefaultCertificate: true }]'),
      ],
      unknown: [distribution('ViewerCertificate: UNKNOWN'), distribution('ViewerCertificate: { CloudFrontDefaultCertificate: UNKNOWN }'), unsure],
    },
    cdk: { fails: cdkBare, passes: [cdk(`viewerCertificate: { acmCertificateArn: 'a' }`), cdkL2], unknown: cdkUnsure },
  },
  'cloudfront-tls-unwritten': {
    yaml: {
      fails: distribution('«ViewerCertificate»: { AcmCertificateArn: !Ref Unset, SslSupportMethod: sni-only }'),
      passes: [
        distribution('ViewerCertificate: { AcmCertificateArn: a, MinimumProtocolVersion: TLSv1 }'),
        distribution('ViewerCertificate: { CloudFrontDefaultCertificate: true }'),
        distribution('Enabled: true'),
      ],
      unknown: [distribution('ViewerCertificate: UNKNOWN'), distribution('ViewerCertificate: { AcmCertificateArn: a, MinimumProtocolVersion: UNKNOWN }')],
    },
    cdk: {
      fails: cdk(`«viewerCertificate»: { acmCertificateArn: 'a' SPREAD}`),
      passes: [cdk(`viewerCertificate: { acmCertificateArn: 'a', minimumProtocolVersion: 'TLSv1.2_2021' }`), cdkL2],
      unknown: cdk(`viewerCertificate: { acmCertificateArn: 'a', minimumProtocolVersion: UNKNOWN }`),
    },
  },
  'cloudfront-dedicated-ip': {
    yaml: {
      fails: distribution('ViewerCertificate: { AcmCertificateArn: a, SslSupportMethod: «vip» }'),
      passes: distribution('ViewerCertificate: { AcmCertificateArn: a, SslSupportMethod: sni-only }'),
    },
    cdk: { fails: cdk(`viewerCertificate: { sslSupportMethod: «'vip'» SPREAD}`), passes: cdk(`viewerCertificate: { sslSupportMethod: 'sni-only' }`) },
  },
  'cloudfront-access-logs-off': {
    yaml: {
      fails: [
        bare,
        distribution('«Logging»: { IncludeCookies: true }'),
        `${bare}\nSource: { Type: AWS::Logs::DeliverySource, Properties: { ResourceArn: arn:aws:cloudfront::1:distribution/X } }`,
      ],
      passes: [
        distribution('Logging: { Bucket: logs.s3.amazonaws.com }'),
        distribution('DefaultCacheBehavior: { RealtimeLogConfigArn: !Ref Unset }'),
        `${distribution('Enabled: true')}\nSource: { Type: AWS::Logs::DeliverySource, Properties: { ResourceArn: !Sub 'arn:aws:cloudfront::1:distribution/\${Site}' } }`,
      ],
      unknown: [distribution('Logging: UNKNOWN'), unsure],
    },
    cdk: { fails: cdkBare, passes: [cdk(`logging: { bucket: 'logs.s3.amazonaws.com' }`), cdkL2], unknown: cdkUnsure },
  },
  'cloudfront-no-waf': {
    yaml: {
      fails: [bare, distribution(`WebACLId: '«»'`)],
      passes: [distribution('WebACLId: !GetAtt Acl.Arn'), distribution('WebACLId: !Ref Unset')],
      unknown: [distribution('WebACLId: UNKNOWN'), unsure],
    },
    cdk: { fails: cdkBare, passes: [cdk(`webAclId: acl.attrArn`), cdkL2], unknown: cdk('webAclId: UNKNOWN') },
  },
  'cloudfront-no-default-root-object': {
    yaml: {
      fails: [bare, distribution(`DefaultRootObject: '«»'`)],
      passes: distribution('DefaultRootObject: index.html'),
      unknown: [distribution('DefaultRootObject: UNKNOWN'), unsure],
    },
    cdk: { fails: cdkBare, passes: [cdk(`defaultRootObject: 'index.html'`), cdkL2], unknown: cdkUnsure },
  },
  'cloudfront-no-geo-restriction': {
    yaml: {
      fails: [bare, distribution('Restrictions: { GeoRestriction: { RestrictionType: «none» } }')],
      passes: distribution('Restrictions: { GeoRestriction: { RestrictionType: whitelist, Locations: [DE] } }'),
      unknown: [distribution('Restrictions: UNKNOWN'), distribution('Restrictions: { GeoRestriction: { RestrictionType: UNKNOWN } }')],
    },
    cdk: { fails: cdkBare, passes: [cdk(`restrictions: { geoRestriction: { restrictionType: 'blacklist', locations: ['DE'] } }`), cdkL2], unknown: cdkUnsure },
  },
  'cloudfront-no-response-headers': {
    yaml: {
      fails: [
        distribution('«DefaultCacheBehavior»: { TargetOriginId: a }'),
        distribution('DefaultCacheBehavior: { ResponseHeadersPolicyId: x }, CacheBehaviors: [{ ResponseHeadersPolicyId: x }, «{ TargetOriginId: a» }]'),
      ],
      passes: distribution('DefaultCacheBehavior: { ResponseHeadersPolicyId: !Ref Policy }'),
      unknown: [distribution('DefaultCacheBehavior: UNKNOWN'), distribution('DefaultCacheBehavior: { ResponseHeadersPolicyId: UNKNOWN }')],
    },
    cdk: {
      fails: cdk(`«defaultCacheBehavior»: { targetOriginId: 'a' SPREAD}`),
      passes: [cdk(`defaultCacheBehavior: { responseHeadersPolicyId: 'x' }`), cdkL2],
      unknown: cdk('defaultCacheBehavior: { responseHeadersPolicyId: UNKNOWN }'),
    },
  },
  'cloudfront-no-hsts': {
    yaml: {
      fails:
        'Headers: { Type: AWS::CloudFront::ResponseHeadersPolicy, Properties: { ResponseHeadersPolicyConfig: { Name: n, «SecurityHeadersConfig»: { ContentTypeOptions: { Override: true } } } } }',
      passes:
        'Headers: { Type: AWS::CloudFront::ResponseHeadersPolicy, Properties: { ResponseHeadersPolicyConfig: { SecurityHeadersConfig: { StrictTransportSecurity: { AccessControlMaxAgeSec: 9 } } } } }',
      unknown: 'Headers: { Type: AWS::CloudFront::ResponseHeadersPolicy, Properties: { ResponseHeadersPolicyConfig: UNKNOWN } }',
    },
    cdk: {
      fails: `new cloudfront.CfnResponseHeadersPolicy(this, 'H', { «responseHeadersPolicyConfig»: { name: 'n' SPREAD} });`,
      passes: `new cloudfront.CfnResponseHeadersPolicy(this, 'H', { responseHeadersPolicyConfig: { securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec: 9 } } } });`,
      unknown: `new cloudfront.CfnResponseHeadersPolicy(this, 'H', { responseHeadersPolicyConfig: { securityHeadersConfig: UNKNOWN } });`,
    },
  },
  'cloudfront-streaming-distribution': {
    byTypeAlone: true,
    yaml: { fails: 'Old: { Type: «AWS::CloudFront::StreamingDistribution» }', passes: distribution('Enabled: true') },
    cdk: { fails: `new cloudfront.«CfnStreamingDistribution»(this, 'S', props);`, passes: cdkL2 },
  },
  'cloudfront-origin-http': {
    yaml: {
      fails: [
        custom('OriginProtocolPolicy: «http-only»'),
        distribution('DefaultCacheBehavior: { ViewerProtocolPolicy: allow-all }, Origins: [{ CustomOriginConfig: { OriginProtocolPolicy: «match-viewer» } }]'),
        distribution('CacheBehaviors: [{ ViewerProtocolPolicy: allow-all }], CustomOrigin: { OriginProtocolPolicy: «match-viewer» }'),
      ],
      passes: [
        custom('OriginProtocolPolicy: https-only'),
        distribution(
          'DefaultCacheBehavior: { ViewerProtocolPolicy: redirect-to-https }, Origins: [{ CustomOriginConfig: { OriginProtocolPolicy: match-viewer } }]',
        ),
        custom('OriginProtocolPolicy: !If [Production, https-only, http-only]'),
      ],
    },
    cdk: { fails: cdkCustom(`originProtocolPolicy: «'http-only'» SPREAD`), passes: [cdkCustom(`originProtocolPolicy: 'https-only'`), cdkL2] },
  },
  'cloudfront-origin-old-tls': {
    yaml: {
      fails: custom('OriginSSLProtocols: [«TLSv1», «SSLv3», TLSv1.2]'),
      passes: [custom('OriginSSLProtocols: [TLSv1.2]'), custom('OriginProtocolPolicy: https-only')],
    },
    cdk: { fails: cdkCustom(`originSslProtocols: [«'TLSv1.1'»] SPREAD`), passes: cdkCustom(`originSslProtocols: ['TLSv1.2']`) },
  },
  'cloudfront-s3-origin-open': {
    yaml: {
      fails: [
        distribution(`Origins: [{ Id: s, DomainName: !GetAtt Files.DomainName, «S3OriginConfig»: {} }]`),
        distribution('Origins: [{ Id: s, «DomainName»: files.s3.eu-west-1.amazonaws.com }]'),
        distribution('Origins: [{ Id: s, «DomainName»: !GetAtt Files.RegionalDomainName }]'),
        distribution(`Origins: [{ Id: s, OriginAccessControlId: '', «S3OriginConfig»: { OriginAccessIdentity: '' } }]`),
      ],
      passes: [
        distribution(`Origins: [{ Id: s, OriginAccessControlId: !GetAtt Oac.Id, S3OriginConfig: { OriginAccessIdentity: '' } }]`),
        distribution('Origins: [{ Id: s, S3OriginConfig: { OriginAccessIdentity: !Sub "origin-access-identity/cloudfront/${Oai}" } }]'),
        custom('OriginProtocolPolicy: https-only'),
        distribution('Origins: [{ Id: s, DomainName: files.s3.amazonaws.com, OriginAccessControlId: E1 }]'),
        distribution('Origins: [{ Id: s, DomainName: files.s3-website-eu-west-1.amazonaws.com, CustomOriginConfig: { OriginProtocolPolicy: http-only } }]'),
      ],
      unknown: [
        distribution('Origins: [{ DomainName: UNKNOWN }]'),
        distribution('Origins: [{ S3OriginConfig: UNKNOWN }]'),
        distribution('Origins: [{ S3OriginConfig: { OriginAccessIdentity: UNKNOWN } }]'),
        distribution('Origins: [{ OriginAccessControlId: UNKNOWN, S3OriginConfig: {} }]'),
      ],
    },
    cdk: {
      fails: cdk(`origins: [{ id: 's', «s3OriginConfig»: { originAccessIdentity: '' } SPREAD}]`),
      passes: [cdk(`origins: [{ id: 's', s3OriginConfig: {}, originAccessControlId: oac.attrId }]`), cdkL2],
      unknown: cdk(`origins: [{ s3OriginConfig: {}, originAccessControlId: UNKNOWN }]`),
    },
  },
  'cloudfront-no-origin-failover': {
    yaml: {
      fails: [bare, distribution('«OriginGroups»: { Quantity: 0 }')],
      passes: distribution('OriginGroups: { Quantity: 1, Items: [{ Id: g }] }'),
      unknown: [distribution('OriginGroups: UNKNOWN'), unsure],
    },
    cdk: { fails: cdkBare, passes: [cdk(`originGroups: { quantity: 1, items: [{ id: 'g' }] }`), cdkL2], unknown: cdkUnsure },
  },
  'cloudfront-oac-unsigned': {
    yaml: {
      fails: 'Oac: { Type: AWS::CloudFront::OriginAccessControl, Properties: { OriginAccessControlConfig: { SigningBehavior: «never» } } }',
      passes: 'Oac: { Type: AWS::CloudFront::OriginAccessControl, Properties: { OriginAccessControlConfig: { SigningBehavior: always } } }',
    },
    cdk: {
      fails: `new cloudfront.CfnOriginAccessControl(this, 'O', { originAccessControlConfig: { signingBehavior: «'never'» SPREAD} });`,
      passes: `new cloudfront.CfnOriginAccessControl(this, 'O', { originAccessControlConfig: { signingBehavior: 'always' } });`,
    },
  },
  'waf-no-logging': {
    yaml: {
      fails: [
        'Acl: { Type: «AWS::WAFv2::WebACL», Properties: { Scope: REGIONAL } }',
        `Acl: { Type: «AWS::WAFv2::WebACL», Properties: { Scope: REGIONAL } }\nOther: { Type: AWS::WAFv2::WebACL }\n${logging('!GetAtt Other.Arn')}`,
      ],
      passes: [`${acl('Scope: REGIONAL')}\n${logging('!GetAtt Acl.Arn')}`, `${acl('Scope: REGIONAL')}\n${logging('!If [Production, !GetAtt Acl.Arn, x]')}`],
      unknown: `${acl('Scope: REGIONAL')}\n${logging('UNKNOWN')}`,
    },
    cdk: {
      fails: [
        `new wafv2.«CfnWebACL»(this, 'A', { scope: 'REGIONAL' });`,
        `${cdkAcl(`scope: 'REGIONAL'`)} new wafv2.«CfnWebACL»(this, 'B', {}); new wafv2.CfnLoggingConfiguration(this, 'L', { resourceArn: acl.attrArn SPREAD});`,
      ],
      passes: `${cdkAcl(`scope: 'REGIONAL'`)} new wafv2.CfnLoggingConfiguration(this, 'L', { resourceArn: acl.attrArn });`,
      unknown: `${cdkAcl(`scope: 'REGIONAL'`)} new wafv2.CfnLoggingConfiguration(this, 'L', { resourceArn: UNKNOWN });`,
    },
  },
  'waf-without-rules': {
    yaml: {
      fails: [
        'Acl: { Type: «AWS::WAFv2::WebACL», Properties: { Scope: REGIONAL } }',
        acl('Rules: «»[]'),
        'Own: { Type: «AWS::WAFv2::RuleGroup», Properties: { Capacity: 5 } }',
      ],
      passes: acl(`Rules: [${group('AWSManagedRulesCommonRuleSet')}]`),
      unknown: acl('Rules: UNKNOWN'),
    },
    cdk: { fails: `new wafv2.«CfnWebACL»(this, 'A', { scope: 'REGIONAL' SPREAD});`, passes: cdkAcl(`rules: [{ name: 'r' }]`) },
  },
  'waf-no-known-bad-inputs': {
    yaml: {
      fails: [
        'Acl: { Type: «AWS::WAFv2::WebACL», Properties: { Scope: REGIONAL } }',
        acl(`«Rules»: [${group('AWSManagedRulesCommonRuleSet')}, { Name: s, Statement: { RateBasedStatement: { Limit: 100 } } }]`),
        acl(`«Rules»: [{ OverrideAction: { Count: {} }, Statement: { ManagedRuleGroupStatement: { VendorName: AWS, Name: ${badInputs} } } }]`),
        acl(`«Rules»: [${group(badInputs, ', ExcludedRules: [{ Name: Log4JRCE }]')}]`),
        acl(`«Rules»: [${group(badInputs, ', RuleActionOverrides: [{ Name: Log4JRCE_BODY, ActionToUse: { Count: {} } }]')}]`),
      ],
      passes: [
        acl(`Rules: [${group('AWSManagedRulesCommonRuleSet')}, ${group(badInputs)}]`),
        acl(`Rules: [${group(badInputs, ', RuleActionOverrides: [{ Name: Log4JRCE_BODY, ActionToUse: { Block: {} } }]')}]`),
        acl('Rules: [{ Name: own, Statement: { RuleGroupReferenceStatement: { Arn: x } } }]'),
      ],
      unknown: [
        acl('Rules: UNKNOWN'),
        acl(`Rules: [UNKNOWN, ${group('AWSManagedRulesCommonRuleSet')}]`),
        acl(`Rules: [${group('UNKNOWN')}]`),
        acl('Rules: [{ Name: r, Statement: UNKNOWN }]'),
      ],
    },
    cdk: {
      fails: [
        `new wafv2.«CfnWebACL»(this, 'A', { scope: 'REGIONAL' SPREAD});`,
        cdkAcl(`«rules»: [{ statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesCommonRuleSet' } } }]`),
      ],
      passes: cdkAcl(`rules: [{ statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: '${badInputs}' } } }]`),
      unknown: cdkAcl(`rules: [{ statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: UNKNOWN } } }]`),
    },
  },
  'waf-metrics-off': {
    yaml: {
      fails: [
        acl('VisibilityConfig: { CloudWatchMetricsEnabled: «false» }'),
        acl('VisibilityConfig: { CloudWatchMetricsEnabled: true }, Rules: [{ VisibilityConfig: { CloudWatchMetricsEnabled: «false» } }]'),
        `Own: { Type: AWS::WAFv2::RuleGroup, Properties: { VisibilityConfig: { CloudWatchMetricsEnabled: '«false»' } } }`,
      ],
      passes: acl('VisibilityConfig: { CloudWatchMetricsEnabled: true, SampledRequestsEnabled: false }'),
    },
    cdk: {
      fails: cdkAcl('visibilityConfig: { cloudWatchMetricsEnabled: «false» SPREAD}'),
      passes: cdkAcl('visibilityConfig: { cloudWatchMetricsEnabled: true }'),
    },
  },
  'waf-sampling-off': {
    yaml: {
      fails: acl('VisibilityConfig: { SampledRequestsEnabled: «false» }'),
      passes: acl('VisibilityConfig: { CloudWatchMetricsEnabled: false, SampledRequestsEnabled: true }'),
    },
    cdk: { fails: cdkAcl('visibilityConfig: { sampledRequestsEnabled: «false» SPREAD}'), passes: cdkAcl('visibilityConfig: { sampledRequestsEnabled: true }') },
  },
  'waf-classic': {
    byTypeAlone: true,
    yaml: {
      fails: ['Old: { Type: «AWS::WAF::WebACL» }', 'Old: { Type: «AWS::WAFRegional::WebACL», Properties: { Name: old } }'],
      passes: acl('Scope: REGIONAL'),
    },
    cdk: { fails: `new wafregional.«CfnWebACL»(this, 'A', props);`, passes: cdkAcl(`scope: 'REGIONAL'`) },
  },
  'waf-classic-rule-empty': {
    yaml: {
      fails: ['Old: { Type: «AWS::WAF::Rule», Properties: { Name: old } }', 'Old: { Type: AWS::WAFRegional::Rule, Properties: { Predicates: «»[] } }'],
      passes: 'Old: { Type: AWS::WAFRegional::Rule, Properties: { Predicates: [{ DataId: x, Negated: false, Type: IPMatch }] } }',
      unknown: 'Old: { Type: AWS::WAF::Rule, Properties: { Predicates: UNKNOWN } }',
    },
    cdk: { fails: `new waf.«CfnRule»(this, 'R', { name: 'old' SPREAD});`, passes: `new waf.CfnRule(this, 'R', { predicates: [{ dataId: 'x' }] });` },
  },
};
