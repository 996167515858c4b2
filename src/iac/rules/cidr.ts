/** An IPv4 block: first address as a number, and the length of its prefix. */
export interface Cidr {
  readonly first: number;
  readonly prefix: number;
}

/** Reads `10.0.0.0/16`; nothing where it is no such block. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [a, b, c, d, prefix] = match.slice(1).map(Number) as [number, number, number, number, number];
  if (prefix > 32 || [a, b, c, d].some((part) => part > 255)) return undefined;
  const size = 2 ** (32 - prefix);
  const address = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  return { first: Math.floor(address / size) * size, prefix };
}

export function addressesIn({ prefix }: Cidr): number {
  return 2 ** (32 - prefix);
}

/** Addresses of a subnet that instances can have: AWS keeps the first four and the last one. */
export function usableAddresses(cidr: Cidr): number {
  return Math.max(0, addressesIn(cidr) - 5);
}

export function overlap(one: Cidr, other: Cidr): boolean {
  return one.first < other.first + addressesIn(other) && other.first < one.first + addressesIn(one);
}
