import type { Node } from 'web-tree-sitter';
import type { Expression, ObjectEntry } from '../expression';
import type { Imports } from './imports';
import { argumentsOf, spanOf } from './spans';

/** A constant may name another one; more steps than this are not followed. */
const maxConstantSteps = 4;
/** So many nodes are read through constants in one file: a few that name each other in lists could unfold into millions. */
const maxConstantNodes = 100_000;
/** Expressions nested deeper than this are not read; real apps stay far below. */
const maxNesting = 200;

/** Turns the source of a property's value into an Expression. `holders` are the names that hold constructs. */
export class ExpressionReader {
  readonly #constants: ReadonlyMap<string, Node>;
  readonly #imports: Imports;
  readonly #holders: ReadonlySet<string>;
  #constantNodes = 0;
  #depth = 0;

  constructor(constants: ReadonlyMap<string, Node>, imports: Imports, holders: ReadonlySet<string>) {
    this.#constants = constants;
    this.#imports = imports;
    this.#holders = holders;
  }

  read(node: Node, steps = 0): Expression {
    if (this.#depth >= maxNesting) return opaque(node, 'it is nested too deep to be read');
    if (steps > 0 && ++this.#constantNodes > maxConstantNodes) return opaque(node, 'the constants of this file name each other too often to be followed');
    this.#depth++;
    try {
      return this.#read(node, steps);
    } finally {
      this.#depth--;
    }
  }

  #read(node: Node, steps: number): Expression {
    const span = spanOf(node);
    switch (node.type) {
      case 'string':
        return { kind: 'literal', value: node.text.slice(1, -1).replace(/\\(['"\\`])/g, '$1'), ...span };
      case 'template_string':
        return node.namedChildren.some((child) => child.type === 'template_substitution')
          ? { kind: 'opaque', reason: 'a part of the text is only worked out when the app runs', ...span }
          : { kind: 'literal', value: node.text.slice(1, -1), ...span };
      case 'number':
        return { kind: 'literal', value: Number(node.text.replaceAll('_', '')), ...span };
      case 'unary_expression':
        return this.#negative(node, steps);
      case 'true':
      case 'false':
        return { kind: 'literal', value: node.type === 'true', ...span };
      case 'null':
        return { kind: 'literal', value: null, ...span };
      case 'undefined':
        return { kind: 'undefined', ...span };
      case 'parenthesized_expression':
      case 'as_expression':
      case 'satisfies_expression':
      case 'non_null_expression': {
        const inner = node.namedChildren[0];
        return inner ? { ...this.read(inner, steps), ...span } : opaque(node);
      }
      case 'array': {
        const items = node.namedChildren.filter((child) => child.type !== 'comment').map((child) => this.read(child, steps));
        return { kind: 'list', items, ...span };
      }
      case 'object':
        return this.#object(node, steps);
      case 'identifier':
        return this.#identifier(node, steps);
      case 'member_expression':
        return this.#member(node);
      case 'call_expression':
      case 'new_expression':
        return this.#call(node, steps);
      default:
        return opaque(node);
    }
  }

  #object(node: Node, steps: number): Expression {
    const entries: ObjectEntry[] = [];
    let complete = true;
    for (const child of node.namedChildren) {
      if (child.type === 'pair') {
        const key = child.childForFieldName('key');
        const value = child.childForFieldName('value');
        if (!key || !value || key.type === 'computed_property_name') complete = false;
        else {
          const name = key.text.replace(/^(['"])(.*)\1$/, '$2');
          entries.push({ name, nameSpan: spanOf(key), value: this.read(value, steps) });
        }
      } else if (child.type === 'shorthand_property_identifier') {
        entries.push({ name: child.text, nameSpan: spanOf(child), value: this.#identifier(child, steps) });
      } else if (child.type !== 'comment' && child.type !== 'method_definition') {
        complete = false;
        // What is spread here replaces entries of the same names that stand before it.
        const replaceable = entries.splice(0);
        for (const entry of replaceable) entries.push({ ...entry, value: overridable(entry.value) });
      }
    }
    return { kind: 'object', entries, complete, ...spanOf(node) };
  }

  #negative(node: Node, steps: number): Expression {
    const inner = node.childForFieldName('argument');
    const value = inner && this.read(inner, steps);
    if (!node.text.startsWith('-') || value?.kind !== 'literal' || typeof value.value !== 'number') return opaque(node);
    return { kind: 'literal', value: -value.value, ...spanOf(node) };
  }

  /** Name of a static member without its module: `s3.BucketEncryption.KMS` is `BucketEncryption.KMS`. */
  #staticName(node: Node): string | undefined {
    const path: string[] = [];
    let at: Node | null = node;
    while (at?.type === 'member_expression') {
      path.unshift(at.childForFieldName('property')?.text ?? '');
      at = at.childForFieldName('object');
    }
    if (at?.type !== 'identifier') return undefined;
    const imported = this.#imports.classes.get(at.text);
    if (imported) return [imported.name, ...path].join('.');
    const module = this.#imports.namespaces.get(at.text);
    if (module === undefined) return undefined;
    return (module === '' && path[0]?.startsWith('aws_') ? path.slice(1) : path).join('.');
  }

  #identifier(node: Node, steps: number): Expression {
    const span = spanOf(node);
    if (node.text === 'undefined') return { kind: 'undefined', ...span };
    if (this.#holders.has(node.text)) return { kind: 'reference', name: node.text, ...span };
    const constant = this.#constants.get(node.text);
    if (!constant || steps >= maxConstantSteps) return opaque(node, `${node.text} is only known when the app runs`);
    return { ...this.read(constant, steps + 1), ...span };
  }

  #member(node: Node): Expression {
    const span = spanOf(node);
    const name = this.#staticName(node);
    if (name !== undefined) return { kind: 'enumeration', name, ...span };
    const owner = node.childForFieldName('object')?.text ?? '';
    for (const holder of [node.text, owner]) if (this.#holders.has(holder)) return { kind: 'reference', name: holder, ...span };
    return opaque(node, `${node.text.slice(0, 60)} is only known when the app runs`);
  }

  #call(node: Node, steps: number): Expression {
    const callee = node.childForFieldName(node.type === 'new_expression' ? 'constructor' : 'function');
    const name = callee && this.#staticName(callee);
    if (!name) return opaque(node);
    const parameters = argumentsOf(node).map((child) => this.read(child, steps));
    return { kind: 'call', name: node.type === 'new_expression' ? `new ${name}` : name, parameters, ...spanOf(node) };
  }
}

function overridable({ start, end }: Expression): Expression {
  return { kind: 'opaque', reason: 'what is spread after it may set it otherwise', start, end };
}

function opaque(node: Node, reason = 'it is only worked out when the app runs'): Expression {
  return { kind: 'opaque', reason, ...spanOf(node) };
}
