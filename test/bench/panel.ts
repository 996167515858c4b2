import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { Knowledge } from '../../src/knowledge/knowledge';
import type { KnowledgePack } from '../../src/knowledge/pack';
import { Deck } from '../../src/study/deck';
import { encodeEntry } from '../../src/study/log';
import { seededRandom } from '../../src/study/random';
import type { Grade } from '../../src/study/review';
import { Workbench } from '../browser/workbench';
import { atMost, percentile, type Result } from './measure';

const root = join(__dirname, '../..');
const reviews = 100_000;
const questions = 30;
const day = 86_400_000;

/** A year of answers to the cards of the real deck, as one segment of the log. */
function logOf(cards: readonly string[], end: number): string {
  const random = seededRandom(7);
  return Array.from({ length: reviews }, (_, index) => {
    const grade = (1 + Math.floor(random() * 4)) as Grade;
    const card = cards[Math.floor(random() * cards.length)] ?? '';
    const time = Math.round(end - ((reviews - index) / reviews) * 365 * day);
    return encodeEntry({ kind: 'review', id: `bench-${index}`, card, time, grade, correct: grade > 1, sureness: 'think-so', duration: 9000 });
  }).join('');
}

/** How fast the panel of a real VS Code goes from an answer to its result and to the next card, with 100,000 reviews in the log. */
export async function benchPanel(): Promise<Result[]> {
  const { content } = JSON.parse(readFileSync(join(root, 'dist/knowledge.json'), 'utf8')) as KnowledgePack;
  const cards = new Deck(new Knowledge(content)).infos.map(({ card }) => card);
  const dataFolder = mkdtempSync(join(tmpdir(), 'stackdrill-bench-'));
  const storage = join(dataFolder, 'user/User/globalStorage/stackdrill.stackdrill/reviews');
  mkdirSync(storage, { recursive: true });
  writeFileSync(join(storage, 'bench.jsonl'), logOf(cards, Date.now() - day));
  const workbench = await Workbench.open({ dataFolder });
  try {
    await workbench.command("StackDrill: Study Today's Cards");
    const frame = await workbench.panel();
    await frame.locator('article.quiz').waitFor();
    const answers: number[] = [];
    const nexts: number[] = [];
    for (let question = 0; question < questions; question++) {
      const { answered, next } = await answerInPage(frame);
      answers.push(answered);
      nexts.push(next);
    }
    return [
      atMost('panel', 'from an answer to its result, median', percentile(answers, 0.5), 'ms', 50),
      atMost('panel', 'from there to the next card, median', percentile(nexts, 0.5), 'ms', 50),
      atMost('panel', 'from an answer to its result, p95', percentile(answers, 0.95), 'ms', null),
      atMost('panel', 'from there to the next card, p95', percentile(nexts, 0.95), 'ms', null),
    ];
  } finally {
    await workbench.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** Answers the card that is shown and goes on, timed inside the page from the key to the first frame that shows what comes of it. */
function answerInPage(frame: Frame): Promise<{ answered: number; next: number }> {
  return frame.evaluate<{ answered: number; next: number }>(`(async () => {
    const key = (value) => document.dispatchEvent(new KeyboardEvent('keydown', { key: value, bubbles: true }));
    const seen = (wanted) => new Promise((resolve) => {
      const look = () => wanted() ? resolve(performance.now()) : requestAnimationFrame(look);
      look();
    });
    const choose = Number(/Choose (\\d)/.exec(document.querySelector('.choose')?.textContent ?? '')?.[1] ?? 1);
    if (document.getElementById('reveal')) { key(' '); await seen(() => document.querySelector('.grades')); }
    else if (document.getElementById('number')) { const field = document.getElementById('number'); field.value = '1'; field.dispatchEvent(new Event('input')); }
    else if (document.querySelector('.pair')) document.querySelectorAll('.pair select').forEach((list, at) => { list.selectedIndex = at + 1; list.dispatchEvent(new Event('change')); });
    else if (!document.querySelector('.step')) for (let option = 1; option <= choose; option++) key(String(option));
    await new Promise(requestAnimationFrame);
    const session = () => document.querySelector('.session')?.textContent;
    const before = session();
    const start = performance.now();
    key(document.querySelector('.grades') ? '3' : 'Enter');
    const answered = await seen(() => document.querySelector('section.result')) - start;
    const middle = performance.now();
    key('ArrowRight');
    const next = await seen(() => session() !== before && !document.querySelector('section.result')) - middle;
    return { answered, next };
  })()`);
}
