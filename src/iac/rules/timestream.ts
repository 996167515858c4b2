import { noneOf } from './databaseParts';
import { demand, required, switchedOff } from './demands';
import type { Rule } from './rule';

const influx = ['AWS::Timestream::InfluxDBInstance'];

export const timestreamRules: readonly Rule[] = [
  required(
    {
      id: 'timestream-no-own-key',
      service: 'timestream',
      title: 'Time series without a key of your own',
      why: 'The policy of the AWS managed key cannot be changed, so access to it cannot be narrowed.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'timestream#kms-key',
      types: ['AWS::Timestream::Database'],
    },
    {
      paths: ['KmsKeyId'],
      message: 'The database is encrypted with the key that Timestream manages in the account. Name a key of your own in KmsKeyId to govern who may use it.',
    },
  ),
  {
    id: 'timestream-live-analytics-closed',
    service: 'timestream',
    title: 'Timestream for LiveAnalytics',
    why: 'New customers cannot make one, so the stack fails in an account that never had it.',
    severity: 'hint',
    tasks: ['saa-c03/3.3', 'sap-c02/4.4'],
    fact: 'timestream#live-analytics',
    types: ['AWS::Timestream::Database'],
    check: (resource) => [
      {
        span: resource.typeSpan,
        message: 'Timestream for LiveAnalytics has been closed to new customers since June 2025. New designs take Timestream for InfluxDB.',
      },
    ],
  },
  switchedOff(
    {
      id: 'timestream-influx-public',
      service: 'timestream',
      title: 'InfluxDB instance reachable from the internet',
      why: 'A public address puts only a security group between the data and the internet.',
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'timestream#influx-public',
      types: influx,
    },
    { path: 'PubliclyAccessible', message: () => 'PubliclyAccessible is on: the instance has a public address. Keep it in private subnets.' },
  ),
  demand(
    {
      id: 'timestream-influx-single-az',
      service: 'timestream',
      title: 'InfluxDB instance in one Availability Zone',
      why: 'The loss of the zone takes the database down.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'timestream#deployment',
      types: influx,
    },
    {
      path: 'DeploymentType',
      is: noneOf('SINGLE_AZ'),
      whenAbsent: false,
      message: (how) => `DeploymentType ${how}: no standby takes over when the instance or its zone fails. WITH_MULTIAZ_STANDBY keeps one.`,
    },
  ),
  required(
    {
      id: 'timestream-influx-logs-off',
      service: 'timestream',
      title: 'InfluxDB instance without logs',
      why: 'What the engine reports of errors and slow queries is kept nowhere.',
      severity: 'hint',
      tasks: ['sap-c02/3.1'],
      fact: 'timestream#influx-logs',
      types: influx,
    },
    { paths: ['LogDeliveryConfiguration'], message: 'LogDeliveryConfiguration is not set, so the logs of the engine are kept nowhere. Send them to a bucket.' },
  ),
];
