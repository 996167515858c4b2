import { propertyOf, type KnownValue, type MapValue } from '../model';
import type { RuleHeader } from './demands';
import { allows, documentsOf, identityPolicyTypes, isBoundary, statementsOf, textsOf } from './policy';
import type { Report, Rule } from './rule';

/** What a rule about the statements of identities says of itself; service and types are the same for all. */
export type StatementHeader = Omit<RuleHeader, 'service' | 'types'>;

/** A rule that judges each Allow statement of an identity's policies; a boundary grants nothing and is left out. */
export function statementRule(header: StatementHeader, judge: (statement: MapValue) => Report | undefined): Rule {
  return {
    ...header,
    service: 'iam',
    types: identityPolicyTypes,
    check: (resource, context) => {
      const reports = documentsOf(resource)
        .flatMap(statementsOf)
        .filter(allows)
        .map(judge)
        .filter((report) => report !== undefined);
      return reports.length > 0 && isBoundary(resource, context) ? undefined : reports;
    },
  };
}

export const actionsOf = (statement: MapValue): KnownValue[] => textsOf(propertyOf(statement, 'Action'));
export const resourcesOf = (statement: MapValue): KnownValue[] => textsOf(propertyOf(statement, 'Resource'));

export function reportAt({ start, end }: KnownValue, message: string): Report {
  return { span: { start, end }, message };
}

/** The first few of the actions, as a message names them. */
export function listed(actions: readonly KnownValue[]): string {
  const shown = actions.slice(0, 3).map(({ value }) => String(value));
  return actions.length > shown.length ? `${shown.join(', ')} and others` : shown.join(', ');
}

export const isAll = ({ value }: KnownValue): boolean => value === '*' || value === '*:*';

/** `s3:*`; the channels of the SSM agent have nothing but what the agent needs. */
export const isWholeService = ({ value }: KnownValue): boolean => typeof value === 'string' && /^(?!(?:ssm|ec2)messages:)[\w-]+:\*$/.test(value);
