import { html, nothing, type TemplateResult } from 'lit';
import { t } from './l10n';
import { openNote } from './links';
import type { QuizResult, QuizView } from './protocol';

/** Right or not, when the card comes back, and what becomes of a card that is forgotten again and again. */
export function renderVerdict({ correct, due, leech }: QuizResult): TemplateResult {
  return html`<p class="verdict ${correct ? 'right' : 'wrong'}" role="status">
      <vscode-icon name=${correct ? 'check' : 'close'}></vscode-icon> ${correct ? t('Right.') : t('Not right.')}
      ${due ? html`<span class="due">${t('This card comes back {0}.', due)}</span>` : nothing}
    </p>
    ${
      leech === undefined
        ? nothing
        : html`<p class="status" role="note">
            <vscode-icon name="warning"></vscode-icon>
            ${t('Forgotten {0} times: this card is a leech and is held back from now on. Read its note, or reword the card, before you take it up again.', leech)}
          </p>`
    }`;
}

/** The worked solution, the facts behind the question and its sources. */
export function renderBehind({ steps, facts, sources }: QuizResult): TemplateResult {
  return html`<div class="behind">
    ${
      steps.length > 0
        ? html`<h2>${t('Step by step')}</h2>
            <ol class="solution">
              ${steps.map((step) => html`<li>${step}</li>`)}
            </ol>`
        : nothing
    }
    ${
      facts.length > 0
        ? html`<h2>${t('Behind it')}</h2>
            <ul>
              ${facts.map(({ reference, statement }) => html`<li><a href="#" @click=${(event: Event) => openNote(event, reference)}>${statement}</a></li>`)}
            </ul>`
        : nothing
    }
    ${
      sources.length > 0
        ? html`<h2>${t('Sources')}</h2>
            <ul>
              ${sources.map((page) => html`<li><a href=${page}>${page.replace(/^https:\/\//, '')}</a></li>`)}
            </ul>`
        : nothing
    }
  </div>`;
}

/** The notes that a card belongs to, and its level. */
export function renderNotes({ services, level, cardKind, card }: QuizView): TemplateResult {
  const note = cardKind === 'fact' || cardKind === 'decision' ? card.slice(card.indexOf(':') + 1) : '';
  return html`<p>
    ${
      services.length > 0
        ? html`${t('Notes:')}
          ${services.map(({ id, name }, at) => html`${at > 0 ? ', ' : ''}<a href="#" @click=${(event: Event) => openNote(event, id)}>${name}</a>`)}`
        : note
          ? html`<a href="#" @click=${(event: Event) => openNote(event, note)}>${t('Open the note')}</a>`
          : nothing
    }
    <span class="level">· ${t('Bloom level: {0}', level)}</span>
  </p>`;
}
