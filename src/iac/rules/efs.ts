import { isAbsent, propertyAt, propertyOf, type MapValue, type Resource } from '../model';
import { noneOf } from './databaseParts';
import { demand, isUnset, passes, placesAt, required, surely, surelyUnset, switchedOn } from './demands';
import { openStatements, statementsOf } from './policy';
import { namedBy } from './references';
import type { Rule, RuleContext } from './rule';

const fileSystem = ['AWS::EFS::FileSystem'];
const accessPoint = ['AWS::EFS::AccessPoint'];

/** True where the text of a policy document may speak of TLS: a condition with aws:SecureTransport, or something unknown. */
function mayDemandTls(document: MapValue): boolean {
  if (!document.complete) return true;
  const statement = propertyOf(document, 'Statement')?.value;
  if (statement?.kind !== 'list' && statement?.kind !== 'map') return true;
  const statements = statementsOf(document);
  if (statement.kind === 'list' && statements.length < statement.items.length) return true;
  return statements.some((one) => {
    const condition = propertyOf(one, 'Condition')?.value;
    if (!one.complete || (condition && condition.kind !== 'map')) return true;
    if (condition?.kind !== 'map') return false;
    return (
      !condition.complete ||
      condition.entries.some(
        ({ value }) => value.kind !== 'map' || !value.complete || value.entries.some(({ name }) => name.toLowerCase() === 'aws:securetransport'),
      )
    );
  });
}

/** True where no backup plan of the template selects the file system: neither by name nor, perhaps, by tags. */
function isUnselected(resource: Resource, context: RuleContext): boolean {
  const selection = 'AWS::Backup::BackupSelection';
  const paths = ['ListOfTags', 'Conditions'].map((name) => `BackupSelection.${name}`);
  return (
    namedBy(resource, selection, ['BackupSelection.Resources'], context) === false &&
    context.ofType(selection).every((one) => paths.every((path) => surelyUnset(one, path)))
  );
}

