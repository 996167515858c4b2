import { html, nothing, type TemplateResult } from 'lit';
import type { Grade, Sureness } from '../study/review';
import { keep, kept, post } from './host';
import { t } from './l10n';
import { numberIn } from './numberIn';
import type { Ask, Part, QuizResult, QuizView } from './protocol';
import { cardActionOf, renderCardActions } from './cardActions';
import { gradeOfKey, renderGrades } from './grades';
import { renderBehind, renderNotes, renderVerdict } from './quizResult';

/** Read at drawing, since the texts' language comes with the first view. */
const surenesses = (): readonly { readonly value: Sureness; readonly label: string; readonly key: string }[] => [
  { value: 'guess', label: t('Guess'), key: 'g' },
  { value: 'think-so', label: t('Think so'), key: 't' },
  { value: 'sure', label: t('Sure'), key: 's' },
];

type AskOf<Kind extends Ask['kind']> = Extract<Ask, { kind: Kind }>;

/** The question that is shown: what is given so far and since when. */
export class QuizController {
  readonly #render: () => void;
  #view: QuizView;
  /** As `Answer.chosen`; for matching, -1 stands where nothing is chosen yet. */
  #chosen: readonly number[];
  /** What stands in the field of a number question. */
  #typed = '';
  /** What moving a step has done, for screen readers. */
  #moved = '';
  #sureness: Sureness | null = null;
  #shown = performance.now();
  #sent = false;
  /** Whether the back of a card to recall is shown. */
  #revealed = false;

  constructor(view: QuizView, render: () => void) {
    this.#render = render;
    this.#view = view;
    const { pending } = kept();
    this.#chosen = pending?.index === view.index ? pending.chosen : nothingGiven(view.ask);
    if (view.ask.kind === 'number') this.#typed = this.#chosen.join();
  }

  show(view: QuizView): void {
    const takenBack = this.#view.result !== undefined && view.result === undefined;
    const another = view.index !== this.#view.index || view.stem !== this.#view.stem || takenBack;
    this.#view = view;
    this.#sent = false;
    if (!another) return;
    this.#chosen = nothingGiven(view.ask);
    this.#typed = '';
    this.#moved = '';
    this.#sureness = null;
    this.#revealed = false;
    this.#shown = performance.now();
  }

  render(): TemplateResult {
    const { title, index, total, stem, result, mode, ask } = this.#view;
    return html`
      <article class="quiz">
        <header>
          <p class="session">
            <span>${title}${mode === 'cram' ? html` <span class="badge">${t('Cramming')}</span>` : nothing}</span>
            <span>${t('Question {0} of {1}', index + 1, total)}</span>
          </p>
          <vscode-progress-bar .value=${index + (result ? 1 : 0)} .max=${total} aria-label=${t('Questions done')}></vscode-progress-bar>
        </header>
        <fieldset ?disabled=${result !== undefined}>
          <legend>
            <h1 id="stem" tabindex="-1">${stem}</h1>
          </legend>
          ${this.#task()}
        </fieldset>
        ${result ? this.#result(result) : ask.kind === 'recall' ? this.#recallSubmit(ask) : this.#submit()}
        <footer>${renderNotes(this.#view)} ${renderCardActions(this.#view)}</footer>
      </article>
    `;
  }

