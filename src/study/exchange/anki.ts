import type { Question } from '../../knowledge/schema';
import type { Asked, CardInfo, CardKind, RecallQuestion } from '../asked';
import type { CardState } from '../schedule';
import { quotedField } from './csv';
import { textToHtml } from './html';
import { cardText } from './ownCards';

/** A card that is exported. */
export interface ExportedCard {
  readonly info: CardInfo;
  readonly asked: Asked;
  /** Marks the cards that are forgotten again and again; Anki takes no schedule from a text. */
  readonly state?: CardState | undefined;
  /** Of a card of the learner's own: its tags, written as they are. */
  readonly tags?: readonly string[];
}

const decks: Readonly<Record<CardKind, string>> = {
  question: 'StackDrill::Questions',
  fact: 'StackDrill::Facts',
  decision: 'StackDrill::Decisions',
  drill: 'StackDrill::Drills',
  own: 'StackDrill::Own cards',
};

/**
 * Header lines of Anki's text import (https://docs.ankiweb.net/importing/text-files.html). `deck column` and not `deck`,
 * since only it makes a deck that is missing. No `columns`: without names Anki fills the fields in their order, which
 * fits a note type "Basic" in any language. `if matches`, as Anki would else do what was chosen in the last import.
 */
const headers = ['separator:tab', 'html:true', 'notetype:Basic', 'guid column:1', 'deck column:2', 'tags column:5', 'if matches:update current'];

/**
 * Cards as a text that Anki imports ("Notes in Plain Text", from Anki 2.1.55 on). A card's id is its GUID, so that
 * importing it again updates it and keeps its schedule there.
 */
export function ankiText(cards: readonly ExportedCard[]): string {
  const lines = cards.map((card) => {
    const { front, back } = sidesOf(card.asked);
    const fields = [card.info.card, decks[card.info.kind], front, back, tagsOf(card).join(' ')];
    return fields.map((field) => quotedField(field, '\t')).join('\t');
  });
  return [...headers.map((header) => `#${header}`), ...lines, ''].join('\n');
}

/** Anki parts tags at blanks. */
function tagsOf({ info, state, tags }: ExportedCard): string[] {
  const exams = info.tasks.map((task) => `exam::${task.slice(0, task.indexOf('/'))}`);
  const tasks = info.tasks.map((task) => `task::${task}`);
  const made = [...exams, ...tasks, ...info.services.map((service) => `service::${service}`), `level::${info.level}`];
  const all = ['StackDrill', `kind::${info.kind}`, ...(tags ?? made), ...(state?.leech ? ['leech'] : [])];
  return [...new Set(all.map((tag) => cardText(tag).replace(/[\s,;]+/g, '_')))].filter((tag) => tag !== '');
}

/** Both sides as HTML. */
function sidesOf({ prompt, solution }: Asked): { front: string; back: string } {
  const { question, answer } = partsOf(prompt);
  const sources = prompt.sources.map((source) => `<a href="${textToHtml(source)}">${textToHtml(source)}</a>`);
  const back = [...answer, ...(solution?.length ? [lines(solution)] : []), ...(sources.length > 0 ? [sources.join('<br>')] : [])];
  return { front: [lines([prompt.stem]), ...question].join('<br><br>'), back: back.join('<br><br>') };
}

interface Parts {
  /** What stands below the stem; a paragraph each, in HTML. */
  readonly question: readonly string[];
  readonly answer: readonly string[];
}

function partsOf(prompt: Question | RecallQuestion): Parts {
  switch (prompt.type) {
    case 'recall':
      return { question: [], answer: [lines([prompt.back])] };
    case 'choice':
    case 'multiple-response': {
      const options = prompt.options.map(({ text, correct, rationale }, index) => ({
        text: `${String.fromCharCode(65 + index)}. ${text}`,
        correct,
        rationale,
      }));
      const right = options.filter(({ correct }) => correct).map(({ text, rationale }) => explained(text, rationale));
      const wrong = options.filter(({ correct }) => !correct).map(({ text, rationale }) => lines([text, rationale]));
      return { question: [lines(options.map(({ text }) => text))], answer: [...right, ...wrong] };
    }
    case 'ordering': {
      const steps = sorted(prompt.steps.map(({ text }) => text));
      const numbered = prompt.steps.map(({ text, rationale }, index) => explained(`${index + 1}. ${text}`, rationale));
      return { question: [lines(['Put in the right order:', ...steps.map((step) => `- ${step}`)])], answer: numbered };
    }
    case 'matching': {
      const left = prompt.pairs.map((pair) => `- ${pair.left}`);
      const right = sorted([...new Set(prompt.pairs.map((pair) => pair.right))]).map((text) => `- ${text}`);
      const answer = prompt.pairs.map((pair) => explained(`${pair.left} → ${pair.right}`, pair.rationale));
      return { question: [lines(['Match each of these:', ...left]), lines(['with one of these:', ...right])], answer };
    }
    case 'number': {
      const { value, tolerance, unit } = prompt.answer;
      const range = tolerance > 0 ? ` (± ${tolerance})` : '';
      return { question: [lines([`Answer in: ${unit}`])], answer: [explained(`${value} ${unit}${range}`, prompt.rationale)] };
    }
  }
}

/** In alphabetical order, which tells nothing; turned by one where that happens to be the right order. */
function sorted(texts: readonly string[]): string[] {
  const ordered = [...texts].sort((one, other) => (one < other ? -1 : 1));
  return ordered.every((text, index) => text === texts[index]) ? [...ordered.slice(1), ...ordered.slice(0, 1)] : ordered;
}

function explained(text: string, rationale: string): string {
  return `<b>${lines([text])}</b><br>${lines([rationale])}`;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => textToHtml(cardText(text))).join('<br>');
}
