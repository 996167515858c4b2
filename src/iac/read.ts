import type { Tree } from 'web-tree-sitter';
import { parseJson } from '../syntax/json';
import { reparseYaml, type ParsedText } from '../syntax/reparse';
import { readApp } from './cdk/typescript/readApp';
import { readTemplate } from './cloudformation/readTemplate';
import type { Detection } from './detect';
import type { Template } from './model';
import type { ResourceTypes } from './resourceTypes';

/** What reading a CDK app needs; templates need nothing. */
export interface CdkParts {
  /** Parses source text of one language; nothing where the parser gave up. */
  readonly parse: (text: string) => Tree | null;
  readonly types: ResourceTypes;
}

/**
 * Reads one document again and again as it is edited; what was read before makes the next time faster. `detection`
 * is what `detect` says of the text. Never throws on what the text holds; `cdk` is needed for CDK apps.
 */
export class DocumentReader {
  #yaml: ParsedText | undefined;

  read(text: string, detection: Detection, cdk: CdkParts | undefined): Template | undefined {
    if (detection.kind === 'cdk') return readCdk(text, cdk);
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

function readCdk(text: string, cdk: CdkParts | undefined): Template | undefined {
  const tree = cdk?.parse(text);
  if (!cdk || !tree) return undefined;
  try {
    return readApp(tree, cdk.types);
  } finally {
    tree.delete();
  }
}
