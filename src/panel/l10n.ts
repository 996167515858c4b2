import { t as translated } from '@vscode/l10n';

/** A text of the panel in the language of VS Code: `t('{0} of {1} cards', 3, 10)`. The English text is the key. */
export function t(text: string, ...values: readonly (string | number)[]): string {
  return translated(text, ...values);
}
