import { always, propertyOf, type Resource, type Value } from '../model';
import type { RuleHeader } from './demands';
import type { Rule } from './rule';

/** A rule that reports names written into a template. `properties` has the name's property by type; names that are `given` by AWS are left out. */
export function staticName(header: Omit<RuleHeader, 'types'>, properties: Readonly<Record<string, string>>, message: string, given?: RegExp): Rule {
  return {
    ...header,
    types: Object.keys(properties),
    check: (resource) => {
      const name = propertyOf(resource.properties, properties[resource.type] ?? '')?.value;
      if (!always(name, (known) => known !== '' && known !== null && !given?.test(String(known)))) return undefined;
      return [{ span: { start: name.start, end: name.end }, message }];
    },
  };
}

/** True unless the value certainly names something else than the resource: as a reference, or by the name in its property. */
export function mayName(value: Value, resource: Resource, nameProperty: string): boolean {
  switch (value.kind) {
    case 'reference':
      return value.target === (resource.holder ?? resource.id);
    case 'known': {
      const name = propertyOf(resource.properties, nameProperty)?.value;
      if (!name) return !resource.properties.complete;
      return name.kind === 'known' ? name.value === value.value : name.kind !== 'absent';
    }
    case 'list':
      return value.items.some((item) => mayName(item, resource, nameProperty));
    case 'one-of':
      return value.values.some((one) => mayName(one, resource, nameProperty));
    case 'absent':
      return false;
    default:
      return true;
  }
}
