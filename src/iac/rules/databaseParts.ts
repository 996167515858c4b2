import type { Span } from '../../syntax/node';
import { isAbsent, propertyAt, propertyOf, type KnownValue, type Resource, type Value } from '../model';
import { passes, type Guard, type RuleHeader } from './demands';
import { refersTo } from './references';
import type { Report, Rule } from './rule';

type Scalar = KnownValue['value'];

/** Where a parameter of an engine stands in a parameter group, or would stand. */
export interface ParameterPlace {
  readonly value?: Value;
  readonly missing: boolean;
  readonly span: Span;
}

export function all(...guards: readonly Guard[]): Guard {
  return (resource, context) => guards.every((guard) => guard(resource, context));
}

/** True for certain: nothing sets any of these properties. */
export function without(...names: readonly string[]): Guard {
  return (resource) => names.every((name) => isAbsent(resource, name));
}

/** A test for numbers, also those written as text; what is no number passes. */
export function atLeast(minimum: number): (known: Scalar) => boolean {
  return (known) => {
    const text = String(known).trim();
    return !/^-?\d+$/.test(text) || Number(text) >= minimum;
  };
}

/** A test that holds for any number or text but these. */
export function noneOf(...values: readonly (string | number)[]): (known: Scalar) => boolean {
  const refused = new Set(values.map((value) => String(value).toLowerCase()));
  return (known) => !refused.has(String(known).trim().toLowerCase());
}

/** Names of administrators that everybody tries first. */
export const usualNames = noneOf('admin', 'administrator', 'root', 'master', 'postgres', 'mysql', 'sa', 'awsuser', 'dbadmin', 'user');

/** A parameter of an engine in a map of them, whose names may have dots. An app's reader gives its name a capital. */
export function engineParameter(resource: Resource, name: string): ParameterPlace {
  const property = propertyAt(resource, 'Parameters');
  const span = property?.nameSpan ?? resource.typeSpan;
  if (!property || property.value.kind === 'absent') return { missing: isAbsent(resource, 'Parameters'), span };
  const entry = propertyOf(property.value, name) ?? propertyOf(property.value, name.charAt(0).toUpperCase() + name.slice(1));
  if (!entry) return { missing: property.value.kind === 'map' && property.value.complete, span };
  return { value: entry.value, missing: entry.value.kind === 'absent', span: { start: entry.value.start, end: entry.value.end } };
}

/** A parameter in a list of names and values, as Redshift has it. */
export function listedParameter(resource: Resource, path: string, nameKey: string, valueKey: string, name: string): ParameterPlace {
  const property = propertyAt(resource, path);
  const span = property?.nameSpan ?? resource.typeSpan;
  if (!property || property.value.kind === 'absent') return { missing: isAbsent(resource, path), span };
  if (property.value.kind !== 'list') return { missing: false, span };
  let sure = true;
  for (const item of property.value.items) {
    const found = propertyOf(item, nameKey)?.value;
    if (found?.kind !== 'known') sure = false;
    else if (String(found.value).toLowerCase() === name) {
      const value = propertyOf(item, valueKey)?.value;
      return value ? { value, missing: false, span: { start: value.start, end: value.end } } : { missing: false, span };
    }
  }
  return { missing: sure, span };
}

/** A report where a parameter fails a test for certain, or nothing sets it and that is wrong. */
export function parameterReports(place: ParameterPlace, is: (known: Scalar) => boolean, whenAbsent: boolean, message: string): Report[] | undefined {
  const verdict = place.value ? passes(place.value, is, whenAbsent) : place.missing ? whenAbsent : undefined;
  return verdict === false ? [{ span: place.span, message }] : undefined;
}

/** A rule about clusters that have exactly one instance in the document. */
export function loneMember(header: RuleHeader, memberType: string, message: string, when: Guard = () => true): Rule {
  return {
    ...header,
    check: (cluster, context) => {
      if (!when(cluster, context)) return undefined;
      const belongs = context
        .ofType(memberType)
        .map((member) => refersTo(propertyAt(member, 'DBClusterIdentifier')?.value, cluster, context, 'DBClusterIdentifier'))
        .filter((answer) => answer !== false);
      return belongs.length === 1 && belongs[0] === true ? [{ span: cluster.typeSpan, message }] : undefined;
    },
  };
}
