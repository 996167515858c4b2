import MiniSearch, { type Options } from 'minisearch';
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
}

/** Words that a question is wrapped in; what is asked about are the others. */
const wrapping = new Set(
  'a an and are between can compared difference do does for how i in is it many much my of on or the to versus vs what when which why with'.split(' '),
);

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function withoutWrapping(query: string): string {
  const words = query.split(/\s+/).filter((word) => !wrapping.has(word.toLowerCase().replace(/[?.,!]/g, '')));
  return words.length > 0 ? words.join(' ') : query;
}

const options: Options<IndexedEntry> = {
  fields: ['title', 'names', 'detail', 'text'],
  storeFields: ['title', 'note', 'detail', 'exact'],
  searchOptions: {
    boost: { title: 4, names: 4, detail: 2 },
    boostDocument: (id) => (String(id).startsWith('note:') ? 1.4 : String(id).startsWith('question:') ? 0.5 : 1),
    prefix: (term) => term.length > 1,
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

  /**
   * The best matches, best first: a note whose name was typed, then whatever has all words; where nothing has them all,
   * any of them counts. Words like "what", "is" and "vs" count only where there are no others.
   */
  find(query: string, limit = 50): SearchEntry[] {
    if (query.trim() === '') return [];
    const asked = withoutWrapping(query);
    let results = this.#index.search(asked);
    if (results.length === 0) results = this.#index.search(asked, { combineWith: 'OR' });
    const name = plainWords(query);
    const isNamed = ({ exact }: Record<string, unknown>): boolean => Array.isArray(exact) && exact.includes(name);
    return [...results.filter(isNamed), ...results.filter((result) => !isNamed(result))]
      .slice(0, limit)
      .map((result) => ({ id: String(result.id), title: String(result.title), note: String(result.note), detail: String(result.detail) }));
  }
}

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
