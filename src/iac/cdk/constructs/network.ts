import { attribute, either, members, namesOf, plain, seconds, something } from '../converters';
import { classicListeners, healthCheckSettings, protocolOf, sslPolicy, vpcAddresses, zoneName } from './networkValues';
import { aside, construct, same, simple, unset, type Constructs, type Props } from './construct';

const attributes = 'LoadBalancerAttributes';

const balancerProps: Props = {
  loadBalancerName: ['Name', plain],
  internetFacing: ['Scheme', either('internet-facing', 'internal')],
  deletionProtection: [attributes, attribute('deletion_protection.enabled')],
  crossZoneEnabled: [attributes, attribute('load_balancing.cross_zone.enabled')],
  denyAllIgwTraffic: [attributes, something],
  minimumCapacityUnit: ['MinimumLoadBalancerCapacity', something],
  ipAddressType: ['IpAddressType', something],
};

const groupProps: Props = {
  ...same('port'),
  targetGroupName: ['Name', plain],
  targetType: ['TargetType', members('TargetType', { INSTANCE: 'instance', IP: 'ip', LAMBDA: 'lambda', ALB: 'alb' })],
  protocol: ['Protocol', protocolOf],
  deregistrationDelay: ['TargetGroupAttributes', attribute('deregistration_delay.timeout_seconds', seconds)],
  slowStart: ['TargetGroupAttributes', attribute('slow_start.duration_seconds', seconds)],
  ...healthCheckSettings,
};

const listenerProps: Props = {
  ...same('port'),
  protocol: ['Protocol', protocolOf],
  sslPolicy: ['SslPolicy', sslPolicy],
  certificates: [['Certificates', something], aside('Protocol', something)],
  loadBalancer: ['LoadBalancerArn', plain],
};

const subnetProps: Props = same('vpcId', 'cidrBlock', 'availabilityZone', 'mapPublicIpOnLaunch');

const zoneProps: Props = { zoneName: aside('Name', zoneName), addTrailingDot: ['Name', something] };

const recordProps: Props = {
  ...same('weight', 'setIdentifier', 'comment', 'multiValueAnswer'),
  recordName: ['Name', something],
  zone: ['HostedZoneId', plain],
  ttl: ['TTL', plain],
  target: ['ResourceRecords', something],
  healthCheck: ['HealthCheckId', plain],
  failover: ['Failover', members('Failover', { PRIMARY: 'PRIMARY', SECONDARY: 'SECONDARY' })],
};

