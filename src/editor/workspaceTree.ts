import * as vscode from 'vscode';
import { bySeverity } from '../iac/rules/rule';
import type { QuizScope } from '../study/scope';
import { commands } from './commandIds';
import type { KnowledgeStore } from './knowledgeStore';
import type { ProgressStore } from './progressStore';
import { setting } from './settings';
import type { Templates } from './templates';
import { reportOf, type DomainUse, type LocatedFinding, type ServiceUse, type WorkspaceReport } from './workspaceReport';
import type { Scan } from './workspaceScan';

export type WorkspaceNode =
  | { readonly kind: 'services'; readonly weak: boolean; readonly services: readonly ServiceUse[] }
  | { readonly kind: 'usedService'; readonly use: ServiceUse }
  | { readonly kind: 'usedDomain'; readonly use: DomainUse }
  | { readonly kind: 'rule'; readonly domain: string; readonly findings: readonly LocatedFinding[] }
  | { readonly kind: 'finding'; readonly finding: LocatedFinding };

/** What a quiz of a node asks; nothing for a finding. */
export function scopeOfUse(node: WorkspaceNode): QuizScope | undefined {
  switch (node.kind) {
    case 'services':
      return { kind: 'services', ids: node.services.map(({ service }) => service.id) };
    case 'usedService':
      return { kind: 'service', id: node.use.service.id };
    case 'usedDomain':
      return { kind: 'services', ids: node.use.services.map(({ service }) => service.id) };
    case 'rule':
      return node.findings[0] ? { kind: 'rule', id: node.findings[0].rule.id } : undefined;
    case 'finding':
      return { kind: 'rule', id: node.finding.rule.id };
  }
}

