import { propertyOf } from '../model';
import { passes, surely } from './demands';
import type { Rule } from './rule';

/** Types that hold data of their own and are deleted with their stack unless it says otherwise; RDS and DynamoDB have rules of their own. */
const stores = [
  'AWS::DocDB::DBCluster',
  'AWS::DynamoDB::GlobalTable',
  'AWS::EFS::FileSystem',
  'AWS::FSx::FileSystem',
  'AWS::MemoryDB::Cluster',
  'AWS::Neptune::DBCluster',
  'AWS::NeptuneGraph::Graph',
  'AWS::Redshift::Cluster',
  'AWS::RedshiftServerless::Namespace',
  'AWS::Timestream::InfluxDBInstance',
  'AWS::Timestream::Table',
];

export const dataStoreDeletionRules: readonly Rule[] = [
  {
    id: 'data-store-deletion-policy',
    service: 'cloudformation',
    title: 'Data store deleted with its stack',
    why: 'A stack that is removed, or a resource that leaves its template, takes the data along.',
    severity: 'hint',
    tasks: ['sap-c02/2.1', 'sap-c02/2.2'],
    fact: 'cloudformation#deletion-default',
    types: stores,
    check: (resource) => {
      const policy = propertyOf(resource.attributes, 'DeletionPolicy')?.value;
      if (['DeletionProtection', 'DeletionProtectionEnabled'].some((name) => surely(resource, name, (known) => String(known).toLowerCase() === 'true')))
        return undefined;
      // What an L2 construct sets by itself is not known for all of them, and an app may set it later.
      if (!policy) {
        if (resource.construct !== undefined || !resource.attributes.complete) return undefined;
        return [
          {
            span: resource.typeSpan,
            message: 'Without a DeletionPolicy the data goes with the stack. Write Retain, or Snapshot where the type has snapshots.',
          },
        ];
      }
      if (passes(policy, (value) => value !== 'Delete') !== false) return undefined;
      return [
        {
          span: { start: policy.start, end: policy.end },
          message: 'DeletionPolicy is Delete, so the data goes with the stack. Write Retain, or Snapshot where the type has snapshots.',
        },
      ];
    },
  },
];
