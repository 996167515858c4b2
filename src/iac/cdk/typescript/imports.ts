import type { Node } from 'web-tree-sitter';
import { cdkPath, type Imports } from '../imports';
import { moduleOfExport, type ImportedClass } from '../names';
import { pathOf } from './paths';

/** `aws-cdk-lib/aws-s3`, `@aws-cdk/aws-s3` and `@aws-cdk/aws-lambda-go-alpha` by the module's own name; others are not the CDK's. */
function cdkModuleOf(specifier: string): string | undefined {
  const match = /^(?:aws-cdk-lib|@aws-cdk)(?:\/(.*))?$/.exec(specifier);
  return match ? (match[1] ?? '').replace(/(?:^|\/)(?:lib|index)(?:\/.*)?$/, '').replace(/^core$/, '') : undefined;
}

/** Reads the import statements of a source file, and the declarations that take modules or classes of the CDK to new names. */
export function readImports(root: Node): Imports {
  const found = new ImportCollector();
  for (const statement of root.descendantsOfType(['import_statement', 'import_alias', 'variable_declarator'])) {
    if (statement.type === 'import_statement') found.addImport(statement);
    else if (statement.type === 'variable_declarator') found.addDeclared(statement);
    else found.addAlias(statement);
  }
  return found;
}

class ImportCollector implements Imports {
  readonly namespaces = new Map<string, string>();
  readonly classes = new Map<string, ImportedClass>();

  addImport(statement: Node): void {
    const required = statement.namedChildren.find((child) => child.type === 'import_require_clause');
    const module = cdkModuleOf(stringIn(required ?? statement.childForFieldName('source')));
    if (module === undefined) return;
    if (required) {
      const name = required.namedChildren.find((child) => child.type === 'identifier');
      if (name) this.namespaces.set(name.text, module);
      return;
    }
    const clause = statement.namedChildren.find((child) => child.type === 'import_clause');
    for (const part of clause?.namedChildren ?? []) {
      if (part.type === 'identifier') this.namespaces.set(part.text, module);
      else if (part.type === 'namespace_import') this.namespaces.set(part.namedChildren[0]?.text ?? '', module);
      else if (part.type === 'named_imports') {
        for (const specifier of part.namedChildren) {
          const name = specifier.childForFieldName('name')?.text;
          if (name !== undefined) this.#bind(module, name, specifier.childForFieldName('alias')?.text ?? name);
        }
      }
    }
  }

  /** `import s3 = cdk.aws_s3;` */
  addAlias(statement: Node): void {
    const [alias, target] = statement.namedChildren;
    if (alias && target)
      this.#bindPath(
        target.text.split('.').map((name) => name.trim()),
        alias.text,
      );
  }

  /** `const s3 = require('aws-cdk-lib/aws-s3')`, `const { Bucket } = s3` and `const s3 = require('aws-cdk-lib').aws_s3`. */
  addDeclared(declarator: Node): void {
    const target = declarator.childForFieldName('name');
    const value = declarator.childForFieldName('value');
    if (!target || !value || !/^(?:call_expression|member_expression|identifier)$/.test(value.type)) return;
    const { module, names } = this.#requiredPath(value) ?? cdkPath(pathOf(value), this) ?? { names: [] };
    if (module === undefined) return;
    if (target.type === 'identifier') {
      const [name] = names;
      if (name === undefined) this.namespaces.set(target.text, module);
      else if (names.length === 1) this.#bind(module, name, target.text);
      return;
    }
    for (const part of target.type === 'object_pattern' && names.length === 0 ? target.namedChildren : []) {
      if (part.type === 'shorthand_property_identifier_pattern') this.#bind(module, part.text, part.text);
      else if (part.type === 'pair_pattern') this.#bind(module, part.childForFieldName('key')?.text ?? '', part.childForFieldName('value')?.text ?? '');
    }
  }

  /** `require('aws-cdk-lib').aws_s3`; a compiler may have wrapped the call in a helper of its own. */
  #requiredPath(node: Node): { module: string; names: string[] } | undefined {
    const names: string[] = [];
    let at: Node | null | undefined = node;
    while (at?.type === 'member_expression') {
      names.unshift(at.childForFieldName('property')?.text ?? '');
      at = at.childForFieldName('object');
    }
    const helper = at?.type === 'call_expression' && /^(?:\w+\.)?__import(?:Star|Default)$/.test(at.childForFieldName('function')?.text ?? '');
    if (helper) at = at?.childForFieldName('arguments')?.namedChildren[0];
    if (at?.type !== 'call_expression' || at.childForFieldName('function')?.text !== 'require') return undefined;
    const module = cdkModuleOf(stringIn(at.childForFieldName('arguments')));
    if (module === undefined) return undefined;
    const exported = module === '' && names[0] !== undefined ? moduleOfExport(names[0]) : undefined;
    return exported === undefined ? { module, names } : { module: exported, names: names.slice(1) };
  }

  #bindPath(path: readonly string[], alias: string): void {
    const found = cdkPath(path, this);
    const [name, ...others] = found?.names ?? [];
    if (found && name !== undefined && others.length === 0) this.#bind(found.module, name, alias);
  }

  #bind(module: string, name: string, alias: string): void {
    const exported = module === '' ? moduleOfExport(name) : undefined;
    if (exported === undefined) this.classes.set(alias, { module, name });
    else this.namespaces.set(alias, exported);
  }
}

/** The first string literal in a node, without its quotation marks. */
function stringIn(node: Node | null): string {
  const literal = node?.type === 'string' ? node : node?.descendantsOfType('string')[0];
  return literal?.text.slice(1, -1) ?? '';
}
