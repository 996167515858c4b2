import { always, isAbsent, isFalse, isTrue, knownAt, propertyAt, propertyOf, type Resource, type Template, type Value } from '../model';
import { overlap, parseCidr, type Cidr } from './cidr';
import { isUnset, placesAt, single, spanOf, surely, surelyUnset, valuesAt } from './demands';
import { isConditional, isWritten, referred, referredAt } from './references';
import type { Report, Rule, RuleContext } from './rule';

/** The resources of a type that stand before this one. */
function before(resource: Resource, context: RuleContext): readonly Resource[] {
  const all = context.ofType(resource.type);
  return all.slice(0, all.indexOf(resource));
}

/** The references to security groups that stand in the rules of a group itself. */
function inlineReferences(group: Resource): Extract<Value, { kind: 'reference' }>[] {
  return ['SecurityGroupIngress', 'SecurityGroupEgress'].flatMap((path) =>
    valuesAt(group, path).flatMap((rule) =>
      ['SourceSecurityGroupId', 'DestinationSecurityGroupId', 'SourceSecurityGroupName'].flatMap((name) => {
        const value = propertyOf(rule, name)?.value;
        return value?.kind === 'reference' ? [value] : [];
      }),
    ),
  );
}

/** Whether the inline rules of one group lead, over those of others, to another. */
function leadsTo(from: Resource, to: Resource, context: RuleContext, seen = new Set<Resource>()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return inlineReferences(from).some((value) => {
    const next = referred(value, context);
    return next?.type === from.type && leadsTo(next, to, context, seen);
  });
}

