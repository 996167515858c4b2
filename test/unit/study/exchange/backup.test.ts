import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeEntries, type Entry } from '../../../../src/study/log';
import { backupText, isBackup, readBackup, type Backup } from '../../../../src/study/exchange/backup';
import { anyReview, properties, start } from '../builders';

const text = fc.string({ unit: 'binary' });
const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
const plain = { noNullPrototype: true } as const;
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const action = fc.constantFrom('suspend' as const, 'unsuspend' as const, 'bury' as const, 'unbury' as const);
const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  anyReview.map((review) => ({ ...review, kind: 'review' as const })),
  fc.record({ kind: fc.constant('undo' as const), id: text, time, review: text }, plain),
  fc.record({ kind: fc.constant('card' as const), id: text, time, card: text, action }, plain),
  fc.record({ kind: fc.constant('exam' as const), id: text, time, record: json }, plain),
  fc.record({ kind: fc.constant('own' as const), id: text, time, card: text, front: text, back: text, tags: fc.array(text) }, plain),
);

const undo: Entry = { kind: 'undo', id: 'u', time: start, review: 'r' };
const bury: Entry = { kind: 'card', id: 'b', time: start + 1, card: 'question:a', action: 'bury' };

function sound(read: Backup | string): Backup {
  if (typeof read === 'string') assert.fail(read);
  return read;
}

describe('readBackup', () => {
  it('gives back every entry of any log', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: ({ id }) => id }), (entries) => {
        const written = backupText(entries, start);
        assert.ok(isBackup(written));
        assert.deepEqual(sound(readBackup(written)), { entries: mergeEntries([entries]), broken: [] });
      }),
      properties,
    );
  });

  it('tells when the backup was made', () => {
    assert.deepEqual(JSON.parse(backupText([undo], start)), { format: 'stackdrill-backup', version: 1, made: new Date(start).toISOString(), entries: [undo] });
  });

  it('leaves out entries that are none, and says which and why', () => {
    const written = JSON.stringify({ format: 'stackdrill-backup', version: 1, entries: [undo, { ...bury, action: 'eat' }, null, bury] });
    assert.deepEqual(sound(readBackup(written)), {
      entries: [undo, bury],
      broken: [
        { index: 1, reason: 'a part of it is missing or of the wrong kind' },
        { index: 2, reason: 'it is no entry of the log' },
      ],
    });
  });

  it('reads all whole entries of a backup that is cut off anywhere in them', () => {
    const written = backupText([undo, bury], start);
    const first = written.indexOf('\n') + 1;
    for (let length = written.indexOf(',\n', first); length < written.length - 1; length++) {
      const { entries } = sound(readBackup(written.slice(0, length)));
      assert.deepEqual(entries[0], undo);
      const whole = length >= first + written.slice(first).indexOf('\n]');
      assert.equal(entries.length, whole ? 2 : 1, written.slice(0, length));
    }
  });

  it('reads all but the entry that is no JSON any more', () => {
    const written = backupText([bury, undo, { ...undo, id: 'v' }], start).replace('"kind":"undo"', '"kind":');
    assert.deepEqual(sound(readBackup(written)), {
      entries: mergeEntries([[bury, { ...undo, id: 'v' }]]),
      broken: [{ index: 1, reason: 'it is cut off or damaged' }],
    });
  });

  it('reads nothing of a newer backup', () => {
    const written = JSON.stringify({ format: 'stackdrill-backup', version: 2, entries: [undo] });
    assert.match(readBackup(written) as string, /newer version of StackDrill/);
  });

  it('refuses what is no backup', () => {
    assert.match(readBackup('{"format":"other"}') as string, /no backup/);
    assert.match(readBackup('{"stackdrill-backup"') as string, /no backup/);
    assert.match(readBackup('{"format":"stackdrill-backup","version":1}') as string, /damaged/);
    assert.match(readBackup('{"format":"stackdrill-backup","version":"x","entries":[]}') as string, /damaged/);
  });
});
