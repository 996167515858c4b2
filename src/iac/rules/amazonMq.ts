import { demand, passes, placesAt, surely, switchedOff, switchedOn } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

const ofBroker = { service: 'amazon-mq', types: ['AWS::AmazonMQ::Broker'] } as const;

export const amazonMqRules: readonly Rule[] = [
  switchedOff(
    {
      ...ofBroker,
      id: 'amazon-mq-public',
      title: 'Broker open to the internet',
      why: 'A public broker and its console can be tried by anybody, and that cannot be changed later.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'amazon-mq#private',
    },
    { path: 'PubliclyAccessible', message: (how) => `Public access ${how}: the internet reaches this broker. Keep it in the VPC.` },
  ),
  {
    ...ofBroker,
    id: 'amazon-mq-own-key',
    title: 'Broker without a KMS key of your own',
    why: 'Brokers are always encrypted; a key of your own lets you decide and audit who may decrypt.',
    severity: 'hint',
    tasks: themes.data,
    fact: 'amazon-mq#encryption',
    check: (resource) => {
      const [owned] = placesAt(resource, 'EncryptionOptions.UseAwsOwnedKey');
      const verdict = owned?.value ? passes(owned.value, (known) => known === true || known === 'true', true) : owned?.missing;
      if (!owned || verdict !== true || placesAt(resource, 'EncryptionOptions.KmsKeyId').some(({ missing }) => !missing)) return undefined;
      return [
        { span: owned.span, message: 'The broker is encrypted with a key that AWS owns. Name a key of your own in EncryptionOptions to control and audit it.' },
      ];
    },
  },
  switchedOn(
    {
      ...ofBroker,
      id: 'amazon-mq-general-logs-off',
      title: 'Broker without general logs',
      why: 'Without logs nobody can see why a broker refuses or loses connections.',
      severity: 'information',
      tasks: themes.operation,
      fact: 'amazon-mq#logs',
    },
    { path: 'Logs.General', message: (how) => `General logging ${how}: the broker writes nothing to CloudWatch Logs.` },
  ),
  switchedOn(
    {
      ...ofBroker,
      id: 'amazon-mq-audit-logs-off',
      title: 'Broker without audit logs',
      why: 'Audit logs say who changed what over JMX or the console; RabbitMQ brokers have none.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'amazon-mq#logs',
    },
    {
      path: 'Logs.Audit',
      when: (resource) => surely(resource, 'EngineType', (engine) => /^activemq$/i.test(String(engine))),
      message: (how) => `Audit logging ${how}: changes by JMX or the web console leave no trace.`,
    },
  ),
  switchedOn(
    {
      ...ofBroker,
      id: 'amazon-mq-minor-upgrades-off',
      title: 'Broker without automatic upgrades',
      why: 'New patch versions bring the security fixes; recent engine versions do not let you refuse them.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'amazon-mq#minor-upgrades',
    },
    {
      path: 'AutoMinorVersionUpgrade',
      onByDefault: true,
      message: (how) => `Automatic upgrades ${how}: patch versions wait for you. Current engine versions demand it to be on.`,
      fix: { title: 'Upgrade automatically', value: true },
    },
  ),
  demand(
    {
      ...ofBroker,
      id: 'amazon-mq-single-instance',
      title: 'Broker on a single instance',
      why: 'A single instance takes the queues down with its zone, and during each maintenance.',
      severity: 'information',
      tasks: themes.reliability,
      fact: 'amazon-mq#deployment',
    },
    {
      path: 'DeploymentMode',
      is: (mode) => mode !== 'SINGLE_INSTANCE',
      whenAbsent: true,
      message: () => 'One instance stands in one zone. Use ACTIVE_STANDBY_MULTI_AZ, or CLUSTER_MULTI_AZ for RabbitMQ; changing it replaces the broker.',
    },
  ),
];
