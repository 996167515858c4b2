import assert from 'node:assert/strict';
import { entryOf, scalarValue, type ScalarNode } from '../../../src/syntax/node';
import { parseYaml } from '../../../src/syntax/yaml';

const scalar = (text: string, plain = true): ScalarNode => ({ kind: 'scalar', text, plain, tag: undefined, start: 0, end: text.length });

describe('scalarValue', () => {
  it('reads unquoted booleans, numbers and null', () => {
    for (const text of ['true', 'True', 'TRUE']) assert.equal(scalarValue(scalar(text)), true);
    for (const text of ['false', 'False', 'FALSE']) assert.equal(scalarValue(scalar(text)), false);
    for (const text of ['', '~', 'null', 'Null', 'NULL']) assert.equal(scalarValue(scalar(text)), null);
    for (const [text, value] of [
      ['4', 4],
      ['-4', -4],
      ['+4', 4],
      ['1.5', 1.5],
      ['.5', 0.5],
      ['1e3', 1000],
    ] as const) {
      assert.equal(scalarValue(scalar(text)), value);
    }
  });

  it('leaves other unquoted text, and all that is quoted, as text', () => {
    for (const text of ['yes', 'tRUE', '1.2.3', '10.0.0.0/16', '4 GB', '-', '.', '2010-09-09', '1_000']) assert.equal(scalarValue(scalar(text)), text);
    for (const text of ['true', '4', '', 'null']) assert.equal(scalarValue(scalar(text, false)), text);
  });
});

describe('entryOf', () => {
  it('finds the last entry of a name, and nothing in what is no mapping', () => {
    const [root] = parseYaml('a: 1\nb: [a]\na: 2\n').documents;
    const found = entryOf(root, 'a')?.value;
    assert.equal(found?.kind === 'scalar' && found.text, '2');
    assert.equal(entryOf(root, 'c'), undefined);
    assert.equal(entryOf(entryOf(root, 'b')?.value, 'a'), undefined);
    assert.equal(entryOf(undefined, 'a'), undefined);
  });
});
