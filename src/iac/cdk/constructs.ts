import { absent } from '../model';
import { days, either, gibibytes, hours, instanceType, keyElement, mebibytes, oneOf, plain, removalPolicy, runtime, seconds } from './converters';
import type { Converter } from './expression';

/** What an L2 construct stands for. */
export interface Construct {
  /** CloudFormation type of its main resource. */
  readonly type: string;
  /**
   * Its properties by name: the CloudFormation property each sets (a path; `@Name` is an attribute such as
   * DeletionPolicy), and how its value is turned into that property's.
   */
  readonly props: Readonly<Record<string, readonly [path: string, convert: Converter]>>;
  /** What holds for a CloudFormation property when nothing sets it; `absent` where CDK leaves it out too. */
  readonly defaults: Readonly<Record<string, string | number | boolean | typeof absent>>;
}

const retained = { removalPolicy: ['@DeletionPolicy', removalPolicy] } as const;

const functionProps: Construct['props'] = {
  functionName: ['FunctionName', plain],
  runtime: ['Runtime', runtime],
  timeout: ['Timeout', seconds],
  memorySize: ['MemorySize', plain],
  ephemeralStorageSize: ['EphemeralStorage.Size', mebibytes],
  reservedConcurrentExecutions: ['ReservedConcurrentExecutions', plain],
  environment: ['Environment.Variables', plain],
  vpc: ['VpcConfig', plain],
  tracing: ['TracingConfig.Mode', oneOf({ 'Tracing.ACTIVE': 'Active', 'Tracing.PASS_THROUGH': 'PassThrough' })],
  architecture: ['Architectures', oneOf({ 'Architecture.ARM_64': 'arm64', 'Architecture.X86_64': 'x86_64' })],
  deadLetterQueue: ['DeadLetterConfig.TargetArn', plain],
};
const lambdaFunction: Construct = { type: 'AWS::Lambda::Function', props: functionProps, defaults: { Timeout: 3, MemorySize: 128 } };

const instanceProps: Construct['props'] = {
  multiAz: ['MultiAZ', plain],
  backupRetention: ['BackupRetentionPeriod', days],
  storageEncrypted: ['StorageEncrypted', plain],
  storageEncryptionKey: ['KmsKeyId', plain],
  storageType: [
    'StorageType',
    oneOf({ 'StorageType.STANDARD': 'standard', 'StorageType.GP2': 'gp2', 'StorageType.GP3': 'gp3', 'StorageType.IO1': 'io1', 'StorageType.IO2': 'io2' }),
  ],
  allocatedStorage: ['AllocatedStorage', plain],
  maxAllocatedStorage: ['MaxAllocatedStorage', plain],
  iops: ['Iops', plain],
  publiclyAccessible: ['PubliclyAccessible', plain],
  deletionProtection: ['DeletionProtection', plain],
  instanceType: ['DBInstanceClass', instanceType('db.')],
  autoMinorVersionUpgrade: ['AutoMinorVersionUpgrade', plain],
  iamAuthentication: ['EnableIAMDatabaseAuthentication', plain],
  deleteAutomatedBackups: ['DeleteAutomatedBackups', plain],
  engine: [
    'Engine',
    oneOf({
      'DatabaseInstanceEngine.mysql': 'mysql',
      'DatabaseInstanceEngine.MYSQL': 'mysql',
      'DatabaseInstanceEngine.postgres': 'postgres',
      'DatabaseInstanceEngine.POSTGRES': 'postgres',
      'DatabaseInstanceEngine.mariaDb': 'mariadb',
      'DatabaseInstanceEngine.MARIADB': 'mariadb',
      'DatabaseInstanceEngine.oracleSe2': 'oracle-se2',
      'DatabaseInstanceEngine.oracleEe': 'oracle-ee',
      'DatabaseInstanceEngine.sqlServerEx': 'sqlserver-ex',
      'DatabaseInstanceEngine.sqlServerWeb': 'sqlserver-web',
      'DatabaseInstanceEngine.sqlServerSe': 'sqlserver-se',
      'DatabaseInstanceEngine.sqlServerEe': 'sqlserver-ee',
    }),
  ],
  ...retained,
};

