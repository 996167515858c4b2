import * as vscode from 'vscode';
import { cancelled } from './cancellation';
import { commandLink, commands, markdown } from './commandIds';
import { setting } from './settings';
import type { Templates } from './templates';

/** Computed facts behind the values that they follow from. */
export class InlayHints implements vscode.InlayHintsProvider, vscode.Disposable {
  readonly #templates: Templates;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;

  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(templates: Templates) {
    this.#templates = templates;
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('stackdrill.inlayHints')) this.#changed.fire();
    });
  }

  async provideInlayHints(document: vscode.TextDocument, range: vscode.Range, token: vscode.CancellationToken): Promise<vscode.InlayHint[]> {
    const read = await this.#templates.read(document);
    if (!read || cancelled(token)) return [];
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return read.computed
      .filter(({ kind, offset }) => offset >= from && offset <= to && setting(`inlayHints.${kind}`))
      .map(({ offset, label, explanation, fact }) => {
        const hint = new vscode.InlayHint(document.positionAt(offset), label);
        hint.paddingLeft = true;
        hint.tooltip = markdown(`${explanation}\n\n${commandLink(`$(book) ${vscode.l10n.t('Open note')}`, commands.openNote, fact)}`);
        return hint;
      });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
