import { always, isFalse, knownAt, numberOf, propertyAt } from '../model';
import { written, type Rule } from './rule';

const volume = ['AWS::EC2::Volume'];
/** Up to this size in GiB the baseline of gp3, 3,000 IOPS and 125 MiB/s, serves what gp2 gives; a larger gp2 volume moves up to 250 MiB/s. */
const gp2SizeOfGp3Baseline = 170;

export const ebsRules: readonly Rule[] = [
  {
    id: 'ebs-gp2',
    service: 'ebs',
    title: 'gp2 volume',
    why: 'gp3 costs less per GiB and has 3,000 IOPS whatever its size; gp2 buys IOPS with capacity.',
    severity: 'hint',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
    fact: 'ebs#gp3-first',
    types: volume,
    check: (resource, { template }) => {
      const type = propertyAt(resource, 'VolumeType')?.value;
      if (!always(type, (value) => value === 'gp2')) return undefined;
      const size = numberOf(propertyAt(resource, 'Size')?.value);
      const safe =
        template.kind === 'cloudformation' && type.kind === 'known' && type.parameter === undefined && size !== undefined && size <= gp2SizeOfGp3Baseline;
      return [
        {
          span: type,
          message: `gp2 ties IOPS to size${size === undefined ? '' : ` (${Math.min(16000, Math.max(100, size * 3)).toLocaleString('en-US')} here)`}; gp3 starts at 3,000 and costs less per GiB.`,
          ...(safe ? { fix: { title: 'Use gp3', span: type, text: written('gp3', template.language) } } : {}),
        },
      ];
    },
  },
  {
    id: 'ebs-magnetic',
    service: 'ebs',
    title: 'Magnetic volume of the previous generation',
    why: 'The standard type is a previous generation; st1 or sc1 serve throughput and cold data, gp3 the rest.',
    severity: 'information',
    tasks: ['saa-c03/3.1', 'saa-c03/4.1'],
    fact: 'ebs#standard',
    types: volume,
    check: (resource) => {
      const type = propertyAt(resource, 'VolumeType')?.value;
      if (!always(type, (value) => value === 'standard')) return undefined;
      return [{ span: type, message: 'Magnetic volumes belong to the previous generation. Use gp3, or st1 and sc1 for large sequential or cold data.' }];
    },
  },
  {
    id: 'ebs-unencrypted',
    service: 'ebs',
    title: 'Volume left unencrypted on purpose',
    why: 'Encryption costs nothing extra and cannot be switched on later without a copy.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'ebs#encrypted',
    types: volume,
    check: (resource, { template }) => {
      const encrypted = propertyAt(resource, 'Encrypted')?.value;
      if (!always(encrypted, isFalse)) return undefined;
      const literal = encrypted.kind === 'known' && encrypted.parameter === undefined;
      return [
        {
          span: encrypted,
          message:
            'This leaves the volume unencrypted unless the account encrypts by default. It cannot be encrypted in place later: only a copy of its snapshot can.',
          ...(literal ? { fix: { title: 'Encrypt the volume (replaces it)', span: encrypted, text: written(true, template.language) } } : {}),
        },
      ];
    },
  },
  {
    id: 'ebs-iops-ignored',
    service: 'ebs',
    title: 'IOPS set on a type that does not take them',
    why: 'Only gp3, io1 and io2 take a figure for IOPS.',
    severity: 'warning',
    tasks: ['saa-c03/3.1'],
    fact: 'ebs#iops-range',
    types: volume,
    check: (resource) => {
      const type = knownAt(resource, 'VolumeType');
      const iops = propertyAt(resource, 'Iops');
      if (iops?.value.kind !== 'known' || !always(type, (value) => ['gp2', 'st1', 'sc1', 'standard'].includes(String(value)))) return undefined;
      return [{ span: iops.nameSpan, message: `A ${String(type.value)} volume takes no IOPS: the figure belongs to gp3, io1 and io2.` }];
    },
  },
  {
    id: 'ebs-io1-ratio',
    service: 'ebs',
    title: 'More IOPS than the size allows',
    why: 'io1 gives at most 50 IOPS for each GiB, io2 1,000, gp3 500.',
    severity: 'warning',
    tasks: ['saa-c03/3.1'],
    fact: 'ebs#gp3-ratio',
    types: volume,
    check: (resource) => {
      const type = String(knownAt(resource, 'VolumeType')?.value);
      const perGibibyte = { io1: 50, io2: 1000, gp3: 500 }[type];
      const iops = numberOf(propertyAt(resource, 'Iops')?.value);
      const size = numberOf(propertyAt(resource, 'Size')?.value);
      const span = propertyAt(resource, 'Iops')?.value;
      if (perGibibyte === undefined || iops === undefined || size === undefined || !span) return undefined;
      const most = Math.max(type === 'gp3' ? 3000 : 0, size * perGibibyte);
      if (iops <= most) return undefined;
      return [{ span, message: `${size} GiB of ${type} give at most ${most.toLocaleString('en-US')} IOPS (${perGibibyte} for each GiB).` }];
    },
  },
];
