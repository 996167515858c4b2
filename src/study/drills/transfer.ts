import { shuffled } from '../random';
import { between, oneOf, roundedTo, roundedUp, written, type Drill, type DrillOption } from './drill';

const checked = '2026-11-21';
const transferPage = 'https://aws.amazon.com/importexport/faqs/';
const terminalPage = 'https://aws.amazon.com/blogs/migration-and-modernization/optimize-transfer-performance-with-aws-data-transfer-terminal';
const secondsOfDay = 86_400;

export interface Transfer {
  /** Of 10^12 bytes. */
  readonly terabytes: number;
  /** Of 10^6 bits a second. */
  readonly megabitsPerSecond: number;
  /** Share of the line that the transfer gets, above 0 and up to 1. */
  readonly utilisation: number;
}

/** Days on the line: bytes × 8 / (bits per second × utilisation) / 86,400. */
export function transferDays({ terabytes, megabitsPerSecond, utilisation }: Transfer): number {
  return (terabytes * 8e12) / (megabitsPerSecond * 1e6 * utilisation) / secondsOfDay;
}

/** Whole Mbps that a line must have at least to be done in so many days. */
export function lineSpeedFor({ terabytes, days, utilisation }: { terabytes: number; days: number; utilisation: number }): number {
  return roundedUp((terabytes * 8e12) / (days * secondsOfDay * utilisation) / 1e6);
}

function lineText(megabitsPerSecond: number): string {
  return megabitsPerSecond < 1000 ? `${megabitsPerSecond} Mbps` : `${written(megabitsPerSecond / 1000)} Gbps`;
}

/** Days as text to one decimal, or undefined where rounding would hide on which side of the limit they lie. */
function verdictOf(days: number, limit: number): string | undefined {
  if (Math.abs(days - limit) < 0.1 * limit || days < 0.1) return undefined;
  const rounded = written(roundedTo(days, 1));
  return days <= limit
    ? `Send it over the line: about ${rounded} days, within the limit of ${limit}.`
    : `Look for another way: the line takes about ${rounded} days, more than the limit of ${limit}.`;
}

function lineProblem(transfer: Transfer, limit: number): readonly DrillOption[] | undefined {
  const days = transferDays(transfer);
  const percent = written(roundedTo(transfer.utilisation * 100, 0));
  const wrong = [
    {
      days: days / 8,
      why: 'This counts bytes as bits: each byte is 8 bits on the line.',
      tempting: 'Sizes are given in bytes, lines in bits, and the factor 8 is easily lost.',
    },
    {
      days: days * transfer.utilisation,
      why: `This gives the transfer the whole line, but it gets ${percent} percent of it.`,
      tempting: 'The nominal speed is the number that stands in the contract.',
    },
    { days: days * 8, why: 'This counts the factor 8 twice: once from bytes to bits is enough.', tempting: 'It errs on the side of caution.' },
  ];
  const text = verdictOf(days, limit);
  if (text === undefined) return undefined;
  const options: DrillOption[] = [
    {
      text,
      correct: true,
      rationale: `Bytes × 8 / (bits per second × ${written(transfer.utilisation)}) / 86,400 gives about ${written(roundedTo(days, 1))} days.`,
    },
  ];
  for (const { days: wrongDays, why, tempting } of wrong) {
    const wrongText = verdictOf(wrongDays, limit);
    if (wrongText === undefined || options.some((option) => option.text === wrongText)) return undefined;
    options.push({ text: wrongText, correct: false, rationale: why, tempting });
  }
  return options;
}

const utilisations = [0.4, 0.5, 0.6, 0.7, 0.75, 0.8] as const;

