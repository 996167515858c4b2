import type { RuleCase } from './cases';
import { joined, settings, type Settings } from './settingCases';

const securityGroup = 'AWS::EC2::SecurityGroup';

/** Rules of security groups, in the group itself and as resources of their own; `missing` are those that lack something. */
function traffic(direction: 'Ingress' | 'Egress', { missing = [], fails = [], passes, unknown }: Settings): RuleCase {
  const inline = (rule: string): string => `SecurityGroup${direction}: [{ ${rule} }]`;
  // The span of a flow map in YAML ends before its bracket, that of an object after it.
  const lacking = missing.map((rule) => settings(securityGroup, { fails: [`SecurityGroup${direction}: [«{ ${rule} }»]`], passes: [] }));
  return joined(
    ...lacking.map(({ yaml, cdk }) => ({ yaml: { ...yaml, fails: String(yaml.fails).replace(' }»', '» }') }, cdk })),
    settings(securityGroup, {
      fails: fails.map(inline),
      passes: [...passes.map(inline), 'VpcId: vpc-1'],
      unknown: [...(unknown ?? fails.map(unsure)).map(inline), `SecurityGroup${direction}: UNKNOWN`, `SecurityGroup${direction}: [UNKNOWN]`],
    }),
    settings(`AWS::EC2::SecurityGroup${direction}`, { missing, fails, passes, unknown: unknown ?? fails.map(unsure) }),
  );
}

