import { actionsOf, isAll, isWholeService, listed, reportAt, resourcesOf, statementRule, type StatementHeader } from './iamStatements';
import { isUnconditional, takesIn } from './policy';
import type { Rule } from './rule';

/** Every resource, or every one of a kind: `*`, `arn:aws:iam::*:role/*`. */
const wide = /^(?:\*|arn:[\w*-]+:[\w*-]+:[\w*-]*:[\d*]*:(?:[\w-]+[:/])?\*)$/;

/**
 * A rule about certain actions on every resource without a condition. An action that takes in all others is left to the rules about
 * wildcards; `service:*` counts only `withService`.
 */
function dangerous(
  header: StatementHeader,
  { actions, withService, says }: { readonly actions: readonly string[]; readonly withService: boolean; readonly says: string },
): Rule {
  return statementRule(header, (statement) => {
    const everywhere = resourcesOf(statement).find(({ value }) => wide.test(String(value)));
    if (!everywhere || !isUnconditional(statement)) return undefined;
    const named = actionsOf(statement).filter(
      (action) => !isAll(action) && (withService || !isWholeService(action)) && actions.some((one) => takesIn(String(action.value), one)),
    );
    const [first] = named;
    return first && reportAt(first, `${listed(named)} on ${String(everywhere.value)}: ${says}`);
  });
}

export const iamDangerousRules: readonly Rule[] = [
  dangerous(
    {
      id: 'iam-pass-role-any',
      title: 'Any role may be passed to a service',
      why: 'Whoever may pass an administrator role to a function or an instance acts as that administrator.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
      fact: 'iam#pass-role',
    },
    {
      actions: ['iam:PassRole'],
      withService: true,
      says: 'stronger roles than its own can be handed to a service and used through it. Name the roles, or add a condition on iam:PassedToService.',
    },
  ),
  dangerous(
    {
      id: 'iam-assume-role-any',
      title: 'Any role may be assumed',
      why: 'Each role whose trust policy admits the account is then within reach, in other accounts too.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/1.2', 'sap-2014/6.3'],
      fact: 'iam#role',
    },
    { actions: ['sts:AssumeRole'], withService: true, says: 'every role that trusts this account can be taken on. Name the roles that are meant.' },
  ),
  dangerous(
    {
      id: 'iam-privilege-escalation',
      title: 'Permissions that lead to all others',
      why: 'An identity that may edit policies, trust or credentials of any identity can make itself an administrator.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
      fact: 'iam#delegate-with-boundary',
    },
    {
      actions: [
        'iam:CreatePolicyVersion',
        'iam:SetDefaultPolicyVersion',
        'iam:AttachUserPolicy',
        'iam:AttachGroupPolicy',
        'iam:AttachRolePolicy',
        'iam:PutUserPolicy',
        'iam:PutGroupPolicy',
        'iam:PutRolePolicy',
        'iam:AddUserToGroup',
        'iam:UpdateAssumeRolePolicy',
        'iam:CreateAccessKey',
        'iam:CreateLoginProfile',
        'iam:UpdateLoginProfile',
        'iam:DeleteRolePermissionsBoundary',
        'iam:DeleteUserPermissionsBoundary',
      ],
      withService: true,
      says: 'this is a way to become an administrator. Limit it to single identities, or demand a permissions boundary by a condition.',
    },
  ),
  dangerous(
    {
      id: 'iam-credentials-exposure',
      title: 'Credentials of anybody can be had',
      why: 'Credentials taken from another identity or machine outlive the session that took them.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
      fact: 'iam#role-not-keys',
    },
    {
      actions: [
        'iam:CreateAccessKey',
        'iam:UpdateAccessKey',
        'iam:CreateLoginProfile',
        'iam:UpdateLoginProfile',
        'iam:CreateServiceSpecificCredential',
        'iam:ResetServiceSpecificCredential',
        'sts:GetFederationToken',
        'redshift:GetClusterCredentials',
        'rds-db:connect',
        'ec2:GetPasswordData',
        'lightsail:GetInstanceAccessDetails',
        'codepipeline:PollForJobs',
      ],
      withService: false,
      says: 'it hands out credentials of whichever identity, database or instance is asked for. Name the ones that are meant.',
    },
  ),
  dangerous(
    {
      id: 'iam-data-exfiltration',
      title: 'Data of every bucket, secret or parameter can be read',
      why: 'One leaked session is then enough to copy everything out.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3', 'sap-2014/6.4'],
      fact: 'iam#granular',
    },
    {
      actions: [
        's3:GetObject',
        'ssm:GetParameter',
        'ssm:GetParameters',
        'ssm:GetParametersByPath',
        'secretsmanager:GetSecretValue',
        'rds:CopyDBSnapshot',
        'rds:ModifyDBSnapshotAttribute',
        'rds:StartExportTask',
        'ec2:ModifySnapshotAttribute',
        'dynamodb:ExportTableToPointInTime',
      ],
      withService: true,
      says: 'one leaked session can copy out all that these actions reach. Name the buckets, secrets, parameters or snapshots.',
    },
  ),
  dangerous(
    {
      id: 'iam-permissions-management',
      title: 'Access to any resource can be rewritten',
      why: 'Who may edit the policies of resources can open them to another account.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
      fact: 'iam#delegate-with-boundary',
    },
    {
      actions: [
        's3:PutBucketPolicy',
        's3:DeleteBucketPolicy',
        's3:PutBucketAcl',
        's3:PutObjectAcl',
        's3:PutBucketPublicAccessBlock',
        's3:BypassGovernanceRetention',
        'sns:AddPermission',
        'sqs:AddPermission',
        'lambda:AddPermission',
        'kms:PutKeyPolicy',
        'kms:CreateGrant',
        'ecr:SetRepositoryPolicy',
        'secretsmanager:PutResourcePolicy',
        'iam:AttachUserPolicy',
        'iam:AttachGroupPolicy',
        'iam:AttachRolePolicy',
        'iam:PutUserPolicy',
        'iam:PutGroupPolicy',
        'iam:PutRolePolicy',
        'iam:CreatePolicy',
        'iam:CreatePolicyVersion',
        'iam:UpdateAssumeRolePolicy',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
      ],
      withService: false,
      says: 'access to any of these resources can be rewritten. Name the resources, or leave this to an administrator.',
    },
  ),
  dangerous(
    {
      id: 'iam-kms-any-key',
      title: 'Decryption with every key',
      why: 'Each key that leaves access to IAM then opens its data to this identity.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3', 'sap-2014/6.4'],
      fact: 'iam#granular',
    },
    {
      actions: ['kms:Decrypt', 'kms:ReEncryptFrom'],
      withService: true,
      says: 'this opens the data under each key whose policy leaves access to IAM, in this account and others that share one. Name the key ARNs.',
    },
  ),
];
