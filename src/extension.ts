import * as vscode from 'vscode';
import { CodeActions } from './editor/codeActions';
import { CodeLenses } from './editor/codeLens';
import { registerCommands } from './editor/commands';
import { ContentFolders } from './editor/contentFolders';
import { Diagnostics } from './editor/diagnostics';
import { Hovers } from './editor/hover';
import { InlayHints } from './editor/inlayHints';
import { KnowledgeStore } from './editor/knowledgeStore';
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
  readonly panel: StudyPanel;
  readonly syllabus: SyllabusTree;
  readonly quizzes: Quizzes;
  readonly templates: Templates;
  readonly workspace: WorkspaceTree;
  /** Where the review log is kept. */
  readonly storage: vscode.Uri;
}

/** Puts the parts together; each reads its data when it is first needed. */
export function activate(context: vscode.ExtensionContext): StackDrill {
  const log = vscode.window.createOutputChannel('StackDrill', { log: true });
  const folders = new ContentFolders(log);
  const knowledge = new KnowledgeStore(context.extensionUri, folders, log);
  const progress = new ProgressStore(context.globalStorageUri, log);
  const templates = new Templates(context.extensionUri, log);
  const quizzes = new Quizzes(knowledge, progress, templates);
  const panel = new StudyPanel(context.extensionUri, knowledge, progress, quizzes);
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
    ...registerCommands({ knowledge, progress, panel, quizzes, workspace, log }),
  );
  return { knowledge, progress, panel, syllabus, quizzes, templates, workspace, storage: context.globalStorageUri };
}
