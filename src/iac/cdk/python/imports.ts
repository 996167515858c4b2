import type { Node } from 'web-tree-sitter';
import type { ResourceTypes } from '../../resourceTypes';
import type { Imports } from '../imports';
import { moduleHaving } from '../jsii/wildcards';
import { moduleOfExport, type ImportedClass } from '../names';

const library = 'aws_cdk';

/** Reads the import statements of a source file, wherever they stand: some stand in functions and in `try`. */
export function readImports(root: Node, types: ResourceTypes): Imports {
  const found = new ImportCollector();
  for (const statement of root.descendantsOfType(['import_statement', 'import_from_statement'])) {
    if (statement.type === 'import_statement') found.addImport(statement);
    else found.addFrom(statement);
  }
  return { namespaces: found.namespaces, classes: found.wildcards.length > 0 ? new WildcardClasses(found, types) : found.classes };
}

class ImportCollector {
  readonly namespaces = new Map<string, string>();
  readonly classes = new Map<string, ImportedClass>();
  /** Modules of which all classes are imported. */
  readonly wildcards: string[] = [];

  /** `import aws_cdk as cdk`, `import aws_cdk.aws_s3 as s3`; without an alias the library's own name is bound. */
  addImport(statement: Node): void {
    for (const { path, alias } of importedNames(statement)) {
      const module = moduleOf(path);
      if (module === undefined) continue;
      if (alias === undefined) this.namespaces.set(library, '');
      else this.namespaces.set(alias, module);
    }
  }

  /** `from aws_cdk import aws_s3 as s3, Stack`, `from aws_cdk.aws_s3 import Bucket`. */
  addFrom(statement: Node): void {
    const module = moduleOf(statement.childForFieldName('module_name')?.text ?? '');
    if (module === undefined) return;
    for (const { path, alias = path } of importedNames(statement)) {
      const exported = module !== '' ? undefined : path === 'core' ? '' : moduleOfExport(path);
      if (exported !== undefined) this.namespaces.set(alias, exported);
      else if (/^[a-z]/.test(path)) this.namespaces.set(alias, module === '' ? path.replaceAll('_', '-') : `${module}.${path}`);
      else this.classes.set(alias, { module, name: path });
    }
    if (statement.namedChildren.some((child) => child.type === 'wildcard_import')) this.wildcards.push(module);
  }
}

function importedNames(statement: Node): { path: string; alias?: string }[] {
  return statement.childrenForFieldName('name').flatMap((name) => {
    if (name.type !== 'aliased_import') return [{ path: name.text }];
    const path = name.childForFieldName('name')?.text;
    const alias = name.childForFieldName('alias')?.text;
    return path === undefined || alias === undefined ? [] : [{ path, alias }];
  });
}

/** `aws_cdk.aws_lambda_python_alpha` is `aws-lambda-python-alpha`; the library itself and its `core` are ``. */
function moduleOf(path: string): string | undefined {
  const [first, inner = '', ...rest] = path.split('.').map((name) => name.trim());
  if (first !== library) return undefined;
  return [inner === 'core' ? '' : inner.replaceAll('_', '-'), ...rest].join('.');
}

/** Classes of modules that are imported whole, as far as it is known which of them has each. */
class WildcardClasses extends Map<string, ImportedClass> {
  readonly #modules: readonly string[];
  readonly #types: ResourceTypes;

  constructor({ classes, wildcards }: ImportCollector, types: ResourceTypes) {
    super(classes);
    this.#modules = wildcards;
    this.#types = types;
  }

  override get(name: string): ImportedClass | undefined {
    const known = super.get(name);
    if (known || !/^[A-Z]/.test(name)) return known;
    const module = moduleHaving(name, this.#modules, this.#types);
    return module === undefined ? undefined : { module, name };
  }
}
