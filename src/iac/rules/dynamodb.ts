import { always, isAbsent, isFalse, knownAt, propertyAt, propertyOf } from '../model';
import type { Rule } from './rule';

const table = ['AWS::DynamoDB::Table'];
/** Names that say the value is the same for all items of a day, an hour or a state. */
const hotKey = /^(?:(?:created|updated|event|order)?[_-]?(?:date|day|month|year|hour|week))$|^(?:status|state|type|category|country|gender|isactive|active)$/i;

export const dynamodbRules: readonly Rule[] = [
  {
    id: 'dynamodb-hot-partition-key',
    service: 'dynamodb',
    title: 'Partition key that heats one partition',
    why: 'A date or a state as partition key sends the traffic of the moment to one partition, with its 3,000 read and 1,000 write units.',
    severity: 'information',
    tasks: ['saa-c03/3.3', 'sap-c02/2.5', 'sap-2014/5.2'],
    fact: 'dynamodb#spread-keys',
    types: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
    check: (resource) => {
      const schema = propertyAt(resource, 'KeySchema')?.value;
      for (const element of schema?.kind === 'list' ? schema.items : []) {
        const name = propertyOf(element, 'AttributeName')?.value;
        const keyType = propertyOf(element, 'KeyType')?.value;
        if (always(keyType, (value) => value === 'HASH') && name?.kind === 'known' && hotKey.test(String(name.value))) {
          return [
            {
              span: name,
              message: `"${String(name.value)}" as partition key puts all items of one ${/date|day|month|year|hour|week/i.test(String(name.value)) ? 'period' : 'value'} into one partition. Lead with something that spreads, such as a customer or device, and sort by this.`,
            },
          ];
        }
      }
      return undefined;
    },
  },
  {
    id: 'dynamodb-no-recovery',
    service: 'dynamodb',
    title: 'No point-in-time recovery',
    why: 'Replication over zones does not undo a bad write; point-in-time recovery goes back to any second of up to 35 days.',
    severity: 'hint',
    tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
    fact: 'dynamodb#pitr',
    types: table,
    check: (resource) => {
      const path = 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled';
      const value = propertyAt(resource, path)?.value;
      if (value ? !always(value, isFalse) : !isAbsent(resource, path)) return undefined;
      return [{ span: value ?? resource.typeSpan, message: 'Point-in-time recovery is off: a bad write or a deleted item cannot be undone.' }];
    },
  },
  {
    id: 'dynamodb-deletion-policy',
    service: 'dynamodb',
    title: 'Table deleted with its stack',
    why: 'A table without a DeletionPolicy, or one whose key changes, goes with all its items.',
    severity: 'hint',
    tasks: ['sap-c02/2.1', 'sap-c02/2.2'],
    fact: 'dynamodb#deletion-protection',
    types: table,
    check: (resource) => {
      const policy = propertyOf(resource.attributes, 'DeletionPolicy')?.value;
      const protection = propertyAt(resource, 'DeletionProtectionEnabled')?.value;
      if (protection && !always(protection, isFalse)) return undefined;
      if (!protection && !isAbsent(resource, 'DeletionProtectionEnabled')) return undefined;
      if (policy ? !always(policy, (value) => value === 'Delete') : resource.construct !== undefined) return undefined;
      return [
        {
          span: policy ?? resource.typeSpan,
          message: `The table is deleted with its stack${policy ? '' : ', for it has no DeletionPolicy'}. Retain it, or turn deletion protection on.`,
        },
      ];
    },
  },
  {
    id: 'dynamodb-capacity-ignored',
    service: 'dynamodb',
    title: 'Capacity given to an on-demand table',
    why: 'On-demand mode takes no read and write capacity; CloudFormation refuses both together.',
    severity: 'warning',
    tasks: ['saa-c03/4.3', 'sap-c02/2.6'],
    fact: 'dynamodb#billing-mode',
    types: table,
    check: (resource) => {
      const mode = knownAt(resource, 'BillingMode');
      const throughput = propertyAt(resource, 'ProvisionedThroughput');
      if (mode?.value !== 'PAY_PER_REQUEST' || mode.parameter !== undefined || throughput?.value.kind !== 'map') return undefined;
      if (!throughput.value.entries.some(({ value }) => value.kind === 'known')) return undefined;
      return [{ span: throughput.nameSpan, message: 'BillingMode is PAY_PER_REQUEST, so the table must not have a ProvisionedThroughput.' }];
    },
  },
];
