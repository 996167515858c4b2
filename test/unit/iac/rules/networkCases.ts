import type { RuleCase } from './cases';

const group = (rule: string): string => `Web: { Type: AWS::EC2::SecurityGroup, Properties: { SecurityGroupIngress: ${rule} } }`;
const nat = (instance: string): string => `Nat: { Type: AWS::EC2::Instance, Properties: { ${instance} } }
Out: { Type: AWS::EC2::Route, Properties: { DestinationCidrBlock: 0.0.0.0/0, InstanceId: `;
const subnet = (vpc: string, block: string): string => `Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${vpc} } }
Part: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, CidrBlock: ${block} } }`;
const peering = (
  one: string,
  other: string,
  type = 'AWS::EC2::VPCPeeringConnection',
): string => `Left: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${one} } }
Right: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${other} } }
Peering: { Type: ${type}, Properties: { VpcId: !Ref Left, PeerVpcId: !Ref Right } }`;
const gateway = (type: string, tables: readonly string[]): string =>
  [`Nat: { Type: ${type} }`, 'A: { Type: AWS::EC2::RouteTable }', 'B: { Type: AWS::EC2::RouteTable }']
    .concat(tables.map((table, index) => `Route${index}: { Type: AWS::EC2::Route, Properties: { RouteTableId: ${table}, NatGatewayId: !Ref Nat } }`))
    .join('\n');
const cdkGateway = (construct: string, tables: readonly string[]): string =>
  [`const nat = new ec2.${construct};`, `const a = new ec2.CfnRouteTable(this, 'A', props);`, `const b = new ec2.CfnRouteTable(this, 'B', props);`]
    .concat(tables.map((table, index) => `new ec2.CfnRoute(this, 'R${index}', { routeTableId: ${table}, natGatewayId: nat.ref });`))
    .join('\n    ');

