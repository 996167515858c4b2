import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Knowledge } from '../../src/knowledge/knowledge';
import type { KnowledgePack } from '../../src/knowledge/pack';
import { Deck } from '../../src/study/deck';
import { encodeEntry } from '../../src/study/log';
import { seededRandom } from '../../src/study/random';
import { gradeOf } from '../../src/study/review';
import { Schedule } from '../../src/study/schedule';

const day = 86_400_000;
const days = 120;

/** Writes the log of a learner who has reviewed what was due and some new questions on most of the last days, and gets surer than right. */
export function monthsOfAnswers(dataFolder: string): void {
  const { content } = JSON.parse(readFileSync(join(__dirname, '../../dist/knowledge.json'), 'utf8')) as KnowledgePack;
  const cards = new Deck(new Knowledge(content)).infos.filter(({ kind }) => kind === 'question').map(({ card }) => card);
  const random = seededRandom(5);
  const schedule = new Schedule();
  const lines: string[] = [];
  let fresh = 0;
  for (let ago = days; ago >= 1; ago--) {
    if (random() < 0.15) continue;
    const begun = Date.now() - ago * day;
    const due = schedule.due(begun).map(({ card }) => card);
    const asked = [...due.slice(0, 40), ...cards.slice(fresh, fresh + 4)];
    fresh += 4;
    asked.forEach((card, index) => {
      const time = begun + index * 60_000;
      const known = schedule.recall(card, time) ?? 0.6;
      const correct = random() < known * 0.97;
      const sureness = random() < 0.15 ? 'guess' : random() < 0.45 ? 'think-so' : 'sure';
      const grade = gradeOf(correct, sureness);
      schedule.add({ card, time, grade, correct });
      const duration = 15_000 + random() * 60_000;
      lines.push(encodeEntry({ kind: 'review', id: `months-${lines.length}`, card, time, grade, correct, sureness, duration }));
    });
  }
  const folder = join(dataFolder, 'user/User/globalStorage/stackdrill.stackdrill/reviews');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'months.0.jsonl'), lines.join(''));
}
