import * as vscode from 'vscode';
import { answer, goTo, isOptionQuestion, type OptionQuestion, type Session } from '../study/session';
import type { KnowledgeStore } from './knowledgeStore';
import type { ProgressStore } from './progressStore';
import type { Quizzes } from './quizzes';
import { setting } from './settings';

interface OptionItem extends vscode.QuickPickItem {
  /** Index into the question's options. */
  readonly option: number;
}

interface StepItem extends vscode.QuickPickItem {
  readonly step: 'next' | 'note' | 'stop' | 'none';
}

/** Characters of a stem that fit the title of a QuickPick; the rest stands as its first line. */
const lineLength = 110;

/** A quiz that never leaves the command palette: question, right or wrong with the rationale, next or stop. */
export async function quickQuiz(quizzes: Quizzes, knowledgeStore: KnowledgeStore, progress: ProgressStore): Promise<void> {
  let session: Session | undefined = await quizzes.start({ kind: 'exam', id: setting('exam') });
  while (session) {
    const { knowledge } = await knowledgeStore.load();
    const item: Session['items'][number] | undefined = session.items[session.current];
    const question = item && knowledge.question(item.question);
    if (!item || !question || !isOptionQuestion(question)) return;
    const started = Date.now();
    const chosen = await ask(question, item.order, session);
    if (!chosen) return;
    const time = Date.now();
    const answered = answer(session, question, { chosen, sureness: null, time, duration: time - started, id: crypto.randomUUID() });
    await progress.add(answered.review);
    const step = await explain(question, chosen, answered.review.correct, session.current + 1 < session.items.length);
    if (step === 'note') await vscode.commands.executeCommand('stackdrill.openNote', question.facts[0] ?? question.services[0]);
    if (step !== 'next') return;
    session = goTo(answered.session, session.current + 1);
  }
}

function ask(question: OptionQuestion, order: readonly number[], session: Session): Promise<number[] | undefined> {
  const right = question.options.filter(({ correct }) => correct).length;
  const several = question.type === 'multiple-response';
  const picker = vscode.window.createQuickPick<OptionItem>();
  picker.title = `Quick Quiz ${session.current + 1}/${session.items.length}${several ? `: choose ${right}` : ''}`;
  picker.placeholder = question.stem;
  picker.canSelectMany = several;
  picker.ignoreFocusOut = true;
  picker.matchOnDetail = false;
  const lines = wrapped(question.stem).map((label): OptionItem => ({ label, option: -1, kind: vscode.QuickPickItemKind.Separator, alwaysShow: true }));
  picker.items = [
    ...lines,
    ...order.flatMap((option, index): OptionItem[] => {
      const [first = '', ...rest] = wrapped(question.options[option]?.text ?? '');
      return [{ label: `${index + 1}. ${first}`, detail: rest.join(' '), option, alwaysShow: true }];
    }),
  ];
  return new Promise((resolve) => {
    let done = false;
    const finish = (chosen: number[] | undefined): void => {
      if (done) return;
      done = true;
      resolve(chosen);
      picker.dispose();
    };
    picker.onDidAccept(() => {
      const chosen = picker.selectedItems.map(({ option }) => option).filter((option) => option >= 0);
      if (several && chosen.length !== right) picker.title = `Choose exactly ${right}; ${chosen.length} ${chosen.length === 1 ? 'is' : 'are'} ticked`;
      else if (chosen.length > 0) finish(chosen);
    });
    picker.onDidHide(() => finish(undefined));
    picker.show();
  });
}

async function explain(question: OptionQuestion, chosen: readonly number[], correct: boolean, more: boolean): Promise<StepItem['step']> {
  const options = question.options.map((option, index): StepItem => {
    const mark = option.correct ? '$(check)' : chosen.includes(index) ? '$(close)' : '$(circle-outline)';
    return { label: `${mark} ${option.text}`, detail: option.rationale, step: 'none', alwaysShow: true };
  });
  const steps: StepItem[] = [
    ...(more ? [{ label: '$(arrow-right) Next question', step: 'next' as const }] : []),
    { label: '$(book) Open the note', step: 'note' },
    { label: '$(debug-stop) Stop', step: 'stop' },
    { label: correct ? 'Right' : 'Wrong', kind: vscode.QuickPickItemKind.Separator, step: 'none' },
    ...options.sort((one, other) => Number(other.label.startsWith('$(check)')) - Number(one.label.startsWith('$(check)'))),
  ];
  for (;;) {
    const picked = await vscode.window.showQuickPick(steps, { title: correct ? 'Right' : 'Wrong', placeHolder: question.stem, ignoreFocusOut: true });
    if (!picked) return 'stop';
    if (picked.step !== 'none') return picked.step;
  }
}

/** Text in lines that a QuickPick shows whole. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > lineLength) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
