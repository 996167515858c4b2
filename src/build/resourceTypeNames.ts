import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { ResourceTypeNames } from '../iac/resourceTypes';

/** The compact table behind `ResourceTypes`, from AWS's database of resource types (15 MB, read in about half a second). */
export function resourceTypeNames(): ResourceTypeNames {
  const names: Record<string, Record<string, string>> = {};
  for (const { cloudFormationType, properties } of loadAwsServiceSpecSync().all('resource')) {
    const [vendor, namespace, name] = cloudFormationType.split('::');
    if (vendor !== 'AWS' || !namespace || !name) continue;
    (names[namespace] ??= {})[name] = Object.keys(properties).join(' ');
  }
  return names;
}
