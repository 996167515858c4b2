import { always, numberOf, propertyAt, propertyOf, type MapValue, type Resource, type Value } from '../model';
import { isUnset, itemsAt, placesIn, required, switchedOn } from './demands';
import { oldPolicy } from './loadBalancerListeners';
import type { Report, Rule } from './rule';

const service = 'elastic-load-balancing';
const types = ['AWS::ElasticLoadBalancing::LoadBalancer'];
const security = ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'] as const;
const availability = ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.1'] as const;
const plain = /^(?:HTTP|TCP)$/i;
const secure = /^(?:HTTPS|SSL)$/i;
const oldProtocol = /^Protocol-(?:SSLv2|SSLv3|TLSv1|TLSv1\.1)$/i;

function isKnown(map: MapValue, name: string, pattern: RegExp): Value | undefined {
  const value = propertyOf(map, name)?.value;
  return always(value, (known) => pattern.test(String(known))) ? value : undefined;
}

/** The settings of a policy that let old versions of TLS in. */
function oldSettings(policy: MapValue): Value[] {
  const attributes = propertyOf(policy, 'Attributes')?.value;
  return (attributes?.kind === 'list' ? attributes.items : []).flatMap((item) => {
    const name = propertyOf(item, 'Name')?.value;
    const value = propertyOf(item, 'Value')?.value;
    if (name?.kind !== 'known' || value?.kind !== 'known') return [];
    const old =
      name.value === 'Reference-Security-Policy'
        ? oldPolicy.test(String(value.value))
        : oldProtocol.test(String(name.value)) && /^true$/i.test(String(value.value));
    return old ? [value] : [];
  });
}

/** True where the ports of a policy or the policies of a listener may bring one to it. */
function mayHavePolicy(listener: MapValue, resource: Resource): boolean {
  if (!placesIn(listener, 'PolicyNames', listener).every(isUnset)) return true;
  const policies = propertyAt(resource, 'Policies')?.value;
  if (policies?.kind !== 'list') return policies !== undefined && policies.kind !== 'absent';
  // Policies on cookies say nothing about TLS.
  return !policies.items.every((policy) => always(propertyOf(policy, 'PolicyType')?.value, (type) => type !== 'SSLNegotiationPolicyType'));
}

