import { isService, referenceTo, type LocatedDecision, type Note } from '../knowledge/content';
import type { Knowledge } from '../knowledge/knowledge';
import type { Decision, Question } from '../knowledge/schema';
import type { Asked, CardInfo, RecallQuestion } from './asked';
import { categoryOf, seedOf, servicesOf } from './factCards';
import { seededRandom, shuffled } from './random';

type Choice = Extract<Question, { type: 'choice' }>;

const mostSiblings = 2;
/** The share of the words of the shorter text that two may have in common and still speak of different things. */
const alikeUses = 0.25;
const alikeNeeds = 0.2;
/** The same for another's answer among all that is said of the need. */
const toldAlready = 0.34;

/** "Orchestration." says nothing beside another need. */
const fewestWords = 2;

/** A decision with what it takes to see whether another's answer would be right for it too. */
interface ReadDecision extends LocatedDecision {
  readonly needWords: ReadonlySet<string>;
  readonly useWords: ReadonlySet<string>;
  readonly notWords: ReadonlySet<string>;
  /** Of need, answer and reason. */
  readonly allWords: ReadonlySet<string>;
  /** Ids of the services that the answer names. */
  readonly useServices: ReadonlySet<string>;
  /** Those that need, answer, wrong answer and reason name: what is weighed against what. */
  readonly services: ReadonlySet<string>;
}

type ServiceNames = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly service: string }[]>;

const reason = /[,;] (?:which|whose|where|who|that|since|because|as|until|so|though|although|while|whereas|when|even|but|it|they|with its)\b.*$/s;

/** What has been read of a knowledge; decisions are read when a question first needs them. */
interface DecisionBook {
  readonly names: ServiceNames;
  readonly categories: ReadonlyMap<string, readonly LocatedDecision[]>;
  readonly read: Map<Decision, ReadDecision>;
  /** Services that the decisions of a note weigh against each other. */
  readonly weighed: Map<Note, ReadonlySet<string>>;
}

const books = new WeakMap<Knowledge, DecisionBook>();

/** A card for every decision, in the order of the notes. */
export function decisionCards(knowledge: Knowledge): CardInfo[] {
  return knowledge.notes.flatMap((note) =>
    note.decisions.map((decision) => {
      const reference = referenceTo(note, decision);
      return {
        card: `decision:${reference}`,
        kind: 'decision',
        title: decision.need,
        tasks: note.tasks,
        services: servicesOf(note),
        facts: [reference],
        level: 'apply',
      };
    }),
  );
}

/**
 * A decision as a question, `sqs#fan-out`: what to use for the need, beside what looks right and is not, and beside what answers
 * clearly different needs. It is to recall where no such other answer is known; undefined where there is no such decision.
 */
export function askDecision(reference: string, seed: number, knowledge: Knowledge): Asked | undefined {
  const located = knowledge.decision(reference);
  if (!located) return undefined;
  const random = seededRandom(seedOf(reference, seed));
  const siblings = siblingsOf(located, knowledge, random);
  const prompt = siblings.length > 0 ? choiceOf(reference, located, siblings, random) : recallOf(reference, located);
  return { card: `decision:${reference}`, prompt };
}

function recallOf(reference: string, { note, decision }: LocatedDecision): RecallQuestion {
  return {
    type: 'recall',
    id: reference,
    tasks: note.tasks,
    services: servicesOf(note),
    facts: [reference],
    level: 'apply',
    stem: `${decision.need}\n\nNot this: ${decision.not}`,
    back: `${decision.use}\n\n${decision.why}`,
    sources: [decision.source],
  };
}

function choiceOf(reference: string, { note, decision }: LocatedDecision, siblings: readonly LocatedDecision[], random: () => number): Choice {
  const { need, not, use, why, source, checked } = decision;
  const options: Choice['options'] = [
    { text: sentence(use), correct: true, rationale: why },
    { text: withoutReason(not), correct: false, rationale: `Not this: ${not} ${why}` },
    ...siblings.map((sibling) => ({ text: sentence(sibling.decision.use), correct: false, rationale: `That answers another need: ${sibling.decision.need}` })),
  ];
  return {
    type: 'choice',
    id: reference,
    tasks: [...note.tasks],
    services: [...servicesOf(note)],
    facts: [reference],
    level: 'apply',
    stem: need,
    options: shuffled(options, random),
    sources: [source],
    checked,
  };
}

/** "EKS, whose versions need care" would say that it is wrong: "EKS." */
function withoutReason(not: string): string {
  return sentence(not.replace(reason, ''));
}

/** Options end alike, or the end would tell them apart. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function siblingsOf(located: LocatedDecision, knowledge: Knowledge, random: () => number): ReadDecision[] {
  const book = bookOf(knowledge);
  const own = readDecision(located, book);
  const others = shuffled(book.categories.get(categoryOf(located.note, knowledge)) ?? [], random).filter(({ decision }) => decision !== located.decision);
  const sorted = [...others.filter(({ note }) => note === own.note), ...others.filter(({ note }) => note !== own.note)];
  const chosen: ReadDecision[] = [];
  for (const candidate of sorted) {
    if (chosen.length === mostSiblings) break;
    const other = readDecision(candidate, book);
    if (isOtherAnswer(own, other) && !areWeighed(own, other, book) && chosen.every((one) => differ(one, other))) chosen.push(other);
  }
  return chosen;
}

/** Whether what the other uses is surely wrong for this need, and told from the other options. In doubt it is not. */
function isOtherAnswer(own: ReadDecision, other: ReadDecision): boolean {
  if (refersBack.test(other.decision.use) || (other.useServices.size === 0 && other.useWords.size < fewestWords)) return false;
  if (shared(own.needWords, other.needWords) > alikeNeeds) return false;
  if (shared(own.notWords, other.useWords) > alikeUses || shared(own.useWords, other.useWords) > alikeUses) return false;
  if (shared(other.useWords, own.allWords) > toldAlready || shared(own.useWords, other.allWords) > toldAlready) return false;
  return disjoint(own.services, other.useServices) && disjoint(own.useServices, other.services);
}

