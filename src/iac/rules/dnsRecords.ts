import { always, isTrue, knownAt, numberOf, propertyOf, type MapValue, type Resource } from '../model';
import { isUnset, itemsAt, placesIn, spanOf } from './demands';
import { referred } from './references';
import type { Report, Rule, RuleContext } from './rule';

const records = ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'];

/** The hosted zone of all CloudFront distributions outside China. */
const cloudfrontZone = 'Z2FDTNDATAQYW2';

interface DnsRecord {
  readonly map: MapValue;
  readonly owner: Resource;
}

/** The records of a resource: itself, or those that a group lists. */
function recordsOf(resource: Resource): DnsRecord[] {
  const maps = resource.type === 'AWS::Route53::RecordSet' ? [resource.properties] : itemsAt(resource, 'RecordSets');
  return maps.map((map) => ({ map, owner: resource }));
}

function text(map: MapValue, name: string): string | undefined {
  const value = propertyOf(map, name)?.value;
  return value?.kind === 'known' ? String(value.value) : undefined;
}

function isUnsetIn(map: MapValue, path: string): boolean {
  return placesIn(map, path, map).every(isUnset);
}

function domain(name: string | undefined): string | undefined {
  return name?.toLowerCase().replace(/\.$/, '');
}

/** The domain of the hosted zone that a record is in, by its name or by its resource. */
function zoneOf({ map, owner }: DnsRecord, context: RuleContext): string | undefined {
  for (const holder of [map, owner.properties]) {
    const named = text(holder, 'HostedZoneName');
    if (named !== undefined) return domain(named);
    const zone = referred(propertyOf(holder, 'HostedZoneId')?.value, context);
    if (zone?.type === 'AWS::Route53::HostedZone') return domain(String(knownAt(zone, 'Name')?.value ?? '') || undefined);
  }
  return undefined;
}

const balancers = /^AWS::ElasticLoadBalancing(?:V2)?::LoadBalancer$/;

function check(each: (record: DnsRecord, context: RuleContext) => Report | undefined): Rule['check'] {
  return (resource, context) => recordsOf(resource).flatMap((record) => each(record, context) ?? []);
}