/** What the workspace's templates touch of the exam; filled when the user asks for a scan, never by itself. */
export class WorkspaceTree implements vscode.TreeDataProvider<WorkspaceNode>, vscode.Disposable {
  readonly #templates: Templates;
  readonly #knowledge: KnowledgeStore;
  readonly #progress: ProgressStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<WorkspaceNode>;
  readonly #subscriptions: vscode.Disposable[];
  #scan: Scan | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(templates: Templates, knowledge: KnowledgeStore, progress: ProgressStore) {
    this.#templates = templates;
    this.#knowledge = knowledge;
    this.#progress = progress;
    this.#view = vscode.window.createTreeView('stackdrill.workspace', { treeDataProvider: this, showCollapseAll: true });
    const refresh = (): void => {
      if (this.#scan) this.#changed.fire();
    };
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

  /** Scans the workspace and shows the result; a scan that is stopped shows what it has read. */
  async scan(): Promise<WorkspaceReport | undefined> {
    if (!vscode.workspace.workspaceFolders?.length) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: StackDrill then looks for templates and CDK apps in it.'));
      return undefined;
    }
    const { scanWorkspace } = await import('./workspaceScan');
    this.#scan = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('StackDrill: scanning the workspace'), cancellable: true },
      (progress, token) => scanWorkspace(this.#templates, progress, token),
    );
    this.#changed.fire();
    void vscode.commands.executeCommand('stackdrill.workspace.focus');
    if (this.#scan.unread.length > 0) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('StackDrill could not read {0} files, for example {1}.', this.#scan.unread.length, this.#scan.unread[0] ?? ''),
      );
    }
    return this.report();
  }

  /** What the last scan found; nothing before the first one. */
  async report(): Promise<WorkspaceReport | undefined> {
    if (!this.#scan) return undefined;
    const [{ knowledge }, schedule] = await Promise.all([this.#knowledge.load(), this.#progress.schedule()]);
    return reportOf(this.#scan.files, knowledge, knowledge.exam(setting('exam')), schedule, Date.now());
  }

  async getChildren(node?: WorkspaceNode): Promise<WorkspaceNode[]> {
    if (!node) return this.#roots();
    switch (node.kind) {
      case 'services':
        return node.services.map((use) => ({ kind: 'usedService', use }));
      case 'usedDomain':
        return byRule(node.use.findings).map((findings) => ({ kind: 'rule', domain: node.use.domain.id, findings }));
      case 'rule':
        return node.findings.map((finding) => ({ kind: 'finding', finding }));
      default:
        return [];
    }
  }

  async #roots(): Promise<WorkspaceNode[]> {
    const report = await this.report();
    if (!report) return [];
    const { files, resources, findings, services, domains } = report;
    this.#view.message =
      files === 0
        ? vscode.l10n.t('No CloudFormation or SAM template and no CDK app was found in this workspace.')
        : this.#scan?.stopped
          ? vscode.l10n.t('{0} files, {1} resources of {2} services, {3} findings (stopped early)', files, resources, services.length, findings)
          : vscode.l10n.t('{0} files, {1} resources of {2} services, {3} findings', files, resources, services.length, findings);
    if (files === 0) return [];
    const weak = services.filter((use) => use.weak);
    return [
      ...(weak.length > 0 ? [{ kind: 'services', weak: true, services: weak } as const] : []),
      { kind: 'services', weak: false, services },
      ...domains.map((use): WorkspaceNode => ({ kind: 'usedDomain', use })),
    ];
  }

  getTreeItem(node: WorkspaceNode): vscode.TreeItem {
    switch (node.kind) {
      case 'services':
        return itemOf(node.weak ? vscode.l10n.t('Weak here') : vscode.l10n.t('Services'), {
          id: node.weak ? 'weak' : 'services',
          description: vscode.l10n.t('{0} services', node.services.length),
          icon: node.weak ? 'warning' : 'server-environment',
          state: node.weak ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
          tooltip: node.weak
            ? vscode.l10n.t('Services that these templates use, whose questions are due or were never answered.')
            : vscode.l10n.t('Services that these templates use.'),
          context: 'usedServices quizzable',
        });
      case 'usedService':
        return serviceItem(node.use);
      case 'usedDomain': {
        const { domain, services, findings } = node.use;
        return itemOf(`${domain.id} (${domain.weight}%) ${domain.title}`, {
          id: `domain/${domain.id}`,
          description: vscode.l10n.t('{0} services · {1} findings', services.length, findings.length),
          icon: 'mortar-board',
          state: findings.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
          context: services.length > 0 ? 'usedDomain quizzable' : 'usedDomain',
        });
      }
      case 'rule': {
        const [first] = node.findings;
        return itemOf(first?.rule.title ?? '', {
          id: `domain/${node.domain}/${first?.rule.id ?? ''}`,
          description: `${node.findings.length}`,
          icon: first?.rule.severity === 'warning' ? 'warning' : first?.rule.severity === 'information' ? 'info' : 'lightbulb',
          state: vscode.TreeItemCollapsibleState.Collapsed,
          tooltip: first?.rule.why ?? '',
          context: 'usedRule quizzable note',
        });
      }
      case 'finding':
        return findingItem(node.finding);
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function byRule(findings: readonly LocatedFinding[]): LocatedFinding[][] {
  const groups = new Map<string, LocatedFinding[]>();
  for (const finding of findings) groups.set(finding.rule.id, [...(groups.get(finding.rule.id) ?? []), finding]);
  return [...groups.values()].sort((one, other) => (one[0] && other[0] ? bySeverity(one[0], other[0]) : 0) || other.length - one.length);
}

function serviceItem({ service, resources, files, progress, weak }: ServiceUse): vscode.TreeItem {
  const study =
    progress.questions === 0
      ? vscode.l10n.t('no questions')
      : progress.seen === 0
        ? vscode.l10n.t('not studied yet')
        : vscode.l10n.t('{0} due, {1}/{2} mastered', progress.due, progress.mastered, progress.questions);
  const item = itemOf(service.name, {
    description: `${resources === 1 ? vscode.l10n.t('1 resource') : vscode.l10n.t('{0} resources', resources)} · ${study}`,
    icon: weak ? 'circle-outline' : 'pass',
    state: vscode.TreeItemCollapsibleState.None,
    tooltip: `${service.summary}\n\n${files === 1 ? vscode.l10n.t('In 1 file.') : vscode.l10n.t('In {0} files.', files)}`,
    context: progress.questions > 0 ? 'usedService quizzable note' : 'usedService note',
  });
  item.command = { title: vscode.l10n.t('Open Note'), command: commands.openNote, arguments: [service.id] };
  return item;
}

function findingItem({ file, line, column, resource, message }: LocatedFinding): vscode.TreeItem {
  const item = itemOf(`${file.path}:${line + 1}`, {
    description: resource,
    icon: 'go-to-file',
    state: vscode.TreeItemCollapsibleState.None,
    tooltip: message,
    context: 'usedFinding quizzable',
  });
  const at = new vscode.Position(line, column);
  item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [vscode.Uri.parse(file.uri), { selection: new vscode.Range(at, at) }] };
  return item;
}

interface ItemParts {
  readonly id?: string;
  readonly description: string;
  readonly icon: string;
  readonly state: vscode.TreeItemCollapsibleState;
  readonly tooltip?: string;
  readonly context: string;
}

function itemOf(label: string, { id, description, icon, state, tooltip, context }: ItemParts): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  if (id !== undefined) item.id = id;
  item.description = description;
  item.tooltip = tooltip ?? `${label}: ${description}`;
  item.contextValue = context;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: `${label}, ${description}` };
  return item;
}
