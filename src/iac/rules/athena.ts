import { demand, required, surely, surelyUnset, switchedOn, type Guard } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

const ofWorkGroup = { service: 'athena', types: ['AWS::Athena::WorkGroup'] } as const;

const managedResults = 'WorkGroupConfiguration.ManagedQueryResultsConfiguration.Enabled';

/** Results that Athena keeps itself are encrypted. */
const keepsNoResults: Guard = (resource) => surelyUnset(resource, managedResults) || surely(resource, managedResults, (on) => on === false || on === 'false');

export const athenaRules: readonly Rule[] = [
  required(
    {
      ...ofWorkGroup,
      id: 'athena-results-unencrypted',
      title: 'Workgroup that asks for no encryption of results',
      why: "Results repeat the data that was asked for; without a setting the bucket's default encryption decides.",
      severity: 'hint',
      tasks: themes.data,
      fact: 'athena#results-encryption',
    },
    {
      paths: [
        'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration',
        'WorkGroupConfigurationUpdates.ResultConfigurationUpdates.EncryptionConfiguration',
      ],
      when: keepsNoResults,
      message: "The workgroup asks for no encryption of query results, so only the bucket's default applies. Set EncryptionConfiguration, best with SSE_KMS.",
    },
  ),
  switchedOn(
    {
      ...ofWorkGroup,
      id: 'athena-not-enforced',
      title: 'Workgroup whose settings clients may override',
      why: 'A client can then write results elsewhere and without encryption.',
      severity: 'information',
      tasks: themes.access,
      fact: 'athena#enforce',
    },
    {
      path: 'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
      message: (how) => `Enforcement ${how}: nothing here keeps clients from choosing another place and no encryption for their results.`,
      fix: { title: 'Enforce the settings', value: true },
    },
  ),
  switchedOn(
    {
      ...ofWorkGroup,
      id: 'athena-metrics-off',
      title: 'Workgroup without metrics',
      why: 'Metrics show how much the users of a workgroup scan, and let an alarm watch it.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'athena#metrics',
    },
    {
      path: 'WorkGroupConfiguration.PublishCloudWatchMetricsEnabled',
      message: (how) => `Publishing of metrics ${how}, so nothing here makes CloudWatch see what queries scan.`,
      fix: { title: 'Publish metrics', value: true },
    },
  ),
  demand(
    {
      ...ofWorkGroup,
      id: 'athena-no-scan-limit',
      title: 'Workgroup without a limit on scanned data',
      why: 'One careless query over a whole lake costs as much as it reads.',
      severity: 'hint',
      tasks: themes.cost,
      fact: 'athena#scan-limit',
    },
    {
      path: 'WorkGroupConfiguration.BytesScannedCutoffPerQuery',
      is: () => true,
      whenAbsent: false,
      message: (how) => `The limit on bytes scanned ${how}: one query may read, and cost, any amount.`,
    },
  ),
];
