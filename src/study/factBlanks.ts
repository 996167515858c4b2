import { isService, titleOf, type LocatedFact, type Note } from '../knowledge/content';
import type { Fact } from '../knowledge/schema';
import { figureOf, figuresIn, sameFigure, type Figure } from './figures';

/** What stands in a front for what is asked. */
export const blank = '____';

/** How a fact is asked: its statement with one thing blanked, or a question for a default. */
export interface FactBlank extends LocatedFact {
  /** The statement with blanks, after the note's title where the statement does not name it. */
  readonly front: string;
  /** What was blanked, as it is written. */
  readonly answer: string;
  /** All figures of the statement, where it is a figure that was blanked. */
  readonly figures: readonly Figure[];
  /** The one that is asked. */
  readonly figure?: Figure;
  /** The answer is a value of the fact's property, such as `gp3`. */
  readonly isPropertyValue: boolean;
}

/** How to ask a fact, or undefined where it cannot be asked well. */
export function blankOf(located: LocatedFact): FactBlank | undefined {
  const { fact } = located;
  const figures = mayAskFigure(fact) ? figuresIn(fact.statement) : [];
  const figure = askedFigure(fact, figures);
  if (figure) return figureBlank(located, figures, figure);
  if (fact.propertyValue !== undefined) return textBlank(located, fact.propertyValue, true);
  if (typeof fact.value === 'string') return textBlank(located, fact.value, false);
  return defaultBlank(located);
}

/** Spares the reading of most statements. */
function mayAskFigure({ value, default: standard, kind, was }: Fact): boolean {
  if (value !== undefined) return typeof value === 'number';
  return typeof standard === 'number' || was?.some(({ statement }) => /\d/.test(statement)) === true || (kind !== 'behaviour' && kind !== 'definition');
}

/**
 * The figure of a statement that is worth asking: its value; else its default; else the one that older material states
 * otherwise; else, of a limit, default or price, the only one.
 */
function askedFigure(fact: Fact, figures: readonly Figure[]): Figure | undefined {
  if (fact.value !== undefined) return typeof fact.value === 'number' ? valueFigure(fact.value, fact.unit, figures) : undefined;
  if (typeof fact.default === 'number') {
    const same = figures.filter(({ amount, dimension }) => amount === fact.default && dimension !== 'label');
    if (fact.default !== 1 && same.length > 0) return same[0];
  }
  return changedFigure(fact, figures) ?? onlyFigure(fact, figures);
}

function valueFigure(value: number, unit: string | undefined, figures: readonly Figure[]): Figure | undefined {
  const target = figureOf(value, unit);
  const measured = target.dimension !== 'count';
  const same = figures.filter((figure) =>
    measured ? figure.dimension === target.dimension && sameFigure(figure, target) : isCountOrLabel(figure) && figure.amount === value,
  );
  const named = same.find(({ noun }) => sharesWord(noun, target.noun));
  // "One connector serves one domain": which of them is asked, if any, only the unit says.
  return value === 1 && !measured ? named : (named ?? same[0]);
}

function changedFigure(fact: Fact, figures: readonly Figure[]): Figure | undefined {
  const older = (fact.was ?? []).flatMap(({ statement }) => figuresIn(statement));
  const changed = figures.filter((figure) => {
    const alike = older.filter((one) => sameKind(one, figure));
    return alike.length > 0 && !alike.some((one) => sameFigure(one, figure)) && figures.filter((one) => sameKind(one, figure)).length === 1;
  });
  return changed.length === 1 && isAskable(changed[0]) ? changed[0] : undefined;
}

function onlyFigure({ kind }: Fact, figures: readonly Figure[]): Figure | undefined {
  if (kind !== 'limit' && kind !== 'default' && kind !== 'price') return undefined;
  const [figure, ...others] = figures;
  return others.length === 0 && isAskable(figure) && !(kind === 'price' && figure?.dimension === 'count') ? figure : undefined;
}

/** "One" is more often a pronoun than a number, and a label such as a port is no measure. */
function isAskable(figure: Figure | undefined): boolean {
  if (!figure || figure.dimension === 'label') return false;
  return figure.dimension !== 'count' || (figure.amount > 1 && /^[a-z]/.test(figure.noun) && !(figure.words && figure.amount < 3));
}

function isCountOrLabel({ dimension }: Figure): boolean {
  return dimension === 'count' || dimension === 'label';
}

/** Whether one may stand where the other does: days and hours may, rules and accounts may not. */
export function sameKind(one: Figure, other: Figure): boolean {
  return one.dimension === other.dimension && (one.dimension !== 'count' || sharesWord(one.noun, other.noun));
}

function sharesWord(one: string, other: string): boolean {
  const words = new Set(stems(one));
  return stems(other).some((word) => words.has(word));
}

function stems(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && !/^(?:per|each|the|and|for)$/.test(word))
    .map((word) => word.replace(/(?:ies|y|s)$/, ''));
}

