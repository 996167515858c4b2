import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeEntry, mergeEntries, type Entry } from '../../../src/study/log';
import { StudyState, type KeptState } from '../../../src/study/state';
import { properties } from './builders';
import { answer, answers, anyEntry, idsIn, MemoryFolder, noon, openLog, settings, World } from './logBuilders';

const day = 86_400_000;
const diskFull = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
const readOnly = Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });

function idsOf(entries: readonly Entry[]): string[] {
  return entries.map(({ id }) => id);
}

/** As a cache has it: fields that are undefined are not there. */
function plain(kept: KeptState): unknown {
  return JSON.parse(JSON.stringify(kept));
}

function expected(entries: readonly Entry[]): unknown {
  return plain(StudyState.of(mergeEntries([entries]), settings.schedule).kept());
}

describe('ReviewLog', () => {
  describe('adding', () => {
    it('has written an entry when it resolves, as a line at the end of the segment of the window', async () => {
      const main = new MemoryFolder();
      const log = openLog({ main }, new World(), 'me');
      const [one, two] = answers(2);
      await log.add(one!);
      assert.equal(main.text('me.0.jsonl'), encodeEntry(one!));
      await log.add(two!);
      assert.equal(main.text('me.0.jsonl'), encodeEntry(one!) + encodeEntry(two!));
    });

    it('writes a burst in one go, in order', async () => {
      const main = new MemoryFolder();
      let appends = 0;
      main.beforeStep = (step) => void (appends += Number(step === 'append'));
      const log = openLog({ main }, new World(), 'me');
      const list = answers(500);
      await Promise.all(list.map((entry) => log.add(entry)));
      assert.equal(main.text('me.0.jsonl'), list.map(encodeEntry).join(''));
      assert.ok(appends <= 2, `${appends} appends`);
    });

    it('begins a new segment where appending means writing it all again', async () => {
      const main = new MemoryFolder('virtual', 100);
      const log = openLog({ main }, new World(), 'me');
      const list = answers(250);
      await log.add(...list.slice(0, 30));
      await log.add(...list.slice(30));
      assert.deepEqual(
        [0, 1, 2].map((number) => main.text(`me.${number}.jsonl`).split('\n').length - 1),
        [100, 100, 50],
      );
      assert.deepEqual(await idsIn(main), idsOf(list));
    });

    it('counts at once, whether the log has been read or is being read', async () => {
      const main = new MemoryFolder();
      const list = answers(30);
      main.put('other.0.jsonl', list.slice(0, 10).map(encodeEntry).join(''));
      const log = openLog({ main }, new World());
      await log.add(list[10]!);
      const reading = log.state();
      const adding = log.add(...list.slice(11, 20).map((entry) => entry));
      await reading;
      await adding;
      for (const entry of list.slice(20)) await log.add(entry);
      assert.deepEqual(plain((await log.state()).kept()), expected(list));
      assert.deepEqual(idsOf(await log.entries()), idsOf(list));
    });

    it('counts an entry once, however often it is added or imported', async () => {
      const main = new MemoryFolder();
      const list = answers(10);
      main.put('other.0.jsonl', list.map(encodeEntry).join(''));
      const log = openLog({ main }, new World(), 'me');
      await log.state();
      await log.add(...list, ...list);
      await log.add(...list);
      assert.deepEqual(plain((await log.state()).kept()), expected(list));
      assert.equal(main.text('me.0.jsonl').split('\n').length - 1, list.length);
      const later = openLog({ main }, new World());
      await later.state();
      await later.add(list[9]!);
      assert.deepEqual(plain((await later.state()).kept()), expected(list));
    });

    it('takes in an undo, and entries that are older than the last one', async () => {
      const main = new MemoryFolder();
      const list = answers(10);
      const log = openLog({ main }, new World());
      await log.state();
      const late: Entry[] = [{ kind: 'undo', id: 'undo', time: noon + day, review: 'entry-4' }, answer('before', noon - day)];
      for (const entry of [...list, ...late]) await log.add(entry);
      assert.deepEqual(plain((await log.state()).kept()), expected([...list, ...late]));
    });
  });

  describe('other windows', () => {
    it('are read along, and what they add is taken in with the next look', async () => {
      const main = new MemoryFolder();
      const list = answers(40);
      const [one, other] = [openLog({ main }, new World()), openLog({ main }, new World())];
      await one.add(...list.slice(0, 10));
      assert.equal((await other.state()).entries, 10);
      for (const [index, entry] of list.slice(10).entries()) await (index % 2 ? one : other).add(entry);
      await one.refresh();
      await other.refresh();
      for (const log of [one, other]) assert.deepEqual(plain((await log.state()).kept()), expected(list));
    });

    it('have only what they added read, where that comes after what is known', async () => {
      const main = new MemoryFolder();
      const [one, other] = [openLog({ main }, new World()), openLog({ main }, new World(), 'other')];
      const list = answers(20);
      await other.add(...list.slice(0, 10));
      const state = await one.state();
      await other.add(...list.slice(10));
      await Promise.all([one.refresh(), one.refresh(), one.refresh()]);
      assert.equal(await one.state(), state, 'the state has been added to');
      assert.deepEqual(plain(state.kept()), expected(list));
    });

    it('may rename and write segments while they are read', async () => {
      const main = new MemoryFolder();
      const list = answers(6);
      for (let index = 0; index < 3; index++)
        main.put(
          `${index}.jsonl`,
          list
            .slice(2 * index, 2 * index + 2)
            .map(encodeEntry)
            .join(''),
        );
      let renamed = false;
      main.beforeStep = (step) => {
        if (step !== 'read' || renamed) return;
        renamed = true;
        main.put('renamed.jsonl', main.text('2.jsonl'));
        main.files.delete('2.jsonl');
      };
      assert.deepEqual(idsOf(await openLog({ main }, new World()).entries()), idsOf(list));
    });

    it('are not told of where nothing has changed', async () => {
      const main = new MemoryFolder();
      const world = new World();
      const log = openLog({ main }, world);
      await log.add(...answers(3));
      await log.state();
      const { changes } = world;
      await log.refresh();
      assert.equal(world.changes, changes);
    });

    it('leave the union, whoever adds what in whatever order', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.array(anyEntry, { maxLength: 4 }), fc.boolean()), { maxLength: 12 }), async (turns) => {
          const main = new MemoryFolder('memory', 3);
          const logs = [0, 1, 2].map(() => openLog({ main }, new World()));
          for (const [who, entries, looks] of turns) {
            if (looks) await logs[who]!.refresh();
            await logs[who]!.add(...entries);
            if (looks) await logs[who]!.state();
          }
          const all = mergeEntries([turns.flatMap(([, entries]) => entries)]).map(({ id }) => id);
          for (const log of logs) {
            await log.refresh();
            assert.deepEqual(idsOf(await log.entries()).sort(), [...all].sort());
          }
        }),
        { ...properties, numRuns: 60 },
      );
    });

    it('may leave foreign files: conflicting copies count, the rest does no harm', async () => {
      const main = new MemoryFolder();
      const list = answers(9);
      main.put('a.0.jsonl', list.slice(0, 5).map(encodeEntry).join(''));
      main.put('a.0 (conflicted copy).jsonl', list.slice(3, 9).map(encodeEntry).join(''));
      main.put('a.0.jsonl.tmp', 'half');
      main.put('desktop.ini', 'x');
      main.put('._a.0.jsonl', Buffer.of(0, 5, 22, 7));
      const world = new World();
      const log = openLog({ main }, world);
      assert.deepEqual(plain((await log.state()).kept()), expected(list));
      assert.deepEqual(world.events, []);
    });
  });

  describe('the snapshot', () => {
    async function prepared(): Promise<{ main: MemoryFolder; cache: MemoryFolder; list: Entry[]; reads: string[] }> {
      const main = new MemoryFolder();
      const cache = new MemoryFolder('cache');
      const list = answers(60);
      const log = openLog({ main, cache }, new World(), 'first');
      await log.add(...list.slice(0, 50));
      await log.state();
      await log.close();
      assert.ok(cache.files.has('snapshot.json'));
      assert.deepEqual(
        [...main.files.keys()].filter((name) => !name.endsWith('.jsonl')),
        [],
      );
      const reads: string[] = [];
      main.beforeStep = (step, name) => {
        if (step === 'read') reads.push(name);
      };
      return { main, cache, list, reads };
    }

    it('stands for the log that it was made of', async () => {
      const { main, cache, list, reads } = await prepared();
      const log = openLog({ main, cache }, new World());
      assert.deepEqual(plain((await log.state()).kept()), expected(list.slice(0, 50)));
      assert.deepEqual(reads, []);
      await log.add(...list.slice(50));
      assert.deepEqual(plain((await log.state()).kept()), expected(list));
    });

    it('is gone on from where segments have grown', async () => {
      const { main, cache, list } = await prepared();
      main.put('first.0.jsonl', main.text('first.0.jsonl') + list.slice(50).map(encodeEntry).join(''), noon + 1);
      const log = openLog({ main, cache }, new World());
      assert.deepEqual(plain((await log.state()).kept()), expected(list));
    });

    it('is of no use when a segment is new, gone, shorter or another one, or the settings are others', async () => {
      const { main, cache, list } = await prepared();
      const before = main.text('first.0.jsonl');
      const lines = before.split(/(?<=\n)/);
      const other = (text: string, size: number): string => text.slice(0, size).padEnd(size, '\n');
      for (const [name, text, ids] of [
        ['new.0.jsonl', encodeEntry(list[55]!), 51],
        ['first.0.jsonl', lines.slice(0, 20).join(''), 20],
        ['first.0.jsonl', other(lines.slice(1).join(''), before.length), 49],
        ['first.0.jsonl', other(lines.slice(2).join(''), before.length + 50), 48],
      ] as const) {
        main.put('first.0.jsonl', before, noon);
        main.put(name, text, noon + 5);
        assert.equal((await openLog({ main, cache }, new World()).state()).entries, ids);
        main.files.delete('new.0.jsonl');
      }
      main.files.delete('first.0.jsonl');
      assert.equal((await openLog({ main, cache }, new World()).state()).entries, 0);
      main.put('first.0.jsonl', before, noon);
      const log = openLog({ main, cache }, new World(), 'later', { schedule: { ...settings.schedule, learningSteps: [] }, stamp: 'others' });
      assert.equal((await log.state()).schedule.state('question:1')?.phase, 'review');
    });

    it('does no harm when it is damaged', async () => {
      const { main, cache, list } = await prepared();
      const text = cache.text('snapshot.json');
      for (const damaged of ['', 'x', text.slice(0, 100), text.replace('stability', 'stabilitx')]) {
        cache.put('snapshot.json', damaged);
        assert.deepEqual(plain((await openLog({ main, cache }, new World()).state()).kept()), expected(list.slice(0, 50)));
      }
    });

    it('is kept when the log is idle, and after 200 entries', async () => {
      const cache = new MemoryFolder('cache');
      const world = new World();
      const log = openLog({ main: new MemoryFolder(), cache }, world, 'me');
      await log.state();
      await log.add(...answers(1, noon, 'me'));
      assert.ok(!cache.files.has('snapshot.json'));
      world.pass(60_000);
      await log.tidyUp();
      const first = cache.text('snapshot.json');
      assert.ok(first.includes('"entries":1'));
      for (const entry of answers(210, noon + day, 'me-more')) await log.add(entry);
      await log.saveSnapshot();
      assert.notEqual(cache.text('snapshot.json'), first);
    });

    it('is not kept of what is on no disk', async () => {
      const main = new MemoryFolder();
      const cache = new MemoryFolder('cache');
      const log = openLog({ main, cache }, new World());
      await log.state();
      main.failure = diskFull;
      await log.add(answers(1)[0]!);
      await log.state();
      await log.close();
      assert.ok(!cache.files.has('snapshot.json'));
    });

    it('gives the same state as the log, wherever in a history it was made', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 20 }), fc.nat(20), async (list, half) => {
          const main = new MemoryFolder();
          const cache = new MemoryFolder('cache');
          const first = openLog({ main, cache }, new World());
          await first.add(...list.slice(0, half));
          await first.state();
          await first.saveSnapshot();
          for (const entry of list.slice(half)) await first.add(entry);
          const fromSnapshot = await openLog({ main, cache }, new World()).state();
          const fromLog = await openLog({ main }, new World()).state();
          assert.deepEqual(JSON.parse(JSON.stringify(fromSnapshot.kept())), JSON.parse(JSON.stringify(fromLog.kept())));
        }),
        { ...properties, numRuns: 60 },
      );
    });
  });

  describe('settings', () => {
    it('of today apply to the state as it is; those that the state was folded by fold it anew', async () => {
      const log = openLog({ main: new MemoryFolder() }, new World());
      await log.add(...answers(30));
      const before = (await log.state()).schedule.state('question:1')?.due ?? 0;
      log.useSettings({ ...settings, schedule: { ...settings.schedule, retention: 0.7, learningSteps: [30], relearningSteps: [30] } });
      assert.notEqual((await log.state()).schedule.state('question:1')?.due, before);
      log.useSettings({ schedule: { ...settings.schedule, learningSteps: [], relearningSteps: [] }, stamp: 'without steps' });
      assert.equal((await log.state()).schedule.state('question:1')?.phase, 'review');
    });
  });

  describe('when it cannot be written', () => {
    for (const failure of [diskFull, readOnly]) {
      it(`counts, is told once, and is written with the next entry (${failure.message})`, async () => {
        const main = new MemoryFolder();
        const world = new World();
        const log = openLog({ main }, world);
        await log.state();
        main.failure = failure;
        const list = answers(4);
        for (const entry of list.slice(0, 3)) await log.add(entry);
        assert.equal((await log.state()).entries, 3);
        assert.deepEqual(world.events, [{ kind: 'cannot-write', folder: 'memory', error: failure }]);
        main.failure = undefined;
        await log.add(list[3]!);
        assert.deepEqual(world.kinds(), ['cannot-write', 'works-again']);
        assert.deepEqual(await idsIn(main), idsOf(list));
        assert.deepEqual(log.pending(), []);
      });
    }

    it('is tried again after a while, and at the end', async () => {
      const main = new MemoryFolder();
      const world = new World();
      const log = openLog({ main }, world);
      main.failure = diskFull;
      const list = answers(2);
      await log.add(list[0]!);
      // Once the log is idle it is tidied up, which tries it, too; what comes later is the retry.
      world.pass(60_000);
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      main.failure = undefined;
      world.pass(60_000);
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual(await idsIn(main), ['entry-0']);
      main.failure = diskFull;
      await log.add(list[1]!);
      main.failure = undefined;
      await log.close();
      assert.deepEqual(await idsIn(main), idsOf(list));
    });

    it('goes to the fallback, is read from there by the next window, and is moved when it works again', async () => {
      const main = new MemoryFolder('synced');
      const fallback = new MemoryFolder('own');
      const world = new World();
      const list = answers(6);
      const log = openLog({ main, fallback }, world);
      await log.add(list[0]!);
      main.failure = readOnly;
      for (const entry of list.slice(1, 4)) await log.add(entry);
      assert.deepEqual(world.events, [{ kind: 'cannot-write', folder: 'synced', error: readOnly, keptIn: 'own' }]);
      assert.deepEqual(await idsIn(fallback), idsOf(list.slice(1, 4)));
      // The window ends here; another one begins while the folder still fails.
      const next = openLog({ main, fallback }, world);
      assert.deepEqual(idsOf(await next.entries()), idsOf(list.slice(0, 4)));
      await next.add(list[4]!);
      main.failure = undefined;
      await next.add(list[5]!);
      await next.tidyUp();
      assert.deepEqual(await idsIn(main), idsOf(list));
      assert.deepEqual(plain((await next.state()).kept()), expected(list));
      assert.deepEqual(plain((await openLog({ main, fallback }, world).state()).kept()), expected(list));
    });

    it('counts on when the folder vanishes, does not make it anew, and goes on when it is there again', async () => {
      const main = new MemoryFolder('synced');
      const fallback = new MemoryFolder('own');
      const world = new World();
      const list = answers(12);
      main.put('other.0.jsonl', list.slice(0, 10).map(encodeEntry).join(''));
      const log = openLog({ main, fallback }, world, 'entry');
      await log.state();
      await log.add(list[10]!);
      const files = new Map(main.files);
      main.exists = false;
      main.files.clear();
      await log.refresh();
      await log.add(list[11]!);
      assert.equal((await log.state()).entries, 12);
      assert.deepEqual([main.exists, world.kinds()], [false, ['cannot-read', 'cannot-write']]);
      main.exists = true;
      for (const [name, file] of files) main.files.set(name, file);
      await log.refresh();
      await log.tidyUp();
      assert.deepEqual(await idsIn(main), idsOf(list));
      assert.equal((await log.state()).entries, 12);
    });

    it('has each answer in the fallback once, and those of a second failure, too', async () => {
      const main = new MemoryFolder('synced');
      const fallback = new MemoryFolder('own');
      const log = openLog({ main, fallback }, new World(), 'me');
      const list = answers(6);
      for (const entry of list) {
        main.failure = entry === list[3] ? undefined : readOnly;
        await log.add(entry);
      }
      assert.equal(fallback.text('me.0.jsonl'), [0, 1, 2, 4, 5].map((index) => encodeEntry(list[index]!)).join(''));
    });

    it('loses nothing when the fallback fails as well', async () => {
      const [main, fallback] = [new MemoryFolder('synced'), new MemoryFolder('own')];
      const log = openLog({ main, fallback }, new World());
      main.failure = readOnly;
      fallback.failure = diskFull;
      const list = answers(3);
      await log.add(...list);
      assert.equal(log.pending().length, 3);
      main.failure = undefined;
      await log.close();
      assert.deepEqual(await idsIn(main), idsOf(list));
    });
  });

  describe('another folder', () => {
    it('gets what is only in the earlier one, once, and the earlier one is left as it is', async () => {
      const [main, earlier] = [new MemoryFolder('new'), new MemoryFolder('old')];
      const list = answers(30);
      earlier.put('a.0.jsonl', list.slice(0, 20).map(encodeEntry).join(''));
      main.put('b.0.jsonl', list.slice(10).map(encodeEntry).join(''));
      const world = new World();
      const log = openLog({ main, earlier: [earlier] }, world);
      assert.equal((await log.state()).entries, 30, 'it counts before it is copied');
      await log.tidyUp();
      assert.deepEqual(plain((await log.state()).kept()), expected(list));
      assert.deepEqual(await idsIn(main), idsOf(list));
      assert.deepEqual([...earlier.files.keys()], ['a.0.jsonl']);
      assert.equal(world.copies, 1);
      const size = [...main.files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
      await log.tidyUp();
      const next = openLog({ main, earlier: [earlier] }, world);
      const reads: string[] = [];
      earlier.beforeStep = (_, name) => void reads.push(name);
      await next.tidyUp();
      assert.deepEqual(reads, [], 'what was copied is not read again');
      assert.deepEqual(plain((await next.state()).kept()), expected(list));
      assert.equal(
        [...main.files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0),
        size,
      );
    });

    it('that cannot be written leaves everything counting', async () => {
      const [main, earlier] = [new MemoryFolder('new'), new MemoryFolder('old')];
      const list = answers(5);
      earlier.put('a.0.jsonl', list.map(encodeEntry).join(''));
      main.failure = readOnly;
      const world = new World();
      const log = openLog({ main, fallback: new MemoryFolder('own'), earlier: [earlier] }, world);
      await log.tidyUp();
      assert.equal((await log.state()).entries, 5);
      assert.equal(world.copies, 0);
    });
  });

  describe('damage', () => {
    it('is passed over and told with file and line; so is what a newer version wrote', async () => {
      const main = new MemoryFolder();
      const list = answers(3);
      main.put('a.0.jsonl', `${encodeEntry(list[0]!)}{"v":2,"kind":"review","id":"cut\n${encodeEntry(list[1]!)}`, noon - day);
      const world = new World();
      const log = openLog({ main }, world);
      assert.equal((await log.state()).entries, 2);
      const line = { folder: 'memory', file: 'a.0.jsonl', line: 2, reason: 'it is cut off or damaged', newer: false };
      assert.deepEqual(world.events, [{ kind: 'broken', lines: [line] }]);
      assert.deepEqual(log.broken(), [line]);
    });

    it('is not what another window is just writing', async () => {
      const main = new MemoryFolder();
      const [one, two] = answers(2).map(encodeEntry);
      main.put('a.0.jsonl', one! + two!.slice(0, 50));
      const world = new World();
      const log = openLog({ main }, world);
      const state = await log.state();
      assert.equal(state.entries, 1);
      main.put('a.0.jsonl', one! + two!, noon + 1);
      await log.refresh();
      assert.equal(await log.state(), state, 'only the rest of it was read');
      assert.equal(state.entries, 2);
      assert.deepEqual(world.events, []);
    });

    it('costs nothing that could be saved of it, and that counts once, when the file goes on', async () => {
      const main = new MemoryFolder();
      const list = answers(3);
      const [one, two, three] = list.map(encodeEntry);
      main.put('a.0.jsonl', one!.trimEnd() + two!.slice(0, 50));
      const log = openLog({ main }, new World());
      assert.equal((await log.state()).entries, 1);
      main.put('a.0.jsonl', one!.trimEnd() + two! + three!, noon + 1);
      await log.refresh();
      assert.deepEqual(plain((await log.state()).kept()), expected(list));
    });

    it('in what a file has grown by is told with the line of the file', async () => {
      const main = new MemoryFolder();
      const [one, two] = answers(2).map(encodeEntry);
      main.put('a.0.jsonl', one!);
      const log = openLog({ main }, new World());
      await log.state();
      main.put('a.0.jsonl', `${one!}{"v":2,"cut\n${two!}`, noon + 1);
      await log.refresh();
      assert.equal((await log.state()).entries, 2);
      assert.deepEqual(
        log.broken().map(({ line }) => line),
        [2],
      );
    });

    it('costs the line only that was being written when the program was killed, at any byte', async () => {
      const list = answers(20);
      const text = list.map(encodeEntry).join('');
      await fc.assert(
        fc.asyncProperty(fc.nat(text.length), async (length) => {
          const main = new MemoryFolder();
          main.put('a.0.jsonl', text.slice(0, length), noon - day);
          const ids = await idsIn(main);
          const whole = text.slice(0, length).split('\n').length - 1;
          assert.deepEqual(ids.slice(0, whole), idsOf(list.slice(0, whole)));
          assert.ok(ids.length <= whole + 1);
        }),
        { ...properties, numRuns: 100 },
      );
    });

    it('of the clock is told: entries of the future count', async () => {
      const main = new MemoryFolder();
      main.put('a.0.jsonl', encodeEntry(answer('early', noon + 3 * day)));
      const world = new World();
      const log = openLog({ main }, world);
      await log.state();
      assert.deepEqual(world.events, [{ kind: 'future', entries: 1, latest: noon + 3 * day }]);
      await log.add(answer('now', noon));
      assert.equal((await log.state()).entries, 2);
    });
  });
});
