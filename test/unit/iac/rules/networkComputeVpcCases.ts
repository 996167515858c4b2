import type { RuleCase } from './cases';
import { settings } from './settingCases';

const net = 'Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }';
const cdkNet = `const vpc = new ec2.CfnVPC(this, 'V', { cidrBlock: '10.0.0.0/16' });`;
const subnets = (one: string, other: string, vpc = '!Ref Net'): string =>
  `A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, AvailabilityZone: ${one} } }
B: { Type: AWS::EC2::Subnet, Properties: { VpcId: ${vpc}, AvailabilityZone: ${other} } }`;
const marked = net.replace('AWS::EC2::VPC', '«AWS::EC2::VPC»');
const gateway = 'Gate: { Type: AWS::EC2::InternetGateway }';
const route = (properties: string): string => `Out: { Type: AWS::EC2::Route, Properties: { ${properties} } }`;
const privateSubnet = (table: string, properties: string, id = 'PrivateOne'): string => `${gateway}
${id}: { Type: AWS::EC2::Subnet }
Table: { Type: AWS::EC2::RouteTable }
${route(`RouteTableId: !Ref Table, ${properties}`)}
Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref ${id}, RouteTableId: ${table} } }`;
const endpoint = 'AWS::EC2::VPCEndpoint';
const policy = (statement: string): string => `PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', ${statement} }] }`;
const device = (type: string, connections: number): string =>
  [`Device: { Type: ${type}, Properties: { Type: ipsec.1, IpAddress: 203.0.113.1 } }`]
    .concat(
      Array.from({ length: connections }, (_, index) => `Line${index}: { Type: AWS::EC2::VPNConnection, Properties: { CustomerGatewayId: !Ref Device } }`),
    )
    .join('\n');
const zone = (properties: string, type = 'AWS::Route53::HostedZone'): string => `Zone: { Type: ${type}, Properties: { ${properties} } }`;
const recordSet = 'AWS::Route53::RecordSet';
const weighted = (alias: string): string => `Name: a.example.com, Type: A, SetIdentifier: a, Weight: 10, ${alias}`;

