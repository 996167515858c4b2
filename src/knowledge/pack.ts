import type { Content } from './content';

/** What the build makes of `notes/`: all content, and the SVG of every diagram by the Graphviz text it was made from. */
export interface KnowledgePack {
  readonly content: Content;
  readonly diagrams: Readonly<Record<string, string>>;
}

const fence = /^```dot[ \t]*\n([\s\S]*?)^```/gm;

/** Graphviz texts in a Markdown body, in their order, with the line ends that the Markdown renderer will look them up by. */
export function diagramsIn(body: string): string[] {
  return [...body.replaceAll('\r\n', '\n').matchAll(fence)].map((match) => match[1] ?? '');
}
