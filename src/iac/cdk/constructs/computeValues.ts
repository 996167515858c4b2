import { convertedBy, either, holding, members, openListOf } from '../converters';
import { known, type Converter, type Expression } from '../expression';

const architecture = members('Architecture', { ARM_64: 'arm64', X86_64: 'x86_64' });

/** `Architecture.ARM_64` as the list of one that a function has. */
export const architectures: Converter = (expression) => {
  const { start, end } = expression;
  return { kind: 'list', items: [convertedBy(architecture, expression)], start, end };
};

export const cpuCredits = members('CpuCredits', { STANDARD: 'standard', UNLIMITED: 'unlimited' });

const insights: Converter = (expression) =>
  expression.kind === 'literal'
    ? either('enabled', 'disabled')(expression)
    : members('ContainerInsights', { ENABLED: 'enabled', DISABLED: 'disabled', ENHANCED: 'enhanced' })(expression);

/** Container Insights as the setting of a cluster that they are. */
export const containerInsights: Converter = openListOf((expression: Expression) => {
  const { start, end } = expression;
  const value = holding('Value', insights)(expression);
  if (value?.kind !== 'map') return undefined;
  return { ...value, entries: [{ name: 'Name', nameSpan: { start, end }, value: known(expression, 'containerInsights') }, ...value.entries] };
});
