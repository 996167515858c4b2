import { always, isFalse, propertyAt, propertyOf, type Resource } from '../model';
import { demand, required } from './demands';
import { namedBy } from './references';
import type { Rule } from './rule';

const bucket = ['AWS::S3::Bucket'];
const accessPoints = ['AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint'];
const blocks = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** True where the property is surely set to something. In an app what is not known may also be `undefined`. */
function isSet(resource: Resource, path: string): boolean {
  const value = propertyAt(resource, path)?.value;
  if (value?.kind !== 'map') return false;
  return value.entries.some(({ value: { kind } }) => kind !== 'absent' && kind !== 'one-of' && (kind !== 'unknown' || resource.construct === undefined));
}

export const s3AccessRules: readonly Rule[] = [
  required(
    {
      id: 's3-public-access-block-missing',
      service: 's3',
      title: 'Bucket whose public access block is not written down',
      why: 'New buckets have all four settings on; only a template that writes them keeps them on in buckets that are older.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 's3#block-public-access',
      types: bucket,
    },
    {
      paths: ['PublicAccessBlockConfiguration'],
      message:
        'Block Public Access is not written down. Buckets made since April 2023 have it on; all four settings in the template hold it there and repair it where somebody turned it off.',
    },
  ),
  {
    id: 's3-public-access-block-partial',
    service: 's3',
    title: 'Block Public Access with parts left out',
    why: 'The written block replaces the one that a new bucket has, and a part that it leaves out is off.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 's3#public-access-block-parts',
    types: bucket,
    check: (resource) => {
      const block = propertyAt(resource, 'PublicAccessBlockConfiguration');
      if (resource.defaults !== undefined || block?.value.kind !== 'map' || !block.value.complete || block.value.entries.length === 0) return undefined;
      const missing = blocks.filter((name) => (propertyOf(block.value, name)?.value.kind ?? 'absent') === 'absent');
      if (missing.length === 0) return undefined;
      return [
        {
          span: block.nameSpan,
          message: `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} left out, which turns ${missing.length > 1 ? 'them' : 'it'} off. Write all four settings.`,
        },
      ];
    },
  },
  {
    id: 's3-access-point-block-off',
    service: 's3',
    title: 'Access point without Block Public Access',
    why: 'An access point has the block on by itself, and its block cannot be changed later.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 's3#access-point-block',
    types: accessPoints,
    check: (resource) => {
      const off = blocks.flatMap((name) => {
        const property = propertyAt(resource, `PublicAccessBlockConfiguration.${name}`);
        return property && always(property.value, isFalse) ? [property] : [];
      });
      const [first] = off;
      if (!first) return undefined;
      const names = off.map(({ name }) => name).join(', ');
      return [{ span: first.nameSpan, message: `With ${names} off this access point itself no longer stops public access. Leave all four on.` }];
    },
  },
  required(
    {
      id: 's3-access-point-internet',
      service: 's3',
      title: 'Access point open to the internet',
      why: 'An access point bound to a VPC refuses requests from everywhere else, with whatever credentials.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3'],
      fact: 's3#access-point',
      types: ['AWS::S3::AccessPoint'],
    },
    {
      paths: ['VpcConfiguration.VpcId'],
      message: 'Credentials that may use this access point work from any network. Name the VPC if only that one should come in.',
    },
  ),
  demand(
    {
      id: 's3-authenticated-acl',
      service: 's3',
      title: 'Bucket open to every AWS account',
      why: 'Authenticated means signed in to any AWS account whatever, which anybody can open.',
      severity: 'warning',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 's3#canned-acl',
      types: bucket,
    },
    {
      path: 'AccessControl',
      is: (acl) => acl !== 'AuthenticatedRead',
      whenAbsent: true,
      message: () => 'AuthenticatedRead lets users of every AWS account in the world list this bucket. Keep it private and name principals in a policy.',
    },
  ),
  demand(
    {
      id: 's3-acls-enabled',
      service: 's3',
      title: 'ACLs turned on again',
      why: 'With ACLs an object can be public or belong to another account, whatever the policies say.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 's3#object-ownership-acls',
      types: bucket,
    },
    {
      path: 'OwnershipControls.Rules.*.ObjectOwnership',
      is: (ownership) => ownership === 'BucketOwnerEnforced',
      whenAbsent: true,
      // Standard logs of CloudFront come with ACLs.
      when: (resource, context) => namedBy(resource, 'AWS::CloudFront::Distribution', ['DistributionConfig.Logging.Bucket'], context) === false,
      message: (how) => `Object ownership ${how}, which turns ACLs on. BucketOwnerEnforced leaves access to policies alone.`,
    },
  ),
  {
    id: 's3-website-hosting',
    service: 's3',
    title: 'Website on a bucket',
    why: 'The website endpoint of a bucket speaks plain HTTP only and needs objects that everybody may read.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 's3#website',
    types: bucket,
    check: (resource) => {
      const website = propertyAt(resource, 'WebsiteConfiguration');
      if (!website || !isSet(resource, 'WebsiteConfiguration')) return undefined;
      return [
        {
          span: website.nameSpan,
          message: 'A bucket as website has no HTTPS, and its pages must be public. CloudFront in front of a private bucket has neither flaw.',
        },
      ];
    },
  },
  demand(
    {
      id: 's3-cors-any-origin',
      service: 's3',
      title: 'CORS for every origin',
      why: "A script on any page in the world may then read what the reader's browser is allowed to fetch.",
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
      fact: 's3#cors',
      types: bucket,
    },
    {
      path: 'CorsConfiguration.CorsRules.*.AllowedOrigins.*',
      is: (origin) => !/^(?:https?:\/\/)?\*$/.test(String(origin)),
      whenAbsent: true,
      message: () => 'Scripts from every origin may use this bucket through a browser. List the origins of your own pages.',
    },
  ),
];
