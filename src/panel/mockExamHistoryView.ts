import { html, nothing, svg, type TemplateResult } from 'lit';
import { plot, renderAxis, renderGrid } from './charts/columnChart';
import { linePath } from './charts/geometry';
import { post } from './host';
import { t } from './l10n';
import { placesOf, scoreAxis } from './mockExamPlot';
import { dateText } from './mockExamResultView';
import { durationText } from './mockExamTime';
import type { MockExamHistoryView, MockExamRow } from './protocolMockExam';

/** All recorded mock exams: how the scores went, and a table that leads to each result. */
export function renderMockExamHistory({ rows, unreadable }: MockExamHistoryView): TemplateResult {
  const exams = [...new Set(rows.map(({ exam }) => exam))];
  const start = html`<p class="actions">
    <vscode-button icon="play" @click=${() => post({ type: 'chooseMockExam' })}>${t('Start a mock exam...')}</vscode-button>
  </p>`;
  return html`<article class="mock-exam-history">
    <h1 id="stem" tabindex="-1">${t('Mock exams')}</h1>
    ${rows.length === 0 ? html`<p>${t('No mock exam was finished yet. One of a quarter of the length is a good beginning.')}</p>` : nothing} ${start}
    ${exams.map((exam) => renderPlot(exam, rows.filter((row) => row.exam === exam).reverse()))} ${rows.length > 0 ? renderTable(rows) : nothing}
    ${unreadable > 0 ? html`<p class="hint">${t('{0} more cannot be read; the output tells why.', unreadable)}</p>` : nothing}
  </article>`;
}

/** Scores with their ranges along time, the oldest first, and the passing score as a dashed line. */
function renderPlot(exam: string, rows: readonly MockExamRow[]): TemplateResult {
  const { yOf, ticks } = scoreAxis(plot.height);
  const places = placesOf(rows.map(({ finished }) => finished));
  const points = rows.map(({ score }, index) => ({ x: places[index] ?? 0, y: yOf(score) }));
  const passingScore = rows.at(-1)?.passingScore ?? null;
  const first = rows.at(0);
  const last = rows.at(-1);
  const sentence =
    rows.length === 1
      ? t('{0}: one mock exam, estimated at {1}.', exam, last?.score ?? 0)
      : t('{0}: {1} mock exams, the first estimated at {2}, the last at {3}.', exam, rows.length, first?.score ?? 0, last?.score ?? 0);
  return html`<section class="chart" aria-label=${exam}>
    <h2>${t('Scores: {0}', exam)}</h2>
    <p>${sentence}</p>
    <div class="plot">
      ${renderAxis(ticks, String)}
      <svg class="area" width="100%" height=${plot.above + plot.height + plot.below} role="img" aria-label=${sentence}>
        <svg y=${plot.above} overflow="visible">
          ${renderGrid(ticks)}
          ${passingScore === null ? nothing : svg`<line class="desired" x1="0" x2="100%" y1=${yOf(passingScore)} y2=${yOf(passingScore)}></line>`}
          <svg width="100%" height=${plot.height} viewBox="0 0 100 ${plot.height}" preserveAspectRatio="none" overflow="visible">
            <path class="recalled" d=${linePath(points)}></path>
          </svg>
          ${rows.map(({ low, high }, index) => svg`<line class="interval" x1="${places[index]}%" x2="${places[index]}%" y1=${yOf(low)} y2=${yOf(high)}></line>`)}
          ${points.map(({ x, y }, index) => renderPoint(x, y, rows[index]?.passed ?? null))}
          ${first ? svg`<text class="tick" x="0" y=${plot.height + 15}>${dayText(first.finished)}</text>` : nothing}
          ${rows.length > 1 && last ? svg`<text class="tick" x="100%" y=${plot.height + 15} text-anchor="end">${dayText(last.finished)}</text>` : nothing}
        </svg>
      </svg>
    </div>
    <p class="hint">
      ${
        passingScore === null
          ? t('The upright lines are the ranges of the estimates.')
          : t('The dashed line is the passing score, {0}. Filled points passed; the upright lines are the ranges of the estimates.', passingScore)
      }
    </p>
  </section>`;
}

/** Filled where it passed, hollow where it did not. */
function renderPoint(x: number, y: number, passed: boolean | null): unknown {
  return svg`<circle class=${passed === false ? 'dot hollow' : 'dot'} cx="${x}%" cy=${y} r="5"></circle>`;
}

function renderTable(rows: readonly MockExamRow[]): TemplateResult {
  const headings = [t('Finished'), t('Mock exam'), t('Score'), t('Range'), t('Passed'), t('Right'), t('Time')];
  return html`<h2>${t('All of them')}</h2>
    <div class="table" tabindex="0" role="region" aria-label=${t('All of them')}>
      <table>
        <thead>
          <tr>
            ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ id, exam, title, mode, finished, elapsed, right, total, score, low, high, passed }) =>
              html`<tr>
                <th scope="row">
                  <a href="#" data-exam=${id} @click=${(event: Event) => open(event, id)}>${dateText(finished)}</a>
                </th>
                <td>${exam}: ${title} ${mode === 'practice' ? html`<span class="badge">${t('Practice')}</span>` : nothing}</td>
                <td>${score}</td>
                <td>${t('{0} to {1}', low, high)}</td>
                <td>${passed === null ? '–' : html`<vscode-icon name=${passed ? 'pass' : 'error'}></vscode-icon> ${passed ? t('yes') : t('no')}`}</td>
                <td>${t('{0} of {1}', right, total)}</td>
                <td>${durationText(elapsed)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function open(event: Event, id: string): void {
  event.preventDefault();
  post({ type: 'openMockExam', id });
}

function dayText(time: number): string {
  return new Date(time).toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: 'medium' });
}
