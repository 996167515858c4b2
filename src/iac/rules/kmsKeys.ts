import { always, type Value } from '../model';
import { demand, placesIn, required, switchedOff, switchedOn } from './demands';
import type { Rule } from './rule';

const key = ['AWS::KMS::Key'];
const keys = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];
/** Half of the shortest month: time to notice a mistake after a weekend and a holiday. KMS takes 7 to 30 days. */
const shortWindow = 14;

const deletes = (policy: Value): boolean => always(policy, (known) => known === 'Delete');

export const kmsKeyRules: readonly Rule[] = [
  demand(
    {
      id: 'kms-pending-window-short',
      service: 'kms',
      title: 'Short wait before a key is deleted',
      why: 'The waiting period is the only chance to notice that somebody still needs the key.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2', 'sap-2014/6.4'],
      fact: 'kms#deletion-window',
      types: keys,
    },
    {
      path: 'PendingWindowInDays',
      is: (days) => !(Number(days) < shortWindow),
      whenAbsent: true,
      message: (how) => `The waiting period ${how} days: after it all data under the key is lost. 30 days cost nothing more.`,
    },
  ),
  {
    id: 'kms-key-deleted-with-stack',
    service: 'kms',
    title: 'Key that goes with the stack',
    why: 'Data outlives stacks; without its key it can never be read again.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.2', 'sap-2014/6.4'],
    fact: 'kms#deletion-final',
    types: keys,
    check: (resource) => {
      // An app may set the policy of a low-level construct by a statement of its own.
      const [place] = placesIn(resource.attributes, 'DeletionPolicy', resource.typeSpan, resource.construct === undefined);
      if (!place || !(place.value ? deletes(place.value) : place.missing)) return undefined;
      return [
        {
          span: place.span,
          message: 'Deleting the stack, or taking the key out of it, schedules the key for deletion and with it all data encrypted under it. Use Retain.',
        },
      ];
    },
  },
  switchedOff(
    {
      id: 'kms-lockout-check-bypassed',
      service: 'kms',
      title: 'Lockout check of the key policy skipped',
      why: 'Without the check a policy can be set that nobody can change any more, and only AWS Support can help.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2', 'sap-2014/6.4'],
      fact: 'kms#lockout-check',
      types: key,
    },
    {
      path: 'BypassPolicyLockoutSafetyCheck',
      message: (how) => `BypassPolicyLockoutSafetyCheck ${how}: the key may end up with a policy that nobody can change.`,
    },
  ),
  switchedOn(
    {
      id: 'kms-key-disabled',
      service: 'kms',
      title: 'Disabled key',
      why: 'A disabled key encrypts and decrypts nothing, and its monthly fee goes on.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
      fact: 'kms#disable',
      types: key,
    },
    { path: 'Enabled', onByDefault: true, message: (how) => `Enabled ${how}: every use of the key fails, reading old data included.` },
  ),
  required(
    {
      id: 'kms-default-key-policy',
      service: 'kms',
      title: 'Key with the default policy',
      why: 'The default policy leaves all decisions to IAM: whoever may attach an IAM policy can give access to the key.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/3.2', 'sap-2014/6.4'],
      fact: 'kms#iam-needs-key-policy',
      types: key,
    },
    {
      paths: ['KeyPolicy'],
      message: 'No KeyPolicy is set, so KMS attaches one that leaves access to the IAM policies of the account. Name administrators and users of the key.',
    },
  ),
];
