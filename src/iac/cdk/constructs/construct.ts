import { absent } from '../../model';
import { oneOf, plain, removalPolicy } from '../converters';
import type { Converter } from '../expression';

/**
 * The CloudFormation property that a construct's property sets (a path; `@Name` is an attribute such as DeletionPolicy),
 * and how its value is turned into that property's. An `aside` gives way to what another property sets there itself.
 */
export type Setting = readonly [path: string, convert: Converter, aside?: 'aside'];

export type Props = Readonly<Record<string, Setting | readonly Setting[]>>;

/** What holds for a CloudFormation property when nothing sets it; `absent` where CDK leaves it out too. */
export type Defaults = Readonly<Record<string, string | number | boolean | typeof absent>>;

/** What an L2 construct stands for. */
export interface Construct {
  /** CloudFormation type of its main resource. */
  readonly type: string;
  readonly props: Props;
  /** Only what holds in every version of the CDK, with and without its feature flags, and what no method sets later. */
  readonly defaults: Defaults;
}

/** By module and class: `aws-sqs.Queue`. */
export type Constructs = Readonly<Record<string, Construct>>;

export function construct(type: string, props: Props = {}, defaults: Defaults = {}): Construct {
  return { type: `AWS::${type}`, props, defaults };
}

/** Properties whose names and values are CloudFormation's but for the capital: `queueName` sets `QueueName`. */
export function same(...names: readonly string[]): Props {
  return Object.fromEntries(names.map((name): [string, Setting] => [name, [name.charAt(0).toUpperCase() + name.slice(1), plain]]));
}

/** Properties that nothing sets unless they are written. */
export function unset(...paths: readonly string[]): Defaults {
  return Object.fromEntries(paths.map((path): [string, typeof absent] => [path, absent]));
}

/** Marks what a property sets besides its own, unless another property says otherwise. */
export function aside(path: string, convert: Converter): Setting {
  return [path, convert, 'aside'];
}

export const retained: Props = { removalPolicy: ['@DeletionPolicy', removalPolicy] };
export const retainedByDefault: Defaults = { '@DeletionPolicy': 'Retain' };
export const snapshotByDefault: Defaults = { '@DeletionPolicy': 'Snapshot' };

/** Several classes that stand for the same type and need no more than that. */
export function simple(module: string, types: Readonly<Record<string, string>>): Constructs {
  return Object.fromEntries(Object.entries(types).map(([name, type]): [string, Construct] => [`${module}.${name}`, construct(type)]));
}

/** `removalPolicy: RETAIN` also turns the deletion protection of a database on, where that is not set by itself. */
export const retainedDatabase: Props = {
  removalPolicy: [
    ['@DeletionPolicy', removalPolicy],
    aside('DeletionProtection', oneOf({ 'RemovalPolicy.RETAIN': true, 'RemovalPolicy.DESTROY': absent, 'RemovalPolicy.SNAPSHOT': absent })),
  ],
};

/** What a construct's property sets; nothing where the table does not have it. */
export function settingsOf({ props }: Construct, name: string): readonly Setting[] | undefined {
  const settings = Object.hasOwn(props, name) ? props[name] : undefined;
  return settings === undefined || isList(settings) ? settings : [settings];
}

function isList(settings: Setting | readonly Setting[]): settings is readonly Setting[] {
  return typeof settings[0] !== 'string';
}
