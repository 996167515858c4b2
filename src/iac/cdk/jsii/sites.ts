import type { Node } from 'web-tree-sitter';
import type { Span } from '../../../syntax/node';
import type { ConstructUse } from '../buildResource';
import type { Expression } from '../expression';
import type { ImportedClass } from '../names';
import { spanOf } from '../spans';
import type { Binding } from './constants';
import type { ExpressionReader } from './expressionReader';

/** A place where an app makes a construct. */
export interface Site {
  /** The whole of it, from the class to the last property. */
  readonly node: Node;
  readonly classSpan: Span;
  readonly imported: ImportedClass;
  readonly id: Node;
  /** The variable or field that holds it. */
  readonly holder: string | undefined;
}

/**
 * Names that hold one construct. One that holds several, in other functions or branches, tells none of them; nor
 * does one that `bindings` declare with another value, such as a look-up.
 */
export function holdersOf(sites: readonly Site[], bindings: Iterable<Binding> = []): Set<string> {
  const values = new Map<string, Set<number>>();
  const add = (holder: string, value: Node): unknown => values.get(holder)?.add(value.id) ?? values.set(holder, new Set([value.id]));
  for (const { holder, node } of sites) if (holder !== undefined) add(holder, node);
  for (const { name, value } of bindings) if (value && values.has(name)) add(name, value);
  return new Set([...values].flatMap(([holder, held]) => (held.size === 1 ? [holder] : [])));
}

interface Reading {
  readonly reader: ExpressionReader;
  /** Where an id is put together when the app runs: its text as the user shall see it; nothing where it can be no text. */
  readonly shownId: (id: Node) => string | undefined;
  readonly props: Expression | undefined;
  /** Where the properties stand; nothing where none are written. */
  readonly propsSpan: Span | undefined;
}

/** The use of a construct, or nothing where what stands as its id is none. */
export function useOf({ node, classSpan, imported, id, holder }: Site, { reader, shownId, props, propsSpan }: Reading): ConstructUse | undefined {
  const name = constructId(id, reader, shownId);
  if (name === undefined) return undefined;
  const end = { start: node.endIndex, end: node.endIndex };
  return { id: name, idSpan: spanOf(id), span: spanOf(node), classSpan, imported, props, propsSpan: propsSpan ?? end, holder };
}

function constructId(node: Node, reader: ExpressionReader, shownId: (id: Node) => string | undefined): string | undefined {
  const expression = reader.read(node);
  if (expression.kind === 'literal') return typeof expression.value === 'string' ? expression.value : undefined;
  return expression.kind === 'opaque' || expression.kind === 'one-of' || expression.kind === 'enumeration' || expression.kind === 'call'
    ? shownId(node)?.slice(0, 80)
    : undefined;
}
