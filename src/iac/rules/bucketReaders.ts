import { isAbsent, isTrue, propertyAt, propertyOf, type Resource, type Value } from '../model';
import { isUnset, passes, placesAt, single, spanOf, surely, surelyUnset, textAt, valuesAt } from './demands';
import { isUnreferred, isWritten, referred, refersAt } from './references';
import type { Report, Rule, RuleContext } from './rule';

const algorithm = 'BucketEncryption.ServerSideEncryptionConfiguration.*.ServerSideEncryptionByDefault.SSEAlgorithm';

/** A bucket of the template that no bucket policy and no ACL opens to a service. */
function closedBucket(value: Value | undefined, context: RuleContext): Resource | undefined {
  const bucket = referred(value, context);
  if (bucket?.type !== 'AWS::S3::Bucket' || !isWritten(bucket) || !surelyUnset(bucket, 'AccessControl')) return undefined;
  return isUnreferred(bucket, context, 'AWS::S3::BucketPolicy', 'Bucket') ? bucket : undefined;
}

function kmsBucket(value: Value | undefined, context: RuleContext): Resource | undefined {
  const bucket = referred(value, context);
  return bucket?.type === 'AWS::S3::Bucket' && encryptsByKms(bucket) ? bucket : undefined;
}

function encryptsByKms(bucket: Resource): boolean {
  const places = placesAt(bucket, algorithm);
  return places.some(({ value }) => value !== undefined && passes(value, (known) => String(known).startsWith('aws:kms')) === true);
}

/** The bucket of a load balancer's access logs, where they are switched on. */
function logBucketOf(balancer: Resource): Value | undefined {
  if (balancer.type === 'AWS::ElasticLoadBalancing::LoadBalancer') {
    return surely(balancer, 'AccessLoggingPolicy.Enabled', isTrue) ? propertyAt(balancer, 'AccessLoggingPolicy.S3BucketName')?.value : undefined;
  }
  const attribute = (key: string): Value | undefined => {
    const item = valuesAt(balancer, 'LoadBalancerAttributes').find((one) => {
      const name = propertyOf(one, 'Key')?.value;
      return name?.kind === 'known' && name.value === key;
    });
    return propertyOf(item, 'Value')?.value;
  };
  const enabled = attribute('access_logs.s3.enabled');
  return enabled?.kind === 'known' && isTrue(enabled.value) ? attribute('access_logs.s3.bucket') : undefined;
}

function report(value: Value | undefined, message: string | undefined): Report | undefined {
  return value && message !== undefined ? { span: spanOf(value), message } : undefined;
}

const balancers = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'];
const bucket = ['AWS::S3::Bucket'];

