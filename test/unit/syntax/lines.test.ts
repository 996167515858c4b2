import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/syntax/lines';

describe('LineIndex', () => {
  const lines = new LineIndex('one\ntwo\r\n\nfour');

  it('counts lines and columns from 0', () => {
    assert.deepEqual(lines.positionAt(0), { line: 0, column: 0 });
    assert.deepEqual(lines.positionAt(5), { line: 1, column: 1 });
    assert.deepEqual(lines.positionAt(10), { line: 3, column: 0 });
    assert.deepEqual(lines.positionAt(14), { line: 3, column: 4 });
  });

  it('puts a line end on the line that it ends', () => {
    assert.deepEqual(lines.positionAt(3), { line: 0, column: 3 });
    assert.deepEqual(lines.positionAt(9), { line: 2, column: 0 });
  });
});
