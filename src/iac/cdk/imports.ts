import { moduleOfExport, type ImportedClass } from './names';

/** Which names of a source file stand for the CDK's modules and classes. */
export interface Imports {
  readonly namespaces: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, ImportedClass>;
}

/** A path into the CDK: the module that it begins with, and the names behind that. */
export interface CdkPath {
  readonly module: string;
  readonly names: readonly string[];
}

/** What `cdk.aws_s3.BucketEncryption.KMS` stands for, given as its names; nothing where it is not the CDK's. */
export function cdkPath([first = '', ...rest]: readonly string[], imports: Imports): CdkPath | undefined {
  const imported = imports.classes.get(first);
  if (imported) return { module: imported.module, names: [imported.name, ...rest] };
  let module = imports.namespaces.get(first);
  if (module === undefined) return undefined;
  const names = [...rest];
  if (module === '' && names.length > 1) {
    const [inner = ''] = names;
    const exported = inner === 'core' ? '' : moduleOfExport(inner);
    if (exported !== undefined) {
      module = exported;
      names.shift();
    }
  }
  // Modules within modules: `cloudfront.experimental.EdgeFunction`.
  while (names.length > 1 && /^[a-z]/.test(names[0] ?? '') && /^[A-Z]/.test(names[1] ?? '')) module = `${module}.${names.shift() ?? ''}`;
  return { module, names };
}

/** The class that a path stands for where it names nothing in the class. */
export function classAt(path: readonly string[], imports: Imports): ImportedClass | undefined {
  const found = cdkPath(path, imports);
  const [name = '', ...others] = found?.names ?? [];
  return found && name !== '' && others.length === 0 ? { module: found.module, name } : undefined;
}
