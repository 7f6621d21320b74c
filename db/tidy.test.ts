import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/folders.ts';
import { isThere, remove, tidy } from './tidy.ts';

test('every step of tidying up is taken, and none that fails is heard of', () => {
  const taken: string[] = [];
  const failing = (): void => {
    taken.push('failing');
    throw new Error('the disk failed');
  };
  tidy(failing, () => taken.push('next'));
  expect(taken).toEqual(['failing', 'next']);
});

test('a folder goes with all in it, and what a link leads to stays', () => {
  const [folder, other] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  writeFileSync(join(folder, 'a', 'b', 'file'), '');
  writeFileSync(join(other, 'kept'), '');
  symlinkSync(other, join(folder, 'a', 'link'));
  remove(join(folder, 'a'));
  expect([existsSync(join(folder, 'a')), existsSync(join(other, 'kept'))]).toEqual([false, true]);
});

test('removing what is not there is no error; being a file where a folder should be is none either', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  remove(join(file, 'below'));
  expect([isThere(file), isThere(join(file, 'below'))]).toEqual([true, false]);
});
