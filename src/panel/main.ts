import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import { html, render, type TemplateResult } from 'lit';
import { config } from '@vscode/l10n';
import { CardsController } from './cardsView';
import { keep, kept, onMessage, post } from './host';
import { renderOverview } from './overviewView';
import { renderImport } from './importView';
import { renderMockExamHistory } from './mockExamHistoryView';
import { MockExamResultController } from './mockExamResultView';
import { MockExamController, renderMockExamStart } from './mockExamView';
import { renderNote, scrollToAnchor } from './noteView';
import type { View } from './protocol';
import { QuizController } from './quizView';
import { renderSummary } from './summaryView';
import { ThenAndNowController } from './thenAndNowView';

const root = document.getElementById('study');
let quiz: QuizController | undefined;
let thenAndNow: ThenAndNowController | undefined;
let cards: CardsController | undefined;
let mockExam: MockExamController | undefined;
let mockExamResult: MockExamResultController | undefined;
let shown: View | undefined;

function content(view: View): TemplateResult {
  switch (view.kind) {
    case 'note':
      return renderNote(view);
    case 'quiz':
      return quiz?.render() ?? html``;
    case 'thenAndNow':
      return thenAndNow?.render() ?? html``;
    case 'cards':
      return cards?.render() ?? html``;
    case 'overview':
      return renderOverview(view, (action) => post({ type: 'overview', action }));
    case 'import':
      return renderImport(view);
    case 'mockExamStart':
      return renderMockExamStart(view);
    case 'mockExam':
      return mockExam?.render() ?? html``;
    case 'mockExamResult':
      return mockExamResult?.render() ?? html``;
    case 'mockExams':
      return renderMockExamHistory(view);
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
  if (view.kind !== 'cards') cards = undefined;
  else if (cards && before?.kind === 'cards') cards.show(view);
  else cards = new CardsController(view, update);
  const turned = showMockExam(view);
  update();
  if (view.kind === 'note') scrollToAnchor(view.anchor ?? view.id);
  else if (view.kind === 'quiz' && view.result) focusSoon('next');
  else if (before?.kind !== view.kind || view.kind === 'quiz' || turned) {
    window.scrollTo(0, 0);
    focusSoon('stem');
  }
}

/** Shows a mock exam or its result, or ends what was shown of one; true where another page of it is shown. */
function showMockExam(view: View): boolean {
  if (view.kind !== 'mockExamResult') mockExamResult = undefined;
  else if (mockExamResult?.id === view.id) mockExamResult.show(view);
  else mockExamResult = new MockExamResultController(view, update);
  if (view.kind === 'mockExam' && mockExam) return mockExam.show(view);
  mockExam?.stop();
  mockExam = view.kind === 'mockExam' ? new MockExamController(view, update) : undefined;
  return false;
}

/** Focus moves once the new view is laid out. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus({ preventScroll: true }));
}

onMessage(({ view, state, texts }) => {
  if (texts && Object.keys(texts).length > 0) config({ contents: texts });
  // Ticks belong to the quiz that they were made in: another view drops them.
  keep(view.kind === 'quiz' ? { state } : { state, pending: null });
  show(view);
});
document.addEventListener('keydown', (event) => {
  if (shown?.kind === 'quiz' && quiz?.key(event)) event.preventDefault();
  if (shown?.kind === 'mockExam' && mockExam?.key(event)) event.preventDefault();
});
post({ type: 'ready', state: kept().state });
