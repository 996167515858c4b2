import type { RuleCase } from './cases';
import { mirrored } from './mirror';

/** A subnet `Place` with a route table of its own and, unless empty, a default route. */
const subnet = (route: string, properties = 'CidrBlock: 10.0.0.0/24'): string =>
  [
    'Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }',
    'Igw: { Type: AWS::EC2::InternetGateway }',
    `Place: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, ${properties} } }`,
    'Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Net } }',
    'Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Place, RouteTableId: !Ref Table } }',
    ...(route ? [`Way: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, ${route} } }`] : []),
  ].join('\n');
const isPublic = subnet('GatewayId: !Ref Igw');
const isPrivate = `${subnet('NatGatewayId: !Ref Out')}\nOut: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1 } }`;
const isolated = subnet('');
const unsure = subnet('GatewayId: UNKNOWN');

const nat = (properties: string, type = 'AWS::EC2::NatGateway'): string => `Nat: { Type: ${type}, Properties: { ${properties} SPREAD} }`;
const balancer = (properties: string): string => `Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { ${properties} SPREAD} }`;
const lambda = (subnets: string, more = ''): string =>
  `Work: { Type: AWS::Lambda::Function, Properties: { ${more}VpcConfig: { SubnetIds: ${subnets} } SPREAD} }`;
const database = (group: string): string =>
  `Group: { Type: AWS::RDS::DBSubnetGroup, Properties: { SubnetIds: [!Ref Place, subnet-2] } }\nData: { Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, DBSubnetGroupName: ${group} SPREAD} }`;

