import { html, svg, type TemplateResult } from 'lit';
import type { HeatDay, HeatMap } from '../../study/statistics/heatMap';
import { t } from '../l10n';
import { percentOf, type Act } from './frame';
import { heat, heatCell, monthLabels } from './geometry';
import { moveBetweenBars } from './roving';

/** Names of weekdays, from Monday. */
export function weekdayNames(): readonly string[] {
  return [t('Mon'), t('Tue'), t('Wed'), t('Thu'), t('Fri'), t('Sat'), t('Sun')];
}

/** A year of days; it scrolls where the panel is narrow, and begins at today's end. */
export function renderHeatMap({ weeks, sentence }: HeatMap, act: Act): TemplateResult {
  const latest = weeks.flatMap(({ days }) => days).findLast(({ action }) => action);
  const width = heat.left + weeks.length * heat.step;
  const height = heat.top + 7 * heat.step;
  return html`<div class="heat-map" tabindex=${latest ? -1 : 0} role="presentation">
      <svg width=${width} height=${height} role=${latest ? 'group' : 'img'} aria-label=${sentence} @keydown=${moveBetweenBars}>
        ${monthLabels(weeks.map(({ date }) => date)).map(
          ({ week, month }) => svg`<text class="tick" x=${heat.left + week * heat.step} y="10" aria-hidden="true">${monthName(month)}</text>`,
        )}
        ${[0, 2, 4].map((weekday) => svg`<text class="tick" x="0" y=${heat.top + weekday * heat.step + 9} aria-hidden="true">${weekdayNames()[weekday]}</text>`)}
        ${weeks.map(({ days }, week) => days.map((day, weekday) => renderDay(day, week, weekday, day === latest, act)))}
      </svg>
    </div>
    <p class="legend" aria-hidden="true">
      ${t('Fewer answers')}
      <svg width="66" height="12" focusable="false">
        ${[0, 1, 2, 3, 4].map((level) => {
          const { size } = heatCell(0, 0, level);
          const inset = (heat.cell - size) / 2;
          return svg`<rect class="heat level-${level}" x=${level * heat.step + inset} y=${inset} width=${size} height=${size}></rect>`;
        })}
      </svg>
      ${t('more')}
    </p>`;
}

function renderDay(day: HeatDay, week: number, weekday: number, focusable: boolean, act: Act): unknown {
  const { x, y, size } = heatCell(week, weekday, day.level);
  const cell = svg`<rect class="heat level-${day.level}" x=${x} y=${y} width=${size} height=${size}></rect>`;
  const { action } = day;
  if (!action) return cell;
  const description = t('{0}: {1} answers, {2} right', day.label, day.answers, percentOf(day.right / day.answers));
  const whole = heatCell(week, weekday, 0);
  return svg`<g role="button" tabindex=${focusable ? 0 : -1} aria-label=${description} @click=${() => act(action)}>
    <title>${description}</title>
    <rect class="reach" x=${whole.x} y=${whole.y} width=${whole.size} height=${whole.size}></rect>${cell}
  </g>`;
}

function monthName(month: string): string {
  const names = [t('Jan'), t('Feb'), t('Mar'), t('Apr'), t('May'), t('Jun'), t('Jul'), t('Aug'), t('Sep'), t('Oct'), t('Nov'), t('Dec')];
  return names[Number(month.slice(5)) - 1] ?? '';
}
