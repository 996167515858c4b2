import { propertyAt, propertyOf, type MapValue, type Resource } from '../model';
import { isUnset, itemsAt, passes, placesAt, placesIn, required, spanOf, surely, surelyUnset, switchedOn, unsetPlaces, wrongPlaces } from './demands';
import type { Rule } from './rule';

const bucket = ['AWS::S3::Bucket'];
const encryption = 'BucketEncryption.ServerSideEncryptionConfiguration';
const algorithm = 'ServerSideEncryptionByDefault.SSEAlgorithm';

/** The rules of default encryption that surely use KMS, by the algorithm's name. */
function kmsRules(resource: Resource, name: RegExp): MapValue[] {
  return itemsAt(resource, encryption).filter((rule) =>
    placesIn(rule, algorithm, rule).some(({ value }) => value && passes(value, (known) => name.test(String(known)))),
  );
}

/** The rules of the lifecycle that may be in force; nothing where the text does not show all of them. An L2 construct names their parts its own way. */
function lifecycleRules(resource: Resource): MapValue[] | undefined {
  const [place] = placesAt(resource, 'LifecycleConfiguration.Rules');
  if (!place || resource.defaults !== undefined) return undefined;
  if (isUnset(place)) return [];
  const items = place.value?.kind === 'list' ? place.value.items : [];
  const rules = items.filter((item) => item.kind === 'map');
  if (rules.length === 0 || rules.length < items.length || !rules.every(({ complete }) => complete)) return undefined;
  return rules.filter((rule) => !isOff(rule));
}

function isOff(rule: MapValue): boolean {
  const status = propertyOf(rule, 'Status')?.value;
  return status !== undefined && passes(status, (known) => known !== 'Enabled') === true;
}

function lacks(rule: MapValue, ...names: string[]): boolean {
  return names.every((name) => placesIn(rule, name, rule).every(isUnset));
}

