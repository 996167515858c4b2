import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJson } from '../../../src/syntax/json';
import { entryOf } from '../../../src/syntax/node';
import { textAt } from '../support';
import { everyNode, nodeAt, onlyDocument, unread, written } from './written';

const partial = (text: string, ...path: string[]): boolean => {
  const node = nodeAt(parseJson(text), ...path);
  return node.kind === 'mapping' && node.partial === true;
};

describe('parseJson', () => {
  it('reads objects, arrays and literals with their places', () => {
    const text = '{ "a": 1, "b": ["x", true, null], "c": { "d": "e\\u0041" } }';
    const tree = parseJson(text);
    assert.deepEqual(onlyDocument(tree), { a: 1, b: ['x', true, null], c: { d: 'eA' } });
    assert.equal(textAt(text, entryOf(tree.documents[0], 'a')!.key), '"a"');
    assert.equal(textAt(text, nodeAt(tree, 'b')), '["x", true, null]');
    assert.equal(textAt(text, nodeAt(tree, 'b', 1)), 'true');
    assert.equal(textAt(text, nodeAt(tree, 'c', 'd')), '"e\\u0041"');
    assert.deepEqual(tree.problems, []);
  });

  it('points at the right text behind a byte order mark and with CRLF', () => {
    const text = '\uFEFF{\r\n  "a": "one",\r\n  "b": 2\r\n}\r\n';
    const tree = parseJson(text);
    assert.equal(textAt(text, nodeAt(tree, 'a')), '"one"');
    assert.equal(textAt(text, nodeAt(tree, 'b')), '2');
    assert.deepEqual(tree.problems, []);
  });

  it('lets comments and trailing commas pass', () => {
    const tree = parseJson('// one\n{ "a": 1, /* two */ "b": [1, 2,], }');
    assert.deepEqual(onlyDocument(tree), { a: 1, b: [1, 2] });
    assert.deepEqual(tree.problems, []);
  });

  it('keeps text that looks like a number or a boolean as text', () => {
    assert.deepEqual(onlyDocument(parseJson('["1", "true", 1, true]')), ['1', 'true', 1, true]);
  });

  it('reports a key that stands twice, at the second one, and takes the last', () => {
    const { documents, problems } = parseJson('{"a": 1, "b": {"a": 2}, "a": 3}');
    assert.equal(written(entryOf(documents[0], 'a')!.value), 3);
    assert.deepEqual(
      problems.map(({ start, end, message }) => [start, end, message.includes('"a" stands twice')]),
      [[24, 27, true]],
    );
  });

  it('keeps a key whose value is not written yet, unread', () => {
    assert.deepEqual(onlyDocument(parseJson('{"a": {"b": }, "c": 1}')), { a: { b: unread }, c: 1 });
    assert.deepEqual(onlyDocument(parseJson('{"a": {"b"}, "c": 1}')), { a: { b: unread }, c: 1 });
    assert.deepEqual(onlyDocument(parseJson('{"a": {"b": "c": 1}, "d": 2}')), { a: { b: unread }, d: 2 });
  });

  it('leaves text without an end unread', () => {
    assert.deepEqual(onlyDocument(parseJson('{"a": "one,\n"b": 2}')), { a: unread, b: 2 });
    assert.deepEqual(onlyDocument(parseJson('{"a": "one')), { a: unread });
  });

  it('marks objects with an error in them, or without an end, as partial and no others', () => {
    const text = '{"a": {"x": 1 "y": 2}, "b": {"x": 1}, "c": {"x": 1';
    assert.equal(partial(text, 'a'), true);
    assert.equal(partial(text, 'b'), false);
    assert.equal(partial(text, 'c'), true);
    assert.equal(partial(text), true);
    assert.equal(partial('{"a": {unquoted: true}}', 'a'), true);
    assert.equal(partial('{"a": {"x": 1}}'), false);
  });

  it('says what is wrong in words', () => {
    assert.match(parseJson('{"a" 1}').problems[0]!.message, /^JSON: colon expected\.$/);
    assert.match(parseJson('{a: 1}').problems[0]!.message, /^JSON: [a-z ]+\.$/);
  });

  it('reads nothing of an empty text', () => {
    assert.deepEqual(parseJson('').documents, []);
    assert.deepEqual(parseJson('\uFEFF').documents, []);
  });

  it('leaves what is nested more than 200 deep unread, with a key of its own', () => {
    const deep = `${'['.repeat(300)}${']'.repeat(300)}`;
    const tree = parseJson(`{"a": 1, "b": ${deep}, "c": 3}`);
    const { b, ...rest } = onlyDocument(tree) as { b: unknown };
    assert.deepEqual(rest, { a: 1, c: 3 });
    let depth = 0;
    let inner = b;
    for (; Array.isArray(inner); inner = inner[0]) depth++;
    assert.deepEqual([depth, inner], [199, unread]);
    const objects = parseJson(`${'{"a": '.repeat(201)}1${'}'.repeat(201)}`);
    assert.equal(written(nodeAt(objects, ...Array<string>(200).fill('a'))), unread);
  });

  it('keeps what stands before a nesting too deep for any reader', () => {
    for (const open of ['[', '{"a": ']) {
      const begun = performance.now();
      const tree = parseJson(`{"before": 1, "deep": ${open.repeat(200_000)}`);
      assert.equal(written(nodeAt(tree, 'before')), 1);
      assert.match(tree.problems.at(-1)!.message, /nested too deep/);
      assert.ok(performance.now() - begun < 1000);
    }
  });

  it('reports at most 20 errors', () => {
    assert.equal(parseJson('{"a" 1, '.repeat(100)).problems.length, 20);
  });

  it('says the same of any JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        if (text.includes('"__proto__"')) return;
        assert.equal(JSON.stringify(written(parseJson(text).documents[0]!)), JSON.stringify(JSON.parse(text)));
      }),
      { seed: 20261121, numRuns: 200 },
    );
  });

  it('never throws and never points outside the text', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', '"a"', '"', ':', ',', ' ', '\n', '1', '-', '.', 'true', 'nul', '\\', '//', '/*', '\uFEFF', '😀');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { documents, problems } = parseJson(text);
        for (const document of documents) {
          for (const { start, end } of everyNode(document)) assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify({ text, start, end }));
        }
        for (const { start, end } of problems) assert.ok(start >= 0 && start <= end && end <= text.length);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