export const networkCases: Readonly<Record<string, RuleCase>> = {
  'ec2-nat-source-dest-check': {
    yaml: {
      fails: [`${nat('InstanceType: t4g.nano')}!Ref «Nat» } }`, `${nat("SourceDestCheck: 'true'")}!Ref «Nat» } }`],
      passes: [
        `${nat('SourceDestCheck: false')}!Ref Nat } }`,
        `${nat('NetworkInterfaces: [{ NetworkInterfaceId: !Ref Unset, DeviceIndex: 0 }]')}!Ref Nat } }`,
        'Nat: { Type: AWS::EC2::Instance }\nOut: { Type: AWS::EC2::Route, Properties: { DestinationCidrBlock: 10.0.0.0/8, InstanceId: !Ref Nat } }',
      ],
      unknown: [`${nat('SourceDestCheck: UNKNOWN')}!Ref Nat } }`, `${nat('InstanceType: t4g.nano')}UNKNOWN } }`],
    },
    cdk: {
      fails: [
        `const nat = new ec2.Instance(this, 'N', { sourceDestCheck: true SPREAD});
    new ec2.CfnRoute(this, 'R', { destinationCidrBlock: '0.0.0.0/0', instanceId: «nat.instanceId» });`,
        `const nat = new ec2.CfnInstance(this, 'N', { imageId: 'ami-1' SPREAD});
    new ec2.CfnRoute(this, 'R', { destinationCidrBlock: '0.0.0.0/0', instanceId: «nat.ref» });`,
      ],
      passes: `const nat = new ec2.Instance(this, 'N', { sourceDestCheck: false });
    new ec2.CfnRoute(this, 'R', { destinationCidrBlock: '0.0.0.0/0', instanceId: nat.instanceId });`,
    },
  },
  'vpc-open-admin-port': {
    yaml: {
      fails: [
        group('[{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: «0.0.0.0/0» }]'),
        group("{ IpProtocol: 'tcp', FromPort: '3000', ToPort: '4000', CidrIp: '«0.0.0.0/0»' }"),
        group('[{ IpProtocol: 6, FromPort: 22, ToPort: 22, CidrIpv6: "«::/0»" }]'),
        group('[{ IpProtocol: -1, CidrIp: «0.0.0.0/0» }]'),
        group('[{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref «Anywhere» }]'),
        group('[{ IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIpv6: "«::0/0»" }]'),
        group('[{ IpProtocol: TCP, FromPort: 3389, ToPort: 3389, CidrIp: 10.0.0.0/8, CidrIpv6: "«0:0:0:0:0:0:0:0/0»" }]'),
        group('[!If [Production, { IpProtocol: -1, CidrIp: «0.0.0.0/0» }, { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: «0.0.0.0/0» }]]'),
        'Ssh: { Type: AWS::EC2::SecurityGroupIngress, Properties: { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: «0.0.0.0/0» } }',
      ],
      passes: [
        group('[{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }]'),
        group('[{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8 }]'),
        group('[{ IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: !Ref Unset }]'),
        group('[{ IpProtocol: icmp, FromPort: 0, ToPort: 255, CidrIp: 0.0.0.0/0 }, { IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 0.0.0.0/0 }]'),
        group('[{ IpProtocol: udp, FromPort: 1, ToPort: 4000, CidrIp: 0.0.0.0/0 }]'),
        group('[!If [Production, { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }, !Ref AWS::NoValue]]'),
      ],
      unknown: [
        group('[{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: UNKNOWN }]'),
        group('[{ IpProtocol: tcp, FromPort: UNKNOWN, ToPort: 22, CidrIp: 0.0.0.0/0 }]'),
        group('[{ IpProtocol: UNKNOWN, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }]'),
        group('UNKNOWN'),
      ],
    },
    cdk: {
      fails: [
        `new ec2.CfnSecurityGroup(this, 'G', { securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: «'0.0.0.0/0'» SPREAD}] });`,
        `new ec2.CfnSecurityGroupIngress(this, 'I', { ipProtocol: '-1', cidrIp: «'0.0.0.0/0'» SPREAD});`,
      ],
      passes: `new ec2.CfnSecurityGroup(this, 'G', { securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: '0.0.0.0/0' }] });`,
    },
  },
  'vpc-cidr-size': {
    yaml: {
      fails: [
        'Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: «10.0.0.0/8» } }',
        "Part: { Type: AWS::EC2::Subnet, Properties: { CidrBlock: '«10.0.0.0/29»' } }",
      ],
      passes: [
        'Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }',
        'Part: { Type: AWS::EC2::Subnet, Properties: { CidrBlock: 10.0.0.0/28 } }',
      ],
    },
    cdk: {
      fails: [`new ec2.Vpc(this, 'V', { cidr: «'10.0.0.0/15'» SPREAD});`, `new ec2.CfnSubnet(this, 'S', { cidrBlock: «'10.0.0.0/30'» SPREAD});`],
      passes: `new ec2.Vpc(this, 'V', { cidr: '10.0.0.0/16' });`,
    },
  },
  'vpc-subnet-outside': {
    yaml: {
      fails: subnet('10.0.0.0/16', '«10.1.0.0/24»'),
      passes: [
        subnet('10.0.0.0/16', '10.0.255.0/24'),
        subnet('10.0.0.0/16', '10.1.0.0/24').concat('\nMore: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Net, CidrBlock: 10.1.0.0/16 } }'),
        subnet('10.0.0.0/16', '!Select [0, !Cidr [10.9.0.0/16, 2, 8]]'),
      ],
      unknown: [subnet('UNKNOWN', '10.1.0.0/24'), subnet('10.0.0.0/16', 'UNKNOWN')],
    },
    cdk: {
      fails: [
        `const vpc = new ec2.CfnVPC(this, 'V', { cidrBlock: '10.0.0.0/16' SPREAD});
    new ec2.CfnSubnet(this, 'S', { vpcId: vpc.ref, cidrBlock: «'10.1.0.0/24'» });`,
        `const vpc = new ec2.Vpc(this, 'V', { cidr: '10.0.0.0/16' });
    new ec2.Subnet(this, 'S', { vpcId: vpc.vpcId, cidrBlock: «'10.1.0.0/24'» SPREAD});`,
      ],
      passes: `const vpc = new ec2.CfnVPC(this, 'V', { cidrBlock: '10.0.0.0/16' });
    new ec2.CfnSubnet(this, 'S', { vpcId: vpc.ref, cidrBlock: '10.0.1.0/24' });`,
    },
  },
  'vpc-peering-overlap': {
    yaml: {
      fails: peering('10.0.0.0/16', '10.0.128.0/20', '«AWS::EC2::VPCPeeringConnection»'),
      passes: peering('10.0.0.0/16', '10.1.0.0/16'),
      unknown: peering('10.0.0.0/16', 'UNKNOWN'),
    },
    cdk: {
      fails: `const one = new ec2.CfnVPC(this, 'A', { cidrBlock: '10.0.0.0/16' });
    const other = new ec2.CfnVPC(this, 'B', { cidrBlock: '10.0.0.0/20' SPREAD});
    new ec2.«CfnVPCPeeringConnection»(this, 'P', { vpcId: one.ref, peerVpcId: other.ref });`,
      passes: `const one = new ec2.Vpc(this, 'A', { cidr: '10.0.0.0/16' });
    const other = new ec2.CfnVPC(this, 'B', { cidrBlock: '10.1.0.0/16' });
    new ec2.CfnVPCPeeringConnection(this, 'P', { vpcId: one.vpcId, peerVpcId: other.ref });`,
      unknown: `const one = new ec2.CfnVPC(this, 'A', { cidrBlock: '10.0.0.0/16' });
    new ec2.CfnVPCPeeringConnection(this, 'P', { vpcId: one.ref, peerVpcId: UNKNOWN });`,
    },
  },
  'vpc-one-nat-gateway': {
    yaml: {
      fails: gateway('«AWS::EC2::NatGateway»', ['!Ref A', '!Ref B']),
      passes: [
        gateway('AWS::EC2::NatGateway', ['!Ref A', '!Ref A']),
        gateway('AWS::EC2::NatGateway, Properties: { AvailabilityMode: regional }', ['!Ref A', '!Ref B']),
        gateway('AWS::EC2::NatGateway', ['!Ref A', '!Ref B']).concat('\nSecond: { Type: AWS::EC2::NatGateway, Condition: Production }'),
      ],
      unknown: gateway('AWS::EC2::NatGateway', ['!Ref A', 'UNKNOWN']),
    },
    cdk: {
      fails: cdkGateway(`«CfnNatGateway»(this, 'N', { subnetId: 'subnet-1' SPREAD})`, ['a.ref', 'b.ref']),
      passes: cdkGateway(`CfnNatGateway(this, 'N', { subnetId: 'subnet-1' })`, ['a.ref']),
      unknown: cdkGateway(`CfnNatGateway(this, 'N', { subnetId: 'subnet-1' })`, ['a.ref', 'UNKNOWN']),
    },
  },
};
