import assert from 'node:assert/strict';
import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { crc32 } from '../../../src/study/crc32';
import { properties } from './builders';

describe('crc32', () => {
  it('gives the check value of the standard', () => {
    assert.equal(crc32('123456789'), 'cbf43926');
    assert.equal(crc32(''), '00000000');
  });

  it("agrees with Node's for text of one byte a character", function () {
    if (typeof zlibCrc32 !== 'function') this.skip();
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) }), (text) => {
        assert.equal(crc32(text), zlibCrc32(Buffer.from(text, 'latin1')).toString(16).padStart(8, '0'));
      }),
      properties,
    );
  });

  it('is another one when any bit of a text is flipped', () => {
    const text = '{"v":2,"card":"question:größe – 量"';
    for (let index = 0; index < text.length; index++) {
      for (let bit = 0; bit < 16; bit++) {
        const flipped = text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ (1 << bit)) + text.slice(index + 1);
        assert.notEqual(crc32(flipped), crc32(text), `character ${index}, bit ${bit}`);
      }
    }
  });
});
