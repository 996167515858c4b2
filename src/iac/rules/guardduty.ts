import { always, isFalse } from '../model';
import { demand, placesAt, switchedOn } from './demands';
import type { Rule } from './rule';

const detector = ['AWS::GuardDuty::Detector'];
const oldSwitches = [
  'DataSources.S3Logs.Enable',
  'DataSources.Kubernetes.AuditLogs.Enable',
  'DataSources.MalwareProtection.ScanEc2InstanceWithFindings.EbsVolumes',
];

export const guarddutyRules: readonly Rule[] = [
  switchedOn(
    {
      id: 'guardduty-disabled',
      service: 'guardduty',
      title: 'Detector that is switched off',
      why: 'A suspended detector looks at nothing and reports nothing.',
      severity: 'information',
      tasks: ['sap-c02/1.2', 'sap-c02/3.2', 'saa-c03/1.2', 'sap-2014/6.1'],
      fact: 'guardduty#regional',
      types: detector,
    },
    {
      path: 'Enable',
      onByDefault: true,
      message: (how) => `Enable ${how}: GuardDuty watches nothing in this Region.`,
      fix: { title: 'Enable GuardDuty', value: true },
    },
  ),
  demand(
    {
      id: 'guardduty-publishing-slow',
      service: 'guardduty',
      title: 'Repeated findings reported after hours',
      why: 'What goes on happening reaches EventBridge every six hours only, and with it whoever should act.',
      severity: 'hint',
      tasks: ['sap-c02/3.2', 'saa-c03/1.2'],
      fact: 'guardduty#events',
      types: detector,
    },
    {
      path: 'FindingPublishingFrequency',
      is: (known) => known === 'FIFTEEN_MINUTES' || known === 'ONE_HOUR',
      whenAbsent: false,
      message: (how) => `FindingPublishingFrequency ${how}, so updates of a finding take up to six hours. FIFTEEN_MINUTES is the shortest.`,
      fix: { title: 'Publish every 15 minutes', value: 'FIFTEEN_MINUTES' },
    },
  ),
  {
    id: 'guardduty-plan-off',
    service: 'guardduty',
    title: 'Protection plan switched off',
    why: 'Each plan watches what the foundation does not see: S3 data events, Kubernetes audit logs, malware.',
    severity: 'hint',
    tasks: ['sap-c02/3.2', 'saa-c03/1.2', 'sap-2014/6.5'],
    fact: 'guardduty#plans',
    types: detector,
    check: (resource) =>
      [
        ...placesAt(resource, 'Features.*.Status').filter(({ value }) => always(value, (known) => known === 'DISABLED')),
        ...oldSwitches.flatMap((path) => placesAt(resource, path).filter(({ value }) => always(value, isFalse))),
      ].map(({ span }) => ({
        span,
        message: 'This protection plan is off, so GuardDuty does not look there. Switch it on where the account has such resources.',
      })),
  },
];