export const acrossRoutingCases: Readonly<Record<string, RuleCase>> = {
  'vpc-nat-gateway-misplaced': mirrored({
    fails: [
      `${isolated}\n${nat('AllocationId: eipalloc-1, SubnetId: !Ref «Place»')}`,
      `${subnet('NatGatewayId: !Ref Nat')}\n${nat('SubnetId: !Ref «Place»')}`,
      `${isPrivate}\n${nat('SubnetId: !Ref «Place», ConnectivityType: public')}`,
    ],
    passes: [
      `${isPublic}\n${nat('SubnetId: !Ref Place')}`,
      `${isolated}\n${nat('SubnetId: !Ref Place, ConnectivityType: private')}`,
      `${isolated}\n${nat('SubnetId: !Ref Place, AvailabilityMode: regional')}`,
      `${subnet('VpcEndpointId: vpce-1')}\n${nat('SubnetId: !Ref Place')}`,
    ],
    unknown: [`${unsure}\n${nat('SubnetId: !Ref Place')}`, `${isolated}\n${nat('SubnetId: !Ref Place, ConnectivityType: UNKNOWN')}`],
    yamlPasses: [
      `${isolated.replace('SubnetRouteTableAssociation, ', 'SubnetRouteTableAssociation, Condition: Production, ')}\n${nat('SubnetId: !Ref Place')}`,
      `${isolated}\nMore: { Type: AWS::EC2::Route, Condition: Production, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }\n${nat('SubnetId: !Ref Place')}`,
      `${isolated}\nMore: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Unset, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }\n${nat('SubnetId: !Ref Place')}`,
    ],
  }),
  'elb-public-in-private-subnet': mirrored({
    fails: [
      `${isolated}\n${balancer('Scheme: internet-facing, Subnets: [!Ref «Place», subnet-2]')}`,
      `${isPrivate}\n${balancer('SubnetMappings: [{ SubnetId: !Ref «Place» }]')}`,
      `${isPrivate}\nOld: { Type: AWS::ElasticLoadBalancing::LoadBalancer, Properties: { Subnets: [!Ref «Place»] SPREAD} }`,
    ],
    passes: [
      `${isPublic}\n${balancer('Subnets: [!Ref Place]')}`,
      `${isPrivate}\n${balancer('Scheme: internal, Subnets: [!Ref Place]')}`,
      `${isPrivate}\n${balancer('Type: gateway, Subnets: [!Ref Place]')}`,
    ],
    unknown: [`${unsure}\n${balancer('Subnets: [!Ref Place]')}`, `${isPrivate}\n${balancer('Scheme: UNKNOWN, Subnets: [!Ref Place]')}`],
    cdkPasses: `new elasticloadbalancingv2.ApplicationLoadBalancer(this, 'B', { vpc });`,
  }),
  'lambda-public-subnet': mirrored({
    fails: `${isPublic}\n${lambda('[!Ref «Place»]')}`,
    passes: [
      `${isPrivate}\n${lambda('[!Ref Place]')}`,
      `${isPublic}\nWork: { Type: AWS::Lambda::Function, Properties: { VpcConfig: { Ipv6AllowedForDualStack: true, SubnetIds: [!Ref Place] } } }`,
    ],
    unknown: [`${unsure}\n${lambda('[!Ref Place]')}`, `${isPublic}\n${lambda('UNKNOWN')}`],
  }),
  'lambda-isolated-subnet': mirrored({
    fails: `${isolated}\n${lambda('[!Ref «Place»]')}`,
    passes: [
      `${isPrivate}\n${lambda('[!Ref Place]')}`,
      `${isolated}\n${lambda('[!Ref Place]')}\nEnd: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Net, ServiceName: com.amazonaws.eu-west-1.s3 } }`,
      `${isolated}\n${lambda('[!Ref Place, subnet-2]')}`,
    ],
    unknown: `${isolated}\n${lambda('[!Ref Place, UNKNOWN]')}`,
  }),
  'rds-public-subnet': mirrored({
    fails: `${isPublic}\n${database('!Ref «Group»')}`,
    passes: [`${isPrivate}\n${database('!Ref Group')}`, `${isPublic}\n${database('default')}`],
    unknown: [`${unsure}\n${database('!Ref Group')}`, `${isPublic}\n${database('UNKNOWN')}`],
  }),
  'vpc-public-address-without-gateway': mirrored({
    fails: [
      subnet('', 'MapPublicIpOnLaunch: «true» SPREAD'),
      `${isPrivate}\nBox: { Type: AWS::EC2::Instance, Properties: { NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: !Ref Place, AssociatePublicIpAddress: «true» }] } }`,
    ],
    passes: [
      subnet('GatewayId: !Ref Igw', 'MapPublicIpOnLaunch: true'),
      subnet('', 'MapPublicIpOnLaunch: false'),
      `${isPrivate}\nBox: { Type: AWS::EC2::Instance, Properties: { NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: !Ref Place }] } }`,
    ],
  }),
  'vpc-route-table-unused': mirrored({
    fails: `${isPublic}\nSpare: { Type: «AWS::EC2::RouteTable», Properties: { VpcId: !Ref Net SPREAD} }`,
    passes: [
      isPublic,
      'Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\nSpare: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Net } }',
    ],
    unknown: [
      `${isPublic}\nSpare: { Type: AWS::EC2::RouteTable, Properties: { VpcId: UNKNOWN } }`,
      `${isPublic}\nSpare: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Net } }\nMore: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: subnet-1, RouteTableId: UNKNOWN } }`,
    ],
  }),
  'vpc-nat-carries-s3': mirrored({
    fails: `${isPublic}\n${nat('SubnetId: !Ref Place', '«AWS::EC2::NatGateway»')}`,
    passes: [
      `${isPublic}\n${nat('SubnetId: !Ref Place')}\nEnd: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Net, ServiceName: com.amazonaws.eu-west-1.s3, RouteTableIds: [!Ref Table] } }`,
      nat('SubnetId: subnet-1'),
      `${isPublic}\n${nat('SubnetId: !Ref Place, ConnectivityType: private')}`,
    ],
    unknown: [
      `${isPublic}\n${nat('SubnetId: UNKNOWN')}`,
      `${isPublic}\n${nat('SubnetId: !Ref Place')}\nEnd: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Net, VpcEndpointType: UNKNOWN } }`,
    ],
  }),
};

