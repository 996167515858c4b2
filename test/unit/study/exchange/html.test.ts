import assert from 'node:assert/strict';
import fc from 'fast-check';
import { htmlToText, textToHtml } from '../../../../src/study/exchange/html';
import { cardText } from '../../../../src/study/exchange/ownCards';
import { properties } from '../builders';

describe('htmlToText', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['line breaks', 'a<br>b<br/>c<BR >d', 'a\nb\nc\nd'],
    ['blocks', '<p>a</p><div>b</div>c<div><br></div><div>d</div>', 'a\nb\nc\n\nd\n'],
    ['layout between blocks', '<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>', '- a\n- b\n'],
    ['entities', '&lt;b&gt; &amp;amp; &quot;x&quot; a&nbsp;b &#65;&#x42; &rarr; &unknown; &', '<b> &amp; "x" a b AB → &unknown; &'],
    ['entities that name no character', '&#0;&#xd800;&#1114112;', '\ufffd\ufffd\ufffd'],
    ['pictures', '<img src="x.png"> <img alt="a > b" src=\'https://a.b/c/y.png\'><img src="data:image/png;base64,AAAA">', '[image x.png] [image y.png][image]'],
    ['formatting', 'a <b>b</b> <i class="x">c</i><span style="color: red">d</span>', 'a b cd'],
    ['scripts, styles and comments', 'a<script>alert("<b>")</script><style>.a{}</style><!-- x > y -->b', 'ab'],
    ['a script that is not closed', 'a<script>alert(1)', 'a'],
    ['what only looks like a tag', 'a < b > c <3 <', 'a < b > c <3 <'],
    ['an attribute that is not closed', 'a<b x=">y</b>z', 'ayz'],
    [
      'links',
      '<a href="https://aws.amazon.com/sqs">SQS</a> <a href="https://x.y/">https://x.y/</a> <a href="javascript:x">z</a>',
      'SQS (https://aws.amazon.com/sqs) https://x.y/ z',
    ],
    ['powers', '2<sup>10</sup>, 1<sup>st</sup>', '2^10, 1st'],
    ['code', '<pre>a  b\n  c</pre>d', 'a  b\n  c\nd'],
    ['runs of blanks', 'a   b\t c', 'a b c'],
    ['cells', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc\n'],
  ];
  for (const [what, html, text] of cases) {
    it(`turns ${what} into text`, () => {
      assert.equal(htmlToText(html), text);
    });
  }

  it('reads any signs without failing', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      '<b ',
      '<a href="',
      '"',
      "'",
      '&',
      '&#',
      '&#x',
      ';',
      '<!--',
      '-->',
      '<pre>',
      '</pre>',
      '<script>',
      '</a>',
      ' ',
      '\n',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (signs) => {
        assert.equal(typeof htmlToText(signs.join('')), 'string');
      }),
      { ...properties, numRuns: 2000 },
    );
  });
});

describe('textToHtml', () => {
  it('escapes what HTML would read', () => {
    assert.equal(textToHtml('a < b & "c"\n  d'), 'a &lt; b &amp; &quot;c&quot;<br>&nbsp; d');
  });

  it('shows any text as it is', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(' ', '\t', '\n', '&nbsp;', '<br>', 'a', '<', '\u00a0')).map((signs) => signs.join('')),
    );
    fc.assert(
      fc.property(texts.map(cardText), (text) => {
        assert.equal(htmlToText(textToHtml(text)), text);
      }),
      { ...properties, numRuns: 1000 },
    );
  });
});
