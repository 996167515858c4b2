import * as vscode from 'vscode';
import { commands } from './commandIds';
import type { ProgressStore } from './progressStore';
import { setting } from './settings';

/** Milliseconds between two looks at the clock: cards become due while nothing happens. */
const refresh = 5 * 60_000;

/** Shows how many cards are due; a click reviews them. */
export class StatusBar implements vscode.Disposable {
  readonly #progress: ProgressStore;
  readonly #item = vscode.window.createStatusBarItem('stackdrill.due', vscode.StatusBarAlignment.Right, 50);
  readonly #subscriptions: vscode.Disposable[];

  constructor(progress: ProgressStore) {
    this.#progress = progress;
    this.#item.name = vscode.l10n.t('StackDrill: Due Cards');
    this.#item.command = commands.reviewDue;
    const timer = setInterval(() => void this.update(), refresh);
    this.#subscriptions = [
      this.#item,
      { dispose: () => clearInterval(timer) },
      progress.onDidChange(() => void this.update()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('stackdrill.statusBar')) void this.update();
      }),
    ];
    void this.update();
  }

  async update(): Promise<void> {
    if (!setting('statusBar.enabled')) {
      this.#item.hide();
      return;
    }
    const due = (await this.#progress.schedule()).due(Date.now()).length;
    this.#item.text = `$(mortar-board) ${vscode.l10n.t('{0} due', due)}`;
    this.#item.tooltip =
      due === 0
        ? vscode.l10n.t('StackDrill: no card is due')
        : due === 1
          ? vscode.l10n.t('StackDrill: review 1 due card')
          : vscode.l10n.t('StackDrill: review {0} due cards', due);
    this.#item.accessibilityInformation = { label: vscode.l10n.t('StackDrill, {0} cards due', due) };
    this.#item.show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
