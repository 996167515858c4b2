import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { createVSIX } from '@vscode/vsce';
import { launchBrowser } from './browser';
import { codeServerCommand, extensionId, installServer, startServer } from './serverVsCode';

const root = join(__dirname, '../..');

/** Makes `stackdrill-VERSION.vsix`; with `--check` installs it into the server VS Code and sees it activate. */
async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const packagePath = join(root, `stackdrill-${version}.vsix`);
  const { status } = spawnSync(process.execPath, ['esbuild.js', '--production'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false, skipLicense: false });
  console.log(`${packagePath}: ${(statSync(packagePath).size / 1024 / 1024).toFixed(2)} MB`);
  if (process.argv.includes('--check')) await check(packagePath);
}

/** Bytes that a user downloads at most: the budget of the design. */
const largestPackage = 6_000_000;

async function check(packagePath: string): Promise<void> {
  const { size } = statSync(packagePath);
  if (size > largestPackage) throw new Error(`The package has ${(size / 1e6).toFixed(2)} MB; 6 MB are its budget. See .vscodeignore.`);
  installServer();
  const dataFolder = mkdtempSync(join(tmpdir(), 'stackdrill-package-'));
  const workspace = join(dataFolder, 'workspace');
  cpSync(join(root, 'test/fixtures/workspace'), workspace, { recursive: true });
  const { output } = codeServerCommand([
    '--install-extension',
    packagePath,
    '--extensions-dir',
    join(dataFolder, 'extensions'),
    '--user-data-dir',
    join(dataFolder, 'user'),
  ]);
  if (!output.includes('successfully installed')) throw new Error(`The package could not be installed:\n${output}`);
  const missing = bundlesMissingIn(join(dataFolder, 'extensions'));
  if (missing.length > 0) throw new Error(`The package lacks ${missing.join(', ')}; see .vscodeignore.`);
  const server = await startServer({ dataFolder });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    await page.goto(server.address(workspace));
    await page.locator('.monaco-workbench').waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'orders.yaml' }).dblclick();
    await page.locator('.codelens-decoration', { hasText: 'Amazon SQS' }).first().waitFor();
    console.log(`${extensionId()} was installed from the package and is active.`);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Bundles that are loaded late, and would be missed only when they are: all of `dist` but the command line. */
function bundlesMissingIn(extensions: string): string[] {
  const [installed = ''] = readdirSync(extensions).filter((name) => name.startsWith(extensionId()));
  const bundles = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js') && name !== 'cli.js');
  return bundles.filter((name) => !existsSync(join(extensions, installed, 'dist', name)));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
