import type { RuleCase } from './cases';
import { mirrored } from './mirror';

const task = (properties: string, type = 'AWS::ECS::TaskDefinition'): string => `Task: { Type: ${type}, Properties: { ${properties} SPREAD} }`;
const awsvpc = task('NetworkMode: awsvpc');
const service = (properties: string, type = 'AWS::ECS::Service'): string => `Run: { Type: ${type}, Properties: { ${properties} SPREAD} }`;
const balanced = 'LoadBalancers: [{ ContainerName: web, ContainerPort: 80 }]';
const group = (properties: string): string => `Group: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { Port: 80, ${properties} SPREAD} }`;
const behind = (reference: string): string => service(`TaskDefinition: !Ref Task, LoadBalancers: [{ TargetGroupArn: ${reference} }]`);
const web = task('ContainerDefinitions: [{ Name: web, PortMappings: [{ ContainerPort: 80 }] }, { Name: log }]');
const named = (name: string, port: string): string => service(`TaskDefinition: !Ref Task, LoadBalancers: [{ ContainerName: ${name}, ContainerPort: ${port} }]`);

export const containerCases: Readonly<Record<string, RuleCase>> = {
  'ecs-target-type': mirrored({
    fails: [`${awsvpc}\n${group('Protocol: HTTP')}\n${behind('!Ref «Group»')}`, `${awsvpc}\n${group('TargetType: instance')}\n${behind('!Ref «Group»')}`],
    passes: [
      `${awsvpc}\n${group('TargetType: ip')}\n${behind('!Ref Group')}`,
      `${task('NetworkMode: bridge')}\n${group('Protocol: HTTP')}\n${behind('!Ref Group')}`,
    ],
    unknown: [
      `${awsvpc}\n${group('TargetType: UNKNOWN')}\n${behind('!Ref Group')}`,
      `${task('NetworkMode: UNKNOWN')}\n${group('Protocol: HTTP')}\n${behind('!Ref Group')}`,
    ],
  }),
  'ecs-balanced-container-missing': mirrored({
    fails: [
      `${web}\n${named('«app»', '80')}`,
      `${web}\n${named('web', '«8080»')}`,
      `${task('ContainerDefinitions: [{ Name: web, PortMappings: [] SPREAD}]')}\n${named('web', '«80»')}`,
    ],
    passes: [`${web}\n${named('web', '80')}`, `${web}\n${service('TaskDefinition: !Ref Task, DesiredCount: 2')}`],
    unknown: [
      `${web}\n${named('UNKNOWN', '80')}`,
      `${task('ContainerDefinitions: [{ Name: UNKNOWN }]')}\n${named('app', '80')}`,
      `${task('ContainerDefinitions: UNKNOWN')}\n${named('app', '80')}`,
    ],
  }),
  'ecs-network-configuration-missing': mirrored({
    fails: `${awsvpc}\n${service('TaskDefinition: !Ref «Task»')}`,
    passes: [
      `${awsvpc}\n${service('TaskDefinition: !Ref Task, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-1] } }')}`,
      `${task('NetworkMode: bridge')}\n${service('TaskDefinition: !Ref Task')}`,
      `${awsvpc}\n${service('TaskDefinition: !Ref Task, DeploymentController: { Type: EXTERNAL }')}`,
    ],
    unknown: [
      `${awsvpc}\n${service('TaskDefinition: !Ref Task, NetworkConfiguration: UNKNOWN')}`,
      `${task('NetworkMode: UNKNOWN')}\n${service('TaskDefinition: !Ref Task')}`,
    ],
  }),
  'ecs-one-task': mirrored({
    fails: [service(`DesiredCount: «1», ${balanced}`), service(balanced, '«AWS::ECS::Service»')],
    passes: [
      service(`DesiredCount: 2, ${balanced}`),
      service('DesiredCount: 1'),
      service(`SchedulingStrategy: DAEMON, ${balanced}`),
      `${service(`DesiredCount: 1, ${balanced}`)}\nScale: { Type: AWS::ApplicationAutoScaling::ScalableTarget, Properties: { ServiceNamespace: ecs, ResourceId: service } }`,
    ],
    unknown: [service(`DesiredCount: UNKNOWN, ${balanced}`), service('DesiredCount: 1, LoadBalancers: UNKNOWN')],
    yamlFails: service(`DesiredCount: !Ref «One», ${balanced}`),
    cdkPasses: `new ecs.FargateService(this, 'S', { cluster, taskDefinition, desiredCount: 1 });`,
  }),
  'ecs-no-room-to-deploy': mirrored({
    fails: [
      service('DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: «100» SPREAD}'),
      service('DeploymentConfiguration: { MaximumPercent: «100» }'),
    ],
    passes: [
      service('DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200 }'),
      service('DeploymentConfiguration: { MinimumHealthyPercent: 50, MaximumPercent: 100 }'),
      service('SchedulingStrategy: DAEMON, DeploymentConfiguration: { MaximumPercent: 100 }'),
    ],
    unknown: [
      service('DeploymentConfiguration: { MinimumHealthyPercent: UNKNOWN, MaximumPercent: 100 }'),
      service('DeploymentConfiguration: { MaximumPercent: UNKNOWN }'),
    ],
  }),
  'ecs-fargate-network-mode': mirrored({
    fails: [task('RequiresCompatibilities: [FARGATE]', '«AWS::ECS::TaskDefinition»'), task('RequiresCompatibilities: [FARGATE], NetworkMode: «bridge»')],
    passes: [task('RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc'), task('RequiresCompatibilities: [EC2]')],
    unknown: [task('RequiresCompatibilities: [FARGATE], NetworkMode: UNKNOWN'), task('RequiresCompatibilities: UNKNOWN')],
    cdkPasses: `new ecs.FargateTaskDefinition(this, 'T', { cpu: 256 });`,
  }),
  'ecs-spot-only': mirrored({
    fails: service(`«CapacityProviderStrategy»: [{ CapacityProvider: FARGATE_SPOT, Weight: 1 SPREAD}], ${balanced}`),
    passes: [
      service(`CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Base: 1 }, { CapacityProvider: FARGATE_SPOT, Weight: 1 }], ${balanced}`),
      service('CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT, Weight: 1 }]'),
    ],
    unknown: [
      service(`CapacityProviderStrategy: [{ CapacityProvider: UNKNOWN, Weight: 1 }], ${balanced}`),
      service('CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT }], LoadBalancers: UNKNOWN'),
    ],
  }),
};

