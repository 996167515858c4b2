import { DiskFolder } from '../../../src/editor/diskFolder';
import { ReviewLog } from '../../../src/study/reviewLog';
import { answers, settings } from '../study/logBuilders';

/** A process of its own that adds entries to a log, for the tests of several windows: folder, name of the window, how many. */
async function main(): Promise<void> {
  const [path = '', instance = '', count = '0'] = process.argv.slice(2);
  const log = new ReviewLog({ main: new DiskFolder(path), earlier: [], cache: new DiskFolder(`${path}/../cache`) }, instance, settings, {
    now: () => Date.now(),
    after: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    tell: (event) => console.error(event),
    changed: () => undefined,
    remembered: () => undefined,
    remember: () => Promise.resolve(),
    copied: () => undefined,
  });
  const entries = answers(Number(count), Date.now(), instance);
  await log.state();
  console.log('ready');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdin.destroy();
  const adding: Promise<void>[] = [];
  for (const [index, entry] of entries.entries()) {
    adding.push(log.add(entry));
    // Others have their turn, so that there are many writes, not one.
    if (index % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (index % 1000 === 999) await log.tidyUp();
  }
  await Promise.all(adding);
  await log.close();
}

void main();
