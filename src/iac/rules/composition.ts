import { placesAt, wrongPlaces, type Guard, type RuleHeader } from './demands';
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
