import { isService, referenceTo, titleOf, type Note } from '../knowledge/content';
import type { Knowledge } from '../knowledge/knowledge';
import type { Fact, Question } from '../knowledge/schema';
import type { Asked, CardInfo, RecallQuestion } from './asked';
import { blank, blankOf, sameKind, type FactBlank } from './factBlanks';
import { figureOf, figuresIn, sameFigure, writtenAlike, type Figure } from './figures';
import { seededRandom, shuffled } from './random';

type Choice = Extract<Question, { type: 'choice' }>;
type Option = Choice['options'][number];

const mostDistractors = 3;
const fewestDistractors = 2;
/** A distractor of a hundred times the answer's size tempts nobody. */
const farOff = 100;
/** The same for numbers of other things. */
const farOffForOthers = 10;
const nines = 99;

/** A figure that could stand in another fact's blank. */
interface OtherFigure {
  readonly figure: Figure;
  readonly note: Note;
  readonly fact: Fact;
}

interface FactBook {
  readonly blanks: ReadonlyMap<string, FactBlank>;
  /** Asked figures of all notes of a category, by `category dimension`, and of all notes, by `any dimension`. */
  readonly figures: ReadonlyMap<string, readonly OtherFigure[]>;
}

const books = new WeakMap<Knowledge, FactBook>();

/** A card for every fact that can be asked, in the order of the notes. */
export function factCards(knowledge: Knowledge): CardInfo[] {
  return Array.from(bookOf(knowledge).blanks, ([reference, { note, front }]) => ({
    card: `fact:${reference}`,
    kind: 'fact',
    title: front,
    tasks: note.tasks,
    services: servicesOf(note),
    facts: [reference],
    level: 'remember',
  }));
}

/**
 * A fact as a card, `sqs#retention`: to recall, or to choose among figures of its kind. It is to recall all the same where
 * fewer than two figures are surely wrong; undefined where the fact cannot be asked.
 */
export function askFact(reference: string, seed: number, knowledge: Knowledge, form: 'recall' | 'choice'): Asked | undefined {
  const book = bookOf(knowledge);
  const asked = book.blanks.get(reference);
  if (!asked) return undefined;
  const choice = form === 'choice' ? choiceOf(reference, asked, book, knowledge, seed) : undefined;
  return { card: `fact:${reference}`, prompt: choice ?? recallOf(reference, asked) };
}

function bookOf(knowledge: Knowledge): FactBook {
  const known = books.get(knowledge);
  if (known) return known;
  const blanks = new Map<string, FactBlank>();
  const figures = new Map<string, OtherFigure[]>();
  for (const note of knowledge.notes) {
    for (const fact of note.facts) {
      const asked = blankOf({ note, fact });
      if (!asked) continue;
      blanks.set(referenceTo(note, fact), asked);
      if (!asked.figure) continue;
      const other = { figure: asked.figure, note, fact };
      for (const key of [poolOf(note, asked.figure, knowledge), anyPool(asked.figure)]) {
        const pool = figures.get(key);
        if (pool) pool.push(other);
        else figures.set(key, [other]);
      }
    }
  }
  const book = { blanks, figures };
  books.set(knowledge, book);
  return book;
}

/** So that cards of one session, all with its seed, do not show the same distractors. */
export function seedOf(reference: string, seed: number): number {
  let mixed = seed;
  for (let index = 0; index < reference.length; index++) mixed = Math.imul(mixed ^ reference.charCodeAt(index), 16_777_619);
  return mixed;
}

function poolOf(note: Note, { dimension }: Figure, knowledge: Knowledge): string {
  return `${categoryOf(note, knowledge)} ${dimension}`;
}

function anyPool({ dimension }: Figure): string {
  return `any ${dimension}`;
}

/** A topic belongs where its first service does. */
export function categoryOf(note: Note, knowledge: Knowledge): string {
  if (isService(note)) return note.category;
  const first = knowledge.note(note.services[0] ?? '');
  return first && isService(first) ? first.category : 'topics';
}

export function servicesOf(note: Note): readonly string[] {
  return isService(note) ? [note.id] : note.services;
}

function recallOf(reference: string, { note, fact, front, answer }: FactBlank): RecallQuestion {
  const older = (fact.was ?? []).map(({ statement }) => `Older material said: ${statement}`);
  const stated = front.includes(blank) ? fact.statement : `${answer}. ${fact.statement}`;
  return {
    type: 'recall',
    id: reference,
    tasks: note.tasks,
    services: servicesOf(note),
    facts: [reference],
    level: 'remember',
    stem: front,
    back: [stated, ...older].join('\n\n'),
    sources: sourcesOf(fact),
  };
}

