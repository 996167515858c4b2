import { atLeast, noneOf } from './databaseParts';
import { demand, placesAt, wrongPlaces } from './demands';
import type { Rule } from './rule';

const cluster = ['AWS::DAX::Cluster'];

export const daxRules: readonly Rule[] = [
  {
    id: 'dax-unencrypted',
    service: 'dax',
    title: 'DAX cluster not encrypted at rest',
    why: 'What DAX writes to disk lies in the clear, and encryption can only be chosen when the cluster is made.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'dax#at-rest',
    types: cluster,
    check: (resource) =>
      wrongPlaces(placesAt(resource, 'SSESpecification.SSEEnabled'), noneOf('false'), false).map(({ span, value }) => ({
        span,
        message: `SSEEnabled is ${value ? 'off' : 'not set'}: what DAX writes to disk is in the clear. It can only be chosen when the cluster is made.`,
      })),
  },
  demand(
    {
      id: 'dax-tls-off',
      service: 'dynamodb',
      title: 'DAX cluster without TLS',
      why: 'Items cross the network between application and cache as they are.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'dynamodb#dax-encryption',
      types: cluster,
    },
    {
      path: 'ClusterEndpointEncryptionType',
      is: noneOf('none'),
      whenAbsent: false,
      message: (how) => `ClusterEndpointEncryptionType ${how}: items cross the network in the clear. TLS can only be chosen when the cluster is made.`,
    },
  ),
  demand(
    {
      id: 'dax-few-nodes',
      service: 'dynamodb',
      title: 'DAX cluster of fewer than three nodes',
      why: 'When the only node fails, every read goes to the table until it is replaced.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'dynamodb#dax-nodes',
      types: cluster,
    },
    {
      path: 'ReplicationFactor',
      is: atLeast(3),
      whenAbsent: true,
      message: (how) => `ReplicationFactor ${how}. AWS advises three nodes in different zones for production.`,
    },
  ),
];