const fleet = (properties: string): string => `Fleet: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { ${properties} SPREAD} }`;
const scalable = (properties: string, type = 'AWS::ApplicationAutoScaling::ScalableTarget'): string =>
  `Scale: { Type: ${type}, Properties: { MinCapacity: 1, MaxCapacity: 9${properties} SPREAD} }`;
const policy = (target: string): string => `Track: { Type: AWS::ApplicationAutoScaling::ScalingPolicy, Properties: { PolicyName: track, ${target} } }`;
const table = (properties: string): string => `Table: { Type: AWS::DynamoDB::Table, Properties: { ${properties} SPREAD} }`;
const fixed = 'ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }';
const alarm = (period: string, dimension: string, metric = 'CPUUtilization'): string =>
  `Busy: { Type: AWS::CloudWatch::Alarm, Properties: { Namespace: AWS/EC2, MetricName: ${metric}, Period: ${period}, Dimensions: [${dimension}] SPREAD} }`;
const byInstance = '{ Name: InstanceId, Value: !Ref Box }';
const box = (properties: string): string => `Box: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-1${properties} SPREAD} }`;
const source = (properties: string): string => `Source: { Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, ${properties} SPREAD} }`;
const replica = (reference: string): string => `Copy: { Type: AWS::RDS::DBInstance, Properties: { SourceDBInstanceIdentifier: ${reference} SPREAD} }`;
const api = (protocol: string): string => `Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: api, ProtocolType: ${protocol} } }`;
const work = (properties: string): string => `Work: { Type: AWS::Lambda::Function, Properties: { Handler: index.handler, ${properties} SPREAD} }`;
const integration = (uri: string): string =>
  `Call: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: ${uri} } }`;
