import { always, propertyAt, type Resource } from '../model';
import { amountAt, behind, count, duration, type Compute } from './computedFact';

/** Normalization factors of sizes below xlarge; above it is 8 for each xlarge. */
const factors: Readonly<Record<string, number>> = { nano: 0.25, micro: 0.5, small: 1, medium: 2, large: 4, xlarge: 8 };

function sizeUnits(type: string): number | undefined {
  const size = type.split('.')[1] ?? '';
  const many = /^(\d+)xlarge$/.exec(size)?.[1];
  return many === undefined ? factors[size] : 8 * Number(many);
}

export const reservedSizeUnits: Compute = (resource) => {
  const value = propertyAt(resource, 'InstanceType')?.value;
  const units = value?.kind === 'known' ? sizeUnits(String(value.value)) : undefined;
  if (!value || units === undefined) return [];
  return [
    behind(value, {
      kind: 'sizeUnits',
      label: `${count(units, 2)} size unit${units === 1 ? '' : 's'}`,
      explanation:
        'The normalization factor by which a regional Reserved Instance of the same family is spread over sizes: small 1, large 4, then 8 for each xlarge.',
      fact: 'reserved-instances#factor-range',
    }),
  ];
};

/** Instances of a group in each of its zones, or subnets where those are named. */
export const zones: Compute = (resource) => {
  const subnets = propertyAt(resource, 'VPCZoneIdentifier')?.value;
  const named = propertyAt(resource, 'AvailabilityZones')?.value;
  const list = subnets ?? named;
  const wanted = amountAt(resource, 'DesiredCapacity') ?? amountAt(resource, 'MinSize');
  if (list?.kind !== 'list' || list.items.length < 2 || !wanted || wanted.amount <= 0) return [];
  const places = list.items.length;
  const most = Math.ceil(wanted.amount / places);
  const word = subnets ? 'subnets' : 'zones';
  return [
    behind(wanted.value, {
      kind: 'zones',
      label: `${wanted.amount % places === 0 ? count(most) : `${count(most - 1)} or ${count(most)}`} in each of ${places} ${word}, ${count(wanted.amount - most)} left if one fails`,
      explanation:
        'A group keeps its instances even over its zones. What must survive the loss of a zone has to be there before it: size the group for one zone less.',
      fact: 'ec2-auto-scaling#rebalance',
    }),
  ];
};

export const taskSize: Compute = (resource) => {
  const fargate = propertyAt(resource, 'RequiresCompatibilities')?.value;
  if (fargate?.kind !== 'list' || !fargate.items.some((item) => always(item, (name) => name === 'FARGATE'))) return [];
  return [...vcpus(resource), ...gigabytes(resource)];
};

function vcpus(resource: Resource): ReturnType<Compute> {
  const units = amountAt(resource, 'Cpu');
  if (!units || units.amount < 128) return [];
  return [
    behind(units.value, {
      kind: 'taskSize',
      label: `${count(units.amount / 1024, 2)} vCPU`,
      explanation: '1,024 units are one vCPU.',
      fact: 'fargate#task-size',
    }),
  ];
}

function gigabytes(resource: Resource): ReturnType<Compute> {
  const mebibytes = amountAt(resource, 'Memory');
  if (!mebibytes || mebibytes.amount < 128) return [];
  return [
    behind(mebibytes.value, {
      kind: 'taskSize',
      label: `${count(mebibytes.amount / 1024, 2)} GB`,
      explanation: 'Memory has to fit the processor; not every pair exists on Fargate.',
      fact: 'fargate#memory-pairs',
    }),
  ];
}

/** How far back an alarm looks. */
export const alarmWindow: Compute = (resource) => {
  const period = amountAt(resource, 'Period');
  const periods = amountAt(resource, 'EvaluationPeriods');
  if (!period || !periods || resource.defaults) return [];
  const needed = amountAt(resource, 'DatapointsToAlarm');
  const of = needed && needed.amount !== periods.amount ? `${count(needed.amount)} of ${count(periods.amount)} periods, ` : '';
  return [
    behind(periods.value, {
      kind: 'alarm',
      label: `${of}looks back ${duration(period.amount * periods.amount)}`,
      explanation: `${count(periods.amount)} periods of ${count(period.amount)} seconds.`,
      fact: 'cloudwatch#period',
    }),
  ];
};
