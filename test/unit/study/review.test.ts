import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeLog, encodeReview, gradeOf, mergeReviews, type Review } from '../../../src/study/review';
import { anyCopy, anyReview, properties, review } from './builders';

/** UTF-8 as an editor or a synced folder hands it over: bytes that are no character become a replacement character. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const three = [review('question:a', 1000), review('question:b', 2000, 1), review('question:c', 3000, 4)];

describe('gradeOf', () => {
  for (const [correct, sureness, grade] of [
    [false, null, 1],
    [false, 'guess', 1],
    [false, 'think-so', 1],
    [false, 'sure', 1],
    [true, 'guess', 2],
    [true, null, 3],
    [true, 'think-so', 3],
    [true, 'sure', 4],
  ] as const) {
    it(`makes ${grade} of a ${correct ? 'right' : 'wrong'} answer given with sureness ${String(sureness)}`, () => {
      assert.equal(gradeOf(correct, sureness), grade);
    });
  }
});

describe('the review log', () => {
  it('reads back what it wrote, whatever the reviews', () => {
    fc.assert(
      fc.property(fc.array(anyReview), (reviews) => {
        assert.deepEqual(decodeLog(reviews.map(encodeReview).join('')), { reviews, broken: [] });
      }),
      properties,
    );
  });

  it('writes one line for each review, whatever its text', () => {
    fc.assert(
      fc.property(anyReview, (one) => {
        const line = encodeReview(one);
        assert.equal(line.indexOf('\n'), line.length - 1);
      }),
      properties,
    );
  });

  it('passes over empty lines and takes either line end', () => {
    const text = `\n${three.map(encodeReview).join('\n')}`.replaceAll('\n', '\r\n');
    assert.deepEqual(decodeLog(text), { reviews: three, broken: [] });
  });

  it('loses only the line in which a byte is damaged', () => {
    const lines = three.map((one) => new TextEncoder().encode(encodeReview(one)));
    const [first, middle, last] = lines as [Uint8Array, Uint8Array, Uint8Array];
    fc.assert(
      fc.property(fc.nat(middle.length - 2), fc.nat(255), (at, byte) => {
        const damaged = middle.slice();
        damaged[at] = byte;
        const { reviews, broken } = decodeLog(decoded(Buffer.concat([first, damaged, last])));
        assert.deepEqual(reviews[0], three[0]);
        assert.deepEqual(reviews.at(-1), three[2]);
        assert.ok(
          broken.every(({ line }) => line === 2 || line === 3),
          'the damage is reported where it is',
        );
        assert.ok(reviews.length === 3 || broken.length > 0, 'a line that is lost is reported');
      }),
      properties,
    );
  });

  it('loses only the line that is cut off, and says so', () => {
    const whole = encodeReview(three[2]!);
    for (let length = 1; length < whole.length - 1; length++) {
      const { reviews, broken } = decodeLog(encodeReview(three[0]!) + encodeReview(three[1]!) + whole.slice(0, length));
      assert.deepEqual(reviews, three.slice(0, 2));
      assert.deepEqual(broken, [{ line: 3, reason: 'it is cut off or damaged' }]);
    }
  });

  it('reads a last line whose line end is missing', () => {
    assert.deepEqual(decodeLog(encodeReview(three[0]!).trimEnd()).reviews, [three[0]]);
  });

  it('reports a line of a newer version with that version', () => {
    const newer = `${JSON.stringify({ v: 2, ...three[1] })}\n`;
    assert.deepEqual(decodeLog(encodeReview(three[0]!) + newer + encodeReview(three[2]!)), {
      reviews: [three[0], three[2]],
      broken: [{ line: 2, reason: 'it was written in format 2, by another version of StackDrill' }],
    });
  });

  for (const json of ['null', '7', '"text"']) {
    it(`reports ${json} as no review`, () => {
      assert.deepEqual(decodeLog(json).broken, [{ line: 1, reason: 'it is no review' }]);
    });
  }

  for (const [part, value] of Object.entries({ id: 1, card: null, time: '0', grade: 5, correct: 1, sureness: 'maybe', duration: null })) {
    it(`reports a review whose ${part} is of the wrong kind or missing`, () => {
      const expected = { reviews: [], broken: [{ line: 1, reason: 'a part of it is missing or of the wrong kind' }] };
      assert.deepEqual(decodeLog(encodeReview({ ...three[0]!, [part]: value })), expected);
      assert.deepEqual(decodeLog(encodeReview({ ...three[0]!, [part]: undefined })), expected);
    });
  }

  it('reports a time that is no finite number', () => {
    assert.equal(decodeLog(encodeReview(three[0]!).replace('"time":1000', '"time":1e999')).broken.length, 1);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { reviews, broken } = decodeLog(text);
        assert.equal(reviews.length + broken.length, text.split('\n').filter((line) => line.trim() !== '').length);
      }),
      properties,
    );
  });
});

describe('mergeReviews', () => {
  const segment = fc.array(anyCopy, { maxLength: 12 });

  it('is the union: every id once, and only reviews that one of the segments has', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
        const merged = mergeReviews(segments);
        const all = segments.flat();
        assert.deepEqual(merged.map(({ id }) => id).sort(), [...new Set(all.map(({ id }) => id))].sort());
        assert.ok(merged.every((one) => all.includes(one)));
      }),
      properties,
    );
  });

  it('gives the order of time, and of ids where the time is the same', () => {
    const [early, late] = [review('question:a', 10), review('question:a', 20)];
    const twins: Review[] = [
      { ...early, id: 'b', time: 15 },
      { ...early, id: 'a', time: 15 },
    ];
    assert.deepEqual(
      mergeReviews([
        [late, twins[0]!],
        [twins[1]!, early],
      ]),
      [early, twins[1], twins[0], late],
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(segment, segment, (one, other) => {
        const merged = mergeReviews([one, other]);
        assert.deepEqual(mergeReviews([merged]), merged);
        assert.deepEqual(mergeReviews([merged, one, other, merged]), merged);
      }),
      properties,
    );
  });

  it('is commutative, even where two copies of a review differ', () => {
    fc.assert(
      fc.property(segment, segment, (one, other) => {
        assert.deepEqual(mergeReviews([one, other]), mergeReviews([other, one]));
      }),
      properties,
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(segment, segment, segment, (one, other, third) => {
        assert.deepEqual(mergeReviews([mergeReviews([one, other]), third]), mergeReviews([one, mergeReviews([other, third])]));
      }),
      properties,
    );
  });
});
