/** Names of CloudFormation's resource types and of their properties: service, then type, then property names. */
export type ResourceTypeNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Modules of the CDK whose types are in a namespace of another name. */
const elsewhere: Readonly<Record<string, string>> = { sam: 'serverless', eksv2: 'eks' };

/**
 * The names that CloudFormation knows, made at build time from `@aws-cdk/aws-service-spec`; names only, none of
 * its prose. The table's leaves are property names joined by spaces.
 */
export class ResourceTypes {
  readonly #names: ResourceTypeNames;
  readonly #namespaces: ReadonlyMap<string, string>;

  constructor(names: ResourceTypeNames) {
    this.#names = names;
    this.#namespaces = new Map(Object.keys(names).map((namespace) => [namespace.toLowerCase(), namespace]));
  }

  /** The type that a class of a CDK module stands for by its name: `("aws-sqs", "Queue")` is `AWS::SQS::Queue`. */
  ofConstruct(module: string, name: string): string | undefined {
    const own = module.replace(/^aws-|-alpha$/g, '').replaceAll('-', '');
    const namespace = this.#namespaces.get(Object.hasOwn(elsewhere, own) ? (elsewhere[own] ?? own) : own);
    return namespace !== undefined && this.#names[namespace]?.[name] !== undefined ? `AWS::${namespace}::${name}` : undefined;
  }

  /** Property names of a type, or nothing where CloudFormation has no such type. */
  propertiesOf(type: string): readonly string[] | undefined {
    const [, namespace = '', name = ''] = type.split('::');
    return this.#names[namespace]?.[name]?.split(' ');
  }
}
