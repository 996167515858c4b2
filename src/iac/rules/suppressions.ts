import type { Span } from '../../syntax/node';
import { ruleNamed } from './rules';

export interface Suppression extends Span {
  readonly ruleId: string;
  readonly reason: string;
}

export interface Suppressions {
  readonly unknown: readonly Suppression[];
  /** True where one of the offsets is on a line that ends in a suppression of the rule, or below one on a line of its own. */
  covers(ruleId: string, offsets: readonly number[]): boolean;
}

const none: Suppressions = { unknown: [], covers: () => false };
const comment = /(?:#|\/\/)[ \t]*stackdrill-ignore[ \t]+([\w-]+)(?:[ \t]*[:-][ \t]*([^\r\n]*))?/g;

/** Reads comments such as `# stackdrill-ignore rds-single-az: a test database`. */
export function readSuppressions(text: string): Suppressions {
  if (!text.includes('stackdrill-ignore')) return none;
  const all = [...text.matchAll(comment)].map((match): Suppression => {
    const [whole, ruleId = '', reason = ''] = match;
    return { ruleId, reason: reason.trim(), start: match.index, end: match.index + whole.length };
  });
  return {
    unknown: all.filter(({ ruleId }) => !ruleNamed(ruleId)),
    covers: (ruleId, offsets) => all.some((one) => one.ruleId === ruleId && offsets.some((offset) => isCovered(text, one, offset))),
  };
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
