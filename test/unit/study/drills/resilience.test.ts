import assert from 'node:assert/strict';
import { availabilityInParallel, availabilityInSeries, downtimeMinutes } from '../../../../src/study/drills/availability';
import { clockTime, lossAt, objectivesMet, recoveryTime, worstLoss } from '../../../../src/study/drills/recovery';
import { figure, rechosen, recounted } from './stems';

/** Percent of the time in which `works` holds, over all ways in which parts are up or down. */
function overAllStates(parts: readonly number[], works: (up: readonly boolean[]) => boolean): number {
  let percent = 0;
  for (let state = 0; state < 2 ** parts.length; state++) {
    const up = parts.map((_, part) => Math.floor(state / 2 ** part) % 2 === 1);
    if (works(up)) percent += parts.reduce((chance, part, index) => chance * (up[index] ? part / 100 : 1 - part / 100), 100);
  }
  return percent;
}

/** The state, in minutes, of the newest copy that is usable at a time; one starts at 0 and at every interval before and after. */
function newestUsable(time: number, interval: number, duration: number): number {
  let newest = -Infinity;
  for (let start = -20 * interval; start <= time; start += interval) if (start + duration <= time) newest = start;
  return newest;
}

function minutesOf(stem: string, pattern: RegExp): number {
  const [, hours = '', minutes = ''] = pattern.exec(stem) ?? [];
  assert.notEqual(hours, '', stem);
  return Number(hours) * 60 + Number(minutes);
}

describe('availability', () => {
  it('of three parts in series with 99.99 percent is 99.97, of two copies with 99.9 is 99.9999', () => {
    assert.equal(availabilityInSeries([99.99, 99.99, 99.99]).toFixed(2), '99.97');
    assert.equal(availabilityInParallel([99.9, 99.9]).toFixed(4), '99.9999');
  });

  it('in series is the time in which all parts are up', () => {
    recounted(
      'availability-in-series',
      (stem) =>
        overAllStates(
          [...stem.matchAll(/([\d.]+) percent/g)].map(([, part]) => Number(part)),
          (up) => up.every(Boolean),
        ),
      0.005,
    );
  });

  it('in series is plainly worse than the weakest part', () => {
    recounted(
      'availability-in-series',
      (stem) => {
        const parts = [...stem.matchAll(/([\d.]+) percent/g)].map(([, part]) => Number(part));
        const whole = overAllStates(parts, (up) => up.every(Boolean));
        assert.ok(Math.min(...parts) - whole > 0.02, stem);
        return whole;
      },
      0.005,
    );
  });

  it('of copies is the time in which one at least is up', () => {
    recounted(
      'availability-in-parallel',
      (stem) => {
        const copies = figure(stem, /(\d) (?:Availability Zones|copies)/);
        return overAllStates(
          Array.from({ length: copies }, () => figure(stem, /available ([\d.]+) percent/)),
          (up) => up.some(Boolean),
        );
      },
      0.00005,
    );
  });

  it('of a design is the time in which one server and the database are up', () => {
    recounted(
      'availability-of-a-design',
      (stem) => {
        const server = figure(stem, /available ([\d.]+) percent/);
        return overAllStates(
          [server, server, figure(stem, /with ([\d.]+) percent/)],
          ([one, other, database]) => Boolean((one ?? false) || other) && Boolean(database),
        );
      },
      0.005,
    );
  });

  it('of 99.9 percent allows 43.2 minutes in 30 days', () => {
    assert.equal(downtimeMinutes({ availability: 99.9, days: 30 }).toFixed(4), '43.2000');
    recounted(
      'downtime-budget',
      (stem) => {
        const allowed = figure(stem, /(\d+) days/) * 24 * 60 * (1 - figure(stem, /([\d.]+) percent/) / 100);
        return stem.includes('Outages') ? allowed - figure(stem, /Outages of ([\d,.]+) minutes/) : allowed;
      },
      0.0501,
    );
  });
});

