import { html, nothing, svg, type TemplateResult } from 'lit';
import { percentOf, rangeOf } from './charts/frame';
import { post } from './host';
import { t } from './l10n';
import { renderReview, ReviewList } from './mockExamReview';
import { durationText } from './mockExamTime';
import type { MockExamPart, MockExamResultView } from './protocolMockExam';

/** The result of a mock exam, and which of its questions are looked at. */
export class MockExamResultController {
  readonly #list: ReviewList;
  #view: MockExamResultView;

  constructor(view: MockExamResultView, render: () => void) {
    this.#view = view;
    this.#list = new ReviewList(render);
  }

  /** Of the mock exam that is shown. */
  get id(): string {
    return this.#view.id;
  }

  show(view: MockExamResultView): void {
    this.#view = view;
  }

  render(): TemplateResult {
    const view = this.#view;
    return html`<article class="mock-exam-result">
      <p class="session">${view.title} · ${dateText(view.finished)} · ${view.mode === 'exam' ? t('exam conditions') : t('practice')}</p>
      <h1 id="stem" tabindex="-1">${t('Estimated score: {0}', view.score)}</h1>
      ${renderScore(view)} ${renderMisses(view)} ${renderParts(t('By domain'), t('Domain'), view.domains)}
      ${view.weakest ? html`<p>${t('Most is to be gained in: {0}', view.weakest)}</p>` : nothing} ${renderParts(t('By task'), t('Task'), view.tasks)}
      ${this.#time()} ${renderChanges(view)} ${renderReview(view, this.#list)}
    </article>`;
  }

  #time(): TemplateResult {
    const { elapsed, minutes, meanMilliseconds, slowest, items } = this.#view;
    return html`<h2>${t('Time')}</h2>
      <p>${t('{0} of {1} minutes used, {2} a question.', Math.round(elapsed / 60_000), minutes, durationText(meanMilliseconds))} ${t('These took longest:')}</p>
      <ul class="open-items">
        ${slowest.map(
          (index) =>
            html`<li>
              <button type="button" class="quiet" @click=${() => this.#list.open(index)}>
                ${t('Question {0}: {1}', index + 1, durationText(items[index]?.milliseconds ?? 0))}
              </button>
            </li>`,
        )}
      </ul>`;
  }
}

function renderScore({ score, low, high, passed, passingScore, note, overall, unanswered, withdrawn }: MockExamResultView): TemplateResult {
  return html`
    <p class="verdict ${passed === null ? '' : passed ? 'right' : 'wrong'}" role="status">
      ${passed === null ? nothing : html`<vscode-icon name=${passed ? 'pass' : 'error'}></vscode-icon>`}
      ${
        passingScore === null
          ? t('This exam has no passing score.')
          : passed === true
            ? t('Passed: {0} is at least {1}.', score, passingScore)
            : t('Not passed: {0} is less than {1}.', score, passingScore)
      }
    </p>
    <p>
      ${t('Between {0} and {1}, with 90 % confidence.', low, high)} ${t('{0} of {1} right ({2}).', overall.right, overall.total, percentOf(overall.share))}
      ${unanswered > 0 ? t('{0} not answered.', unanswered) : nothing}
      ${withdrawn > 0 ? t('{0} questions were changed meanwhile and do not count.', withdrawn) : nothing}
    </p>
    <p class="hint">${note}</p>
  `;
}

function renderMisses({ misses, missesAreCards, title }: MockExamResultView): TemplateResult {
  const quiz = (): void => post({ type: 'quiz', scope: { kind: 'cards', title: t('Misses: {0}', title), ids: misses } });
  const history = html`<vscode-button secondary icon="history" @click=${() => post({ type: 'openMockExams' })}>${t('All mock exams')}</vscode-button>`;
  if (misses.length === 0)
    return html`<p>${t('Nothing was missed.')}</p>
      <p class="actions">${history}</p>`;
  return html`<p class="actions">
      <vscode-button id="misses-to-cards" icon="layers" ?disabled=${missesAreCards} @click=${() => post({ type: 'missesToCards' })}>
        ${t('Turn the {0} misses into cards', misses.length)}
      </vscode-button>
      <vscode-button secondary icon="play" @click=${quiz}>${t('Quiz me on the misses')}</vscode-button>
      ${history}
    </p>
    <p class="hint" role="status">
      ${missesAreCards ? t('{0} cards come back as ones that were answered wrongly.', misses.length) : t('They come back soon, as cards that were answered wrongly.')}
    </p>`;
}

/** A table of shares; the bar beside each says the same as its figures. */
function renderParts(title: string, heading: string, parts: readonly MockExamPart[]): TemplateResult {
  return html`<h2>${title}</h2>
    <div class="table" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${heading}</th>
            <th scope="col">${t('Right')}</th>
            <th scope="col">${t('Share')}</th>
            <th scope="col">${t('Interval (90 %)')}</th>
          </tr>
        </thead>
        <tbody>
          ${parts.map(
            (part) =>
              html`<tr>
                <th scope="row">${part.name}</th>
                <td>${t('{0} of {1}', part.right, part.total)}</td>
                <td>${percentOf(part.share)} ${renderBar(part)}</td>
                <td>${rangeOf(part)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function renderBar({ share, low, high }: MockExamPart): TemplateResult {
  const [from, to] = [`${100 * low}%`, `${100 * high}%`];
  return html`<svg class="bar" width="100%" height="14" aria-hidden="true" focusable="false">
    <rect class="track" x="0" y="2" width="100%" height="10"></rect>
    <rect class="fill" x="0" y="2" width="${100 * share}%" height="10"></rect>
    ${svg`<g class="whisker"><line x1=${from} x2=${to} y1="7" y2="7"></line><line x1=${from} x2=${from} y1="2" y2="12"></line><line x1=${to} x2=${to} y1="2" y2="12"></line></g>`}
  </svg>`;
}

function renderChanges({ changes, flagged }: MockExamResultView): TemplateResult {
  const any = changes['right-to-wrong'] + changes['wrong-to-right'] + changes['wrong-to-wrong'] > 0;
  return html`<h2>${t('Changed and flagged')}</h2>
    <ul>
      ${
        any
          ? html`<li>${t('Changed from wrong to right: {0}', changes['wrong-to-right'])}</li>
              <li>${t('Changed from right to wrong: {0}', changes['right-to-wrong'])}</li>
              <li>${t('Changed from wrong to wrong: {0}', changes['wrong-to-wrong'])}</li>`
          : html`<li>${t('No answer was changed.')}</li>`
      }
      <li>${flagged.total > 0 ? t('Flagged: {0}, of which {1} right', flagged.total, flagged.right) : t('No question was flagged.')}</li>
    </ul>`;
}

/** A date and time in the learner's language. */
export function dateText(time: number): string {
  return new Date(time).toLocaleString(document.documentElement.lang || undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
