import ts from 'typescript';
import type { CdkLanguage } from '../../../../src/iac/model';

/** What stands as a value in a case, free of any language. */
type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [name: string, value: Expression])[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'variable'; readonly name: string; readonly member: string | undefined }
  | { readonly kind: 'member'; readonly module: string; readonly owner: string; readonly name: string }
  | { readonly kind: 'call'; readonly module: string; readonly owner: string; readonly name: string; readonly parameters: readonly Expression[] };

interface Construct {
  readonly variable: string | undefined;
  readonly module: string;
  readonly name: string;
  readonly id: string;
  readonly props: readonly (readonly [name: string, value: Expression])[];
}

class Untranslatable extends Error {}

/** The constructs of a case in TypeScript that is made of `new` statements and literals; nothing of any other. */
function read(statements: string): Construct[] | undefined {
  const file = ts.createSourceFile('case.ts', statements, ts.ScriptTarget.Latest, true);
  try {
    return file.statements.map((statement): Construct => {
      if (ts.isExpressionStatement(statement)) return construct(statement.expression, undefined);
      const [declaration] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
      if (declaration?.initializer && ts.isIdentifier(declaration.name)) return construct(declaration.initializer, declaration.name.text);
      throw new Untranslatable();
    });
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
}

function construct(node: ts.Expression, variable: string | undefined): Construct {
  if (!ts.isNewExpression(node) || !ts.isPropertyAccessExpression(node.expression) || !ts.isIdentifier(node.expression.expression)) throw new Untranslatable();
  const [scope, id, props, more] = node.arguments ?? [];
  if (scope?.kind !== ts.SyntaxKind.ThisKeyword || !id || !ts.isStringLiteral(id) || more) throw new Untranslatable();
  const read = props && expression(props);
  if (read && read.kind !== 'object') throw new Untranslatable();
  return { variable, module: node.expression.expression.text, name: node.expression.name.text, id: id.text, props: read?.entries ?? [] };
}

/** Classes of the library's root, which cases name without a module. */
const root = new Set(['Duration', 'Size', 'RemovalPolicy']);

function expression(node: ts.Expression): Expression {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return { kind: 'literal', value: node.text };
  if (ts.isNumericLiteral(node)) return { kind: 'literal', value: Number(node.text) };
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand))
    return { kind: 'literal', value: -Number(node.operand.text) };
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
    return { kind: 'literal', value: node.kind === ts.SyntaxKind.TrueKeyword };
  if (ts.isArrayLiteralExpression(node)) return { kind: 'list', items: node.elements.map(expression) };
  if (ts.isIdentifier(node) && node.text !== 'undefined') return { kind: 'variable', name: node.text, member: undefined };
  if (ts.isObjectLiteralExpression(node)) {
    return {
      kind: 'object',
      entries: node.properties.map((property) => {
        if (!ts.isPropertyAssignment(property) || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) throw new Untranslatable();
        return [property.name.text, expression(property.initializer)] as const;
      }),
    };
  }
  if (ts.isPropertyAccessExpression(node)) {
    if (ts.isIdentifier(node.expression)) {
      const owner = node.expression.text;
      return root.has(owner) ? { kind: 'member', module: '', owner, name: node.name.text } : { kind: 'variable', name: owner, member: node.name.text };
    }
    if (ts.isPropertyAccessExpression(node.expression) && ts.isIdentifier(node.expression.expression)) {
      return { kind: 'member', module: node.expression.expression.text, owner: node.expression.name.text, name: node.name.text };
    }
  }
  if (ts.isCallExpression(node)) {
    const callee = expression(node.expression);
    const parameters = node.arguments.map(expression);
    if (callee.kind === 'member') return { ...callee, kind: 'call', parameters };
    if (callee.kind === 'variable' && callee.member !== undefined && root.has(callee.name))
      return { kind: 'call', module: '', owner: callee.name, name: callee.member, parameters };
  }
  throw new Untranslatable();
}

interface Printer {
  file(constructs: readonly Construct[], modules: readonly string[]): string;
}

const snake = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])/g, (letter) => `_${letter}`).toLowerCase();
const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const text = (value: string): string => JSON.stringify(value);
/** A local variable and a module may have the same name in TypeScript's cases only. */
const local = (name: string): string => `${name}Here`;

