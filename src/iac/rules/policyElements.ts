import { propertyAt, propertyOf } from '../model';
import type { RuleHeader } from './demands';
import { allows, statementsOf } from './policy';
import type { Rule } from './rule';

/** Where a resource keeps the policy that says who may use it. Buckets, queues and topics have rules of their own. */
const documentPaths: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi': 'Policy',
  'AWS::Backup::BackupVault': 'AccessPolicy',
  'AWS::CodeArtifact::Domain': 'PermissionsPolicyDocument',
  'AWS::CodeArtifact::Repository': 'PermissionsPolicyDocument',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::EFS::FileSystem': 'FileSystemPolicy',
  'AWS::Elasticsearch::Domain': 'AccessPolicies',
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::KMS::ReplicaKey': 'KeyPolicy',
  'AWS::Logs::ResourcePolicy': 'PolicyDocument',
  'AWS::OpenSearchService::Domain': 'AccessPolicies',
  'AWS::S3::AccessPoint': 'Policy',
  'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
};

/** A rule that reports an element in Allow statements of resource policies. */
function withoutElement(header: Omit<RuleHeader, 'service' | 'types' | 'fact'>, element: string, message: string): Rule {
  return {
    ...header,
    service: 'iam',
    fact: 'iam#not-elements',
    types: Object.keys(documentPaths),
    check: (resource) =>
      statementsOf(propertyAt(resource, documentPaths[resource.type] ?? '')?.value)
        .filter(allows)
        .flatMap((statement) => {
          const property = propertyOf(statement, element);
          return property ? [{ span: property.nameSpan, message }] : [];
        }),
  };
}

export const policyElementRules: readonly Rule[] = [
  withoutElement(
    {
      id: 'policy-not-principal-allow',
      title: 'Resource policy that allows all but some',
      why: 'Allow for everybody but the listed principals takes in strangers; AWS supports NotPrincipal with Deny only.',
      severity: 'warning',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3', 'sap-2014/6.3'],
    },
    'NotPrincipal',
    'Allow with NotPrincipal means everybody but the listed ones, strangers included. Name in Principal who may.',
  ),
  withoutElement(
    {
      id: 'policy-not-action-allow',
      title: 'Resource policy that allows all but some actions',
      why: 'It grants every action on the resource that is not listed, deleting it and changing its policy included.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3', 'sap-2014/6.3'],
    },
    'NotAction',
    'Allow with NotAction grants every action on this resource but the listed ones, future ones too. List what is allowed.',
  ),
];
