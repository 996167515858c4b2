import type { Property, Value } from '../model';
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
        start,
        end,
        entries: expression.entries.map(({ name, nameSpan, value }): Property => ({ name: capitalized(name), nameSpan, value: toValue(value) })),
      };
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

/** Enumeration members (or static calls) by their names, each with the value that it sets. */
export function oneOf(values: Readonly<Record<string, string | number | boolean>>): Converter {
  return (expression) => {
    const name = expression.kind === 'enumeration' || expression.kind === 'call' ? expression.name : undefined;
    const value = name === undefined ? undefined : values[name];
    return value === undefined ? undefined : known(expression, value);
  };
}

/** A boolean that switches between two values of another property. */
export function either(whenTrue: string | number, whenFalse: string | number): Converter {
  return (expression) =>
    expression.kind === 'literal' && typeof expression.value === 'boolean' ? known(expression, expression.value ? whenTrue : whenFalse) : undefined;
}

/** An enumeration member whose name is the value in capitals and underscores: `Runtime.NODEJS_18_X` is `nodejs18.x`. */
export const runtime: Converter = (expression) => {
  if (expression.kind !== 'enumeration') return undefined;
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
    if (!/^[a-z]{1,3}\d[a-z]{0,4}$/.test(family)) return undefined;
    return known(expression, `${prefix}${family}.${amount.replace(/^xlarge(\d+)$/, '$1xlarge')}`);
  };
}

/** `RemovalPolicy.DESTROY` as the DeletionPolicy that it becomes. */
export const removalPolicy = oneOf({
  'RemovalPolicy.DESTROY': 'Delete',
  'RemovalPolicy.RETAIN': 'Retain',
  'RemovalPolicy.SNAPSHOT': 'Snapshot',
  'RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE': 'RetainExceptOnCreate',
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
