import { html, nothing, type TemplateResult } from 'lit';
import type { Sureness } from '../study/review';
import { keep, kept, post } from './host';
import type { QuizOption, QuizResult, QuizView } from './protocol';

const surenesses: readonly { readonly value: Sureness; readonly label: string; readonly key: string }[] = [
  { value: 'guess', label: 'Guess', key: 'g' },
  { value: 'think-so', label: 'Think so', key: 't' },
  { value: 'sure', label: 'Sure', key: 's' },
];

/** The question that is shown: what is ticked and since when. */
export class QuizController {
  readonly #render: () => void;
  #view: QuizView;
  #chosen: ReadonlySet<number>;
  #sureness: Sureness | null = null;
  #shown = performance.now();
  #sent = false;

  constructor(view: QuizView, render: () => void) {
    this.#render = render;
    this.#view = view;
    const { pending } = kept();
    this.#chosen = new Set(pending?.index === view.index ? pending.chosen : []);
  }

  show(view: QuizView): void {
    const another = view.index !== this.#view.index || view.stem !== this.#view.stem;
    this.#view = view;
    this.#sent = false;
    if (!another) return;
    this.#chosen = new Set();
    this.#sureness = null;
    this.#shown = performance.now();
  }

  render(): TemplateResult {
    const { title, index, total, stem, services, level, result } = this.#view;
    return html`
      <article class="quiz">
        <header>
          <p class="session"><span>${title}</span> <span>Question ${index + 1} of ${total}</span></p>
          <vscode-progress-bar .value=${index + (result ? 1 : 0)} .max=${total} aria-label="Questions done"></vscode-progress-bar>
        </header>
        <fieldset ?disabled=${result !== undefined}>
          <legend>
            <h1 id="stem" tabindex="-1">${stem}</h1>
          </legend>
          ${this.#view.choose > 1 ? html`<p class="choose" role="note">Choose ${this.#view.choose}. ${result ? '' : `${this.#chosen.size} chosen.`}</p>` : nothing}
          <ol class="options">
            ${this.#view.options.map((option, position) => this.#option(option, position))}
          </ol>
        </fieldset>
        ${result ? this.#result(result) : this.#submit()}
        <footer>
          <p>
            Notes: ${services.map(({ id, name }, at) => html`${at > 0 ? ', ' : ''}<a href="#" @click=${(event: Event) => openNote(event, id)}>${name}</a>`)}
            <span class="level">· Bloom level: ${level}</span>
          </p>
        </footer>
      </article>
    `;
  }

  #option({ option, text }: QuizOption, position: number): TemplateResult {
    const { result, choose } = this.#view;
    const explanation = result?.explanations.find((one) => one.option === option);
    const chosen = result ? result.chosen.includes(option) : this.#chosen.has(option);
    const state = explanation ? (explanation.correct ? 'right' : chosen ? 'wrong' : 'other') : '';
    const word = explanation ? (explanation.correct ? (chosen ? 'Right, and chosen' : 'Right') : chosen ? 'Wrong, and chosen' : 'Wrong') : '';
    return html`<li class="option ${state}">
      <label>
        <input type=${choose > 1 ? 'checkbox' : 'radio'} name="option" .checked=${chosen} value=${option} @change=${() => this.#toggle(option)} />
        <span class="number" aria-hidden="true">${position + 1}</span>
        <span class="text">${text}</span>
        ${explanation ? html`<vscode-icon name=${explanation.correct ? 'check' : chosen ? 'close' : 'circle-slash'} label=${word}></vscode-icon>` : nothing}
      </label>
      ${
        explanation
          ? html`<div class="rationale">
              <p><strong>${word}.</strong> ${explanation.rationale}</p>
              ${explanation.tempting ? html`<p class="tempting"><em>Why you might have chosen this:</em> ${explanation.tempting}</p>` : nothing}
            </div>`
          : nothing
      }
    </li>`;
  }

  #submit(): TemplateResult {
    return html`<div class="submit">
      <div role="radiogroup" aria-label="How sure are you?" class="sureness">
        <span>How sure?</span>
        ${surenesses.map(
          ({ value, label, key }) =>
            html`<label
              ><input type="radio" name="sureness" .checked=${this.#sureness === value} @change=${() => this.#setSureness(value)} /> ${label}
              <kbd>${key}</kbd></label
            >`,
        )}
      </div>
      <vscode-button ?disabled=${!this.#complete()} @click=${() => this.submit()}>Answer</vscode-button>
    </div>`;
  }

  #result({ correct, sources, facts, due }: QuizResult): TemplateResult {
    const last = this.#view.index + 1 >= this.#view.total;
    return html`<section class="result" aria-label="Result">
      <p class="verdict ${correct ? 'right' : 'wrong'}" role="status">
        <vscode-icon name=${correct ? 'check' : 'close'}></vscode-icon> ${correct ? 'Right.' : 'Not right.'}
        ${due ? html`<span class="due">This card comes back on ${due}.</span>` : nothing}
      </p>
      <div class="behind">
        <h2>Behind it</h2>
        <ul>
          ${facts.map(({ reference, statement }) => html`<li><a href="#" @click=${(event: Event) => openNote(event, reference)}>${statement}</a></li>`)}
        </ul>
        <h2>Sources</h2>
        <ul>
          ${sources.map((page) => html`<li><a href=${page}>${page.replace(/^https:\/\//, '')}</a></li>`)}
        </ul>
      </div>
      <p class="actions">
        ${this.#view.index > 0 ? html`<vscode-button secondary @click=${() => this.go(-1)}>Previous</vscode-button>` : nothing}
        <vscode-button id="next" @click=${() => this.go(1)}>${last ? 'Finish' : 'Next'}</vscode-button>
      </p>
    </section>`;
  }

  /** A key pressed anywhere in the panel; true where it meant something. */
  key(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const onControl = event.target instanceof Element && event.target.closest('a, vscode-button') !== null;
    if (this.#view.result) {
      if (event.key === 'ArrowRight' || (event.key === 'Enter' && !onControl)) return this.go(1);
      return event.key === 'ArrowLeft' && this.go(-1);
    }
    // On an option the arrows belong to the options.
    if (event.key === 'ArrowLeft' && !(event.target instanceof HTMLInputElement)) return this.go(-1);
    if (/^[1-9]$/.test(event.key)) {
      const picked = this.#view.options[Number(event.key) - 1];
      if (!picked) return false;
      this.#toggle(picked.option);
      this.#focusOption(Number(event.key) - 1);
      return true;
    }
    const sureness = surenesses.find(({ key }) => key === event.key.toLowerCase());
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
    post({ type: 'answer', chosen: [...this.#chosen], sureness: this.#sureness, duration: Math.round(performance.now() - this.#shown) });
    return true;
  }

  go(step: 1 | -1): boolean {
    const index = this.#view.index + step;
    if (index < 0) return false;
    post({ type: 'go', index });
    return true;
  }

  #complete(): boolean {
    return this.#chosen.size === this.#view.choose;
  }

  #toggle(option: number): void {
    if (this.#view.result) return;
    const chosen = this.#view.choose > 1 ? new Set(this.#chosen) : new Set<number>();
    if (this.#chosen.has(option) && this.#view.choose > 1) chosen.delete(option);
    else chosen.add(option);
    this.#chosen = chosen;
    keep({ pending: { index: this.#view.index, chosen: [...chosen] } });
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

function openNote(event: Event, target: string): void {
  event.preventDefault();
  post({ type: 'openNote', target });
}
