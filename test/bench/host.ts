import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { runInServer } from '../host/runInServer';
import { codeServerCommand, installServer } from '../host/serverVsCode';
import { atMost, percentile, type Result } from './measure';

const root = join(__dirname, '../..');

/** What users download, and what the extension adds to the start of a real VS Code, beside its built-in JSON extension. */
export async function benchHost(): Promise<Result[]> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const vsix = join(root, `stackdrill-${version}.vsix`);
  const results = [atMost('host', 'extension entry', statSync(join(root, 'dist/extension.js')).size / 1000, 'kB', 300)];
  if (!existsSync(vsix)) throw new Error('Make the package first: npm run package.');
  results.push(atMost('host', 'package', statSync(vsix).size / 1_000_000, 'MB', 6));
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/activation.ts'],
    outfile: 'dist/test/activation.js',
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
  });
  const installed = installPackage(vsix);
  const ratios: number[] = [];
  const own: number[] = [];
  for (let window = 0; window < 6; window++) {
    const [ours, json] = await activationTimes(installed, window % 2 === 1);
    own.push(ours);
    ratios.push(ours / json);
  }
  rmSync(installed.dataFolder, { recursive: true, force: true, maxRetries: 3 });
  results.push(
    atMost('host', 'activation, median of 6 windows', percentile(own, 0.5), 'ms', null),
    atMost('host', 'activation, share of the JSON extension in the same window, median of 6', percentile(ratios, 0.5), 'ratio', 1),
  );
  return results;
}

/** Installs the package into a server of its own, beside an empty extension that carries the measuring code. */
function installPackage(vsix: string): { dataFolder: string; stub: string } {
  installServer();
  const dataFolder = mkdtempSync(join(tmpdir(), 'stackdrill-bench-'));
  const { output } = codeServerCommand([
    '--install-extension',
    vsix,
    '--extensions-dir',
    join(dataFolder, 'extensions'),
    '--user-data-dir',
    join(dataFolder, 'user'),
  ]);
  if (!output.includes('successfully installed')) throw new Error(`The package could not be installed:\n${output}`);
  const stub = join(dataFolder, 'stub');
  mkdirSync(stub);
  writeFileSync(join(stub, 'package.json'), JSON.stringify({ name: 'stub', publisher: 'bench', version: '0.0.1', engines: { vscode: '*' } }));
  return { dataFolder, stub };
}

/** Milliseconds that StackDrill and the JSON extension take to activate in a new window, one after the other. */
async function activationTimes({ dataFolder, stub }: { dataFolder: string; stub: string }, jsonFirst: boolean): Promise<[number, number]> {
  const folder = mkdtempSync(join(dataFolder, jsonFirst ? 'json-first-' : 'window-'));
  let printed = '';
  await runInServer({ extension: stub, tests: join(root, 'dist/test/activation.js'), folder, dataFolder, onOutput: (line) => (printed += `${line}\n`) });
  const times = /^ACTIVATION (.*)$/m.exec(printed)?.[1];
  if (times === undefined) throw new Error(`The activation could not be measured:\n${printed.slice(-1000)}`);
  const { 'stackdrill.stackdrill': own = Number.NaN, 'vscode.json-language-features': json = Number.NaN } = JSON.parse(times) as Record<string, number>;
  return [own, json];
}
