import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { findDesktop, hasDisplay } from './findVsCode';
import { installServer } from './serverVsCode';
import { testTwoWindows } from './twoWindows';

const root = join(__dirname, '../..');

/**
 * Runs the mocha suite of `test/integration` inside a real VS Code, a desktop one where there is one, else the server;
 * then two windows of the server at once.
 */
async function main(): Promise<void> {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: { integration: 'test/integration/index.ts', manyAnswers: 'test/host/manyAnswers.ts' },
    outdir: 'dist/test',
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const desktop = hasDisplay() ? findDesktop() : undefined;
  if (desktop) console.log(`Host: desktop VS Code, ${desktop.executable} (${desktop.how}).`);
  else {
    console.log('Host: the server VS Code, because there is no desktop VS Code or no display.');
    installServer();
  }
  const workspace = mkdtempSync(join(tmpdir(), 'stackdrill-workspace-'));
  cpSync(join(root, 'test/fixtures/workspace'), workspace, { recursive: true });
  try {
    await runTests({
      vscodeExecutablePath: desktop?.executable ?? join(root, 'test/host/server-vscode.js'),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist/test/integration.js'),
      launchArgs: [workspace, '--disable-extensions'],
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
  const started = Date.now();
  await testTwoWindows(root, join(root, 'dist/test/manyAnswers.js'));
  console.log(`  1 passing (${Math.round((Date.now() - started) / 1000)}s): two windows added 20,000 answers at the same time, none lost, none twice`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
