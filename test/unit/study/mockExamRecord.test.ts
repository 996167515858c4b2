import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeEntry, decodeSegment } from '../../../src/study/log';
import { startMockExam, type MockExamAction } from '../../../src/study/mockExam';
import { drawQuestions } from '../../../src/study/mockExamDraw';
import { presetsOf } from '../../../src/study/mockExamPresets';
import { decodeRecord, itemsOf, pastDraws, recordOf, resultOfRecord, trend, type MockExamRecord } from '../../../src/study/mockExamRecord';
import { resultOf } from '../../../src/study/mockExamResult';
import { realContent } from '../support';
import { day, optionQuestion, properties, start } from './builders';
import { after, begun, exam, finishedWith, named, optionsOf } from './mockExamBuilders';

const result = resultOf(finishedWith([true, false, undefined, true]), exam, named);
const record = recordOf(result);
const read = (one: MockExamRecord): MockExamRecord => {
  const decoded = decodeRecord(JSON.parse(JSON.stringify(one)));
  if (typeof decoded === 'string') throw new Error(decoded);
  return decoded;
};

/** The record with a part of its first item changed. */
function withItem(place: number, part: unknown): object {
  return { ...record, items: [(record.items[0] as readonly unknown[]).with(place, part), ...record.items.slice(1)] };
}

