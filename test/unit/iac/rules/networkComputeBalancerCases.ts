import type { RuleCase } from './cases';
import { joined, settings, type Settings } from './settingCases';

const balancer = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const classic = 'AWS::ElasticLoadBalancing::LoadBalancer';
const listener = 'AWS::ElasticLoadBalancingV2::Listener';
const targetGroup = 'AWS::ElasticLoadBalancingV2::TargetGroup';

interface Attribute {
  readonly key: string;
  readonly wrong: string;
  readonly right: string;
  readonly absent: 'fails' | 'passes';
  readonly beside?: string;
  readonly exempt?: readonly string[];
}

/** An attribute in the list of a load balancer or a target group. */
function attribute(type: string, list: string, { key, wrong, right, absent, beside = 'Name: front', exempt = [] }: Attribute): RuleCase {
  const listed = (value: string): string => `${beside}, ${list}: [{ Key: other, Value: x }, { Key: ${key}, Value: ${value} }]`;
  const bare: Settings =
    absent === 'fails' ? { missing: [beside], fails: [`${beside}, «${list}»: [{ Key: other, Value: x }]`], passes: [] } : { passes: [beside] };
  return settings(type, {
    missing: bare.missing ?? [],
    fails: [listed(`'«${wrong}»'`), ...(bare.fails ?? [])],
    passes: [listed(`'${right}'`), ...bare.passes, ...exempt],
    unknown: [listed('UNKNOWN'), `${beside}, ${list}: UNKNOWN`, `${beside}, ${list}: [{ Key: UNKNOWN, Value: x }]`, `${beside}, ${list}: [UNKNOWN]`].slice(
      0,
      absent === 'fails' ? 4 : 2,
    ),
  });
}

const attributes = 'LoadBalancerAttributes';
const redirect = (config: string): string => `DefaultActions: [{ Type: redirect, RedirectConfig: { ${config} } }]`;
const listeners = (properties: string): string => `Listeners: [{ LoadBalancerPort: '80', InstancePort: '80', ${properties} }]`;
const policies = (items: string): string => `Policies: [{ PolicyName: tls, PolicyType: SSLNegotiationPolicyType, Attributes: [${items}] }]`;
const front = (type: string, properties = 'Name: front'): string => `Front: { Type: ${type}, Properties: { ${properties} } }`;
const guarded = (arn: string): string => `Acl: { Type: AWS::WAFv2::WebACLAssociation, Properties: { ResourceArn: ${arn} } }`;

