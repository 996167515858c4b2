import { html, nothing, type TemplateResult } from 'lit';
import type { Calibration } from '../study/statistics/calibration';
import type { Overview, OverviewView } from '../study/statistics/overview';
import type { Readiness } from '../study/statistics/readiness';
import type { TimeRow } from '../study/statistics/studyTime';
import { renderBarRows } from './charts/barRows';
import { renderCalibration } from './charts/calibrationChart';
import { renderColumns } from './charts/columnChart';
import { percentOf, rangeOf, renderChart, shareOrDash, type Act } from './charts/frame';
import { renderHeatMap, weekdayNames } from './charts/heatMapChart';
import { renderRetention } from './charts/retentionChart';
import { t } from './l10n';
import { renderPlan } from './planView';

/** What the learner knows, by how much evidence, and what to do next: every row and bar leads to a quiz. */
export function renderOverview({ overview }: OverviewView, act: Act): TemplateResult {
  return html`<article class="overview">
    <h1 id="stem" tabindex="-1">${t('Progress: {0}', overview.exam.code)}</h1>
    <p class="summary">${overview.exam.title}</p>
    <div class="charts">
      ${renderReadiness(overview.readiness, act)} ${renderPlan(overview.plan, act)} ${renderForecast(overview, act)} ${renderLevels(overview, act)}
      ${renderSureness(overview.calibration, act)} ${renderRecall(overview, act)} ${renderDays(overview, act)} ${renderTime(overview, act)}
    </div>
  </article>`;
}

function renderReadiness({ sentence, ready, domains, method }: Readiness, act: Act): TemplateResult {
  const picture = renderBarRows(
    t('Readiness by domain'),
    domains.map(({ domain, title, weight, ready: share, cards, seen, action }) => ({
      label: t('Domain {0}: {1}', domain, title),
      figure: t('{0} ({1}), {2} of {3} cards seen, weighs {4} %', percentOf(share.value), rangeOf(share), seen, cards, weight),
      share: share.value,
      interval: share,
      action,
    })),
    act,
  );
  const whole = html`<p class="big-figure">
    <strong>${percentOf(ready.value)}</strong> <span class="figure">${t('between {0} and {1}', percentOf(ready.low), percentOf(ready.high))}</span>
  </p>`;
  return renderChart(
    {
      id: 'at-readiness',
      title: t('Readiness'),
      sentence,
      wide: true,
      picture: [whole, picture],
      after: html`<p class="hint">${method}</p>`,
      tables: [
        {
          caption: t('Readiness by domain'),
          columns: [t('Domain'), t('Weight'), t('Ready'), t('Interval (90 %)'), t('Cards seen'), t('Cards'), t('Answers')],
          rows: domains.map(({ domain, title, weight, ready: share, cards, seen, answers, action }) => ({
            cells: [t('{0} {1}', domain, title), t('{0} %', weight), percentOf(share.value), rangeOf(share), String(seen), String(cards), String(answers)],
            action,
          })),
        },
      ],
    },
    act,
  );
}

function renderForecast({ forecast: { backlog, days, sentence } }: Overview, act: Act): TemplateResult {
  // What is due already stands before the days, hatched: it is not today's work alone.
  const bars = [
    { label: t('Now'), description: t('Due now: {0}', backlog), value: backlog, action: { kind: 'due' } as const, marked: true },
    ...days.map(({ label, due, action }, index) => ({
      label,
      description: index === 0 ? t('Later today: {0} due', due) : t('{0}: {1} due', label, due),
      value: due,
      action,
    })),
  ];
  return renderChart(
    {
      id: 'at-forecast',
      title: t('Due in the next 30 days'),
      sentence,
      picture: renderColumns(sentence, bars, act),
      tables: [
        {
          caption: t('Cards due by day'),
          columns: [t('Day'), t('Cards due')],
          rows: [
            { cells: [t('Now'), String(backlog)], action: { kind: 'due' } },
            ...days.map(({ label, due, action }, index) => ({ cells: [index === 0 ? t('Later today') : label, String(due)], action })),
          ],
        },
      ],
    },
    act,
  );
}

function renderSureness(calibration: Calibration, act: Act): TemplateResult {
  const { rows, sentence, method, findings } = calibration;
  const named =
    findings.length === 0
      ? nothing
      : html`<ul class="findings">
          ${findings
            .slice(0, 5)
            .map(({ sentence: finding, action }) => html`<li>${finding} <button class="bar-link" @click=${() => act(action)}>${t('Quiz me')}</button></li>`)}
        </ul>`;
  return renderChart(
    {
      id: 'at-calibration',
      title: t('How sure, how right'),
      sentence,
      picture: renderCalibration(calibration, act),
      after: html`${named}
        <p class="hint">${t('On the dashed line you are as right as you are sure; below it you are too sure.')} ${method}</p>`,
      tables: [
        {
          caption: t('Sureness against right answers'),
          columns: [t('Sureness'), t('Stated'), t('Right'), t('Interval (90 %)'), t('Answers')],
          rows: rows.map(({ label, stated, share, answers, action }) => ({
            cells: [label, percentOf(stated), shareOrDash(share?.value), rangeOf(share), String(answers)],
            action,
          })),
        },
        {
          caption: t('Where sureness and answers differ'),
          columns: [t('About'), t('Right'), t('Answers'), t('Stated less right'), t('Interval (98 %)')],
          rows: findings.map(({ about, right, answers, difference, action }) => ({
            cells: [about, String(right), String(answers), percentOf(difference.value), rangeOf(difference)],
            action,
          })),
        },
      ].filter(({ rows: filled }) => filled.length > 0),
    },
    act,
  );
}

