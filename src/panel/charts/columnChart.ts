import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { OverviewAction } from '../../study/statistics/action';
import type { Act } from './frame';
import { axisLabels, columnsOf, type Tick } from './geometry';
import { moveBetweenBars } from './roving';

export interface ColumnBar {
  /** Below the axis, where there is room. */
  readonly label: string;
  /** What the bar says on its own. */
  readonly description: string;
  readonly value: number;
  readonly action?: OverviewAction;
  /** Hatched, to be told from the others: what is overdue. */
  readonly marked?: boolean;
}

const height = 130;
/** Below the plot, for the labels. */
const below = 20;
/** Above it, so that the topmost tick is not cut off. */
const above = 8;

/** Upright bars along days. With actions, the chart is a group of buttons, else a picture. */
export function renderColumns(label: string, bars: readonly ColumnBar[], act: Act): TemplateResult {
  const { columns, ticks } = columnsOf(
    bars.map(({ value }) => value),
    height,
  );
  const interactive = bars.some(({ action }) => action);
  return html`<div class="plot">
    ${renderAxis(ticks, (value) => String(value))}
    <svg
      class="area"
      width="100%"
      height=${above + height + below}
      role=${interactive ? 'group' : 'img'}
      aria-label=${label}
      @keydown=${interactive ? moveBetweenBars : nothing}
    >
      <svg y=${above} overflow="visible">
        ${renderGrid(ticks)}
        ${bars.map(({ action, description, marked }, index) => {
          const column = columns[index];
          if (!column) return nothing;
          const shape = svg`<title>${description}</title>
            <rect class="reach" x="${(100 * index) / bars.length}%" y="0" width="${100 / bars.length}%" height=${height}></rect>
            <rect class=${marked === true ? 'fill marked' : 'fill'} x="${column.x}%" y=${column.y} width="${column.width}%" height=${column.height}></rect>`;
          return action
            ? svg`<g role="button" tabindex=${index === 0 ? 0 : -1} aria-label=${description} @click=${() => act(action)}>${shape}</g>`
            : svg`<g>${shape}</g>`;
        })}
        ${axisLabels(bars.length).map(
          ({ index, x, anchor, room }) =>
            svg`<text class="tick room-${room}" x="${anchor === 'start' ? 0 : anchor === 'end' ? 100 : x}%" y=${height + 15} text-anchor=${anchor} aria-hidden="true">${bars[index]?.label}</text>`,
        )}
      </svg>
    </svg>
  </div>`;
}

/** The figures left of a plot. */
export function renderAxis(ticks: readonly Tick[], labelOf: (value: number) => string): TemplateResult {
  return html`<svg class="axis" width="40" height=${above + height + below} aria-hidden="true" focusable="false">
    ${ticks.map(({ value, y }) => svg`<text class="tick" x="34" y=${above + y + 4} text-anchor="end">${labelOf(value)}</text>`)}
  </svg>`;
}

export function renderGrid(ticks: readonly Tick[]): readonly SVGTemplateResult[] {
  return ticks.map(({ y }) => svg`<line class="grid" x1="0" x2="100%" y1=${y} y2=${y}></line>`);
}

/** Measures of every plot, in pixels. */
export const plot = { height, above, below } as const;
