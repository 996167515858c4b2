import { kindOf } from '../asked';
import type { Entry, OwnCard } from '../log';
import { isBackup, readBackup } from './backup';
import { clozeCards } from './cloze';
import { readRecords, type ImportProblem } from './csv';
import { htmlToText } from './html';
import { layoutOf, type Layout } from './layout';
import { cardText, ownCardId, type OwnCards } from './ownCards';

/** A card of a file and what importing it would do. */
export interface PlannedCard {
  /** `own:…`. */
  readonly card: string;
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
  /** known: it is here already, as it is; changed: it is here with another back or other tags, and is replaced. */
  readonly status: 'new' | 'known' | 'changed';
}

/** What importing a file would do, for a preview; nothing is imported before `entriesToAdd` is added to the log. */
export interface ImportPlan {
  readonly kind: 'cards' | 'backup';
  /** Empty for a backup. */
  readonly cards: readonly PlannedCard[];
  /** Entries of a backup that are in the log already. */
  readonly knownEntries: number;
  readonly problems: readonly ImportProblem[];
  /** The entries that importing adds to the log. `now` is milliseconds since 1970; those of a backup keep their ids and times. */
  entriesToAdd(newId: () => string, now: number): readonly Entry[];
}

/** Characters of a text of cards; a backup is as long as the log. */
export const longestText = 20 * 1024 * 1024;
export const mostCards = 50_000;
/** Characters of a side of a card, and of one in HTML, which may have pictures in it. */
const longestSide = 20_000;
const longestHtml = 1_000_000;
const mostProblems = 1000;

/** Reads a file of cards (Anki's text, CSV, columns parted by tabs or semicolons) or a backup. `entries` is the whole log. */
export function planImport(text: string, fileName: string, state: OwnCards, entries: readonly Entry[] = []): ImportPlan {
  const read = text.replace(/^\ufeff/, '');
  if (isBackup(read)) return planBackup(read, entries);
  const refusal = refusalOf(read, fileName);
  if (refusal !== undefined) return { kind: 'cards', cards: [], knownEntries: 0, problems: [{ line: 0, message: refusal }], entriesToAdd: () => [] };
  const { cards, problems } = planCards(read.replace(/\r\n?/g, '\n'), fileName, state);
  return {
    kind: 'cards',
    cards,
    knownEntries: 0,
    problems,
    entriesToAdd: (newId, now) => cards.flatMap((planned) => (planned.status === 'known' ? [] : [entryOf(planned, newId(), now)])),
  };
}

function entryOf({ card, front, back, tags }: PlannedCard, id: string, time: number): OwnCard {
  return { kind: 'own', id, time, card, front, back, tags };
}

function planBackup(text: string, log: readonly Entry[]): ImportPlan {
  const backup = readBackup(text);
  if (typeof backup === 'string') return { kind: 'backup', cards: [], knownEntries: 0, problems: [{ line: 0, message: backup }], entriesToAdd: () => [] };
  const here = new Set(log.map(({ id }) => id));
  const missing = backup.entries.filter(({ id }) => !here.has(id));
  return {
    kind: 'backup',
    cards: [],
    knownEntries: backup.entries.length - missing.length,
    problems: listed(backup.broken.map(({ index, reason }) => ({ line: 0, message: `Entry ${index + 1} of the backup is left out: ${reason}.` }))),
    entriesToAdd: () => missing,
  };
}

function refusalOf(text: string, fileName: string): string | undefined {
  if (/\.(apkg|colpkg)$/i.test(fileName) || text.startsWith('PK\u0003\u0004')) {
    return 'This is a package of Anki or another archive. In Anki, choose Export, then "Notes in Plain Text (.txt)", and import that file.';
  }
  if (/\.json$/i.test(fileName))
    return 'This is no backup of StackDrill. Choose a file that "Export Backup" made, or a text with a front and a back in each line.';
  if (text.length > longestText) return 'This file has more than 20 MB. Split it and import the parts one after the other.';
  if (text.includes('\0')) return 'This file is no plain text in UTF-8. Save it as UTF-8 and import it again.';
  if (text.trim() === '') return 'This file is empty.';
  return undefined;
}

/** A side, or what is wrong with it. */
interface Side {
  readonly text: string;
  readonly problem?: string;
}

