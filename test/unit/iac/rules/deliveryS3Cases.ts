import type { RuleCase } from './cases';

const bucket = (properties: string): string => `Files: { Type: AWS::S3::Bucket, Properties: { ${properties} } }`;
const bare = 'Files: { Type: «AWS::S3::Bucket», Properties: { BucketName: files } }';
const cdkBare = `new s3.«CfnBucket»(this, 'B', { bucketName: 'files' SPREAD});`;
const cdk = (properties: string): string => `new s3.CfnBucket(this, 'B', { ${properties} });`;
const encrypted = (rule: string): string => bucket(`BucketEncryption: { ServerSideEncryptionConfiguration: [${rule}] }`);
const cdkEncrypted = (rule: string): string => cdk(`bucketEncryption: { serverSideEncryptionConfiguration: [${rule}] }`);
const rules = (...texts: string[]): string => `LifecycleConfiguration: { Rules: [${texts.join(', ')}] }`;
const cdkRules = (text: string): string => `lifecycleConfiguration: { rules: [${text}] }`;
const block = 'BlockPublicAcls: true, BlockPublicPolicy: true';

export const deliveryS3Cases: Readonly<Record<string, RuleCase>> = {
  's3-encryption-unwritten': {
    yaml: {
      fails: [bare, bucket('«BucketEncryption»: {}'), bucket('BucketEncryption: { ServerSideEncryptionConfiguration: «»[] }')],
      passes: [
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 } }'),
        bucket('BucketEncryption: !If [Production, { ServerSideEncryptionConfiguration: [{}] }, !Ref AWS::NoValue]'),
      ],
      unknown: [bucket('BucketEncryption: UNKNOWN'), bucket('BucketEncryption: { ServerSideEncryptionConfiguration: UNKNOWN }')],
    },
    cdk: {
      fails: cdkBare,
      passes: [
        cdkEncrypted(`{ serverSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }`),
        `new s3.Bucket(this, 'B', { encryption: s3.BucketEncryption.S3_MANAGED });`,
        `new s3.Bucket(this, 'B', { encryption: s3.BucketEncryption.S3_MANAGED });`,
      ],
    },
  },
  's3-no-kms': {
    yaml: {
      fails: [bare, encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: «AES256» } }'), encrypted('{ «ServerSideEncryptionByDefault»: {} }')],
      passes: [
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms } }'),
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms:dsse } }'),
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: !If [Production, aws:kms, AES256] } }'),
      ],
      unknown: encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: UNKNOWN } }'),
    },
    cdk: {
      fails: [cdkBare, cdkEncrypted(`{ serverSideEncryptionByDefault: { sseAlgorithm: «'AES256'» SPREAD} }`)],
      passes: [
        cdkEncrypted(`{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms' } }`),
        `new s3.Bucket(this, 'B', { encryption: s3.BucketEncryption.KMS });`,
      ],
    },
  },
  's3-aws-managed-key': {
    yaml: {
      fails: [
        encrypted('{ «ServerSideEncryptionByDefault»: { SSEAlgorithm: aws:kms } }'),
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: «alias/aws/s3» } }'),
        encrypted("{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms:dsse, KMSMasterKeyID: '«»' } }"),
      ],
      passes: [
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: !GetAtt Key.Arn } }'),
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: alias/files } }'),
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 } }'),
      ],
      unknown: [
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: UNKNOWN } }'),
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: UNKNOWN } }'),
      ],
    },
    cdk: {
      fails: cdkEncrypted(`{ «serverSideEncryptionByDefault»: { sseAlgorithm: 'aws:kms' SPREAD} }`),
      passes: cdkEncrypted(`{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key.attrArn } }`),
      unknown: cdkEncrypted(`{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: UNKNOWN } }`),
    },
  },
  's3-bucket-key-off': {
    yaml: {
      fails: [
        encrypted('«{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms» } }'),
        encrypted('{ BucketKeyEnabled: «false», ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms } }'),
      ],
      unknown: encrypted('{ BucketKeyEnabled: UNKNOWN, ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms } }'),
      passes: [
        encrypted('{ BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms } }'),
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms:dsse } }'),
        encrypted('{ ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 } }'),
      ],
    },
    cdk: {
      fails: cdkEncrypted(`«{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms' } SPREAD}»`),
      passes: cdkEncrypted(`{ bucketKeyEnabled: true, serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms' } }`),
      unknown: cdkEncrypted(`{ bucketKeyEnabled: UNKNOWN, serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms' } }`),
    },
  },
  's3-lifecycle-missing': {
    yaml: {
      fails: [
        bare,
        bucket(`«LifecycleConfiguration»: { Rules: [{ Status: Disabled, ExpirationInDays: 30 }] }`),
        bucket('«LifecycleConfiguration»: { Rules: [] }'),
      ],
      passes: [bucket(rules('{ Status: Enabled, ExpirationInDays: 30 }')), bucket(rules('{ Status: Disabled }', '{ Status: Enabled }'))],
      unknown: [bucket('LifecycleConfiguration: UNKNOWN'), bucket('LifecycleConfiguration: { Rules: UNKNOWN }'), bucket(rules('{ Status: UNKNOWN }'))],
    },
    cdk: {
      fails: cdkBare,
      passes: [cdk(cdkRules(`{ status: 'Enabled', expirationInDays: 30 }`)), `new s3.Bucket(this, 'B', { versioned: true });`],
    },
  },
  's3-multipart-uploads-kept': {
    yaml: {
      fails: [
        bucket(`«LifecycleConfiguration»: { Rules: [{ Status: Enabled, ExpirationInDays: 30 }] }`),
        bucket(`«LifecycleConfiguration»: { Rules: [{ Status: Enabled }, { Status: Disabled, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }] }`),
      ],
      passes: [
        bucket(rules('{ Status: Enabled }', '{ Status: Enabled, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }')),
        bucket('BucketName: files'),
      ],
      unknown: [bucket(rules('{ Status: Enabled, AbortIncompleteMultipartUpload: UNKNOWN }')), bucket(rules('{ Status: Enabled }', 'UNKNOWN'))],
    },
    cdk: {
      fails: cdk(`«lifecycleConfiguration»: { rules: [{ status: 'Enabled', expirationInDays: 30 SPREAD}] }`),
      passes: [
        cdk(cdkRules(`{ status: 'Enabled', abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }`)),
        `new s3.Bucket(this, 'B', { lifecycleRules: [{ enabled: true, abortIncompleteMultipartUploadAfter: Duration.days(7) }] });`,
      ],
      unknown: cdk(cdkRules(`{ status: 'Enabled', abortIncompleteMultipartUpload: UNKNOWN }`)),
    },
  },
  's3-old-versions-kept': {
    yaml: {
      fails: [
        bucket('«VersioningConfiguration»: { Status: Enabled }'),
        bucket(`«VersioningConfiguration»: { Status: Enabled }, ${rules('{ Status: Enabled, ExpirationInDays: 30 }')}`),
      ],
      passes: [
        bucket(`VersioningConfiguration: { Status: Enabled }, ${rules('{ Status: Enabled, NoncurrentVersionExpiration: { NoncurrentDays: 30 } }')}`),
        bucket(`VersioningConfiguration: { Status: Enabled }, ${rules('{ Status: Enabled, NoncurrentVersionExpirationInDays: 30 }')}`),
        bucket('VersioningConfiguration: { Status: Suspended }'),
      ],
      unknown: [
        bucket('VersioningConfiguration: { Status: UNKNOWN }'),
        bucket('VersioningConfiguration: { Status: Enabled }, LifecycleConfiguration: UNKNOWN'),
      ],
    },
    cdk: {
      fails: cdk(`«versioningConfiguration»: { status: 'Enabled' } SPREAD`),
      passes: cdk(`versioningConfiguration: { status: 'Enabled' }, ${cdkRules(`{ status: 'Enabled', noncurrentVersionExpiration: { noncurrentDays: 9 } }`)}`),
      unknown: cdk(`versioningConfiguration: { status: 'Enabled' }, lifecycleConfiguration: UNKNOWN`),
    },
  },
  's3-object-lock-off': {
    yaml: {
      fails: [bare, bucket('ObjectLockEnabled: «false»'), bucket("ObjectLockEnabled: '«false»'"), bucket('ObjectLockEnabled: !Ref «Off»')],
      passes: [
        bucket('ObjectLockEnabled: true'),
        bucket('ObjectLockConfiguration: { ObjectLockEnabled: Enabled }'),
        bucket('ObjectLockEnabled: !If [Production, true, false]'),
      ],
    },
    cdk: {
      fails: [cdkBare, `new s3.Bucket(this, 'B', { objectLockEnabled: «false» SPREAD});`],
      passes: [`new s3.Bucket(this, 'B', { objectLockEnabled: true });`, `new s3.Bucket(this, 'B', { objectLockDefaultRetention });`],
    },
  },
  's3-object-lock-without-retention': {
    yaml: {
      fails: [
        'Files: { Type: «AWS::S3::Bucket», Properties: { ObjectLockEnabled: true } }',
        bucket('ObjectLockEnabled: true, «ObjectLockConfiguration»: { ObjectLockEnabled: Enabled }'),
      ],
      passes: [
        bucket('ObjectLockEnabled: true, ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: COMPLIANCE, Days: 9 } } }'),
        bucket('BucketName: files'),
      ],
      unknown: [bucket('ObjectLockEnabled: UNKNOWN'), bucket('ObjectLockEnabled: true, ObjectLockConfiguration: UNKNOWN')],
    },
    cdk: {
      fails: `new s3.«CfnBucket»(this, 'B', { objectLockEnabled: true SPREAD});`,
      passes: [
        cdk(`objectLockEnabled: true, objectLockConfiguration: { rule: { defaultRetention: { mode: 'GOVERNANCE', days: 9 } } }`),
        `new s3.Bucket(this, 'B', { objectLockEnabled: true });`,
      ],
    },
  },
  's3-replication-missing': {
    yaml: {
      fails: bare,
      passes: bucket('ReplicationConfiguration: { Role: !GetAtt Role.Arn, Rules: [{ Status: Enabled }] }'),
      unknown: bucket('ReplicationConfiguration: UNKNOWN'),
    },
    cdk: {
      fails: cdkBare,
      passes: [cdk(`replicationConfiguration: { role: role.roleArn, rules: [{ status: 'Enabled' }] }`), `new s3.Bucket(this, 'B', { replicationRules });`],
    },
  },
  's3-deletion-policy': {
    yaml: {
      fails: ['Files: { Type: «AWS::S3::Bucket» }', 'Files: { Type: AWS::S3::Bucket, DeletionPolicy: «Delete» }'],
      passes: ['Files: { Type: AWS::S3::Bucket, DeletionPolicy: Retain }', 'Files: { Type: AWS::S3::Bucket, DeletionPolicy: RetainExceptOnCreate }'],
      unknown: 'Files: { Type: AWS::S3::Bucket, DeletionPolicy: UNKNOWN }',
    },
    cdk: {
      fails: `new s3.Bucket(this, 'B', { removalPolicy: «RemovalPolicy.DESTROY» SPREAD});`,
      passes: [`new s3.Bucket(this, 'B', { removalPolicy: RemovalPolicy.RETAIN });`, `new s3.Bucket(this, 'B');`, cdk(`bucketName: 'files'`)],
    },
  },
  's3-public-access-block-missing': {
    yaml: {
      fails: [bare, bucket('PublicAccessBlockConfiguration: «»{}')],
      passes: bucket(`PublicAccessBlockConfiguration: { ${block} }`),
      unknown: bucket('PublicAccessBlockConfiguration: UNKNOWN'),
    },
    cdk: {
      fails: cdkBare,
      passes: [
        `new s3.Bucket(this, 'B', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });`,
        cdk('publicAccessBlockConfiguration: { blockPublicAcls: true }'),
      ],
    },
  },
  's3-public-access-block-partial': {
    yaml: {
      fails: bucket(`«PublicAccessBlockConfiguration»: { ${block}, IgnorePublicAcls: true }`),
      passes: [bucket(`PublicAccessBlockConfiguration: { ${block}, IgnorePublicAcls: false, RestrictPublicBuckets: true }`), bucket('BucketName: files')],
      unknown: bucket('PublicAccessBlockConfiguration: UNKNOWN'),
    },
    cdk: {
      fails: cdk('«publicAccessBlockConfiguration»: { blockPublicAcls: true SPREAD}'),
      passes: [
        cdk('publicAccessBlockConfiguration: { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true }'),
        `new s3.Bucket(this, 'B', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });`,
      ],
      unknown: cdk('publicAccessBlockConfiguration: UNKNOWN'),
    },
  },
  's3-access-point-block-off': {
    yaml: {
      fails: [
        'Door: { Type: AWS::S3::AccessPoint, Properties: { Bucket: b, PublicAccessBlockConfiguration: { «BlockPublicPolicy»: false, IgnorePublicAcls: "false" } } }',
        'Door: { Type: AWS::S3::MultiRegionAccessPoint, Properties: { PublicAccessBlockConfiguration: { «BlockPublicAcls»: false } } }',
      ],
      passes: [
        'Door: { Type: AWS::S3::AccessPoint, Properties: { Bucket: b } }',
        'Door: { Type: AWS::S3::AccessPoint, Properties: { PublicAccessBlockConfiguration: { BlockPublicAcls: true } } }',
      ],
      unknown: 'Door: { Type: AWS::S3::AccessPoint, Properties: { PublicAccessBlockConfiguration: { BlockPublicAcls: UNKNOWN } } }',
    },
    cdk: {
      fails: `new s3.CfnAccessPoint(this, 'A', { bucket: 'b', publicAccessBlockConfiguration: { «blockPublicAcls»: false SPREAD} });`,
      passes: `new s3.CfnAccessPoint(this, 'A', { bucket: 'b', publicAccessBlockConfiguration: { blockPublicAcls: true } });`,
      unknown: `new s3.CfnAccessPoint(this, 'A', { bucket: 'b', publicAccessBlockConfiguration: { blockPublicAcls: UNKNOWN } });`,
    },
  },
  's3-access-point-internet': {
    yaml: {
      fails: 'Door: { Type: «AWS::S3::AccessPoint», Properties: { Bucket: b } }',
      passes: 'Door: { Type: AWS::S3::AccessPoint, Properties: { Bucket: b, VpcConfiguration: { VpcId: !Ref Vpc } } }',
      unknown: 'Door: { Type: AWS::S3::AccessPoint, Properties: { Bucket: b, VpcConfiguration: UNKNOWN } }',
    },
    cdk: {
      fails: `new s3.«CfnAccessPoint»(this, 'A', { bucket: 'b' SPREAD});`,
      passes: `new s3.CfnAccessPoint(this, 'A', { bucket: 'b', vpcConfiguration: { vpcId: vpc.vpcId } });`,
    },
  },
  's3-authenticated-acl': {
    yaml: {
      fails: bucket('AccessControl: «AuthenticatedRead»'),
      passes: [bucket('AccessControl: Private'), bucket('AccessControl: !If [Production, Private, AuthenticatedRead]')],
    },
    cdk: {
      fails: [`new s3.Bucket(this, 'B', { accessControl: «s3.BucketAccessControl.AUTHENTICATED_READ» });`, cdk(`accessControl: «'AuthenticatedRead'» SPREAD`)],
      passes: cdk(`accessControl: 'Private'`),
    },
  },
  's3-acls-enabled': {
    yaml: {
      fails: [
        bucket('OwnershipControls: { Rules: [{ ObjectOwnership: «ObjectWriter» }] }'),
        bucket('OwnershipControls: { Rules: [{ ObjectOwnership: «BucketOwnerPreferred» }] }'),
      ],
      passes: [
        bucket('OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerEnforced }] }'),
        bucket('BucketName: files'),
        'Logs: { Type: AWS::S3::Bucket, Properties: { OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerPreferred }] } } }\nSite: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { Logging: { Bucket: !GetAtt Logs.DomainName } } } }',
      ],
    },
    cdk: {
      fails: cdk(`ownershipControls: { rules: [{ objectOwnership: «'ObjectWriter'» SPREAD}] }`),
      passes: cdk(`ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] }`),
    },
  },
  's3-website-hosting': {
    yaml: {
      fails: [
        bucket('«WebsiteConfiguration»: { IndexDocument: index.html }'),
        bucket('«WebsiteConfiguration»: { RedirectAllRequestsTo: { HostName: !Ref Unset } }'),
        bucket('«WebsiteConfiguration»: { IndexDocument: !Ref Unset }'),
      ],
      passes: [bucket('BucketName: files'), bucket('WebsiteConfiguration: !If [Production, { IndexDocument: index.html }, !Ref AWS::NoValue]')],
      unknown: bucket('WebsiteConfiguration: UNKNOWN'),
    },
    cdk: {
      fails: [`new s3.Bucket(this, 'B', { «websiteIndexDocument»: 'index.html' SPREAD});`, cdk(`«websiteConfiguration»: { indexDocument: 'index.html' }`)],
      passes: `new s3.Bucket(this, 'B', { websiteIndexDocument: undefined });`,
      unknown: `new s3.Bucket(this, 'B', { websiteIndexDocument: UNKNOWN });`,
    },
  },
  's3-cors-any-origin': {
    yaml: {
      fails: [
        bucket(`CorsConfiguration: { CorsRules: [{ AllowedMethods: [GET], AllowedOrigins: ['«*»'] }] }`),
        bucket(
          `CorsConfiguration: { CorsRules: [{ AllowedOrigins: [https://example.com] }, { AllowedOrigins: [https://example.com, 'https://«*»'] }] }`,
        ).replace("'https://«*»'", '«https://*»'),
      ],
      passes: bucket('CorsConfiguration: { CorsRules: [{ AllowedOrigins: [https://example.com, https://*.example.com] }] }'),
    },
    cdk: {
      fails: [
        `new s3.Bucket(this, 'B', { cors: [{ allowedMethods: [], allowedOrigins: [«'*'»] }] });`,
        cdk(`corsConfiguration: { corsRules: [{ allowedOrigins: [«'*'»] SPREAD}] }`),
      ],
      passes: cdk(`corsConfiguration: { corsRules: [{ allowedOrigins: ['https://example.com'] }] }`),
    },
  },
};
