import type { Span } from '../../syntax/node';
import { absent, namesIn, propertyOf, type KnownValue, type MapValue, type Resource, type Value } from '../model';
import type { Report, Rule, RuleContext, Setting } from './rule';

/** What a rule says of itself, without its check. */
export type RuleHeader = Omit<Rule, 'check'>;

type Scalar = string | number | boolean | null;

/** Where a property stands, or would stand. */
export interface Place {
  /** The value, where the text or the construct's default has one. */
  readonly value?: Value;
  /** True where it is certain that nothing sets it. */
  readonly missing: boolean;
  /** Where to report: the value, else the nearest thing that stands in the text. */
  readonly span: Span;
  /** Item of a list that the path went through last, or the properties of the resource. */
  readonly owner: MapValue;
  /** The map that would get the missing property, and its path from there. */
  readonly addTo?: { readonly map: MapValue; readonly path: readonly string[] };
}

/**
 * The places of a property of a resource by its path, such as `VersioningConfiguration.Status`; a `*` steps through the
 * items of a list: `BlockDeviceMappings.*.Ebs.Encrypted` gives one place for each item. What stands in a part that cannot be known
 * gives a place without value that is not missing either.
 */
export function placesAt(resource: Resource, path: string): readonly Place[] {
  const preset = resource.defaults?.get(path);
  const sure = resource.defaults === undefined || preset === absent;
  return placesIn(resource.properties, path, resource.typeSpan, sure).map((place) =>
    place.missing || place.value !== undefined || preset === undefined || preset === absent || !resource.properties.complete
      ? place
      : { ...place, value: { kind: 'known', value: preset, ...spanOf(resource.typeSpan) } },
  );
}

/** The same within a map, for example an item of a list. `span` is reported where the map itself lacks the first name. */
export function placesIn(map: MapValue, path: string, span: Span, sure = true): readonly Place[] {
  return step(map, namesIn(path), 0, { span, owner: map, sure });
}

interface Walk {
  readonly span: Span;
  readonly owner: MapValue;
  readonly sure: boolean;
}

function step(from: Value, path: readonly string[], begin: number, { span: at, owner, sure }: Walk): Place[] {
  let value = from;
  let span = at;
  for (let index = begin; index < path.length; index++) {
    const name = path[index] ?? '';
    if (value.kind === 'absent') return [{ missing: sure, span, owner }];
    if (name === '*') return stepThrough(value, path, index + 1, { span, owner, sure });
    if (value.kind !== 'map') return [{ missing: false, span, owner }];
    const property = propertyOf(value, name);
    if (!property) return [{ missing: sure && value.complete, span, owner, addTo: { map: value, path: path.slice(index) } }];
    value = property.value;
    span = property.nameSpan;
  }
  return value.kind === 'absent' ? [{ missing: sure, span, owner }] : [{ value, missing: false, span: spanOf(value), owner }];
}

