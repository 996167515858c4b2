import * as vscode from 'vscode';
import { titleOf } from '../knowledge/content';
import type { Knowledge } from '../knowledge/knowledge';
import type { Question } from '../knowledge/schema';
import type { Schedule } from '../study/schedule';
import type { Session } from '../study/session';
import { type QuizScope } from './commandIds';
import type { KnowledgeStore } from './knowledgeStore';
import type { ProgressStore } from './progressStore';
import { setting } from './settings';
import type { ReadTemplate, Templates } from './templates';

/** The questions a scope comes to, under a title; a message for the user where it comes to none. */
interface Selection {
  readonly title: string;
  readonly questions: readonly Question[];
  readonly empty: string;
}

/** Chooses the questions of quizzes and makes sessions of them. */
export class Quizzes {
  readonly #knowledge: KnowledgeStore;
  readonly #progress: ProgressStore;
  readonly #templates: Templates;

  constructor(knowledge: KnowledgeStore, progress: ProgressStore, templates: Templates) {
    this.#knowledge = knowledge;
    this.#progress = progress;
    this.#templates = templates;
  }

  /** A session for the scope, or nothing after telling the user why there is none. */
  async start(scope: QuizScope, { askable = () => true }: { askable?: (question: Question) => boolean } = {}): Promise<Session | undefined> {
    await this.#progress.refresh();
    const [{ knowledge }, schedule, { startSession }] = await Promise.all([this.#knowledge.load(), this.#progress.schedule(), import('../study/session')]);
    const { title, questions, empty } = await this.#select(scope, knowledge, schedule);
    const options = { now: Date.now(), seed: Date.now(), limit: setting('quiz.length') };
    const session = startSession(title, questions.filter(askable), schedule, options);
    if (session.items.length > 0) return session;
    void vscode.window.showInformationMessage(empty);
    return undefined;
  }

  async #select(scope: QuizScope, knowledge: Knowledge, schedule: Schedule): Promise<Selection> {
    switch (scope.kind) {
      case 'exam':
      case 'domain':
      case 'task':
        return selectExam(scope, knowledge);
      case 'service':
      case 'topic':
      case 'note': {
        const note = knowledge.note(scope.id);
        if (!note) return { title: '', questions: [], empty: `StackDrill has no note "${scope.id}". It may have been renamed; search for it.` };
        return { title: titleOf(note), questions: knowledge.questionsOfNote(note), empty: `There are no questions about ${titleOf(note)} yet.` };
      }
      case 'services': {
        const wanted = new Set(scope.ids);
        const questions = knowledge.content.questions.filter(({ services }) => services.some((id) => wanted.has(id)));
        return { title: 'Services of this workspace', questions, empty: 'There are no questions about these services yet.' };
      }
      case 'question': {
        const question = knowledge.question(scope.id);
        return { title: 'One question', questions: question ? [question] : [], empty: `StackDrill has no question "${scope.id}".` };
      }
      case 'rule':
        return this.#selectRule(scope.id, knowledge);
      case 'due': {
        const { questionOf } = await import('../study/session');
        const questions = schedule.due(Date.now()).flatMap(({ card }) => knowledge.question(questionOf(card) ?? '') ?? []);
        return { title: 'Due cards', questions, empty: nothingDue(schedule) };
      }
      case 'thenAndNow':
        return { title: 'Then and now', questions: knowledge.changeQuestions(), empty: 'No fact of the notes has changed.' };
      case 'file':
        return this.#selectFile(scope.uri, knowledge);
    }
  }

  async #selectRule(id: string, knowledge: Knowledge): Promise<Selection> {
    const { findRule } = await import('../iac/analysis');
    const rule = findRule(id);
    if (!rule) return { title: '', questions: [], empty: `StackDrill has no rule "${id}".` };
    const exact = knowledge.content.questions.filter(({ facts }) => rule.fact !== undefined && facts.includes(rule.fact));
    const questions = exact.length > 0 ? exact : knowledge.questionsOfService(rule.service);
    return { title: rule.title, questions, empty: `There are no questions about "${rule.title}" yet.` };
  }

  async #selectFile(uri: string | undefined, knowledge: Knowledge): Promise<Selection> {
    const document = uri === undefined ? vscode.window.activeTextEditor?.document : await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const nothing = { title: '', questions: [] };
    if (!document) return { ...nothing, empty: 'Open a CloudFormation template or a CDK app first; the quiz is then about what is in it.' };
    const read = await this.#templates.read(document);
    if (!read) return { ...nothing, empty: 'This file is no CloudFormation template and no CDK app, so there is nothing to ask about.' };
    const name = document.uri.path.split('/').at(-1) ?? '';
    return { title: `This file: ${name}`, questions: questionsAbout(read, knowledge), empty: `StackDrill knows none of the services in ${name} yet.` };
  }
}

function selectExam(scope: Extract<QuizScope, { kind: 'exam' | 'domain' | 'task' }>, knowledge: Knowledge): Selection {
  const id = scope.kind === 'exam' ? scope.id : scope.exam;
  const exam = knowledge.exam(id);
  if (!exam) return { title: '', questions: [], empty: `StackDrill has no exam "${id}". Choose another with "StackDrill: Switch Exam".` };
  const part = scope.kind === 'exam' ? '' : scope.id;
  const title = [exam.code, part].filter((text) => text !== '').join(' ');
  const known = part === '' || exam.domains.some((domain) => domain.id === part || domain.tasks.some((task) => task.id === part));
  return {
    title,
    questions: knowledge.questionsOfExam(id, part),
    empty: known ? `There are no questions for ${title} yet.` : `${exam.code} has no domain or task "${part}".`,
  };
}

function nothingDue(schedule: Schedule): string {
  const next = schedule.nextDue(Date.now());
  if (next === undefined)
    return 'Nothing is due, because nothing has been answered yet. Start a quiz: what you answer comes back when you are about to forget it.';
  return `Nothing is due. The next card is due on ${new Date(next).toLocaleString()}. Start a quiz for new questions.`;
}

/** Questions on the services of a file: first those that test a fact of a property or a rule that the file meets. */
function questionsAbout(read: ReadTemplate, knowledge: Knowledge): Question[] {
  const services = new Set(read.template.resources.flatMap(({ type }) => knowledge.serviceOf(type)?.id ?? []));
  const facts = new Set(read.findings.findings.flatMap(({ rule }) => rule.fact ?? []));
  for (const { type, properties } of read.template.resources) {
    for (const { name } of properties.entries) for (const { note, fact } of knowledge.factsOf(type, name)) facts.add(`${note.id}#${fact.id}`);
  }
  const about = knowledge.content.questions.filter((question) => question.services.some((service) => services.has(service)));
  const closeness = (question: Question): number => question.facts.filter((fact) => facts.has(fact)).length;
  return about.sort((one, other) => closeness(other) - closeness(one)).slice(0, Math.max(20, setting('quiz.length')));
}
