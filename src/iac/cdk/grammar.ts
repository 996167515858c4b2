import { Language, Parser, type Tree } from 'web-tree-sitter';

/** Parses source text of one language; the caller deletes the tree. Nothing where the parser gave up. */
export type ParseSource = (text: string) => Tree | null;

/**
 * Loads tree-sitter and a grammar from their WebAssembly bytes, which the host reads, so that the same code runs
 * in Node and in a browser.
 */
export async function loadGrammar(runtimeWasm: Uint8Array, grammarWasm: Uint8Array): Promise<ParseSource> {
  await Parser.init({ wasmBinary: runtimeWasm });
  const language = await Language.load(grammarWasm);
  const parser = new Parser();
  parser.setLanguage(language);
  return (text) => parser.parse(text);
}
