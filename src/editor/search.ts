import * as vscode from 'vscode';
import type { SearchEntry, SearchIndex } from '../knowledge/search';
import type { KnowledgeStore } from './knowledgeStore';
import type { StudyPanel } from './studyPanel';

interface FoundItem extends vscode.QuickPickItem {
  readonly entry: SearchEntry;
}

const icons: Readonly<Record<string, string>> = { note: 'book', fact: 'info', decision: 'git-compare', question: 'question' };

/** Finds notes, facts, decisions and questions while the user types; what is picked opens in the study panel. */
export async function search(knowledge: KnowledgeStore, panel: StudyPanel): Promise<void> {
  const index = await knowledge.search();
  const picker = vscode.window.createQuickPick<FoundItem>();
  picker.title = vscode.l10n.t('Search Notes and Questions');
  picker.placeholder = vscode.l10n.t('A service, a limit, an old name, a property: "sqs retention", "max s3 object", "hot partition"');
  picker.onDidChangeValue((value) => {
    picker.items = itemsFor(index, value);
  });
  picker.onDidAccept(() => {
    const [picked] = picker.selectedItems;
    picker.hide();
    if (picked) void open(picked.entry, panel);
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
}

function itemsFor(index: SearchIndex, value: string): FoundItem[] {
  return index.find(value).map((entry) => {
    const kind = entry.id.slice(0, entry.id.indexOf(':'));
    // The search has chosen and ordered: VS Code must not filter by its own rules again.
    return { label: `$(${icons[kind] ?? 'book'}) ${entry.title}`, detail: entry.detail, entry, alwaysShow: true };
  });
}

function open({ id }: SearchEntry, panel: StudyPanel): Promise<void> {
  const at = id.indexOf(':');
  const target = id.slice(at + 1);
  return id.startsWith('question:') ? panel.startQuiz({ kind: 'question', id: target }) : panel.openNote(target);
}
