import assert from 'node:assert/strict';
import type { Entry } from '../../../../src/study/log';
import { seededRandom } from '../../../../src/study/random';
import { overviewOf } from '../../../../src/study/statistics/overview';
import { answer, day, exam, info, infosOf, noon, stateOf } from './deck';

const options = { now: noon, desiredRetention: 0.9, examDate: '2026-12-24', serviceName: (service: string) => service.toUpperCase() };

/** A year with answers to some cards of every domain. */
function studied() {
  const random = seededRandom(7);
  const infos = ['1', '2', '3'].flatMap((domain) => infosOf(domain, 30));
  const entries: Entry[] = [];
  for (let ago = 200; ago >= 0; ago--) {
    const card = infos[Math.floor(random() * infos.length)]!.card;
    entries.push(answer(card, noon - ago * day, { correct: random() < 0.6, sureness: 'sure' }));
  }
  return { state: stateOf(entries), infos };
}

describe('overviewOf', () => {
  it('is plain data, the same after it was sent', () => {
    const { state, infos } = studied();
    const overview = overviewOf(state, infos, exam, options);
    assert.deepEqual(JSON.parse(JSON.stringify(overview)), overview);
  });

  it('gives figures of one and the same state everywhere', () => {
    const { state, infos } = studied();
    const { readiness, calibration, heatMap, levels, time, plan, forecast, exam: shown } = overviewOf(state, infos, exam, options);
    assert.deepEqual(shown, { id: 'sap-c02', code: 'SAP-C02', title: exam.title });
    assert.equal(calibration.answers, 201);
    assert.equal(
      levels.rows.reduce((sum, { answers }) => sum + answers, 0),
      201,
    );
    assert.equal(
      readiness.domains.reduce((sum, { answers }) => sum + answers, 0),
      201,
    );
    assert.equal(heatMap.streak, 201);
    assert.equal(time.secondsPerAnswer, 30);
    assert.ok(plan.state === 'ahead');
    assert.equal(plan.today.reviews, forecast.backlog + forecast.days[0]!.due);
  });

  it('names services as it is told', () => {
    const { state, infos } = studied();
    assert.ok(overviewOf(state, infos, exam, options).calibration.findings.some(({ about }) => about === 'SQS'));
  });

  it('holds for someone who has just begun', () => {
    const overview = overviewOf(stateOf([]), [info('question:a')], exam, { now: noon, desiredRetention: 0.9 });
    assert.equal(overview.plan.state, 'none');
    assert.equal(overview.readiness.seen, 0);
    assert.deepEqual(JSON.parse(JSON.stringify(overview)), overview);
  });

  it('does not grow out of hand with 10,000 cards and 100,000 answers', () => {
    const random = seededRandom(1);
    const infos = Array.from({ length: 10_000 }, (_, index) =>
      info(`question:${index}`, { domains: [String(1 + (index % 3))], services: [`service-${index % 120}`] }),
    );
    const entries: Entry[] = [];
    for (let index = 0; index < 100_000; index++) {
      const card = infos[Math.floor(random() * infos.length)]!.card;
      entries.push(answer(card, noon - 365 * day + index * 315_000, { correct: random() < 0.8, sureness: 'think-so' }));
    }
    const state = stateOf(entries);
    const times = Array.from({ length: 3 }, () => {
      const begun = performance.now();
      assert.equal(overviewOf(state, infos, exam, options).readiness.cards, 10_000);
      return performance.now() - begun;
    });
    // The budget is 100 ms, on a machine that does nothing else; something quadratic would take far longer than this.
    const best = Math.min(...times);
    assert.ok(best < 1000, `${times.map((time) => time.toFixed(0)).join(' ')} ms`);
  });
});
