import type { Node } from 'web-tree-sitter';
import type { Expression, ObjectEntry } from '../expression';
import { cdkPath, type Imports } from '../imports';
import { ExpressionReader, literal, object, opaque } from '../jsii/expressionReader';
import { unescaped } from '../jsii/literals';
import { fromSnakeCase } from '../names';
import { spanOf } from '../spans';
import { pathOf, pythonArguments, type Keyword } from './paths';

/** Parameters that TypeScript has in order, and Python also by name. */
const positionalNames = new Set(['amount', 'instance_class', 'instance_size', 'instance_type_identifier']);

/**
 * Classes whose only parameter is a set of options: Python writes a new one of them as it writes a struct, which is
 * read as an object.
 */
const classesOfOptions =
  /^(?:BlockPublicAccess|PolicyStatement|PolicyDocument|AmazonLinuxImage|AmazonLinux\d+ImageSsmParameter|LookupMachineImage|Metric|MathExpression|AwsLogDriver|\w+Widget)$/;

/** Turns the source of a property's value in Python into an Expression. */
export class PythonExpressionReader extends ExpressionReader {
  readonly #imports: Imports;

  constructor(constants: ReadonlyMap<string, Node>, holders: ReadonlySet<string>, imports: Imports) {
    super(constants, holders);
    this.#imports = imports;
  }

  /** The keywords of a call as the object that TypeScript has in their place. */
  readKeywords(node: Node, keywords: readonly Keyword[], complete: boolean, steps = 0): Expression {
    const entries = keywords.map(({ name, value }): ObjectEntry => ({
      // A trailing underscore keeps apart what is a parameter of every construct: `scope_`.
      name: fromSnakeCase(name.text.replace(/_$/, '')),
      nameSpan: spanOf(name),
      value: this.read(value, steps),
    }));
    return object(node, entries, complete);
  }

  protected override readNode(node: Node, steps: number): Expression {
    switch (node.type) {
      case 'string':
        return literal(node, this.#text(node, steps));
      case 'concatenated_string':
        return literal(node, joined(node.namedChildren.filter((child) => child.type === 'string').map((part) => this.#text(part, steps))));
      case 'integer':
      case 'float':
        return literal(node, numberWritten(node.text));
      case 'true':
      case 'false':
        return literal(node, node.type === 'true');
      case 'none':
        return { kind: 'undefined', ...spanOf(node) };
      case 'unary_operator':
        return node.child(0)?.type === '-' ? this.readNegative(node, node.childForFieldName('argument'), steps) : opaque(node);
      case 'binary_operator':
        return this.readBinary(node, steps);
      case 'parenthesized_expression':
        return this.readAs(node, node.namedChildren.find(isNoComment), steps);
      case 'named_expression':
        return this.readAs(node, node.childForFieldName('value'), steps);
      case 'conditional_expression':
        return this.#conditional(node, steps);
      case 'list':
      case 'tuple':
        return this.readList(node, node.namedChildren.filter(isNoComment), steps);
      case 'dictionary':
        return this.#dictionary(node, steps);
      case 'identifier':
        return this.readName(node, node.text, steps);
      case 'attribute':
        return this.#attribute(node, steps);
      case 'call':
        return this.#call(node, steps);
      default:
        return opaque(node);
    }
  }

  /** The text of a string; nothing where a part of it is not known or it is one of bytes. */
  #text(node: Node, steps: number): string | undefined {
    const prefix = /^[a-z]*/i.exec(node.firstChild?.text ?? '')?.[0].toLowerCase() ?? '';
    if (prefix.includes('b')) return undefined;
    const parts = node.namedChildren.flatMap((part): (string | undefined)[] => {
      if (part.type === 'interpolation') return [this.#interpolated(part, steps)];
      if (part.type !== 'string_content') return [];
      const raw = prefix.includes('f') ? part.text.replace(/\{\{|\}\}/g, (twice) => twice.charAt(0)) : part.text;
      return [prefix.includes('r') ? raw : unescaped(raw)];
    });
    return joined(parts);
  }

  #interpolated(part: Node, steps: number): string | undefined {
    const inner = part.childForFieldName('expression');
    const value = inner && part.namedChildCount === 1 ? this.read(inner, steps) : undefined;
    if (value?.kind !== 'literal') return undefined;
    return typeof value.value === 'string' || Number.isInteger(value.value) ? String(value.value) : undefined;
  }

  #conditional(node: Node, steps: number): Expression {
    const [whenTrue, condition, whenFalse] = node.namedChildren.filter(isNoComment);
    if (!whenTrue || !condition || !whenFalse) return opaque(node);
    const known = this.read(condition, steps);
    if (known.kind === 'literal') return this.readAs(node, known.value ? whenTrue : whenFalse, steps);
    return { kind: 'one-of', values: [this.read(whenTrue, steps), this.read(whenFalse, steps)], ...spanOf(node) };
  }

  #dictionary(node: Node, steps: number): Expression {
    const entries: ObjectEntry[] = [];
    let complete = true;
    for (const child of node.namedChildren.filter(isNoComment)) {
      const key = child.childForFieldName('key');
      const value = child.childForFieldName('value');
      const name = key && this.read(key, steps);
      if (key && value && name?.kind === 'literal' && typeof name.value === 'string') {
        entries.push({ name: fromSnakeCase(name.value), written: name.value, nameSpan: spanOf(key), value: this.read(value, steps) });
      } else complete = false;
    }
    // What is spread, or stands under a key that is not known, may replace the others.
    return object(node, complete ? entries : entries.map((entry) => ({ ...entry, value: overridable(entry.value) })), complete);
  }

  #attribute(node: Node, steps: number): Expression {
    const path = pathOf(node);
    const name = this.#staticName(path);
    if (name !== undefined) return { kind: 'enumeration', name, ...spanOf(node) };
    for (let length = path.length; length > 0; length--) {
      const holder = path.slice(0, length).join('.');
      if (this.isHolder(holder)) return { kind: 'reference', name: holder, ...spanOf(node) };
    }
    return this.readName(node, node.text, steps);
  }

