import * as vscode from 'vscode';
import { ImportActivity } from './activities/importActivity';
import type { Stage } from './activities/activity';
import type { DeckStore } from './deckStore';
import type { ProgressStore } from './progressStore';

interface Parts {
  readonly stage: Stage;
  readonly decks: DeckStore;
  readonly progress: ProgressStore;
}

/** Writes every card as a text that Anki imports; those that were answered, and the learner's own, first. */
export async function exportCards(parts: Parts, target?: vscode.Uri): Promise<void> {
  const [{ deck, state }, { ankiText }] = await Promise.all([parts.decks.load(), import('../study/exchange/exchange')]);
  const cards = deck.infos.flatMap((info) => {
    const asked = info.kind === 'drill' ? undefined : deck.ask(info.card, 0);
    const known = state.schedule.state(info.card);
    const tags = state.own.get(info.card)?.tags;
    return asked ? [{ info, asked, ...(known ? { state: known } : {}), ...(tags ? { tags } : {}) }] : [];
  });
  await save(ankiText(cards), {
    name: 'stackdrill-anki.txt',
    filters: { [vscode.l10n.t('Anki text')]: ['txt'] },
    target,
    what: vscode.l10n.t('{0} cards', cards.length),
  });
}

/** Writes every review as a line of a table. */
export async function exportReviews(parts: Parts, target?: vscode.Uri): Promise<void> {
  const [entries, { reviewsCsv }] = await Promise.all([parts.progress.entries(), import('../study/exchange/exchange')]);
  const reviews = entries.filter(({ kind }) => kind === 'review').length;
  await save(reviewsCsv(entries), { name: 'stackdrill-reviews.csv', filters: { CSV: ['csv'] }, target, what: vscode.l10n.t('{0} reviews', reviews) });
}

/** Writes the whole log: answers, mock exams, own cards. */
export async function exportBackup(parts: Parts, target?: vscode.Uri): Promise<void> {
  const [entries, { backupText }] = await Promise.all([parts.progress.entries(), import('../study/exchange/exchange')]);
  await save(backupText(entries, Date.now()), {
    name: 'stackdrill-backup.json',
    filters: { JSON: ['json'] },
    target,
    what: vscode.l10n.t('{0} entries', entries.length),
  });
}

/** Shows what importing a file would do; the learner decides there. */
export async function importCards(parts: Parts, source?: vscode.Uri): Promise<void> {
  const [chosen] = source
    ? [source]
    : ((await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Import Cards or Backup'),
        openLabel: vscode.l10n.t('Preview'),
        filters: { [vscode.l10n.t('Cards or backup')]: ['txt', 'csv', 'tsv', 'json'], [vscode.l10n.t('All files')]: ['*'] },
      })) ?? []);
  if (!chosen) return;
  const [{ state }, entries, { planImport }] = await Promise.all([parts.decks.load(), parts.progress.entries(), import('../study/exchange/exchange')]);
  const fileName = chosen.path.split('/').at(-1) ?? '';
  let text: string;
  try {
    text = new TextDecoder().decode(await vscode.workspace.fs.readFile(chosen));
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be read: {1}', fileName, error instanceof Error ? error.message : String(error)));
    return;
  }
  await parts.stage.show(new ImportActivity(fileName, planImport(text, fileName, state, entries), parts));
}

interface Saved {
  readonly name: string;
  readonly filters: Record<string, string[]>;
  readonly target: vscode.Uri | undefined;
  /** What was written, for the message. */
  readonly what: string;
}

async function save(text: string, { name, filters, target, what }: Saved): Promise<void> {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  const defaultUri = workspace && vscode.Uri.joinPath(workspace.uri, name);
  const uri = target ?? (await vscode.window.showSaveDialog({ filters, ...(defaultUri ? { defaultUri } : {}) }));
  if (!uri) return;
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    void vscode.window.showInformationMessage(vscode.l10n.t('Written to {0}: {1}.', vscode.workspace.asRelativePath(uri), what));
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} cannot be written: {1}. Choose another place.', uri.fsPath, error instanceof Error ? error.message : String(error)),
    );
  }
}