describe('recordOf and decodeRecord', () => {
  it('give back what was recorded, through JSON', () => {
    assert.deepEqual(read(record), record);
  });

  it('hold all that the result is made of, for any answers, changes, flags and struck options', () => {
    const step = fc.record({ kind: fc.constantFrom('right', 'wrong', 'clear', 'flag', 'strike'), index: fc.nat(9), option: fc.nat(3), seconds: fc.nat(80) });
    fc.assert(
      fc.property(fc.nat(9), fc.array(step, { maxLength: 30 }), (seed, steps) => {
        const mockExam = begun('exam', 10, seed);
        const actions = steps.flatMap(({ kind, index, option, seconds }): [number, MockExamAction][] => {
          const chosen = kind === 'clear' ? [] : optionsOf(mockExam, index, kind === 'right');
          const action: MockExamAction = kind === 'flag' ? { kind, flagged: true } : kind === 'strike' ? { kind, option } : { kind: 'answer', chosen };
          return [
            [0, { kind: 'go', index }],
            [seconds, action],
          ];
        });
        const finished = after(mockExam, ...actions, [1, { kind: 'finish' }]);
        const gone = mockExam.items[seed]!.card;
        const whole = resultOf(finished, exam, (id) => (`question:${id}` === gone ? undefined : named(id)));
        assert.deepEqual(resultOfRecord(read(recordOf(whole)), exam), whole);
        assert.deepEqual(itemsOf(recordOf(whole)), whole.items);
      }),
      properties,
    );
  });

  it('stand in a line of the log', () => {
    const entry = { kind: 'exam', id: 'entry', time: start, record } as const;
    const { entries, broken } = decodeSegment(encodeEntry(entry));
    assert.deepEqual([entries, broken], [[entry], []]);
  });

  it('take under 8 kB for 75 questions of the real notes, all flagged, changed and struck, and for the longest ids', () => {
    const { exams, questions } = realContent();
    const real = exams.find(({ id }) => id === 'sap-c02')!;
    const sizeFor = (asked: typeof questions): number => {
      const [preset] = presetsOf(real);
      const draw = drawQuestions(real, asked, { preset: preset!, seed: 1, past: [] });
      const mockExam = startMockExam({ id: '2f1c7c1e-58a1-4a2e-9f8c-0d6f2a1b3c4d', preset: preset!, mode: 'practice', seed: 4294967295, now: start, draw });
      const actions = mockExam.items.flatMap(({ picks, order }, index): [number, MockExamAction][] => [
        [0, { kind: 'go', index }],
        [0, { kind: 'flag', flagged: true }],
        [70.123, { kind: 'answer', chosen: order.slice(0, picks) }],
        [70.456, { kind: 'answer', chosen: order.slice(-picks) }],
        [0, { kind: 'strike', option: order[0]! }],
      ]);
      const finished = after(mockExam, ...actions, [0, { kind: 'finish' }]);
      const byId = new Map(asked.map((question) => [question.id, question]));
      const made = recordOf(resultOf(finished, real, (id) => byId.get(id)));
      assert.equal(made.items.length, 75);
      return JSON.stringify(made).length;
    };
    assert.ok(sizeFor(questions) < 8000);
    const long = Array.from({ length: 100 }, (_, index) => ({ ...optionQuestion(`${index}`.padStart(48, 'q')), tasks: [`sap-c02/${1 + (index % 4)}.1`] }));
    assert.ok(sizeFor(long) < 8000);
  });

  it('tell another format', () => {
    assert.equal(decodeRecord({ ...record, format: 7 }), 'its mock exam was written in format 7, by another version of StackDrill');
  });

  it('take nothing else for a mock exam', () => {
    for (const kept of [undefined, null, 'record', 4]) assert.equal(decodeRecord(kept), 'it is no mock exam');
  });

  for (const [what, kept] of Object.entries({
    'an empty object': {},
    'no id': { ...record, id: 1 },
    'no exam': { ...record, examId: undefined },
    'no title': { ...record, title: null },
    'another mode': { ...record, mode: 'cram' },
    'a score that is none': { ...record, score: '700' },
    'no end': { ...record, finished: null },
    'a pass that is none': { ...record, passed: 'yes' },
    'no items': { ...record, items: [] },
    'items that are no list': { ...record, items: {} },
    'an item that is none': { ...record, items: [null] },
    'an item that lacks a part': { ...record, items: [record.items[0]!.slice(1)] },
    'a question without an id': withItem(0, ''),
    'a task that is none': withItem(1, 1.1),
    'an order with an option twice': withItem(3, '0011'),
    'an order of letters': withItem(3, 'abcd'),
    'a chosen option that is not there': withItem(4, '9'),
    'struck options that are none': withItem(5, null),
    'marks that are none': withItem(6, 'z'),
    'a time that is none': withItem(7, '12'),
    'a first answer without its worth': withItem(8, '12'),
    'a first answer that is not there': withItem(8, 'r9'),
  })) {
    it(`take ${what} for a record of the wrong kind`, () => {
      assert.equal(decodeRecord(kept), 'a part of its mock exam is missing or of the wrong kind');
    });
  }

  it('never throw, and what was decoded can be added up', () => {
    const damage = fc.tuple(fc.constantFrom(...Object.keys(record)), fc.anything()).map(([key, value]) => ({ ...record, [key]: value }));
    const itemDamage = fc.tuple(fc.nat(8), fc.oneof(fc.string(), fc.anything())).map(([place, value]) => withItem(place, value));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), damage, itemDamage), (kept) => {
        const decoded = decodeRecord(kept);
        if (typeof decoded !== 'string') assert.equal(resultOfRecord(decoded, exam).items.length, decoded.items.length);
        else assert.ok(decoded.length > 0);
      }),
      { ...properties, numRuns: 1000 },
    );
  });
});

describe('the history of mock exams', () => {
  const earlier: MockExamRecord = { ...record, id: 'z-earlier', finished: record.finished - day, score: 400, items: record.items.slice(2) };

  it('names the questions of each, the oldest first, for the next draw', () => {
    const ids = record.items.map(([question]) => question);
    assert.deepEqual(pastDraws([record, earlier]), [ids.slice(2), ids]);
    assert.deepEqual(
      result.items.map(({ card }) => card),
      ids.map((id) => `question:${id}`),
    );
  });

  it('gives the scores over time, whatever the order of the records', () => {
    const { score, low, high, passed, examId, title, finished } = record;
    const points = [
      { time: finished - day, score: 400, low, high, passed, examId, title },
      { time: finished, score, low, high, passed, examId, title },
    ];
    assert.deepEqual(trend([record, earlier]), points);
    assert.deepEqual(trend([earlier, record]), points);
    assert.deepEqual(trend([]), []);
  });

  it('puts those of the same time in one order', () => {
    const same = [
      { ...record, id: 'b', score: 2 },
      { ...record, id: 'a', score: 1 },
    ];
    for (const records of [same, same.toReversed()])
      assert.deepEqual(
        trend(records).map(({ score }) => score),
        [1, 2],
      );
  });
});
