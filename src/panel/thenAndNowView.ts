import { html, nothing, type TemplateResult } from 'lit';
import { post } from './host';
import { t } from './l10n';
import { openNote } from './links';
import type { ChangedStatement, ThenAndNowView } from './protocol';

type Order = 'note' | 'date';

/** What older study material says beside what is true today: to be read through, filtered and quizzed on. */
export class ThenAndNowController {
  readonly #render: () => void;
  readonly #view: ThenAndNowView;
  #filter = '';
  #order: Order = 'note';

  constructor(view: ThenAndNowView, render: () => void) {
    this.#view = view;
    this.#render = render;
  }

  render(): TemplateResult {
    const { changes, services, questions } = this.#view;
    const shown = changes.filter((change) => matches(change, this.#filter));
    const closed = services.filter(({ name, status }) => contains(`${name} ${status.state === 'current' ? '' : status.replacement}`, this.#filter));
    return html`
      <article class="then-and-now">
        <header>
          <h1 id="stem" tabindex="-1">${t('Then and now')}</h1>
          <p class="summary">
            ${t('What older notes, courses and question banks still say, and what is true today. Whoever knows both can tell an outdated source.')}
          </p>
          <p class="actions">
            ${questions > 0 ? html`<vscode-button icon="play" @click=${() => post({ type: 'quiz', scope: { kind: 'thenAndNow' } })}>${t('Quiz me ({0} questions)', questions)}</vscode-button>` : nothing}
          </p>
        </header>
        <div class="filters">
          <label>${t('Filter')} <input type="search" .value=${this.#filter} @input=${(event: Event) => this.#setFilter(event)} /></label>
          <label
            >${t('Sort')}
            <select @change=${(event: Event) => this.#setOrder(event)}>
              <option value="note" .selected=${this.#order === 'note'}>${t('by note')}</option>
              <option value="date" .selected=${this.#order === 'date'}>${t('latest change first')}</option>
            </select></label
          >
          <span role="status">${t('{0} of {1} changes', shown.length, changes.length)}</span>
        </div>
        ${this.#groups(shown).map(
          ({ title, members }) =>
            html`<section>
              <h2>${title}</h2>
              ${members.map((change) => renderChange(change, this.#order === 'date'))}
            </section>`,
        )}
        ${
          closed.length > 0
            ? html`<section>
                <h2>${t('Services that are closed or retired ({0})', closed.length)}</h2>
                <ul class="facts">
                  ${closed.map(({ id, name, status }) =>
                    status.state === 'current'
                      ? nothing
                      : html`<li>
                          <a href="#" @click=${(event: Event) => openNote(event, id)}>${name}</a>:
                          ${status.state === 'retired' ? t('retired since {0}.', status.since) : t('closed to new customers since {0}.', status.since)}
                          ${status.replacement}
                          <a class="source" href=${status.source} aria-label=${t('Source about {0}', name)}>${t('Source')}</a>
                        </li>`,
                  )}
                </ul>
              </section>`
            : nothing
        }
        ${shown.length === 0 && closed.length === 0 ? html`<p class="message">${t('Nothing here has "{0}". Try a service\'s name or a figure.', this.#filter)}</p>` : nothing}
      </article>
    `;
  }

  #groups(shown: readonly ChangedStatement[]): { title: string; members: ChangedStatement[] }[] {
    const dated = this.#order === 'date';
    const sorted = dated ? [...shown].sort((one, other) => (latest(one) < latest(other) ? 1 : latest(one) > latest(other) ? -1 : 0)) : shown;
    const groups = new Map<string, ChangedStatement[]>();
    for (const change of sorted) {
      const title = dated ? latest(change).slice(0, 4) || t('No date given') : change.title;
      const members = groups.get(title);
      if (members) members.push(change);
      else groups.set(title, [change]);
    }
    return [...groups].map(([title, members]) => ({ title, members }));
  }

  #setFilter(event: Event): void {
    this.#filter = event.target instanceof HTMLInputElement ? event.target.value : '';
    this.#render();
  }

  #setOrder(event: Event): void {
    this.#order = event.target instanceof HTMLSelectElement && event.target.value === 'date' ? 'date' : 'note';
    this.#render();
  }
}

function renderChange({ reference, title, now, was, source }: ChangedStatement, named: boolean): TemplateResult {
  return html`<div class="change">
    ${named ? html`<p class="named">${title}</p>` : nothing}
    <dl>
      ${was.map(
        ({ statement, until, source: page }) =>
          html`<div class="then">
            <dt>${t('Then')}</dt>
            <dd>
              ${statement} ${until ? html`<span class="until">${t('Until {0}.', until)}</span>` : nothing}
              ${page ? html`<a class="source" href=${page} aria-label=${t('Source of the change')}>${t('Source')}</a>` : nothing}
            </dd>
          </div>`,
      )}
      <div class="now">
        <dt>${t('Now')}</dt>
        <dd>
          <a href="#" @click=${(event: Event) => openNote(event, reference)}>${now}</a>
          <a class="source" href=${source} aria-label=${t('Source of what is true now')}>${t('Source')}</a>
        </dd>
      </div>
    </dl>
  </div>`;
}

function latest({ was }: ChangedStatement): string {
  return was.reduce((date, { until = '' }) => (until > date ? until : date), '');
}

function matches({ title, now, was }: ChangedStatement, filter: string): boolean {
  return contains([title, now, ...was.map(({ statement, until = '' }) => `${statement} ${until}`)].join(' '), filter);
}

/** Every word of the filter somewhere in the text, whatever the case. */
function contains(text: string, filter: string): boolean {
  const lower = text.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
