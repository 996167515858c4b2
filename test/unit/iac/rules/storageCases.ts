import type { RuleCase } from './cases';

const volume = (properties: string): string => `Disk: { Type: AWS::EC2::Volume, Properties: { ${properties} } }`;
const open = (statement: string): string =>
  `Open: { Type: AWS::S3::BucketPolicy, Properties: { PolicyDocument: { Statement: { Action: s3:GetObject, ${statement} } } } }`;
const bucket = (properties: string): string => `Files: { Type: AWS::S3::Bucket, Properties: { ${properties} } }`;
const distribution = (config: string): string => `Site: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { ${config} } } }`;
const cdkDistribution = (config: string): string => `new cloudfront.CfnDistribution(this, 'D', { distributionConfig: { ${config} } });`;

export const storageCases: Readonly<Record<string, RuleCase>> = {
  's3-versioning-off': {
    yaml: {
      fails: ['Files: { Type: «AWS::S3::Bucket», Properties: { BucketName: files } }', bucket('VersioningConfiguration: { Status: «Suspended» }')],
      passes: [bucket('VersioningConfiguration: { Status: Enabled }'), bucket('VersioningConfiguration: { Status: !If [Production, Enabled, Suspended] }')],
    },
    cdk: {
      fails: [
        `new s3.«Bucket»(this, 'B', { bucketName: 'files' SPREAD});`,
        `new s3.Bucket(this, 'B', { «versioned»: false SPREAD});`,
        `new s3.«CfnBucket»(this, 'B', { bucketName: 'files' SPREAD});`,
      ],
      passes: `new s3.Bucket(this, 'B', { versioned: true });`,
    },
  },
  's3-access-logs-off': {
    yaml: {
      fails: ['Files: { Type: «AWS::S3::Bucket», Properties: { BucketName: files } }'],
      passes: [bucket('LoggingConfiguration: { DestinationBucketName: !Ref Unset }'), bucket('AccessControl: LogDeliveryWrite')],
      unknown: bucket('LoggingConfiguration: UNKNOWN'),
    },
    cdk: {
      fails: `new s3.«CfnBucket»(this, 'B', { bucketName: 'files' SPREAD});`,
      passes: `new s3.CfnBucket(this, 'B', { loggingConfiguration: { destinationBucketName: 'logs' } });`,
    },
  },
  'ebs-gp2': {
    yaml: {
      fails: [volume('VolumeType: «gp2»'), volume("VolumeType: '«gp2»', Size: 100"), volume('VolumeType: !Ref «Kind»')],
      passes: [volume('VolumeType: gp3'), volume('VolumeType: !If [Production, io2, gp2]'), volume('Size: 100')],
    },
    cdk: {
      fails: [
        `new ec2.Volume(this, 'V', { volumeType: «ec2.EbsDeviceVolumeType.GP2», size: Size.gibibytes(20) SPREAD});`,
        `new ec2.Volume(this, 'V', { volumeType: «ec2.EbsDeviceVolumeType.GENERAL_PURPOSE_SSD» SPREAD});`,
        `new ec2.CfnVolume(this, 'V', { volumeType: «'gp2'» SPREAD});`,
      ],
      passes: `new ec2.Volume(this, 'V', { volumeType: ec2.EbsDeviceVolumeType.GP3 });`,
    },
  },
  'ebs-magnetic': {
    yaml: { fails: volume('VolumeType: "«standard»"'), passes: volume('VolumeType: st1') },
    cdk: {
      fails: [
        `new ec2.Volume(this, 'V', { volumeType: «ec2.EbsDeviceVolumeType.MAGNETIC» SPREAD});`,
        `new ec2.CfnVolume(this, 'V', { volumeType: «'standard'» SPREAD});`,
      ],
      passes: `new ec2.Volume(this, 'V', { volumeType: ec2.EbsDeviceVolumeType.COLD_HDD });`,
    },
  },
  'ebs-unencrypted': {
    yaml: {
      fails: [volume('Encrypted: «false»'), volume("Encrypted: '«false»'"), volume('Encrypted: !Ref «Off»')],
      passes: [volume('Encrypted: true'), volume('Size: 1'), volume('Encrypted: !If [Production, true, false]'), volume('Encrypted: !Ref AWS::NoValue')],
    },
    cdk: {
      fails: [`new ec2.Volume(this, 'V', { encrypted: «false» SPREAD});`, `new ec2.CfnVolume(this, 'V', { encrypted: «false» SPREAD});`],
      passes: `new ec2.Volume(this, 'V', { encrypted: true });`,
    },
  },
  'ebs-iops-ignored': {
    yaml: {
      fails: [volume('VolumeType: gp2, «Iops»: 3000'), volume('VolumeType: !Ref Kind, «Iops»: 3000')],
      passes: [
        volume('VolumeType: gp3, Iops: 4000'),
        volume('VolumeType: gp2, Iops: !Ref AWS::NoValue'),
        volume('VolumeType: !Ref Kind, Iops: !If [Production, 3000, !Ref AWS::NoValue]'),
      ],
      unknown: [volume('VolumeType: UNKNOWN, Iops: 3000'), volume('VolumeType: gp2, Iops: UNKNOWN')],
    },
    cdk: {
      fails: [
        `new ec2.Volume(this, 'V', { volumeType: ec2.EbsDeviceVolumeType.ST1, «iops»: 3000 SPREAD});`,
        `new ec2.CfnVolume(this, 'V', { volumeType: 'sc1', «iops»: 3000 SPREAD});`,
      ],
      passes: `new ec2.Volume(this, 'V', { volumeType: ec2.EbsDeviceVolumeType.IO2, iops: 3000 });`,
      unknown: `new ec2.Volume(this, 'V', { volumeType: ec2.EbsDeviceVolumeType.ST1, iops: UNKNOWN });`,
    },
  },
  'ebs-io1-ratio': {
    yaml: {
      fails: [
        volume('VolumeType: io1, Size: 10, Iops: «501»'),
        volume("VolumeType: io2, Size: '4', Iops: '«4001»'"),
        volume('VolumeType: gp3, Size: 4, Iops: «3001»'),
      ],
      passes: [
        volume('VolumeType: io1, Size: 10, Iops: 500'),
        volume('VolumeType: gp3, Size: 1, Iops: 3000'),
        volume('VolumeType: gp3, Size: 100, Iops: 50000'),
      ],
      unknown: [
        volume('VolumeType: io1, Size: UNKNOWN, Iops: 501'),
        volume('VolumeType: io1, Size: 10, Iops: UNKNOWN'),
        volume('VolumeType: UNKNOWN, Size: 10, Iops: 501'),
      ],
    },
    cdk: {
      fails: [
        `new ec2.Volume(this, 'V', { volumeType: ec2.EbsDeviceVolumeType.IO1, size: Size.gibibytes(10), iops: «501» SPREAD});`,
        `new ec2.CfnVolume(this, 'V', { volumeType: 'io1', size: 10, iops: «501» SPREAD});`,
      ],
      passes: `new ec2.Volume(this, 'V', { volumeType: ec2.EbsDeviceVolumeType.IO1, size: Size.tebibytes(1), iops: 501 });`,
    },
  },
  'cloudfront-origin-access-identity': {
    byTypeAlone: true,
    yaml: { fails: 'Id: { Type: «AWS::CloudFront::CloudFrontOriginAccessIdentity» }', passes: 'Id: { Type: AWS::CloudFront::OriginAccessControl }' },
    cdk: { fails: `new cloudfront.«OriginAccessIdentity»(this, 'I', props);`, passes: `new cloudfront.S3OriginAccessControl(this, 'I', props);` },
  },
  'cloudfront-plain-http': {
    yaml: {
      fails: [
        distribution('DefaultCacheBehavior: { ViewerProtocolPolicy: «allow-all» }'),
        distribution("CacheBehaviors: [{ ViewerProtocolPolicy: '«allow-all»' }, { ViewerProtocolPolicy: https-only }]"),
      ],
      passes: distribution('DefaultCacheBehavior: { ViewerProtocolPolicy: redirect-to-https }, CacheBehaviors: !Ref Unset'),
    },
    cdk: {
      fails: cdkDistribution(`defaultCacheBehavior: { viewerProtocolPolicy: «'allow-all'» SPREAD}`),
      passes: [
        cdkDistribution(`defaultCacheBehavior: { viewerProtocolPolicy: 'https-only' }`),
        `new cloudfront.Distribution(this, 'D', { defaultBehavior: { viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS } });`,
      ],
    },
  },
  'cloudfront-old-tls': {
    yaml: {
      fails: distribution('ViewerCertificate: { AcmCertificateArn: !Ref Unset, MinimumProtocolVersion: «TLSv1.1_2016» }'),
      passes: [
        distribution('ViewerCertificate: { AcmCertificateArn: !Ref Unset, MinimumProtocolVersion: TLSv1.2_2021 }'),
        distribution('ViewerCertificate: { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: TLSv1 }'),
      ],
    },
    cdk: {
      fails: [
        `new cloudfront.Distribution(this, 'D', { minimumProtocolVersion: «cloudfront.SecurityPolicyProtocol.TLS_V1_2016» SPREAD});`,
        cdkDistribution(`viewerCertificate: { minimumProtocolVersion: «'TLSv1'» SPREAD}`),
      ],
      passes: `new cloudfront.Distribution(this, 'D', { minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021 });`,
    },
  },
  's3-public-acl': {
    yaml: {
      fails: bucket("AccessControl: '«PublicRead»'"),
      passes: [bucket('AccessControl: Private'), bucket('AccessControl: !If [Production, Private, PublicRead]')],
    },
    cdk: {
      fails: [
        `new s3.Bucket(this, 'B', { accessControl: «s3.BucketAccessControl.PUBLIC_READ_WRITE» SPREAD});`,
        `new s3.CfnBucket(this, 'B', { accessControl: «'PublicRead'» SPREAD});`,
      ],
      passes: `new s3.Bucket(this, 'B', { accessControl: s3.BucketAccessControl.PRIVATE });`,
    },
  },
  's3-block-public-access-off': {
    yaml: {
      fails: [bucket('PublicAccessBlockConfiguration: { BlockPublicAcls: true, «BlockPublicPolicy»: false, RestrictPublicBuckets: "false" }')],
      passes: [bucket('PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true }'), bucket('BucketName: files')],
      unknown: bucket('PublicAccessBlockConfiguration: { BlockPublicAcls: UNKNOWN }'),
    },
    cdk: {
      fails: `new s3.CfnBucket(this, 'B', { publicAccessBlockConfiguration: { «blockPublicAcls»: false SPREAD} });`,
      passes: `new s3.Bucket(this, 'B', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });`,
      unknown: `new s3.CfnBucket(this, 'B', { publicAccessBlockConfiguration: { blockPublicAcls: UNKNOWN } });`,
    },
  },
  's3-acl-in-use': {
    yaml: {
      fails: bucket('«AccessControl»: LogDeliveryWrite'),
      passes: [
        bucket('AccessControl: LogDeliveryWrite, OwnershipControls: { Rules: [{ ObjectOwnership: ObjectWriter }] }'),
        bucket('AccessControl: Private'),
        bucket('AccessControl: BucketOwnerFullControl'),
      ],
      unknown: [bucket('AccessControl: UNKNOWN'), bucket('AccessControl: LogDeliveryWrite, OwnershipControls: UNKNOWN')],
    },
    cdk: {
      fails: `new s3.CfnBucket(this, 'B', { «accessControl»: 'LogDeliveryWrite' SPREAD});`,
      passes: [
        `new s3.CfnBucket(this, 'B', { accessControl: 'Private' });`,
        // The construct sets the ownership controls that this needs.
        `new s3.Bucket(this, 'B', { accessControl: s3.BucketAccessControl.LOG_DELIVERY_WRITE });`,
      ],
      unknown: `new s3.CfnBucket(this, 'B', { accessControl: UNKNOWN });`,
    },
  },
  's3-replication-unversioned': {
    yaml: {
      fails: [
        bucket('«ReplicationConfiguration»: { Role: r }, VersioningConfiguration: { Status: Suspended }'),
        bucket('«ReplicationConfiguration»: { Role: r }'),
      ],
      passes: [
        bucket('ReplicationConfiguration: { Role: r }, VersioningConfiguration: { Status: Enabled }'),
        bucket('VersioningConfiguration: { Status: Suspended }'),
        bucket(
          'ReplicationConfiguration: !If [Production, { Role: r }, !Ref AWS::NoValue], VersioningConfiguration: !If [Production, { Status: Enabled }, !Ref AWS::NoValue]',
        ),
      ],
      unknown: [bucket('ReplicationConfiguration: { Role: r }, VersioningConfiguration: { Status: UNKNOWN }'), bucket('ReplicationConfiguration: UNKNOWN')],
    },
    cdk: {
      fails: `new s3.CfnBucket(this, 'B', { «replicationConfiguration»: { role: 'r', rules: [] } SPREAD});`,
      passes: `new s3.CfnBucket(this, 'B', { replicationConfiguration: { role: 'r', rules: [] }, versioningConfiguration: { status: 'Enabled' } });`,
      unknown: `new s3.CfnBucket(this, 'B', { replicationConfiguration: { role: 'r', rules: [] }, versioningConfiguration: UNKNOWN });`,
    },
  },
  's3-versioning-suspended': {
    yaml: {
      fails: bucket('VersioningConfiguration: { Status: «Suspended» }'),
      passes: [bucket('VersioningConfiguration: { Status: Enabled }'), bucket('BucketName: files')],
    },
    cdk: {
      fails: `new s3.CfnBucket(this, 'B', { versioningConfiguration: { status: «'Suspended'» SPREAD} });`,
      // The construct leaves versioning out altogether.
      passes: `new s3.Bucket(this, 'B', { versioned: false });`,
    },
  },
  's3-transfer-acceleration-name': {
    yaml: {
      fails: bucket('AccelerateConfiguration: { AccelerationStatus: Enabled }, BucketName: «files.example.com»'),
      passes: [bucket('AccelerateConfiguration: { AccelerationStatus: Enabled }, BucketName: files'), bucket('BucketName: files.example.com')],
      unknown: bucket('AccelerateConfiguration: { AccelerationStatus: UNKNOWN }, BucketName: files.example.com'),
    },
    cdk: {
      fails: `new s3.Bucket(this, 'B', { transferAcceleration: true, bucketName: «'files.example.com'» SPREAD});`,
      passes: `new s3.Bucket(this, 'B', { transferAcceleration: false, bucketName: 'files.example.com' });`,
    },
  },
  's3-public-policy': {
    yaml: {
      fails: [open("Effect: Allow, «Principal»: '*'"), open('Effect: Allow, «Principal»: { AWS: "*" }')],
      passes: [
        open('Effect: Allow, Principal: { Service: cloudfront.amazonaws.com }'),
        open("Effect: Deny, Principal: '*'"),
        open("Effect: Allow, Principal: '*', Condition: { StringEquals: { aws:PrincipalOrgID: o-1 } }"),
      ],
      unknown: open('Effect: Allow, Principal: UNKNOWN'),
    },
    cdk: {
      fails: `new s3.CfnBucketPolicy(this, 'P', { policyDocument: { Statement: [{ Effect: 'Allow', «Principal»: '*', Action: 's3:GetObject' SPREAD}] } });`,
      passes: `new s3.CfnBucketPolicy(this, 'P', { policyDocument: { Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*' }] } });`,
      unknown: `new s3.CfnBucketPolicy(this, 'P', { policyDocument: UNKNOWN });`,
    },
  },
};
