import { propertyAt, type Resource } from '../model';
import { isConditional, isWritten, referred, referredAt, refersAt } from './references';
import type { RuleContext } from './rule';

/** Where the default route of a subnet leads. */
interface WayOut {
  readonly leads: 'internet' | 'nat' | 'elsewhere' | 'nowhere';
  readonly table: Resource;
  /** The NAT gateway of this template that it leads to. */
  readonly nat?: Resource;
}

const otherTargets = [
  'InstanceId',
  'NetworkInterfaceId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'VpcEndpointId',
  'CarrierGatewayId',
  'LocalGatewayId',
  'CoreNetworkArn',
  'EgressOnlyInternetGatewayId',
];

/** The IPv4 way out of a subnet, where its route table and all of its routes are in the text. */
export function wayOut(subnet: Resource | undefined, context: RuleContext): WayOut | undefined {
  const table = subnet && tableOf(subnet, context);
  if (!table) return undefined;
  const leads = new Map<WayOut['leads'], Resource | undefined>();
  for (const route of context.ofType('AWS::EC2::Route')) {
    const ours = refersAt(route, 'RouteTableId', table, context);
    if (ours === false) continue;
    if (ours === undefined || isConditional(route)) return undefined;
    const target = targetOf(route, context);
    if (!target) return undefined;
    const destination = propertyAt(route, 'DestinationCidrBlock')?.value;
    if (destination?.kind === 'known' && destination.value === '0.0.0.0/0') leads.set(target.leads, target.nat);
    else if ((destination !== undefined && destination.kind !== 'known') || target.leads === 'internet') return undefined;
  }
  const [[only = 'nowhere', nat] = ['nowhere' as const, undefined], ...others] = leads;
  return others.length > 0 ? undefined : { leads: only, table, ...(nat ? { nat } : {}) };
}

function tableOf(subnet: Resource, context: RuleContext): Resource | undefined {
  if (subnet.type !== 'AWS::EC2::Subnet' || !isWritten(subnet)) return undefined;
  const [association, ...others] = context
    .ofType('AWS::EC2::SubnetRouteTableAssociation')
    .filter((one) => refersAt(one, 'SubnetId', subnet, context) !== false);
  if (!association || others.length > 0 || isConditional(association) || refersAt(association, 'SubnetId', subnet, context) !== true) return undefined;
  const table = referredAt(association, 'RouteTableId', context);
  if (table?.type !== 'AWS::EC2::RouteTable' || !isWritten(table)) return undefined;
  const propagated = context.ofType('AWS::EC2::VPNGatewayRoutePropagation').some((one) => refersAt(one, 'RouteTableIds', table, context) !== false);
  return propagated ? undefined : table;
}

function targetOf(route: Resource, context: RuleContext): { leads: 'internet' | 'nat' | 'elsewhere'; nat?: Resource } | undefined {
  const gateway = propertyAt(route, 'GatewayId')?.value;
  if (gateway && gateway.kind !== 'absent') {
    const type = referred(gateway, context)?.type;
    if (type === 'AWS::EC2::InternetGateway' || (gateway.kind === 'known' && String(gateway.value).startsWith('igw-'))) return { leads: 'internet' };
    return type === 'AWS::EC2::VPNGateway' ? { leads: 'elsewhere' } : undefined;
  }
  const nat = propertyAt(route, 'NatGatewayId')?.value;
  if (nat && nat.kind !== 'absent') {
    const resource = referred(nat, context);
    return { leads: 'nat', ...(resource ? { nat: resource } : {}) };
  }
  return otherTargets.some((name) => propertyAt(route, name)) ? { leads: 'elsewhere' } : undefined;
}

/** The way of a subnet that leads neither to an internet gateway nor past a firewall, in words. */
export function closedWay(way: WayOut | undefined): string | undefined {
  switch (way?.leads) {
    case 'nowhere':
      return `${way.table.id} has no default route`;
    case 'nat':
      return `the default route of ${way.table.id} leads to a NAT gateway`;
    default:
      return undefined;
  }
}
