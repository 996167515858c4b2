import type { MapValue, Property, Value } from '../model';
import { placesAt, type Guard, type RuleHeader } from './demands';
import { wrongPlaces } from './lookups';
import type { Rule } from './rule';

/** One rule over types that keep the same setting at different paths. */
export function acrossTypes(header: Omit<RuleHeader, 'types'>, byType: Readonly<Record<string, (header: RuleHeader) => Rule>>): Rule {
  const made = new Map(Object.entries(byType).map(([type, make]) => [type, make({ ...header, types: [type] })]));
  return { ...header, types: [...made.keys()], check: (resource, context) => made.get(resource.type)?.check(resource, context) };
}

/** One rule that reports what several say, for settings that a resource may keep in more than one place. */
export function together(first: Rule, ...others: readonly Rule[]): Rule {
  return { ...first, check: (resource, context) => [first, ...others].flatMap((rule) => [...(rule.check(resource, context) ?? [])]) };
}

export interface Switches {
  /** Paths of switches of which one is enough. */
  readonly paths: readonly string[];
  readonly on: (known: string | number | boolean | null) => boolean;
  readonly when?: Guard;
  readonly message: string;
}

/** A rule that asks for one of several switches to be on; it reports once. */
export function oneSwitchedOn(header: RuleHeader, { paths, on, when, message }: Switches): Rule {
  return {
    ...header,
    check: (resource, context) => {
      if (when && !when(resource, context)) return undefined;
      const places = paths.flatMap((path) => placesAt(resource, path));
      if (wrongPlaces(places, on, false).length < places.length) return undefined;
      return [{ span: (places.find(({ missing }) => !missing) ?? places[0])?.span ?? resource.typeSpan, message }];
    },
  };
}

/**
 * The rule with these names, given as CloudFormation writes them, found in CDK apps too: below its first level an L1 construct
 * spells an acronym as a word, so that `EnforceHTTPS` is read as `EnforceHttps`.
 */
export function spelled(rule: Rule, names: readonly string[]): Rule {
  const known = new Map(names.map((name) => [name.toLowerCase(), name]));
  return {
    ...rule,
    check: (resource, context) =>
      rule.check(resource.construct === undefined ? resource : { ...resource, properties: renamedMap(resource.properties, known) }, context),
  };
}

function renamedMap(map: MapValue, names: ReadonlyMap<string, string>): MapValue {
  const entries = map.entries.map(({ name, nameSpan, value }): Property => ({
    name: names.get(name.toLowerCase()) ?? name,
    nameSpan,
    value: renamed(value, names),
  }));
  return { ...map, entries };
}

function renamed(value: Value, names: ReadonlyMap<string, string>): Value {
  if (value.kind === 'map') return renamedMap(value, names);
  return value.kind === 'list' ? { ...value, items: value.items.map((item) => renamed(item, names)) } : value;
}