const peered = (routes: readonly string[], type = 'AWS::EC2::VPCPeeringConnection'): string =>
  [
    'Left: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }',
    'Right: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }',
    'LeftTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Left } }',
    'RightTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Right } }',
    `Link: { Type: ${type}, Properties: { VpcId: !Ref Left, PeerVpcId: !Ref Right SPREAD} }`,
    ...routes.map((route, index) => `Route${index}: { Type: AWS::EC2::Route, Properties: { ${route} SPREAD} }`),
  ].join('\n');
const hop = (table: string, destination: string, link = '!Ref Link'): string =>
  `RouteTableId: !Ref ${table}, VpcPeeringConnectionId: ${link}, DestinationCidrBlock: ${destination}`;

export const acrossPeeringCases: Readonly<Record<string, RuleCase>> = {
  'vpc-peering-routes-missing': mirrored({
    fails: [peered([], '«AWS::EC2::VPCPeeringConnection»'), peered([hop('LeftTable', '10.1.0.0/16')], '«AWS::EC2::VPCPeeringConnection»')],
    passes: [
      peered([hop('LeftTable', '10.1.0.0/16'), hop('RightTable', '10.0.0.0/16')]),
      'Left: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\nLink: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref Left, PeerVpcId: vpc-1 } }',
    ],
    unknown: [
      peered([hop('LeftTable', '10.1.0.0/16', 'UNKNOWN')]),
      peered(['RouteTableId: UNKNOWN, VpcPeeringConnectionId: !Ref Link, DestinationCidrBlock: 10.1.0.0/16']),
    ],
  }),
  'vpc-peering-transitive-route': mirrored({
    fails: [peered([hop('LeftTable', '«10.2.0.0/16»'), hop('RightTable', '10.0.0.0/16')]), peered([hop('RightTable', '«0.0.0.0/0»')])],
    passes: [
      peered([hop('LeftTable', '10.1.4.0/24'), hop('RightTable', '10.0.0.0/8')]),
      `${peered([hop('LeftTable', '10.2.0.0/16')])}\nMore: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Right, CidrBlock: 10.2.0.0/16 } }`,
    ],
  }),
  'vpc-peering-twice': mirrored({
    fails: `${peered([])}\nAgain: { Type: «AWS::EC2::VPCPeeringConnection», Properties: { VpcId: !Ref Right, PeerVpcId: !Ref Left SPREAD} }`,
    passes: `${peered([])}\nThird: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.2.0.0/16 } }\nAgain: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref Left, PeerVpcId: !Ref Third } }`,
    unknown: `${peered([])}\nAgain: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref Left, PeerVpcId: UNKNOWN } }`,
    yamlPasses: `${peered([])}\nAgain: { Type: AWS::EC2::VPCPeeringConnection, Condition: Production, Properties: { VpcId: !Ref Left, PeerVpcId: !Ref Right } }`,
  }),
};

const two = (one: string, other: string, vpc = 'Net'): string =>
  `Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\nNext: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\nAlpha: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, CidrBlock: ${one} } }\nBeta: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref ${vpc}, CidrBlock: ${other} SPREAD} }`;
const attached = (vpc: string, gateway: string): string =>
  `${two('10.0.0.0/24', '10.0.1.0/24')}\nGate: { Type: AWS::EC2::InternetGateway }\nSpare: { Type: AWS::EC2::InternetGateway }\nFirst: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Net, InternetGatewayId: !Ref Gate } }\nSecond: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: ${vpc}, ${gateway} SPREAD} }`;
const grouped = (resource: string): string =>
  `${two('10.0.0.0/24', '10.0.1.0/24', 'Next').replace(' SPREAD', '')}\nOwn: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: own, VpcId: !Ref Net } }\nAlien: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: alien, VpcId: !Ref Next } }\n${resource}`;
