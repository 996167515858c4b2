import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Knowledge } from '../../src/knowledge/knowledge';
import type { KnowledgePack } from '../../src/knowledge/pack';
import { benchCdk } from './cdk';
import { benchHost } from './host';
import { benchIac } from './iac';
import { benchKnowledge } from './knowledge';
import type { Result } from './measure';
import { benchPanel } from './panel';
import { benchPeers } from './peers';
import { benchStudy } from './study';

const root = join(__dirname, '../..');
const groups = ['iac', 'cdk', 'peers', 'study', 'knowledge', 'panel', 'host'] as const;

/** `npm run bench -- [--json] [--only GROUP] [--template FILE]`; exit 1 where a budget does not hold. */
async function main(): Promise<number> {
  const value = (name: string): string | undefined => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? undefined : process.argv[at + 1];
  };
  const only = value('only');
  if (process.argv.includes('--only') && !groups.some((group) => group === only)) throw new Error(`--only takes one of ${groups.join(', ')}.`);
  const wanted = (group: (typeof groups)[number]): boolean => only === undefined || only === group;
  const build = spawnSync(process.execPath, ['esbuild.js', '--production'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (build.status !== 0) throw new Error('The build failed.');
  const pack = readFileSync(join(root, 'dist/knowledge.json'), 'utf8');
  const results: Result[] = [];
  if (wanted('iac')) {
    const file = value('template');
    results.push(...benchIac(new Knowledge((JSON.parse(pack) as KnowledgePack).content), file === undefined ? undefined : readFileSync(file, 'utf8')));
  }
  if (wanted('cdk')) results.push(...(await benchCdk()));
  if (wanted('peers')) results.push(...(await benchPeers(new Knowledge((JSON.parse(pack) as KnowledgePack).content))));
  if (wanted('study')) results.push(...(await benchStudy()));
  if (wanted('knowledge')) results.push(...benchKnowledge(pack, readFileSync(join(root, 'dist/search.json'), 'utf8')));
  if (wanted('panel')) results.push(...(await benchPanel()));
  if (wanted('host')) results.push(...(await benchHost()));
  if (process.argv.includes('--json')) console.log(JSON.stringify({ results }));
  else print(results);
  return results.every(({ holds }) => holds) ? 0 : 1;
}

function print(results: readonly Result[]): void {
  const width = Math.max(...results.map(({ name }) => name.length));
  for (const { group, name, value, unit, budget, holds } of results) {
    const limit = budget === null ? '' : `at most ${budget}: ${holds ? 'holds' : 'DOES NOT HOLD'}`;
    console.log(`${group.padEnd(10)} ${name.padEnd(width)} ${String(value).padStart(9)} ${unit.padEnd(11)} ${limit}`);
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
