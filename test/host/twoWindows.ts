import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { installServer, startServer, type RunningServer } from './serverVsCode';

/**
 * Two windows of one VS Code, each with an extension host of its own, add answers to the same log at the same time; a
 * third one reads them. Throws where one is missing or there twice. `tests` is the bundle of `manyAnswers.ts`.
 */
export async function testTwoWindows(extension: string, tests: string): Promise<void> {
  installServer();
  const folder = mkdtempSync(join(tmpdir(), 'stackdrill-windows-'));
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const open = (name: string): Promise<void> => runWindow(browser, server, join(folder, name), extension, tests);
    await Promise.all([open('answers'), open('answers-too')]);
    await open('counts');
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runWindow(browser: Browser, server: RunningServer, folder: string, extension: string, tests: string): Promise<void> {
  mkdirSync(folder);
  const page = await (await browser.newContext({ viewport: { width: 1000, height: 700 } })).newPage();
  const printed: string[] = [];
  await page.exposeFunction('codeAutomationLog', (_: string, args: unknown[]) => {
    printed.push(format(...args));
  });
  const exit = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    page.once('crash', () => resolve(70));
  });
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${server.port}${path}`;
  await page.goto(
    server.address(folder, [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(tests)],
      ['skipWelcome', 'true'],
    ]),
  );
  const code = await exit;
  await page.context().close();
  if (code !== 0) throw new Error(`A window ended with code ${code}:\n${printed.join('\n')}`);
}
