import { html, nothing, type TemplateResult } from 'lit';
import { post } from './host';
import { t } from './l10n';
import type { ImportView } from './protocol';

/** What importing a file would do: how many cards are new, changed or known, each of them, and what cannot be read. */
export function renderImport({ file, what, counts, cards, problems, imported }: ImportView): TemplateResult {
  const states = { new: t('new'), changed: t('changed'), known: t('known') };
  const some = counts.new + counts.changed > 0;
  return html`<article class="import">
    <header>
      <h1 id="stem" tabindex="-1">${t('Import {0}', file)}</h1>
    </header>
    <p role="status">
      ${imported === null ? (what === 'backup' ? t('New entries: {0}. Here already: {1}. Not readable: {2}.', counts.new, counts.known, counts.problems) : t('New cards: {0}. Changed: {1}. Here already: {2}. Not readable: {3}.', counts.new, counts.changed, counts.known, counts.problems)) : t('Imported: {0}. Importing the file again adds nothing.', imported)}
    </p>
    <p class="actions">
      ${
        imported !== null
          ? html`<vscode-button id="next" @click=${() => post({ type: 'browseCards' })}>${t('Browse the cards')}</vscode-button>`
          : some
            ? html`<vscode-button id="next" @click=${() => post({ type: 'import' })}>${t('Import')}</vscode-button>`
            : html`<span>${t('There is nothing to import.')}</span>`
      }
    </p>
    ${
      problems.length > 0
        ? html`<h2>${t('What cannot be read')}</h2>
            <ul>
              ${problems.map(({ line, message }) => html`<li>${line > 0 ? html`<strong>${t('Line {0}:', line)}</strong> ` : nothing}${message}</li>`)}
            </ul>`
        : nothing
    }
    ${
      cards.length > 0
        ? html`<h2>${t('Cards')}</h2>
            <div class="table" tabindex="0">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${t('Line')}</th>
                    <th scope="col">${t('State')}</th>
                    <th scope="col">${t('Front')}</th>
                    <th scope="col">${t('Back')}</th>
                    <th scope="col">${t('Tags')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${cards.map(
                    ({ line, status, front, back, tags }) =>
                      html`<tr>
                        <td>${line}</td>
                        <td>${states[status]}</td>
                        <td class="side">${front}</td>
                        <td class="side">${back}</td>
                        <td>${tags.join(' ')}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
        : nothing
    }
  </article>`;
}
