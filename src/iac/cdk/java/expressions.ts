import type { Node } from 'web-tree-sitter';
import type { Expression, ObjectEntry } from '../expression';
import { argumentsOf, partsOf } from '../jsii/children';
import type { ClassNames } from '../jsii/classNames';
import { ExpressionReader, isEnumerationMember, literal, object, opaque } from '../jsii/expressionReader';
import { numberWritten, unescaped, withoutIndent } from '../jsii/literals';
import { spanOf } from '../spans';
import { builderOf, chainOf, type Builder, type Chain, type Link } from './chain';
import { pathOf } from './names';

const listMakers = /^(?:(?:Immutable)?(?:List|Set)\.(?:of|copyOf)|Arrays\.asList|Collections\.(?:singletonList|singleton|emptyList|emptySet))$/;
const mapMakers = /^(?:(?:Immutable)?Map\.of|Collections\.(?:singletonMap|emptyMap))$/;

/** Turns the source of a property's value in Java into an Expression. */
export class JavaExpressionReader extends ExpressionReader {
  readonly #names: ClassNames;

  constructor(constants: ReadonlyMap<string, Node>, holders: ReadonlySet<string>, names: ClassNames) {
    super(constants, holders);
    this.#names = names;
  }

  protected override readNode(node: Node, steps: number): Expression {
    switch (node.type) {
      case 'string_literal':
        return literal(node, textOf(node));
      case 'decimal_integer_literal':
      case 'hex_integer_literal':
      case 'octal_integer_literal':
      case 'binary_integer_literal':
      case 'decimal_floating_point_literal':
        return literal(node, numberWritten(node.text));
      case 'true':
      case 'false':
        return literal(node, node.type === 'true');
      case 'null_literal':
        return { kind: 'undefined', ...spanOf(node) };
      case 'unary_expression':
        return node.text.startsWith('-') ? this.readNegative(node, node.childForFieldName('operand'), steps) : opaque(node);
      case 'binary_expression':
        return this.readBinary(node, steps);
      case 'ternary_expression':
        return this.readConditional(node, steps);
      case 'parenthesized_expression':
        return this.readAs(node, partsOf(node)[0], steps);
      case 'cast_expression':
        return this.readAs(node, node.childForFieldName('value'), steps);
      case 'array_creation_expression':
        return this.readAs(node, node.childForFieldName('value'), steps);
      case 'array_initializer':
        return this.readList(node, partsOf(node), steps);
      case 'identifier':
        return this.#identifier(node, steps);
      case 'field_access':
        return this.#field(node, steps);
      case 'method_invocation':
        return this.#chain(node, chainOf(node), steps);
      case 'object_creation_expression':
        return this.#creation(node, steps);
      default:
        return opaque(node);
    }
  }

  /** What the calls on a builder set. */
  readSettings(node: Node, { settings, built }: Builder, steps = 0): Expression {
    const entries: ObjectEntry[] = [];
    let complete = built;
    for (const { name, parameters } of settings) {
      const [value] = parameters;
      if (value && parameters.length === 1) entries.push({ name: name.text, nameSpan: spanOf(name), value: this.read(value, steps) });
      else complete = false;
    }
    return object(node, entries, complete);
  }