const box = (groups: string): string => grouped(`Box: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Alpha, SecurityGroupIds: ${groups} SPREAD} }`);
const groups = (one: string, other: string): string =>
  `Alpha: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: one, ${one} SPREAD} }\nBeta: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: other, ${other} SPREAD} }`;
const from = (group: string): string => `SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: ${group} }]`;
const to = (group: string): string => `SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, DestinationSecurityGroupId: ${group} }]`;
const endpoint = (vpc: string, properties: string): string =>
  `Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16${vpc} } }\nEnd: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Net, VpcEndpointType: Interface, ServiceName: com.amazonaws.eu-west-1.sqs, ${properties} SPREAD} }`;
const gate = (properties: string, type = 'AWS::EC2::VPCEndpoint'): string =>
  `End: { Type: ${type}, Properties: { VpcId: vpc-1, ServiceName: com.amazonaws.eu-west-1.s3${properties} SPREAD} }`;
const waiting = (route: string): string =>
  `Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\nGate: { Type: AWS::EC2::InternetGateway }\nAttach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Net, InternetGatewayId: !Ref Gate } }\nTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Net } }\nOut: { Type: AWS::EC2::Route, ${route} }`;

export const acrossVpcCases: Readonly<Record<string, RuleCase>> = {
  'vpc-subnets-overlap': mirrored({
    fails: two('10.0.0.0/24', '«10.0.0.128/25»'),
    passes: [two('10.0.0.0/24', '10.0.1.0/24'), two('10.0.0.0/24', '10.0.0.0/24', 'Next')],
    yamlPasses: two('10.0.0.0/24', '10.0.0.0/24').replace('Beta: { Type: AWS::EC2::Subnet,', 'Beta: { Type: AWS::EC2::Subnet, Condition: Production,'),
  }),
  'vpc-second-internet-gateway': mirrored({
    fails: [attached('!Ref Net', 'InternetGatewayId: !Ref «Spare»'), attached('!Ref Next', 'InternetGatewayId: !Ref «Gate»')],
    passes: [attached('!Ref Net', 'VpnGatewayId: vgw-1'), attached('!Ref Next', 'InternetGatewayId: !Ref Spare')],
    unknown: [attached('UNKNOWN', 'InternetGatewayId: !Ref Spare'), attached('!Ref Net', 'InternetGatewayId: UNKNOWN')],
  }),
  'vpc-security-group-cycle': mirrored({
    fails: [
      groups(from('!Ref «Beta»'), from('!GetAtt «Alpha.GroupId»')),
      groups(to('!Ref «Beta»'), from('!Ref «Alpha»')),
      groups(from('!Ref «Alpha»'), to('sg-1')),
    ],
    passes: [
      groups(from('!Ref Beta'), from('sg-1')),
      `${groups(from('!Ref Beta'), 'VpcId: vpc-1')}\nBack: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Beta, IpProtocol: tcp, SourceSecurityGroupId: !Ref Alpha } }`,
    ],
    unknown: groups(from('!Ref Beta'), from('UNKNOWN')),
  }),
  'vpc-security-group-elsewhere': mirrored({
    fails: [
      box('[!Ref Own, !GetAtt «Alien.GroupId»]'),
      grouped('Work: { Type: AWS::Lambda::Function, Properties: { VpcConfig: { SubnetIds: [!Ref Alpha], SecurityGroupIds: [!Ref «Alien»] } } }'),
      grouped(
        'Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { SubnetMappings: [{ SubnetId: !Ref Alpha }], SecurityGroups: [!Ref «Alien»] } }',
      ),
      grouped('End: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Net, SecurityGroupIds: [!Ref «Alien»] } }'),
      grouped(
        'Group: { Type: AWS::RDS::DBSubnetGroup, Properties: { SubnetIds: [!Ref Alpha] } }\nData: { Type: AWS::RDS::DBInstance, Properties: { DBSubnetGroupName: !Ref Group, VPCSecurityGroups: [!Ref «Alien»] } }',
      ),
    ],
    passes: [
      box('[!Ref Own, sg-1]'),
      grouped('Shared: { Type: AWS::EC2::SecurityGroupVpcAssociation, Properties: { GroupId: !Ref Alien, VpcId: !Ref Net } }\n').concat(
        'Box: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Alpha, SecurityGroupIds: [!Ref Alien] } }',
      ),
    ],
    unknown: [box('[UNKNOWN]'), grouped('Box: { Type: AWS::EC2::Instance, Properties: { SubnetId: UNKNOWN, SecurityGroupIds: [!Ref Alien] } }')],
  }),
  'vpc-endpoint-dns-off': mirrored({
    fails: [endpoint('', 'PrivateDnsEnabled: «true»'), endpoint(', EnableDnsHostnames: true, EnableDnsSupport: false', "PrivateDnsEnabled: '«true»'")],
    passes: [endpoint(', EnableDnsHostnames: true', 'PrivateDnsEnabled: true'), endpoint('', 'PrivateDnsEnabled: false')],
    unknown: [endpoint(', EnableDnsHostnames: UNKNOWN', 'PrivateDnsEnabled: true'), endpoint('', 'PrivateDnsEnabled: UNKNOWN')],
    yamlFails: endpoint(', EnableDnsHostnames: !Ref Off', 'PrivateDnsEnabled: «true»'),
  }),
  'vpc-gateway-endpoint-unrouted': mirrored({
    fails: [gate('', '«AWS::EC2::VPCEndpoint»'), gate(', VpcEndpointType: Gateway', '«AWS::EC2::VPCEndpoint»')],
    passes: [gate(', RouteTableIds: [rtb-1]'), gate(', VpcEndpointType: Interface')],
    unknown: [gate(', RouteTableIds: UNKNOWN'), gate(', VpcEndpointType: UNKNOWN')],
    cdkPasses: `new ec2.GatewayVpcEndpoint(this, 'E', { vpc, service: ec2.GatewayVpcEndpointAwsService.S3 });`,
  }),
  'vpc-route-before-attachment': {
    yaml: {
      fails: waiting('Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref «Gate» }'),
      passes: [
        waiting('DependsOn: Attach, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gate }'),
        waiting('Properties: { RouteTableId: !Ref Table, GatewayId: !Ref Gate }').replace(
          'RouteTable, Properties',
          'RouteTable, DependsOn: [Attach], Properties',
        ),
        waiting('Properties: { RouteTableId: !Ref Table, GatewayId: igw-1 }'),
      ],
      unknown: waiting('Properties: { RouteTableId: !Ref Table, GatewayId: UNKNOWN }'),
    },
    cdk: {
      fails: `const vpc = new ec2.CfnVPC(this, 'V', { cidrBlock: '10.0.0.0/16' });
    const gate = new ec2.CfnInternetGateway(this, 'G');
    new ec2.CfnVPCGatewayAttachment(this, 'A', { vpcId: vpc.ref, internetGatewayId: gate.ref SPREAD});
    const table = new ec2.CfnRouteTable(this, 'T', { vpcId: vpc.ref });
    new ec2.CfnRoute(this, 'R', { routeTableId: table.ref, gatewayId: «gate.ref» SPREAD});`,
      passes: `const gate = new ec2.CfnInternetGateway(this, 'G');
    const attached = new ec2.CfnVPCGatewayAttachment(this, 'A', { vpcId: 'vpc-1', internetGatewayId: gate.ref });
    const table = new ec2.CfnRouteTable(this, 'T', { vpcId: 'vpc-1' });
    const route = new ec2.CfnRoute(this, 'R', { routeTableId: table.ref, gatewayId: gate.ref });
    route.addDependency(attached);`,
    },
  },
};

