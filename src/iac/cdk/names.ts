/** A class of the CDK by its module (`aws-s3`, or `` for the library's root) and its name there. */
export interface ImportedClass {
  readonly module: string;
  readonly name: string;
}

/** `aws_lambda_nodejs`, as the library's root exports its modules, is `aws-lambda-nodejs`. */
export function moduleOfExport(name: string): string | undefined {
  return name.startsWith('aws_') || name === 'pipelines' || name === 'custom_resources' ? name.replaceAll('_', '-') : undefined;
}

/** `block_public_access` of Python is `blockPublicAccess`; constants and classes stay as they are. */
export function fromSnakeCase(name: string): string {
  if (!/^[a-z]/.test(name)) return name;
  return name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).replace(/_$/, '');
}

/** `BlockPublicAccess` of C# and Go is `blockPublicAccess`. */
export function fromPascalCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
