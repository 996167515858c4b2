import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findDesktop, hasDisplay } from './findVsCode';
import { installServer, startServer } from './serverVsCode';

const root = join(__dirname, '../..');

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) : process.argv[at + 1];
}

async function open(): Promise<void> {
  const folder = resolve(option('folder') ?? join(root, 'test/fixtures/workspace'));
  if (!existsSync(folder)) throw new Error(`The folder ${folder} does not exist.`);
  const port = option('port') === undefined ? 8765 : Number(option('port'));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('--port takes a number from 1 to 65535.');
  const desktop = findDesktop();
  if (desktop) {
    console.log(`VS Code: ${desktop.executable} (${desktop.how}).`);
    const child = spawn(desktop.executable, [`--extensionDevelopmentPath=${root}`, '--new-window', '--wait', folder], { stdio: 'inherit' });
    child.once('exit', (code) => process.exit(code ?? 0));
    stopOnSignal(() => Promise.resolve(void child.kill()));
    return;
  }
  console.log('VS Code: no STACKDRILL_VSCODE and no "code" on the PATH, so the server VS Code is used.');
  installServer();
  const dataFolder = join(root, '.vscode-test/start');
  mkdirSync(dataFolder, { recursive: true });
  const server = await startServer({ port, dataFolder });
  const extension = `vscode-remote://127.0.0.1:${server.port}${root}`;
  const address = server.address(folder, [['extensionDevelopmentPath', extension]]);
  console.log(`StackDrill runs at\n\n  ${address}\n\nCtrl-C ends it.`);
  stopOnSignal(() => server.stop());
  if (hasDisplay()) {
    const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
    spawn(opener, [address], { stdio: 'ignore', detached: true }).once('error', () => console.log('No browser could be opened; open the address by hand.'));
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void stop().then(() => process.exit(0));
    });
  }
}

open().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
