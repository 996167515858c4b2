import * as vscode from 'vscode';
import type { Review } from '../study/review';
import type { OptionQuestion, Session } from '../study/session';
import { commands } from './commandIds';
import type { DeckStore } from './deckStore';
import type { ProgressStore } from './progressStore';
import type { Quizzes } from './quizzes';
import { setting } from './settings';
import { wrapped } from './wrapped';

type Action = { readonly kind: 'option'; readonly option: number } | { readonly kind: 'answer' | 'next' | 'note' | 'stop' };

/** A row of the palette; one without an action is there to be read. */
interface Row extends vscode.QuickPickItem {
  readonly action?: Action;
}

/** Characters that a row of the palette shows before it cuts the rest off. */
const rowLength = 78;

/** A quiz that never leaves the command palette: question, right or wrong with the rationale, next or stop. */
export async function quickQuiz(quizzes: Quizzes, decks: DeckStore, progress: ProgressStore): Promise<void> {
  const { isOptionQuestion } = await import('../study/session');
  const session = await quizzes.start({ kind: 'exam', id: setting('exam') }, { askable: isOptionQuestion });
  if (!session) return;
  const palette = new Palette();
  try {
    await run(session, palette, decks, progress);
  } finally {
    palette.close();
  }
}

async function run(started: Session, palette: Palette, decks: DeckStore, progress: ProgressStore): Promise<void> {
  const { answer, goTo, isOptionQuestion, shownOrder } = await import('../study/session');
  let session = started;
  for (;;) {
    const { deck } = await decks.load();
    const item = session.items[session.current];
    const asked = item && deck.ask(item.card, item.seed, 'choice');
    const question = asked?.prompt;
    if (!item || !question || !isOptionQuestion(question)) return;
    const order = shownOrder(question, item.seed);
    const shown = Date.now();
    const chosen = await ask(palette, question, order, vscode.l10n.t('Quick Quiz {0}/{1}', session.current + 1, session.items.length));
    if (!chosen) return;
    const time = Date.now();
    const answered = answer(session, asked, { chosen, sureness: null, time, duration: time - shown, id: progress.newId() });
    await progress.add(answered.review);
    const next = await explain(palette, question, order, answered.review, chosen, session.current + 1 < session.items.length);
    if (next === 'note') await vscode.commands.executeCommand(commands.openNote, question.facts[0] ?? question.services[0]);
    if (next !== 'next') return;
    session = goTo(answered.session, session.current + 1);
  }
}

/** Options by number key or by picking; where several are to be chosen each pick ticks, and Answer ends it. */
function ask(palette: Palette, question: OptionQuestion, order: readonly number[], title: string): Promise<readonly number[] | undefined> {
  const wanted = question.options.filter(({ correct }) => correct).length;
  const several = question.type === 'multiple-response';
  const ticked = new Set<number>();
  return palette.show<readonly number[]>((picker, finish) => {
    const draw = (active: number): void => {
      picker.title = several ? vscode.l10n.t('{0}: choose {1}, {2} chosen', title, wanted, ticked.size) : title;
      picker.placeholder = several ? vscode.l10n.t('Press the numbers of your answers, then Enter') : vscode.l10n.t('Press the number of your answer');
      const options = order.flatMap((option, index) =>
        optionRows(
          question.options[option]?.text ?? '',
          option,
          `${index + 1}`,
          several ? (ticked.has(option) ? '$(pass-filled) ' : '$(circle-large-outline) ') : '',
        ),
      );
      const complete: Row[] = ticked.size === wanted ? [{ label: `$(check) ${vscode.l10n.t('Answer')}`, action: { kind: 'answer' }, alwaysShow: true }] : [];
      picker.items = [...textRows(question.stem), separator(vscode.l10n.t('Options')), ...options, ...(several ? complete : [])];
      const focus = picker.items.find(({ action }) =>
        complete.length > 0 && several ? action?.kind === 'answer' : action?.kind === 'option' && action.option === active,
      );
      if (focus) picker.activeItems = [focus];
    };
    const pick = (option: number): void => {
      if (!several) return finish([option]);
      if (!ticked.delete(option) && ticked.size < wanted) ticked.add(option);
      draw(option);
    };
    draw(order[0] ?? 0);
    // Typed fast, a number arrives before the one ahead of it is cleared away: the last one is the new one.
    const typed = picker.onDidChangeValue((value) => {
      if (value === '') return;
      picker.value = '';
      const option = order[Number(value.at(-1)) - 1];
      if (option !== undefined) pick(option);
    });
    const accepted = picker.onDidAccept(() => {
      const action = picker.activeItems[0]?.action;
      if (action?.kind === 'option') pick(action.option);
      else if (action?.kind === 'answer') finish([...ticked]);
    });
    return [typed, accepted];
  });
}

