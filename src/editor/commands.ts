import * as vscode from 'vscode';
import { titleOf } from '../knowledge/content';
import type { QuizScope } from '../study/scope';
import { commands } from './commandIds';
import { pickCram } from './cram';
import type { DeckStore } from './deckStore';
import { exportBackup, exportCards, exportReviews, importCards } from './exchange';
import type { KnowledgeStore } from './knowledgeStore';
import type { MockExams } from './mockExams';
import type { ProgressStore } from './progressStore';
import { quickQuiz } from './quickQuiz';
import type { Quizzes } from './quizzes';
import { search } from './search';
import { setting } from './settings';
import type { StudyPanel } from './studyPanel';
import { scopeOf, type SyllabusNode } from './syllabusTree';
import { scopeOfUse, type WorkspaceNode, type WorkspaceTree } from './workspaceTree';

interface Parts {
  readonly knowledge: KnowledgeStore;
  readonly progress: ProgressStore;
  readonly panel: StudyPanel;
  readonly decks: DeckStore;
  readonly quizzes: Quizzes;
  readonly mockExams: MockExams;
  readonly workspace: WorkspaceTree;
  readonly log: vscode.LogOutputChannel;
  /** The extension's folder. */
  readonly extension: vscode.Uri;
}

export function registerCommands({ knowledge, progress, decks, panel, quizzes, mockExams, workspace, log, extension }: Parts): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register(commands.startQuiz, async (scope?: unknown) => {
      const chosen = scope === undefined ? await pickScope(knowledge) : asScope(scope);
      if (chosen) await panel.startQuiz(chosen);
    }),
    register(commands.studyToday, () => panel.startQuiz({ kind: 'today' })),
    register(commands.drills, () => panel.startQuiz({ kind: 'drills' })),
    register(commands.progress, () => panel.showOverview()),
    register(commands.exportCards, (target?: vscode.Uri) => exportCards({ stage: panel, decks, progress }, target)),
    register(commands.exportReviews, (target?: vscode.Uri) => exportReviews({ stage: panel, decks, progress }, target)),
    register(commands.exportBackup, (target?: vscode.Uri) => exportBackup({ stage: panel, decks, progress }, target)),
    register(commands.importCards, (source?: vscode.Uri) => importCards({ stage: panel, decks, progress }, source)),
    register(commands.mockExam, (choice?: unknown) => mockExams.start(panel, choice)),
    register(commands.mockExams, () => mockExams.showHistory(panel)),
    register(commands.fitSchedule, async () => (await import('./fitSchedule')).fitSchedule(progress, extension)),
    register(commands.resetSchedule, async () => (await import('./fitSchedule')).resetSchedule(progress)),
    register(commands.cards, () => panel.showCards()),
    register(commands.cram, async () => {
      const filter = await pickCram(knowledge);
      if (filter) await panel.startQuiz({ kind: 'cram', filter });
    }),
    register(commands.reviewDue, () => panel.startQuiz({ kind: 'due' })),
    register(commands.quickQuiz, () => quickQuiz(quizzes, decks, progress)),
    register(commands.search, () => search(knowledge, panel)),
    register(commands.openNote, async (target?: unknown) => {
      const chosen = target === undefined ? await pickNote(knowledge) : target;
      if (typeof chosen === 'string') await panel.openNote(chosen);
      else if (chosen !== undefined)
        void vscode.window.showErrorMessage(vscode.l10n.t('StackDrill: Open Note takes the id of a note, for example "sqs" or "sqs#retention".'));
    }),
    register(commands.switchExam, () => switchExam(knowledge)),
    register(commands.quizFile, () => panel.startQuiz({ kind: 'file' })),
    register(commands.thenAndNow, () => panel.showThenAndNow()),
    register(commands.quizThenAndNow, () => panel.startQuiz({ kind: 'thenAndNow' })),
    register(commands.scanWorkspace, () => workspace.scan()),
    register(commands.quizUse, async (node: WorkspaceNode) => {
      const scope = scopeOfUse(node);
      if (scope) await panel.startQuiz(scope);
    }),
    register(commands.explainUse, (node: WorkspaceNode) => openNoteOfUse(node, panel)),
    register(commands.showOutput, () => log.show()),
    register(commands.quizNode, (node: SyllabusNode) => panel.startQuiz(scopeOf(node))),
    register(commands.openNodeNote, (node: SyllabusNode) => (node.kind === 'note' ? panel.openNote(node.note.id) : undefined)),
  ];
}

