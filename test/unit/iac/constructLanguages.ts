import { encryptedBy, unknown } from './plain';

type Case = readonly [construct: string, type: string, properties: unknown];

const python: readonly Case[] = [
  ['s3.Bucket(self, "B", encryption=s3.BucketEncryption.KMS_MANAGED)', 'AWS::S3::Bucket', encryptedBy('aws:kms')],
  [
    's3.Bucket(self, "B", block_public_access=s3.BlockPublicAccess.BLOCK_ALL)',
    'AWS::S3::Bucket',
    { PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true } },
  ],
  [
    's3.Bucket(self, "B", block_public_access=s3.BlockPublicAccess(block_public_acls=False))',
    'AWS::S3::Bucket',
    { PublicAccessBlockConfiguration: { BlockPublicAcls: false, '...': unknown } },
  ],
  [
    'sqs.Queue(self, "Q", visibility_timeout=Duration.minutes(2), encryption=sqs.QueueEncryption.SQS_MANAGED)',
    'AWS::SQS::Queue',
    { VisibilityTimeout: 120, SqsManagedSseEnabled: true, KmsMasterKeyId: '(absent)' },
  ],
  [
    'dynamodb.Table(self, "T", point_in_time_recovery=True, encryption=dynamodb.TableEncryption.AWS_MANAGED)',
    'AWS::DynamoDB::Table',
    { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }, SSESpecification: { SSEEnabled: true } },
  ],
  [
    'rds.DatabaseInstance(self, "D", multi_az=True, credentials=rds.Credentials.from_generated_secret("boss"))',
    'AWS::RDS::DBInstance',
    { MultiAZ: true, MasterUsername: 'boss', MasterUserPassword: unknown },
  ],
  [
    'rds.DatabaseCluster(self, "D", backup=rds.BackupProps(retention=Duration.days(7)))',
    'AWS::RDS::DBCluster',
    { BackupRetentionPeriod: 7, PreferredBackupWindow: unknown },
  ],
  ['logs.LogGroup(self, "L", retention=logs.RetentionDays.ONE_WEEK)', 'AWS::Logs::LogGroup', { RetentionInDays: 7 }],
  [
    'lambda_.Function(self, "F", tracing=lambda_.Tracing.ACTIVE, architecture=lambda_.Architecture.ARM_64)',
    'AWS::Lambda::Function',
    { TracingConfig: { Mode: 'Active' }, Architectures: ['arm64'] },
  ],
  ['kms.Key(self, "K", enable_key_rotation=True, pending_window=Duration.days(7))', 'AWS::KMS::Key', { EnableKeyRotation: true, PendingWindowInDays: 7 }],
  [
    'cognito.UserPool(self, "P", mfa=cognito.Mfa.REQUIRED, password_policy=cognito.PasswordPolicy(min_length=12))',
    'AWS::Cognito::UserPool',
    {
      MfaConfiguration: 'ON',
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: unknown,
          RequireUppercase: unknown,
          RequireNumbers: unknown,
          RequireSymbols: unknown,
          TemporaryPasswordValidityDays: unknown,
        },
      },
    },
  ],
  [
    'elbv2.ApplicationLoadBalancer(self, "A", internet_facing=True, deletion_protection=True)',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    { Scheme: 'internet-facing', LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }, unknown] },
  ],
];

const java: readonly Case[] = [
  ['s3.Bucket.Builder.create(this, "B").encryption(s3.BucketEncryption.S3_MANAGED).build()', 'AWS::S3::Bucket', encryptedBy('AES256')],
  [
    's3.Bucket.Builder.create(this, "B").blockPublicAccess(s3.BlockPublicAccess.BLOCK_ALL).build()',
    'AWS::S3::Bucket',
    { PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true } },
  ],
  ['s3.Bucket.Builder.create(this, "B").versioned(true).build()', 'AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } }],
  ['sqs.Queue.Builder.create(this, "Q").visibilityTimeout(Duration.minutes(2)).build()', 'AWS::SQS::Queue', { VisibilityTimeout: 120 }],
  ['sns.Topic.Builder.create(this, "T").fifo(true).build()', 'AWS::SNS::Topic', { FifoTopic: true }],
  [
    'dynamodb.Table.Builder.create(this, "T").billingMode(dynamodb.BillingMode.PAY_PER_REQUEST).build()',
    'AWS::DynamoDB::Table',
    { BillingMode: 'PAY_PER_REQUEST' },
  ],
  ['rds.DatabaseInstance.Builder.create(this, "D").backupRetention(Duration.days(3)).build()', 'AWS::RDS::DBInstance', { BackupRetentionPeriod: 3 }],
  ['logs.LogGroup.Builder.create(this, "L").retention(logs.RetentionDays.ONE_YEAR).build()', 'AWS::Logs::LogGroup', { RetentionInDays: 365 }],
  ['kms.Key.Builder.create(this, "K").enableKeyRotation(true).build()', 'AWS::KMS::Key', { EnableKeyRotation: true }],
  ['lambda.Function.Builder.create(this, "F").timeout(Duration.seconds(30)).build()', 'AWS::Lambda::Function', { Timeout: 30 }],
  [
    'codebuild.Project.Builder.create(this, "P").timeout(Duration.hours(1)).badge(true).build()',
    'AWS::CodeBuild::Project',
    { TimeoutInMinutes: 60, BadgeEnabled: true },
  ],
];

const pythonHead =
  'from aws_cdk import Duration, aws_s3 as s3, aws_sqs as sqs, aws_dynamodb as dynamodb, aws_rds as rds, aws_logs as logs, aws_lambda as lambda_, ' +
  'aws_kms as kms, aws_cognito as cognito, aws_elasticloadbalancingv2 as elbv2\n';

/** The class that a construct of Java is, and the classes of its values, spelled in full. */
function inJava(construct: string): string {
  const full = construct.replace(/\b(s3|sqs|sns|dynamodb|rds|logs|kms|lambda|codebuild)\.(?=[A-Z])/g, 'software.amazon.awscdk.services.$1.');
  return `import software.amazon.awscdk.*;\nimport software.amazon.awscdk.services.s3.*;\npublic class Example extends Stack {\n  public Example(Construct scope, String id) {\n    ${full};\n  }\n}\n`;
}

/** The same constructs in other languages. */
export const otherLanguages: readonly (readonly [language: string, construct: string, text: string, type: string, properties: unknown])[] = [
  ...python.map(([construct, type, expected]) => ['Python', construct, `${pythonHead}${construct}\n`, type, expected] as const),
  ...java.map(([construct, type, expected]) => ['Java', construct, inJava(construct), type, expected] as const),
];
