import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Calibration } from '../../study/statistics/calibration';
import { t } from '../l10n';
import { plot, renderAxis, renderGrid } from './columnChart';
import { percentOf, type Act } from './frame';
import { linePath, shareAxis } from './geometry';
import { moveBetweenBars } from './roving';

/** A second line of labels, so that neighbours do not meet in a narrow panel. */
const secondLine = 14;

/** How sure (across) against how right (upwards): on the dashed line both are the same. */
export function renderCalibration({ rows, sentence }: Calibration, act: Act): TemplateResult {
  const { yOf, ticks } = shareAxis([0], plot.height);
  const answered = rows.filter(({ share }) => share);
  return html`<div class="plot">
    ${renderAxis(ticks, percentOf)}
    <svg
      class="area"
      width="100%"
      height=${plot.above + plot.height + plot.below + secondLine}
      role=${answered.length > 0 ? 'group' : 'img'}
      aria-label=${sentence}
      @keydown=${moveBetweenBars}
    >
      <svg y=${plot.above} overflow="visible">
        ${renderGrid(ticks)}
        <svg width="100%" height=${plot.height} viewBox="0 0 100 ${plot.height}" preserveAspectRatio="none">
          <path class="expected" d=${linePath([0, 1].map((share) => ({ x: 100 * share, y: yOf(share) })))}></path>
        </svg>
        ${rows.map(({ label, stated, share, right, answers, action }, index) => {
          const x = `${100 * stated}%`;
          const name = svg`<text class="tick" x=${x} y=${plot.height + 15 + (index % 2) * secondLine} text-anchor=${stated > 0.9 ? 'end' : 'middle'} aria-hidden="true">${label}</text>`;
          if (!share) return name;
          const description = t('{0}: stated {1}, right {2}, {3} of {4} answers', label, percentOf(stated), percentOf(share.value), right, answers);
          const figure = svg`<text class="tick value" x=${x} y=${Math.min(yOf(share.high), yOf(share.value) - 6) - 4} text-anchor="middle" aria-hidden="true">${percentOf(share.value)}</text>`;
          return svg`${name}${figure}<g role="button" tabindex=${action === answered[0]?.action ? 0 : -1} aria-label=${description} @click=${() => act(action)}>
            <title>${description}</title>
            <line class="interval" x1=${x} x2=${x} y1=${yOf(share.low)} y2=${yOf(share.high)}></line>
            <circle class="reach" cx=${x} cy=${yOf(share.value)} r="13"></circle>
            <circle class="dot" cx=${x} cy=${yOf(share.value)} r="5"></circle>
          </g>`;
        })}
        ${answered.length === 0 ? svg`<text class="tick" x="50%" y=${plot.height / 2} text-anchor="middle" aria-hidden="true">${t('No answers yet')}</text>` : nothing}
      </svg>
    </svg>
  </div>`;
}
