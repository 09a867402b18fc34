import { execFileSync } from 'node:child_process';

/** Builds both browsers' extensions once, before the tests that look at them. */
export default function buildExtension(): void {
  for (const browser of ['chrome', 'firefox']) {
    execFileSync('wxt', ['build', '--mv3', '-b', browser], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  }
}
