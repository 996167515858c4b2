// `npm start [-- --port N] [-- --folder PATH]`: sets everything up and opens StackDrill on a sample workspace.
const { installDependencies, root, run } = require('./setup.js');

try {
  installDependencies();
  console.log('Building ...');
  run(process.execPath, ['esbuild.js']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.chdir(root);
require('tsx/cjs');
require('./open.ts');
