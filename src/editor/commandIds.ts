import * as vscode from 'vscode';

/** What a quiz is about. */
export type QuizScope =
  | { readonly kind: 'service' | 'topic' | 'note'; readonly id: string }
  | { readonly kind: 'domain' | 'task'; readonly exam: string; readonly id: string }
  | { readonly kind: 'exam'; readonly id: string }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'services'; readonly ids: readonly string[] }
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'due' }
  | { readonly kind: 'thenAndNow' }
  | { readonly kind: 'file'; readonly uri?: string };

export const commands = {
  startQuiz: 'stackdrill.startQuiz',
  reviewDue: 'stackdrill.reviewDue',
  quickQuiz: 'stackdrill.quickQuiz',
  search: 'stackdrill.search',
  openNote: 'stackdrill.openNote',
  switchExam: 'stackdrill.switchExam',
  quizFile: 'stackdrill.quizFile',
  thenAndNow: 'stackdrill.thenAndNow',
  quizThenAndNow: 'stackdrill.quizThenAndNow',
  scanWorkspace: 'stackdrill.scanWorkspace',
  showOutput: 'stackdrill.showOutput',
  quizNode: 'stackdrill.quizNode',
  openNodeNote: 'stackdrill.openNodeNote',
  quizUse: 'stackdrill.quizUse',
  explainUse: 'stackdrill.explainUse',
} as const;

/** A Markdown link that runs a command with one argument. */
export function commandLink(label: string, command: string, argument: unknown): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}

export function markdown(text: string): vscode.MarkdownString {
  const result = new vscode.MarkdownString(text, true);
  result.isTrusted = { enabledCommands: [commands.openNote, commands.startQuiz] };
  return result;
}
