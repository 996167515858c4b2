import { convertedBy, field, members, plain, seconds, shape, something } from '../converters';
import type { Converter } from '../expression';
import { aside, type Setting } from './construct';

/** `{ queue, maxReceiveCount }` as a redrive policy. */
export const deadLetters: Converter = (expression) => {
  const policy = shape({ queue: ['deadLetterTargetArn', plain], maxReceiveCount: ['maxReceiveCount', plain] })(expression);
  return policy?.kind === 'map' && expression.kind === 'object' ? { ...policy, complete: expression.complete } : policy;
};

const level = members('LogLevel', { OFF: 'OFF', ALL: 'ALL', ERROR: 'ERROR', FATAL: 'FATAL' });

/** `logs: { level, destination }` of a state machine: without a level, errors are logged. */
export const stateMachineLogs: Converter = (expression) => {
  const entry = expression.kind === 'object' ? expression.entries.findLast(({ name }) => name === 'level') : undefined;
  return entry && convertedBy(level, entry.value);
};

/** The parts of `new Metric({ ... })`; of a metric that a method gives nothing is known. */
export const alarmMetric: readonly Setting[] = [
  ['Namespace', partOfMetric('namespace', plain)],
  ['MetricName', partOfMetric('metricName', plain)],
  aside('Period', partOfMetric('period', seconds)),
  aside('Statistic', something),
];

function partOfMetric(name: string, convert: Converter): Converter {
  const part = field(name, convert);
  return (expression) => {
    const value = expression.kind === 'call' && expression.name === 'new Metric' ? part(expression) : undefined;
    return value?.kind === 'absent' ? undefined : value;
  };
}
