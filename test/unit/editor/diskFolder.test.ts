import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { absolutePath, DiskFolder } from '../../../src/editor/diskFolder';
import { encodeEntry, type Entry } from '../../../src/study/log';
import { seededRandom } from '../../../src/study/random';
import { answers, idsIn, noon, openLog, World } from '../study/logBuilders';

const day = 86_400_000;

function idsOf(entries: readonly Entry[]): string[] {
  return entries.map(({ id }) => id);
}

describe('a log on a disk', () => {
  let root: string;
  let path: string;
  let main: DiskFolder;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'stackdrill-log-'));
    path = join(root, 'reviews');
    main = new DiskFolder(path);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is made with its folder, read back, and has no other files beside its segments', async () => {
    const list = answers(300);
    const log = openLog({ main, cache: new DiskFolder(root) }, new World(), 'me');
    assert.equal((await log.state()).entries, 0);
    for (const entry of list.slice(0, 50)) await log.add(entry);
    await log.add(...list.slice(50));
    await log.state();
    await log.close();
    assert.deepEqual(await idsIn(main), idsOf(list));
    assert.deepEqual(readdirSync(path), ['me.0.jsonl']);
    assert.deepEqual(readdirSync(root).sort(), ['reviews', 'snapshot.json']);
    const next = openLog({ main, cache: new DiskFolder(root) }, new World());
    assert.equal(JSON.stringify((await next.state()).kept()), JSON.stringify((await log.state()).kept()));
  });

  it('loses the last line at most when the file is cut off at any byte', async () => {
    const list = answers(30);
    const lines = list.map(encodeEntry);
    const random = seededRandom(7);
    mkdirSync(path);
    const file = join(path, 'a.0.jsonl');
    for (let round = 0; round < 100; round++) {
      writeFileSync(file, lines.join(''));
      const length = Math.floor(random() * lines.join('').length);
      truncateSync(file, length);
      const whole = lines.join('').slice(0, length).split('\n').length - 1;
      const ids = await idsIn(main);
      assert.deepEqual(ids.slice(0, whole), idsOf(list.slice(0, whole)), `cut at ${length}`);
      // The next window begins a segment of its own: what it writes never hangs on half a line.
      const log = openLog({ main }, new World(), `after-${round}`);
      await log.add(list[29]!);
      assert.ok((await idsIn(main)).includes('entry-29'));
      rmSync(join(path, `after-${round}.0.jsonl`));
    }
  });

  it('is as before where an append fails, and where writing a whole file fails', async () => {
    await main.create();
    mkdirSync(join(path, 'taken.jsonl'));
    await assert.rejects(main.append('taken.jsonl', Buffer.from('x')));
    await assert.rejects(main.replace('taken.jsonl', Buffer.from('x')));
    assert.deepEqual(readdirSync(path), ['taken.jsonl'], 'nothing is left beside it');
    assert.deepEqual(await main.list(), []);
  });

  it('tells what is not there from what cannot be used', async () => {
    assert.equal(await main.list(), undefined);
    assert.equal(await main.read('a'), undefined);
    assert.equal(await main.rename('a', 'b'), false);
    await main.remove('a');
    writeFileSync(path, 'a file');
    await assert.rejects(Promise.resolve(main.list()), { code: 'ENOTDIR' });
    await assert.rejects(main.create(), { code: 'EEXIST' });
  });

  it('keeps the answers in the fallback while a file stands in the place of the folder', async () => {
    writeFileSync(path, 'a file');
    const fallback = new DiskFolder(join(root, 'own'));
    const world = new World();
    const list = answers(4);
    const log = openLog({ main, fallback }, world);
    await log.state();
    await log.add(list[0]!);
    await log.add(list[1]!);
    assert.deepEqual(world.kinds(), ['cannot-read', 'cannot-write']);
    assert.deepEqual(await idsIn(fallback), ['entry-0', 'entry-1']);
    rmSync(path);
    await log.add(list[2]!);
    await log.refresh();
    await log.tidyUp();
    await log.add(list[3]!);
    assert.deepEqual(await idsIn(main), idsOf(list));
    assert.equal((await log.state()).entries, 4);
  });

  it('keeps the answers in the fallback while the folder is read-only', async function () {
    mkdirSync(path);
    chmodSync(path, 0o500);
    // Who is root may write everywhere.
    if (process.getuid?.() === 0) {
      const device = new DiskFolder('/proc/sys/kernel/stackdrill');
      await assert.rejects(device.create());
      const fallback = new DiskFolder(join(root, 'own'));
      const world = new World();
      const log = openLog({ main: device, fallback }, world);
      await log.add(answers(1)[0]!);
      assert.deepEqual(world.kinds(), ['cannot-write']);
      assert.deepEqual(await idsIn(fallback), ['entry-0']);
      return;
    }
    const log = openLog({ main, fallback: new DiskFolder(join(root, 'own')) }, new World());
    await log.add(answers(1)[0]!);
    assert.deepEqual(await idsIn(new DiskFolder(join(root, 'own'))), ['entry-0']);
    chmodSync(path, 0o700);
    await log.close();
    assert.deepEqual(await idsIn(main), ['entry-0']);
  });

  it('reads the end of a file only, where that is all that is new', async () => {
    await main.create();
    await main.append('a', Buffer.from('0123456789'));
    assert.equal(Buffer.from((await main.read('a', 6))!).toString(), '6789');
    assert.equal((await main.read('a', 20))?.length, 0);
  });

  it('takes the same time for an entry when the log is a hundred times as long', async function () {
    this.timeout(60_000);
    const cost = async (count: number): Promise<number> => {
      const folder = new DiskFolder(join(root, `of-${count}`));
      const log = openLog({ main: folder }, new World(), 'me');
      await log.add(...answers(count));
      const times: number[] = [];
      for (const entry of answers(60, noon + 365 * day, 'me-more')) {
        const begun = performance.now();
        await log.add(entry);
        times.push(performance.now() - begun);
      }
      return times.sort((one, other) => one - other)[30]!;
    };
    const [short, long] = [await cost(1000), await cost(100_000)];
    assert.ok(long < 4 * short + 1, `${short.toFixed(2)} ms in a log of 1,000, ${long.toFixed(2)} ms in one of 100,000`);
  });

  it('has everything once when two processes add 10,000 entries each at the same time, and both tidy up', async function () {
    this.timeout(120_000);
    mkdirSync(path);
    const old = answers(45, noon - 400 * day, 'old');
    for (const [index, entry] of old.entries()) {
      const file = join(path, `old-${index}.0.jsonl`);
      writeFileSync(file, encodeEntry(entry));
      utimesSync(file, new Date(noon - 300 * day), new Date(noon - 300 * day));
    }
    const windows = ['left', 'right'].map((name) => {
      const child = spawn(process.execPath, ['--require', 'tsx/cjs', join(__dirname, 'appendMany.ts'), path, name, '10000'], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const ready = new Promise((resolve) => child.stdout.once('data', resolve));
      const ended = new Promise((resolve) => child.once('exit', resolve));
      return { child, ready, ended };
    });
    await Promise.all(windows.map(({ ready }) => ready));
    for (const { child } of windows) child.stdin.write('go\n');
    assert.deepEqual(await Promise.all(windows.map(({ ended }) => ended)), [0, 0]);
    const ids = await idsIn(main);
    assert.equal(ids.length, 20_045);
    assert.equal(new Set(ids).size, 20_045);
    for (const { id } of old) assert.ok(ids.includes(id));
    assert.ok(readdirSync(path).length < 10, 'the old segments were made one');
    for (const name of ['left', 'right']) {
      const lines = readFileSync(join(path, `${name}.0.jsonl`), 'utf8')
        .trimEnd()
        .split('\n');
      assert.equal(lines.length, 10_000);
    }
    assert.ok(existsSync(join(root, 'cache', 'snapshot.json')));
  });
});

describe('absolutePath', () => {
  it('takes whole paths and paths from the home folder, and no others', () => {
    assert.equal(absolutePath('~'), homedir());
    assert.equal(absolutePath('~/Dropbox/answers'), join(homedir(), 'Dropbox', 'answers'));
    assert.equal(absolutePath(`${sep}tmp${sep}..${sep}answers`), `${sep}answers`);
    for (const text of ['answers', './answers', '../answers', '~someone/answers', '']) assert.equal(absolutePath(text), undefined);
  });
});
