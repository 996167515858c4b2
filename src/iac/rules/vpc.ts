import { always, isAbsent, knownAt, propertyAt, type Resource } from '../model';
import { overlap, parseCidr } from './cidr';
import type { Rule } from './rule';
import { checkAdminPorts } from './securityGroups';
import { trafficRule } from './securityGroupTraffic';

function blockOf(resource: Resource | undefined): string | undefined {
  const value = resource && knownAt(resource, 'CidrBlock')?.value;
  return typeof value === 'string' ? value : undefined;
}

export const vpcRules: readonly Rule[] = [
  trafficRule(
    {
      id: 'vpc-open-admin-port',
      service: 'vpc',
      title: 'Administration open to the internet',
      why: 'Open SSH and RDP are found by scanners within minutes; managed access needs no open port.',
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'],
      fact: 'vpc#sg-cidr',
    },
    'Ingress',
    checkAdminPorts,
  ),
  {
    id: 'vpc-cidr-size',
    service: 'vpc',
    title: 'Block of a size that AWS does not take',
    why: 'A VPC and its subnets are between /16 and /28.',
    severity: 'warning',
    tasks: ['saa-c03/3.4', 'sap-2014/4.1'],
    fact: 'vpc#cidr-size',
    types: ['AWS::EC2::VPC', 'AWS::EC2::Subnet'],
    check: (resource) => {
      const block = knownAt(resource, 'CidrBlock');
      const cidr = block && parseCidr(String(block.value));
      if (!cidr || (cidr.prefix >= 16 && cidr.prefix <= 28)) return undefined;
      return [{ span: block, message: `A /${cidr.prefix} is not possible: blocks run from /16 to /28.` }];
    },
  },
  {
    id: 'vpc-subnet-outside',
    service: 'vpc',
    title: 'Subnet outside its VPC',
    why: 'A subnet lies within a block of its VPC.',
    severity: 'warning',
    tasks: ['saa-c03/3.4'],
    fact: 'vpc#subnet-size',
    types: ['AWS::EC2::Subnet'],
    check: (resource, context) => {
      const reference = propertyAt(resource, 'VpcId')?.value;
      const vpc = reference?.kind === 'reference' ? context.resource(reference.target) : undefined;
      const block = knownAt(resource, 'CidrBlock');
      const inner = block && parseCidr(String(block.value));
      const outer = parseCidr(blockOf(vpc) ?? '');
      if (!inner || !outer || overlap(inner, outer)) return undefined;
      if (context.ofType('AWS::EC2::VPCCidrBlock').length > 0) return undefined;
      return [{ span: block, message: `${String(block.value)} lies outside ${blockOf(vpc) ?? ''}, the block of ${vpc?.id ?? 'its VPC'}.` }];
    },
  },
  {
    id: 'vpc-peering-overlap',
    service: 'vpc-peering',
    title: 'Peering of VPCs that overlap',
    why: 'VPCs whose blocks overlap cannot be peered, not even when the traffic would never touch the overlap.',
    severity: 'warning',
    tasks: ['sap-c02/1.1', 'sap-2014/4.2'],
    fact: 'vpc-peering#no-overlap',
    types: ['AWS::EC2::VPCPeeringConnection'],
    check: (resource, context) => {
      const sides = ['VpcId', 'PeerVpcId'].map((name) => {
        const value = propertyAt(resource, name)?.value;
        return value?.kind === 'reference' ? context.resource(value.target) : undefined;
      });
      const [own, peer] = sides.map((side) => parseCidr(blockOf(side) ?? ''));
      if (!own || !peer || !overlap(own, peer)) return undefined;
      return [
        {
          span: resource.typeSpan,
          message: `${sides.map((side) => `${side?.id ?? ''} (${blockOf(side) ?? ''})`).join(' and ')} overlap, so they cannot be peered.`,
        },
      ];
    },
  },
  {
    id: 'vpc-one-nat-gateway',
    service: 'vpc',
    title: 'One NAT gateway for several zones',
    why: 'When the zone of a zonal NAT gateway fails, every subnet that routes through it loses the internet.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.1'],
    fact: 'vpc#egress-zone-failure',
    types: ['AWS::EC2::NatGateway'],
    check: (resource, context) => {
      const gateways = context.ofType('AWS::EC2::NatGateway');
      const mode = propertyAt(resource, 'AvailabilityMode')?.value;
      if (gateways.length !== 1 || (mode ? !always(mode, (value) => value === 'zonal') : !isAbsent(resource, 'AvailabilityMode'))) return undefined;
      const routes = context.ofType('AWS::EC2::Route').filter((route) => {
        const target = propertyAt(route, 'NatGatewayId')?.value;
        return target?.kind === 'reference' && target.target === (resource.holder ?? resource.id);
      });
      const tables = new Set(
        routes.flatMap((route) => {
          const table = propertyAt(route, 'RouteTableId')?.value;
          return table?.kind === 'reference' && context.resource(table.target)?.type === 'AWS::EC2::RouteTable' ? [table.target] : [];
        }),
      );
      if (tables.size < 2) return undefined;
      return [
        {
          span: resource.typeSpan,
          message: `${tables.size} route tables go out through this one gateway. Put one into each zone that has private subnets, or use a regional NAT gateway.`,
        },
      ];
    },
  },
];