export const dnsRecordRules: readonly Rule[] = [
  {
    id: 'route-53-cname-at-apex',
    service: 'route-53',
    title: 'CNAME at the top of its zone',
    why: 'The apex of a zone already has NS and SOA records, next to which no CNAME may stand.',
    severity: 'warning',
    tasks: ['saa-c03/3.4', 'sap-c02/2.4'],
    fact: 'route-53#cname-apex',
    types: records,
    check: check((record, context) => {
      const name = propertyOf(record.map, 'Name')?.value;
      const zone = zoneOf(record, context);
      if (!name || zone === undefined || text(record.map, 'Type') !== 'CNAME' || domain(text(record.map, 'Name')) !== zone) return undefined;
      return { span: spanOf(name), message: `${zone} is the apex of its zone, where a CNAME is refused. Use an alias record of type A.` };
    }),
  },
  {
    id: 'route-53-cname-to-aws',
    service: 'route-53',
    title: 'CNAME where an alias would do',
    why: 'Alias queries to AWS resources are free, follow their addresses and work at the apex too.',
    severity: 'hint',
    tasks: ['saa-c03/3.4', 'saa-c03/4.4'],
    fact: 'route-53#alias-price',
    types: records,
    check: check((record, context) => {
      const values = propertyOf(record.map, 'ResourceRecords')?.value;
      const [only] = values?.kind === 'list' && values.items.length === 1 ? values.items : [];
      const target = referred(only, context);
      if (!only || !target || text(record.map, 'Type') !== 'CNAME' || !(balancers.test(target.type) || target.type === 'AWS::CloudFront::Distribution'))
        return undefined;
      return {
        span: spanOf(only),
        message: `Each query to this CNAME is billed. An alias record (AliasTarget) to ${target.id} costs nothing and adapts by itself.`,
      };
    }),
  },
  {
    id: 'route-53-alias-zone',
    service: 'route-53',
    title: 'Alias with the hosted zone of another service',
    why: 'An alias needs the hosted zone of its target, and each service has its own.',
    severity: 'warning',
    tasks: ['saa-c03/3.4'],
    fact: 'route-53#alias-targets',
    types: records,
    check: check((record, context) => {
      const alias = propertyOf(record.map, 'AliasTarget')?.value;
      const target = referred((propertyOf(alias, 'DNSName') ?? propertyOf(alias, 'DnsName'))?.value, context);
      const zone = propertyOf(alias, 'HostedZoneId')?.value;
      if (!target || !zone) return undefined;
      const known = zone.kind === 'known' ? String(zone.value) : undefined;
      const owner = referred(zone, context);
      const distribution = target.type === 'AWS::CloudFront::Distribution';
      if (distribution && known !== undefined && /^Z[0-9A-Z]+$/.test(known) && known !== cloudfrontZone && known !== 'Z3RFFRIM2A3IF5') {
        return { span: spanOf(zone), message: `${target.id} is a distribution: the hosted zone of every distribution is ${cloudfrontZone}.` };
      }
      const ownZone = owner?.type === 'AWS::Route53::HostedZone' && (distribution || balancers.test(target.type));
      if (!ownZone && !(balancers.test(target.type) && known === cloudfrontZone)) return undefined;
      const right = distribution ? cloudfrontZone : `CanonicalHostedZoneID (Classic: CanonicalHostedZoneNameID) of ${target.id}`;
      return {
        span: spanOf(zone),
        message: `An alias takes the hosted zone of its target, not ${ownZone ? 'the one of the record' : 'that of CloudFront'}: ${right}.`,
      };
    }),
  },
  {
    id: 'route-53-failover-without-check',
    service: 'route-53',
    title: 'Primary record that never fails over',
    why: 'Without a health check, or an alias that looks at its target, Route 53 takes the primary for healthy for ever.',
    severity: 'warning',
    tasks: ['saa-c03/2.2', 'sap-c02/2.2', 'sap-2014/1.2'],
    fact: 'route-53#failover',
    types: records,
    check: check(({ map }) => {
      const failover = propertyOf(map, 'Failover')?.value;
      if (!failover || text(map, 'Failover') !== 'PRIMARY' || !isUnsetIn(map, 'HealthCheckId')) return undefined;
      const places = placesIn(map, 'AliasTarget.EvaluateTargetHealth', map);
      const blind =
        isUnsetIn(map, 'AliasTarget') ||
        places.every((place) => isUnset(place) || (place.value !== undefined && always(place.value, (value) => !isTrue(value))));
      return blind
        ? { span: spanOf(failover), message: 'Nothing tells Route 53 that the primary is down. Give it a HealthCheckId, or EvaluateTargetHealth in its alias.' }
        : undefined;
    }),
  },
  {
    id: 'route-53-slow-failover',
    service: 'route-53',
    title: 'Long time to live of a record that may fail over',
    why: 'Resolvers keep the old answer for the whole TTL, however quickly Route 53 notices.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.2'],
    fact: 'route-53#ttl',
    types: records,
    check: check(({ map }) => {
      const ttl = (propertyOf(map, 'TTL') ?? propertyOf(map, 'Ttl'))?.value;
      const seconds = numberOf(ttl);
      const checked = propertyOf(map, 'HealthCheckId')?.value;
      const switches =
        text(map, 'Failover') !== undefined || (checked !== undefined && checked.kind !== 'absent' && checked.kind !== 'unknown' && checked.kind !== 'one-of');
      if (!ttl || seconds === undefined || seconds <= 60 || !switches) return undefined;
      return {
        span: spanOf(ttl),
        message: `Clients may go on to a failed address for ${seconds} seconds. AWS advises a TTL of 60 or less with health checks.`,
      };
    }),
  },
  {
    id: 'route-53-all-weights-zero',
    service: 'route-53',
    title: 'Weighted records that all have weight 0',
    why: 'A weight of 0 takes a record out, but where all have it they share the traffic evenly.',
    severity: 'hint',
    tasks: ['saa-c03/2.1', 'sap-c02/2.1'],
    fact: 'route-53#weight',
    types: records,
    check: (resource, context) => {
      const all = records.flatMap((type) => context.ofType(type)).flatMap(recordsOf);
      const key = ({ map }: DnsRecord): string | undefined => {
        const [name, type] = [domain(text(map, 'Name')), text(map, 'Type')];
        return name === undefined || type === undefined ? undefined : `${name} ${type}`;
      };
      if (all.some((record) => key(record) === undefined)) return undefined;
      return recordsOf(resource).flatMap((record): Report[] => {
        const same = all.filter((other) => key(other) === key(record));
        const weight = propertyOf(record.map, 'Weight')?.value;
        if (!weight || same.length < 2 || same[0]?.map !== record.map || !same.every(({ map }) => numberOf(propertyOf(map, 'Weight')?.value) === 0)) return [];
        return [
          {
            span: spanOf(weight),
            message: `All ${same.length} records of this name have weight 0, so each gets an equal share. Give those in use a weight above 0.`,
          },
        ];
      });
    },
  },
];