const edge = (arn: string): string =>
  `Fixed: { Type: AWS::Lambda::Version, Properties: { FunctionName: !Ref Work } }\nSite: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { DefaultCacheBehavior: { LambdaFunctionAssociations: [{ EventType: origin-request, LambdaFunctionARN: ${arn} }] } } } }`;
const firewall = (scope: string): string => `Wall: { Type: AWS::WAFv2::WebACL, Properties: { Scope: ${scope} SPREAD} }`;
const guarded = 'Site: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { WebACLId: !GetAtt Wall.Arn } } }';
const associated = 'Tie: { Type: AWS::WAFv2::WebACLAssociation, Properties: { WebACLArn: !GetAtt Wall.Arn, ResourceArn: balancer } }';

export const scalingLinkCases: Readonly<Record<string, RuleCase>> = {
  'autoscaling-nothing-scales': mirrored({
    fails: fleet('MinSize: 1, MaxSize: «4»'),
    passes: [
      `${fleet('MinSize: 1, MaxSize: 4')}\nTrack: { Type: AWS::AutoScaling::ScalingPolicy, Properties: { AutoScalingGroupName: !Ref Fleet } }`,
      `${fleet('MinSize: 1, MaxSize: 4')}\nNight: { Type: AWS::AutoScaling::ScheduledAction, Properties: { AutoScalingGroupName: !Ref Fleet } }`,
      `${fleet('MinSize: 1, MaxSize: 4')}\nHost: { Type: AWS::ECS::CapacityProvider, Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref Fleet } } }`,
      fleet('MinSize: 2, MaxSize: 2'),
    ],
    unknown: [
      fleet('MinSize: UNKNOWN, MaxSize: 4'),
      `${fleet('MinSize: 1, MaxSize: 4')}\nTrack: { Type: AWS::AutoScaling::ScalingPolicy, Properties: { AutoScalingGroupName: UNKNOWN } }`,
    ],
    cdkPasses: `const group = new autoscaling.AutoScalingGroup(this, 'G', { minCapacity: 1, maxCapacity: 4 });`,
  }),
  'application-auto-scaling-no-policy': mirrored({
    fails: scalable(', ServiceNamespace: dynamodb', '«AWS::ApplicationAutoScaling::ScalableTarget»'),
    passes: [
      `${scalable('')}\n${policy('ScalingTargetId: !Ref Scale')}`,
      `${scalable('')}\n${policy('ResourceId: table/x')}`,
      scalable(', ScheduledActions: [{ Schedule: rate(1 day) }]'),
    ],
    unknown: [`${scalable('')}\n${policy('ScalingTargetId: UNKNOWN')}`, scalable(', ScheduledActions: UNKNOWN')],
  }),
  'dynamodb-capacity-fixed': mirrored({
    fails: [
      table(`«ProvisionedThroughput»: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }`),
      table(`BillingMode: PROVISIONED, «ProvisionedThroughput»: { ReadCapacityUnits: 5 }`),
    ],
    passes: [table('BillingMode: PAY_PER_REQUEST'), `${table(fixed)}\n${scalable(', ServiceNamespace: dynamodb')}`],
    unknown: [table(`BillingMode: UNKNOWN, ${fixed}`), `${table(fixed)}\n${scalable(', ServiceNamespace: UNKNOWN')}`],
    cdkPasses: `const table = new dynamodb.Table(this, 'T', { readCapacity: 5, writeCapacity: 5 });`,
  }),
  'cloudwatch-alarm-basic-monitoring': mirrored({
    fails: [
      `${box('')}\n${alarm('«60»', byInstance)}`,
      `${box(', Monitoring: false')}\n${alarm('«60»', byInstance)}`,
      `Plan: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { ImageId: ami-1 } } }\n${fleet('LaunchTemplate: { LaunchTemplateId: !Ref Plan, Version: 1 }')}\n${alarm('«120»', '{ Name: AutoScalingGroupName, Value: !Ref Fleet }')}`,
    ],
    passes: [
      `${box(', Monitoring: true')}\n${alarm('60', byInstance)}`,
      `${box('')}\n${alarm('300', byInstance)}`,
      `${box('')}\n${alarm('60', byInstance, 'StatusCheckFailed')}`,
      `${box(', LaunchTemplate: { LaunchTemplateId: lt-1 }')}\n${alarm('60', byInstance)}`,
    ],
    unknown: [`${box(', Monitoring: UNKNOWN')}\n${alarm('60', byInstance)}`, `${box('')}\n${alarm('UNKNOWN', byInstance)}`],
  }),
  'elb-target-type-for-instances': mirrored({
    fails: `${group('TargetType: «ip»')}\n${fleet('TargetGroupARNs: [!Ref Group]')}`,
    passes: [`${group('TargetType: instance')}\n${fleet('TargetGroupARNs: [!Ref Group]')}`, group('TargetType: ip')],
  }),
  'rds-replica-of-unbacked-source': mirrored({
    fails: `${source('BackupRetentionPeriod: 0')}\n${replica('!Ref «Source»')}`,
    passes: [`${source('BackupRetentionPeriod: 7')}\n${replica('!Ref Source')}`, replica('other')],
    unknown: `${source('BackupRetentionPeriod: UNKNOWN')}\n${replica('!Ref Source')}`,
  }),
  'rds-replica-of-managed-password': mirrored({
    fails: `${source('ManageMasterUserPassword: true')}\n${replica('!GetAtt «Source.DBInstanceArn»')}`,
    passes: [
      `${source('ManageMasterUserPassword: false')}\n${replica('!Ref Source')}`,
      `${source('ManageMasterUserPassword: true').replace('mysql', 'sqlserver-ee')}\n${replica('!Ref Source')}`,
    ],
    unknown: `${source('ManageMasterUserPassword: UNKNOWN')}\n${replica('!Ref Source')}`,
  }),
  'api-gateway-function-outlasts-api': mirrored({
    fails: `${api('HTTP')}\n${work('Timeout: 60')}\n${integration('!GetAtt «Work.Arn»')}`,
    passes: [
      `${api('HTTP')}\n${work('Timeout: 30')}\n${integration('!GetAtt Work.Arn')}`,
      `${api('WEBSOCKET')}\n${work('Timeout: 60')}\n${integration('!GetAtt Work.Arn')}`,
    ],
    unknown: [
      `${api('HTTP')}\n${work('Timeout: UNKNOWN')}\n${integration('!GetAtt Work.Arn')}`,
      `${api('UNKNOWN')}\n${work('Timeout: 60')}\n${integration('!GetAtt Work.Arn')}`,
    ],
  }),
  'cloudfront-edge-function-unfit': mirrored({
    fails: [
      `${work('Environment: { «Variables»: { STAGE: test } }')}\n${edge('!Ref Fixed')}`,
      `${work('«VpcConfig»: { SubnetIds: [subnet-1] }, Timeout: «60»')}\n${edge('!Ref Fixed')}`,
    ],
    passes: [
      `${work('Timeout: 30')}\n${edge('!Ref Fixed')}`,
      `${work('Timeout: 60')}\n${edge('some-version')}`,
      `${work('Environment: { Variables: {  } }')}\n${edge('!Ref Fixed')}`,
    ],
    unknown: [`${work('Environment: { Variables: UNKNOWN }')}\n${edge('!Ref Fixed')}`, `${work('Timeout: 60')}\n${edge('UNKNOWN')}`],
  }),
  'waf-scope-mismatch': mirrored({
    fails: [`${firewall('«REGIONAL»')}\n${guarded}`, `${firewall('«CLOUDFRONT»')}\n${associated}`],
    passes: [`${firewall('CLOUDFRONT')}\n${guarded}`, `${firewall('REGIONAL')}\n${associated}`],
  }),
};

