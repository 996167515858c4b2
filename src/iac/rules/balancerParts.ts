import { isAbsent, numberOf, propertyAt, propertyOf, type Resource, type Value } from '../model';
import { itemsAt, single, spanOf, surely, textAt, valuesAt } from './demands';
import { referred, referredAt } from './references';
import type { Report, Rule, RuleContext } from './rule';

const balancerType = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const protocols: Readonly<Record<string, RegExp>> = {
  application: /^HTTPS?$/,
  network: /^(?:TCP|TLS|UDP|TCP_UDP|QUIC|TCP_QUIC)$/,
  gateway: /^GENEVE$/,
};
const names: Readonly<Record<string, string>> = {
  application: 'an Application Load Balancer, which speaks HTTP and HTTPS only',
  network: 'a Network Load Balancer, which speaks TCP, TLS, UDP, TCP_UDP, QUIC and TCP_QUIC',
  gateway: 'a Gateway Load Balancer, which speaks GENEVE only',
};

/** The kind of load balancer, as set or by default. */
function kindOf(balancer: Resource): string | undefined {
  return isAbsent(balancer, 'Type') ? 'application' : textAt(balancer, 'Type');
}

/** The target groups that the actions of a listener or rule forward to. */
function forwards(resource: Resource): Value[] {
  return ['DefaultActions', 'Actions'].flatMap((path) =>
    itemsAt(resource, path).flatMap((action) => {
      const groups = propertyOf(propertyOf(action, 'ForwardConfig')?.value, 'TargetGroups')?.value;
      const weighted = groups?.kind === 'list' ? groups.items.map((group) => propertyOf(group, 'TargetGroupArn')?.value) : [];
      return [propertyOf(action, 'TargetGroupArn')?.value, ...weighted].filter((value) => value !== undefined);
    }),
  );
}

interface AttributeRange {
  readonly at: string;
  readonly key: string;
  readonly min: number;
  readonly max: number;
}

const attributes: readonly AttributeRange[] = [
  { at: 'LoadBalancerAttributes', key: 'idle_timeout.timeout_seconds', min: 1, max: 4000 },
  { at: 'LoadBalancerAttributes', key: 'client_keep_alive.seconds', min: 60, max: 604_800 },
  { at: 'TargetGroupAttributes', key: 'deregistration_delay.timeout_seconds', min: 0, max: 3600 },
  { at: 'TargetGroupAttributes', key: 'stickiness.lb_cookie.duration_seconds', min: 1, max: 604_800 },
];

export const balancerPartRules: readonly Rule[] = [
  single(
    {
      id: 'elb-listener-protocol',
      service: 'elastic-load-balancing',
      title: 'Listener with a protocol that its load balancer does not speak',
      why: 'Application Load Balancers take HTTP and HTTPS, Network Load Balancers TCP, TLS, UDP and QUIC.',
      severity: 'warning',
      tasks: ['saa-c03/3.4', 'sap-c02/2.4'],
      fact: 'elastic-load-balancing#alb-protocols',
      types: ['AWS::ElasticLoadBalancingV2::Listener'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'Protocol')?.value;
      const balancer = referredAt(resource, 'LoadBalancerArn', context);
      const kind = balancer?.type === balancerType ? kindOf(balancer) : undefined;
      const spoken = kind === undefined ? undefined : protocols[kind];
      if (!value || !balancer || kind === undefined || !spoken || !surely(resource, 'Protocol', (known) => !spoken.test(String(known)))) return undefined;
      return { span: spanOf(value), message: `${balancer.id} is ${names[kind] ?? kind}.` };
    },
  ),
  {
    id: 'elb-target-protocol',
    service: 'elastic-load-balancing',
    title: 'Target group with a protocol that its load balancer does not speak',
    why: 'A listener forwards only to target groups whose protocol belongs to its kind of load balancer.',
    severity: 'warning',
    tasks: ['saa-c03/3.4', 'sap-c02/2.4'],
    fact: 'elastic-load-balancing#alb-protocols',
    types: ['AWS::ElasticLoadBalancingV2::Listener'],
    check: (resource, context: RuleContext) => {
      const balancer = referredAt(resource, 'LoadBalancerArn', context);
      const kind = balancer?.type === balancerType ? kindOf(balancer) : undefined;
      const spoken = kind === undefined ? undefined : protocols[kind];
      if (!balancer || kind === undefined || !spoken) return undefined;
      return forwards(resource).flatMap((value): Report[] => {
        const group = referred(value, context);
        if (group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup' || !surely(group, 'Protocol', (known) => !spoken.test(String(known)))) return [];
        return [
          {
            span: spanOf(value),
            message: `${group.id} speaks ${textAt(group, 'Protocol') ?? 'another protocol'}, and ${balancer.id} is ${names[kind] ?? kind}.`,
          },
        ];
      });
    },
  },
  single(
    {
      id: 'elb-health-check-timeout',
      service: 'elastic-load-balancing',
      title: 'Health check that waits longer than its interval',
      why: 'The timeout of a check must be shorter than the interval between two of them.',
      severity: 'warning',
      tasks: ['saa-c03/2.2'],
      fact: 'elastic-load-balancing#health-check-interval',
      types: ['AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::ElasticLoadBalancing::LoadBalancer'],
    },
    (resource) => {
      const target = resource.type.endsWith('TargetGroup');
      const value = propertyAt(resource, target ? 'HealthCheckTimeoutSeconds' : 'HealthCheck.Timeout')?.value;
      const interval = numberOf(propertyAt(resource, target ? 'HealthCheckIntervalSeconds' : 'HealthCheck.Interval')?.value);
      const timeout = numberOf(value);
      if (!value || timeout === undefined || interval === undefined || timeout < interval) return undefined;
      // With TCP checks a Network Load Balancer takes both equal.
      if (timeout === interval && target && !surely(resource, 'Protocol', (known) => /^HTTPS?$/.test(String(known)))) return undefined;
      return {
        span: spanOf(value),
        message: `A check that waits ${timeout} seconds does not fit into an interval of ${interval}. Shorten the timeout or lengthen the interval.`,
      };
    },
  ),
  {
    id: 'elb-attribute-range',
    service: 'elastic-load-balancing',
    title: 'Attribute outside of what the load balancer takes',
    why: 'The idle timeout is 1 to 4,000 seconds, the deregistration delay 0 to 3,600.',
    severity: 'warning',
    tasks: ['saa-c03/2.1', 'saa-c03/3.4'],
    fact: 'elastic-load-balancing#idle-timeout',
    types: [balancerType, 'AWS::ElasticLoadBalancingV2::TargetGroup'],
    check: (resource) =>
      attributes.flatMap(({ at, key, min, max }) =>
        valuesAt(resource, at).flatMap((item): Report[] => {
          const name = propertyOf(item, 'Key')?.value;
          const value = propertyOf(item, 'Value')?.value;
          const amount = numberOf(value);
          if (name?.kind !== 'known' || name.value !== key || !value || amount === undefined || (amount >= min && amount <= max)) return [];
          return [{ span: spanOf(value), message: `${key} runs from ${min} to ${max.toLocaleString('en-US')}.` }];
        }),
      ),
  },
];
