import { isAbsent, propertyAt, type Resource } from '../model';
import { atLeast, noneOf } from './databaseParts';
import { placesAt, required, surely, wrongPlaces, type Place } from './demands';
import type { Rule } from './rule';

const fileSystem = ['AWS::FSx::FileSystem'];
const configurations = ['WindowsConfiguration', 'OntapConfiguration', 'OpenZFSConfiguration', 'LustreConfiguration'];

/** Scratch, the default of Lustre, takes no backups and no keys. */
function isScratch(resource: Resource): boolean {
  const lustre = surely(resource, 'FileSystemType', (type) => type === 'LUSTRE') || propertyAt(resource, 'LustreConfiguration') !== undefined;
  return lustre && !surely(resource, 'LustreConfiguration.DeploymentType', (type) => String(type).startsWith('PERSISTENT'));
}

/** The places of a setting in the configurations that the file system has. */
function placesOf(resource: Resource, name: string, kinds = configurations): readonly Place[] {
  return kinds.filter((kind) => (propertyAt(resource, kind)?.value.kind ?? 'absent') !== 'absent').flatMap((kind) => placesAt(resource, `${kind}.${name}`));
}

export const fsxRules: readonly Rule[] = [
  {
    id: 'fsx-backup-retention-short',
    service: 'fsx',
    title: 'Backups off or kept for less than a week',
    why: 'A mistake noticed after a long weekend is older than the oldest backup.',
    severity: 'hint',
    tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
    fact: 'fsx#backups',
    types: fileSystem,
    check: (resource, context) => {
      const literal = wrongPlaces(placesOf(resource, 'AutomaticBackupRetentionDays', configurations.slice(0, 3)), atLeast(7), true);
      const lustre = isScratch(resource) ? [] : wrongPlaces(placesOf(resource, 'AutomaticBackupRetentionDays', ['LustreConfiguration']), atLeast(7), false);
      // What is linked to S3 takes no backups.
      const linked = !isAbsent(resource, 'LustreConfiguration.ImportPath') || context.ofType('AWS::FSx::DataRepositoryAssociation').length > 0;
      return [...literal, ...(linked ? [] : lustre)].map(({ span, value }) => ({
        span,
        message: value
          ? 'So few days of automatic backups do not reach back over a long weekend; 0 switches them off. Keep at least 7.'
          : 'AutomaticBackupRetentionDays is not set, and automatic backups of Lustre are off by default.',
      }));
    },
  },
  {
    id: 'fsx-single-az',
    service: 'fsx',
    title: 'File system in one Availability Zone',
    why: 'The loss of the zone takes the files away until a backup is restored.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
    fact: 'fsx#windows-deployment',
    types: fileSystem,
    check: (resource) =>
      [
        ...wrongPlaces(placesOf(resource, 'DeploymentType', ['WindowsConfiguration']), (type) => String(type).startsWith('MULTI_AZ'), false),
        ...wrongPlaces(
          placesOf(resource, 'DeploymentType', ['OntapConfiguration', 'OpenZFSConfiguration']),
          (type) => String(type).startsWith('MULTI_AZ'),
          true,
        ),
      ].map(({ span, value }) => ({
        span,
        message: `${value ? 'This is a Single-AZ file system' : 'DeploymentType is not set, which is SINGLE_AZ_1'}: the loss of its zone takes the files away. MULTI_AZ keeps a standby in a second one.`,
      })),
  },
  required(
    {
      id: 'fsx-no-own-key',
      service: 'fsx',
      title: 'File system without a key of your own',
      why: 'The policy of the AWS managed key cannot be changed, so access to it cannot be narrowed.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'fsx#encryption',
      types: fileSystem,
    },
    {
      paths: ['KmsKeyId'],
      when: (resource) => isAbsent(resource, 'BackupId') && !isScratch(resource),
      message: 'The files are encrypted with the AWS managed key for FSx. Name a key of your own in KmsKeyId to govern who may use it.',
    },
  ),
  {
    id: 'fsx-copy-tags-off',
    service: 'fsx',
    title: 'Tags not copied to backups',
    why: 'Costs, owners and access rules by tag end at the backup.',
    severity: 'hint',
    tasks: ['sap-c02/1.5'],
    fact: 'fsx#copy-tags',
    types: fileSystem,
    check: (resource) =>
      wrongPlaces(placesOf(resource, 'CopyTagsToBackups', ['WindowsConfiguration', 'OpenZFSConfiguration']), noneOf('false'), false).map(({ span, value }) => ({
        span,
        message: `CopyTagsToBackups is ${value ? 'off' : 'not set'}: backups lack the tags by which costs and access are told apart.`,
      })),
  },
];
