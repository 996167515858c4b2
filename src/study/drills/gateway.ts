import { between, oneOf, roundedUp, written, type Drill } from './drill';

const checked = '2026-11-21';
const volumeQuotas = 'https://docs.aws.amazon.com/storagegateway/latest/vgw/resource-gateway-limits.html';
const tapeQuotas = 'https://docs.aws.amazon.com/storagegateway/latest/tgw/resource-gateway-limits.html';

export type GatewayMode = 'cached' | 'stored';

const volumesPerGateway = 32;
/** TiB of the largest volume. */
const volumeSize: Record<GatewayMode, number> = { cached: 32, stored: 16 };
const tapesPerLibrary = 1500;
/** GiB of 1 PiB. */
const libraryGibibytes = 1_048_576;

/** TiB that one Volume Gateway holds. */
export function gatewayCapacity(mode: GatewayMode): number {
  return volumesPerGateway * volumeSize[mode];
}

/** Volume Gateways for so many TiB, in volumes of the largest size. */
export function gatewaysNeeded({ mode, tebibytes }: { mode: GatewayMode; tebibytes: number }): number {
  return roundedUp(tebibytes / gatewayCapacity(mode));
}

/** Volumes of the largest size for so many TiB. */
export function gatewayVolumesNeeded({ mode, tebibytes }: { mode: GatewayMode; tebibytes: number }): number {
  return roundedUp(tebibytes / volumeSize[mode]);
}

/** Tapes of one size that a virtual tape library holds: 1,500, and 1 PiB in total. */
export function tapesInLibrary(gibibytesEach: number): number {
  return Math.min(tapesPerLibrary, Math.floor(libraryGibibytes / gibibytesEach));
}

export const gatewayDrills: readonly Drill[] = [
  {
    id: 'gateway-capacity',
    title: 'Storage Gateway: how many gateways',
    tasks: ['sap-c02/1.1', 'saa-c03/3.1', 'sap-2014/1.2'],
    services: ['storage-gateway'],
    facts: ['storage-gateway#cached-capacity', 'storage-gateway#stored-capacity'],
    level: 'apply',
    sources: [volumeQuotas],
    checked,
    rule: 'A Volume Gateway holds 32 volumes: of up to 32 TiB in cached mode (1,024 TiB), of up to 16 TiB in stored mode (512 TiB).',
    make(random) {
      const mode = oneOf<GatewayMode>(['cached', 'stored'], random);
      const tebibytes = between(1040, 7000, 20, random);
      const value = gatewaysNeeded({ mode, tebibytes });
      const story = oneOf(
        [
          `A film archive of ${written(tebibytes)} TiB is to be served by Volume Gateways in ${mode} mode.`,
          `Application servers on site need ${written(tebibytes)} TiB of iSCSI volumes; Volume Gateways in ${mode} mode are planned.`,
        ],
        random,
      );
      return {
        stem: `${story} All volumes have the largest size the mode allows. How many gateways are needed at least?`,
        answer: { value, tolerance: 0, unit: 'gateways' },
        solution: [
          `One gateway in ${mode} mode: ${volumesPerGateway} volumes × ${volumeSize[mode]} TiB = ${written(gatewayCapacity(mode))} TiB.`,
          `${written(tebibytes)} / ${written(gatewayCapacity(mode))} = ${written(tebibytes / gatewayCapacity(mode))}, rounded up ${value} gateways.`,
        ],
      };
    },
  },
  {
    id: 'gateway-volumes',
    title: 'Storage Gateway: how many volumes',
    tasks: ['sap-c02/1.1', 'saa-c03/3.1', 'sap-2014/1.2'],
    services: ['storage-gateway'],
    facts: ['storage-gateway#cached-size', 'storage-gateway#stored-capacity'],
    level: 'apply',
    sources: [volumeQuotas],
    checked,
    rule: 'A cached volume has at most 32 TiB, a stored volume at most 16 TiB.',
    make(random) {
      const mode = oneOf<GatewayMode>(['cached', 'stored'], random);
      const tebibytes = between(40, mode === 'cached' ? 1000 : 500, 5, random);
      const value = gatewayVolumesNeeded({ mode, tebibytes });
      const need =
        mode === 'cached'
          ? 'The main copy is to be in AWS, with recently used blocks kept on site.'
          : 'All data must stay on local disks, with copies to AWS as snapshots.';
      const story = oneOf(
        [
          `A laboratory puts ${written(tebibytes)} TiB of measurements behind one Volume Gateway.`,
          `One Volume Gateway is to offer ${written(tebibytes)} TiB to servers on site.`,
        ],
        random,
      );
      return {
        stem: `${story} ${need} How many volumes does the gateway need at least?`,
        answer: { value, tolerance: 0, unit: 'volumes' },
        solution: [
          `This is ${mode} mode, where a volume has at most ${volumeSize[mode]} TiB.`,
          `${written(tebibytes)} / ${volumeSize[mode]} = ${written(tebibytes / volumeSize[mode])}, rounded up ${value} volumes.`,
        ],
      };
    },
  },
  {
    id: 'tape-library',
    title: 'Storage Gateway: tapes in a library',
    tasks: ['sap-c02/1.3', 'saa-c03/4.1', 'sap-2014/1.2'],
    services: ['storage-gateway'],
    facts: ['storage-gateway#vtl-capacity', 'storage-gateway#tape-archive'],
    level: 'apply',
    sources: [tapeQuotas],
    checked,
    rule: 'A virtual tape library holds at most 1,500 tapes and at most 1 PiB (1,048,576 GiB) in total; whichever comes first. Archived tapes do not count.',
    make(random) {
      const gibibytes = oneOf([400, 500, 600, 750, 800, 1024, 1200, 1536, 2048, 2560, 3000, 4096, 5120], random);
      const value = tapesInLibrary(gibibytes);
      const story = oneOf(
        [
          `A Tape Gateway is set up with virtual tapes of ${written(gibibytes)} GiB each.`,
          `Backup software fills virtual tapes of ${written(gibibytes)} GiB, all of which stay in the library of one Tape Gateway.`,
        ],
        random,
      );
      return {
        stem: `${story} How many of them can the library hold? Take the limit of its total size (1 PiB) as 1,048,576 GiB and round down.`,
        answer: { value, tolerance: 0, unit: 'tapes' },
        solution: [
          `By size: 1,048,576 / ${written(gibibytes)}, rounded down = ${written(Math.floor(libraryGibibytes / gibibytes))}.`,
          `By number: 1,500.`,
          `The smaller counts: ${written(value)} tapes.`,
        ],
      };
    },
  },
];
