// `npm test`: everything that must hold, in the order in which it is quickest to hear of a mistake.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { getBrowser } from './console-demo/find-browser.ts';

const report = '.output/tests.json';

const steps: [name: string, program: string, ...args: string[]][] = [
  ['Knowledge rules', 'node', '--disable-warning=ExperimentalWarning', 'knowledge/command.ts', 'check'],
  ['Types', 'tsc', '--noEmit'],
  ['Lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['Format', 'prettier', '--check', '--log-level=warn', '.'],
  [
    'Tests',
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
];

rmSync(report, { force: true });
const failed: string[] = [];
try {
  getBrowser(['chrome']);
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`);
  process.exit(1);
}
for (const [name, program, ...args] of steps) {
  const start = Date.now();
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  process.stdout.write(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)\n`,
  );
  if (status !== 0) failed.push(name);
}

const { numPassedTests = 0, numFailedTests = 0 } = readReport();
if (failed.length) process.stdout.write(`Failed: ${failed.join(', ')}\n`);
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`);
process.exitCode = failed.length || !numPassedTests ? 1 : 0;

function readReport(): { numPassedTests?: number; numFailedTests?: number } {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  } catch {
    return {};
  }
}
