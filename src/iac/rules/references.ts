import { propertyAt, type Resource, type Value } from '../model';
import { placesAt } from './demands';
import { nameOf } from './relations';
import type { RuleContext } from './rule';

export { referred as referredBy, referredAt } from './relations';

/**
 * Whether a value names the resource, itself or somewhere within: `undefined` where a part of it cannot be known. Text never does:
 * a resource of the same document has no ID yet when the text is written.
 */
export function names(value: Value, target: Resource, context: RuleContext): boolean | undefined {
  switch (value.kind) {
    case 'reference': {
      if (value.target === nameOf(target)) return true;
      // Nested stacks and custom resources hand out whatever they like.
      const other = context.resource(value.target);
      return other && !/^(?:AWS::CloudFormation|Custom)::/.test(other.type) ? false : undefined;
    }
    case 'known':
    case 'absent':
      return false;
    case 'unknown':
      return undefined;
    case 'list':
      return anyOf(value.items.map((item) => names(item, target, context)));
    case 'one-of':
      return anyOf(value.values.map((one) => names(one, target, context)));
    case 'map':
      return anyOf([...value.entries.map((entry) => names(entry.value, target, context)), ...(value.complete ? [] : [undefined])]);
  }
}

/** Whether any of the resources of a type names the target at one of the paths. */
export function namedBy(target: Resource, type: string, paths: readonly string[], context: RuleContext): boolean | undefined {
  const places = context.ofType(type).flatMap((resource) => paths.flatMap((path) => placesAt(resource, path)));
  return anyOf(places.map(({ value, missing }) => (value ? names(value, target, context) : missing ? false : undefined)));
}

/** Resources of a type that name the target at a path for certain. */
export function namersOf(target: Resource, type: string, path: string, context: RuleContext): Resource[] {
  return context.ofType(type).filter((resource) => {
    const value = propertyAt(resource, path)?.value;
    return value !== undefined && names(value, target, context) === true;
  });
}

/** True where two values stand for the same thing for certain: the same resource, text or parameter. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  if (one?.kind === 'reference' && other?.kind === 'reference') return one.target === other.target && one.attribute === other.attribute;
  if (one?.kind === 'known' && other?.kind === 'known') return String(one.value) === String(other.value);
  return one?.kind === 'unknown' && other?.kind === 'unknown' && one.parameter !== undefined && one.parameter === other.parameter;
}

function anyOf(parts: readonly (boolean | undefined)[]): boolean | undefined {
  return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
}
