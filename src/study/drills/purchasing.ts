import { between, oneOf, roundedTo, roundedUp, written, type Drill } from './drill';

const checked = '2026-11-21';
const applyPage = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/apply_ri.html';

const smallFactors: Readonly<Record<string, number>> = { nano: 0.25, micro: 0.5, small: 1, medium: 2, large: 4, xlarge: 8 };

/** Units of an instance size, `large` or `9xlarge`; undefined for a size without one, such as `metal`. */
export function normalizationFactor(size: string): number | undefined {
  const [, number] = /^(\d+)xlarge$/.exec(size) ?? [];
  return number === undefined ? smallFactors[size] : Number(number) * 8;
}

export interface InstanceCount {
  readonly count: number;
  readonly size: string;
}

/** Units of instances of one family: each number times the factor of its size. Throws for a size without a factor. */
export function footprint(instances: readonly InstanceCount[]): number {
  return instances.reduce((sum, { count, size }) => {
    const factor = normalizationFactor(size);
    if (factor === undefined) throw new Error(`The size "${size}" has no normalization factor.`);
    return sum + count * factor;
  }, 0);
}

/** Instances of another size that the same footprint covers. */
export function coveredInstances(reserved: InstanceCount, size: string): number {
  return footprint([reserved]) / footprint([{ count: 1, size }]);
}

/** Hours of use from which a commitment at `discount` percent costs no more than On-Demand. */
export function breakEvenHours({ discount, hours }: { discount: number; hours: number }): number {
  return (hours * (100 - discount)) / 100;
}

const sizes = ['medium', 'large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'] as const;

