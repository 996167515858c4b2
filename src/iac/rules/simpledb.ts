import type { Rule } from './rule';

export const simpledbRules: readonly Rule[] = [
  {
    id: 'simpledb-domain',
    service: 'simpledb',
    title: 'Domain of SimpleDB',
    why: 'A domain ends at 10 GB, and whoever outgrows it has to split the data; DynamoDB took its place.',
    severity: 'hint',
    tasks: ['saa-c03/3.3', 'sap-c02/4.4'],
    fact: 'simpledb#domain-size',
    types: ['AWS::SDB::Domain'],
    check: (resource) => [
      { span: resource.typeSpan, message: 'SimpleDB is the forerunner of DynamoDB, and a domain ends at 10 GB. New designs take DynamoDB.' },
    ],
  },
];
