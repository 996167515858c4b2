import type { Node } from 'web-tree-sitter';
import type { Expression, ObjectEntry } from '../expression';
import { spanOf } from '../spans';

/** A constant may name another one; more steps than this are not followed. */
const maxConstantSteps = 4;
/** So many nodes are read through constants in one file: a few that name each other in lists could unfold into millions. */
const maxConstantNodes = 100_000;
/** Expressions nested deeper than this are not read; real apps stay far below. */
const maxNesting = 200;

/** What is the same in reading the value of a property in every language: names, and the limits within which it is done. */
export abstract class ExpressionReader {
  readonly #constants: ReadonlyMap<string, Node>;
  readonly #holders: ReadonlySet<string>;
  #constantNodes = 0;
  #depth = 0;

  /** `holders` are the names that hold constructs. */
  constructor(constants: ReadonlyMap<string, Node>, holders: ReadonlySet<string>) {
    this.#constants = constants;
    this.#holders = holders;
  }

  /** `steps` counts the constants that were followed to come here. */
  read(node: Node, steps = 0): Expression {
    if (this.#depth >= maxNesting) return opaque(node, 'it is nested too deep to be read');
    if (steps > 0 && ++this.#constantNodes > maxConstantNodes) return opaque(node, 'the constants of this file name each other too often to be followed');
    this.#depth++;
    try {
      return this.readNode(node, steps);
    } finally {
      this.#depth--;
    }
  }

  protected abstract readNode(node: Node, steps: number): Expression;

  /** The same expression, standing where `node` stands. */
  protected readAs(node: Node, inner: Node | null | undefined, steps: number): Expression {
    return inner ? { ...this.read(inner, steps), ...spanOf(node) } : opaque(node);
  }

  protected readList(node: Node, items: readonly Node[], steps: number): Expression {
    return { kind: 'list', items: items.map((item) => this.read(item, steps)), ...spanOf(node) };
  }

  protected isHolder(name: string): boolean {
    return this.#holders.has(name);
  }

  /** What a variable, field or parameter stands for. */
  protected readName(node: Node, name: string, steps: number): Expression {
    if (this.#holders.has(name)) return { kind: 'reference', name, ...spanOf(node) };
    const constant = this.#constants.get(name);
    if (!constant || steps >= maxConstantSteps) return opaque(node, `${name.slice(0, 60)} is only known when the app runs`);
    return { ...this.read(constant, steps + 1), ...spanOf(node) };
  }

  protected readNegative(node: Node, operand: Node | null | undefined, steps: number): Expression {
    const value = operand && this.read(operand, steps);
    return value?.kind === 'literal' && typeof value.value === 'number' ? literal(node, -value.value) : opaque(node);
  }

  /** `production ? a : b` */
  protected readConditional(node: Node, steps: number): Expression {
    const [whenTrue, whenFalse] = [node.childForFieldName('consequence'), node.childForFieldName('alternative')];
    if (!whenTrue || !whenFalse) return opaque(node);
    return { kind: 'one-of', values: [this.read(whenTrue, steps), this.read(whenFalse, steps)], ...spanOf(node) };
  }

  /** Texts put together, and sums and products of numbers. */
  protected readBinary(node: Node, steps: number): Expression {
    const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')].map((side) => side && this.read(side, steps));
    if (left?.kind !== 'literal' || right?.kind !== 'literal') return opaque(node);
    const operator = node.childForFieldName('operator')?.text ?? node.child(1)?.text;
    const [one, other] = [left.value, right.value];
    if (typeof one === 'number' && typeof other === 'number') {
      if (operator === '+') return literal(node, one + other);
      return operator === '*' ? literal(node, one * other) : opaque(node);
    }
    const isText = operator === '+' && one !== null && other !== null && (typeof one === 'string' || typeof other === 'string');
    return isText ? literal(node, String(one) + String(other)) : opaque(node);
  }
}

export function literal(node: Node, value: string | number | boolean | undefined): Expression {
  return value === undefined ? opaque(node) : { kind: 'literal', value, ...spanOf(node) };
}

export function opaque(node: Node, reason = 'it is only worked out when the app runs'): Expression {
  return { kind: 'opaque', reason, ...spanOf(node) };
}

export function object(node: Node, entries: readonly ObjectEntry[], complete: boolean): Expression {
  return { kind: 'object', entries, complete, ...spanOf(node) };
}

/** Members of enumerations are written in capitals in every language. */
export function isEnumerationMember(name: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(name);
}
