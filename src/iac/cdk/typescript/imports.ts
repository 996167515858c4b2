import type { Node } from 'web-tree-sitter';

/** A class of the CDK by its module (`aws-s3`, or `` for the library's root) and its name there. */
export interface ImportedClass {
  readonly module: string;
  readonly name: string;
}

/** Which names of a source file stand for the CDK's modules and classes. */
export interface Imports {
  readonly namespaces: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, ImportedClass>;
}

/** `aws-cdk-lib/aws-s3`, `@aws-cdk/aws-s3` and `@aws-cdk/aws-lambda-go-alpha` by the module's own name; others are not the CDK's. */
function cdkModuleOf(specifier: string): string | undefined {
  const match = /^(?:aws-cdk-lib|@aws-cdk)(?:\/(.*))?$/.exec(specifier);
  return match ? (match[1] ?? '').replace(/^core$/, '').replace(/\/lib$/, '') : undefined;
}

/** `aws_lambda_nodejs`, as the library's root exports its modules, is `aws-lambda-nodejs`. */
export function moduleOfExport(name: string): string | undefined {
  return name.startsWith('aws_') || name === 'pipelines' || name === 'custom_resources' ? name.replaceAll('_', '-') : undefined;
}

/** Reads the import statements and `require` calls at the top level of a source file. */
export function readImports(root: Node): Imports {
  const namespaces = new Map<string, string>();
  const classes = new Map<string, ImportedClass>();
  const bindName: BindName = (module, name, alias) => {
    const exported = module === '' ? moduleOfExport(name) : undefined;
    if (exported === undefined) classes.set(alias, { module, name });
    else namespaces.set(alias, exported);
  };
  for (const statement of root.namedChildren) {
    if (statement.type === 'import_statement') readImport(statement, namespaces, bindName);
    else if (statement.type === 'lexical_declaration' || statement.type === 'variable_declaration') {
      for (const declarator of statement.namedChildren) readRequire(declarator, namespaces, bindName);
    }
  }
  return { namespaces, classes };
}

type BindName = (module: string, name: string, alias: string) => void;

function readImport(statement: Node, namespaces: Map<string, string>, bindName: BindName): void {
  const required = statement.namedChildren.find((child) => child.type === 'import_require_clause');
  const module = cdkModuleOf(stringIn(required ?? statement.childForFieldName('source')));
  if (module === undefined) return;
  if (required) {
    const name = required.namedChildren.find((child) => child.type === 'identifier');
    if (name) namespaces.set(name.text, module);
    return;
  }
  const clause = statement.namedChildren.find((child) => child.type === 'import_clause');
  for (const part of clause?.namedChildren ?? []) {
    if (part.type === 'identifier') namespaces.set(part.text, module);
    else if (part.type === 'namespace_import') namespaces.set(part.namedChildren[0]?.text ?? '', module);
    else if (part.type === 'named_imports') {
      for (const specifier of part.namedChildren) {
        const name = specifier.childForFieldName('name')?.text;
        if (name !== undefined) bindName(module, name, specifier.childForFieldName('alias')?.text ?? name);
      }
    }
  }
}

/** `const s3 = require('aws-cdk-lib/aws-s3')` and `const { Bucket } = require(...)`. */
function readRequire(declarator: Node, namespaces: Map<string, string>, bindName: BindName): void {
  const call = declarator.childForFieldName('value');
  if (call?.type !== 'call_expression' || call.childForFieldName('function')?.text !== 'require') return;
  const module = cdkModuleOf(stringIn(call.childForFieldName('arguments')));
  const target = declarator.childForFieldName('name');
  if (module === undefined || !target) return;
  if (target.type === 'identifier') namespaces.set(target.text, module);
  for (const part of target.type === 'object_pattern' ? target.namedChildren : []) {
    if (part.type === 'shorthand_property_identifier_pattern') bindName(module, part.text, part.text);
    else if (part.type === 'pair_pattern') {
      bindName(module, part.childForFieldName('key')?.text ?? '', part.childForFieldName('value')?.text ?? '');
    }
  }
}

/** The first string literal in a node, without its quotation marks. */
function stringIn(node: Node | null): string {
  const literal = node?.type === 'string' ? node : node?.descendantsOfType('string')[0];
  return literal?.text.slice(1, -1) ?? '';
}
