import { numberOf, propertyAt, type Resource, type Template } from './model';
import { addressesIn, parseCidr, usableAddresses } from './rules/cidr';

/** Something that follows from a value by arithmetic, to be shown behind it. */
export interface ComputedFact {
  readonly kind: 'addresses' | 'retention' | 'iops';
  /** Where the value ends. */
  readonly offset: number;
  readonly label: string;
  /** How it comes about, and the fact behind it. */
  readonly explanation: string;
  readonly fact: string;
}

type Compute = (resource: Resource) => ComputedFact | undefined;

const usable: Compute = (resource) => {
  const value = propertyAt(resource, 'CidrBlock')?.value;
  const cidr = value?.kind === 'known' ? parseCidr(String(value.value)) : undefined;
  if (!value || !cidr || cidr.prefix < 16 || cidr.prefix > 28) return undefined;
  const count = usableAddresses(cidr).toLocaleString('en-US');
  return {
    kind: 'addresses',
    offset: value.end,
    label: `${count} usable addresses`,
    explanation: `2^(32 − ${cidr.prefix}) = ${addressesIn(cidr).toLocaleString('en-US')} addresses, less the 5 that AWS keeps in every subnet (the first four and the last).`,
    fact: 'vpc#usable-addresses',
  };
};

function retention(path: string, secondsOfUnit: number, fact: string): Compute {
  return (resource) => {
    const value = propertyAt(resource, path)?.value;
    const amount = numberOf(value);
    if (!value || amount === undefined || amount <= 0) return undefined;
    const seconds = amount * secondsOfUnit;
    return {
      kind: 'retention',
      offset: value.end,
      label: duration(seconds),
      explanation: `${amount.toLocaleString('en-US')} × ${secondsOfUnit} s = ${seconds.toLocaleString('en-US')} s`,
      fact,
    };
  };
}

function duration(seconds: number): string {
  const units: readonly (readonly [string, number])[] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  for (const [unit, size] of units) {
    if (seconds < size) continue;
    const count = Number((seconds / size).toFixed(1));
    return `${count.toLocaleString('en-US')} ${unit}${count === 1 ? '' : 's'}`;
  }
  return `${seconds} seconds`;
}

/** gp2: 3 IOPS for each GiB, at least 100, at most 16,000. */
const gp2Baseline: Compute = (resource) => {
  const type = propertyAt(resource, 'VolumeType')?.value;
  const size = propertyAt(resource, 'Size')?.value;
  const gibibytes = numberOf(size);
  if (type?.kind !== 'known' || type.value !== 'gp2' || !size || gibibytes === undefined) return undefined;
  const baseline = Math.min(16_000, Math.max(100, 3 * gibibytes));
  const burst = baseline < 3_000 ? ', bursts to 3,000' : '';
  return {
    kind: 'iops',
    offset: size.end,
    label: `${baseline.toLocaleString('en-US')} IOPS baseline${burst}`,
    explanation: `gp2 gives 3 IOPS for each GiB: 3 × ${gibibytes.toLocaleString('en-US')} = ${(3 * gibibytes).toLocaleString('en-US')}, within 100 and 16,000.`,
    fact: 'ebs#gp2-baseline',
  };
};

const computations: Readonly<Record<string, readonly Compute[]>> = {
  'AWS::EC2::Subnet': [usable],
  'AWS::SQS::Queue': [retention('MessageRetentionPeriod', 1, 'sqs#retention')],
  'AWS::Kinesis::Stream': [retention('RetentionPeriodHours', 3600, 'kinesis#retention')],
  'AWS::EC2::Volume': [gp2Baseline],
};

/** All computed facts of a template, in the order of its resources. CDK durations say their unit themselves. */
export function computedFacts(template: Template): ComputedFact[] {
  return template.resources.flatMap((resource) =>
    (computations[resource.type] ?? []).flatMap((compute) => {
      const fact = compute(resource);
      return fact && !(fact.kind === 'retention' && resource.defaults) ? [fact] : [];
    }),
  );
}
