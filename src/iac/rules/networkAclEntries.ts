import { always, isTrue, knownAt, numberOf, propertyAt, type Resource, type Value } from '../model';
import { addressesIn, parseCidr } from './cidr';
import { isUnset, passes, placesAt, required } from './demands';
import { adminPorts } from './ports';
import { isConditional, isSame, namedBy } from './references';
import type { Rule, RuleContext } from './rule';
import { isAnywhere, namesOf } from './securityGroupTraffic';

const service = 'network-acl';
const entry = ['AWS::EC2::NetworkAclEntry'];
const header = { service, tasks: ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'], types: entry } as const;
/** FTP goes in the clear and is asked about together with remote administration. */
const guardedPorts = new Map([[20, 'FTP'], [21, 'FTP'], ...adminPorts] as const);

/** The direction of an entry: inbound unless Egress says otherwise. */
function isOutbound(resource: Resource): boolean | undefined {
  const [place] = placesAt(resource, 'Egress');
  return place?.missing ? false : place?.value && passes(place.value, isTrue, false);
}

function does(resource: Resource, action: 'allow' | 'deny'): boolean {
  return always(propertyAt(resource, 'RuleAction')?.value, (value) => String(value).toLowerCase() === action);
}

/** The block of an entry that stands for every address. */
function anywhereOf(resource: Resource): Value | undefined {
  return ['CidrBlock', 'Ipv6CidrBlock'].map((name) => propertyAt(resource, name)?.value).find((value) => always(value, isAnywhere));
}

interface Ports {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

/** Protocol -1 means every port, whatever range is written beside it. */
function portsOf(resource: Resource): Ports | undefined {
  const protocol = knownAt(resource, 'Protocol')?.value;
  if (protocol === undefined) return undefined;
  if (String(protocol) === '-1') return { protocol: 'all', from: 0, to: 65535 };
  const name = { '6': 'TCP', '17': 'UDP' }[String(protocol)];
  const from = numberOf(propertyAt(resource, 'PortRange.From')?.value);
  const to = numberOf(propertyAt(resource, 'PortRange.To')?.value);
  return name === undefined || from === undefined || to === undefined ? undefined : { protocol: name, from, to };
}

function isEveryPort({ protocol, from, to }: Ports): boolean {
  return protocol === 'all' || (from <= 1 && to >= 65535);
}

/** Other entries of the same ACL and direction. What stands under a condition may never be there together with it. */
function siblings(resource: Resource, context: RuleContext): Resource[] {
  const list = propertyAt(resource, 'NetworkAclId')?.value;
  const outbound = isOutbound(resource);
  if (outbound === undefined || isConditional(resource)) return [];
  return context
    .ofType('AWS::EC2::NetworkAclEntry')
    .filter((other) => other !== resource && !isConditional(other) && isOutbound(other) === outbound && isSame(propertyAt(other, 'NetworkAclId')?.value, list));
}

function covers(one: Resource, other: Resource): boolean {
  const [wide, narrow] = [portsOf(one), portsOf(other)];
  if (!wide || !narrow) return false;
  const ports = wide.protocol === 'all' || (wide.protocol === narrow.protocol && wide.from <= narrow.from && narrow.to <= wide.to);
  return ports && ['CidrBlock', 'Ipv6CidrBlock'].some((name) => holds(knownAt(one, name)?.value, knownAt(other, name)?.value));
}

/** True where one block takes in the other. */
function holds(one: string | number | boolean | null | undefined, other: string | number | boolean | null | undefined): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  if (isAnywhere(one) || one === other) return true;
  const [wide, narrow] = [parseCidr(one), parseCidr(other)];
  return wide !== undefined && narrow !== undefined && wide.first <= narrow.first && narrow.first + addressesIn(narrow) <= wide.first + addressesIn(wide);
}

export const networkAclEntryRules: readonly Rule[] = [
  {
    ...header,
    id: 'network-acl-open-admin-port',
    title: 'Network ACL that lets the internet reach administration',
    why: 'Where the ACL of a subnet stops SSH, RDP and FTP from outside, a careless security group cannot open them.',
    severity: 'information',
    fact: 'network-acl#second-lock',
    check: (resource) => {
      const source = anywhereOf(resource);
      const ports = portsOf(resource);
      const names = ports && ports.protocol !== 'UDP' ? namesOf(ports, guardedPorts) : undefined;
      if (!source || names === undefined || isOutbound(resource) !== false || !does(resource, 'allow')) return undefined;
      return [
        {
          span: source,
          message: `This admits ${names} from the whole internet into the subnet. Allow the ports that are served, or name the addresses of the administrators.`,
        },
      ];
    },
  },
  {
    ...header,
    id: 'network-acl-all-protocols',
    title: 'Network ACL entry for all protocols',
    why: 'An entry for protocol -1 opens every port of every protocol; the ACL then filters nothing.',
    severity: 'hint',
    fact: 'network-acl#protocol',
    check: (resource) => {
      const protocol = knownAt(resource, 'Protocol');
      if (!protocol || String(protocol.value) !== '-1' || !does(resource, 'allow')) return undefined;
      return [
        {
          span: protocol,
          message: 'Protocol -1 allows every port of every protocol, and a port range beside it is ignored. Name the protocol, 6 for TCP or 17 for UDP.',
        },
      ];
    },
  },
  {
    ...header,
    id: 'network-acl-all-ports',
    title: 'Network ACL entry for all ports',
    why: 'An entry for ports 0 to 65535 adds nothing to what the security groups decide.',
    severity: 'hint',
    fact: 'vpc-traffic-control#both-must-allow',
    check: (resource) => {
      const ports = portsOf(resource);
      const span = propertyAt(resource, 'PortRange')?.nameSpan;
      if (!ports || !span || ports.protocol === 'all' || !isEveryPort(ports) || !does(resource, 'allow')) return undefined;
      return [{ span, message: `Every ${ports.protocol} port is allowed. Name the ports that are served, and 1024 to 65535 for the replies.` }];
    },
  },
  {
    ...header,
    id: 'network-acl-no-port-range',
    title: 'Network ACL entry without a port range',
    why: 'TCP and UDP entries have to say which ports they are about; without them the entry is refused.',
    severity: 'warning',
    fact: 'network-acl#protocol',
    check: (resource) => {
      if (!always(propertyAt(resource, 'Protocol')?.value, (protocol) => ['6', '17'].includes(String(protocol)))) return undefined;
      const [place] = ['PortRange.From', 'PortRange.To'].flatMap((path) => placesAt(resource, path)).filter(isUnset);
      return place && [{ span: place.span, message: 'An entry for TCP or UDP needs PortRange with From and To.' }];
    },
  },
  required(
    {
      ...header,
      id: 'network-acl-no-icmp-type',
      title: 'Network ACL entry for ICMP without a type',
      why: 'ICMP entries have to say which type and code they are about; -1 stands for all.',
      severity: 'warning',
      fact: 'network-acl#protocol',
    },
    {
      paths: ['Icmp.Type'],
      when: (resource) => always(propertyAt(resource, 'Protocol')?.value, (protocol) => ['1', '58'].includes(String(protocol))),
      message: 'An entry for ICMP needs Icmp with Type and Code; -1 stands for all of them.',
    },
  ),
  {
    ...header,
    id: 'network-acl-open-inbound',
    title: 'Network ACL entry that admits the whole internet',
    why: 'Subnets without public services need no traffic that comes from anywhere.',
    severity: 'hint',
    fact: 'network-acl#everything-in-it',
    check: (resource) => {
      const source = anywhereOf(resource);
      const ports = portsOf(resource);
      if (!source || !ports || isEveryPort(ports) || isOutbound(resource) !== false || !does(resource, 'allow')) return undefined;
      if (ports.protocol !== 'UDP' && namesOf(ports, guardedPorts) !== undefined) return undefined;
      return [
        {
          span: source,
          message: `The whole internet may send to ${ports.protocol} ports ${ports.from} to ${ports.to}: right for a public subnet and for replies from outside, else name the range.`,
        },
      ];
    },
  },
  {
    ...header,
    id: 'network-acl-open-outbound',
    title: 'Network ACL entry that lets traffic out to anywhere',
    why: 'A subnet that only answers its neighbours has no need of a way to every address.',
    severity: 'hint',
    fact: 'network-acl#everything-in-it',
    check: (resource) => {
      const target = anywhereOf(resource);
      const ports = portsOf(resource);
      if (!target || !ports || isOutbound(resource) !== true || !does(resource, 'allow')) return undefined;
      const what = ports.protocol === 'all' ? 'Everything' : `${ports.protocol} to ports ${ports.from} to ${ports.to}`;
      return [{ span: target, message: `${what} may leave the subnet for any address. Where its peers are known, name their ranges.` }];
    },
  },
  {
    ...header,
    id: 'network-acl-duplicate-number',
    title: 'Two network ACL entries with one number',
    why: 'A number is used once for each direction; the second entry fails or replaces the first.',
    severity: 'warning',
    fact: 'network-acl#number-once',
    check: (resource, context) => {
      const number = knownAt(resource, 'RuleNumber');
      if (numberOf(number) === undefined || !number) return undefined;
      const { resources } = context.template;
      const first = siblings(resource, context).find(
        (other) => numberOf(knownAt(other, 'RuleNumber')) === numberOf(number) && resources.indexOf(other) < resources.indexOf(resource),
      );
      return first && [{ span: number, message: `${first.id} has the number ${String(number.value)} already, in the same ACL and direction.` }];
    },
  },
  {
    ...header,
    id: 'network-acl-allow-late',
    title: 'Network ACL entry that allows what is denied before',
    why: 'Entries are tried from the lowest number and the first match decides, so nothing behind a wider deny gets through.',
    severity: 'information',
    service: 'vpc',
    fact: 'vpc#nacl-order',
    check: (resource, context) => {
      const number = knownAt(resource, 'RuleNumber');
      const place = numberOf(number);
      if (!number || place === undefined || !does(resource, 'allow')) return undefined;
      const wider = siblings(resource, context).find((other) => {
        const before = numberOf(knownAt(other, 'RuleNumber'));
        return before !== undefined && before < place && does(other, 'deny') && covers(other, resource);
      });
      return wider && [{ span: number, message: `${wider.id} has a lower number and denies all of this first. Give this entry the lower number.` }];
    },
  },
  {
    id: 'network-acl-unused',
    service,
    title: 'Network ACL of no subnet',
    why: 'An ACL without a subnet filters nothing; the subnets keep the open default one.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'network-acl#inside-subnet',
    types: ['AWS::EC2::NetworkAcl'],
    check: (resource, context) =>
      resource.defaults === undefined && namedBy(resource, 'AWS::EC2::SubnetNetworkAclAssociation', ['NetworkAclId'], context) === false
        ? [
            {
              span: resource.typeSpan,
              message: 'Nothing in this template associates the ACL with a subnet, so it filters nothing. Add a SubnetNetworkAclAssociation.',
            },
          ]
        : undefined,
  },
];
