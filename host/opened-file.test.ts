import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/folders.ts';
import { openedFile } from './opened-file.ts';

/** A folder with what somebody may drop on the icon. */
function withFiles(): { readonly folder: string; readonly csv: string } {
  const folder = temporaryFolder();
  const csv = join(folder, '店 😀', '销售.CSV');
  mkdirSync(join(folder, '店 😀'));
  mkdirSync(join(folder, 'folder.csv'));
  for (const path of [csv, join(folder, 'program.exe')]) writeFileSync(path, '');
  return { folder, csv };
}

test('the first file that there is a screen for is taken, wherever it stands among switches', () => {
  const { folder, csv } = withFiles();
  expect(openedFile(['--flag', '--x=1.csv', join(folder, 'program.exe'), csv], '/')).toBe(csv);
  expect(openedFile([join('店 😀', '销售.CSV')], folder)).toBe(csv);
});

test.each([[[]], [['folder.csv']], [['program.exe']], [['missing.csv']], [['-csv']], [['']]])(
  '%j opens nothing',
  (args) => {
    expect(openedFile(args, withFiles().folder)).toBeUndefined();
  },
);
