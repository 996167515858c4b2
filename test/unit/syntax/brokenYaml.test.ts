import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entryOf, unreadTag } from '../../../src/syntax/node';
import { parseYaml } from '../../../src/syntax/yaml';
import { textAt } from '../support';
import { everyNode, nodeAt, onlyDocument, unread, written } from './written';

const partial = (text: string, ...path: string[]): boolean => {
  const node = nodeAt(parseYaml(text), ...path);
  return node.kind === 'mapping' && node.partial === true;
};

describe('parseYaml on a broken text', () => {
  it('keeps the values around a key that is half typed', () => {
    assert.deepEqual(onlyDocument(parseYaml('R:\n  P:\n    Size: 200\n    Enc\n')), { R: { P: { Size: 200 } } });
    assert.deepEqual(onlyDocument(parseYaml('R:\n  P:\n    Enc\n    Size: 200\n')), { R: { P: { Size: 200 } } });
    assert.deepEqual(onlyDocument(parseYaml('R:\n  P:\n    Size: 200\n Enc\n    Iops: 3\nS: 1\n')), { R: { P: { Size: 200 } }, S: 1 });
  });

  it('takes what stands below a half-typed name for part of neither neighbour', () => {
    const text = 'R:\n  A:\n    T: 1\n  Half\n    T: 2\n  B:\n    T: 3\n';
    assert.deepEqual(onlyDocument(parseYaml(text)), { R: { A: { T: 1 }, B: { T: 3 } } });
    assert.deepEqual([partial(text, 'R'), partial(text, 'R', 'A'), partial(text, 'R', 'B')], [true, true, false]);
  });

  it('marks the mappings around the broken place as partial and no others', () => {
    const text = 'R:\n  A:\n    P: 1\n    Enc\n  B:\n    P: 2\n';
    assert.equal(partial(text, 'R', 'A'), true);
    assert.equal(partial(text, 'R', 'B'), false);
    assert.equal(partial('R:\n  A:\n    P: 1\n', 'R', 'A'), false);
  });

  it('passes over lines that are indented with tabs, not those around them', () => {
    const text = 'R:\n  A:\n    P: 1\n\tQ: 2\n    S: 3\n  B: 4\n';
    const tree = parseYaml(text);
    assert.equal(written(nodeAt(tree, 'R', 'A', 'P')), 1);
    assert.equal(written(nodeAt(tree, 'R', 'A', 'S')), 3);
    assert.equal(written(nodeAt(tree, 'R', 'B')), 4);
    assert.equal(partial(text, 'R', 'A'), true);
    assert.ok(tree.problems.length > 0);
  });

  it('leaves a value unread that has no end, with the place of what stands there', () => {
    for (const [end, value] of [
      ['\n', '[1,'],
      ['  \n', '[1,'],
      ['\r\n', '"one'],
      ['  \r\n', '{ x: 1'],
    ] as const) {
      const text = `A: ${value}${end}B: 2${end}`;
      const tree = parseYaml(text);
      assert.deepEqual(onlyDocument(tree), { A: unread, B: 2 }, text);
      assert.equal(textAt(text, nodeAt(tree, 'A')), value);
      assert.equal(textAt(text, nodeAt(tree, 'B')), '2');
    }
  });

  it('never takes part of a tagged or a block value for the whole', () => {
    assert.equal(nodeAt(parseYaml('A: !If\n  - C\n  - "one\nB: 1\n'), 'A').tag, unreadTag);
    assert.equal(nodeAt(parseYaml('A: |\n  K: v\n L: w\nB: 1\n'), 'A').tag, unreadTag);
  });

  it('keeps an item that cannot be read as one, so that the others keep their places', () => {
    assert.deepEqual(onlyDocument(parseYaml('A:\n  - one\n  - [two\n  - three\n')), { A: ['one', unread, 'three'] });
    assert.deepEqual(onlyDocument(parseYaml('A:\n- one\n- "two\n- three\nB: 1\n')), { A: ['one', unread, 'three'], B: 1 });
  });

  it('keeps quoted keys and keys with colons and spaces', () => {
    const tree = parseYaml('"a b" : [\n\'c\': 1\nFn::If: 2\nmy key  : "\n');
    assert.deepEqual(onlyDocument(tree), { 'a b': unread, c: 1, 'Fn::If': 2, 'my key': unread });
  });

  it('keeps what stands deeper first and then further left', () => {
    const tree = parseYaml('R:\n    A:\n      T: 1\n  B:\n    T: 2\n  C: "\n');
    assert.deepEqual(written(nodeAt(tree, 'R')), { A: { T: 1 }, B: { T: 2 }, C: unread });
  });

  it('keeps anchors that stand in a part that can be read', () => {
    const tree = parseYaml('A: &x { p: 1 }\nB: *x\nC: "\n');
    assert.deepEqual(onlyDocument(tree), { A: { p: 1 }, B: { p: 1 }, C: unread });
    assert.equal(tree.problems.length, 1);
  });

  it('reads the sound documents of a stream with a broken one', () => {
    assert.deepEqual(parseYaml('a: 1\n---\nb: [\n---\nc: 3\n').documents.map(written), [{ a: 1 }, { b: unread }, { c: 3 }]);
  });

  it('says what is wrong and where', () => {
    const { problems } = parseYaml('A: 1\nB: [1, 2\nC: 3\n');
    assert.match(problems[0]!.message, /^YAML: \w/);
    assert.ok(problems[0]!.start >= 5 && problems[0]!.start <= 19);
  });

  it('reads what stands beside collections that are nested more than 200 deep', () => {
    for (const deep of ['['.repeat(100_000), '{ a: '.repeat(100_000), `${'['.repeat(300)}${']'.repeat(300)}`]) {
      const tree = parseYaml(`A: 1\nB: ${deep}\nC: 3\n`);
      assert.equal(written(nodeAt(tree, 'A')), 1);
      assert.equal(written(nodeAt(tree, 'B')), unread);
      assert.equal(written(nodeAt(tree, 'C')), 3);
    }
    const staircase = Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
    assert.ok(entryOf(parseYaml(staircase).documents[0], 'a'));
  });

  for (const [name, text] of [
    ['of broken entries', 'a: [\n'.repeat(300_000)],
    ['of open quotes', 'a: "\n'.repeat(300_000)],
    ['of open brackets', '['.repeat(1_000_000)],
    ['of one long line of spaces', `a: [\nb${' '.repeat(1_000_000)}x\n`],
    ['of list items', '- - - [\n'.repeat(100_000)],
  ] as const) {
    it(`gives up on megabytes ${name} in less than two seconds`, () => {
      const begun = performance.now();
      assert.ok(parseYaml(text).problems.length > 0);
      assert.ok(performance.now() - begun < 2000, `${performance.now() - begun} ms`);
    });
  }

  it('never throws and never points outside the text', () => {
    const piece = fc.constantFrom(
      'a',
      'Key',
      ': ',
      ':',
      '\n',
      '\r\n',
      '  ',
      '\t',
      '- ',
      '-',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '|',
      '>',
      '&x ',
      '*x',
      '<<: ',
      '!Ref ',
      '#',
      '---\n',
      '...\n',
      '%',
      '? ',
      '\uFEFF',
      '😀',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { documents, problems } = parseYaml(text);
        for (const document of documents) {
          for (const { start, end } of everyNode(document)) assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify({ text, start, end }));
        }
        for (const { start, end } of problems) assert.ok(start >= 0 && start <= end && end <= text.length);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
