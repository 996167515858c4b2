import { html, nothing, type TemplateResult } from 'lit';
import { t } from './l10n';
import { openNote } from './links';
import { durationText } from './mockExamTime';
import type { MockExamResultItem, MockExamResultOption, MockExamResultView } from './protocolMockExam';

type Filter = 'all' | 'wrong' | 'flagged' | 'unanswered' | 'changed';

const passes: Readonly<Record<Filter, (item: MockExamResultItem) => boolean>> = {
  all: () => true,
  wrong: ({ outcome }) => outcome === 'wrong',
  flagged: ({ flagged }) => flagged,
  unanswered: ({ outcome }) => outcome === 'unanswered',
  changed: ({ change }) => change !== null,
};

/** Which questions of a result are listed, and which of them are opened. */
export class ReviewList {
  readonly #render: () => void;
  filter: Filter = 'all';
  readonly opened = new Set<number>();

  constructor(render: () => void) {
    this.#render = render;
  }

  narrow(filter: Filter): void {
    this.filter = filter;
    this.#render();
  }

  /** Opens one and goes there. */
  open(index: number): void {
    this.filter = 'all';
    this.opened.add(index);
    this.#render();
    const summary = document.querySelector<HTMLElement>(`#item-${index} > summary`);
    summary?.scrollIntoView({ block: 'start' });
    summary?.focus({ preventScroll: true });
  }

  /** An item was opened or closed by its own means. */
  toggle(index: number, open: boolean): void {
    if (open === this.opened.has(index)) return;
    if (open) this.opened.add(index);
    else this.opened.delete(index);
    this.#render();
  }
}

/** Every question with what was chosen and every rationale. */
export function renderReview({ items }: MockExamResultView, list: ReviewList): TemplateResult {
  const filters: readonly (readonly [Filter, string])[] = [
    ['all', t('All')],
    ['wrong', t('Wrong')],
    ['unanswered', t('Not answered')],
    ['flagged', t('Flagged')],
    ['changed', t('Changed')],
  ];
  const shown = items.map((item, index) => ({ item, index })).filter(({ item }) => passes[list.filter](item));
  return html`<h2 id="questions">${t('Questions')}</h2>
    <div class="filters" role="radiogroup" aria-labelledby="questions">
      ${filters.map(
        ([filter, label]) =>
          html`<label>
            <input type="radio" name="filter" value=${filter} .checked=${list.filter === filter} @change=${() => list.narrow(filter)} />
            ${label} (${items.filter(passes[filter]).length})
          </label>`,
      )}
    </div>
    <p class="hint" role="status">${t('{0} of {1} questions', shown.length, items.length)}</p>
    <ol class="review">
      ${shown.map(({ item, index }) => html`<li>${renderItem(item, index, list)}</li>`)}
    </ol>`;
}

function renderItem(item: MockExamResultItem, index: number, list: ReviewList): TemplateResult {
  const { outcome, stem } = item;
  const icon = { right: 'check', wrong: 'close', unanswered: 'circle-outline', withdrawn: 'circle-slash' }[outcome];
  const open = list.opened.has(index);
  return html`<details
    id="item-${index}"
    class="review-item ${outcome}"
    .open=${open}
    @toggle=${(event: Event) => list.toggle(index, event.target instanceof HTMLDetailsElement && event.target.open)}
  >
    <summary>
      <vscode-icon name=${icon}></vscode-icon> <strong>${index + 1}. ${stateOf(item)}</strong>
      <span class="short">${stem}</span>
    </summary>
    ${open ? renderOpened(item) : nothing}
  </details>`;
}

function stateOf({ outcome, flagged, change, milliseconds }: MockExamResultItem): string {
  const changed = {
    'right-to-wrong': t('changed from right to wrong'),
    'wrong-to-right': t('changed from wrong to right'),
    'wrong-to-wrong': t('changed from wrong to wrong'),
  };
  return [
    { right: t('Right'), wrong: t('Wrong'), unanswered: t('Not answered'), withdrawn: t('Does not count') }[outcome],
    ...(flagged ? [t('flagged')] : []),
    ...(change ? [changed[change]] : []),
    durationText(milliseconds),
  ].join(' · ');
}

function renderOpened({ stem, task, options, sources, facts, services }: MockExamResultItem): TemplateResult {
  if (options.length === 0) {
    return html`<p class="hint">${t('This question was changed or taken out since, so its options cannot be shown.')}</p>`;
  }
  return html`<p class="stem">${stem}</p>
    <ul class="options">
      ${options.map(renderOption)}
    </ul>
    ${
      facts.length > 0
        ? html`<h3>${t('Behind it')}</h3>
            <ul>
              ${facts.map(({ reference, statement }) => html`<li><a href="#" @click=${(event: Event) => openNote(event, reference)}>${statement}</a></li>`)}
            </ul>`
        : nothing
    }
    ${
      sources.length > 0
        ? html`<h3>${t('Sources')}</h3>
            <ul>
              ${sources.map((page) => html`<li><a href=${page}>${page.replace(/^https:\/\//, '')}</a></li>`)}
            </ul>`
        : nothing
    }
    <p>
      ${t('Task {0}', task)}
      ${services.length > 0 ? html`· ${t('Notes:')} ${services.map(({ id, name }, at) => html`${at > 0 ? ', ' : ''}<a href="#" @click=${(event: Event) => openNote(event, id)}>${name}</a>`)}` : nothing}
    </p>`;
}

function renderOption({ text, correct, chosen, struck, first, rationale, tempting }: MockExamResultOption): TemplateResult {
  const state = correct ? 'right' : chosen ? 'wrong' : 'other';
  const word = correct ? (chosen ? t('Right, and chosen') : t('Right')) : chosen ? t('Wrong, and chosen') : t('Wrong');
  return html`<li class="option ${state} ${struck ? 'struck' : ''}">
    <p class="answer">
      <vscode-icon name=${correct ? 'check' : chosen ? 'close' : 'circle-slash'}></vscode-icon>
      <span class="text">${text}</span>
      ${struck ? html`<span class="badge">${t('struck out')}</span>` : nothing}
      ${first && !chosen ? html`<span class="badge">${t('chosen at first')}</span>` : nothing}
    </p>
    <div class="rationale">
      <p><strong>${word}.</strong> ${rationale}</p>
      ${tempting ? html`<p class="tempting"><em>${t('Why you might have chosen this:')}</em> ${tempting}</p>` : nothing}
    </div>
  </li>`;
}
