import * as vscode from 'vscode';
import { isService, titleOf, type Note } from '../knowledge/content';
import type { Knowledge } from '../knowledge/knowledge';
import { diagramsIn } from '../knowledge/pack';
import type { Ask, NoteView, PanelMessage, PanelState, QuizResult, QuizView, SummaryView, ThenAndNowView, View } from '../panel/protocol';
import type { Question } from '../knowledge/schema';
import { changesOf } from '../knowledge/thenAndNow';
import type { Answer, Session } from '../study/session';
import type { QuizScope } from './commandIds';
import type { KnowledgeStore } from './knowledgeStore';
import type { ProgressStore } from './progressStore';
import type { Quizzes } from './quizzes';

const viewType = 'stackdrill.study';

/** The study panel: shows a note or a session, and keeps what it shows over hiding and reloading. */
export class StudyPanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #knowledge: KnowledgeStore;
  readonly #progress: ProgressStore;
  readonly #quizzes: Quizzes;
  readonly #subscriptions: vscode.Disposable[] = [];
  #panel: vscode.WebviewPanel | undefined;
  #ready = false;
  #view: View = { kind: 'message', text: 'Open a note or start a quiz.' };
  #session: Session | undefined;

  constructor(extension: vscode.Uri, knowledge: KnowledgeStore, progress: ProgressStore, quizzes: Quizzes) {
    this.#extension = extension;
    this.#knowledge = knowledge;
    this.#progress = progress;
    this.#quizzes = quizzes;
    this.#subscriptions.push(vscode.window.registerWebviewPanelSerializer(viewType, this));
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.#adopt(panel);
    return Promise.resolve();
  }

  /** Shows a note, or the place in it that `sqs#retention` names. Tells the user where there is no such note. */
  async openNote(target: string): Promise<void> {
    const { knowledge, diagrams } = await this.#knowledge.load();
    const [id = '', anchor] = target.split('#');
    const note = knowledge.note(id);
    if (!note) {
      void vscode.window.showErrorMessage(
        `StackDrill has no note "${id}". It may have been renamed or its content folder removed; search for it with "StackDrill: Search Notes and Questions".`,
      );
      return;
    }
    await this.#showView(noteView(note, knowledge, diagrams, anchor), titleOf(note));
  }

  /** Shows everything that older study material states otherwise. */
  async showThenAndNow(): Promise<void> {
    const { knowledge } = await this.#knowledge.load();
    await this.#showView(thenAndNowView(knowledge), 'Then and Now');
  }

  /** Starts a quiz; the user is told where there is nothing to ask. */
  async startQuiz(scope: QuizScope): Promise<void> {
    const session = await this.#quizzes.start(scope);
    if (session) await this.#showSession(session);
  }

  /** What is shown at the moment; for tests. */
  get view(): View {
    return this.#view;
  }

  async #showSession(session: Session): Promise<void> {
    this.#session = session;
    await this.#showView(await this.#sessionView(session), session.title);
    void this.#panel?.webview.postMessage({ type: 'keep', state: { kind: 'session', session } });
  }

  async #showView(view: View, title: string): Promise<void> {
    this.#view = view;
    const panel = this.#panel ?? this.#create();
    panel.title = title;
    if (!panel.visible) panel.reveal(undefined, false);
    if (this.#ready) await panel.webview.postMessage({ type: 'show', view });
  }

  #create(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(viewType, 'StackDrill', vscode.ViewColumn.Beside, { enableFindWidget: true });
    this.#adopt(panel);
    return panel;
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#ready = false;
    const dist = vscode.Uri.joinPath(this.#extension, 'dist');
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#extension, 'media', 'study-light.svg'),
      dark: vscode.Uri.joinPath(this.#extension, 'media', 'study-dark.svg'),
    };
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.onDidReceiveMessage((message: PanelMessage) => this.#receive(message));
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#ready = false;
    });
    panel.webview.html = page(panel.webview, dist);
  }

  async #receive(message: PanelMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        if (this.#view.kind === 'message' && message.state) await this.#restore(message.state);
        else await this.#panel?.webview.postMessage({ type: 'show', view: this.#view });
        return;
      case 'answer':
        return this.#answer(message);
      case 'go': {
        const { goTo } = await import('../study/session');
        if (this.#session) await this.#showSession(goTo(this.#session, message.index));
        return;
      }
      case 'again':
        return this.#again();
      case 'openNote':
        return this.openNote(message.target);
      case 'quizNote':
        return this.startQuiz({ kind: 'note', id: message.id });
      case 'quizThenAndNow':
        return this.startQuiz({ kind: 'thenAndNow' });
    }
  }

  async #restore(state: PanelState): Promise<void> {
    if (state.kind === 'note') return this.openNote(state.target);
    if (state.kind === 'thenAndNow') return this.showThenAndNow();
    const [{ knowledge }, { restoredSession }] = await Promise.all([this.#knowledge.load(), import('../study/session')]);
    const session = restoredSession(state.session, (id) => knowledge.question(id));
    if (session) return this.#showSession(session);
    await this.#showView(
      {
        kind: 'message',
        text: 'The quiz that was open here cannot be gone on with: its questions have changed. Your answers are kept. Start a new one from the Syllabus.',
      },
      'StackDrill',
    );
  }

  async #answer({ chosen, sureness, duration }: Extract<PanelMessage, { type: 'answer' }>): Promise<void> {
    const shown = await this.#shownQuestion();
    if (!shown || !this.#session || this.#session.items[this.#session.current]?.answer) return;
    const { answer } = await import('../study/session');
    const answered = answer(this.#session, shown, { chosen, sureness, duration, time: Date.now(), id: crypto.randomUUID() });
    await this.#progress.add(answered.review);
    await this.#showSession(answered.session);
  }

  async #shownQuestion(): Promise<Question | undefined> {
    const item = this.#session?.items[this.#session.current];
    const { knowledge } = await this.#knowledge.load();
    return item && knowledge.question(item.question);
  }

  /** Asks the questions that were missed once more. */
  async #again(): Promise<void> {
    if (!this.#session) return;
    const missed = this.#session.items.filter(({ answer }) => answer?.correct !== true);
    const items = (missed.length > 0 ? missed : this.#session.items).map(({ question, order }) => ({ question, order }));
    await this.#showSession({ title: this.#session.title, items, current: 0 });
  }

  async #sessionView(session: Session): Promise<View> {
    const { knowledge } = await this.#knowledge.load();
    const item = session.items[session.current];
    if (!item) return summaryView(session, knowledge);
    const question = await this.#shownQuestion();
    if (!question) return { kind: 'message', text: `StackDrill has no question "${item.question}" any more.` };
    const { cardOf } = await import('../study/session');
    const due = (await this.#progress.schedule()).state(cardOf(question))?.due;
    return quizView(session, item, question, knowledge, due);
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function noteView(note: Note, knowledge: Knowledge, diagrams: Readonly<Record<string, string>>, anchor: string | undefined): NoteView {
  const service = isService(note) ? note : undefined;
  return {
    kind: 'note',
    id: note.id,
    title: titleOf(note),
    fullName: service?.fullName ?? '',
    summary: note.summary,
    ...(service ? { status: service.status, page: service.page } : {}),
    cues: service?.cues ?? [],
    traps: service?.traps ?? [],
    facts: note.facts,
    decisions: note.decisions,
    body: note.body,
    diagrams: Object.fromEntries(diagramsIn(note.body).map((dot) => [dot, diagrams[dot] ?? ''])),
    questions: knowledge.questionsOfNote(note).length,
    ...(anchor === undefined ? {} : { anchor }),
  };
}

function quizView(session: Session, item: Session['items'][number], question: Question, knowledge: Knowledge, due: number | undefined): QuizView {
  const base: QuizView = {
    kind: 'quiz',
    title: session.title,
    index: session.current,
    total: session.items.length,
    stem: question.stem,
    level: question.level,
    services: question.services.map((id) => {
      const note = knowledge.note(id);
      return { id, name: note ? titleOf(note) : id };
    }),
    ask: askOf(question, item.order),
  };
  if (!item.answer) return base;
  return {
    ...base,
    result: {
      correct: item.answer.correct,
      chosen: item.answer.chosen,
      ...explained(question, item.answer),
      sources: question.sources,
      facts: question.facts.flatMap((reference) => {
        const statement = knowledge.fact(reference)?.fact.statement ?? knowledge.decision(reference)?.decision.use;
        return statement === undefined ? [] : [{ reference, statement }];
      }),
      due: due === undefined ? '' : new Date(due).toLocaleDateString(vscode.env.language, { dateStyle: 'long' }),
    },
  };
}

function askOf(question: Question, order: readonly number[]): Ask {
  const parts = (texts: readonly string[]): Extract<Ask, { kind: 'ordering' }>['parts'] => order.map((part) => ({ part, text: texts[part] ?? '' }));
  switch (question.type) {
    case 'choice':
    case 'multiple-response': {
      const choose = question.type === 'choice' ? 1 : question.options.filter(({ correct }) => correct).length;
      return { kind: 'options', choose, parts: parts(question.options.map(({ text }) => text)) };
    }
    case 'ordering':
      return { kind: 'ordering', parts: parts(question.steps.map(({ text }) => text)) };
    case 'matching':
      return { kind: 'matching', lefts: question.pairs.map(({ left }) => left), parts: parts(question.pairs.map(({ right }) => right)) };
    case 'number':
      return { kind: 'number', unit: question.answer.unit };
  }
}

function explained(question: Question, answer: Answer): Pick<QuizResult, 'explanations' | 'solution'> {
  switch (question.type) {
    case 'choice':
    case 'multiple-response': {
      const explanations = question.options.map(({ correct, rationale, tempting }) => ({
        correct,
        rationale,
        ...(tempting === undefined ? {} : { tempting }),
      }));
      return { explanations, solution: '' };
    }
    case 'ordering':
    case 'matching': {
      const parts = question.type === 'ordering' ? question.steps : question.pairs;
      return { explanations: parts.map(({ rationale }, index) => ({ correct: answer.chosen[index] === index, rationale })), solution: '' };
    }
    case 'number': {
      const { value, tolerance, unit } = question.answer;
      const about = tolerance > 0 ? ` (within ${tolerance.toLocaleString(vscode.env.language)})` : '';
      return {
        explanations: [{ correct: answer.correct, rationale: question.rationale }],
        solution: `${value.toLocaleString(vscode.env.language)} ${unit}${about}`,
      };
    }
  }
}

function thenAndNowView(knowledge: Knowledge): ThenAndNowView {
  return {
    kind: 'thenAndNow',
    changes: changesOf(knowledge.content).map(({ note, ...change }) => ({ ...change, note: note.id, title: titleOf(note) })),
    services: knowledge.content.services.filter(({ status }) => status.state !== 'current').map(({ id, name, status }) => ({ id, name, status })),
    questions: knowledge.changeQuestions().length,
  };
}

function summaryView(session: Session, knowledge: Knowledge): SummaryView {
  const answers = session.items.flatMap(({ answer }) => answer ?? []);
  return {
    kind: 'summary',
    title: session.title,
    right: answers.filter(({ correct }) => correct).length,
    answered: answers.length,
    total: session.items.length,
    items: session.items.map(({ question, answer }, index) => ({
      index,
      stem: knowledge.question(question)?.stem ?? question,
      correct: answer?.correct ?? null,
    })),
  };
}

function page(webview: vscode.Webview, dist: vscode.Uri): string {
  const asset = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = `default-src 'none'; img-src ${webview.cspSource}; font-src ${webview.cspSource}; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>StackDrill</title>
<link rel="stylesheet" href="${asset('codicon.css')}" id="vscode-codicon-stylesheet">
<link rel="stylesheet" href="${asset('panelStyle.css')}">
</head>
<body>
<main id="study" tabindex="-1"></main>
<script nonce="${nonce}" src="${asset('panel.js')}"></script>
</body>
</html>`;
}
