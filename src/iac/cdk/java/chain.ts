import type { Node } from 'web-tree-sitter';
import { argumentsOf } from '../jsii/children';
import { pathOf } from './names';

export interface Link {
  /** The call with all that it is called on. */
  readonly call: Node;
  readonly name: Node;
  readonly parameters: readonly Node[];
}

/** Calls one after another: `Bucket.Builder.create(this, "Id").versioned(true).build()`. */
export interface Chain {
  /** What the first method is called on; nothing where it stands alone. */
  readonly root: Node | null;
  readonly links: readonly Link[];
}

export function chainOf(call: Node): Chain {
  const links: Link[] = [];
  let at: Node | null = call;
  while (at?.type === 'method_invocation') {
    const name: Node | null = at.childForFieldName('name');
    if (name) links.push({ call: at, name, parameters: argumentsOf(at) });
    at = at.childForFieldName('object');
  }
  return { root: at, links: links.reverse() };
}

/** All chains of a source file, each once and as long as it is. */
export function chainsIn(root: Node): Chain[] {
  const seen = new Set<number>();
  return root.descendantsOfType('method_invocation').flatMap((call) => {
    if (seen.has(call.id)) return [];
    const chain = chainOf(call);
    for (const link of chain.links) seen.add(link.call.id);
    return [chain];
  });
}

/** A chain as far as `build()`, if it comes to that. */
export function untilBuilt({ root, links }: Chain): Chain {
  const end = links.findIndex(({ name }) => name.text === 'build');
  return { root, links: end < 0 ? links : links.slice(0, end + 1) };
}

/** What a builder is of, `["Bucket"]` or `["BucketProps"]`, and the calls after the one that makes it. */
export interface Builder {
  readonly path: readonly string[];
  /** Of the call that makes it: scope and id of a construct. */
  readonly parameters: readonly Node[];
  readonly kind: 'class' | 'struct';
  readonly settings: readonly Link[];
  /** False where the chain ends before `build()`. */
  readonly built: boolean;
}

export function builderOf({ root, links }: Chain): Builder | undefined {
  const path = pathOf(root);
  const [first, ...rest] = links;
  const kind = first?.name.text === 'builder' ? 'struct' : first?.name.text === 'create' && path.at(-1) === 'Builder' ? 'class' : undefined;
  if (!first || !kind || path.length === 0) return undefined;
  const end = rest.findIndex(({ name }) => name.text === 'build');
  if (end >= 0 && end < rest.length - 1) return undefined;
  return {
    path: kind === 'class' ? path.slice(0, -1) : path,
    parameters: first.parameters,
    kind,
    settings: end < 0 ? rest : rest.slice(0, end),
    built: end >= 0,
  };
}
