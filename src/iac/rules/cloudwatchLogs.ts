import { propertyOf } from '../model';
import { demand, required, surely, type Guard } from './demands';
import { openStatements } from './policy';
import type { Rule } from './rule';

const group = ['AWS::Logs::LogGroup'];
/** Days. A year is what Security Hub asks for, so that a late investigation finds its traces. */
const year = 365;

/** Groups of the class DELIVERY have a retention of their own. */
const keepsLogs: Guard = (resource) => !surely(resource, 'LogGroupClass', (known) => known === 'DELIVERY');

export const cloudwatchLogsRules: readonly Rule[] = [
  required(
    {
      id: 'logs-no-retention',
      service: 'cloudwatch-logs',
      title: 'Log group that keeps everything for ever',
      why: 'Logs that nobody deletes cost more each month, and may hold data that should be gone.',
      severity: 'hint',
      tasks: ['sap-c02/3.1', 'saa-c03/1.2', 'sap-2014/6.1'],
      fact: 'cloudwatch-logs#retention',
      types: group,
    },
    {
      paths: ['RetentionInDays'],
      when: keepsLogs,
      message: 'RetentionInDays is not set: the log events never expire and are billed for ever. Choose how long they are needed.',
    },
  ),
  demand(
    {
      id: 'logs-retention-short',
      service: 'cloudwatch-logs',
      title: 'Logs kept for less than a year',
      why: 'Many intrusions are found after months, when short logs are gone.',
      severity: 'hint',
      tasks: ['sap-c02/3.2', 'saa-c03/1.2', 'sap-2014/6.1'],
      fact: 'cloudwatch-logs#retention',
      types: group,
    },
    {
      path: 'RetentionInDays',
      is: (days) => !(Number(days) < year),
      whenAbsent: true,
      when: keepsLogs,
      message: (how) => `RetentionInDays ${how}. Logs for audits should last a year; for debugging less is enough.`,
    },
  ),
  required(
    {
      id: 'logs-no-kms-key',
      service: 'cloudwatch-logs',
      title: 'Log group without a KMS key of your own',
      why: 'Who may read logs with personal data can then be decided by a key policy as well.',
      severity: 'hint',
      tasks: ['sap-c02/3.2', 'saa-c03/1.2', 'sap-2014/6.1'],
      fact: 'cloudwatch-logs#kms',
      types: group,
    },
    { paths: ['KmsKeyId'], message: 'No KmsKeyId is set: CloudWatch Logs encrypts with its own keys. A KMS key of your own can be audited and taken away.' },
  ),
  {
    id: 'logs-policy-anybody',
    service: 'cloudwatch-logs',
    title: 'Log policy open to everyone',
    why: 'A resource policy with * and no condition lets strangers write into the logs of the account.',
    severity: 'warning',
    tasks: ['sap-c02/3.2', 'saa-c03/1.2'],
    fact: 'cloudwatch-logs#groups',
    types: ['AWS::Logs::ResourcePolicy', 'AWS::Logs::Destination'],
    check: (resource) =>
      openStatements(resource, resource.type.endsWith('Destination') ? 'DestinationPolicy' : 'PolicyDocument').map((statement) => ({
        span: propertyOf(statement, 'Principal')?.nameSpan ?? statement,
        message: 'Anybody with an AWS account may do this. Name the services or accounts that send logs.',
      })),
  },
];
