// Builds everything that runs: `node esbuild.js [--watch] [--production]`.
require('tsx/cjs');
const esbuild = require('esbuild');
const { build } = require('./src/build/build.ts');

const flags = new Set(process.argv.slice(2));
build(esbuild, { watch: flags.has('--watch'), production: flags.has('--production') }).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
