import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { packWindow } from './window-archive.ts';
import { pathsBelow, windowFiles } from './window-files.ts';

const root = mkdtempSync(join(tmpdir(), 'backshelf-files-'));
mkdirSync(join(root, 'page', 'assets'), { recursive: true });
writeFileSync(join(root, 'secret.txt'), 'secret');
writeFileSync(join(root, 'page', 'index.html'), '<p>shop</p>');
writeFileSync(join(root, 'page', 'assets', 'main.js'), 'let one = 1;');
afterAll(() => rmSync(root, { recursive: true }));

const answer = windowFiles(join(root, 'page'));

test('the root is the page, other files go by their own path and type', async () => {
  expect((await answer('/')).body.toString()).toBe('<p>shop</p>');
  const script = await answer('/assets/main.js');
  expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets', '/nothing', ''])('%j is not found', async (path) => {
  expect((await answer(path)).status).toBe(404);
});

test('every answer carries the policy, and no policy allows scripts or styles in line', async () => {
  for (const path of ['/', '/nothing']) {
    const { headers } = await answer(path);
    expect(headers['content-security-policy']?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types svelte-trusted-html',
    ]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringMatching(/^camera=\(\), .*usb=\(\)/),
    });
  }
});

test('an archive of the window gives the same answers as its folder', async () => {
  const paths = pathsBelow(join(root, 'page'));
  writeFileSync(
    join(root, 'installed.br'),
    packWindow(new Map([...paths].map(([path, file]) => [path, readFileSync(file)]))),
  );
  const archived = windowFiles(join(root, 'installed'));
  const asked = ['/', ...paths.keys(), '/assets', '/nothing', '/../secret.txt', ''];
  expect(await Promise.all(asked.map(archived))).toEqual(await Promise.all(asked.map(answer)));
});

test('the page itself holds no script or style in line', () => {
  const page = readFileSync(fileURLToPath(new URL('../renderer/app/index.html', import.meta.url)), 'utf8');
  expect(page.match(/<script[^>]*>[^<]+|<style|style=|\son\w+=/g)).toBeNull();
});