export const classicLoadBalancingRules: readonly Rule[] = [
  {
    id: 'elb-classic',
    service,
    title: 'Classic Load Balancer',
    why: 'The Classic Load Balancer belongs to the previous generation: no rules, no redirects, no AWS WAF.',
    severity: 'hint',
    tasks: ['saa-c03/3.4', 'sap-c02/3.1'],
    fact: 'elastic-load-balancing#classic',
    types,
    check: (resource) => [
      { span: resource.typeSpan, message: 'This is a load balancer of the previous generation. Use an Application or a Network Load Balancer for new work.' },
    ],
  },
  {
    id: 'elb-classic-plain-listener',
    service,
    title: 'Classic listener without TLS',
    why: 'What clients send over HTTP or bare TCP can be read on the way.',
    severity: 'information',
    tasks: security,
    fact: 'elastic-load-balancing#classic-protocols',
    types,
    check: (resource) =>
      itemsAt(resource, 'Listeners').flatMap((listener): Report[] => {
        const protocol = isKnown(listener, 'Protocol', plain);
        // TLS may pass through TCP on 443 untouched.
        const passed = isKnown(listener, 'Protocol', /^TCP$/i) && numberOf(propertyOf(listener, 'LoadBalancerPort')?.value) === 443;
        return protocol && !passed
          ? [{ span: protocol, message: 'Clients connect without encryption. Use HTTPS or SSL with a certificate of Certificate Manager.' }]
          : [];
      }),
  },
  {
    id: 'elb-classic-plain-backend',
    service,
    title: 'Classic listener with unencrypted instances behind it',
    why: 'TLS ends at the load balancer, and the traffic goes on to the instances in the clear.',
    severity: 'hint',
    tasks: security,
    fact: 'elastic-load-balancing#classic-protocols',
    types,
    check: (resource) =>
      itemsAt(resource, 'Listeners').flatMap((listener): Report[] => {
        const backend = isKnown(listener, 'InstanceProtocol', plain);
        return backend && isKnown(listener, 'Protocol', secure)
          ? [{ span: backend, message: 'The instances behind this listener are called without encryption. Use HTTPS or SSL as InstanceProtocol too.' }]
          : [];
      }),
  },
  {
    id: 'elb-classic-old-tls',
    service,
    title: 'Classic Load Balancer that still takes TLS 1.0 or 1.1',
    why: 'TLS 1.0 and 1.1 are broken and retired; the default policy of a secure listener takes both.',
    severity: 'information',
    tasks: security,
    fact: 'elastic-load-balancing#classic-tls-policy',
    types,
    check: (resource) => [
      ...itemsAt(resource, 'Policies').flatMap((policy) =>
        oldSettings(policy).map((span) => ({ span, message: 'This policy accepts TLS 1.1 or older. Refer to ELBSecurityPolicy-TLS-1-2-2017-01.' })),
      ),
      ...itemsAt(resource, 'Listeners').flatMap((listener): Report[] => {
        const protocol = isKnown(listener, 'Protocol', secure);
        return protocol && !mayHavePolicy(listener, resource)
          ? [
              {
                span: protocol,
                message:
                  'No policy is named, which means ELBSecurityPolicy-2016-08 by default: TLS 1.0 and 1.1 are accepted. Refer to ELBSecurityPolicy-TLS-1-2-2017-01.',
              },
            ]
          : [];
      }),
    ],
  },
  switchedOn(
    {
      id: 'elb-classic-access-logs-off',
      service,
      title: 'Classic Load Balancer without access logs',
      why: 'The access log is the record of who asked for what, when something was attacked or went wrong.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'elastic-load-balancing#access-logs-off',
      types,
    },
    {
      path: 'AccessLoggingPolicy.Enabled',
      message: (how) => `AccessLoggingPolicy.Enabled ${how}, so no request is recorded. Turn it on, with a bucket in S3BucketName.`,
    },
  ),
  switchedOn(
    {
      id: 'elb-classic-draining-off',
      service,
      title: 'Classic Load Balancer without connection draining',
      why: 'Without draining every deployment and every scale-in breaks the requests in flight.',
      severity: 'information',
      tasks: availability,
      fact: 'elastic-load-balancing#classic-draining',
      types,
    },
    {
      path: 'ConnectionDrainingPolicy.Enabled',
      message: (how) => `ConnectionDrainingPolicy.Enabled ${how}: requests in flight are cut off when an instance leaves or fails. Turn it on with a Timeout.`,
    },
  ),
  switchedOn(
    {
      id: 'elb-classic-cross-zone-off',
      service,
      title: 'Classic Load Balancer without cross-zone balancing',
      why: 'Each zone then gets an equal share of the traffic, however few instances it has.',
      severity: 'hint',
      tasks: availability,
      fact: 'elastic-load-balancing#cross-zone-classic',
      types,
    },
    {
      path: 'CrossZone',
      message: (how) => `CrossZone ${how}: instances in a zone with few of them get more requests each. It costs nothing extra here.`,
      fix: { title: 'Balance across zones', value: true },
    },
  ),
  required(
    {
      id: 'elb-classic-no-health-check',
      service,
      title: 'Classic Load Balancer without a health check of its own',
      why: 'By default only the port is tried, so an application that hangs keeps getting requests.',
      severity: 'hint',
      tasks: availability,
      fact: 'elastic-load-balancing#classic-health-check',
      types,
    },
    {
      paths: ['HealthCheck'],
      message: 'HealthCheck is not set, so the load balancer only tries whether the port answers. Ask for a page that tells whether the application works.',
    },
  ),
];
