import { absent, type Property, type Value } from '../model';
import { known, unknown, type Converter, type Expression } from './expression';

/** The value as it is written: literals, lists, objects whose keys begin with a capital in CloudFormation. */
export const plain: Converter = (expression) => toValue(expression);

export function toValue(expression: Expression): Value {
  const { start, end } = expression;
  switch (expression.kind) {
    case 'literal':
      return known(expression, expression.value);
    case 'undefined':
      return { kind: 'absent', start, end };
    case 'reference':
      return { kind: 'reference', target: expression.name, start, end };
    case 'list':
      return { kind: 'list', items: expression.items.map(toValue), start, end };
    case 'object':
      return {
        kind: 'map',
        complete: expression.complete,
        anyCase: true,
        start,
        end,
        entries: expression.entries.map(({ name, written, nameSpan, value }): Property => ({
          name: written?.includes('_') ? written : capitalized(name),
          nameSpan,
          value: toValue(value),
        })),
      };
    case 'one-of':
      return { kind: 'one-of', values: expression.values.map(toValue), start, end };
    case 'enumeration':
      return unknown(expression, `what ${expression.name} stands for is not known here`);
    case 'call':
      return unknown(expression, `${expression.name} is only worked out when the app runs`);
    case 'opaque':
      return unknown(expression, expression.reason);
  }
}

export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const secondsIn: Record<string, number> = {
  'Duration.millis': 0.001,
  'Duration.seconds': 1,
  'Duration.minutes': 60,
  'Duration.hours': 3600,
  'Duration.days': 86400,
};

/** A `Duration` in a unit that has so many seconds. */
function duration(secondsOfUnit: number): Converter {
  return (expression) => {
    if (expression.kind !== 'call') return undefined;
    const seconds = secondsIn[expression.name];
    const [amount] = expression.parameters;
    if (seconds === undefined || amount?.kind !== 'literal' || typeof amount.value !== 'number') return undefined;
    return known(expression, (amount.value * seconds) / secondsOfUnit);
  };
}

export const seconds = duration(1);
export const minutes = duration(60);
export const hours = duration(3600);
export const days = duration(86400);

const gibibytesIn: Record<string, number> = { 'Size.mebibytes': 1 / 1024, 'Size.gibibytes': 1, 'Size.tebibytes': 1024 };

/** A `Size` in units of so many GiB. */
function size(gibibytesOfUnit: number): Converter {
  return (expression) => {
    if (expression.kind !== 'call') return undefined;
    const gibibytes = gibibytesIn[expression.name];
    const [amount] = expression.parameters;
    if (gibibytes === undefined || amount?.kind !== 'literal' || typeof amount.value !== 'number') return undefined;
    return known(expression, (amount.value * gibibytes) / gibibytesOfUnit);
  };
}

export const gibibytes = size(1);
export const mebibytes = size(1 / 1024);

/** A value of an expression that a converter is for; each of several, and `undefined` as what sets nothing. */
export function convertedBy(convert: Converter | undefined, expression: Expression): Value {
  if (expression.kind === 'one-of') return { ...expression, values: expression.values.map((one) => convertedBy(convert, one)) };
  if (expression.kind === 'undefined') return toValue(expression);
  return convert?.(expression) ?? unknown(expression, 'what this sets on the resource is not worked out here');
}

type Simple = string | number | boolean | typeof absent;

function simple(expression: Expression, value: Simple): Value {
  return value === absent ? nothing(expression) : known(expression, value);
}

export function nothing({ start, end }: Expression): Value {
  return { kind: 'absent', start, end };
}

/** Enumeration members (or static calls) by their names, each with the value that it sets; `absent` where it sets nothing. */
export function oneOf(values: Readonly<Record<string, Simple>>): Converter {
  return (expression) => {
    const name = expression.kind === 'enumeration' || expression.kind === 'call' ? expression.name : undefined;
    const value = name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? undefined : simple(expression, value);
  };
}

/** Members of one enumeration: `members('StorageType', { GP2: 'gp2' })`. */
export function members(enumeration: string, values: Readonly<Record<string, Simple>>): Converter {
  return oneOf(Object.fromEntries(Object.entries(values).map(([name, value]) => [`${enumeration}.${name}`, value])));
}

