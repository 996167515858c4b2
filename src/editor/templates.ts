import * as vscode from 'vscode';
import type { Analyser, Analysis } from '../iac/analysis';
import { detect, maxTemplateLength, type Detection } from '../iac/detect';
import type { CdkGrammars } from '../iac/cdk/grammar';
import type { CdkParts } from '../iac/read';
import { ResourceTypes, type ResourceTypeNames } from '../iac/resourceTypes';
import { readAsset, readTextAsset } from './files';
import { cachedCharacters, RecentlyUsed } from './recentlyUsed';

/** Documents that may hold a template or a CDK app; `detect` decides by their content. */
export const templateSelector: vscode.DocumentSelector = [
  ...['yaml', 'json', 'jsonc', 'cloudformation', 'yaml-cloudformation', 'json-cloudformation', 'yaml-cfn', 'json-cfn'].map((language) => ({ language })),
  ...['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python', 'java', 'csharp', 'go'].map((language) => ({ language })),
  { pattern: '**/*.template' },
];

/** A document as it was read at one version. */
export interface ReadTemplate extends Pick<Analysis, 'template' | 'findings' | 'computed'> {
  readonly version: number;
}

interface CacheEntry {
  readonly version: number;
  readonly analyser: Promise<Analyser>;
  readonly read: Promise<ReadTemplate | undefined>;
}

/** Reads documents once for each version, for all providers. */
export class Templates implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #cache = new RecentlyUsed<CacheEntry>(cachedCharacters);
  readonly #subscription: vscode.Disposable;
  #typeNames: Promise<ResourceTypeNames> | undefined;
  #types: Promise<ResourceTypes> | undefined;
  #grammars: Promise<CdkGrammars> | undefined;

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
    const analyser = known?.analyser ?? this.#newAnalyser();
    const read = this.#read(document, analyser);
    this.#cache.set(key, { version: document.version, analyser, read }, document.getText().length);
    return read;
  }

  async #read(document: vscode.TextDocument, analyser: Promise<Analyser>): Promise<ReadTemplate | undefined> {
    const { version } = document;
    const text = document.getText();
    if (text.length > maxTemplateLength) {
      this.#log.info(`${document.uri.toString(true)} is not read: it has ${text.length} characters, the limit is ${maxTemplateLength}.`);
      return undefined;
    }
    const detection = detect(text, document.languageId);
    if (!detection) return undefined;
    try {
      const [loaded, cdk] = await Promise.all([analyser, this.#cdkFor(detection)]);
      const analysis = loaded.analyse(text, detection, cdk);
      return analysis && Object.assign(analysis, { version });
    } catch (error) {
      this.#log.error(`${document.uri.toString(true)} could not be read. Please report this with the file.`, error);
      return undefined;
    }
  }

  /** What a text holds that is in no open document; `path` ends in the file's name. Nothing where it is no template or too large. */
  async analyse(text: string, path: string): Promise<Analysis | undefined> {
    const detection = text.length > maxTemplateLength ? undefined : detect(text, path);
    if (!detection) return undefined;
    const [analyser, cdk] = await Promise.all([this.#newAnalyser(), this.#cdkFor(detection)]);
    return analyser.analyse(text, detection, cdk);
  }

  async #newAnalyser(): Promise<Analyser> {
    const { Analyser } = await import('../iac/analysis');
    return new Analyser();
  }

  async #cdkFor(detection: Detection): Promise<CdkParts | undefined> {
    if (detection.kind !== 'cdk') return undefined;
    try {
      this.#grammars ??= this.#loadGrammars();
      return await (await this.#grammars).cdkPartsFor(detection.language);
    } catch (error) {
      this.#log.error(`The parser for CDK apps in ${detection.language} could not be loaded; templates are still read.`, error);
      return undefined;
    }
  }

  async #loadGrammars(): Promise<CdkGrammars> {
    const [{ CdkGrammars }, names] = await Promise.all([import('../iac/cdk/grammar'), this.#resourceTypeNames()]);
    return CdkGrammars.load((name) => readAsset(this.#extension, name), names);
  }

  #resourceTypeNames(): Promise<ResourceTypeNames> {
    this.#typeNames ??= readTextAsset(this.#extension, 'resourceTypes.json').then((text) => JSON.parse(text) as ResourceTypeNames);
    return this.#typeNames;
  }

  /** The names of a type's properties, of whatever service; nothing where CloudFormation has no such type. */
  async propertiesOf(type: string): Promise<readonly string[] | undefined> {
    try {
      this.#types ??= this.#resourceTypeNames().then((names) => new ResourceTypes(names));
      return (await this.#types).propertiesOf(type);
    } catch (error) {
      this.#log.error('The table of resource types could not be read.', error);
      return undefined;
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#cache.clear();
  }
}
