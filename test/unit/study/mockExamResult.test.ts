import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MockExamAction } from '../../../src/study/mockExam';
import { misses, resultOf } from '../../../src/study/mockExamResult';
import { estimateNoteOf, scoreOf, shareOf, usablePassingScore } from '../../../src/study/mockExamScore';
import { properties, start } from './builders';
import { after, begun, exam, examOf, finishedWith, named, optionsOf, told } from './mockExamBuilders';

const repeat = <T>(value: T, count: number): T[] => Array.from({ length: count }, () => value);
const close = (one: number, other: number) => assert.ok(Math.abs(one - other) < 5e-4, `${one} is not ${other}`);

describe('shareOf', () => {
  it("gives Wilson's interval at 90 %", () => {
    // 15 of 20 and 0 and 10 of 10, reckoned from the formula with z = 1.645.
    const { share, low, high } = shareOf(15, 20);
    assert.equal(share, 0.75);
    close(low, 0.5676);
    close(high, 0.8727);
    close(shareOf(0, 10).high, 0.2129);
    close(shareOf(10, 10).low, 0.7871);
    assert.deepEqual([shareOf(0, 10).low, shareOf(10, 10).high], [0, 1]);
  });

  it('knows nothing where nothing was asked', () => {
    assert.deepEqual(shareOf(0, 0), { right: 0, total: 0, share: 0, low: 0, high: 1 });
  });

  it('solves the equation that defines it, holds the share and narrows with more questions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (total, some) => {
        const right = Math.min(some, total);
        const { share, low, high } = shareOf(right, total);
        assert.ok(low >= 0 && low <= share && share <= high && high <= 1);
        for (const end of [low, high]) assert.ok(Math.abs((share - end) ** 2 - (1.6448536 ** 2 * end * (1 - end)) / total) < 1e-6);
        const more = shareOf(right * 4, total * 4);
        assert.ok(more.high - more.low < high - low);
      }),
      properties,
    );
  });
});

describe('scoreOf', () => {
  it('goes from 100 over the passing score to 1,000 in two straight lines', () => {
    assert.deepEqual(
      [0, 0.375, 0.75, 0.875, 1].map((share) => scoreOf(share, 750)),
      [100, 425, 750, 875, 1000],
    );
    assert.deepEqual(
      [0, 0.36, 0.72, 0.8, 1].map((share) => scoreOf(share, 720)),
      [100, 410, 720, 800, 1000],
    );
    assert.deepEqual(
      [0, 0.5, 1].map((share) => scoreOf(share, null)),
      [100, 550, 1000],
    );
  });

  it('rounds down, but not for a trace of the arithmetic', () => {
    assert.deepEqual([scoreOf(21 / 50, 750), scoreOf(2 / 3, 750)], [464, 677]);
  });

  it('never falls with more right answers, and passes exactly from the passing share on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.constantFrom(720, 750, 101, 999), (total, passingScore) => {
        let before = 100;
        for (let right = 0; right <= total; right++) {
          const score = scoreOf(right / total, passingScore);
          assert.ok(score >= before && score <= 1000);
          assert.equal(score >= passingScore, right * 1000 >= passingScore * total);
          before = score;
        }
        assert.equal(before, 1000);
      }),
      properties,
    );
  });

  it('says that it is an estimate, and how it is made', () => {
    assert.match(told(estimateNoteOf(720)), /estimate: it rises evenly from 100 \(nothing right\) to 720 \(72 % right\), and from there to 1,000/);
    assert.match(told(estimateNoteOf(null)), /no published passing score. The score is an estimate/);
  });

  it("takes a passing score only within AWS's scale", () => {
    assert.equal(usablePassingScore(examOf([1], 720)), 720);
    for (const other of [72, 100, 1000, 7200]) assert.equal(usablePassingScore(examOf([1], other)), null);
    assert.equal(usablePassingScore(examOf([1], null)), null);
  });
});

