import { between, oneOf, roundedTo, roundedUp, written, type Drill } from './drill';

const checked = '2026-11-21';
const volumePage = 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html';
const burstIops = 3000;
const burstCredits = 5_400_000;
const gp3Included = 3000;

/** Baseline of a gp2 volume: 3 IOPS per GiB, from 100 to 16,000. */
export function gp2BaselineIops(gibibytes: number): number {
  return Math.min(16_000, Math.max(100, 3 * gibibytes));
}

/** Seconds that a full bucket of gp2 credits carries 3,000 IOPS; undefined where the baseline is that high already. */
export function gp2BurstSeconds(gibibytes: number): number | undefined {
  const baseline = gp2BaselineIops(gibibytes);
  return baseline < burstIops ? burstCredits / (burstIops - baseline) : undefined;
}

/** GiB of gp2 whose baseline reaches so many IOPS, at most 16,000. */
export function gp2SizeFor(iops: number): number {
  return iops <= 100 ? 1 : roundedUp(iops / 3);
}

/** IOPS to provision beyond the 3,000 that gp3 includes, to match the baseline of a gp2 volume. */
export function gp3ExtraIops(gibibytes: number): number {
  return Math.max(0, gp2BaselineIops(gibibytes) - gp3Included);
}

export const volumeDrills: readonly Drill[] = [
  {
    id: 'gp2-baseline',
    title: 'EBS: baseline IOPS of gp2',
    tasks: ['saa-c03/3.1', 'sap-c02/3.3', 'sap-2014/5.1'],
    services: ['ebs'],
    facts: ['ebs#gp2-baseline'],
    level: 'apply',
    sources: [volumePage],
    checked,
    rule: 'gp2 earns 3 IOPS for each GiB, never less than 100 and at most 16,000.',
    make(random) {
      const gibibytes = oneOf(
        [
          between(8, 32, 4, random),
          between(40, 980, 20, random),
          between(40, 980, 20, random),
          between(1000, 5300, 50, random),
          between(5400, 12_000, 200, random),
        ],
        random,
      );
      const value = gp2BaselineIops(gibibytes);
      const story = oneOf(
        [
          `An old template makes a gp2 volume of ${written(gibibytes)} GiB for a database.`,
          `Monitoring shows that the burst balance of a gp2 volume of ${written(gibibytes)} GiB is often empty.`,
          `A gp2 volume has been enlarged to ${written(gibibytes)} GiB.`,
        ],
        random,
      );
      return {
        stem: `${story} Which baseline does it have, in IOPS?`,
        answer: { value, tolerance: 0, unit: 'IOPS' },
        solution: [
          `${written(gibibytes)} GiB × 3 IOPS = ${written(3 * gibibytes)} IOPS.`,
          3 * gibibytes < 100
            ? `That is below the least that every gp2 volume has: ${written(value)} IOPS.`
            : 3 * gibibytes > 16_000
              ? `That is above the most that gp2 gives: ${written(value)} IOPS.`
              : `It lies between the least of 100 and the most of 16,000, so it stays ${written(value)} IOPS.`,
        ],
      };
    },
  },
  {
    id: 'gp2-burst',
    title: 'EBS: how long gp2 bursts',
    tasks: ['saa-c03/3.1', 'sap-c02/3.3', 'sap-2014/5.1'],
    services: ['ebs'],
    facts: ['ebs#gp2-burst', 'ebs#gp2-baseline', 'ebs#burst-balance'],
    level: 'apply',
    sources: [volumePage],
    checked,
    rule: 'A full bucket holds 5.4 million credits. A burst at 3,000 IOPS takes 3,000 a second from it while the baseline puts 3 per GiB back, so it lasts 5,400,000 / (3,000 - baseline) seconds.',
    make(random) {
      const gibibytes = between(40, 900, 20, random);
      const baseline = gp2BaselineIops(gibibytes);
      const seconds = gp2BurstSeconds(gibibytes) ?? 0;
      const value = Math.round(seconds / 60);
      const story = oneOf(
        [
          `A report reads from a gp2 volume of ${gibibytes} GiB at 3,000 IOPS without a pause. It begins with a full burst balance.`,
          `A gp2 volume of ${gibibytes} GiB has a full bucket of credits when a nightly import starts, which asks for 3,000 IOPS all the time.`,
        ],
        random,
      );
      return {
        stem: `${story} After how many minutes is the volume back at its baseline? Round to whole minutes.`,
        answer: { value, tolerance: 0.5, unit: 'minutes' },
        solution: [
          `Baseline: ${gibibytes} × 3, at least 100 = ${written(baseline)} IOPS.`,
          `The bucket loses ${written(burstIops)} - ${written(baseline)} = ${written(burstIops - baseline)} credits a second.`,
          `${written(burstCredits)} / ${written(burstIops - baseline)} = ${written(roundedTo(seconds, 1))} seconds, rounded ${written(value)} minutes.`,
        ],
      };
    },
  },
  {
    id: 'gp3-extra-iops',
    title: 'EBS: from gp2 to gp3 without losing IOPS',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5', 'sap-2014/2.1'],
    services: ['ebs'],
    facts: ['ebs#gp3-baseline', 'ebs#gp2-baseline', 'ebs#gp3-price'],
    level: 'apply',
    sources: [volumePage],
    checked,
    rule: 'gp3 includes 3,000 IOPS at any size; gp2 has 3 per GiB, at most 16,000. Only what goes beyond 3,000 must be provisioned and paid.',
    make(random) {
      const gibibytes = random() < 0.2 ? between(5400, 9000, 200, random) : between(1050, 5300, 50, random);
      const baseline = gp2BaselineIops(gibibytes);
      const value = gp3ExtraIops(gibibytes);
      const story = oneOf(
        [
          `To save cost, a gp2 volume of ${written(gibibytes)} GiB is changed to gp3 of the same size, with the same IOPS as its present baseline.`,
          `A team replaces gp2 by gp3 in its templates. One volume has ${written(gibibytes)} GiB and needs all IOPS of its gp2 baseline.`,
        ],
        random,
      );
      return {
        stem: `${story} How many IOPS beyond those included in gp3 have to be paid for?`,
        answer: { value, tolerance: 0, unit: 'IOPS' },
        solution: [
          `Baseline of gp2: ${written(gibibytes)} × 3, at most 16,000 = ${written(baseline)} IOPS.`,
          `Beyond what gp3 includes: ${written(baseline)} - ${written(gp3Included)} = ${written(value)} IOPS.`,
        ],
      };
    },
  },
  {
    id: 'gp2-oversized',
    title: 'EBS: the size gp2 needs for IOPS',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5', 'sap-2014/2.1'],
    services: ['ebs'],
    facts: ['ebs#gp2-baseline', 'ebs#gp3-ratio'],
    level: 'analyze',
    sources: [volumePage],
    checked,
    rule: 'With gp2 IOPS come with size alone, 3 per GiB, so a small busy volume must be bought far too large; gp3 sets size and IOPS separately.',
    make(random) {
      const iops = between(1500, 12_000, 300, random);
      const gibibytes = between(60, 420, 20, random);
      const needed = gp2SizeFor(iops);
      const value = needed - gibibytes;
      const story = oneOf(
        [
          `A database holds ${gibibytes} GiB and needs a steady ${written(iops)} IOPS, without bursts.`,
          `An index of ${gibibytes} GiB is read at ${written(iops)} IOPS around the clock.`,
        ],
        random,
      );
      return {
        stem: `${story} Somebody proposes one gp2 volume. How many GiB more than the data takes must it have to deliver this as its baseline?`,
        answer: { value, tolerance: 0, unit: 'GiB' },
        solution: [
          `Size for the baseline: ${written(iops)} / 3 = ${written(needed)} GiB.`,
          `More than the data: ${written(needed)} - ${gibibytes} = ${written(value)} GiB.`,
        ],
      };
    },
  },
];
