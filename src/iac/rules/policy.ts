import type { Span } from '../../syntax/node';
import { propertyAt, propertyOf, type KnownValue, type MapValue, type Property, type Resource, type Value } from '../model';
import type { RuleContext } from './rule';

/** Types that give permissions to an identity. */
export const identityPolicyTypes: readonly string[] = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::Role',
  'AWS::IAM::User',
  'AWS::IAM::Group',
];

/** The statements of a policy document, whether it has one or a list of them. */
export function statementsOf(document: Value | undefined): MapValue[] {
  const statement = propertyOf(readable(document), 'Statement')?.value;
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

/** All accounts: `*`, or an ARN of IAM with `*` in the place of the account. */
const allAccounts = /^(?:\*|arn:aws[\w-]*:iam::\*(?::.*)?)$/;

/** A principal that anybody is, given by itself or as an AWS principal. */
export function isAnybody(statement: MapValue): boolean {
  const principal = propertyOf(statement, 'Principal');
  const named = principal?.value.kind === 'map' ? propertyOf(principal.value, 'AWS') : principal;
  return textsOf(named).some(({ value }) => allAccounts.test(String(value)));
}

/** True where it is certain that the statement has no condition. */
export function isUnconditional(statement: MapValue): boolean {
  return statement.complete && !propertyOf(statement, 'Condition');
}

/** Allow statements open to anybody and without a condition, in the document at a property. */
export function openStatements(resource: Resource, path: string): MapValue[] {
  return statementsOf(propertyAt(resource, path)?.value).filter((statement) => allows(statement) && isAnybody(statement) && isUnconditional(statement));
}

/** The texts of an element that is one or a list of them; what cannot be known is left out. */
export function textsOf(property: Property | undefined): KnownValue[] {
  const value = property?.value;
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  return items.filter((item) => item.kind === 'known');
}

/** True where an action as a policy names it, with its wildcards, takes in an action such as `iam:PassRole`. */
export function takesIn(pattern: string, action: string): boolean {
  const wanted = action.toLowerCase();
  const given = pattern.toLowerCase();
  let at = 0;
  let read = 0;
  // Where the last asterisk stands and how far it reaches; a regular expression could take forever over many of them.
  let star = -1;
  let reach = 0;
  while (read < wanted.length) {
    if (given[at] === '*') {
      star = at++;
      reach = read;
    } else if (given[at] === '?' || given[at] === wanted[read]) {
      at++;
      read++;
    } else if (star >= 0) {
      at = star + 1;
      read = ++reach;
    } else return false;
  }
  while (given[at] === '*') at++;
  return at === given.length;
}

/** True for a managed policy that caps a user or role of the same document: a boundary allows widely and grants nothing. */
export function isBoundary(resource: Resource, context: RuleContext): boolean {
  if (resource.type !== 'AWS::IAM::ManagedPolicy') return false;
  return ['AWS::IAM::Role', 'AWS::IAM::User'].some((type) =>
    context.ofType(type).some((identity) => {
      const boundary = propertyOf(identity.properties, 'PermissionsBoundary')?.value;
      return boundary?.kind === 'reference' && boundary.target === (resource.holder ?? resource.id);
    }),
  );
}

/** All policy documents of an IAM resource: its own, and the inline ones of a role, user or group. */
export function documentsOf(resource: Resource): Value[] {
  const own = propertyAt(resource, 'PolicyDocument')?.value;
  const inline = propertyAt(resource, 'Policies')?.value;
  const documents = inline?.kind === 'list' ? inline.items.map((item) => propertyOf(item, 'PolicyDocument')?.value) : [];
  return [own, ...documents].filter((document) => document !== undefined);
}

/** A document that is written as JSON text, as the map that it says; each part of it stands where the text does. */
export function readable(document: Value | undefined): Value | undefined {
  if (document?.kind !== 'known' || typeof document.value !== 'string' || !document.value.trimStart().startsWith('{')) return document;
  try {
    return valueOf(JSON.parse(document.value), { start: document.start, end: document.end });
  } catch {
    return document;
  }
}

function valueOf(json: unknown, span: Span): Value {
  if (Array.isArray(json)) return { kind: 'list', items: json.map((item) => valueOf(item, span)), ...span };
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json).map(([name, value]): Property => ({ name, nameSpan: span, value: valueOf(value, span) }));
    return { kind: 'map', entries, complete: true, ...span };
  }
  const scalar = typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? json : null;
  return { kind: 'known', value: scalar, ...span };
}
