import * as vscode from 'vscode';
import { computedFacts, type ComputedFact } from '../iac/computedFacts';
import { detect, maxTemplateLength, type Detection } from '../iac/detect';
import type { Template } from '../iac/model';
import { DocumentReader, type CdkParts } from '../iac/read';
import type { ResourceTypeNames } from '../iac/resourceTypes';
import { findFindings, type Findings } from '../iac/rules/findings';
import { readAsset, readTextAsset } from './files';
import { cachedCharacters, RecentlyUsed } from './recentlyUsed';

/** Documents that may hold a template or a CDK app; `detect` decides by their content. */
export const templateSelector: vscode.DocumentSelector = [
  ...['yaml', 'json', 'jsonc', 'typescript', 'cloudformation', 'yaml-cloudformation', 'json-cloudformation', 'yaml-cfn', 'json-cfn'].map((language) => ({
    language,
  })),
  { pattern: '**/*.template' },
];

/** A document as it was read at one version; what is made of it is made once, when it is asked for. */
export class ReadTemplate {
  readonly version: number;
  readonly template: Template;
  readonly #text: string;
  #findings: Findings | undefined;
  #computed: readonly ComputedFact[] | undefined;

  constructor(version: number, template: Template, text: string) {
    this.version = version;
    this.template = template;
    this.#text = text;
  }

  get findings(): Findings {
    this.#findings ??= findFindings(this.template, this.#text);
    return this.#findings;
  }

  get computed(): readonly ComputedFact[] {
    this.#computed ??= computedFacts(this.template);
    return this.#computed;
  }
}

interface CacheEntry {
  readonly version: number;
  readonly reader: DocumentReader;
  readonly read: Promise<ReadTemplate | undefined>;
}

/** Reads documents once for each version, for all providers. */
export class Templates implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #cache = new RecentlyUsed<CacheEntry>(cachedCharacters);
  readonly #subscription: vscode.Disposable;
  #cdk: Promise<CdkParts | undefined> | undefined;

  constructor(extension: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#extension = extension;
    this.#log = log;
    this.#subscription = vscode.workspace.onDidCloseTextDocument((document) => this.#cache.delete(document.uri.toString()));
  }

  /** What the document holds; nothing where it is no template, no CDK app, or larger than the limit. */
  read(document: vscode.TextDocument): Promise<ReadTemplate | undefined> {
    const key = document.uri.toString();
    const known = this.#cache.get(key);
    if (known?.version === document.version) return known.read;
    const reader = known?.reader ?? new DocumentReader();
    const read = this.#read(document, reader);
    this.#cache.set(key, { version: document.version, reader, read }, document.getText().length);
    return read;
  }

  async #read(document: vscode.TextDocument, reader: DocumentReader): Promise<ReadTemplate | undefined> {
    const { version } = document;
    const text = document.getText();
    if (text.length > maxTemplateLength) {
      this.#log.info(`${document.uri.toString(true)} is not read: it has ${text.length} characters, the limit is ${maxTemplateLength}.`);
      return undefined;
    }
    const detection = detect(text);
    if (!detection) return undefined;
    try {
      const template = reader.read(text, detection, await this.#cdkFor(detection));
      return template && new ReadTemplate(version, template, text);
    } catch (error) {
      this.#log.error(`${document.uri.toString(true)} could not be read. Please report this with the file.`, error);
      return undefined;
    }
  }

  #cdkFor(detection: Detection): Promise<CdkParts | undefined> {
    if (detection.kind !== 'cdk') return Promise.resolve(undefined);
    this.#cdk ??= this.#loadCdk();
    return this.#cdk;
  }

  async #loadCdk(): Promise<CdkParts | undefined> {
    try {
      const [{ loadCdkParts }, runtime, grammar, names] = await Promise.all([
        import('../iac/cdk/grammar'),
        readAsset(this.#extension, 'web-tree-sitter.wasm'),
        readAsset(this.#extension, 'tree-sitter-typescript.wasm'),
        readTextAsset(this.#extension, 'resourceTypes.json'),
      ]);
      return await loadCdkParts(runtime, grammar, JSON.parse(names) as ResourceTypeNames);
    } catch (error) {
      this.#log.error('The parser for CDK apps could not be loaded; templates are still read.', error);
      return undefined;
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#cache.clear();
  }
}