const record = (properties: string, id = 'Record'): string => `${id}: { Type: AWS::Route53::RecordSet, Properties: { ${properties} SPREAD} }`;
const zone = 'Zone: { Type: AWS::Route53::HostedZone, Properties: { Name: example.com. } }';
const front = 'Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Name: front } }';
const site = 'Site: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { Enabled: true } } }';
const weighted = (one: string, other: string): string =>
  `${record(`Name: a.example.com, Type: A, SetIdentifier: one, Weight: ${one}`)}\n${record(`Name: A.example.com., Type: A, SetIdentifier: two, Weight: ${other}`, 'Second')}`;

export const dnsRecordCases: Readonly<Record<string, RuleCase>> = {
  'route-53-cname-at-apex': mirrored({
    fails: [
      record('Name: «example.com», Type: CNAME, HostedZoneName: Example.com.'),
      `${zone}\n${record('Name: «example.com.», Type: CNAME, HostedZoneId: !Ref Zone')}`,
      `${zone}\nAll: { Type: AWS::Route53::RecordSetGroup, Properties: { HostedZoneId: !Ref Zone, RecordSets: [{ Name: «example.com», Type: CNAME }] } }`,
    ],
    passes: [
      record('Name: www.example.com, Type: CNAME, HostedZoneName: example.com.'),
      `${zone}\n${record('Name: example.com, Type: A, HostedZoneId: !Ref Zone')}`,
    ],
    unknown: [record('Name: example.com, Type: UNKNOWN, HostedZoneName: example.com.'), record('Name: example.com, Type: CNAME, HostedZoneName: UNKNOWN')],
  }),
  'route-53-cname-to-aws': mirrored({
    fails: [
      `${front}\n${record('Name: www.example.com, Type: CNAME, ResourceRecords: [!GetAtt «Front.DNSName»]')}`,
      `${site}\n${record('Name: www.example.com, Type: CNAME, ResourceRecords: [!GetAtt «Site.DomainName»]')}`,
    ],
    passes: [
      record('Name: www.example.com, Type: CNAME, ResourceRecords: [other.example.com]'),
      `${front}\n${record('Name: a.example.com, Type: TXT, ResourceRecords: [!GetAtt Front.DNSName]')}`,
    ],
    unknown: `${front}\n${record('Name: www.example.com, Type: UNKNOWN, ResourceRecords: [!GetAtt Front.DNSName]')}`,
  }),
  'route-53-alias-zone': mirrored({
    fails: [
      `${site}\n${record('Name: example.com, Type: A, AliasTarget: { DNSName: !GetAtt Site.DomainName, HostedZoneId: «Z35SXDOTRQ7X7K» SPREAD}')}`,
      `${front}\n${record('Name: example.com, Type: A, AliasTarget: { DNSName: !GetAtt Front.DNSName, HostedZoneId: «Z2FDTNDATAQYW2» }')}`,
      `${zone}\n${front}\n${record('Name: example.com, Type: A, AliasTarget: { DNSName: !GetAtt Front.DNSName, HostedZoneId: !Ref «Zone» }')}`,
    ],
    passes: [
      `${site}\n${record('Name: example.com, Type: A, AliasTarget: { DNSName: !GetAtt Site.DomainName, HostedZoneId: Z2FDTNDATAQYW2 }')}`,
      `${front}\n${record('Name: example.com, Type: A, AliasTarget: { DNSName: !GetAtt Front.DNSName, HostedZoneId: !GetAtt Front.CanonicalHostedZoneID }')}`,
    ],
  }),
  'route-53-failover-without-check': mirrored({
    fails: [
      record('Name: example.com, Type: A, Failover: «PRIMARY», TTL: 60, ResourceRecords: [192.0.2.1]'),
      record('Name: example.com, Type: A, Failover: «PRIMARY», AliasTarget: { DNSName: front, EvaluateTargetHealth: false }'),
    ],
    passes: [
      record('Name: example.com, Type: A, Failover: PRIMARY, HealthCheckId: check'),
      record('Name: example.com, Type: A, Failover: PRIMARY, AliasTarget: { DNSName: front, EvaluateTargetHealth: true }'),
      record('Name: example.com, Type: A, Failover: SECONDARY'),
    ],
    unknown: [
      record('Name: example.com, Type: A, Failover: PRIMARY, HealthCheckId: UNKNOWN'),
      record('Name: example.com, Type: A, Failover: PRIMARY, AliasTarget: { DNSName: front, EvaluateTargetHealth: UNKNOWN }'),
    ],
  }),
  'route-53-slow-failover': mirrored({
    fails: [
      record('Name: example.com, Type: A, Failover: SECONDARY, TTL: «300»'),
      record("Name: example.com, Type: A, HealthCheckId: check, TTL: '«3600»'"),
      'All: { Type: AWS::Route53::RecordSetGroup, Properties: { RecordSets: [{ Name: example.com, Failover: PRIMARY, TTL: «900» }] } }',
    ],
    passes: [record('Name: example.com, Type: A, Failover: PRIMARY, TTL: 60'), record('Name: example.com, Type: A, TTL: 3600')],
  }),
  'route-53-all-weights-zero': mirrored({
    fails: weighted('«0»', '0'),
    passes: [weighted('0', '10'), record('Name: a.example.com, Type: A, SetIdentifier: one, Weight: 0')],
    unknown: [weighted('0', 'UNKNOWN'), `${weighted('0', '0')}\n${record('Name: UNKNOWN, Type: A', 'Third')}`],
  }),
};

