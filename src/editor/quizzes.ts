import * as vscode from 'vscode';
import { titleOf } from '../knowledge/content';
import type { Knowledge } from '../knowledge/knowledge';
import type { Question } from '../knowledge/schema';
import type { CardInfo, CardKind, Prompt } from '../study/asked';
import type { CramFilter, DayLimits, QuizScope } from '../study/scope';
import type { Session } from '../study/session';
import type { DeckStore, LoadedDeck } from './deckStore';
import type { ProgressStore } from './progressStore';
import { setting } from './settings';
import type { ReadTemplate, Templates } from './templates';
import { tellNothingDue } from './tellNothingDue';

/** What a scope comes to: cards that are chosen already, or cards to choose from. A message for the user where it comes to none. */
interface Selection {
  readonly title: string;
  readonly infos: readonly CardInfo[];
  /** Cards in the order in which they are asked; left out, they are chosen of `infos` by what is due and new. */
  readonly cards?: readonly string[];
  readonly mode?: Session['mode'];
  readonly empty: string;
}

/** A day's queue is asked in sittings of this many cards at most. */
const longestSitting = 100;

/** The limits of a day, as set. */
export function dayLimits(): DayLimits {
  return { newPerDay: setting('study.newPerDay'), reviewsPerDay: setting('study.reviewsPerDay'), kinds: setting('study.cards') };
}

/** Chooses the cards of quizzes and makes sessions of them. */
export class Quizzes {
  readonly #decks: DeckStore;
  readonly #progress: ProgressStore;
  readonly #templates: Templates;

  constructor(decks: DeckStore, progress: ProgressStore, templates: Templates) {
    this.#decks = decks;
    this.#progress = progress;
    this.#templates = templates;
  }

