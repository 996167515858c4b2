import type { RuleHeader } from './demands';
import type { Rule } from './rule';

const launchTemplateData = 'LaunchTemplateData.';
export const instance = 'AWS::EC2::Instance';
export const launchTemplate = 'AWS::EC2::LaunchTemplate';
export const launchConfiguration = 'AWS::AutoScaling::LaunchConfiguration';

/** The paths of what an instance, a launch template and a launch configuration call alike. */
export function launchPaths(path: string): Readonly<Record<string, string>> {
  return { [instance]: path, [launchTemplate]: launchTemplateData + path, [launchConfiguration]: path };
}

/** One rule for types that call the same setting by different paths. */
export function perType(header: Omit<RuleHeader, 'types'>, paths: Readonly<Record<string, string>>, build: (header: RuleHeader, path: string) => Rule): Rule {
  const types = Object.keys(paths);
  const rules = new Map(Object.entries(paths).map(([type, path]) => [type, build({ ...header, types: [type] }, path)]));
  return { ...header, types, check: (resource, context) => rules.get(resource.type)?.check(resource, context) };
}
