import type { Span } from '../syntax/node';

/**
 * What every reader makes of a document: resources with the place of each type, property name and value.
 * Offsets count UTF-16 code units from the start of the document, ends are exclusive.
 */
export interface Template {
  readonly kind: 'cloudformation' | 'cdk';
  readonly language: TemplateLanguage;
  readonly resources: readonly Resource[];
  readonly problems: readonly TemplateProblem[];
  /** Parameters of a CloudFormation template by name; none in a CDK app. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** True where a macro or something unreadable may add resources, so that a missing one proves nothing. */
  readonly open?: boolean;
}

export interface Parameter {
  readonly nameSpan: Span;
  readonly type: string;
  readonly noEcho: boolean;
  /** True where it has a default, of whatever kind. */
  readonly hasDefault: boolean;
}

/** Languages that CDK apps are written in. */
export type CdkLanguage = 'typescript' | 'tsx' | 'javascript' | 'python' | 'java' | 'csharp' | 'go';

export type TemplateLanguage = 'yaml' | 'json' | CdkLanguage;

export interface TemplateProblem extends Span {
  readonly message: string;
}

export interface Resource {
  /** Logical id of a template, construct id of a CDK app. */
  readonly id: string;
  readonly idSpan: Span;
  /** CloudFormation type, for example `AWS::SQS::Queue`. */
  readonly type: string;
  readonly typeSpan: Span;
  /** The whole resource, from its id to its last value. */
  readonly span: Span;
  /** Named as CloudFormation names them, in a CDK app too. */
  readonly properties: MapValue;
  /** DeletionPolicy, UpdatePolicy, DependsOn and their like, by name. */
  readonly attributes: MapValue;
  /** The construct's name where it stands in a CDK app, for example `Bucket`. */
  readonly construct?: string;
  /** In a CDK app: the variable or member that holds the construct. */
  readonly holder?: string;
  /** What the template's `Globals` gives a resource of SAM. */
  readonly inherited?: MapValue;
  /** The resource of SAM that this one is made of; see `becomes`. */
  readonly origin?: Resource;
  /** What a CDK construct sets when its property is not written; `absent` where it sets nothing. Not listed: unknown. */
  readonly defaults?: ReadonlyMap<string, string | number | boolean | typeof absent>;
}

/** Stands in an outline for what is not known. */
export const hole = '\uFFFC';

/** Marks a property that nothing sets. */
export const absent = Symbol('absent');

export type Value = KnownValue | ListValue | MapValue | ReferenceValue | OneOfValue | AbsentValue | UnknownValue;

export interface KnownValue extends Span {
  readonly kind: 'known';
  readonly value: string | number | boolean | null;
  /** Name of the parameter whose default this is: it holds unless a deployment says otherwise. */
  readonly parameter?: string;
}

export interface ListValue extends Span {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

export interface MapValue extends Span {
  readonly kind: 'map';
  readonly entries: readonly Property[];
  /** False where something not readable may add entries, so that a missing one proves nothing. */
  readonly complete: boolean;
  /** Its names stand in the source of an app in another case: `enforceHttps` for `EnforceHTTPS`. */
  readonly anyCase?: true;
}

export interface Property {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Value;
}

/** `Ref` or `GetAtt` of a resource in the same document; in a CDK app a variable that holds a construct. */
export interface ReferenceValue extends Span {
  readonly kind: 'reference';
  readonly target: string;
  readonly attribute?: string;
}

/** One of several, by a condition of the template. */
export interface OneOfValue extends Span {
  readonly kind: 'one-of';
  readonly values: readonly Value[];
}

/** Written as `AWS::NoValue` or `undefined`. */
export interface AbsentValue extends Span {
  readonly kind: 'absent';
}

export interface UnknownValue extends Span {
  readonly kind: 'unknown';
  /** Why it cannot be known from the text, in words for the user. */
  readonly reason: string;
  /** Of a text that is known in part: the text, with `hole` in the place of each part that is not. */
  readonly outline?: string;
  /** Two unknown values for which this is the same are the same value, for example the first zone of the Region. */
  readonly same?: string;
  /** Name of the parameter that it is. */
  readonly parameter?: string;
}

/** The last property of that name in a map. */
export function propertyOf(value: Value | undefined, name: string): Property | undefined {
  if (value?.kind !== 'map') return undefined;
  for (let index = value.entries.length - 1; index >= 0; index--) {
    const entry = value.entries[index];
    if (entry?.name === name) return entry;
  }
  if (!value.anyCase) return undefined;
  const bare = bareName(name);
  return value.entries.findLast((entry) => bareName(entry.name) === bare);
}

/** A name without case and underscores, in which languages differ. */
function bareName(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

const splitPaths = new Map<string, readonly string[]>();

/** The names of a path. Rules ask for the same few paths again and again, so each is split once. */
export function namesIn(path: string): readonly string[] {
  let names = splitPaths.get(path);
  if (!names) {
    names = path.split('.');
    splitPaths.set(path, names);
  }
  return names;
}

/** The property at a path of names, for example `VersioningConfiguration.Status`. */
export function propertyAt(resource: Resource, path: string): Property | undefined {
  let value: Value = resource.properties;
  let found: Property | undefined;
  for (const name of namesIn(path)) {
    found = propertyOf(value, name);
    if (!found) return undefined;
    value = found.value;
  }
  return found;
}

/** A single known value at a path, or nothing where it is absent, unknown or one of several. */
export function knownAt(resource: Resource, path: string): KnownValue | undefined {
  const value = propertyAt(resource, path)?.value;
  return value?.kind === 'known' ? value : undefined;
}

/** True only where it is certain that nothing sets the property: neither the text nor a construct's default. */
export function isAbsent(resource: Resource, path: string): boolean {
  const unset = resource.defaults?.get(path);
  let value: Value = resource.properties;
  const names = namesIn(path);
  for (const [index, name] of names.entries()) {
    if (value.kind === 'absent') break;
    if (value.kind !== 'map') return false;
    const property = propertyOf(value, name);
    if (!property) {
      if (!value.complete) return false;
      break;
    }
    value = property.value;
    if (index === names.length - 1) return value.kind === 'absent';
  }
  return resource.defaults === undefined || unset === absent;
}

/** True where each value that the property may take, by the text, passes the test; never on an unknown. */
export function always(value: Value | undefined, test: (known: string | number | boolean | null) => boolean): value is Value {
  switch (value?.kind) {
    case 'known':
      return test(value.value);
    case 'one-of':
      return value.values.length > 0 && value.values.every((one) => always(one, test));
    default:
      return false;
  }
}

/** YAML and JSON writers quote booleans and numbers at will; CloudFormation takes both. */
export function isTrue(value: string | number | boolean | null): boolean {
  return value === true || value === 'true' || value === 'True';
}

export function isFalse(value: string | number | boolean | null): boolean {
  return value === false || value === 'false' || value === 'False';
}

/** A number, also where it is written as text; `undefined` otherwise. */
export function numberOf(value: Value | undefined): number | undefined {
  if (value?.kind !== 'known') return undefined;
  if (typeof value.value === 'number') return value.value;
  return typeof value.value === 'string' && /^-?\d+(\.\d+)?$/.test(value.value) ? Number(value.value) : undefined;
}

/** The text of a value, with `hole` in the place of what is not known of it; nothing where it is no text at all. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'known') return String(value.value);
  return value?.kind === 'unknown' ? value.outline : undefined;
}
