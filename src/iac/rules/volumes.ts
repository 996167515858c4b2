import { isTrue, numberOf, propertyOf, type MapValue, type Resource } from '../model';
import { isUnset, itemsAt, placesIn, spanOf } from './demands';
import type { Report, Rule } from './rule';

/** Where block devices stand in the types that have them; a volume is one itself. */
const devicePaths: Readonly<Record<string, string | undefined>> = {
  'AWS::EC2::Volume': undefined,
  'AWS::EC2::Instance': 'BlockDeviceMappings',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.BlockDeviceMappings',
  'AWS::AutoScaling::LaunchConfiguration': 'BlockDeviceMappings',
};
const types = Object.keys(devicePaths);

interface Bounds {
  readonly size: readonly [number, number];
  readonly iops?: readonly [number, number];
}

/** Sizes in GiB and IOPS by volume type (https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html). */
const bounds: Readonly<Record<string, Bounds>> = {
  gp2: { size: [1, 16_384] },
  gp3: { size: [1, 65_536], iops: [3000, 80_000] },
  io1: { size: [4, 16_384], iops: [100, 64_000] },
  io2: { size: [4, 65_536], iops: [100, 256_000] },
  st1: { size: [125, 16_384] },
  sc1: { size: [125, 16_384] },
  standard: { size: [1, 1024] },
};

/** The maps that describe a volume: its properties, or the `Ebs` of each block device. */
function volumesOf(resource: Resource): MapValue[] {
  const path = devicePaths[resource.type];
  if (path === undefined) return [resource.properties];
  return itemsAt(resource, path).flatMap((device) => {
    const ebs = propertyOf(device, 'Ebs')?.value;
    return ebs?.kind === 'map' ? [ebs] : [];
  });
}

function typeOf(volume: MapValue): string | undefined {
  const value = propertyOf(volume, 'VolumeType')?.value;
  return value?.kind === 'known' ? String(value.value) : undefined;
}

function sizeName(volume: MapValue): 'Size' | 'VolumeSize' {
  return propertyOf(volume, 'VolumeSize') ? 'VolumeSize' : 'Size';
}

function numberIn(volume: MapValue, name: string): number | undefined {
  return numberOf(propertyOf(volume, name)?.value);
}

function each(check: (volume: MapValue) => Report | undefined): Rule['check'] {
  return (resource) => volumesOf(resource).flatMap((volume) => check(volume) ?? []);
}

function outOfBounds(volume: MapValue, name: string, range: readonly [number, number] | undefined, what: string): Report | undefined {
  const value = propertyOf(volume, name)?.value;
  const amount = numberOf(value);
  if (!range || !value || amount === undefined || (amount >= range[0] && amount <= range[1])) return undefined;
  const [least, most] = range.map((bound) => bound.toLocaleString('en-US'));
  return {
    span: spanOf(value),
    message: `A volume of type ${typeOf(volume) ?? ''} has ${least ?? ''} to ${most ?? ''} ${what}, not ${amount.toLocaleString('en-US')}.`,
  };
}

