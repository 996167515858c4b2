import { parseDocument } from 'yaml';
import { Analyser, type Analysis } from '../../src/iac/analysis';
import { cachedCharacters, RecentlyUsed } from '../../src/editor/recentlyUsed';
import { detect } from '../../src/iac/detect';
import { factsAt, firstResources } from '../../src/iac/facts';
import { mentionAt } from '../../src/iac/mention';
import type { Template } from '../../src/iac/model';
import type { Knowledge } from '../../src/knowledge/knowledge';
import { hostileTexts } from './hostile';
import { atMost, median, p95, percentile, times, type Result } from './measure';
import { asJson } from './asJson';
import { generatedTemplate } from './template';

const group = 'iac';

/** Both are made when they are first asked for. */
function workOut({ findings, computed }: Analysis): number {
  return findings.findings.length + computed.length;
}

/** All that a keystroke leads to: reading, findings and computed facts. */
function fresh(text: string, analyser = new Analyser()): Analysis {
  const analysis = read(text, analyser);
  workOut(analysis);
  return analysis;
}

function hover(template: Template, offset: number, knowledge: Knowledge): void {
  const mention = mentionAt(template, offset);
  if (mention) factsAt(mention, knowledge);
}

/** Types one character after the other into a description within a resource, a third down the text. */
function typing(text: string, work: (typed: string, analyser: Analyser) => void, begun = ''): (run: number) => void {
  const at = text.indexOf('\n', text.indexOf('Description: ', Math.floor(text.length / 3)));
  const analyser = new Analyser();
  let typed = begun;
  work(text, analyser);
  return (run) => {
    typed += String.fromCharCode(97 + (run % 26));
    work(text.slice(0, at) + typed + text.slice(at), analyser);
  };
}

function read(text: string, analyser = new Analyser()): Analysis {
  const detection = detect(text);
  const analysis = detection && analyser.analyse(text, detection, undefined);
  if (!analysis) throw new Error('The template to measure with was not recognised.');
  return analysis;
}

/** `given` takes the place of the generated 100 kB template. */
export function benchIac(knowledge: Knowledge, given: string | undefined): Result[] {
  const small = given ?? generatedTemplate(58);
  const large = generatedTemplate(500);
  const json = asJson(large);
  const results: Result[] = [
    atMost(group, 'characters of the small template', small.length, 'characters', null),
    atMost(group, 'characters of the large template', large.length, 'characters', null),
  ];
  for (const [name, text, budgets] of [
    ['small', small, { fresh: 10, hover: 6 }],
    ['large', large, { fresh: 60, hover: 30 }],
  ] as const) {
    const runs = name === 'small' ? 150 : 60;
    const freshTimes = times(
      runs,
      typing(text, (typed, analyser) => void fresh(typed, analyser)),
    );
    const hoverTimes = times(
      runs,
      typing(text, (typed, analyser) => hover(read(typed, analyser).template, Math.floor(typed.length / 3), knowledge)),
    );
    const whole = times(Math.round(runs / 3), (run) => void fresh(`${text}# ${run}\n`));
    const broken = times(
      Math.round(runs / 3),
      typing(text, (typed, analyser) => void fresh(typed, analyser), ': "'),
    );
    const parseDocumentAlone = median(name === 'small' ? 8 : 3, (run) => void parseDocument(`${text}# ${run}\n`, { logLevel: 'silent' }));
    results.push(
      atMost(group, `keystroke until fresh, ${name} template, p95`, percentile(freshTimes, 0.95), 'ms', budgets.fresh),
      atMost(group, `keystroke until fresh, share of yaml.parseDocument, ${name}`, percentile(freshTimes, 0.5) / parseDocumentAlone, 'ratio', 0.2),
      atMost(group, `hover straight after an edit, ${name} template, p95`, percentile(hoverTimes, 0.95), 'ms', budgets.hover),
      atMost(group, `read whole until fresh, ${name} template, median`, percentile(whole, 0.5), 'ms', null),
      atMost(group, `read whole, share of yaml.parseDocument, ${name}`, percentile(whole, 0.5) / parseDocumentAlone, 'ratio', 0.2),
      atMost(group, `the same while the entry is broken, ${name} template, p95`, percentile(broken, 0.95), 'ms', budgets.fresh),
    );
  }

  const jsonAnalyser = new Analyser();
  const quoted = '"Description": "';
  const jsonAt = json.indexOf(quoted, Math.floor(json.length / 3)) + quoted.length;
  const jsonTimes = times(40, (run) => void fresh(json.slice(0, jsonAt) + 'x'.repeat(run) + json.slice(jsonAt), jsonAnalyser));
  results.push(
    atMost(group, 'characters of the large template in JSON', json.length, 'characters', null),
    atMost(group, 'keystroke until fresh, large template in JSON, p95', percentile(jsonTimes, 0.95), 'ms', 60),
  );

  const analysis = fresh(large);
  const { template } = analysis;
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
      p95(200, (run) => void analysis.computed.filter(({ offset }) => offset > run)),
      'ms',
      2,
    ),
  );

  const growth: number[] = [];
  let before: number | undefined;
  for (const count of [16, 31, 62, 125, 250, 500, 1000]) {
    // Resources of about 700 bytes: 1,000 of them stay below the 1 MB that CloudFormation takes.
    const text = generatedTemplate(count, 0.3);
    const now = median(Math.max(25, Math.round(8000 / count)), (run) => void fresh(`${text}# ${run}\n`));
    if (before !== undefined) growth.push(now / before);
    before = now;
  }
  results.push(atMost(group, 'twice the resources (16 to 1,000), worst step', Math.max(...growth), 'times', 2.3));

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
  for (const [what, text] of hostileTexts) {
    if (detect(text))
      results.push(
        atMost(
          group,
          `meant to break a reader: ${what}, p95`,
          p95(20, (run) => void workOut(read(`${text}# ${run}\n`))),
          'ms',
          100,
        ),
      );
  }
  results.push(...memory());
  return results;
}

/** Heap that 50 templates take once they are read, with findings and facts, kept as the editor keeps them. Needs `--expose-gc`. */
function memory(): Result[] {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) return [];
  gc();
  const start = process.memoryUsage().heapUsed;
  const kept = new RecentlyUsed<Analysis>(cachedCharacters);
  for (let index = 0; index < 50; index++) {
    const text = `${generatedTemplate(58)}# ${index}\n`;
    kept.set(String(index), fresh(text), text.length);
  }
  gc();
  const added = (process.memoryUsage().heapUsed - start) / 1024 / 1024;
  return [atMost(group, `heap after 50 templates of 100 kB, the last of them ${kept.get('49') ? 'kept' : 'lost'}`, added, 'MB', 60)];
}
