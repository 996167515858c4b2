import type { Span } from '../../syntax/node';
import type { MapValue, Property, Resource, Value } from '../model';
import type { ResourceTypes } from '../resourceTypes';
import { constructNamed, type Construct } from './constructs';
import { capitalized, toValue } from './converters';
import { unknown, type Expression } from './expression';

export interface ConstructUse {
  readonly id: string;
  readonly idSpan: Span;
  readonly span: Span;
  readonly classSpan: Span;
  /** Module (`aws-sqs`) and class (`Queue`) as the CDK names them. */
  readonly imported: { readonly module: string; readonly name: string };
  readonly props: Expression | undefined;
  readonly propsSpan: Span;
  readonly holder: string | undefined;
  readonly types: ResourceTypes;
}

/** Classes that take a scope and an id and are no resources. */
const notResources = new Set(['App', 'Stack', 'Stage', 'NestedStack', 'CfnOutput', 'CfnParameter', 'CfnCondition', 'CfnMapping', 'CfnRule', 'CfnInclude']);

/** Makes a Resource of the use of a construct, in whichever language it is written. Nothing for what is no resource. */
export function buildResource(use: ConstructUse): Resource | undefined {
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
  const lowLevel = /^Cfn[A-Z]/.test(name) ? use.types.ofConstruct(module, name.slice(3)) : undefined;
  if (lowLevel !== undefined) return { ...base, type: lowLevel, properties: lowLevelProperties(use, lowLevel), attributes: emptyMap(use.propsSpan) };
  const type = construct?.type ?? use.types.ofConstruct(module, name) ?? `aws-cdk-lib.${module.replaceAll('-', '_')}.${name}`.replace('..', '.');
  const { properties, attributes } = highLevelProperties(use, construct);
  return { ...base, type, properties, attributes, defaults: new Map(Object.entries(construct?.defaults ?? {})) };
}

function emptyMap({ start, end }: Span): MapValue {
  return { kind: 'map', entries: [], complete: true, start, end };
}

/** An L1's properties are CloudFormation's own, in camel case. */
function lowLevelProperties({ props, propsSpan, types }: ConstructUse, type: string): MapValue {
  if (props?.kind !== 'object') return { ...emptyMap(propsSpan), complete: props === undefined || props.kind === 'undefined' };
  const names = new Map(types.propertiesOf(type)?.map((property) => [property.toLowerCase(), property]));
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
    const mapping = construct && Object.hasOwn(construct.props, name) ? construct.props[name] : undefined;
    const [path, convert] = mapping ?? [capitalized(name), undefined];
    const converted: Value =
      value.kind === 'undefined' ? toValue(value) : (convert?.(value) ?? unknown(value, `what this sets on the resource is not worked out here`));
    if (path.startsWith('@')) attributes.set([path.slice(1)], nameSpan, converted);
    else properties.set(path.split('.'), nameSpan, converted);
  }
  return { properties: properties.toMap(propsSpan, readable), attributes: attributes.toMap(propsSpan, readable) };
}

/** Collects values by their paths and makes nested maps of them. */
class PropertyTree {
  readonly #children = new Map<string, { nameSpan: Span; value?: Value; tree?: PropertyTree }>();

  set([name = '', ...rest]: readonly string[], nameSpan: Span, value: Value): void {
    const child = this.#children.get(name) ?? { nameSpan };
    this.#children.set(name, child);
    if (rest.length > 0) (child.tree ??= new PropertyTree()).set(rest, nameSpan, value);
    else if (child.value?.kind === 'list' && value.kind === 'list') child.value = { ...child.value, items: [...child.value.items, ...value.items] };
    else child.value = value;
  }

  toMap({ start, end }: Span, complete: boolean): MapValue {
    const entries = [...this.#children].map(([name, { nameSpan, value, tree }]): Property => {
      const nested = tree?.toMap({ start: nameSpan.start, end }, complete);
      return { name, nameSpan, value: value ?? nested ?? unknown(nameSpan, 'it is not written yet') };
    });
    return { kind: 'map', entries, complete, start, end };
  }
}
