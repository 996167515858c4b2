import * as vscode from 'vscode';
import type { CardFilter, HostMessage, PanelMessage, PanelState, View } from '../panel/protocol';
import type { QuizScope } from '../study/scope';
import type { Activity } from './activities/activity';
import { CardsActivity } from './activities/cardsActivity';
import { noteActivity, thenAndNowActivity } from './activities/noteActivity';
import { OverviewActivity } from './activities/overviewActivity';
import { QuizActivity } from './activities/quizActivity';
import type { DeckStore } from './deckStore';
import type { KnowledgeStore } from './knowledgeStore';
import type { MockExams, MockExamStage } from './mockExams';
import { panelTexts } from './panelTexts';
import type { ProgressStore } from './progressStore';
import type { Quizzes } from './quizzes';

const viewType = 'stackdrill.study';

interface Parts {
  readonly extension: vscode.Uri;
  readonly knowledge: KnowledgeStore;
  readonly progress: ProgressStore;
  readonly decks: DeckStore;
  readonly quizzes: Quizzes;
  readonly mockExams: MockExams;
}

/** The study panel: shows one activity at a time, and keeps it over hiding and reloading. */
export class StudyPanel implements MockExamStage, vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #parts: Parts;
  readonly #subscriptions: vscode.Disposable[] = [];
  #panel: vscode.WebviewPanel | undefined;
  #ready = false;
  #activity: Activity | undefined;
  #view: View = { kind: 'message', text: vscode.l10n.t('Open a note or start a quiz.') };

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#subscriptions.push(vscode.window.registerWebviewPanelSerializer(viewType, this));
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.#adopt(panel);
    return Promise.resolve();
  }

  /** Shows a note, or the place in it that `sqs#retention` names. Tells the user where there is no such note. */
  async openNote(target: string): Promise<void> {
    const { knowledge, diagrams } = await this.#parts.knowledge.load();
    const [id = '', anchor] = target.split('#');
    const note = knowledge.note(id);
    if (note) return this.show(noteActivity(note, knowledge, diagrams, anchor));
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'StackDrill has no note "{0}". It may have been renamed or its content folder removed; search for it with "StackDrill: Search Notes and Questions".',
        id,
      ),
    );
  }

  /** Shows everything that older study material states otherwise. */
  async showThenAndNow(): Promise<void> {
    const { knowledge } = await this.#parts.knowledge.load();
    await this.show(thenAndNowActivity(knowledge));
  }

  /** Starts a quiz; the user is told where there is nothing to ask. */
  async startQuiz(scope: QuizScope): Promise<void> {
    const session = await this.#parts.quizzes.start(scope);
    if (session) await this.show(new QuizActivity(session, { stage: this, ...this.#parts }));
  }

  /** Shows the charts of what is known. */
  showOverview(): Promise<void> {
    return this.show(new OverviewActivity({ stage: this, ...this.#parts }));
  }

  /** Shows all cards in a list. */
  showCards(filter: CardFilter = 'all'): Promise<void> {
    return this.show(new CardsActivity(filter, { stage: this, ...this.#parts }));
  }

  /** What is shown at the moment; for tests. */
  get view(): View {
    return this.#view;
  }

  isShown(activity: Activity): boolean {
    return this.#activity === activity;
  }

  async show(activity: Activity): Promise<void> {
    if (this.#activity !== activity) this.#activity?.leave?.();
    this.#activity = activity;
    const view = await activity.view();
    if (this.#activity !== activity) return;
    this.#view = view;
    const panel = this.#panel ?? this.#create();
    panel.title = activity.title;
    if (!panel.visible) panel.reveal(undefined, false);
    if (this.#ready) await this.#post({ type: 'show', view, state: activity.kept });
  }

  /** Draws an activity again where it is shown, without bringing a hidden panel to the front. */
  async redraw(activity: Activity): Promise<void> {
    if (this.#activity !== activity) return;
    const view = await activity.view();
    if (!this.isShown(activity)) return;
    this.#view = view;
    if (this.#ready) await this.#post({ type: 'show', view, state: activity.kept });
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
    const { extension } = this.#parts;
    const dist = vscode.Uri.joinPath(extension, 'dist');
    panel.iconPath = {
      light: vscode.Uri.joinPath(extension, 'media', 'study-light.svg'),
      dark: vscode.Uri.joinPath(extension, 'media', 'study-dark.svg'),
    };
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.onDidReceiveMessage((message: PanelMessage) => this.receive(message));
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#activity?.leave?.();
      this.#activity = undefined;
      this.#panel = undefined;
      this.#ready = false;
    });
    panel.webview.html = page(panel.webview, dist);
  }

  /** Answers what the panel's page says. */
  async receive(message: PanelMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.#restore(message.state);
      case 'openNote':
        return this.openNote(message.target);
      case 'quiz':
        return this.startQuiz(message.scope);
      default:
        return this.#activity?.receive?.(message);
    }
  }

  /** Shows what the panel should show once its page is there: what was asked for meanwhile, or what it showed before a reload. */
  async #restore(state: PanelState | null): Promise<void> {
    const texts = panelTexts();
    if (!this.#activity && state) this.#activity = await this.#restored(state);
    if (this.#activity) this.#view = await this.#activity.view();
    await this.#post({ type: 'show', view: this.#view, state: this.#activity?.kept ?? { kind: 'none' }, texts });
    if (this.#activity && this.#panel) this.#panel.title = this.#activity.title;
  }

  async #restored(state: PanelState): Promise<Activity | undefined> {
    switch (state.kind) {
      case 'none':
        return undefined;
      case 'note': {
        const { knowledge, diagrams } = await this.#parts.knowledge.load();
        const [id = '', anchor] = state.target.split('#');
        const note = knowledge.note(id);
        return note && noteActivity(note, knowledge, diagrams, anchor);
      }
      case 'thenAndNow':
        return thenAndNowActivity((await this.#parts.knowledge.load()).knowledge);
      case 'overview':
        return new OverviewActivity({ stage: this, ...this.#parts });
      case 'cards':
        return new CardsActivity(state.filter, { stage: this, ...this.#parts });
      case 'mockExam':
      case 'mockExamResult':
      case 'mockExams': {
        const restored = await this.#parts.mockExams.restored(state, this);
        if (typeof restored !== 'string') return restored;
        this.#view = { kind: 'message', text: restored };
        return undefined;
      }
      case 'session': {
        const [{ deck }, { restoredSession }] = await Promise.all([this.#parts.decks.load(), import('../study/session')]);
        const session = restoredSession(state.session, (card, seed) => deck.ask(card, seed));
        if (session) return new QuizActivity(session, { stage: this, ...this.#parts });
        this.#view = {
          kind: 'message',
          text: vscode.l10n.t(
            'The quiz that was open here cannot be gone on with: its questions have changed. Your answers are kept. Start a new one from the Syllabus.',
          ),
        };
        return undefined;
      }
    }
  }

  async #post(message: HostMessage): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function page(webview: vscode.Webview, dist: vscode.Uri): string {
  const asset = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = `default-src 'none'; img-src ${webview.cspSource}; font-src ${webview.cspSource}; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
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
