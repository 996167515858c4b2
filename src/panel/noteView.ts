import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { post } from './host';
import { t } from './l10n';
import { renderMarkdown, slugOf } from './markdown';
import type { NoteView } from './protocol';

type Fact = NoteView['facts'][number];
type Decision = NoteView['decisions'][number];

/** A note: what it is, contents, body, decisions, cues, traps and every fact with its source. */
export function renderNote(note: NoteView): TemplateResult {
  const body = renderMarkdown(note.body, note.diagrams);
  const sections = [
    ...body.headings.filter(({ level }) => level === 2),
    ...(note.decisions.length > 0 ? [{ text: t('Decisions'), slug: 'decisions' }] : []),
    ...(note.cues.length > 0 ? [{ text: t('Cue words'), slug: 'cue-words' }] : []),
    ...(note.traps.length > 0 ? [{ text: t('Traps'), slug: 'traps' }] : []),
    ...(note.facts.length > 0 ? [{ text: t('Facts ({0})', note.facts.length), slug: 'facts' }] : []),
  ];
  return html`
    <article class="note" @click=${followLink}>
      <header>
        <h1 id="at-${note.id}" tabindex="-1">${note.title}</h1>
        ${note.fullName && note.fullName !== note.title ? html`<p class="full-name">${note.fullName}</p>` : nothing} ${status(note)}
        <p class="summary">${note.summary}</p>
        <p class="actions">
          ${
            note.questions > 0
              ? html`<vscode-button icon="play" @click=${() => post({ type: 'quiz', scope: { kind: 'note', id: note.id } })}
                  >${t('Quiz me ({0} questions)', note.questions)}</vscode-button
                >`
              : nothing
          }
          ${note.page ? html`<a href=${note.page}>${t("AWS's page")}</a>` : nothing}
        </p>
      </header>
      <nav aria-label=${t('Contents')}>
        <h2>${t('Contents')}</h2>
        <ul>
          ${sections.map(({ text, slug }) => html`<li><a href="#at-${slug}" data-anchor=${slug}>${text}</a></li>`)}
        </ul>
      </nav>
      <div class="body">${unsafeHTML(body.html)}</div>
      ${
        note.decisions.length > 0
          ? html`<section>
              <h2 id="at-decisions" tabindex="-1">${t('Decisions')}</h2>
              ${note.decisions.map(renderDecision)}
            </section>`
          : nothing
      }
      ${
        note.cues.length > 0
          ? html`<section>
              <h2 id="at-cue-words" tabindex="-1">${t('Cue words')}</h2>
              <dl class="cues">
                ${note.cues.map(
                  ({ words, meaning }) =>
                    html`<div>
                      <dt>${words}</dt>
                      <dd>${meaning}</dd>
                    </div>`,
                )}
              </dl>
            </section>`
          : nothing
      }
      ${
        note.traps.length > 0
          ? html`<section>
              <h2 id="at-traps" tabindex="-1">${t('Traps')}</h2>
              <ul>
                ${note.traps.map((trap) => html`<li>${trap}</li>`)}
              </ul>
            </section>`
          : nothing
      }
      ${
        note.facts.length > 0
          ? html`<section>
              <h2 id="at-facts" tabindex="-1">${t('Facts')}</h2>
              <ul class="facts">
                ${note.facts.map(renderFact)}
              </ul>
            </section>`
          : nothing
      }
    </article>
  `;
}

function status({ status }: NoteView): TemplateResult | typeof nothing {
  if (!status || status.state === 'current') return nothing;
  const since = status.state === 'retired' ? t('Retired since {0}.', status.since) : t('Closed to new customers since {0}.', status.since);
  return html`<p class="status" role="note">
    <vscode-icon name="warning"></vscode-icon> ${since} ${status.replacement} <a href=${status.source}>${t('Source')}</a>
  </p>`;
}

function renderDecision(decision: Decision): TemplateResult {
  return html`<div class="decision" id="at-${decision.id}" tabindex="-1">
    <p class="need">${decision.need}</p>
    <dl>
      <div>
        <dt>${t('Use')}</dt>
        <dd>${decision.use}</dd>
      </div>
      <div>
        <dt>${t('Not')}</dt>
        <dd>${decision.not}</dd>
      </div>
    </dl>
    <p>${decision.why} ${source(decision.source, decision.checked)}</p>
    ${decision.was ? older(decision.was) : nothing}
  </div>`;
}

function renderFact(fact: Fact): TemplateResult {
  return html`<li id="at-${fact.id}" tabindex="-1">
    ${fact.statement} ${source(fact.source, fact.checked)}
    ${fact.property ? html`<code class="property">${fact.property.replace(/^.*::/, '').replace('/', '.')}</code>` : nothing}
    ${fact.was ? older(fact.was) : nothing}
  </li>`;
}

function older(was: NonNullable<Fact['was']>): TemplateResult[] {
  return was.map(
    ({ statement, until, source: page }) =>
      html`<p class="was">
        <vscode-icon name="history"></vscode-icon>
        <span
          >${until ? t('Older material (until {0}): {1}', until, statement) : t('Older material: {0}', statement)}
          ${page ? html`<a href=${page} aria-label=${t('Source of the change')}>${t('Source')}</a>` : nothing}</span
        >
      </p>`,
  );
}

function source(page: string, checked: string): TemplateResult {
  return html`<a class="source" href=${page} title=${t('{0}, checked {1}', page, checked)} aria-label=${t('Source, checked {0}', checked)}>${t('Source')}</a>`;
}

/** Links between notes open in the panel; those within the note scroll. */
function followLink(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const target = link?.dataset.note ?? (link?.dataset.anchor === undefined ? undefined : `#${link.dataset.anchor}`);
  if (target === undefined) return;
  event.preventDefault();
  if (target.startsWith('#')) scrollToAnchor(target.slice(1));
  else post({ type: 'openNote', target });
}

/** Shows a fact, decision or heading of the note and puts the focus there. */
export function scrollToAnchor(anchor: string): void {
  const element = document.getElementById(`at-${anchor}`) ?? document.getElementById(`at-${slugOf(anchor)}`);
  if (!element) return;
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
}
