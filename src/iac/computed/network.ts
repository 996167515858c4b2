import { always, knownAt, propertyAt, propertyOf, type Resource, type Value } from '../model';
import { addressesIn, parseCidr, usableAddresses } from '../rules/cidr';
import { itemsAt } from '../rules/demands';
import { amountAt, amountIn, behind, byDefault, count, duration, type Compute } from './computedFact';

export const subnetAddresses: Compute = (resource) => {
  const value = propertyAt(resource, 'CidrBlock')?.value;
  const cidr = value?.kind === 'known' ? parseCidr(String(value.value)) : undefined;
  if (!value || !cidr || cidr.prefix < 16 || cidr.prefix > 28) return [];
  return [
    behind(value, {
      kind: 'addresses',
      label: `${count(usableAddresses(cidr))} usable addresses`,
      explanation: `2^(32 − ${cidr.prefix}) = ${count(addressesIn(cidr))} addresses, less the 5 that AWS keeps in every subnet (the first four and the last).`,
      fact: 'vpc#usable-addresses',
    }),
  ];
};

export const vpcAddresses: Compute = (resource) => {
  const value = propertyAt(resource, 'CidrBlock')?.value;
  const cidr = value?.kind === 'known' ? parseCidr(String(value.value)) : undefined;
  if (!value || !cidr || cidr.prefix < 16 || cidr.prefix > 28) return [];
  return [
    behind(value, {
      kind: 'addresses',
      label: `${count(addressesIn(cidr))} addresses${cidr.prefix <= 24 ? `, room for ${count(2 ** (24 - cidr.prefix))} subnets of /24` : ''}`,
      explanation: `2^(32 − ${cidr.prefix}) = ${count(addressesIn(cidr))}. In each subnet AWS keeps 5 of them.`,
      fact: 'vpc#cidr-size',
    }),
  ];
};

/** Attributes of a load balancer or target group: a list of `Key` and `Value`. */
function attribute(resource: Resource, path: string, key: string): Value | undefined {
  const item = itemsAt(resource, path).find((map) => always(propertyOf(map, 'Key')?.value, (name) => name === key));
  return propertyOf(item, 'Value')?.value;
}

export const balancerTimeout: Compute = (resource) => {
  const idle = amountIn(attribute(resource, 'LoadBalancerAttributes', 'idle_timeout.timeout_seconds'));
  const explanation =
    'An Application Load Balancer closes a connection on which nothing has moved for this long. Keep-alive of the targets should last longer.';
  if (idle)
    return [behind(idle.value, { kind: 'balancer', label: `idle for ${duration(idle.amount)}`, explanation, fact: 'elastic-load-balancing#idle-timeout' })];
  const type = propertyAt(resource, 'Type')?.value;
  const application = type ? always(type, (name) => name === 'application') : resource.properties.complete && resource.construct === undefined;
  if (!application || propertyAt(resource, 'LoadBalancerAttributes')) return [];
  return [byDefault(resource, { label: 'idle timeout 60 seconds', explanation, fact: 'elastic-load-balancing#idle-timeout' })];
};

export const draining: Compute = (resource) => {
  const delay = amountIn(attribute(resource, 'TargetGroupAttributes', 'deregistration_delay.timeout_seconds'));
  if (!delay) return [];
  return [
    behind(delay.value, {
      kind: 'balancer',
      label: delay.amount === 0 ? 'no draining' : `drains for ${duration(delay.amount)}`,
      explanation: 'So long a target that is taken out may finish the requests it has; 300 seconds unless set.',
      fact: 'elastic-load-balancing#deregistration-delay',
    }),
  ];
};

export const targetHealth: Compute = (resource) => {
  const interval = amountAt(resource, 'HealthCheckIntervalSeconds');
  const threshold = amountAt(resource, 'UnhealthyThresholdCount');
  if (!interval || !threshold) return [];
  return [
    behind(threshold.value, {
      kind: 'healthCheck',
      label: `unhealthy after about ${duration(interval.amount * threshold.amount)}`,
      explanation: `${count(threshold.amount)} failed checks in a row, one every ${count(interval.amount)} seconds.`,
      fact: 'elastic-load-balancing#unhealthy-threshold',
    }),
  ];
};

/** Route 53: the endpoint is asked every 30 seconds, or every 10, and 3 failures in a row by default turn the verdict. */
export const dnsHealth: Compute = (resource) => {
  const interval = amountAt(resource, 'HealthCheckConfig.RequestInterval');
  const threshold = amountAt(resource, 'HealthCheckConfig.FailureThreshold');
  const shown = threshold ?? interval;
  if (!shown || !resource.properties.complete) return [];
  if ((!interval && propertyAt(resource, 'HealthCheckConfig.RequestInterval')) || (!threshold && propertyAt(resource, 'HealthCheckConfig.FailureThreshold')))
    return [];
  const every = interval?.amount ?? 30;
  const times = threshold?.amount ?? 3;
  return [
    behind(shown.value, {
      kind: 'healthCheck',
      label: `unhealthy after about ${duration(every * times)}`,
      explanation: `${times} failed checks in a row, one every ${every} seconds from each checker. To this comes the TTL that resolvers keep.`,
      fact: 'route-53#failure-threshold',
    }),
  ];
};

export const recordTtl: Compute = (resource) => {
  const ttl = amountAt(resource, 'TTL');
  if (!ttl || ttl.amount < 120 || resource.defaults) return [];
  return [
    behind(ttl.value, {
      kind: 'ttl',
      label: duration(ttl.amount),
      explanation: 'So long resolvers may go on answering with what they know, also after a failover.',
      fact: 'route-53#ttl',
    }),
  ];
};

/** A record's share of the sum of the weights of all records of the same name and type in this template. */
export const weightShare: Compute = (resource, context) => {
  const weight = amountAt(resource, 'Weight');
  const group = groupOf(resource);
  if (!weight || group === undefined) return [];
  const records = context.ofType('AWS::Route53::RecordSet').filter((record) => propertyAt(record, 'Weight') && groupOf(record) === group);
  const weights = records.map((record) => amountAt(record, 'Weight')?.amount);
  if (records.length < 2 || weights.some((one) => one === undefined)) return [];
  const sum = weights.reduce<number>((total, one) => total + (one ?? 0), 0);
  const label = sum === 0 ? `an equal share: all ${records.length} weights are 0` : `${count((100 * weight.amount) / sum, 1)} % of the answers`;
  return [
    behind(weight.value, {
      kind: 'weight',
      label,
      explanation: `${weight.amount} of ${sum}, over the ${records.length} records of this name in this template.`,
      fact: 'route-53#weighted-share',
    }),
  ];
};

function groupOf(record: Resource): string | undefined {
  const [name, type] = ['Name', 'Type'].map((part) => knownAt(record, part)?.value);
  return name === undefined || type === undefined ? undefined : `${String(name).replace(/\.$/, '')} ${String(type)}`;
}

/** Times of a CloudFront cache policy or cache behaviour at a path. */
export function cacheTtl(path: string, fact: string): Compute {
  return (resource) => {
    const ttl = amountAt(resource, path);
    if (!ttl || ttl.amount < 120 || resource.defaults) return [];
    return [behind(ttl.value, { kind: 'ttl', label: duration(ttl.amount), explanation: `${count(ttl.amount)} seconds in CloudFront's caches.`, fact })];
  };
}
