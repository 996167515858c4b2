import { readRecords, type ImportProblem } from './csv';

/** How a file of cards is laid out. Columns are counted from 0. */
export interface Layout {
  readonly separator: string;
  /** As a sentence names it: `a tab`. */
  readonly separatorName: string;
  /** The fields are HTML. */
  readonly html: boolean;
  /** Lines that begin with `#` are comments. */
  readonly comments: boolean;
  /** Lines at the top that hold no card. */
  readonly headerLines: number;
  readonly front: number;
  readonly back: number;
  readonly tags: number | undefined;
  readonly guid: number | undefined;
  /** Tags of all cards of the file. */
  readonly commonTags: readonly string[];
  readonly problems: readonly ImportProblem[];
}

/** Anki's names of separators and their signs (https://docs.ankiweb.net/importing/text-files.html). */
const separators: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['pipe', '|'],
  ['colon', ':'],
  ['space', ' '],
]);
const headerKeys = new Set('separator,html,tags,columns,notetype,deck,notetype column,deck column,tags column,guid column,if matches,match scope'.split(','));

const columnNames = { front: ['front', 'question'], back: ['back', 'answer'], tags: ['tags', 'tag'] };
/** Characters and records from which the separator, and whether it is HTML, are guessed. */
const sampleLength = 65_536;
const sampleRecords = 100;
const htmlSign = /<br\s*\/?>|<\/[a-z][a-z0-9]*>|<img\s|&(?:nbsp|lt|gt|amp|quot|#\d+);/i;

/** Finds out how a text of cards, with line ends `\n`, is laid out: by Anki's header lines, a line of column names, or its look. */
export function layoutOf(text: string, fileName: string): Layout {
  const headers = headersOf(text);
  const csv = /\.csv$/i.test(fileName);
  const comments = headers.values.size > 0 || !csv;
  const separator = separatorNamed(headers.values.get('separator')) ?? guessedSeparator(text, headers.lines, csv, comments);
  const sample = sampleOf(text, headers.lines, separator, comments);
  const [first] = sample;
  // With Anki's headers no line names columns: a card "Front" and "Back" may well be the first.
  const namedLine = headers.values.size === 0 && first && namesColumns(first.fields) ? first : undefined;
  const html = headers.values.get('html')?.trim().toLowerCase();
  return {
    separator,
    separatorName: separatorWords(separator),
    html: html === 'true' || (html !== 'false' && sample.some(({ fields }) => fields.some((field) => htmlSign.test(field)))),
    comments,
    headerLines: namedLine?.line ?? headers.lines,
    commonTags: (headers.values.get('tags') ?? '').split(/[\s,;]+/).filter((tag) => tag !== ''),
    ...(namedLine ? namedColumns(namedLine.line, namedLine.fields) : countedColumns(headers, separator, first?.fields.length ?? 0)),
  };
}

type Columns = Pick<Layout, 'front' | 'back' | 'tags' | 'guid' | 'problems'>;

function namesColumns(fields: readonly string[]): boolean {
  return columnOf(fields, columnNames.front) !== undefined && columnOf(fields, columnNames.back) !== undefined;
}

function columnOf(fields: readonly string[], names: readonly string[]): number | undefined {
  const column = fields.findIndex((field) => names.includes(field.trim().toLowerCase()));
  return column < 0 ? undefined : column;
}

function namedColumns(line: number, fields: readonly string[]): Columns {
  const front = columnOf(fields, columnNames.front) ?? 0;
  const back = columnOf(fields, columnNames.back) ?? 1;
  const tags = columnOf(fields, columnNames.tags);
  const others = fields.filter((name, column) => ![front, back, tags].includes(column) && name.trim() !== '');
  const message = `These columns are left out: ${others.join(', ')}.`;
  return { front, back, tags, guid: undefined, problems: others.length > 0 ? [{ line, message }] : [] };
}

/** The columns as Anki counts them: the first that is neither GUID, note type, deck nor tags is the front, the next the back. */
function countedColumns({ values }: Headers, separator: string, count: number): Columns {
  const guid = columnNumber(values.get('guid column'));
  const special = [guid, columnNumber(values.get('notetype column')), columnNumber(values.get('deck column')), columnNumber(values.get('tags column'))];
  const [named] = sampleOf(values.get('columns') ?? '', 0, separator, false);
  const regular = Array.from({ length: Math.max(count, 2) + special.length }, (_, column) => column).filter((column) => !special.includes(column));
  const [first = 0, second = 1, third = 2] = regular;
  const front = named ? (columnOf(named.fields, columnNames.front) ?? first) : first;
  const back = named ? (columnOf(named.fields, columnNames.back) ?? second) : second;
  // Anki, too, takes the column after the fields for the tags where no other is named.
  const tags =
    columnNumber(values.get('tags column')) ?? (named ? columnOf(named.fields, columnNames.tags) : values.has('notetype column') ? undefined : third);
  const left = regular.some((column) => column < count && ![front, back, tags].includes(column));
  const message = 'Of the fields of a card, the first is taken as its front and the second as its back; the others are left out.';
  return { front, back, tags, guid, problems: left ? [{ line: 0, message }] : [] };
}

/** A column as Anki counts it, from 1. */
function columnNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^\s*[1-9]\d{0,3}\s*$/.test(written) ? Number(written) - 1 : undefined;
}

interface Headers {
  readonly values: ReadonlyMap<string, string>;
  /** How many lines they take, comments among them included. */
  readonly lines: number;
}

/** Anki's header lines, `#key:value`, and the older `tags:`, which may come first. */
function headersOf(text: string): Headers {
  const values = new Map<string, string>();
  let lines = 0;
  for (let at = 0; at < text.length; lines++) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    const [, key = '', value = ''] = (lines === 0 ? /^(tags):(.*)$/ : /^#([^:]*):(.*)$/).exec(line) ?? /^#([^:]*):(.*)$/.exec(line) ?? [];
    const name = key.trim().toLowerCase();
    if (headerKeys.has(name)) values.set(name, value);
    else if (!line.startsWith('#')) break;
    at = end < 0 ? text.length : end + 1;
  }
  // Comments alone make no head: in a CSV file such a line is a card.
  return values.size > 0 ? { values, lines } : { values, lines: 0 };
}

function separatorNamed(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  return separators.get(written.trim().toLowerCase()) ?? [...separators.values()].find((sign) => sign === written || sign === written.trim());
}

function separatorWords(separator: string): string {
  return separator === '\t' ? 'a tab' : separator === ' ' ? 'a blank' : `"${separator}"`;
}

/** The separator that parts most lines into as many columns as the first. */
function guessedSeparator(text: string, headerLines: number, csv: boolean, comments: boolean): string {
  const candidates = csv ? [',', ';', '\t'] : ['\t', ';', ','];
  const rated = candidates.map((separator) => {
    const records = sampleOf(text, headerLines, separator, comments);
    const [first] = records;
    const columns = first?.fields.length ?? 0;
    return { separator, rating: columns > 1 ? records.filter(({ fields }) => fields.length === columns).length : 0 };
  });
  const best = Math.max(...rated.map(({ rating }) => rating));
  return rated.find(({ rating }) => rating === best)?.separator ?? ',';
}

function sampleOf(text: string, headerLines: number, separator: string, comments: boolean): { line: number; fields: readonly string[] }[] {
  const sample: { line: number; fields: readonly string[] }[] = [];
  for (const record of readRecords(text.slice(0, sampleLength), separator, comments)) {
    if ('fields' in record && record.line > headerLines) sample.push(record);
    if (sample.length === sampleRecords) break;
  }
  return sample;
}
