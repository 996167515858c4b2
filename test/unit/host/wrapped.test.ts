import assert from 'node:assert/strict';
import { wrapped } from '../../../src/editor/wrapped';

describe('wrapped', () => {
  it('breaks between words and loses none', () => {
    const text = 'Which of these keeps a message for the longest time?';
    const lines = wrapped(text, 20);
    assert.equal(lines.join(' '), text);
    for (const line of lines) assert.ok(line.length <= 20, line);
  });

  it('lets a word that is too long stand alone', () => {
    assert.deepEqual(wrapped('a incomprehensibilities b', 8), ['a', 'incomprehensibilities', 'b']);
  });

  it('makes no line of no text', () => {
    assert.deepEqual(wrapped('  ', 8), []);
  });
});