/** Members of an enumeration whose values are their names. */
export function namesOf(enumeration: string, ...names: readonly string[]): Converter {
  return members(enumeration, Object.fromEntries(names.map((name) => [name, name])));
}

/** Sets the property, to what is not worked out here. */
export const something: Converter = () => undefined;

/** Sets the property to that, whatever its own value is. */
export function always(value: string | number | boolean): Converter {
  return (expression) => known(expression, value);
}

/** A boolean that switches between two values of another property. */
export function either(whenTrue: Simple, whenFalse: Simple): Converter {
  return (expression) =>
    expression.kind === 'literal' && typeof expression.value === 'boolean' ? simple(expression, expression.value ? whenTrue : whenFalse) : undefined;
}

/** A list of which each item is converted. */
export function listOf(convert: Converter): Converter {
  return (expression) => {
    if (expression.kind !== 'list') return undefined;
    const { start, end } = expression;
    return { kind: 'list', items: expression.items.map((item) => convertedBy(convert, item)), start, end };
  };
}

/** A list with one item, to which others may be added elsewhere. */
export function openListOf(convert: Converter): Converter {
  return (expression) => {
    const { start, end } = expression;
    return { kind: 'list', items: [convertedBy(convert, expression), unknown(expression, 'the construct may add more')], start, end };
  };
}

