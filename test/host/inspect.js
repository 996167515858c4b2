// `npm run inspect -- [--json] FILE...`: builds the command line when it is missing, and runs it.
const { existsSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { installDependencies, root } = require('./setup.js');

const cli = join(root, 'dist/cli.js');
if (!existsSync(cli)) {
  installDependencies();
  spawnSync(process.execPath, ['esbuild.js'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
// npm runs scripts in the project's folder; file names are meant from where npm was called.
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? process.cwd(), stdio: 'inherit' });
process.exit(status ?? 1);
