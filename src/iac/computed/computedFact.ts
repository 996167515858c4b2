import { numberOf, propertyAt, type KnownValue, type Resource, type Value } from '../model';
import type { RuleContext } from '../rules/rule';

/** What a hint is about; each can be switched off by a setting of that name. */
export const computedKinds = [
  'addresses',
  'alarm',
  'backup',
  'balancer',
  'buffer',
  'capacity',
  'concurrency',
  'defaults',
  'healthCheck',
  'iops',
  'memory',
  'multiAz',
  'nodes',
  'partitions',
  'polling',
  'redrive',
  'retention',
  'schedule',
  'shards',
  'sizeUnits',
  'storageClass',
  'taskSize',
  'throughput',
  'timeout',
  'ttl',
  'visibility',
  'weight',
  'zones',
] as const;

export type ComputedKind = (typeof computedKinds)[number];

/** Something that follows from a value by arithmetic, to be shown behind it. */
export interface ComputedFact {
  readonly kind: ComputedKind;
  /** Where the value ends, or the type where it follows from a default. */
  readonly offset: number;
  readonly label: string;
  /** How it comes about. */
  readonly explanation: string;
  /** The fact behind it, `note#id`. */
  readonly fact: string;
}

export type Compute = (resource: Resource, context: RuleContext) => readonly ComputedFact[];

/** A number that stands in the text, or as the default of a parameter. */
export interface Amount {
  readonly amount: number;
  readonly value: KnownValue;
}

export function amountIn(value: Value | undefined): Amount | undefined {
  const amount = numberOf(value);
  return amount !== undefined && value?.kind === 'known' ? { amount, value } : undefined;
}

export function amountAt(resource: Resource, path: string): Amount | undefined {
  return amountIn(propertyAt(resource, path)?.value);
}

/** A fact behind a value; one that rests on a parameter's default says so. */
export function behind(value: Value, fact: Omit<ComputedFact, 'offset'>): ComputedFact {
  const preset = value.kind === 'known' && value.parameter !== undefined ? ' (by default)' : '';
  return { ...fact, label: fact.label + preset, offset: value.end };
}

/** A fact about a default that nothing overrides, behind the type. */
export function byDefault({ typeSpan }: Resource, fact: Omit<ComputedFact, 'offset' | 'kind'>): ComputedFact {
  return { ...fact, kind: 'defaults', label: `${fact.label} (default)`, offset: typeSpan.end };
}

/** One for each number of digits: making one costs a hundred times what using it does. */
const formats = [0, 1, 2, 3].map((digits) => new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }));

export function count(amount: number, digits: 0 | 1 | 2 | 3 = 0): string {
  return formats[digits]?.format(amount) ?? String(amount);
}

/** A number of seconds in the largest unit that it fills, for example `1.5 hours`. */
export function duration(seconds: number): string {
  const units: readonly (readonly [string, number])[] = [
    ['year', 365 * 86_400],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  for (const [unit, size] of units) {
    if (seconds < size) continue;
    const amount = Number((seconds / size).toFixed(1));
    return `${count(amount, 1)} ${unit}${amount === 1 ? '' : 's'}`;
  }
  return `${count(seconds, 3)} second${seconds === 1 ? '' : 's'}`;
}
