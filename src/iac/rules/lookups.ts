import type { Span } from '../../syntax/node';
import { propertyAt, type KnownValue, type Resource, type Value } from '../model';
import { isUnset, passes, type Place } from './demands';
import type { RuleContext } from './rule';

/**
 * Whether a value names a resource of the document, by a reference or by the name that it has. `undefined` where the text
 * does not tell.
 */
export function refersTo(value: Value | undefined, resource: Resource, context: RuleContext, nameProperty?: string): boolean | undefined {
  switch (value?.kind) {
    case 'reference':
      if (value.target === (resource.holder ?? resource.id)) return true;
      return context.resource(value.target)?.type === resource.type ? false : undefined;
    case 'known': {
      const name = nameProperty === undefined ? undefined : propertyAt(resource, nameProperty)?.value;
      if (name === undefined) return resource.properties.complete ? false : undefined;
      return name.kind === 'known' ? name.value === value.value : undefined;
    }
    case 'one-of': {
      const [first, ...others] = value.values.map((one) => refersTo(one, resource, context, nameProperty));
      return others.every((other) => other === first) ? first : undefined;
    }
    default:
      return undefined;
  }
}

/** The literal texts of a value, one or a list of them, and whether they are all that it has. */
export function literalsIn(value: Value | undefined): { readonly literals: readonly KnownValue[]; readonly complete: boolean } {
  const items = value?.kind === 'list' ? value.items : value && value.kind !== 'absent' ? [value] : [];
  const literals = items.filter((item) => item.kind === 'known');
  return { literals, complete: literals.length === items.length };
}

/** The places whose value fails a test for certain, those that nothing sets included where that fails. */
export function wrongPlaces(places: readonly Place[], is: (known: KnownValue['value']) => boolean, whenAbsent: boolean): Place[] {
  return places.filter((place) => (place.value ? passes(place.value, is, whenAbsent) : place.missing ? whenAbsent : undefined) === false);
}

/** The places that nothing sets for certain. */
export function unsetPlaces(places: readonly Place[]): Place[] {
  return places.filter(isUnset);
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
