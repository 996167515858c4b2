import { Language, Parser } from 'web-tree-sitter';
import type { CdkParts } from '../read';
import { ResourceTypes, type ResourceTypeNames } from '../resourceTypes';

/**
 * Loads tree-sitter and a grammar from their WebAssembly bytes, which the host reads, so that the same code runs
 * in Node and in a browser. Throws where the bytes are no such module.
 */
export async function loadCdkParts(runtimeWasm: Uint8Array, grammarWasm: Uint8Array, names: ResourceTypeNames): Promise<CdkParts> {
  await Parser.init({ wasmBinary: runtimeWasm });
  const language = await Language.load(grammarWasm);
  const parser = new Parser();
  parser.setLanguage(language);
  return { parse: (text) => parser.parse(text), types: new ResourceTypes(names) };
}
