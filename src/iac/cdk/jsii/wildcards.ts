import type { ResourceTypes } from '../../resourceTypes';
import { constructNamed } from '../constructs';

/** Classes of the library's root that other modules may seem to have too. */
const rootClasses = new Set(['App', 'Stack', 'Stage', 'NestedStack', 'CfnOutput', 'CfnParameter', 'CfnCondition', 'CfnMapping', 'CfnRule', 'CfnInclude']);

/**
 * The module that a class is of, where only a wildcard import or a namespace brings its name: the first of them that
 * has such a class, as far as is known here.
 */
export function moduleHaving(name: string, modules: readonly string[], types: ResourceTypes): string | undefined {
  if (modules.includes('') && rootClasses.has(name)) return '';
  const type = /^Cfn[A-Z]/.test(name) ? name.slice(3) : name;
  return modules.find((module) => constructNamed(module, name)) ?? modules.find((module) => types.ofConstruct(module, type) !== undefined);
}
