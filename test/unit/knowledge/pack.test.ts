import assert from 'node:assert/strict';
import { diagramsIn } from '../../../src/knowledge/pack';

describe('diagramsIn', () => {
  it('gives the text of every dot block, in order', () => {
    assert.deepEqual(diagramsIn('Text\n\n```dot\ndigraph { a }\n```\n\n```dot  \ndigraph {\n  b\n}\n```\n'), ['digraph { a }\n', 'digraph {\n  b\n}\n']);
  });

  it('gives the same text whatever the line ends', () => {
    assert.deepEqual(diagramsIn('```dot\r\ndigraph {\r\n  b\r\n}\r\n```\r\n'), ['digraph {\n  b\n}\n']);
  });

  it('leaves blocks of other languages and text about dot alone', () => {
    assert.deepEqual(diagramsIn('```yaml\na: 1\n```\n\n```dotted\nx\n```\n\nA `dot` block starts with ```dot in its first line.'), []);
  });

  it('does not take a block that is not closed', () => {
    assert.deepEqual(diagramsIn('```dot\ndigraph { a }\n'), []);
  });
});
