import { html, nothing, type TemplateResult } from 'lit';
import { t } from './l10n';
import type { MockExamMapItem, MockExamView } from './protocolMockExam';

type Go = (index: number) => unknown;

/** Every question as a numbered button; its state is in its name, its shape and its icon, not in colour alone. */
export function renderMap({ items, current }: MockExamView, go: Go): TemplateResult {
  return html`<nav class="question-map" aria-labelledby="map-title">
    <h2 id="map-title">${t('Questions')}</h2>
    <ol>
      ${items.map(
        (item, index) =>
          html`<li>
            <button
              type="button"
              class="map-item ${item.status}"
              aria-label=${mapLabel(item, index, index === current)}
              aria-current=${index === current ? 'step' : nothing}
              @click=${() => go(index)}
            >
              ${index + 1}${item.status === 'answered' ? html`<vscode-icon name="check" size="12"></vscode-icon>` : nothing}${item.flagged ? html`<vscode-icon name="flag" size="12"></vscode-icon>` : nothing}
            </button>
          </li>`,
      )}
    </ol>
    <p class="hint">${t('{0} of {1} answered', items.filter(({ status }) => status === 'answered').length, items.length)}</p>
  </nav>`;
}

/** `Question 3: answered, flagged`. */
export function mapLabel({ status, flagged }: MockExamMapItem, index: number, current: boolean): string {
  const words = [
    { answered: t('answered'), incomplete: t('incomplete'), unanswered: t('unanswered') }[status],
    ...(flagged ? [t('flagged')] : []),
    ...(current ? [t('current')] : []),
  ];
  return t('Question {0}: {1}', index + 1, words.join(', '));
}

/** What the learner may want to look at again before the end: unanswered, incomplete and flagged questions. */
export function renderOpenItems({ items }: MockExamView, go: Go): TemplateResult {
  const indices = (wanted: (item: MockExamMapItem) => boolean): number[] => items.flatMap((item, index) => (wanted(item) ? [index] : []));
  const lists = [
    { id: 'unanswered', title: t('Unanswered'), found: indices(({ status }) => status === 'unanswered') },
    { id: 'incomplete', title: t('Too few options chosen'), found: indices(({ status }) => status === 'incomplete') },
    { id: 'flagged', title: t('Flagged'), found: indices(({ flagged }) => flagged) },
  ].filter(({ found }) => found.length > 0);
  if (lists.length === 0) return html`<p>${t('Every question is answered, and none is flagged.')}</p>`;
  return html`${lists.map(
    ({ id, title, found }) =>
      html`<h2 id="open-${id}">${title} (${found.length})</h2>
        <ul class="open-items" aria-labelledby="open-${id}">
          ${found.map((index) => html`<li><button type="button" class="quiet" @click=${() => go(index)}>${t('Question {0}', index + 1)}</button></li>`)}
        </ul>`,
  )}`;
}