describe('data lost', () => {
  it('is 40 minutes where copies start every 30, take 12 and the failure comes 10 after a start', () => {
    assert.equal(lossAt(10, { interval: 30, duration: 12 }), 40);
    assert.equal(lossAt(12, { interval: 30, duration: 12 }), 12);
    assert.equal(worstLoss({ interval: 30, duration: 12 }), 42);
  });

  it('is at worst what no minute of a cycle exceeds', () => {
    recounted('worst-data-loss', (stem) => {
      const interval = figure(stem, /every (\d+) minutes/i);
      const duration = figure(stem, /(?:usable (\d+) minutes later)/.test(stem) ? /usable (\d+) minutes later/ : /(\d+) minutes after the start/);
      let worst = 0;
      // Just before each minute: a copy that ends then is not usable yet.
      for (let minute = 0; minute <= 2 * interval; minute++) worst = Math.max(worst, minute - newestUsable(minute - 0.001, interval, duration));
      return worst;
    });
  });

  it('by a failure runs from the newest usable copy to it', () => {
    recounted('data-loss-of-a-failure', (stem) => {
      const start = minutesOf(stem, /(?:one of them|one backup starts) at (\d\d):(\d\d)/);
      const failure = minutesOf(stem, /At (\d\d):(\d\d) everything/) - start;
      const interval = figure(stem, /every (\d+) minutes/);
      return failure - newestUsable(failure, interval, figure(stem, /usable (\d+) minutes later/));
    });
  });
});

describe('recovery', () => {
  it('takes as long as all its steps', () => {
    assert.equal(recoveryTime({ detection: 5, decision: 10, gigabytes: 300, megabytesPerSecond: 100, checks: 15 }), 80);
    recounted('recovery-time', (stem) => {
      const rate = figure(stem, /(\d+) MB a second/);
      let seconds = 0;
      for (let left = figure(stem, /([\d,]+) GB/) * 1000; left > 0; left -= rate) seconds++;
      const decision = figure(stem, /(?:decided (\d+) minutes later)/.test(stem) ? /decided (\d+) minutes later/ : /then (\d+) minutes until/);
      const detection = figure(stem, /after (\d+) minutes/.test(stem) ? /after (\d+) minutes/ : /showed: (\d+) minutes/);
      return detection + decision + seconds / 60 + figure(stem, /checks take (\d+) minutes/);
    });
  });

  it('with an RTO of 2 hours and an RPO of 15 minutes is back within 2 hours with data at most 15 minutes old', () => {
    assert.deepEqual(objectivesMet({ downtime: 120, loss: 15, rto: 120, rpo: 15 }), { rto: true, rpo: true });
    assert.deepEqual(objectivesMet({ downtime: 121, loss: 15, rto: 120, rpo: 15 }), { rto: false, rpo: true });
    assert.deepEqual(objectivesMet({ downtime: 120, loss: 16, rto: 120, rpo: 15 }), { rto: true, rpo: false });
  });

  it('is judged by the times of the stem', () => {
    rechosen('recovery-objectives', (stem, texts) => {
      const copy = minutesOf(stem, /state of (\d\d):(\d\d)/);
      const failure = minutesOf(stem, /At (\d\d):(\d\d) the site/);
      const back = minutesOf(stem, /at (\d\d):(\d\d) users/);
      const rto = back - failure <= figure(stem, /RTO of (\d+)/);
      const rpo = failure - copy <= figure(stem, /RPO of (\d+)/);
      if (rto === rpo) return texts.filter((text) => text.startsWith('Both') && text.endsWith(rto ? 'met.' : 'missed.'));
      return texts.filter((text) => text.startsWith(rto ? 'The RTO is met' : 'The RPO is met'));
    });
  });

  it('writes times with two digits', () => {
    assert.deepEqual([640, 65, 0].map(clockTime), ['10:40', '01:05', '00:00']);
  });
});
