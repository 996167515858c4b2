import { html, nothing, type TemplateResult } from 'lit';
import type { MockExamAction } from '../study/mockExam';
import { post } from './host';
import { t } from './l10n';
import { renderMap, renderOpenItems } from './mockExamMap';
import { clockText, timeTold } from './mockExamTime';
import type { MockExamQuestion, MockExamStartView, MockExamView } from './protocolMockExam';

/** The page before a mock exam, while no clock runs. */
export function renderMockExamStart({ title, mode, questions, minutes, clockRule, warnings }: MockExamStartView): TemplateResult {
  return html`<article class="mock-exam">
    <h1 id="stem" tabindex="-1">${title}</h1>
    <dl class="facts-of-exam">
      <div>
        <dt>${t('Questions')}</dt>
        <dd>${questions}</dd>
      </div>
      <div>
        <dt>${t('Time')}</dt>
        <dd>${t('{0} minutes', minutes)}</dd>
      </div>
      <div>
        <dt>${t('Conditions')}</dt>
        <dd>${mode === 'exam' ? t('Exam: no pause.') : t('Practice: can be paused.')} ${clockRule}</dd>
      </div>
    </dl>
    ${warnings.map((warning) => html`<p class="status" role="note"><vscode-icon name="warning"></vscode-icon> ${warning}</p>`)}
    <ul>
      <li>${t('What is right, and why, is shown at the end only.')}</li>
      <li>${t('An unanswered question counts as wrong, so a guess costs nothing. There is no credit for a part of an answer.')}</li>
      <li>${t('You can go back, change answers, and flag questions to look at them again.')}</li>
      <li>${t('Everything is kept when you close or reload the window.')}</li>
    </ul>
    ${renderKeys(mode === 'practice')}
    <p class="actions"><vscode-button id="begin" icon="play" @click=${() => post({ type: 'beginMockExam' })}>${t('Begin')}</vscode-button></p>
  </article>`;
}

