/** What a figure measures; figures of different dimensions are never compared. */
export type Dimension = 'time' | 'data' | 'throughput' | 'bits' | 'percent' | 'money' | 'count' | 'label';

/** A number of a text with its unit. */
export interface Figure {
  /** Offsets in the text; the unit is part of the span where it follows at once and is one that is measured. */
  readonly start: number;
  readonly end: number;
  readonly amount: number;
  readonly dimension: Dimension;
  /** The unit as it is written, `days`, `MiB/s`: of a later number where two share it, as in "1 to 14 days"; empty for money and counts. */
  readonly unit: string;
  /** The amount in seconds, bytes, bytes or bits per second, percent or dollars; for a count the amount. KB and KiB count the same. */
  readonly base: number;
  /** What is counted: up to three words after the number, `rules per direction`. */
  readonly noun: string;
  /** Written as "four" or "4", as "180-day" or "180 days", "10000" or "10,000". */
  readonly words: boolean;
  readonly hyphen: boolean;
  readonly separated: boolean;
}

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const furtherWords: Readonly<Record<string, number>> = {
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};
const spelled = new Map([...numberWords.map((word, index) => [word, index] as const), ...Object.entries(furtherWords)]);

const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };
const seconds: Readonly<Record<string, number>> = {
  ms: 0.001,
  millisecond: 0.001,
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 7 * 86_400,
  month: (365 / 12) * 86_400,
  year: 365 * 86_400,
};
const prefixes = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

const unitPattern =
  /^(?:(ms|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)|([KMGTPE]i?B(?:\/s| per second| a second))|([KMGT]bps)|([KMGTPE]i?B|bytes?)|(percent|%))(?![A-Za-z/])/;
const numberPattern = new RegExp(
  String.raw`(?<![\w.,/:#@+-])(\$?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|${[...spelled.keys()].join('|')})(?![\w:/]|[.,]\d)(?: (thousand|million|billion)\b)?`,
  'gi',
);
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** A number after one of these names something. */
const labelBefore = new Set(
  (
    'route port ports version versions layer layers level levels tier tiers tls ssl rfc fips http saml server phase python java nfs smb imdsv status error code codes ' +
    `number since in until sql oracle ${months.replaceAll('|', ' ').toLowerCase()}`
  ).split(' '),
);
const monthAfter = new RegExp(String.raw`^ (?:${months})\b`);
/** Between two numbers that share the unit of the later one. */
const chained = /^,?(?: (?:to|or|and|up to|then|and up to|or up to))? $|^[–-]$/;
const link =
  'unless|if|when|to|or|and|for|in|by|with|of|at|on|from|after|before|until|per|each|is|are|was|has|have|can|may|as|than|the|an?|then|that|which|whose|not|more|less|further|only';
const nounAfter = new RegExp(String.raw`^[ -]((?!(?:${link})\b)[A-Za-z][A-Za-z-]*(?: (?!(?:${link})\b)[A-Za-z][A-Za-z-]*){0,2})`);
/** Every figure of a text, in its order. Numbers that name something (a port, a version, a year) have the dimension `label`. */
export function figuresIn(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(numberPattern)) figures.push(figureAt(text, match));
  // Backwards, so that in "1, 2, 5 or 10 minutes" each takes its unit from the next.
  for (let index = figures.length - 2; index >= 0; index--) {
    const figure = figures[index];
    const next = figures[index + 1];
    if (!figure || !next) continue;
    if (figure.dimension !== 'count' || (figure.noun !== '' && !figure.noun.startsWith('up'))) continue;
    if (!chained.test(text.slice(figure.end, next.start))) continue;
    figures[index] = { ...figure, dimension: next.dimension, unit: next.unit, base: figure.amount * scaleOf(next), noun: next.noun };
  }
  return figures;
}

function figureAt(text: string, match: RegExpExecArray): Figure {
  const [whole, dollar = '', digits = '', scale = ''] = match;
  const { index } = match;
  const word = spelled.get(digits.toLowerCase());
  const amount = (word ?? Number(digits.replaceAll(',', ''))) * (scales[scale.toLowerCase()] ?? 1);
  const numberEnd = index + whole.length;
  const common = { start: index, amount, words: word !== undefined, separated: digits.includes(',') || amount < 1000 || scale !== '' };
  const plain = { ...common, end: numberEnd, unit: '', base: amount, hyphen: false };
  if (dollar !== '') return { ...plain, dimension: 'money', noun: '' };
  const rest = text.slice(numberEnd, numberEnd + 60);
  const gap = /^[ -]/.test(rest) ? 1 : 0;
  const unit = readUnit(rest.slice(gap));
  if (unit) return { ...common, ...unit, end: numberEnd + gap + unit.unit.length, base: amount * unit.scale, noun: '', hyphen: rest.startsWith('-') };
  const year = amount >= 1990 && amount <= 2035 && !digits.includes(',');
  const label = year || monthAfter.test(rest) || isNamedBefore(text, index, word !== undefined);
  return { ...plain, dimension: label ? 'label' : 'count', noun: nounAfter.exec(rest)?.[1] ?? '' };
}

