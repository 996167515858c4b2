import type { Tree } from 'web-tree-sitter';
import { parseJson } from '../syntax/json';
import { reparseYaml, type ParsedText } from '../syntax/reparse';
import { readers } from './cdk/readers';
import { readTemplate } from './cloudformation/readTemplate';
import type { Detection } from './detect';
import type { CdkLanguage, Template } from './model';
import type { ResourceTypes } from './resourceTypes';

/** What reading a CDK app needs; templates need nothing. */
export interface CdkParts {
  /** Parses source text; nothing where the parser gave up or the language's grammar is not loaded. */
  readonly parse: (text: string, language: CdkLanguage) => Tree | null;
  readonly types: ResourceTypes;
}

/**
 * Reads one document again and again as it is edited; what was read before makes the next time faster. `detection`
 * is what `detect` says of the text. Never throws on what the text holds; `cdk` is needed for CDK apps.
 */
export class DocumentReader {
  #yaml: ParsedText | undefined;

  read(text: string, detection: Detection, cdk: CdkParts | undefined): Template | undefined {
    if (detection.kind === 'cdk') return readCdk(text, detection.language, cdk);
    if (detection.language === 'json') return readTemplate(parseJson(text), 'json');
    const tree = reparseYaml(text, this.#yaml);
    this.#yaml = { text, tree };
    return readTemplate(tree, 'yaml');
  }
}

/** Reads a document once. */
export function readDocument(text: string, detection: Detection, cdk: CdkParts | undefined): Template | undefined {
  return new DocumentReader().read(text, detection, cdk);
}

function readCdk(text: string, language: CdkLanguage, cdk: CdkParts | undefined): Template | undefined {
  const tree = cdk?.parse(text, language);
  if (!cdk || !tree) return undefined;
  try {
    return readers[language](tree, cdk.types);
  } finally {
    tree.delete();
  }
}
