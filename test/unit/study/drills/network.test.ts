import assert from 'node:assert/strict';
import fc from 'fast-check';
import { podAddresses, smallestSubnet, subnetsInRange, usableAddresses, weightedShare } from '../../../../src/study/drills/network';
import { addressText, rangeOf, rangesOverlap } from '../../../../src/study/drills/peering';
import { properties } from '../builders';
import { figure, first, rechosen, recounted } from './stems';

/** Counts addresses one by one, without the first four and the last. */
function countedAddresses(prefix: number): number {
  const size = 2 ** (32 - prefix);
  let usable = 0;
  for (let address = 0; address < size; address++) if (address > 3 && address < size - 1) usable++;
  return usable;
}

/** The bits that a range fixes: two ranges overlap where one's bits begin the other's. */
function fixedBits(cidr: string): string {
  const [address = '', prefix = ''] = cidr.split('/');
  const bits = address.split('.').map((part) => Number(part).toString(2).padStart(8, '0'));
  return bits.join('').slice(0, Number(prefix));
}

function overlapByBits(one: string, other: string): boolean {
  return fixedBits(one).startsWith(fixedBits(other)) || fixedBits(other).startsWith(fixedBits(one));
}

describe('usable addresses of a subnet', () => {
  it('are 251 in a /24, 11 in a /28 and 65,531 in a /16', () => {
    assert.deepEqual([24, 28, 16].map(usableAddresses), [251, 11, 65_531]);
  });

  it('are those that are left when the reserved ones are crossed out one by one', () => {
    for (let prefix = 16; prefix <= 28; prefix++) assert.equal(usableAddresses(prefix), countedAddresses(prefix));
    recounted('usable-addresses', (stem) => (stem.includes('an empty') ? 1 : figure(stem, /(\d) empty/)) * countedAddresses(figure(stem, /\/(\d\d) mask/)));
  });

  it('decide which subnet is large enough', () => {
    assert.deepEqual([1, 11, 12, 251, 252, 65_531].map(smallestSubnet), [28, 28, 27, 24, 23, 16]);
    assert.equal(smallestSubnet(65_532), undefined);
    recounted('smallest-subnet', (stem) => {
      const needed = figure(stem, /([\d,]+) (?:network interfaces|IPv4 addresses)/);
      return 28 - first(0, (steps) => countedAddresses(28 - steps) >= needed);
    });
  });
});

describe('subnets in a range', () => {
  it('are 16 of /20 in a /16 and 2 of /24 in a /23', () => {
    assert.equal(subnetsInRange({ range: 16, subnet: 20 }), 16);
    assert.equal(subnetsInRange({ range: 23, subnet: 24 }), 2);
  });

  it('are as many as can be laid side by side', () => {
    recounted('subnets-in-a-range', (stem) => {
      const size = 2 ** (32 - figure(stem, /10\.\d+\.0\.0\/(\d\d)/));
      const step = 2 ** (32 - figure(stem, /\/(\d\d) mask/));
      let count = 0;
      for (let start = 0; start < size; start += step) count++;
      return stem.includes('each zone') ? count / figure(stem, /(\d) Availability Zones/) : count;
    });
  });
});

describe('the share of a weighted record', () => {
  it('is half for 10 of 10 and 10, and a fifth for 10 of 10 and 40', () => {
    assert.equal(weightedShare(10, [10, 10]), 50);
    assert.equal(weightedShare(10, [10, 40]), 20);
    assert.equal(weightedShare(40, [10, 40]), 80);
  });

  it('is what one turn over all weights gives it, failed records left out', () => {
    recounted(
      'weighted-share',
      (stem) => {
        const failed = /the one of ([A-D]) has failed/.exec(stem)?.[1];
        const turn: string[] = [];
        for (const [, name = '', weight = ''] of stem.matchAll(/([A-D]) has the weight (\d+)/g)) {
          if (name !== failed) for (let answer = 0; answer < Number(weight); answer++) turn.push(name);
        }
        return (turn.filter((name) => name === 'A').length / turn.length) * 100;
      },
      0.05,
    );
  });
});

describe('addresses for pods', () => {
  it('are all but the first of each interface', () => {
    assert.equal(podAddresses({ nodes: 1, interfaces: 3, addressesEach: 10 }), 27);
    recounted('pod-addresses', (stem) => {
      let pods = 0;
      for (let node = 0; node < figure(stem, /(\d+) nodes/); node++) {
        for (let card = 0; card < figure(stem, /(\d+) network interfaces/); card++) {
          for (let address = 1; address < figure(stem, /(\d+) IPv4 addresses/); address++) pods++;
        }
      }
      return pods;
    });
  });
});

describe('ranges', () => {
  it('are read with their first and last address', () => {
    const { first: start, last } = rangeOf('10.20.64.0/18');
    assert.deepEqual([addressText(start), addressText(last)], ['10.20.64.0', '10.20.127.255']);
    assert.deepEqual(rangeOf('10.20.70.9/18'), rangeOf('10.20.64.0/18'));
  });

  it('overlap where they share an address, compared one by one', () => {
    const small = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 })).map(([last, prefix]) => `10.0.0.${last}/${prefix}`);
    fc.assert(
      fc.property(small, small, (one, other) => {
        const all = (cidr: string): number[] => Array.from({ length: rangeOf(cidr).last - rangeOf(cidr).first + 1 }, (_, index) => rangeOf(cidr).first + index);
        const shared = all(one).some((address) => all(other).includes(address));
        assert.equal(rangesOverlap(rangeOf(one), rangeOf(other)), shared);
        assert.equal(overlapByBits(one, other), shared);
      }),
      { ...properties, numRuns: 60 },
    );
  });

  it('overlap in their very last or very first address too', () => {
    for (const edge of ['10.0.0.4/32', '10.0.0.7/32']) {
      assert.ok(rangesOverlap(rangeOf(edge), rangeOf('10.0.0.4/30')));
      assert.ok(rangesOverlap(rangeOf('10.0.0.4/30'), rangeOf(edge)));
    }
    assert.ok(!rangesOverlap(rangeOf('10.0.0.8/32'), rangeOf('10.0.0.4/30')));
  });

  it('decide which VPC can be peered', () => {
    rechosen('cidr-overlap', (stem, texts) => {
      const [own = ''] = /10[\d.]+\/\d+/.exec(stem) ?? [];
      return texts.filter((text) => overlapByBits(own, text) === stem.includes('NOT'));
    });
  });
});
