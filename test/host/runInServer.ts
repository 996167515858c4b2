import { format } from 'node:util';
import { launchBrowser } from './browser';
import { installServer, startServer } from './serverVsCode';

export interface TestRun {
  /** Folder of the extension, bundle of the tests (its `run` is called) and workspace folder, as absolute paths. */
  readonly extension: string;
  readonly tests: string;
  readonly folder: string;
  /** Where the server keeps its data and its extensions; a new folder where left out. */
  readonly dataFolder?: string;
  /** Called with each line that the tests print. */
  readonly onOutput: (line: string, isError: boolean) => void;
}

/** Runs tests in the extension host of the server VS Code; resolves to their exit code. */
export async function runInServer({ extension, tests, folder, dataFolder, onOutput }: TestRun): Promise<number> {
  installServer();
  const server = await startServer(dataFolder === undefined ? {} : { dataFolder });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      onOutput(format(...args), type === 'error');
    });
    const exit = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => {
        resolve(code);
      });
      page.once('crash', () => {
        resolve(70);
      });
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
