import assert from 'node:assert/strict';
import { fargateCpuHours, instancesForZoneLoss, lambdaConcurrency, lambdaGigabyteSeconds } from '../../../../src/study/drills/compute';
import { breakEvenHours, coveredInstances, footprint, normalizationFactor } from '../../../../src/study/drills/purchasing';
import { figure, first, recounted } from './stems';

/** The factors as AWS lists them. */
const factors: Record<string, number> = { medium: 2, large: 4, xlarge: 8, '2xlarge': 16, '4xlarge': 32, '8xlarge': 64, '12xlarge': 96, '16xlarge': 128 };

function instancesIn(text: string): { count: number; size: string }[] {
  return [...text.matchAll(/(\d+) × \w+\.(\w+)/g)].map(([, count = '', size = '']) => ({ count: Number(count), size }));
}

/** Units, one instance after the other. */
function units(instances: readonly { count: number; size: string }[]): number {
  let sum = 0;
  for (const { count, size } of instances) for (let instance = 0; instance < count; instance++) sum += factors[size]!;
  return sum;
}

describe('Lambda', () => {
  it('runs 50 at once for 100 requests a second of half a second', () => {
    assert.equal(lambdaConcurrency({ requestsPerSecond: 100, milliseconds: 500 }), 50);
    assert.equal(lambdaConcurrency({ requestsPerSecond: 7, milliseconds: 300 }), 3);
  });

  it('runs as many at once as the busy time of one second fills environments', () => {
    recounted('lambda-concurrency', (stem) => {
      const milliseconds = figure(stem, /([\d,]+) milliseconds/);
      let busy = 0;
      for (let request = 0; request < figure(stem, /([\d,]+) (?:times|requests) a second/); request++) busy += milliseconds;
      return first(1, (environments) => environments * 1000 >= busy);
    });
  });

  it('bills run time times configured memory', () => {
    assert.equal(lambdaGigabyteSeconds({ invocations: 3_000_000, milliseconds: 1000, megabytes: 512 }), 1_500_000);
    recounted('lambda-gigabyte-seconds', (stem) => {
      const milliseconds = figure(stem, /([\d,]+) milliseconds/);
      const hundreds = figure(stem, /([\d,]+) (?:times|invocations) a month/) / 100;
      let seconds = 0;
      for (let run = 0; run < hundreds; run++) seconds += milliseconds / 10;
      return (seconds / 1024) * figure(stem, /([\d,]+) MB(?: of memory|\.)/);
    });
  });
});

describe('Fargate', () => {
  it('bills what the tasks request, hour by hour', () => {
    assert.equal(fargateCpuHours({ tasks: 4, cpus: 0.5, hours: 10 }), 20);
    recounted('fargate-cpu-hours', (stem) => {
      const day = figure(stem, /(\d+) (?:Fargate )?tasks for/);
      const night = figure(stem, /and (\d+) (?:tasks|at all)/);
      let cpuHours = 0;
      for (let hour = 0; hour < figure(stem, /month of (\d+) days/) * 24; hour++) {
        cpuHours += (hour % 24 < figure(stem, /for (\d+) hours/) ? day : night) * figure(stem, /requests ([\d.]+) vCPU/);
      }
      return cpuHours;
    });
  });
});

describe('capacity that outlives a zone', () => {
  it('is nine for six over three zones, and twelve over two', () => {
    assert.equal(instancesForZoneLoss({ needed: 6, zones: 3 }), 9);
    assert.equal(instancesForZoneLoss({ needed: 6, zones: 2 }), 12);
  });

  it('is the smallest even spread that loses its fullest zone and still has enough', () => {
    for (let zones = 2; zones <= 5; zones++) {
      for (let needed = 1; needed <= 40; needed++) {
        const least = first(1, (running) => running - Math.ceil(running / zones) >= needed);
        assert.equal(instancesForZoneLoss({ needed, zones }), least, `${needed} over ${zones}`);
      }
    }
    recounted('zone-loss', (stem) => {
      const zones = figure(stem, /(\d) Availability Zones/);
      const load = figure(stem, /([\d,]+) requests a second/);
      const each = figure(stem, /(?:one instance carries|An instance manages) (\d+)/);
      return first(1, (running) => (running - Math.ceil(running / zones)) * each >= load);
    });
  });
});

describe('units of Reserved Instances', () => {
  it('are those that AWS lists, from nano to 32xlarge', () => {
    const sizes = [
      'nano',
      'micro',
      'small',
      'medium',
      'large',
      'xlarge',
      '2xlarge',
      '4xlarge',
      '8xlarge',
      '9xlarge',
      '10xlarge',
      '12xlarge',
      '16xlarge',
      '24xlarge',
      '32xlarge',
    ];
    assert.deepEqual(sizes.map(normalizationFactor), [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 72, 80, 96, 128, 192, 256]);
    assert.equal(normalizationFactor('metal'), undefined);
    assert.throws(() => footprint([{ count: 1, size: 'metal' }]), /"metal" has no normalization factor/);
  });

  it('make one 2xlarge four large or two xlarge', () => {
    assert.equal(footprint([{ count: 1, size: '2xlarge' }]), 16);
    assert.equal(coveredInstances({ count: 1, size: '2xlarge' }, 'large'), 4);
    assert.equal(coveredInstances({ count: 1, size: '2xlarge' }, 'xlarge'), 2);
  });

  it('are used up instance by instance', () => {
    recounted('reserved-size-units', (stem) => {
      const size = /(?:it runs|are now) \w+\.(\w+)/.exec(stem)?.[1] ?? '';
      const reserved = units(instancesIn(stem));
      return first(1, (count) => units([{ count: count + 1, size }]) > reserved);
    });
  });

  it('cover a fleet once there are as many as it counts', () => {
    recounted('reserved-fleet', (stem) => {
      const size = /Reserved Instances of \w+\.(\w+)/.exec(stem)?.[1] ?? '';
      return first(1, (count) => units([{ count, size }]) >= units(instancesIn(stem)));
    });
  });
});

describe('the break-even of a commitment', () => {
  it('lies at 60 percent of the hours for a discount of 40', () => {
    assert.equal(breakEvenHours({ discount: 40, hours: 100 }), 60);
  });

  it('is where On-Demand has cost as much, tenth by tenth of an hour', () => {
    recounted('commitment-break-even', (stem) => {
      const discount = figure(stem, /(\d+) percent/);
      const hours = stem.includes('a week') ? 168 : stem.includes('730') ? 730 : 720;
      return first(0, (tenths) => tenths * 100 >= hours * 10 * (100 - discount)) / 10;
    });
  });
});