export const bucketReaderRules: readonly Rule[] = [
  single(
    {
      id: 's3-log-target-without-policy',
      service: 's3',
      title: 'Log bucket that does not admit S3',
      why: 'Server access logs reach a bucket only if its policy allows logging.s3.amazonaws.com to write.',
      severity: 'warning',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 's3#access-logs',
      types: bucket,
    },
    (resource, context) => {
      const value = propertyAt(resource, 'LoggingConfiguration.DestinationBucketName')?.value;
      const target = closedBucket(value, context);
      return report(value, target && `${target.id} has no bucket policy, so no log arrives. Allow logging.s3.amazonaws.com to put objects there.`);
    },
  ),
  single(
    {
      id: 's3-log-target-kms',
      service: 's3',
      title: 'Log bucket encrypted with a KMS key',
      why: 'Server access logs cannot be delivered to a bucket whose default encryption is SSE-KMS.',
      severity: 'warning',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 's3#access-logs',
      types: bucket,
    },
    (resource, context) => {
      const value = propertyAt(resource, 'LoggingConfiguration.DestinationBucketName')?.value;
      const target = kmsBucket(value, context);
      return report(value, target && `${target.id} encrypts with KMS by default; access logs are only delivered to buckets with SSE-S3.`);
    },
  ),
  single(
    {
      id: 's3-logs-into-itself',
      service: 's3',
      title: 'Bucket that logs into itself',
      why: 'Each delivery of logs is a request that is logged again, so the logs feed themselves.',
      severity: 'information',
      tasks: ['saa-c03/4.1', 'saa-c03/1.3'],
      fact: 's3#access-logs',
      types: bucket,
    },
    (resource, context) => {
      const logging = propertyAt(resource, 'LoggingConfiguration');
      const path = 'LoggingConfiguration.DestinationBucketName';
      const [target] = placesAt(resource, path);
      if (logging?.value.kind !== 'map' || !target) return undefined;
      const name = textAt(resource, 'BucketName');
      const own = isUnset(target) || refersAt(resource, path, resource, context) === true || (name !== undefined && textAt(resource, path) === name);
      if (!own) return undefined;
      return {
        span: target.value ? spanOf(target.value) : logging.nameSpan,
        message: 'The logs of this bucket go into the bucket itself and are logged in turn. Name another bucket.',
      };
    },
  ),
  {
    id: 's3-replication-target-unversioned',
    service: 's3',
    title: 'Replication into a bucket without versioning',
    why: 'Replication needs versioning on both sides; without it the stack fails.',
    severity: 'warning',
    tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
    fact: 's3#replication-versioning',
    types: bucket,
    check: (resource, context) =>
      valuesAt(resource, 'ReplicationConfiguration.Rules.*.Destination.Bucket').flatMap((value): Report[] => {
        const target = referred(value, context);
        if (target?.type !== 'AWS::S3::Bucket' || !isWritten(target)) return [];
        const off =
          surelyUnset(target, 'VersioningConfiguration.Status') || surely(target, 'VersioningConfiguration.Status', (status) => status === 'Suspended');
        return off ? [{ span: spanOf(value), message: `${target.id} has no versioning, so nothing can be replicated into it. Enable it there.` }] : [];
      }),
  },
  single(
    {
      id: 'cloudtrail-bucket-without-policy',
      service: 'cloudtrail',
      title: 'Trail into a bucket that does not admit CloudTrail',
      why: 'CloudTrail refuses a trail whose bucket has no policy for it.',
      severity: 'warning',
      tasks: ['sap-c02/3.2', 'saa-c03/1.3'],
      fact: 'cloudtrail#trail',
      types: ['AWS::CloudTrail::Trail'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'S3BucketName')?.value;
      const target = closedBucket(value, context);
      return report(value, target && `${target.id} has no bucket policy, and without one that admits cloudtrail.amazonaws.com the trail cannot be made.`);
    },
  ),
  single(
    {
      id: 'elb-log-bucket-without-policy',
      service: 'elastic-load-balancing',
      title: 'Access logs into a bucket that does not admit the load balancer',
      why: 'Elastic Load Balancing tests the bucket when access logs are switched on, and the stack fails.',
      severity: 'warning',
      tasks: ['sap-c02/3.2', 'saa-c03/1.3'],
      fact: 'elastic-load-balancing#monitoring',
      types: balancers,
    },
    (resource, context) => {
      const value = logBucketOf(resource);
      const target = closedBucket(value, context);
      return report(value, target && `${target.id} has no bucket policy, so the load balancer may not write its logs there.`);
    },
  ),
  single(
    {
      id: 'elb-log-bucket-kms',
      service: 'elastic-load-balancing',
      title: 'Access logs into a bucket encrypted with KMS',
      why: 'Application and Classic Load Balancers deliver access logs only to buckets with SSE-S3.',
      severity: 'warning',
      tasks: ['sap-c02/3.2', 'saa-c03/1.3'],
      fact: 'elastic-load-balancing#monitoring',
      types: balancers,
    },
    (resource, context) => {
      const other = resource.type.includes('V2') && !isAbsent(resource, 'Type') && !surely(resource, 'Type', (type) => type === 'application');
      const value = other ? undefined : logBucketOf(resource);
      const target = kmsBucket(value, context);
      return report(value, target && `${target.id} encrypts with KMS by default; this load balancer delivers its logs only to a bucket with SSE-S3.`);
    },
  ),
  {
    id: 'cloudfront-bucket-without-policy',
    service: 'cloudfront',
    title: 'Origin bucket that does not admit CloudFront',
    why: 'Origin access control only signs the requests; the bucket policy must let the distribution read.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'saa-c03/3.4', 'sap-c02/2.5'],
    fact: 'cloudfront#oac',
    types: ['AWS::CloudFront::Distribution'],
    check: (resource, context) =>
      valuesAt(resource, 'DistributionConfig.Origins').flatMap((origin): Report[] => {
        const control = propertyOf(origin, 'OriginAccessControlId')?.value;
        const value = propertyOf(origin, 'DomainName')?.value;
        const target = control && control.kind !== 'absent' && !(control.kind === 'known' && control.value === '') ? closedBucket(value, context) : undefined;
        const found = report(
          value,
          target && `${target.id} has no bucket policy, so CloudFront gets Access Denied. Allow cloudfront.amazonaws.com to read, for this distribution only.`,
        );
        return found ? [found] : [];
      }),
  },
];
