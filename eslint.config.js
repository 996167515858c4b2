const tseslint = require('typescript-eslint');

/** Node's own modules, with and without the `node:` in front. */
const nodeModules = require('node:module').builtinModules.flatMap((name) => [name, `node:${name}`]);
const vscode = { name: 'vscode', message: 'Only src/editor and src/extension.ts may import vscode.' };
const noNode = nodeModules.map((name) => ({ name, message: 'This layer runs in a browser too: it may not use Node.' }));

/** What a layer of `src` may not import: the design's table of who may import whom. */
function layer(folder, forbidden, paths = [vscode, ...noNode], globals = ['process', 'Buffer', '__dirname', 'require']) {
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths, patterns: forbidden.map((name) => ({ regex: `^(?:\\.\\./)+${name}(?:/|$)`, message: `src/${folder} may not import src/${name}.` })) },
      ],
      'no-restricted-globals': ['error', ...globals],
    },
  };
}

module.exports = tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', '.vscode-test/', 'node_modules/', 'test/bench/node_modules/', 'test/fixtures/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'test/*.js', 'test/host/*.js'] }, tsconfigRootDir: __dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // VS Code hands out disposables as plain objects everywhere.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  layer('syntax', ['knowledge', 'iac', 'study', 'editor', 'panel', 'build']),
  layer('knowledge', ['iac', 'study', 'editor', 'panel', 'build']),
  layer('iac', ['study', 'editor', 'panel', 'build']),
  layer('study', ['iac', 'editor', 'panel', 'build']),
  layer('panel', ['iac', 'editor', 'build']),
  layer('editor', ['build', 'panel/(?!protocol)'], noNode),
  // A log on a disk is appended to, which VS Code's own file system cannot do; fitting takes a thread. These files are loaded late, and never in a browser.
  {
    ...layer('editor', ['build', 'panel', 'knowledge', 'iac'], [vscode], ['Buffer', '__dirname', 'require']),
    files: ['src/editor/diskFolder.ts', 'src/editor/fitThread.ts', 'src/editor/fitWorker.ts'],
  },
  layer('build', ['editor', 'panel', 'study'], [vscode], []),
  {
    files: ['src/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^\\./(?:build|panel)/', message: 'The composition root puts editor parts together.' }] }],
    },
  },
  {
    files: ['src/cli.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [vscode], patterns: [{ regex: '^\\./(?:editor|panel|study|build)/', message: 'The command line uses the reading and the rules only.' }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-function-return-type': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'it', 'test'], package: 'mocha' }] },
      ],
    },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off', '@typescript-eslint/explicit-function-return-type': 'off' },
  },
);
