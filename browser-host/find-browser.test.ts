import { expect, test } from 'vitest';
import { findBrowserIn } from './find-browser.ts';

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

test('on Windows, Edge is enough', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
  expect(findBrowserIn({ platform: 'win32', env, home: 'C:\\Users\\x', exists: only(edge) })).toBe(edge);
});

test('on macOS, apps of the person’s own folder are found too', () => {
  const chrome = '/Users/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowserIn({ platform: 'darwin', env: {}, home: '/Users/li', exists: only(chrome) })).toBe(chrome);
});

test('on Linux, the search path comes before the usual folders', () => {
  const exists = only('/opt/bin/chromium', '/usr/bin/chromium');
  expect(findBrowserIn({ platform: 'linux', env: { PATH: '/opt/bin:/bin' }, home: '/root', exists })).toBe(
    '/opt/bin/chromium',
  );
});

test('a browser named by hand is taken or nothing is, never another one', () => {
  const env = { BACKSHELF_BROWSER: '/opt/mine' };
  const search = { platform: 'linux', env, home: '/root' } as const;
  expect(findBrowserIn({ ...search, exists: only('/opt/mine', '/usr/bin/chromium') })).toBe('/opt/mine');
  expect(findBrowserIn({ ...search, exists: only('/usr/bin/chromium') })).toBeUndefined();
});
