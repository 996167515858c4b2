// `npm test`: sets everything up, runs every check and every suite, and closes with the count over all of them.
const { spawn } = require('node:child_process');
const { ensureChromium, installDependencies, root } = require('./host/setup.js');

const tsx = ['--require', 'tsx/cjs'];
/** Name, parameters of Node, and whether the step reports tests of its own; a check counts as one test. */
const steps = [
  ['build', ['esbuild.js', '--production']],
  ['types', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
  ['dead code', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['content', [...tsx, 'test/content/check.ts']],
  ['unit tests', ['node_modules/c8/bin/c8.js', 'node', 'node_modules/mocha/bin/mocha.js'], true],
  ['integration tests', [...tsx, 'test/host/integration.ts'], true],
  ['package', [...tsx, 'test/host/package.ts', '--check']],
  [
    'browser tests',
    [
      'node_modules/mocha/bin/mocha.js',
      '--no-package',
      '--require',
      'tsx/cjs',
      '--spec',
      'test/browser/**/*.test.ts',
      '--reporter',
      'spec',
      '--timeout',
      '60000',
    ],
    true,
  ],
];

const totals = { passed: 0, failed: 0, skipped: 0 };

function count(output, name) {
  const found = [...output.matchAll(new RegExp(`^\\s*(\\d+) ${name}\\b`, 'gm'))];
  return found.reduce((sum, match) => sum + Number(match[1]), 0);
}

/** Runs a step and adds what it counted. A suite that fails without counting a failure counts as one. */
function runStep([name, parameters, counts]) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '--no-warnings' } });
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.on('data', (chunk) => {
        output += chunk;
        to.write(chunk);
      });
    }
    child.on('close', (code) => {
      const failing = counts ? count(output, 'failing') : 0;
      const passing = counts ? count(output, 'passing') : Number(code === 0);
      totals.passed += passing;
      totals.skipped += counts ? count(output, 'pending') : 0;
      totals.failed += failing + (failing === 0 && (code !== 0 || passing === 0) ? 1 : 0);
      console.log(`-- ${name}: ${code === 0 ? 'passed' : `FAILED (exit code ${code})`}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
      resolve();
    });
  });
}

async function main() {
  installDependencies();
  ensureChromium();
  const only = process.argv.slice(2);
  for (const step of steps) if (only.length === 0 || only.includes(step[0])) await runStep(step);
}

main()
  .catch((error) => {
    console.error(error.message);
    totals.failed++;
  })
  .finally(() => {
    const { passed, failed, skipped } = totals;
    console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    process.exit(failed > 0 ? 1 : 0);
  });
