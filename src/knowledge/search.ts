import MiniSearch, { type Options, type Query, type SearchResult } from 'minisearch';
import { isService, referenceTo, titleOf, type Content, type Note } from './content';
import type { Fact } from './schema';

/** One thing that can be found. */
export interface SearchEntry {
  /** `note:sqs`, `fact:sqs#retention`, `decision:sqs#fan-out` or `question:sqs-several-readers`. */
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** What the entry says, in a line. */
  readonly detail: string;
}

interface IndexedEntry extends SearchEntry {
  readonly names: string;
  readonly text: string;
  /** Notes only: each of its names as somebody would type it alone. */
  readonly exact?: readonly string[];
  /** Whether it states a limit or a default. */
  readonly figure?: boolean;
}

/** Words that a question is wrapped in; what is asked about are the others. */
const wrapping = new Set(
  'a an and are between can compared difference do does for how i in is it many much my of on or the to versus vs what when which why with'.split(' '),
);

/** Somebody who asks so wants a figure. */
const asksForFigure = /\b(how (many|much|long|big|large|fast|often)|max(imum)?|largest|longest|limits?|quotas?|defaults?|size)\b/i;

/** Forms of one word that neither a shared beginning nor a typing error explains; both sides of a search are brought to the second. */
const irregular: Readonly<Record<string, string>> = { kept: 'keep', keeps: 'keep', holds: 'hold', held: 'hold', sent: 'send', built: 'build', ran: 'run' };

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function withoutWrapping(query: string): string {
  const words = query.split(/\s+/).filter((word) => !wrapping.has(word.toLowerCase().replace(/[?.,!]/g, '')));
  return words.length > 0 ? words.join(' ') : query;
}

/** Two letters at the end begin half the words of the notes: as a beginning they count for names alone, elsewhere they are a word ("az"). */
function beginning(asked: string): Query {
  const [, before = '', last] = /^(.*?)(?<![\p{L}\p{N}])([\p{L}\p{N}]{2})$/su.exec(asked) ?? [];
  if (last === undefined) return asked;
  const ending: Query = { combineWith: 'OR', queries: [last, { queries: [last], fields: ['title', 'names'], prefix: true }] };
  return before.trim() === '' ? ending : { combineWith: 'AND', queries: [before, ending] };
}

const options: Options<IndexedEntry> = {
  fields: ['title', 'names', 'detail', 'text'],
  storeFields: ['title', 'note', 'detail', 'exact', 'figure'],
  processTerm: (term) => irregular[term.toLowerCase()] ?? term.toLowerCase(),
  searchOptions: {
    boost: { title: 4, names: 4, detail: 2 },
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: 'AND',
  },
};

/** Finds notes, facts, decisions and questions while somebody types. */
export class SearchIndex {
  readonly #index: MiniSearch<IndexedEntry>;

  private constructor(index: MiniSearch<IndexedEntry>) {
    this.#index = index;
  }

  static of(content: Content): SearchIndex {
    const index = new MiniSearch<IndexedEntry>(options);
    index.addAll(entriesOf(content));
    return new SearchIndex(index);
  }

  /** From what `serialized` returned; throws where it is no such text. */
  static load(serialized: string): SearchIndex {
    return new SearchIndex(MiniSearch.loadJSON<IndexedEntry>(serialized, options));
  }

