import type { Node } from 'web-tree-sitter';
import type { Expression, ObjectEntry } from '../expression';
import { partsOf } from '../jsii/children';
import type { ClassNames } from '../jsii/classNames';
import { ExpressionReader, isEnumerationMember, literal, object, opaque } from '../jsii/expressionReader';
import { numberWritten } from '../jsii/literals';
import { fromPascalCase } from '../names';
import { spanOf } from '../spans';
import { pathOf } from './names';
import { textOf } from './strings';

/** Turns the source of a property's value in C# into an Expression. */
export class CsharpExpressionReader extends ExpressionReader {
  readonly #names: ClassNames;

  constructor(constants: ReadonlyMap<string, Node>, holders: ReadonlySet<string>, names: ClassNames) {
    super(constants, holders);
    this.#names = names;
  }

  protected override readNode(node: Node, steps: number): Expression {
    switch (node.type) {
      case 'string_literal':
      case 'verbatim_string_literal':
      case 'raw_string_literal':
      case 'interpolated_string_expression': {
        const text = textOf(node, (hole) => this.#interpolated(hole, steps));
        return text === undefined ? opaque(node, 'a part of the text is only worked out when the app runs') : literal(node, text);
      }
      case 'integer_literal':
      case 'real_literal':
        return literal(node, numberWritten(node.text));
      case 'boolean_literal':
        return literal(node, node.text === 'true');
      case 'null_literal':
      case 'default_expression':
        return { kind: 'undefined', ...spanOf(node) };
      case 'prefix_unary_expression':
        return node.text.startsWith('-') ? this.readNegative(node, node.namedChildren[0], steps) : opaque(node);
      case 'postfix_unary_expression':
        return node.text.endsWith('!') ? this.readAs(node, node.namedChildren[0], steps) : opaque(node);
      case 'binary_expression':
        return this.readBinary(node, steps);
      case 'conditional_expression':
        return this.readConditional(node, steps);
      case 'parenthesized_expression':
      case 'arrow_expression_clause':
        return this.readAs(node, partsOf(node)[0], steps);
      case 'cast_expression':
        return this.readAs(node, node.childForFieldName('value'), steps);
      case 'as_expression':
        return this.readAs(node, node.childForFieldName('left'), steps);
      case 'array_creation_expression':
      case 'implicit_array_creation_expression':
        return this.readList(node, partsOf(initializerOf(node)), steps);
      case 'element_binding_expression':
        return this.readList(
          node,
          csharpArguments(node)
            .map(({ value }) => value)
            .filter(({ text }) => text !== ''),
          steps,
        );
      case 'implicit_object_creation_expression':
      case 'object_creation_expression':
        return this.#creation(node, steps);
      case 'identifier':
        return this.#identifier(node, steps);
      case 'member_access_expression':
        return this.#member(node, steps);
      case 'invocation_expression':
        return this.#call(node, steps);
      default:
        return opaque(node);
    }
  }

  /** What stands in braces behind `new`, added to what is set already. */
  readInitializer(node: Node, initializer: Node | undefined, steps = 0): Expression {
    const entries: ObjectEntry[] = [];
    let complete = true;
    for (const element of partsOf(initializer)) {
      const entry = this.#entry(element, steps);
      if (entry) entries.push(entry);
      else complete = false;
    }
    return object(node, entries, complete);
  }

  /** `Name = value`, `["name"] = value` and `{ "name", value }`. */
  #entry(element: Node, steps: number): ObjectEntry | undefined {
    if (element.type === 'initializer_expression') {
      const [key, value] = partsOf(element);
      return key && value && this.#keyed(key, value, steps);
    }
    const left = element.childForFieldName('left');
    const right = element.childForFieldName('right');
    if (element.type !== 'assignment_expression' || !left || !right) return undefined;
    if (left.type === 'identifier') return { name: fromPascalCase(left.text), nameSpan: spanOf(left), value: this.read(right, steps) };
    const key = left.namedChildren[0]?.namedChildren[0];
    return key && this.#keyed(key, right, steps);
  }

