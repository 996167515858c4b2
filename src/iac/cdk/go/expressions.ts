import type { Node } from 'web-tree-sitter';
import type { Expression, ObjectEntry } from '../expression';
import { argumentsOf, partsOf } from '../jsii/children';
import { ExpressionReader, isEnumerationMember, literal, object, opaque } from '../jsii/expressionReader';
import { numberWritten, unescaped } from '../jsii/literals';
import { fromPascalCase } from '../names';
import { spanOf } from '../spans';
import type { GoImports } from './names';

/** Helpers of jsii that make a pointer to one value, and a list of pointers. */
const pointerMakers = /^(?:String|Number|Bool|Any)$/;
const listMakers = /^(?:Strings|Numbers|Bools|AnySlice|PtrSlice)$/;

/** Turns the source of a property's value in Go into an Expression. */
export class GoExpressionReader extends ExpressionReader {
  readonly #imports: GoImports;

  constructor(constants: ReadonlyMap<string, Node>, holders: ReadonlySet<string>, imports: GoImports) {
    super(constants, holders);
    this.#imports = imports;
  }

  protected override readNode(node: Node, steps: number): Expression {
    switch (node.type) {
      case 'interpreted_string_literal':
        return literal(node, unescaped(node.text.slice(1, -1)));
      case 'raw_string_literal':
        return literal(node, node.text.slice(1, -1));
      case 'int_literal':
      case 'float_literal':
        return literal(node, numberWritten(node.text));
      case 'true':
      case 'false':
        return literal(node, node.type === 'true');
      case 'nil':
        return { kind: 'undefined', ...spanOf(node) };
      case 'unary_expression':
        return this.#unary(node, steps);
      case 'binary_expression':
        return this.readBinary(node, steps);
      case 'parenthesized_expression':
      case 'literal_element':
        return this.readAs(node, partsOf(node)[0], steps);
      case 'composite_literal':
        return this.#composite(node, node.childForFieldName('body'), node.childForFieldName('type'), steps);
      case 'identifier':
        return this.readName(node, node.text, steps);
      case 'selector_expression':
        return this.#selector(node);
      case 'call_expression':
        return this.#call(node, steps);
      default:
        return opaque(node);
    }
  }

  /** A pointer to a value is read as the value. */
  #unary(node: Node, steps: number): Expression {
    const operand = node.childForFieldName('operand');
    const operator = node.child(0)?.type;
    if (operator === '-') return this.readNegative(node, operand, steps);
    return operator === '&' || operator === '*' ? this.readAs(node, operand, steps) : opaque(node);
  }

  #composite(node: Node, body: Node | null, type: Node | null, steps: number): Expression {
    const elements = partsOf(body);
    if (/^(?:slice|array|implicit_length_array)_type$/.test(type?.type ?? '')) {
      return { kind: 'list', items: elements.map((element) => this.#element(element, type?.childForFieldName('element') ?? null, steps)), ...spanOf(node) };
    }
    const isMap = type?.type === 'map_type';
    const entries: ObjectEntry[] = [];
    let complete = true;
    for (const element of elements) {
      const entry = this.#entry(element, isMap, type?.childForFieldName('value') ?? null, steps);
      if (entry) entries.push(entry);
      else complete = false;
    }
    return object(node, entries, complete);
  }

  /** One of a list or a map: the type of one that is written without it is that of the list's elements. */
  #element(element: Node, type: Node | null, steps: number): Expression {
    const inner = element.type === 'literal_element' ? element.namedChildren[0] : element;
    if (inner?.type !== 'literal_value') return this.readAs(element, inner, steps);
    return this.#composite(element, inner, type?.type === 'pointer_type' ? (type.namedChildren[0] ?? null) : type, steps);
  }

  /** Nothing for a value without a name: an embedded struct may set whatever. */
  #entry(element: Node, isMap: boolean, valueType: Node | null, steps: number): ObjectEntry | undefined {
    const key = element.childForFieldName('key')?.namedChildren[0];
    const value = element.childForFieldName('value');
    if (element.type !== 'keyed_element' || !key || !value) return undefined;
    const written = isMap ? this.read(key, steps) : undefined;
    const name = written?.kind === 'literal' ? String(written.value) : !isMap && key.type === 'identifier' ? fromPascalCase(key.text) : undefined;
    return name === undefined ? undefined : { name, nameSpan: spanOf(key), value: this.#element(value, valueType, steps) };
  }

  /** `s3.BucketEncryption_KMS`, and members that hold constructs. */
  #selector(node: Node): Expression {
    const name = this.#memberOfModule(node);
    if (name !== undefined) return { kind: 'enumeration', name, ...spanOf(node) };
    if (this.isHolder(node.text)) return { kind: 'reference', name: node.text, ...spanOf(node) };
    return opaque(node, `${node.text.slice(0, 60)} is only known when the app runs`);
  }

  /** `BucketEncryption.KMS` of `s3.BucketEncryption_KMS`, `Duration.days` of `awscdk.Duration_Days`. */
  #memberOfModule(node: Node): string | undefined {
    const field = node.childForFieldName('field')?.text ?? '';
    if (node.type !== 'selector_expression' || !this.#imports.modules.has(node.childForFieldName('operand')?.text ?? '')) return undefined;
    const [, className, member] = /^([A-Za-z0-9]+)_(\w+)$/.exec(field) ?? [];
    if (className === undefined || member === undefined) return undefined;
    return `${className}.${isEnumerationMember(member) ? member : fromPascalCase(member)}`;
  }

  #call(node: Node, steps: number): Expression {
    const callee = node.childForFieldName('function');
    const operand = callee?.childForFieldName('operand')?.text ?? '';
    const field = callee?.childForFieldName('field')?.text ?? '';
    const parameters = argumentsOf(node);
    if (callee?.type === 'identifier') return /^(?:string|int|float64)$/.test(callee.text) ? this.readAs(node, parameters[0], steps) : opaque(node);
    if (callee?.type !== 'selector_expression') return opaque(node);
    if (this.#imports.helpers.has(operand)) return this.#helper(node, field, parameters, steps);
    const made = this.#imports.modules.has(operand) && field.startsWith('New') ? `new ${field.slice('New'.length)}` : undefined;
    const name = made ?? this.#memberOfModule(callee);
    if (name !== undefined) return this.#static(node, name, parameters, steps);
    return parameters.length === 0 && this.isHolder(operand) ? { kind: 'reference', name: operand, ...spanOf(node) } : opaque(node);
  }

  #helper(node: Node, name: string, parameters: readonly Node[], steps: number): Expression {
    if (pointerMakers.test(name)) return this.readAs(node, parameters[0], steps);
    if (listMakers.test(name)) return this.readList(node, parameters, steps);
    return opaque(node);
  }

  /** What is a constant of a class elsewhere is a call without arguments in Go: `BlockPublicAccess_BLOCK_ALL()`. */
  #static(node: Node, name: string, parameters: readonly Node[], steps: number): Expression {
    const isConstant = parameters.length === 0 && isEnumerationMember(name.slice(name.lastIndexOf('.') + 1)) && name.includes('.');
    if (isConstant) return { kind: 'enumeration', name, ...spanOf(node) };
    return { kind: 'call', name, parameters: parameters.map((parameter) => this.read(parameter, steps)), ...spanOf(node) };
  }
}