  serialized(): string {
    return JSON.stringify(this.#index);
  }

  /** What has all the words, or any of them where nothing has all. */
  #search(asked: string, boostDocument: Boost): { results: SearchResult[]; ofAllWords: boolean } {
    const named = this.#index.search(beginning(asked), { boostDocument });
    const results = named.length > 0 ? named : this.#index.search(asked, { boostDocument, prefix: (term) => term.length > 1 });
    return results.length > 0 ? { results, ofAllWords: true } : { results: this.#index.search(asked, { boostDocument, combineWith: 'OR' }), ofAllWords: false };
  }

  /**
   * The best matches, best first: notes whose names were typed, alone or as the two sides of a comparison, then whatever has
   * all words; where nothing has them all, any of them counts. Words like "what", "is" and "vs" count only where there are no
   * others; a question for a figure prefers limits and defaults.
   */
  find(query: string, limit = 50): SearchEntry[] {
    if (query.trim() === '') return [];
    const asked = withoutWrapping(query);
    const boostDocument = asksForFigure.test(query) ? preferFigures : preferNotes;
    const { results, ofAllWords } = this.#search(asked, boostDocument);
    const sides = query.split(/\b(?:vs\.?|versus|or|and)\b/i).map(plainWords);
    const names = new Set([query, asked].map(plainWords).concat(sides));
    const isNamed = ({ exact }: Record<string, unknown>): boolean => Array.isArray(exact) && exact.some((name) => names.has(String(name)));
    const first = new Map(results.filter(isNamed).map((result) => [result.id, result]));
    // The two sides of a comparison seldom stand in one entry: each is looked up by its own name.
    if (sides.length > 1 && (first.size === 0 || !ofAllWords)) {
      for (const side of sides)
        for (const result of this.#index.search(side, { fields: ['title', 'names'], fuzzy: false, prefix: false }).filter(isNamed))
          first.set(result.id, result);
    }
    return [...first.values(), ...results.filter(({ id }) => !first.has(id))]
      .slice(0, limit)
      .map((result) => ({ id: String(result.id), title: String(result.title), note: String(result.note), detail: String(result.detail) }));
  }
}

type Boost = NonNullable<NonNullable<Options<IndexedEntry>['searchOptions']>['boostDocument']>;

/** A note answers more than a fact, a fact more than a question. */
const preferNotes: Boost = (id) => (String(id).startsWith('note:') ? 1.4 : String(id).startsWith('question:') ? 0.5 : 1);

const preferFigures: Boost = (id, _term, stored) => (stored?.figure === true ? 3 : String(id).startsWith('question:') ? 0.5 : 1);

/** Learners ask for "max s3 object" and "sqs default delay"; statements seldom use those words. */
const wordsOfKind: Partial<Record<Fact['kind'], string>> = { limit: 'limit maximum quota', default: 'default' };

function entriesOf(content: Content): IndexedEntry[] {
  const notes: readonly Note[] = [...content.services, ...content.topics];
  return [...notes.flatMap(entriesOfNote), ...content.questions.map(questionEntry(content))];
}

function entriesOfNote(note: Note): IndexedEntry[] {
  const title = titleOf(note);
  const names = [note.id, ...note.aliases, ...(isService(note) ? [note.fullName ?? '', ...note.types] : [])].join(' ');
  const own = isService(note) ? [note.name, note.fullName ?? ''] : [note.title];
  const exact = [...new Set([note.id, ...note.aliases, ...own].map(plainWords))];
  const headings = [...note.body.matchAll(/^#+\s+(.*)$/gm)].map((match) => match[1]).join(' ');
  const cues = isService(note) ? note.cues.map(({ words }) => words).join(' ') : '';
  return [
    { id: `note:${note.id}`, title, note: note.id, names, detail: note.summary, text: `${headings} ${cues}`, exact },
    ...note.facts.map((fact) => ({
      id: `fact:${referenceTo(note, fact)}`,
      title,
      note: note.id,
      names: note.id,
      figure: fact.kind === 'limit' || fact.kind === 'default',
      detail: fact.statement,
      text: [
        fact.id.replaceAll('-', ' '),
        fact.property?.split('/')[1] ?? '',
        wordsOfKind[fact.kind] ?? '',
        ...(fact.was ?? []).map(({ statement }) => statement),
      ].join(' '),
    })),
    ...note.decisions.map((decision) => ({
      id: `decision:${referenceTo(note, decision)}`,
      title,
      note: note.id,
      names: note.id,
      detail: `${decision.need} ${decision.use}`,
      text: [decision.id.replaceAll('-', ' '), decision.not, decision.why].join(' '),
    })),
  ];
}

function questionEntry(content: Content): (question: Content['questions'][number]) => IndexedEntry {
  const names = new Map(content.services.map((service) => [service.id, service.name]));
  return (question) => {
    const [first = ''] = question.services;
    return {
      id: `question:${question.id}`,
      title: `Question: ${question.services.map((service) => names.get(service) ?? service).join(', ')}`,
      note: first,
      names: '',
      detail: question.stem,
      text: question.id.replaceAll('-', ' '),
    };
  };
}
