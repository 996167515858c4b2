import { numberOf, type Value } from '../model';
import { placesAt, type Guard, type RuleHeader } from './demands';
import type { Report, Rule } from './rule';

/** What a number at a path may be. */
interface Range {
  readonly path: string;
  readonly min: number;
  readonly max: number;
  readonly when?: Guard;
}

/** A rule about numbers that AWS refuses: each path has its bounds. */
export function within(header: RuleHeader, ranges: readonly Range[]): Rule {
  return {
    ...header,
    check: (resource, context) =>
      ranges.flatMap(({ path, min, max, when }) =>
        when && !when(resource, context)
          ? []
          : placesAt(resource, path).flatMap(({ value }): Report[] => {
              const wrong = outside(value?.kind === 'one-of' ? value.values : value ? [value] : [], min, max);
              const name = path.replace(/.*\./, '');
              const bounds = `${min.toLocaleString('en-US')} to ${max.toLocaleString('en-US')}`;
              return value && wrong ? [{ span: { start: value.start, end: value.end }, message: `${name} is ${wrong}, and AWS takes ${bounds}.` }] : [];
            }),
      ),
  };
}

/** The first of the values, where all of them are numbers out of bounds. */
function outside(values: readonly Value[], min: number, max: number): string | undefined {
  const numbers = values.map(numberOf);
  const all = numbers.length > 0 && numbers.every((number) => number !== undefined && (number < min || number > max));
  return all ? String(numbers[0]) : undefined;
}
