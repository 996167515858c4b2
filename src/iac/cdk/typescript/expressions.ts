import type { Node } from 'web-tree-sitter';
import type { Expression, ObjectEntry, ObjectExpression } from '../expression';
import { cdkPath, type Imports } from '../imports';
import { ExpressionReader, literal, object, opaque } from '../jsii/expressionReader';
import { unescaped } from '../jsii/literals';
import { argumentsOf, spanOf } from '../spans';
import { pathOf } from './paths';

/** Turns the source of a property's value in TypeScript or JavaScript into an Expression. */
export class ScriptExpressionReader extends ExpressionReader {
  readonly #imports: Imports;

  constructor(constants: ReadonlyMap<string, Node>, holders: ReadonlySet<string>, imports: Imports) {
    super(constants, holders);
    this.#imports = imports;
  }

  protected override readNode(node: Node, steps: number): Expression {
    switch (node.type) {
      case 'string':
        return literal(node, unescaped(node.text.slice(1, -1)));
      case 'template_string':
        return this.#template(node, steps);
      case 'number':
        return literal(node, Number(node.text.replaceAll('_', '')));
      case 'unary_expression':
        return node.child(0)?.type === '-' ? this.readNegative(node, node.childForFieldName('argument'), steps) : opaque(node);
      case 'binary_expression':
        return /^(?:\?\?|\|\|)$/.test(node.childForFieldName('operator')?.text ?? '') ? this.#fallback(node, steps) : this.readBinary(node, steps);
      case 'ternary_expression':
        return this.#ternary(node, steps);
      case 'true':
      case 'false':
        return literal(node, node.type === 'true');
      case 'null':
        return { kind: 'literal', value: null, ...spanOf(node) };
      case 'undefined':
        return { kind: 'undefined', ...spanOf(node) };
      case 'parenthesized_expression':
      case 'as_expression':
      case 'satisfies_expression':
      case 'non_null_expression':
        return this.readAs(node, node.namedChildren.find(isNoComment), steps);
      case 'type_assertion':
        return this.readAs(node, node.namedChildren.at(-1), steps);
      case 'array':
        return this.readList(node, node.namedChildren.filter(isNoComment), steps);
      case 'object':
        return this.#object(node, steps);
      case 'identifier':
        return this.#identifier(node, steps);
      case 'member_expression':
        return this.#member(node, steps);
      case 'call_expression':
      case 'new_expression':
        return this.#call(node, steps);
      default:
        return opaque(node);
    }
  }

