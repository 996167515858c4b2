import { html, nothing, type TemplateResult } from 'lit';
import { post } from './host';
import { t } from './l10n';
import { openNote } from './links';
import type { CardFilter, CardRow, CardsView, PanelMessage } from './protocol';

type Order = 'due' | 'recall' | 'lapses' | 'title';

/** Rows drawn at once; a button draws as many more. */
const page = 100;
/** Cards of a list that one quiz asks. */
const quizLength = 50;

/** The list of all cards: what is typed, chosen and shown of it. */
export class CardsController {
  readonly #render: () => void;
  #view: CardsView;
  #filter: CardFilter;
  #search = '';
  #order: Order = 'due';
  #shown = page;

  constructor(view: CardsView, render: () => void) {
    this.#render = render;
    this.#view = view;
    this.#filter = view.filter;
  }

  /** The same list after something was done with a card: what is typed and chosen stays. */
  show(view: CardsView): void {
    this.#view = view;
  }

  render(): TemplateResult {
    const rows = this.#rows();
    return html`
      <article class="cards">
        <header>
          <h1 id="stem" tabindex="-1">${t('Cards')}</h1>
        </header>
        <div class="filters">
          <label>${t('Search')} <input type="search" .value=${this.#search} @input=${(event: Event) => this.#setSearch(event)} /></label>
          <label
            >${t('Show')}
            <select @change=${(event: Event) => this.#setFilter(event)}>
              ${filters().map(([value, label]) => html`<option value=${value} .selected=${this.#filter === value}>${label}</option>`)}
            </select></label
          >
          <label
            >${t('Sort')}
            <select @change=${(event: Event) => this.#setOrder(event)}>
              ${orders().map(([value, label]) => html`<option value=${value} .selected=${this.#order === value}>${label}</option>`)}
            </select></label
          >
          <span role="status">${t('{0} of {1} cards', rows.length, this.#view.rows.length)}</span>
          ${
            rows.length > 0
              ? html`<vscode-button icon="play" @click=${() => this.#quiz(rows)}>${t('Quiz these ({0})', Math.min(rows.length, quizLength))}</vscode-button>`
              : nothing
          }
        </div>
        ${this.#filter === 'leeches' ? html`<p class="hint">${t('A leech was forgotten eight times or more. Read its note, or reword the card, before you take it up again.')}</p>` : nothing}
        <ul class="card-list">
          ${rows.slice(0, this.#shown).map(renderRow)}
        </ul>
        ${rows.length === 0 ? html`<p class="message">${t('No card is like that.')}</p>` : nothing}
        ${rows.length > this.#shown ? html`<vscode-button secondary @click=${() => this.#more()}>${t('Show more')}</vscode-button>` : nothing}
      </article>
    `;
  }

  #rows(): CardRow[] {
    const words = this.#search.toLowerCase().split(/\s+/);
    return this.#view.rows
      .filter((row) => passes(row, this.#filter) && words.every((word) => `${row.title} ${row.card}`.toLowerCase().includes(word)))
      .sort(comparisons[this.#order]);
  }

  #quiz(rows: readonly CardRow[]): void {
    post({ type: 'quiz', scope: { kind: 'cards', title: t('Chosen cards'), ids: rows.slice(0, quizLength).map(({ card }) => card) } });
  }

  #setSearch(event: Event): void {
    this.#search = event.target instanceof HTMLInputElement ? event.target.value : '';
    this.#shown = page;
    this.#render();
  }

  #setFilter(event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.#filter = filters().find(([filter]) => filter === value)?.[0] ?? 'all';
    this.#shown = page;
    this.#render();
  }

  #setOrder(event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.#order = orders().find(([order]) => order === value)?.[0] ?? 'due';
    this.#render();
  }

  #more(): void {
    this.#shown += page;
    this.#render();
  }
}

const filters = (): (readonly [CardFilter, string])[] => [
  ['all', t('all')],
  ['due', t('due')],
  ['new', t('new')],
  ['learning', t('being learned')],
  ['leeches', t('leeches')],
  ['suspended', t('suspended')],
  ['buried', t('buried until tomorrow')],
];

const orders = (): (readonly [Order, string])[] => [
  ['due', t('by due date')],
  ['recall', t('least likely recalled first')],
  ['lapses', t('most often forgotten first')],
  ['title', t('by text')],
];

const comparisons: Readonly<Record<Order, (one: CardRow, other: CardRow) => number>> = {
  due: (one, other) => (one.due ?? Infinity) - (other.due ?? Infinity) || 0,
  recall: (one, other) => (one.recall ?? 2) - (other.recall ?? 2),
  lapses: (one, other) => other.lapses - one.lapses,
  title: (one, other) => (one.title < other.title ? -1 : one.title > other.title ? 1 : 0),
};

/** Whether a card is among those that the filter shows. */
export function passes(row: CardRow, filter: CardFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'due':
      return row.isDue;
    case 'new':
      return row.phase === 'new';
    case 'learning':
      return row.phase === 'learning' || row.phase === 'relearning';
    case 'suspended':
      return row.suspended;
    case 'buried':
      return row.buried;
    case 'leeches':
      return row.leech;
  }
}

function renderRow(row: CardRow): TemplateResult {
  const { card, title, note, suspended, buried, editable } = row;
  const button = (icon: string, label: string, message: PanelMessage): TemplateResult =>
    html`<button type="button" class="quiet" aria-label="${label}: ${title}" title=${label} @click=${() => post(message)}>
      <vscode-icon name=${icon}></vscode-icon>
    </button>`;
  return html`<li class="card-row" data-card=${card}>
    <span class="text">${title}</span>
    <span class="card-state">${stateOf(row)}</span>
    <span class="card-buttons">
      ${button('play', t('Ask'), { type: 'quiz', scope: { kind: 'cards', title: t('Chosen cards'), ids: [card] } })}
      ${note ? html`<a href="#" @click=${(event: Event) => openNote(event, note)} aria-label=${t('Note of: {0}', title)}>${t('Note')}</a>` : nothing}
      ${suspended ? button('debug-continue', t('Take up again'), { type: 'card', card, action: 'unsuspend' }) : button('circle-slash', t('Suspend'), { type: 'card', card, action: 'suspend' })}
      ${suspended ? nothing : buried ? button('calendar', t('Unbury'), { type: 'card', card, action: 'unbury' }) : button('calendar', t('Bury until tomorrow'), { type: 'card', card, action: 'bury' })}
      ${editable ? button('edit', t('Edit'), { type: 'card', card, action: 'edit' }) : nothing}
    </span>
  </li>`;
}

function stateOf({ cardKind, phase, due, lapses, recall, isDue, suspended, buried, leech }: CardRow): string {
  const kind = { question: t('question'), fact: t('fact'), decision: t('decision'), drill: t('drill'), own: t('own card') }[cardKind];
  return [
    kind,
    ...(leech ? [t('leech')] : []),
    ...(suspended ? [t('suspended')] : buried ? [t('buried')] : []),
    ...(phase === 'new'
      ? [t('new')]
      : isDue
        ? [t('due')]
        : due === null
          ? []
          : [t('due {0}', new Date(due).toLocaleDateString(document.documentElement.lang || undefined))]),
    ...(recall === null ? [] : [t('recall {0} %', Math.round(recall * 100))]),
    ...(lapses > 0 ? [t('forgotten {0} times', lapses)] : []),
  ].join(' · ');
}
