import { required, switchedOn } from './demands';
import type { Rule } from './rule';

const alarms = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];

export const cloudwatchRules: readonly Rule[] = [
  required(
    {
      id: 'cloudwatch-alarm-no-action',
      service: 'cloudwatch',
      title: 'Alarm that nobody hears',
      why: 'An alarm without action changes its colour in the console, and nothing else happens.',
      severity: 'information',
      tasks: ['sap-c02/3.1', 'sap-c02/3.4', 'saa-c03/2.2', 'sap-2014/6.1'],
      fact: 'cloudwatch#alarm-actions',
      types: alarms,
    },
    {
      paths: ['AlarmActions', 'OKActions', 'InsufficientDataActions'],
      // Alarms under a composite alarm are meant to be quiet.
      when: (resource, context) => resource.type.endsWith('CompositeAlarm') || context.ofType('AWS::CloudWatch::CompositeAlarm').length === 0,
      message: 'This alarm does nothing when it goes off. Give it AlarmActions, such as an SNS topic.',
    },
  ),
  switchedOn(
    {
      id: 'cloudwatch-alarm-actions-disabled',
      service: 'cloudwatch',
      title: 'Alarm with its actions switched off',
      why: 'Actions that were switched off for maintenance and never again on are missing in the next failure.',
      severity: 'information',
      tasks: ['sap-c02/3.1', 'sap-c02/3.4', 'saa-c03/2.2', 'sap-2014/6.1'],
      fact: 'cloudwatch#actions-enabled',
      types: alarms,
    },
    {
      path: 'ActionsEnabled',
      onByDefault: true,
      message: (how) => `ActionsEnabled ${how}: the alarm goes off and tells nobody.`,
      fix: { title: 'Enable the actions', value: true },
    },
  ),
  required(
    {
      id: 'cloudwatch-alarm-missing-data',
      service: 'cloudwatch',
      title: 'Alarm that does not say what missing data means',
      why: 'When the source fails, its metric often stops; only you know whether that is good or bad.',
      severity: 'hint',
      tasks: ['sap-c02/3.4', 'saa-c03/2.2', 'sap-2014/6.1'],
      fact: 'cloudwatch#missing-data',
      types: ['AWS::CloudWatch::Alarm'],
    },
    {
      paths: ['TreatMissingData'],
      message:
        'TreatMissingData is not set: without data the alarm ends in INSUFFICIENT_DATA. Say breaching where silence means failure, notBreaching where it means rest.',
    },
  ),
];