function figureBlank(located: LocatedFact, figures: readonly Figure[], figure: Figure): FactBlank | undefined {
  const { statement } = located.fact;
  if (isListed(statement.slice(figure.end), figure)) return undefined;
  const single = figure.amount === 1 && figure.dimension === 'count';
  const given = figures.filter((one) => one === figure || (sameFigure(one, figure) && (one.dimension !== 'label' || figure.dimension === 'label')));
  if (single && given.length > 1) return undefined;
  // "3 core nodes ... three copies": one small number in two meanings. "Twice" gives two away.
  const small = figure.dimension === 'count' && figure.amount <= 12;
  if (small && given.some((one) => one.noun !== figure.noun && one.noun !== '')) return undefined;
  if (small && figure.amount === 2 && statement.includes('twice')) return undefined;
  const asked = withBlanks(statement, given);
  const text = single ? withEitherNumber(asked) : asked;
  if (text === undefined) return undefined;
  const front = withTitle(located.note, text.replace(saidTwice, blank));
  return { ...located, front, answer: statement.slice(figure.start, figure.end), figures, figure, isPropertyValue: false };
}

/** "three engines, Valkey, Redis OSS and Memcached": who counts what is listed need not recall. */
function isListed(rest: string, { amount, dimension }: Figure): boolean {
  if (dimension !== 'count' || amount < 3 || amount > 12) return false;
  const parts = rest.split(/[:;(),.]| and | or /).filter((part) => part.trim() !== '');
  let run = 0;
  return parts.slice(1).some((part) => {
    run = part.trim().split(' ').length <= 4 ? run + 1 : 0;
    return run >= amount;
  });
}

/** "8,760 hours (365 days)" */
const saidTwice = new RegExp(`${blank}(?: \\(${blank}\\)|, which is ${blank})`);
const nounOfBlank = new RegExp(`${blank} ((?:[a-z]+ )?[a-z]+[a-rt-wz])(?=[,.;]| (?:with|in|for|at|of|on|per|and|to|from|by|between)\\b)`);

/** "exactly ____ role" would give the one away. */
function withEitherNumber(text: string): string | undefined {
  return nounOfBlank.test(text) ? text.replace(nounOfBlank, `${blank} $1(s)`) : undefined;
}

function withBlanks(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const blanked = spans.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}${blank}${rest.slice(end)}`, text);
  return blanked.replace(/\b([Aa])n?(?= ____)/g, '$1(n)');
}

/** A blank for a text, however it is written: STANDARD_IA also blanks Standard-IA. */
function textBlank(located: LocatedFact, answer: string, isPropertyValue: boolean): FactBlank | undefined {
  const { statement } = located.fact;
  if (answer.length < 3 || /^(?:true|false|none)$/i.test(answer)) return undefined;
  const sought = answer.toLowerCase().replace(/[\s_-]/g, '');
  const spans = spansOf(statement, sought);
  const texts = spans.map(({ start, end }) => statement.slice(start, end));
  const [written] = texts;
  // A plain word that stands twice stands there for other things too.
  if (written === undefined || (texts.length > 1 && texts.some((text) => /^[a-z]+$/.test(text)))) return undefined;
  const front = withTitle(located.note, withBlanks(statement, spans));
  const given = front
    .toLowerCase()
    .replace(/[\s_-]/g, '')
    .includes(sought);
  return given ? undefined : { ...located, front, answer: written, figures: [], isPropertyValue };
}

/** Where a text holds whole words that, in lower case and without blanks and hyphens, are the sought ones. */
function spansOf(text: string, sought: string): { start: number; end: number }[] {
  const lower = text.toLowerCase();
  const spans: { start: number; end: number }[] = [];
  for (let start = lower.indexOf(sought.charAt(0)); start >= 0; start = lower.indexOf(sought.charAt(0), start + 1)) {
    let end = start;
    let found = 0;
    while (found < sought.length && end < lower.length) {
      if (lower[end] === sought[found]) found++;
      else if (!' _-'.includes(lower.charAt(end))) break;
      end++;
    }
    if (found === sought.length && !isWordPart(text, start - 1) && !isWordPart(text, end)) spans.push({ start, end });
  }
  return spans;
}

function isWordPart(text: string, index: number): boolean {
  return /\w/.test(text.charAt(index));
}

/** Properties that hold lists of any settings have no default of their own. */
const anyProperty = /(?:Value|Attributes|Parameters|OptionName|Settings|Tags)$/;

function defaultBlank(located: LocatedFact): FactBlank | undefined {
  const { property, default: standard, value } = located.fact;
  if (property === undefined || standard === undefined || value !== undefined || anyProperty.test(property)) return undefined;
  const blanked = typeof standard === 'string' ? textBlank(located, standard, false) : undefined;
  if (blanked) return blanked;
  const slash = property.indexOf('/');
  const front = `${titleOf(located.note)}: what is the default of ${property.slice(slash + 1)} in ${property.slice(0, slash)}?`;
  return { ...located, front, answer: String(standard), figures: [], isPropertyValue: false };
}

function withTitle(note: Note, text: string): string {
  const title = titleOf(note);
  // By its title without AWS in front, or by another proper name of a service.
  const named =
    text.includes(title.replace(/^(?:Amazon|AWS) /, '')) || (isService(note) && note.aliases.some((alias) => text.includes(alias) && /[A-Z]/.test(alias)));
  return named ? text : `${title.replace(/:.*/, '')}: ${text}`;
}