export const networkComputeBalancerCases: Readonly<Record<string, RuleCase>> = {
  'elb-access-logs-off': joined(
    attribute(balancer, attributes, { key: 'access_logs.s3.enabled', wrong: 'false', right: 'true', absent: 'fails', exempt: ['Type: gateway'] }),
    attribute(balancer, attributes, { key: 'access_logs.s3.enabled', wrong: 'false', right: 'true', absent: 'fails', beside: 'Type: network' }),
  ),
  'elb-deletion-protection-off': attribute(balancer, attributes, { key: 'deletion_protection.enabled', wrong: 'false', right: 'true', absent: 'fails' }),
  'elb-invalid-headers': attribute(balancer, attributes, {
    key: 'routing.http.drop_invalid_header_fields.enabled',
    wrong: 'false',
    right: 'true',
    absent: 'fails',
    exempt: ['Type: network', 'Type: !Ref Unset'],
  }),
  'elb-desync-monitor': attribute(balancer, attributes, { key: 'routing.http.desync_mitigation_mode', wrong: 'monitor', right: 'defensive', absent: 'passes' }),
  'elb-cross-zone-off': attribute(balancer, attributes, {
    key: 'load_balancing.cross_zone.enabled',
    wrong: 'false',
    right: 'true',
    absent: 'fails',
    beside: 'Type: network',
    exempt: ['Type: application', 'Name: front'],
  }),
  'elb-public': joined(
    settings(balancer, {
      missing: ['Name: front'],
      fails: ['Scheme: «internet-facing»', 'Type: network, Scheme: «internet-facing»'],
      passes: ['Scheme: internal', 'Type: gateway', 'Scheme: !If [Production, internal, internet-facing]'],
      unknown: ['Scheme: UNKNOWN', 'Type: UNKNOWN'],
    }),
    settings(classic, {
      missing: ['LoadBalancerName: front'],
      fails: ['Scheme: «internet-facing»'],
      passes: ['Scheme: internal'],
      unknown: ['Scheme: UNKNOWN'],
    }),
  ),
  'elb-no-waf': {
    yaml: {
      fails: [front(`«${balancer}»`), `${front(`«${balancer}»`, 'Scheme: internet-facing')}\n${guarded('arn:aws:apigateway:x')}`],
      passes: [`${front(balancer)}\n${guarded('!Ref Front')}`, front(balancer, 'Scheme: internal'), front(balancer, 'Type: network')],
      unknown: [`${front(balancer)}\n${guarded('UNKNOWN')}`, front(balancer, 'Scheme: UNKNOWN'), front(balancer, 'Type: UNKNOWN')],
    },
    cdk: {
      fails: `new elasticloadbalancingv2.«CfnLoadBalancer»(this, 'L', { name: 'front' SPREAD});`,
      passes: [
        `const front = new elasticloadbalancingv2.CfnLoadBalancer(this, 'L', { name: 'front' });
    new wafv2.CfnWebACLAssociation(this, 'A', { resourceArn: front.ref });`,
        `new elasticloadbalancingv2.ApplicationLoadBalancer(this, 'L', { internetFacing: true });`,
      ],
    },
  },
  'elb-http-listener': settings(listener, {
    fails: [
      'Protocol: «HTTP», DefaultActions: [{ Type: forward, TargetGroupArn: a }]',
      `Protocol: «HTTP», ${redirect('Protocol: HTTP, StatusCode: HTTP_301')}`,
      `Protocol: «HTTP», ${redirect("StatusCode: HTTP_301, Port: '81'")}`,
    ],
    passes: [
      `Protocol: HTTP, ${redirect('Protocol: HTTPS, StatusCode: HTTP_301')}`,
      'Protocol: HTTPS, DefaultActions: [{ Type: forward }]',
      'Protocol: TCP, DefaultActions: [{ Type: forward }]',
    ],
    unknown: [
      'Protocol: UNKNOWN, DefaultActions: [{ Type: forward }]',
      'Protocol: HTTP, DefaultActions: UNKNOWN',
      'Protocol: HTTP, DefaultActions: [{ Type: UNKNOWN }]',
      `Protocol: HTTP, ${redirect('Protocol: UNKNOWN')}`,
    ],
  }),
  'elb-old-tls': settings(listener, {
    missing: ['Protocol: HTTPS', 'Protocol: TLS'],
    fails: [
      'Protocol: HTTPS, SslPolicy: «ELBSecurityPolicy-2016-08»',
      'Protocol: TLS, SslPolicy: «ELBSecurityPolicy-TLS-1-1-2017-01»',
      'Protocol: HTTPS, SslPolicy: «ELBSecurityPolicy-TLS13-1-0-2021-06»',
      'Protocol: HTTPS, SslPolicy: «ELBSecurityPolicy-FS-2018-06»',
    ],
    passes: [
      'Protocol: HTTPS, SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06',
      'Protocol: HTTPS, SslPolicy: ELBSecurityPolicy-TLS-1-2-Ext-2018-06',
      'Protocol: HTTPS, SslPolicy: ELBSecurityPolicy-FS-1-2-Res-2020-10',
      'Protocol: HTTP',
      'Protocol: TCP',
    ],
    unknown: ['Protocol: HTTPS, SslPolicy: UNKNOWN', 'Protocol: UNKNOWN'],
  }),
  'elb-no-certificate': settings(listener, {
    missing: ['Protocol: HTTPS'],
    passes: ['Protocol: HTTPS, Certificates: [{ CertificateArn: a }]', 'Protocol: HTTP'],
    unknown: ['Protocol: HTTPS, Certificates: UNKNOWN', 'Protocol: UNKNOWN'],
  }),
  'elb-target-plain-http': settings(targetGroup, { fails: ['Protocol: «HTTP»'], passes: ['Protocol: HTTPS', 'Protocol: TCP', 'TargetType: lambda'] }),
  'elb-target-health-check-path': settings(targetGroup, {
    missing: ['Protocol: HTTP', 'Protocol: HTTPS, HealthCheckProtocol: HTTPS'],
    passes: ['Protocol: HTTP, HealthCheckPath: /health', 'Protocol: TCP', 'Protocol: TCP, HealthCheckProtocol: HTTP, HealthCheckPath: /'],
    unknown: ['Protocol: UNKNOWN', 'Protocol: HTTP, HealthCheckPath: UNKNOWN', 'Protocol: HTTP, HealthCheckProtocol: UNKNOWN'],
  }),
  'elb-target-no-drain': attribute(targetGroup, 'TargetGroupAttributes', {
    key: 'deregistration_delay.timeout_seconds',
    wrong: '0',
    right: '30',
    absent: 'passes',
  }),
  'elb-target-sticky': attribute(targetGroup, 'TargetGroupAttributes', { key: 'stickiness.enabled', wrong: 'true', right: 'false', absent: 'passes' }),
  'elb-classic': {
    byTypeAlone: true,
    yaml: { fails: front(`«${classic}»`, 'LoadBalancerName: a'), passes: front(balancer) },
    cdk: { fails: `new elasticloadbalancing.«CfnLoadBalancer»(this, 'L', props);`, passes: `new elasticloadbalancingv2.CfnLoadBalancer(this, 'L', props);` },
  },
  'elb-classic-plain-listener': settings(classic, {
    fails: [listeners('Protocol: «HTTP»'), listeners("Protocol: '«tcp»'")],
    passes: [listeners('Protocol: HTTPS'), listeners('Protocol: SSL'), "Listeners: [{ LoadBalancerPort: '443', Protocol: TCP }]"],
  }),
  'elb-classic-plain-backend': settings(classic, {
    fails: [listeners('Protocol: HTTPS, InstanceProtocol: «HTTP»'), listeners('Protocol: SSL, InstanceProtocol: «TCP»')],
    passes: [listeners('Protocol: HTTPS, InstanceProtocol: HTTPS'), listeners('Protocol: HTTP, InstanceProtocol: HTTP')],
    unknown: [listeners('Protocol: HTTPS, InstanceProtocol: UNKNOWN'), listeners('Protocol: UNKNOWN, InstanceProtocol: HTTP')],
  }),
  'elb-classic-old-tls': settings(classic, {
    fails: [
      listeners('Protocol: «HTTPS»'),
      `${listeners('Protocol: «HTTPS»')}, Policies: [{ PolicyName: cookies, PolicyType: LBCookieStickinessPolicyType }]`,
      policies('{ Name: Reference-Security-Policy, Value: «ELBSecurityPolicy-2016-08» }'),
      policies("{ Name: Protocol-TLSv1, Value: '«true»' }"),
    ],
    passes: [
      `${listeners('Protocol: HTTPS, PolicyNames: [tls]')}, ${policies('{ Name: Reference-Security-Policy, Value: ELBSecurityPolicy-TLS-1-2-2017-01 }')}`,
      listeners('Protocol: HTTP'),
      policies("{ Name: Protocol-TLSv1.2, Value: 'true' }, { Name: Protocol-TLSv1, Value: 'false' }"),
    ],
    unknown: [
      listeners('Protocol: UNKNOWN'),
      listeners('Protocol: HTTPS, PolicyNames: UNKNOWN'),
      `${listeners('Protocol: HTTPS')}, Policies: UNKNOWN`,
      policies('{ Name: Reference-Security-Policy, Value: UNKNOWN }'),
    ],
  }),
  'elb-classic-access-logs-off': settings(classic, {
    missing: ['LoadBalancerName: a'],
    fails: ['AccessLoggingPolicy: { Enabled: «false», S3BucketName: logs }'],
    passes: ['AccessLoggingPolicy: { Enabled: true }'],
  }),
  'elb-classic-draining-off': settings(classic, {
    missing: ['LoadBalancerName: a'],
    fails: ['ConnectionDrainingPolicy: { Enabled: «false» }'],
    passes: ['ConnectionDrainingPolicy: { Enabled: true }'],
  }),
  'elb-classic-cross-zone-off': settings(classic, { missing: ['LoadBalancerName: a'], fails: ['CrossZone: «false»'], passes: ['CrossZone: true'] }),
  'elb-classic-no-health-check': settings(classic, {
    missing: ['LoadBalancerName: a'],
    passes: ["HealthCheck: { Target: 'HTTP:80/health' }"],
    unknown: ['HealthCheck: UNKNOWN'],
  }),
};