function stepThrough(value: Value, path: readonly string[], index: number, walk: Walk): Place[] {
  if (value.kind === 'list') {
    return value.items.flatMap((item) => step(item, path, index, { ...walk, span: spanOf(item), owner: item.kind === 'map' ? item : walk.owner }));
  }
  // A list of one may be written without its brackets.
  if (value.kind === 'map' && index < path.length) return step(value, path, index, { ...walk, owner: value });
  return [{ missing: false, span: walk.span, owner: walk.owner }];
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/**
 * Whether a value passes a test: `undefined` where the text does not tell. Of several values (by a condition) all must agree.
 * `whenAbsent` stands for a branch that sets nothing.
 */
export function passes(value: Value, test: (known: Scalar) => boolean, whenAbsent?: boolean): boolean | undefined {
  switch (value.kind) {
    case 'known':
      return test(value.value);
    case 'absent':
      return whenAbsent;
    case 'one-of': {
      const [first, ...others] = value.values.map((one) => passes(one, test, whenAbsent));
      return others.every((other) => other === first) ? first : undefined;
    }
    default:
      return undefined;
  }
}

/** The places whose value fails a test for certain, those that nothing sets included where that fails. */
export function wrongPlaces(places: readonly Place[], is: (known: Scalar) => boolean, whenAbsent: boolean): Place[] {
  return places.filter((place) => (place.value ? passes(place.value, is, whenAbsent) : place.missing ? whenAbsent : undefined) === false);
}

/** Guard of a rule: it looks only at resources for which this is true for certain. */
export type Guard = (resource: Resource, context: RuleContext) => boolean;

export interface Demand {
  /** Path of the property; see `placesAt`. */
  readonly path: string;
  /** Values that are right. */
  readonly is: (known: Scalar) => boolean;
  /** What holds when nothing sets the property: true where that is right, false where it is reported. */
  readonly whenAbsent: boolean;
  readonly when?: Guard;
  /** The finding in words; `how` is `is not set`, `is off` or `is <value>`. */
  readonly message: (how: string) => string;
  /** A value that is safe to write: it neither replaces the resource nor interrupts it. */
  readonly fix?: { readonly title: string; readonly value: Setting['value'] };
}

/** A rule whose check gives one report, or none. */
export function single(header: RuleHeader, check: (resource: Resource, context: RuleContext) => Report | undefined): Rule {
  return {
    ...header,
    check: (resource, context) => {
      const report = check(resource, context);
      return report && [report];
    },
  };
}

/** A rule that asks a property to have certain values. */
export function demand(header: RuleHeader, { path, is, whenAbsent, when, message, fix }: Demand): Rule {
  return {
    ...header,
    check: (resource, context) => {
      if (when && !when(resource, context)) return undefined;
      return wrongPlaces(placesAt(resource, path), is, whenAbsent).map((place) => ({
        span: place.span,
        message: message(howOf(place)),
        ...fixFor(place, resource, fix),
      }));
    },
  };
}

/** A rule that asks for a switch to be on. What nothing sets counts as off, unless `onByDefault`. */
export function switchedOn(header: RuleHeader, rest: Omit<Demand, 'is' | 'whenAbsent'> & { readonly onByDefault?: boolean }): Rule {
  return demand(header, { ...rest, is: isOn, whenAbsent: rest.onByDefault ?? false });
}

/** A rule that asks for a switch to be off. What nothing sets counts as off, unless `onByDefault`. */
export function switchedOff(header: RuleHeader, rest: Omit<Demand, 'is' | 'whenAbsent'> & { readonly onByDefault?: boolean }): Rule {
  return demand(header, { ...rest, is: (known) => !isOn(known), whenAbsent: !(rest.onByDefault ?? false) });
}

export interface Requirement {
  /** Paths of which one is enough. A finding stands where the first of them would. */
  readonly paths: readonly string[];
  readonly when?: Guard;
  readonly message: string;
}

/** A rule that asks for a property to be set, to whatever: a reference or an unknown is enough, empty text or an empty list is not. */
export function required(header: RuleHeader, { paths, when, message }: Requirement): Rule {
  return {
    ...header,
    check: (resource, context) => {
      if (when && !when(resource, context)) return undefined;
      const [first = [], ...others] = paths.map((path) => placesAt(resource, path));
      return first.filter((place) => isUnset(place) && others.every((places) => places.every(isUnset))).map((place) => ({ span: place.span, message }));
    },
  };
}

/** True where nothing is set for certain, or what is set is empty. */
export function isUnset({ value, missing }: Place): boolean {
  if (missing) return true;
  switch (value?.kind) {
    case 'known':
      return value.value === '' || value.value === null;
    case 'list':
      return value.items.length === 0;
    case 'map':
      return value.complete && value.entries.length === 0;
    case 'one-of':
      return value.values.every((one) =>
        isUnset({ value: one, missing: one.kind === 'absent', span: one, owner: { kind: 'map', entries: [], complete: true, ...spanOf(one) } }),
      );
    default:
      return false;
  }
}

/** The places that nothing sets for certain. */
export function unsetPlaces(places: readonly Place[]): Place[] {
  return places.filter(isUnset);
}

/** True where the text says for certain that the property at the path has such a value. Absent and unknown are not. */
export function surely(resource: Resource, path: string, test: (known: Scalar) => boolean): boolean {
  const places = placesAt(resource, path);
  return places.length > 0 && places.every(({ value }) => value !== undefined && passes(value, test) === true);
}

/** True where it is certain that nothing sets the property. Also through lists, where each item lacks it. */
export function surelyUnset(resource: Resource, path: string): boolean {
  return placesAt(resource, path).every(isUnset);
}

/** The maps in the list at a path; of a list of one that is written without brackets that one. */
export function itemsAt(resource: Resource, path: string): MapValue[] {
  return valuesAt(resource, path).filter((item) => item.kind === 'map');
}

/** The values at a path, those of a list one by one. */
export function valuesAt(resource: Resource, path: string): Value[] {
  return placesAt(resource, path).flatMap(({ value }) => (value?.kind === 'list' ? value.items : value ? [value] : []));
}

/** The known text at a path, also where it is a parameter's default. */
export function textAt(resource: Resource, path: string): string | undefined {
  const [place, ...others] = placesAt(resource, path);
  return others.length === 0 && place?.value?.kind === 'known' && place.value.value !== null ? String(place.value.value) : undefined;
}

/** The literal texts of a value, one or a list of them, and whether they are all that it has. */
export function literalsIn(value: Value | undefined): { readonly literals: readonly KnownValue[]; readonly complete: boolean } {
  const items = value?.kind === 'list' ? value.items : value && value.kind !== 'absent' ? [value] : [];
  const literals = items.filter((item) => item.kind === 'known');
  return { literals, complete: literals.length === items.length };
}

function isOn(known: Scalar): boolean {
  return known === true || (typeof known === 'string' && /^(?:true|enabled?|on|yes)$/i.test(known)) || known === 1;
}

function howOf({ value, missing }: Place): string {
  if (missing || value?.kind === 'absent') return 'is not set';
  if (value?.kind !== 'known') return 'is not so';
  const preset = value.parameter === undefined ? '' : ' by default';
  if (value.value === false || value.value === 'false' || value.value === 'False') return `is off${preset}`;
  if (value.value === true || value.value === 'true' || value.value === 'True') return `is on${preset}`;
  return `is ${String(value.value)}${preset}`;
}

function fixFor({ value, addTo }: Place, resource: Resource, fix: Demand['fix']): { setting?: Setting } {
  if (!fix) return {};
  if (value) {
    const literal = value.kind === 'known' && value.parameter === undefined && resource.construct === undefined;
    return literal ? { setting: { ...fix, at: spanOf(value) } } : {};
  }
  return addTo && isWritable(resource) ? { setting: { ...fix, add: addTo } } : {};
}

/** Property names of an L2 construct are not CloudFormation's, so nothing can be added to one by its path. */
function isWritable({ construct }: Resource): boolean {
  return construct === undefined || /^Cfn[A-Z]/.test(construct);
}
