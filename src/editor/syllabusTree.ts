import * as vscode from 'vscode';
import { isService, titleOf, type Note } from '../knowledge/content';
import type { Knowledge } from '../knowledge/knowledge';
import type { Exam, ExamDomain, ExamTask, Question } from '../knowledge/schema';
import { progressOf, type Progress } from '../study/progress';
import type { Schedule } from '../study/schedule';
import type { QuizScope } from '../study/scope';
import { commands } from './commandIds';
import type { KnowledgeStore } from './knowledgeStore';
import type { ProgressStore } from './progressStore';
import { setting } from './settings';

export type SyllabusNode =
  | { readonly kind: 'domain'; readonly exam: Exam; readonly domain: ExamDomain }
  | { readonly kind: 'task'; readonly exam: Exam; readonly domain: ExamDomain; readonly task: ExamTask }
  | { readonly kind: 'note'; readonly exam: Exam; readonly task: ExamTask; readonly note: Note }
  | { readonly kind: 'questions'; readonly exam: Exam; readonly task: ExamTask };

/** What a quiz of a node asks. */
export function scopeOf(node: SyllabusNode): QuizScope {
  switch (node.kind) {
    case 'domain':
      return { kind: 'domain', exam: node.exam.id, id: node.domain.id };
    case 'note':
      return { kind: 'note', id: node.note.id };
    case 'task':
    case 'questions':
      return { kind: 'task', exam: node.exam.id, id: node.task.id };
  }
}

/** The syllabus of the chosen exam: domains, tasks, and the notes and questions of each. */
export class SyllabusTree implements vscode.TreeDataProvider<SyllabusNode>, vscode.Disposable {
  readonly #knowledge: KnowledgeStore;
  readonly #progress: ProgressStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<SyllabusNode>;
  readonly #subscriptions: vscode.Disposable[];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(knowledge: KnowledgeStore, progress: ProgressStore) {
    this.#knowledge = knowledge;
    this.#progress = progress;
    this.#view = vscode.window.createTreeView('stackdrill.syllabus', { treeDataProvider: this, showCollapseAll: true });
    const refresh = (): void => this.#changed.fire();
    this.#subscriptions = [
      this.#view,
      this.#changed,
      knowledge.onDidChange(refresh),
      progress.onDidChange(refresh),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('stackdrill.exam')) refresh();
      }),
    ];
  }

  async getChildren(node?: SyllabusNode): Promise<SyllabusNode[]> {
    const { knowledge } = await this.#knowledge.load();
    if (!node) return this.#domains(knowledge);
    switch (node.kind) {
      case 'domain':
        return node.domain.tasks.map((task) => ({ kind: 'task', exam: node.exam, domain: node.domain, task }));
      case 'task': {
        const reference = `${node.exam.id}/${node.task.id}`;
        const notes = knowledge.notes.filter(({ tasks }) => tasks.includes(reference));
        const { exam, task } = node;
        const questions: SyllabusNode[] = knowledge.questionsOfExam(exam.id, task.id).length > 0 ? [{ kind: 'questions', exam, task }] : [];
        return [...notes.map((note): SyllabusNode => ({ kind: 'note', exam, task, note })), ...questions];
      }
      default:
        return [];
    }
  }

  async #domains(knowledge: Knowledge): Promise<SyllabusNode[]> {
    const exam = knowledge.exam(setting('exam'));
    this.#view.description = exam?.code ?? '';
    this.#view.message = exam?.state === 'retired' ? vscode.l10n.t('This exam is retired; its blueprint is kept for older notes.') : '';
    const due = (await this.#progress.schedule()).due(Date.now()).length;
    this.#view.badge = due > 0 ? { value: due, tooltip: vscode.l10n.t('{0} cards due', due) } : { value: 0, tooltip: '' };
    return exam?.domains.map((domain) => ({ kind: 'domain', exam, domain })) ?? [];
  }

  async getTreeItem(node: SyllabusNode): Promise<vscode.TreeItem> {
    const [{ knowledge }, schedule] = await Promise.all([this.#knowledge.load(), this.#progress.schedule()]);
    switch (node.kind) {
      case 'domain': {
        const { exam, domain } = node;
        const questions = knowledge.questionsOfExam(exam.id, domain.id);
        const item = new vscode.TreeItem(`${domain.id} (${domain.weight}%) ${domain.title}`, vscode.TreeItemCollapsibleState.Collapsed);
        item.id = `${exam.id}/${domain.id}`;
        return described(item, questions, schedule, 'domain', 'mortar-board');
      }
      case 'task': {
        const { exam, task } = node;
        const item = new vscode.TreeItem(`${task.id} ${task.title}`, vscode.TreeItemCollapsibleState.Collapsed);
        item.id = `${exam.id}/${task.id}`;
        return described(item, knowledge.questionsOfExam(exam.id, task.id), schedule, 'task', 'checklist');
      }
      case 'note': {
        const { exam, task, note } = node;
        const item = new vscode.TreeItem(titleOf(note), vscode.TreeItemCollapsibleState.None);
        item.id = `${exam.id}/${task.id}/${note.id}`;
        item.command = { title: vscode.l10n.t('Open Note'), command: commands.openNote, arguments: [note.id] };
        return described(item, knowledge.questionsOfNote(note), schedule, 'note', isService(note) ? 'server' : 'book', note.summary);
      }
      case 'questions': {
        const { exam, task } = node;
        const questions = knowledge.questionsOfExam(exam.id, task.id);
        const label = questions.length === 1 ? vscode.l10n.t('1 question') : vscode.l10n.t('{0} questions', questions.length);
        const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
        item.id = `${exam.id}/${task.id}/questions`;
        item.command = { title: vscode.l10n.t('Quiz This'), command: commands.startQuiz, arguments: [scopeOf(node)] };
        return described(item, questions, schedule, 'questions', 'question');
      }
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function described(item: vscode.TreeItem, questions: readonly Question[], schedule: Schedule, kind: string, icon: string, text = ''): vscode.TreeItem {
  const progress = progressOf(questions, schedule, Date.now());
  const counts = [
    ...(progress.due > 0 ? [vscode.l10n.t('{0} due', progress.due)] : []),
    ...(progress.mastered > 0 ? [vscode.l10n.t('{0}/{1} mastered', progress.mastered, progress.questions)] : []),
  ];
  item.description = counts.join(' · ');
  item.tooltip = [text, summaryOf(progress)].filter((line) => line !== '').join('\n\n');
  item.contextValue = progress.questions > 0 ? `${kind} quizzable` : kind;
  item.iconPath = new vscode.ThemeIcon(icon, progress.due > 0 ? new vscode.ThemeColor('list.warningForeground') : undefined);
  const label = typeof item.label === 'string' ? item.label : '';
  item.accessibilityInformation = { label: item.description === '' ? label : `${label}, ${item.description}` };
  return item;
}

function summaryOf({ questions, seen, due, mastered }: Progress): string {
  return questions === 0 ? vscode.l10n.t('No questions yet') : vscode.l10n.t('{0} questions: {1} seen, {2} due, {3} mastered', questions, seen, due, mastered);
}
