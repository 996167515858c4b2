import assert from 'node:assert/strict';
import { gatewayCapacity, gatewaysNeeded, gatewayVolumesNeeded, tapesInLibrary } from '../../../../src/study/drills/gateway';
import { instancesForSharedFiles, priceRatio, s3Prefixes, smallestPartSize } from '../../../../src/study/drills/objects';
import { gp2BaselineIops, gp2BurstSeconds, gp2SizeFor, gp3ExtraIops } from '../../../../src/study/drills/volumes';
import { figure, first, recounted } from './stems';

/** 3 IOPS for one GiB after the other, kept between the least and the most. */
function countedBaseline(gibibytes: number): number {
  let iops = 0;
  for (let size = 0; size < gibibytes; size++) iops += 3;
  return iops < 100 ? 100 : iops > 16_000 ? 16_000 : iops;
}

/** Seconds until a full bucket is empty, second by second. */
function burstBySeconds(baseline: number): number {
  let seconds = 0;
  for (let bucket = 5_400_000; bucket > 0; bucket += baseline - 3000) seconds++;
  return seconds;
}

describe('IOPS of gp2 and gp3', () => {
  it('are 300 for 100 GiB, 3,000 for 1,000 GiB, never below 100 nor above 16,000', () => {
    assert.deepEqual([100, 1000, 20, 5334, 16_384].map(gp2BaselineIops), [300, 3000, 100, 16_000, 16_000]);
    recounted('gp2-baseline', (stem) => countedBaseline(figure(stem, /([\d,]+) GiB/)));
  });

  it('burst for an hour with 500 GiB, and not at all from 1,000 GiB on', () => {
    assert.equal(gp2BurstSeconds(500), 3600);
    assert.equal(Math.round((gp2BurstSeconds(1) ?? 0) / 60), 31);
    assert.equal(gp2BurstSeconds(1000), undefined);
  });

  it('burst until the bucket is empty, second by second', () => {
    recounted('gp2-burst', (stem) => burstBySeconds(countedBaseline(figure(stem, /([\d,]+) GiB/))) / 60, 0.5 + 1 / 60);
  });

  it('need no extra on gp3 up to 1,000 GiB of gp2, and 13,000 for the largest', () => {
    assert.deepEqual([500, 1000, 1500, 6000].map(gp3ExtraIops), [0, 0, 1500, 13_000]);
    recounted('gp3-extra-iops', (stem) => countedBaseline(figure(stem, /([\d,]+) GiB/)) - 3000);
  });

  it('ask for size alone on gp2', () => {
    assert.deepEqual([90, 300, 1000, 16_000].map(gp2SizeFor), [1, 100, 334, 5334]);
    recounted('gp2-oversized', (stem) => {
      const iops = figure(stem, /([\d,]+) IOPS/);
      return first(1, (size) => size * 3 >= iops) - figure(stem, /([\d,]+) GiB/);
    });
  });
});

describe('S3', () => {
  it('takes 5,500 reads or 3,500 writes a second at a prefix', () => {
    assert.equal(s3Prefixes({ kind: 'read', requestsPerSecond: 5500 }), 1);
    assert.equal(s3Prefixes({ kind: 'read', requestsPerSecond: 5501 }), 2);
    assert.equal(s3Prefixes({ kind: 'write', requestsPerSecond: 10_000 }), 3);
    recounted('s3-prefixes', (stem) => {
      const each = stem.includes('GET') ? 5500 : 3500;
      let left = figure(stem, /([\d,]+) (?:GET|PUT)/);
      let prefixes = 0;
      for (; left > 0; left -= each) prefixes++;
      return prefixes;
    });
  });

  it('takes 10,000 parts of 5 MiB or more', () => {
    assert.deepEqual([1, 48, 49, 100].map(smallestPartSize), [5, 5, 6, 11]);
    recounted('s3-part-size', (stem) => {
      const mebibytes = figure(stem, /([\d,]+) GiB[^=]/) * 1024;
      return first(5, (part) => Math.ceil(mebibytes / part) <= 10_000);
    });
  });
});

describe('EFS against other stores', () => {
  it('costs 3 times EBS at 0.30 and 0.10, and 13 times S3 at 0.023', () => {
    assert.equal(Number(priceRatio(0.3, 0.1).toFixed(6)), 3);
    assert.equal(Math.round(priceRatio(0.3, 0.023)), 13);
  });

  it('is cheaper than copies from the fourth instance on where a GB costs three times as much', () => {
    assert.equal(instancesForSharedFiles({ efsPrice: 30, volumePrice: 10, gigabytes: 100, volumeGigabytes: 100 }), 4);
    recounted('shared-files', (stem) => {
      const shared = figure(stem, /(\d+) GB of (?:files|textures)/) * figure(stem, /(\d+) cents for a GB and month in EFS/);
      const each = figure(stem, /(?:own of|volume of) (\d+) GB/) * figure(stem, /(\d+) cents for a GB and month of a volume/);
      return first(1, (instances) => instances * each > shared);
    });
  });
});

describe('Storage Gateway', () => {
  it('holds 1,024 TiB in cached and 512 TiB in stored mode', () => {
    assert.equal(gatewayCapacity('cached'), 1024);
    assert.equal(gatewayCapacity('stored'), 512);
    assert.equal(gatewaysNeeded({ mode: 'cached', tebibytes: 1024 }), 1);
    assert.equal(gatewaysNeeded({ mode: 'stored', tebibytes: 513 }), 2);
    assert.equal(gatewayVolumesNeeded({ mode: 'stored', tebibytes: 33 }), 3);
  });

  it('is filled volume by volume', () => {
    recounted('gateway-capacity', (stem) => {
      const size = stem.includes('cached mode') ? 32 : 16;
      const volumes = first(1, (count) => count * size >= figure(stem, /([\d,]+) TiB/));
      return first(1, (gateways) => gateways * 32 >= volumes);
    });
    recounted('gateway-volumes', (stem) => {
      const size = stem.includes('The main copy is to be in AWS') ? 32 : 16;
      const volumes = first(1, (count) => count * size >= figure(stem, /([\d,]+) TiB/));
      assert.ok(volumes <= 32);
      return volumes;
    });
  });

  it('holds 1,500 tapes and 1 PiB: the number counts up to an average of 699 GiB', () => {
    assert.deepEqual([100, 699, 700, 1024].map(tapesInLibrary), [1500, 1500, 1497, 1024]);
    recounted('tape-library', (stem) => {
      const each = figure(stem, /tapes of ([\d,]+) GiB/);
      let tapes = 0;
      for (let total = each; total <= 1024 * 1024 && tapes < 1500; total += each) tapes++;
      return tapes;
    });
  });
});
