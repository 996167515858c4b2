import * as vscode from 'vscode';
import type { Exam } from '../knowledge/schema';
import { clockRules, type Message, type MockExamMode } from '../study/mockExam';
import { customPreset, minutesFor, presetsOf, type Preset } from '../study/mockExamPresets';

/** What a mock exam is to be. */
export interface MockExamChoice {
  readonly preset: Preset;
  readonly mode: MockExamMode;
  /** Fixes the draw; a random one where left out. */
  readonly seed?: number;
}

/** A sentence of the engine in the language of VS Code. */
export function told({ text, values }: Message): string {
  return vscode.l10n.t(text, ...values);
}

/** `SAP-C02: Quarter exam`. */
export function mockExamTitle(code: string, title: string): string {
  return `${code}: ${vscode.l10n.t(title)}`;
}

/** Lets the learner choose size and conditions; nothing where they think better of it. */
export async function pickMockExam(exam: Exam): Promise<MockExamChoice | undefined> {
  const preset = await pickPreset(exam);
  const mode = preset && (await pickMode(preset));
  return mode && { preset, mode };
}

/** A command's argument as a choice: `{ "preset": "quarter", "mode": "practice", "seed": 7 }`, or `questions` and `minutes` instead of the preset. */
export function choiceOf(argument: unknown, exam: Exam): MockExamChoice | { readonly problem: string } {
  const { preset: id, mode = 'exam', seed, questions, minutes, domains } = (argument ?? {}) as Readonly<Record<string, unknown>>;
  if (mode !== 'exam' && mode !== 'practice') return { problem: vscode.l10n.t('The mode of a mock exam is "exam" or "practice".') };
  if (seed !== undefined && !Number.isSafeInteger(seed)) return { problem: vscode.l10n.t('The seed of a mock exam is a whole number.') };
  const rest = { mode, ...(seed === undefined ? {} : { seed: Number(seed) }) } as const;
  if (typeof questions === 'number') {
    const wanted = Array.isArray(domains) ? { domains: domains.map(String) } : {};
    const made = customPreset(exam, { questions, minutes: typeof minutes === 'number' ? minutes : minutesFor(exam, questions), ...wanted });
    return 'problem' in made ? { problem: told(made.problem) } : { preset: made.preset, ...rest };
  }
  const presets = presetsOf(exam);
  const preset = presets.find((one) => one.id === id);
  if (preset) return { preset, ...rest };
  return { problem: vscode.l10n.t('Start Mock Exam takes a preset, for example {0}.', presets.map((one) => `{ "preset": "${one.id}" }`).join(', ')) };
}

async function pickPreset(exam: Exam): Promise<Preset | undefined> {
  const items: (vscode.QuickPickItem & { preset?: Preset })[] = [
    ...presetsOf(exam).map((preset) => ({
      label: vscode.l10n.t(preset.title),
      description: vscode.l10n.t('{0} questions, {1} minutes', preset.questions, preset.minutes),
      preset,
    })),
    { label: vscode.l10n.t('Custom...'), description: vscode.l10n.t('number of questions, minutes and domains of your own') },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Start Mock Exam: {0}', exam.code),
    placeHolder: vscode.l10n.t('How long should it be?'),
  });
  return picked && (picked.preset ?? pickCustom(exam));
}

async function pickCustom(exam: Exam): Promise<Preset | undefined> {
  const title = vscode.l10n.t('Start Mock Exam: {0}', exam.code);
  const questions = await askNumber(title, vscode.l10n.t('How many questions?'), Math.round(exam.questions / 4), (value) =>
    problemOf(exam, { questions: value, minutes: 1 }),
  );
  if (questions === undefined) return undefined;
  const minutes = await askNumber(title, vscode.l10n.t('How many minutes? The exam gives as many as stand here.'), minutesFor(exam, questions), (value) =>
    problemOf(exam, { questions, minutes: value }),
  );
  if (minutes === undefined) return undefined;
  const domains = await vscode.window.showQuickPick(
    exam.domains.map(({ id, title: name, weight }) => ({ label: `${id}. ${name}`, description: `${weight}%`, picked: true, id })),
    { title, placeHolder: vscode.l10n.t('Questions of which domains?'), canPickMany: true },
  );
  if (!domains) return undefined;
  const made = customPreset(exam, { questions, minutes, domains: domains.map(({ id }) => id) });
  if ('preset' in made) return made.preset;
  void vscode.window.showErrorMessage(told(made.problem));
  return undefined;
}

function problemOf(exam: Exam, measure: { questions: number; minutes: number }): string | undefined {
  const made = customPreset(exam, measure);
  return 'problem' in made ? told(made.problem) : undefined;
}

async function askNumber(title: string, prompt: string, preset: number, problemIn: (value: number) => string | undefined): Promise<number | undefined> {
  const valueOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
  const typed = await vscode.window.showInputBox({ title, prompt, value: String(preset), validateInput: (text) => problemIn(valueOf(text)) });
  return typed === undefined ? undefined : valueOf(typed);
}

async function pickMode({ questions, minutes }: Preset): Promise<MockExamMode | undefined> {
  const items: readonly (vscode.QuickPickItem & { mode: MockExamMode })[] = [
    { label: vscode.l10n.t('Exam'), description: vscode.l10n.t('no pause'), detail: vscode.l10n.t(clockRules.exam), mode: 'exam' },
    { label: vscode.l10n.t('Practice'), description: vscode.l10n.t('can be paused'), detail: vscode.l10n.t(clockRules.practice), mode: 'practice' },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('{0} questions, {1} minutes', questions, minutes),
    placeHolder: vscode.l10n.t('Under which conditions? Feedback comes at the end in both.'),
  });
  return picked?.mode;
}
