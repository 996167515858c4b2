import { propertyAt, propertyOf, type MapValue, type Resource, type Value } from '../model';
import { passes, type Guard, type RuleHeader } from './demands';
import { allows, isAnybody, isUnconditional, statementsOf, textsOf } from './policy';
import { refersTo } from './references';
import type { Rule, RuleContext } from './rule';

export interface PolicyCheck {
  /** Where the resource keeps its policy document. */
  readonly path: string;
  readonly when?: Guard;
  readonly message: string;
}

/** A rule against Allow statements for anybody that no condition narrows. */
export function closedToWorld(
  header: RuleHeader,
  { path, when, message, unlessDenied = false }: PolicyCheck & { /** A Deny in the document may narrow it. */ readonly unlessDenied?: boolean },
): Rule {
  return {
    ...header,
    check: (resource, context) => {
      const document = propertyAt(resource, path)?.value;
      if (when && !when(resource, context)) return undefined;
      if (unlessDenied && mayDeny(document)) return undefined;
      return statementsOf(document)
        .filter(isOpen)
        .map((statement) => ({ span: propertyOf(statement, 'Principal')?.nameSpan ?? statement, message }));
    },
  };
}

/** A rule against Allow statements with an action that takes in too much. */
export function withoutAction(header: RuleHeader, { path, pattern, message }: PolicyCheck & { readonly pattern: RegExp }): Rule {
  return {
    ...header,
    check: (resource) =>
      statementsOf(propertyAt(resource, path)?.value)
        .filter(allows)
        .flatMap((statement) => {
          const wide = textsOf(propertyOf(statement, 'Action')).find(({ value }) => pattern.test(String(value)));
          return wide ? [{ span: wide, message }] : [];
        }),
  };
}

/** A rule against Allow statements with an element that says what is left out: NotAction or NotPrincipal. */
export function withoutNegation(header: RuleHeader, { path, element, message }: PolicyCheck & { readonly element: 'NotAction' | 'NotPrincipal' }): Rule {
  return {
    ...header,
    check: (resource) =>
      statementsOf(propertyAt(resource, path)?.value)
        .filter(allows)
        .flatMap((statement) => {
          const negation = propertyOf(statement, element);
          return negation ? [{ span: negation.nameSpan, message }] : [];
        }),
  };
}

/** Whether a document may refuse requests without TLS: false only where it is certain that no statement does. */
function mayRefusePlainHttp(document: Value | undefined): boolean {
  return someStatement(document, (statement) => {
    const condition = propertyOf(statement, 'Condition')?.value;
    return condition === undefined ? !statement.complete : mayAskForTls(condition);
  });
}

function mayAskForTls(condition: Value): boolean {
  if (condition.kind !== 'map' || !condition.complete) return true;
  return condition.entries.some(({ value: keys }) => keys.kind !== 'map' || !keys.complete || keys.entries.some(({ name }) => isTlsKey(name)));
}

function mayDeny(document: Value | undefined): boolean {
  return someStatement(document, (statement) => {
    const effect = propertyOf(statement, 'Effect')?.value;
    return !effect || passes(effect, (value) => value === 'Allow') !== true;
  });
}

/** Whether a statement passes the test, or might: one that cannot be read counts too. */
function someStatement(document: Value | undefined, test: (statement: MapValue) => boolean): boolean {
  const read = statementsOf(document);
  const statement = propertyOf(document, 'Statement')?.value;
  const written = statement?.kind === 'list' ? statement.items.length : statement ? 1 : document?.kind === 'map' && document.complete ? 0 : read.length || 1;
  return read.length < written || read.some(test);
}

function isOpen(statement: MapValue): boolean {
  return allows(statement) && isAnybody(statement) && (isUnconditional(statement) || asksForTlsOnly(statement));
}

/** A condition that anybody can meet. */
function asksForTlsOnly(statement: MapValue): boolean {
  const condition = propertyOf(statement, 'Condition')?.value;
  if (condition?.kind !== 'map' || !condition.complete || condition.entries.length === 0) return false;
  return condition.entries.every(
    ({ value: keys }) => keys.kind === 'map' && keys.complete && keys.entries.length > 0 && keys.entries.every(({ name }) => isTlsKey(name)),
  );
}

function isTlsKey(name: string): boolean {
  return name.toLowerCase() === 'aws:securetransport';
}

/** Whether a policy lists a resource among those that it is about. */
function covers(policy: Resource, resource: Resource, context: RuleContext): boolean | undefined {
  const listed = ['Queues', 'Queue', 'Topics', 'TopicArn'].map((path) => propertyAt(policy, path)?.value).find((value) => value !== undefined);
  const items = listed?.kind === 'list' ? listed.items : [listed];
  const verdicts = items.map((item) => (item?.kind === 'known' ? undefined : refersTo(item, resource, context)));
  return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;
}

/** True where it is certain that no policy of these types refuses requests to the resource without TLS. */
export function takesPlainHttp(resource: Resource, types: readonly string[], context: RuleContext): boolean {
  const policies = types.flatMap((type) => context.ofType(type));
  return !policies.some((policy) => covers(policy, resource, context) !== false && mayRefusePlainHttp(propertyAt(policy, 'PolicyDocument')?.value));
}