/** Where resources name their subnets (or their VPC) and their security groups. */
const placements: Readonly<Record<string, { readonly at: readonly string[]; readonly groups: string }>> = {
  'AWS::EC2::Instance': { at: ['SubnetId'], groups: 'SecurityGroupIds' },
  'AWS::EC2::NetworkInterface': { at: ['SubnetId'], groups: 'GroupSet' },
  'AWS::EC2::VPCEndpoint': { at: ['VpcId'], groups: 'SecurityGroupIds' },
  'AWS::ECS::Service': { at: ['NetworkConfiguration.AwsvpcConfiguration.Subnets'], groups: 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups' },
  'AWS::EFS::MountTarget': { at: ['SubnetId'], groups: 'SecurityGroups' },
  'AWS::ElasticLoadBalancing::LoadBalancer': { at: ['Subnets'], groups: 'SecurityGroups' },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': { at: ['Subnets', 'SubnetMappings.*.SubnetId'], groups: 'SecurityGroups' },
  'AWS::Lambda::Function': { at: ['VpcConfig.SubnetIds'], groups: 'VpcConfig.SecurityGroupIds' },
  'AWS::RDS::DBInstance': { at: ['DBSubnetGroupName'], groups: 'VPCSecurityGroups' },
};

/** The VPC of this template that a subnet, a subnet group or the VPC itself stands for. */
function vpcOf(place: Resource | undefined, context: RuleContext): Resource | undefined {
  switch (place?.type) {
    case 'AWS::EC2::VPC':
      return place;
    case 'AWS::EC2::Subnet':
      return vpcOf(referredAt(place, 'VpcId', context), context);
    case 'AWS::RDS::DBSubnetGroup':
      return valuesAt(place, 'SubnetIds')
        .map((subnet) => vpcOf(referred(subnet, context), context))
        .find((vpc) => vpc !== undefined);
    default:
      return undefined;
  }
}

interface Range {
  readonly subnet: Resource;
  readonly cidr: Cidr;
  readonly vpc: Resource;
}

const ranges = new WeakMap<Template, readonly Range[]>();

/** The ranges of all subnets in VPCs of the document, read once: each is compared with all others. */
function rangesIn(context: RuleContext): readonly Range[] {
  const subnets = context.ofType('AWS::EC2::Subnet');
  const known = ranges.get(context.template);
  if (known) return known;
  const found = subnets.flatMap((subnet): Range[] => {
    const cidr = parseCidr(String(knownAt(subnet, 'CidrBlock')?.value));
    const vpc = referredAt(subnet, 'VpcId', context);
    return cidr && vpc && !isConditional(subnet) ? [{ subnet, cidr, vpc }] : [];
  });
  ranges.set(context.template, found);
  return found;
}

export const acrossVpcRules: readonly Rule[] = [
  single(
    {
      id: 'vpc-subnets-overlap',
      service: 'vpc',
      title: 'Subnets that overlap',
      why: 'AWS refuses a subnet whose range overlaps another one of its VPC.',
      severity: 'warning',
      tasks: ['saa-c03/3.4', 'sap-2014/4.1'],
      fact: 'vpc#subnet-size',
      types: ['AWS::EC2::Subnet'],
    },
    (resource, context) => {
      const all = rangesIn(context);
      const at = all.findIndex(({ subnet }) => subnet === resource);
      const own = all[at];
      const block = knownAt(resource, 'CidrBlock');
      if (!own || !block) return undefined;
      const clash = all.find(({ vpc, cidr }, index) => index < at && vpc === own.vpc && overlap(cidr, own.cidr))?.subnet;
      return (
        clash && {
          span: spanOf(block),
          message: `${String(block.value)} overlaps ${clash.id} (${String(knownAt(clash, 'CidrBlock')?.value)}) in the same VPC.`,
        }
      );
    },
  ),
  single(
    {
      id: 'vpc-second-internet-gateway',
      service: 'vpc',
      title: 'Second attachment of an internet gateway',
      why: 'A VPC has one internet gateway, and an internet gateway has one VPC.',
      severity: 'warning',
      tasks: ['saa-c03/3.4', 'sap-2014/4.1'],
      fact: 'vpc#one-internet-gateway',
      types: ['AWS::EC2::VPCGatewayAttachment'],
    },
    (resource, context) => {
      const gateway = propertyAt(resource, 'InternetGatewayId')?.value;
      const vpc = referredAt(resource, 'VpcId', context);
      if (gateway?.kind !== 'reference' || referred(gateway, context)?.type !== 'AWS::EC2::InternetGateway' || !vpc || isConditional(resource))
        return undefined;
      for (const other of before(resource, context)) {
        const theirs = propertyAt(other, 'InternetGatewayId')?.value;
        if (theirs?.kind !== 'reference' || isConditional(other)) continue;
        const sameVpc = referredAt(other, 'VpcId', context) === vpc;
        if (sameVpc)
          return {
            span: spanOf(gateway),
            message: `${other.id} attaches an internet gateway to ${vpc.id} already. One is enough: it has no limit of its own.`,
          };
        if (theirs.target === gateway.target && referredAt(other, 'VpcId', context)) {
          return { span: spanOf(gateway), message: `${other.id} attaches the same gateway to another VPC. Each VPC needs an internet gateway of its own.` };
        }
      }
      return undefined;
    },
  ),
  {
    id: 'vpc-security-group-cycle',
    service: 'vpc',
    title: 'Security groups that refer to each other',
    why: 'References in a circle, even to itself, cannot be created inline; separate rule resources can.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'saa-c03/3.4'],
    fact: 'vpc#sg-circular',
    types: ['AWS::EC2::SecurityGroup'],
    check: (resource, context) =>
      inlineReferences(resource).flatMap((value): Report[] => {
        const other = referred(value, context);
        if (other?.type !== resource.type || !leadsTo(other, resource, context)) return [];
        const circle = other === resource ? 'This group refers to itself' : `${resource.id} and ${other.id} refer to each other`;
        return [{ span: spanOf(value), message: `${circle}: a circular dependency. Make the rule a SecurityGroupIngress or SecurityGroupEgress of its own.` }];
      }),
  },
  {
    id: 'vpc-security-group-elsewhere',
    service: 'security-groups',
    title: 'Security group of another VPC',
    why: 'A security group can be given only to resources of its own VPC, or of one with which it is associated.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'saa-c03/3.4'],
    fact: 'security-groups#one-vpc',
    types: Object.keys(placements),
    check: (resource, context) => {
      const { at = [], groups = '' } = placements[resource.type] ?? {};
      const vpc = at.flatMap((path) => valuesAt(resource, path)).flatMap((value) => vpcOf(referred(value, context), context) ?? [])[0];
      if (!vpc || context.ofType('AWS::EC2::SecurityGroupVpcAssociation').length > 0) return undefined;
      return valuesAt(resource, groups).flatMap((value): Report[] => {
        const group = referred(value, context);
        const theirs = group?.type === 'AWS::EC2::SecurityGroup' ? referredAt(group, 'VpcId', context) : undefined;
        if (!group || theirs?.type !== 'AWS::EC2::VPC' || theirs === vpc) return [];
        return [{ span: spanOf(value), message: `${group.id} belongs to ${theirs.id}, while ${resource.id} is in ${vpc.id}.` }];
      });
    },
  },
  single(
    {
      id: 'vpc-endpoint-dns-off',
      service: 'vpc',
      title: 'Private DNS in a VPC whose DNS is off',
      why: 'Private names of an interface endpoint need DNS support and DNS hostnames in the VPC.',
      severity: 'warning',
      tasks: ['saa-c03/3.4', 'sap-c02/1.1'],
      fact: 'vpc#endpoint-private-dns',
      types: ['AWS::EC2::VPCEndpoint'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'PrivateDnsEnabled')?.value;
      const vpc = referredAt(resource, 'VpcId', context);
      if (!always(value, isTrue) || vpc?.type !== 'AWS::EC2::VPC' || !surely(resource, 'VpcEndpointType', (type) => type === 'Interface')) return undefined;
      const off = placesAt(vpc, 'EnableDnsHostnames').some((place) => isUnset(place) || (place.value && always(place.value, isFalse)))
        ? 'EnableDnsHostnames'
        : surely(vpc, 'EnableDnsSupport', isFalse)
          ? 'EnableDnsSupport'
          : undefined;
      return off === undefined
        ? undefined
        : { span: spanOf(value), message: `${off} of ${vpc.id} is off, so the endpoint cannot have private names. Switch it on there.` };
    },
  ),
  single(
    {
      id: 'vpc-gateway-endpoint-unrouted',
      service: 'vpc',
      title: 'Gateway endpoint without route tables',
      why: 'A gateway endpoint works through the routes that it adds; without a table it adds none.',
      severity: 'information',
      tasks: ['saa-c03/3.4', 'saa-c03/4.4'],
      fact: 'vpc#gateway-endpoint-scope',
      types: ['AWS::EC2::VPCEndpoint'],
    },
    (resource) => {
      const type = propertyAt(resource, 'VpcEndpointType')?.value;
      if (type ? !always(type, (value) => value === 'Gateway') : !isAbsent(resource, 'VpcEndpointType')) return undefined;
      if (!surelyUnset(resource, 'RouteTableIds') || !isWritten(resource)) return undefined;
      return {
        span: propertyAt(resource, 'RouteTableIds')?.nameSpan ?? resource.typeSpan,
        message: 'No route table is named, so nobody uses this gateway endpoint. Set RouteTableIds.',
      };
    },
  ),
  single(
    {
      id: 'vpc-route-before-attachment',
      service: 'vpc',
      title: 'Route that does not wait for its internet gateway',
      why: 'A gateway that is not attached yet cannot be the target of a route, and CloudFormation does not see that order by itself.',
      severity: 'information',
      tasks: ['saa-c03/3.4', 'sap-c02/2.1'],
      fact: 'vpc#attachment-order',
      types: ['AWS::EC2::Route'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'GatewayId')?.value;
      const gateway = referred(value, context);
      const waits = [resource, referredAt(resource, 'RouteTableId', context)].some(
        (one) => !one?.attributes.complete || propertyOf(one.attributes, 'DependsOn'),
      );
      // A route of an app that a variable holds may be told later to wait.
      if (!value || gateway?.type !== 'AWS::EC2::InternetGateway' || waits || resource.holder !== undefined) return undefined;
      const attachment = context
        .ofType('AWS::EC2::VPCGatewayAttachment')
        .find((one) => referredAt(one, 'InternetGatewayId', context) === gateway && isWritten(one));
      if (!attachment) return undefined;
      return {
        span: spanOf(value),
        message: `The route may be made before ${attachment.id} attaches ${gateway.id}, and then fails. Add DependsOn: ${attachment.id}.`,
      };
    },
  ),
];
