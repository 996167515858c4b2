import { numberOf, propertyOf, type MapValue, type Resource } from '../model';
import { isUnset, itemsAt, placesIn, required, type RuleHeader } from './demands';
import type { Report, Rule } from './rule';

const vault = ['AWS::Backup::BackupVault'];
const plan = ['AWS::Backup::BackupPlan'];

/** Days that a backup has to stay in cold storage; so many more it is kept at least. */
const coldDays = 90;

function rulesOf(resource: Resource): MapValue[] {
  return itemsAt(resource, 'BackupPlan.BackupPlanRule');
}

/** A rule about plans whose every backup rule lacks something for certain: another one may well do that part. */
function inNoRule(header: RuleHeader, path: string, message: string): Rule {
  return {
    ...header,
    check: (resource) => {
      const lacking = rulesOf(resource).map((rule) => placesIn(rule, path, rule));
      if (lacking.length === 0 || !lacking.every((places) => places.every(isUnset))) return undefined;
      return lacking.flatMap((places) => places.slice(0, 1)).map(({ span: { start, end } }) => ({ span: { start, end }, message }));
    },
  };
}

function days(rule: MapValue, name: string): { readonly value: number; readonly report: (message: string) => Report } | undefined {
  const property = propertyOf(propertyOf(rule, 'Lifecycle')?.value, name);
  const value = numberOf(property?.value);
  if (!property || value === undefined) return undefined;
  const { start, end } = property.value;
  return { value, report: (message) => ({ span: { start, end }, message }) };
}

export const awsBackupRules: readonly Rule[] = [
  required(
    {
      id: 'backup-vault-no-own-key',
      service: 'aws-backup',
      title: 'Vault without a key of your own',
      why: 'Backups under the AWS managed key cannot be copied to another account.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
      fact: 'aws-backup#cross-account-key',
      types: vault,
    },
    {
      paths: ['EncryptionKeyArn'],
      message:
        'The vault uses the key that AWS manages, and backups that it encrypts cannot be copied to another account. Name a key of your own in EncryptionKeyArn.',
    },
  ),
  required(
    {
      id: 'backup-vault-no-policy',
      service: 'aws-backup',
      title: 'Vault without an access policy',
      why: 'Whoever may use AWS Backup in the account may delete what the vault holds.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3'],
      fact: 'aws-backup#vault-policy',
      types: vault,
    },
    { paths: ['AccessPolicy'], message: 'No access policy narrows who may delete or restore what this vault holds. Deny deletion to all but a few.' },
  ),
  required(
    {
      id: 'backup-vault-no-lock',
      service: 'aws-backup',
      title: 'Vault that is not locked',
      why: 'An attacker with rights of an administrator deletes the backups first.',
      severity: 'hint',
      tasks: ['sap-c02/2.2', 'saa-c03/1.3'],
      fact: 'aws-backup#vault-lock-governance',
      types: vault,
    },
    {
      paths: ['LockConfiguration'],
      message: 'No lock keeps the backups in this vault from being deleted early. Set LockConfiguration where they must outlast an attacker.',
    },
  ),
  inNoRule(
    {
      id: 'backup-plan-no-copy',
      service: 'aws-backup',
      title: 'Plan without copies elsewhere',
      why: 'Backups beside their source are lost with the Region or the account.',
      severity: 'hint',
      tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
      fact: 'aws-backup#copies',
      types: plan,
    },
    'CopyActions',
    'No rule of the plan copies backups to another Region or account. Add CopyActions where the loss of a Region must be survived.',
  ),
  {
    id: 'backup-plan-no-expiry',
    service: 'aws-backup',
    title: 'Backups kept for ever',
    why: 'Every backup that never expires is paid for month after month.',
    severity: 'hint',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
    fact: 'aws-backup#retention',
    types: plan,
    check: (resource) =>
      rulesOf(resource).flatMap((rule) => {
        const [place] = placesIn(rule, 'Lifecycle.DeleteAfterDays', { start: rule.start, end: rule.end });
        return place && isUnset(place)
          ? [{ span: place.span, message: 'DeleteAfterDays is not set, so the backups of this rule are kept, and paid for, for ever.' }]
          : [];
      }),
  },
  {
    id: 'backup-plan-cold-too-short',
    service: 'aws-backup',
    title: 'Backups deleted before their time in cold storage is over',
    why: 'Cold storage keeps a backup for at least 90 days; AWS Backup refuses a shorter life.',
    severity: 'warning',
    tasks: ['saa-c03/4.1', 'sap-c02/2.2'],
    fact: 'aws-backup#cold-storage',
    types: plan,
    check: (resource) =>
      rulesOf(resource).flatMap((rule) => {
        const cold = days(rule, 'MoveToColdStorageAfterDays');
        const end = days(rule, 'DeleteAfterDays');
        if (!cold || !end || cold.value < 0 || end.value < 0 || end.value >= cold.value + coldDays) return [];
        return [
          end.report(`Moved to cold storage after ${cold.value} days, a backup has to be kept for ${cold.value + coldDays} at least; ${end.value} is refused.`),
        ];
      }),
  },
  {
    id: 'backup-plan-never-cold',
    service: 'aws-backup',
    title: 'Backups kept for long in warm storage',
    why: 'Cold storage costs a fraction for backups that are kept for many months.',
    severity: 'hint',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
    fact: 'aws-backup#cold-storage',
    types: plan,
    check: (resource) =>
      rulesOf(resource).flatMap((rule) => {
        const end = days(rule, 'DeleteAfterDays');
        if (!end || end.value < 2 * coldDays || !placesIn(rule, 'Lifecycle.MoveToColdStorageAfterDays', rule).every(isUnset)) return [];
        return [
          end.report(
            `Backups are kept ${end.value} days and never moved to cold storage. MoveToColdStorageAfterDays lowers their price for the services that have it.`,
          ),
        ];
      }),
  },
  {
    id: 'backup-plan-retention-short',
    service: 'aws-backup',
    title: 'Backups kept for less than a week',
    why: 'A mistake noticed after a long weekend is older than the oldest backup.',
    severity: 'hint',
    tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
    fact: 'aws-backup#retention',
    types: plan,
    check: (resource) => {
      const ends = rulesOf(resource).map((rule) => days(rule, 'DeleteAfterDays'));
      // Another rule may keep some of them longer.
      return ends.every((end) => end !== undefined && end.value > 0 && end.value < 7)
        ? ends.map((end) => end?.report(`Backups are gone after ${end.value} days. Keep at least a week.`)).filter((report) => report !== undefined)
        : undefined;
    },
  },
];