async function openNoteOfUse(node: WorkspaceNode, panel: StudyPanel): Promise<void> {
  const rule = node.kind === 'rule' ? node.findings[0]?.rule : undefined;
  if (rule) await panel.openNote(rule.fact ?? rule.service);
  else if (node.kind === 'usedService') await panel.openNote(node.use.service.id);
}

const scopeKinds = new Set([
  'service',
  'services',
  'cardKind',
  'topic',
  'note',
  'domain',
  'task',
  'exam',
  'question',
  'rule',
  'due',
  'today',
  'new',
  'drills',
  'level',
  'cards',
  'cram',
  'thenAndNow',
  'file',
]);

/** A command's argument as a scope; links and keybindings of others may hand in anything. */
function asScope(value: unknown): QuizScope | undefined {
  const scope = value as Partial<QuizScope> | null;
  if (typeof scope === 'object' && scope !== null && typeof scope.kind === 'string' && scopeKinds.has(scope.kind)) return scope as QuizScope;
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      'StackDrill: Start Quiz takes what to ask about, for example {0}. Kinds are {1}.',
      '{ "kind": "service", "id": "sqs" }',
      [...scopeKinds].join(', '),
    ),
  );
  return undefined;
}

interface ScopeItem extends vscode.QuickPickItem {
  readonly scope?: QuizScope;
}

async function pickScope(store: KnowledgeStore): Promise<QuizScope | undefined> {
  const { knowledge } = await store.load();
  const exam = knowledge.exam(setting('exam'));
  const heading = (label: string): ScopeItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: ScopeItem[] = [
    {
      label: `$(calendar) ${vscode.l10n.t("Today's cards")}`,
      description: vscode.l10n.t('due and new, within the limits of the day'),
      scope: { kind: 'today' },
    },
    { label: `$(history) ${vscode.l10n.t('Due cards')}`, scope: { kind: 'due' } },
    {
      label: `$(symbol-operator) ${vscode.l10n.t('Drills')}`,
      description: vscode.l10n.t('sizing and sums with new numbers each time'),
      scope: { kind: 'drills' },
    },
    { label: `$(file-code) ${vscode.l10n.t('This file')}`, scope: { kind: 'file' } },
    {
      label: `$(git-compare) ${vscode.l10n.t('Then and now')}`,
      description: vscode.l10n.t('what older study material gets wrong'),
      scope: { kind: 'thenAndNow' },
    },
    ...(exam ? [{ label: `$(mortar-board) ${vscode.l10n.t('All of {0}', exam.code)}`, scope: { kind: 'exam', id: exam.id } as const }] : []),
    ...(exam ? [heading(vscode.l10n.t('Domains'))] : []),
    ...(exam?.domains ?? []).map((domain): ScopeItem => ({
      label: `${domain.id}. ${domain.title}`,
      description: `${domain.weight}%`,
      scope: { kind: 'domain', exam: exam?.id ?? '', id: domain.id },
    })),
    heading(vscode.l10n.t('Services')),
    ...knowledge.content.services.map((service): ScopeItem => ({
      label: service.name,
      description: service.fullName ?? '',
      scope: { kind: 'service', id: service.id },
    })),
    heading(vscode.l10n.t('Topics')),
    ...knowledge.content.topics.map((topic): ScopeItem => ({ label: topic.title, scope: { kind: 'topic', id: topic.id } })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Start Quiz'),
    placeHolder: vscode.l10n.t('What should the questions be about?'),
    matchOnDescription: true,
  });
  return picked?.scope;
}

async function pickNote(store: KnowledgeStore): Promise<string | undefined> {
  const { knowledge } = await store.load();
  const items = knowledge.notes.map((note) => ({ label: titleOf(note), detail: note.summary, id: note.id }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open Note'), matchOnDetail: true }))?.id;
}

async function switchExam(store: KnowledgeStore): Promise<void> {
  const { knowledge } = await store.load();
  const current = setting('exam');
  const items = knowledge.content.exams.map(({ id, code, title, state, questions, minutes }) => ({
    label: `${id === current ? '$(check) ' : ''}${code}`,
    description: state === 'retired' ? vscode.l10n.t('retired') : '',
    detail: vscode.l10n.t('{0}: {1} questions, {2} minutes', title, questions, minutes),
    id,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Switch Exam'),
    placeHolder: vscode.l10n.t('Whose syllabus should be shown?'),
  });
  if (picked) await vscode.workspace.getConfiguration('stackdrill').update('exam', picked.id, vscode.ConfigurationTarget.Global);
}
