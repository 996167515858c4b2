import * as vscode from 'vscode';
import type { Question } from '../knowledge/schema';
import { questionOf } from '../study/session';
import type { DeckStore } from './deckStore';
import type { ProgressStore } from './progressStore';

/**
 * Edits a card without losing its history: a question as a file that stands in place of StackDrill's own, a card of the
 * learner's own in two fields. True where the card has changed already; a file counts when it is saved.
 */
export async function editCard(card: string, { decks, progress }: { decks: DeckStore; progress: ProgressStore }): Promise<boolean> {
  const { knowledge, state } = await decks.load();
  const question = knowledge.question(questionOf(card) ?? '');
  const own = state.own.get(card);
  if (question) {
    await openQuestion(question, decks.edits);
    return false;
  }
  if (!own) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This card is made of a note. Edit the note, or add a question of your own in a content folder.'));
    return false;
  }
  const front = await vscode.window.showInputBox({ title: vscode.l10n.t('Edit Card: front'), value: own.front });
  if (front === undefined || front.trim() === '') return false;
  const back = await vscode.window.showInputBox({ title: vscode.l10n.t('Edit Card: back'), value: own.back });
  if (back === undefined || back.trim() === '') return false;
  await progress.add({ ...own, card, id: progress.newId(), time: Date.now(), front, back });
  return true;
}

async function openQuestion(question: Question, folder: vscode.Uri): Promise<void> {
  const uri = vscode.Uri.joinPath(folder, 'questions', `${question.id.replaceAll(/[^a-z0-9-]/g, '-')}.yaml`);
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    const { questionFile } = await import('../knowledge/ownContent');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(questionFile(question)));
  }
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Active });
}
