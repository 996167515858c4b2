import { always, isFalse, propertyOf, type MapValue, type Resource } from '../model';
import { isUnset, itemsAt, placesAt, placesIn, required, surelyUnset } from './demands';
import { instance, launchConfiguration, launchPaths, perType } from './instanceTypes';
import { mentions, namedBy } from './references';
import type { Report, Rule, RuleContext } from './rule';

const volume = ['AWS::EC2::Volume'];
const protection = ['saa-c03/1.3', 'sap-c02/3.2', 'sap-2014/6.4'] as const;
const mappings = {
  ...launchPaths('BlockDeviceMappings'),
  'AWS::EC2::SpotFleet': 'SpotFleetRequestConfigData.LaunchSpecifications.*.BlockDeviceMappings',
};
/** What takes backups by tags, so that it need not name the volume. */
const backups = ['AWS::DLM::LifecyclePolicy', 'AWS::Backup::BackupSelection'];

/** A finding on the volume of a block device mapping that is not encrypted for certain. */
function checkDevice(mapping: MapValue, resource: Resource): Report[] {
  const device = propertyOf(mapping, 'Ebs')?.value;
  if (device?.kind !== 'map') return [];
  const encrypted = propertyOf(device, 'Encrypted');
  if (encrypted && always(encrypted.value, isFalse)) {
    return [
      {
        span: encrypted.value,
        message: 'This leaves the volume unencrypted unless the account encrypts by default or its snapshot is encrypted. Set Encrypted to true.',
      },
    ];
  }
  // A volume of a snapshot takes the snapshot's encryption; launch templates and configurations refuse the two together.
  if (resource.type !== instance && !placesIn(device, 'SnapshotId', device).every(isUnset)) return [];
  return placesIn(mapping, 'Ebs.Encrypted', mapping)
    .filter(isUnset)
    .map(({ span }) => ({
      span,
      message: "Encrypted is not set, so this volume is encrypted only where its snapshot or the account's default in the Region says so.",
    }));
}

/** True where it is certain that neither an attachment nor the list of an instance names the volume. */
function isUnattached(resource: Resource, context: RuleContext): boolean {
  return namedBy(resource, 'AWS::EC2::VolumeAttachment', ['VolumeId'], context) === false && namedBy(resource, instance, ['Volumes'], context) === false;
}

export const ebsProtectionRules: readonly Rule[] = [
  {
    id: 'ebs-encryption-unset',
    service: 'ebs',
    title: 'Volume whose encryption is left to the account',
    why: 'Encryption by default is off in an account until somebody turns it on in the Region, and a volume cannot be encrypted later.',
    severity: 'information',
    tasks: protection,
    fact: 'ebs#encryption-default',
    types: volume,
    check: (resource) => {
      // A copy of a volume has the encryption of its source.
      if (!surelyUnset(resource, 'SourceVolumeId')) return undefined;
      return placesAt(resource, 'Encrypted')
        .filter(isUnset)
        .map(({ span }) => ({
          span,
          message: "Encrypted is not set, so the volume is encrypted only where its snapshot or the account's default in the Region says so. Set it to true.",
        }));
    },
  },
  perType(
    {
      id: 'ec2-volume-unencrypted',
      service: 'ebs',
      title: 'Volume of an instance that is not encrypted',
      why: 'Encryption costs nothing extra and cannot be switched on later without a copy.',
      severity: 'information',
      tasks: protection,
      fact: 'ebs#enforce-encryption',
    },
    mappings,
    (header, path) => ({ ...header, check: (resource) => itemsAt(resource, path).flatMap((mapping) => checkDevice(mapping, resource)) }),
  ),
  perType(
    {
      id: 'ec2-root-encryption-unset',
      service: 'ebs',
      title: 'Root volume whose encryption is left to the image',
      why: 'Without a block device mapping the root volume is as the image and the account say, which a reader of the template cannot see.',
      severity: 'hint',
      tasks: protection,
      fact: 'ebs#enforce-encryption',
    },
    launchPaths('BlockDeviceMappings'),
    (header, path) => ({
      ...header,
      check: (resource) => {
        const elsewhere = { [instance]: 'LaunchTemplate', [launchConfiguration]: 'InstanceId' }[resource.type];
        if (elsewhere !== undefined && !surelyUnset(resource, elsewhere)) return undefined;
        return placesAt(resource, path)
          .filter(isUnset)
          .map(({ span }) => ({
            span,
            message: "No block device is written, so the root volume is encrypted only where its image or the account's default in the Region says so.",
          }));
      },
    }),
  ),
  required(
    {
      id: 'ebs-no-own-key',
      service: 'ebs',
      title: 'Volume without a key of your own',
      why: 'Only with a customer managed key can you set its policy, share encrypted snapshots and cut off access.',
      severity: 'hint',
      tasks: protection,
      fact: 'ebs#kms-key-default',
      types: volume,
    },
    {
      paths: ['KmsKeyId'],
      when: (resource) => surelyUnset(resource, 'SourceVolumeId'),
      message:
        "KmsKeyId is not set: where the volume is encrypted, it is so under the account's default key for EBS, whose policy you cannot change if it is AWS's.",
    },
  ),
  {
    id: 'ebs-deleted-with-stack',
    service: 'ebs',
    title: 'Volume that goes with its stack',
    why: 'A volume without a DeletionPolicy is deleted, data and all, when it leaves the template or the stack is deleted.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.2', 'sap-2014/1.2'],
    fact: 'ebs#deletion-policy',
    types: volume,
    check: (resource) => {
      const policy = propertyOf(resource.attributes, 'DeletionPolicy');
      // An app may set the policy by a call.
      const deletes = policy ? always(policy.value, (value) => value === 'Delete') : resource.construct === undefined && resource.attributes.complete;
      return deletes
        ? [
            {
              span: policy?.value ?? resource.typeSpan,
              message: 'The volume is deleted with its stack. DeletionPolicy: Snapshot keeps a snapshot of it, Retain the volume itself.',
            },
          ]
        : undefined;
    },
  },
  {
    id: 'ebs-no-backup',
    service: 'ebs',
    title: 'Volume without backups in its template',
    why: 'EBS takes no snapshots by itself; a lost file or a lost zone is then lost for good.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.2', 'sap-2014/1.2'],
    fact: 'ebs#dlm-or-backup',
    types: volume,
    check: (resource, context) =>
      resource.defaults === undefined && backups.every((type) => context.ofType(type).length === 0)
        ? [
            {
              span: resource.typeSpan,
              message:
                'Nothing in this template takes snapshots. Add a Data Lifecycle Manager policy or a selection of AWS Backup, if none elsewhere covers it.',
            },
          ]
        : undefined,
  },
  {
    id: 'ebs-volume-unattached',
    service: 'ebs',
    title: 'Volume that no instance uses',
    why: 'The whole size is billed, attached or not.',
    severity: 'hint',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5', 'sap-2014/2.1'],
    fact: 'ebs#pay-for-provisioned',
    types: volume,
    check: (resource, context) => {
      const used = context.template.resources.some((other) => other !== resource && mentions(other.properties, resource, context) === true);
      return resource.defaults === undefined && !used && isUnattached(resource, context)
        ? [{ span: resource.typeSpan, message: 'Nothing in this template attaches the volume, and its whole size is billed. Attach it or leave it out.' }]
        : undefined;
    },
  },
];
