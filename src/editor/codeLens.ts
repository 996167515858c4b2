import * as vscode from 'vscode';
import { firstResources } from '../iac/facts';
import { bySeverity, type Finding } from '../iac/rules/rule';
import { progressOf } from '../study/progress';
import { cancelled } from './cancellation';
import type { QuizScope } from '../study/scope';
import { commands } from './commandIds';
import type { KnowledgeStore } from './knowledgeStore';
import type { ProgressStore } from './progressStore';
import { setting } from './settings';
import type { Templates } from './templates';

/** A line above the first resource of each service, and one above each resource with findings that are more than hints. */
export class CodeLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #templates: Templates;
  readonly #knowledge: KnowledgeStore;
  readonly #progress: ProgressStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(templates: Templates, knowledge: KnowledgeStore, progress: ProgressStore) {
    this.#templates = templates;
    this.#knowledge = knowledge;
    this.#progress = progress;
    this.#subscriptions = [
      this.#changed,
      knowledge.onDidChange(() => this.#changed.fire()),
      progress.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('stackdrill.codeLens')) this.#changed.fire();
      }),
    ];
  }

  async provideCodeLenses(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.CodeLens[]> {
    const read = await this.#templates.read(document);
    if (!read || cancelled(token)) return [];
    const [{ knowledge }, schedule] = await Promise.all([this.#knowledge.load(), this.#progress.schedule()]);
    if (cancelled(token)) return [];
    const lineOf = (offset: number): vscode.Range => new vscode.Range(document.positionAt(offset), document.positionAt(offset));
    const lenses: vscode.CodeLens[] = [];
    if (setting('codeLens.services')) {
      for (const { service, index } of firstResources(read.template, knowledge)) {
        const resource = read.template.resources[index];
        if (!resource) continue;
        const { due } = progressOf(knowledge.questionsOfService(service.id), schedule, Date.now());
        const scope: QuizScope = { kind: 'service', id: service.id };
        const title = vscode.l10n.t('{0}: {1} facts, {2} due, quiz me', service.name, service.facts.length, due);
        lenses.push(new vscode.CodeLens(lineOf(resource.span.start), { title, command: commands.startQuiz, arguments: [scope] }));
      }
    }
    if (setting('codeLens.findings')) {
      for (const [offset, findings] of byResource(read.findings.findings.filter(({ rule }) => rule.severity !== 'hint').sort(bySeverity))) {
        const [first] = findings;
        if (!first) continue;
        const text = findings.length === 1 ? first.rule.title : vscode.l10n.t('{0} findings: {1}, ...', findings.length, first.rule.title);
        const title = `$(lightbulb) ${text}`;
        lenses.push(new vscode.CodeLens(lineOf(offset), { title, command: commands.openNote, arguments: [first.rule.fact ?? first.rule.service] }));
      }
    }
    return lenses;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function byResource(findings: readonly Finding[]): Map<number, Finding[]> {
  const groups = new Map<number, Finding[]>();
  for (const finding of findings) {
    const at = finding.resource.span.start;
    groups.set(at, [...(groups.get(at) ?? []), finding]);
  }
  return groups;
}