  #template(node: Node, steps: number): Expression {
    const parts = node.namedChildren.map((part) => {
      if (part.type !== 'template_substitution') return unescaped(part.text);
      const inner = part.namedChildren.find(isNoComment);
      const value = inner && this.read(inner, steps);
      return value?.kind === 'literal' && value.value !== null ? String(value.value) : undefined;
    });
    return parts.includes(undefined) ? opaque(node, 'a part of the text is only worked out when the app runs') : literal(node, parts.join(''));
  }

  /** `a ?? b` and `a || b`, where `a` is known to be there or not. */
  #fallback(node: Node, steps: number): Expression {
    const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
    const first = left && this.read(left, steps);
    const isMissing = first?.kind === 'undefined' || (first?.kind === 'literal' && first.value === null);
    if (isMissing) return this.readAs(node, right, steps);
    const isThere = first?.kind === 'literal' && (Boolean(first.value) || node.childForFieldName('operator')?.text === '??');
    return first && isThere ? { ...first, ...spanOf(node) } : opaque(node);
  }

  #ternary(node: Node, steps: number): Expression {
    const [condition, whenTrue, whenFalse] = ['condition', 'consequence', 'alternative'].map((field) => node.childForFieldName(field));
    const known = condition && this.read(condition, steps);
    if (known?.kind === 'literal') return this.readAs(node, known.value ? whenTrue : whenFalse, steps);
    return whenTrue && whenFalse ? { kind: 'one-of', values: [this.read(whenTrue, steps), this.read(whenFalse, steps)], ...spanOf(node) } : opaque(node);
  }

  #object(node: Node, steps: number): Expression {
    const entries = new Map<string, ObjectEntry>();
    let complete = true;
    const set = (entry: ObjectEntry): void => {
      entries.delete(entry.name);
      entries.set(entry.name, entry);
    };
    for (const child of node.namedChildren.filter(isNoComment)) {
      const written = this.#entry(child, steps);
      const spread = child.type === 'spread_element' && child.namedChildren[0] ? this.read(child.namedChildren[0], steps) : undefined;
      if (written) set(written);
      else if (spread?.kind === 'object' && spread.complete) spread.entries.forEach(set);
      else if (spread?.kind !== 'undefined') {
        complete = false;
        // What is spread here replaces entries of the same names that stand before it.
        for (const [name, entry] of entries) entries.set(name, { ...entry, value: overridable(entry.value) });
      }
    }
    return object(node, [...entries.values()], complete);
  }

  #entry(child: Node, steps: number): ObjectEntry | undefined {
    if (child.type === 'shorthand_property_identifier') return { name: child.text, nameSpan: spanOf(child), value: this.#identifier(child, steps) };
    if (child.type === 'method_definition') return methodEntry(child);
    const key = child.childForFieldName('key');
    const value = child.childForFieldName('value');
    if (child.type !== 'pair' || !key || !value || key.type === 'computed_property_name') return undefined;
    return { name: key.text.replace(/^(['"])(.*)\1$/, '$2'), nameSpan: spanOf(key), value: this.read(value, steps) };
  }

  /** Name of a static member without its module: `s3.BucketEncryption.KMS` is `BucketEncryption.KMS`. */
  #staticName(node: Node): string | undefined {
    const names = cdkPath(pathOf(node), this.#imports)?.names;
    return names && names.length > 0 ? names.join('.') : undefined;
  }

  #identifier(node: Node, steps: number): Expression {
    return node.text === 'undefined' ? { kind: 'undefined', ...spanOf(node) } : this.readName(node, node.text, steps);
  }

  #member(node: Node, steps: number): Expression {
    const name = this.#staticName(node);
    if (name !== undefined) return { kind: 'enumeration', name, ...spanOf(node) };
    const path = pathOf(node);
    for (let length = path.length; length > 0; length--) {
      const holder = path.slice(0, length).join('.');
      if (this.isHolder(holder)) return { kind: 'reference', name: holder, ...spanOf(node) };
    }
    const whole = this.readName(node, path.length > 0 ? path.join('.') : node.text, steps);
    return whole.kind === 'opaque' ? (this.#constantMember(node, path, steps) ?? whole) : whole;
  }

  /** `config.sizes.small` of `const config = { sizes: { small: 3 } }`. */
  #constantMember(node: Node, path: readonly string[], steps: number): Expression | undefined {
    for (let length = path.length - 1; length > 0; length--) {
      let value: Expression | undefined = this.readName(node, path.slice(0, length).join('.'), steps);
      if (value.kind !== 'object') continue;
      for (const name of path.slice(length)) value = value?.kind === 'object' ? memberOf(value, name) : undefined;
      return value && { ...value, ...spanOf(node) };
    }
    return undefined;
  }

  #call(node: Node, steps: number): Expression {
    const callee = node.childForFieldName(node.type === 'new_expression' ? 'constructor' : 'function');
    const name = callee && this.#staticName(callee);
    if (!name) return opaque(node);
    const written = argumentsOf(node);
    // A construct within another one's properties is a resource of its own, and read as such.
    const parameters = written[0]?.type === 'this' ? [] : written.map((child) => this.read(child, steps));
    return { kind: 'call', name: node.type === 'new_expression' ? `new ${name}` : name, parameters, ...spanOf(node) };
  }
}

/** A function among the properties, which a getter may be too. */
function methodEntry(method: Node): ObjectEntry {
  const name = method.childForFieldName('name');
  return { name: name?.text ?? '', nameSpan: spanOf(name ?? method), value: opaque(method) };
}

/** An entry of an object; nothing where it has none that is certain. */
function memberOf({ entries }: ObjectExpression, name: string): Expression | undefined {
  return entries.find((entry) => entry.name === name)?.value;
}

function isNoComment(node: Node): boolean {
  return node.type !== 'comment';
}

function overridable({ start, end }: Expression): Expression {
  return { kind: 'opaque', reason: 'what is spread after it may set it otherwise', start, end };
}
