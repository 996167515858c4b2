import { isAbsent, propertyAt, propertyOf, type MapValue, type Value } from '../model';
import { itemsAt } from '../rules/demands';
import { amountAt, amountIn, behind, byDefault, count, type Compute, type ComputedFact } from './computedFact';

interface Volume {
  readonly type: Value | undefined;
  readonly size: Value | undefined;
  readonly iops: Value | undefined;
  readonly throughput: Value | undefined;
}

function volumeFacts({ type, size, iops, throughput }: Volume, complete: boolean): ComputedFact[] {
  if (type?.kind !== 'known') return [];
  const gibibytes = amountIn(size);
  switch (type.value) {
    case 'gp2':
      return gibibytes ? [gp2Baseline(gibibytes.amount, gibibytes.value), gp2Throughput(gibibytes.amount, gibibytes.value)] : [];
    case 'gp3':
      return gp3Defaults(type, iops, throughput, complete);
    case 'st1':
    case 'sc1':
      return gibibytes ? [hddThroughput(type.value, gibibytes.amount, gibibytes.value)] : [];
    case 'io1':
    case 'io2':
      return ratio(type.value, gibibytes?.amount, iops);
    default:
      return [];
  }
}

/** gp2: 3 IOPS for each GiB, at least 100, at most 16,000; small volumes burst to 3,000. */
function gp2Baseline(gibibytes: number, value: Value): ComputedFact {
  const baseline = Math.min(16_000, Math.max(100, 3 * gibibytes));
  return behind(value, {
    kind: 'iops',
    label: `${count(baseline)} IOPS baseline${baseline < 3_000 ? ', bursts to 3,000' : ''}`,
    explanation: `gp2 gives 3 IOPS for each GiB: 3 × ${count(gibibytes)} = ${count(3 * gibibytes)}, within 100 and 16,000.`,
    fact: 'ebs#gp2-baseline',
  });
}

function gp2Throughput(gibibytes: number, value: Value): ComputedFact {
  return behind(value, {
    kind: 'throughput',
    label: `up to ${gibibytes <= 170 ? 128 : 250} MiB/s`,
    explanation: 'A gp2 volume moves at most 128 MiB/s up to 170 GiB and 250 MiB/s above.',
    fact: 'ebs#gp2-max',
  });
}

function gp3Defaults(type: Value, iops: Value | undefined, throughput: Value | undefined, complete: boolean): ComputedFact[] {
  if (!complete) return [];
  const parts = [...(iops ? [] : ['3,000 IOPS']), ...(throughput ? [] : ['125 MiB/s'])];
  if (parts.length === 0) return [];
  return [
    behind(type, {
      kind: iops ? 'throughput' : 'iops',
      label: `${parts.join(', ')} (default)`,
      explanation: 'gp3 includes 3,000 IOPS and 125 MiB/s at any size; more of either is set, and paid, by itself.',
      fact: 'ebs#gp3-baseline',
    }),
  ];
}

/** Baseline and burst in MiB/s for each TiB, and the most in MiB/s. */
const hdd = { st1: [40, 250, 500], sc1: [12, 80, 250] } as const;

function hddThroughput(type: 'st1' | 'sc1', gibibytes: number, value: Value): ComputedFact {
  const [base, burst, most] = hdd[type];
  const tebibytes = gibibytes / 1024;
  return behind(value, {
    kind: 'throughput',
    label: `${count(Math.min(most, base * tebibytes), 1)} MiB/s baseline, bursts to ${count(Math.min(most, burst * tebibytes), 1)}`,
    explanation: `${type} gives ${base} MiB/s for each TiB and bursts to ${burst} for each TiB, at most ${most}: ${count(tebibytes, 2)} TiB here.`,
    fact: `ebs#${type}`,
  });
}

