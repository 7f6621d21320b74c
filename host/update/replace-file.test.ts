import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { fingerprintOf } from './plain-file.ts';
import { canReplace, putInPlace } from './replace-file.ts';
import { startApart } from './start-apart.ts';
import type { TakenUpdate } from './take-update.ts';

async function taken(content: string): Promise<TakenUpdate> {
  const path = join(temporaryFolder(), 'Backshelf-0.2.0-x86_64.AppImage');
  writeFileSync(path, content);
  return { file: 'Backshelf-0.2.0-x86_64.AppImage', version: '0.2.0', path, sha256: await fingerprintOf(path, 1000) };
}

function runningProgram(): string {
  const target = join(temporaryFolder(), 'Backshelf.AppImage');
  writeFileSync(target, 'the old program');
  return target;
}

test('the new program takes the place of the old one, ready to be started, and leaves nothing beside it', async () => {
  const target = runningProgram();
  await putInPlace(await taken('the new program'), target);
  expect(readFileSync(target, 'utf8')).toBe('the new program');
  expect(statSync(target).mode & 0o777).toBe(0o755);
  expect(readdirSync(join(target, '..'))).toEqual(['Backshelf.AppImage']);
});

test('a copy that was changed does not get there', async () => {
  const target = runningProgram();
  const update = await taken('the new program');
  writeFileSync(update.path, 'something else');
  await expect(putInPlace(update, target)).rejects.toThrow('not what was signed');
  expect(readFileSync(target, 'utf8')).toBe('the old program');
  expect(readdirSync(join(target, '..'))).toEqual(['Backshelf.AppImage']);
});

test('what a crash left beside it is replaced', async () => {
  const target = runningProgram();
  writeFileSync(join(target, '..', '.Backshelf-0.2.0-x86_64.AppImage.new'), 'half');
  await putInPlace(await taken('the new program'), target);
  expect(readFileSync(target, 'utf8')).toBe('the new program');
});

test('a program can be replaced where its folder can be written', async () => {
  expect([await canReplace(runningProgram()), await canReplace('/nowhere/Backshelf.AppImage')]).toEqual([true, false]);
});

test('a program is started apart from this one, and one that cannot be started is told', async () => {
  const folder = temporaryFolder();
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\necho "$1" > said\n');
  await expect(startApart(program, [])).rejects.toThrow('EACCES');
  chmodSync(program, 0o700);
  await startApart(program, ['--updated']);
  while (!readdirSync(folder).includes('said') || readFileSync(join(folder, 'said'), 'utf8') === '') await wait(10);
  expect(readFileSync(join(folder, 'said'), 'utf8')).toBe('--updated\n');
  await expect(startApart(join(folder, 'none'), [])).rejects.toThrow('ENOENT');
});
