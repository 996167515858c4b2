import { findingsIn } from '../../support';
import { app, type RuleCase } from './cases';
import { acrossCases } from './acrossCases';
import * as seeds from './seedCases';
const listOf = (t: string | readonly string[]): readonly string[] => (typeof t === 'string' ? [t] : t);
describe('spread of mine', () => {
  it('x', async () => {
    const all: Record<string, RuleCase> = { ...acrossCases, ...(seeds as any).seedCases };
    for (const [id, { cdk, byTypeAlone }] of Object.entries(all)) {
      const texts = listOf(cdk.fails).filter((t) => t.includes('SPREAD'));
      if (texts.length === 0 && !byTypeAlone) console.log('NO SPREAD', id);
      for (const t of texts) {
        const f = (await findingsIn(app(t.replaceAll('SPREAD', ', ...props').replace(/«([^»]*)»/g, '$1')))).findings.filter((x) => x.rule.id === id);
        if (f.length) console.log('REPORTS', id, '\n', t);
      }
    }
  });
});
