import assert from 'node:assert/strict';
import { lineSpeedFor, transferDays } from '../../../../src/study/drills/transfer';
import { figure, first, rechosen, recounted } from './stems';

function megabits(stem: string): number {
  return stem.includes('Gbps') ? figure(stem, /([\d.]+) Gbps/) * 1000 : figure(stem, /([\d,]+) Mbps/);
}

/** Days until nothing is left to send, minute by minute. */
function daysByMinutes(stem: string): number {
  const sent = (megabits(stem) * figure(stem, /(\d+) percent/) * 60) / 100;
  let minutes = 0;
  for (let left = figure(stem, /([\d,]+) TB[^=]/) * 8_000_000; left > 0; left -= sent) minutes++;
  return minutes / 1440;
}

describe('the time on the line', () => {
  it('is 11.6 days for 10 TB at 100 Mbps and 80 percent, so the disks are carried', () => {
    const transfer = { terabytes: 10, megabitsPerSecond: 100, utilisation: 0.8 };
    assert.equal(transferDays(transfer).toFixed(1), '11.6');
    assert.equal(Math.round(transferDays(transfer) * 86_400), 1_000_000);
    assert.ok(transferDays(transfer) > 7);
  });

  it('ends when nothing is left to send', () => {
    recounted('transfer-days', daysByMinutes, 0.051);
  });

  it('decides on the way, by the right number of days', () => {
    rechosen('line-or-road', (stem, texts) => {
      const days = daysByMinutes(stem);
      const limit = figure(stem, /(\d+) days/);
      return texts.filter((text) => Math.abs(figure(text, /about ([\d,.]+) days/) - days) < 0.06 && text.startsWith('Send it') === days <= limit);
    });
  });

  it('leads to either advice', () => {
    const advice = new Set<boolean>();
    rechosen('line-or-road', (stem, texts) => {
      const days = daysByMinutes(stem);
      advice.add(days <= figure(stem, /(\d+) days/));
      return texts.filter((text) => Math.abs(figure(text, /about ([\d,.]+) days/) - days) < 0.06);
    });
    assert.equal(advice.size, 2);
  });
});

describe('the speed of a line', () => {
  it('is 166 Mbps for 10 TB in 7 days at 80 percent', () => {
    assert.equal(lineSpeedFor({ terabytes: 10, days: 7, utilisation: 0.8 }), 166);
  });

  it('is the least that is done in time', () => {
    recounted('line-speed', (stem) => {
      const bits = figure(stem, /([\d,]+) TB[^=]/) * 8e12;
      const seconds = figure(stem, /(\d+) days/) * 86_400;
      const percent = figure(stem, /(\d+) percent/);
      return first(1, (speed) => (speed * 1e6 * percent * seconds) / 100 >= bits);
    });
  });
});
