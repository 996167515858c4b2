import { propertyAt, propertyOf, type Resource, type Value } from '../model';
import { placesAt } from './demands';
import type { Report, Rule, RuleContext } from './rule';

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

/** Nested stacks and custom resources hand out whatever they like. */
const opaqueTypes = /^(?:AWS::CloudFormation|Custom)::/;

/** Whether a value is a reference to the resource or holds one; `undefined` where the text does not tell. A text may be its name. */
export function refersTo(value: Value | undefined, resource: Resource, context: RuleContext): boolean | undefined {
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
      return typeof value.value === 'string' && value.value !== '' ? undefined : false;
    case 'list':
      return any(value.items.map((item) => refersTo(item, resource, context)));
    case 'one-of':
      return any(value.values.map((one) => refersTo(one, resource, context)));
    case 'map':
      return any([...value.entries.map((entry) => refersTo(entry.value, resource, context)), value.complete ? false : undefined]);
    case 'unknown':
      return undefined;
  }
}

function any(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

/** Whether the value at a path of a resource, a `*` stepping through lists, refers to another one. */
export function refersAt(from: Resource, path: string, to: Resource, context: RuleContext): boolean | undefined {
  return any(placesAt(from, path).map(({ value, missing }) => (value ? refersTo(value, to, context) : missing ? false : undefined)));
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

/** True for a resource that is all in the text: no code of a construct and no expansion of SAM adds anything to or around it. */
export function isWritten({ construct, origin, attributes }: Resource): boolean {
  return (construct === undefined || /^Cfn[A-Z]/.test(construct)) && origin === undefined && !propertyOf(attributes, 'Connectors');
}

/** True for a resource that only some stacks have, or of which a loop makes several. */
export function isConditional({ attributes, id }: Resource): boolean {
  return propertyOf(attributes, 'Condition') !== undefined || /[$&+(`]/.test(id);
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

export function spanOf({ start, end }: Value): { start: number; end: number } {
  return { start, end };
}

type Header = Omit<Rule, 'check'>;

/** A rule whose check gives one report, or none. */
export function single(header: Header, check: (resource: Resource, context: RuleContext) => Report | undefined): Rule {
  return {
    ...header,
    check: (resource, context) => {
      const report = check(resource, context);
      return report && [report];
    },
  };
}
