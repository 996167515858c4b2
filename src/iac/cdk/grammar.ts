import { Language, Parser } from 'web-tree-sitter';
import type { CdkLanguage } from '../model';
import type { CdkParts } from '../read';
import { ResourceTypes, type ResourceTypeNames } from '../resourceTypes';

/** The grammar of TSX reads JavaScript too. */
const grammarFiles: Readonly<Record<CdkLanguage, string>> = {
  typescript: 'tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-tsx.wasm',
  javascript: 'tree-sitter-tsx.wasm',
  python: 'tree-sitter-python.wasm',
  java: 'tree-sitter-java.wasm',
  csharp: 'tree-sitter-c-sharp.wasm',
  go: 'tree-sitter-go.wasm',
};

/** Reads a file that is shipped with the extension; the host knows how. */
type ReadFile = (name: string) => Promise<Uint8Array>;

/** Loads tree-sitter, and each grammar when an app in its language is first read; the same in Node and in a browser. */
export class CdkGrammars {
  readonly #readFile: ReadFile;
  readonly #parsers = new Map<string, Parser>();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #parts: CdkParts;

  private constructor(readFile: ReadFile, names: ResourceTypeNames) {
    this.#readFile = readFile;
    this.#parts = {
      parse: (text, language) => this.#parsers.get(grammarFiles[language])?.parse(text) ?? null,
      types: new ResourceTypes(names),
    };
  }

  /** Throws where the files are no such modules. */
  static async load(readFile: ReadFile, names: ResourceTypeNames): Promise<CdkGrammars> {
    await Parser.init({ wasmBinary: await readFile('web-tree-sitter.wasm') });
    return new CdkGrammars(readFile, names);
  }

  /** What reading an app in this language needs. A grammar that could not be loaded is tried again the next time. */
  async cdkPartsFor(language: CdkLanguage): Promise<CdkParts> {
    const file = grammarFiles[language];
    let loading = this.#loading.get(file);
    if (!loading) {
      loading = this.#loadGrammar(file);
      this.#loading.set(file, loading);
    }
    try {
      await loading;
    } catch (error) {
      this.#loading.delete(file);
      throw error;
    }
    return this.#parts;
  }

  async #loadGrammar(file: string): Promise<void> {
    const parser = new Parser();
    parser.setLanguage(await Language.load(await this.#readFile(file)));
    this.#parsers.set(file, parser);
  }
}
