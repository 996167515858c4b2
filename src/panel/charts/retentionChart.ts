import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Retention } from '../../study/statistics/retention';
import { t } from '../l10n';
import { plot, renderAxis, renderGrid } from './columnChart';
import { percentOf } from './frame';
import { axisLabels, linePath, shareAxis } from './geometry';

/** What was recalled week by week, with intervals, against what was expected and what is wanted. */
export function renderRetention({ weeks, desired, sentence }: Retention): TemplateResult {
  const shares = weeks.flatMap(({ recalled, expected }) => (recalled && expected !== undefined ? [recalled.low, expected] : []));
  const { yOf, ticks } = shareAxis([...shares, desired], plot.height);
  const xOf = (index: number): number => (100 * (index + 0.5)) / weeks.length;
  const recalled = linePath(weeks.map((week, index) => (week.recalled ? { x: xOf(index), y: yOf(week.recalled.value) } : undefined)));
  const expected = linePath(weeks.map((week, index) => (week.expected === undefined ? undefined : { x: xOf(index), y: yOf(week.expected) })));
  return html`<div class="plot">
      ${renderAxis(ticks, percentOf)}
      <svg class="area" width="100%" height=${plot.above + plot.height + plot.below} role="img" aria-label=${sentence}>
        <svg y=${plot.above} overflow="visible">
          ${renderGrid(ticks)}
          <line class="desired" x1="0" x2="100%" y1=${yOf(desired)} y2=${yOf(desired)}></line>
          ${weeks.map((week, index) =>
            week.recalled
              ? svg`<line class="interval" x1="${xOf(index)}%" x2="${xOf(index)}%" y1=${yOf(week.recalled.low)} y2=${yOf(week.recalled.high)}></line>`
              : nothing,
          )}
          <svg width="100%" height=${plot.height} viewBox="0 0 100 ${plot.height}" preserveAspectRatio="none" overflow="visible">
            <path class="expected" d=${expected}></path>
            <path class="recalled" d=${recalled}></path>
          </svg>
          ${weeks.map((week, index) => (week.recalled ? svg`<circle class="dot" cx="${xOf(index)}%" cy=${yOf(week.recalled.value)} r="3.5"></circle>` : nothing))}
          ${axisLabels(weeks.length).map(
            ({ index, x, anchor, room }) =>
              svg`<text class="tick room-${room}" x="${anchor === 'start' ? 0 : anchor === 'end' ? 100 : x}%" y=${plot.height + 15} text-anchor=${anchor}>${weeks[index]?.label}</text>`,
          )}
        </svg>
      </svg>
    </div>
    <ul class="legend" aria-hidden="true">
      <li>
        ${sample(svg`<line class="recalled" x1="0" x2="28" y1="6" y2="6"></line><circle class="dot" cx="14" cy="6" r="3.5"></circle>`)}
        ${t('Recalled, with its interval')}
      </li>
      <li>${sample(svg`<line class="expected" x1="0" x2="28" y1="6" y2="6"></line>`)} ${t('Expected')}</li>
      <li>${sample(svg`<line class="desired" x1="0" x2="28" y1="6" y2="6"></line>`)} ${t('What you have set')}</li>
    </ul>`;
}

function sample(shape: unknown): TemplateResult {
  return html`<svg class="sample" width="28" height="12" focusable="false">${shape}</svg>`;
}
