import { parseDocument } from 'yaml';
import { computedFacts } from '../../src/iac/computedFacts';
import { detect } from '../../src/iac/detect';
import { factsAt, firstResources } from '../../src/iac/facts';
import { mentionAt } from '../../src/iac/mention';
import type { Template } from '../../src/iac/model';
import { readDocument } from '../../src/iac/read';
import { findFindings } from '../../src/iac/rules/findings';
import type { Knowledge } from '../../src/knowledge/knowledge';
import { atMost, median, p95, type Result } from './measure';
import { generatedTemplate } from './template';

const group = 'iac';

function read(text: string): Template {
  const detection = detect(text);
  const template = detection && readDocument(text, detection, undefined);
  if (!template) throw new Error('The template to measure with was not recognised.');
  return template;
}

/** All that a keystroke leads to: reading, findings and computed facts. */
function fresh(text: string): Template {
  const template = read(text);
  findFindings(template, text);
  computedFacts(template);
  return template;
}

function hover(template: Template, offset: number, knowledge: Knowledge): void {
  const mention = mentionAt(template, offset);
  if (mention) factsAt(mention, knowledge);
}

/** `given` takes the place of the generated 100 kB template. */
export function benchIac(knowledge: Knowledge, given: string | undefined): Result[] {
  const small = given ?? generatedTemplate(58);
  const large = generatedTemplate(500);
  const edited = (text: string) => (run: number) => `${text}# ${run}\n`;
  const [editSmall, editLarge] = [edited(small), edited(large)];
  const results: Result[] = [
    atMost(group, `characters of the small template`, small.length, 'characters', null),
    atMost(group, `characters of the large template`, large.length, 'characters', null),
  ];

  const freshSmall = median(60, (run) => void fresh(editSmall(run)));
  const freshLarge = median(25, (run) => void fresh(editLarge(run)));
  results.push(
    atMost(
      group,
      'keystroke until fresh, small template, p95',
      p95(100, (run) => void fresh(editSmall(run))),
      'ms',
      10,
    ),
    atMost(
      group,
      'keystroke until fresh, large template, p95',
      p95(40, (run) => void fresh(editLarge(run))),
      'ms',
      60,
    ),
    atMost(
      group,
      'share of yaml.parseDocument alone, small template',
      freshSmall / median(8, (run) => void parseDocument(editSmall(run), { logLevel: 'silent' })),
      'ratio',
      0.2,
    ),
    atMost(
      group,
      'share of yaml.parseDocument alone, large template',
      freshLarge / median(3, (run) => void parseDocument(editLarge(run), { logLevel: 'silent' })),
      'ratio',
      0.2,
    ),
  );

  for (const [name, edit, budget] of [
    ['small', editSmall, 6],
    ['large', editLarge, 30],
  ] as const) {
    const work = (run: number): void => hover(read(edit(run)), 1000 + run * 37, knowledge);
    results.push(atMost(group, `hover straight after an edit, ${name} template, p95`, p95(name === 'small' ? 100 : 40, work), 'ms', budget));
  }

  const template = fresh(large);
  results.push(
    atMost(
      group,
      'hover, large template already read, p95',
      p95(400, (run) => hover(template, (run * 2111) % large.length, knowledge)),
      'ms',
      2,
    ),
    atMost(
      group,
      'CodeLens, large template already read, p95',
      p95(200, () => void firstResources(template, knowledge)),
      'ms',
      2,
    ),
    atMost(
      group,
      'inlay hints, large template already read, p95',
      p95(200, () => void computedFacts(template)),
      'ms',
      2,
    ),
  );

  const growth: number[] = [];
  let before: number | undefined;
  for (const count of [31, 62, 125, 250, 500, 1000]) {
    const text = generatedTemplate(count);
    const now = median(Math.max(9, Math.round(4000 / count)), (run) => void fresh(`${text}# ${run}\n`));
    if (before !== undefined) growth.push(now / before);
    before = now;
  }
  results.push(atMost(group, 'twice the resources (31 to 1,000), worst step', Math.max(...growth), 'times', 2.3));

  const prose = 'A line of a file that is no template.\n'.repeat(30_000);
  results.push(
    atMost(
      group,
      'a file of 1.1 MB that is no template, p95',
      p95(50, (run) => void detect(prose + String(run))),
      'ms',
      null,
    ),
  );
  results.push(...memory());
  return results;
}

/** Heap that 50 templates hold once they are read, with findings and facts. Needs `--expose-gc`. */
function memory(): Result[] {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) return [];
  gc();
  const start = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 50 }, (_, index) => fresh(`${generatedTemplate(58)}# ${index}\n`));
  gc();
  const added = (process.memoryUsage().heapUsed - start) / 1024 / 1024;
  return [atMost(group, `heap held by ${kept.length} templates of 100 kB`, added, 'MB', 60)];
}