const tableProps: Construct['props'] = {
  tableName: ['TableName', plain],
  partitionKey: ['KeySchema', keyElement('HASH')],
  sortKey: ['KeySchema', keyElement('RANGE')],
  billingMode: ['BillingMode', oneOf({ 'BillingMode.PAY_PER_REQUEST': 'PAY_PER_REQUEST', 'BillingMode.PROVISIONED': 'PROVISIONED' })],
  readCapacity: ['ProvisionedThroughput.ReadCapacityUnits', plain],
  writeCapacity: ['ProvisionedThroughput.WriteCapacityUnits', plain],
  pointInTimeRecovery: ['PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', plain],
  pointInTimeRecoverySpecification: ['PointInTimeRecoverySpecification', plain],
  timeToLiveAttribute: ['TimeToLiveSpecification.AttributeName', plain],
  stream: [
    'StreamSpecification.StreamViewType',
    oneOf({
      'StreamViewType.NEW_IMAGE': 'NEW_IMAGE',
      'StreamViewType.OLD_IMAGE': 'OLD_IMAGE',
      'StreamViewType.NEW_AND_OLD_IMAGES': 'NEW_AND_OLD_IMAGES',
      'StreamViewType.KEYS_ONLY': 'KEYS_ONLY',
    }),
  ],
  encryption: [
    'SSESpecification.SSEEnabled',
    oneOf({ 'TableEncryption.DEFAULT': false, 'TableEncryption.AWS_MANAGED': true, 'TableEncryption.CUSTOMER_MANAGED': true }),
  ],
  deletionProtection: ['DeletionProtectionEnabled', plain],
  contributorInsightsEnabled: ['ContributorInsightsSpecification.Enabled', plain],
  ...retained,
};

