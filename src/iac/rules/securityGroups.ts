import { propertyOf, type MapValue } from '../model';
import { addressesIn, parseCidr } from './cidr';
import { isUnset, placesIn } from './demands';
import type { Report, Rule } from './rule';
import { adminPorts, dataPorts, dataPortsOfUdp, riskyPorts, riskyPortsOfUdp, type PortNames } from './ports';
import { anywhereIn, byDefault, isAnywhere, isEveryPort, isSeveral, namesOf, portsOf, rangeOf, trafficRule, type Ports } from './securityGroupTraffic';

const header = { service: 'security-groups', severity: 'warning', tasks: ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'] } as const;

/** Rules that let the whole world in, with their ports. */
function whenOpen(report: (ports: Ports) => string | undefined): (rule: MapValue) => Report[] {
  return (rule) => {
    const source = anywhereIn(rule);
    const ports = portsOf(rule);
    if (!source || !ports) return [];
    const message = report({ ...ports, preset: ports.preset || (source.kind === 'known' && source.parameter !== undefined) });
    return message === undefined ? [] : [{ span: source, message }];
  };
}

export const checkAdminPorts = whenOpen((ports) => {
  const names = ports.protocol === 'udp' ? undefined : namesOf(ports, adminPorts);
  if (names === undefined) return undefined;
  if (ports.protocol === 'all') {
    return `Every port, ${names} among them, is open to the whole internet${byDefault(ports)}. Open only the port that is served, to those who need it.`;
  }
  const are = isSeveral(ports, adminPorts) ? 'are' : 'is';
  return `${names} ${are} open to the whole internet${byDefault(ports)}. Use Session Manager or EC2 Instance Connect, or name your own addresses.`;
});

/** The ports of a range that are named in a list. Where every port is open, another rule says so. */
function namedPorts(ports: Ports, ofTcp: PortNames, ofUdp: PortNames): string | undefined {
  return isEveryPort(ports) ? undefined : namesOf(ports, ports.protocol === 'udp' ? ofUdp : ofTcp);
}

export const securityGroupRules: readonly Rule[] = [
  trafficRule(
    {
      ...header,
      id: 'security-group-open-all-ports',
      title: 'Every port open to the internet',
      why: 'A rule for all ports admits every scanner to whatever listens on the machine, today and after the next installation.',
      fact: 'security-groups#open-ports',
    },
    'Ingress',
    whenOpen((ports) => {
      if (!isEveryPort(ports)) return undefined;
      const what = ports.protocol === 'all' ? 'All traffic of every protocol' : `Every ${ports.protocol.toUpperCase()} port`;
      return `${what} is let in from the whole internet${byDefault(ports)}. Allow the ports that are served, from those who need them.`;
    }),
  ),
  trafficRule(
    {
      ...header,
      id: 'security-group-open-database-port',
      title: 'Database port open to the internet',
      why: 'A database that anyone can reach is one stolen password or one flaw away from being read by anyone.',
      fact: 'security-groups#open-ports',
    },
    'Ingress',
    whenOpen((ports) => {
      const names = namedPorts(ports, dataPorts, dataPortsOfUdp);
      return names && `Open to the whole internet${byDefault(ports)}: ${names}. Admit the security group of the application only.`;
    }),
  ),
  trafficRule(
    {
      ...header,
      id: 'security-group-open-risky-port',
      title: 'Sensitive port open to the internet',
      why: 'File shares, remote control, mail and consoles of development are what scanners of the internet look for.',
      fact: 'security-groups#open-ports',
    },
    'Ingress',
    whenOpen((ports) => {
      const names = namedPorts(ports, riskyPorts, riskyPortsOfUdp);
      return (
        names && `The whole internet can reach ports${byDefault(ports)} that are usual for ${names}. Name the addresses or the security group of the callers.`
      );
    }),
  ),
  trafficRule(
    {
      ...header,
      id: 'security-group-open-other-port',
      title: 'Unusual port open to the internet',
      why: 'Beyond 80 and 443 few services are meant for everybody; each open port is one more way in.',
      severity: 'information',
      fact: 'security-groups#open-ports',
    },
    'Ingress',
    whenOpen((ports) => {
      const web = ports.from === ports.to && (ports.from === 80 || ports.from === 443);
      if (web || isEveryPort(ports) || namedPorts(ports, dataPorts, dataPortsOfUdp) || namedPorts(ports, riskyPorts, riskyPortsOfUdp)) return undefined;
      if (ports.protocol === 'tcp' && namesOf(ports, adminPorts) !== undefined) return undefined;
      return `The whole internet can reach ${rangeOf(ports)} (${ports.protocol.toUpperCase()})${byDefault(ports)}. Public services stand on 80 or 443; name who needs this one.`;
    }),
  ),
  trafficRule(
    {
      ...header,
      id: 'security-group-open-http',
      title: 'Port 80 open to the internet',
      why: 'Plain HTTP can be read and changed on the way; it is of use only to send visitors on to HTTPS.',
      severity: 'hint',
      fact: 'security-groups#open-ports',
    },
    'Ingress',
    whenOpen((ports) => {
      if (ports.protocol !== 'tcp' || isEveryPort(ports) || ports.from > 80 || ports.to < 80) return undefined;
      return `HTTP (port 80) is open to the whole internet${byDefault(ports)}, without encryption. Keep it only where all it does is redirect to HTTPS.`;
    }),
  ),
  trafficRule(
    {
      ...header,
      id: 'security-group-open-https',
      title: 'Port 443 open to the internet',
      why: 'A public door is right in front of a load balancer or a public site, and wrong in front of anything behind them.',
      severity: 'hint',
      fact: 'security-groups#edge-only',
    },
    'Ingress',
    whenOpen((ports) => {
      if (ports.protocol !== 'tcp' || ports.from !== 443 || ports.to !== 443) return undefined;
      return `HTTPS (port 443) is open to the whole internet${byDefault(ports)}: right for a public endpoint. Behind a load balancer or CloudFront, admit those alone.`;
    }),
  ),
  trafficRule(
    {
      ...header,
      id: 'security-group-wide-source',
      title: 'Inbound rule for a range of addresses',
      why: 'Every host of a range gets in, those that the range gains later too; a security group as source admits its members only.',
      severity: 'hint',
      service: 'vpc',
      fact: 'vpc#sg-reference',
    },
    'Ingress',
    (rule) =>
      ['CidrIp', 'CidrIpv6'].flatMap((name): Report[] => {
        const value = propertyOf(rule, name)?.value;
        const size = value?.kind === 'known' ? sizeOf(String(value.value)) : undefined;
        if (!value || size === undefined) return [];
        return [{ span: value, message: `${size} may come in here. Name single hosts (/32, or /128 for IPv6), or better the security group of the callers.` }];
      }),
  ),
  trafficRule(
    {
      ...header,
      id: 'security-group-all-protocols',
      title: 'Inbound rule for all protocols',
      why: 'Protocol -1 lets in every port of every protocol, while a service needs one port of one.',
      severity: 'hint',
      fact: 'security-groups#all-protocols',
    },
    'Ingress',
    (rule) => forAllProtocols(rule, 'Everything may come in from this source, on every port. Name the protocol and the port that is served.'),
  ),
  rangeRule('Ingress', 'security-group-port-range', 'Inbound rule for a range of ports', 'come in on'),
  rangeRule('Egress', 'security-group-egress-port-range', 'Outbound rule for a range of ports', 'go out on'),
  trafficRule(
    {
      ...header,
      id: 'security-group-egress-all',
      title: 'Outbound rule for everything',
      why: 'With all ports open towards the internet a stolen machine can send data anywhere and call home on any port.',
      severity: 'hint',
      service: 'vpc',
      fact: 'vpc#sg-egress-cidr',
    },
    'Egress',
    whenOpen((ports) =>
      isEveryPort(ports)
        ? `Everything may go out to anywhere${byDefault(ports)}, as it may without any rule. Name the ports and peers that are needed, such as HTTPS or a database.`
        : undefined,
    ),
  ),
  trafficRule(
    {
      ...header,
      id: 'security-group-egress-anywhere',
      title: 'Outbound rule to the whole internet',
      why: 'Where only a few services are called, a way out to all addresses is a way for data to leave.',
      severity: 'hint',
      service: 'vpc',
      fact: 'vpc#sg-egress-cidr',
    },
    'Egress',
    whenOpen((ports) =>
      isEveryPort(ports)
        ? undefined
        : `This allows connections to any address, on ${rangeOf(ports)}${byDefault(ports)}. Where the peers are known, name their security groups, prefix lists or ranges.`,
    ),
  ),
  trafficRule(
    {
      ...header,
      id: 'security-group-egress-all-protocols',
      title: 'Outbound rule for all protocols',
      why: 'Protocol -1 lets out every port of every protocol, while a client needs few.',
      severity: 'hint',
      fact: 'security-groups#all-protocols',
    },
    'Egress',
    (rule) => forAllProtocols(rule, 'Everything may go out to this peer, on every port. Name the protocol and the port that is called.'),
  ),
  descriptionRule('Ingress', 'security-group-rule-description', 'Inbound rule without description'),
  descriptionRule('Egress', 'security-group-egress-description', 'Outbound rule without description'),
];

/** How many addresses a range takes in, in words; nothing for one host, for every address, and where it is no range. */
function sizeOf(text: string): string | undefined {
  if (isAnywhere(text)) return undefined;
  if (text.includes(':')) {
    const [, prefix] = /^[\da-f:.]+\/(\d{1,3})$/i.exec(text) ?? [];
    return prefix === undefined || Number(prefix) >= 128 ? undefined : `A whole /${prefix} of IPv6`;
  }
  const block = parseCidr(text);
  return block && block.prefix < 32 ? `${addressesIn(block).toLocaleString('en-US')} addresses` : undefined;
}

/** A rule for all protocols whose peer is not the whole world, which other rules report. */
function forAllProtocols(rule: MapValue, message: string): Report[] {
  const protocol = propertyOf(rule, 'IpProtocol')?.value;
  return protocol && portsOf(rule)?.protocol === 'all' && !anywhereIn(rule) ? [{ span: protocol, message }] : [];
}

function rangeRule(direction: 'Ingress' | 'Egress', id: string, title: string, verb: string): Rule {
  return trafficRule(
    {
      ...header,
      id,
      title,
      why: 'Every port of a range is open, whether something is meant to listen there or not.',
      severity: 'hint',
      service: 'vpc',
      fact: 'vpc#sg-port',
    },
    direction,
    (rule) => {
      const ports = portsOf(rule);
      const span = propertyOf(rule, 'FromPort')?.value;
      if (!ports || !span || ports.protocol === 'all' || ports.from === ports.to) return [];
      const count = (ports.to - ports.from + 1).toLocaleString('en-US');
      return [
        {
          span,
          message: `Traffic may ${verb} ${count} ports (${ports.from} to ${ports.to})${byDefault(ports)}. One rule for each port that is used shows what is needed.`,
        },
      ];
    },
  );
}

function descriptionRule(direction: 'Ingress' | 'Egress', id: string, title: string): Rule {
  return trafficRule(
    {
      ...header,
      id,
      title,
      why: 'A year later nobody knows why a rule without description is there, so nobody dares to remove it.',
      severity: 'hint',
      fact: 'security-groups#rule-description',
    },
    direction,
    (rule, place) =>
      placesIn(rule, 'Description', place)
        .filter(isUnset)
        .map(({ span }) => ({ span, message: 'No description says what this rule is for, or who asked for it. Add a Description.' })),
  );
}