function sourcesOf({ source, was }: Fact): string[] {
  return [...new Set([source, ...(was ?? []).flatMap((one) => one.source ?? [])])];
}

function choiceOf(reference: string, asked: FactBlank, book: FactBook, knowledge: Knowledge, seed: number): Choice | undefined {
  const random = seededRandom(seedOf(reference, seed));
  const options = asked.figure ? figureOptions(asked, asked.figure, book, knowledge, random) : [];
  if (options.length <= fewestDistractors) return undefined;
  const { note, fact, front } = asked;
  return {
    type: 'choice',
    id: reference,
    tasks: [...note.tasks],
    services: [...servicesOf(note)],
    facts: [reference],
    level: 'remember',
    stem: front,
    options: shuffled(options, random),
    sources: sourcesOf(fact),
    checked: fact.checked,
  };
}

/** The right figure first, then what older material says, then figures of the same note, then those of its category; of all notes in need. */
function figureOptions(asked: FactBlank, answer: Figure, book: FactBook, knowledge: Knowledge, random: () => number): Option[] {
  const { note, fact } = asked;
  if (answer.dimension === 'label') return [];
  const bounds = [fact.min, fact.max, fact.default].flatMap((bound) => (typeof bound === 'number' ? figureOf(bound, fact.unit) : []));
  // A figure that stands in the statement, or is a bound of the property, is right in some respect.
  const taken = [answer, ...asked.figures, ...bounds];
  const chosen: { figure: Figure; option: Omit<Option, 'text'> }[] = [];
  const add = (figure: Figure, rationale: string, tempting?: string): void => {
    if (chosen.length === mostDistractors || taken.some((one) => sameFigure(one, figure))) return;
    taken.push(figure);
    chosen.push({ figure, option: { correct: false, rationale, ...(tempting === undefined ? {} : { tempting }) } });
  };
  for (const { statement, until } of fact.was ?? []) {
    const rationale = `Older material said: ${statement}${until === undefined ? '' : ` That ended ${until}.`} Today: ${fact.statement}`;
    for (const figure of figuresIn(statement)) if (canReplace(figure, answer)) add(figure, rationale, 'Older study material says so.');
  }
  const near = note.facts.flatMap((other) => (other === fact ? [] : figuresIn(other.statement).map((figure) => ({ figure, note, fact: other }))));
  const far = book.figures.get(poolOf(note, answer, knowledge)) ?? [];
  const addAll = (others: readonly OtherFigure[]): void => {
    for (const other of others) {
      const elsewhere = `${titleOf(other.note)} has that figure: ${other.fact.statement}`;
      add(other.figure, other.note === note ? `That figure belongs to another fact: ${other.fact.statement}` : elsewhere);
    }
  };
  addAll(fitting(near, answer, random, farOff));
  addAll(fitting(far, answer, random, farOff));
  if (chosen.length < fewestDistractors && answer.dimension !== 'count') {
    addAll(fitting(book.figures.get(anyPool(answer)) ?? [], answer, random, farOffForOthers));
  }
  const [right = '', ...wrong] = writtenAlike([answer, ...chosen.map(({ figure }) => figure)]);
  return [{ text: right, correct: true, rationale: fact.statement }, ...chosen.map(({ option }, index) => ({ ...option, text: wrong[index] ?? '' }))];
}

/** After "____ rules" one and none would not fit, and most ones are pronouns. */
function canReplace(figure: Figure, answer: Figure): boolean {
  if (figure.dimension !== answer.dimension || (figure.amount === 0) !== (answer.amount === 0)) return false;
  if (figure.dimension === 'time' && figure.amount >= 1e5) return false;
  // 99.99 percent is said of availability, 60 percent of anything else.
  if (figure.dimension === 'percent') return figure.amount > nines === answer.amount > nines;
  return figure.dimension !== 'count' || (figure.amount > 1 && (/^[a-z]/.test(figure.noun) || sameKind(figure, answer)));
}

/** Those that tempt, in random order; of counts those of the same things first. */
function fitting(others: readonly OtherFigure[], answer: Figure, random: () => number, farthest: number): OtherFigure[] {
  const tempting = others.filter(({ figure }) => {
    const ratio = figure.base / answer.base;
    const most = sameKind(figure, answer) ? farthest : farOffForOthers;
    return canReplace(figure, answer) && ratio <= most && ratio >= 1 / most;
  });
  const mixed = shuffled(tempting, random);
  return [...mixed.filter(({ figure }) => sameKind(figure, answer)), ...mixed.filter(({ figure }) => !sameKind(figure, answer))];
}
