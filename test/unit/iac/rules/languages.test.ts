import assert from 'node:assert/strict';
import { rules } from '../../../../src/iac/rules/rules';
import { findingsIn } from '../../support';
import { app, cases } from './cases';
import { translate, translatedLanguages } from './translate';

const listOf = (texts: string | readonly string[]): readonly string[] => (typeof texts === 'string' ? [texts] : texts);
const count = async (rule: string, text: string): Promise<number> => (await findingsIn(text)).findings.filter((finding) => finding.rule.id === rule).length;

describe('The rules in other languages of the CDK', () => {
  for (const language of translatedLanguages) {
    it(`find in ${language} what they find in TypeScript`, async () => {
      const different: string[] = [];
      const tested = new Set<string>();
      for (const [id, { cdk }] of Object.entries(cases)) {
        for (const marked of [...listOf(cdk.fails), ...listOf(cdk.passes)]) {
          const statements = marked.replace(/[«»]/g, '').replaceAll('SPREAD', '');
          const translated = translate(statements, language);
          if (translated === undefined) continue;
          const [expected, found] = [await count(id, app(statements)), await count(id, translated)];
          if (expected !== found) different.push(`${id}: ${expected} in TypeScript, ${found} in ${language}\n${translated}`);
          else if (expected > 0) tested.add(id);
        }
      }
      const share = tested.size / rules.length;
      if (process.env['SHOW_LANGUAGES']) console.log(language, tested.size, 'of', rules.length, different.length, 'different');
      assert.deepEqual(different.slice(0, 3), []);
      assert.ok(share > 0.8, `only ${tested.size} of ${rules.length} rules are tested in ${language}`);
    }).timeout(120_000);
  }
});