const entry = (id: string, number: string, properties: string): string =>
  `${id}: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: ${number}, CidrBlock: 10.0.0.0/8, ${properties} SPREAD} }`;
const acl = (...entries: readonly string[]): string => ['Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: vpc-1 } }', ...entries].join('\n');
const ports = (from: number, to: number, name = 'PortRange'): string => `Protocol: 6, ${name}: { From: ${from}, To: ${to} }`;
const web = entry('Web', '100', `RuleAction: allow, ${ports(443, 443, '«PortRange»')}`);

export const networkAclCases: Readonly<Record<string, RuleCase>> = {
  'vpc-network-acl-no-replies': mirrored({
    fails: [
      acl(web),
      acl(web, entry('Out', '100', 'Egress: true, RuleAction: allow, Protocol: 17, PortRange: { From: 1024, To: 65535 }')),
      acl(entry('Call', '100', `Egress: true, RuleAction: allow, ${ports(443, 443, '«PortRange»')}`), entry('In', '100', 'RuleAction: deny, Protocol: -1')),
    ],
    passes: [
      acl(entry('Web', '100', `RuleAction: allow, ${ports(443, 443)}`), entry('Out', '100', `Egress: true, RuleAction: allow, ${ports(1024, 65_535)}`)),
      acl(entry('Web', '100', `RuleAction: allow, ${ports(443, 443)}`), entry('Out', '100', 'Egress: true, RuleAction: allow, Protocol: -1')),
      acl(entry('Back', '100', `RuleAction: allow, ${ports(1024, 65_535)}`)),
      acl(entry('No', '100', `RuleAction: deny, ${ports(443, 443)}`)),
    ],
    unknown: [
      acl(entry('Web', '100', `RuleAction: allow, ${ports(443, 443)}`), entry('Out', '100', 'Egress: true, RuleAction: allow, Protocol: UNKNOWN')),
      acl(entry('Web', '100', `RuleAction: UNKNOWN, ${ports(443, 443)}`)),
    ],
  }),
  'vpc-network-acl-deny-late': mirrored({
    fails: [
      acl(entry('All', '100', 'RuleAction: allow, Protocol: -1'), entry('No', '«200»', `RuleAction: deny, ${ports(22, 22)}`)),
      acl(entry('Some', '100', `RuleAction: allow, ${ports(0, 1000)}`), entry('No', '«200»', `RuleAction: deny, ${ports(22, 22)}`)),
    ],
    passes: [
      acl(entry('All', '200', 'RuleAction: allow, Protocol: -1'), entry('No', '100', `RuleAction: deny, ${ports(22, 22)}`)),
      acl(entry('Some', '100', `RuleAction: allow, ${ports(80, 80)}`), entry('No', '200', `RuleAction: deny, ${ports(22, 22)}`)),
      acl(entry('All', '100', 'Egress: true, RuleAction: allow, Protocol: -1'), entry('No', '200', `RuleAction: deny, ${ports(22, 22)}`)),
      acl(
        entry('All', '100', 'RuleAction: allow, Protocol: -1').replace('10.0.0.0/8', '10.1.0.0/16'),
        entry('No', '200', `RuleAction: deny, ${ports(22, 22)}`),
      ),
    ],
    unknown: acl(entry('All', 'UNKNOWN', 'RuleAction: allow, Protocol: -1'), entry('No', '200', `RuleAction: deny, ${ports(22, 22)}`)),
  }),
};

