#!/usr/bin/env node
// An executable that @vscode/test-electron can run in place of a desktop VS Code.
require('tsx/cjs');
require('./serverLauncher.ts');
