import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCdkParts } from '../../src/iac/cdk/grammar';
import { detect } from '../../src/iac/detect';
import type { Template } from '../../src/iac/model';
import { readDocument, type CdkParts } from '../../src/iac/read';
import { findFindings, type Findings } from '../../src/iac/rules/findings';
import { resourceTypeNames } from '../../src/build/resourceTypeNames';
import { readContentFolder } from '../../src/build/contentFolder';
import type { Content } from '../../src/knowledge/content';
import { Knowledge } from '../../src/knowledge/knowledge';
import { parseContent } from '../../src/knowledge/parseContent';

const root = join(__dirname, '../..');

let cdk: Promise<CdkParts> | undefined;

/** The real parser for CDK apps and the real table of resource types, loaded once. */
export function cdkParts(): Promise<CdkParts> {
  const read = (path: string): Uint8Array => readFileSync(join(root, 'node_modules', path));
  cdk ??= loadCdkParts(read('web-tree-sitter/web-tree-sitter.wasm'), read('@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm'), resourceTypeNames());
  return cdk;
}

/** Reads a text as the extension would; fails where it is not recognised. */
export async function readText(text: string): Promise<Template> {
  const detection = detect(text);
  if (!detection) throw new Error('The text is not recognised as a template or a CDK app.');
  const template = readDocument(text, detection, await cdkParts());
  if (!template) throw new Error('The text could not be read.');
  return template;
}

export async function findingsIn(text: string): Promise<Findings> {
  return findFindings(await readText(text), text);
}

let content: Content | undefined;

/** The content of `notes/`, as the build packs it. */
export function realContent(): Content {
  content ??= parseContent(readContentFolder(join(root, 'notes'))).content;
  return content;
}

let knowledge: Knowledge | undefined;

export function realKnowledge(): Knowledge {
  knowledge ??= new Knowledge(realContent());
  return knowledge;
}

/** What stands at a span of the text. */
export function textAt(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end);
}
