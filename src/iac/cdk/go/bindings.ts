import type { Node } from 'web-tree-sitter';
import { partsOf } from '../jsii/children';
import type { Binding } from '../jsii/constants';

/** All names that a source file in Go declares for values, with the values of those that may be constants. */
export function* bindingsIn(root: Node): Generator<Binding> {
  for (const declaration of root.descendantsOfType(['const_spec', 'var_spec', 'short_var_declaration'])) {
    const { targets, values } = assigned(declaration);
    const holds = mayHold(declaration);
    for (const [index, target] of targets.entries()) yield { name: target.text, value: holds ? values[index] : undefined };
  }
  for (const parameter of root.descendantsOfType(['parameter_declaration', 'variadic_parameter_declaration'])) {
    for (const name of parameter.childrenForFieldName('name')) yield { name: name.text };
  }
  for (const clause of root.descendantsOfType(['range_clause', 'receive_statement'])) yield* names(clause.childForFieldName('left'));
  for (const choice of root.descendantsOfType('type_switch_statement')) yield* names(choice.childForFieldName('alias'));
}

/** The names and values of a declaration or an assignment; no values where not each name has one of its own. */
export function assigned(node: Node): { targets: Node[]; values: Node[] } {
  const isSpecification = node.type.endsWith('_spec');
  const targets = isSpecification ? node.childrenForFieldName('name').filter((name) => name.isNamed) : listed(node, 'left');
  const values = listed(node, isSpecification ? 'value' : 'right');
  return { targets, values: values.length === targets.length ? values : [] };
}

function listed(node: Node, field: string): Node[] {
  const list = node.childForFieldName(field);
  return list?.type === 'expression_list' ? partsOf(list) : list ? [list] : [];
}

function* names(node: Node | null): Generator<Binding> {
  for (const name of node?.descendantsOfType('identifier') ?? []) yield { name: name.text };
}

/** Variables of loops and conditions hold one value after another. */
function mayHold(declaration: Node): boolean {
  return !/^(?:for_clause|for_statement|communication_case)$/.test(declaration.parent?.type ?? '');
}

/** Names that are set after their declaration, whole, in a part or through a pointer. */
export function changedIn(root: Node): Set<string> {
  const changed = new Set<string>();
  for (const assignment of root.descendantsOfType(['assignment_statement', 'inc_statement', 'dec_statement'])) {
    const targets = assignment.type === 'assignment_statement' ? listed(assignment, 'left') : assignment.namedChildren;
    for (const target of targets) changed.add(rootName(target));
  }
  return changed;
}

/** `tags` of `tags["a"]`, `tags.Inner` and `(*tags)[0]`. */
function rootName(node: Node): string {
  let at: Node | null | undefined = node;
  while (at && at.type !== 'identifier') at = at.childForFieldName('operand') ?? (at.type === 'parenthesized_expression' ? at.namedChildren[0] : undefined);
  return at?.text ?? '';
}
