import { between, oneOf, roundedTo, written, type Drill } from './drill';

const checked = '2026-11-21';
const availabilityPage = 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/availability.html';

/** Percent of the time in which all parts work that fail independently, each given in percent. */
export function availabilityInSeries(parts: readonly number[]): number {
  return parts.reduce((product, part) => (product * part) / 100, 100);
}

/** Percent of the time in which at least one of the copies works that fail independently. */
export function availabilityInParallel(copies: readonly number[]): number {
  return 100 - copies.reduce((product, copy) => (product * (100 - copy)) / 100, 100);
}

/** Minutes without service that an availability in percent allows in so many days. */
export function downtimeMinutes({ availability, days }: { availability: number; days: number }): number {
  return (days * 1440 * (100 - availability)) / 100;
}

export const availabilityDrills: readonly Drill[] = [
  {
    id: 'availability-in-series',
    title: 'Availability: parts that are all needed',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.1'],
    services: ['elastic-load-balancing', 'rds'],
    facts: ['well-architected#reliability-principles'],
    level: 'apply',
    sources: [availabilityPage],
    checked,
    rule: 'Parts that are all needed and fail independently multiply their availabilities, so the whole is worse than its weakest part.',
    make(random) {
      const parts = Array.from({ length: between(2, 4, 1, random) }, () => oneOf([99, 99.5, 99.7, 99.8, 99.9, 99.95], random));
      const value = roundedTo(availabilityInSeries(parts), 2);
      const list = parts.map((part) => `${written(part)} percent`).join(', ');
      const story = oneOf(
        [
          `A request passes ${parts.length} parts one after the other, all of which must work. Their availabilities are ${list}.`,
          `A checkout depends on ${parts.length} services with availabilities of ${list}. If one fails, the checkout fails.`,
        ],
        random,
      );
      return {
        stem: `${story} The parts fail independently of each other. Which availability has the whole, in percent? Round to two decimals.`,
        answer: { value, tolerance: 0.01, unit: 'percent' },
        solution: [
          'All must work at once, so the availabilities are multiplied.',
          `${parts.map((part) => written(part / 100)).join(' × ')} = ${written(roundedTo(availabilityInSeries(parts) / 100, 4))}.`,
          `That is ${written(value)} percent.`,
        ],
      };
    },
  },
  {
    id: 'availability-in-parallel',
    title: 'Availability: copies of which one is enough',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.1'],
    services: ['elastic-load-balancing', 'ec2-auto-scaling'],
    facts: ['disaster-recovery#region-zones', 'well-architected#reliability-principles'],
    level: 'apply',
    sources: [availabilityPage],
    checked,
    rule: 'Copies that fail independently are down together only with the product of their unavailabilities; what is left of 100 percent is the availability.',
    make(random) {
      const copies = oneOf([2, 2, 3], random);
      const one = copies === 3 ? between(90, 97, 1, random) : oneOf([between(90, 98, 1, random), between(99, 99.6, 0.1, random)], random);
      const availability = roundedTo(one, 1);
      const value = roundedTo(availabilityInParallel(Array.from({ length: copies }, () => availability)), 4);
      const out = written(roundedTo(100 - availability, 1));
      const story = oneOf(
        [
          `A service runs in ${copies} Availability Zones, and one of them can carry all of the load. In one zone alone it is available ${written(availability)} percent of the time.`,
          `${copies} copies of a component, each available ${written(availability)} percent of the time, stand behind a load balancer. One copy is enough.`,
        ],
        random,
      );
      return {
        stem: `${story} The copies fail independently of each other, and switching takes no time. Which availability results, in percent? Give up to four decimals.`,
        answer: { value, tolerance: 0.0001, unit: 'percent' },
        solution: [
          `One copy is down 100 - ${written(availability)} = ${out} percent of the time.`,
          `All are down together: ${Array.from({ length: copies }, () => `${out} %`).join(' × ')} = ${written(roundedTo(100 - value, 4))} percent.`,
          `100 - ${written(roundedTo(100 - value, 4))} = ${written(value)} percent.`,
        ],
      };
    },
  },
  {
    id: 'availability-of-a-design',
    title: 'Availability: redundant servers and one database',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.1'],
    services: ['elastic-load-balancing', 'rds'],
    facts: ['well-architected#reliability-principles', 'disaster-recovery#region-zones'],
    level: 'analyze',
    sources: [availabilityPage],
    checked,
    rule: 'Work out redundant parts first (100 percent less the product of the unavailabilities), then multiply the results of all parts that are needed.',
    make(random) {
      const server = between(90, 97, 1, random);
      const database = oneOf([99, 99.3, 99.5, 99.8, 99.9], random);
      const servers = availabilityInParallel([server, server]);
      const value = roundedTo(availabilityInSeries([servers, database]), 2);
      const story = oneOf(
        [
          `A web application has two servers, of which one is enough, each available ${server} percent of the time. Both need one database with ${written(database)} percent.`,
          `Two workers share a job, and either can do it alone; each is available ${server} percent of the time. Whichever does it needs a data store with ${written(database)} percent.`,
        ],
        random,
      );
      return {
        stem: `${story} All fail independently of each other. Which availability has the whole, in percent? Round to two decimals, at the end only.`,
        answer: { value, tolerance: 0.01, unit: 'percent' },
        solution: [
          `Both of the redundant parts are down: ${100 - server} % × ${100 - server} % = ${written(roundedTo(100 - servers, 4))} percent, so together they have ${written(roundedTo(servers, 4))} percent.`,
          `In series with the rest: ${written(roundedTo(servers / 100, 4))} × ${written(database / 100)} = ${written(roundedTo(availabilityInSeries([servers, database]) / 100, 4))}.`,
          `That is ${written(value)} percent.`,
        ],
      };
    },
  },
  {
    id: 'downtime-budget',
    title: 'Availability: minutes of downtime it allows',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.1'],
    services: ['cloudwatch'],
    facts: ['well-architected#reliability-principles', 'dynamodb#global-sla'],
    level: 'apply',
    sources: [availabilityPage],
    checked,
    rule: 'Downtime allowed = (100 percent - availability) × the length of the period. A day has 1,440 minutes.',
    make(random) {
      const availability = oneOf([99, 99.5, 99.8, 99.9, 99.95, 99.99], random);
      const days = oneOf([7, 28, 30, 31, 90, 365], random);
      const used = random() < 0.4;
      const whole = downtimeMinutes({ availability, days });
      const spent = used ? roundedTo(whole * oneOf([0.25, 0.5], random), 1) : 0;
      const value = roundedTo(whole - spent, 1);
      const story = oneOf(
        [
          `A team promises an availability of ${written(availability)} percent, counted over ${days} days.`,
          `The goal for a workload is ${written(availability)} percent availability in each period of ${days} days.`,
        ],
        random,
      );
      return {
        stem: `${story} ${used ? `Outages of ${written(spent)} minutes have happened in the present period. How many minutes of downtime does the goal still allow?` : 'How many minutes of downtime does the goal allow in one period?'} Round to one decimal.`,
        answer: { value, tolerance: 0.1, unit: 'minutes' },
        solution: [
          `The period has ${days} × 1,440 = ${written(days * 1440)} minutes.`,
          `${written(days * 1440)} × ${written(roundedTo((100 - availability) / 100, 4))} = ${written(roundedTo(whole, 4))} minutes may be lost.`,
          used
            ? `${written(roundedTo(whole, 4))} - ${written(spent)}, to one decimal = ${written(value)} minutes.`
            : `To one decimal: ${written(value)} minutes.`,
        ],
      };
    },
  },
];
