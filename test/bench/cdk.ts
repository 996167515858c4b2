import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourceTypeNames } from '../../src/build/resourceTypeNames';
import { Analyser } from '../../src/iac/analysis';
import { CdkGrammars } from '../../src/iac/cdk/grammar';
import { detect } from '../../src/iac/detect';
import type { CdkLanguage } from '../../src/iac/model';
import { generatedApp } from './apps';
import { atMost, percentile, times, type Result } from './measure';

const languages: readonly CdkLanguage[] = ['typescript', 'tsx', 'javascript', 'python', 'java', 'csharp', 'go'];
const group = 'cdk';
/** Names for `detect`, which cannot tell TypeScript, TSX and JavaScript apart by their content. */
const hints: Partial<Record<CdkLanguage, string>> = { tsx: 'app.tsx', javascript: 'app.js' };

/** Reading a CDK app of 150 constructs in each language until its findings are fresh, after each keystroke. */
export async function benchCdk(): Promise<Result[]> {
  const names = resourceTypeNames();
  const grammars = await CdkGrammars.load((name) => Promise.resolve(readFileSync(join(__dirname, '../../dist', name))), names);
  const results: Result[] = [];
  for (const language of languages) {
    const start = performance.now();
    const parts = await grammars.cdkPartsFor(language);
    const loading = performance.now() - start;
    const app = generatedApp(language, 50);
    const analyser = new Analyser();
    let constructs = 0;
    let found = 0;
    const taken = times(30, (run) => {
      const text = `${app}${language === 'python' ? '#' : '//'} ${run}\n`;
      const detection = detect(text, hints[language]);
      const analysis = detection && analyser.analyse(text, detection, parts);
      found += (analysis?.findings.findings.length ?? 0) + (analysis?.computed.length ?? 0);
      constructs = analysis?.template.resources.length ?? 0;
    });
    if (found === 0) throw new Error(`Nothing was found in ${language}.`);
    results.push(
      atMost(group, `${language}: constructs found of 150 in ${Math.round(app.length / 1000)} kB`, constructs, 'constructs', null),
      atMost(group, `${language}: loading its grammar`, loading, 'ms', null),
      atMost(group, `${language}: keystroke until fresh, p95`, percentile(taken, 0.95), 'ms', null),
    );
  }
  return results;
}
