import { isTrue, knownAt, numberOf, propertyAt, type Resource } from '../model';
import { overlap, parseCidr } from './cidr';
import { placesAt, single, spanOf, surely } from './demands';
import { isConditional, isWritten, nameOf, referredAt, referrers } from './references';
import type { Rule, RuleContext } from './rule';

interface Entry {
  readonly resource: Resource;
  readonly egress: boolean;
  readonly allows: boolean;
  readonly number: number;
  readonly protocol: number;
  readonly from: number;
  readonly to: number;
  readonly block: string;
}

const allPorts = 65_535;

/** A port range narrower than this is that of a service, not one of ephemeral ports. */
const narrow = 100;

/** An entry that the text says in full, for IPv4. */
function entryOf(resource: Resource): Entry | undefined {
  const [egress] = placesAt(resource, 'Egress');
  const action = knownAt(resource, 'RuleAction')?.value;
  const number = numberOf(knownAt(resource, 'RuleNumber'));
  const protocol = numberOf(knownAt(resource, 'Protocol'));
  const block = knownAt(resource, 'CidrBlock')?.value;
  const out = egress?.missing ? false : egress?.value?.kind === 'known' ? isTrue(egress.value.value) : undefined;
  const whole = protocol === -1 || (protocol !== 6 && protocol !== 17);
  const from = whole ? 0 : numberOf(knownAt(resource, 'PortRange.From'));
  const to = whole ? allPorts : numberOf(knownAt(resource, 'PortRange.To'));
  if (out === undefined || number === undefined || protocol === undefined || from === undefined || to === undefined) return undefined;
  if ((action !== 'allow' && action !== 'deny') || typeof block !== 'string') return undefined;
  return { resource, egress: out, allows: action === 'allow', number, protocol, from, to, block };
}

function entriesOf(acl: Resource, context: RuleContext): Entry[] | undefined {
  const resources = referrers(acl, context, 'AWS::EC2::NetworkAclEntry', 'NetworkAclId');
  const entries = resources
    ?.filter((resource) => !surely(resource, 'Ipv6CidrBlock', () => true))
    .map((resource) => (isConditional(resource) ? undefined : entryOf(resource)));
  const known = entries?.filter((entry) => entry !== undefined);
  return known && known.length === entries?.length ? known : undefined;
}

function isTcp({ protocol }: Entry): boolean {
  return protocol === 6 || protocol === -1;
}

function isService(entry: Entry): boolean {
  return entry.allows && entry.protocol === 6 && entry.to - entry.from < narrow;
}

/** True where replies to a client's ephemeral port may pass: all ports, or a wide range above 1023. */
function letsReplies(entry: Entry): boolean {
  return entry.allows && isTcp(entry) && entry.to > 1023 && entry.to - entry.from >= narrow;
}

function covers(wide: Entry, tight: Entry): boolean {
  const outer = parseCidr(wide.block);
  const inner = parseCidr(tight.block);
  if (!outer || !inner || outer.prefix > inner.prefix || !overlap(outer, inner)) return false;
  if (wide.protocol === -1) return true;
  return wide.protocol === tight.protocol && wide.from <= tight.from && tight.to <= wide.to;
}

export const networkAclTrafficRules: readonly Rule[] = [
  single(
    {
      id: 'vpc-network-acl-no-replies',
      service: 'vpc',
      title: 'Network ACL that lets no replies through',
      why: 'A network ACL is stateless: replies go to an ephemeral port of the caller and need a rule of their own.',
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'saa-c03/3.4', 'sap-2014/6.5'],
      fact: 'vpc#nacl-stateless',
      types: ['AWS::EC2::NetworkAclEntry'],
    },
    (resource, context) => {
      const acl = referredAt(resource, 'NetworkAclId', context);
      const ports = propertyAt(resource, 'PortRange');
      const entries = acl && isWritten(acl) ? entriesOf(acl, context) : undefined;
      const own = entries?.find((entry) => entry.resource === resource);
      if (!entries || !own || !ports || !isService(own) || entries.some((entry) => entry.egress !== own.egress && letsReplies(entry))) return undefined;
      const [request, reply] = own.egress ? ['out', 'in'] : ['in', 'out'];
      return {
        span: ports.nameSpan,
        message: `Requests to this port pass ${request}, but no entry of ${nameOf(acl ?? resource)} lets the replies ${reply}: allow ports 1024 to 65535 in that direction.`,
      };
    },
  ),
  single(
    {
      id: 'vpc-network-acl-deny-late',
      service: 'vpc',
      title: 'Deny behind an allow that takes it all in',
      why: 'Entries are tried by number and the first match decides, so a deny works only below the allow.',
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'],
      fact: 'vpc#nacl-order',
      types: ['AWS::EC2::NetworkAclEntry'],
    },
    (resource, context) => {
      const acl = referredAt(resource, 'NetworkAclId', context);
      const deny = entryOf(resource);
      const value = propertyAt(resource, 'RuleNumber')?.value;
      // The closing deny of everything only says what holds anyway.
      if (!acl || !deny || deny.allows || !value || (deny.block === '0.0.0.0/0' && deny.protocol === -1)) return undefined;
      for (const other of context.ofType('AWS::EC2::NetworkAclEntry')) {
        const allow = referredAt(other, 'NetworkAclId', context) === acl && !isConditional(other) ? entryOf(other) : undefined;
        if (!allow?.allows || allow.egress !== deny.egress || allow.number >= deny.number || !covers(allow, deny)) continue;
        return {
          span: spanOf(value),
          message: `Nothing is ever denied here: ${nameOf(other)} (${allow.number}) allows it first. Give this entry a lower number.`,
        };
      }
      return undefined;
    },
  ),
];
