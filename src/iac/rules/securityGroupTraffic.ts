import type { Span } from '../../syntax/node';
import { always, numberOf, propertyAt, propertyOf, type MapValue, type Value } from '../model';
import type { RuleHeader } from './demands';
import type { PortNames } from './ports';
import type { Report, Rule } from './rule';

export type Direction = 'Ingress' | 'Egress';

export const securityGroup = 'AWS::EC2::SecurityGroup';

/** Looks at each rule of a direction, whether it stands in the group or is a resource of its own. `place` is where a missing property is reported. */
export function trafficRule(header: Omit<RuleHeader, 'types'>, direction: Direction, check: (rule: MapValue, place: Span) => Report[]): Rule {
  const own = `AWS::EC2::SecurityGroup${direction}`;
  return {
    ...header,
    types: [securityGroup, own],
    check: (resource) => {
      if (resource.type === own) return check(resource.properties, resource.typeSpan);
      const rules = propertyAt(resource, `SecurityGroup${direction}`)?.value;
      return rules ? inspect(rules, check) : undefined;
    },
  };
}

/** Of several by a condition, all must be reported. */
function inspect(value: Value, check: (rule: MapValue, place: Span) => Report[]): Report[] {
  switch (value.kind) {
    case 'map':
      return check(value, { start: value.start, end: value.end });
    case 'list':
      return value.items.flatMap((item) => inspect(item, check));
    case 'one-of': {
      const branches = value.values.map((one) => inspect(one, check));
      return branches.every((reports) => reports.length > 0) ? branches.flat() : [];
    }
    default:
      return [];
  }
}

/** Any address with a prefix of no bits means all of them: `0.0.0.0/0`, `::/0`, `::0/0`. */
export function isAnywhere(block: string | number | boolean | null): boolean {
  return typeof block === 'string' && /^\s*[\da-f.:]+\/0+\s*$/i.test(block);
}

/** The block of a rule that stands for every address. */
export function anywhereIn(rule: MapValue): Value | undefined {
  return ['CidrIp', 'CidrIpv6'].map((name) => propertyOf(rule, name)?.value).find((value) => always(value, isAnywhere));
}

export interface Ports {
  readonly protocol: 'all' | 'tcp' | 'udp';
  readonly from: number;
  readonly to: number;
  /** True where a parameter's default decides one of them. */
  readonly preset: boolean;
}

/** The ports that a rule is about, where the text makes them certain; none for protocols without ports. */
export function portsOf(rule: MapValue): Ports | undefined {
  const [ip, first, last] = ['IpProtocol', 'FromPort', 'ToPort'].map((name) => propertyOf(rule, name)?.value);
  const protocol = ip?.kind === 'known' ? protocolNamed(String(ip.value)) : undefined;
  if (protocol === undefined) return undefined;
  if (protocol === 'all') return { protocol, from: 0, to: 65535, preset: isPreset(ip) };
  const from = numberOf(first);
  const to = numberOf(last);
  if (from === undefined || to === undefined || from < 0 || to < from) return undefined;
  return { protocol, from, to, preset: [ip, first, last].some(isPreset) };
}

function protocolNamed(text: string): Ports['protocol'] | undefined {
  switch (text.trim().toLowerCase()) {
    case '-1':
    case 'all':
      return 'all';
    case 'tcp':
    case '6':
      return 'tcp';
    case 'udp':
    case '17':
      return 'udp';
    default:
      return undefined;
  }
}

function isPreset(value: Value | undefined): boolean {
  return value?.kind === 'known' && value.parameter !== undefined;
}

export function isEveryPort({ protocol, from, to }: Ports): boolean {
  return protocol === 'all' || (from <= 1 && to >= 65535);
}

/** The named ports within a range, in words: `SSH (port 22) and RDP (port 3389)`; nothing where there are none. */
export function namesOf({ from, to }: Pick<Ports, 'from' | 'to'>, names: PortNames): string | undefined {
  const found = [...names].filter(([port]) => from <= port && port <= to).map(([port, name]) => `${name} (port ${port})`);
  if (found.length > 3) return `${found.slice(0, 3).join(', ')} and ${found.length - 3} more`;
  return found.length > 1 ? `${found.slice(0, -1).join(', ')} and ${found.at(-1) ?? ''}` : found[0];
}

export function isSeveral({ from, to }: Pick<Ports, 'from' | 'to'>, names: PortNames): boolean {
  return [...names.keys()].filter((port) => from <= port && port <= to).length > 1;
}

/** Where the ports come from a parameter, the message says that they hold by default. */
export function byDefault({ preset }: Ports): string {
  return preset ? ' by default' : '';
}

export function rangeOf({ protocol, from, to }: Ports): string {
  return protocol === 'all' ? 'every port' : from === to ? `port ${from}` : `ports ${from} to ${to}`;
}
