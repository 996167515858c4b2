import { propertyAt, propertyOf, type Resource } from '../model';
import { demand, literalsIn, required, surely, switchedOn } from './demands';
import { allows, openStatements, statementsOf } from './policy';
import type { Rule } from './rule';

const repository = ['AWS::ECR::Repository'];
const policies = ['AWS::ECR::Repository', 'AWS::ECR::RegistryPolicy'];

function policyPath(resource: Resource): string {
  return resource.type === 'AWS::ECR::Repository' ? 'RepositoryPolicyText' : 'PolicyText';
}

export const ecrRules: readonly Rule[] = [
  switchedOn(
    {
      id: 'ecr-scan-on-push-off',
      service: 'ecr',
      title: 'Images are not scanned on push',
      why: 'A scan on push finds the known holes in the packages of an image before it runs anywhere.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecr#scanning',
      types: repository,
    },
    {
      path: 'ImageScanningConfiguration.ScanOnPush',
      // The registry's setting outranks that of a repository.
      when: (_, context) => context.ofType('AWS::ECR::RegistryScanningConfiguration').length === 0,
      message: (how) => `Scanning on push ${how}: unless the registry has a rule for it, nothing looks for known holes in these images.`,
      fix: { title: 'Scan on push', value: true },
    },
  ),
  demand(
    {
      id: 'ecr-mutable-tags',
      service: 'ecr',
      title: 'Image tags can be overwritten',
      why: 'A tag that moves brings other code into the next task, and nobody can say what ran before.',
      severity: 'information',
      tasks: ['sap-c02/2.1', 'sap-c02/3.2', 'saa-c03/1.2'],
      fact: 'ecr#tag-mutability',
      types: repository,
    },
    {
      path: 'ImageTagMutability',
      is: (mutability) => mutability !== 'MUTABLE',
      whenAbsent: false,
      message: (how) => `Tag mutability ${how}: a push can put another image under a tag in use. Set IMMUTABLE, with exclusions for tags such as latest.`,
    },
  ),
  demand(
    {
      id: 'ecr-no-kms',
      service: 'ecr',
      title: 'Repository not encrypted with KMS',
      why: 'Under a KMS key the right to pull can be withdrawn by the key, and its use is recorded.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'ecr#encryption',
      types: repository,
    },
    {
      path: 'EncryptionConfiguration.EncryptionType',
      is: (type) => type !== 'AES256',
      whenAbsent: false,
      message: (how) => `The encryption type ${how}: images are encrypted with S3's own keys. KMS must be chosen when the repository is made.`,
    },
  ),
  required(
    {
      id: 'ecr-aws-managed-key',
      service: 'ecr',
      title: 'Repository under the key that AWS manages',
      why: 'The policy of the AWS managed key cannot be changed.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'ecr#encryption',
      types: repository,
    },
    {
      paths: ['EncryptionConfiguration.KmsKey'],
      when: (resource) => surely(resource, 'EncryptionConfiguration.EncryptionType', (type) => String(type).startsWith('KMS')),
      message: 'KMS encrypts under the AWS managed key, whose policy nobody can change. Name a key of your own in KmsKey.',
    },
  ),
  {
    id: 'ecr-public-policy',
    service: 'ecr',
    title: 'Repository policy open to everyone',
    why: 'A policy for any principal opens the repository to every AWS account.',
    severity: 'warning',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 'ecr#cross-account',
    types: policies,
    check: (resource) =>
      openStatements(resource, policyPath(resource)).map((statement) => ({
        span: propertyOf(statement, 'Principal')?.nameSpan ?? statement,
        message: 'Every AWS account may do this, without a condition. Name accounts, or an organization by aws:PrincipalOrgID.',
      })),
  },
  {
    id: 'ecr-policy-any-action',
    service: 'ecr',
    title: 'Repository policy that allows every action',
    why: 'Every action includes deleting images and overwriting the policy itself.',
    severity: 'information',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 'ecr#cross-account',
    types: policies,
    check: (resource) =>
      statementsOf(propertyAt(resource, policyPath(resource))?.value)
        .filter(allows)
        .flatMap((statement) => literalsIn(propertyOf(statement, 'Action')?.value).literals)
        .filter(({ value }) => value === '*' || value === 'ecr:*')
        .map((span) => ({ span, message: 'This allows every action, deletion of images included. List the actions that are needed.' })),
  },
  required(
    {
      id: 'ecr-lifecycle-missing',
      service: 'ecr',
      title: 'Repository without a lifecycle policy',
      why: 'Every push adds an image, and old ones are paid for until something removes them.',
      severity: 'hint',
      tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
      fact: 'ecr#lifecycle',
      types: repository,
    },
    {
      paths: ['LifecyclePolicy.LifecyclePolicyText'],
      message: 'No lifecycle policy expires old or untagged images: all are kept and paid for.',
    },
  ),
];
