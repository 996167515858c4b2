import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  compactable,
  decodeMachines,
  decodeSnapshot,
  encodeSnapshot,
  grownSince,
  isOwn,
  isSegment,
  machinesAhead,
  segmentName,
  type ReadFile,
  type Snapshot,
} from '../../../src/study/segments';
import { StudyState } from '../../../src/study/state';
import { day, properties } from './builders';
import { answers, noon, settings } from './logBuilders';

const file = (name: string, size = 100, modified = noon): ReadFile => ({ folder: 'folder', name, size, modified, end: '' });

describe('segments', () => {
  it('are all files that end in .jsonl, copies of a synced folder among them', () => {
    for (const name of [segmentName('window', 0), 'x (conflicted copy 2026-01-01).jsonl', 'x.sync-conflict-1.jsonl']) assert.ok(isSegment(name), name);
    for (const name of ['x.jsonl.tmp', 'desktop.ini', '.git', '._x.jsonl', '.syncthing.x.jsonl.tmp', 'x.jsonl.set-aside']) assert.ok(!isSegment(name), name);
  });

  it('belong to the window whose name they begin with', () => {
    assert.ok(isOwn(segmentName('a-1', 3), 'a-1'));
    assert.ok(!isOwn(segmentName('a-12', 3), 'a-1'));
  });
});

describe('grownSince', () => {
  const read = [file('a'), file('b')];

  it('finds nothing to read where nothing has changed, whatever the order', () => {
    assert.deepEqual(grownSince(read, [file('b'), file('a')]), []);
  });

  it('finds what has grown', () => {
    assert.deepEqual(grownSince(read, [file('a'), file('b', 120, noon + 1)]), [read[1]]);
  });

  for (const [what, now] of Object.entries({
    'is new': [...read, file('c')],
    'is gone': [file('a')],
    'was renamed': [file('a'), file('c')],
    'has shrunk': [file('a'), file('b', 99)],
    'was written anew at the same size': [file('a'), file('b', 100, noon + 1)],
    'lies in another folder': [file('a'), { ...file('b'), folder: 'another' }],
  })) {
    it(`has everything read again where a file ${what}`, () => {
      assert.equal(grownSince(read, now), undefined);
    });
  }
});

describe('a snapshot', () => {
  const snapshot: Snapshot = { stamp: 'stamp', files: [file('a')], broken: [], state: StudyState.of(answers(50), settings.schedule).kept() };
  const text = encodeSnapshot(snapshot);

  it('is read back', () => {
    assert.deepEqual(decodeSnapshot(text, 'stamp'), JSON.parse(JSON.stringify(snapshot)));
  });

  it('is of no use under another stamp', () => {
    assert.equal(decodeSnapshot(text, 'other'), undefined);
  });

  it('is of no use when any part of it is damaged, cut off or something else', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 }), (at, bits) => {
        const damaged = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bits) + text.slice(at + 1);
        assert.equal(decodeSnapshot(damaged, 'stamp'), undefined);
        assert.equal(decodeSnapshot(text.slice(0, at), 'stamp'), undefined);
      }),
      properties,
    );
    fc.assert(
      fc.property(fc.string(), (any) => assert.equal(decodeSnapshot(any, 'stamp'), undefined)),
      properties,
    );
  });
});

describe('compactable', () => {
  const many = (count: number, modified = noon) => Array.from({ length: count }, (_, index) => file(`window-${index}.0.jsonl`, 100, modified));

  it('leaves up to 40 segments alone, and takes all of more', () => {
    assert.deepEqual(compactable(many(40), 'me', noon + 2 * day), []);
    assert.equal(compactable(many(41), 'me', noon + 2 * day).length, 41);
  });

  it("takes neither what was touched within a day, nor this window's own, nor other files, nor big ones", () => {
    assert.deepEqual(compactable(many(41), 'me', noon + day), []);
    const others = [file('me.0.jsonl'), file('notes.txt'), file('big.jsonl', 4_000_000), file('fresh.jsonl', 100, noon + 2 * day)];
    const taken = compactable([...many(41), ...others], 'me', noon + 2 * day);
    assert.equal(taken.length, 41);
  });
});

describe('machinesAhead', () => {
  const machines = { here: { entries: 5, latest: 900 }, there: { entries: 7, latest: 500 } };

  it('tells the latest time of another machine where it is later than all that is here', () => {
    assert.equal(machinesAhead(machines, 'here', 400), 500);
    assert.equal(machinesAhead(machines, 'here', 500), undefined);
    assert.equal(machinesAhead({}, 'here', 0), undefined);
  });

  it('never takes the machine itself for another', () => {
    assert.equal(machinesAhead(machines, 'here', 600), undefined);
  });

  it('passes over what it does not know', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const { latest } of Object.values(decodeMachines(value))) assert.ok(Number.isFinite(latest));
      }),
      properties,
    );
    assert.deepEqual(decodeMachines({ ...machines, odd: { latest: 'x' }, empty: null }), machines);
  });
});
