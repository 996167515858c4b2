import { isAbsent, propertyAt, propertyOf, type Resource, type Value } from '../model';
import { isUnset, placesAt, single, spanOf, surely, textAt, valuesAt } from './demands';
import { isConditional, isWritten, referred, referredAt, referrers, refersAt } from './references';
import type { Report, Rule, RuleContext } from './rule';

/** The zone of a resource by its own setting or by its subnet; nothing where the text does not name it. */
function zoneOf(resource: Resource | undefined, context: RuleContext): string | undefined {
  if (!resource) return undefined;
  return (
    textAt(resource, 'AvailabilityZone') ?? (resource.type === 'AWS::EC2::Instance' ? zoneOf(referredAt(resource, 'SubnetId', context), context) : undefined)
  );
}

/** What tells that the zones of two subnets are one, where the text does not name them: both are the first of the Region. */
function sameZone(subnet: Resource | undefined): string | undefined {
  const zone = subnet && propertyAt(subnet, 'AvailabilityZone')?.value;
  return zone?.kind === 'unknown' ? zone.same : undefined;
}

/** True where a list of subnets names one only, or several that are all in one zone. */
function inOneZone(values: readonly Value[], context: RuleContext): boolean {
  const subnets = new Set(values.map((value) => referred(value, context)));
  const known = [...subnets].filter((subnet) => subnet?.type === 'AWS::EC2::Subnet' && !isConditional(subnet));
  if (known.length === 0 || known.length !== subnets.size) return false;
  const zones = new Set(known.map((subnet) => zoneOf(subnet, context) ?? sameZone(subnet)));
  return known.length === 1 || (zones.size === 1 && !zones.has(undefined));
}

function oneZone(resource: Resource, context: RuleContext, path: string, message: string): Report | undefined {
  const property = propertyAt(resource, path.replace(/\..*/, ''));
  return property && inOneZone(valuesAt(resource, path), context) ? { span: property.nameSpan, message } : undefined;
}

/** Attachments of a volume to instances of the template, with the place that says so. */
function attachmentsOf(volume: Resource, context: RuleContext): { instance: Resource; place: Resource; value: Value }[] {
  const separate = context.ofType('AWS::EC2::VolumeAttachment').flatMap((place) => {
    const value = propertyAt(place, 'VolumeId')?.value;
    const instance = referredAt(place, 'InstanceId', context);
    return value && instance && referred(value, context) === volume && !isConditional(place) ? [{ instance, place, value }] : [];
  });
  const inline = context.ofType('AWS::EC2::Instance').flatMap((instance) =>
    valuesAt(instance, 'Volumes').flatMap((item) => {
      const value = propertyOf(item, 'VolumeId')?.value;
      return value && referred(value, context) === volume && !isConditional(instance) ? [{ instance, place: instance, value }] : [];
    }),
  );
  return [...separate, ...inline];
}