  #keyed(key: Node, value: Node, steps: number): ObjectEntry | undefined {
    const name = this.read(key, steps);
    return name.kind === 'literal' ? { name: String(name.value), nameSpan: spanOf(key), value: this.read(value, steps) } : undefined;
  }

  #creation(node: Node, steps: number): Expression {
    const type = node.childForFieldName('type');
    const path = pathOf(type);
    const initializer = initializerOf(node);
    const parameters = csharpArguments(node).map(({ value }) => value);
    if (type?.type === 'generic_name') return parameters.length > 0 ? opaque(node) : this.#collection(node, path.at(-1) ?? '', initializer, steps);
    const name = type ? this.#names.staticName(path) : undefined;
    if (type && (name === undefined || path.length === 0)) return opaque(node);
    const isStruct = !type || initializer !== undefined || /(?:Props|Options|Property)$/.test(path.at(-1) ?? '');
    if (isStruct && parameters.length === 0) return this.readInitializer(node, initializer, steps);
    if (name === undefined) return opaque(node);
    return { kind: 'call', name: `new ${name}`, parameters: parameters.map((parameter) => this.read(parameter, steps)), ...spanOf(node) };
  }

  #collection(node: Node, name: string, initializer: Node | undefined, steps: number): Expression {
    return name.endsWith('Dictionary') ? this.readInitializer(node, initializer, steps) : this.readList(node, partsOf(initializer), steps);
  }

  /** What an interpolated constant puts into a text. */
  #interpolated(hole: Node, steps: number): string | undefined {
    const value = this.read(hole, steps);
    return value.kind === 'literal' && (typeof value.value === 'string' || Number.isInteger(value.value)) ? String(value.value) : undefined;
  }

  #identifier(node: Node, steps: number): Expression {
    const value = this.readName(node, node.text, steps);
    const member = value.kind === 'opaque' && isEnumerationMember(node.text) ? this.#names.importedMember(node.text) : undefined;
    return member === undefined ? value : { kind: 'enumeration', name: member, ...spanOf(node) };
  }

  #member(node: Node, steps: number): Expression {
    const path = pathOf(node);
    const own = path[0] === 'this' ? path.slice(1) : path;
    const [first = '', second = ''] = own;
    if (this.isHolder(first) && own.length <= 2) return { kind: 'reference', name: first, ...spanOf(node) };
    if (path[0] === 'this' && own.length === 1) return this.readName(node, first, steps);
    if (own.length === 2 && this.#names.isForeign(first)) return this.readName(node, second, steps);
    const name = path.length > 1 && path[0] !== 'this' ? this.#names.staticName(path) : undefined;
    return name === undefined ? opaque(node, `${node.text.slice(0, 60)} is only known when the app runs`) : this.#enumeration(node, name);
  }

  #enumeration(node: Node, name: string): Expression {
    return { kind: 'enumeration', name: withLast(name, (member) => (isEnumerationMember(member) ? member : fromPascalCase(member))), ...spanOf(node) };
  }

  #call(node: Node, steps: number): Expression {
    const callee = node.childForFieldName('function');
    const parameters = csharpArguments(node).map(({ value }) => value);
    if (callee?.text === 'nameof') return literal(node, parameters[0] && pathOf(parameters[0]).at(-1));
    const path = pathOf(callee);
    const name = path.length > 1 ? this.#names.staticName(path) : path[0] === undefined ? undefined : this.#names.importedMember(path[0]);
    if (name === undefined || this.isHolder(path[0] ?? '')) return opaque(node);
    return { kind: 'call', name: withLast(name, fromPascalCase), parameters: parameters.map((parameter) => this.read(parameter, steps)), ...spanOf(node) };
  }
}

function withLast(path: string, change: (name: string) => string): string {
  const dot = path.lastIndexOf('.') + 1;
  return path.slice(0, dot) + change(path.slice(dot));
}

/** What stands in braces behind `new`, if anything. */
export function initializerOf(node: Node): Node | undefined {
  return node.childForFieldName('initializer') ?? node.namedChildren.find((child) => child.type === 'initializer_expression');
}

export interface Argument {
  /** As written in `props: value`. */
  readonly name: string | undefined;
  readonly value: Node;
}

/** The arguments of a call or `new`, or the elements of a collection. */
export function csharpArguments(node: Node): Argument[] {
  const list = node.childForFieldName('arguments') ?? node.namedChildren.find((child) => child.type === 'argument_list') ?? node;
  return list.namedChildren.flatMap((argument) => {
    const value = argument.type === 'argument' ? argument.children.findLast((child) => child.type !== 'comment') : undefined;
    return value ? [{ name: argument.childForFieldName('name')?.text, value }] : [];
  });
}
