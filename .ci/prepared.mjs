// Runs a command of this project with everything it needs in place: `node .ci/prepared.mjs <file.ts | tool> [arguments]`.
// Plain JavaScript on Node's own modules only, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Runs TypeScript as it is; every tool of ours works from here on. */
const OLDEST_NODE = [22, 18];
const NODE_FROM_NPM = '22.23.3';
const root = resolve(import.meta.dirname ?? '.ci', '..');
const at = (...parts) => join(root, ...parts);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const [command, ...args] = process.argv.slice(2);
if (!command) fail('Usage: node .ci/prepared.mjs <file.ts | tool> [arguments]');

installPackages();
const nodeFolder = isRecent(process.versions.node) ? null : installNode();
const environment = {
  ...process.env,
  PATH: [nodeFolder, at('node_modules', '.bin'), process.env.PATH].filter(Boolean).join(delimiter),
};
if (!existsSync(at('.wxt', 'tsconfig.json'))) run('wxt', ['prepare'], [process.stderr, process.stderr]);
process.exit(
  command.endsWith('.ts')
    ? run('node', ['--disable-warning=ExperimentalWarning', at(command), ...args])
    : run(command, args),
);

/** Installs what package-lock.json names, unless exactly that is installed already. */
function installPackages() {
  const lock = readFileSync(at('package-lock.json'), 'utf8');
  const stamp = at('node_modules', '.installed-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing packages (once, about 20 s) …');
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    fail('The packages could not be installed: connect to the npm registry, then run this again.');
  writeFileSync(stamp, lock);
}

/** Puts a newer Node beside the packages, for this project only. @returns the folder its program is in */
function installNode() {
  const home = at('.node');
  const bin = join(home, 'node_modules', '.bin');
  const isThere = () => existsSync(join(bin, process.platform === 'win32' ? 'node.cmd' : 'node'));
  if (isThere()) return bin;
  say(
    `Node ${process.versions.node} is older than ${OLDEST_NODE.join('.')}: fetching ${NODE_FROM_NPM} for this project …`,
  );
  const name = `node-${process.platform}-${process.arch}@${NODE_FROM_NPM}`;
  spawnSync(npm, ['install', '--prefix', home, '--no-audit', '--no-fund', '--loglevel=error', name], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (!isThere())
    fail(
      `Node ${OLDEST_NODE.join('.')} or newer is needed and npm has none for this machine: install it from nodejs.org.`,
    );
  return bin;
}

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

function run(program, parameters, [out, err] = ['inherit', 'inherit']) {
  const { status, error, signal } = spawnSync(program, parameters, {
    cwd: root,
    env: environment,
    stdio: ['inherit', out, err],
    shell: process.platform === 'win32',
  });
  if (error) fail(`${program} could not be started: ${error.message}`);
  return signal ? 1 : status;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