  /** A session for the scope, or nothing after telling the user why there is none. `askable` leaves out what cannot be asked where the quiz is shown. */
  async start(scope: QuizScope, { askable }: { askable?: (prompt: Prompt) => boolean } = {}): Promise<Session | undefined> {
    await this.#progress.refresh();
    const [loaded, { quizOf }, { startSession }] = await Promise.all([this.#decks.load(), import('../study/queue'), import('../study/session')]);
    const selection = await this.#select(scope, loaded);
    const now = Date.now();
    const cards =
      selection.cards ??
      quizOf(selection.infos, loaded.state, {
        kinds: kindsOf(scope),
        now,
        seed: now,
        limit: setting('quiz.length'),
        ...(askable ? { isAskable: (card: string) => canBeAsked(loaded, card, askable) } : {}),
      });
    if (cards.length > 0) return startSession(selection.title, cards, { seed: now, ...(selection.mode ? { mode: selection.mode } : {}) });
    if (scope.kind === 'due' || scope.kind === 'today') void tellNothingDue(loaded, now);
    else void vscode.window.showInformationMessage(selection.empty);
    return undefined;
  }

  async #select(scope: QuizScope, { deck, knowledge, state }: LoadedDeck): Promise<Selection> {
    const asking = (title: string, questions: readonly Question[], empty: string): Selection => ({ title, infos: deck.infosOf(questions), empty });
    const about = (title: string, concerns: (info: CardInfo) => boolean): Selection => ({
      title,
      infos: deck.infos.filter(concerns),
      empty: vscode.l10n.t('There are no cards about {0} yet.', title),
    });
    const nothing = (empty: string): Selection => ({ title: '', infos: [], empty });
    const now = Date.now();
    switch (scope.kind) {
      case 'exam':
      case 'domain':
      case 'task':
        return selectExam(scope, knowledge, deck.infos);
      case 'service':
      case 'topic':
      case 'note': {
        const note = knowledge.note(scope.id);
        if (!note) return nothing(vscode.l10n.t('StackDrill has no note "{0}". It may have been renamed; search for it.', scope.id));
        const own = `${note.id}#`;
        return about(titleOf(note), ({ services, facts }) => services.includes(note.id) || facts.some((fact) => fact.startsWith(own)));
      }
      case 'services': {
        const wanted = new Set(scope.ids);
        return about(vscode.l10n.t('Services of this workspace'), ({ services }) => services.some((id) => wanted.has(id)));
      }
      case 'question': {
        const question = knowledge.question(scope.id);
        return asking(vscode.l10n.t('One question'), question ? [question] : [], vscode.l10n.t('StackDrill has no question "{0}".', scope.id));
      }
      case 'cards':
        return {
          title: scope.title,
          infos: [],
          cards: scope.ids.filter((card) => deck.info(card)),
          empty: vscode.l10n.t('None of these cards exists any more.'),
        };
      case 'rule':
        return this.#selectRule(scope.id, knowledge, asking, nothing);
      case 'due':
      case 'today':
      case 'new':
        return selectDay(scope.kind, { deck, knowledge, state }, now);
      case 'drills':
        return about(vscode.l10n.t('Drills'), ({ kind }) => kind === 'drill');
      case 'cardKind':
        return about(kindTitle(scope.id), ({ kind }) => kind === scope.id);
      case 'level':
        return about(vscode.l10n.t('Level: {0}', scope.id), ({ level }) => level === scope.id);
      case 'cram': {
        const { cramOf } = await import('../study/queue');
        const cards = cramOf(deck.infos, state, scope.filter, { now, limit: longestSitting });
        return { title: cramTitle(scope.filter, knowledge), infos: [], cards, mode: 'cram', empty: emptyCram(scope.filter) };
      }
      case 'thenAndNow':
        return asking(vscode.l10n.t('Then and now'), knowledge.changeQuestions(), vscode.l10n.t('No fact of the notes has changed.'));
      case 'file':
        return this.#selectFile(scope.uri, { deck, knowledge, state }, nothing);
    }
  }

  async #selectRule(
    id: string,
    knowledge: Knowledge,
    asking: (title: string, questions: readonly Question[], empty: string) => Selection,
    nothing: (empty: string) => Selection,
  ): Promise<Selection> {
    const { findRule } = await import('../iac/analysis');
    const rule = findRule(id);
    if (!rule) return nothing(vscode.l10n.t('StackDrill has no rule "{0}".', id));
    const exact = knowledge.content.questions.filter(({ facts }) => rule.fact !== undefined && facts.includes(rule.fact));
    const questions = exact.length > 0 ? exact : knowledge.questionsOfService(rule.service);
    return asking(rule.title, questions, vscode.l10n.t('There are no questions about "{0}" yet.', rule.title));
  }

  async #selectFile(uri: string | undefined, { deck, knowledge }: LoadedDeck, nothing: (empty: string) => Selection): Promise<Selection> {
    const document = uri === undefined ? vscode.window.activeTextEditor?.document : await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    if (!document) return nothing(vscode.l10n.t('Open a CloudFormation template or a CDK app first; the quiz is then about what is in it.'));
    const read = await this.#templates.read(document);
    if (!read) return nothing(vscode.l10n.t('This file is no CloudFormation template and no CDK app, so there is nothing to ask about.'));
    const name = document.uri.path.split('/').at(-1) ?? '';
    return {
      title: vscode.l10n.t('This file: {0}', name),
      infos: cardsAbout(read, knowledge, deck.infos),
      empty: vscode.l10n.t('StackDrill knows none of the services in {0} yet.', name),
    };
  }
}

/** Kinds of cards that may come in as new ones: those that are set, or the one that is asked for. */
function kindsOf(scope: QuizScope): readonly CardKind[] {
  if (scope.kind === 'cardKind') return [scope.id];
  return scope.kind === 'drills' ? ['drill'] : setting('study.cards');
}

function kindTitle(kind: CardKind): string {
  return {
    question: vscode.l10n.t('Questions'),
    fact: vscode.l10n.t('Facts'),
    decision: vscode.l10n.t('Decisions'),
    drill: vscode.l10n.t('Drills'),
    own: vscode.l10n.t('Cards of your own'),
  }[kind];
}

