import type { RuleCase } from './cases';

const group = 'Type: AWS::AutoScaling::AutoScalingGroup';
const policy = 'Policy: { Type: AWS::AutoScaling::ScalingPolicy, Properties: { AutoScalingGroupName: !Ref Group, PolicyType: TargetTrackingScaling } }';
const cdkPolicy = `new autoscaling.CfnScalingPolicy(this, 'P', { autoScalingGroupName: group.ref, policyType: 'StepScaling' });`;
const subnets = 'A: { Type: AWS::EC2::Subnet }\nB: { Type: AWS::EC2::Subnet }';
const visibility = (queue: string, code: string): string => `Queue: { Type: ${queue} }
Code: { Type: AWS::Lambda::Function, ${code} }
Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Code } }`;
const cdkVisibility = (queue: string, code: string): string => `
    const queue = new sqs.Queue(this, 'Q'${queue});
    const code = new lambda.Function(this, 'F'${code});
    new lambda.EventSourceMapping(this, 'M', { eventSourceArn: queue.queueArn, target: code });`;

export const computeCases: Readonly<Record<string, RuleCase>> = {
  'ec2-previous-generation': {
    yaml: {
      fails: [
        'Web: { Type: AWS::EC2::Instance, Properties: { InstanceType: «t1.micro» } }',
        "Web: { Type: AWS::EC2::Instance, Properties: { InstanceType: '«m3.large»' } }",
        'Web: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { InstanceType: «c3.large» } } }',
        'Web: { Type: AWS::AutoScaling::LaunchConfiguration, Properties: { InstanceType: «r3.large» } }',
      ],
      passes: [
        'Web: { Type: AWS::EC2::Instance, Properties: { InstanceType: t3.micro } }',
        'Web: { Type: AWS::EC2::Instance, Properties: { InstanceType: m3medium.large } }',
        'Web: { Type: AWS::EC2::Instance, Properties: { InstanceType: !If [Production, m7g.large, t1.micro] } }',
      ],
    },
    cdk: {
      fails: [
        `new ec2.Instance(this, 'I', { instanceType: «ec2.InstanceType.of(ec2.InstanceClass.M3, ec2.InstanceSize.LARGE)» SPREAD});`,
        `new ec2.CfnInstance(this, 'I', { instanceType: «'t1.micro'» SPREAD});`,
        `new autoscaling.AutoScalingGroup(this, 'G', { instanceType: «new ec2.InstanceType('c1.medium')» SPREAD});`,
      ],
      passes: `new ec2.Instance(this, 'I', { instanceType: ec2.InstanceType.of(ec2.InstanceClass.M7G, ec2.InstanceSize.LARGE) });`,
    },
  },
  'ec2-imds-v1': {
    yaml: {
      fails: [
        'Web: { Type: AWS::EC2::Instance, Properties: { MetadataOptions: { HttpTokens: «optional» } } }',
        'Web: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { MetadataOptions: { HttpTokens: "«optional»" } } } }',
        'Web: { Type: AWS::AutoScaling::LaunchConfiguration, Properties: { MetadataOptions: { HttpTokens: «optional» } } }',
      ],
      passes: ['Web: { Type: AWS::EC2::Instance, Properties: { MetadataOptions: { HttpTokens: required } } }', 'Web: { Type: AWS::EC2::Instance }'],
    },
    cdk: {
      fails: [
        `new ec2.Instance(this, 'I', { httpTokens: «ec2.HttpTokens.OPTIONAL» SPREAD});`,
        `new ec2.CfnLaunchTemplate(this, 'T', { launchTemplateData: { metadataOptions: { httpTokens: «'optional'» SPREAD} } });`,
      ],
      passes: `new ec2.Instance(this, 'I', { httpTokens: ec2.HttpTokens.REQUIRED });`,
    },
  },
  'autoscaling-launch-configuration': {
    byTypeAlone: true,
    yaml: { fails: 'Web: { Type: «AWS::AutoScaling::LaunchConfiguration» }', passes: 'Web: { Type: AWS::EC2::LaunchTemplate }' },
    cdk: { fails: `new autoscaling.«CfnLaunchConfiguration»(this, 'C', props);`, passes: `new ec2.LaunchTemplate(this, 'T', props);` },
  },
  'autoscaling-one-zone': {
    yaml: {
      fails: [
        `${subnets}\nGroup: { ${group}, Properties: { VPCZoneIdentifier: [!Ref «A»] } }`,
        `Group: { ${group}, Properties: { AvailabilityZones: [«us-east-1a»] } }`,
      ],
      passes: [
        `${subnets}\nGroup: { ${group}, Properties: { VPCZoneIdentifier: [!Ref A, !Ref B] } }`,
        `Group: { ${group}, Properties: { VPCZoneIdentifier: !Ref UnsetList } }`,
        `Group: { ${group}, Properties: { VPCZoneIdentifier: ['subnet-1,subnet-2'] } }`,
        `Group: { ${group}, Properties: { AvailabilityZones: !GetAZs '' } }`,
        `Network: { Type: AWS::CloudFormation::Stack }\nGroup: { ${group}, Properties: { VPCZoneIdentifier: [!GetAtt Network.Outputs.Subnets] } }`,
      ],
      unknown: [`Group: { ${group}, Properties: { VPCZoneIdentifier: [UNKNOWN] } }`, `Group: { ${group}, Properties: { AvailabilityZones: UNKNOWN } }`],
    },
    cdk: {
      fails: [
        `const subnet = new ec2.Subnet(this, 'S', props);
    new autoscaling.CfnAutoScalingGroup(this, 'G', { vpcZoneIdentifier: [«subnet.subnetId»] SPREAD});`,
        `new autoscaling.CfnAutoScalingGroup(this, 'G', { availabilityZones: [«'eu-west-1a'»] SPREAD});`,
      ],
      passes: `new autoscaling.CfnAutoScalingGroup(this, 'G', { availabilityZones: ['eu-west-1a', 'eu-west-1b'] });`,
      unknown: [
        `new autoscaling.CfnAutoScalingGroup(this, 'G', { vpcZoneIdentifier: [...props.subnets] });`,
        `new autoscaling.CfnAutoScalingGroup(this, 'G', { availabilityZones: UNKNOWN });`,
      ],
    },
  },
  'autoscaling-health-check': {
    yaml: {
      fails: [
        `Target: { Type: AWS::ElasticLoadBalancingV2::TargetGroup }\nGroup: { ${group}, Properties: { «TargetGroupARNs»: [!Ref Target] } }`,
        `Group: { ${group}, Properties: { LoadBalancerNames: [front], HealthCheckType: «EC2» } }`,
      ],
      passes: [
        `Group: { ${group}, Properties: { LoadBalancerNames: [front], HealthCheckType: ELB } }`,
        `Group: { ${group}, Properties: { LoadBalancerNames: [front], HealthCheckType: 'EC2,ELB' } }`,
        `Group: { ${group}, Properties: { LoadBalancerNames: [] } }`,
        `Group: { ${group}, Properties: { LoadBalancerNames: [!Ref AWS::NoValue] } }`,
        `Group: { ${group}, Properties: { HealthCheckType: EC2 } }`,
      ],
      unknown: [
        `Group: { ${group}, Properties: { LoadBalancerNames: [front], HealthCheckType: UNKNOWN } }`,
        `Group: { ${group}, Properties: { TargetGroupARNs: UNKNOWN } }`,
      ],
    },
    cdk: {
      fails: `new autoscaling.CfnAutoScalingGroup(this, 'G', { «loadBalancerNames»: ['front'] SPREAD});`,
      passes: `new autoscaling.CfnAutoScalingGroup(this, 'G', { loadBalancerNames: ['front'], healthCheckType: 'ELB' });`,
      unknown: [
        `new autoscaling.CfnAutoScalingGroup(this, 'G', { loadBalancerNames: ['front'], healthCheckType: UNKNOWN });`,
        `new autoscaling.CfnAutoScalingGroup(this, 'G', { targetGroupArns: [...props.targets] });`,
      ],
    },
  },
  'autoscaling-simple-scaling': {
    yaml: {
      fails: [
        'Out: { Type: «AWS::AutoScaling::ScalingPolicy», Properties: { ScalingAdjustment: 1 } }',
        'Out: { Type: AWS::AutoScaling::ScalingPolicy, Properties: { ScalingAdjustment: 1, PolicyType: «SimpleScaling» } }',
      ],
      passes: 'Out: { Type: AWS::AutoScaling::ScalingPolicy, Properties: { PolicyType: StepScaling, StepAdjustments: [{ ScalingAdjustment: 1 }] } }',
      unknown: 'Out: { Type: AWS::AutoScaling::ScalingPolicy, Properties: { ScalingAdjustment: 1, PolicyType: UNKNOWN } }',
    },
    cdk: {
      fails: `new autoscaling.«CfnScalingPolicy»(this, 'P', { scalingAdjustment: 1 SPREAD});`,
      passes: `new autoscaling.CfnScalingPolicy(this, 'P', { policyType: 'TargetTrackingScaling' });`,
      unknown: `new autoscaling.CfnScalingPolicy(this, 'P', { scalingAdjustment: 1, policyType: UNKNOWN });`,
    },
  },
  'autoscaling-cannot-scale': {
    yaml: {
      fails: `Group: { ${group}, Properties: { MinSize: '2', MaxSize: «2» } }\n${policy}`,
      passes: [
        `Group: { ${group}, Properties: { MinSize: 2, MaxSize: 4 } }\n${policy}`,
        `Group: { ${group}, Properties: { MinSize: 2, MaxSize: 2 } }`,
        `Group: { ${group}, Properties: { MinSize: !Ref One, MaxSize: !Ref One } }\n${policy}`,
        `Group: { ${group}, Properties: { MinSize: 1, MaxSize: 1 } }\n${policy}
Daily: { Type: AWS::AutoScaling::ScheduledAction, Properties: { AutoScalingGroupName: !Ref Group, MaxSize: 9 } }`,
      ],
      unknown: [
        `Group: { ${group}, Properties: { MinSize: UNKNOWN, MaxSize: 2 } }\n${policy}`,
        `Group: { ${group}, Properties: { MinSize: 2, MaxSize: UNKNOWN } }\n${policy}`,
      ],
    },
    cdk: {
      fails: [
        `const group = new autoscaling.CfnAutoScalingGroup(this, 'G', { minSize: '2', maxSize: «'2'» SPREAD});\n    ${cdkPolicy}`,
        `const group = new autoscaling.AutoScalingGroup(this, 'G', { minCapacity: 2, maxCapacity: «2» SPREAD});\n    ${cdkPolicy}`,
      ],
      passes: `const group = new autoscaling.AutoScalingGroup(this, 'G', { minCapacity: 1, maxCapacity: 2 });\n    ${cdkPolicy}`,
    },
  },
  'lambda-deprecated-runtime': {
    yaml: {
      fails: [
        'Code: { Type: AWS::Lambda::Function, Properties: { Runtime: «nodejs16.x» } }',
        'Code: { Type: AWS::Serverless::Function, Properties: { Runtime: «python3.8» } }',
        'Code: { Type: AWS::Lambda::Function, Properties: { Runtime: «python3.10» } }',
        'Code: { Type: AWS::Lambda::Function, Properties: { Runtime: «dotnet8» } }',
        'Code: { Type: AWS::Lambda::Function, Properties: { Runtime: «provided.al2» } }',
      ],
      passes: [
        'Code: { Type: AWS::Lambda::Function, Properties: { Runtime: nodejs22.x } }',
        'Code: { Type: AWS::Lambda::Function, Properties: { Runtime: python3.11 } }',
        'Code: { Type: AWS::Lambda::Function, Properties: { Runtime: provided.al2023 } }',
        'Code: { Type: AWS::Lambda::Function, Properties: { PackageType: Image } }',
      ],
    },
    cdk: {
      fails: [
        `new lambda.Function(this, 'F', { runtime: «lambda.Runtime.NODEJS_16_X» SPREAD});`,
        `new lambda.CfnFunction(this, 'F', { runtime: «'python3.7'» SPREAD});`,
      ],
      passes: [
        `new lambda.Function(this, 'F', { runtime: lambda.Runtime.NODEJS_22_X });`,
        `new lambda.Function(this, 'F', { runtime: lambda.Runtime.NODEJS_LATEST });`,
        `new lambda.Function(this, 'F', { runtime: lambda.Runtime.PYTHON_3_13 });`,
      ],
    },
  },
  'lambda-timeout-over-limit': {
    yaml: {
      fails: [
        'Code: { Type: AWS::Lambda::Function, Properties: { Timeout: «901» } }',
        `Code: { Type: AWS::Serverless::Function, Properties: { Timeout: '«1200»' } }`,
      ],
      passes: [
        'Code: { Type: AWS::Lambda::Function, Properties: { Timeout: 900 } }',
        'Code: { Type: AWS::Lambda::Function, Properties: { Timeout: 3600, CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: {} } } }',
      ],
    },
    cdk: {
      fails: [`new lambda.Function(this, 'F', { timeout: «Duration.minutes(16)» SPREAD});`, `new lambda.CfnFunction(this, 'F', { timeout: «1_000» SPREAD});`],
      passes: `new lambda.Function(this, 'F', { timeout: Duration.minutes(15) });`,
    },
  },
  'lambda-queue-visibility': {
    yaml: {
      fails: [
        visibility('AWS::SQS::Queue, Properties: { VisibilityTimeout: «60» }', 'Properties: { Timeout: 30 }'),
        visibility('«AWS::SQS::Queue»', `Properties: { Timeout: '10' }`),
        visibility('AWS::SQS::Queue, Properties: { VisibilityTimeout: «5» }', 'Properties: {}'),
      ],
      passes: [
        visibility('AWS::SQS::Queue, Properties: { VisibilityTimeout: 180 }', 'Properties: { Timeout: 30 }'),
        visibility('AWS::SQS::Queue', 'Properties: {}'),
        visibility('AWS::Kinesis::Stream', 'Properties: { Timeout: 30 }'),
      ],
      unknown: [
        visibility('AWS::SQS::Queue, Properties: { VisibilityTimeout: UNKNOWN }', 'Properties: { Timeout: 30 }'),
        visibility('AWS::SQS::Queue', 'Properties: { Timeout: UNKNOWN }'),
      ],
    },
    cdk: {
      fails: [
        cdkVisibility(', { visibilityTimeout: «Duration.seconds(60)» }', ', { timeout: Duration.seconds(30) SPREAD}'),
        cdkVisibility(', { visibilityTimeout: «Duration.seconds(10)» }', ', { memorySize: 256 SPREAD}'),
      ],
      passes: cdkVisibility('', ', { memorySize: 256 }'),
      unknown: [
        cdkVisibility(', { visibilityTimeout: UNKNOWN }', ', { timeout: Duration.seconds(30) }'),
        cdkVisibility(', { ...props }', ', { timeout: Duration.seconds(30) }'),
        cdkVisibility('', ', { timeout: UNKNOWN }'),
      ],
    },
  },
  'lambda-reserved-zero': {
    yaml: {
      fails: 'Code: { Type: AWS::Lambda::Function, Properties: { ReservedConcurrentExecutions: «0» } }',
      passes: [
        'Code: { Type: AWS::Lambda::Function, Properties: { ReservedConcurrentExecutions: 1 } }',
        'Code: { Type: AWS::Lambda::Function, Properties: { ReservedConcurrentExecutions: !Ref Zero } }',
        'Code: { Type: AWS::Lambda::Function, Properties: { ReservedConcurrentExecutions: !If [Production, 10, 0] } }',
      ],
    },
    cdk: {
      fails: `new lambda.Function(this, 'F', { reservedConcurrentExecutions: «0» SPREAD});`,
      passes: `new lambda.Function(this, 'F', { reservedConcurrentExecutions: 5 });`,
    },
  },
};