const python: Printer = {
  file(constructs, modules) {
    const alias = (module: string): string => `${module}_`;
    const print = (value: Expression): string => {
      switch (value.kind) {
        case 'literal':
          return typeof value.value === 'string'
            ? text(value.value)
            : typeof value.value === 'boolean'
              ? value.value
                ? 'True'
                : 'False'
              : String(value.value);
        case 'object':
          return `{${value.entries.map(([name, inner]) => `${text(name)}: ${print(inner)}`).join(', ')}}`;
        case 'list':
          return `[${value.items.map(print).join(', ')}]`;
        case 'variable':
          return value.member === undefined ? local(value.name) : `${local(value.name)}.${snake(value.member)}`;
        case 'member':
          return `${value.module === '' ? '' : `${alias(value.module)}.`}${value.owner}.${value.name}`;
        case 'call':
          return `${value.module === '' ? '' : `${alias(value.module)}.`}${value.owner}.${snake(value.name)}(${value.parameters.map(print).join(', ')})`;
      }
    };
    const lines = constructs.map(({ variable, module, name, id, props }) => {
      const parts = ['self', text(id), ...props.map(([prop, value]) => `${snake(prop)}${prop === 'scope' || prop === 'id' ? '_' : ''}=${print(value)}`)];
      return `        ${variable === undefined ? '' : `${local(variable)} = `}${alias(module)}.${name}(${parts.join(', ')})`;
    });
    const imports = ['Duration', 'RemovalPolicy', 'Size', 'Stack', ...modules.map((module) => `aws_${module} as ${alias(module)}`)];
    return `from aws_cdk import ${imports.join(', ')}\n\nclass Example(Stack):\n    def __init__(self, scope, construct_id):\n        super().__init__(scope, construct_id)\n${lines.join('\n')}\n`;
  },
};

const java: Printer = {
  file(constructs, modules) {
    const print = (value: Expression): string => {
      switch (value.kind) {
        case 'literal':
          return typeof value.value === 'string' ? text(value.value) : String(value.value);
        case 'object':
          return `Map.of(${value.entries.map(([name, inner]) => `${text(name)}, ${print(inner)}`).join(', ')})`;
        case 'list':
          return `List.of(${value.items.map(print).join(', ')})`;
        case 'variable':
          return value.member === undefined ? local(value.name) : `${local(value.name)}.get${upper(value.member)}()`;
        case 'member':
          return `${value.owner}.${value.name}`;
        case 'call':
          return `${value.owner}.${value.name}(${value.parameters.map(print).join(', ')})`;
      }
    };
    const lines = constructs.map(({ variable, name, id, props }) => {
      const setters = props.map(([prop, value]) => `.${prop}(${print(value)})`).join('');
      return `    ${variable === undefined ? '' : `${name} ${local(variable)} = `}${name}.Builder.create(this, ${text(id)})${setters}.build();`;
    });
    const classes = new Set(constructs.map(({ module, name }) => `${module.replaceAll('_', '.')}.${name}`));
    const imports = [...modules.map((module) => `${module.replaceAll('_', '.')}.*`), ...classes].map(
      (name) => `import software.amazon.awscdk.services.${name};`,
    );
    return `package example;\nimport software.amazon.awscdk.*;\n${imports.join('\n')}\nimport java.util.*;\npublic class Example extends Stack {\n  public Example(Construct scope, String id) {\n    super(scope, id);\n${lines.join('\n')}\n  }\n}\n`;
  },
};