function renderKeys(pauses: boolean): TemplateResult {
  const keys: readonly (readonly [string, string])[] = [
    ['1 2 3 ...', t('choose an option, or clear it')],
    ['↑ ↓', t('move between the options')],
    ['X', t('strike the option out on which you are')],
    ['F', t('flag the question')],
    ['← →', t('previous and next question')],
    ...(pauses ? [['P', t('pause')] as const] : []),
  ];
  return html`<h2>${t('Keys')}</h2>
    <dl class="keys">
      ${keys.map(
        ([key, what]) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${what}</dd>
          </div>`,
      )}
    </dl>`;
}

/** A running mock exam: what is chosen and struck shows at once, the host's word follows. The time counts down by itself. */
export class MockExamController {
  readonly #render: () => void;
  #view: MockExamView;
  #chosen: readonly number[] = [];
  #struck: readonly number[] = [];
  #sequence: number;
  /** What the time is counted from. */
  #seen = { at: performance.now(), left: 0 };
  #shownLeft: number;
  /** What was said last of the time, and of choosing too many. */
  #told = '';
  #refused = '';
  readonly #ticking: number;

  constructor(view: MockExamView, render: () => void) {
    this.#render = render;
    this.#view = view;
    this.#sequence = view.sequence;
    this.#shownLeft = view.timeLeft;
    this.#ticking = window.setInterval(() => this.#tick(), 1000);
    this.#adopt(view);
  }

  /** Takes in what the host says; true where it is another page. */
  show(view: MockExamView): boolean {
    const before = this.#view;
    const another = before.current !== view.current || before.paused !== view.paused;
    this.#view = view;
    if (another) this.#refused = '';
    // An older word of the host would undo what was done since; a newer one is on its way.
    if (another || view.sequence >= this.#sequence) this.#adopt(view);
    return another;
  }

  /** Another view takes its place. */
  stop(): void {
    window.clearInterval(this.#ticking);
  }

  render(): TemplateResult {
    const { title, mode, paused, question, current, items } = this.#view;
    return html`<article class="mock-exam">
      <header>
        <p class="session">
          <span>${title} ${mode === 'practice' ? html`<span class="badge">${t('Practice')}</span>` : nothing}</span>
          <span class="where">${question ? t('Question {0} of {1}', current + 1, items.length) : ''}</span>
        </p>
        <div class="clock">${this.#clock()}</div>
        <p class="visually-hidden" role="status">${this.#told}</p>
      </header>
      ${paused ? this.#pausedPage() : question ? this.#questionPage(question) : this.#lastPage()}
      ${paused ? nothing : renderMap(this.#view, (index) => this.#send({ kind: 'go', index }))}
    </article>`;
  }

  #clock(): TemplateResult {
    const { timeHidden, paused, mode } = this.#view;
    const hide = (): void => post({ type: 'hideTime', hidden: !timeHidden });
    return html`
      ${
        timeHidden
          ? nothing
          : html`<span class="time" role="timer" aria-label=${t('Time left')}><vscode-icon name="watch"></vscode-icon> ${clockText(this.#left())}</span>`
      }
      <button type="button" class="quiet" id="hide-time" @click=${hide}>
        <vscode-icon name=${timeHidden ? 'eye' : 'eye-closed'}></vscode-icon> ${timeHidden ? t('Show time') : t('Hide time')}
      </button>
      ${
        mode === 'practice' && !paused
          ? html`<button type="button" class="quiet" aria-keyshortcuts="P" @click=${() => this.#send({ kind: 'pause' })}>
              <vscode-icon name="debug-pause"></vscode-icon> ${t('Pause')}
            </button>`
          : nothing
      }
    `;
  }

  #pausedPage(): TemplateResult {
    return html`<h1 id="stem" tabindex="-1">${t('Paused')}</h1>
      <p>${t('The clock stands, and the question is hidden until you go on.')}</p>
      <p class="actions"><vscode-button id="resume" icon="play" @click=${() => this.#send({ kind: 'resume' })}>${t('Go on')}</vscode-button></p>`;
  }

  #questionPage(question: MockExamQuestion): TemplateResult {
    const { stem, picks, options } = question;
    const { current, items } = this.#view;
    const flagged = items[current]?.flagged ?? false;
    return html`<fieldset>
        <legend><h1 id="stem" tabindex="-1">${stem}</h1></legend>
        <p class="choose">${picks > 1 ? t('Choose {0}.', picks) : t('Choose one.')} ${picks > 1 ? t('{0} chosen.', this.#chosen.length) : ''}</p>
        <p class="hint" role="status">${this.#refused}</p>
        <ol class="options">
          ${options.map(({ option, text }, position) => this.#option(question, option, text, position))}
        </ol>
      </fieldset>
      <div class="steps-row">
        <vscode-button secondary ?disabled=${current === 0} @click=${() => this.#send({ kind: 'previous' })}>${t('Previous')}</vscode-button>
        <vscode-button id="next" @click=${() => this.#send({ kind: 'next' })}>${current + 1 < items.length ? t('Next') : t('To the end')}</vscode-button>
        <button type="button" class="quiet" aria-pressed=${flagged ? 'true' : 'false'} aria-keyshortcuts="F" @click=${() => this.#flag()}>
          <vscode-icon name="flag"></vscode-icon> ${flagged ? t('Flagged') : t('Flag')}
        </button>
        ${
          this.#chosen.length > 0
            ? html`<button type="button" class="quiet" @click=${() => this.#answer([])}>
                <vscode-icon name="clear-all"></vscode-icon> ${t('Clear the answer')}
              </button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${() => this.#send({ kind: 'go', index: items.length })}>
          <vscode-icon name="checklist"></vscode-icon> ${t('Look over and finish')}
        </button>
      </div>`;
  }

  #option(question: MockExamQuestion, option: number, text: string, position: number): TemplateResult {
    const struck = this.#struck.includes(option);
    return html`<li class="option ${struck ? 'struck' : ''}">
      <label>
        <input
          type=${question.picks > 1 ? 'checkbox' : 'radio'}
          name="option"
          value=${option}
          .checked=${this.#chosen.includes(option)}
          @change=${() => this.#toggle(question, option, false)}
        />
        <span class="number" aria-hidden="true">${position + 1}</span>
        <span class="text">${text}${struck ? html`<span class="visually-hidden"> (${t('struck out')})</span>` : nothing}</span>
      </label>
      <button
        type="button"
        class="quiet strike"
        aria-pressed=${struck ? 'true' : 'false'}
        aria-label=${t('Strike out option {0}: {1}', position + 1, text)}
        title=${struck ? t('Take the strike back (X)') : t('Strike out (X)')}
        @click=${() => this.#strike(option)}
      >
        <vscode-icon name="strikethrough"></vscode-icon>
      </button>
    </li>`;
  }

  /** What is still open, and the end. */
  #lastPage(): TemplateResult {
    const { items } = this.#view;
    const open = items.filter(({ status }) => status !== 'answered').length;
    const go = (index: number): unknown => this.#send({ kind: 'go', index });
    return html`<h1 id="stem" tabindex="-1">${t('Before you finish')}</h1>
      ${renderOpenItems(this.#view, go)}
      <div class="steps-row">
        <vscode-button secondary @click=${() => this.#send({ kind: 'previous' })}>${t('Previous')}</vscode-button>
        <vscode-button id="finish" icon="check" @click=${askWhetherSure}>${t('Finish...')}</vscode-button>
      </div>
      <dialog aria-labelledby="sure">
        <h2 id="sure">${t('Finish the mock exam?')}</h2>
        <p>
          ${open > 0 ? t('{0} of {1} questions are not answered. They count as wrong.', open, items.length) : t('All {0} questions are answered.', items.length)}
        </p>
        <form method="dialog" class="steps-row">
          <button type="submit" class="quiet" autofocus>${t('Go back')}</button>
          <button type="submit" class="quiet primary" id="sure-finish" @click=${() => this.#send({ kind: 'finish' })}>${t('Finish and see the result')}</button>
        </form>
      </dialog>`;
  }

  /** A key pressed anywhere in the panel; true where it meant something. */
  key(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog()?.open === true) return false;
    const { question, paused, items, current } = this.#view;
    const key = event.key.toLowerCase();
    if (key === 'p' && this.#view.mode === 'practice') return this.#send({ kind: paused ? 'resume' : 'pause' });
    if (paused) return false;
    if (key === 'arrowright') return current < items.length && this.#send({ kind: 'next' });
    if (key === 'arrowleft') return current > 0 && this.#send({ kind: 'previous' });
    if (!question) return false;
    if (key === 'f') return this.#flag();
    if (/^[1-9]$/.test(key)) {
      const picked = question.options[Number(key) - 1];
      if (!picked) return false;
      this.#toggle(question, picked.option, true);
      this.#inputs()[Number(key) - 1]?.focus();
      return true;
    }
    if (key === 'x') {
      const at = this.#inputs().findIndex((input) => input.closest('li')?.contains(document.activeElement) ?? false);
      const option = question.options[at]?.option;
      return option !== undefined && this.#strike(option);
    }
    return (key === 'arrowdown' || key === 'arrowup') && this.#moveFocus(key === 'arrowdown' ? 1 : -1);
  }

  /** Ticks or clears an option. A radio button that is pressed stays pressed; a number key takes it back. */
  #toggle({ picks }: MockExamQuestion, option: number, clears: boolean): void {
    const has = this.#chosen.includes(option);
    this.#refused = '';
    if (has && (picks > 1 || clears)) this.#answer(this.#chosen.filter((one) => one !== option));
    else if (picks === 1) this.#answer([option]);
    else if (!has && this.#chosen.length < picks) this.#answer([...this.#chosen, option]);
    else {
      this.#refused = t('{0} are chosen already. Clear one of them first.', picks);
      this.#render();
      // The box has ticked itself.
      for (const input of this.#inputs()) input.checked = this.#chosen.includes(Number(input.value));
    }
  }

  #answer(chosen: readonly number[]): void {
    this.#refused = '';
    this.#chosen = chosen;
    this.#struck = this.#struck.filter((option) => !chosen.includes(option));
    this.#send({ kind: 'answer', chosen });
    this.#render();
  }

  #strike(option: number): boolean {
    const struck = this.#struck.includes(option);
    this.#struck = struck ? this.#struck.filter((one) => one !== option) : [...this.#struck, option];
    this.#chosen = this.#chosen.filter((one) => one !== option);
    this.#send({ kind: struck ? 'unstrike' : 'strike', option });
    this.#render();
    return true;
  }

  #flag(): boolean {
    const { items, current } = this.#view;
    return this.#send({ kind: 'flag', flagged: !items[current]?.flagged });
  }

  #send(action: MockExamAction): true {
    this.#sequence++;
    post({ type: 'mockExam', index: this.#view.current, sequence: this.#sequence, action });
    return true;
  }

  #adopt({ question, timeLeft }: MockExamView): void {
    this.#chosen = question?.chosen ?? [];
    this.#struck = question?.options.filter(({ struck }) => struck).map(({ option }) => option) ?? [];
    this.#seen = { at: performance.now(), left: timeLeft };
    this.#tell(timeLeft);
  }

  /** Says what mark of the time was passed since it was last looked at. */
  #tell(left: number): void {
    this.#told = timeTold(this.#shownLeft, left, this.#view.minutes * 60_000) ?? this.#told;
    this.#shownLeft = left;
  }

  #left(): number {
    return Math.max(0, this.#seen.left - (this.#view.paused ? 0 : performance.now() - this.#seen.at));
  }

  #tick(): void {
    this.#tell(this.#left());
    this.#render();
  }

  #inputs(): HTMLInputElement[] {
    return [...document.querySelectorAll<HTMLInputElement>('input[name=option]')];
  }

  /** Arrows move between options without ticking them. */
  #moveFocus(step: 1 | -1): boolean {
    const inputs = this.#inputs();
    const at = inputs.findIndex((input) => input === document.activeElement);
    inputs[at < 0 ? 0 : (at + step + inputs.length) % inputs.length]?.focus();
    return true;
  }
}

/** Opens once the key that asked for it is done: the button that then has the focus would take it for its own. */
function askWhetherSure(): void {
  requestAnimationFrame(() => dialog()?.showModal());
}

function dialog(): HTMLDialogElement | null {
  return document.querySelector('dialog');
}