export const networkComputeVpcCases: Readonly<Record<string, RuleCase>> = {
  'vpc-flow-logs-off': {
    yaml: {
      fails: [marked, `${marked}\nLog: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: subnet-1, ResourceType: Subnet } }`],
      passes: `${net}\nLog: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: !Ref Net, ResourceType: VPC } }`,
      unknown: `${net}\nLog: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: UNKNOWN, ResourceType: VPC } }`,
    },
    cdk: {
      fails: `new ec2.«CfnVPC»(this, 'V', { cidrBlock: '10.0.0.0/16' });
    new ec2.CfnFlowLog(this, 'F', { resourceId: 'vpc-1' SPREAD});`,
      passes: [`${cdkNet}\n    new ec2.CfnFlowLog(this, 'F', { resourceId: vpc.ref });`, `new ec2.Vpc(this, 'V', { cidr: '10.0.0.0/16' });`],
      unknown: `${cdkNet}\n    new ec2.CfnFlowLog(this, 'F', { resourceId: UNKNOWN });`,
    },
  },
  'vpc-flow-log-partial': settings('AWS::EC2::FlowLog', {
    fails: ['TrafficType: «REJECT»', "TrafficType: '«ACCEPT»'"],
    passes: ['TrafficType: ALL', 'ResourceType: TransitGateway', 'TrafficType: !If [Production, ALL, REJECT]'],
  }),
  'vpc-subnet-public-addresses': settings('AWS::EC2::Subnet', {
    fails: ['MapPublicIpOnLaunch: «true»', "MapPublicIpOnLaunch: '«true»'", 'MapPublicIpOnLaunch: !Ref «On»'],
    passes: ['MapPublicIpOnLaunch: false', 'CidrBlock: 10.0.0.0/24', 'MapPublicIpOnLaunch: !If [Production, false, true]'],
  }),
  'vpc-dns-hostnames-off': settings('AWS::EC2::VPC', {
    missing: ['CidrBlock: 10.0.0.0/16'],
    fails: ['EnableDnsHostnames: «false»', 'EnableDnsHostnames: !Ref «Off»'],
    passes: ['EnableDnsHostnames: true', "EnableDnsHostnames: 'true'"],
  }),
  'vpc-dns-support-off': settings('AWS::EC2::VPC', { fails: ['EnableDnsSupport: «false»'], passes: ['EnableDnsSupport: true', 'CidrBlock: 10.0.0.0/16'] }),
  'vpc-dedicated-tenancy': settings('AWS::EC2::VPC', {
    fails: ['InstanceTenancy: «dedicated»'],
    passes: ['InstanceTenancy: default', 'CidrBlock: 10.0.0.0/16', 'InstanceTenancy: !If [Production, dedicated, default]'],
  }),
  'vpc-subnets-one-zone': {
    yaml: {
      fails: [
        `${net}\n${subnets('«us-east-1a»', "'us-east-1a'")}`,
        `${net}\n${subnets('!Select «[0, !GetAZs "»"]', '!Select [0, !GetAZs { Ref: AWS::Region }]')}`,
      ],
      passes: [
        `${net}\n${subnets('us-east-1a', 'us-east-1b')}`,
        `${net}\n${subnets('us-east-1a', 'us-east-1a', 'vpc-1')}`,
        `${net}\n${subnets('!Select [0, !GetAZs ""]', '!Select [1, !GetAZs ""]')}`,
        `${net}\n${subnets('!Select [0, !GetAZs ""]', 'us-east-1a')}`,
      ],
      unknown: [
        `${net}\n${subnets('us-east-1a', 'UNKNOWN')}`,
        `${net}\n${subnets('us-east-1a', 'us-east-1a')}\n${subnets('us-east-1a', 'us-east-1a', 'UNKNOWN').replaceAll(/^([AB]):/gm, '$1x:')}`,
      ],
    },
    cdk: {
      fails: `${cdkNet}
    new ec2.CfnSubnet(this, 'A', { vpcId: vpc.ref, availabilityZone: «'us-east-1a'» });
    new ec2.CfnSubnet(this, 'B', { vpcId: vpc.ref, availabilityZone: 'us-east-1a' SPREAD});`,
      passes: `${cdkNet}
    new ec2.CfnSubnet(this, 'A', { vpcId: vpc.ref, availabilityZone: 'us-east-1a' });
    new ec2.CfnSubnet(this, 'B', { vpcId: vpc.ref, availabilityZone: 'us-east-1b' });`,
    },
  },
  'internet-gateway-detached': {
    yaml: {
      fails: `${gateway.replace('AWS::EC2::InternetGateway', '«AWS::EC2::InternetGateway»')}\nUse: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpnGatewayId: vgw-1 } }`,
      passes: `${gateway}\nUse: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { InternetGatewayId: !Ref Gate } }`,
      unknown: `${gateway}\nUse: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { InternetGatewayId: UNKNOWN } }`,
    },
    cdk: {
      fails: `new ec2.«CfnInternetGateway»(this, 'G', {});
    new ec2.CfnVPCGatewayAttachment(this, 'A', { internetGatewayId: 'igw-1' SPREAD});`,
      passes: `const gateway = new ec2.CfnInternetGateway(this, 'G', {});
    new ec2.CfnVPCGatewayAttachment(this, 'A', { internetGatewayId: gateway.ref });`,
      unknown: `new ec2.CfnInternetGateway(this, 'G', {});
    new ec2.CfnVPCGatewayAttachment(this, 'A', { internetGatewayId: UNKNOWN });`,
    },
  },
  'vpc-peering-default-route': {
    yaml: {
      fails: [
        route('DestinationCidrBlock: 0.0.0.0/0, VpcPeeringConnectionId: !Ref «Unset»'),
        route("DestinationIpv6CidrBlock: '::/0', VpcPeeringConnectionId: «pcx-1»"),
      ],
      passes: [route('DestinationCidrBlock: 10.0.0.0/8, VpcPeeringConnectionId: pcx-1'), route('DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1')],
      unknown: route('DestinationCidrBlock: UNKNOWN, VpcPeeringConnectionId: pcx-1'),
    },
    cdk: {
      fails: `new ec2.CfnRoute(this, 'R', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', vpcPeeringConnectionId: «'pcx-1'» SPREAD});`,
      passes: `new ec2.CfnRoute(this, 'R', { routeTableId: 'rtb-1', destinationCidrBlock: '10.0.0.0/8', vpcPeeringConnectionId: 'pcx-1' });`,
    },
  },
  'vpc-route-to-internet': {
    yaml: {
      fails: [
        `${gateway}\n${route('DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref «Gate»')}`,
        `${gateway}\n${route("DestinationIpv6CidrBlock: '::/0', GatewayId: !Ref «Gate»")}`,
      ],
      passes: [`${gateway}\n${route('DestinationCidrBlock: 10.0.0.0/8, GatewayId: !Ref Gate')}`, route('DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1')],
      unknown: [route('DestinationCidrBlock: 0.0.0.0/0, GatewayId: UNKNOWN'), `${gateway}\n${route('DestinationCidrBlock: UNKNOWN, GatewayId: !Ref Gate')}`],
    },
    cdk: {
      fails: `const gateway = new ec2.CfnInternetGateway(this, 'G', {});
    new ec2.CfnRoute(this, 'R', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', gatewayId: «gateway.ref» SPREAD});`,
      passes: `new ec2.CfnRoute(this, 'R', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' });`,
    },
  },
  'vpc-private-subnet-public': {
    yaml: {
      fails: privateSubnet('!Ref «Table»', 'DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gate'),
      passes: [
        privateSubnet('!Ref Table', 'DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1'),
        privateSubnet('!Ref Table', 'DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gate', 'PublicOne'),
        privateSubnet('rtb-1', 'DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gate'),
      ],
      unknown: [
        privateSubnet('UNKNOWN', 'DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gate'),
        privateSubnet('!Ref Table', 'DestinationCidrBlock: UNKNOWN, GatewayId: !Ref Gate'),
      ],
    },
    cdk: {
      fails: `const gateway = new ec2.CfnInternetGateway(this, 'G', {});
    const table = new ec2.CfnRouteTable(this, 'T', { vpcId: 'vpc-1' });
    const subnet = new ec2.CfnSubnet(this, 'Private', { vpcId: 'vpc-1' });
    new ec2.CfnRoute(this, 'R', { routeTableId: table.ref, destinationCidrBlock: '0.0.0.0/0', gatewayId: gateway.ref });
    new ec2.CfnSubnetRouteTableAssociation(this, 'A', { subnetId: subnet.ref, routeTableId: «table.ref» SPREAD});`,
      passes: `const table = new ec2.CfnRouteTable(this, 'T', { vpcId: 'vpc-1' });
    const subnet = new ec2.CfnSubnet(this, 'Private', { vpcId: 'vpc-1' });
    new ec2.CfnSubnetRouteTableAssociation(this, 'A', { subnetId: subnet.ref, routeTableId: table.ref });`,
    },
  },
  'ec2-default-vpc': settings('AWS::EC2::Instance', {
    missing: ['ImageId: ami-1'],
    passes: ['SubnetId: subnet-1', 'SubnetId: !Ref Unset', 'NetworkInterfaces: [{ DeviceIndex: 0 }]', 'LaunchTemplate: { Version: 1 }'],
    unknown: ['SubnetId: UNKNOWN'],
  }),
  'vpc-endpoint-open-policy': settings(endpoint, {
    fails: [policy("Action: '«*»', Resource: '*'"), policy("Action: '«s3:*»', Resource: ['*']")],
    passes: [
      policy("Action: '*', Resource: 'arn:aws:s3:::mine/*'"),
      policy("Action: s3:GetObject, Resource: '*'"),
      policy("Action: '*', Resource: '*', Condition: { StringEquals: { aws:PrincipalOrgID: o-1 } }"),
      'VpcEndpointType: Gateway',
    ],
    unknown: [policy("Action: UNKNOWN, Resource: '*'"), policy("Action: '*', Resource: UNKNOWN"), 'PolicyDocument: UNKNOWN'],
  }),
  'vpc-endpoint-no-policy': settings(endpoint, {
    missing: ['VpcId: vpc-1', 'VpcEndpointType: Gateway'],
    passes: ['PolicyDocument: { Statement: [] }', 'VpcEndpointType: Interface'],
    unknown: ['VpcEndpointType: UNKNOWN', 'PolicyDocument: UNKNOWN'],
  }),
  'vpc-endpoint-private-dns-off': settings(endpoint, {
    missing: ['VpcEndpointType: Interface'],
    fails: ['VpcEndpointType: Interface, PrivateDnsEnabled: «false»'],
    passes: ['VpcEndpointType: Interface, PrivateDnsEnabled: true', 'VpcEndpointType: Gateway', 'VpcId: vpc-1'],
    unknown: ['VpcEndpointType: UNKNOWN', 'VpcEndpointType: Interface, PrivateDnsEnabled: UNKNOWN'],
  }),
  'vpc-endpoint-one-zone': {
    yaml: {
      fails: [
        `Sub: { Type: AWS::EC2::Subnet }\nE: { Type: ${endpoint}, Properties: { VpcEndpointType: Interface, SubnetIds: [!Ref «Sub»] } }`,
        `E: { Type: ${endpoint}, Properties: { VpcEndpointType: Interface, SubnetIds: [«subnet-0a1b»] } }`,
      ],
      passes: [
        `E: { Type: ${endpoint}, Properties: { VpcEndpointType: Interface, SubnetIds: [subnet-1, subnet-2] } }`,
        `E: { Type: ${endpoint}, Properties: { VpcEndpointType: Interface, SubnetIds: !Ref UnsetList } }`,
        `N: { Type: AWS::CloudFormation::Stack }\nE: { Type: ${endpoint}, Properties: { VpcEndpointType: Interface, SubnetIds: [!GetAtt N.Outputs.Subnets] } }`,
      ],
      unknown: [
        `E: { Type: ${endpoint}, Properties: { VpcEndpointType: Interface, SubnetIds: [UNKNOWN] } }`,
        `E: { Type: ${endpoint}, Properties: { VpcEndpointType: UNKNOWN, SubnetIds: [subnet-1] } }`,
      ],
    },
    cdk: {
      fails: `new ec2.CfnVPCEndpoint(this, 'E', { vpcEndpointType: 'Interface', subnetIds: [«'subnet-1'»] SPREAD});`,
      passes: `new ec2.CfnVPCEndpoint(this, 'E', { vpcEndpointType: 'Interface', subnetIds: ['subnet-1', 'subnet-2'] });`,
    },
  },
  'vpc-endpoint-service-acceptance-off': settings('AWS::EC2::VPCEndpointService', {
    fails: ['AcceptanceRequired: «false»'],
    passes: ['AcceptanceRequired: true', 'NetworkLoadBalancerArns: [a]'],
  }),
  'vpn-static-routes': settings('AWS::EC2::VPNConnection', { fails: ['StaticRoutesOnly: «true»'], passes: ['StaticRoutesOnly: false', 'Type: ipsec.1'] }),
  'vpn-tunnel-logs-off': settings('AWS::EC2::VPNConnection', {
    missing: ['Type: ipsec.1'],
    fails: [
      'VpnTunnelOptionsSpecifications: [{ LogOptions: { CloudwatchLogOptions: { LogEnabled: «false» } } }]',
      'VpnTunnelOptionsSpecifications: [{ LogOptions: { «CloudwatchLogOptions»: { LogGroupArn: a } } }]',
    ],
    passes: ['VpnTunnelOptionsSpecifications: [{ LogOptions: { CloudwatchLogOptions: { LogEnabled: true } } }]'],
    unknown: ['VpnTunnelOptionsSpecifications: [{ LogOptions: { CloudwatchLogOptions: { LogEnabled: UNKNOWN } } }]', 'VpnTunnelOptionsSpecifications: UNKNOWN'],
  }),
  'vpn-single-connection': {
    yaml: {
      fails: device('«AWS::EC2::CustomerGateway»', 1),
      passes: [device('AWS::EC2::CustomerGateway', 2), device('AWS::EC2::CustomerGateway', 0)],
      unknown: device('AWS::EC2::CustomerGateway', 1).replace('!Ref Device', 'UNKNOWN'),
    },
    cdk: {
      fails: `const device = new ec2.«CfnCustomerGateway»(this, 'D', { type: 'ipsec.1' });
    new ec2.CfnVPNConnection(this, 'C', { customerGatewayId: device.ref SPREAD});`,
      passes: `new ec2.CfnCustomerGateway(this, 'D', { type: 'ipsec.1' });`,
    },
  },
  'client-vpn-log-off': settings('AWS::EC2::ClientVpnEndpoint', {
    missing: ['ServerCertificateArn: a'],
    fails: ['ConnectionLogOptions: { Enabled: «false» }'],
    passes: ['ConnectionLogOptions: { Enabled: true }'],
  }),
  'client-vpn-all-groups': settings('AWS::EC2::ClientVpnAuthorizationRule', {
    fails: ['AuthorizeAllGroups: «true»'],
    passes: ['AuthorizeAllGroups: false', 'AccessGroupId: staff'],
  }),
  'transit-gateway-auto-accept': settings('AWS::EC2::TransitGateway', {
    fails: ['AutoAcceptSharedAttachments: «enable»'],
    passes: ['AutoAcceptSharedAttachments: disable', 'Description: Hub'],
  }),
  'transit-gateway-default-routes': settings('AWS::EC2::TransitGateway', {
    missing: ['Description: Hub'],
    fails: ['DefaultRouteTableAssociation: «enable»'],
    passes: ['DefaultRouteTableAssociation: disable'],
  }),
  'global-accelerator-flow-logs-off': settings('AWS::GlobalAccelerator::Accelerator', {
    missing: ['Name: front'],
    fails: ['FlowLogsEnabled: «false»'],
    passes: ['FlowLogsEnabled: true'],
  }),
  'global-accelerator-client-address-off': settings('AWS::GlobalAccelerator::EndpointGroup', {
    fails: [
      'EndpointConfigurations: [{ EndpointId: a, ClientIPPreservationEnabled: «false» }]',
      "EndpointConfigurations: [{ ClientIPPreservationEnabled: '«False»' }]",
    ],
    passes: ['EndpointConfigurations: [{ EndpointId: a, ClientIPPreservationEnabled: true }]', 'EndpointConfigurations: [{ EndpointId: a }]', 'ListenerArn: a'],
  }),
  'route-53-query-logging-off': settings('AWS::Route53::HostedZone', {
    missing: ['Name: example.com'],
    passes: ['QueryLoggingConfig: { CloudWatchLogsLogGroupArn: a }', 'VPCs: [{ VPCId: vpc-1 }]'],
    unknown: ['QueryLoggingConfig: UNKNOWN', 'VPCs: UNKNOWN'],
  }),
  'route-53-dnssec-off': {
    yaml: {
      fails: [zone('Name: example.com', '«AWS::Route53::HostedZone»')],
      passes: [
        `${zone('Name: example.com')}\nSigned: { Type: AWS::Route53::DNSSEC, Properties: { HostedZoneId: !Ref Zone } }`,
        zone('VPCs: [{ VPCId: vpc-1 }]'),
      ],
      unknown: [`${zone('Name: example.com')}\nSigned: { Type: AWS::Route53::DNSSEC, Properties: { HostedZoneId: UNKNOWN } }`, zone('VPCs: UNKNOWN')],
    },
    cdk: {
      fails: `new route53.«CfnHostedZone»(this, 'Z', { name: 'example.com' SPREAD});`,
      passes: [
        `const zone = new route53.CfnHostedZone(this, 'Z', { name: 'example.com' });
    new route53.CfnDNSSEC(this, 'D', { hostedZoneId: zone.ref });`,
        `new route53.PublicHostedZone(this, 'Z', { zoneName: 'example.com' });`,
      ],
    },
  },
  'route-53-alias-without-health': settings(recordSet, {
    fails: [
      weighted('AliasTarget: { DNSName: lb, HostedZoneId: Z1, EvaluateTargetHealth: «false» }'),
      weighted('«AliasTarget»: { DNSName: lb, HostedZoneId: Z1 }'),
    ],
    passes: [
      weighted('AliasTarget: { DNSName: lb, HostedZoneId: Z1, EvaluateTargetHealth: true }'),
      weighted('AliasTarget: { DNSName: lb, HostedZoneId: Z1 }, HealthCheckId: h'),
      weighted('AliasTarget: { DNSName: d.cloudfront.net, HostedZoneId: Z2FDTNDATAQYW2, EvaluateTargetHealth: false }'),
      'Name: a.example.com, Type: A, AliasTarget: { DNSName: lb, HostedZoneId: Z1, EvaluateTargetHealth: false }',
      'Failover: PRIMARY, AliasTarget: { DNSName: lb, HostedZoneId: Z1, EvaluateTargetHealth: false }',
      'Failover: SECONDARY, AliasTarget: { DNSName: lb, HostedZoneId: Z1, EvaluateTargetHealth: false }',
    ],
    unknown: [
      weighted('AliasTarget: { DNSName: lb, HostedZoneId: Z1, EvaluateTargetHealth: UNKNOWN }'),
      weighted('AliasTarget: { DNSName: lb, HostedZoneId: Z1 }, HealthCheckId: UNKNOWN'),
      weighted('AliasTarget: UNKNOWN'),
    ],
  }),
  'route-53-empty-record': settings(recordSet, {
    missing: ['Name: a.example.com, Type: A'],
    passes: ['ResourceRecords: [192.0.2.1]', 'AliasTarget: { DNSName: lb }', 'ResourceRecords: !Ref UnsetList'],
    unknown: ['ResourceRecords: UNKNOWN', 'AliasTarget: UNKNOWN'],
  }),
  'route-53-wildcard-record': settings(recordSet, {
    fails: ["Name: '«*.example.com»'", "Name: '«*.example.com.»'"],
    passes: ['Name: www.example.com', "Name: '_a.*.example.com'"],
  }),
};
