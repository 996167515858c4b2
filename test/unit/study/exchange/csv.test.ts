import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry } from '../../../../src/study/log';
import type { Review } from '../../../../src/study/review';
import { quotedField, readRecords, reviewsCsv } from '../../../../src/study/exchange/csv';
import { properties } from '../builders';

const read = (text: string, separator = ',', comments = false) => [...readRecords(text, separator, comments)];
const fieldsOf = (text: string, separator = ',', comments = false) => read(text, separator, comments).map((one) => ('fields' in one ? one.fields : one.line));

const answer: Review = {
  kind: 'review',
  id: 'w1-1',
  card: 'question:sqs',
  time: Date.UTC(2026, 0, 5, 9, 30),
  grade: 3,
  correct: true,
  sureness: 'think-so',
  duration: 4200,
};

describe('reviewsCsv', () => {
  const head = 'id,card,time,grade,correct,sureness,duration_ms,practice,undone\r\n';

  it('writes a line per review', () => {
    assert.equal(reviewsCsv([answer]), `${head}w1-1,question:sqs,2026-01-05T09:30:00.000Z,3,true,think-so,4200,,false\r\n`);
  });

  it('writes the header alone for an empty log', () => {
    assert.equal(reviewsCsv([]), head);
  });

  it('marks answers that were taken back and those of practice, and leaves other entries out', () => {
    const entries: Entry[] = [
      { ...answer, sureness: null, practice: 'cram' },
      { kind: 'undo', id: 'w1-2', time: answer.time + 1, review: 'w1-1' },
      { kind: 'card', id: 'w1-3', time: answer.time + 2, card: 'question:sqs', action: 'suspend' },
    ];
    assert.equal(reviewsCsv(entries), `${head}w1-1,question:sqs,2026-01-05T09:30:00.000Z,3,true,,4200,cram,true\r\n`);
  });

  it('lets no spreadsheet take a field for a formula', () => {
    for (const sign of ['=', '+', '-', '@', '\t', '\r']) {
      const [, [id, card]] = fieldsOf(reviewsCsv([{ ...answer, id: `${sign}1`, card: `${sign}HYPERLINK("x","y")` }])) as [string[], string[]];
      assert.deepEqual([id, card], [`'${sign}1`, `'${sign}HYPERLINK("x","y")`]);
    }
  });

  it('writes no time for one that no calendar has', () => {
    assert.match(reviewsCsv([{ ...answer, time: 1e300 }]), /question:sqs,,3/);
  });
});

describe('readRecords', () => {
  it('reads what was quoted, whatever it is', () => {
    const line = fc.array(
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\r', '')),
      { minLength: 2, maxLength: 5 },
    );
    const visible = line.filter((fields) => fields.join('').trim() !== '');
    fc.assert(
      fc.property(fc.array(visible), fc.constantFrom(',', ';', '\t', '|'), fc.boolean(), (lines, separator, comments) => {
        const text = lines.map((fields) => `${fields.map((field) => quotedField(field, separator)).join(separator)}\n`).join('');
        assert.deepEqual(fieldsOf(text, separator, comments), lines);
      }),
      properties,
    );
  });

  it('reads a first field that begins with # as no comment, where it was quoted', () => {
    assert.equal(quotedField('#1', ','), '"#1"');
    assert.deepEqual(fieldsOf(`${quotedField('#1', ',')},a`, ',', true), [['#1', 'a']]);
  });

  it('counts the lines inside quotation marks', () => {
    assert.deepEqual(read('a,"b\n\nc"\n\nd,e'), [
      { line: 1, fields: ['a', 'b\n\nc'] },
      { line: 5, fields: ['d', 'e'] },
    ]);
  });

  it('takes quotation marks inside a field, or around its first words, as they are', () => {
    assert.deepEqual(fieldsOf('6" disk,x\n"Exactly once" means,y'), [
      ['6" disk', 'x'],
      ['"Exactly once" means', 'y'],
    ]);
  });

  it('loses only the line whose quotation mark is not closed', () => {
    assert.deepEqual(fieldsOf('a,b\nc,"d\ne,f\n"g",h'), [['a', 'b'], 2, ['e', 'f'], ['g', 'h']]);
    assert.deepEqual(fieldsOf('a,"b\nc,d'), [1, ['c', 'd']]);
  });

  it('tells of comments that look like a card, and is silent about others', () => {
    assert.deepEqual(fieldsOf('# remark\n#1 rule,least privilege\na,b', ',', true), [2, ['a', 'b']]);
    assert.deepEqual(fieldsOf('#1 rule,least privilege', ','), [['#1 rule', 'least privilege']]);
  });

  it('stays fast where every line opens a quotation mark that nothing closes', () => {
    const count = (lines: number): number => fieldsOf('x"\t"\n'.repeat(lines) + '"z', '\t').length;
    assert.equal(count(20_000), 20_001);
  });
});
