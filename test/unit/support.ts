import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CdkGrammars } from '../../src/iac/cdk/grammar';
import { detect } from '../../src/iac/detect';
import type { CdkLanguage, Template } from '../../src/iac/model';
import { readDocument, type CdkParts } from '../../src/iac/read';
import { findFindings, type Findings } from '../../src/iac/rules/findings';
import { resourceTypeNames } from '../../src/build/resourceTypeNames';
import { readContentFolder } from '../../src/build/contentFolder';
import type { Content } from '../../src/knowledge/content';
import { Knowledge } from '../../src/knowledge/knowledge';
import { parseContent } from '../../src/knowledge/parseContent';

const root = join(__dirname, '../..');

let grammars: Promise<CdkGrammars> | undefined;

/** The real parsers for CDK apps and the real table of resource types, loaded once. */
export async function cdkPartsFor(language: CdkLanguage): Promise<CdkParts> {
  const folder = (name: string): string => (name === 'web-tree-sitter.wasm' ? 'web-tree-sitter' : '@vscode/tree-sitter-wasm/wasm');
  grammars ??= CdkGrammars.load((name) => Promise.resolve(readFileSync(join(root, 'node_modules', folder(name), name))), resourceTypeNames());
  return (await grammars).cdkPartsFor(language);
}

/** Reads a text as the extension would; fails where it is not recognised. `hint` is a language id or a file's name. */
export async function readText(text: string, hint?: string): Promise<Template> {
  const detection = detect(text, hint);
  if (!detection) throw new Error('The text is not recognised as a template or a CDK app.');
  const template = readDocument(text, detection, detection.kind === 'cdk' ? await cdkPartsFor(detection.language) : undefined);
  if (!template) throw new Error('The text could not be read.');
  return template;
}

export async function findingsIn(text: string, hint?: string): Promise<Findings> {
  return findFindings(await readText(text, hint), text);
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
