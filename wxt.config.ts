import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { consolesOfTheirOwn, knowledgeAssets } from './knowledge/assets.ts';
import { generateTypes } from './knowledge/generate-types.ts';
import { knowledgePlugin } from './knowledge/vite-plugin.ts';
import { consoleHosts } from './src/console/console-url.ts';
import { tokenBlocks } from './src/ui/token-blocks.ts';

/** Every page on which the panel can show. */
const consolePages = [...consoleHosts, ...consolesOfTheirOwn().map((host) => `https://*.${host}/*`)];

/** One face, Latin, all weights; its licence travels with it. */
const fontFiles = {
  'fonts/open-sans.woff2':
    'node_modules/@fontsource-variable/open-sans/files/open-sans-latin-wght-normal.woff2',
  'fonts/LICENSE.txt': 'node_modules/@fontsource-variable/open-sans/LICENSE',
};

/** The design tokens that our styles mention, as a stylesheet to import. */
function tokensPlugin(): Plugin {
  const name = 'virtual:tokens.css';
  const tokens = 'node_modules/@cloudscape-design/design-tokens/index-visual-refresh.json';
  return {
    name: 'tokens',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) =>
      id === `\0${name}`
        ? tokenBlocks(
            globSync('src/ui/**/*.css')
              .map((file) => readFileSync(file, 'utf8'))
              .join('\n'),
            JSON.parse(readFileSync(tokens, 'utf8')),
          )
        : null,
  };
}

export default defineConfig({
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  publicDir: 'src/public',
  imports: false,
  manifestVersion: 3,
  webExt: { disabled: true },
  hooks: {
    'prepare:types': generateTypes,
    // The content script lists the common hosts itself; those of single services come from the knowledge base.
    'build:manifestGenerated': (_, manifest) => {
      for (const script of manifest.content_scripts ?? []) script.matches = consolePages;
    },
    'build:publicAssets': (_, files) => {
      for (const [relativeDest, contents] of Object.entries(knowledgeAssets()))
        files.push({ relativeDest, contents });
      for (const [relativeDest, source] of Object.entries(fontFiles))
        files.push({ relativeDest, absoluteSrc: resolve(source) });
    },
  },
  vite: () => ({ plugins: [knowledgePlugin(), tokensPlugin()], build: { target: 'es2022' } }),
  manifest: ({ browser }) => ({
    name: 'Sidecar for the AWS Console',
    short_name: 'Sidecar',
    description:
      'Study notes and service limits beside the AWS console page you are on. Works offline, sends nothing anywhere.',
    action: { default_title: 'Sidecar' },
    permissions: ['storage', 'alarms', 'contextMenus', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    omnibox: { keyword: 'aws' },
    minimum_chrome_version: '126',
    // No outside host, whatever code asks for it: notes never leave, nothing is fetched.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
    },
    web_accessible_resources: [{ resources: ['panel.html'], matches: consolePages }],
    commands: {
      'toggle-panel': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: 'Open or close the panel beside the page',
      },
      _execute_action: { suggested_key: { default: 'Alt+Shift+F' } },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'sidecar@sidecar.invalid',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