  /** A class of the CDK with what follows it, without its module and with TypeScript's names. */
  #staticName(path: readonly string[]): string | undefined {
    const names = cdkPath(path, this.#imports)?.names;
    return names && names.length > 0 ? names.map(fromSnakeCase).join('.') : undefined;
  }

  #call(node: Node, steps: number): Expression {
    const callee = node.childForFieldName('function');
    const { positional, keywords, complete } = pythonArguments(node);
    if (callee?.text === 'dict' && positional.length === 0) return this.readKeywords(node, keywords, complete, steps);
    const name = this.#staticName(pathOf(callee));
    if (name === undefined) return opaque(node);
    // A construct within another one's properties is a resource of its own, and read as such.
    if (positional[0]?.text === 'self') return { kind: 'call', name: `new ${name}`, parameters: [], ...spanOf(node) };
    const last = name.slice(name.lastIndexOf('.') + 1);
    const isClass = /^[A-Z]/.test(last);
    const options = keywords.filter((keyword) => !positionalNames.has(keyword.name.text));
    const isStruct = isClass && positional.length === 0 && options.length === keywords.length && keywords.length + Number(!complete) > 0;
    if (isStruct && !classesOfOptions.test(last)) return this.readKeywords(node, keywords, complete, steps);
    const inOrder = [...positional, ...keywords.filter((keyword) => !options.includes(keyword)).map(({ value }) => value)];
    const parameters = inOrder.map((parameter) => this.read(parameter, steps));
    if (options.length > 0) parameters.push(this.readKeywords(node, options, complete, steps));
    return { kind: 'call', name: isClass ? `new ${name}` : name, parameters, ...spanOf(node) };
  }
}

/** A number as Python writes it; nothing for a complex one. */
function numberWritten(text: string): number | undefined {
  const value = Number(text.replaceAll('_', '').replace(/^0[oO]/, '0o'));
  return Number.isFinite(value) ? value : undefined;
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('');
}

function isNoComment(node: Node): boolean {
  return node.type !== 'comment';
}

function overridable({ start, end }: Expression): Expression {
  return { kind: 'opaque', reason: 'what is spread into it may set it otherwise', start, end };
}