const places = (first: string, second: string): string =>
  `Alpha: { Type: AWS::EC2::Subnet, Properties: { CidrBlock: 10.0.0.0/24, AvailabilityZone: ${first} SPREAD} }\nBeta: { Type: AWS::EC2::Subnet, Properties: { CidrBlock: 10.0.1.0/24, AvailabilityZone: ${second} SPREAD} }`;
const same = places('eu-west-1a', 'eu-west-1a');
const spread = places('eu-west-1a', 'eu-west-1b').replaceAll(' SPREAD', '');
const notSure = places('eu-west-1a', 'UNKNOWN');
const zoned = (resource: (subnets: string, mark: boolean) => string): RuleCase =>
  mirrored({
    fails: [`${same}\n${resource('[!Ref Alpha, !Ref Beta]', true)}`, `${spread}\n${resource('[!Ref Alpha]', true)}`],
    passes: [`${spread}\n${resource('[!Ref Alpha, !Ref Beta]', false)}`, `${same}\n${resource('[!Ref Alpha, subnet-2]', false)}`],
    unknown: [
      `${notSure}\n${resource('[!Ref Alpha, !Ref Beta]', false)}`,
      `${same}\n${resource('UNKNOWN', false)}`,
      `${same}\n${resource('[UNKNOWN]', false)}`,
    ],
  });
