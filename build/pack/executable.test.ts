import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compiledFor, hollowProgram } from './executable.ts';
import { type PackTarget, targetName } from './target.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;
const targets: PackTarget[] = platforms.flatMap((platform) => [
  { platform, arch: 'x64' },
  { platform, arch: 'arm64' },
]);

const prebuilt = (target: PackTarget): Buffer =>
  readFileSync(
    fileURLToPath(new URL(`../../node_modules/better-sqlite3/prebuilds/${targetName(target)}.node`, import.meta.url)),
  );

test.each(targets.map((target) => [targetName(target), target] as const))(
  'a library for %s is known by its header, whatever its name',
  (_name, target) => {
    expect(compiledFor(prebuilt(target))).toEqual(target);
    expect(compiledFor(hollowProgram(target, Buffer.from('inside')))).toEqual(target);
  },
);

test.each([
  ['nothing', ''],
  ['a script', '#!/bin/sh\n'.padEnd(100, '#')],
  ['two letters of Windows', 'MZ'.padEnd(100, '\0')],
  ['a processor nobody here has', `\x7fELF${'\x02\x01\x01'.padEnd(14, '\0')}\xf3\x00`.padEnd(100, '\0')],
])('%s is no library', (_name, text) => {
  expect(compiledFor(Buffer.from(text, 'latin1'))).toBeUndefined();
});