function planCards(text: string, fileName: string, state: OwnCards): { cards: PlannedCard[]; problems: ImportProblem[] } {
  const layout = layoutOf(text, fileName);
  const problems: ImportProblem[] = [...layout.problems];
  if (text.includes('\ufffd')) problems.push({ line: 0, message: 'Some characters of this file could not be read. Save it as UTF-8 and import it again.' });
  const cards = new Map<string, PlannedCard>();
  let ours = 0;
  for (const planned of plannedLines(text, layout, state)) {
    if (planned === 'ours') {
      ours++;
      continue;
    }
    const twin = 'message' in planned ? undefined : cards.get(planned.card);
    if ('message' in planned) problems.push(planned);
    else if (twin) {
      if (planned.back === twin.back) continue;
      problems.push({ line: planned.line, message: `Line ${twin.line} has the same front with another back, and is the one that counts.` });
    } else if (cards.size < mostCards) cards.set(planned.card, planned);
    else {
      problems.push({ line: planned.line, message: 'Only the first 50,000 cards of a file are imported. Move the lines from here on to another file.' });
      break;
    }
  }
  if (ours > 0) problems.push({ line: 0, message: `Cards of StackDrill itself, which are not imported as your own: ${ours}.` });
  return { cards: [...cards.values()], problems: listed(problems) };
}

function* plannedLines(text: string, layout: Layout, state: OwnCards): Generator<PlannedCard | ImportProblem | 'ours'> {
  for (const record of readRecords(text, layout.separator, layout.comments)) {
    if (record.line <= layout.headerLines) continue;
    if (!('fields' in record)) yield record;
    else if (record.fields.some((field) => field.trim() !== '')) yield* plannedCards(record.line, record.fields, layout, state);
  }
}

/** The cards of a record: several where its front has several gaps; `ours` where StackDrill exported one of its notes. */
function plannedCards(line: number, fields: readonly string[], layout: Layout, state: OwnCards): (PlannedCard | ImportProblem | 'ours')[] {
  const guid = field(fields, layout.guid);
  const origin = kindOf(guid);
  if (origin && origin !== 'own') return ['ours'];
  if (fields.length < 2) return [{ line, message: `This line has one column only. Part the front from the back by ${layout.separatorName}.` }];
  const front = sideOf(field(fields, layout.front), layout.html);
  const back = sideOf(field(fields, layout.back), layout.html);
  const problem = front.problem ?? back.problem;
  if (problem !== undefined) return [{ line, message: problem }];
  // A card that StackDrill exported is taken literally: gaps were none there.
  const gaps = origin === 'own' ? [] : clozeCards(front.text);
  if (!gaps) return [{ line, message: 'This card has more than 50 gaps. Split it into several.' }];
  const sides =
    gaps.length > 0 ? gaps.map((gap) => ({ front: gap.front, back: cardText(`${gap.back}\n${back.text}`) })) : [{ front: front.text, back: back.text }];
  const tags = tagsOf(field(fields, layout.tags), layout.commonTags);
  return sides.map((side) => {
    if (side.front === '') return { line, message: 'The front is empty.' };
    if (side.back === '') return { line, message: 'The back is empty.' };
    const card = ownCardId(side.front);
    return { card, line, ...side, tags, status: statusOf(state.own.get(card), side, tags) };
  });
}

function field(fields: readonly string[], column: number | undefined): string {
  return column === undefined ? '' : (fields[column] ?? '');
}

function sideOf(written: string, html: boolean): Side {
  if (html && written.length > longestHtml) return { text: '', problem: 'This card is too long: a side may have 1,000,000 characters of HTML.' };
  const text = cardText(html ? htmlToText(written) : written);
  return text.length > longestSide ? { text: '', problem: 'This card is too long: a side may have 20,000 characters.' } : { text };
}

/** Tags that say what a card is or how it stands, and not what it is about: our own, and the one that Anki gives to leeches. */
const marks = new Set(['stackdrill', 'kind::own', 'leech']);

function tagsOf(written: string, common: readonly string[]): string[] {
  const tags = [...common, ...written.split(/[\s,;]+/)].map(cardText);
  return [...new Set(tags)].filter((tag) => tag !== '' && !marks.has(tag.toLowerCase()));
}

function statusOf(known: OwnCard | undefined, side: { readonly front: string; readonly back: string }, tags: readonly string[]): PlannedCard['status'] {
  if (!known) return 'new';
  const sameTags = known.tags.length === tags.length && known.tags.every((tag) => tags.includes(tag));
  return known.front === side.front && known.back === side.back && sameTags ? 'known' : 'changed';
}

function listed(problems: readonly ImportProblem[]): ImportProblem[] {
  const rest = problems.length - mostProblems;
  if (rest <= 0) return [...problems];
  return [...problems.slice(0, mostProblems), { line: 0, message: `${rest} more problems are not listed.` }];
}
