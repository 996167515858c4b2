import type { Value } from '../../model';
import { always, days, either, holding, listOf, members, namesOf, nothing, plain, shape, something, toValue } from '../converters';
import { known, type Converter, type Expression } from '../expression';

const algorithms: Readonly<Record<string, string>> = {
  'BucketEncryption.S3_MANAGED': 'AES256',
  'BucketEncryption.KMS': 'aws:kms',
  'BucketEncryption.KMS_MANAGED': 'aws:kms',
  'BucketEncryption.DSSE': 'aws:kms:dsse',
  'BucketEncryption.DSSE_MANAGED': 'aws:kms:dsse',
};

/** `BucketEncryption.KMS` as the list of rules that a bucket has for it. */
export const bucketEncryption: Converter = (expression) => {
  if (expression.kind !== 'enumeration') return undefined;
  if (expression.name === 'BucketEncryption.UNENCRYPTED') return nothing(expression);
  const algorithm = Object.hasOwn(algorithms, expression.name) ? algorithms[expression.name] : undefined;
  if (algorithm === undefined) return undefined;
  const { start, end } = expression;
  const item = holding('ServerSideEncryptionByDefault', holding('SSEAlgorithm', always(algorithm)))(expression);
  return item && { kind: 'list', items: [item], start, end };
};

const flags = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'] as const;

/** `BlockPublicAccess.BLOCK_ALL` as its four flags; those that a constructor leaves out depend on the app's feature flags. */
export const blockPublicAccess: Converter = (expression) => {
  if (expression.kind === 'enumeration') {
    if (expression.name === 'BlockPublicAccess.BLOCK_ALL') return flagsOn(expression, flags, true);
    if (/^BlockPublicAccess\.BLOCK_ACLS(?:_ONLY)?$/.test(expression.name)) return flagsOn(expression, ['BlockPublicAcls', 'IgnorePublicAcls'], false);
  }
  const options = expression.kind === 'call' && expression.name === 'new BlockPublicAccess' ? expression.parameters[0] : undefined;
  const value = options?.kind === 'object' ? toValue(options) : undefined;
  return value?.kind === 'map' ? { ...value, complete: value.complete && flags.every((flag) => value.entries.some(({ name }) => name === flag)) } : undefined;
};

function flagsOn(expression: Expression, names: readonly string[], complete: boolean): Value {
  const { start, end } = expression;
  return {
    kind: 'map',
    entries: names.map((name) => ({ name, nameSpan: { start, end }, value: known(expression, true) })),
    complete,
    start,
    end,
  };
}

export const aclOf = members('BucketAccessControl', {
  PRIVATE: 'Private',
  PUBLIC_READ: 'PublicRead',
  PUBLIC_READ_WRITE: 'PublicReadWrite',
  AUTHENTICATED_READ: 'AuthenticatedRead',
  LOG_DELIVERY_WRITE: 'LogDeliveryWrite',
  BUCKET_OWNER_READ: 'BucketOwnerRead',
  BUCKET_OWNER_FULL_CONTROL: 'BucketOwnerFullControl',
  AWS_EXEC_READ: 'AwsExecRead',
});

const storageClass = members('StorageClass', {
  INFREQUENT_ACCESS: 'STANDARD_IA',
  ONE_ZONE_INFREQUENT_ACCESS: 'ONEZONE_IA',
  GLACIER: 'GLACIER',
  GLACIER_INSTANT_RETRIEVAL: 'GLACIER_IR',
  DEEP_ARCHIVE: 'DEEP_ARCHIVE',
  INTELLIGENT_TIERING: 'INTELLIGENT_TIERING',
});

/** Rules of a bucket's lifecycle; a method may add others. */
export const lifecycleRules: Converter = listOf(
  shape({
    id: ['Id', plain],
    prefix: ['Prefix', plain],
    enabled: ['Status', either('Enabled', 'Disabled')],
    expiration: ['ExpirationInDays', days],
    abortIncompleteMultipartUploadAfter: ['AbortIncompleteMultipartUpload', holding('DaysAfterInitiation', days)],
    expiredObjectDeleteMarker: ['ExpiredObjectDeleteMarker', plain],
    noncurrentVersionExpiration: ['NoncurrentVersionExpiration', holding('NoncurrentDays', days)],
    transitions: ['Transitions', listOf(shape({ storageClass: ['StorageClass', storageClass], transitionAfter: ['TransitionInDays', days] }))],
    noncurrentVersionTransitions: ['NoncurrentVersionTransitions', something],
  }),
);

export const corsRules: Converter = listOf(
  shape({
    id: ['Id', plain],
    allowedMethods: ['AllowedMethods', listOf(namesOf('HttpMethods', 'GET', 'PUT', 'HEAD', 'POST', 'DELETE'))],
    allowedOrigins: ['AllowedOrigins', plain],
    allowedHeaders: ['AllowedHeaders', plain],
    exposedHeaders: ['ExposedHeaders', plain],
    maxAge: ['MaxAge', plain],
  }),
);

export const repositoryEncryption = members('RepositoryEncryption', { AES_256: 'AES256', KMS: 'KMS', KMS_DSSE: 'KMS_DSSE' });

const deploymentType = namesOf('LustreDeploymentType', 'SCRATCH_1', 'SCRATCH_2', 'PERSISTENT_1', 'PERSISTENT_2');

export const lustreConfiguration: Converter = shape({
  deploymentType: ['DeploymentType', deploymentType],
  perUnitStorageThroughput: ['PerUnitStorageThroughput', plain],
  copyTagsToBackups: ['CopyTagsToBackups', plain],
  automaticBackupRetention: ['AutomaticBackupRetentionDays', days],
  importPath: ['ImportPath', plain],
  exportPath: ['ExportPath', plain],
});
