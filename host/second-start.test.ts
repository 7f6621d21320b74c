import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../fixtures/folders.ts';
import { askFirstWindow, hearSecondStarts, meetingPlace } from './second-start.ts';

/** A folder whose window says it is the process given. */
function folderOfWindow(pid: number): string {
  const folder = temporaryFolder();
  const place = meetingPlace(folder);
  mkdirSync(place, { recursive: true });
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  writeFileSync(join(place, 'window.json'), JSON.stringify({ pid }));
  return folder;
}

test('a second start brings the first window to the front, as often as it is tried', async () => {
  const folder = temporaryFolder();
  const module = fileURLToPath(new URL('second-start.ts', import.meta.url));
  const program = `import { hearSecondStarts } from ${JSON.stringify(module)};
    hearSecondStarts(${JSON.stringify(folder)}, () => console.log('shown')); console.log('hears')`;
  const first = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void first.kill());
  const said: string[] = [];
  first.stdout.setEncoding('utf8').on('data', (text: string) => said.push(...text.trim().split('\n')));
  await once(first.stdout, 'data');
  expect(await askFirstWindow(folder)).toBe(true);
  expect(await askFirstWindow(folder)).toBe(true);
  await expect.poll(() => said).toEqual(['hears', 'shown', 'shown']);
});

test('there is nobody to ask without a window, after it was closed, or when its process died', async () => {
  const folder = temporaryFolder();
  expect(await askFirstWindow(folder)).toBe(false);
  hearSecondStarts(folder, () => undefined)();
  expect(await askFirstWindow(folder)).toBe(false);
  expect(await askFirstWindow(folderOfWindow(2 ** 31 - 2))).toBe(false);
});

test('a window that does not hear is not waited for for ever', async () => {
  const folder = folderOfWindow(process.ppid);
  expect(await askFirstWindow(folder)).toBe(false);
  expect(existsSync(join(meetingPlace(folder), 'asked'))).toBe(false);
});