describe('resultOf', () => {
  const result = resultOf(finishedWith([...repeat(true, 7), false, undefined, undefined]), exam, named);

  it('counts what was not answered as wrong', () => {
    assert.deepEqual([result.overall.right, result.overall.total, result.overall.share, result.unanswered], [7, 10, 0.7, 2]);
    assert.deepEqual(
      result.items.map(({ outcome }) => outcome),
      [...repeat('right', 7), 'wrong', 'unanswered', 'unanswered'],
    );
  });

  it('estimates the score with its range, and whether it passes', () => {
    assert.deepEqual([result.score, result.passed, result.passingScore], [706, false, 750]);
    assert.equal(result.low, scoreOf(result.overall.low, 750));
    assert.equal(result.high, scoreOf(result.overall.high, 750));
    assert.ok(result.low < result.score && result.score < result.high);
    assert.equal(resultOf(finishedWith([...repeat(true, 3), false]), exam, named).passed, true);
    assert.deepEqual(result.estimateNote, estimateNoteOf(750));
  });

  it('leaves open whether an exam without a passing score is passed', () => {
    const { score, passed, passingScore } = resultOf(finishedWith([true, false]), examOf([60, 40], null), named);
    assert.deepEqual([score, passed, passingScore], [550, null, null]);
  });

  it('gives no credit for a part of a multiple response', () => {
    const mockExam = begun();
    const index = mockExam.items.findIndex(({ picks }) => picks === 2);
    const right = optionsOf(mockExam, index, true);
    const outcome = (chosen: readonly number[]) =>
      resultOf(after(mockExam, [0, { kind: 'go', index }], [1, { kind: 'answer', chosen }], [1, { kind: 'finish' }]), exam, named).items[index]!.outcome;
    assert.deepEqual([outcome(right), outcome(right.slice(1)), outcome([right[0]!, 1])], ['right', 'wrong', 'wrong']);
  });

  it('adds up by domain and by task, every question once', () => {
    assert.deepEqual(
      result.domains.map(({ id, title, weight, total }) => [id, title, weight, total]),
      [
        ['1', 'Domain 1', 60, 6],
        ['2', 'Domain 2', 40, 4],
      ],
    );
    assert.deepEqual(
      result.tasks.map(({ task, title, total }) => [task, title, total]),
      [
        ['x/1.1', 'Task 1.1', 3],
        ['x/1.2', 'Task 1.2', 3],
        ['x/2.1', 'Task 2.1', 2],
        ['x/2.2', 'Task 2.2', 2],
      ],
    );
    for (const parts of [result.domains, result.tasks])
      assert.equal(
        parts.reduce((sum, { right }) => sum + right, 0),
        7,
      );
    for (const { right, total, share, low, high } of result.tasks) assert.deepEqual({ right, total, share, low, high }, shareOf(right, total));
  });

  it('leaves out domains that were not asked', () => {
    const mockExam = finishedWith([true, false]);
    const items = mockExam.items.map((item) => ({ ...item, task: 'x/2.1' }));
    const { domains, tasks } = resultOf({ ...mockExam, items }, exam, named);
    assert.deepEqual([domains.map(({ id }) => id), tasks.map(({ task }) => task)], [['2'], ['x/2.1']]);
  });

  it('calls the domain weakest that costs most of the exam', () => {
    const mockExam = begun();
    const answered = (missed: (task: string) => boolean) => {
      const actions = mockExam.items.flatMap(({ task }, index): [number, MockExamAction][] => [
        [0, { kind: 'go', index }],
        [1, { kind: 'answer', chosen: optionsOf(mockExam, index, !missed(task)) }],
      ]);
      return resultOf(after(mockExam, ...actions, [0, { kind: 'finish' }]), exam, named);
    };
    // Half of a domain of 60 % costs more than half of one of 40 %, and less than all of that.
    const both = answered((task) => task === 'x/1.1' || task === 'x/2.1');
    assert.deepEqual([both.weakest?.id, both.weakest?.expectedLoss], ['1', 30]);
    const second = answered((task) => task !== 'x/1.2');
    assert.deepEqual([second.weakest?.id, second.weakest?.expectedLoss], ['2', 40]);
    assert.equal(answered(() => false).weakest, null);
  });

  it('tells the mean time and the five that took longest', () => {
    const mockExam = after(begun(), ...[4, 9, 2, 30, 7, 1, 12].map((seconds) => [seconds, { kind: 'next' }] as const), [0, { kind: 'finish' }]);
    const { meanMilliseconds, slowest, elapsed } = resultOf(mockExam, exam, named);
    assert.deepEqual([meanMilliseconds, elapsed], [6500, 65_000]);
    assert.deepEqual(
      slowest.map(({ milliseconds }) => milliseconds),
      [30_000, 12_000, 9000, 7000, 4000],
    );
  });

  it('tells what became of answers that were changed', () => {
    const mockExam = begun();
    const item = (index: number, ...answers: readonly (readonly number[])[]): [number, MockExamAction][] => [
      [0, { kind: 'go', index }],
      ...answers.map((chosen): [number, MockExamAction] => [1, { kind: 'answer', chosen }]),
    ];
    const right = (index: number) => optionsOf(mockExam, index, true);
    const wrong = (index: number) => optionsOf(mockExam, index, false);
    const single = mockExam.items.findIndex(({ picks }) => picks === 1);
    const others = [...mockExam.items.keys()].filter((index) => index !== single);
    const done = after(
      mockExam,
      ...item(single, [0], right(single), [2]),
      ...item(others[0]!, right(others[0]!), wrong(others[0]!)),
      ...item(others[1]!, wrong(others[1]!), right(others[1]!)),
      ...item(others[2]!, right(others[2]!), wrong(others[2]!), right(others[2]!)),
      ...item(others[3]!, right(others[3]!), []),
      ...item(others[4]!, wrong(others[4]!)),
      [1, { kind: 'finish' }],
    );
    const { changes, items } = resultOf(done, exam, named);
    assert.deepEqual(changes, { 'right-to-wrong': 2, 'wrong-to-right': 1, 'wrong-to-wrong': 1 });
    assert.deepEqual(items[single]!.changed, { first: [0], change: 'wrong-to-wrong' });
    assert.equal(items[others[2]!]!.changed, undefined);
  });

  it('tells how the flagged ones fared', () => {
    const mockExam = begun();
    const flag = (index: number, right: boolean): [number, MockExamAction][] => [
      [0, { kind: 'go', index }],
      [1, { kind: 'flag', flagged: true }],
      [1, { kind: 'answer', chosen: optionsOf(mockExam, index, right) }],
    ];
    const { flagged } = resultOf(after(mockExam, ...flag(0, true), ...flag(3, false), ...flag(4, false), [1, { kind: 'finish' }]), exam, named);
    assert.deepEqual(flagged, shareOf(1, 3));
  });

  it('leaves out questions that are gone or were changed', () => {
    const mockExam = finishedWith([true, true, false, undefined]);
    const ids = mockExam.items.map(({ card }) => card.slice('question:'.length));
    const now = resultOf(mockExam, exam, (id) => (id === ids[0] ? undefined : id === ids[2] ? { ...named(id)!, stem: 'Another?' } : named(id)));
    assert.deepEqual([now.overall.right, now.overall.total, now.withdrawn], [1, 2, 2]);
    assert.deepEqual(
      now.items.map(({ outcome }) => outcome),
      ['withdrawn', 'right', 'withdrawn', 'unanswered'],
    );
    assert.deepEqual(misses(now), [`question:${ids[3]}`]);
    const nothing = resultOf(mockExam, exam, () => undefined);
    assert.deepEqual([nothing.overall.total, nothing.score, nothing.weakest, nothing.meanMilliseconds], [0, 100, null, 0]);
  });

  it('needs a finished mock exam', () => {
    assert.throws(() => resultOf(begun(), exam, named), /not finished/);
  });

  it('names the mock exam, when and how long', () => {
    const { id, examId, title, mode, seed, started, finished, minutes, elapsed } = result;
    assert.deepEqual([id, examId, title, mode, seed], ['mock-1', 'x', 'Custom exam', 'exam', 1]);
    assert.deepEqual([started, finished, minutes, elapsed], [start, start + 11_000, 20, 11_000]);
  });
});

describe('misses', () => {
  it('are the cards of what was wrong or not answered', () => {
    const mockExam = finishedWith([true, false, undefined, true]);
    assert.deepEqual(misses(resultOf(mockExam, exam, named)), [mockExam.items[1]!.card, mockExam.items[2]!.card]);
  });

  it('and the right ones are the whole, for any answers', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(true, false, undefined), { minLength: 1, maxLength: 10 }), (answers) => {
        const result = resultOf(finishedWith(answers), exam, named);
        assert.equal(misses(result).length + result.overall.right, answers.length);
        assert.equal(result.overall.right, answers.filter((right) => right).length);
        assert.equal(result.passed, result.overall.right * 1000 >= 750 * answers.length);
      }),
      properties,
    );
  });
});