/** An object whose entries set others: `{ days: ['ExpirationInDays', days] }`. What else the result may hold is not known. */
export function shape(fields: Readonly<Record<string, readonly [name: string, convert: Converter]>>): Converter {
  return (expression) => {
    if (expression.kind !== 'object') return undefined;
    const { start, end } = expression;
    const entries = expression.entries.map(({ name, nameSpan, value }): Property => {
      const [target, convert] = (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? [capitalized(name), undefined];
      return { name: target, nameSpan, value: convertedBy(convert, value) };
    });
    return { kind: 'map', entries, complete: false, start, end };
  };
}

/** One entry of an object, or of what a constructor or static method is given; not known where it is left out. */
export function field(name: string, convert: Converter): Converter {
  return (expression) => {
    const whole = expression.kind === 'call' ? expression.parameters.at(-1) : expression;
    if (whole?.kind !== 'object') return undefined;
    const entry = whole.entries.findLast((one) => one.name === name);
    return entry && convertedBy(convert, entry.value);
  };
}

/** A map with one entry that is known; it may hold others. */
export function holding(name: string, convert: Converter): Converter {
  return (expression) => {
    const { start, end } = expression;
    return { kind: 'map', entries: [{ name, nameSpan: { start, end }, value: convertedBy(convert, expression) }], complete: false, start, end };
  };
}

/** An item of a list of maps with `Key` and `Value`, as load balancers have for their attributes; the list may have others. */
export function attribute(key: string, convert: Converter = plain): Converter {
  return openListOf((expression) => {
    const value = convertedBy(convert, expression);
    const { start, end } = expression;
    const text = value.kind === 'known' ? known(expression, String(value.value)) : value;
    const entries = [
      { name: 'Key', nameSpan: { start, end: start }, value: known(expression, key) },
      { name: 'Value', nameSpan: { start, end: start }, value: text },
    ];
    return { kind: 'map', entries, complete: true, start, end };
  });
}

const specialRuntimes = members('Runtime', {
  JAVA_8_CORRETTO: 'java8.al2',
  DOTNET_CORE_1: 'dotnetcore1.0',
  DOTNET_CORE_2: 'dotnetcore2.0',
  DOTNET_CORE_2_1: 'dotnetcore2.1',
  DOTNET_CORE_3_1: 'dotnetcore3.1',
  PROVIDED: 'provided',
  PROVIDED_AL2: 'provided.al2',
  PROVIDED_AL2023: 'provided.al2023',
});

/** An enumeration member whose name is the value in capitals and underscores: `Runtime.NODEJS_18_X` is `nodejs18.x`. */
export const runtime: Converter = (expression) => {
  if (expression.kind !== 'enumeration') return undefined;
  const special = specialRuntimes(expression);
  if (special) return special;
  const match = /^Runtime\.([A-Z]+)(?:_(\d+))?(?:_(\d+|X|AL\d+|COREAPP))?$/.exec(expression.name);
  if (!match) return undefined;
  const [, family = '', major = '', minor] = match;
  if (family === 'NODEJS') return known(expression, major === '' ? 'nodejs' : `nodejs${major}.${(minor ?? 'x').toLowerCase()}`);
  if (family === 'GO') return known(expression, 'go1.x');
  if (family === 'JAVA') return known(expression, `java${major}${minor ? `.${minor.toLowerCase()}` : ''}`);
  if (family === 'PYTHON' || family === 'RUBY') return known(expression, `${family.toLowerCase()}${major}.${minor ?? ''}`);
  if (family === 'DOTNET') return known(expression, `dotnet${major}`);
  return undefined;
};

/** `ec2.InstanceType.of(InstanceClass.T3, InstanceSize.MICRO)` and `new ec2.InstanceType('t3.micro')`. */
export function instanceType(prefix = ''): Converter {
  return (expression) => {
    if (expression.kind !== 'call') return undefined;
    const [first, second] = expression.parameters;
    if (expression.name === 'new InstanceType' && first?.kind === 'literal') return known(expression, prefix + String(first.value));
    if (expression.name !== 'InstanceType.of' || first?.kind !== 'enumeration' || second?.kind !== 'enumeration') return undefined;
    const family = first.name.replace('InstanceClass.', '').toLowerCase();
    const amount = second.name.replace('InstanceSize.', '').toLowerCase();
    if (!/^(?!io|arm)[a-z]{1,3}\d[a-z]{0,4}$/.test(family)) return undefined;
    return known(expression, `${prefix}${family}.${amount.replace(/^xlarge(\d+)$/, '$1xlarge').replace(/^xlarge(\d+)metal$/, 'metal-$1xl')}`);
  };
}

/** `RemovalPolicy.DESTROY` as the DeletionPolicy that it becomes. */
export const removalPolicy = oneOf({
  'RemovalPolicy.DESTROY': 'Delete',
  'RemovalPolicy.RETAIN': 'Retain',
  'RemovalPolicy.SNAPSHOT': 'Snapshot',
  'RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE': 'RetainExceptOnCreate',
});

/** `RetentionDays` of a log group; `INFINITE` sets none. */
export const retentionDays = members('RetentionDays', {
  ONE_DAY: 1,
  THREE_DAYS: 3,
  FIVE_DAYS: 5,
  ONE_WEEK: 7,
  TWO_WEEKS: 14,
  ONE_MONTH: 30,
  TWO_MONTHS: 60,
  THREE_MONTHS: 90,
  FOUR_MONTHS: 120,
  FIVE_MONTHS: 150,
  SIX_MONTHS: 180,
  ONE_YEAR: 365,
  THIRTEEN_MONTHS: 400,
  EIGHTEEN_MONTHS: 545,
  TWO_YEARS: 731,
  THREE_YEARS: 1096,
  FIVE_YEARS: 1827,
  SIX_YEARS: 2192,
  SEVEN_YEARS: 2557,
  EIGHT_YEARS: 2922,
  NINE_YEARS: 3288,
  TEN_YEARS: 3653,
  INFINITE: absent,
});

/** A table's key attribute, `{ name, type }`, as the list element that KeySchema has for it. */
export function keyElement(keyType: 'HASH' | 'RANGE'): Converter {
  return (expression) => {
    const name = expression.kind === 'object' ? expression.entries.find((entry) => entry.name === 'name') : undefined;
    if (!name) return undefined;
    const { start, end } = expression;
    const entries: Property[] = [
      { name: 'AttributeName', nameSpan: name.nameSpan, value: toValue(name.value) },
      { name: 'KeyType', nameSpan: { start, end: start }, value: known(expression, keyType) },
    ];
    return { kind: 'list', items: [{ kind: 'map', entries, complete: true, start, end }], start, end };
  };
}