function unsure(rule: string): string {
  return rule.replace(/(?:!Ref )?['"]?«[^»]*»['"]?/, 'UNKNOWN');
}

const tcp = (from: number | string, to: number | string, rest: string): string => `IpProtocol: tcp, FromPort: ${from}, ToPort: ${to}, ${rest}`;
const open = (from: number | string, to: number | string, source = 'CidrIp: «0.0.0.0/0»'): string => tcp(from, to, source);
const sound = (from: number | string, to: number | string): string => open(from, to, 'CidrIp: 0.0.0.0/0');
const unknownPorts = ['IpProtocol: UNKNOWN, CidrIp: 0.0.0.0/0', sound('UNKNOWN', 65535), sound(1, 'UNKNOWN')];

const vpc = 'Net: { Type: AWS::EC2::VPC }';
const group = (properties: string, type = securityGroup): string => `Web: { Type: ${type}, Properties: { ${properties} } }`;
const balancer = (groups = '!Ref Web', type = 'AWS::ElasticLoadBalancingV2::LoadBalancer'): string =>
  `Front: { Type: ${type}, Properties: { SecurityGroups: [${groups}] } }`;

const aclEntry = 'AWS::EC2::NetworkAclEntry';
const admits = (rest: string): string => `RuleAction: allow, ${rest}`;
const entry = (id: string, number: string, rest: string): string =>
  `${id}: { Type: ${aclEntry}, Properties: { NetworkAclId: !Ref Acl, RuleNumber: ${number}, ${rest} } }`;
const entries = (...texts: string[]): string => ['Acl: { Type: AWS::EC2::NetworkAcl }', ...texts].join('\n');
const cdkEntries = (first: string, second: string): string => `const acl = new ec2.CfnNetworkAcl(this, 'A', { vpcId: 'vpc-1' });
    new ec2.CfnNetworkAclEntry(this, 'E', { networkAclId: acl.ref, ${first} });
    new ec2.CfnNetworkAclEntry(this, 'F', { networkAclId: acl.ref, ${second} SPREAD});`;
const everything = "Protocol: -1, CidrBlock: '0.0.0.0/0'";

export const networkComputeCases: Readonly<Record<string, RuleCase>> = {
  'security-group-open-all-ports': traffic('Ingress', {
    fails: [
      'IpProtocol: -1, CidrIp: «0.0.0.0/0»',
      "IpProtocol: '-1', CidrIpv6: '«::/0»'",
      open(0, 65535),
      open("'1'", "'65535'", "CidrIpv6: '«::0/0»'"),
      'IpProtocol: udp, FromPort: 0, ToPort: 65535, CidrIp: «0.0.0.0/0»',
      'IpProtocol: -1, CidrIp: !Ref «Anywhere»',
      "IpProtocol: -1, CidrIp: 10.0.0.0/8, CidrIpv6: '«0:0:0:0:0:0:0:0/0»'",
    ],
    passes: ['IpProtocol: -1, CidrIp: 10.0.0.0/8', sound(0, 1024), 'IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 0.0.0.0/0'],
    unknown: ['IpProtocol: -1, CidrIp: UNKNOWN', ...unknownPorts],
  }),
  'security-group-open-database-port': traffic('Ingress', {
    fails: [
      open(3306, 3306),
      open("'5000'", "'6000'"),
      open(6379, 6379, "CidrIpv6: '«::/0»'"),
      'IpProtocol: 17, FromPort: 11211, ToPort: 11211, CidrIp: «0.0.0.0/0»',
    ],
    passes: [
      sound(443, 443),
      tcp(3306, 3306, 'CidrIp: 10.0.0.0/16'),
      tcp(3306, 3306, 'SourceSecurityGroupId: sg-1'),
      sound(0, 65535),
      'IpProtocol: udp, FromPort: 3306, ToPort: 3306, CidrIp: 0.0.0.0/0',
    ],
  }),
  'security-group-open-risky-port': traffic('Ingress', {
    fails: [open(23, 23), open(20, 21), open(8080, 8080), open(5900, 5910), 'IpProtocol: udp, FromPort: 137, ToPort: 138, CidrIp: «0.0.0.0/0»'],
    passes: [
      sound(443, 443),
      sound(22, 22),
      tcp(445, 445, 'CidrIp: 10.1.0.0/16'),
      'IpProtocol: -1, CidrIp: 0.0.0.0/0',
      'IpProtocol: udp, FromPort: 8080, ToPort: 8080, CidrIp: 0.0.0.0/0',
    ],
  }),
  'security-group-open-other-port': traffic('Ingress', {
    fails: [open(4711, 4711), open(4100, 4200), 'IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: «0.0.0.0/0»'],
    passes: [
      sound(443, 443),
      sound(80, 80),
      sound(22, 22),
      sound(3306, 3306),
      sound(23, 23),
      sound(0, 65535),
      'IpProtocol: udp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0',
    ],
  }),
  'security-group-open-http': traffic('Ingress', {
    fails: [open(80, 80), open(80, 443)],
    passes: [sound(443, 443), tcp(80, 80, 'CidrIp: 10.0.0.0/8'), sound(0, 65535), 'IpProtocol: -1, CidrIp: 0.0.0.0/0'],
  }),
  'security-group-open-https': traffic('Ingress', {
    fails: [open(443, 443), open(443, 443, "CidrIpv6: '«::/0»'")],
    passes: [tcp(443, 443, 'CidrIp: 10.0.0.0/8'), sound(80, 443), tcp(443, 443, 'SourcePrefixListId: pl-1')],
  }),
  'security-group-wide-source': traffic('Ingress', {
    fails: [tcp(443, 443, 'CidrIp: «10.0.0.0/16»'), tcp(22, 22, "CidrIp: '«203.0.113.0/31»'"), tcp(443, 443, "CidrIpv6: '«2001:db8::/64»'")],
    passes: [tcp(443, 443, 'CidrIp: 10.1.2.3/32'), tcp(443, 443, "CidrIpv6: '2001:db8::1/128'"), sound(443, 443), tcp(443, 443, 'SourceSecurityGroupId: sg-1')],
  }),
  'security-group-all-protocols': traffic('Ingress', {
    fails: ["IpProtocol: '«-1»', CidrIp: 10.0.0.0/8", "IpProtocol: '«-1»', SourceSecurityGroupId: sg-1"],
    passes: ['IpProtocol: -1, CidrIp: 0.0.0.0/0', tcp(443, 443, 'CidrIp: 10.0.0.0/8')],
  }),
  'security-group-egress-all-protocols': traffic('Egress', {
    fails: ["IpProtocol: '«-1»', CidrIp: 10.0.0.0/8", "IpProtocol: '«-1»', DestinationSecurityGroupId: sg-1"],
    passes: ['IpProtocol: -1, CidrIp: 0.0.0.0/0', tcp(443, 443, 'CidrIp: 10.0.0.0/8')],
  }),
  'security-group-port-range': traffic('Ingress', {
    fails: [tcp('«8000»', 8100, 'CidrIp: 10.0.0.0/8'), tcp("'«0»'", "'65535'", 'SourceSecurityGroupId: sg-1')],
    passes: [
      sound(443, 443),
      'IpProtocol: -1, FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/8',
      'IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/8',
    ],
  }),
  'security-group-egress-port-range': traffic('Egress', {
    fails: [tcp('«1024»', 65535, 'CidrIp: 10.0.0.0/8')],
    passes: [sound(443, 443), 'IpProtocol: -1, CidrIp: 0.0.0.0/0'],
  }),
  'security-group-egress-all': traffic('Egress', {
    fails: ['IpProtocol: -1, CidrIp: «0.0.0.0/0»', open(0, 65535), "IpProtocol: -1, CidrIpv6: '«::/0»'"],
    passes: ['IpProtocol: -1, CidrIp: 10.0.0.0/8', sound(443, 443)],
  }),
  'security-group-egress-anywhere': traffic('Egress', {
    fails: [open(443, 443), open(80, 443)],
    passes: ['IpProtocol: -1, CidrIp: 0.0.0.0/0', tcp(443, 443, 'DestinationPrefixListId: pl-1')],
  }),
  'security-group-rule-description': traffic('Ingress', {
    missing: [tcp(443, 443, 'CidrIp: 10.0.0.0/8')],
    passes: [tcp(443, 443, 'Description: Callers')],
    unknown: [tcp(443, 443, 'Description: UNKNOWN')],
  }),
  'security-group-egress-description': traffic('Egress', {
    missing: [tcp(443, 443, 'CidrIp: 10.0.0.0/8')],
    passes: [tcp(443, 443, 'Description: Updates')],
    unknown: [tcp(443, 443, 'Description: UNKNOWN')],
  }),
  'security-group-description': settings(securityGroup, {
    missing: ['VpcId: vpc-1'],
    passes: ['GroupDescription: Web', 'GroupDescription: !Ref Unset'],
    unknown: ['GroupDescription: UNKNOWN'],
  }),
  'security-group-without-vpc': settings(securityGroup, {
    missing: ['GroupDescription: Web'],
    passes: ['VpcId: vpc-1', 'VpcId: !Ref Unset'],
    unknown: ['VpcId: UNKNOWN'],
  }),
  'security-group-no-egress': {
    yaml: {
      fails: [group('VpcId: vpc-1', `«${securityGroup}»`), group('«SecurityGroupEgress»: []')],
      passes: [
        group('SecurityGroupEgress: [{ IpProtocol: tcp }]'),
        `${group('VpcId: vpc-1')}\nOut: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: !GetAtt Web.GroupId } }`,
      ],
      unknown: [
        group('SecurityGroupEgress: UNKNOWN'),
        `${group('VpcId: vpc-1')}\nOut: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: UNKNOWN } }`,
      ],
    },
    cdk: {
      fails: `new ec2.«CfnSecurityGroup»(this, 'G', { vpcId: 'vpc-1' SPREAD});`,
      passes: [
        `const group = new ec2.CfnSecurityGroup(this, 'G', { vpcId: 'vpc-1' });
    new ec2.CfnSecurityGroupEgress(this, 'E', { groupId: group.ref, ipProtocol: 'tcp' });`,
        `new ec2.SecurityGroup(this, 'G', props);`,
      ],
    },
  },
  'security-group-default-opened': {
    yaml: {
      fails: `${vpc}\nIn: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !GetAtt «Net.DefaultSecurityGroup» } }`,
      passes: `${vpc}\n${group('VpcId: !Ref Net')}\nIn: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Web } }`,
      unknown: `${vpc}\nIn: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: UNKNOWN } }`,
    },
    cdk: {
      fails: `const vpc = new ec2.CfnVPC(this, 'V', { cidrBlock: '10.0.0.0/16' });
    new ec2.CfnSecurityGroupEgress(this, 'E', { groupId: «vpc.attrDefaultSecurityGroup» SPREAD});`,
      passes: `new ec2.CfnSecurityGroupEgress(this, 'E', { groupId: 'sg-1' });`,
    },
  },
  'security-group-balancer-closed': {
    yaml: {
      fails: [
        `${group('VpcId: vpc-1', `«${securityGroup}»`)}\n${balancer()}`,
        `${group('«SecurityGroupIngress»: []')}\n${balancer('!GetAtt Web.GroupId', 'AWS::ElasticLoadBalancing::LoadBalancer')}`,
      ],
      passes: [
        `${group('SecurityGroupIngress: [{ IpProtocol: tcp }]')}\n${balancer()}`,
        `${group('VpcId: vpc-1')}\n${balancer()}\nIn: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Web } }`,
        `${group('VpcId: vpc-1')}\n${balancer('sg-2')}`,
        group('VpcId: vpc-1'),
      ],
      unknown: [
        `${group('SecurityGroupIngress: UNKNOWN')}\n${balancer()}`,
        `${group('VpcId: vpc-1')}\n${balancer('UNKNOWN')}`,
        `${group('VpcId: vpc-1')}\n${balancer()}\nIn: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: UNKNOWN } }`,
      ],
    },
    cdk: {
      fails: `const group = new ec2.«CfnSecurityGroup»(this, 'G', { vpcId: 'vpc-1' SPREAD});
    new elasticloadbalancingv2.CfnLoadBalancer(this, 'L', { securityGroups: [group.ref] });`,
      passes: `const group = new ec2.CfnSecurityGroup(this, 'G', { securityGroupIngress: [{ ipProtocol: 'tcp' }] });
    new elasticloadbalancingv2.CfnLoadBalancer(this, 'L', { securityGroups: [group.ref] });`,
    },
  },
  'ec2-default-security-group': {
    yaml: {
      fails: [
        'Web: { Type: «AWS::EC2::Instance», Properties: { ImageId: ami-1 } }',
        'Web: { Type: AWS::EC2::Instance, Properties: { SecurityGroups: [«default»] } }',
        `${vpc}\nWeb: { Type: AWS::EC2::Instance, Properties: { SecurityGroupIds: [!GetAtt «Net.DefaultSecurityGroup»] } }`,
      ],
      passes: [
        'Web: { Type: AWS::EC2::Instance, Properties: { SecurityGroupIds: [sg-1] } }',
        'Web: { Type: AWS::EC2::Instance, Properties: { NetworkInterfaces: [{ DeviceIndex: 0 }] } }',
        'Web: { Type: AWS::EC2::Instance, Properties: { LaunchTemplate: { Version: 1 } } }',
      ],
      unknown: [
        'Web: { Type: AWS::EC2::Instance, Properties: { SecurityGroupIds: UNKNOWN } }',
        'Web: { Type: AWS::EC2::Instance, Properties: { SecurityGroups: [UNKNOWN] } }',
      ],
    },
    cdk: {
      fails: [`new ec2.«CfnInstance»(this, 'I', { imageId: 'ami-1' SPREAD});`, `new ec2.CfnInstance(this, 'I', { securityGroups: [«'default'»] SPREAD});`],
      passes: [`new ec2.CfnInstance(this, 'I', { securityGroupIds: ['sg-1'] });`, `new ec2.Instance(this, 'I', { detailedMonitoring: true });`],
    },
  },
  'network-acl-open-admin-port': settings(aclEntry, {
    fails: [
      admits('Protocol: 6, PortRange: { From: 22, To: 22 }, CidrBlock: «0.0.0.0/0»'),
      admits("Protocol: '6', PortRange: { From: '3000', To: '4000' }, Egress: false, Ipv6CidrBlock: '«::/0»'"),
      admits('Protocol: -1, CidrBlock: «0.0.0.0/0»'),
    ],
    passes: [
      admits('Protocol: 6, PortRange: { From: 22, To: 22 }, CidrBlock: 10.0.0.0/8'),
      admits('Protocol: 6, PortRange: { From: 443, To: 443 }, CidrBlock: 0.0.0.0/0'),
      admits('Protocol: -1, CidrBlock: 0.0.0.0/0, Egress: true'),
      'RuleAction: deny, Protocol: -1, CidrBlock: 0.0.0.0/0',
      admits('Protocol: 17, PortRange: { From: 22, To: 22 }, CidrBlock: 0.0.0.0/0'),
    ],
    unknown: [
      admits('Protocol: -1, CidrBlock: UNKNOWN'),
      admits('Protocol: UNKNOWN, CidrBlock: 0.0.0.0/0'),
      admits('Protocol: -1, CidrBlock: 0.0.0.0/0, Egress: UNKNOWN'),
      'RuleAction: UNKNOWN, Protocol: -1, CidrBlock: 0.0.0.0/0',
      admits('Protocol: 6, PortRange: { From: UNKNOWN, To: 22 }, CidrBlock: 0.0.0.0/0'),
    ],
  }),
  'network-acl-all-protocols': settings(aclEntry, {
    fails: [admits("Protocol: '«-1»', CidrBlock: 10.0.0.0/8"), admits("Protocol: '«-1»', Egress: true, CidrBlock: 0.0.0.0/0")],
    passes: [admits('Protocol: 6, PortRange: { From: 443, To: 443 }'), 'RuleAction: deny, Protocol: -1'],
    unknown: [admits('Protocol: UNKNOWN'), 'RuleAction: UNKNOWN, Protocol: -1'],
  }),
  'network-acl-all-ports': settings(aclEntry, {
    fails: [admits('Protocol: 6, «PortRange»: { From: 0, To: 65535 }'), admits("Protocol: 17, «PortRange»: { From: '1', To: '65535' }, Egress: true")],
    passes: [
      admits('Protocol: 6, PortRange: { From: 1024, To: 65535 }'),
      admits('Protocol: -1, PortRange: { From: 0, To: 65535 }'),
      'RuleAction: deny, Protocol: 6, PortRange: { From: 0, To: 65535 }',
    ],
    unknown: [
      admits('Protocol: 6, PortRange: UNKNOWN'),
      admits('Protocol: 6, PortRange: { From: 0, To: UNKNOWN }'),
      'RuleAction: UNKNOWN, Protocol: 6, PortRange: { From: 0, To: 65535 }',
    ],
  }),
  'network-acl-no-port-range': settings(aclEntry, {
    fails: [admits('Protocol: 6, «PortRange»: { From: 22 }'), admits('Protocol: 17, «PortRange»: { To: 53 }')],
    passes: [admits('Protocol: 6, PortRange: { From: 22, To: 22 }'), admits('Protocol: -1'), admits('Protocol: 1, Icmp: { Type: -1, Code: -1 }')],
    unknown: [admits('Protocol: 6, PortRange: UNKNOWN'), admits('Protocol: UNKNOWN')],
  }),
  'network-acl-no-icmp-type': settings(aclEntry, {
    fails: [admits('Protocol: 1, «Icmp»: { Code: 0 }')],
    passes: [admits('Protocol: 58, Icmp: { Type: -1, Code: -1 }'), admits('Protocol: 6')],
    unknown: [admits('Protocol: 1, Icmp: UNKNOWN'), admits('Protocol: UNKNOWN')],
  }),
  'network-acl-open-inbound': settings(aclEntry, {
    fails: [
      admits('Protocol: 6, PortRange: { From: 443, To: 443 }, CidrBlock: «0.0.0.0/0»'),
      admits("Protocol: 17, PortRange: { From: 53, To: 53 }, Ipv6CidrBlock: '«::/0»'"),
    ],
    passes: [
      admits('Protocol: 6, PortRange: { From: 443, To: 443 }, CidrBlock: 10.0.0.0/8'),
      admits('Protocol: 6, PortRange: { From: 443, To: 443 }, CidrBlock: 0.0.0.0/0, Egress: true'),
      admits('Protocol: 6, PortRange: { From: 22, To: 22 }, CidrBlock: 0.0.0.0/0'),
      admits('Protocol: -1, CidrBlock: 0.0.0.0/0'),
    ],
  }),
  'network-acl-open-outbound': settings(aclEntry, {
    fails: [
      admits('Egress: true, Protocol: 6, PortRange: { From: 443, To: 443 }, CidrBlock: «0.0.0.0/0»'),
      admits("Egress: 'true', Protocol: -1, CidrBlock: «0.0.0.0/0»"),
    ],
    passes: [
      admits('Egress: true, Protocol: -1, CidrBlock: 10.0.0.0/8'),
      admits('Protocol: -1, CidrBlock: 0.0.0.0/0'),
      'RuleAction: deny, Egress: true, Protocol: -1, CidrBlock: 0.0.0.0/0',
    ],
    unknown: [admits('Egress: UNKNOWN, Protocol: -1, CidrBlock: 0.0.0.0/0'), admits('Egress: true, Protocol: -1, CidrBlock: UNKNOWN')],
  }),
  'network-acl-duplicate-number': {
    yaml: {
      fails: [
        entries(entry('One', '100', everything), entry('Two', "'«100»'", everything)),
        entries(entry('One', '100', `Egress: false, ${everything}`), entry('Two', '«100»', 'Protocol: 6')).replaceAll('!Ref Acl', '!Ref Unset'),
      ],
      passes: [
        entries(entry('One', '100', everything), entry('Two', '110', everything)),
        entries(entry('One', '100', everything), entry('Two', '100', `Egress: true, ${everything}`)),
        entries(entry('One', '100', everything), entry('Two', '100', everything).replace('Properties', 'Condition: Production, Properties')),
        entries(entry('One', '100', everything), entry('Two', '100', everything).replace('!Ref Acl', 'acl-1')),
      ],
      unknown: [
        entries(entry('One', '100', everything), entry('Two', 'UNKNOWN', everything)),
        entries(entry('One', '100', everything), entry('Two', '100', `Egress: UNKNOWN, ${everything}`)),
      ],
    },
    cdk: { fails: cdkEntries('ruleNumber: 100', 'ruleNumber: «100»'), passes: cdkEntries('ruleNumber: 100', 'ruleNumber: 110').replace(' SPREAD', '') },
  },
  'network-acl-allow-late': {
    yaml: {
      fails: [
        entries(
          entry('No', '10', `RuleAction: deny, ${everything}`),
          entry('Yes', '«20»', "RuleAction: allow, Protocol: 6, PortRange: { From: 443, To: 443 }, CidrBlock: '10.0.0.0/8'"),
        ),
        entries(
          entry('No', '10', "RuleAction: deny, Protocol: 6, PortRange: { From: 0, To: 1023 }, CidrBlock: '10.0.0.0/8'"),
          entry('Yes', '«20»', "RuleAction: allow, Protocol: 6, PortRange: { From: 443, To: 443 }, CidrBlock: '10.1.0.0/16'"),
        ),
      ],
      passes: [
        entries(entry('No', '30', `RuleAction: deny, ${everything}`), entry('Yes', '20', `RuleAction: allow, ${everything}`)),
        entries(entry('No', '10', "RuleAction: deny, Protocol: -1, CidrBlock: '10.0.0.0/8'"), entry('Yes', '20', `RuleAction: allow, ${everything}`)),
        entries(
          entry('No', '10', "RuleAction: deny, Protocol: 6, PortRange: { From: 22, To: 22 }, CidrBlock: '0.0.0.0/0'"),
          entry('Yes', '20', `RuleAction: allow, ${everything}`),
        ),
        entries(entry('No', '10', `RuleAction: deny, Egress: true, ${everything}`), entry('Yes', '20', `RuleAction: allow, ${everything}`)),
      ],
      unknown: [
        entries(entry('No', 'UNKNOWN', `RuleAction: deny, ${everything}`), entry('Yes', '20', `RuleAction: allow, ${everything}`)),
        entries(entry('No', '10', `RuleAction: UNKNOWN, ${everything}`), entry('Yes', '20', `RuleAction: allow, ${everything}`)),
        entries(entry('No', '10', 'RuleAction: deny, Protocol: -1, CidrBlock: UNKNOWN'), entry('Yes', '20', `RuleAction: allow, ${everything}`)),
      ],
    },
    cdk: {
      fails: cdkEntries(
        "ruleNumber: 10, ruleAction: 'deny', protocol: -1, cidrBlock: '0.0.0.0/0'",
        "ruleNumber: «20», ruleAction: 'allow', protocol: -1, cidrBlock: '0.0.0.0/0'",
      ),
      passes: cdkEntries('ruleNumber: 10', 'ruleNumber: 20').replace(' SPREAD', ''),
    },
  },
  'network-acl-unused': {
    yaml: {
      fails: 'Acl: { Type: «AWS::EC2::NetworkAcl» }\nOther: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { NetworkAclId: acl-1 } }',
      passes: 'Acl: { Type: AWS::EC2::NetworkAcl }\nUse: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { NetworkAclId: !Ref Acl } }',
      unknown: 'Acl: { Type: AWS::EC2::NetworkAcl }\nUse: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { NetworkAclId: UNKNOWN } }',
    },
    cdk: {
      fails: `new ec2.«CfnNetworkAcl»(this, 'A', { vpcId: 'vpc-1' });
    new ec2.CfnSubnetNetworkAclAssociation(this, 'S', { networkAclId: 'acl-1' SPREAD});`,
      passes: [
        `const acl = new ec2.CfnNetworkAcl(this, 'A', { vpcId: 'vpc-1' });
    new ec2.CfnSubnetNetworkAclAssociation(this, 'S', { networkAclId: acl.ref });`,
        `new ec2.NetworkAcl(this, 'A', props);`,
      ],
      unknown: `new ec2.CfnNetworkAcl(this, 'A', { vpcId: 'vpc-1' });
    new ec2.CfnSubnetNetworkAclAssociation(this, 'S', { networkAclId: UNKNOWN });`,
    },
  },
};