  #identifier(node: Node, steps: number): Expression {
    const value = this.readName(node, node.text, steps);
    const member = value.kind === 'opaque' && isEnumerationMember(node.text) ? this.#names.importedMember(node.text) : undefined;
    return member === undefined ? value : { kind: 'enumeration', name: member, ...spanOf(node) };
  }

  #field(node: Node, steps: number): Expression {
    const path = pathOf(node);
    const [first = '', second = ''] = path;
    if (first === 'this' && path.length === 2) return this.readName(node, second, steps);
    if (path.length === 2 && this.#names.isForeign(first)) return this.readName(node, second, steps);
    const name = path.length > 1 && first !== 'this' ? this.#names.staticName(path) : undefined;
    return name === undefined ? opaque(node, `${node.text.slice(0, 60)} is only known when the app runs`) : { kind: 'enumeration', name, ...spanOf(node) };
  }

  #chain(node: Node, chain: Chain, steps: number): Expression {
    const builder = builderOf(chain);
    const built = builder && this.#names.staticName(builder.path);
    if (builder && built !== undefined) return this.#built(node, builder, built, steps);
    const [link, ...others] = chain.links;
    if (!link || others.length > 0) return opaque(node);
    const path = pathOf(chain.root);
    const holder = path[0] === 'this' ? path.slice(1) : path;
    if (holder.length === 1 && holder[0] !== undefined && this.isHolder(holder[0])) return this.#getter(node, holder[0], link);
    const collection = this.#collection(node, [...path, link.name.text].slice(-2).join('.'), link.parameters, steps);
    if (collection) return collection;
    const name = chain.root ? this.#names.staticName([...path, link.name.text]) : this.#names.importedMember(link.name.text);
    if (name === undefined || (chain.root && path.length === 0)) return opaque(node);
    return { kind: 'call', name, parameters: link.parameters.map((parameter) => this.read(parameter, steps)), ...spanOf(node) };
  }

  /** A struct is what its builder sets; a class's builder makes what `new` makes in TypeScript. */
  #built(node: Node, builder: Builder, name: string, steps: number): Expression {
    if (builder.kind === 'struct') return builder.built ? this.readSettings(node, builder, steps) : opaque(node);
    if (!builder.built) return opaque(node);
    const parameters = builder.parameters.map((parameter) => this.read(parameter, steps));
    return { kind: 'call', name: `new ${name}`, parameters: [...parameters, this.readSettings(node, builder, steps)], ...spanOf(node) };
  }

  #getter(node: Node, holder: string, { name, parameters }: Link): Expression {
    return /^get[A-Z]/.test(name.text) && parameters.length === 0 ? { kind: 'reference', name: holder, ...spanOf(node) } : opaque(node);
  }

  #collection(node: Node, maker: string, parameters: readonly Node[], steps: number): Expression | undefined {
    if (listMakers.test(maker)) return maker.endsWith('copyOf') ? this.readAs(node, parameters[0], steps) : this.readList(node, parameters, steps);
    if (mapMakers.test(maker)) return this.#map(node, parameters, steps);
    if (!/^(?:Immutable)?Map\.ofEntries$/.test(maker)) return undefined;
    const pairs = parameters.map((entry) =>
      entry.type === 'method_invocation' && entry.childForFieldName('name')?.text === 'entry' ? argumentsOf(entry) : [],
    );
    return this.#map(
      node,
      pairs.flat(),
      steps,
      pairs.every((pair) => pair.length === 2),
    );
  }

  /** Keys and values in turn. */
  #map(node: Node, parts: readonly Node[], steps: number, complete = true): Expression {
    const entries: ObjectEntry[] = [];
    let readable = complete;
    for (let index = 0; index + 1 < parts.length; index += 2) {
      const [key, value] = parts.slice(index, index + 2);
      const name = key && this.read(key, steps);
      if (key && value && name?.kind === 'literal') entries.push({ name: String(name.value), nameSpan: spanOf(key), value: this.read(value, steps) });
      else readable = false;
    }
    return object(node, entries, readable);
  }

  #creation(node: Node, steps: number): Expression {
    const type = pathOf(node.childForFieldName('type'));
    const body = node.namedChildren.find((child) => child.type === 'class_body');
    if (body) return type.at(-1)?.endsWith('Map') ? this.#filledMap(node, body, steps) : opaque(node);
    const name = this.#names.staticName(type);
    if (name === undefined || type.length === 0) return opaque(node);
    return { kind: 'call', name: `new ${name}`, parameters: argumentsOf(node).map((child) => this.read(child, steps)), ...spanOf(node) };
  }

  /** `new HashMap<>() {{ put("a", b); }}` */
  #filledMap(node: Node, body: Node, steps: number): Expression {
    const statements = body.namedChildren.flatMap((block) => partsOf(block));
    const puts = statements
      .map((statement) => statement.namedChildren[0])
      .map((call) => (call?.childForFieldName('name')?.text === 'put' ? argumentsOf(call) : []));
    return this.#map(
      node,
      puts.flat(),
      steps,
      puts.every((pair) => pair.length === 2),
    );
  }
}

function textOf(node: Node): string {
  const text = node.text;
  if (!text.startsWith('"""')) return unescaped(text.slice(1, -1));
  return unescaped(withoutIndent(text.slice(3, -3).replaceAll('\r\n', '\n').split('\n').slice(1)).replace(/[ \t]+$/gm, ''));
}
