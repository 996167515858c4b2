import type { Examples, RuleCase } from './cases';

type Scalar = string | number | boolean;
type Written = Scalar | readonly Written[] | Properties;
export interface Properties {
  readonly [name: string]: Written;
}

/** Stands for what cannot be known. */
export const unsure = 'UNKNOWN';

export interface Setting {
  readonly type: string;
  /** Where the setting is, by CloudFormation's names; a `*` is an item of a list. */
  readonly path: string;
  readonly wrong?: readonly Scalar[];
  readonly right: readonly Written[];
  /** Whether the rule reports the resource when nothing sets it. */
  readonly absent: 'fails' | 'passes';
  /** What else the resource has, so that the rule looks at it. */
  readonly beside?: Properties;
  /** What else a resource has that the rule leaves alone although the setting is missing or wrong. */
  readonly exempt?: readonly Properties[];
}

/** The cases of a rule about one setting of one resource, in a template and in an app. */
export function setting(...settings: readonly Setting[]): RuleCase {
  const inYaml = settings.map((one) => examples(one, yaml));
  const inCdk = settings.map((one) => examples(one, cdk));
  return { yaml: joined(inYaml), cdk: joined(inCdk) };
}

interface Notation {
  readonly resource: (type: string, properties: string, mark?: boolean) => string;
  readonly name: (name: string) => string;
  readonly scalar: (value: Scalar, mark?: boolean) => string;
  /** A map in a list, with the marks around what is its span. */
  readonly markedItem: (map: string) => string;
}

const yaml: Notation = {
  resource: (type, properties, mark = false) => `It: { Type: ${mark ? `«${type}»` : type}, Properties: { ${properties} } }`,
  name: (name) => name,
  scalar: (value, mark) => {
    if (value === unsure) return unsure;
    const text = mark ? `«${String(value)}»` : String(value);
    return typeof value === 'string' ? `'${text}'` : text;
  },
  markedItem: (map) => `«${map.replace(/ \}$/, '')}» }`,
};

const cdk: Notation = {
  resource: (type, properties, mark = false) => {
    const [, module = '', name = ''] = type.split('::');
    return `new ${module.toLowerCase()}.${mark ? `«Cfn${name}»` : `Cfn${name}`}(this, 'It', { ${properties} SPREAD});`;
  },
  name: (name) => {
    const words = name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? [];
    if (name.includes('_')) return `'${name}'`;
    return words.map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase())).join('');
  },
  scalar: (value, mark) => {
    if (value === unsure) return unsure;
    const text = typeof value === 'string' ? `'${value}'` : String(value);
    return mark ? `«${text}»` : text;
  },
  markedItem: (map) => `«${map}»`,
};

function examples({ type, path, wrong = [], right, absent, beside = {}, exempt = [] }: Setting, notation: Notation): Examples {
  const names = path.split('.');
  const [first] = wrong;
  const [good] = right;
  const besides = entries(beside, notation);
  const at = (value: string, others = besides): string =>
    notation.resource(type, listed(others, `${notation.name(names[0] ?? '')}: ${nested(names.slice(1), value, notation)}`));
  const bare = (others: readonly string[], mark = false): string => notation.resource(type, listed(others, `${notation.name('Tags')}: []`), mark);
  const nestable = names.length > 1;
  const other = `{ ${notation.name('Other')}: 1 }`;
  const within = (value: string): string => notation.resource(type, listed(besides, value));
  const [top = ''] = names.map(notation.name);
  const partly = names[1] === '*' ? within(`${top}: [${notation.markedItem(other)}]`) : within(`«${top}»: ${other}`);
  const left = exempt.map((others) => (first === undefined ? bare(entries(others, notation)) : at(notation.scalar(first), entries(others, notation))));
  const missing = absent === 'fails' ? [bare(besides, true), ...(nestable && names.at(-1) !== '*' ? [partly] : [])] : [];
  return {
    fails: [...wrong.map((value) => at(notation.scalar(value, true))), ...missing],
    passes: [
      ...right.map((value) => at(written(value, notation))),
      ...(absent === 'passes' ? [bare(besides)] : []),
      ...left.filter((text) => !text.includes(unsure)),
      ...(notation === yaml && first !== undefined && good !== undefined
        ? [at(`!If [Production, ${written(good, notation)}, ${notation.scalar(first)}]`)]
        : []),
    ],
    unknown: [
      at(unsure),
      ...left.filter((text) => text.includes(unsure)),
      ...(nestable ? [notation.resource(type, listed(besides, `${notation.name(names[0] ?? '')}: ${unsure}`))] : []),
      ...(notation === yaml && absent === 'fails'
        ? [bare(besides).replace('Properties: {', "Properties: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: s3://files/more } },")]
        : []),
    ].map((text) => text.replace(/ ?SPREAD/g, '')),
  };
}

function nested(names: readonly string[], value: string, notation: Notation): string {
  const [name, ...rest] = names;
  if (name === undefined) return value;
  return name === '*' ? `[${nested(rest, value, notation)}]` : `{ ${notation.name(name)}: ${nested(rest, value, notation)} }`;
}

function written(value: Written, notation: Notation): string {
  if (isList(value)) return `[${value.map((item) => written(item, notation)).join(', ')}]`;
  return typeof value === 'object' ? `{ ${entries(value, notation).join(', ')} }` : notation.scalar(value);
}

function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value);
}

function entries(properties: Properties, notation: Notation): string[] {
  return Object.entries(properties).map(([name, value]) => `${notation.name(name)}: ${written(value, notation)}`);
}

function listed(others: readonly string[], last: string): string {
  return [...others, last].join(', ');
}

function joined(parts: readonly Examples[]): Examples {
  const all = (name: 'fails' | 'passes' | 'unknown'): string[] => parts.flatMap((part) => part[name] ?? []);
  return { fails: all('fails'), passes: all('passes'), unknown: all('unknown') };
}

/** A case with further texts. */
export function more(base: RuleCase, { yaml: inYaml, cdk: inCdk }: { readonly yaml?: Partial<Examples>; readonly cdk?: Partial<Examples> }): RuleCase {
  const whole = (part: Partial<Examples> | undefined): Examples => ({ fails: part?.fails ?? [], passes: part?.passes ?? [], unknown: part?.unknown ?? [] });
  return { yaml: joined([base.yaml, whole(inYaml)]), cdk: joined([base.cdk, whole(inCdk)]) };
}
