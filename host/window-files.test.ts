import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    const policy = (await answer(path)).headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).not.toContain('unsafe');
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