function explain(
  palette: Palette,
  question: OptionQuestion,
  order: readonly number[],
  { correct }: Review,
  chosen: readonly number[],
  more: boolean,
): Promise<'next' | 'note' | 'stop' | undefined> {
  return palette.show((picker, finish) => {
    picker.title = correct ? vscode.l10n.t('Right') : vscode.l10n.t('Wrong');
    picker.placeholder = vscode.l10n.t('Enter goes on, Escape stops');
    const explanations = order.flatMap((option): Row[] => {
      const { text = '', correct: right = false, rationale = '' } = question.options[option] ?? {};
      const mark = right ? '$(check) ' : chosen.includes(option) ? '$(close) ' : '$(circle-outline) ';
      const verdict = right ? vscode.l10n.t('right') : chosen.includes(option) ? vscode.l10n.t('wrong, chosen') : vscode.l10n.t('wrong');
      return [separator(verdict), ...textRows(text, mark), ...textRows(rationale, '      ')];
    });
    picker.items = [
      ...(more ? [{ label: `$(arrow-right) ${vscode.l10n.t('Next question')}`, action: { kind: 'next' } as const, alwaysShow: true }] : []),
      { label: `$(book) ${vscode.l10n.t('Open the note')}`, action: { kind: 'note' }, alwaysShow: true },
      { label: `$(debug-stop) ${vscode.l10n.t('Stop')}`, action: { kind: 'stop' }, alwaysShow: true },
      ...explanations,
    ];
    const accepted = picker.onDidAccept(() => {
      const kind = picker.activeItems[0]?.action?.kind;
      if (kind === 'next' || kind === 'note' || kind === 'stop') finish(kind);
    });
    return [accepted];
  });
}

/** One picker for the whole quiz: hidden and shown again between two steps it would lose the keyboard. */
class Palette {
  readonly #picker = vscode.window.createQuickPick<Row>();
  #leave: () => void = () => undefined;

  constructor() {
    this.#picker.ignoreFocusOut = true;
    this.#picker.onDidHide(() => {
      this.#leave();
      this.#picker.dispose();
    });
  }

  /** Shows a step until it calls `finish`, or the user leaves the palette. `set` fills the picker and returns its listeners. */
  show<Result>(set: (picker: vscode.QuickPick<Row>, finish: (result: Result) => void) => readonly vscode.Disposable[]): Promise<Result | undefined> {
    let listeners: readonly vscode.Disposable[] = [];
    const step = new Promise<Result | undefined>((resolve) => {
      this.#leave = () => {
        resolve(undefined);
      };
      this.#picker.value = '';
      listeners = set(this.#picker, resolve);
      this.#picker.show();
    });
    return step.finally(() => {
      for (const listener of listeners) listener.dispose();
    });
  }

  close(): void {
    this.#picker.hide();
  }
}

function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** A text in as many rows as it needs; the first begins with `start`, the others are moved in alike. */
function textRows(text: string, start = ''): Row[] {
  const indent = start.startsWith('$(') ? '      ' : start;
  return wrapped(text, rowLength - indent.length).map((line, index) => ({ label: `${index === 0 ? start : indent}${line}`, alwaysShow: true }));
}

/** An option: its first row can be picked, the rest of a long text follows as its detail. */
function optionRows(text: string, option: number, number: string, mark: string): Row[] {
  const [first = '', ...rest] = wrapped(text, rowLength - 6);
  const pickable: Row = { label: `${mark}${number}. ${first}`, action: { kind: 'option', option }, alwaysShow: true };
  return [rest.length === 0 ? pickable : { ...pickable, detail: `      ${rest.join(' ')}` }];
}
