import type { Span } from '../../syntax/node';
import { propertyOf, type Resource, type Template } from '../model';
import { ruleNamed } from './rules';
import { placeholder } from './suppress';

export interface Suppression extends Span {
  readonly ruleId: string;
  readonly reason: string;
  /** The resource whose metadata holds it; none for a comment. */
  readonly resource?: Resource;
}

export interface Suppressions {
  /** Those that name no rule. */
  readonly unknown: readonly Suppression[];
  /** Those of a rule that do not say why. */
  readonly unexplained: readonly Suppression[];
  /**
   * True where one of the offsets is on a line that ends in a suppression of the rule, or below one on a line of its own, or where
   * the resource's metadata holds one.
   */
  covers(ruleId: string, resource: Resource, offsets: readonly number[]): boolean;
}

const none: Suppressions = { unknown: [], unexplained: [], covers: () => false };
const comment = /(?:#|\/\/)[ \t]*stackdrill-ignore[ \t]+([\w-]+)(?:[ \t]*[:-][ \t]*([^\r\n]*))?/g;

/**
 * Reads comments such as `# stackdrill-ignore rds-single-az: a test database`, and metadata of a resource such as
 * `"Metadata": { "StackDrill": { "ignore": { "rds-single-az": "a test database" } } }`.
 */
export function readSuppressions(text: string, template: Template): Suppressions {
  const inComments = text.includes('stackdrill-ignore') ? [...text.matchAll(comment)].map(ofComment) : [];
  const all = text.includes('"StackDrill"') || text.includes('StackDrill:') ? [...inComments, ...template.resources.flatMap(inMetadata)] : inComments;
  if (all.length === 0) return none;
  return {
    unknown: all.filter(({ ruleId }) => !ruleNamed(ruleId)),
    unexplained: all.filter(({ ruleId, reason }) => ruleNamed(ruleId) && (reason === '' || reason === placeholder)),
    covers: (ruleId, resource, offsets) =>
      all.some((one) => one.ruleId === ruleId && (one.resource ? one.resource === resource : offsets.some((offset) => isCovered(text, one, offset)))),
  };
}

function ofComment(match: RegExpExecArray): Suppression {
  const [whole, ruleId = '', reason = ''] = match;
  return { ruleId, reason: reason.trim(), start: match.index, end: match.index + whole.length };
}

function inMetadata(resource: Resource): Suppression[] {
  const own = propertyOf(propertyOf(resource.attributes, 'Metadata')?.value, 'StackDrill')?.value;
  const ignored = propertyOf(own, 'ignore')?.value;
  if (ignored?.kind !== 'map') return [];
  return ignored.entries.map(({ name, nameSpan: { start, end }, value }) => ({
    ruleId: name,
    reason: value.kind === 'known' && typeof value.value === 'string' ? value.value.trim() : '',
    resource,
    start,
    end,
  }));
}

/** The offset's line is the comment's own or, where the comment has a line to itself, the next one that holds no comment. */
function isCovered(text: string, { start, end }: Suppression, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', start) + 1;
  if (offset >= lineStart && offset <= end) return true;
  if (offset < end || text.slice(lineStart, start).trim() !== '') return false;
  return !text
    .slice(end, offset)
    .split('\n')
    .slice(1, -1)
    .some((line) => line.trim() !== '' && !/^\s*(?:#|\/\/)/.test(line));
}
