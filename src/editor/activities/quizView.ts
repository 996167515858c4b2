import * as vscode from 'vscode';
import { titleOf } from '../../knowledge/content';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Ask, QuizResult, QuizView, SummaryView } from '../../panel/protocol';
import { kindOf, type Asked, type Prompt } from '../../study/asked';
import type { Deck } from '../../study/deck';
import type { CardState } from '../../study/schedule';
import { shownOrder, type Answer, type Session } from '../../study/session';

/** What the view of a quiz needs beside the session. */
export interface QuizContext {
  readonly asked: Asked;
  readonly knowledge: Knowledge;
  /** The card's state after the answer; nothing where it has none. */
  readonly state: CardState | undefined;
  /** Days that each grade would put the card off. */
  readonly days: readonly number[];
  /** How often the card was forgotten, where the answer that is shown made it a leech. */
  readonly leech: number | undefined;
  readonly now: number;
}

export function quizView(session: Session, { asked, knowledge, state, days, leech, now }: QuizContext): QuizView {
  const { prompt, card, solution = [] } = asked;
  const item = session.items[session.current];
  const kind = kindOf(card) ?? 'question';
  const base: QuizView = {
    kind: 'quiz',
    title: session.title,
    mode: session.mode,
    card,
    cardKind: kind,
    undoable: session.items.some(({ answer }) => answer !== undefined),
    editable: kind === 'own' || (kind === 'question' && knowledge.content.questions.some(({ id }) => id === prompt.id)),
    index: session.current,
    total: session.items.length,
    stem: prompt.stem,
    level: prompt.level,
    services: prompt.services.map((id) => {
      const note = knowledge.note(id);
      return { id, name: note ? titleOf(note) : id };
    }),
    ask: askOf(prompt, shownOrder(prompt, item?.seed ?? 0), days),
  };
  if (!item?.answer) return base;
  return {
    ...base,
    result: {
      correct: item.answer.correct,
      chosen: item.answer.chosen,
      ...explained(prompt, item.answer),
      steps: solution,
      sources: prompt.sources,
      facts: prompt.facts.flatMap((reference) => {
        const statement = knowledge.fact(reference)?.fact.statement ?? knowledge.decision(reference)?.decision.use;
        return statement === undefined ? [] : [{ reference, statement }];
      }),
      due: session.mode === 'cram' || !state || state.suspended ? '' : dueInWords(state.due, now),
      ...(leech === undefined ? {} : { leech }),
    },
  };
}

/** `in 10 minutes` or `on 3 December 2026`. */
function dueInWords(due: number, now: number): string {
  const minutes = Math.max(1, Math.round((due - now) / 60_000));
  if (minutes < 60) return minutes === 1 ? vscode.l10n.t('in a minute') : vscode.l10n.t('in {0} minutes', minutes);
  return vscode.l10n.t('on {0}', new Date(due).toLocaleDateString(vscode.env.language, { dateStyle: 'long' }));
}

/** What is to be done, with its parts in the order in which they are shown. */
export function askOf(question: Prompt, order: readonly number[], days: readonly number[] = []): Ask {
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
    case 'recall':
      return { kind: 'recall', back: question.back, days };
  }
}

/** Why what was given is right or wrong. */
export function explained(question: Prompt, answer: Pick<Answer, 'chosen' | 'correct'>): Pick<QuizResult, 'explanations' | 'solution'> {
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
      const right = `${value.toLocaleString(vscode.env.language)} ${unit}`;
      const solution = tolerance > 0 ? vscode.l10n.t('{0} (within {1})', right, tolerance.toLocaleString(vscode.env.language)) : right;
      return { explanations: [{ correct: answer.correct, rationale: question.rationale }], solution };
    }
    case 'recall':
      return { explanations: [{ correct: answer.correct, rationale: question.back }], solution: '' };
  }
}

export function summaryView(session: Session, deck: Deck): SummaryView {
  const answers = session.items.flatMap(({ answer }) => answer ?? []);
  return {
    kind: 'summary',
    title: session.title,
    right: answers.filter(({ correct }) => correct).length,
    answered: answers.length,
    total: session.items.length,
    undoable: answers.length > 0,
    items: session.items.map(({ card, seed, answer }, index) => ({
      index,
      stem: deck.ask(card, seed)?.prompt.stem ?? card,
      correct: answer?.correct ?? null,
    })),
  };
}
