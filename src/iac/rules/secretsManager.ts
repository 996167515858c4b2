import { numberOf, propertyOf, type Resource, type Value } from '../model';
import { placesAt, required, switchedOn } from './demands';
import { openStatements } from './policy';
import type { Report, Rule, RuleContext } from './rule';
import { mayName } from './staticNames';

const secret = ['AWS::SecretsManager::Secret'];
/** Days that Security Hub and the CIS benchmark let pass between rotations. */
const longestRotation = 90;

/** True unless it is certain that the rotation schedule is another secret's. */
function mayRotate(schedule: Resource, resource: Resource, context: RuleContext): boolean {
  return placesAt(schedule, 'SecretId').some(({ value, missing }) => (value ? leadsTo(value, resource, context) : !missing));
}

/** A schedule names the secret, or its attachment to a database, which stands for the secret. */
function leadsTo(value: Value, resource: Resource, context: RuleContext): boolean {
  const target = value.kind === 'reference' ? context.resource(value.target) : undefined;
  if (target?.type !== 'AWS::SecretsManager::SecretTargetAttachment') return mayName(value, resource, 'Name');
  const attached = propertyOf(target.properties, 'SecretId')?.value;
  return attached?.kind !== 'reference' || mayName(attached, resource, 'Name');
}

function daysOf(value: Value): number | undefined {
  const days = value.kind === 'known' ? /^rate\((\d+) days?\)$/.exec(String(value.value))?.[1] : undefined;
  return days === undefined ? numberOf(value) : Number(days);
}

export const secretsManagerRules: readonly Rule[] = [
  {
    id: 'secretsmanager-no-rotation',
    service: 'secrets-manager',
    title: 'Secret without rotation',
    why: 'A password that never changes stays useful to everybody who has ever seen it.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3', 'sap-c02/3.2'],
    fact: 'secrets-manager#rotate-without-outage',
    types: secret,
    check: (resource, context) => {
      // Of a high-level construct the app may add a schedule by a call.
      if (resource.defaults !== undefined) return undefined;
      if (context.ofType('AWS::SecretsManager::RotationSchedule').some((schedule) => mayRotate(schedule, resource, context))) return undefined;
      return [
        {
          span: resource.typeSpan,
          message: 'No RotationSchedule of this template rotates this secret. Add one, or let the database service manage its own secret.',
        },
      ];
    },
  },
  required(
    {
      id: 'secretsmanager-no-kms-key',
      service: 'secrets-manager',
      title: 'Secret without a KMS key of your own',
      why: 'A key of your own decides apart from IAM who may read the secret, and lets another account read it.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3', 'sap-2014/6.4'],
      fact: 'secrets-manager#key',
      types: secret,
    },
    {
      paths: ['KmsKeyId'],
      message: 'No KmsKeyId is set: the AWS managed key aws/secretsmanager encrypts this secret. A key of your own has a policy that you write.',
    },
  ),
  {
    id: 'secretsmanager-rotation-long',
    service: 'secrets-manager',
    title: 'Rotation less than four times a year',
    why: 'The longer a password lives, the longer a leaked one works.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'secrets-manager#rotation',
    types: ['AWS::SecretsManager::RotationSchedule'],
    check: (resource) =>
      ['RotationRules.AutomaticallyAfterDays', 'RotationRules.ScheduleExpression'].flatMap((path) =>
        placesAt(resource, path).flatMap(({ value, span }): Report[] => {
          const days = value && daysOf(value);
          return days !== undefined && days > longestRotation
            ? [{ span, message: `The secret is rotated every ${days} days. ${longestRotation} days or less is what benchmarks ask for.` }]
            : [];
        }),
      ),
  },
  {
    id: 'secretsmanager-policy-anybody',
    service: 'secrets-manager',
    title: 'Secret that anybody may use',
    why: 'A resource policy with * and no condition opens the secret to every AWS account.',
    severity: 'warning',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3', 'sap-2014/6.4'],
    fact: 'secrets-manager#cross-account',
    types: ['AWS::SecretsManager::ResourcePolicy'],
    check: (resource) =>
      openStatements(resource, 'ResourcePolicy').map((statement) => ({
        span: propertyOf(statement, 'Principal')?.nameSpan ?? statement,
        message:
          'Anybody with an AWS account may do this with the secret; Secrets Manager refuses such a policy unless BlockPublicPolicy is false. Name the principals.',
      })),
  },
  switchedOn(
    {
      id: 'secretsmanager-public-policy-unchecked',
      service: 'secrets-manager',
      title: 'Public policy of a secret not refused',
      why: 'Secrets Manager refuses policies that open a secret to the world, unless it is told not to.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'secrets-manager#cross-account',
      types: ['AWS::SecretsManager::ResourcePolicy'],
    },
    {
      path: 'BlockPublicPolicy',
      onByDefault: true,
      message: (how) => `BlockPublicPolicy ${how}: a policy that opens the secret to everybody is accepted.`,
      fix: { title: 'Refuse public policies', value: true },
    },
  ),
];