/** L2 constructs whose properties are understood, by module and class; others are found by name through `ResourceTypes`. */
const constructs: Readonly<Record<string, Construct>> = {
  'aws-s3.Bucket': {
    type: 'AWS::S3::Bucket',
    props: {
      bucketName: ['BucketName', plain],
      versioned: ['VersioningConfiguration.Status', either('Enabled', 'Suspended')],
      encryption: [
        'BucketEncryption.ServerSideEncryptionConfiguration',
        oneOf({
          'BucketEncryption.S3_MANAGED': 'AES256',
          'BucketEncryption.KMS': 'aws:kms',
          'BucketEncryption.KMS_MANAGED': 'aws:kms',
          'BucketEncryption.DSSE': 'aws:kms:dsse',
          'BucketEncryption.DSSE_MANAGED': 'aws:kms:dsse',
        }),
      ],
      publicReadAccess: ['PublicReadAccess', plain],
      blockPublicAccess: ['PublicAccessBlockConfiguration', plain],
      accessControl: [
        'AccessControl',
        oneOf({
          'BucketAccessControl.PRIVATE': 'Private',
          'BucketAccessControl.PUBLIC_READ': 'PublicRead',
          'BucketAccessControl.PUBLIC_READ_WRITE': 'PublicReadWrite',
          'BucketAccessControl.AUTHENTICATED_READ': 'AuthenticatedRead',
          'BucketAccessControl.LOG_DELIVERY_WRITE': 'LogDeliveryWrite',
        }),
      ],
      lifecycleRules: ['LifecycleConfiguration.Rules', plain],
      websiteIndexDocument: ['WebsiteConfiguration.IndexDocument', plain],
      transferAcceleration: ['AccelerateConfiguration.AccelerationStatus', either('Enabled', 'Suspended')],
      objectLockEnabled: ['ObjectLockEnabled', plain],
      cors: ['CorsConfiguration.CorsRules', plain],
      ...retained,
    },
    defaults: { 'VersioningConfiguration.Status': absent, AccessControl: absent, '@DeletionPolicy': 'Retain' },
  },
  'aws-ec2.Volume': {
    type: 'AWS::EC2::Volume',
    props: {
      size: ['Size', gibibytes],
      encrypted: ['Encrypted', plain],
      iops: ['Iops', plain],
      throughput: ['Throughput', plain],
      enableMultiAttach: ['MultiAttachEnabled', plain],
      volumeType: [
        'VolumeType',
        oneOf({
          'EbsDeviceVolumeType.STANDARD': 'standard',
          'EbsDeviceVolumeType.MAGNETIC': 'standard',
          'EbsDeviceVolumeType.GP2': 'gp2',
          'EbsDeviceVolumeType.GENERAL_PURPOSE_SSD': 'gp2',
          'EbsDeviceVolumeType.GP3': 'gp3',
          'EbsDeviceVolumeType.GENERAL_PURPOSE_SSD_GP3': 'gp3',
          'EbsDeviceVolumeType.IO1': 'io1',
          'EbsDeviceVolumeType.PROVISIONED_IOPS_SSD': 'io1',
          'EbsDeviceVolumeType.IO2': 'io2',
          'EbsDeviceVolumeType.PROVISIONED_IOPS_SSD_IO2': 'io2',
          'EbsDeviceVolumeType.ST1': 'st1',
          'EbsDeviceVolumeType.THROUGHPUT_OPTIMIZED_HDD': 'st1',
          'EbsDeviceVolumeType.SC1': 'sc1',
          'EbsDeviceVolumeType.COLD_HDD': 'sc1',
        }),
      ],
      ...retained,
    },
    defaults: { '@DeletionPolicy': 'Retain' },
  },
  'aws-ec2.Instance': {
    type: 'AWS::EC2::Instance',
    props: {
      instanceType: ['InstanceType', instanceType()],
      sourceDestCheck: ['SourceDestCheck', plain],
      ebsOptimized: ['EbsOptimized', plain],
      detailedMonitoring: ['Monitoring', plain],
      disableApiTermination: ['DisableApiTermination', plain],
      httpTokens: ['MetadataOptions.HttpTokens', oneOf({ 'HttpTokens.OPTIONAL': 'optional', 'HttpTokens.REQUIRED': 'required' })],
    },
    defaults: {},
  },
  'aws-ec2.LaunchTemplate': {
    type: 'AWS::EC2::LaunchTemplate',
    props: { instanceType: ['LaunchTemplateData.InstanceType', instanceType()], ebsOptimized: ['LaunchTemplateData.EbsOptimized', plain] },
    defaults: {},
  },
  'aws-ec2.Vpc': {
    type: 'AWS::EC2::VPC',
    props: { cidr: ['CidrBlock', plain], enableDnsHostnames: ['EnableDnsHostnames', plain], enableDnsSupport: ['EnableDnsSupport', plain] },
    defaults: {},
  },
  'aws-ec2.Subnet': {
    type: 'AWS::EC2::Subnet',
    props: {
      vpcId: ['VpcId', plain],
      cidrBlock: ['CidrBlock', plain],
      availabilityZone: ['AvailabilityZone', plain],
      mapPublicIpOnLaunch: ['MapPublicIpOnLaunch', plain],
    },
    defaults: {},
  },
  'aws-ec2.PublicSubnet': {
    type: 'AWS::EC2::Subnet',
    props: { vpcId: ['VpcId', plain], cidrBlock: ['CidrBlock', plain], availabilityZone: ['AvailabilityZone', plain] },
    defaults: {},
  },
  'aws-ec2.PrivateSubnet': {
    type: 'AWS::EC2::Subnet',
    props: { vpcId: ['VpcId', plain], cidrBlock: ['CidrBlock', plain], availabilityZone: ['AvailabilityZone', plain] },
    defaults: {},
  },
  'aws-ec2.SecurityGroup': {
    type: 'AWS::EC2::SecurityGroup',
    props: { description: ['GroupDescription', plain], securityGroupName: ['GroupName', plain] },
    defaults: {},
  },
  'aws-ec2.GatewayVpcEndpoint': { type: 'AWS::EC2::VPCEndpoint', props: {}, defaults: { VpcEndpointType: 'Gateway' } },
  'aws-ec2.InterfaceVpcEndpoint': {
    type: 'AWS::EC2::VPCEndpoint',
    props: { privateDnsEnabled: ['PrivateDnsEnabled', plain] },
    defaults: { VpcEndpointType: 'Interface' },
  },
  'aws-ec2.BastionHostLinux': { type: 'AWS::EC2::Instance', props: { instanceType: ['InstanceType', instanceType()] }, defaults: {} },
  'aws-autoscaling.AutoScalingGroup': {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    props: {
      minCapacity: ['MinSize', plain],
      maxCapacity: ['MaxSize', plain],
      desiredCapacity: ['DesiredCapacity', plain],
      cooldown: ['Cooldown', seconds],
      defaultInstanceWarmup: ['DefaultInstanceWarmup', seconds],
      instanceType: ['InstanceType', instanceType()],
      healthCheck: ['HealthCheckType', oneOf({ 'HealthCheck.ec2': 'EC2', 'HealthCheck.elb': 'ELB' })],
      maxInstanceLifetime: ['MaxInstanceLifetime', seconds],
    },
    defaults: {},
  },
  'aws-rds.DatabaseInstance': {
    type: 'AWS::RDS::DBInstance',
    props: instanceProps,
    defaults: { MultiAZ: absent, SourceDBInstanceIdentifier: absent, DBClusterIdentifier: absent, DBSnapshotIdentifier: absent, '@DeletionPolicy': 'Snapshot' },
  },
  'aws-rds.DatabaseInstanceFromSnapshot': { type: 'AWS::RDS::DBInstance', props: instanceProps, defaults: { '@DeletionPolicy': 'Snapshot' } },
  'aws-rds.DatabaseInstanceReadReplica': { type: 'AWS::RDS::DBInstance', props: instanceProps, defaults: { '@DeletionPolicy': 'Snapshot' } },
  'aws-rds.DatabaseCluster': {
    type: 'AWS::RDS::DBCluster',
    props: {
      storageEncrypted: ['StorageEncrypted', plain],
      deletionProtection: ['DeletionProtection', plain],
      iamAuthentication: ['EnableIAMDatabaseAuthentication', plain],
      ...retained,
    },
    defaults: { '@DeletionPolicy': 'Snapshot' },
  },
  'aws-rds.ServerlessCluster': { type: 'AWS::RDS::DBCluster', props: { deletionProtection: ['DeletionProtection', plain], ...retained }, defaults: {} },
  'aws-rds.SubnetGroup': { type: 'AWS::RDS::DBSubnetGroup', props: {}, defaults: {} },
  'aws-rds.ParameterGroup': { type: 'AWS::RDS::DBParameterGroup', props: {}, defaults: {} },
  'aws-dynamodb.Table': {
    type: 'AWS::DynamoDB::Table',
    props: tableProps,
    defaults: { 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': absent, '@DeletionPolicy': 'Retain', DeletionProtectionEnabled: absent },
  },
  'aws-dynamodb.TableV2': { type: 'AWS::DynamoDB::GlobalTable', props: tableProps, defaults: { BillingMode: 'PAY_PER_REQUEST', '@DeletionPolicy': 'Retain' } },
  'aws-lambda.Function': lambdaFunction,
  'aws-lambda.DockerImageFunction': lambdaFunction,
  'aws-lambda.SingletonFunction': lambdaFunction,
  'aws-lambda-nodejs.NodejsFunction': lambdaFunction,
  'aws-lambda-python-alpha.PythonFunction': lambdaFunction,
  'aws-lambda-python.PythonFunction': lambdaFunction,
  'aws-lambda-go-alpha.GoFunction': lambdaFunction,
  'aws-lambda-go.GoFunction': lambdaFunction,
  'aws-cloudfront.experimental.EdgeFunction': lambdaFunction,
  'aws-lambda.EventSourceMapping': {
    type: 'AWS::Lambda::EventSourceMapping',
    props: {
      batchSize: ['BatchSize', plain],
      maxBatchingWindow: ['MaximumBatchingWindowInSeconds', seconds],
      target: ['FunctionName', plain],
      eventSourceArn: ['EventSourceArn', plain],
    },
    defaults: {},
  },
  'aws-sqs.Queue': {
    type: 'AWS::SQS::Queue',
    props: {
      queueName: ['QueueName', plain],
      visibilityTimeout: ['VisibilityTimeout', seconds],
      retentionPeriod: ['MessageRetentionPeriod', seconds],
      deliveryDelay: ['DelaySeconds', seconds],
      receiveMessageWaitTime: ['ReceiveMessageWaitTimeSeconds', seconds],
      maxMessageSizeBytes: ['MaximumMessageSize', plain],
      fifo: ['FifoQueue', plain],
      contentBasedDeduplication: ['ContentBasedDeduplication', plain],
      deadLetterQueue: ['RedrivePolicy', plain],
      encryptionMasterKey: ['KmsMasterKeyId', plain],
      encryption: ['SqsManagedSseEnabled', oneOf({ 'QueueEncryption.UNENCRYPTED': false, 'QueueEncryption.SQS_MANAGED': true })],
      ...retained,
    },
    defaults: { VisibilityTimeout: absent, MessageRetentionPeriod: absent, KmsMasterKeyId: absent, FifoQueue: absent, '@DeletionPolicy': 'Delete' },
  },
  'aws-cloudfront.Distribution': {
    type: 'AWS::CloudFront::Distribution',
    props: {
      defaultBehavior: ['DistributionConfig.DefaultCacheBehavior', plain],
      minimumProtocolVersion: [
        'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
        oneOf({
          'SecurityPolicyProtocol.SSL_V3': 'SSLv3',
          'SecurityPolicyProtocol.TLS_V1': 'TLSv1',
          'SecurityPolicyProtocol.TLS_V1_2016': 'TLSv1_2016',
          'SecurityPolicyProtocol.TLS_V1_1_2016': 'TLSv1.1_2016',
          'SecurityPolicyProtocol.TLS_V1_2_2018': 'TLSv1.2_2018',
          'SecurityPolicyProtocol.TLS_V1_2_2019': 'TLSv1.2_2019',
          'SecurityPolicyProtocol.TLS_V1_2_2021': 'TLSv1.2_2021',
        }),
      ],
      priceClass: [
        'DistributionConfig.PriceClass',
        oneOf({
          'PriceClass.PRICE_CLASS_100': 'PriceClass_100',
          'PriceClass.PRICE_CLASS_200': 'PriceClass_200',
          'PriceClass.PRICE_CLASS_ALL': 'PriceClass_All',
        }),
      ],
      defaultRootObject: ['DistributionConfig.DefaultRootObject', plain],
      webAclId: ['DistributionConfig.WebACLId', plain],
    },
    defaults: {},
  },
  'aws-cloudfront.CloudFrontWebDistribution': { type: 'AWS::CloudFront::Distribution', props: {}, defaults: {} },
  'aws-cloudfront.OriginAccessIdentity': { type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity', props: {}, defaults: {} },
  'aws-cloudfront.S3OriginAccessControl': { type: 'AWS::CloudFront::OriginAccessControl', props: {}, defaults: {} },
  'aws-cloudfront.CachePolicy': {
    type: 'AWS::CloudFront::CachePolicy',
    props: {
      defaultTtl: ['CachePolicyConfig.DefaultTTL', seconds],
      minTtl: ['CachePolicyConfig.MinTTL', seconds],
      maxTtl: ['CachePolicyConfig.MaxTTL', seconds],
    },
    defaults: {},
  },
  'aws-kinesis.Stream': {
    type: 'AWS::Kinesis::Stream',
    props: {
      shardCount: ['ShardCount', plain],
      retentionPeriod: ['RetentionPeriodHours', hours],
      streamMode: ['StreamModeDetails.StreamMode', oneOf({ 'StreamMode.ON_DEMAND': 'ON_DEMAND', 'StreamMode.PROVISIONED': 'PROVISIONED' })],
      encryption: [
        'StreamEncryption.EncryptionType',
        oneOf({ 'StreamEncryption.KMS': 'KMS', 'StreamEncryption.MANAGED': 'KMS', 'StreamEncryption.UNENCRYPTED': 'NONE' }),
      ],
      ...retained,
    },
    defaults: { '@DeletionPolicy': 'Retain' },
  },
  'aws-kms.Key': {
    type: 'AWS::KMS::Key',
    props: {
      enableKeyRotation: ['EnableKeyRotation', plain],
      rotationPeriod: ['RotationPeriodInDays', days],
      pendingWindow: ['PendingWindowInDays', days],
      multiRegion: ['MultiRegion', plain],
      description: ['Description', plain],
      keySpec: ['KeySpec', oneOf({ 'KeySpec.SYMMETRIC_DEFAULT': 'SYMMETRIC_DEFAULT' })],
      ...retained,
    },
    defaults: { EnableKeyRotation: absent, KeySpec: absent, '@DeletionPolicy': 'Retain' },
  },
  'aws-iam.Role': {
    type: 'AWS::IAM::Role',
    props: {
      roleName: ['RoleName', plain],
      maxSessionDuration: ['MaxSessionDuration', seconds],
      assumedBy: ['AssumeRolePolicyDocument', plain],
      path: ['Path', plain],
    },
    defaults: {},
  },
  'aws-iam.LazyRole': { type: 'AWS::IAM::Role', props: {}, defaults: {} },
  'aws-iam.OpenIdConnectProvider': { type: 'AWS::IAM::OIDCProvider', props: {}, defaults: {} },
  'aws-iam.SamlProvider': { type: 'AWS::IAM::SAMLProvider', props: {}, defaults: {} },
  'aws-elasticloadbalancingv2.ApplicationLoadBalancer': { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', props: {}, defaults: {} },
  'aws-elasticloadbalancingv2.NetworkLoadBalancer': { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', props: {}, defaults: {} },
  'aws-elasticloadbalancingv2.ApplicationTargetGroup': { type: 'AWS::ElasticLoadBalancingV2::TargetGroup', props: {}, defaults: {} },
  'aws-elasticloadbalancingv2.NetworkTargetGroup': { type: 'AWS::ElasticLoadBalancingV2::TargetGroup', props: {}, defaults: {} },
  'aws-elasticloadbalancingv2.ApplicationListener': { type: 'AWS::ElasticLoadBalancingV2::Listener', props: {}, defaults: {} },
  'aws-elasticloadbalancingv2.ApplicationListenerRule': { type: 'AWS::ElasticLoadBalancingV2::ListenerRule', props: {}, defaults: {} },
  'aws-ecs.FargateTaskDefinition': { type: 'AWS::ECS::TaskDefinition', props: {}, defaults: {} },
  'aws-ecs.Ec2TaskDefinition': { type: 'AWS::ECS::TaskDefinition', props: {}, defaults: {} },
  'aws-ecs.FargateService': { type: 'AWS::ECS::Service', props: {}, defaults: {} },
  'aws-ecs.Ec2Service': { type: 'AWS::ECS::Service', props: {}, defaults: {} },
  'aws-ecs-patterns.ApplicationLoadBalancedFargateService': { type: 'AWS::ECS::Service', props: {}, defaults: {} },
  'aws-ecs-patterns.NetworkLoadBalancedFargateService': { type: 'AWS::ECS::Service', props: {}, defaults: {} },
  'aws-ecs-patterns.QueueProcessingFargateService': { type: 'AWS::ECS::Service', props: {}, defaults: {} },
  'aws-apigateway.LambdaRestApi': { type: 'AWS::ApiGateway::RestApi', props: {}, defaults: {} },
  'aws-apigateway.SpecRestApi': { type: 'AWS::ApiGateway::RestApi', props: {}, defaults: {} },
  'aws-apigatewayv2.HttpApi': { type: 'AWS::ApiGatewayV2::Api', props: {}, defaults: {} },
  'aws-apigatewayv2.WebSocketApi': { type: 'AWS::ApiGatewayV2::Api', props: {}, defaults: {} },
  'aws-apigatewayv2-alpha.HttpApi': { type: 'AWS::ApiGatewayV2::Api', props: {}, defaults: {} },
  'aws-appsync.GraphqlApi': { type: 'AWS::AppSync::GraphQLApi', props: {}, defaults: {} },
  'aws-ssm.StringParameter': { type: 'AWS::SSM::Parameter', props: {}, defaults: {} },
  'aws-events.EventBus': { type: 'AWS::Events::EventBus', props: {}, defaults: {} },
  'aws-route53.PublicHostedZone': { type: 'AWS::Route53::HostedZone', props: {}, defaults: {} },
  'aws-route53.PrivateHostedZone': { type: 'AWS::Route53::HostedZone', props: {}, defaults: {} },
  'aws-route53.ARecord': { type: 'AWS::Route53::RecordSet', props: {}, defaults: {} },
  'aws-route53.AaaaRecord': { type: 'AWS::Route53::RecordSet', props: {}, defaults: {} },
  'aws-route53.CnameRecord': { type: 'AWS::Route53::RecordSet', props: {}, defaults: {} },
};

/** Looks an L2 construct up: `("aws-sqs", "Queue")`. */
export function constructNamed(module: string, name: string): Construct | undefined {
  const key = `${module}.${name}`;
  return Object.hasOwn(constructs, key) ? constructs[key] : undefined;
}
