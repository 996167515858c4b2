import { numberOf, propertyAt } from '../model';
import { oneSwitchedOn } from './composition';
import { demand, required, switchedOff, switchedOn } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

// Kafka clusters have no note of their own; they stand in the one on streams.
const ofCluster = { service: 'kinesis', types: ['AWS::MSK::Cluster'] } as const;

const rules: readonly Rule[] = [
  demand(
    {
      ...ofCluster,
      id: 'msk-plaintext',
      title: 'Kafka cluster that talks in plain text',
      why: 'Without TLS the records and the passwords of clients cross the network in the clear.',
      severity: 'information',
      tasks: themes.data,
      fact: 'kinesis#msk-in-transit',
    },
    {
      path: 'EncryptionInfo.EncryptionInTransit.ClientBroker',
      is: (setting) => setting === 'TLS',
      whenAbsent: true,
      message: (how) => `The encryption between clients and brokers ${how}: records may travel in the clear. Use TLS.`,
    },
  ),
  switchedOn(
    {
      ...ofCluster,
      id: 'msk-brokers-plaintext',
      title: 'Kafka brokers that talk in plain text',
      why: 'Replication between brokers carries every record.',
      severity: 'information',
      tasks: themes.data,
      fact: 'kinesis#msk-in-transit',
    },
    {
      path: 'EncryptionInfo.EncryptionInTransit.InCluster',
      onByDefault: true,
      message: (how) => `Encryption between the brokers ${how}: replicas travel in the clear. It can be set only when the cluster is created.`,
    },
  ),
  required(
    {
      ...ofCluster,
      id: 'msk-own-key',
      title: 'Kafka cluster without a KMS key of your own',
      why: 'MSK always encrypts its volumes; a key of your own lets you decide and audit who may decrypt.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'kinesis#msk-at-rest',
    },
    {
      paths: ['EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId'],
      message: 'The volumes are encrypted with a key that AWS manages. Name a key of your own in DataVolumeKMSKeyId; it can be chosen only at creation.',
    },
  ),
  demand(
    {
      ...ofCluster,
      id: 'msk-public',
      title: 'Kafka cluster open to the internet',
      why: 'Brokers with public addresses can be tried by anybody.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'kinesis#msk-public',
    },
    {
      path: 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type',
      is: (type) => type !== 'SERVICE_PROVIDED_EIPS',
      whenAbsent: true,
      message: () => 'The brokers get public addresses. Keep them in the VPC and reach them by peering, PrivateLink or a VPN.',
    },
  ),
  switchedOff(
    {
      ...ofCluster,
      id: 'msk-unauthenticated',
      title: 'Kafka cluster that asks for no login',
      why: 'Any client that reaches an unauthenticated listener reads and writes every topic without an access list.',
      severity: 'information',
      tasks: themes.access,
      fact: 'kinesis#msk-authentication',
    },
    {
      path: 'ClientAuthentication.Unauthenticated.Enabled',
      message: () => 'Clients need no login. Use IAM, SASL/SCRAM or TLS certificates.',
    },
  ),
  oneSwitchedOn(
    {
      ...ofCluster,
      id: 'msk-logs-off',
      title: 'Kafka cluster without broker logs',
      why: 'Broker logs are what there is to find out why a cluster misbehaves.',
      severity: 'information',
      tasks: themes.operation,
      fact: 'kinesis#msk-logs',
    },
    {
      paths: ['CloudWatchLogs', 'S3', 'Firehose'].map((target) => `LoggingInfo.BrokerLogs.${target}.Enabled`),
      on: (known) => known === true || known === 'true',
      message: 'The brokers log nowhere. Send their logs to CloudWatch Logs, S3 or Firehose.',
    },
  ),
  demand(
    {
      ...ofCluster,
      id: 'msk-default-monitoring',
      title: 'Kafka cluster with the least metrics',
      why: 'At the default level there are no metrics of single brokers or topics beyond the basic ones.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'kinesis#msk-monitoring',
    },
    {
      path: 'EnhancedMonitoring',
      is: (level) => level !== 'DEFAULT',
      whenAbsent: false,
      message: (how) => `Enhanced monitoring ${how}. PER_BROKER or finer shows which broker or topic is in trouble, at a charge.`,
    },
  ),
  {
    ...ofCluster,
    id: 'msk-two-zones',
    title: 'Kafka cluster in two zones',
    why: 'With three zones the loss of one leaves two replicas and the cluster writable.',
    severity: 'hint',
    tasks: themes.reliability,
    fact: 'kinesis#msk-brokers',
    check: (resource) => {
      const brokers = propertyAt(resource, 'NumberOfBrokerNodes')?.value;
      if (!brokers || numberOf(brokers) !== 2) return undefined;
      return [{ span: brokers, message: 'Two brokers leave one when a zone fails. AWS advises three zones with a replica in each.' }];
    },
  },
];

export const mskRules: readonly Rule[] = rules;
