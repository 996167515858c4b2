import { propertyOf } from '../model';
import { allows, documentsOf, identityPolicyTypes, isBoundary, isUnconditional, names, openStatements, statementsOf } from './policy';
import type { Rule } from './rule';

export const iamRules: readonly Rule[] = [
  {
    id: 'iam-full-access',
    service: 'iam',
    title: 'Everything allowed on everything',
    why: 'Least privilege is the answer that every exam and every audit expects.',
    severity: 'warning',
    tasks: ['saa-c03/1.1', 'sap-c02/2.3', 'sap-2014/6.3'],
    fact: 'iam#granular',
    types: identityPolicyTypes,
    check: (resource, context) =>
      documentsOf(resource)
        .flatMap(statementsOf)
        .flatMap((statement) => {
          const action = propertyOf(statement, 'Action');
          const open = allows(statement) && isUnconditional(statement) && names(action, '*') && names(propertyOf(statement, 'Resource'), '*');
          return open && action && !isBoundary(resource, context)
            ? [
                {
                  span: action.nameSpan,
                  message: 'This allows every action on every resource: an administrator. Name the actions and resources that are needed.',
                },
              ]
            : [];
        }),
  },
  {
    id: 'iam-not-action-allow',
    service: 'iam',
    title: 'Allow with NotAction',
    why: 'It allows everything but what is listed, new services included.',
    severity: 'information',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
    fact: 'iam#not-action',
    types: identityPolicyTypes,
    check: (resource) =>
      documentsOf(resource)
        .flatMap(statementsOf)
        .flatMap((statement) => {
          const excluded = propertyOf(statement, 'NotAction');
          return excluded && allows(statement) && names(propertyOf(statement, 'Resource'), '*')
            ? [
                {
                  span: excluded.nameSpan,
                  message:
                    'Allow with NotAction grants every action that is not listed, those of future services too. Use it with Deny, or list what is allowed.',
                },
              ]
            : [];
        }),
  },
  {
    id: 'iam-trust-anybody',
    service: 'iam',
    title: 'Role that anybody may assume',
    why: 'A trust policy with * and no condition hands the role to every AWS account.',
    severity: 'warning',
    tasks: ['saa-c03/1.1', 'sap-c02/1.2', 'sap-2014/6.3'],
    fact: 'iam#trust-policy',
    types: ['AWS::IAM::Role'],
    check: (resource) =>
      openStatements(resource, 'AssumeRolePolicyDocument').map((statement) => ({
        span: propertyOf(statement, 'Principal')?.nameSpan ?? statement,
        message: 'Anybody with an AWS account may assume this role. Name the accounts, and ask third parties for an external ID.',
      })),
  },
  {
    id: 'iam-access-key',
    service: 'iam',
    title: 'Long-lived access key',
    why: 'Keys leak and stay valid; roles hand out credentials that expire.',
    severity: 'information',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
    fact: 'iam#role-not-keys',
    types: ['AWS::IAM::AccessKey'],
    check: (resource) => [
      { span: resource.typeSpan, message: 'An access key is valid until somebody deactivates or deletes it, and the stack hands its secret on. Use a role.' },
    ],
  },
  {
    id: 'iam-user-inline-policy',
    service: 'iam',
    title: 'Policy written into a user',
    why: 'An inline policy cannot be reused or seen in one place; groups and managed policies can.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'sap-2014/6.3'],
    fact: 'iam#inline-policy',
    types: ['AWS::IAM::User', 'AWS::IAM::UserPolicy'],
    check: (resource) => {
      if (resource.type === 'AWS::IAM::UserPolicy')
        return [{ span: resource.typeSpan, message: 'This policy lives in one user. A managed policy on a group can be reused and reviewed.' }];
      const policies = propertyOf(resource.properties, 'Policies');
      if (policies?.value.kind !== 'list' || !policies.value.items.some(({ kind }) => kind === 'map')) return undefined;
      return [{ span: policies.nameSpan, message: 'These policies live in one user. Managed policies on a group can be reused and reviewed.' }];
    },
  },
];
