import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The real VS Code as a server, from the npm package code-server, for machines where no desktop VS Code can be
 * had. It is installed once into `.vscode-test/`, with a Node of the version it wants.
 */
const codeServerVersion = '4.139.1';
const nodeVersion = '24';

const root = join(__dirname, '../..');
const cache = join(root, '.vscode-test', `server-${codeServerVersion}`);
const codeServer = join(cache, 'node_modules/code-server');
const vscodeFolder = join(codeServer, 'lib/vscode');

export interface ServerOptions {
  /** 0 takes a free one. */
  readonly port?: number;
  /** User settings on top of those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Where the server keeps its data; a new folder, deleted at the end, where left out. */
  readonly dataFolder?: string;
  /** Environment of the server and of its extension host. */
  readonly environment?: NodeJS.ProcessEnv;
}

export interface RunningServer {
  readonly port: number;
  readonly dataFolder: string;
  /** Address that opens a folder; `payload` as VS Code's test runner sends it. */
  address(folder: string, payload?: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

/** Installs the server where it is not there yet: about 20 seconds and 600 MB. */
export function installServer(): void {
  const done = join(cache, '.installed');
  if (existsSync(done)) return;
  console.log(`Installing VS Code as a server (code-server ${codeServerVersion}) ...`);
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true } }));
  const npm = (cwd: string, ...parameters: string[]): void => {
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...parameters], {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`npm install ${parameters.join(' ')} failed in ${cwd}.`);
  };
  npm(cache, '--ignore-scripts', `code-server@${codeServerVersion}`);
  npm(cache, `node@${nodeVersion}`);
  npm(vscodeFolder, '--omit=dev', '--ignore-scripts');
  writeFileSync(done, '');
}

/** The Node that the server runs on. */
function serverNode(): string {
  return join(cache, 'node_modules/node/bin/node');
}

/** Runs code-server's own command line, for example to install a `.vsix`. */
export function codeServerCommand(parameters: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(serverNode(), [join(codeServer, 'out/node/entry.js'), ...parameters], { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'window.commandCenter': false,
  'workbench.tips.enabled': false,
};

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const ownData = options.dataFolder === undefined;
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'stackdrill-host-'));
  const port = options.port ?? (await freePort());
  for (const profile of ['User', 'Machine']) {
    const folder = join(dataFolder, 'user', profile);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'settings.json');
    if (!existsSync(file) || ownData) writeFileSync(file, JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));
  }
  mkdirSync(join(dataFolder, 'extensions'), { recursive: true });
  const server = spawn(
    serverNode(),
    [
      'out/server-main.js',
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      // Without the driver the built server takes no extension to develop from the address.
      ...['--enable-smoke-test-driver', '--disable-telemetry', '--disable-workspace-trust'],
      ...['--server-data-dir', join(dataFolder, 'server'), '--user-data-dir', join(dataFolder, 'user'), '--extensions-dir', join(dataFolder, 'extensions')],
    ],
    { cwd: vscodeFolder, env: { ...process.env, ...options.environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await ready(server);
  return {
    port,
    dataFolder,
    address: (folder, payload = []) => {
      const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
      return `http://127.0.0.1:${port}/?${query.toString()}`;
    },
    stop: async () => {
      await ended(server);
      if (ownData) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (printed.includes('Extension host agent started.')) resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The VS Code server ended with code ${String(code)} before it was ready:\n${printed.slice(-2000)}`)));
  });
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
    setTimeout(() => server.kill('SIGKILL'), 5000).unref();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port.'))));
    });
  });
}

/** Name and publisher of the extension, as VS Code joins them. */
export function extensionId(): string {
  const { name, publisher } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; publisher: string };
  return `${publisher}.${name}`;
}
