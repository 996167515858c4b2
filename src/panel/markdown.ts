import MarkdownIt from 'markdown-it';

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly slug: string;
}

export interface RenderedMarkdown {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** `When it is the answer` is `when-it-is-the-answer`: how links and searches name a heading. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[`*_]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Renders a note's Markdown. HTML in it stays text. Links to other notes get `data-note`, headings an id, and
 * `dot` blocks the SVG that the build made of them.
 */
export function renderMarkdown(body: string, diagrams: Readonly<Record<string, string>> = {}): RenderedMarkdown {
  const headings: Heading[] = [];
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const { rules } = markdown.renderer;

  rules.heading_open = (tokens, index, options, _environment, self) => {
    const token = tokens[index];
    const text = tokens[index + 1]?.content ?? '';
    const slug = slugOf(text);
    token?.attrSet('id', `at-${slug}`);
    token?.attrSet('tabindex', '-1');
    headings.push({ level: Number(token?.tag.slice(1)), text: text.replace(/[`*]/g, ''), slug });
    return self.renderToken(tokens, index, options);
  };
  rules.link_open = (tokens, index, options, _environment, self) => {
    const token = tokens[index];
    const target = String(token?.attrGet('href') ?? '');
    if (!/^https?:/.test(target)) {
      token?.attrSet('href', '#');
      token?.attrSet('data-note', target);
    }
    return self.renderToken(tokens, index, options);
  };
  // A wide table scrolls by itself, and whoever has no pointer must be able to get there.
  rules.table_open = () => '<div class="table" tabindex="0"><table>';
  rules.table_close = () => '</table></div>';
  // An alignment comes as an inline style, which the content security policy refuses; a class says the same.
  for (const cell of ['th_open', 'td_open'] as const) {
    rules[cell] = (tokens, index, options, _environment, self) => {
      const token = tokens[index];
      const alignment = /text-align:(\w+)/.exec(String(token?.attrGet('style') ?? ''))?.[1];
      if (token && alignment !== undefined) token.attrs = [['class', `align-${alignment}`]];
      return self.renderToken(tokens, index, options);
    };
  }
  const fence = rules.fence;
  rules.fence = (tokens, index, options, environment, self) => {
    const token = tokens[index];
    const diagram = token?.info.trim() === 'dot' ? diagrams[token.content] : undefined;
    if (diagram) return `<figure class="diagram">${diagram}</figure>`;
    return fence?.(tokens, index, options, environment, self) ?? '';
  };
  // The corner of a table that compares things heads nothing.
  return { html: markdown.render(body).replaceAll('<th></th>', '<td></td>'), headings };
}