export const purchasingDrills: readonly Drill[] = [
  {
    id: 'reserved-size-units',
    title: 'Reserved Instances: another size of the family',
    tasks: ['sap-c02/3.5', 'saa-c03/4.2', 'sap-2014/2.1'],
    services: ['reserved-instances'],
    facts: ['reserved-instances#footprint', 'reserved-instances#size-flexible', 'reserved-instances#factor-range'],
    level: 'apply',
    sources: [applyPage, 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ri-modifying.html'],
    checked,
    rule: 'Footprint = instances × normalization factor: 2 for medium, 4 for large, 8 for xlarge, then 8 for each xlarge. A regional Linux reservation covers any sizes of its family up to its footprint.',
    make(random) {
      const from = between(2, sizes.length - 1, 1, random);
      const reservedSize = sizes[from] ?? 'xlarge';
      const size = sizes[between(0, from - 1, 1, random)] ?? 'large';
      // A 16xlarge is no multiple of a 12xlarge: three of them are.
      const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((count) => Number.isInteger(coveredInstances({ count, size: reservedSize }, size)));
      const count = oneOf(counts, random);
      const value = coveredInstances({ count, size: reservedSize }, size);
      const family = oneOf(['m7g', 'c7g', 'r7g', 'm8g'], random);
      const units = footprint([{ count, size: reservedSize }]);
      const story = oneOf(
        [
          `A company has regional Reserved Instances for ${count} × ${family}.${reservedSize} (Linux, default tenancy). After right-sizing it runs ${family}.${size} only.`,
          `The bill shows regional Reserved Instances for ${count} × ${family}.${reservedSize}, Linux with default tenancy. All instances of the family are now ${family}.${size}.`,
        ],
        random,
      );
      return {
        stem: `${story} How many of them, running all the time, do the reservations cover?`,
        answer: { value, tolerance: 0, unit: 'instances' },
        solution: [
          `Footprint: ${count} × ${written(normalizationFactor(reservedSize) ?? 0)} = ${written(units)} units.`,
          `One ${size} counts ${written(normalizationFactor(size) ?? 0)} units.`,
          `${written(units)} / ${written(normalizationFactor(size) ?? 0)} = ${written(value)} instances.`,
        ],
      };
    },
  },
  {
    id: 'reserved-fleet',
    title: 'Reserved Instances: cover a mixed fleet',
    tasks: ['sap-c02/2.6', 'saa-c03/4.2', 'sap-2014/2.1'],
    services: ['reserved-instances'],
    facts: ['reserved-instances#footprint', 'reserved-instances#size-flexible'],
    level: 'analyze',
    sources: [applyPage],
    checked,
    rule: 'Add up the units of all running sizes of the family, then divide by the factor of the size that is bought. Sizes of different families are never added.',
    make(random) {
      const fleet: readonly InstanceCount[] = [
        { count: between(2, 9, 1, random), size: 'large' },
        { count: between(1, 7, 1, random), size: oneOf(['xlarge', '2xlarge'], random) },
        { count: between(1, 4, 1, random), size: oneOf(['4xlarge', '8xlarge'], random) },
      ];
      const size = oneOf(['large', 'xlarge', '2xlarge'], random);
      const family = oneOf(['m7g', 'c7g', 'r7g', 'm8g'], random);
      const units = footprint(fleet);
      const factor = normalizationFactor(size) ?? 0;
      const value = roundedUp(units / factor);
      const running = fleet.map((part) => `${part.count} × ${family}.${part.size}`).join(', ');
      const story = oneOf(
        [
          `Around the clock these Linux instances with default tenancy run in one Region: ${running}.`,
          `A steady fleet of Linux instances with default tenancy in one Region consists of ${running}.`,
        ],
        random,
      );
      return {
        stem: `${story} It is to be covered fully by regional Reserved Instances of ${family}.${size}. How many are needed, rounded up?`,
        answer: { value, tolerance: 0, unit: 'Reserved Instances' },
        solution: [
          ...fleet.map(
            (part) => `${part.count} × ${part.size}: ${part.count} × ${written(normalizationFactor(part.size) ?? 0)} = ${written(footprint([part]))} units.`,
          ),
          `Together ${written(units)} units; one ${size} counts ${written(factor)}.`,
          `${written(units)} / ${written(factor)} = ${written(units / factor)}, rounded up ${written(value)} Reserved Instances.`,
        ],
      };
    },
  },
  {
    id: 'commitment-break-even',
    title: 'Commitments: from when they pay off',
    tasks: ['sap-c02/2.6', 'saa-c03/4.2', 'sap-2014/2.3'],
    services: ['reserved-instances', 'savings-plans'],
    facts: ['ec2-purchasing-options#break-even', 'reserved-instances#paid-unused'],
    level: 'apply',
    sources: ['https://docs.aws.amazon.com/whitepapers/latest/cost-optimization-reservation-models/introduction.html'],
    checked,
    rule: 'A commitment is paid for every hour, so with a discount of d percent it pays off once it is used in more than 100 - d percent of the hours.',
    make(random) {
      const discount = between(20, 70, 5, random);
      const [period, hours] = oneOf(
        [
          ['a week', 168],
          ['a month of 30 days', 720],
          ['a month of 730 hours', 730],
        ] as const,
        random,
      );
      const value = roundedTo(breakEvenHours({ discount, hours }), 1);
      const story = oneOf(
        [
          `A Reserved Instance costs ${discount} percent less per hour than On-Demand, for every hour of its term. The server it is meant for is stopped at times.`,
          `A commitment for a server would lower its hourly price by ${discount} percent, but would be paid for all hours, used or not.`,
        ],
        random,
      );
      return {
        stem: `${story} Above how many hours of use in ${period} is the commitment the cheaper choice? Give one decimal.`,
        answer: { value, tolerance: 0.1, unit: 'hours' },
        solution: [
          `The commitment costs 100 - ${discount} = ${100 - discount} percent of the On-Demand price of all hours.`,
          `All hours: ${hours}.`,
          `${hours} × ${written((100 - discount) / 100)} = ${written(value)} hours.`,
        ],
      };
    },
  },
];
