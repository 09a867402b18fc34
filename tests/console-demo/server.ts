import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** How the demo console behaves; a test changes it between page loads. */
export interface Behaviour {
  /** Cross-origin isolation headers, as some consoles send them. */
  isolation: 'none' | 'require-corp' | 'credentialless';
  dark: boolean;
  /** Whether the page forbids its frames the clipboard. */
  keepsClipboard: boolean;
  /** Whether the top and bottom bars stay when the page scrolls. */
  fixedBars: boolean;
}

/** What was asked of the server, in order. */
export interface DemoRequest {
  host: string;
  path: string;
}

export interface ConsoleDemo {
  port: number;
  behaviour: Behaviour;
  requests: DemoRequest[];
  close(): Promise<void>;
}

/** Files of the demo by path; everything else is the console's one page, as in a single-page application. */
const files: Record<string, { file: string; type: string }> = {
  '/demo/console.js': { file: 'console.js', type: 'text/javascript' },
  '/demo/console.css': { file: 'console.css', type: 'text/css' },
};

const read = (name: string) => readFileSync(new URL(`public/${name}`, import.meta.url));

/**
 * An HTTPS server on loopback that imitates how the AWS console behaves towards an extension. It answers for every
 * host name: the browser is told to look for the console's hosts here.
 */
export async function startConsoleDemo(): Promise<ConsoleDemo> {
  const behaviour: Behaviour = { isolation: 'none', dark: false, keepsClipboard: false, fixedBars: true };
  const requests: DemoRequest[] = [];
  const keys = await generate([{ name: 'commonName', value: 'console.aws.amazon.com' }]);
  const server = createServer({ key: keys.private, cert: keys.cert }, (request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    requests.push({ host: request.headers.host ?? '', path });
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const asset = files[path];
    if (asset) {
      response.writeHead(200, { 'content-type': asset.type, 'cross-origin-resource-policy': 'same-origin' });
      response.end(read(asset.file));
      return;
    }
    const nonce = randomBytes(12).toString('base64');
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'self'",
        `script-src 'self' 'nonce-${nonce}'`,
        "style-src 'self'",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ].join('; '),
      ...(behaviour.keepsClipboard && {
        'permissions-policy': 'clipboard-write=(self), clipboard-read=(self)',
      }),
      ...(behaviour.isolation !== 'none' && {
        'cross-origin-embedder-policy': behaviour.isolation,
        'cross-origin-opener-policy': 'same-origin',
      }),
    });
    response.end(
      read('console.html')
        .toString()
        .replace('{{nonce}}', nonce)
        .replace(
          '{{body}}',
          [behaviour.dark ? 'awsui-dark-mode' : 'awsui-light', behaviour.fixedBars ? 'fixed-bars' : ''].join(
            ' ',
          ),
        ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    behaviour,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
