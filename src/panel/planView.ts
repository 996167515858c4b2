import { html, nothing, type TemplateResult } from 'lit';
import type { Plan } from '../study/statistics/plan';
import type { Act } from './charts/frame';
import { t } from './l10n';

/** The way to the exam: today's portion, the mock exams, and what to leave aside where there is too little time. */
export function renderPlan(plan: Plan, act: Act): TemplateResult {
  return html`<section class="chart wide" aria-labelledby="at-plan">
    <h2 id="at-plan">${t('Plan')}</h2>
    <p>${plan.sentence}</p>
    ${plan.state === 'ahead' ? renderDays(plan, act) : nothing}
  </section>`;
}

function renderDays({ today, mockExams, dropped }: Extract<Plan, { state: 'ahead' }>, act: Act): TemplateResult {
  return html`<dl class="plan">
    <div>
      <dt>${t('Today')}</dt>
      <dd>
        ${t('{0} new cards and {1} reviews, about {2} minutes', today.newCards, today.reviews, today.minutes)}
        ${
          today.newCards + today.reviews > 0
            ? html`<button class="bar-link" @click=${() => act(today.action)}>
                ${today.action.kind === 'due' ? t('Review what is due') : t('Start with new cards')}
              </button>`
            : nothing
        }
        ${today.mockExam ? html`<button class="bar-link" @click=${() => act({ kind: 'mockExam' })}>${t('Take a mock exam')}</button>` : nothing}
      </dd>
    </div>
    ${
      mockExams.length > 0
        ? html`<div>
            <dt>${t('Mock exams')}</dt>
            <dd>${mockExams.map(({ date, label }) => html`<time datetime=${date}>${label}</time> `)}</dd>
          </div>`
        : nothing
    }
    ${
      dropped.length > 0
        ? html`<div>
            <dt>${t('Leave aside')}</dt>
            <dd>
              <ul>
                ${dropped.map(({ domain, title, cards }) => html`<li>${t('Domain {0}, {1}: {2} cards', domain, title, cards)}</li>`)}
              </ul>
            </dd>
          </div>`
        : nothing
    }
  </dl>`;
}
