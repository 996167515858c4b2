import assert from 'node:assert/strict';
import fc from 'fast-check';
import { crc32 } from '../../../src/study/crc32';
import { decodeSegment, encodeEntry, mergeEntries, type Entry } from '../../../src/study/log';
import { properties } from './builders';
import { answer, anyCopy, anyEntry } from './logBuilders';

/** UTF-8 as a disk hands it over: bytes that are no character become a replacement character. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const three = [answer('one', 1000, 'question:ä'), answer('two', 2000, 'question:b', 1), answer('three', 3000, 'question:c', 4)] as const;
const segment = three.map(encodeEntry).join('');
/** A line as a version that is still to come may write it: sound by its checksum. */
function newerLine(entry: Entry): string {
  const body = JSON.stringify({ v: 3, ...entry, mood: 'good' }).slice(0, -1);
  return `${body},"crc":"${crc32(body)}"}\n`;
}

describe('the log', () => {
  it('reads back what it wrote, whatever the entries', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), (entries) => {
        assert.deepEqual(decodeSegment(entries.map(encodeEntry).join('')), { entries, broken: [] });
      }),
      properties,
    );
  });

  it('writes one line for each entry, whatever its text', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const line = encodeEntry(entry);
        assert.equal(line.indexOf('\n'), line.length - 1);
      }),
      properties,
    );
  });

  it('reads reviews of the first version, which had no checksum and no kind', () => {
    const line = '{"v":1,"id":"old","card":"question:a","time":1000,"grade":3,"correct":true,"sureness":"sure","duration":7}\n';
    assert.deepEqual(decodeSegment(line).entries, [
      { kind: 'review', id: 'old', card: 'question:a', time: 1000, grade: 3, correct: true, sureness: 'sure', duration: 7 },
    ]);
  });

  it('passes over empty lines, takes either line end, and a last line without one', () => {
    assert.deepEqual(decodeSegment(`\n${segment}\n`.replaceAll('\n', '\r\n')), { entries: [...three], broken: [] });
    assert.deepEqual(decodeSegment(segment.trimEnd()), { entries: [...three], broken: [] });
  });

  it('keeps all other lines when any byte of a segment has any bit flipped, and reports the line', function () {
    this.timeout(60_000);
    const bytes = new TextEncoder().encode(segment);
    const ends = [...bytes.keys()].filter((at) => bytes[at] === 10);
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        const { entries, broken } = decodeSegment(decoded(damaged));
        const line = ends.filter((end) => end < at).length;
        const others = three.filter((_, index) => index !== line && !(ends.includes(at) && index === line + 1));
        for (const other of others)
          assert.ok(
            entries.some((entry) => entry.id === other.id && JSON.stringify(entry) === JSON.stringify(other)),
            `byte ${at}, bit ${bit}`,
          );
        for (const entry of entries)
          assert.ok(
            three.some((one) => JSON.stringify(one) === JSON.stringify(entry)),
            `byte ${at}, bit ${bit} changed an entry`,
          );
        assert.ok(entries.length === 3 || broken.length > 0, `byte ${at}, bit ${bit}: what is lost is reported`);
      }
    }
  });

  it('saves both lines when the line end between them is damaged or lost', () => {
    const bytes = new TextEncoder().encode(segment);
    for (const at of [...bytes.keys()].filter((index) => bytes[index] === 10)) {
      const lost = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      assert.deepEqual(decodeSegment(decoded(lost)).entries, [...three]);
      for (let bit = 0; bit < 8; bit++) {
        const damaged = bytes.slice();
        damaged[at] = 10 ^ (1 << bit);
        assert.deepEqual(decodeSegment(decoded(damaged)).entries, [...three], `bit ${bit} of the line end at ${at}`);
      }
    }
  });

  it('loses only the line that is cut off, wherever that is', () => {
    const before = three.slice(0, 2).map(encodeEntry).join('');
    const last = encodeEntry(three[2]);
    for (let length = 1; length < last.length - 1; length++) {
      const { entries, broken } = decodeSegment(before + last.slice(0, length));
      assert.deepEqual(entries, three.slice(0, 2));
      assert.deepEqual(broken, [{ line: 3, text: last.slice(0, length), reason: 'it is cut off or damaged', newer: false }]);
    }
  });

  it('saves what was written behind a line that was cut off', () => {
    const { entries, broken } = decodeSegment(encodeEntry(three[0]).slice(0, 40) + encodeEntry(three[1]) + encodeEntry(three[2]));
    assert.deepEqual(entries, [three[1], three[2]]);
    assert.deepEqual(
      broken.map(({ line, newer: isNewer }) => [line, isNewer]),
      [[1, false]],
    );
  });

  it('passes over a line of a newer version, and tells it from a damaged one', () => {
    const line = newerLine(three[1]);
    const { entries, broken } = decodeSegment(encodeEntry(three[0]) + line + encodeEntry(three[2]));
    assert.deepEqual(entries, [three[0], three[2]]);
    assert.deepEqual(broken, [{ line: 2, text: line.trimEnd(), reason: 'it was written in format 3, by a newer version of StackDrill', newer: true }]);
    assert.equal(decodeSegment(line.replace('good', 'goot')).broken[0]?.newer, false);
  });

  for (const json of ['null', '7', '"text"', '[]', '{}', '{"v":2}', '{"v":1}']) {
    it(`reports ${json}`, () => {
      const { entries, broken } = decodeSegment(json);
      assert.deepEqual(entries, []);
      assert.equal(broken.length, 1);
      assert.equal(broken[0]?.text, json);
    });
  }

  for (const part of ['id', 'card', 'time', 'grade', 'correct', 'sureness', 'duration'] as const) {
    it(`reports a review whose ${part} is missing or of the wrong kind`, () => {
      for (const value of [undefined, {}, part === 'sureness' ? 'maybe' : null]) {
        const { entries, broken } = decodeSegment(encodeEntry({ ...three[0], [part]: value }));
        assert.deepEqual(entries, []);
        assert.equal(broken[0]?.reason, 'a part of it is missing or of the wrong kind');
      }
    });
  }

  it('reports a time that is no finite number', () => {
    const line = '{"v":1,"id":"a","card":"b","time":1e999,"grade":3,"correct":true,"sureness":null,"duration":7}';
    assert.equal(decodeSegment(line).broken.length, 1);
  });

  it('never throws, whatever the text, and tells of every line what became of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        const { entries, broken } = decodeSegment(text);
        assert.ok(entries.length + broken.length >= text.split('\n').filter((line) => line.trim() !== '').length);
      }),
      properties,
    );
  });
});

