import { shuffled } from '../random';
import { between, oneOf, type Drill, type DrillOption, type Random } from './drill';

/** An IPv4 range by its first and last address, as whole numbers. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** Reads `10.20.64.0/18`; bits beyond the mask do not count. */
export function rangeOf(cidr: string): AddressRange {
  const [address = '', prefix = ''] = cidr.split('/');
  const size = 2 ** (32 - Number(prefix));
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const first = Math.floor(number / size) * size;
  return { first, last: first + size - 1 };
}

export function rangesOverlap(one: AddressRange, other: AddressRange): boolean {
  return one.first <= other.last && other.first <= one.last;
}

export function addressText(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
}

function spanText(cidr: string): string {
  const { first, last } = rangeOf(cidr);
  return `${addressText(first)} to ${addressText(last)}`;
}

function cidrAt(address: number, prefix: number): string {
  return `${addressText(rangeOf(`${addressText(address)}/${prefix}`).first)}/${prefix}`;
}

/** A range near the VPC's: inside it, around it, right behind or before it, or at some distance. */
function nearbyRange(own: AddressRange, ownPrefix: number, random: Random): string {
  const size = own.last - own.first + 1;
  const prefix = Math.min(28, Math.max(16, ownPrefix + between(-2, 3, 1, random)));
  const distance = oneOf([-4, -2, -1, 0, 0, 0, 1, 2, 3, 5], random);
  const offset = Math.floor(random() * size);
  return cidrAt(own.first + distance * size + offset, prefix);
}

function ranges(own: string, count: number, overlapping: boolean, random: Random): string[] {
  const found = new Set<string>();
  const prefix = Number(own.slice(own.indexOf('/') + 1));
  while (found.size < count) {
    const range = nearbyRange(rangeOf(own), prefix, random);
    if (range !== own && rangesOverlap(rangeOf(own), rangeOf(range)) === overlapping) found.add(range);
  }
  return [...found];
}

function optionOf(cidr: string, own: string, correct: boolean): DrillOption {
  const overlaps = rangesOverlap(rangeOf(own), rangeOf(cidr));
  const rationale = overlaps
    ? `${cidr} is ${spanText(cidr)}, which shares addresses with ${spanText(own)}.`
    : `${cidr} is ${spanText(cidr)}, wholly outside ${spanText(own)}.`;
  const tempting = overlaps ? 'The first address looks different at a glance.' : 'The numbers look close to those of the VPC.';
  return correct ? { text: cidr, correct, rationale } : { text: cidr, correct, rationale, tempting };
}

export const peeringDrills: readonly Drill[] = [
  {
    id: 'cidr-overlap',
    title: 'VPC peering: which ranges overlap',
    tasks: ['sap-c02/1.1', 'saa-c03/3.4', 'sap-2014/4.1'],
    services: ['vpc-peering', 'vpc'],
    facts: ['vpc-peering#no-overlap', 'subnets-and-addresses#no-overlap'],
    level: 'analyze',
    sources: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
    checked: '2026-11-21',
    rule: 'Two ranges overlap if each begins before the other ends. VPCs with overlapping ranges cannot be peered.',
    make(random) {
      const prefix = between(17, 22, 1, random);
      const base = rangeOf(`10.${between(2, 250, 1, random)}.0.0/16`).first;
      const own = cidrAt(base + Math.floor(random() * 65_536), prefix);
      const peerable = random() < 0.6;
      const [right = ''] = ranges(own, 1, !peerable, random);
      const wrong = ranges(own, 3, peerable, random);
      const options = shuffled([optionOf(right, own, true), ...wrong.map((cidr) => optionOf(cidr, own, false))], random);
      const story = oneOf(
        [
          `Your VPC has the range ${own}. Four other VPCs have one range each.`,
          `The network team plans peering for the VPC ${own} and looks at four other VPCs, each with a single range.`,
        ],
        random,
      );
      return {
        stem: `${story} ${peerable ? 'Which one can be peered with yours?' : 'Which one can NOT be peered with yours because of its range?'}`,
        options,
        solution: [
          `${own} is ${spanText(own)}.`,
          ...wrong.map((cidr) => `${cidr} is ${spanText(cidr)}: ${peerable ? 'overlaps' : 'does not overlap'}.`),
          `${right} is ${spanText(right)}: ${peerable ? 'does not overlap, so the VPCs can be peered' : 'overlaps, so peering is refused'}.`,
        ],
      };
    },
  },
];
