import { always, numberOf, propertyAt, propertyOf, textOf, type Resource, type Value } from '../model';
import { placesAt, surelyUnset, switchedOn, type RuleHeader } from './demands';
import type { Rule, RuleContext } from './rule';
import { mayName, staticName } from './staticNames';

const attachable = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];
/** The partition may be one that is only known when the stack is deployed. */
const awsManaged = /^arn:(?:aws[\w-]*|\uFFFC):iam::aws:policy\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/;
/** So long a session, in seconds, outlasts half a working day. The longest one possible has 12 hours. */
const longSession = 4 * 3600;

/** Name of the AWS managed policy that an ARN stands for. */
function awsManagedName(arn: Value): string {
  return awsManaged.exec(textOf(arn) ?? '')?.[1] ?? '';
}

/** A rule that reports certain AWS managed policies on roles, users and groups. */
function attachedRule(header: Omit<RuleHeader, 'service' | 'types' | 'fact'>, policy: RegExp, message: (name: string) => string): Rule {
  return {
    ...header,
    service: 'iam',
    fact: 'iam#aws-managed',
    types: attachable,
    check: (resource) =>
      listed(propertyOf(resource.properties, 'ManagedPolicyArns')?.value)
        .filter((arn) => policy.test(awsManagedName(arn)))
        .map((arn) => ({ span: { start: arn.start, end: arn.end }, message: message(awsManagedName(arn)) })),
  };
}

function listed(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : value ? [value] : [];
}

/** True where it is certain that the list has an entry, known or not. */
function hasEntries(value: Value | undefined): boolean {
  return value?.kind === 'list' && value.items.some(({ kind }) => kind === 'known' || kind === 'reference' || kind === 'map');
}

/** True unless it is certain that no property of that kind in the document names the resource. */
function mayBeNamed(resource: Resource, nameProperty: string, context: RuleContext, type: string, path: string): boolean {
  return context.ofType(type).some((other) => placesAt(other, path).some(({ value, missing }) => (value ? mayName(value, resource, nameProperty) : !missing)));
}

/** What a property names, as far as it can be compared. */
function namedBy(resource: Resource, property: string): string | undefined {
  const value = propertyOf(resource.properties, property)?.value;
  if (value?.kind === 'reference') return `ref ${value.target}`;
  return value?.kind === 'known' ? `name ${String(value.value)}` : undefined;
}