/** VPCs, load balancers, Route 53, Global Accelerator and Cloud Map. */
export const network: Constructs = {
  'aws-ec2.Vpc': construct(
    'EC2::VPC',
    {
      ...same('enableDnsHostnames', 'enableDnsSupport'),
      cidr: ['CidrBlock', plain],
      ipAddresses: ['CidrBlock', vpcAddresses],
      defaultInstanceTenancy: ['InstanceTenancy', members('DefaultInstanceTenancy', { DEFAULT: 'default', DEDICATED: 'dedicated' })],
    },
    { CidrBlock: '10.0.0.0/16', EnableDnsHostnames: true, EnableDnsSupport: true, InstanceTenancy: 'default' },
  ),
  'aws-ec2.Subnet': construct('EC2::Subnet', subnetProps),
  'aws-ec2.PublicSubnet': construct('EC2::Subnet', subnetProps),
  'aws-ec2.PrivateSubnet': construct('EC2::Subnet', subnetProps),
  'aws-ec2.SecurityGroup': construct('EC2::SecurityGroup', {
    description: ['GroupDescription', plain],
    securityGroupName: ['GroupName', plain],
    vpc: ['VpcId', plain],
    allowAllOutbound: ['SecurityGroupEgress', something],
  }),
  'aws-ec2.GatewayVpcEndpoint': construct('EC2::VPCEndpoint', { vpc: ['VpcId', plain], service: ['ServiceName', something] }, { VpcEndpointType: 'Gateway' }),
  'aws-ec2.InterfaceVpcEndpoint': construct(
    'EC2::VPCEndpoint',
    { ...same('privateDnsEnabled'), vpc: ['VpcId', plain], service: ['ServiceName', something] },
    { VpcEndpointType: 'Interface' },
  ),
  'aws-ec2.FlowLog': construct(
    'EC2::FlowLog',
    {
      trafficType: ['TrafficType', namesOf('FlowLogTrafficType', 'ACCEPT', 'ALL', 'REJECT')],
      maxAggregationInterval: ['MaxAggregationInterval', members('FlowLogMaxAggregationInterval', { ONE_MINUTE: 60, TEN_MINUTES: 600 })],
      destination: ['LogDestination', something],
    },
    { TrafficType: 'ALL' },
  ),
  'aws-ec2.NetworkAcl': construct('EC2::NetworkAcl', { vpc: ['VpcId', plain] }),
  'aws-ec2.NetworkAclEntry': construct('EC2::NetworkAclEntry', {
    ...same('ruleNumber'),
    networkAcl: ['NetworkAclId', plain],
    cidr: [['CidrBlock', something], aside('Ipv6CidrBlock', something)],
    traffic: [['Protocol', something], aside('PortRange', something), aside('Icmp', something)],
    direction: ['Egress', members('TrafficDirection', { EGRESS: true, INGRESS: false })],
    ruleAction: ['RuleAction', members('Action', { ALLOW: 'allow', DENY: 'deny' })],
  }),
  ...simple('aws-ec2', {
    SubnetNetworkAclAssociation: 'EC2::SubnetNetworkAclAssociation',
    KeyPair: 'EC2::KeyPair',
    PrefixList: 'EC2::PrefixList',
    VpnConnection: 'EC2::VPNConnection',
    VpnGateway: 'EC2::VPNGateway',
    ClientVpnEndpoint: 'EC2::ClientVpnEndpoint',
    ClientVpnAuthorizationRule: 'EC2::ClientVpnAuthorizationRule',
    ClientVpnRoute: 'EC2::ClientVpnRoute',
  }),
  'aws-ec2.PlacementGroup': construct('EC2::PlacementGroup', {
    strategy: ['Strategy', members('PlacementGroupStrategy', { CLUSTER: 'cluster', PARTITION: 'partition', SPREAD: 'spread' })],
    partitions: ['PartitionCount', plain],
  }),
  'aws-ec2.VpcEndpointService': construct('EC2::VPCEndpointService', { acceptanceRequired: ['AcceptanceRequired', plain] }, { AcceptanceRequired: true }),
  'aws-elasticloadbalancingv2.ApplicationLoadBalancer': construct(
    'ElasticLoadBalancingV2::LoadBalancer',
    {
      ...balancerProps,
      http2Enabled: [attributes, attribute('routing.http2.enabled')],
      idleTimeout: [attributes, attribute('idle_timeout.timeout_seconds', seconds)],
      clientKeepAlive: [attributes, attribute('client_keep_alive.seconds', seconds)],
      dropInvalidHeaderFields: [attributes, attribute('routing.http.drop_invalid_header_fields.enabled')],
      desyncMitigationMode: [
        attributes,
        attribute(
          'routing.http.desync_mitigation_mode',
          members('DesyncMitigationMode', { MONITOR: 'monitor', DEFENSIVE: 'defensive', STRICTEST: 'strictest' }),
        ),
      ],
    },
    { Type: 'application', Scheme: 'internal' },
  ),
  'aws-elasticloadbalancingv2.NetworkLoadBalancer': construct('ElasticLoadBalancingV2::LoadBalancer', balancerProps, {
    Type: 'network',
    Scheme: 'internal',
  }),
  'aws-elasticloadbalancingv2.ApplicationTargetGroup': construct('ElasticLoadBalancingV2::TargetGroup', groupProps),
  'aws-elasticloadbalancingv2.NetworkTargetGroup': construct('ElasticLoadBalancingV2::TargetGroup', groupProps),
  'aws-elasticloadbalancingv2.ApplicationListener': construct('ElasticLoadBalancingV2::Listener', listenerProps),
  'aws-elasticloadbalancingv2.NetworkListener': construct('ElasticLoadBalancingV2::Listener', listenerProps),
  'aws-elasticloadbalancingv2.ApplicationListenerRule': construct('ElasticLoadBalancingV2::ListenerRule', {
    ...same('priority'),
    listener: ['ListenerArn', plain],
  }),
  ...simple('aws-elasticloadbalancingv2', {
    ApplicationListenerCertificate: 'ElasticLoadBalancingV2::ListenerCertificate',
    TrustStore: 'ElasticLoadBalancingV2::TrustStore',
    TrustStoreRevocation: 'ElasticLoadBalancingV2::TrustStoreRevocation',
  }),
  'aws-elasticloadbalancing.LoadBalancer': construct(
    'ElasticLoadBalancing::LoadBalancer',
    {
      ...same('crossZone'),
      internetFacing: ['Scheme', either('internet-facing', 'internal')],
      accessLoggingPolicy: ['AccessLoggingPolicy', plain],
      listeners: ['Listeners', classicListeners],
      healthCheck: ['HealthCheck', something],
    },
    { Scheme: 'internal', CrossZone: true, ...unset('AccessLoggingPolicy.Enabled', 'AccessLoggingPolicy') },
  ),
  'aws-route53.HostedZone': construct('Route53::HostedZone', { ...zoneProps, vpcs: ['VPCs', something] }),
  'aws-route53.PublicHostedZone': construct('Route53::HostedZone', zoneProps),
  'aws-route53.PrivateHostedZone': construct('Route53::HostedZone', { ...zoneProps, vpc: ['VPCs', something] }),
  ...Object.fromEntries(
    Object.entries({
      ARecord: 'A',
      AaaaRecord: 'AAAA',
      CnameRecord: 'CNAME',
      TxtRecord: 'TXT',
      MxRecord: 'MX',
      NsRecord: 'NS',
      SrvRecord: 'SRV',
      CaaRecord: 'CAA',
      CaaAmazonRecord: 'CAA',
      DsRecord: 'DS',
      ZoneDelegationRecord: 'NS',
    }).map(([name, type]) => [`aws-route53.${name}`, construct('Route53::RecordSet', recordProps, { Type: type })]),
  ),
  'aws-route53.RecordSet': construct('Route53::RecordSet', recordProps),
  'aws-route53.HealthCheck': construct('Route53::HealthCheck', {
    type: [
      'HealthCheckConfig.Type',
      namesOf('HealthCheckType', 'HTTP', 'HTTPS', 'HTTP_STR_MATCH', 'HTTPS_STR_MATCH', 'TCP', 'CALCULATED', 'CLOUDWATCH_METRIC', 'RECOVERY_CONTROL'),
    ],
    fqdn: ['HealthCheckConfig.FullyQualifiedDomainName', plain],
    ipAddress: ['HealthCheckConfig.IPAddress', plain],
    port: ['HealthCheckConfig.Port', plain],
    resourcePath: ['HealthCheckConfig.ResourcePath', plain],
    failureThreshold: ['HealthCheckConfig.FailureThreshold', plain],
    requestInterval: ['HealthCheckConfig.RequestInterval', seconds],
    enableSNI: ['HealthCheckConfig.EnableSNI', plain],
    measureLatency: ['HealthCheckConfig.MeasureLatency', plain],
  }),
  'aws-globalaccelerator.Accelerator': construct('GlobalAccelerator::Accelerator', { ...same('enabled'), acceleratorName: ['Name', plain] }),
  ...simple('aws-globalaccelerator', { Listener: 'GlobalAccelerator::Listener', EndpointGroup: 'GlobalAccelerator::EndpointGroup' }),
  ...simple('aws-servicediscovery', {
    PrivateDnsNamespace: 'ServiceDiscovery::PrivateDnsNamespace',
    PublicDnsNamespace: 'ServiceDiscovery::PublicDnsNamespace',
    HttpNamespace: 'ServiceDiscovery::HttpNamespace',
    Service: 'ServiceDiscovery::Service',
    IpInstance: 'ServiceDiscovery::Instance',
    CnameInstance: 'ServiceDiscovery::Instance',
    NonIpInstance: 'ServiceDiscovery::Instance',
    AliasTargetInstance: 'ServiceDiscovery::Instance',
  }),
};
