import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entryOf } from '../../../src/syntax/node';
import { parseYaml } from '../../../src/syntax/yaml';
import { textAt } from '../support';
import { everyNode, nodeAt, onlyDocument, unread, written } from './written';

describe('parseYaml', () => {
  it('reads mappings, sequences and scalars, in block and in flow style', () => {
    const tree = parseYaml('a: 1\nb:\n  - x\n  - { c: true }\nd: [p, "q"]\n');
    assert.deepEqual(onlyDocument(tree), { a: 1, b: ['x', { c: true }], d: ['p', 'q'] });
    assert.deepEqual(tree.problems, []);
  });

  it('tells where plain, quoted and block values stand', () => {
    const text = `plain: some text\nsingle: 'it''s'\ndouble: "a \\"b\\""\n"key": v\nblock: |\n  one\n  two\nlast: [x]\n`;
    const tree = parseYaml(text);
    assert.equal(textAt(text, nodeAt(tree, 'plain')), 'some text');
    assert.equal(textAt(text, nodeAt(tree, 'single')), "it''s");
    assert.equal(textAt(text, nodeAt(tree, 'double')), 'a \\"b\\"');
    assert.equal(textAt(text, entryOf(tree.documents[0], 'key')!.key), 'key');
    assert.match(textAt(text, nodeAt(tree, 'block')), /one\n {2}two/);
    assert.equal(textAt(text, nodeAt(tree, 'last', 0)), 'x');
    assert.deepEqual([written(nodeAt(tree, 'single')), written(nodeAt(tree, 'double')), written(nodeAt(tree, 'block'))], ["it's", 'a "b"', 'one\ntwo\n']);
  });

  it('keeps tags as they are written', () => {
    const text = 'a: !Ref X\nb: !Sub "${Y}"\nc: !If [A, 1, 2]\nd: !Foo { x: 1 }\n';
    assert.deepEqual(onlyDocument(parseYaml(text)), { a: ['!Ref', 'X'], b: ['!Sub', '${Y}'], c: ['!If', ['A', 1, 2]], d: ['!Foo', { x: 1 }] });
  });

  it('places an empty value behind its key, within the text', () => {
    const text = 'Empty:\nTagged: !Ref\nItems:\n  -\nLast: 1\n';
    const tree = parseYaml(text);
    assert.deepEqual(onlyDocument(tree), { Empty: null, Tagged: ['!Ref', null], Items: [null], Last: 1 });
    assert.equal(nodeAt(tree, 'Empty').start, 'Empty'.length);
    assert.equal(nodeAt(tree, 'Tagged').start, text.indexOf('!Ref') + '!Ref'.length);
    for (const node of everyNode(tree.documents[0]!)) assert.ok(node.start >= 0 && node.end >= node.start, JSON.stringify(node));
  });

  it('points at the right text in a file with CRLF line ends', () => {
    const text = 'A: one\r\nB:\r\n  - two\r\n  - "three"\r\nC: |\r\n  four\r\nD: five\r\n';
    const tree = parseYaml(text);
    assert.deepEqual(onlyDocument(tree), { A: 'one', B: ['two', 'three'], C: 'four\n', D: 'five' });
    assert.deepEqual(
      [['A'], ['B', 0], ['B', 1], ['D']].map((path) => textAt(text, nodeAt(tree, ...path))),
      ['one', 'two', 'three', 'five'],
    );
  });

  it('reads a file that begins with a byte order mark, whole or broken', () => {
    for (const rest of ['A: 1\nB: two\n', 'A: 1\nB: two\nC: [\n']) {
      const text = `\uFEFF${rest}`;
      const tree = parseYaml(text);
      assert.equal(textAt(text, entryOf(tree.documents[0], 'A')!.key), 'A');
      assert.equal(textAt(text, nodeAt(tree, 'B')), 'two');
      assert.equal(tree.problems.length, rest.includes('[') ? 1 : 0);
    }
  });

  it('reads each document of a stream, and gives anchors to one document only', () => {
    const tree = parseYaml('---\na: &x 1\n---\nb: *x\n...\n---\n- c\n');
    assert.deepEqual(tree.documents.map(written), [{ a: 1 }, { b: unread }, ['c']]);
    assert.match(tree.problems[0]!.message, /\*x names no anchor/);
  });

  it('reads nothing of an empty text or one of comments only', () => {
    for (const text of ['', '\n\n', '# nothing\n', '\uFEFF']) assert.deepEqual(parseYaml(text).documents, [], JSON.stringify(text));
  });

  it('does not take comments for text', () => {
    const text = '# first\na: 1 # one\n  # indented\nb: "# no comment"\nc: x#y\n';
    assert.deepEqual(onlyDocument(parseYaml(text)), { a: 1, b: '# no comment', c: 'x#y' });
  });

  it('reports a key that stands twice, at the second one, and takes the last', () => {
    const text = 'a: 1\nb: 2\na: 3\n';
    const { documents, problems } = parseYaml(text);
    assert.equal(written(entryOf(documents[0], 'a')!.value), 3);
    assert.deepEqual(
      problems.map(({ start, end }) => ({ start, end })),
      [{ start: 10, end: 11 }],
    );
    assert.match(problems[0]!.message, /"a" stands twice/);
  });

  it('reports a key that stands twice in a large mapping too', () => {
    const many = Array.from({ length: 40 }, (_, index) => `k${index}: ${index}`).join('\n');
    assert.equal(parseYaml(`${many}\n`).problems.length, 0);
    assert.equal(parseYaml(`${many}\nk7: again\n`).problems.length, 1);
  });

  describe('with aliases', () => {
    it('repeats what the anchor holds and stands where the alias stands', () => {
      const text = 'a: &x { p: [1] }\nb: *x\n';
      const tree = parseYaml(text);
      assert.deepEqual(onlyDocument(tree), { a: { p: [1] }, b: { p: [1] } });
      assert.equal(textAt(text, nodeAt(tree, 'b')), 'x');
    });

    it('takes a merge key below what the mapping says itself, and reports no repeated key', () => {
      const tree = parseYaml('a: &x { p: 1, q: 2 }\nb: &y { q: 3, r: 4 }\nc:\n  p: own\n  <<: [*x, *y]\nd:\n  <<: *x\n  p: own\n');
      assert.deepEqual(written(nodeAt(tree, 'c')), { q: 2, r: 4, p: 'own' });
      assert.deepEqual(written(nodeAt(tree, 'd')), { q: 2, p: 'own' });
      assert.deepEqual(tree.problems, []);
    });

    it('marks a mapping as partial where a merge key names nothing', () => {
      const node = nodeAt(parseYaml('a: 1\nb:\n  <<: *nothing\n  p: 1\n'), 'b');
      assert.equal(node.kind === 'mapping' && node.partial, true);
    });

    it('merges a mapping of very many entries', () => {
      const many = Array.from({ length: 150_000 }, (_, index) => `k${index}: 1`).join(', ');
      const node = nodeAt(parseYaml(`a:\n  <<: { ${many} }\n  own: 1\n`), 'a');
      assert.equal(node.kind === 'mapping' && node.entries.length, 150_001);
    });

    it('leaves an alias of itself or of nothing unread', () => {
      for (const text of ['a: &x [*x]\n', 'a: [*nothing]\n']) {
        const { documents, problems } = parseYaml(text);
        assert.deepEqual(documents.map(written), [{ a: [unread] }]);
        assert.equal(problems.length, 1);
      }
    });

    it('follows at most 100,000 repeated nodes, says so and is quick about it', () => {
      let text = `a0: &a0 [${'x, '.repeat(10)}]\n`;
      for (let level = 1; level < 40; level++) text += `a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]\n`;
      const begun = performance.now();
      const { documents, problems } = parseYaml(text);
      assert.ok(performance.now() - begun < 1000);
      const nodes = [...everyNode(documents[0]!)].length;
      assert.ok(nodes < 110_000, `${nodes} nodes`);
      assert.equal(problems.filter(({ message }) => message.includes('more than 100000 nodes')).length, 1);
    });

    it('follows none that would nest collections more than 200 deep', () => {
      let text = 'a0: &a0 x\n';
      for (let level = 1; level < 40; level++) text += `a${level}: &a${level} ${'['.repeat(150)}*a${level - 1}${']'.repeat(150)}\n`;
      const { documents, problems } = parseYaml(text);
      const depth = (node: unknown): number => (Array.isArray(node) ? 1 + Math.max(0, ...node.map(depth)) : 0);
      assert.ok(Object.values(written(documents[0]!) as object).every((value) => depth(value) <= 200));
      assert.ok(problems.some(({ message }) => message.includes('more than 200 deep')));
    });
  });

  it('says the same of any data written as JSON as JSON.parse does', () => {
    const key = fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name !== '<<' && name !== '__proto__');
    const { data } = fc.letrec<{ data: unknown }>((tie) => ({
      data: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('data'), { maxLength: 4 }),
        fc.dictionary(key, tie('data'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, data, { minKeys: 1, maxKeys: 4 }), (value) => {
        const { documents } = parseYaml(JSON.stringify(value));
        assert.equal(JSON.stringify(written(documents[0]!)), JSON.stringify(value));
      }),
      { seed: 20261121, numRuns: 200 },
    );
  });
});
