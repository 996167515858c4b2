import { always } from '../model';
import { isUnset, placesAt, required, surelyUnset, switchedOn, type RuleHeader } from './demands';
import type { Rule } from './rule';

const trail: Pick<RuleHeader, 'service' | 'types' | 'tasks'> = {
  service: 'cloudtrail',
  types: ['AWS::CloudTrail::Trail'],
  tasks: ['sap-c02/1.2', 'sap-c02/3.2', 'saa-c03/1.2', 'sap-2014/6.1'],
};

export const cloudtrailRules: readonly Rule[] = [
  switchedOn(
    {
      ...trail,
      id: 'cloudtrail-single-region',
      title: 'Trail of one Region',
      why: 'Intruders work in Regions where nobody looks.',
      severity: 'information',
      fact: 'cloudtrail#multi-region',
    },
    { path: 'IsMultiRegionTrail', message: (how) => `IsMultiRegionTrail ${how}: calls in other Regions leave no trace in this trail.` },
  ),
  switchedOn(
    {
      ...trail,
      id: 'cloudtrail-validation-off',
      title: 'Trail without log file validation',
      why: 'Without digests nobody can prove that a log file is complete and unchanged.',
      severity: 'information',
      fact: 'cloudtrail#validation',
    },
    {
      path: 'EnableLogFileValidation',
      message: (how) => `EnableLogFileValidation ${how}: a log file that somebody changed or deleted cannot be told from a sound one.`,
      fix: { title: 'Validate log files', value: true },
    },
  ),
  required(
    {
      ...trail,
      id: 'cloudtrail-no-kms-key',
      title: 'Trail without a KMS key',
      why: 'A key of your own decides who may read the log beyond the policy of the bucket.',
      severity: 'hint',
      fact: 'cloudtrail#encryption',
    },
    { paths: ['KMSKeyId'], message: "No KMSKeyId is set: S3's own keys encrypt the log files. With a KMS key readers need its permission too." },
  ),
  required(
    {
      ...trail,
      id: 'cloudtrail-no-cloudwatch-logs',
      title: 'Trail that goes to no log group',
      why: 'A bucket keeps evidence; alarms on suspicious calls need CloudWatch Logs or EventBridge.',
      severity: 'hint',
      fact: 'cloudtrail#trail',
    },
    {
      paths: ['CloudWatchLogsLogGroupArn'],
      message: 'No CloudWatchLogsLogGroupArn is set: events can be searched in the bucket only, and metric filters have nothing to watch.',
    },
  ),
  switchedOn(
    {
      ...trail,
      id: 'cloudtrail-not-logging',
      title: 'Trail that records nothing',
      why: 'A trail that is switched off looks like an audit and is none.',
      severity: 'warning',
      fact: 'cloudtrail#trail',
    },
    {
      path: 'IsLogging',
      onByDefault: true,
      message: (how) => `IsLogging ${how}: the trail exists and records nothing.`,
      fix: { title: 'Start logging', value: true },
    },
  ),
  switchedOn(
    {
      ...trail,
      id: 'cloudtrail-global-events-off',
      title: 'Trail without events of global services',
      why: 'Sign-ins and changes of IAM are what an investigation asks for first.',
      severity: 'information',
      fact: 'cloudtrail#global-services',
    },
    {
      path: 'IncludeGlobalServiceEvents',
      onByDefault: true,
      message: (how) => `IncludeGlobalServiceEvents ${how}: calls of IAM, STS and CloudFront are missing. A multi-Region trail must include them.`,
    },
  ),
  {
    ...trail,
    id: 'cloudtrail-no-data-events',
    title: 'Trail without data events',
    why: 'Who read which object, and who invoked which function, is recorded as data events only.',
    severity: 'hint',
    fact: 'cloudtrail#data-events',
    check: (resource) => {
      const places = placesAt(resource, 'EventSelectors.*.DataResources');
      const [first] = places;
      if (!first || !places.every(isUnset) || !surelyUnset(resource, 'AdvancedEventSelectors')) return undefined;
      return [
        {
          span: first.span,
          message: 'Only management events are recorded. Reads and writes of S3 objects and other data events need selectors of their own, and are billed.',
        },
      ];
    },
  },
  {
    ...trail,
    id: 'cloudtrail-management-events-partial',
    title: 'Trail that leaves out management events',
    why: 'What a selector leaves out is missing when somebody asks who did it.',
    severity: 'hint',
    fact: 'cloudtrail#management-events',
    check: (resource) => [
      ...placesAt(resource, 'EventSelectors.*.IncludeManagementEvents').flatMap(({ value, span }) =>
        always(value, (known) => known === false || known === 'false')
          ? [{ span, message: 'This selector leaves out management events. Make sure that another trail records them.' }]
          : [],
      ),
      ...placesAt(resource, 'EventSelectors.*.ReadWriteType').flatMap(({ value, span }) =>
        always(value, (known) => known === 'ReadOnly' || known === 'WriteOnly')
          ? [{ span, message: 'This selector records only reads or only writes. All shows both, and the first copy of management events is free.' }]
          : [],
      ),
    ],
  },
  required(
    {
      ...trail,
      id: 'cloudtrail-no-topic',
      title: 'Trail that notifies nobody',
      why: 'A topic tells the programs that read the log of each new file.',
      severity: 'hint',
      fact: 'cloudtrail#delay',
    },
    { paths: ['SnsTopicName'], message: 'No SnsTopicName is set, so nobody is told of new log files. A topic lets a reader start at once.' },
  ),
];