export const transferDrills: readonly Drill[] = [
  {
    id: 'transfer-days',
    title: 'Moving data: days on the line',
    tasks: ['sap-c02/4.2', 'saa-c03/3.5', 'sap-2014/8.1'],
    services: ['datasync'],
    facts: ['moving-data-to-aws#transfer-time'],
    level: 'apply',
    sources: [transferPage],
    checked,
    rule: 'Days = bytes × 8 / (bits per second × utilisation) / 86,400.',
    make(random) {
      const megabitsPerSecond = oneOf([50, 100, 200, 300, 500, 1000, 2000], random);
      const transfer: Transfer = {
        terabytes: roundedUp((between(2, 40, 1, random) * megabitsPerSecond) / 100),
        megabitsPerSecond,
        utilisation: oneOf(utilisations, random),
      };
      const days = transferDays(transfer);
      const value = roundedTo(days, 1);
      const percent = written(roundedTo(transfer.utilisation * 100, 0));
      const seconds = Math.round(days * secondsOfDay);
      const story = oneOf(
        [
          `${written(transfer.terabytes)} TB of scans are copied to S3 over a line of ${lineText(megabitsPerSecond)}, of which the copy gets ${percent} percent.`,
          `DataSync moves ${written(transfer.terabytes)} TB from a data centre. The line has ${lineText(megabitsPerSecond)}, and ${percent} percent of it can be used day and night.`,
        ],
        random,
      );
      return {
        stem: `${story} How many days does it take? Use 1 TB = 10^12 bytes and round to one decimal.`,
        answer: { value, tolerance: 0.1, unit: 'days' },
        solution: [
          `Bits: ${written(transfer.terabytes)} × 10^12 × 8 = ${written(transfer.terabytes * 8)} × 10^12.`,
          `Bits a second: ${written(megabitsPerSecond)} × 10^6 × ${written(transfer.utilisation)} = ${written(roundedTo(megabitsPerSecond * transfer.utilisation, 4))} × 10^6.`,
          `${written(transfer.terabytes * 8)} × 10^12 / (${written(roundedTo(megabitsPerSecond * transfer.utilisation, 4))} × 10^6) = about ${written(seconds)} seconds.`,
          `${written(seconds)} / 86,400 = about ${written(value)} days.`,
        ],
      };
    },
  },
  {
    id: 'line-speed',
    title: 'Moving data: the line it takes',
    tasks: ['sap-c02/4.2', 'saa-c03/3.4', 'sap-2014/8.1'],
    services: ['direct-connect', 'datasync'],
    facts: ['moving-data-to-aws#transfer-time', 'moving-data-to-aws#hosted-port'],
    level: 'apply',
    sources: [transferPage, terminalPage],
    checked,
    rule: 'Turn the formula round: bits per second = bytes × 8 / (days × 86,400 × utilisation).',
    make(random) {
      const terabytes = between(10, 400, 5, random);
      const days = oneOf([5, 7, 10, 14, 20, 21, 30], random);
      const utilisation = oneOf(utilisations, random);
      const value = lineSpeedFor({ terabytes, days, utilisation });
      const exact = (terabytes * 8e6) / (days * secondsOfDay);
      const percent = written(roundedTo(utilisation * 100, 0));
      const story = oneOf(
        [
          `${terabytes} TB must be in S3 within ${days} days. The transfer gets ${percent} percent of the line.`,
          `For a move of ${terabytes} TB in ${days} days you hire a Direct Connect connection, which will be used to ${percent} percent.`,
        ],
        random,
      );
      return {
        stem: `${story} Which speed must the line have at least, in Mbps? Use 1 TB = 10^12 bytes and round up to whole Mbps.`,
        answer: { value, tolerance: 1, unit: 'Mbps' },
        solution: [
          `Bits: ${terabytes} × 10^12 × 8 = ${written(terabytes * 8)} × 10^12.`,
          `In ${days} × 86,400 = ${written(days * secondsOfDay)} seconds that is ${written(roundedTo(exact, 2))} Mbps for the transfer itself.`,
          `At ${percent} percent: ${written(roundedTo(exact, 2))} / ${written(utilisation)}, rounded up = ${written(value)} Mbps.`,
        ],
      };
    },
  },
  {
    id: 'line-or-road',
    title: 'Moving data: line or another way',
    tasks: ['sap-c02/4.2', 'saa-c03/3.5', 'sap-2014/8.1'],
    services: ['datasync'],
    facts: ['moving-data-to-aws#transfer-time', 'moving-data-to-aws#one-week', 'moving-data-to-aws#line-or-road'],
    level: 'evaluate',
    sources: [transferPage, terminalPage],
    checked,
    rule: 'Compare bytes × 8 / (bits per second × utilisation) / 86,400 with the time you have. If the line is too slow, look at a wider line for the move, a Data Transfer Terminal or a partner.',
    make(random) {
      const limit = oneOf([7, 10, 14, 21], random);
      for (;;) {
        const megabitsPerSecond = oneOf([100, 200, 300, 500, 1000], random);
        const transfer: Transfer = {
          terabytes: roundedUp((between(2, 30, 1, random) * megabitsPerSecond) / 100),
          megabitsPerSecond,
          utilisation: oneOf(utilisations, random),
        };
        const options = lineProblem(transfer, limit);
        // Where a wrong way of counting ends near the limit, another problem is made.
        if (!options) continue;
        const percent = written(roundedTo(transfer.utilisation * 100, 0));
        const story = oneOf(
          [
            `A museum has ${written(transfer.terabytes)} TB of pictures that must be in S3 in ${limit} days.`,
            `Backups of ${written(transfer.terabytes)} TB are to be in AWS ${limit} days from now.`,
          ],
          random,
        );
        const days = written(roundedTo(transferDays(transfer), 1));
        return {
          stem: `${story} The line has ${lineText(megabitsPerSecond)}, and the transfer can use ${percent} percent of it day and night. What do you advise (1 TB = 10^12 bytes)?`,
          options: shuffled(options, random),
          solution: [
            `Bits: ${written(transfer.terabytes)} × 10^12 × 8 = ${written(transfer.terabytes * 8)} × 10^12.`,
            `Bits a second: ${written(megabitsPerSecond)} × 10^6 × ${written(transfer.utilisation)} = ${written(roundedTo(megabitsPerSecond * transfer.utilisation, 4))} × 10^6, so the transfer takes about ${days} days.`,
            options.find(({ correct }) => correct)?.text ?? '',
          ],
        };
      }
    },
  },
];
