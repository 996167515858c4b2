import type { RuleCase } from './cases';
import { joined, settings, type Settings } from './settingCases';

const instance = 'AWS::EC2::Instance';
const launchTemplate = 'AWS::EC2::LaunchTemplate';
const launchConfiguration = 'AWS::AutoScaling::LaunchConfiguration';
const volume = 'AWS::EC2::Volume';
const group = 'AWS::AutoScaling::AutoScalingGroup';
const ofTemplate = (properties: string): string => `LaunchTemplateData: { ${properties} }`;

/** A setting that instances, launch templates and launch configurations call alike. */
function launched({ fails = [], passes, unknown = [] }: Settings, types = [instance, launchTemplate, launchConfiguration]): RuleCase {
  const unsure = unknown.length > 0 ? unknown : fails.map((properties) => properties.replace(/(?:!Ref )?['"]?«[^»]*»['"]?/, 'UNKNOWN'));
  return joined(
    ...types.map((type) => {
      const write = type === launchTemplate ? ofTemplate : (properties: string): string => properties;
      return settings(type, { fails: fails.map(write), passes: passes.map(write), unknown: unsure.map(write) });
    }),
  );
}

const disk = (properties: string, type = volume): string => `Disk: { Type: ${type}, Properties: { ${properties} } }`;
const markedDisk = disk('Size: 10', `«${volume}»`);
const mapping = (ebs: string): string => `BlockDeviceMappings: [{ DeviceName: /dev/xvda, Ebs: ${ebs} }]`;
const specification = (ebs: string): string => `SpotFleetRequestConfigData: { LaunchSpecifications: [{ ${mapping(ebs)} }] }`;
const address = (type = 'AWS::EC2::EIP'): string => `Fixed: { Type: ${type}, Properties: { Domain: vpc } }`;
const mixed = (rest: string): string => `MixedInstancesPolicy: { ${rest} }`;
const spot = (rest: string): string => mixed(`InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 0, ${rest} }`);
const keyInBase64 = Buffer.from('#!/bin/sh\nexport AWS_ACCESS_KEY_ID=AKIAABCDEFGHIJKLMNOP\n').toString('base64');

export const networkComputeInstanceCases: Readonly<Record<string, RuleCase>> = {
  'ec2-public-address': joined(
    launched(
      {
        fails: ['NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: «true» }]', "NetworkInterfaces: [{ AssociatePublicIpAddress: '«true»' }]"],
        passes: ['NetworkInterfaces: [{ AssociatePublicIpAddress: false }]', 'ImageId: a', 'NetworkInterfaces: [{ DeviceIndex: 0 }]'],
      },
      [instance, launchTemplate],
    ),
    settings(launchConfiguration, {
      fails: ['AssociatePublicIpAddress: «true»'],
      passes: ['AssociatePublicIpAddress: false'],
      unknown: ['AssociatePublicIpAddress: UNKNOWN'],
    }),
  ),
  'ec2-public-subnet': {
    yaml: {
      fails: `Net: { Type: AWS::EC2::Subnet, Properties: { MapPublicIpOnLaunch: true } }\nWeb: { Type: ${instance}, Properties: { SubnetId: !Ref «Net» } }`,
      passes: [
        `Net: { Type: AWS::EC2::Subnet, Properties: { MapPublicIpOnLaunch: false } }\nWeb: { Type: ${instance}, Properties: { SubnetId: !Ref Net } }`,
        `Net: { Type: AWS::EC2::Subnet }\nWeb: { Type: ${instance}, Properties: { SubnetId: !Ref Net } }`,
      ],
      unknown: `Net: { Type: AWS::EC2::Subnet, Properties: { MapPublicIpOnLaunch: UNKNOWN } }\nWeb: { Type: ${instance}, Properties: { SubnetId: !Ref Net } }`,
    },
    cdk: {
      fails: `const subnet = new ec2.CfnSubnet(this, 'S', { mapPublicIpOnLaunch: true SPREAD});
    new ec2.CfnInstance(this, 'I', { subnetId: «subnet.ref» });`,
      passes: `const subnet = new ec2.CfnSubnet(this, 'S', { vpcId: 'vpc-1' });
    new ec2.CfnInstance(this, 'I', { subnetId: subnet.ref });`,
    },
  },
  'ec2-imds-unset': joined(
    settings(instance, {
      missing: ['ImageId: a'],
      fails: ['«MetadataOptions»: { HttpEndpoint: enabled }'],
      passes: [
        'MetadataOptions: { HttpTokens: required }',
        'MetadataOptions: { HttpTokens: optional }',
        'MetadataOptions: { HttpEndpoint: disabled }',
        'LaunchTemplate: { Version: 1 }',
      ],
      unknown: [
        'MetadataOptions: UNKNOWN',
        'MetadataOptions: { HttpTokens: UNKNOWN }',
        'MetadataOptions: { HttpEndpoint: UNKNOWN }',
        'LaunchTemplate: UNKNOWN',
      ],
    }),
    settings(launchTemplate, {
      fails: ['«LaunchTemplateData»: { ImageId: a }'],
      passes: [ofTemplate('MetadataOptions: { HttpTokens: required }')],
      unknown: ['LaunchTemplateData: UNKNOWN'],
    }),
    settings(launchConfiguration, { missing: ['ImageId: a'], passes: ['MetadataOptions: { HttpTokens: required }'], unknown: ['MetadataOptions: UNKNOWN'] }),
  ),
  'ec2-imds-hop-limit': launched({
    fails: ['MetadataOptions: { HttpPutResponseHopLimit: «2» }', "MetadataOptions: { HttpPutResponseHopLimit: '«64»' }"],
    passes: ['MetadataOptions: { HttpPutResponseHopLimit: 1 }', 'ImageId: a'],
  }),
  'ec2-no-instance-profile': settings(instance, {
    missing: ['ImageId: a'],
    passes: ['IamInstanceProfile: web', 'LaunchTemplate: { Version: 1 }', 'IamInstanceProfile: !Ref Unset'],
    unknown: ['IamInstanceProfile: UNKNOWN', 'LaunchTemplate: UNKNOWN'],
  }),
  'ec2-detailed-monitoring-off': joined(
    settings(instance, {
      missing: ['ImageId: a'],
      fails: ['Monitoring: «false»'],
      passes: ['Monitoring: true', 'LaunchTemplate: { Version: 1 }'],
      unknown: ['Monitoring: UNKNOWN', 'LaunchTemplate: UNKNOWN'],
    }),
    settings(launchTemplate, {
      fails: [ofTemplate('Monitoring: { Enabled: «false» }')],
      passes: [ofTemplate('Monitoring: { Enabled: true }')],
      unknown: [ofTemplate('Monitoring: UNKNOWN')],
    }),
    settings(launchConfiguration, {
      fails: ['InstanceMonitoring: «false»'],
      passes: ['InstanceMonitoring: true', 'ImageId: a'],
      unknown: ['InstanceMonitoring: UNKNOWN'],
    }),
  ),
  'ec2-ebs-optimized-off': settings(instance, {
    missing: ['ImageId: a'],
    fails: ['EbsOptimized: «false»'],
    passes: ['EbsOptimized: true', 'LaunchTemplate: { Version: 1 }'],
    unknown: ['EbsOptimized: UNKNOWN'],
  }),
  'ec2-termination-protection-off': settings(instance, {
    missing: ['ImageId: a'],
    fails: ['DisableApiTermination: «false»', 'DisableApiTermination: !Ref «Off»'],
    passes: ['DisableApiTermination: true', 'LaunchTemplate: { Version: 1 }'],
    unknown: ['DisableApiTermination: UNKNOWN', 'LaunchTemplate: UNKNOWN'],
  }),
  'ec2-user-data-credentials': launched({
    fails: [`UserData: '«${keyInBase64}»'`, "UserData: '«-----BEGIN RSA PRIVATE KEY-----»'"],
    passes: ["UserData: 'IyEvYmluL3NoCmVjaG8gaGVsbG8gd29ybGQK'", "UserData: 'echo hello'", 'ImageId: a'],
  }),
  'ec2-key-pair': joined(
    launched({
      fails: ['«KeyName»: admin'],
      passes: ['ImageId: a', "KeyName: ''", 'KeyName: !If [Production, !Ref AWS::NoValue, admin]'],
      unknown: ['KeyName: !If [Production, UNKNOWN, !Ref AWS::NoValue]'],
    }),
    settings(instance, { fails: ['«KeyName»: !Ref Unset'], passes: [], unknown: [] }),
  ),
  'ec2-dedicated-tenancy': joined(
    settings(instance, { fails: ['Tenancy: «dedicated»'], passes: ['Tenancy: default', 'Tenancy: host', 'ImageId: a'], unknown: ['Tenancy: UNKNOWN'] }),
    settings(launchTemplate, {
      fails: [ofTemplate('Placement: { Tenancy: «dedicated» }')],
      passes: [ofTemplate('ImageId: a')],
      unknown: [ofTemplate('Placement: UNKNOWN')],
    }),
    settings(launchConfiguration, { fails: ['PlacementTenancy: «dedicated»'], passes: ['ImageId: a'], unknown: ['PlacementTenancy: UNKNOWN'] }),
  ),
  'ec2-fixed-image': launched({
    fails: ['ImageId: «ami-0abcdef1234567890»', "ImageId: '«ami-1a2b3c4d»'"],
    passes: ["ImageId: '{{resolve:ssm:/aws/service/ami}}'", 'ImageId: !Ref Unset', 'InstanceType: t3.micro'],
  }),
  'ec2-unlimited-credits': joined(
    settings(instance, {
      fails: ['CreditSpecification: { CPUCredits: «unlimited» }'],
      passes: ['CreditSpecification: { CPUCredits: standard }', 'ImageId: a'],
      unknown: ['CreditSpecification: UNKNOWN'],
    }),
    settings(launchTemplate, {
      fails: [ofTemplate('CreditSpecification: { CpuCredits: «unlimited» }')],
      passes: [ofTemplate('ImageId: a')],
      unknown: [ofTemplate('CreditSpecification: { CpuCredits: UNKNOWN }')],
    }),
  ),
  'ec2-spot-fleet': {
    byTypeAlone: true,
    yaml: { fails: 'Fleet: { Type: «AWS::EC2::SpotFleet» }', passes: 'Fleet: { Type: AWS::EC2::EC2Fleet }' },
    cdk: { fails: `new ec2.«CfnSpotFleet»(this, 'F', props);`, passes: `new ec2.CfnEC2Fleet(this, 'F', props);` },
  },
  'ebs-encryption-unset': settings(volume, {
    missing: ['Size: 10', 'SnapshotId: snap-1'],
    passes: ['Encrypted: true', 'Encrypted: false', 'SourceVolumeId: vol-1'],
    unknown: ['Encrypted: UNKNOWN', 'SourceVolumeId: UNKNOWN'],
  }),
  'ec2-volume-unencrypted': joined(
    launched({
      fails: [mapping('{ VolumeSize: 8, Encrypted: «false» }'), mapping('{ VolumeSize: 8 }').replace('Ebs', '«Ebs»')],
      passes: [mapping('{ Encrypted: true }'), 'BlockDeviceMappings: [{ DeviceName: /dev/sdb, VirtualName: ephemeral0 }]', 'ImageId: a'],
      unknown: [mapping('{ Encrypted: UNKNOWN }'), mapping('UNKNOWN'), 'BlockDeviceMappings: UNKNOWN'],
    }),
    settings(instance, {
      fails: [mapping('{ SnapshotId: snap-1 }').replace('Ebs', '«Ebs»')],
      passes: [mapping('{ SnapshotId: snap-1, Encrypted: true }')],
      unknown: [],
    }),
    settings(launchConfiguration, { passes: [mapping('{ SnapshotId: snap-1 }')], unknown: [mapping('{ SnapshotId: UNKNOWN }')] }),
    settings('AWS::EC2::SpotFleet', {
      fails: [specification('{ Encrypted: «false» }'), specification('{ VolumeSize: 8 }').replace('Ebs', '«Ebs»')],
      passes: [specification('{ Encrypted: true }')],
      unknown: [specification('UNKNOWN')],
    }),
  ),
  'ec2-root-encryption-unset': joined(
    settings(instance, {
      missing: ['ImageId: a'],
      passes: [mapping('{ VolumeSize: 8 }'), 'LaunchTemplate: { Version: 1 }'],
      unknown: ['BlockDeviceMappings: UNKNOWN', 'LaunchTemplate: UNKNOWN'],
    }),
    settings(launchTemplate, {
      fails: ['«LaunchTemplateData»: { ImageId: a }'],
      passes: [ofTemplate(mapping('{ VolumeSize: 8 }'))],
      unknown: ['LaunchTemplateData: UNKNOWN'],
    }),
    settings(launchConfiguration, { missing: ['ImageId: a'], passes: ['InstanceId: i-1'], unknown: ['BlockDeviceMappings: UNKNOWN'] }),
  ),
  'ebs-no-own-key': settings(volume, {
    missing: ['Size: 10', 'Encrypted: true'],
    passes: ['KmsKeyId: alias/mine', 'KmsKeyId: !Ref Unset', 'SourceVolumeId: vol-1'],
    unknown: ['KmsKeyId: UNKNOWN'],
  }),
  'ebs-deleted-with-stack': {
    yaml: {
      fails: [markedDisk, disk('Size: 10').replace('Properties', 'DeletionPolicy: «Delete», Properties')],
      passes: [
        disk('Size: 10').replace('Properties', 'DeletionPolicy: Snapshot, Properties'),
        disk('Size: 10').replace('Properties', 'DeletionPolicy: Retain, Properties'),
      ],
      unknown: disk('Size: 10').replace('Properties', 'DeletionPolicy: UNKNOWN, Properties'),
    },
    cdk: {
      fails: `new ec2.Volume(this, 'V', { removalPolicy: «RemovalPolicy.DESTROY» SPREAD});`,
      passes: [
        `new ec2.Volume(this, 'V', { removalPolicy: RemovalPolicy.SNAPSHOT });`,
        `new ec2.Volume(this, 'V', { encrypted: true });`,
        `new ec2.CfnVolume(this, 'V', { size: 10 });`,
      ],
    },
  },
  'ebs-no-backup': {
    byTypeAlone: true,
    yaml: {
      fails: markedDisk,
      passes: [`${disk('Size: 10')}\nPolicy: { Type: AWS::DLM::LifecyclePolicy }`, `${disk('Size: 10')}\nWhat: { Type: AWS::Backup::BackupSelection }`],
    },
    cdk: {
      fails: `new ec2.«CfnVolume»(this, 'V', { size: 10 });`,
      passes: [`new ec2.CfnVolume(this, 'V', { size: 10 });\n    new dlm.CfnLifecyclePolicy(this, 'P', props);`, `new ec2.Volume(this, 'V', props);`],
    },
  },
  'ebs-volume-unattached': {
    yaml: {
      fails: [markedDisk, `${markedDisk}\nUse: { Type: AWS::EC2::VolumeAttachment, Properties: { VolumeId: vol-1 } }`],
      passes: [
        `${disk('Size: 10')}\nUse: { Type: AWS::EC2::VolumeAttachment, Properties: { VolumeId: !Ref Disk } }`,
        `${disk('Size: 10')}\nWeb: { Type: ${instance}, Properties: { Volumes: [{ Device: /dev/sdb, VolumeId: !Ref Disk }] } }`,
        `${disk('Size: 10')}\nOwn: { Type: Custom::Attach, Properties: { Disk: !Ref Disk } }`,
      ],
      unknown: [
        `${disk('Size: 10')}\nUse: { Type: AWS::EC2::VolumeAttachment, Properties: { VolumeId: UNKNOWN } }`,
        `${disk('Size: 10')}\nWeb: { Type: ${instance}, Properties: { Volumes: UNKNOWN } }`,
      ],
    },
    cdk: {
      fails: `new ec2.«CfnVolume»(this, 'V', { size: 10 });
    new ec2.CfnVolumeAttachment(this, 'A', { volumeId: 'vol-1' SPREAD});`,
      passes: `const disk = new ec2.CfnVolume(this, 'V', { size: 10 });
    new ec2.CfnVolumeAttachment(this, 'A', { volumeId: disk.ref });`,
    },
  },
  'elastic-ip-unattached': {
    yaml: {
      fails: [address('«AWS::EC2::EIP»'), `${address('«AWS::EC2::EIP»')}\nNat: { Type: AWS::EC2::NatGateway, Properties: { AllocationId: eipalloc-1 } }`],
      passes: [
        address().replace('Domain: vpc', 'InstanceId: i-1'),
        `${address()}\nNat: { Type: AWS::EC2::NatGateway, Properties: { AllocationId: !GetAtt Fixed.AllocationId } }`,
        `${address()}\nUse: { Type: AWS::EC2::EIPAssociation, Properties: { EIP: !Ref Fixed } }`,
        `${address()}\nFront: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { SubnetMappings: [{ SubnetId: a, AllocationId: !GetAtt Fixed.AllocationId }] } }`,
        `${address()}\nOwn: { Type: Custom::Use, Properties: { Address: !Ref Fixed } }`,
      ],
      unknown: [
        address().replace('Domain: vpc', 'InstanceId: UNKNOWN'),
        `${address()}\nNat: { Type: AWS::EC2::NatGateway, Properties: { AllocationId: UNKNOWN } }`,
      ],
    },
    cdk: {
      fails: `new ec2.«CfnEIP»(this, 'E', { domain: 'vpc' SPREAD});`,
      passes: `const address = new ec2.CfnEIP(this, 'E', { domain: 'vpc' });
    new ec2.CfnNatGateway(this, 'N', { allocationId: address.attrAllocationId });`,
    },
  },
  'autoscaling-no-grace-period': settings(group, {
    missing: ['HealthCheckType: ELB'],
    fails: ['HealthCheckType: ELB, HealthCheckGracePeriod: «0»', "HealthCheckType: 'EBS,ELB', HealthCheckGracePeriod: '«0»'"],
    passes: ['HealthCheckType: ELB, HealthCheckGracePeriod: 60', 'HealthCheckType: EC2', "MinSize: '1'"],
    unknown: ['HealthCheckType: UNKNOWN', 'HealthCheckType: ELB, HealthCheckGracePeriod: UNKNOWN'],
  }),
  'autoscaling-no-tags': settings(group, {
    missing: ["MinSize: '1'"],
    passes: ['Tags: [{ Key: a, Value: b, PropagateAtLaunch: true }]'],
    unknown: ['Tags: UNKNOWN'],
  }),
  'autoscaling-no-notifications': settings(group, {
    missing: ["MinSize: '1'"],
    passes: ['NotificationConfigurations: [{ TopicARN: a }]', 'NotificationConfiguration: { TopicARN: a }'],
    unknown: ['NotificationConfigurations: UNKNOWN'],
  }),
  'autoscaling-no-load-balancer': settings(group, {
    missing: ["MinSize: '1'"],
    passes: ['TargetGroupARNs: [a]', 'LoadBalancerNames: [a]', 'TrafficSources: [{ Identifier: a }]', 'TargetGroupARNs: !Ref UnsetList'],
    unknown: ['TargetGroupARNs: UNKNOWN', 'LoadBalancerNames: UNKNOWN'],
  }),
  'autoscaling-latest-version': settings(group, {
    fails: [
      "LaunchTemplate: { LaunchTemplateId: lt-1, Version: '«$Latest»' }",
      mixed("LaunchTemplate: { LaunchTemplateSpecification: { Version: '«$Default»' } }"),
    ],
    passes: ["LaunchTemplate: { LaunchTemplateId: lt-1, Version: '3' }", 'LaunchTemplate: { Version: !GetAtt Unset.LatestVersionNumber }', "MinSize: '1'"],
  }),
  'autoscaling-cooldown-ignored': settings('AWS::AutoScaling::ScalingPolicy', {
    fails: ["PolicyType: TargetTrackingScaling, «Cooldown»: '60'", 'PolicyType: StepScaling, «Cooldown»: 60'],
    passes: ['PolicyType: SimpleScaling, Cooldown: 60', 'Cooldown: 60', 'PolicyType: StepScaling'],
    unknown: ['PolicyType: UNKNOWN, Cooldown: 60', 'PolicyType: StepScaling, Cooldown: UNKNOWN'],
  }),
  'autoscaling-spot-lowest-price': settings(group, {
    fails: [spot('SpotAllocationStrategy: «lowest-price»'), mixed('«InstancesDistribution»: { OnDemandPercentageAboveBaseCapacity: 20 }')],
    passes: [
      spot('SpotAllocationStrategy: price-capacity-optimized'),
      mixed('InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 100 }'),
      "MinSize: '1'",
    ],
    unknown: [spot('SpotAllocationStrategy: UNKNOWN'), mixed('InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: UNKNOWN }')],
  }),
  'autoscaling-one-instance-type': settings(group, {
    fails: [mixed('LaunchTemplate: { «Overrides»: [{ InstanceType: m7g.large }] }')],
    passes: [
      mixed('LaunchTemplate: { Overrides: [{ InstanceType: m7g.large }, { InstanceType: m6g.large }] }'),
      mixed('LaunchTemplate: { Overrides: [{ InstanceRequirements: { VCpuCount: { Min: 2 } } }] }'),
      "MinSize: '1'",
    ],
    unknown: [
      mixed('LaunchTemplate: { Overrides: UNKNOWN }'),
      mixed('LaunchTemplate: { Overrides: [UNKNOWN] }'),
      mixed('LaunchTemplate: { Overrides: [{ InstanceRequirements: UNKNOWN }] }'),
    ],
  }),
  'autoscaling-one-instance': settings(group, { fails: ["MaxSize: '«1»'"], passes: ["MaxSize: '2'", 'MaxSize: !Ref One'] }),
  'autoscaling-no-update-policy': {
    yaml: {
      fails: `Group: { Type: «${group}», Properties: { MinSize: 1 } }`,
      passes: `Group: { Type: ${group}, UpdatePolicy: { AutoScalingRollingUpdate: { MinInstancesInService: 1 } }, Properties: { MinSize: 1 } }`,
      unknown: `Group: { Type: ${group}, UpdatePolicy: UNKNOWN, Properties: { MinSize: 1 } }`,
    },
    cdk: {
      fails: `new autoscaling.«AutoScalingGroup»(this, 'G', { minCapacity: 1 SPREAD});`,
      passes: [
        `new autoscaling.AutoScalingGroup(this, 'G', { updatePolicy: autoscaling.UpdatePolicy.rollingUpdate() });`,
        `new autoscaling.CfnAutoScalingGroup(this, 'G', { minSize: '1' });`,
      ],
    },
  },
};
