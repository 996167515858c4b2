import type { Span } from '../../syntax/node';
import { always, isTrue, propertyOf, type MapValue, type Resource } from '../model';
import { isUnset, itemsAt, passes, placesIn, required, surelyUnset } from './demands';
import { namedBy } from './references';
import type { Report, Rule } from './rule';

const service = 'route-53';
const zone = ['AWS::Route53::HostedZone'];
const recordTypes = ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'];
const failover = ['saa-c03/2.2', 'sap-c02/2.2', 'sap-2014/1.3'] as const;
const routing = ['Failover', 'Weight', 'Region', 'GeoLocation', 'GeoProximityLocation', 'CidrRoutingConfig', 'MultiValueAnswer'];

interface DnsRecord {
  readonly map: MapValue;
  /** Where a missing property is reported. */
  readonly place: Span;
}

/** The records that a resource makes. */
function recordsOf(resource: Resource): DnsRecord[] {
  if (resource.type === 'AWS::Route53::RecordSet') return [{ map: resource.properties, place: resource.typeSpan }];
  return itemsAt(resource, 'RecordSets').map((map) => ({ map, place: { start: map.start, end: map.end } }));
}

function recordRule(header: Omit<Rule, 'check' | 'types' | 'service'>, check: (record: DnsRecord) => Report[]): Rule {
  return {
    ...header,
    service,
    types: recordTypes,
    check: (resource) => (resource.defaults === undefined ? recordsOf(resource).flatMap(check) : undefined),
  };
}

function isWritten(map: MapValue, name: string): boolean {
  const value = propertyOf(map, name)?.value;
  return value !== undefined && value.kind !== 'absent' && value.kind !== 'unknown' && value.kind !== 'one-of';
}

function lacks(map: MapValue, name: string): boolean {
  return placesIn(map, name, map).every(isUnset);
}

/** Whether an alias takes on the health of its target; `undefined` where that cannot be known. */
function evaluatesTarget(map: MapValue): boolean | undefined {
  const [place] = placesIn(map, 'AliasTarget.EvaluateTargetHealth', map);
  return place?.missing ? false : place?.value && passes(place.value, isTrue, false);
}

function isPublic(resource: Resource): boolean {
  return surelyUnset(resource, 'VPCs');
}

export const route53Rules: readonly Rule[] = [
  required(
    {
      id: 'route-53-query-logging-off',
      service,
      title: 'Public hosted zone without query logs',
      why: 'Query logs show which names are asked for, by attackers that look for forgotten hosts too.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'route-53#query-logging',
      types: zone,
    },
    {
      paths: ['QueryLoggingConfig'],
      when: isPublic,
      message: 'Nothing records the queries to this zone. Set QueryLoggingConfig with a log group in us-east-1.',
    },
  ),
  {
    id: 'route-53-dnssec-off',
    service,
    title: 'Public hosted zone without DNSSEC',
    why: 'Without signatures a forged answer for your names cannot be told from a true one.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'route-53#dnssec-off',
    types: zone,
    check: (resource, context) =>
      resource.defaults === undefined && isPublic(resource) && namedBy(resource, 'AWS::Route53::DNSSEC', ['HostedZoneId'], context) === false
        ? [
            {
              span: resource.typeSpan,
              message: 'Nothing in this template signs the zone. Add an AWS::Route53::KeySigningKey and an AWS::Route53::DNSSEC for it.',
            },
          ]
        : undefined,
  },
  recordRule(
    {
      id: 'route-53-alias-without-health',
      title: 'Alias that ignores the health of its target',
      why: 'Between several records only healthy ones should answer; an alias without evaluation counts as healthy always.',
      severity: 'information',
      tasks: failover,
      fact: 'route-53#evaluate-target',
    },
    ({ map }) => {
      const several = routing.some((name) => isWritten(map, name));
      const alias = propertyOf(map, 'AliasTarget')?.value;
      // A primary has a rule of its own; a secondary answers last in any case, well or not.
      const failover = always(propertyOf(map, 'Failover')?.value, (role) => role === 'PRIMARY' || role === 'SECONDARY');
      const cloudFront = always(propertyOf(alias, 'HostedZoneId')?.value, (id) => id === 'Z2FDTNDATAQYW2');
      if (!several || failover || cloudFront || alias?.kind !== 'map' || !lacks(map, 'HealthCheckId') || evaluatesTarget(map) !== false) return [];
      return placesIn(map, 'AliasTarget.EvaluateTargetHealth', map).map(({ span }) => ({
        span,
        message: 'Route 53 keeps answering with this alias when its target is down. Set EvaluateTargetHealth to true, or give the record a health check.',
      }));
    },
  ),
  recordRule(
    {
      id: 'route-53-empty-record',
      title: 'Record that answers with nothing',
      why: 'A record has values or an alias; without either it is not created.',
      severity: 'warning',
      tasks: ['saa-c03/3.4', 'sap-2014/4.1'],
      fact: 'route-53#record-values',
    },
    ({ map, place }) =>
      ['ResourceRecords', 'AliasTarget'].every((name) => lacks(map, name))
        ? [
            {
              span: propertyOf(map, 'ResourceRecords')?.value ?? place,
              message: 'The record has neither ResourceRecords nor an AliasTarget, so it is not created.',
            },
          ]
        : [],
  ),
  recordRule(
    {
      id: 'route-53-wildcard-record',
      title: 'Wildcard record',
      why: 'Every name that does not exist gets an answer, mistyped and forged ones too.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'route-53#wildcard',
    },
    ({ map }) => {
      const name = propertyOf(map, 'Name')?.value;
      return name && always(name, (text) => /^(?:\*|\\052)\./.test(String(text)))
        ? [{ span: name, message: 'This answers for every name that has no record of its own. Name the hosts, unless customers bring names of their own.' }]
        : [];
    },
  ),
];
