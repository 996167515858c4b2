import { between, oneOf, roundedTo, written, type Drill } from './drill';

const checked = '2026-11-21';
const sizingPage = 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html';

/** AWS keeps the first four addresses and the last of each subnet. */
const reservedAddresses = 5;

/** Addresses of an IPv4 subnet, /16 to /28, that are left for interfaces. */
export function usableAddresses(prefix: number): number {
  return 2 ** (32 - prefix) - reservedAddresses;
}

/** The longest prefix whose subnet has so many usable addresses; undefined where even a /16 is too small. */
export function smallestSubnet(addresses: number): number | undefined {
  for (let prefix = 28; prefix >= 16; prefix--) if (usableAddresses(prefix) >= addresses) return prefix;
  return undefined;
}

/** How many subnets of one size fit into a VPC range, both given as prefix lengths. */
export function subnetsInRange({ range, subnet }: { range: number; subnet: number }): number {
  return 2 ** (subnet - range);
}

/** Percent of the DNS answers that name a weighted record, of the weights of all records that count. */
export function weightedShare(weight: number, weights: readonly number[]): number {
  return (weight / weights.reduce((sum, other) => sum + other, 0)) * 100;
}

/** Addresses for pods where each takes one of its own: the first address of each network interface belongs to the node. */
export function podAddresses({ nodes, interfaces, addressesEach }: { nodes: number; interfaces: number; addressesEach: number }): number {
  return nodes * interfaces * (addressesEach - 1);
}