const csharp: Printer = {
  file(constructs, modules) {
    const print = (value: Expression): string => {
      switch (value.kind) {
        case 'literal':
          return typeof value.value === 'string' ? text(value.value) : String(value.value);
        case 'object':
          return `new Dictionary<string, object> { ${value.entries.map(([name, inner]) => `[${text(name)}] = ${print(inner)}`).join(', ')} }`;
        case 'list':
          return `new object[] { ${value.items.map(print).join(', ')} }`;
        case 'variable':
          return value.member === undefined ? local(value.name) : `${local(value.name)}.${upper(value.member)}`;
        case 'member':
          return `${value.owner}.${value.name}`;
        case 'call':
          return `${value.owner}.${upper(value.name)}(${value.parameters.map(print).join(', ')})`;
      }
    };
    const lines = constructs.map(({ variable, name, id, props }) => {
      const initialiser = props.length === 0 ? '' : `, new ${name}Props { ${props.map(([prop, value]) => `${upper(prop)} = ${print(value)}`).join(', ')} }`;
      return `      ${variable === undefined ? '' : `var ${local(variable)} = `}new ${name}(this, ${text(id)}${initialiser});`;
    });
    const imports = modules.map((module) => `using Amazon.CDK.AWS.${module.split('_').map(upper).join('.')};`);
    // The library's root has classes of these names too.
    const own = constructs.some(({ name }) => ['CfnRule', 'CfnParameter'].includes(name)) ? '' : 'using Amazon.CDK;\n';
    return `${own}${imports.join('\n')}\nusing System.Collections.Generic;\nnamespace Example {\n  public class ExampleStack : Stack {\n    public ExampleStack(Construct scope, string id) : base(scope, id) {\n${lines.join('\n')}\n    }\n  }\n}\n`;
  },
};

const go: Printer = {
  file(constructs, modules) {
    const packageOf = (module: string): string => (module === '' ? 'awscdk' : `aws${module.replaceAll('_', '')}`);
    const print = (value: Expression): string => {
      switch (value.kind) {
        case 'literal':
          return typeof value.value === 'string'
            ? `jsii.String(${text(value.value)})`
            : typeof value.value === 'boolean'
              ? `jsii.Bool(${value.value})`
              : `jsii.Number(${value.value})`;
        case 'object':
          return `map[string]interface{}{${value.entries.map(([name, inner]) => `${text(name)}: ${print(inner)}`).join(', ')}}`;
        case 'list':
          return `&[]interface{}{${value.items.map(print).join(', ')}}`;
        case 'variable':
          return value.member === undefined ? local(value.name) : `${local(value.name)}.${upper(value.member)}()`;
        case 'member':
          return `${packageOf(value.module)}.${value.owner}_${value.name}`;
        case 'call':
          return `${packageOf(value.module)}.${value.owner}_${upper(value.name)}(${value.parameters.map(print).join(', ')})`;
      }
    };
    const lines = constructs.map(({ variable, module, name, id, props }) => {
      const last =
        props.length === 0 ? 'nil' : `&${packageOf(module)}.${name}Props{${props.map(([prop, value]) => `${upper(prop)}: ${print(value)}`).join(', ')}}`;
      return `\t${variable === undefined ? '' : `${local(variable)} := `}${packageOf(module)}.New${name}(stack, jsii.String(${text(id)}), ${last})`;
    });
    const imports = modules.map((module) => `\t"github.com/aws/aws-cdk-go/awscdk/v2/${packageOf(module)}"`);
    return `package main\n\nimport (\n\t"github.com/aws/aws-cdk-go/awscdk/v2"\n${imports.join('\n')}\n\t"github.com/aws/jsii-runtime-go"\n)\n\nfunc NewExample(stack awscdk.Stack) {\n${lines.join('\n')}\n}\n`;
  },
};

const printers: Readonly<Record<'python' | 'java' | 'csharp' | 'go', Printer>> = { python, java, csharp, go };

export type Translated = keyof typeof printers & CdkLanguage;
export const translatedLanguages: readonly Translated[] = ['python', 'java', 'csharp', 'go'];

/** A case of TypeScript statements as an app in another language; nothing where it is not made of literals alone. */
export function translate(statements: string, language: Translated): string | undefined {
  const constructs = read(statements);
  if (!constructs || constructs.length === 0) return undefined;
  const modules = new Set<string>(constructs.map(({ module }) => module));
  const collect = (value: Expression): void => {
    if ((value.kind === 'member' || value.kind === 'call') && value.module !== '') modules.add(value.module);
    if (value.kind === 'object') for (const [, inner] of value.entries) collect(inner);
    if (value.kind === 'list') value.items.forEach(collect);
    if (value.kind === 'call') value.parameters.forEach(collect);
  };
  for (const { props } of constructs) for (const [, value] of props) collect(value);
  return printers[language].file(constructs, [...modules]);
}
