import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser on this machine. */
export interface FoundBrowser {
  kind: 'chrome' | 'firefox';
  path: string;
}

const inPrograms = (path: string) =>
  [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((base) =>
    base ? [join(base, path)] : [],
  );

/** Where browsers are, by platform, the preferred first. Bare names are looked for on the PATH. */
const places: Record<FoundBrowser['kind'], Partial<Record<NodeJS.Platform, string[]>>> = {
  chrome: {
    linux: [
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      'microsoft-edge-stable',
      'microsoft-edge',
    ],
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    win32: [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ].flatMap(inPrograms),
  },
  firefox: {
    linux: ['firefox', 'firefox-esr'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: inPrograms('Mozilla Firefox/firefox.exe'),
  },
};

/** Finds a browser. @returns null where there is none of these kinds */
export function findBrowser(kinds: FoundBrowser['kind'][]): FoundBrowser | null {
  for (const kind of kinds) {
    const path = (places[kind][process.platform] ?? [])
      .map(resolveProgram)
      .find((candidate) => candidate !== null);
    if (path) return { kind, path };
  }
  return null;
}

function resolveProgram(name: string): string | null {
  const candidates =
    name.includes('/') || name.includes('\\')
      ? [name]
      : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

/** What to say where no browser could be had. */
export const noBrowser =
  'No browser was found: install Chromium (Debian: apt-get install chromium), Chrome, Edge or Firefox, then run this again.';

/**
 * Finds a browser, and on Debian as root installs Chromium where there is none.
 * @throws Error saying what to install where none could be had
 */
export function getBrowser(kinds: FoundBrowser['kind'][]): FoundBrowser {
  const found = findBrowser(kinds) ?? (installChromium() ? findBrowser(['chrome']) : null);
  if (!found) throw new Error(noBrowser);
  return found;
}

function installChromium(): boolean {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || !resolveProgram('apt-get')) return false;
  process.stderr.write('No browser here: installing Debian’s chromium (once, about a minute) …\n');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', '-y', ...args], {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update') && apt('install', '--no-install-recommends', 'chromium', 'fonts-liberation');
}
