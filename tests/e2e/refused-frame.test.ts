import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builds, pressHandle, waitForSidecar } from '../console-demo/launch.ts';
import { type Session, startSession } from './session.ts';

/** The same extension, but its panel may not be framed: the browser refuses the frame as a strict page would. */
const folder = mkdtempSync(join(tmpdir(), 'sidecar-'));
let session: Session;
beforeAll(async () => {
  cpSync(builds.chrome, folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  writeFileSync(
    manifest,
    JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), web_accessible_resources: [] }),
  );
  session = await startSession(folder);
});
afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true });
});

test('a refused frame makes room for the offer of the side panel, which can be declined for the host', async () => {
  const { page } = await session.visit(
    'https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/layers',
  );
  const says = async () => JSON.stringify(await page.accessibility.snapshot());
  await waitForSidecar(page);
  await pressHandle(page);
  await expect.poll(says, { timeout: 5000 }).toContain('This page does not allow panels');
  expect(await says()).toContain('Open the side panel');
  expect(await page.evaluate(() => document.documentElement.style.marginRight)).toBe('');

  await (await page.waitForSelector('::-p-aria(Not now)'))?.click();
  await expect.poll(says).not.toContain('This page does not allow panels');
  await page.close();
});