export const iamIdentityRules: readonly Rule[] = [
  attachedRule(
    {
      id: 'iam-administrator-access',
      title: 'AdministratorAccess attached',
      why: 'A leak or a mistake of this identity is a leak or a mistake of the whole account.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3', 'sap-2014/6.3'],
    },
    /^AdministratorAccess$/,
    (name) => `${name} allows everything in the account. Attach a policy with the permissions that are needed.`,
  ),
  attachedRule(
    {
      id: 'iam-elevated-managed-policy',
      title: 'Wide AWS managed policy attached',
      why: 'Policies for full access cover every resource of a service, and AWS widens them as it adds actions.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3', 'sap-2014/6.3'],
    },
    /^(?:PowerUserAccess|[\w-]*FullAccess(?:_v\d)?)$/,
    (name) => `${name} reaches every resource of what it covers, and AWS may widen it. A policy of your own can name actions and resources.`,
  ),
  {
    id: 'iam-user-attached-policy',
    service: 'iam',
    title: 'Policy attached to a user directly',
    why: 'Permissions given user by user drift apart and are forgotten; a group or a role keeps them in one place.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'sap-2014/6.3'],
    fact: 'iam#direct-or-group',
    types: ['AWS::IAM::User', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
    check: (resource) => {
      const property = propertyOf(resource.properties, resource.type === 'AWS::IAM::User' ? 'ManagedPolicyArns' : 'Users');
      if (!property || !hasEntries(property.value)) return undefined;
      return [{ span: property.nameSpan, message: 'The policy is attached to users one by one. Attach it to a group, or let people assume a role.' }];
    },
  },
  {
    id: 'iam-inline-policy',
    service: 'iam',
    title: 'Policy written into a role or group',
    why: 'An inline policy has no versions and cannot be reused; a managed policy can be reviewed and rolled back.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'sap-2014/6.3'],
    fact: 'iam#managed-reuse',
    types: ['AWS::IAM::Role', 'AWS::IAM::Group', 'AWS::IAM::RolePolicy', 'AWS::IAM::GroupPolicy'],
    check: (resource) => {
      if (resource.type.endsWith('Policy'))
        return [{ span: resource.typeSpan, message: 'This policy lives in one identity. A managed policy has versions and can be attached to others.' }];
      const policies = propertyOf(resource.properties, 'Policies');
      if (!policies || !hasEntries(policies.value)) return undefined;
      return [{ span: policies.nameSpan, message: 'These policies live in this identity alone. Managed policies have versions and can be reused.' }];
    },
  },
  {
    id: 'iam-user-without-group',
    service: 'iam',
    title: 'User in no group',
    why: 'Users outside groups get their permissions one by one, and nobody keeps them alike.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'sap-2014/6.3'],
    fact: 'iam#user-groups',
    types: ['AWS::IAM::User'],
    check: (resource, context) => {
      if (!surelyUnset(resource, 'Groups') || mayBeNamed(resource, 'UserName', context, 'AWS::IAM::UserToGroupAddition', 'Users')) return undefined;
      const groups = propertyOf(resource.properties, 'Groups');
      return [
        {
          span: groups?.nameSpan ?? resource.typeSpan,
          message: 'This user is in no group of the template. Give permissions through groups, or use federation and roles.',
        },
      ];
    },
  },
  {
    id: 'iam-group-without-users',
    service: 'iam',
    title: 'Group without users',
    why: 'An empty group shows that its permissions are unused, or that members are added by hand.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'sap-2014/6.3'],
    fact: 'iam#group',
    types: ['AWS::IAM::Group'],
    check: (resource, context) => {
      const named =
        mayBeNamed(resource, 'GroupName', context, 'AWS::IAM::User', 'Groups') ||
        mayBeNamed(resource, 'GroupName', context, 'AWS::IAM::UserToGroupAddition', 'GroupName');
      // Of a high-level construct the app may add users by a call.
      if (named || resource.defaults !== undefined) return undefined;
      return [
        { span: resource.typeSpan, message: 'No user of this template is in this group. Add members here or by UserToGroupAddition, or drop the group.' },
      ];
    },
  },
  switchedOn(
    {
      id: 'iam-login-profile-no-reset',
      service: 'iam',
      title: 'First password that need not be changed',
      why: 'Whoever wrote or deployed the template knows the password for as long as the user keeps it.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-2014/6.3'],
      fact: 'iam#login-profile-password',
      types: ['AWS::IAM::User'],
    },
    {
      path: 'LoginProfile.PasswordResetRequired',
      when: (resource) => propertyOf(resource.properties, 'LoginProfile')?.value.kind === 'map',
      message: (how) => `PasswordResetRequired ${how}: the user may keep the password that stands in the stack. Have it changed at the first sign-in.`,
    },
  ),
  staticName(
    {
      id: 'iam-explicit-name',
      service: 'iam',
      title: 'Identity with a fixed name',
      why: 'A fixed name lets the template be deployed once in an account only, and blocks updates that replace the identity.',
      severity: 'hint',
      tasks: ['sap-c02/2.1', 'sap-c02/3.1', 'saa-c03/1.1'],
      fact: 'iam#role-name',
    },
    { 'AWS::IAM::Role': 'RoleName', 'AWS::IAM::User': 'UserName', 'AWS::IAM::Group': 'GroupName', 'AWS::IAM::ManagedPolicy': 'ManagedPolicyName' },
    'IAM names are unique in an account, so a second stack of this template fails. Leave the name to CloudFormation unless somebody relies on it.',
  ),
  {
    id: 'iam-long-session',
    service: 'iam',
    title: 'Sessions of many hours',
    why: 'Credentials of a session cannot be called back one by one; they work until they expire.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'sap-c02/1.2'],
    fact: 'iam#max-session-duration',
    types: ['AWS::IAM::Role'],
    check: (resource) => {
      const duration = propertyAt(resource, 'MaxSessionDuration')?.value;
      if (!always(duration, (known) => Number(known) > longSession)) return undefined;
      const seconds = numberOf(duration);
      const shown = seconds === undefined ? 'so long' : `up to ${Math.round(seconds / 360) / 10} hours`;
      return [
        {
          span: { start: duration.start, end: duration.end },
          message: `Sessions of this role may last ${shown}. Leaked credentials work as long; 1 hour is what IAM sets by itself.`,
        },
      ];
    },
  },
  {
    id: 'iam-two-access-keys',
    service: 'iam',
    title: 'Two access keys for one user',
    why: 'The second key is meant for the hours of a rotation; kept for good it only doubles what can leak, and blocks the rotation.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 'iam#access-keys',
    types: ['AWS::IAM::AccessKey'],
    check: (resource, context) => {
      const user = namedBy(resource, 'UserName');
      const first = context.ofType('AWS::IAM::AccessKey').find((key) => user !== undefined && namedBy(key, 'UserName') === user);
      const name = propertyOf(resource.properties, 'UserName')?.value;
      if (!first || first === resource || !name) return undefined;
      return [
        {
          span: { start: name.start, end: name.end },
          message: `This user has a key already (${first.id}). Two are the most that IAM allows, and the second is needed to rotate the first.`,
        },
      ];
    },
  },
];
