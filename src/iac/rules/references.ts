import { propertyAt, propertyOf, type Resource, type Value } from '../model';
import { placesAt } from './demands';
import type { RuleContext } from './rule';

/** The name by which references name a resource. */
export function nameOf({ holder, id }: Resource): string {
  return holder ?? id;
}

export function referred(value: Value | undefined, context: RuleContext): Resource | undefined {
  return value?.kind === 'reference' ? context.resource(value.target) : undefined;
}

export function referredAt(resource: Resource, path: string, context: RuleContext): Resource | undefined {
  return referred(propertyAt(resource, path)?.value, context);
}

/**
 * Whether a value, taken as a whole, names a resource of the document: by a reference, or by the name that the resource has.
 * `undefined` where the text does not tell. A reference to a resource of another type does not: that may hand on what it was given.
 */
export function refersTo(value: Value | undefined, resource: Resource, context: RuleContext, nameProperty?: string): boolean | undefined {
  switch (value?.kind) {
    case 'reference':
      if (value.target === nameOf(resource)) return true;
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

/** Nested stacks and custom resources hand out whatever they like. */
const opaqueTypes = /^(?:AWS::CloudFormation|Custom)::/;

/**
 * Whether a value is a reference to the resource or holds one somewhere within: `undefined` where a part of it cannot be known.
 * A text may be the resource's name, unless `byId`: a resource of the same document has no ID yet when the text is written.
 */
export function mentions(value: Value | undefined, resource: Resource, context: RuleContext, byId = false): boolean | undefined {
  switch (value?.kind) {
    case undefined:
    case 'absent':
      return false;
    case 'reference': {
      if (value.target === nameOf(resource)) return true;
      const other = context.resource(value.target);
      return other && !opaqueTypes.test(other.type) ? false : undefined;
    }
    case 'known':
      return !byId && typeof value.value === 'string' && value.value !== '' ? undefined : false;
    case 'list':
      return anyOf(value.items.map((item) => mentions(item, resource, context, byId)));
    case 'one-of':
      return anyOf(value.values.map((one) => mentions(one, resource, context, byId)));
    case 'map':
      return anyOf([...value.entries.map((entry) => mentions(entry.value, resource, context, byId)), value.complete ? false : undefined]);
    case 'unknown':
      return undefined;
  }
}

function anyOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

/** Whether the value at a path of a resource, a `*` stepping through lists, refers to another one; for `byId` see `mentions`. */
export function refersAt(from: Resource, path: string, to: Resource, context: RuleContext, byId = false): boolean | undefined {
  return anyOf(placesAt(from, path).map(({ value, missing }) => (value ? mentions(value, to, context, byId) : missing ? false : undefined)));
}

/** Whether any of the resources of a type names the target by its ID at one of the paths. */
export function namedBy(target: Resource, type: string, paths: readonly string[], context: RuleContext): boolean | undefined {
  return anyOf(context.ofType(type).flatMap((resource) => paths.map((path) => refersAt(resource, path, target, context, true))));
}

/** Resources of a type that name the target at a path for certain. */
export function namersOf(target: Resource, type: string, path: string, context: RuleContext): Resource[] {
  return context.ofType(type).filter((resource) => refersAt(resource, path, target, context) === true);
}

/** The resources of a type that refer to this one at a path; nothing where the text leaves open whether another does. */
export function referrers(to: Resource, context: RuleContext, type: string, path: string): Resource[] | undefined {
  const found: Resource[] = [];
  for (const other of context.ofType(type)) {
    const answer = refersAt(other, path, to, context);
    if (answer === undefined) return undefined;
    if (answer) found.push(other);
  }
  return found;
}

/** True where it is certain that no resource of the template refers to this one at the path. */
export function isUnreferred(to: Resource, context: RuleContext, type: string, path: string): boolean {
  return referrers(to, context, type, path)?.length === 0;
}

/** True where two values stand for the same thing for certain: the same resource, text or parameter. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  if (one?.kind === 'reference' && other?.kind === 'reference') return one.target === other.target && one.attribute === other.attribute;
  if (one?.kind === 'known' && other?.kind === 'known') return String(one.value) === String(other.value);
  return one?.kind === 'unknown' && other?.kind === 'unknown' && one.parameter !== undefined && one.parameter === other.parameter;
}

/** True for a resource that is all in the text: no code of a construct and no expansion of SAM adds anything to or around it. */
export function isWritten({ construct, origin, attributes }: Resource): boolean {
  return (construct === undefined || /^Cfn[A-Z]/.test(construct)) && origin === undefined && !propertyOf(attributes, 'Connectors');
}

/** True for a resource that only some stacks have, or of which a loop makes several. */
export function isConditional({ attributes, id }: Resource): boolean {
  return propertyOf(attributes, 'Condition') !== undefined || /[$&+(`]/.test(id);
}