const named = (name: string, mark: boolean): string => (mark ? `«${name}»` : name);
const instance = (id: string, properties: string): string => `${id}: { Type: AWS::EC2::Instance, Properties: { ${properties} SPREAD} }`;
const volume = (properties: string): string => `Disk: { Type: AWS::EC2::Volume, Properties: { Size: 8, ${properties} SPREAD} }`;
const attach = (id: string, instanceId: string, volumeId = '!Ref Disk'): string =>
  `${id}: { Type: AWS::EC2::VolumeAttachment, Properties: { VolumeId: ${volumeId}, InstanceId: !Ref ${instanceId} SPREAD} }`;
const aurora = (first: string, second: string): string =>
  `Core: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql } }\nWriter: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: !Ref Core, AvailabilityZone: ${first} SPREAD} }\nReader: { Type: AWS::RDS::DBInstance, Properties: { DBClusterIdentifier: !Ref Core, AvailabilityZone: ${second} SPREAD} }`;
const files = (properties: string, targets: readonly string[], type = 'AWS::EFS::FileSystem'): string =>
  [`Files: { Type: ${type}, Properties: { Encrypted: true${properties} SPREAD} }`]
    .concat(
      targets.map((target, index) => `Mount${index}: { Type: AWS::EFS::MountTarget, Properties: { SubnetId: subnet-${index}, FileSystemId: ${target} } }`),
    )
    .join('\n');
const cluster = 'Near: { Type: AWS::EC2::PlacementGroup, Properties: { Strategy: cluster } }';

