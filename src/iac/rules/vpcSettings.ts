import { always, propertyAt, type Resource, type Value } from '../model';
import { demand, isUnset, placesAt, switchedOff, switchedOn } from './demands';
import { namedBy, namersOf, referred, referredAt } from './references';
import type { Rule, RuleContext } from './rule';
import { isAnywhere } from './securityGroupTraffic';

const vpc = ['AWS::EC2::VPC'];
const route = ['AWS::EC2::Route'];
const attachment = 'AWS::EC2::VPCGatewayAttachment';

function leadsAnywhere(resource: Resource): boolean {
  return ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'].some((name) => always(propertyAt(resource, name)?.value, isAnywhere));
}

function leadsToInternet(resource: Resource, context: RuleContext): boolean {
  return leadsAnywhere(resource) && referredAt(resource, 'GatewayId', context)?.type === 'AWS::EC2::InternetGateway';
}

/** A zone by its name, or by what makes two of them one. */
function zoneIn(value: Value | undefined): string | undefined {
  if (value?.kind === 'unknown') return value.same;
  return value?.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}

export const vpcSettingRules: readonly Rule[] = [
  {
    id: 'vpc-flow-logs-off',
    service: 'vpc',
    title: 'VPC without flow logs',
    why: 'Without flow logs nobody can say afterwards who talked to whom, nor why a connection was refused.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'],
    fact: 'vpc#who-was-rejected',
    types: vpc,
    check: (resource, context) =>
      resource.defaults === undefined && namedBy(resource, 'AWS::EC2::FlowLog', ['ResourceId'], context) === false
        ? [
            {
              span: resource.typeSpan,
              message: 'Nothing in this template records the traffic of the VPC. Add an AWS::EC2::FlowLog with the VPC as its resource.',
            },
          ]
        : undefined,
  },
  demand(
    {
      id: 'vpc-flow-log-partial',
      service: 'vpc',
      title: 'Flow log of a part of the traffic',
      why: 'Accepted flows show a break-in, rejected ones an attempt or a wrong rule; each without the other is half the story.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'vpc#flow-logs',
      types: ['AWS::EC2::FlowLog'],
    },
    {
      path: 'TrafficType',
      is: (type) => String(type).toUpperCase() === 'ALL',
      whenAbsent: true,
      message: (how) => `TrafficType ${how}: the other flows leave no trace. ALL records both.`,
    },
  ),
  switchedOff(
    {
      id: 'vpc-subnet-public-addresses',
      service: 'vpc',
      title: 'Subnet that gives out public addresses',
      why: 'Every instance started here gets a public address, whether it should be reachable or not, and each is billed.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/4.1'],
      fact: 'vpc#map-public-ip',
      types: ['AWS::EC2::Subnet'],
    },
    {
      path: 'MapPublicIpOnLaunch',
      message: (how) => `MapPublicIpOnLaunch ${how}, so each instance of this subnet gets a public address. Give addresses to single interfaces that need one.`,
    },
  ),
  switchedOn(
    {
      id: 'vpc-dns-hostnames-off',
      service: 'vpc',
      title: 'VPC without DNS hostnames',
      why: 'Private DNS names of endpoints and private hosted zones work only with DNS hostnames on.',
      severity: 'hint',
      tasks: ['saa-c03/3.4', 'sap-2014/4.1'],
      fact: 'vpc#dns-hostnames',
      types: vpc,
    },
    {
      path: 'EnableDnsHostnames',
      message: (how) => `EnableDnsHostnames ${how}: private DNS names of interface endpoints and private hosted zones do not work in this VPC.`,
      fix: { title: 'Enable DNS hostnames', value: true },
    },
  ),
  switchedOn(
    {
      id: 'vpc-dns-support-off',
      service: 'vpc',
      title: 'VPC without DNS',
      why: 'Without DNS support instances find neither AWS services nor each other by name.',
      severity: 'information',
      tasks: ['saa-c03/3.4', 'sap-2014/4.1'],
      fact: 'vpc#dns-support',
      types: vpc,
    },
    {
      path: 'EnableDnsSupport',
      onByDefault: true,
      message: (how) => `EnableDnsSupport ${how}: the resolver of AWS answers nobody in this VPC, so names of services do not resolve.`,
    },
  ),
  demand(
    {
      id: 'vpc-dedicated-tenancy',
      service: 'vpc',
      title: 'VPC with dedicated tenancy',
      why: 'Every instance of such a VPC runs on hardware of its own at a higher price.',
      severity: 'hint',
      tasks: ['saa-c03/4.2', 'sap-c02/2.6', 'sap-2014/2.1'],
      fact: 'vpc#tenancy-dedicated',
      types: vpc,
    },
    {
      path: 'InstanceTenancy',
      is: (tenancy) => tenancy !== 'dedicated',
      whenAbsent: true,
      message: () => 'All instances of this VPC run on dedicated hardware and cost more. Ask for it on the instances whose licences or rules demand it.',
    },
  ),
  {
    id: 'vpc-subnets-one-zone',
    service: 'vpc',
    title: 'VPC whose subnets are all in one zone',
    why: 'When that zone fails, nothing in the VPC is left to take over.',
    severity: 'information',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.1'],
    fact: 'vpc#subnet-zone',
    types: ['AWS::EC2::Subnet'],
    check: (resource, context) => {
      const network = referredAt(resource, 'VpcId', context);
      const zone = propertyAt(resource, 'AvailabilityZone')?.value;
      const name = zoneIn(zone);
      if (network?.type !== 'AWS::EC2::VPC' || network.defaults !== undefined || !zone || name === undefined) return undefined;
      const inside = namersOf(network, 'AWS::EC2::Subnet', 'VpcId', context);
      const all = context.ofType('AWS::EC2::Subnet').every((subnet) => inside.includes(subnet) || referredAt(subnet, 'VpcId', context) !== undefined);
      const same = inside.every((subnet) => zoneIn(propertyAt(subnet, 'AvailabilityZone')?.value) === name);
      if (!all || !same || inside.length < 2 || inside[0] !== resource) return undefined;
      return [{ span: zone, message: `All ${inside.length} subnets of ${network.id} are in one zone, ${name}. Spread them over two or more.` }];
    },
  },
  {
    id: 'internet-gateway-detached',
    service: 'internet-gateway',
    title: 'Internet gateway that is not attached',
    why: 'A gateway does nothing until a VPC has it attached.',
    severity: 'information',
    tasks: ['saa-c03/3.4', 'sap-2014/4.1'],
    fact: 'internet-gateway#four-conditions',
    types: ['AWS::EC2::InternetGateway'],
    check: (resource, context) =>
      resource.defaults === undefined && namedBy(resource, attachment, ['InternetGatewayId'], context) === false
        ? [{ span: resource.typeSpan, message: 'Nothing in this template attaches the gateway to a VPC. Add an AWS::EC2::VPCGatewayAttachment.' }]
        : undefined,
  },
  {
    id: 'vpc-peering-default-route',
    service: 'vpc-peering',
    title: 'Default route over a peering connection',
    why: 'Peering is not transitive: the peer passes nothing on to its gateways, so such a route drops all other traffic.',
    severity: 'information',
    tasks: ['saa-c03/3.4', 'sap-c02/1.1', 'sap-2014/4.2'],
    fact: 'vpc-peering#partial-routes',
    types: route,
    check: (resource, { template }) => {
      const peering = propertyAt(resource, 'VpcPeeringConnectionId')?.value;
      const named = peering?.kind === 'known' || (peering?.kind === 'unknown' && template.kind === 'cloudformation');
      // Of a connection in the same template, vpc-peering-transitive-route tells more.
      return named && leadsAnywhere(resource)
        ? [
            {
              span: peering,
              message: 'Everything is sent to the peer, which hands nothing on to the internet or to further networks. Name the ranges of the peer.',
            },
          ]
        : undefined;
    },
  },
  {
    id: 'vpc-route-to-internet',
    service: 'vpc',
    title: 'Route table that leads to the internet',
    why: 'Every subnet of this table becomes public; only those with load balancers and gateways need to be.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-2014/4.1'],
    fact: 'vpc#route-target',
    types: route,
    check: (resource, context) => {
      const gateway = propertyAt(resource, 'GatewayId')?.value;
      return gateway && leadsToInternet(resource, context)
        ? [
            {
              span: gateway,
              message: 'This makes every subnet of the route table public: right for load balancers and NAT gateways, not for servers and databases.',
            },
          ]
        : undefined;
    },
  },
  {
    id: 'vpc-private-subnet-public',
    service: 'vpc',
    title: 'Private subnet with a route to the internet gateway',
    why: 'A subnet is private by its route table, not by its name.',
    severity: 'information',
    tasks: ['saa-c03/1.2', 'saa-c03/3.4', 'sap-2014/4.1'],
    fact: 'vpc#public-subnet',
    types: ['AWS::EC2::SubnetRouteTableAssociation'],
    check: (resource, context) => {
      const subnet = referredAt(resource, 'SubnetId', context);
      const value = propertyAt(resource, 'RouteTableId')?.value;
      const table = referred(value, context);
      if (!value || !table || !subnet || !/private/i.test(subnet.id)) return undefined;
      const way = namersOf(table, 'AWS::EC2::Route', 'RouteTableId', context).find((one) => leadsToInternet(one, context));
      return (
        way && [{ span: value, message: `${subnet.id} is public: ${way.id} of this route table leads to an internet gateway. Route it through a NAT gateway.` }]
      );
    },
  },
  {
    id: 'ec2-default-vpc',
    service: 'vpc',
    title: 'Instance in no named subnet',
    why: 'What names no subnet lands in the default VPC, whose subnets are public.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-2014/4.1'],
    fact: 'vpc#default-vpc',
    types: ['AWS::EC2::Instance'],
    check: (resource) => {
      const unset = ['SubnetId', 'NetworkInterfaces', 'LaunchTemplate'].every((path) => placesAt(resource, path).every(isUnset));
      return unset
        ? [
            {
              span: resource.typeSpan,
              message: 'No subnet is named, so the instance starts in a public subnet of the default VPC, if the Region still has one. Set SubnetId.',
            },
          ]
        : undefined;
    },
  },
];
