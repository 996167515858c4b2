import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../l10n';
import type { OverviewAction } from '../../study/statistics/action';

export type Act = (action: OverviewAction) => void;

/** A table of a chart's figures: the first cell of a row names it, and is a button where it leads to a quiz. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly action?: OverviewAction }[];
}

export interface Chart {
  /** Of the heading, in the panel. */
  readonly id: string;
  readonly title: string;
  /** What the chart says, in words. */
  readonly sentence: string;
  readonly wide?: boolean;
  readonly picture: unknown;
  /** What stands between the picture and the table. */
  readonly after?: unknown;
  readonly tables: readonly FigureTable[];
}

/** A section with heading, sentence, picture and the same figures as a table. */
export function renderChart({ id, title, sentence, wide = false, picture, after = nothing, tables }: Chart, act: Act): TemplateResult {
  return html`<section class=${wide ? 'chart wide' : 'chart'} aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    <p>${sentence}</p>
    ${picture} ${after}
    <details>
      <summary>${t('As a table')}<span class="visually-hidden">: ${title}</span></summary>
      ${tables.map((table) => renderTable(table, act))}
    </details>
  </section>`;
}

function renderTable({ caption, columns, rows }: FigureTable, act: Act): TemplateResult {
  return html`<div class="scrolled" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ cells: [name = '', ...figures], action }) =>
            html`<tr>
              <th scope="row">${action ? html`<button class="bar-link" @click=${() => act(action)}>${name}</button>` : name}</th>
              ${figures.map((figure) => html`<td>${figure}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A share as the panel writes it. */
export function percentOf(share: number): string {
  return t('{0} %', Math.round(100 * share));
}

/** `55 % to 69 %`; a dash without an estimate. */
export function rangeOf(estimate: { readonly low: number; readonly high: number } | undefined): string {
  return estimate ? t('{0} to {1}', percentOf(estimate.low), percentOf(estimate.high)) : '–';
}

export function shareOrDash(share: number | undefined): string {
  return share === undefined ? '–' : percentOf(share);
}
