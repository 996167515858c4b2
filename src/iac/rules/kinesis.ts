import { always, isAbsent, knownAt, numberOf, propertyAt } from '../model';
import type { Rule } from './rule';

const stream = ['AWS::Kinesis::Stream'];

export const kinesisRules: readonly Rule[] = [
  {
    id: 'kinesis-unencrypted',
    service: 'kinesis',
    title: 'Stream without encryption at rest',
    why: 'A stream made from a template is encrypted only when the template says so.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'kinesis#encryption',
    types: stream,
    check: (resource) => {
      const type = propertyAt(resource, 'StreamEncryption.EncryptionType')?.value;
      if (type ? !always(type, (value) => value === 'NONE') : !isAbsent(resource, 'StreamEncryption')) return undefined;
      return [
        { span: type ?? resource.typeSpan, message: 'Records are not encrypted at rest. Set StreamEncryption with a KMS key; alias/aws/kinesis will do.' },
      ];
    },
  },
  {
    id: 'kinesis-shards-ignored',
    service: 'kinesis',
    title: 'Shards counted on an on-demand stream',
    why: 'On-demand mode sizes the stream itself; a shard count belongs to provisioned mode.',
    severity: 'warning',
    tasks: ['saa-c03/3.5', 'sap-c02/2.5'],
    fact: 'kinesis#capacity',
    types: stream,
    check: (resource) => {
      const mode = knownAt(resource, 'StreamModeDetails.StreamMode');
      const count = propertyAt(resource, 'ShardCount');
      if (mode?.value !== 'ON_DEMAND' || mode.parameter !== undefined || !count || numberOf(count.value) === undefined) return undefined;
      return [{ span: count.nameSpan, message: 'An on-demand stream takes no ShardCount.' }];
    },
  },
];
