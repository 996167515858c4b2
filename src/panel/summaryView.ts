import { html, nothing, type TemplateResult } from 'lit';
import { post } from './host';
import { t } from './l10n';
import type { SummaryView } from './protocol';

/** The end of a session: how many were right, and each question to go back to. */
export function renderSummary({ title, right, answered, total, undoable, items }: SummaryView): TemplateResult {
  const missed = items.some(({ correct }) => correct !== true);
  return html`
    <article class="summary-view">
      <h1 id="stem" tabindex="-1">${title}</h1>
      <p class="verdict" role="status">${t('{0} of {1} right.', right, answered)} ${answered < total ? t('{0} not answered.', total - answered) : ''}</p>
      <ol>
        ${items.map(
          ({ index, stem, correct }) =>
            html`<li>
              <vscode-icon
                name=${correct === null ? 'circle-outline' : correct ? 'check' : 'close'}
                label=${correct === null ? t('Not answered') : correct ? t('Right') : t('Wrong')}
              ></vscode-icon>
              <a href="#" @click=${(event: Event) => goTo(event, index)}>${stem.length > 160 ? `${stem.slice(0, 157)}...` : stem}</a>
            </li>`,
        )}
      </ol>
      <p class="actions">
        ${missed ? html`<vscode-button icon="refresh" @click=${() => post({ type: 'again' })}>${t('Ask the missed ones again')}</vscode-button>` : nothing}
        ${undoable ? html`<vscode-button secondary icon="discard" @click=${() => post({ type: 'undo' })}>${t('Undo the last answer')}</vscode-button>` : nothing}
      </p>
    </article>
  `;
}

function goTo(event: Event, index: number): void {
  event.preventDefault();
  post({ type: 'go', index });
}
