import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as Esbuild from 'esbuild';
import { buildKnowledge } from './knowledge';
import { resourceTypeNames } from './resourceTypeNames';

export interface BuildOptions {
  readonly watch: boolean;
  readonly production: boolean;
}

const root = join(__dirname, '../..');
const dist = join(root, 'dist');

/** Files of packages that are loaded at run time as they are. */
const assets: readonly (readonly [from: string, to: string])[] = [
  ['node_modules/web-tree-sitter/web-tree-sitter.wasm', 'web-tree-sitter.wasm'],
  ...['typescript', 'tsx', 'python', 'java', 'c-sharp', 'go'].map((grammar) => {
    const file = `tree-sitter-${grammar}.wasm`;
    return [`node_modules/@vscode/tree-sitter-wasm/wasm/${file}`, file] as const;
  }),
  ['node_modules/@vscode/codicons/dist/codicon.css', 'codicon.css'],
  ['node_modules/@vscode/codicons/dist/codicon.ttf', 'codicon.ttf'],
  ['src/build/optimizer/node_modules/@open-spaced-repetition/binding-wasm32-wasi/fsrs-binding.wasm32-wasi.wasm', 'fsrsOptimizer.wasm'],
];

/** Modules that are only needed by some, and are loaded from a file of their own when they are. */
const loadedLate: Readonly<Record<string, string>> = {
  '../knowledge/ownContent': 'ownContent',
  '../iac/analysis': 'analysis',
  '../study/deck': 'deck',
  '../study/exchange/exchange': 'exchange',
  '../../study/statistics/overview': 'overview',
  '../iac/cdk/grammar': 'cdkGrammar',
  './workspaceScan': 'workspaceScan',
  './diskFolder': 'diskFolder',
  './fitSchedule': 'fitSchedule',
};

const lateModules: Esbuild.Plugin = {
  name: 'late-modules',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, ({ path, kind }) => {
      const name = kind === 'dynamic-import' ? loadedLate[path] : undefined;
      return name === undefined ? undefined : { path: `./${name}.js`, external: true };
    });
  },
};

/** Builds the extension, the panel, the command line and the knowledge pack into `dist/`; keeps building with `watch`. */
export async function build(esbuild: typeof Esbuild, { watch, production }: BuildOptions): Promise<void> {
  mkdirSync(dist, { recursive: true });
  installOptimizer();
  for (const [from, to] of assets) copyFileSync(join(root, from), join(dist, to));
  writeOnChange(join(dist, 'resourceTypes.json'), () => JSON.stringify(resourceTypeNames()), [
    join(root, 'node_modules/@aws-cdk/aws-service-spec/package.json'),
    join(__dirname, 'resourceTypeNames.ts'),
  ]);
  await buildKnowledge(join(root, 'notes'), dist);

  const shared: Esbuild.BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    target: 'es2022',
    logLevel: 'warning',
    legalComments: 'none',
  };
  const contexts = await Promise.all([
    esbuild.context({
      ...shared,
      entryPoints: {
        extension: 'src/extension.ts',
        ownContent: 'src/knowledge/ownContent.ts',
        analysis: 'src/iac/analysis.ts',
        deck: 'src/study/deck.ts',
        exchange: 'src/study/exchange/exchange.ts',
        overview: 'src/study/statistics/overview.ts',
        cdkGrammar: 'src/iac/cdk/grammar.ts',
        workspaceScan: 'src/editor/workspaceScan.ts',
        diskFolder: 'src/editor/diskFolder.ts',
        fitSchedule: 'src/editor/fitSchedule.ts',
        fitWorker: 'src/editor/fitWorker.ts',
        cli: 'src/cli.ts',
      },
      plugins: [lateModules],
      outdir: 'dist',
      format: 'cjs',
      platform: 'node',
      external: ['vscode'],
      // The first needs its CommonJS form in a CommonJS bundle, the second its module form to be bundled at all.
      alias: {
        'web-tree-sitter': join(root, 'node_modules/web-tree-sitter/web-tree-sitter.cjs'),
        'jsonc-parser': join(root, 'node_modules/jsonc-parser/lib/esm/main.js'),
      },
    }),
    esbuild.context({
      ...shared,
      entryPoints: { panel: 'src/panel/main.ts', panelStyle: 'media/panel.css' },
      outdir: 'dist',
      format: 'iife',
      platform: 'browser',
    }),
  ]);
  if (watch) console.log('building');
  for (const context of contexts) {
    if (watch) await context.watch();
    else {
      await context.rebuild();
      await context.dispose();
    }
  }
  if (watch) console.log('watching');
}

/** npm refuses a package for the processor `wasm32` unless it is forced: it has a folder of its own, so that nothing else is. */
function installOptimizer(): void {
  const folder = join(__dirname, 'optimizer');
  if (existsSync(join(folder, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci', '--force', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The optimizer could not be installed: run "npm ci --force" in src/build/optimizer and see why.');
}

/** Writes a file that takes long to make, once for each version of the files that it is made from. */
function writeOnChange(target: string, make: () => string, sources: readonly string[]): void {
  const stamp = `${target}.version`;
  const version = sources.reduce((hash, source) => hash.update(readFileSync(source)), createHash('sha256')).digest('hex');
  try {
    if (readFileSync(stamp, 'utf8') === version) return;
  } catch {
    mkdirSync(dirname(target), { recursive: true });
  }
  writeFileSync(target, make());
  writeFileSync(stamp, version);
}
