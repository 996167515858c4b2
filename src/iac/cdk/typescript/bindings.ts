import type { Node } from 'web-tree-sitter';
import type { Binding } from '../jsii/constants';
import { argumentsOf } from '../spans';
import { pathOf } from './paths';

/** What binds a name to something that is not known, and the field in which the name stands. */
const boundIn: Readonly<Record<string, string>> = {
  required_parameter: 'pattern',
  optional_parameter: 'pattern',
  arrow_function: 'parameter',
  for_in_statement: 'left',
  catch_clause: 'parameter',
};

/** Calls that change a list, a map or a set in place. */
const changingMethods = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin', 'set', 'add', 'delete', 'clear']);

/** All names that a source file binds to values, fields of its classes included. */
export function* bindingsIn(root: Node): Generator<Binding> {
  for (const node of root.descendantsOfType(['variable_declarator', 'public_field_definition', ...Object.keys(boundIn)])) {
    if (node.type === 'public_field_definition') yield* fieldNames(node);
    else if (node.type === 'variable_declarator') {
      const name = node.childForFieldName('name');
      if (name?.type === 'identifier') yield { name: name.text, value: isConst(node) ? (node.childForFieldName('value') ?? undefined) : undefined };
      else yield* namesIn(name);
    } else yield* namesIn(node.childForFieldName(boundIn[node.type] ?? ''));
  }
}

/** A name, or those of a pattern that takes a value apart. */
function* namesIn(target: Node | null): Generator<Binding> {
  if (target?.type === 'identifier') yield { name: target.text };
  else for (const name of target?.descendantsOfType(['shorthand_property_identifier_pattern', 'identifier']) ?? []) yield { name: name.text };
}

function isConst(declarator: Node): boolean {
  return declarator.parent?.child(0)?.text === 'const' && declarator.parent.parent?.type !== 'for_statement';
}

/** `this.size` of a field that is `readonly`, `Settings.SIZE` of a static one; JavaScript, without `readonly`, writes constants in capitals. */
function* fieldNames(field: Node): Generator<Binding> {
  const name = field.childForFieldName('name')?.text ?? '';
  const has = (modifier: string): boolean => field.children.some((child) => child.text === modifier);
  const isStatic = has('static');
  const value = has('readonly') || (isStatic && /^[A-Z][A-Z0-9_]*$/.test(name)) ? (field.childForFieldName('value') ?? undefined) : undefined;
  const owner = isStatic ? field.parent?.parent?.childForFieldName('name')?.text : 'this';
  if (owner !== undefined) yield { name: `${owner}.${name}`, value };
}

/** Names, and paths of them, whose value is set anew or changed in place somewhere. */
export function changedIn(root: Node): Set<string> {
  const changed = new Set<string>();
  const add = (target: Node | null | undefined): void => {
    let at = target;
    while (at?.type === 'subscript_expression') at = at.childForFieldName('object');
    const path = pathOf(at);
    for (let length = path[0] === 'this' ? 2 : 1; length <= path.length; length++) changed.add(path.slice(0, length).join('.'));
  };
  for (const node of root.descendantsOfType([
    'assignment_expression',
    'augmented_assignment_expression',
    'update_expression',
    'unary_expression',
    'call_expression',
  ])) {
    if (node.type === 'call_expression') {
      const callee = node.childForFieldName('function');
      if (callee?.text === 'Object.assign' || callee?.text === 'Object.defineProperty') add(argumentsOf(node)[0]);
      else if (changingMethods.has(callee?.childForFieldName('property')?.text ?? '')) add(callee?.childForFieldName('object'));
    } else if (node.type === 'unary_expression') {
      if (node.child(0)?.type === 'delete') add(node.childForFieldName('argument'));
    } else add(node.childForFieldName('left') ?? node.childForFieldName('argument'));
  }
  return changed;
}
