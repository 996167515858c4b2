import { html, nothing, svg, type TemplateResult } from 'lit';
import type { OverviewAction } from '../../study/statistics/action';
import type { Act } from './frame';

export interface BarRow {
  readonly label: string;
  /** The figures beside the bar, in words. */
  readonly figure: string;
  /** How much of the width is filled, 0 to 1; nothing where there is no figure. */
  readonly share?: number;
  /** An interval around it, 0 to 1. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** A second figure, drawn as a diamond. */
  readonly mark?: number;
  readonly action: OverviewAction;
}

/** Bars that lie under their names; a name is the button that leads to the quiz. The figures stand in words beside them. */
export function renderBarRows(label: string, rows: readonly BarRow[], act: Act): TemplateResult {
  return html`<ul class="bar-rows" aria-label=${label}>
    ${rows.map(
      ({ label: name, figure, share, interval, mark, action }) =>
        html`<li>
          <button class="bar-link" @click=${() => act(action)}>${name}</button>
          <span class="figure">${figure}</span>
          <svg class="bar" width="100%" height="16" aria-hidden="true" focusable="false">
            <rect class="track" x="0" y="3" width="100%" height="10"></rect>
            ${share === undefined ? nothing : svg`<rect class="fill" x="0" y="3" width="${100 * share}%" height="10"></rect>`}
            ${
              interval
                ? svg`<g class="whisker">
                    <line x1="${100 * interval.low}%" x2="${100 * interval.high}%" y1="8" y2="8"></line>
                    <line x1="${100 * interval.low}%" x2="${100 * interval.low}%" y1="3" y2="13"></line>
                    <line x1="${100 * interval.high}%" x2="${100 * interval.high}%" y1="3" y2="13"></line>
                  </g>`
                : nothing
            }
            ${mark === undefined ? nothing : svg`<svg class="mark" x="${100 * mark}%" y="8" overflow="visible"><path d="M0,-7L5,0L0,7L-5,0Z"></path></svg>`}
          </svg>
        </li>`,
    )}
  </ul>`;
}
