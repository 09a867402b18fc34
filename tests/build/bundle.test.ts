import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readKnowledge } from '../../knowledge/check.ts';
import { compileCatalog } from '../../knowledge/compile-catalog.ts';
import { builds } from '../console-demo/launch.ts';

const read = (browser: keyof typeof builds, file: string) => readFileSync(join(builds[browser], file));
const manifest = (browser: keyof typeof builds) => JSON.parse(read(browser, 'manifest.json').toString());
const contentScript = read('chrome', 'content-scripts/console.js');

/**
 * In bytes. A larger result is a decision, not an accident. The base of 80 services and its search index are about
 * nine tenths of the whole, so the whole may be larger than the megabyte it began with.
 */
const ceilings = { contentScript: 8_000, zip: 2_000_000 };

const consoles = [
  'https://*.console.aws.amazon.com/*',
  'https://*.console.amazonaws-us-gov.com/*',
  'https://*.console.amazonaws.cn/*',
  'https://*.console.amazonaws-eusc.eu/*',
  'https://*.quicksight.aws.amazon.com/*',
].toSorted();

describe('the manifest asks for what is used and nothing else', () => {
  test.each([
    ['chrome', ['storage', 'alarms', 'contextMenus', 'sidePanel']],
    ['firefox', ['storage', 'alarms', 'contextMenus']],
  ] as const)('%s', (browser, permissions) => {
    const {
      permissions: asked,
      host_permissions,
      optional_permissions,
      optional_host_permissions,
      content_scripts,
      web_accessible_resources,
    } = manifest(browser);
    expect(asked).toEqual(permissions);
    expect([host_permissions, optional_permissions, optional_host_permissions]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(content_scripts).toHaveLength(1);
    expect(content_scripts[0].matches.toSorted()).toEqual(consoles);
    expect(content_scripts[0].all_frames ?? false).toBe(false);
    expect(content_scripts[0].run_at ?? 'document_idle').toBe('document_idle');
    expect(web_accessible_resources).toHaveLength(1);
    expect(web_accessible_resources[0].resources).toEqual(['panel.html']);
    expect(web_accessible_resources[0].matches.toSorted()).toEqual(consoles);
    expect(JSON.stringify(web_accessible_resources)).not.toContain('use_dynamic_url":true');
  });
  test('no outside host can be reached by its pages', () => {
    const policy: string = manifest('chrome').content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
  });
  test('it is Manifest V3 in both browsers', () => {
    expect([manifest('chrome').manifest_version, manifest('firefox').manifest_version]).toEqual([3, 3]);
  });
});

describe('sizes', () => {
  test(`the content script stays under ${ceilings.contentScript} bytes gzipped`, () => {
    expect(gzipSync(contentScript, { level: 9 }).length).toBeLessThanOrEqual(ceilings.contentScript);
  });
  test(`everything zipped stays under ${ceilings.zip} bytes`, () => {
    const files = readdirSync(builds.chrome, { recursive: true, encoding: 'utf8' })
      .map((name) => join(builds.chrome, name))
      .filter((name) => statSync(name).isFile());
    const zipped = files.reduce(
      (sum, name) => sum + deflateRawSync(readFileSync(name), { level: 9 }).length + 120,
      0,
    );
    expect(zipped).toBeLessThanOrEqual(ceilings.zip);
  });
});

test('the content script holds not a line of any note', () => {
  const text = contentScript.toString();
  const lines = compileCatalog(readKnowledge()).flatMap(({ topics }) =>
    topics.flatMap(({ notes }) => notes.flatMap(({ title, points }) => [title, ...points])),
  );
  const long = lines.filter((line) => line.length > 30);
  expect(long.length).toBeGreaterThan(500);
  expect(long.filter((line) => text.includes(line))).toEqual([]);
});

test('no address outside the console and its documentation is in the code', () => {
  const code = readdirSync(builds.chrome, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => read('chrome', name).toString());
  // `https://*.` begins the match patterns of consoles on hosts of their own, which are put together at run time.
  const hosts = new Set(code.join('\n').match(/https?:\/\/[\w*.-]+/g));
  expect(
    [...hosts].filter(
      (host) => host !== 'https://*.' && !/\*?\.?console\.(aws\.amazon\.com|amazonaws)|w3\.org/.test(host),
    ),
  ).toEqual([]);
});
