import { propertyAt, propertyOf, type Resource } from '../model';
import { passes, placesAt, type Guard, type Place, type RuleHeader } from './demands';
import type { Report, Rule } from './rule';

/** The value of a key in a list of maps with `Key` and `Value`, as load balancers and target groups have for their attributes. */
export function attributeAt(resource: Resource, path: string, key: string): Pick<Place, 'value' | 'missing' | 'span'> {
  const [place] = placesAt(resource, path);
  const list = place?.value;
  const span = propertyAt(resource, path)?.nameSpan ?? resource.typeSpan;
  if (!place || list === undefined || list.kind === 'absent') return { missing: place?.missing ?? false, span };
  if (list.kind !== 'list') return { missing: false, span };
  let certain = true;
  for (const item of list.items) {
    const name = propertyOf(item, 'Key')?.value;
    const value = propertyOf(item, 'Value')?.value;
    if (item.kind === 'absent') continue;
    if (name?.kind !== 'known' || !value) certain = false;
    else if (name.value === key) return { value, missing: false, span: { start: value.start, end: value.end } };
  }
  return { missing: certain, span };
}

export interface KeyDemand {
  /** Path of the list. */
  readonly path: string;
  readonly key: string;
  readonly is: (value: string) => boolean;
  readonly whenAbsent: boolean;
  readonly when?: Guard;
  readonly message: (how: string) => string;
}

/** A rule that asks the value of a key to be right; see `demand`. */
export function keyDemand(header: RuleHeader, { path, key, is, whenAbsent, when, message }: KeyDemand): Rule {
  return {
    ...header,
    check: (resource, context): Report[] | undefined => {
      if (when && !when(resource, context)) return undefined;
      const { value, missing, span } = attributeAt(resource, path, key);
      const verdict = value ? passes(value, (known) => is(String(known).toLowerCase()), whenAbsent) : missing ? whenAbsent : undefined;
      if (verdict !== false) return undefined;
      const preset = value?.kind === 'known' && value.parameter !== undefined ? ' by default' : '';
      return [{ span, message: message(value?.kind === 'known' ? `is ${String(value.value)}${preset}` : 'is not set') }];
    },
  };
}
