import * as vscode from 'vscode';
import { CodeActions } from './editor/codeActions';
import { CodeLenses } from './editor/codeLens';
import { registerCommands } from './editor/commands';
import { ContentFolders } from './editor/contentFolders';
import { DeckStore } from './editor/deckStore';
import { Diagnostics } from './editor/diagnostics';
import { Hovers } from './editor/hover';
import { InlayHints } from './editor/inlayHints';
import { KnowledgeStore } from './editor/knowledgeStore';
import { MockExams } from './editor/mockExams';
import { ProgressStore } from './editor/progressStore';
import { Quizzes } from './editor/quizzes';
import { StatusBar } from './editor/statusBar';
import { StudyPanel } from './editor/studyPanel';
import { SyllabusTree } from './editor/syllabusTree';
import { templateSelector, Templates } from './editor/templates';
import { WorkspaceTree } from './editor/workspaceTree';

/** What tests see of a running extension. */
export interface StackDrill {
  readonly knowledge: KnowledgeStore;
  readonly progress: ProgressStore;
  readonly decks: DeckStore;
  readonly panel: StudyPanel;
  readonly syllabus: SyllabusTree;
  readonly quizzes: Quizzes;
  readonly mockExams: MockExams;
  readonly templates: Templates;
  readonly workspace: WorkspaceTree;
  /** Where the review log is kept. */
  readonly storage: vscode.Uri;
}

/** The review log of the running extension, which is closed last. */
let closing: (() => Promise<void>) | undefined;

/** Puts the parts together; each reads its data when it is first needed. */
export function activate(context: vscode.ExtensionContext): StackDrill {
  const log = vscode.window.createOutputChannel('StackDrill', { log: true });
  const folders = new ContentFolders(context.globalStorageUri, log);
  const knowledge = new KnowledgeStore(context.extensionUri, folders, log);
  const progress = new ProgressStore(context, log);
  closing = () => progress.close();
  const templates = new Templates(context.extensionUri, log);
  const decks = new DeckStore(knowledge, progress);
  const quizzes = new Quizzes(decks, progress, templates);
  const mockExams = new MockExams({ storage: context.globalStorageUri, decks, progress, memory: context.globalState, log });
  const panel = new StudyPanel({ extension: context.extensionUri, knowledge, progress, decks, quizzes, mockExams });
  const syllabus = new SyllabusTree(knowledge, progress);
  const workspace = new WorkspaceTree(templates, knowledge, progress);
  const codeLenses = new CodeLenses(templates, knowledge, progress);
  const inlayHints = new InlayHints(templates);

  context.subscriptions.push(
    log,
    folders,
    knowledge,
    progress,
    templates,
    panel,
    syllabus,
    workspace,
    codeLenses,
    inlayHints,
    new Diagnostics(templates),
    new StatusBar(progress),
    vscode.languages.registerHoverProvider(templateSelector, new Hovers(templates, knowledge, progress)),
    vscode.languages.registerCodeLensProvider(templateSelector, codeLenses),
    vscode.languages.registerInlayHintsProvider(templateSelector, inlayHints),
    vscode.languages.registerCodeActionsProvider(templateSelector, new CodeActions(templates), { providedCodeActionKinds: CodeActions.kinds }),
    ...registerCommands({ knowledge, progress, decks, panel, quizzes, mockExams, workspace, log, extension: context.extensionUri }),
  );
  return { knowledge, progress, decks, panel, syllabus, quizzes, mockExams, templates, workspace, storage: context.globalStorageUri };
}

/** VS Code waits for this when the window closes: what is still to be written is. */
export async function deactivate(): Promise<void> {
  await closing?.();
}