export const networkDrills: readonly Drill[] = [
  {
    id: 'usable-addresses',
    title: 'Subnets: usable addresses',
    tasks: ['sap-c02/1.1', 'saa-c03/3.4', 'sap-2014/4.1'],
    services: ['vpc'],
    facts: ['vpc#usable-addresses', 'vpc#reserved-addresses'],
    level: 'apply',
    sources: [sizingPage],
    checked,
    rule: 'A /n subnet holds 2^(32 - n) addresses, of which AWS keeps 5: the first four and the last. Each subnet loses its own 5.',
    make(random) {
      const prefix = between(20, 28, 1, random);
      const subnets = oneOf([1, 2, 3, 4], random);
      const usable = usableAddresses(prefix);
      const value = subnets * usable;
      const which = subnets === 1 ? `an empty IPv4 subnet with a /${prefix} mask` : `${subnets} empty IPv4 subnets with a /${prefix} mask each`;
      const story = oneOf(
        [`A VPC has ${which}.`, `You are to place network interfaces into ${which}.`, `A template declares ${which}; nothing runs in there yet.`],
        random,
      );
      return {
        stem: `${story} How many IPv4 addresses can be given to interfaces${subnets === 1 ? '' : ' altogether'}?`,
        answer: { value, tolerance: 0, unit: 'addresses' },
        solution: [
          `A /${prefix} holds 2^${32 - prefix} = ${written(2 ** (32 - prefix))} addresses.`,
          `Without the ${reservedAddresses} that AWS keeps: ${written(2 ** (32 - prefix))} - ${reservedAddresses} = ${written(usable)}.`,
          ...(subnets === 1 ? [] : [`${subnets} subnets: ${subnets} × ${written(usable)} = ${written(value)} addresses.`]),
        ],
      };
    },
  },
  {
    id: 'smallest-subnet',
    title: 'Subnets: the smallest that is large enough',
    tasks: ['sap-c02/1.1', 'saa-c03/3.4', 'sap-2014/4.1'],
    services: ['vpc'],
    facts: ['vpc#usable-addresses', 'vpc#subnet-size', 'subnets-and-addresses#consumers'],
    level: 'apply',
    sources: [sizingPage],
    checked,
    rule: 'Add the 5 addresses that AWS keeps, then take the next power of two: 32 minus its exponent is the mask. No subnet is smaller than a /28.',
    make(random) {
      const prefix = between(20, 27, 1, random);
      // Often close to the upper end, where the five reserved addresses decide.
      const gap = random() < 0.5 ? between(0, 4, 1, random) : between(0, Math.floor(usableAddresses(prefix) / 3), 1, random);
      const addresses = usableAddresses(prefix) + (random() < 0.3 && prefix > 20 ? 3 : -gap);
      const value = smallestSubnet(addresses) ?? 16;
      const story = oneOf(
        [
          `One subnet must give addresses to ${written(addresses)} network interfaces, and addresses are scarce.`,
          `Tasks, endpoints and load balancers in one subnet will need ${written(addresses)} IPv4 addresses together.`,
          `A cluster will take up ${written(addresses)} IPv4 addresses of one subnet, which should be no larger than it must.`,
        ],
        random,
      );
      return {
        stem: `${story} Which mask does the smallest sufficient subnet have? Give the number after the slash.`,
        answer: { value, tolerance: 0, unit: 'bits of the mask' },
        solution: [
          `Needed with the ${reservedAddresses} that AWS keeps: ${written(addresses)} + ${reservedAddresses} = ${written(addresses + reservedAddresses)}.`,
          `The next power of two is ${written(2 ** (32 - value))} = 2^${32 - value}.`,
          `The mask is 32 - ${32 - value} = ${value}.`,
        ],
      };
    },
  },
  {
    id: 'subnets-in-a-range',
    title: 'Subnets: how many fit into a VPC',
    tasks: ['sap-c02/1.1', 'saa-c03/3.4', 'sap-2014/4.1'],
    services: ['vpc'],
    facts: ['subnets-and-addresses#mask', 'vpc#cidr-size'],
    level: 'apply',
    sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html'],
    checked,
    rule: 'Each further bit of the mask halves a range, so a /n range holds 2^(m - n) subnets with a /m mask.',
    make(random) {
      const range = between(16, 22, 1, random);
      const subnet = between(range + 3, 28, 1, random);
      const zones = oneOf([1, 1, 2, 4], random);
      const value = subnetsInRange({ range, subnet }) / zones;
      const vpc = `a VPC with the range 10.${between(1, 250, 1, random)}.0.0/${range}`;
      const each =
        zones === 1
          ? 'How many of these subnets can be made?'
          : `They are to be shared evenly among ${zones} Availability Zones. How many of these subnets can each zone get?`;
      const story = oneOf(
        [`You cut ${vpc} into subnets with a /${subnet} mask until nothing is left.`, `All subnets of ${vpc} shall have a /${subnet} mask.`],
        random,
      );
      const all = subnetsInRange({ range, subnet });
      return {
        stem: `${story} ${each}`,
        answer: { value, tolerance: 0, unit: 'subnets' },
        solution: [
          `From /${range} to /${subnet} are ${subnet - range} bits.`,
          `2^${subnet - range} = ${written(all)} subnets.`,
          ...(zones === 1 ? [] : [`${written(all)} / ${zones} zones = ${written(value)} subnets in each zone.`]),
        ],
      };
    },
  },
  {
    id: 'weighted-share',
    title: 'Route 53: share of a weighted record',
    tasks: ['sap-c02/1.1', 'saa-c03/3.4', 'sap-2014/4.1'],
    services: ['route-53'],
    facts: ['route-53#weighted-share', 'route-53#weight'],
    level: 'apply',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-weighted.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html',
    ],
    checked,
    rule: 'A record is answered in its weight divided by the sum of the weights of all records of the name; a record whose health check fails is left out of the sum.',
    make(random) {
      const weights = Array.from({ length: between(2, 4, 1, random) }, () => oneOf([5, 10, 15, 20, 25, 30, 40, 60, 80, 100, 120, 200, 250], random));
      const [first = 0] = weights;
      const failed = weights.length > 2 && random() < 0.5;
      const counted = failed ? weights.slice(0, -1) : weights;
      const sum = weights.reduce((total, weight) => total + weight, 0) - (failed ? (weights.at(-1) ?? 0) : 0);
      const value = roundedTo(weightedShare(first, counted), 1);
      const letters = ['A', 'B', 'C', 'D'];
      const records = weights.map((weight, index) => `${letters[index] ?? ''} has the weight ${weight}`).join(', ');
      const health = failed
        ? `All have health checks, and the one of ${letters[weights.length - 1] ?? ''} has failed; the others are healthy.`
        : 'All have health checks and are healthy.';
      const story = oneOf(
        [
          `A name in Route 53 has ${weights.length} weighted records for stacks in several Regions: ${records}.`,
          `A new release is tried out by ${weights.length} weighted records of one name: ${records}.`,
          `Load balancers share a name by ${weights.length} weighted records: ${records}.`,
        ],
        random,
      );
      return {
        stem: `${story} ${health} Which percentage of DNS answers names A in the long run? Round to one decimal.`,
        answer: { value, tolerance: 0.1, unit: 'percent' },
        solution: [
          `Sum of the weights that count: ${counted.join(' + ')} = ${written(sum)}.`,
          `Share of A: ${first} / ${written(sum)} × 100 = ${written(value)} percent.`,
        ],
      };
    },
  },
  {
    id: 'pod-addresses',
    title: 'EKS: addresses for pods on the nodes',
    tasks: ['sap-c02/4.3', 'saa-c03/3.4'],
    services: ['eks', 'vpc'],
    facts: ['eks#pod-addresses', 'subnets-and-addresses#consumers'],
    level: 'apply',
    sources: ['https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses.html'],
    checked,
    rule: 'Without prefix delegation a node keeps one address of each network interface for itself, and every other address can go to a pod.',
    make(random) {
      const [interfaces, addressesEach] = oneOf(
        [
          [3, 6],
          [3, 10],
          [3, 12],
          [4, 15],
          [8, 30],
          [4, 10],
        ] as const,
        random,
      );
      const nodes = between(2, 24, 1, random);
      const value = podAddresses({ nodes, interfaces, addressesEach });
      const story = oneOf(
        [
          `An EKS cluster has ${nodes} nodes of one instance type, which takes ${interfaces} network interfaces with ${addressesEach} IPv4 addresses each.`,
          `The instance type of an EKS node group allows ${interfaces} network interfaces and ${addressesEach} IPv4 addresses on each. ${nodes} nodes run.`,
        ],
        random,
      );
      return {
        stem: `${story} The VPC CNI is used without prefix delegation and may use all interfaces; the subnets are large enough. How many pods with an address of their own can the nodes carry, as far as addresses go?`,
        answer: { value, tolerance: 0, unit: 'pods' },
        solution: [
          `One interface: ${addressesEach} - 1 = ${addressesEach - 1} addresses for pods.`,
          `One node: ${interfaces} × ${addressesEach - 1} = ${interfaces * (addressesEach - 1)}.`,
          `${nodes} nodes: ${nodes} × ${interfaces * (addressesEach - 1)} = ${written(value)} pods.`,
        ],
      };
    },
  },
];
