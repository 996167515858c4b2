/** A card that a text with gaps amounts to. */
export interface ClozeCard {
  /** With `____` for the gap, and the hint behind it where there is one. */
  readonly front: string;
  /** The whole text, gaps filled. */
  readonly back: string;
}

/** `{{c1::text::hint}}`; gaps may stand in gaps, and one gap may have several numbers, `{{c1,2::text}}`. */
interface Gap {
  readonly numbers: readonly number[];
  readonly opening: string;
  readonly parts: Part[];
  hint: string | undefined;
}

type Part = string | Gap;

/** Anki itself goes no deeper. */
const deepest = 8;

/** Cards that one text may make; each of them holds the whole text. */
export const mostGaps = 50;

/** The cards of a text with Anki's gaps, one for each number, as Anki makes them; none where it has no gaps, undefined where it has too many. */
export function clozeCards(text: string): ClozeCard[] | undefined {
  const parts = partsOf(text);
  const numbers = [...new Set(numbersOf(parts))].sort((one, other) => one - other);
  if (numbers.length > mostGaps) return undefined;
  const back = parts.map((part) => filled(part)).join('');
  return numbers.map((number) => ({ front: parts.map((part) => filled(part, number)).join(''), back }));
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  const open: Gap[] = [];
  const put = (part: Part): void => {
    const gap = open.at(-1);
    if (!gap) parts.push(part);
    else if (gap.hint === undefined) gap.parts.push(part);
    else gap.hint += typeof part === 'string' ? part : filled(part);
  };
  for (const token of text.split(/(\{\{c\d{1,3}(?:,\d{1,3})*::|::|\}\})/)) {
    const gap = open.at(-1);
    if (/^\{\{c\d/.test(token) && token.endsWith('::') && open.length < deepest) {
      open.push({
        numbers: token.slice(3, -2).split(',').map(Number),
        opening: token,
        parts: [],
        hint: undefined,
      });
    } else if (token === '::' && gap && gap.hint === undefined) gap.hint = '';
    else if (token === '}}' && gap) {
      open.pop();
      put(gap);
    } else if (token !== '') put(token);
  }
  // A gap that is never closed is none.
  for (let gap = open.pop(); gap; gap = open.pop()) {
    put(gap.opening);
    for (const part of gap.parts) put(part);
    if (gap.hint !== undefined) put(`::${gap.hint}`);
  }
  return parts;
}

function numbersOf(parts: readonly Part[]): number[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [] : [...part.numbers, ...numbersOf(part.parts)]));
}

/** A part as it reads with the gaps of a number left blank, or with none. */
function filled(part: Part, blank?: number): string {
  if (typeof part === 'string') return part;
  if (blank !== undefined && part.numbers.includes(blank)) return part.hint ? `____ (${part.hint})` : '____';
  return part.parts.map((inner) => filled(inner, blank)).join('');
}