export const acrossZonesCases: Readonly<Record<string, RuleCase>> = {
  'elb-one-zone': zoned((subnets, mark) => `Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { ${named('Subnets', mark)}: ${subnets} } }`),
  'rds-subnet-group-one-zone': zoned((subnets, mark) => `Group: { Type: AWS::RDS::DBSubnetGroup, Properties: { ${named('SubnetIds', mark)}: ${subnets} } }`),
  'elasticache-subnet-group-one-zone': zoned(
    (subnets, mark) => `Group: { Type: AWS::ElastiCache::SubnetGroup, Properties: { ${named('SubnetIds', mark)}: ${subnets} } }`,
  ),
  'efs-one-mount-target': mirrored({
    fails: files('', ['!Ref Files'], '«AWS::EFS::FileSystem»'),
    passes: [files('', ['!Ref Files', '!Ref Files']), files(', AvailabilityZoneName: eu-west-1a', ['!Ref Files']), files('', [])],
    unknown: [files(', AvailabilityZoneName: UNKNOWN', ['!Ref Files']), files('', ['!Ref Files', 'UNKNOWN'])],
    cdkPasses: `const files = new efs.CfnFileSystem(this, 'F', { encrypted: true });
    for (const subnet of subnets) new efs.CfnMountTarget(this, \`Mount\${subnet}\`, { fileSystemId: files.ref, subnetId: subnet, securityGroups: [] });`,
  }),
  'aurora-instances-one-zone': mirrored({
    fails: aurora('eu-west-1a', '«eu-west-1a»'),
    passes: [aurora('eu-west-1a', 'eu-west-1b'), aurora('eu-west-1a', 'eu-west-1a').split('\n').slice(0, 2).join('\n')],
  }),
  'ebs-attached-across-zones': mirrored({
    fails: [
      `${volume('AvailabilityZone: «eu-west-1a»')}\n${instance('Box', 'AvailabilityZone: eu-west-1b')}\n${attach('Join', 'Box')}`,
      `${volume('AvailabilityZone: «eu-west-1c»')}\n${same}\n${instance('Box', 'SubnetId: !Ref Alpha, Volumes: [{ Device: /dev/sdf, VolumeId: !Ref Disk }]')}`,
    ],
    passes: `${volume('AvailabilityZone: eu-west-1a')}\n${instance('Box', 'AvailabilityZone: eu-west-1a')}\n${attach('Join', 'Box')}`,
  }),
  'ebs-attached-twice': mirrored({
    fails: `${volume('AvailabilityZone: eu-west-1a')}\n${instance('Box', 'ImageId: ami-1')}\n${instance('More', 'ImageId: ami-1')}\n${attach('Join', 'Box')}\n${attach('Again', 'More', '!Ref «Disk»')}`,
    passes: [
      `${volume('VolumeType: io2, MultiAttachEnabled: true')}\n${instance('Box', 'ImageId: ami-1')}\n${instance('More', 'ImageId: ami-1')}\n${attach('Join', 'Box')}\n${attach('Again', 'More')}`,
      `${volume('AvailabilityZone: eu-west-1a')}\n${instance('Box', 'ImageId: ami-1')}\n${attach('Join', 'Box')}`,
    ],
    unknown: `${volume('MultiAttachEnabled: UNKNOWN')}\n${instance('Box', 'ImageId: ami-1')}\n${instance('More', 'ImageId: ami-1')}\n${attach('Join', 'Box')}\n${attach('Again', 'More')}`,
  }),
  'ec2-placement-group-mixed-types': mirrored({
    fails: `${cluster}\n${instance('Box', 'PlacementGroupName: !Ref Near, InstanceType: c7i.large')}\n${instance('More', 'PlacementGroupName: !Ref Near, InstanceType: «c7i.xlarge»')}`,
    passes: [
      `${cluster}\n${instance('Box', 'PlacementGroupName: !Ref Near, InstanceType: c7i.large')}\n${instance('More', 'PlacementGroupName: !Ref Near, InstanceType: c7i.large')}`,
      `${cluster.replace('cluster', 'spread')}\n${instance('Box', 'PlacementGroupName: !Ref Near, InstanceType: c7i.large')}\n${instance('More', 'PlacementGroupName: !Ref Near, InstanceType: m7i.large')}`,
    ],
  }),
  'ec2-placement-group-zones': mirrored({
    fails: [
      `${cluster}\n${instance('Box', 'PlacementGroupName: !Ref Near, AvailabilityZone: eu-west-1a')}\n${instance('More', 'PlacementGroupName: !Ref Near, AvailabilityZone: «eu-west-1b»')}`,
      `${cluster}\n${spread}\nFleet: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { PlacementGroup: !Ref Near, «VPCZoneIdentifier»: [!Ref Alpha, !Ref Beta] } }`,
    ],
    passes: [
      `${cluster}\n${instance('Box', 'PlacementGroupName: !Ref Near, AvailabilityZone: eu-west-1a')}\n${instance('More', 'PlacementGroupName: !Ref Near, AvailabilityZone: eu-west-1a')}`,
      `${cluster.replace('cluster', 'partition')}\n${spread}\nFleet: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { PlacementGroup: !Ref Near, VPCZoneIdentifier: [!Ref Alpha, !Ref Beta] } }`,
    ],
    unknown: `${cluster}\n${instance('Box', 'PlacementGroupName: !Ref Near, AvailabilityZone: eu-west-1a')}\n${instance('More', 'PlacementGroupName: !Ref Near, AvailabilityZone: UNKNOWN')}`,
  }),
};
