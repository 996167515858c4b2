import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import { html, render, type TemplateResult } from 'lit';
import { keep, kept, onMessage, post } from './host';
import { renderNote, scrollToAnchor } from './noteView';
import type { View } from './protocol';
import { QuizController } from './quizView';
import { renderSummary } from './summaryView';
import { ThenAndNowController } from './thenAndNowView';

const root = document.getElementById('study');
let quiz: QuizController | undefined;
let thenAndNow: ThenAndNowController | undefined;
let shown: View | undefined;

function content(view: View): TemplateResult {
  switch (view.kind) {
    case 'note':
      return renderNote(view);
    case 'quiz':
      return quiz?.render() ?? html``;
    case 'thenAndNow':
      return thenAndNow?.render() ?? html``;
    case 'summary':
      return renderSummary(view);
    case 'message':
      return html`<p class="message" role="status">${view.text}</p>`;
  }
}

function update(): void {
  if (root && shown) render(content(shown), root);
}

function show(view: View): void {
  const before = shown;
  shown = view;
  if (view.kind === 'quiz') {
    if (quiz) quiz.show(view);
    else quiz = new QuizController(view, update);
  } else quiz = undefined;
  thenAndNow = view.kind === 'thenAndNow' ? new ThenAndNowController(view, update) : undefined;
  update();
  if (view.kind === 'note') {
    keep({ state: { kind: 'note', target: view.anchor === undefined ? view.id : `${view.id}#${view.anchor}` }, pending: null });
    scrollToAnchor(view.anchor ?? view.id);
  } else if (view.kind === 'thenAndNow') {
    keep({ state: { kind: 'thenAndNow' }, pending: null });
    window.scrollTo(0, 0);
    focusSoon('stem');
  } else if (view.kind === 'quiz' && view.result) focusSoon('next');
  else if (before?.kind !== view.kind || view.kind === 'quiz') {
    window.scrollTo(0, 0);
    focusSoon('stem');
  }
}

/** Focus moves once the new view is laid out. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus({ preventScroll: true }));
}

onMessage((message) => {
  if (message.type === 'show') show(message.view);
  else keep({ state: message.state });
});
document.addEventListener('keydown', (event) => {
  if (shown?.kind === 'quiz' && quiz?.key(event)) event.preventDefault();
});
post({ type: 'ready', state: kept().state });