describe('mergeEntries', () => {
  const segments = fc.array(anyCopy, { maxLength: 12 });

  it('is the union: every id once, and only entries that one of the segments has', () => {
    fc.assert(
      fc.property(fc.array(segments, { maxLength: 4 }), (lists) => {
        const merged = mergeEntries(lists);
        const all = lists.flat();
        assert.deepEqual(merged.map(({ id }) => id).sort(), [...new Set(all.map(({ id }) => id))].sort());
        assert.ok(merged.every((one) => all.includes(one)));
      }),
      properties,
    );
  });

  it('gives the order of time, and of ids where the time is the same', () => {
    const [early, late, b, a] = [answer('x', 10), answer('y', 20), answer('b', 15), answer('a', 15)];
    assert.deepEqual(
      mergeEntries([
        [late, b],
        [a, early],
      ]),
      [early, a, b, late],
    );
  });

  it('is idempotent, commutative and associative, even where two copies of an entry differ', () => {
    fc.assert(
      fc.property(segments, segments, segments, (one, other, third) => {
        const merged = mergeEntries([one, other]);
        assert.deepEqual(mergeEntries([merged]), merged);
        assert.deepEqual(mergeEntries([merged, one, other, merged]), merged);
        assert.deepEqual(mergeEntries([other, one]), merged);
        assert.deepEqual(mergeEntries([merged, third]), mergeEntries([one, mergeEntries([other, third])]));
      }),
      properties,
    );
  });
});
