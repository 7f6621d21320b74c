import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { installationOf, type Running, runningFrom } from './installed-as.ts';

const way = (running: Partial<Running>): unknown =>
  installationOf({ platform: 'linux', env: {}, execPath: '', beside: [], packageType: '', ...running });

test('each way of installing is known by what it leaves', () => {
  const appImage = { APPIMAGE: '/home/li/Backshelf.AppImage', APPDIR: '/tmp/.mount_Back' };
  const portable = { PORTABLE_EXECUTABLE_FILE: 'D:\\Backshelf.exe' };
  expect(way({ env: appImage, execPath: '/tmp/.mount_Back/backshelf' })).toEqual({
    installedAs: 'linux-appimage',
    ownFile: '/home/li/Backshelf.AppImage',
  });
  expect(way({ packageType: 'deb' })).toEqual({ installedAs: 'linux-package' });
  expect(way({ platform: 'darwin' })).toEqual({ installedAs: 'mac-image' });
  expect(way({ platform: 'win32', beside: ['Uninstall Backshelf.exe'] })).toEqual({ installedAs: 'windows-installer' });
  expect(way({ platform: 'win32', env: portable })).toEqual({
    installedAs: 'windows-portable',
    ownFile: 'D:\\Backshelf.exe',
  });
});

test('what another program left in the environment is not taken for ours', () => {
  const env = {
    APPIMAGE: '/opt/Terminal.AppImage',
    APPDIR: '/tmp/.mount_Term',
    PORTABLE_EXECUTABLE_FILE: 'D:\\Other.exe',
  };
  expect(way({ env, execPath: '/opt/Backshelf/backshelf' })).toBeUndefined();
  expect(way({ env, execPath: '/tmp/.mount_Terminal/backshelf' })).toBeUndefined();
  expect(way({ env, packageType: 'deb' })).toEqual({ installedAs: 'linux-package' });
  expect(way({ platform: 'win32', env, beside: ['Uninstall Backshelf.exe'] })).toEqual({
    installedAs: 'windows-installer',
  });
});

test('a program that was only unpacked cannot be updated', () => {
  expect(way({})).toBeUndefined();
  expect(way({ platform: 'win32' })).toBeUndefined();
  expect(way({ platform: 'freebsd' })).toBeUndefined();
});

test('what lies beside the program and in its resources is looked at', () => {
  const folder = temporaryFolder();
  const resourcesFolder = join(folder, 'resources');
  mkdirSync(resourcesFolder);
  writeFileSync(join(resourcesFolder, 'package-type'), 'deb\n');
  const program = { execPath: join(folder, 'backshelf'), env: {}, platform: 'linux' } as const;
  expect(runningFrom({ ...program, resourcesFolder })).toMatchObject({ packageType: 'deb', beside: ['resources'] });
  expect(runningFrom({ ...program, execPath: '/nowhere/x', resourcesFolder: undefined })).toMatchObject({
    packageType: '',
    beside: [],
  });
});