function renderRecall({ retention }: Overview, act: Act): TemplateResult {
  return renderChart(
    {
      id: 'at-retention',
      title: t('Retention by week'),
      sentence: retention.sentence,
      picture: renderRetention(retention),
      after: html`<p><button class="bar-link" @click=${() => act(retention.action)}>${t('Review what is due')}</button></p>`,
      tables: [
        {
          caption: t('Known cards that came back, by week'),
          columns: [t('Week from'), t('Recalled'), t('Interval (90 %)'), t('Expected'), t('Answers')],
          rows: retention.weeks
            .filter(({ answers }) => answers > 0)
            .map(({ label, recalled, expected, answers }) => ({
              cells: [label, shareOrDash(recalled?.value), rangeOf(recalled), shareOrDash(expected), String(answers)],
            })),
        },
      ],
    },
    act,
  );
}

function renderLevels({ levels: { rows, sentence } }: Overview, act: Act): TemplateResult {
  return renderChart(
    {
      id: 'at-levels',
      title: t("Bloom's levels"),
      sentence,
      picture: renderBarRows(
        t("Right answers by Bloom's level"),
        rows.map(({ label, share, recall, answers, action }) => ({
          label,
          figure: share ? t('{0} right of {1} answers; recall today {2}', percentOf(share.value), answers, shareOrDash(recall)) : t('No answers yet'),
          ...(share ? { share: share.value, interval: share } : {}),
          ...(recall === undefined ? {} : { mark: recall }),
          action,
        })),
        act,
      ),
      after: html`<p class="hint">${t('The bar is the share of right answers with its interval, the diamond the recall that is expected today.')}</p>`,
      tables: [
        {
          caption: t("Answers by Bloom's level"),
          columns: [t('Level'), t('Right'), t('Interval (90 %)'), t('Recall today'), t('Cards seen'), t('Cards'), t('Answers')],
          rows: rows.map(({ label, share, recall, cards, seen, answers, action }) => ({
            cells: [label, shareOrDash(share?.value), rangeOf(share), shareOrDash(recall), String(seen), String(cards), String(answers)],
            action,
          })),
        },
      ],
    },
    act,
  );
}

function renderDays({ heatMap }: Overview, act: Act): TemplateResult {
  return renderChart(
    {
      id: 'at-days',
      title: t('Days of study'),
      sentence: heatMap.sentence,
      wide: true,
      picture: renderHeatMap(heatMap, act),
      tables: [
        {
          caption: t('Answers by day, and the share that was right'),
          columns: [t('Week from'), ...weekdayNames()],
          // The latest first: the year before is seldom looked up.
          rows: heatMap.weeks.toReversed().map(({ label, days }) => ({
            cells: [label, ...days.map(({ answers, right }) => (answers === 0 ? '–' : t('{0} ({1})', answers, percentOf(right / answers))))],
          })),
        },
      ],
    },
    act,
  );
}

function renderTime({ time }: Overview, act: Act): TemplateResult {
  const longest = Math.max(1, ...[...time.byKind, ...time.byLevel].map(({ secondsPerAnswer }) => secondsPerAnswer));
  const barsOf = (label: string, rows: readonly TimeRow[]): unknown =>
    rows.length === 0
      ? nothing
      : html`<h3>${label}</h3>
          ${renderBarRows(
            label,
            rows.map(({ label: name, answers, secondsPerAnswer, action }) => ({
              label: name,
              figure: t('{0} seconds, {1} answers', Math.round(secondsPerAnswer), answers),
              share: secondsPerAnswer / longest,
              action,
            })),
            act,
          )}`;
  const rowsOf = (rows: readonly TimeRow[]): { cells: string[]; action: TimeRow['action'] }[] =>
    rows.map(({ label, answers, secondsPerAnswer, action }) => ({ cells: [label, String(Math.round(secondsPerAnswer)), String(answers)], action }));
  return renderChart(
    {
      id: 'at-time',
      title: t('Time'),
      sentence: time.sentence,
      wide: true,
      picture: renderColumns(
        time.sentence,
        time.days.map(({ label, minutes }) => ({ label, description: t('{0}: {1} minutes', label, Math.round(minutes)), value: minutes })),
        act,
      ),
      after: html`<p class="hint">${t('Minutes a day, over the last 30 days.')}</p>
        <div class="side-by-side">
          <div>${barsOf(t('Seconds an answer, by kind of card'), time.byKind)}</div>
          <div>${barsOf(t("Seconds an answer, by Bloom's level"), time.byLevel)}</div>
        </div>`,
      tables: [
        {
          caption: t('Minutes by day'),
          columns: [t('Day'), t('Minutes')],
          rows: time.days.map(({ label, minutes }) => ({ cells: [label, String(Math.round(minutes))] })),
        },
        { caption: t('Seconds an answer'), columns: [t('Cards'), t('Seconds'), t('Answers')], rows: [...rowsOf(time.byKind), ...rowsOf(time.byLevel)] },
      ].filter(({ rows }) => rows.length > 0),
    },
    act,
  );
}
