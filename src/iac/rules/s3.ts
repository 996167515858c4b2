import { always, isAbsent, isFalse, propertyAt, propertyOf } from '../model';
import { demand, required } from './demands';
import { openStatements } from './policy';
import type { Rule } from './rule';

const bucket = ['AWS::S3::Bucket'];
/** Canned ACLs that new buckets refuse and no other rule reports; those about the bucket's owner only count for objects. */
const refused = /^(?:AuthenticatedRead|AwsExecRead|LogDeliveryWrite)$/;
const blocks = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

export const s3Rules: readonly Rule[] = [
  demand(
    {
      id: 's3-versioning-off',
      service: 's3',
      title: 'Bucket without versioning',
      why: 'Without versions an overwrite or a delete is final, by mistake or by malice.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
      fact: 's3#versioning',
      types: bucket,
    },
    {
      path: 'VersioningConfiguration.Status',
      is: (status) => status === 'Enabled',
      whenAbsent: false,
      message: (how) => `Versioning ${how}: what is overwritten or deleted in this bucket is gone.`,
      fix: { title: 'Enable versioning', value: 'Enabled' },
    },
  ),
  required(
    {
      id: 's3-access-logs-off',
      service: 's3',
      title: 'Bucket without access logs',
      why: 'Server access logs (or CloudTrail data events) tell afterwards who read or changed which object.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 's3#access-logs',
      types: bucket,
    },
    {
      paths: ['LoggingConfiguration'],
      // A bucket that takes the logs of others would log its own deliveries.
      when: (resource) => !always(propertyAt(resource, 'AccessControl')?.value, (acl) => acl === 'LogDeliveryWrite'),
      message: 'Nothing records who reads or changes the objects of this bucket. Set LoggingConfiguration, or have CloudTrail record data events.',
    },
  ),
  {
    id: 's3-public-acl',
    service: 's3',
    title: 'Bucket opened to everyone by an ACL',
    why: 'New buckets have ACLs off and block public access on, so this ACL fails or exposes every object.',
    severity: 'warning',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 's3#canned-acl',
    types: bucket,
    check: (resource) => {
      const acl = propertyAt(resource, 'AccessControl')?.value;
      if (!always(acl, (value) => value === 'PublicRead' || value === 'PublicReadWrite')) return undefined;
      return [
        { span: acl, message: 'This ACL lets anyone in the world in. Keep the bucket private and publish through CloudFront with origin access control.' },
      ];
    },
  },
  {
    id: 's3-block-public-access-off',
    service: 's3',
    title: 'Block Public Access switched off',
    why: 'Block Public Access is on for new buckets; switching a part of it off is what most leaked buckets have in common.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 's3#block-public-access',
    types: bucket,
    check: (resource) => {
      const off = blocks.flatMap((name) => {
        const property = propertyAt(resource, `PublicAccessBlockConfiguration.${name}`);
        return property && always(property.value, isFalse) ? [property] : [];
      });
      const [first] = off;
      if (!first) return undefined;
      const names = off.map(({ name }) => name).join(', ');
      return [
        {
          span: first.nameSpan,
          message: `${names} ${off.length > 1 ? 'are' : 'is'} off. New buckets have all four on; a public website is better served through CloudFront.`,
        },
      ];
    },
  },
  {
    id: 's3-acl-in-use',
    service: 's3',
    title: 'ACL set on a bucket whose ACLs are off by default',
    why: 'Since April 2023 new buckets enforce the owner and refuse ACLs; policies do the work.',
    severity: 'hint',
    tasks: ['saa-c03/1.3'],
    fact: 's3#object-ownership',
    types: bucket,
    check: (resource) => {
      const acl = propertyAt(resource, 'AccessControl');
      if (!acl || !isAbsent(resource, 'OwnershipControls') || !always(acl.value, (value) => typeof value === 'string' && refused.test(value))) return undefined;
      return [
        {
          span: acl.nameSpan,
          message: 'ACLs are off on new buckets, so setting one fails unless OwnershipControls turns them on. A bucket policy does the same job.',
        },
      ];
    },
  },
  {
    id: 's3-replication-unversioned',
    service: 's3',
    title: 'Replication without versioning',
    why: 'Replication needs versioning on both buckets; without it the stack fails.',
    severity: 'warning',
    tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
    fact: 's3#replication-versioning',
    types: bucket,
    check: (resource) => {
      const replication = propertyAt(resource, 'ReplicationConfiguration');
      const status = propertyAt(resource, 'VersioningConfiguration.Status')?.value;
      if (replication?.value.kind !== 'map') return undefined;
      if (status ? !always(status, (value) => value === 'Suspended') : !isAbsent(resource, 'VersioningConfiguration.Status')) return undefined;
      return [{ span: replication.nameSpan, message: 'Replication only works on a bucket whose versioning is enabled, and so must the destination be.' }];
    },
  },
  {
    id: 's3-versioning-suspended',
    service: 's3',
    title: 'Versioning suspended',
    why: 'A suspended bucket keeps its old versions, but what is written from now on has one version only, which the next write replaces.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
    fact: 's3#versioning-suspended',
    types: bucket,
    check: (resource) => {
      const status = propertyAt(resource, 'VersioningConfiguration.Status')?.value;
      if (resource.defaults !== undefined || !always(status, (value) => value === 'Suspended')) return undefined;
      return [
        {
          span: status,
          message: 'Versioning is suspended: new writes to a key replace each other for good, and older versions, where there are any, stay and are billed.',
        },
      ];
    },
  },
  {
    id: 's3-transfer-acceleration-name',
    service: 's3',
    title: 'Transfer Acceleration on a bucket with dots in its name',
    why: 'Acceleration needs a name that works as one DNS label.',
    severity: 'warning',
    tasks: ['saa-c03/3.1'],
    fact: 's3#transfer-acceleration-endpoint',
    types: bucket,
    check: (resource) => {
      const status = propertyAt(resource, 'AccelerateConfiguration.AccelerationStatus')?.value;
      const name = propertyAt(resource, 'BucketName')?.value;
      if (!always(status, (value) => value === 'Enabled') || !always(name, (value) => typeof value === 'string' && value.includes('.'))) return undefined;
      return [{ span: name, message: 'A bucket with a dot in its name cannot use Transfer Acceleration.' }];
    },
  },
  {
    id: 's3-public-policy',
    service: 's3',
    title: 'Bucket policy open to everyone',
    why: 'A policy that lets any principal read makes the whole bucket public.',
    severity: 'warning',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 's3#bucket-policy',
    types: ['AWS::S3::BucketPolicy'],
    check: (resource) =>
      openStatements(resource, 'PolicyDocument').map((statement) => ({
        span: propertyOf(statement, 'Principal')?.nameSpan ?? statement,
        message:
          'Anybody may do this, without a condition. Block Public Access refuses such a policy on new buckets; name the principals, or serve through CloudFront.',
      })),
  },
];