export const s3ProtectionRules: readonly Rule[] = [
  required(
    {
      id: 's3-encryption-unwritten',
      service: 's3',
      title: 'Bucket whose encryption is not written down',
      why: 'S3 encrypts every object by itself; a template that says how shows that somebody chose it.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 's3#default-encryption',
      types: bucket,
    },
    {
      paths: [encryption],
      message: "No encryption is written down: S3's own keys (SSE-S3) encrypt new objects. Write BucketEncryption where the kind of key matters.",
    },
  ),
  {
    id: 's3-no-kms',
    service: 's3',
    title: 'Bucket not encrypted with KMS',
    why: 'Keys of S3 have no policy and leave no trace of their use; a KMS key has both.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 's3#sse-kms',
    types: bucket,
    check: (resource) =>
      wrongPlaces(placesAt(resource, `${encryption}.*.${algorithm}`), (known) => String(known).startsWith('aws:kms'), false).map(({ span }) => ({
        span,
        message: "Objects are encrypted under keys of S3's own, not of KMS. Where you must control or audit who decrypts, set aws:kms and a key.",
      })),
  },
  {
    id: 's3-aws-managed-key',
    service: 's3',
    title: 'Bucket under the key that AWS manages',
    why: 'The policy of aws/s3 cannot be changed, so it neither separates duties nor serves other accounts.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 's3#sse-kms-key',
    types: bucket,
    check: (resource) =>
      kmsRules(resource, /^aws:kms/).flatMap((rule) => {
        const places = placesIn(rule, 'ServerSideEncryptionByDefault.KMSMasterKeyID', spanOf(rule));
        return [...unsetPlaces(places), ...wrongPlaces(places, (key) => key === '' || !/(?:^|:)alias\/aws\/s3$/.test(String(key)), true)].map(({ span }) => ({
          span,
          message: 'KMS encrypts under the AWS managed key aws/s3, whose policy nobody can change. Name a key of your own.',
        }));
      }),
  },
  {
    id: 's3-bucket-key-off',
    service: 's3',
    title: 'SSE-KMS without a bucket key',
    why: 'Without a bucket key every object costs requests to KMS of its own.',
    severity: 'hint',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
    fact: 's3#bucket-key',
    types: bucket,
    check: (resource) =>
      kmsRules(resource, /^aws:kms$/).flatMap((rule) =>
        wrongPlaces(placesIn(rule, 'BucketKeyEnabled', spanOf(rule)), (known) => known === true || known === 'true', false).map(({ span }) => ({
          span,
          message: 'No bucket key: each object is a request to KMS that is billed. Set BucketKeyEnabled.',
        })),
      ),
  },
  {
    id: 's3-lifecycle-missing',
    service: 's3',
    title: 'Bucket without a lifecycle',
    why: 'Without lifecycle rules everything ever written stays, in its first storage class, and is paid for.',
    severity: 'hint',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
    fact: 's3#lifecycle',
    types: bucket,
    check: (resource) => {
      const [place] = placesAt(resource, 'LifecycleConfiguration.Rules');
      if (!place || lifecycleRules(resource)?.length !== 0) return undefined;
      return [
        {
          span: place.value ? (propertyAt(resource, 'LifecycleConfiguration')?.nameSpan ?? place.span) : place.span,
          message: 'No lifecycle rule is in force: old objects neither move to a cheaper class nor expire.',
        },
      ];
    },
  },
  {
    id: 's3-multipart-uploads-kept',
    service: 's3',
    title: 'Unfinished uploads are kept',
    why: 'Parts of uploads that nobody finished are invisible in listings and billed until something ends them.',
    severity: 'hint',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
    fact: 's3#incomplete-uploads',
    types: bucket,
    check: (resource) => {
      const rules = lifecycleRules(resource);
      const lifecycle = propertyAt(resource, 'LifecycleConfiguration');
      if (!lifecycle || !rules || rules.length === 0 || !rules.every((rule) => lacks(rule, 'AbortIncompleteMultipartUpload'))) return undefined;
      return [{ span: lifecycle.nameSpan, message: 'No rule of this lifecycle ends unfinished multipart uploads. Add AbortIncompleteMultipartUpload.' }];
    },
  },
  {
    id: 's3-old-versions-kept',
    service: 's3',
    title: 'Old versions are kept for ever',
    why: 'In a versioned bucket each overwrite and each delete leaves a whole object behind, which is billed.',
    severity: 'hint',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
    fact: 's3#version-cost',
    types: bucket,
    check: (resource) => {
      const rules = lifecycleRules(resource);
      const versioning = propertyAt(resource, 'VersioningConfiguration');
      if (!versioning || !surely(resource, 'VersioningConfiguration.Status', (status) => status === 'Enabled')) return undefined;
      if (!rules?.every((rule) => lacks(rule, 'NoncurrentVersionExpiration', 'NoncurrentVersionExpirationInDays'))) return undefined;
      return [
        { span: versioning.nameSpan, message: 'Versions pile up: no lifecycle rule expires those that are not current. Add NoncurrentVersionExpiration.' },
      ];
    },
  },
  switchedOn(
    {
      id: 's3-object-lock-off',
      service: 's3',
      title: 'Bucket without Object Lock',
      why: 'Where records must stay unchanged for a time, only Object Lock also holds against administrators.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
      fact: 's3#object-lock',
      types: bucket,
    },
    {
      path: 'ObjectLockEnabled',
      when: (resource) => resource.defaults !== undefined || surelyUnset(resource, 'ObjectLockConfiguration'),
      message: (how) => `Object Lock ${how}: whoever may delete versions can delete any of them. Enable it for backups and for records under a duty to keep.`,
    },
  ),
  required(
    {
      id: 's3-object-lock-without-retention',
      service: 's3',
      title: 'Object Lock without a retention',
      why: 'Object Lock alone locks nothing: a version is kept only for the retention that it got.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
      fact: 's3#object-lock',
      types: bucket,
    },
    {
      paths: ['ObjectLockConfiguration.Rule.DefaultRetention'],
      when: (resource) => surely(resource, 'ObjectLockEnabled', (known) => known === true || known === 'true'),
      message: 'There is no default retention, so only objects that bring their own are locked. Set ObjectLockConfiguration.',
    },
  ),
  required(
    {
      id: 's3-replication-missing',
      service: 's3',
      title: 'Bucket without replication',
      why: 'A bucket outlives a zone, yet not its Region, nor the loss of its account.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.2'],
      fact: 's3#replication-versioning',
      types: bucket,
    },
    {
      paths: ['ReplicationConfiguration'],
      message: 'Nothing replicates these objects to another bucket. Add it where the plan for a disaster needs a copy elsewhere.',
    },
  ),
  {
    id: 's3-deletion-policy',
    service: 's3',
    title: 'Bucket deleted with its stack',
    why: 'CloudFormation deletes the bucket if it is empty and otherwise fails to delete the stack.',
    severity: 'hint',
    tasks: ['sap-c02/2.1', 'sap-c02/2.2'],
    fact: 's3#bucket-rename',
    types: bucket,
    check: (resource) => {
      const policy = propertyOf(resource.attributes, 'DeletionPolicy')?.value;
      const open = resource.construct === undefined && resource.attributes.complete;
      if (policy ? passes(policy, (value) => value !== 'Delete', false) !== false : !open) return undefined;
      return [
        {
          span: policy ?? resource.typeSpan,
          message: 'The bucket is deleted with its stack, or, if it holds objects, the deletion of the stack fails. Set DeletionPolicy to Retain.',
        },
      ];
    },
  },
];