/**
 * Whether one may be chosen instead of the other: of two notes, where a decision of either weighs what the other uses; in one note,
 * where the other leads to another service.
 */
function areWeighed(own: ReadDecision, other: ReadDecision, book: DecisionBook): boolean {
  if (own.note === other.note) return [...other.useServices].some((service) => service !== own.note.id);
  return !disjoint(weighedIn(own.note, book), subjectsOf(other)) || !disjoint(weighedIn(other.note, book), subjectsOf(own));
}

function subjectsOf({ note, useServices }: ReadDecision): ReadonlySet<string> {
  return isService(note) ? new Set([note.id, ...useServices]) : useServices;
}

function weighedIn(note: Note, book: DecisionBook): ReadonlySet<string> {
  const known = book.weighed.get(note);
  if (known) return known;
  const weighed = new Set(note.decisions.flatMap((decision) => [...readDecision({ note, decision }, book).services]));
  book.weighed.set(note, weighed);
  return weighed;
}

function disjoint(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const item of one) if (other.has(item)) return false;
  return true;
}

function differ(one: ReadDecision, other: ReadDecision): boolean {
  return shared(one.useWords, other.useWords) <= alikeUses && disjoint(one.useServices, other.useServices);
}

/** Answers that make no sense without their own need. */
const refersBack =
  /^(?:The same|Both|Neither|Either|It|They|Yes|No|None|Nothing)\b|\b(?:the (?:first|second|former|latter|others?|rest|one|two|three|four|five|six|ten)|it|they|them|its|their)\b/;

function bookOf(knowledge: Knowledge): DecisionBook {
  const known = books.get(knowledge);
  if (known) return known;
  const categories = new Map<string, LocatedDecision[]>();
  for (const note of knowledge.notes) {
    const category = categoryOf(note, knowledge);
    categories.set(category, [...(categories.get(category) ?? []), ...note.decisions.map((decision) => ({ note, decision }))]);
  }
  const book = { names: serviceNames(knowledge), categories, read: new Map<Decision, ReadDecision>(), weighed: new Map<Note, ReadonlySet<string>>() };
  books.set(knowledge, book);
  return book;
}

function readDecision({ note, decision }: LocatedDecision, { names, read }: DecisionBook): ReadDecision {
  const known = read.get(decision);
  if (known) return known;
  const needWords = contentWords(decision.need);
  const useWords = contentWords(decision.use);
  const useServices = servicesNamed(decision.use, names);
  const made = {
    note,
    decision,
    needWords,
    useWords,
    notWords: contentWords(decision.not),
    allWords: new Set([...needWords, ...useWords, ...contentWords(decision.why)]),
    useServices,
    services: new Set([...useServices, ...servicesNamed(`${decision.need} ${decision.not} ${decision.why}`, names)]),
  };
  read.set(decision, made);
  return made;
}

/** Every name of every service, in lower case, by which its id is found; under its first word. */
function serviceNames(knowledge: Knowledge): ServiceNames {
  const names = new Map<string, { readonly words: readonly string[]; readonly service: string }[]>();
  for (const note of knowledge.notes) {
    if (!isService(note)) continue;
    for (const name of [note.name, ...note.aliases]) {
      const words = nameWords(name);
      const [first] = words;
      if (first !== undefined) names.set(first, [...(names.get(first) ?? []), { words, service: note.id }]);
    }
  }
  return names;
}

function servicesNamed(text: string, names: ServiceNames): Set<string> {
  const found = new Set<string>();
  const inText = nameWords(text);
  for (const [index, first] of inText.entries()) {
    for (const { words, service } of names.get(first) ?? []) {
      if (words.every((word, offset) => inText[index + offset] === word)) found.add(service);
    }
  }
  return found;
}

/** Words in lower case without a plural's s, and without the maker. */
function nameWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+(?:[-/.][a-z0-9]+)*/g) ?? [];
  return words.filter((word) => word !== 'amazon' && word !== 'aws').map((word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word));
}

const emptyWords = new Set(
  (
    'about after all also and another any are been before behind being between both but can cannot each every first for from has have her his ' +
    'how into its itself may more most must needs never new not now off once one only other our out over own per same should some such than that ' +
    'the their them then there these they this those through two under until used uses using very want wants was were what when where which while ' +
    'who whose will with within without would amazon aws application applications service services company'
  )
    .split(' ')
    .map(stemmed),
);

function contentWords(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[a-z0-9]{3,}/g) ?? []).map(stemmed).filter((word) => !emptyWords.has(word)));
}

function stemmed(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing)$/, '') : word.replace(/(?<=\w{3})s$/, '');
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let both = 0;
  for (const word of small) if (large.has(word)) both++;
  return both / small.size;
}
