import { propertyAt, propertyOf, type KnownValue, type MapValue } from '../model';
import type { RuleHeader } from './demands';
import { allows, isUnconditional, statementsOf, takesIn, textsOf } from './policy';
import type { Report, Rule } from './rule';

const accountRoot = /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::root)?$/;
const githubHost = 'token.actions.githubusercontent.com';

/** A rule that judges each Allow statement of a role's trust policy. */
function trustRule(header: Omit<RuleHeader, 'types'>, judge: (statement: MapValue) => Report | undefined): Rule {
  return {
    ...header,
    types: ['AWS::IAM::Role'],
    check: (resource) =>
      statementsOf(propertyAt(resource, 'AssumeRolePolicyDocument')?.value)
        .filter(allows)
        .map(judge)
        .filter((report) => report !== undefined),
  };
}

function principalsOf(statement: MapValue, kind: 'AWS' | 'Federated'): KnownValue[] {
  const principal = propertyOf(statement, 'Principal')?.value;
  return principal?.kind === 'map' ? textsOf(propertyOf(principal, kind)) : [];
}

/** The account whose root a principal names; a number in YAML has lost its leading zeros. */
function accountOf({ value }: KnownValue): string | undefined {
  return accountRoot.exec(typeof value === 'number' ? String(value).padStart(12, '0') : String(value))?.[1];
}

/** The condition keys of a statement, where all of them can be read. */
function conditionKeys(statement: MapValue): string[] | undefined {
  if (isUnconditional(statement)) return [];
  const condition = propertyOf(statement, 'Condition')?.value;
  if (condition?.kind !== 'map' || !condition.complete) return undefined;
  const keys: string[] = [];
  for (const { value } of condition.entries) {
    if (value.kind !== 'map' || !value.complete) return undefined;
    keys.push(...value.entries.map(({ name }) => name.toLowerCase()));
  }
  return keys;
}

/** True where every user of an identity provider gets in: without a condition, or with GitHub's audience, which all its users share, alone. */
function admitsAllUsers(statement: MapValue): boolean {
  const keys = conditionKeys(statement);
  if (!keys) return false;
  return keys.length === 0 || keys.every((key) => key === `${githubHost}:aud`);
}

export const iamTrustRules: readonly Rule[] = [
  trustRule(
    {
      id: 'iam-trust-not-principal',
      service: 'iam',
      title: 'Trust policy with NotPrincipal',
      why: 'Trust policies do not take NotPrincipal, and anywhere else it only works with Deny.',
      severity: 'warning',
      tasks: ['saa-c03/1.1', 'sap-c02/1.2', 'sap-2014/6.3'],
      fact: 'iam#not-elements',
    },
    (statement) => {
      const excluded = propertyOf(statement, 'NotPrincipal');
      return (
        excluded && { span: excluded.nameSpan, message: 'IAM does not support NotPrincipal in a trust policy. Name in Principal who may assume the role.' }
      );
    },
  ),
  trustRule(
    {
      id: 'iam-trust-not-action',
      service: 'iam',
      title: 'Trust policy with NotAction',
      why: 'It allows every way of assuming and tagging the role but the listed ones.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/1.2', 'sap-2014/6.3'],
      fact: 'iam#not-elements',
    },
    (statement) => {
      const excluded = propertyOf(statement, 'NotAction');
      return (
        excluded && {
          span: excluded.nameSpan,
          message: 'Allow with NotAction lets in whatever is not listed. Name the action, which is sts:AssumeRole in most roles.',
        }
      );
    },
  ),
  trustRule(
    {
      id: 'iam-trust-wildcard-action',
      service: 'iam',
      title: 'Trust policy that allows every action',
      why: 'The principals may then also federate, tag sessions or set a source identity for the role as they like.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/1.2', 'sap-2014/6.3'],
      fact: 'iam#trust-policy',
    },
    (statement) => {
      const all = textsOf(propertyOf(statement, 'Action')).find(({ value }) => value === '*' || value === 'sts:*' || value === '*:*');
      return (
        all && {
          span: { start: all.start, end: all.end },
          message: 'A trust policy needs one action, sts:AssumeRole in most roles. Name it instead of a wildcard.',
        }
      );
    },
  ),
  trustRule(
    {
      id: 'iam-trust-account-root',
      service: 'cross-account-access',
      title: 'Role that a whole account may assume',
      why: 'Naming the root of an account lets its administrators decide who of all their users and roles comes in.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/1.2', 'sap-2014/6.3'],
      fact: 'cross-account-access#account-principal',
    },
    (statement) => {
      if (!isUnconditional(statement)) return undefined;
      const root = principalsOf(statement, 'AWS').find((principal) => accountOf(principal) !== undefined);
      if (!root) return undefined;
      const account = accountOf(root) ?? '';
      return {
        span: { start: root.start, end: root.end },
        message: `Whoever account ${account} permits may assume this role. Name the role over there, or add a condition: sts:ExternalId for a third party, MFA for people.`,
      };
    },
  ),
  trustRule(
    {
      id: 'iam-trust-web-identity-open',
      service: 'iam',
      title: 'Role for every user of an identity provider',
      why: 'Public providers such as GitHub, Google and Cognito serve the whole world; only conditions tell your users from all others.',
      severity: 'warning',
      tasks: ['saa-c03/1.1', 'sap-c02/1.2', 'sap-2014/6.3'],
      fact: 'iam#trust-policy',
    },
    (statement) => {
      const principal = propertyOf(statement, 'Principal');
      const action = textsOf(propertyOf(statement, 'Action')).some(({ value }) => takesIn(String(value), 'sts:AssumeRoleWithWebIdentity'));
      if (!action || !principal || !propertyOf(principal.value, 'Federated') || !admitsAllUsers(statement)) return undefined;
      const saml = principalsOf(statement, 'Federated').some(({ value }) => String(value).includes(':saml-provider/'));
      if (saml) return undefined;
      return {
        span: principal.nameSpan,
        message: "Everybody whom this provider signs in may assume the role. Add conditions on the token's subject (:sub) and audience (:aud).",
      };
    },
  ),
];