  #task(): TemplateResult {
    const { ask, result } = this.#view;
    switch (ask.kind) {
      case 'options':
        return html`${ask.choose > 1 ? html`<p class="choose" role="note">${t('Choose {0}.', ask.choose)} ${result ? '' : t('{0} chosen.', this.#chosen.length)}</p>` : nothing}
          <ol class="options">
            ${ask.parts.map((part, position) => this.#option(ask, part, position))}
          </ol>`;
      case 'ordering':
        return result ? this.#orderingResult(ask, result) : this.#ordering(ask);
      case 'matching':
        return this.#matching(ask);
      case 'number':
        return this.#number(ask);
      case 'recall':
        return result || this.#revealed ? html`<div id="back" class="back" tabindex="-1">${ask.back}</div>` : html``;
    }
  }

  #option(ask: AskOf<'options'>, { part, text }: Part, position: number): TemplateResult {
    const { result } = this.#view;
    const explanation = result?.explanations[part];
    const chosen = result ? result.chosen.includes(part) : this.#chosen.includes(part);
    const state = explanation ? (explanation.correct ? 'right' : chosen ? 'wrong' : 'other') : '';
    const word = explanation ? verdictOf(explanation.correct, chosen) : '';
    return html`<li class="option ${state}">
      <label>
        <input type=${ask.choose > 1 ? 'checkbox' : 'radio'} name="option" .checked=${chosen} value=${part} @change=${() => this.#toggle(ask, part)} />
        <span class="number" aria-hidden="true">${position + 1}</span>
        <span class="text">${text}</span>
        ${explanation ? html`<vscode-icon name=${explanation.correct ? 'check' : chosen ? 'close' : 'circle-slash'} label=${word}></vscode-icon>` : nothing}
      </label>
      ${
        explanation
          ? html`<div class="rationale">
              <p><strong>${word}.</strong> ${explanation.rationale}</p>
              ${explanation.tempting ? html`<p class="tempting"><em>${t('Why you might have chosen this:')}</em> ${explanation.tempting}</p>` : nothing}
            </div>`
          : nothing
      }
    </li>`;
  }

  /** Steps with buttons that move them; each button's name says which step it moves. */
  #ordering({ parts }: AskOf<'ordering'>): TemplateResult {
    const texts = new Map(parts.map(({ part, text }) => [part, text]));
    return html`<p class="choose" role="note">${t('Put the steps in order, the first one on top.')}</p>
      <ol class="options steps">
        ${this.#chosen.map(
          (part, position) =>
            html`<li class="option step">
              <span class="number" aria-hidden="true">${position + 1}</span>
              <span class="text">${texts.get(part)}</span>
              <span class="moves">${this.#move(part, position, -1, texts.get(part) ?? '')}${this.#move(part, position, 1, texts.get(part) ?? '')}</span>
            </li>`,
        )}
      </ol>
      <p class="visually-hidden" role="status">${this.#moved}</p>`;
  }

  #move(part: number, position: number, step: 1 | -1, text: string): TemplateResult {
    const target = position + step;
    return html`<button
      type="button"
      data-move="${part}:${step}"
      aria-label=${step < 0 ? t('Move up: {0}', text) : t('Move down: {0}', text)}
      aria-disabled=${target < 0 || target >= this.#chosen.length ? 'true' : 'false'}
      @click=${() => this.#moveStep(position, target, text)}
    >
      <vscode-icon name=${step < 0 ? 'arrow-up' : 'arrow-down'}></vscode-icon>
    </button>`;
  }

  #moveStep(from: number, to: number, text: string): void {
    const moved = this.#chosen[from];
    const other = this.#chosen[to];
    if (moved === undefined || other === undefined) return;
    this.#moved = t('{0}: now step {1} of {2}.', text, to + 1, this.#chosen.length);
    this.#give(this.#chosen.map((part, index) => (index === from ? other : index === to ? moved : part)));
    // The rows are drawn again in another order: the focus goes with the step.
    document.querySelector<HTMLElement>(`[data-move="${moved}:${to - from}"]`)?.focus();
  }

  #orderingResult({ parts }: AskOf<'ordering'>, { chosen, explanations }: QuizResult): TemplateResult {
    return html`<p class="choose">${t('The right order, and where you put each step:')}</p>
      <ol class="options steps">
        ${explanations.map(({ correct, rationale }, step) => {
          const place = chosen.indexOf(step) + 1;
          const word = correct ? t('Right') : t('You had it as step {0}', place);
          return html`<li class="option step ${correct ? 'right' : 'wrong'}">
            <span class="number" aria-hidden="true">${step + 1}</span>
            <span class="text">${parts.find(({ part }) => part === step)?.text}</span>
            <vscode-icon name=${correct ? 'check' : 'close'} label=${word}></vscode-icon>
            <div class="rationale">
              <p><strong>${word}.</strong> ${rationale}</p>
            </div>
          </li>`;
        })}
      </ol>`;
  }

  #matching({ lefts, parts }: AskOf<'matching'>): TemplateResult {
    const { result } = this.#view;
    const textOf = (wanted: number | undefined): string => parts.find(({ part }) => part === wanted)?.text ?? '';
    return html`<p class="choose" role="note">${t('Match each with one of the other side; each is used once.')}</p>
      <ul class="options pairs">
        ${lefts.map((left, pair) => {
          if (!result) {
            return html`<li class="option pair">
              <label for="pair-${pair}">${left}</label>
              <select id="pair-${pair}" @change=${(event: Event) => this.#match(pair, event)}>
                <option value="-1" .selected=${this.#chosen[pair] === -1}>${t('Choose...')}</option>
                ${parts.map(({ part, text }) => html`<option value=${part} .selected=${this.#chosen[pair] === part}>${text}</option>`)}
              </select>
            </li>`;
          }
          const { correct = false, rationale = '' } = result.explanations[pair] ?? {};
          const word = correct ? t('Right') : t('You chose "{0}"', textOf(result.chosen[pair]));
          return html`<li class="option pair ${correct ? 'right' : 'wrong'}">
            <span class="text"><strong>${left}</strong>: ${textOf(pair)}</span>
            <vscode-icon name=${correct ? 'check' : 'close'} label=${word}></vscode-icon>
            <div class="rationale">
              <p><strong>${word}.</strong> ${rationale}</p>
            </div>
          </li>`;
        })}
      </ul>
      ${!result && this.#chosen.some((part, at) => part >= 0 && this.#chosen.indexOf(part) !== at) ? html`<p class="hint" role="status">${t('One of them is chosen twice.')}</p>` : nothing}`;
  }

  #number({ unit }: AskOf<'number'>): TemplateResult {
    const { result } = this.#view;
    if (result) {
      const rationale = result.explanations[0]?.rationale;
      return html`<div class="option ${result.correct ? 'right' : 'wrong'}">
        <p class="text"><strong>${result.solution}</strong>${result.correct ? '' : html`; ${t('you gave {0} {1}', result.chosen.join(), unit)}`}</p>
        <div class="rationale"><p>${rationale}</p></div>
      </div>`;
    }
    const unreadable = this.#typed.trim() !== '' && this.#chosen.length === 0;
    return html`<p class="number-answer">
      <label for="number">${t('Your answer')}</label>
      <input
        id="number"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-describedby="number-unit number-hint"
        aria-invalid=${unreadable ? 'true' : 'false'}
        .value=${this.#typed}
        @input=${(event: Event) => this.#type(event)}
      />
      <span id="number-unit">${unit}</span>
      <span id="number-hint" class="hint" role="status">${unreadable ? t('Write a number, for example 1024 or 2.5.') : ''}</span>
    </p>`;
  }

  #submit(): TemplateResult {
    return html`<div class="submit">
      <div role="radiogroup" aria-label=${t('How sure are you?')} class="sureness">
        <span>${t('How sure?')}</span>
        ${surenesses().map(
          ({ value, label, key }) =>
            html`<label
              ><input type="radio" name="sureness" .checked=${this.#sureness === value} @change=${() => this.#setSureness(value)} /> ${label}
              <kbd>${key}</kbd></label
            >`,
        )}
      </div>
      <vscode-button ?disabled=${!this.#complete()} @click=${() => this.submit()}>${t('Answer')}</vscode-button>
    </div>`;
  }

  /** First the back is to be thought of, then it is shown and rated. */
  #recallSubmit({ days }: AskOf<'recall'>): TemplateResult {
    if (!this.#revealed) {
      return html`<div class="submit"><vscode-button id="reveal" @click=${() => this.#reveal()}>${t('Show the answer')}</vscode-button></div>`;
    }
    return renderGrades(days, (grade) => this.#rate(grade));
  }

  #reveal(): boolean {
    this.#revealed = true;
    this.#render();
    requestAnimationFrame(() => document.getElementById('back')?.focus({ preventScroll: true }));
    return true;
  }

  #rate(grade: Grade): boolean {
    if (this.#sent || this.#view.result) return false;
    this.#sent = true;
    post({ type: 'answer', chosen: [], sureness: null, grade, duration: Math.round(performance.now() - this.#shown) });
    return true;
  }

  #result(result: QuizResult): TemplateResult {
    const last = this.#view.index + 1 >= this.#view.total;
    return html`<section class="result" aria-label=${t('Result')}>
      ${renderVerdict(result)} ${renderBehind(result)}
      <p class="actions">
        ${this.#view.index > 0 ? html`<vscode-button secondary @click=${() => this.go(-1)}>${t('Previous')}</vscode-button>` : nothing}
        <vscode-button id="next" @click=${() => this.go(1)}>${last ? t('Finish') : t('Next')}</vscode-button>
      </p>
    </section>`;
  }

  /** A key pressed anywhere in the panel; true where it meant something. */
  key(event: KeyboardEvent): boolean {
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const action = typing ? undefined : cardActionOf(event, this.#view);
    if (action) {
      post(action);
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const onControl = event.target instanceof Element && event.target.closest('a, button, vscode-button') !== null;
    if (this.#view.result) {
      if (event.key === 'ArrowRight' || (event.key === 'Enter' && !onControl)) return this.go(1);
      return event.key === 'ArrowLeft' && this.go(-1);
    }
    // In a field keys are text, in a list they choose; Enter still answers from the field.
    if (event.target instanceof HTMLSelectElement) return false;
    if (typing) return event.key === 'Enter' && this.submit();
    // On an option the arrows belong to the options.
    if (event.key === 'ArrowLeft' && !(event.target instanceof HTMLInputElement)) return this.go(-1);
    const { ask } = this.#view;
    if (ask.kind === 'recall') {
      if (!this.#revealed) return (event.key === ' ' || event.key === 'Enter') && !onControl && this.#reveal();
      const grade = gradeOfKey(event.key);
      return grade !== undefined && this.#rate(grade);
    }
    if (ask.kind === 'options' && /^[1-9]$/.test(event.key)) {
      const picked = ask.parts[Number(event.key) - 1];
      if (!picked) return false;
      this.#toggle(ask, picked.part);
      this.#focusOption(Number(event.key) - 1);
      return true;
    }
    const sureness = surenesses().find(({ key }) => key === event.key.toLowerCase());
    if (sureness) {
      this.#setSureness(sureness.value);
      return true;
    }
    if (event.key === 'Enter' && !onControl) return this.submit();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return this.#moveFocus(event.key === 'ArrowDown' ? 1 : -1);
    return false;
  }

  submit(): boolean {
    if (!this.#complete() || this.#sent || this.#view.result) return false;
    this.#sent = true;
    keep({ pending: null });
    post({ type: 'answer', chosen: this.#chosen, sureness: this.#sureness, duration: Math.round(performance.now() - this.#shown) });
    return true;
  }

  go(step: 1 | -1): boolean {
    const index = this.#view.index + step;
    if (index < 0) return false;
    post({ type: 'go', index });
    return true;
  }

  #complete(): boolean {
    const { ask } = this.#view;
    switch (ask.kind) {
      case 'options':
        return this.#chosen.length === ask.choose;
      case 'ordering':
        return true;
      case 'matching':
        return !this.#chosen.includes(-1) && new Set(this.#chosen).size === ask.parts.length;
      case 'number':
        return this.#chosen.length === 1;
      case 'recall':
        return false;
    }
  }

  #toggle({ choose }: AskOf<'options'>, option: number): void {
    if (this.#view.result) return;
    if (choose === 1) this.#give([option]);
    else this.#give(this.#chosen.includes(option) ? this.#chosen.filter((one) => one !== option) : [...this.#chosen, option]);
  }

  #match(pair: number, event: Event): void {
    const part = event.target instanceof HTMLSelectElement ? Number(event.target.value) : -1;
    this.#give(this.#chosen.map((one, index) => (index === pair ? part : one)));
  }

  #type(event: Event): void {
    this.#typed = event.target instanceof HTMLInputElement ? event.target.value : '';
    const value = numberIn(this.#typed);
    this.#give(value === undefined ? [] : [value]);
  }

  #give(chosen: readonly number[]): void {
    this.#chosen = chosen;
    keep({ pending: { index: this.#view.index, chosen } });
    this.#render();
  }

  #setSureness(value: Sureness): void {
    this.#sureness = value;
    this.#render();
  }

  #inputs(): HTMLInputElement[] {
    return [...document.querySelectorAll<HTMLInputElement>('input[name=option]')];
  }

  #focusOption(position: number): void {
    this.#inputs()[position]?.focus();
  }

  /** Arrows move between options without ticking them, so that several can be chosen by keyboard. */
  #moveFocus(step: 1 | -1): boolean {
    const inputs = this.#inputs();
    const at = inputs.findIndex((input) => input === document.activeElement);
    inputs[at < 0 ? 0 : (at + step + inputs.length) % inputs.length]?.focus();
    return true;
  }
}

/** What stands given before the learner has done anything: steps lie in the order they are shown in. */
function nothingGiven(ask: Ask): readonly number[] {
  if (ask.kind === 'ordering') return ask.parts.map(({ part }) => part);
  return ask.kind === 'matching' ? ask.lefts.map(() => -1) : [];
}

export function verdictOf(right: boolean, chosen: boolean): string {
  if (right) return chosen ? t('Right, and chosen') : t('Right');
  return chosen ? t('Wrong, and chosen') : t('Wrong');
}
