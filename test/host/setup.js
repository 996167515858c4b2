// Makes a fresh clone ready to build. Plain Node, because it runs before anything is installed.
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');

/** Runs a command in the project; throws with its name where it fails. */
function run(command, parameters, options = {}) {
  const { status, error } = spawnSync(command, parameters, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (error || status !== 0) throw new Error(`${[command, ...parameters].join(' ')} failed${error ? `: ${error.message}` : ` with exit code ${status}`}.`);
}

/** Installs the dependencies, unless the ones of this very lock file are there. */
function installDependencies() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`StackDrill is built with Node 20 or later; this is ${process.version}.`);
  const stamp = join(root, 'node_modules', '.stackdrill-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies (npm ci) ...');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev']);
  writeFileSync(stamp, wanted);
}

/** The Chromium that drives the server VS Code; installed with apt on Debian as root, asked for elsewhere. */
function findChromium() {
  const { STACKDRILL_CHROMIUM } = process.env;
  const candidates = [
    STACKDRILL_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
  ];
  return candidates.find((path) => path && existsSync(path));
}

function ensureChromium() {
  const known = findChromium();
  if (known) return known;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('Installing Chromium (apt-get) ...');
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-y', '-qq', 'chromium'], quiet);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error('The tests need Chromium or Chrome. Install it (on Debian: apt-get install chromium) or name it in STACKDRILL_CHROMIUM.');
}

module.exports = { root, run, installDependencies, findChromium, ensureChromium };
