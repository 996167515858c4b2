import { propertyAt, propertyOf, type MapValue, type Property, type Resource, type Value } from '../model';

/** The statements of a policy document, whether it has one or a list of them. */
export function statementsOf(document: Value | undefined): MapValue[] {
  const statement = propertyOf(document, 'Statement')?.value;
  const list = statement?.kind === 'list' ? statement.items : statement ? [statement] : [];
  return list.filter((item) => item.kind === 'map');
}

/** True where the element is the text, or a list that holds it. */
export function names(property: Property | undefined, text: string): boolean {
  const value = property?.value;
  if (value?.kind === 'known') return value.value === text;
  return value?.kind === 'list' && value.items.some((item) => item.kind === 'known' && item.value === text);
}

export function allows(statement: MapValue): boolean {
  return names(propertyOf(statement, 'Effect'), 'Allow');
}

/** A principal that anybody is: `*`, or `*` as an AWS principal. */
export function isAnybody(statement: MapValue): boolean {
  const principal = propertyOf(statement, 'Principal');
  return names(principal, '*') || (principal?.value.kind === 'map' && names(propertyOf(principal.value, 'AWS'), '*'));
}

/** True where it is certain that the statement has no condition. */
export function isUnconditional(statement: MapValue): boolean {
  return statement.complete && !propertyOf(statement, 'Condition');
}

/** Allow statements open to anybody and without a condition, in the document at a property. */
export function openStatements(resource: Resource, path: string): MapValue[] {
  return statementsOf(propertyAt(resource, path)?.value).filter((statement) => allows(statement) && isAnybody(statement) && isUnconditional(statement));
}

/** All policy documents of an IAM resource: its own, and the inline ones of a role, user or group. */
export function documentsOf(resource: Resource): Value[] {
  const own = propertyAt(resource, 'PolicyDocument')?.value;
  const inline = propertyAt(resource, 'Policies')?.value;
  const documents = inline?.kind === 'list' ? inline.items.map((item) => propertyOf(item, 'PolicyDocument')?.value) : [];
  return [own, ...documents].filter((document) => document !== undefined);
}
