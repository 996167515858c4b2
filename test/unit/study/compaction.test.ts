import assert from 'node:assert/strict';
import { compact } from '../../../src/study/compaction';
import { crc32 } from '../../../src/study/crc32';
import { encodeEntry } from '../../../src/study/log';
import { answer, answers, idsIn, MemoryFolder, noon, openLog, World } from './logBuilders';

const day = 86_400_000;
const list = answers(90);
const newer = ((body: string) => `${body},"crc":"${crc32(body)}"}\n`)('{"v":3,"kind":"mood","id":"n","time":5');
const damaged = '{"v":2,"kind":"review","id":"\uD83D\n';

function reading(now = noon + 3 * day) {
  return { now, pause: () => new Promise<void>((resolve) => void setImmediate(resolve)) };
}

/** 45 segments of two entries, one of which stands in the next, too; a newer line in one and a damaged one in another. */
function prepared(): MemoryFolder {
  const folder = new MemoryFolder();
  for (let index = 0; index < 45; index++)
    folder.put(
      `window-${index}.0.jsonl`,
      list
        .slice(2 * index, 2 * index + 3)
        .map(encodeEntry)
        .join(''),
    );
  folder.put('window-3.0.jsonl', folder.text('window-3.0.jsonl') + newer);
  folder.put('window-5.0.jsonl', damaged + folder.text('window-5.0.jsonl'));
  folder.put('fresh.0.jsonl', encodeEntry(answer('fresh', noon + 3 * day)), noon + 3 * day);
  return folder;
}

const all = [...list.map(({ id }) => id), 'fresh'];

/** What must be true of a folder whatever has happened to it. */
async function assertWhole(folder: MemoryFolder, when: string): Promise<void> {
  assert.deepEqual(await idsIn(folder), all, when);
  const texts = [...folder.files].filter(([name]) => name.endsWith('.jsonl') || name.endsWith('.set-aside')).map(([name]) => folder.text(name));
  assert.ok(
    texts.some((text) => text.includes(newer)),
    `${when}: the line of the newer version is kept`,
  );
  assert.ok(
    [...folder.files.values()].some(({ bytes }) => Buffer.from(bytes).includes(Buffer.from(damaged))),
    `${when}: the damaged line is kept`,
  );
}

describe('compaction', () => {
  it('makes one segment of many, with all entries once, and keeps what could not be read', async () => {
    const folder = prepared();
    assert.ok(await compact(folder, 'me', reading()));
    await assertWhole(folder, 'afterwards');
    const names = [...folder.files.keys()].sort();
    assert.equal(names.length, 3, names.join());
    const union = names.find((name) => name.endsWith('all.jsonl'))!;
    assert.equal(folder.text(union).split('\n').length - 1, list.length + 1);
    assert.equal(folder.text(`${union}.set-aside`), Buffer.from(damaged).toString());
    assert.equal(await compact(folder, 'me', reading(noon + 9 * day)), false);
  });

  it('loses nothing when the program is stopped after any step, nor when it is done again then', async () => {
    for (let steps = 0; ; steps++) {
      const folder = prepared();
      folder.stepsLeft = steps;
      const done = await compact(folder, 'me', reading()).then(
        () => true,
        () => false,
      );
      folder.stepsLeft = Infinity;
      await assertWhole(folder, `stopped after ${steps} steps`);
      await compact(folder, 'again', reading(noon + 6 * day));
      await assertWhole(folder, `done again after ${steps} steps`);
      if (done) {
        assert.ok(steps > 90, 'all steps were tried');
        return;
      }
    }
  });

  it('loses nothing when a window writes to an old segment at any step', async () => {
    for (let step = 0; step < 150; step++) {
      const folder = prepared();
      let count = 0;
      folder.beforeStep = () => {
        if (count++ === step) folder.put('window-7.0.jsonl', folder.text('window-7.0.jsonl') + encodeEntry(answer('late', noon + 4 * day)), noon + 4 * day);
      };
      await compact(folder, 'me', reading());
      folder.beforeStep = undefined;
      if (count <= step) break;
      assert.deepEqual(await idsIn(folder), [...all, 'late'], `written at step ${step}`);
    }
  });

  it('loses nothing when a window that had a segment open still writes to it, until it is read back', async () => {
    for (let step = 0; step < 150; step++) {
      const folder = prepared();
      let count = 0;
      let isDeleting = false;
      folder.beforeStep = (kind) => {
        isDeleting ||= kind === 'remove';
        const name = [...folder.files.keys()].find((one) => one === 'window-7.0.jsonl' || one.endsWith('-aside-7.jsonl'));
        if (count++ === step && name && !isDeleting) folder.put(name, folder.text(name) + encodeEntry(answer('late', noon + 4 * day)), noon);
      };
      await compact(folder, 'me', reading());
      folder.beforeStep = undefined;
      if (count <= step) break;
      const ids = await idsIn(folder);
      const wasWritten = ids.includes('late');
      assert.deepEqual(ids, wasWritten ? [...all, 'late'] : all);
      if (step < 90) assert.ok(wasWritten, `written at step ${step}`);
    }
  });

  it('loses nothing when two windows do it at once, at whatever step the other begins', async () => {
    for (let step = 0; step < 150; step += 3) {
      const folder = prepared();
      let count = 0;
      let other: Promise<boolean> | undefined;
      folder.beforeStep = () => {
        if (count++ === step) other = compact(folder, 'other', reading());
      };
      await compact(folder, 'me', reading());
      await other;
      folder.beforeStep = undefined;
      await assertWhole(folder, `the other began at step ${step}`);
    }
  });

  it('keeps the old segments when the new one cannot be read back', async () => {
    const folder = prepared();
    folder.replace = (name, bytes) => {
      folder.put(name, bytes.slice(0, -100));
      return Promise.resolve();
    };
    await assert.rejects(compact(folder, 'me', reading()), /could not be read back/);
    assert.deepEqual(await idsIn(folder), all);
  });

  it('is done by the log when it is idle; another window that has read the old ones goes on', async () => {
    const folder = prepared();
    const world = new World();
    world.time = noon + 3 * day;
    const [log, other] = [openLog({ main: folder }, world), openLog({ main: folder }, world)];
    const before = JSON.stringify((await log.state()).kept());
    await other.state();
    await log.tidyUp();
    assert.ok(folder.files.size <= 3);
    assert.equal(JSON.stringify((await log.state()).kept()), before);
    await other.refresh();
    assert.equal(JSON.stringify((await other.state()).kept()), before);
    assert.ok(log.broken().some(({ file }) => file.endsWith('.set-aside')));
  });
});
