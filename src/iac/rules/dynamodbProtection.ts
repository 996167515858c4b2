import { propertyOf, type Resource } from '../model';
import { noneOf } from './databaseParts';
import { demand, isUnset, itemsAt, passes, placesAt, placesIn, wrongPlaces, type Place } from './demands';
import { openStatements } from './policy';
import type { Rule } from './rule';

const table = ['AWS::DynamoDB::Table'];
const tables = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

function encryptionSwitch(resource: Resource): readonly Place[] {
  return placesAt(resource, 'SSESpecification.SSEEnabled');
}

/** The places of the key of a table, or of each replica of a global one. */
function keyPlaces(resource: Resource): readonly Place[] {
  if (resource.type === 'AWS::DynamoDB::Table') return placesAt(resource, 'SSESpecification.KMSMasterKeyId');
  return itemsAt(resource, 'Replicas').flatMap((replica) => placesIn(replica, 'SSESpecification.KMSMasterKeyId', { start: replica.start, end: replica.end }));
}

function isSurelyOn(resource: Resource): boolean {
  return encryptionSwitch(resource).some(({ value }) => value && passes(value, (known) => String(known).toLowerCase() === 'true') === true);
}

export const dynamodbProtectionRules: readonly Rule[] = [
  {
    id: 'dynamodb-aws-owned-key',
    service: 'dynamodb',
    title: 'Table under the key that AWS owns',
    why: 'The table is encrypted, but by a key that no policy of yours governs and no log of yours shows.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'dynamodb#encryption-key',
    types: tables,
    check: (resource) =>
      wrongPlaces(encryptionSwitch(resource), noneOf('false'), false).map(({ span, value }) => ({
        span,
        message: `SSEEnabled is ${value ? 'off' : 'not set'}: DynamoDB encrypts the table with a key that it owns itself. Turn it on, with a key of your own where access to it must be governed.`,
      })),
  },
  {
    id: 'dynamodb-no-own-key',
    service: 'dynamodb',
    title: 'Table encrypted without a key of your own',
    why: 'The policy of the AWS managed key cannot be changed, so access to it cannot be narrowed or shared.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'dynamodb#encryption-key',
    types: tables,
    check: (resource) =>
      isSurelyOn(resource)
        ? keyPlaces(resource)
            .filter(isUnset)
            .map(({ span }) => ({
              span,
              message: 'The table is encrypted with the AWS managed key. Name a key of your own in KMSMasterKeyId to govern who may use it.',
            }))
        : undefined,
  },
  demand(
    {
      id: 'dynamodb-global-no-recovery',
      service: 'dynamodb',
      title: 'Replica without point-in-time recovery',
      why: 'A bad write reaches every Region within a second; only recovery of a replica goes back before it.',
      severity: 'hint',
      tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
      fact: 'dynamodb#global-table',
      types: ['AWS::DynamoDB::GlobalTable'],
    },
    {
      path: 'Replicas.*.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      is: noneOf('false'),
      whenAbsent: false,
      message: (how) => `PointInTimeRecoveryEnabled ${how} for this replica: a bad write or a deleted item cannot be undone.`,
    },
  ),
  {
    id: 'dynamodb-deletion-protection-off',
    service: 'dynamodb',
    title: 'Table without deletion protection',
    why: 'One wrong click or one stack removed deletes the table with all its items.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
    fact: 'dynamodb#deletion-protection',
    types: tables,
    check: (resource) => {
      const path =
        resource.type === 'AWS::DynamoDB::Table' || !propertyOf(resource.properties, 'Replicas')
          ? 'DeletionProtectionEnabled'
          : 'Replicas.*.DeletionProtectionEnabled';
      return wrongPlaces(placesAt(resource, path), noneOf('false'), false).map(({ span, value }) => ({
        span,
        message: `DeletionProtectionEnabled is ${value ? 'off' : 'not set'}: whoever may delete the table can do so in one step.`,
      }));
    },
  },
  {
    id: 'dynamodb-public-policy',
    service: 'dynamodb',
    title: 'Table open to everyone by its policy',
    why: 'A policy that lets any principal in gives the items to every AWS account.',
    severity: 'warning',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 'dynamodb#resource-policy',
    types: table,
    check: (resource) =>
      openStatements(resource, 'ResourcePolicy.PolicyDocument').map((statement) => ({
        span: propertyOf(statement, 'Principal')?.nameSpan ?? statement,
        message: 'Anybody may do this, without a condition. Name the accounts or roles that need the table.',
      })),
  },
];
