import { format } from 'node:util';
import { launchBrowser } from './browser';
import { startServer } from './serverVsCode';

/**
 * Takes the arguments that @vscode/test-electron gives a desktop VS Code, runs the tests in the server VS Code
 * instead, prints what they print and ends with their exit code.
 */
async function main(): Promise<number> {
  const value = (name: string): string | undefined => process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extension = value('extensionDevelopmentPath');
  const tests = value('extensionTestsPath');
  const folder = process.argv.slice(2).findLast((one) => !one.startsWith('-'));
  if (extension === undefined || tests === undefined || folder === undefined)
    throw new Error('Name --extensionDevelopmentPath, --extensionTestsPath and a folder.');
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      const stream = type === 'error' ? process.stderr : process.stdout;
      stream.write(`${format(...args)}\n`);
    });
    const exit = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
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
    return await exit;
  } finally {
    await browser.close();
    await server.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(70);
  },
);
