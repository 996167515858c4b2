import * as vscode from 'vscode';

export const commands = {
  startQuiz: 'stackdrill.startQuiz',
  reviewDue: 'stackdrill.reviewDue',
  quickQuiz: 'stackdrill.quickQuiz',
  search: 'stackdrill.search',
  openNote: 'stackdrill.openNote',
  switchExam: 'stackdrill.switchExam',
  quizFile: 'stackdrill.quizFile',
  studyToday: 'stackdrill.studyToday',
  cram: 'stackdrill.cram',
  drills: 'stackdrill.drills',
  mockExam: 'stackdrill.mockExam',
  mockExams: 'stackdrill.mockExams',
  progress: 'stackdrill.progress',
  cards: 'stackdrill.cards',
  exportCards: 'stackdrill.exportCards',
  exportReviews: 'stackdrill.exportReviews',
  exportBackup: 'stackdrill.exportBackup',
  importCards: 'stackdrill.importCards',
  fitSchedule: 'stackdrill.fitSchedule',
  resetSchedule: 'stackdrill.resetSchedule',
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