/** "port 443", and "IIS 10": a number after a name in the midst of a sentence belongs to the name. */
function isNamedBefore(text: string, index: number, inWords: boolean): boolean {
  if (text[index - 1] !== ' ') return false;
  const start = text.lastIndexOf(' ', index - 2) + 1;
  const before = text.slice(start, index - 1);
  if (labelBefore.has(before.toLowerCase())) return true;
  return !inWords && /^[A-Z]\w+$/.test(before) && /[a-z,]/.test(text.charAt(start - 2));
}

function readUnit(text: string): { unit: string; dimension: Dimension; scale: number } | undefined {
  const match = unitPattern.exec(text);
  if (!match) return undefined;
  const [unit, time, throughput, bits, data] = match;
  if (time !== undefined) return { unit, dimension: 'time', scale: seconds[time === 'ms' ? time : time.replace(/s$/, '')] ?? 1 };
  const thousands = prefixes.indexOf(unit[0] ?? '');
  if (throughput !== undefined) return { unit, dimension: 'throughput', scale: 1024 ** thousands };
  if (bits !== undefined) return { unit, dimension: 'bits', scale: 1000 ** thousands };
  if (data !== undefined) return { unit, dimension: 'data', scale: 1024 ** Math.max(0, thousands) };
  return { unit, dimension: 'percent', scale: 1 };
}

function scaleOf({ unit }: Figure): number {
  return readUnit(unit)?.scale ?? 1;
}

/** The figure that an amount in a unit of the notes stands for: `(4, "days")`, `(300, "calls per second")`. */
export function figureOf(amount: number, unit = ''): Figure {
  const read = readUnit(unit);
  const { dimension, scale } = read ?? { dimension: 'count' as const, scale: 1 };
  const noun = read ? '' : unit;
  return { start: 0, end: 0, amount, dimension, unit: read?.unit ?? '', base: amount * scale, noun, words: false, hyphen: false, separated: true };
}

/**
 * Whether two figures say the same: 60 minutes and 1 hour, 256 KB and 256 KiB, four and 4. Where the units differ, 3 percent
 * are allowed, so that 30 days are a month and 1,000 KB are 1 MB. A bare number equals any figure of that amount.
 */
export function sameFigure(one: Figure, other: Figure): boolean {
  if (one.amount === other.amount && (isBare(one) || isBare(other))) return true;
  if (one.dimension !== other.dimension) return false;
  if (one.base === other.base) return true;
  const unit = nameOf(one.unit);
  if (unit !== '' && unit === nameOf(other.unit)) return false;
  return (
    one.dimension !== 'count' && one.dimension !== 'percent' && Math.abs(one.base - other.base) <= 0.03 * Math.max(Math.abs(one.base), Math.abs(other.base))
  );
}

/** "350 seconds unless the listener sets 60 to 6,000": the last two are bare. */
function isBare({ dimension, noun, words }: Figure): boolean {
  return dimension === 'count' && !words && noun === '';
}

function nameOf(unit: string): string {
  return unit.replace(/^(\w{3,})s$/, '$1').replace('%', 'percent');
}

/** The figures as texts in the manner of the first: spelled out only if all can be, with the same sign of percent, hyphen and separators. */
export function writtenAlike(figures: readonly Figure[]): string[] {
  const [model] = figures;
  if (!model) return [];
  const asWords = figures.every(({ amount }) => Number.isInteger(amount) && amount < numberWords.length) && model.words;
  return figures.map((figure) => written(figure, model, asWords));
}

function written(figure: Figure, model: Figure, asWords: boolean): string {
  const number = asWords ? (numberWords[figure.amount] ?? '') : digitsOf(figure.amount, model.separated);
  if (figure.dimension === 'money') return `$${number}`;
  if (figure.unit === '') return number;
  if (figure.dimension === 'percent') return model.unit === '%' ? `${number}%` : `${number} percent`;
  if (figure.dimension !== 'time' && !figure.unit.startsWith('byte')) return `${number} ${figure.unit}`;
  const singular = figure.unit === 'ms' ? 'ms' : figure.unit.replace(/s$/, '');
  if (model.hyphen) return `${number}-${singular}`;
  return figure.amount === 1 || figure.unit === 'ms' ? `${number} ${singular}` : `${number} ${singular}s`;
}

function digitsOf(amount: number, separated: boolean): string {
  if (amount >= 1e6 && Number.isInteger(amount / 1e5)) return `${amount / 1e6} million`;
  if (!separated) return String(amount);
  const [whole = '', fraction] = String(amount).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
