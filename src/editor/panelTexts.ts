import * as vscode from 'vscode';

/** The panel's texts in the language of VS Code, by the English ones; empty for English and where there is no translation. */
export function panelTexts(): Readonly<Record<string, string>> {
  return vscode.l10n.bundle ?? {};
}
