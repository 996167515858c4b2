import { knownAt, propertyAt, type Resource } from '../model';
import { addressesIn, overlap, parseCidr } from './cidr';
import { single, spanOf } from './demands';
import { isConditional, isUnreferred, isWritten, nameOf, referredAt, referrers } from './references';
import type { Report, Rule, RuleContext } from './rule';

const peering = ['AWS::EC2::VPCPeeringConnection'];

interface Side {
  readonly vpc: Resource;
  readonly routes: readonly Resource[];
}

/** Both sides of a peering with the routes into it, where both VPCs and all of the routes are in the text. */
function sidesOf(resource: Resource, context: RuleContext): readonly [Side, Side] | undefined {
  const own = referredAt(resource, 'VpcId', context);
  const peer = referredAt(resource, 'PeerVpcId', context);
  const routes = referrers(resource, context, 'AWS::EC2::Route', 'VpcPeeringConnectionId');
  if (!own || !peer || own === peer || !routes || ![own, peer].every((vpc) => vpc.type === 'AWS::EC2::VPC' && isWritten(vpc))) return undefined;
  const placed = routes.map((route) => {
    const table = referredAt(route, 'RouteTableId', context);
    return { route, vpc: table && referredAt(table, 'VpcId', context) };
  });
  if (placed.some(({ vpc }) => vpc !== own && vpc !== peer)) return undefined;
  const side = (of: Resource): Side => ({ vpc: of, routes: placed.filter(({ vpc }) => vpc === of).map(({ route }) => route) });
  return [side(own), side(peer)];
}

function pairOf(resource: Resource, context: RuleContext): string | undefined {
  const ends = ['VpcId', 'PeerVpcId'].map((path) => referredAt(resource, path, context));
  return ends.every((end) => end?.type === 'AWS::EC2::VPC') && !isConditional(resource)
    ? ends
        .map((end) => (end ? nameOf(end) : ''))
        .sort()
        .join(' ')
    : undefined;
}

export const acrossPeeringRules: readonly Rule[] = [
  single(
    {
      id: 'vpc-peering-routes-missing',
      service: 'vpc-peering',
      title: 'Peering without routes on both sides',
      why: 'A peering connection carries nothing until each side has a route to the range of the other.',
      severity: 'warning',
      tasks: ['saa-c03/3.4', 'sap-c02/1.1', 'sap-2014/4.2'],
      fact: 'vpc-peering#routes-both-sides',
      types: peering,
    },
    (resource, context) => {
      const without = sidesOf(resource, context)?.filter(({ routes }) => routes.length === 0);
      if (!without || without.length === 0) return undefined;
      const names = without.map(({ vpc }) => vpc.id);
      const where = names.length > 1 ? `Neither in ${names.join(' nor in ')} is there a route` : `There is no route in ${names.join('')}`;
      return { span: resource.typeSpan, message: `${where} into this connection. Both VPCs need one to the range of the other, or nothing flows.` };
    },
  ),
  {
    id: 'vpc-peering-transitive-route',
    service: 'vpc-peering',
    title: 'Route through a peered VPC to somewhere else',
    why: 'Peering is not transitive: it reaches the ranges of the peer, not what lies behind it.',
    severity: 'warning',
    tasks: ['saa-c03/3.4', 'sap-c02/1.1', 'sap-2014/4.2'],
    fact: 'vpc-peering#not-transitive',
    types: peering,
    check: (resource, context) => {
      const [own, peer] = sidesOf(resource, context) ?? [];
      if (!own || !peer) return undefined;
      const through = ({ routes }: Side, { vpc: target }: Side): Report[] => {
        const range = parseCidr(String(knownAt(target, 'CidrBlock')?.value));
        if (!range || !isUnreferred(target, context, 'AWS::EC2::VPCCidrBlock', 'VpcId')) return [];
        return routes.flatMap((route): Report[] => {
          const value = propertyAt(route, 'DestinationCidrBlock')?.value;
          const destination = value?.kind === 'known' ? parseCidr(String(value.value)) : undefined;
          if (!value || !destination) return [];
          const everywhere = addressesIn(destination) === 2 ** 32;
          if (!everywhere && overlap(destination, range)) return [];
          const message = everywhere
            ? `The internet gateway or NAT of ${target.id} cannot be used through a peering. Give this VPC a way out of its own, or use a transit gateway.`
            : `This range is not in ${target.id}: peering does not carry traffic on to a third network. Peer with that one, or use a transit gateway.`;
          return [{ span: spanOf(value), resource: route, message }];
        });
      };
      return [...through(own, peer), ...through(peer, own)];
    },
  },
  single(
    {
      id: 'vpc-peering-twice',
      service: 'vpc-peering',
      title: 'Two peerings between the same VPCs',
      why: 'AWS refuses a second connection between two VPCs.',
      severity: 'warning',
      tasks: ['sap-c02/1.1', 'sap-2014/4.2'],
      fact: 'vpc-peering#one-per-pair',
      types: peering,
    },
    (resource, context) => {
      const pair = pairOf(resource, context);
      const all = context.ofType('AWS::EC2::VPCPeeringConnection');
      const earlier = all.slice(0, all.indexOf(resource)).find((other) => pair !== undefined && pairOf(other, context) === pair);
      return earlier && { span: resource.typeSpan, message: `${earlier.id} joins the same two VPCs already; a second peering between them is refused.` };
    },
  ),
];