function ratio(type: string, gibibytes: number | undefined, iops: Value | undefined): ComputedFact[] {
  const provisioned = amountIn(iops);
  if (!provisioned || gibibytes === undefined || gibibytes <= 0) return [];
  return [
    behind(provisioned.value, {
      kind: 'iops',
      label: `${count(provisioned.amount / gibibytes, 1)} IOPS per GiB`,
      explanation: `${count(provisioned.amount)} IOPS on ${count(gibibytes)} GiB. ${type} allows a ratio up to a limit of its own.`,
      fact: type === 'io2' ? 'ebs#io2-max' : 'ebs#io1-max',
    }),
  ];
}

export const volume: Compute = (resource) => {
  const of = (name: string): Value | undefined => propertyAt(resource, name)?.value;
  const facts = volumeFacts(
    { type: of('VolumeType'), size: of('Size'), iops: of('Iops'), throughput: of('Throughput') },
    isAbsent(resource, 'Iops') || isAbsent(resource, 'Throughput'),
  );
  if (!isAbsent(resource, 'VolumeType') || resource.defaults) return facts;
  return [
    ...facts,
    byDefault(resource, {
      label: 'gp2',
      explanation: 'Without VolumeType CloudFormation makes a gp2 volume; gp3 has to be written.',
      fact: 'ebs#type-default',
    }),
  ];
};

/** Volumes in the block device mappings at a path. */
export function blockDevices(path: string): Compute {
  return (resource) => itemsAt(resource, path).flatMap((ebs) => volumeFacts(ofMap(ebs), ebs.complete));
}

function ofMap(ebs: MapValue): Volume {
  const of = (name: string): Value | undefined => propertyOf(ebs, name)?.value;
  return { type: of('VolumeType'), size: of('VolumeSize'), iops: of('Iops'), throughput: of('Throughput') };
}

/** Storage of an RDS instance: gp2 earns IOPS by its size, as on EBS. */
export const databaseStorage: Compute = (resource) => {
  const size = amountAt(resource, 'AllocatedStorage');
  const type = propertyAt(resource, 'StorageType')?.value;
  if (!size || type?.kind !== 'known' || type.value !== 'gp2') return [];
  const baseline = Math.min(16_000, Math.max(100, 3 * size.amount));
  return [
    behind(size.value, {
      kind: 'iops',
      label: `${count(baseline)} IOPS baseline${baseline < 3_000 ? ', bursts to 3,000' : ''}`,
      explanation: `gp2 gives 3 IOPS for each GiB: 3 × ${count(size.amount)} = ${count(3 * size.amount)}.`,
      fact: 'rds#gp2',
    }),
  ];
};

/** Days for which an object of a storage class is billed at the least, and the fact that says so. */
const minimumDays: Readonly<Record<string, readonly [number, string]>> = {
  STANDARD_IA: [30, 's3#standard-ia'],
  ONEZONE_IA: [30, 's3#one-zone-ia'],
  GLACIER_IR: [90, 's3#glacier-instant'],
  GLACIER: [90, 's3#glacier-flexible'],
  DEEP_ARCHIVE: [180, 's3#deep-archive'],
};

export const storageClasses: Compute = (resource) => {
  const transitions = itemsAt(resource, 'LifecycleConfiguration.Rules').flatMap((rule) => {
    const many = propertyOf(rule, 'Transitions')?.value;
    const one = propertyOf(rule, 'Transition')?.value;
    return [...(many?.kind === 'list' ? many.items : []), ...(one ? [one] : [])];
  });
  return transitions.flatMap((transition) => {
    const name = propertyOf(transition, 'StorageClass')?.value;
    const found = name?.kind === 'known' ? minimumDays[String(name.value)] : undefined;
    if (!name || !found) return [];
    const [days, fact] = found;
    return [
      behind(name, {
        kind: 'storageClass',
        label: `billed for at least ${days} days`,
        explanation: `An object that leaves this class before ${days} days is billed for the rest of them.`,
        fact,
      }),
    ];
  });
};
