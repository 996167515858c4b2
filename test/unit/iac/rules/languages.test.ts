import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../../src/iac/rules/rules';
import { findingsIn } from '../../support';
import { app, cases } from './cases';
import { translate, translatedLanguages } from './translate';

const listOf = (texts: string | readonly string[]): readonly string[] => (typeof texts === 'string' ? [texts] : texts);
const count = async (rule: string, text: string): Promise<number> => (await findingsIn(text)).findings.filter((finding) => finding.rule.id === rule).length;

/** Every rule with the languages in which its failing case was found: a list for readers, made by this test. */
const catalogue = join(__dirname, '../../../content/rules.jsonl');

describe('The rules in other languages of the CDK', () => {
  const testedIn = new Map<string, string[]>(rules.map(({ id }) => [id, ['yaml', 'json', 'typescript']]));

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
      for (const id of tested) testedIn.get(id)?.push(language);
      const share = tested.size / rules.length;
      assert.deepEqual(different.slice(0, 3), []);
      assert.ok(share > 0.8, `only ${tested.size} of ${rules.length} rules are tested in ${language}`);
    }).timeout(120_000);
  }

  it('are listed in test/content/rules.jsonl as they are; UPDATE_RULES=1 writes it anew', () => {
    const lines = rules.map(({ id, service, severity, title, tasks, fact }) =>
      JSON.stringify({ id, service, severity, title, tasks, fact, testedIn: testedIn.get(id) }),
    );
    const text = `${lines.sort().join('\n')}\n`;
    if (process.env.UPDATE_RULES) writeFileSync(catalogue, text);
    assert.equal(readFileSync(catalogue, 'utf8'), text);
  });
});
