import { absent } from '../../model';
import { aclOf, blockPublicAccess, bucketEncryption, corsRules, lifecycleRules, lustreConfiguration, repositoryEncryption } from './storageValues';
import { either, gibibytes, holding, listOf, members, namesOf, openListOf, plain, something } from '../converters';
import { aside, construct, retained, retainedByDefault, same, simple, unset, type Constructs } from './construct';

const lifecyclePolicy = (name: string): ReturnType<typeof openListOf> =>
  openListOf(
    holding(
      name,
      namesOf(
        'LifecyclePolicy',
        'AFTER_1_DAY',
        'AFTER_7_DAYS',
        'AFTER_14_DAYS',
        'AFTER_30_DAYS',
        'AFTER_60_DAYS',
        'AFTER_90_DAYS',
        'AFTER_180_DAYS',
        'AFTER_270_DAYS',
        'AFTER_365_DAYS',
      ),
    ),
  );

/** S3, ECR, EFS, FSx, EBS volumes and AWS Backup. */
export const storage: Constructs = {
  'aws-s3.Bucket': construct(
    'S3::Bucket',
    {
      ...same('bucketName', 'objectLockEnabled'),
      versioned: ['VersioningConfiguration.Status', either('Enabled', absent)],
      encryption: ['BucketEncryption.ServerSideEncryptionConfiguration', bucketEncryption],
      encryptionKey: ['BucketEncryption.ServerSideEncryptionConfiguration', something],
      bucketKeyEnabled: aside('BucketEncryption.ServerSideEncryptionConfiguration', something),
      blockedEncryptionTypes: aside('BucketEncryption.ServerSideEncryptionConfiguration', something),
      blockPublicAccess: ['PublicAccessBlockConfiguration', blockPublicAccess],
      accessControl: ['AccessControl', aclOf],
      objectOwnership: [
        'OwnershipControls.Rules',
        openListOf(
          holding(
            'ObjectOwnership',
            members('ObjectOwnership', {
              BUCKET_OWNER_ENFORCED: 'BucketOwnerEnforced',
              BUCKET_OWNER_PREFERRED: 'BucketOwnerPreferred',
              OBJECT_WRITER: 'ObjectWriter',
            }),
          ),
        ),
      ],
      lifecycleRules: ['LifecycleConfiguration.Rules', lifecycleRules],
      cors: ['CorsConfiguration.CorsRules', corsRules],
      serverAccessLogsBucket: ['LoggingConfiguration.DestinationBucketName', plain],
      serverAccessLogsPrefix: ['LoggingConfiguration.LogFilePrefix', plain],
      targetObjectKeyFormat: ['LoggingConfiguration.TargetObjectKeyFormat', something],
      websiteIndexDocument: ['WebsiteConfiguration.IndexDocument', plain],
      websiteErrorDocument: ['WebsiteConfiguration.ErrorDocument', plain],
      websiteRedirect: ['WebsiteConfiguration.RedirectAllRequestsTo', something],
      transferAcceleration: ['AccelerateConfiguration.AccelerationStatus', either('Enabled', absent)],
      objectLockDefaultRetention: [['ObjectLockConfiguration', something], aside('ObjectLockEnabled', something)],
      replicationRules: [['ReplicationConfiguration', something], aside('VersioningConfiguration.Status', something)],
      ...retained,
    },
    {
      ...unset(
        'VersioningConfiguration.Status',
        'BucketEncryption.ServerSideEncryptionConfiguration',
        'PublicAccessBlockConfiguration',
        'LoggingConfiguration',
        'ObjectLockEnabled',
        'ReplicationConfiguration',
        'AccelerateConfiguration.AccelerationStatus',
      ),
      ...retainedByDefault,
    },
  ),
  ...simple('aws-s3', { BucketPolicy: 'S3::BucketPolicy' }),
  'aws-ec2.Volume': construct(
    'EC2::Volume',
    {
      ...same('encrypted', 'iops', 'throughput', 'availabilityZone', 'snapshotId'),
      size: ['Size', gibibytes],
      enableMultiAttach: ['MultiAttachEnabled', plain],
      autoEnableIo: ['AutoEnableIO', plain],
      encryptionKey: ['KmsKeyId', plain],
      volumeType: [
        'VolumeType',
        members('EbsDeviceVolumeType', {
          STANDARD: 'standard',
          MAGNETIC: 'standard',
          GP2: 'gp2',
          GENERAL_PURPOSE_SSD: 'gp2',
          GP3: 'gp3',
          GENERAL_PURPOSE_SSD_GP3: 'gp3',
          IO1: 'io1',
          PROVISIONED_IOPS_SSD: 'io1',
          IO2: 'io2',
          PROVISIONED_IOPS_SSD_IO2: 'io2',
          ST1: 'st1',
          THROUGHPUT_OPTIMIZED_HDD: 'st1',
          SC1: 'sc1',
          COLD_HDD: 'sc1',
        }),
      ],
      ...retained,
    },
    { ...unset('SourceVolumeId', 'Iops', 'Throughput', 'SnapshotId'), ...retainedByDefault },
  ),
  'aws-ecr.Repository': construct(
    'ECR::Repository',
    {
      ...same('repositoryName', 'emptyOnDelete'),
      imageScanOnPush: ['ImageScanningConfiguration.ScanOnPush', plain],
      imageTagMutability: ['ImageTagMutability', namesOf('TagMutability', 'MUTABLE', 'IMMUTABLE', 'MUTABLE_WITH_EXCLUSION', 'IMMUTABLE_WITH_EXCLUSION')],
      encryption: ['EncryptionConfiguration.EncryptionType', repositoryEncryption],
      encryptionKey: [['EncryptionConfiguration.KmsKey', plain], aside('EncryptionConfiguration.EncryptionType', something)],
      lifecycleRules: ['LifecyclePolicy.LifecyclePolicyText', something],
      ...retained,
    },
    { ...unset('ImageTagMutability', 'EncryptionConfiguration.EncryptionType'), ...retainedByDefault },
  ),
  'aws-efs.FileSystem': construct(
    'EFS::FileSystem',
    {
      ...same('encrypted'),
      kmsKey: ['KmsKeyId', plain],
      enableAutomaticBackups: ['BackupPolicy.Status', either('ENABLED', absent)],
      lifecyclePolicy: ['LifecyclePolicies', lifecyclePolicy('TransitionToIA')],
      transitionToArchivePolicy: ['LifecyclePolicies', lifecyclePolicy('TransitionToArchive')],
      outOfInfrequentAccessPolicy: [
        'LifecyclePolicies',
        openListOf(holding('TransitionToPrimaryStorageClass', namesOf('OutOfInfrequentAccessPolicy', 'AFTER_1_ACCESS'))),
      ],
      performanceMode: ['PerformanceMode', members('PerformanceMode', { GENERAL_PURPOSE: 'generalPurpose', MAX_IO: 'maxIO' })],
      throughputMode: ['ThroughputMode', members('ThroughputMode', { BURSTING: 'bursting', PROVISIONED: 'provisioned', ELASTIC: 'elastic' })],
      provisionedThroughputPerSecond: ['ProvisionedThroughputInMibps', something],
      fileSystemPolicy: ['FileSystemPolicy', something],
      allowAnonymousAccess: ['FileSystemPolicy', something],
      replicationConfiguration: ['ReplicationConfiguration', something],
      ...retained,
    },
    { ...unset('PerformanceMode', 'ThroughputMode', 'LifecyclePolicies', 'ProvisionedThroughputInMibps'), ...retainedByDefault },
  ),
  'aws-efs.AccessPoint': construct(
    'EFS::AccessPoint',
    {
      path: ['RootDirectory.Path', plain],
      posixUser: ['PosixUser', plain],
      createAcl: ['RootDirectory.CreationInfo', something],
      fileSystem: ['FileSystemId', plain],
    },
    unset('PosixUser'),
  ),
  'aws-fsx.LustreFileSystem': construct(
    'FSx::FileSystem',
    {
      storageCapacityGiB: ['StorageCapacity', plain],
      storageType: ['StorageType', namesOf('StorageType', 'SSD', 'HDD')],
      kmsKey: ['KmsKeyId', plain],
      backupId: ['BackupId', plain],
      lustreConfiguration: ['LustreConfiguration', lustreConfiguration],
      ...retained,
    },
    { FileSystemType: 'LUSTRE', ...retainedByDefault },
  ),
  'aws-backup.BackupVault': construct(
    'Backup::BackupVault',
    {
      ...same('backupVaultName', 'accessPolicy', 'lockConfiguration'),
      encryptionKey: ['EncryptionKeyArn', plain],
      blockRecoveryPointDeletion: ['AccessPolicy', something],
      ...retained,
    },
    { ...unset('EncryptionKeyArn', 'LockConfiguration'), ...retainedByDefault },
  ),
  'aws-backup.BackupPlan': construct('Backup::BackupPlan', {
    backupPlanName: ['BackupPlan.BackupPlanName', plain],
    backupPlanRules: ['BackupPlan.BackupPlanRule', something],
  }),
  'aws-backup.BackupSelection': construct('Backup::BackupSelection', {
    backupSelectionName: ['BackupSelection.SelectionName', plain],
    resources: ['BackupSelection.Resources', listOf(something)],
  }),
  'aws-s3-deployment.BucketDeployment': { type: 'Custom::CDKBucketDeployment', props: {}, defaults: {} },
  'aws-s3-deployment.DeployTimeSubstitutedFile': { type: 'Custom::CDKBucketDeployment', props: {}, defaults: {} },
};