export const volumeRules: readonly Rule[] = [
  {
    id: 'ebs-size-range',
    service: 'ebs',
    title: 'Size that the volume type does not have',
    why: 'Each type has a smallest and a largest size, and creation fails outside of them.',
    severity: 'warning',
    tasks: ['saa-c03/3.1', 'sap-2014/5.1'],
    fact: 'ebs#size-range',
    types,
    check: each((volume) => outOfBounds(volume, sizeName(volume), bounds[typeOf(volume) ?? '']?.size, 'GiB')),
  },
  {
    id: 'ebs-iops-range',
    service: 'ebs',
    title: 'IOPS that the volume type does not have',
    why: 'gp3 has 3,000 to 80,000 IOPS, io1 100 to 64,000 and io2 100 to 256,000.',
    severity: 'warning',
    tasks: ['saa-c03/3.1', 'sap-2014/5.1'],
    fact: 'ebs#iops-range',
    types,
    check: each((volume) => outOfBounds(volume, 'Iops', bounds[typeOf(volume) ?? '']?.iops, 'IOPS')),
  },
  {
    id: 'ebs-iops-missing',
    service: 'ebs',
    title: 'Provisioned IOPS volume without IOPS',
    why: 'io1 and io2 have no default: the figure must be written.',
    severity: 'warning',
    tasks: ['saa-c03/3.1'],
    fact: 'ebs#iops-range',
    types,
    check: each((volume) => {
      const value = propertyOf(volume, 'VolumeType')?.value;
      const type = typeOf(volume);
      if (!value || (type !== 'io1' && type !== 'io2') || !placesIn(volume, 'Iops', volume).every(isUnset)) return undefined;
      return { span: spanOf(value), message: `A volume of type ${type} needs Iops.` };
    }),
  },
  {
    id: 'ebs-throughput-range',
    service: 'ebs',
    title: 'Throughput that the volume cannot have',
    why: 'Only gp3 takes a figure: 125 to 2,000 MiB/s, and at most 0.25 MiB/s for each of its IOPS.',
    severity: 'warning',
    tasks: ['saa-c03/3.1', 'sap-2014/5.1'],
    fact: 'ebs#throughput-range',
    types,
    check: each((volume) => {
      const property = propertyOf(volume, 'Throughput');
      const [throughput, type] = [numberOf(property?.value), typeOf(volume)];
      if (!property || throughput === undefined || type === undefined) return undefined;
      if (type !== 'gp3') return { span: property.nameSpan, message: `A volume of type ${type} takes no throughput: the figure belongs to gp3.` };
      if (throughput < 125 || throughput > 2000) return { span: spanOf(property.value), message: `gp3 has 125 to 2,000 MiB/s, not ${throughput}.` };
      const iops = placesIn(volume, 'Iops', volume).every(isUnset) ? 3000 : numberIn(volume, 'Iops');
      if (iops === undefined || throughput <= iops / 4) return undefined;
      return { span: spanOf(property.value), message: `${throughput} MiB/s take at least ${throughput * 4} IOPS, and this volume has ${iops}.` };
    }),
  },
  {
    id: 'ebs-multi-attach-type',
    service: 'ebs',
    title: 'Multi-Attach on a type that does not have it',
    why: 'Only io1 and io2 volumes attach to several instances.',
    severity: 'warning',
    tasks: ['saa-c03/3.1'],
    fact: 'ebs#multi-attach',
    types: ['AWS::EC2::Volume'],
    check: ({ properties }) => {
      const property = propertyOf(properties, 'MultiAttachEnabled');
      const type = typeOf(properties) ?? (placesIn(properties, 'VolumeType', properties).every(isUnset) ? 'gp2' : 'io2');
      if (property?.value.kind !== 'known' || !isTrue(property.value.value) || /^io[12]$/.test(type)) return undefined;
      return [{ span: property.nameSpan, message: `A volume of type ${type} attaches to one instance. Multi-Attach takes io1 or io2; EFS shares files.` }];
    },
  },
  {
    id: 'instance-store-mapped',
    service: 'instance-store',
    title: 'Instance store mapped as a disk',
    why: 'What lies on instance store is lost when the instance stops or fails, and no snapshot holds it.',
    severity: 'hint',
    tasks: ['saa-c03/3.1', 'sap-2014/5.1'],
    fact: 'instance-store#mapping',
    types: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
    check: (resource) =>
      itemsAt(resource, devicePaths[resource.type] ?? '').flatMap((device): Report[] => {
        const value = propertyOf(device, 'VirtualName')?.value;
        if (value?.kind !== 'known' || !/^ephemeral\d+$/.test(String(value.value))) return [];
        return [
          {
            span: spanOf(value),
            message: 'This disk is empty after every stop and lost with the instance. Scratch data only: databases and what must last belong on EBS or S3.',
          },
        ];
      }),
  },
];
