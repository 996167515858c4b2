import type { Node } from 'web-tree-sitter';
import type { Binding } from '../jsii/constants';
import { pathOf } from './paths';

/** Statements and expressions that bind names to what is not known, and where in them the names stand. */
const targets: Readonly<Record<string, (node: Node) => (Node | null)[]>> = {
  parameters: parameterNames,
  lambda_parameters: parameterNames,
  for_statement: (node) => [node.childForFieldName('left')],
  for_in_clause: (node) => [node.childForFieldName('left')],
  as_pattern_target: (node) => [node],
  global_statement: (node) => [node],
  nonlocal_statement: (node) => [node],
  delete_statement: (node) => [node],
  case_pattern: (node) => node.namedChildren.filter((child) => child.type === 'dotted_name' && child.namedChildCount === 1),
  class_definition: (node) => [node.childForFieldName('name')],
  function_definition: (node) => [node.childForFieldName('name')],
  aliased_import: (node) => [node.childForFieldName('alias')],
};

/** Calls that change a list or a dictionary in place. */
const changingMethods = new Set(['append', 'extend', 'insert', 'remove', 'pop', 'clear', 'sort', 'reverse', 'update', 'setdefault', 'popitem']);

/** All names that a source file binds; those of a class by the names under which its methods know them. */
export function* bindingsIn(root: Node): Generator<Binding> {
  for (const node of root.descendantsOfType(['assignment', 'named_expression', ...Object.keys(targets)])) {
    if (node.type === 'assignment') yield* assignedNames(node);
    else if (node.type === 'named_expression') yield { name: node.childForFieldName('name')?.text ?? '', value: node.childForFieldName('value') ?? undefined };
    else for (const target of targets[node.type]?.(node) ?? []) yield* namesIn(target);
  }
}

function* assignedNames(assignment: Node): Generator<Binding> {
  const left = assignment.childForFieldName('left');
  const value = assignment.childForFieldName('right') ?? undefined;
  if (left?.type !== 'identifier') {
    if (left && left.type !== 'attribute' && left.type !== 'subscript') yield* namesIn(left);
    return;
  }
  const owner = classOf(assignment);
  if (!owner) yield { name: left.text, value };
  else if (/^[A-Z][A-Z0-9_]*$/.test(left.text) && !/Enum|Flag/.test(owner.childForFieldName('superclasses')?.text ?? '')) {
    for (const prefix of ['self', 'cls', owner.childForFieldName('name')?.text ?? '']) yield { name: `${prefix}.${left.text}`, value };
  }
}

/** The class in whose body a statement stands directly. */
function classOf(assignment: Node): Node | undefined {
  const owner = assignment.parent?.parent?.parent;
  return owner?.type === 'class_definition' ? owner : undefined;
}

function* namesIn(target: Node | null): Generator<Binding> {
  if (target?.type === 'identifier') yield { name: target.text };
  for (const name of target?.descendantsOfType('identifier') ?? []) yield { name: name.text };
}

function parameterNames(parameters: Node): (Node | null)[] {
  return parameters.namedChildren.map((parameter) => {
    switch (parameter.type) {
      case 'identifier':
        return parameter;
      case 'default_parameter':
      case 'typed_default_parameter':
        return parameter.childForFieldName('name');
      default:
        return parameter.namedChildren[0] ?? null;
    }
  });
}

/** Names whose value is changed in place or counted up somewhere. */
export function changedIn(root: Node): Set<string> {
  const changed = new Set<string>();
  const add = (target: Node | null | undefined): void => {
    const path = pathOf(target);
    if (path.length > 0) for (let length = 1; length <= path.length; length++) changed.add(path.slice(0, length).join('.'));
  };
  for (const node of root.descendantsOfType(['augmented_assignment', 'assignment', 'delete_statement', 'call'])) {
    if (node.type === 'augmented_assignment') add(rootOf(node.childForFieldName('left')));
    else if (node.type === 'assignment') {
      const left = node.childForFieldName('left');
      if (left?.type === 'attribute' || left?.type === 'subscript') add(rootOf(left));
    } else if (node.type === 'delete_statement') for (const target of node.namedChildren) add(rootOf(target));
    else {
      const callee = node.childForFieldName('function');
      if (changingMethods.has(callee?.childForFieldName('attribute')?.text ?? '')) add(rootOf(callee?.childForFieldName('object')));
    }
  }
  changed.delete('self');
  return changed;
}

/** What an item or slice is taken of: `sizes` in `sizes["a"][0]`. */
function rootOf(target: Node | null | undefined): Node | null | undefined {
  let at = target;
  while (at?.type === 'subscript') at = at.childForFieldName('value');
  return at;
}
