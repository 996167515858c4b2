import assert from 'node:assert/strict';
import type { Sureness } from '../../../../src/study/review';
import { calibrationOf } from '../../../../src/study/statistics/calibration';
import { studiedCards } from '../../../../src/study/statistics/studiedCards';
import { answer, exam, info, noon, stateOf } from './deck';

type Answers = readonly (readonly [sureness: Sureness | null, answers: number, right: number])[];

/** Calibration of answers about SQS and S3, as much of each as is given; all cards lie in domain 1. */
function calibrationFor(bySqs: Answers, byS3: Answers = []) {
  const entries = Object.entries({ sqs: bySqs, s3: byS3 }).flatMap(([service, answers]) =>
    answers.flatMap(([sureness, count, right]) =>
      Array.from({ length: count }, (_, index) => answer(`question:${service}`, noon + index, { sureness, correct: index < right })),
    ),
  );
  const infos = [info('question:sqs', { services: ['sqs'] }), info('question:s3', { services: ['s3'], domains: ['2'] })];
  const state = stateOf(entries);
  const tallies = [...state.history.cards.values()].map(({ sureness }) => sureness);
  return calibrationOf(tallies, studiedCards(state, infos, exam, noon), exam, (service) => (service === 'sqs' ? 'Amazon SQS' : service));
}

describe('calibrationOf', () => {
  it('sets how sure against how right', () => {
    const { rows } = calibrationFor([
      ['guess', 4, 1],
      ['sure', 10, 9],
      [null, 5, 5],
    ]);
    assert.deepEqual(
      rows.map(({ sureness, stated, answers, right }) => [sureness, stated, answers, right]),
      [
        ['guess', 0.25, 4, 1],
        ['think-so', 0.7, 0, 0],
        ['sure', 0.95, 10, 9],
      ],
    );
    assert.equal(rows[1]?.share, undefined);
    assert.ok(rows[2]!.share!.low < 0.9 && rows[2]!.share!.high > 0.9);
    assert.deepEqual(rows[2]?.action, { kind: 'sureness', sureness: 'sure' });
  });

  it('scores by Brier, against always stating the mean', () => {
    const { brier, baseline, answers } = calibrationFor([
      ['guess', 4, 1],
      ['sure', 4, 3],
    ]);
    const expected = (1 * 0.75 ** 2 + 3 * 0.25 ** 2 + 3 * 0.05 ** 2 + 1 * 0.95 ** 2) / 8;
    assert.equal(answers, 8);
    assert.ok(Math.abs(brier! - expected) < 1e-9);
    assert.equal(baseline, 0.25);
  });

  it('says whether sureness tells right from wrong', () => {
    assert.match(
      calibrationFor([
        ['guess', 20, 5],
        ['sure', 20, 19],
      ]).sentence,
      /^Where you were sure, you were right on 95 % of 20 answers\. Brier score 0\.12, against 0\.24 .* tells right answers from wrong ones\.$/,
    );
    assert.match(
      calibrationFor([
        ['guess', 20, 19],
        ['sure', 20, 5],
      ]).sentence,
      /does not tell right answers from wrong ones yet\.$/,
    );
    assert.match(calibrationFor([['guess', 4, 1]]).sentence, /^You have not been sure of any of 4 answers\. These are too few answers to judge by\.$/);
    assert.match(calibrationFor([]).sentence, /^Say how sure you are/);
    assert.deepEqual([calibrationFor([]).brier, calibrationFor([]).baseline], [undefined, undefined]);
  });

  it('names what the learner is too sure about, with a quiz on it', () => {
    const { findings } = calibrationFor([['sure', 12, 7]], [['sure', 20, 19]]);
    assert.deepEqual(findings.map(({ about, direction }) => [about, direction]).sort(), [
      ['Amazon SQS', 'too sure'],
      ['domain 1, Organizational complexity', 'too sure'],
    ]);
    const ofService = findings.find(({ about }) => about === 'Amazon SQS')!;
    assert.equal(ofService.sentence, 'You are surer than you should be about Amazon SQS: sure on 12 answers, right on 7 of them.');
    assert.deepEqual(ofService.action, { kind: 'service', service: 'sqs' });
    assert.ok(ofService.difference.low > 0 && Math.abs(ofService.difference.value - (0.95 - 7 / 12)) < 1e-9);
  });

  it('names what the learner knows better than he thinks', () => {
    const { findings } = calibrationFor([['guess', 12, 11]]);
    const ofService = findings.find(({ about }) => about === 'Amazon SQS')!;
    assert.equal(ofService.direction, 'too unsure');
    assert.equal(ofService.sentence, 'You know more about Amazon SQS than you think: right on 11 of 12 answers, where your sureness claimed 25 %.');
  });

  it('speaks of all answers where the sure ones are not what went wrong', () => {
    const { findings } = calibrationFor([
      ['think-so', 20, 6],
      ['sure', 4, 4],
    ]);
    assert.equal(
      findings.find(({ about }) => about === 'Amazon SQS')!.sentence,
      'You are surer than you should be about Amazon SQS: right on 10 of 24 answers, where your sureness claimed 74 %.',
    );
  });

  it('does not speak of small differences, however many answers bear them out', () => {
    assert.deepEqual(calibrationFor([['sure', 1000, 880]]).findings, []);
  });

  it('speaks first of what the learner is too sure about', () => {
    const { findings } = calibrationFor([['guess', 40, 39]], [['sure', 40, 20]]);
    assert.deepEqual(
      findings.map(({ direction }) => direction),
      ['too sure', 'too sure', 'too unsure', 'too unsure'],
    );
  });

  it('accuses nobody by fewer than 8 answers, nor where chance would do', () => {
    assert.deepEqual(calibrationFor([['sure', 7, 0]]).findings, []);
    assert.deepEqual(calibrationFor([['sure', 10, 9]]).findings, []);
  });
});
