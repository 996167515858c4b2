import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagramsIn } from '../../../src/knowledge/pack';
import { renderMarkdown, slugOf } from '../../../src/panel/markdown';
import { realKnowledge } from '../support';

const html = (body: string, diagrams?: Record<string, string>): string => renderMarkdown(body, diagrams).html;

/** Names of all elements in rendered HTML. */
function elements(rendered: string): Set<string> {
  return new Set([...rendered.matchAll(/<([a-z][a-z0-9]*)/gi)].map((match) => match[1]!.toLowerCase()));
}

describe('slugOf', () => {
  for (const [heading, slug] of [
    ['When it is the answer', 'when-it-is-the-answer'],
    ['Multi-AZ, or a read replica?', 'multi-az-or-a-read-replica'],
    ['The `VisibilityTimeout` of a *queue*', 'the-visibilitytimeout-of-a-queue'],
    ['  Retention (4 days) ', 'retention-4-days'],
    ['Größe & Zahl', 'größe-zahl'],
    ['???', ''],
  ] as const) {
    it(`makes ${JSON.stringify(slug)} of ${JSON.stringify(heading)}`, () => {
      assert.equal(slugOf(heading), slug);
    });
  }

  it('gives words joined by single hyphens, and of those the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (heading) => {
        const slug = slugOf(heading);
        assert.match(slug, /^(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)?$/u);
        assert.equal(slugOf(slug), slug);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});

describe('renderMarkdown', () => {
  it('renders paragraphs, emphasis, code and lists', () => {
    assert.equal(html('A *b* **c** `d`\n\n- e'), '<p>A <em>b</em> <strong>c</strong> <code>d</code></p>\n<ul>\n<li>e</li>\n</ul>\n');
  });

  it('renders nothing for an empty body', () => {
    assert.deepEqual(renderMarkdown(''), { html: '', headings: [] });
  });

  describe('HTML', () => {
    it('stays text', () => {
      assert.equal(html('<script>alert(1)</script>'), '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n');
      assert.equal(html('a <b onclick="x()">b</b>'), '<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>\n');
      assert.equal(html('```\n<i>\n```'), '<pre><code>&lt;i&gt;\n</code></pre>\n');
    });

    it('stays text in headings, links, tables and dot blocks without a diagram', () => {
      for (const body of ['## <img src=x>', '[<img src=x>](sqs)', '| <img src=x> |\n|---|\n| <img src=x> |', '```dot\n<img src=x>\n```']) {
        const rendered = html(body);
        assert.ok(!rendered.includes('<img'), rendered);
        assert.ok(rendered.includes('&lt;img'), rendered);
      }
    });

    it('stays text wherever it stands', () => {
      const piece = fc.constantFrom(
        '<script>',
        '</script>',
        '<img src=x onerror=y>',
        '<svg/onload=z>',
        '<!--',
        '-->',
        '"',
        "'",
        '`',
        '\n',
        '\n\n',
        '## ',
        '| ',
        '|---|\n',
        '](',
        '[',
        ')',
        '> ',
        '*',
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
          const found = elements(html(pieces.join('')));
          for (const name of ['script', 'svg', 'img', 'iframe', 'style']) assert.ok(!found.has(name), name);
        }),
        { seed: 20261121, numRuns: 300 },
      );
    });
  });

  describe('links', () => {
    it('to other notes name the note and lead nowhere by themselves', () => {
      assert.equal(html('[SQS](sqs)'), '<p><a href="#" data-note="sqs">SQS</a></p>\n');
      assert.equal(html('[its timeout](sqs#visibility-timeout)'), '<p><a href="#" data-note="sqs#visibility-timeout">its timeout</a></p>\n');
      assert.equal(html('[above](#overview)'), '<p><a href="#" data-note="#overview">above</a></p>\n');
    });

    it('to the web keep their address', () => {
      assert.equal(html('[AWS](https://aws.amazon.com/)'), '<p><a href="https://aws.amazon.com/">AWS</a></p>\n');
    });

    it('that would run something are none', () => {
      for (const target of ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'vbscript:x', 'data:text/html,x', 'file:///etc/passwd']) {
        assert.ok(!html(`[a](${target})`).includes('<a'), target);
      }
    });

    it('cannot leave their attribute', () => {
      const rendered = html('[a](<sqs" onclick="x>)');
      assert.ok(!rendered.includes(' onclick="'), rendered);
    });

    it('are not made of bare addresses', () => {
      assert.equal(html('https://aws.amazon.com/'), '<p>https://aws.amazon.com/</p>\n');
    });
  });

  describe('headings', () => {
    it('have an id made of their words and can be focused', () => {
      assert.equal(html('## When it is the answer'), '<h2 id="at-when-it-is-the-answer" tabindex="-1">When it is the answer</h2>\n');
    });

    it('are listed with level, text and slug', () => {
      assert.deepEqual(renderMarkdown('# One\n\n## The `Two` *of* us\n\nText\n\n### Three').headings, [
        { level: 1, text: 'One', slug: 'one' },
        { level: 2, text: 'The Two of us', slug: 'the-two-of-us' },
        { level: 3, text: 'Three', slug: 'three' },
      ]);
    });

    it('of one body are not listed with those of the next', () => {
      renderMarkdown('# One');
      assert.deepEqual(
        renderMarkdown('# Two').headings.map(({ slug }) => slug),
        ['two'],
      );
    });
  });

  describe('dot blocks', () => {
    const body = 'Before\n\n```dot\ndigraph { a -> b }\n```\n\nAfter';
    const diagrams = { 'digraph { a -> b }\n': '<svg role="img"></svg>' };

    it('become the diagram that was made of them', () => {
      assert.equal(html(body, diagrams), '<p>Before</p>\n<figure class="diagram"><svg role="img"></svg></figure><p>After</p>\n');
    });

    it('are found by the text that the build made diagrams of, whatever the line ends', () => {
      for (const text of [body, body.replaceAll('\n', '\r\n')]) {
        const made = Object.fromEntries(diagramsIn(text).map((dot) => [dot, '<svg></svg>']));
        assert.ok(html(text, made).includes('<figure class="diagram"><svg></svg></figure>'));
      }
    });

    it('stay code where there is no diagram of them', () => {
      assert.match(html(body), /<pre><code class="language-dot">digraph \{ a -&gt; b \}\n<\/code><\/pre>/);
      assert.match(html(body, { 'digraph { b }\n': '<svg></svg>' }), /<pre>/);
    });

    it('are the only blocks that become one', () => {
      assert.match(html(body.replace('```dot', '```yaml'), diagrams), /<pre><code class="language-yaml">/);
    });
  });

  describe('tables', () => {
    it('are wrapped in a region that scrolls and can be reached by keyboard', () => {
      const rendered = html('| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter');
      assert.match(rendered, /^<div class="table" tabindex="0"><table>\s*<thead>/);
      assert.match(rendered, /<\/table><\/div>\s*<p>After<\/p>/);
    });

    it('have no empty heading in the corner', () => {
      const rendered = html('|  | SQS |\n|---|---|\n| order | no |');
      assert.ok(rendered.includes('<td></td>\n<th>SQS</th>'), rendered);
      assert.ok(!rendered.includes('<th></th>'));
    });
  });

  it('renders every real note without a script, a style or a broken tag', () => {
    for (const note of realKnowledge().notes) {
      const { html: rendered } = renderMarkdown(note.body);
      assert.match(rendered, /<p>/, note.id);
      for (const name of elements(rendered)) {
        assert.match(name, /^(h[1-6]|p|a|em|strong|code|pre|ul|ol|li|table|thead|tbody|tr|th|td|div|blockquote|br|hr)$/, note.id);
      }
    }
  });

  it('says alignment by a class, for the content security policy allows no inline style', () => {
    const { html } = renderMarkdown('| a | b |\n|---|--:|\n| 1 | 2 |\n');
    assert.match(html, /<td class="align-right">2<\/td>/);
    assert.doesNotMatch(html, /style=/);
  });
});
