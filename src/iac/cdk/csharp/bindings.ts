import type { Node } from 'web-tree-sitter';
import type { Binding } from '../jsii/constants';
import { pathOf } from './names';

const named = [
  'parameter',
  'catch_declaration',
  'declaration_expression',
  'declaration_pattern',
  'recursive_pattern',
  'from_clause',
  'enum_member_declaration',
];

/** Calls that change a collection in place. */
const changing = /^(?:Add|AddRange|Insert|InsertRange|Remove\w*|Clear|TryAdd|Set\w*|Sort|Reverse)$/;

/** All names that a source file in C# declares for values. */
export function* bindingsIn(root: Node): Generator<Binding> {
  for (const declarator of root.descendantsOfType('variable_declarator')) {
    const name = declarator.childForFieldName('name');
    if (name) yield { name: name.text, value: mayHold(declarator.parent?.parent) ? declarator.namedChildren.find((child) => child.id !== name.id) : undefined };
  }
  for (const property of root.descendantsOfType('property_declaration')) {
    const value = isFixed(property) ? property.childForFieldName('value') : undefined;
    yield { name: property.childForFieldName('name')?.text ?? '', value: value ?? undefined };
  }
  for (const binding of root.descendantsOfType(named)) {
    const name =
      binding.childForFieldName('name') ?? (binding.type === 'parameter' ? undefined : binding.namedChildren.findLast((child) => child.type === 'identifier'));
    if (name) yield { name: name.text };
  }
  for (const parameter of root.descendantsOfType('implicit_parameter')) yield { name: parameter.text };
  for (const loop of root.descendantsOfType('foreach_statement')) yield* names(loop.childForFieldName('left'));
  for (const pattern of root.descendantsOfType(['tuple_pattern', 'parenthesized_variable_designation'])) yield* names(pattern);
}

function* names(node: Node | null): Generator<Binding> {
  for (const name of node?.type === 'identifier' ? [node] : (node?.descendantsOfType('identifier') ?? [])) yield { name: name.text };
}

/** A local variable, or a field that nothing outside can set. */
function mayHold(declaration: Node | null | undefined): boolean {
  if (declaration?.type === 'local_declaration_statement') return true;
  return (
    declaration?.type === 'field_declaration' && declaration.namedChildren.some(({ type, text }) => type === 'modifier' && /^(?:const|readonly)$/.test(text))
  );
}

/** A property that nothing can set and no subclass can replace. */
function isFixed(property: Node): boolean {
  const changeable = property.namedChildren.some(({ type, text }) => type === 'modifier' && /^(?:virtual|override|abstract)$/.test(text));
  return !changeable && !/\b(?:set|init)\b/.test(property.childForFieldName('accessors')?.text ?? '');
}

/** Names that are set after their declaration, or changed in place. */
export function changedIn(root: Node): Set<string> {
  const changed = new Set<string>();
  const inInitializers = new Set(root.descendantsOfType('initializer_expression').flatMap((initializer) => initializer.namedChildren.map(({ id }) => id)));
  for (const assignment of root.descendantsOfType('assignment_expression')) {
    if (!inInitializers.has(assignment.id)) changed.add(rootName(assignment.childForFieldName('left')));
  }
  for (const update of root.descendantsOfType(['postfix_unary_expression', 'prefix_unary_expression'])) {
    if (update.children.some(({ type }) => type === '++' || type === '--')) changed.add(rootName(update.namedChildren[0]));
  }
  for (const call of root.descendantsOfType('invocation_expression')) {
    const callee = call.childForFieldName('function');
    if (changing.test(callee?.childForFieldName('name')?.text ?? '')) changed.add(rootName(callee?.childForFieldName('expression')));
  }
  for (const argument of root.descendantsOfType('argument')) {
    if (argument.children.some(({ type }) => type === 'ref' || type === 'out')) changed.add(rootName(argument.namedChildren.at(-1)));
  }
  return changed;
}

/** `tags` of `tags["a"]`, `tags.Inner` and `this.tags`. */
function rootName(node: Node | null | undefined): string {
  let at = node;
  while (at?.type === 'element_access_expression') at = at.childForFieldName('expression');
  const path = pathOf(at);
  return path[path[0] === 'this' ? 1 : 0] ?? '';
}