function canBeAsked({ deck }: LoadedDeck, card: string, askable: (prompt: Prompt) => boolean): boolean {
  const asked = deck.ask(card, 0, 'choice');
  return asked !== undefined && askable(asked.prompt);
}

async function selectDay(kind: 'due' | 'today' | 'new', { deck, state }: LoadedDeck, now: number): Promise<Selection> {
  const { dayQueue, cardsOf } = await import('../study/queue');
  const limits = dayLimits();
  const queue = dayQueue(deck.infos, state, kind === 'new' ? { ...limits, newPerDay: Infinity } : limits, { now, seed: now });
  const cards =
    kind === 'due' ? [...queue.learning, ...queue.reviews, ...queue.ahead] : kind === 'new' ? queue.fresh.slice(0, setting('quiz.length')) : cardsOf(queue);
  const title = { due: vscode.l10n.t('Due cards'), today: vscode.l10n.t("Today's cards"), new: vscode.l10n.t('New cards') }[kind];
  return { title, infos: [], cards: cards.slice(0, longestSitting), empty: vscode.l10n.t('There are no new cards left.') };
}

function cramTitle(filter: CramFilter, knowledge: Knowledge): string {
  switch (filter.by) {
    case 'weakest':
      return vscode.l10n.t('Cram: weakest first');
    case 'failed':
      return vscode.l10n.t('Cram: failed in the last {0} days', filter.days);
    case 'domain':
      return vscode.l10n.t('Cram: {0}', `${knowledge.exam(filter.exam)?.code ?? ''} ${filter.id}`);
    case 'service': {
      const note = knowledge.note(filter.id);
      return vscode.l10n.t('Cram: {0}', note ? titleOf(note) : filter.id);
    }
  }
}

function emptyCram(filter: CramFilter): string {
  return filter.by === 'failed'
    ? vscode.l10n.t('Nothing was answered wrongly in the last {0} days.', filter.days)
    : vscode.l10n.t('There are no cards to cram here.');
}

function selectExam(scope: Extract<QuizScope, { kind: 'exam' | 'domain' | 'task' }>, knowledge: Knowledge, infos: readonly CardInfo[]): Selection {
  const id = scope.kind === 'exam' ? scope.id : scope.exam;
  const exam = knowledge.exam(id);
  if (!exam) return { title: '', infos: [], empty: vscode.l10n.t('StackDrill has no exam "{0}". Choose another with "StackDrill: Switch Exam".', id) };
  const part = scope.kind === 'exam' ? '' : scope.id;
  const title = [exam.code, part].filter((text) => text !== '').join(' ');
  const known = part === '' || exam.domains.some((domain) => domain.id === part || domain.tasks.some((task) => task.id === part));
  const start = part.includes('.') ? `${id}/${part}` : part === '' ? `${id}/` : `${id}/${part}.`;
  return {
    title,
    infos: infos.filter(({ tasks }) => tasks.some((task) => (part.includes('.') ? task === start : task.startsWith(start)))),
    empty: known ? vscode.l10n.t('There are no questions for {0} yet.', title) : vscode.l10n.t('{0} has no domain or task "{1}".', exam.code, part),
  };
}

/** Cards on the services of a file: first those that test a fact of a property or a rule that the file meets. */
function cardsAbout(read: ReadTemplate, knowledge: Knowledge, infos: readonly CardInfo[]): CardInfo[] {
  const services = new Set(read.template.resources.flatMap(({ type }) => knowledge.serviceOf(type)?.id ?? []));
  const facts = new Set(read.findings.findings.flatMap(({ rule }) => rule.fact ?? []));
  for (const { type, properties } of read.template.resources) {
    for (const { name } of properties.entries) for (const { note, fact } of knowledge.factsOf(type, name)) facts.add(`${note.id}#${fact.id}`);
  }
  const about = infos.filter((info) => info.services.some((service) => services.has(service)));
  const closeness = (info: CardInfo): number => info.facts.filter((fact) => facts.has(fact)).length;
  return about.sort((one, other) => closeness(other) - closeness(one)).slice(0, Math.max(20, setting('quiz.length')));
}
