import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, SpecDatabase } from '@aws-cdk/service-spec-types';

/** SAM types are not in CloudFormation's database; these properties of theirs are named by facts. */
const samProperties: Record<string, readonly string[]> = {
  'AWS::Serverless::Function': ['Timeout', 'MemorySize', 'Runtime', 'Events', 'Policies', 'Architectures', 'ReservedConcurrentExecutions'],
};

/**
 * Answers whether CloudFormation has a property: `("AWS::S3::Bucket", "VersioningConfiguration.Status")`.
 * Steps through lists and maps without naming them. Loading the database takes about half a second.
 */
export function propertyLookup(): (type: string, path: string) => boolean {
  const database = loadAwsServiceSpecSync();
  return (type, path) => {
    const [first = '', ...rest] = path.split('.');
    const sam = samProperties[type];
    if (sam) return sam.includes(first);
    const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
    let property: Property | undefined = resource?.properties[first];
    for (const name of rest) property = property && nested(database, property.type, name);
    return property !== undefined;
  };
}

function nested(database: SpecDatabase, type: PropertyType, name: string): Property | undefined {
  switch (type.type) {
    case 'array':
    case 'map':
      return nested(database, type.element, name);
    case 'ref':
      return database.get('typeDefinition', type.reference).properties[name];
    case 'union':
      for (const one of type.types) {
        const found = nested(database, one, name);
        if (found) return found;
      }
      return undefined;
    case 'json':
      return { type: { type: 'json' } };
    default:
      return undefined;
  }
}
