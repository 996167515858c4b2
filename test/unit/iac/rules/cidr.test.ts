import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressesIn, overlap, parseCidr, usableAddresses, type Cidr } from '../../../../src/iac/rules/cidr';

const options = { seed: 11, numRuns: 300 };
const part = fc.nat({ max: 255 });
const written = fc.tuple(part, part, part, part, fc.nat({ max: 32 }));
const block = written.map(([a, b, c, d, prefix]) => parseCidr(`${a}.${b}.${c}.${d}/${prefix}`)!);
const lastOf = (cidr: Cidr): number => cidr.first + addressesIn(cidr) - 1;

describe('parseCidr', () => {
  it('reads the first address and the length of the prefix', () => {
    assert.deepEqual(parseCidr('10.0.0.0/16'), { first: 10 * 2 ** 24, prefix: 16 });
    assert.deepEqual(parseCidr('255.255.255.255/32'), { first: 2 ** 32 - 1, prefix: 32 });
    assert.deepEqual(parseCidr('0.0.0.0/0'), { first: 0, prefix: 0 });
  });

  it('takes any address of a block for its first one', () => {
    assert.deepEqual(parseCidr('10.0.3.77/16'), parseCidr('10.0.0.0/16'));
  });

  it('takes nothing else for a block', () => {
    for (const text of ['', '10.0.0.0', '10.0.0.0/33', '10.0.0.256/24', '10.0.0/24', ' 10.0.0.0/24', '10.0.0.0/24\n', '::/0', '10.0.0.0/-1', '10.0.0.0/2 4']) {
      assert.equal(parseCidr(text), undefined, JSON.stringify(text));
    }
  });

  it('puts the written address into the block', () => {
    fc.assert(
      fc.property(written, ([a, b, c, d, prefix]) => {
        const cidr = parseCidr(`${a}.${b}.${c}.${d}/${prefix}`)!;
        const address = ((a * 256 + b) * 256 + c) * 256 + d;
        assert.ok(cidr.first <= address && address <= lastOf(cidr));
        assert.equal(cidr.first % addressesIn(cidr), 0);
      }),
      options,
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cidr = parseCidr(text);
        assert.ok(cidr === undefined || /^[\d./]+$/.test(text));
      }),
      options,
    );
  });
});

describe('usableAddresses', () => {
  it('leaves out the five that AWS keeps', () => {
    const usable = (prefix: number): number => usableAddresses({ first: 0, prefix });
    assert.deepEqual([16, 24, 27, 28].map(usable), [65531, 251, 27, 11]);
  });

  it('is never negative', () => {
    fc.assert(
      fc.property(block, (cidr) => usableAddresses(cidr) >= 0 && usableAddresses(cidr) < addressesIn(cidr)),
      options,
    );
    assert.equal(usableAddresses(parseCidr('10.0.0.0/30')!), 0);
  });
});

describe('overlap', () => {
  it('tells blocks that share addresses from neighbours', () => {
    const both = (one: string, other: string): boolean => overlap(parseCidr(one)!, parseCidr(other)!);
    assert.equal(both('10.0.0.0/16', '10.0.255.0/24'), true);
    assert.equal(both('10.0.0.0/24', '10.0.1.0/24'), false);
    assert.equal(both('0.0.0.0/0', '255.255.255.255/32'), true);
    assert.equal(both('192.168.0.0/16', '10.0.0.0/8'), false);
  });

  it('is symmetric, and every block overlaps itself', () => {
    fc.assert(
      fc.property(block, block, (one, other) => overlap(one, other) === overlap(other, one) && overlap(one, one)),
      options,
    );
  });

  it('means that one block lies within the other', () => {
    const near = fc.tuple(block, fc.nat({ max: 8 }), fc.integer({ min: -2, max: 2 })).map(([one, longer, step]): [Cidr, Cidr] => {
      const prefix = Math.min(32, one.prefix + longer);
      return [one, { prefix, first: Math.max(0, one.first + step * addressesIn({ first: 0, prefix })) }];
    });
    fc.assert(
      fc.property(near, ([one, other]) => {
        const within = (inner: Cidr, outer: Cidr): boolean => outer.first <= inner.first && lastOf(inner) <= lastOf(outer);
        assert.equal(overlap(one, other), within(one, other) || within(other, one));
      }),
      options,
    );
  });
});