export const efsRules: readonly Rule[] = [
  switchedOn(
    {
      id: 'efs-unencrypted',
      service: 'efs',
      title: 'File system not encrypted at rest',
      why: 'Encryption can only be chosen when the file system is made; later all files have to be copied into a new one.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'efs#encryption-at-rest',
      types: fileSystem,
    },
    {
      path: 'Encrypted',
      message: (how) =>
        `Encrypted ${how}${how === 'is not set' ? ', which is off in a template' : ''}: the files lie in the clear. It can only be chosen at creation.`,
    },
  ),
  required(
    {
      id: 'efs-no-own-key',
      service: 'efs',
      title: 'File system without a key of your own',
      why: 'The policy of the AWS managed key cannot be changed, so access to it cannot be narrowed.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'efs#kms-key',
      types: fileSystem,
    },
    {
      paths: ['KmsKeyId'],
      when: (resource) => surely(resource, 'Encrypted', (known) => String(known).toLowerCase() === 'true'),
      message: 'The files are encrypted with the AWS managed key for EFS. Name a key of your own in KmsKeyId to govern who may use it.',
    },
  ),
  demand(
    {
      id: 'efs-backups-off',
      service: 'efs',
      title: 'File system without automatic backups',
      why: 'A deleted or encrypted folder is gone for good.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.2'],
      fact: 'efs#automatic-backup',
      types: fileSystem,
    },
    {
      path: 'BackupPolicy.Status',
      is: noneOf('DISABLED', 'DISABLING'),
      whenAbsent: false,
      when: isUnselected,
      message: (how) => `BackupPolicy.Status ${how}: no daily backups are made by themselves. Enable it, or have a backup plan select the file system.`,
      fix: { title: 'Back the file system up daily', value: 'ENABLED' },
    },
  ),
  required(
    {
      id: 'efs-no-lifecycle',
      service: 'efs',
      title: 'File system without lifecycle policies',
      why: 'Files that nobody opens stay in the dearest storage class.',
      severity: 'hint',
      tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
      fact: 'efs#lifecycle',
      types: fileSystem,
    },
    {
      paths: ['LifecyclePolicies'],
      message: 'LifecyclePolicies is not set, so files that nobody opens stay in the Standard class. Move them to Infrequent Access.',
    },
  ),
  {
    id: 'efs-tls-optional',
    service: 'efs',
    title: 'File system that takes clients without TLS',
    why: 'Without a policy that asks for TLS the files cross the network as they are wherever a client does not think of it.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'efs#encryption-in-transit',
    types: fileSystem,
    check: (resource) => {
      const property = propertyAt(resource, 'FileSystemPolicy');
      const message =
        'No policy asks for TLS, so clients may mount the file system in the clear. Deny what comes without aws:SecureTransport in FileSystemPolicy.';
      if (isAbsent(resource, 'FileSystemPolicy')) return [{ span: property?.nameSpan ?? resource.typeSpan, message }];
      return property?.value.kind === 'map' && !mayDemandTls(property.value) ? [{ span: property.nameSpan, message }] : undefined;
    },
  },
  {
    id: 'efs-open-policy',
    service: 'efs',
    title: 'File system that anybody who reaches it may mount',
    why: 'Only the network then decides who reads and writes the files.',
    severity: 'information',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 'efs#file-system-policy',
    types: fileSystem,
    check: (resource) =>
      openStatements(resource, 'FileSystemPolicy').map((statement) => ({
        span: propertyOf(statement, 'Principal')?.nameSpan ?? statement,
        message: 'Any client that reaches a mount target may do this, without a condition. Name the roles that need the files.',
      })),
  },
  {
    id: 'efs-access-point-root',
    service: 'efs',
    title: 'Access point on the root of the file system',
    why: 'Whoever mounts through it sees the folders of every other application.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'sap-c02/2.3'],
    fact: 'efs#access-point',
    types: accessPoint,
    check: (resource) =>
      placesAt(resource, 'RootDirectory.Path').flatMap((place) => {
        const wrong = place.value ? passes(place.value, (path) => path !== '/' && path !== '', false) === false : isUnset(place);
        return wrong
          ? [{ span: place.span, message: 'The access point opens at the root of the file system. Give it a directory of its own in RootDirectory.Path.' }]
          : [];
      }),
  },
  required(
    {
      id: 'efs-access-point-no-user',
      service: 'efs',
      title: 'Access point without a user',
      why: 'Clients then act as whatever user they claim to be, root among them.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3'],
      fact: 'efs#access-point',
      types: accessPoint,
    },
    {
      paths: ['PosixUser'],
      message: 'PosixUser is not set, so clients act as whatever user they claim to be. Set the user and group that all of them become.',
    },
  ),
  demand(
    {
      id: 'efs-access-point-root-user',
      service: 'efs',
      title: 'Access point whose user is root',
      why: 'Everybody who mounts through it may read, change and give away every file below.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
      fact: 'efs#access-point',
      types: accessPoint,
    },
    {
      path: 'PosixUser.Uid',
      is: noneOf(0),
      whenAbsent: true,
      message: (how) => `Uid ${how}, that is root: whoever mounts through this access point may do anything below it.`,
    },
  ),
  {
    id: 'efs-one-zone',
    service: 'efs',
    title: 'File system in one Availability Zone',
    why: 'A One Zone file system is lost with its zone.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
    fact: 'efs#one-zone',
    types: fileSystem,
    check: (resource) => {
      const zone = propertyAt(resource, 'AvailabilityZoneName');
      // Whatever zone a parameter names, it is one.
      const named = zone?.value.kind === 'known' || (zone?.value.kind === 'unknown' && zone.value.parameter !== undefined);
      if (!named || placesAt(resource, 'AvailabilityZoneName').every(isUnset)) return undefined;
      return [
        {
          span: zone.nameSpan,
          message: 'AvailabilityZoneName makes this a One Zone file system: it is cheaper, and lost with its zone. Use it for what can be made again.',
        },
      ];
    },
  },
];
