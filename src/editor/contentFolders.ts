import * as vscode from 'vscode';
import { emptyContent, type Content } from '../knowledge/content';
import type { ContentFile, ContentProblem } from '../knowledge/parseContent';
import { setting } from './settings';

/** Reads the folders of `stackdrill.contentFolders` and shows what is wrong in them as problems of the notes. */
export class ContentFolders implements vscode.Disposable {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('stackdrill-content');
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #log: vscode.LogOutputChannel;
  readonly #subscriptions: vscode.Disposable[] = [this.#diagnostics, this.#changed];
  #watchers: vscode.Disposable[] = [];

  readonly onDidChange = this.#changed.event;

  /** Where questions go that the learner has edited; they stand in place of StackDrill's own. */
  readonly edits: vscode.Uri;

  constructor(globalStorage: vscode.Uri, log: vscode.LogOutputChannel) {
    this.edits = vscode.Uri.joinPath(globalStorage, 'edits');
    this.#log = log;
    this.#watch();
    this.#subscriptions.push(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('stackdrill.contentFolders')) return;
        this.#watch();
        this.#changed.fire();
      }),
    );
  }

  /** The folders that are set, and that of edited questions. */
  folders(): vscode.Uri[] {
    return [...this.#set(), this.edits];
  }

  /** The folders that are set; relative ones start at the first workspace folder. */
  #set(): vscode.Uri[] {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    return setting('contentFolders').flatMap((path) => {
      if (/^(?:\/|[a-zA-Z]:[\\/]|\\\\)/.test(path)) return [vscode.Uri.file(path)];
      return workspace ? [vscode.Uri.joinPath(workspace.uri, path)] : [];
    });
  }

  /** Whether there is any content beside that of the extension. */
  get empty(): boolean {
    return this.#none;
  }

  #none = true;

  /** What the folders hold beside `known`; entries that are broken or whose id is taken are reported and left out. */
  async read(known: Content): Promise<Content> {
    this.#diagnostics.clear();
    const folders = this.folders();
    const files: ContentFile[] = [];
    const places = new Map<string, vscode.Uri>();
    for (const [index, folder] of folders.entries()) {
      for (const name of ['exams', 'services', 'topics', 'questions']) {
        for (const uri of await this.#filesIn(vscode.Uri.joinPath(folder, name))) {
          const path = `${name}/${folder === this.edits ? 'edits' : index}/${uri.path.split('/').at(-1) ?? ''}`;
          places.set(path, uri);
          files.push({ path, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) });
        }
      }
    }
    this.#none = files.length === 0;
    if (this.#none) return emptyContent;
    const { readOwnContent } = await import('../knowledge/ownContent');
    const { content, problems } = readOwnContent(files, known, (path) => path.startsWith('questions/edits/'));
    this.#report(problems, places);
    return content;
  }

  async #filesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return entries
        .filter(([name, type]) => type === vscode.FileType.File && /\.(md|yaml|yml)$/.test(name))
        .map(([name]) => vscode.Uri.joinPath(folder, name));
    } catch {
      this.#log.debug(`No content folder ${folder.toString(true)}.`);
      return [];
    }
  }

  #report(problems: readonly ContentProblem[], places: ReadonlyMap<string, vscode.Uri>): void {
    const byFile = new Map<vscode.Uri, vscode.Diagnostic[]>();
    for (const { path, position, message } of problems) {
      const uri = places.get(path);
      if (!uri) continue;
      const at = new vscode.Position(position.line, position.column);
      const diagnostic = new vscode.Diagnostic(new vscode.Range(at, at.translate(0, 1)), message, vscode.DiagnosticSeverity.Error);
      diagnostic.source = 'StackDrill';
      byFile.set(uri, [...(byFile.get(uri) ?? []), diagnostic]);
    }
    for (const [uri, diagnostics] of byFile) this.#diagnostics.set(uri, diagnostics);
  }

  #watch(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = this.folders().map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*.{md,yaml,yml}'));
      for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) event(() => this.#changed.fire());
      return watcher;
    });
  }

  dispose(): void {
    for (const disposable of [...this.#watchers, ...this.#subscriptions]) disposable.dispose();
  }
}
