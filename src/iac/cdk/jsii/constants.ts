import type { Node } from 'web-tree-sitter';

/** A name that a source file declares. `value` is what it holds from then on; none where it may hold anything. */
export interface Binding {
  readonly name: string;
  readonly value?: Node | undefined;
}

/**
 * Names that stand for one value in the whole file: declared exactly once, with a value, and neither set nor
 * changed in place anywhere. A name that is declared twice may hide the other one.
 */
export function constantsOf(bindings: Iterable<Binding>, changed: ReadonlySet<string>): Map<string, Node> {
  const constants = new Map<string, Node>();
  const declared = new Set<string>();
  for (const { name, value } of bindings) {
    if (value && !declared.has(name) && !changed.has(name)) constants.set(name, value);
    else constants.delete(name);
    declared.add(name);
  }
  return constants;
}