export const acrossZonesRules: readonly Rule[] = [
  single(
    {
      id: 'elb-one-zone',
      service: 'elastic-load-balancing',
      title: 'Load balancer in one zone',
      why: 'A load balancer in one zone is lost with it, and an Application Load Balancer is not even created.',
      severity: 'information',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.4'],
      fact: 'elastic-load-balancing#subnets',
      types: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'],
    },
    (resource, context) => {
      const application = resource.type.includes('V2') && (isAbsent(resource, 'Type') || surely(resource, 'Type', (type) => type === 'application'));
      const message = application
        ? 'All subnets are in one Availability Zone: an Application Load Balancer needs at least two.'
        : 'All subnets are in one Availability Zone, and the load balancer is lost with it. Add a subnet in another one.';
      return oneZone(resource, context, 'Subnets', message) ?? oneZone(resource, context, 'SubnetMappings.*.SubnetId', message);
    },
  ),
  single(
    {
      id: 'rds-subnet-group-one-zone',
      service: 'rds',
      title: 'DB subnet group in one zone',
      why: 'A DB subnet group must cover two Availability Zones, even for a single-AZ database.',
      severity: 'warning',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'rds#subnet-group',
      types: ['AWS::RDS::DBSubnetGroup', 'AWS::DocDB::DBSubnetGroup', 'AWS::Neptune::DBSubnetGroup'],
    },
    (resource, context) =>
      oneZone(
        resource,
        context,
        'SubnetIds',
        'All subnets are in one Availability Zone. The group is refused unless it covers two, so that a standby has a place.',
      ),
  ),
  single(
    {
      id: 'elasticache-subnet-group-one-zone',
      service: 'elasticache',
      title: 'Cache subnet group in one zone',
      why: 'Replicas of a cache can fail over to another zone only if the group has a subnet there.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'elasticache#vpc',
      types: ['AWS::ElastiCache::SubnetGroup'],
    },
    (resource, context) =>
      oneZone(
        resource,
        context,
        'SubnetIds',
        'All subnets are in one Availability Zone, so no replica can take over when it fails. Add a subnet in another one.',
      ),
  ),
  single(
    {
      id: 'efs-one-mount-target',
      service: 'efs',
      title: 'Regional file system with one mount target',
      why: 'The files are in several zones, but clients reach them through one; with its zone the way in is lost.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'efs#regional',
      types: ['AWS::EFS::FileSystem'],
    },
    (resource, context) => {
      if (!isWritten(resource) || !isAbsent(resource, 'AvailabilityZoneName')) return undefined;
      const targets = referrers(resource, context, 'AWS::EFS::MountTarget', 'FileSystemId');
      const [only] = targets ?? [];
      if (!only || targets?.length !== 1 || isConditional(only)) return undefined;
      return {
        span: resource.typeSpan,
        message: `${only.id} is the only mount target. Make one in each zone with clients: it survives the loss of a zone and spares traffic between zones.`,
      };
    },
  ),
  single(
    {
      id: 'aurora-instances-one-zone',
      service: 'aurora',
      title: 'Aurora instances in one zone',
      why: 'A reader in the same zone cannot take over when that zone fails.',
      severity: 'information',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'aurora#sla',
      types: ['AWS::RDS::DBCluster'],
    },
    (resource, context) => {
      const instances = referrers(resource, context, 'AWS::RDS::DBInstance', 'DBClusterIdentifier') ?? [];
      const zones = new Set(instances.map((instance) => (isConditional(instance) ? undefined : textAt(instance, 'AvailabilityZone'))));
      const last = instances.at(-1);
      const value = last && propertyAt(last, 'AvailabilityZone')?.value;
      if (instances.length < 2 || zones.size !== 1 || zones.has(undefined) || !last || !value) return undefined;
      return {
        span: spanOf(value),
        resource: last,
        message: `All ${instances.length} instances of ${resource.id} are in ${[...zones].join('')}. Put a reader into another zone.`,
      };
    },
  ),
  single(
    {
      id: 'ebs-attached-across-zones',
      service: 'ebs',
      title: 'Volume and instance in different zones',
      why: 'A volume attaches only to instances of its own Availability Zone.',
      severity: 'warning',
      tasks: ['saa-c03/3.1', 'sap-2014/5.3'],
      fact: 'ebs#az-scope',
      types: ['AWS::EC2::Volume'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'AvailabilityZone')?.value;
      const zone = textAt(resource, 'AvailabilityZone');
      if (!value || zone === undefined) return undefined;
      for (const { instance } of attachmentsOf(resource, context)) {
        const theirs = zoneOf(instance, context);
        if (theirs !== undefined && theirs !== zone)
          return { span: spanOf(value), message: `${instance.id} is in ${theirs} and cannot take a volume of ${zone}.` };
      }
      return undefined;
    },
  ),
  single(
    {
      id: 'ebs-attached-twice',
      service: 'ebs',
      title: 'Volume attached to two instances',
      why: 'A volume serves one instance unless it is io1 or io2 with Multi-Attach.',
      severity: 'warning',
      tasks: ['saa-c03/3.1', 'sap-2014/5.3'],
      fact: 'ebs#multi-attach',
      types: ['AWS::EC2::Volume'],
    },
    (resource, context) => {
      if (
        !placesAt(resource, 'MultiAttachEnabled').every(
          (place) => isUnset(place) || (place.value?.kind === 'known' && /^false$/i.test(String(place.value.value))),
        )
      )
        return undefined;
      const [first, ...others] = attachmentsOf(resource, context);
      const second = others.find(({ instance }) => instance !== first?.instance);
      if (!first || !second) return undefined;
      return {
        span: spanOf(second.value),
        resource: second.place,
        message: `${resource.id} is attached to ${first.instance.id} already. Share files by EFS, or make it io2 with MultiAttachEnabled and a cluster-aware file system.`,
      };
    },
  ),
  single(
    {
      id: 'ec2-placement-group-mixed-types',
      service: 'ec2',
      title: 'Different instance types in a cluster placement group',
      why: 'One type, launched at once, is what a cluster placement group finds room for.',
      severity: 'hint',
      tasks: ['saa-c03/3.2', 'sap-c02/2.5'],
      fact: 'ec2#placement-launch',
      types: ['AWS::EC2::Instance'],
    },
    (resource, context) => {
      const group = referredAt(resource, 'PlacementGroupName', context);
      const value = propertyAt(resource, 'InstanceType')?.value;
      const type = textAt(resource, 'InstanceType');
      if (!group || !value || type === undefined || !surely(group, 'Strategy', (strategy) => strategy === 'cluster')) return undefined;
      const all = context.ofType('AWS::EC2::Instance');
      const other = all
        .slice(0, all.indexOf(resource))
        .find((earlier) => referredAt(earlier, 'PlacementGroupName', context) === group && (textAt(earlier, 'InstanceType') ?? type) !== type);
      return (
        other && {
          span: spanOf(value),
          message: `${other.id} in the same cluster placement group is ${textAt(other, 'InstanceType') ?? ''}. Mixed types make capacity errors likelier.`,
        }
      );
    },
  ),
  {
    id: 'ec2-placement-group-zones',
    service: 'ec2',
    title: 'Cluster placement group over several zones',
    why: 'A cluster placement group cannot span Availability Zones.',
    severity: 'warning',
    tasks: ['saa-c03/3.2', 'sap-c02/2.5'],
    fact: 'ec2#placement-one-az',
    types: ['AWS::EC2::PlacementGroup'],
    check: (resource, context) => {
      if (!surely(resource, 'Strategy', (strategy) => strategy === 'cluster')) return undefined;
      const message = `A cluster placement group such as ${resource.id} lies in one Availability Zone.`;
      const instances = context.ofType('AWS::EC2::Instance').filter((one) => refersAt(one, 'PlacementGroupName', resource, context) === true);
      const zone = instances.map((one) => zoneOf(one, context)).find((known) => known !== undefined);
      const apart = instances.find((one) => (zoneOf(one, context) ?? zone) !== zone);
      const value = apart && (propertyAt(apart, 'AvailabilityZone') ?? propertyAt(apart, 'SubnetId'))?.value;
      const reports: Report[] = apart && value ? [{ span: spanOf(value), resource: apart, message }] : [];
      for (const group of context.ofType('AWS::AutoScaling::AutoScalingGroup')) {
        const names = [valuesAt(group, 'AvailabilityZones').map((one) => (one.kind === 'known' ? String(one.value) : undefined))];
        names.push(valuesAt(group, 'VPCZoneIdentifier').map((one) => zoneOf(referred(one, context), context)));
        const zones = new Set(names.flat().filter((one) => one !== undefined));
        const place = propertyAt(group, 'VPCZoneIdentifier') ?? propertyAt(group, 'AvailabilityZones');
        if (zones.size < 2 || !place || refersAt(group, 'PlacementGroup', resource, context) !== true) continue;
        reports.push({ span: place.nameSpan, resource: group, message });
      }
      return reports;
    },
  },
];
