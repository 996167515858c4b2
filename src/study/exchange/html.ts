/** A text as HTML that shows it as it is: line breaks as `<br>`, blanks that HTML would swallow as `&nbsp;`. */
export function textToHtml(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/[&<>"]/g, escaped)
        .replace(/^ | $| (?= )/g, '&nbsp;')
        .replaceAll('\t', '&#9;'),
    )
    .join('<br>');
}

function escaped(sign: string): string {
  return sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;';
}

const blocks = new Set(
  'address article aside blockquote center dd details div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(' '),
);
const unseen = new Set(['script', 'style', 'head', 'title', 'template', 'iframe', 'object']);

/** The text that HTML shows, as plain text: blocks on lines of their own, pictures as `[image x.png]`, addresses of links after them. */
export function htmlToText(html: string): string {
  let text = '';
  let kept = 0;
  let link: { readonly address: string; readonly start: number } | undefined;
  const breakLine = (): void => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  for (let at = 0; at < html.length;) {
    const tag = html[at] === '<' ? tagAt(html, at) : undefined;
    if (!tag) {
      const next = html.indexOf('<', at + 1);
      const end = next < 0 ? html.length : next;
      const shown = shownText(html.slice(at, end), kept > 0);
      text += shown.startsWith(' ') && kept === 0 && (text === '' || /[ \n]$/.test(text)) && isRawBlank(html[at]) ? shown.slice(1) : shown;
      at = end;
      continue;
    }
    const { name, closing } = tag;
    at = tag.end;
    if (unseen.has(name) && !closing) at = endOfElement(html, at, name);
    else if (name === 'br') text += '\n';
    else if (name === 'img') text += pictureOf(tag.attributes);
    else if (name === 'sup' && !closing && /^-?\d/.test(html.slice(at, at + 2))) text += '^';
    else if ((name === 'td' || name === 'th') && !closing && text !== '' && !/\s$/.test(text)) text += ' ';
    else if (name === 'a') {
      if (closing && link && !text.slice(link.start).includes(link.address)) text += ` (${link.address})`;
      const address = closing ? undefined : attribute(tag.attributes, 'href');
      link = address !== undefined && /^https?:/i.test(address) ? { address, start: text.length } : undefined;
    } else if (blocks.has(name)) {
      breakLine();
      if (name === 'li' && !closing) text += '- ';
      if (name === 'pre') kept = Math.max(0, kept + (closing ? -1 : 1));
    }
  }
  return text;
}

interface Tag {
  /** In lower case; empty for a comment and the like. */
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  readonly end: number;
}

/** The tag or comment that begins at an offset; undefined where it is a mere `<`. */
function tagAt(html: string, at: number): Tag | undefined {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    return { name: '', closing: false, attributes: '', end: end < 0 ? html.length : end + 3 };
  }
  const start = /^<(\/?)([a-z][a-z0-9-]*|!|\?)/i.exec(html.slice(at, at + 40));
  if (!start) return undefined;
  const [whole, slash = '', name = ''] = start;
  const end = endOfTag(html, at);
  if (end < 0) return undefined;
  return { name: name.toLowerCase(), closing: slash !== '', attributes: html.slice(at + whole.length, end), end: end + 1 };
}

/** A `>` inside an attribute's quotation marks ends nothing; but a mark that is not closed soon must not swallow the text. */
function endOfTag(html: string, at: number): number {
  const nearest = html.indexOf('>', at);
  for (let end = nearest, tries = 0; end >= 0 && tries < 4; end = html.indexOf('>', end + 1), tries++) {
    if (html.slice(at, end).split('"').length % 2 === 1) return end;
  }
  return nearest;
}

function endOfElement(html: string, at: number, name: string): number {
  const closing = new RegExp(`</${name}\\b[^>]*>?`, 'gi');
  closing.lastIndex = at;
  return closing.exec(html) ? closing.lastIndex : html.length;
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : withoutEntities(value);
}

function pictureOf(attributes: string): string {
  const source = attribute(attributes, 'src') ?? '';
  const file = source.startsWith('data:') ? '' : source.slice(source.lastIndexOf('/') + 1);
  return file === '' ? '[image]' : `[image ${file}]`;
}

function isRawBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t' || sign === '\n';
}

/** A run of text without tags. Its own line breaks stay, for texts that were written without `<br>`; between tags they are layout. */
function shownText(raw: string, preformatted: boolean): string {
  if (preformatted) return withoutEntities(raw);
  if (/^[ \t\n]*$/.test(raw)) return ' ';
  return withoutEntities(raw.replace(/[ \t]*\n[ \t]*/g, '\n').replace(/[ \t]+/g, ' '));
}

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwnj: '', zwj: '' },
    ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', bull: '•', middot: '·' },
    ...{ larr: '←', rarr: '→', uarr: '↑', darr: '↓', harr: '↔', rArr: '⇒', times: '×', divide: '÷', plusmn: '±', minus: '−', le: '≤', ge: '≥', ne: '≠' },
    ...{ asymp: '≈', infin: '∞', deg: '°', micro: 'µ', sup2: '²', sup3: '³', frac12: '½', euro: '€', pound: '£', cent: '¢', copy: '©', reg: '®', trade: '™' },
    ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', ntilde: 'ñ' },
  }),
);

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,30}));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return named.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number(decimal);
    const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return valid ? String.fromCodePoint(code) : '\ufffd';
  });
}
