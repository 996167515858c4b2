import type { Tree } from 'web-tree-sitter';
import { parseJson } from '../syntax/json';
import { parseYaml } from '../syntax/yaml';
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

/** Reads a document that `detect` recognised. Never throws on what the text holds; `cdk` is needed for CDK apps. */
export function readDocument(text: string, detection: Detection, cdk: CdkParts | undefined): Template | undefined {
  if (detection.kind === 'cloudformation') {
    return readTemplate(detection.language === 'json' ? parseJson(text) : parseYaml(text), detection.language);
  }
  const tree = cdk?.parse(text);
  if (!cdk || !tree) return undefined;
  try {
    return readApp(tree, cdk.types);
  } finally {
    tree.delete();
  }
}