const balancer = (properties: string): string => `Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Name: front${properties} SPREAD} }`;
const listener = (properties: string): string =>
  `Ear: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { LoadBalancerArn: !Ref Front, Port: 80, ${properties} SPREAD} }`;
const forward = (reference: string): string => listener(`DefaultActions: [{ Type: forward, TargetGroupArn: ${reference} }]`);

export const balancerPartCases: Readonly<Record<string, RuleCase>> = {
  'elb-listener-protocol': mirrored({
    fails: [`${balancer('')}\n${listener('Protocol: «TCP»')}`, `${balancer(', Type: network')}\n${listener('Protocol: «HTTPS»')}`],
    passes: [`${balancer('')}\n${listener('Protocol: HTTP')}`, `${balancer(', Type: network')}\n${listener('Protocol: TLS')}`],
    unknown: [`${balancer(', Type: UNKNOWN')}\n${listener('Protocol: TCP')}`, `${balancer('')}\n${listener('Protocol: UNKNOWN')}`],
  }),
  'elb-target-protocol': mirrored({
    fails: [
      `${balancer('')}\n${group('Protocol: TCP')}\n${forward('!Ref «Group»')}`,
      `${balancer(', Type: network')}\n${group('Protocol: HTTP')}\n${listener('DefaultActions: [{ Type: forward, ForwardConfig: { TargetGroups: [{ TargetGroupArn: !Ref «Group» }] } }]')}`,
    ],
    passes: [
      `${balancer('')}\n${group('Protocol: HTTPS')}\n${forward('!Ref Group')}`,
      `${balancer('')}\n${group('TargetType: lambda')}\n${forward('!Ref Group')}`,
    ],
    unknown: [
      `${balancer(', Type: UNKNOWN')}\n${group('Protocol: TCP')}\n${forward('!Ref Group')}`,
      `${balancer('')}\n${group('Protocol: UNKNOWN')}\n${forward('!Ref Group')}`,
    ],
  }),
  'elb-health-check-timeout': mirrored({
    fails: [
      group('HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: «15»'),
      group('Protocol: HTTP, HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: «10»'),
      "Old: { Type: AWS::ElasticLoadBalancing::LoadBalancer, Properties: { HealthCheck: { Interval: '30', Timeout: '«30»' } } }",
    ],
    passes: [
      group('HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 5'),
      group('Protocol: TCP, HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 10'),
    ],
  }),
  'elb-attribute-range': mirrored({
    fails: [
      balancer(", LoadBalancerAttributes: [{ Key: idle_timeout.timeout_seconds, Value: '«5000»' SPREAD}]"),
      group("TargetGroupAttributes: [{ Key: deregistration_delay.timeout_seconds, Value: '«4000»' }]"),
    ],
    passes: [
      balancer(", LoadBalancerAttributes: [{ Key: idle_timeout.timeout_seconds, Value: '4000' }]"),
      balancer(", LoadBalancerAttributes: [{ Key: other, Value: '5000' }]"),
    ],
  }),
};
