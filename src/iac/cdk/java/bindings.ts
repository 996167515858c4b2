import type { Node } from 'web-tree-sitter';
import type { Binding } from '../jsii/constants';
import { pathOf } from './names';

const named = ['formal_parameter', 'catch_formal_parameter', 'enhanced_for_statement', 'resource', 'instanceof_expression', 'enum_constant'];

/** All names that a source file in Java declares for values. */
export function* bindingsIn(root: Node): Generator<Binding> {
  for (const declarator of root.descendantsOfType('variable_declarator')) {
    const name = declarator.childForFieldName('name');
    if (name) yield { name: name.text, value: mayHold(declarator.parent) ? (declarator.childForFieldName('value') ?? undefined) : undefined };
  }
  for (const binding of root.descendantsOfType(named)) {
    const name = binding.childForFieldName('name');
    if (name) yield { name: name.text };
  }
  for (const lambda of root.descendantsOfType('lambda_expression')) {
    const parameters = lambda.childForFieldName('parameters');
    for (const name of parameters?.type === 'identifier' ? [parameters] : parameters?.type === 'inferred_parameters' ? parameters.namedChildren : []) {
      yield { name: name.text };
    }
  }
  for (const pattern of root.descendantsOfType(['type_pattern', 'record_pattern_component'])) yield { name: pattern.namedChildren.at(-1)?.text ?? '' };
}

/** A local variable, or a field that nothing outside can set. */
function mayHold(declaration: Node | null): boolean {
  if (declaration?.type === 'local_variable_declaration') return declaration.parent?.type !== 'for_statement';
  return declaration?.type === 'field_declaration' && /\bfinal\b/.test(declaration.namedChildren.find((child) => child.type === 'modifiers')?.text ?? '');
}

/** Names that are set after their declaration, whole or in a part. */
export function changedIn(root: Node): Set<string> {
  const changed = new Set<string>();
  for (const change of root.descendantsOfType(['assignment_expression', 'update_expression'])) {
    let target: Node | null | undefined = change.type === 'assignment_expression' ? change.childForFieldName('left') : change.namedChildren[0];
    while (target?.type === 'array_access') target = target.childForFieldName('array');
    const path = pathOf(target);
    changed.add(path[path[0] === 'this' ? 1 : 0] ?? '');
  }
  return changed;
}
