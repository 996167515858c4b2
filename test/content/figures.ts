import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isService, type Content, type Note } from '../../src/knowledge/content';
import { diagramsIn } from '../../src/knowledge/pack';
import type { Question } from '../../src/knowledge/schema';
import { changesOf } from '../../src/knowledge/thenAndNow';
import { isOptionQuestion } from '../../src/study/session';

/** What becomes of an item of the old study notes. */
export interface Coverage {
  readonly item: string;
  readonly taught?: readonly string[];
  readonly left?: string;
}

/** What becomes of a table of the old study notes, by its number in their inventory's summary. */
export interface TableCoverage {
  readonly table: number;
  readonly taught: readonly string[];
}

/** Items of the inventory, and tables in it. */
export const inventory = { items: 1806, tables: 46 };

function jsonLines<Line>(name: string): Line[] {
  const lines = readFileSync(join(__dirname, name), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

export function seedCoverage(): Coverage[] {
  return jsonLines('seed-coverage.jsonl');
}

export function seedTables(): TableCoverage[] {
  return jsonLines('seed-tables.jsonl');
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Markdown tables in a body: each has one line that rules off its head. */
export function tablesIn(body: string): number {
  return [...body.matchAll(/^\|(\s*:?-+:?\s*\|)+\s*$/gm)].length;
}

/** A question that tells a story and has options, as nearly all of the exams' do. */
function isScenario(question: Question): boolean {
  return isOptionQuestion(question) && wordsIn(question.stem) >= 40;
}

/** Whether the right option can be told by its length: it alone, or the longest of several, is longer than every wrong one. */
export function rightIsLongest(question: Question): boolean {
  if (!isOptionQuestion(question)) return false;
  const longest = (right: boolean): number => Math.max(0, ...question.options.filter(({ correct }) => correct === right).map(({ text }) => text.length));
  return longest(true) > longest(false);
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000);

/** Of each domain of an exam, the share of the exam's questions beside its weight. */
function spread(content: Content, exam: Content['exams'][number]): Record<string, { questions: number; share: number; weight: number }> {
  const domains = content.questions.flatMap(({ tasks }) => [
    ...new Set(tasks.filter((task) => task.startsWith(`${exam.id}/`)).map((task) => task.slice(exam.id.length + 1).split('.')[0])),
  ]);
  return Object.fromEntries(
    exam.domains.map(({ id, weight }) => {
      const questions = domains.filter((domain) => domain === id).length;
      return [id, { questions, share: share(questions, domains.length), weight: weight / 100 }];
    }),
  );
}

/** All counts, coverage and figures of quality, as `npm run content -- --json` prints them. */
export function figuresOf(content: Content, coverage: readonly Coverage[], tables: readonly TableCoverage[]) {
  const { exams, services, topics, questions } = content;
  const notes: readonly Note[] = [...services, ...topics];
  const facts = notes.flatMap((note) => note.facts);
  const options = questions.filter(isOptionQuestion);
  const choices = options.filter(({ type }) => type === 'choice');
  const longest = options.filter(rightIsLongest);
  const remembered = questions.filter(({ level }) => level === 'remember');
  const several = options.length - choices.length;
  const left = coverage.filter((entry) => entry.left !== undefined).length;
  return {
    exams: exams.length,
    services: { count: services.length, ...countBy(services, ({ status }) => status.state) },
    topics: { count: topics.length, withDiagram: topics.filter(({ body }) => diagramsIn(body).length > 0).length },
    diagrams: notes.flatMap(({ body }) => diagramsIn(body)).length,
    comparisonTables: notes.map(({ body }) => tablesIn(body)).reduce((sum, count) => sum + count, 0),
    facts: { count: facts.length, withProperty: facts.filter(({ property }) => property !== undefined).length },
    decisions: notes.flatMap((note) => note.decisions).length,
    changes: changesOf(content).length,
    words: notes.map(({ body }) => wordsIn(body)).reduce((sum, count) => sum + count, 0),
    questions: {
      count: questions.length,
      types: countBy(questions, ({ type }) => type),
      multipleResponseShare: share(several, questions.length),
      scenarios: questions.filter(isScenario).length,
      levels: countBy(questions, ({ level }) => level),
      aboveRememberShare: share(questions.length - remembered.length, questions.length),
      rightLongestShare: share(longest.length, options.length),
      positionsOfRight: countBy(choices, ({ options: all }) => String(all.findIndex(({ correct }) => correct) + 1)),
      stemWords: quartiles(questions.map(({ stem }) => wordsIn(stem))),
      domains: Object.fromEntries(exams.filter(({ state }) => state === 'current').map((exam) => [exam.id, spread(content, exam)])),
      services: Object.fromEntries(
        Object.entries(
          countBy(
            questions.flatMap((question) => question.services),
            (id) => id,
          ),
        ).sort(([, one], [, other]) => other - one),
      ),
      notesWithout: notes.filter((note) => !questions.some(({ services: asked, facts: tested }) => concerns(note, asked, tested))).map(({ id }) => id),
    },
    coverage: {
      items: inventory.items,
      taught: coverage.length - left,
      left,
      leftShare: share(left, inventory.items),
      missing: inventory.items - coverage.length,
      tables: tables.length,
    },
  };
}

function concerns(note: Note, services: readonly string[], facts: readonly string[]): boolean {
  return (isService(note) && services.includes(note.id)) || facts.some((fact) => fact.startsWith(`${note.id}#`));
}

function quartiles(values: readonly number[]): { least: number; median: number; most: number } {
  const sorted = [...values].sort((one, other) => one - other);
  return { least: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
}
