import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PanelMessage, QuizView } from '../../src/panel/protocol';
import { nothingDueText } from '../../src/editor/tellNothingDue';
import type { StudyPanel } from '../../src/editor/studyPanel';
import type { QuizScope } from '../../src/study/scope';
import { closeEditors, stackDrill } from './support';

const configuration = () => vscode.workspace.getConfiguration('stackdrill');
const start = (scope: QuizScope) => vscode.commands.executeCommand('stackdrill.startQuiz', scope);

function quizOf(panel: StudyPanel): QuizView {
  const { view } = panel;
  assert.ok(view.kind === 'quiz');
  return view;
}

function newCardsOf({ view }: StudyPanel): number {
  assert.ok(view.kind === 'import');
  return view.counts.new;
}

describe('practising', () => {
  afterEach(closeEditors);

  /** Options by their text, since the order in which they are shown is shuffled. */
  async function answerChoice(right: boolean): Promise<void> {
    const { panel, knowledge } = await stackDrill();
    const view = quizOf(panel);
    const question = (await knowledge.load()).knowledge.question(view.card.slice('question:'.length));
    assert.ok(question && (question.type === 'choice' || question.type === 'multiple-response'));
    const wanted = question.options.flatMap(({ correct }, index) => (correct ? [index] : []));
    const wrong = question.options.findIndex(({ correct }) => !correct);
    await panel.receive({ type: 'answer', chosen: right ? wanted : [wrong, ...wanted.slice(1)], sureness: 'sure', duration: 2000 });
  }

  it('brings a card that was missed back in ten minutes, and once more in the same quiz', async () => {
    const { panel } = await stackDrill();
    const card = (await someQuestions(1))[0] ?? '';
    await start({ kind: 'cards', title: 'One', ids: [card] });
    await answerChoice(false);
    const view = quizOf(panel);
    assert.equal(view.result?.correct, false);
    assert.match(view.result.due, /10 minutes/);
    assert.equal(view.total, 2);
    await panel.receive({ type: 'go', index: 1 });
    assert.equal(quizOf(panel).card, card);
    await answerChoice(true);
    assert.equal(quizOf(panel).total, 2);
  });

  it('takes an answer back: the card stands as before, in this window and in the log', async () => {
    const { panel, progress } = await stackDrill();
    const [card = ''] = await someQuestions(1, 5);
    assert.equal((await progress.schedule()).state(card), undefined);
    await start({ kind: 'cards', title: 'One', ids: [card] });
    await answerChoice(false);
    assert.equal((await progress.schedule()).state(card)?.reviews, 1);
    await panel.receive({ type: 'undo' });
    assert.equal(quizOf(panel).result, undefined);
    assert.equal(quizOf(panel).total, 1);
    assert.equal((await progress.schedule()).state(card), undefined);
    const entries = await progress.entries();
    assert.ok(entries.some((entry) => entry.kind === 'undo' && entries.some(({ id }) => id === entry.review)));
  });

  it('holds suspended cards back until they are taken up again, and buried ones until tomorrow', async () => {
    const { panel, progress, quizzes } = await stackDrill();
    const [suspended = '', buried = '', third = ''] = await someQuestions(3, 10);
    await start({ kind: 'cards', title: 'Three', ids: [suspended, buried, third] });
    const first = quizOf(panel).card;
    await panel.receive({ type: 'card', card: first, action: 'suspend' });
    assert.equal(quizOf(panel).total, 2);
    await panel.receive({ type: 'card', card: quizOf(panel).card, action: 'bury' });
    assert.equal(quizOf(panel).card, third);
    const schedule = await progress.schedule();
    assert.ok(schedule.isHeldBack(suspended, Date.now()) && schedule.isHeldBack(buried, Date.now()));
    assert.ok(!schedule.isHeldBack(buried, Date.now() + 2 * 86_400_000) && schedule.isHeldBack(suspended, Date.now() + 2 * 86_400_000));
    const all = await quizzes.start({ kind: 'question', id: suspended.slice('question:'.length) });
    assert.equal(all, undefined);
    await vscode.commands.executeCommand('stackdrill.cards');
    assert.ok(panel.view.kind === 'cards' && panel.view.rows.find(({ card }) => card === suspended)?.suspended);
    for (const action of ['unsuspend', 'unbury'] as const) await panel.receive({ type: 'card', card: action === 'unbury' ? buried : suspended, action });
    assert.ok(!(await progress.schedule()).isHeldBack(suspended, Date.now()) && !(await progress.schedule()).isHeldBack(buried, Date.now()));
  });

  it('crams without moving a card, unless that is set', async () => {
    const { panel, progress } = await stackDrill();
    const service = { kind: 'cram', filter: { by: 'service', id: 'kms' } } as const;
    await start(service);
    const view = quizOf(panel);
    assert.equal(view.mode, 'cram');
    const before = (await progress.schedule()).state(view.card);
    await giveAnything(panel);
    assert.deepEqual((await progress.schedule()).state(view.card), before);
    assert.ok((await progress.entries()).some((entry) => entry.kind === 'review' && entry.card === view.card && entry.practice === 'cram'));
    await configuration().update('study.cramReschedules', true, vscode.ConfigurationTarget.Global);
    try {
      await start(service);
      const { card } = quizOf(panel);
      const reviews = (await progress.schedule()).state(card)?.reviews ?? 0;
      await giveAnything(panel);
      assert.equal((await progress.schedule()).state(card)?.reviews, reviews + 1);
    } finally {
      await configuration().update('study.cramReschedules', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('asks drills with new numbers and a worked solution', async () => {
    const { panel } = await stackDrill();
    await vscode.commands.executeCommand('stackdrill.drills');
    const view = quizOf(panel);
    assert.equal(view.cardKind, 'drill');
    await giveAnything(panel);
    assert.ok((quizOf(panel).result?.steps.length ?? 0) >= 1);
    await start({ kind: 'cards', title: 'Again', ids: [view.card] });
    assert.notEqual(quizOf(panel).stem, view.stem);
  });

  it('rates a fact that is recalled by the four grades, and says how long each puts it off', async () => {
    const { panel, progress } = await stackDrill();
    for (let attempt = 0; attempt < 30; attempt++) {
      await start({ kind: 'cards', title: 'Facts', ids: ['fact:sqs#retention'] });
      if (quizOf(panel).ask.kind === 'recall') break;
    }
    const view = quizOf(panel);
    assert.ok(view.ask.kind === 'recall' && view.ask.days.length === 4 && view.ask.back.length > 0);
    const [again = 0, , good = 0, easy = 0] = view.ask.days;
    assert.ok(again < good && good <= easy);
    await panel.receive({ type: 'answer', chosen: [], sureness: null, grade: 4, duration: 1000 });
    assert.ok(quizOf(panel).result?.correct);
    assert.equal((await progress.schedule()).state(view.card)?.phase, 'review');
  });

  it('keeps the history of a question that is edited, and shows the new text', async () => {
    const { panel, progress, knowledge } = await stackDrill();
    const [card = ''] = await someQuestions(1, 15);
    await start({ kind: 'cards', title: 'One', ids: [card] });
    await answerChoice(true);
    await panel.receive({ type: 'card', card, action: 'edit' });
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.match(document.getText(), /Keep the id/);
    const changed = new Promise<void>((resolve) => {
      const subscription = knowledge.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
    const edit = new vscode.WorkspaceEdit();
    const stem = /stem: [^\n]*\n(?: {6}[^\n]*\n)*/.exec(document.getText());
    assert.ok(stem);
    edit.replace(document.uri, new vscode.Range(document.positionAt(stem.index), document.positionAt(stem.index + stem[0].length)), 'stem: An edited stem.\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await changed;
    try {
      assert.equal((await knowledge.load()).knowledge.question(card.slice('question:'.length))?.stem, 'An edited stem.');
      assert.equal((await progress.schedule()).state(card)?.reviews, 1);
    } finally {
      await closeEditors();
      await vscode.workspace.fs.delete(document.uri);
    }
  });

  it('always says why nothing is due, and what to do now', async () => {
    const { decks } = await stackDrill();
    const loaded = await decks.load();
    const now = Date.now();
    const { text, offers } = await nothingDueText(loaded, now);
    assert.match(text, /^Nothing is due\. .*next card is due on/s);
    assert.ok(offers.includes('cram') && offers.includes('mockExam') && offers.includes('drills'));
  });

  it('shows progress: readiness with its interval, and bars that start the quiz that improves it', async () => {
    const { panel } = await stackDrill();
    await vscode.commands.executeCommand('stackdrill.progress');
    assert.ok(panel.view.kind === 'overview');
    const { readiness } = panel.view.overview;
    assert.ok(readiness.ready.low < readiness.ready.value && readiness.ready.value < readiness.ready.high);
    const [domain] = readiness.domains;
    assert.ok(domain);
    await panel.receive({ type: 'overview', action: domain.action });
    assert.match(quizOf(panel).title, /SAP-C02 1/);
  });

  it('exports cards, reviews and a backup, and imports cards once', async () => {
    const { panel, progress, storage } = await stackDrill();
    const file = (name: string) => vscode.Uri.joinPath(storage, name);
    const text = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(file(name)));
    await vscode.commands.executeCommand('stackdrill.exportCards', file('anki.txt'));
    await vscode.commands.executeCommand('stackdrill.exportReviews', file('reviews.csv'));
    await vscode.commands.executeCommand('stackdrill.exportBackup', file('backup.json'));
    assert.match(await text('anki.txt'), /^#separator:tab\n/);
    const reviews = (await progress.entries()).filter(({ kind }) => kind === 'review').length;
    assert.equal((await text('reviews.csv')).trimEnd().split(/\r?\n/).length, reviews + 1);
    const before = (await progress.entries()).length;
    await vscode.commands.executeCommand('stackdrill.importCards', file('backup.json'));
    assert.ok(panel.view.kind === 'import' && panel.view.counts.new === 0 && panel.view.counts.known === before);
    await vscode.workspace.fs.writeFile(file('own.csv'), new TextEncoder().encode('front,back,tags\n"What is ""my"" rule?",Mine,service::sqs\n'));
    for (const expected of [1, 0]) {
      await vscode.commands.executeCommand('stackdrill.importCards', file('own.csv'));
      assert.equal(newCardsOf(panel), expected);
      if (expected === 1) await panel.receive({ type: 'import' });
    }
    const own = [...(await progress.state()).own.keys()];
    assert.equal(own.length, 1);
    await start({ kind: 'cards', title: 'Own', ids: own });
    assert.equal(quizOf(panel).stem, 'What is "my" rule?');
  });

  /** Questions with options that were never answered; each test takes others. */
  async function someQuestions(count: number, from = 0): Promise<string[]> {
    const { knowledge } = await stackDrill();
    const { questions } = (await knowledge.load()).knowledge.content;
    return questions
      .filter(({ type }) => type === 'choice')
      .slice(from, from + count)
      .map(({ id }) => `question:${id}`);
  }
});

/** Any answer of the right form. */
async function giveAnything(panel: StudyPanel): Promise<void> {
  const { ask } = quizOf(panel);
  const message = (chosen: number[]): PanelMessage => ({ type: 'answer', chosen, sureness: 'guess', duration: 1000 });
  switch (ask.kind) {
    case 'options':
      return panel.receive(message(ask.parts.slice(0, ask.choose).map(({ part }) => part)));
    case 'ordering':
    case 'matching':
      return panel.receive(message(ask.parts.map(({ part }) => part)));
    case 'number':
      return panel.receive(message([1]));
    case 'recall':
      return panel.receive({ type: 'answer', chosen: [], sureness: null, grade: 3, duration: 1000 });
  }
}
