import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const files = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(js|cjs|html)$/.test(name))
  .map((name) => ({ name, text: readFileSync(path.join('dist', name), 'utf8') }));
const ours = files.filter(({ name }) => name.startsWith('main') || name.endsWith('.html'));
const holding = (pattern: RegExp, among = files) => among.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test('the build is there', () => {
  const names = files.map(({ name }) => name);
  for (const name of ['main/index.js', 'main/browser.js', 'main/electron.js', 'main/electron-preload.cjs', 'main/browser-bridge.js']) {
    expect(names).toContain(name);
  }
});

test.each([
  ["'unsafe-inline'", /unsafe-inline/],
  ["'unsafe-eval'", /unsafe-eval/],
  ['the development server', /ROOMKEEPER_DEV_SERVER/],
  ['a switch that turns the sandbox off', /no-sandbox/],
  ['nodeIntegration', /nodeIntegration\w*:\s*(true|!0)/],
  ['a shared context', /contextIsolation:\s*(false|!1)/],
  ['an unsandboxed window', /\bsandbox:\s*(false|!1)/],
  ['webview', /webviewTag:\s*(true|!0)/],
  ['a page without web security', /webSecurity:\s*(false|!1)|allowRunningInsecureContent|experimentalFeatures:/],
  ['a way round certificates', /on\(["']certificate-error|setCertificateVerifyProc|NODE_TLS_REJECT_UNAUTHORIZED/],
])('no product file of main has %s', (_what, pattern) => {
  expect(holding(pattern, ours)).toEqual([]);
});

test('a certificate that is not accepted is looked at in one place alone: the handshake of the probe, which sends nothing', () => {
  const places = ours.flatMap(({ text }) => text.match(/rejectUnauthorized:\s*(false|!1)/g) ?? []);
  expect(places).toHaveLength(1);
});

test('Electron is imported by the Electron host alone, so that plain Node starts', () => {
  expect(holding(/from "electron"|require\(["']electron["']\)/)).toEqual(['main/electron-preload.cjs', 'main/electron.js']);
});

test('preload and bridge are one file each, without zod', () => {
  for (const { name, text } of files.filter(({ name }) => /electron-preload|browser-bridge/.test(name))) {
    expect(text, name).not.toMatch(/^import |\bimport\(|ZodError/m);
    expect(text.length, name).toBeLessThan(10_000);
  }
});

test('the page has no inline script, no inline style and nothing from elsewhere', () => {
  const [page] = files.filter(({ name }) => name.endsWith('.html'));
  expect(page?.text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|(src|href)="(https?:)?\/\//);
});

test('no script of npm switches the sandbox off', () => {
  expect(readFileSync('package.json', 'utf8') + readFileSync('electron-builder.yml', 'utf8')).not.toContain('no-sandbox');
});

/** Files of the page by name, with what the files that they need before they run bring along; what an `import(` asks for comes later. */
function withAllTheyNeed(names: string[], found = new Set<string>()): Set<string> {
  for (const name of names.filter((one) => !found.has(one))) {
    found.add(name);
    const text = /\.(js|html)$/.test(name) ? readFileSync(path.join('dist/renderer', name), 'utf8') : '';
    const needed = text.matchAll(/(?:\bfrom|\bimport|\bsrc=|\bhref=)\s*["'`](?:\/assets|\.)\/([\w.-]+\.(?:js|css))["'`]/g);
    withAllTheyNeed(
      [...needed].map(([, file]) => `assets/${file}`),
      found,
    );
  }
  return found;
}

test('the first screen brings neither livekit-client nor the QR code along, and is 300 kB of gzip at most', () => {
  const assets = readdirSync('dist/renderer/assets').map((name) => `assets/${name}`);
  const named =
    (...names: RegExp[]) =>
    (name: string) =>
      names.some((one) => one.test(name)) && name.endsWith('.js');
  const isLater = named(/livekit-client\.esm/, /qr-code/);
  expect(assets.filter(isLater)).toHaveLength(2);
  const first = [...withAllTheyNeed(['index.html', ...assets.filter(named(/\/welcome-/))])];
  expect(first.length).toBeGreaterThan(10);
  expect(first.filter(isLater)).toEqual([]);
  const bytes = first.reduce((sum, name) => sum + gzipSync(readFileSync(path.join('dist/renderer', name))).length, 0);
  expect(bytes).toBeGreaterThan(150_000);
  expect(bytes).toBeLessThanOrEqual(300_000);
});
