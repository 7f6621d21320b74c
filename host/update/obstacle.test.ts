import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { obstacleTo } from './obstacle.ts';

test('an installer that empties the program’s folder is not started while the shop lies in it', async () => {
  const folder = temporaryFolder();
  const execPath = join(folder, 'Backshelf.exe');
  const installation = { installedAs: 'windows-installer' } as const;
  const told = (shopFolder: string): Promise<unknown> => obstacleTo({ installation, execPath, shopFolder });
  expect(await told(folder)).toBe('shop-in-program');
  expect(await told(join(folder, 'data', 'shop'))).toBe('shop-in-program');
  expect(await told(`${folder}-data`)).toBeUndefined();
  expect(
    await obstacleTo({ installation: { installedAs: 'linux-package' }, execPath, shopFolder: folder }),
  ).toBeUndefined();
});

test('a program that is one file can be replaced where its folder can be written', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'programs'));
  const ownFile = join(folder, 'programs', 'Backshelf.AppImage');
  writeFileSync(ownFile, 'the program');
  const told = (file: string): Promise<unknown> =>
    obstacleTo({
      installation: { installedAs: 'linux-appimage', ownFile: file },
      execPath: '/tmp/.mount/backshelf',
      shopFolder: folder,
    });
  expect([await told(ownFile), await told('/nowhere/Backshelf.AppImage')]).toEqual([undefined, 'place-not-writable']);
});
