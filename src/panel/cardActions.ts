import { html, nothing, type TemplateResult } from 'lit';
import { post } from './host';
import { t } from './l10n';
import type { PanelMessage, QuizView } from './protocol';

type Shortcut = (card: QuizView) => PanelMessage | undefined;

const undo: Shortcut = ({ undoable }) => (undoable ? { type: 'undo' } : undefined);

/** As in Anki: minus buries, @ suspends, e edits, u takes the last answer back. */
const shortcuts: Readonly<Record<string, Shortcut>> = {
  '-': ({ card }) => ({ type: 'card', card, action: 'bury' }),
  '@': ({ card }) => ({ type: 'card', card, action: 'suspend' }),
  e: ({ card, editable }) => (editable ? { type: 'card', card, action: 'edit' } : undefined),
  u: undo,
};

/** What a key does with the card that is shown, beside answering it. */
export function cardActionOf(event: KeyboardEvent, view: QuizView): PanelMessage | undefined {
  const command = event.ctrlKey || event.metaKey;
  if (command) return event.key === 'z' && !event.altKey && !event.shiftKey ? undo(view) : undefined;
  // On some keyboards @ is typed with Alt, as AltGr.
  return event.altKey && event.key !== '@' ? undefined : shortcuts[event.key]?.(view);
}

/** Undo, bury, suspend, edit. */
export function renderCardActions(view: QuizView): TemplateResult {
  const button = (icon: string, label: string, key: string, message: PanelMessage): TemplateResult =>
    html`<button type="button" class="quiet" title="${label} (${key})" aria-keyshortcuts=${key} @click=${() => post(message)}>
      <vscode-icon name=${icon}></vscode-icon> ${label}
    </button>`;
  const { card, undoable, editable } = view;
  return html`<p class="card-actions" role="group" aria-label=${t('This card')}>
    ${undoable ? button('discard', t('Undo'), 'U', { type: 'undo' }) : nothing}
    ${button('calendar', t('Bury until tomorrow'), '-', { type: 'card', card, action: 'bury' })}
    ${button('circle-slash', t('Suspend'), '@', { type: 'card', card, action: 'suspend' })}
    ${editable ? button('edit', t('Edit'), 'E', { type: 'card', card, action: 'edit' }) : nothing}
  </p>`;
}
