import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { defaultFolderIn } from '../../host/folders.ts';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const templates = 'node_modules/app-builder-lib/templates';

/** What an uninstaller of Windows removes with all that is in it; lines that only empty folders go by are left out. */
function removedByWindows(): string[] {
  const script = read(`${templates}/nsis/uninstaller.nsh`);
  return [...script.matchAll(/^ *RMDir \/r "?([^"\n]+)"?$/gm)].map(([, path = '']) => path);
}

test('uninstalling on Windows removes the program and never local data, where the shop lies', () => {
  expect(read('electron-builder.yml')).toMatch(/^ +deleteAppDataOnUninstall: false$/m);
  const env = { LOCALAPPDATA: '$LOCALAPPDATA' };
  expect(defaultFolderIn({ platform: 'win32', env, home: '' })).toBe('$LOCALAPPDATA\\Backshelf');
  const removed = removedByWindows();
  expect(removed).toContain('$INSTDIR');
  expect(removed.filter((path) => /LOCALAPPDATA/i.test(path))).toEqual([]);
});

test('removing the package on Linux touches nobody’s home', () => {
  expect(read('electron-builder.yml')).not.toMatch(/afterRemove/);
  const script = read(`${templates}/linux/after-remove.tpl`);
  expect(script).toContain('/usr/bin/');
  expect(script).not.toMatch(/HOME|~\/|\/home|XDG|\.local/);
});
