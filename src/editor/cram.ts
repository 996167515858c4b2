import * as vscode from 'vscode';
import type { CramFilter } from '../study/scope';
import type { KnowledgeStore } from './knowledgeStore';
import { setting } from './settings';

interface CramItem extends vscode.QuickPickItem {
  readonly filter?: CramFilter;
}

/** Days back that "failed lately" offers. */
const failedDays = [1, 7, 30];

/** Asks what to cram. */
export async function pickCram(store: KnowledgeStore): Promise<CramFilter | undefined> {
  const { knowledge } = await store.load();
  const exam = knowledge.exam(setting('exam'));
  const heading = (label: string): CramItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: CramItem[] = [
    { label: `$(flame) ${vscode.l10n.t('Weakest first')}`, description: vscode.l10n.t('what you would most likely get wrong now'), filter: { by: 'weakest' } },
    ...failedDays.map((days): CramItem => ({
      label: `$(error) ${days === 1 ? vscode.l10n.t('Failed in the last 24 hours') : vscode.l10n.t('Failed in the last {0} days', days)}`,
      filter: { by: 'failed', days },
    })),
    heading(vscode.l10n.t('Domains')),
    ...(exam?.domains ?? []).map((domain): CramItem => ({
      label: `${domain.id}. ${domain.title}`,
      description: `${domain.weight}%`,
      filter: { by: 'domain', exam: exam?.id ?? '', id: domain.id },
    })),
    heading(vscode.l10n.t('Services')),
    ...knowledge.content.services.map(({ id, name, fullName = '' }): CramItem => ({ label: name, description: fullName, filter: { by: 'service', id } })),
  ];
  const moves = setting('study.cramReschedules');
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Cram'),
    placeHolder: moves
      ? vscode.l10n.t('Answers move the cards, as study.cramReschedules is on. What do you want to go through?')
      : vscode.l10n.t('Cramming changes no due date. What do you want to go through?'),
    matchOnDescription: true,
  });
  return picked?.filter;
}
