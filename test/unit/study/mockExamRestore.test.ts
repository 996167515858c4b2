import assert from 'node:assert/strict';
import fc from 'fast-check';
import { restoreMockExam } from '../../../src/study/mockExamRestore';
import { numberQuestion, properties } from './builders';
import { after, begun, named, told } from './mockExamBuilders';

const mockExam = after(
  begun('practice'),
  [5, { kind: 'answer', chosen: [1] }],
  [5, { kind: 'strike', option: 2 }],
  [5, { kind: 'next' }],
  [5, { kind: 'pause' }],
);
const [first] = mockExam.items;
const firstId = first!.card.slice('question:'.length);

/** The mock exam with its first item changed. */
function withItem(change: object): object {
  return { ...mockExam, items: [{ ...first, ...change }, ...mockExam.items.slice(1)] };
}

function reason(kept: unknown, questionNamed = named): string | undefined {
  const restored = restoreMockExam(kept, questionNamed);
  return 'reason' in restored ? told(restored.reason) : undefined;
}

describe('restoreMockExam', () => {
  it('gives back a mock exam that went through JSON, finished or not, in both modes', () => {
    for (const kept of [mockExam, begun(), after(begun(), [9, { kind: 'go', index: 10 }], [9, { kind: 'finish' }])]) {
      assert.deepEqual(restoreMockExam(JSON.parse(JSON.stringify(kept)), named), { mockExam: kept });
    }
  });

  it('says which question is gone', () => {
    const gone = (id: string) => (id === firstId ? undefined : named(id));
    assert.equal(reason(mockExam, gone), `The mock exam cannot be continued: its question "${firstId}" is no longer in the notes. Start a new one.`);
  });

  it('says which question has changed', () => {
    const changes = [{ ...named(firstId)!, stem: 'Another?' }, numberQuestion(firstId)];
    for (const change of changes) {
      assert.equal(
        reason(mockExam, (id) => (id === firstId ? change : named(id))),
        `The mock exam cannot be continued: its question "${firstId}" has changed since. Start a new one.`,
      );
    }
  });

  it('says that another version kept it', () => {
    assert.match(reason({ ...mockExam, format: 2 })!, /another version of StackDrill/);
  });

  for (const [what, kept] of Object.entries({
    nothing: undefined,
    null: null,
    'a text': 'exam',
    'a list': [],
    'an empty object': {},
    'one without an id': { ...mockExam, id: undefined },
    'one without an exam': { ...mockExam, examId: 1 },
    'one without a title': { ...mockExam, title: null },
    'another mode': { ...mockExam, mode: 'cram' },
    'a seed that is none': { ...mockExam, seed: 'one' },
    'no beginning': { ...mockExam, started: Infinity },
    'no minutes': { ...mockExam, minutes: 0 },
    'an end before the beginning': { ...mockExam, finished: mockExam.started - 1, clock: { ...mockExam.clock, paused: false } },
    'an end that is none': { ...mockExam, finished: 'yes' },
    'a finished one that is paused': { ...mockExam, finished: mockExam.clock.seen },
    'a pause in mode exam': { ...mockExam, mode: 'exam' },
    'no clock': { ...mockExam, clock: null },
    'more time than there is': { ...mockExam, clock: { ...mockExam.clock, elapsed: 20 * 60_000 + 1 } },
    'all time used and not finished': { ...mockExam, clock: { ...mockExam.clock, elapsed: 20 * 60_000 } },
    'time below zero': { ...mockExam, clock: { ...mockExam.clock, elapsed: -1 } },
    'a clock never seen': { ...mockExam, clock: { ...mockExam.clock, seen: null } },
    'a pause that is none': { ...mockExam, clock: { ...mockExam.clock, paused: 1 } },
    'items that are no list': { ...mockExam, items: {} },
    'no items': { ...mockExam, items: [] },
    'an item that is none': { ...mockExam, items: [null] },
    'an item twice': { ...mockExam, items: [...mockExam.items, first] },
    'a place before the first': { ...mockExam, current: -1 },
    'a place past the overview': { ...mockExam, current: 11 },
    'a place between two': { ...mockExam, current: 0.5 },
    'a card of another kind': withItem({ card: 'fact:sqs#retention' }),
    'no task': withItem({ task: undefined }),
    'no fingerprint': withItem({ fingerprint: 7 }),
    'no number of picks': withItem({ picks: null }),
    'other picks than the question has': withItem({ picks: 3 }),
    'an order that lacks an option': withItem({ order: [0, 1, 2] }),
    'an order that shows an option twice': withItem({ order: [0, 1, 1, 2] }),
    'no order': withItem({ order: 'abcd' }),
    'an option that is not there': withItem({ chosen: [7] }),
    'more chosen than are to be picked': withItem({ chosen: [0, 1, 3] }),
    'a chosen option that is struck out': withItem({ struck: [1] }),
    'struck options that are none': withItem({ struck: null }),
    'a flag that is none': withItem({ flagged: 'yes' }),
    'time below zero for an item': withItem({ milliseconds: -1 }),
    'more time for items than has passed': withItem({ milliseconds: 25_000 }),
    'changes that are no list': withItem({ changes: {} }),
    'a change that is none': withItem({ changes: [null] }),
    'a change without a time': withItem({ changes: [{ chosen: [1] }] }),
    'a change to an option that is not there': withItem({ changes: [{ time: 1, chosen: [9] }] }),
    'more changes than are kept': withItem({ changes: Array.from({ length: 21 }, () => ({ time: 1, chosen: [1] })) }),
  })) {
    it(`takes ${what} for damaged`, () => {
      assert.equal(reason(kept), 'The mock exam that was kept is damaged and cannot be continued. Start a new one.');
    });
  }

  it('never throws, whatever was kept, and gives only what can be gone on with', () => {
    const keys = Object.keys(mockExam);
    const damage = fc.tuple(fc.constantFrom(...keys), fc.anything()).map(([key, value]) => ({ ...mockExam, [key]: value }));
    const itemDamage = fc.tuple(fc.constantFrom(...Object.keys(first!)), fc.anything()).map(([key, value]) => withItem({ [key]: value }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), damage, itemDamage), (kept) => {
        const restored = restoreMockExam(kept, named);
        if ('mockExam' in restored) after(restored.mockExam, [1, { kind: 'resume' }], [1, { kind: 'next' }], [1, { kind: 'answer', chosen: [0] }]);
        else assert.ok(told(restored.reason).endsWith('Start a new one.'));
      }),
      { ...properties, numRuns: 1000 },
    );
  });
});
