import * as vscode from 'vscode';
import { emptyContent, type Content } from '../knowledge/content';
import { Knowledge } from '../knowledge/knowledge';
import type { KnowledgePack } from '../knowledge/pack';
import type { SearchIndex } from '../knowledge/search';
import type { ContentFolders } from './contentFolders';
import { readTextAsset } from './files';

export interface LoadedKnowledge {
  readonly knowledge: Knowledge;
  /** SVG by Graphviz text. */
  readonly diagrams: Readonly<Record<string, string>>;
}

/** Loads the knowledge pack on first use, and adds what the user's own content folders hold. */
export class KnowledgeStore implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #folders: ContentFolders;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #loading: Promise<LoadedKnowledge> | undefined;
  #search: Promise<SearchIndex> | undefined;

  /** Fires when content folders have changed and everything must be looked up again. */
  readonly onDidChange = this.#changed.event;

  constructor(extension: vscode.Uri, folders: ContentFolders, log: vscode.LogOutputChannel) {
    this.#extension = extension;
    this.#folders = folders;
    this.#log = log;
    this.#subscription = folders.onDidChange(() => {
      this.#loading = undefined;
      this.#search = undefined;
      this.#changed.fire();
    });
  }

  /** Where questions go that the learner has edited. */
  get edits(): vscode.Uri {
    return this.#folders.edits;
  }

  load(): Promise<LoadedKnowledge> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** The index over all notes and questions; ready-made unless there are content folders. */
  search(): Promise<SearchIndex> {
    this.#search ??= this.#loadSearch();
    return this.#search;
  }

  async #load(): Promise<LoadedKnowledge> {
    let pack: KnowledgePack = { content: emptyContent, diagrams: {} };
    try {
      pack = JSON.parse(await readTextAsset(this.#extension, 'knowledge.json')) as KnowledgePack;
    } catch (error) {
      this.#log.error('The knowledge pack of the extension could not be read. Install StackDrill again.', error);
    }
    const own = await this.#folders.read(pack.content);
    return { knowledge: new Knowledge(joined(pack.content, own)), diagrams: pack.diagrams };
  }

  async #loadSearch(): Promise<SearchIndex> {
    const { SearchIndex } = await import('../knowledge/search');
    const { knowledge } = await this.load();
    if (!this.#folders.empty) return SearchIndex.of(knowledge.content);
    return SearchIndex.load(await readTextAsset(this.#extension, 'search.json'));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function joined(one: Content, other: Content): Content {
  const edited = new Set(other.questions.map(({ id }) => id));
  return {
    exams: [...one.exams, ...other.exams],
    services: [...one.services, ...other.services],
    topics: [...one.topics, ...other.topics],
    questions: [...one.questions.filter(({ id }) => !edited.has(id)), ...other.questions],
  };
}
