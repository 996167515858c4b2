import { between, oneOf, roundedTo, roundedUp, written, type Drill } from './drill';

const checked = '2026-11-21';

export type RequestKind = 'read' | 'write';

/** Requests a second that a prefix of S3 takes at least. */
const requestsPerPrefix: Record<RequestKind, number> = { read: 5500, write: 3500 };
const mostParts = 10_000;
/** MiB; only the last part of an upload may be smaller. */
const smallestPart = 5;

/** Prefixes over which requests of one kind, evenly spread, stay within what each prefix takes. */
export function s3Prefixes({ kind, requestsPerSecond }: { kind: RequestKind; requestsPerSecond: number }): number {
  return roundedUp(requestsPerSecond / requestsPerPrefix[kind]);
}

/** The smallest whole number of MiB a part may have so that the object fits into one multipart upload. */
export function smallestPartSize(gibibytes: number): number {
  return Math.max(smallestPart, roundedUp((gibibytes * 1024) / mostParts));
}

/** How many times as much one thing costs as another. */
export function priceRatio(price: number, other: number): number {
  return price / other;
}

export interface SharedFiles {
  /** Cents for a GB and month. */
  readonly efsPrice: number;
  readonly volumePrice: number;
  /** GB of files, which EFS bills once for all instances. */
  readonly gigabytes: number;
  /** GB of the volume that each instance would have with a copy of the files; its whole size is billed. */
  readonly volumeGigabytes: number;
}

/** Instances from which on a shared file system costs less than a volume with a copy for each. */
export function instancesForSharedFiles({ efsPrice, volumePrice, gigabytes, volumeGigabytes }: SharedFiles): number {
  return Math.floor(roundedTo(priceRatio(efsPrice * gigabytes, volumePrice * volumeGigabytes), 9)) + 1;
}

export const objectDrills: readonly Drill[] = [
  {
    id: 's3-prefixes',
    title: 'S3: prefixes for a request rate',
    tasks: ['saa-c03/3.1', 'sap-c02/2.5', 'sap-2014/5.1'],
    services: ['s3'],
    facts: ['s3#request-rate'],
    level: 'apply',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html'],
    checked,
    rule: 'Each prefix takes at least 3,500 PUT, COPY, POST or DELETE and 5,500 GET or HEAD requests a second, and a bucket can have any number of prefixes.',
    make(random) {
      const kind = oneOf<RequestKind>(['read', 'write'], random);
      const requestsPerSecond = between(6000, 90_000, 500, random);
      const value = s3Prefixes({ kind, requestsPerSecond });
      const rate = written(requestsPerSecond);
      const story = oneOf(
        kind === 'read'
          ? [`A training job reads a bucket with ${rate} GET requests a second.`, `Analysts' queries cause ${rate} GET requests a second on one bucket.`]
          : [`Cameras store pictures in one bucket with ${rate} PUT requests a second.`, `A log pipeline sends ${rate} PUT requests a second to one bucket.`],
        random,
      );
      return {
        stem: `${story} The requests can be spread evenly over prefixes. Over how many prefixes at least, to stay within what S3 documents for each?`,
        answer: { value, tolerance: 0, unit: 'prefixes' },
        solution: [
          `A prefix takes ${written(requestsPerPrefix[kind])} ${kind === 'read' ? 'GET' : 'PUT'} requests a second.`,
          `${rate} / ${written(requestsPerPrefix[kind])} = ${written(requestsPerSecond / requestsPerPrefix[kind])}, rounded up ${value} prefixes.`,
        ],
      };
    },
  },
  {
    id: 's3-part-size',
    title: 'S3: part size of a large upload',
    tasks: ['saa-c03/3.1', 'sap-c02/4.2', 'sap-2014/5.1'],
    services: ['s3'],
    facts: ['s3#multipart'],
    level: 'apply',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html'],
    checked,
    rule: 'A multipart upload has at most 10,000 parts, each of 5 MiB to 5 GiB, so the size of the object sets the smallest part size.',
    make(random) {
      const gibibytes = between(80, 5000, 20, random);
      const value = smallestPartSize(gibibytes);
      const story = oneOf(
        [
          `A backup of ${written(gibibytes)} GiB is uploaded to S3 as one object.`,
          `A program writes a disk image of ${written(gibibytes)} GiB to S3 in a multipart upload with parts of equal size.`,
        ],
        random,
      );
      return {
        stem: `${story} How many MiB must a part have at least? Round up to whole MiB (1 GiB = 1,024 MiB).`,
        answer: { value, tolerance: 0, unit: 'MiB' },
        solution: [
          `${written(gibibytes)} GiB × 1,024 = ${written(gibibytes * 1024)} MiB.`,
          `Over ${written(mostParts)} parts: ${written(gibibytes * 1024)} / ${written(mostParts)} = ${written((gibibytes * 1024) / mostParts)}, rounded up ${written(value)} MiB.`,
        ],
      };
    },
  },
  {
    id: 'shared-files',
    title: 'EFS: from how many instances on it is cheaper',
    tasks: ['saa-c03/4.1', 'sap-c02/2.6', 'sap-2014/2.3'],
    services: ['efs', 'ebs'],
    facts: ['efs#price-relation', 'choosing-storage#billing-unit'],
    level: 'analyze',
    sources: ['https://aws.amazon.com/efs/pricing/'],
    checked,
    rule: 'EFS bills what is stored, once for all instances; a volume is billed with its whole size for each instance. A dearer GB can so be the cheaper store.',
    make(random) {
      const gigabytes = between(40, 400, 20, random);
      const files: SharedFiles = {
        gigabytes,
        volumeGigabytes: roundedUp(gigabytes * oneOf([1, 1.25, 1.5, 2], random)),
        efsPrice: oneOf([28, 30, 32, 33, 36], random),
        volumePrice: oneOf([4, 5, 6, 8, 9, 10], random),
      };
      const value = instancesForSharedFiles(files);
      const shared = written(files.efsPrice * gigabytes);
      const each = written(files.volumePrice * files.volumeGigabytes);
      const story = oneOf(
        [
          `Web servers need the same ${gigabytes} GB of files, which rarely change. Either all mount one EFS file system, or each has a copy on a volume of its own of ${files.volumeGigabytes} GB.`,
          `A render farm reads ${gigabytes} GB of textures. You compare one EFS file system with a copy for each instance on a volume of ${files.volumeGigabytes} GB.`,
        ],
        random,
      );
      return {
        stem: `${story} Take ${files.efsPrice} cents for a GB and month in EFS and ${files.volumePrice} cents for a GB and month of a volume, and nothing else. From how many instances on is EFS the cheaper choice?`,
        answer: { value, tolerance: 0, unit: 'instances' },
        solution: [
          `EFS: ${gigabytes} × ${files.efsPrice} = ${shared} cents, however many instances there are.`,
          `Each volume: ${files.volumeGigabytes} × ${files.volumePrice} = ${each} cents.`,
          `${shared} / ${each} = ${written((files.efsPrice * gigabytes) / (files.volumePrice * files.volumeGigabytes))}; the next larger whole number is ${value} instances.`,
        ],
      };
    },
  },
];
