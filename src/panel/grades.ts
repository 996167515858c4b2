import { html, type TemplateResult } from 'lit';
import type { Grade } from '../study/review';
import { t } from './l10n';

const labels = (): readonly (readonly [Grade, string])[] => [
  [1, t('Again')],
  [2, t('Hard')],
  [3, t('Good')],
  [4, t('Easy')],
];

/** The grade that a key gives, 1 to 4; space and Enter mean Good, as in Anki. */
export function gradeOfKey(key: string): Grade | undefined {
  if (key === ' ' || key === 'Enter') return 3;
  return key === '1' ? 1 : key === '2' ? 2 : key === '3' ? 3 : key === '4' ? 4 : undefined;
}

/** The four grades of a card to recall, each with how long it puts the card off. */
export function renderGrades(days: readonly number[], rate: (grade: Grade) => void): TemplateResult {
  return html`<div class="grades" role="group" aria-label=${t('How well did you know it?')}>
    ${labels().map(
      ([grade, label]) =>
        html`<button type="button" class="grade" aria-keyshortcuts=${grade} @click=${() => rate(grade)}>
          <span>${label}</span> <kbd>${grade}</kbd> <span class="interval">${intervalText(days[grade - 1])}</span>
        </button>`,
    )}
  </div>`;
}

/** `10 min`, `4 d`, `2.1 mo`; nothing where the card is not moved. */
export function intervalText(days: number | undefined): string {
  if (days === undefined) return '';
  const minutes = days * 24 * 60;
  if (minutes < 60) return t('{0} min', Math.max(1, Math.round(minutes)));
  if (days < 1) return t('{0} h', Math.round(days * 24));
  if (days < 31) return t('{0} d', Math.round(days));
  return days < 365 ? t('{0} mo', (days / 30.44).toFixed(1)) : t('{0} y', (days / 365.25).toFixed(1));
}
