import type { Span } from '../../syntax/node';
import type { MapValue, Property, Resource, Value } from '../model';
import type { ResourceTypes } from '../resourceTypes';
import { constructNamed } from './constructs';
import { settingsOf, type Construct, type Setting } from './constructs/construct';
import { capitalized, convertedBy, something, toValue } from './converters';
import { unknown, type Expression } from './expression';
import type { ImportedClass } from './names';

export interface ConstructUse {
  readonly id: string;
  readonly idSpan: Span;
  readonly span: Span;
  readonly classSpan: Span;
  readonly imported: ImportedClass;
  /** Its properties, with TypeScript's names; nothing where it has none. */
  readonly props: Expression | undefined;
  readonly propsSpan: Span;
  /** The variable or member that holds it, as references to it name it. */
  readonly holder: string | undefined;
}

/** Classes that take a scope and an id and are no resources. */
const notResources = new Set(['App', 'Stack', 'Stage', 'NestedStack', 'CfnOutput', 'CfnParameter', 'CfnCondition', 'CfnMapping', 'CfnRule', 'CfnInclude']);

/** Makes a Resource of the use of a construct, in whichever language it is written. Nothing for what is no resource. */
export function buildResource(use: ConstructUse, types: ResourceTypes): Resource | undefined {
  const { module, name } = use.imported;
  if (module === '' && notResources.has(name)) return undefined;
  const construct = constructNamed(module, name);
  const base = {
    id: use.id,
    idSpan: use.idSpan,
    typeSpan: use.classSpan,
    span: use.span,
    construct: name,
    ...(use.holder === undefined ? {} : { holder: use.holder }),
  };
  const lowLevel = /^Cfn[A-Z]/.test(name) ? types.ofConstruct(module, name.slice(3)) : undefined;
  if (lowLevel !== undefined)
    return { ...base, type: lowLevel, properties: lowLevelProperties(use, types.propertiesOf(lowLevel) ?? []), attributes: emptyMap(use.propsSpan) };
  const type = construct?.type ?? types.ofConstruct(module, name) ?? `aws-cdk-lib.${module.replaceAll('-', '_')}.${name}`.replace('..', '.');
  const { properties, attributes } = highLevelProperties(use, construct);
  return { ...base, type, properties, attributes, defaults: new Map(Object.entries(construct?.defaults ?? {})) };
}

function emptyMap({ start, end }: Span): MapValue {
  return { kind: 'map', entries: [], complete: true, start, end };
}

/** An L1's properties are CloudFormation's own, in camel case. */
function lowLevelProperties({ props, propsSpan }: ConstructUse, propertyNames: readonly string[]): MapValue {
  if (props?.kind !== 'object') return { ...emptyMap(propsSpan), complete: props === undefined || props.kind === 'undefined' };
  const names = new Map(propertyNames.map((property) => [property.toLowerCase(), property]));
  const entries = props.entries.map(({ name, nameSpan, value }): Property => ({
    name: names.get(name.toLowerCase()) ?? capitalized(name),
    nameSpan,
    value: toValue(value),
  }));
  return { kind: 'map', entries, complete: props.complete, start: props.start, end: props.end };
}

function highLevelProperties({ props, propsSpan }: ConstructUse, construct: Construct | undefined): { properties: MapValue; attributes: MapValue } {
  const readable = props === undefined || props.kind === 'undefined' || (props.kind === 'object' && props.complete);
  const properties = new PropertyTree();
  const attributes = new PropertyTree();
  for (const { name, nameSpan, value } of props?.kind === 'object' ? props.entries : []) {
    for (const [path, convert, aside] of (construct && settingsOf(construct, name)) ?? [unheard(name)]) {
      const tree = path.startsWith('@') ? attributes : properties;
      tree.set(path.replace('@', '').split('.'), { nameSpan, value: convertedBy(convert, value), aside: aside !== undefined });
    }
  }
  return { properties: properties.toMap(propsSpan, readable), attributes: attributes.toMap(propsSpan, readable) };
}

/** A property that the table does not have: where CloudFormation has one of that name, it is set somehow. */
function unheard(name: string): Setting {
  return [capitalized(name), something];
}

interface Leaf {
  readonly nameSpan: Span;
  readonly value: Value;
  /** Gives way to what another property of the construct sets at the same path. */
  readonly aside: boolean;
}

/** Collects values by their paths and makes nested maps of them. */
class PropertyTree {
  readonly #children = new Map<string, { nameSpan: Span; leaf?: Leaf; tree?: PropertyTree }>();

  set([name = '', ...rest]: readonly string[], leaf: Leaf): void {
    const child = this.#children.get(name) ?? { nameSpan: leaf.nameSpan };
    this.#children.set(name, child);
    if (rest.length > 0) (child.tree ??= new PropertyTree()).set(rest, leaf);
    else if (!child.leaf || child.leaf.aside) child.leaf = leaf;
    else if (!leaf.aside) child.leaf = joined(child.leaf, leaf);
  }

  toMap({ start, end }: Span, complete: boolean): MapValue {
    const entries = [...this.#children].map(([name, { nameSpan, leaf, tree }]): Property => {
      const nested = tree?.toMap({ start: nameSpan.start, end }, complete);
      return { name, nameSpan: leaf?.nameSpan ?? nameSpan, value: leaf?.value ?? nested ?? unknown(nameSpan, 'it is not written yet') };
    });
    return { kind: 'map', entries, complete, start, end };
  }
}

/** Two properties that set the same: their lists make one, otherwise the later one counts. */
function joined(first: Leaf, second: Leaf): Leaf {
  const [one, other] = [first.value, second.value];
  return one.kind === 'list' && other.kind === 'list' ? { ...first, value: { ...one, items: [...one.items, ...other.items] } } : second;
}
