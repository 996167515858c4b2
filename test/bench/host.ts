import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from '../browser/workbench';
import { atMost, type Result } from './measure';

const root = join(__dirname, '../..');

/** What users download, and what the extension adds to the start of a real VS Code, beside its built-in JSON extension. */
export async function benchHost(): Promise<Result[]> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const vsix = join(root, `stackdrill-${version}.vsix`);
  const results = [atMost('host', 'extension entry', statSync(join(root, 'dist/extension.js')).size / 1000, 'kB', 300)];
  if (existsSync(vsix)) results.push(atMost('host', 'package', statSync(vsix).size / 1_000_000, 'MB', 6));
  const ratios: number[] = [];
  const own: number[] = [];
  for (let window = 0; window < 5; window++) {
    const [ours, json] = await activationTimes();
    own.push(ours);
    ratios.push(ours / json);
  }
  const middle = (values: number[]): number => values.sort((one, other) => one - other)[2] ?? Number.NaN;
  results.push(
    atMost('host', 'activation, median of 5 windows', middle(own), 'ms', null),
    atMost('host', 'activation, share of the JSON extension in the same window, median of 5', middle(ratios), 'ratio', 1),
  );
  return results;
}

/** Milliseconds that VS Code itself shows for the activation of StackDrill and of its JSON extension. */
async function activationTimes(): Promise<[number, number]> {
  const workbench = await Workbench.open({ height: 2400 });
  try {
    const { page } = workbench;
    await workbench.openFile('readings.json');
    await page.locator('.codelens-decoration').first().waitFor();
    await workbench.command('Developer: Show Running Extensions');
    const time = async (name: string): Promise<number> => {
      const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: name });
      await row.filter({ hasText: /Activation: \d+ms/ }).waitFor();
      return Number(/Activation: (\d+)ms/.exec(await row.innerText())?.[1]);
    };
    return [await time('StackDrill'), await time('JSON Language Features')];
  } finally {
    await workbench.close();
  }
}
