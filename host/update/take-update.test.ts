import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { releaseFolder, releaseKey, writeSignedList } from '../../fixtures/releases.ts';
import { isUnchanged, type Taken, type TakenUpdate, type Taking, takeUpdate } from './take-update.ts';

const owner = releaseKey();
const stranger = releaseKey();
const name = 'Backshelf-0.2.0-x86_64.AppImage';
const content = 'the new program';

function takingInto(folder: string): Taking {
  const running = { version: '0.1.0', installedAs: 'linux-appimage', archs: ['x64'] } as const;
  return { running, keys: [owner.publicText], folder };
}

/** A release with the new program in it, and where a copy of it goes. */
function released(files: Readonly<Record<string, string>> = { [name]: content }): { folder: string; copies: string } {
  return { folder: releaseFolder({ files, keys: [owner] }), copies: join(temporaryFolder(), 'updates') };
}

const takeFile = ({ folder, copies }: ReturnType<typeof released>, file = name): Promise<Taken> =>
  takeUpdate({ from: 'file', path: join(folder, file) }, takingInto(copies));
const takeFolder = ({ folder, copies }: ReturnType<typeof released>): Promise<Taken> =>
  takeUpdate({ from: 'folder', path: folder }, takingInto(copies));

async function taken(answer: Promise<Taken>): Promise<TakenUpdate> {
  const settled = await answer;
  if ('taken' in settled) return settled.taken;
  throw new Error(`Refused: ${JSON.stringify(settled.refused)}`);
}

async function refusal(answer: Promise<Taken>): Promise<string> {
  const settled = await answer;
  return 'refused' in settled ? settled.refused.code : `taken: ${settled.taken.file}`;
}

test('a signed, newer installer for this PC is copied into the program’s own folder', async () => {
  const release = released();
  const update = await taken(takeFile(release));
  expect(update).toMatchObject({ file: name, version: '0.2.0' });
  expect(readFileSync(update.path, 'utf8')).toBe(content);
  expect(update.path.startsWith(release.copies)).toBe(true);
  expect(await isUnchanged(update)).toBe(true);
});

test('of a folder the newest one for this PC is taken', async () => {
  const files = {
    [name]: content,
    'Backshelf-0.10.0-x86_64.AppImage': 'still newer',
    'Backshelf-0.11.0-arm64.AppImage': 'another processor',
    'backshelf_0.12.0_amd64.deb': 'another way',
    'Backshelf-0.0.9-x86_64.AppImage': 'older',
  };
  expect(await taken(takeFolder(released(files)))).toMatchObject({ version: '0.10.0' });
});

test('a later copy takes the place of an earlier one', async () => {
  const release = released();
  const first = await taken(takeFile(release));
  const second = await taken(takeFile(release));
  expect([existsSync(first.path), existsSync(second.path)]).toEqual([false, true]);
  expect(readdirSync(release.copies)).toHaveLength(1);
});

test('a file that is swapped after it was chosen does not become another copy', async () => {
  const release = released();
  const update = await taken(takeFile(release));
  writeFileSync(join(release.folder, name), 'swapped');
  expect([await isUnchanged(update), readFileSync(update.path, 'utf8')]).toEqual([true, content]);
  writeFileSync(update.path, 'swapped');
  expect(await isUnchanged(update)).toBe(false);
  rmSync(update.path);
  expect(await isUnchanged(update)).toBe(false);
});

/** What is done to a release, and why it is then refused. */
const hostile: readonly [string, string, (folder: string) => void][] = [
  ['the list is missing', 'sums-missing', (folder) => rmSync(join(folder, 'SHA256SUMS'))],
  ['the signature is missing', 'sums-missing', (folder) => rmSync(join(folder, 'SHA256SUMS.sig'))],
  ['the content is swapped', 'content-wrong', (folder) => writeFileSync(join(folder, name), 'the old horse')],
  ['the file is cut off', 'content-wrong', (folder) => truncateSync(join(folder, name), 3)],
  ['the file is gone', 'file-missing', (folder) => rmSync(join(folder, name))],
  [
    'the list is changed',
    'signature-wrong',
    (folder) => writeFileSync(join(folder, 'SHA256SUMS'), '\n', { flag: 'a' }),
  ],
  ['the list is cut off', 'signature-wrong', (folder) => truncateSync(join(folder, 'SHA256SUMS'), 40)],
  [
    'the list got the line ends of Windows',
    'signature-wrong',
    (folder) => {
      const path = join(folder, 'SHA256SUMS');
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    },
  ],
  [
    'a stranger signed the list',
    'signature-wrong',
    (folder) => writeSignedList(folder, { list: readFileSync(join(folder, 'SHA256SUMS'), 'utf8'), keys: [stranger] }),
  ],
  [
    'the list names one file twice',
    'sums-not-readable',
    (folder) => {
      const list = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
      writeSignedList(folder, { list: `${list}${list}`, keys: [owner] });
    },
  ],
  [
    'the list names a way to another folder',
    'sums-not-readable',
    (folder) => writeSignedList(folder, { list: `${'ab'.repeat(32)}  ../${name}\n`, keys: [owner] }),
  ],
  ['the list is huge', 'sums-not-readable', (folder) => truncateSync(join(folder, 'SHA256SUMS'), 1024 ** 3)],
  ['the signature is huge', 'sums-not-readable', (folder) => truncateSync(join(folder, 'SHA256SUMS.sig'), 1024 ** 3)],
  ['the file is huge', 'too-large', (folder) => truncateSync(join(folder, name), 1024 ** 3 + 1)],
  [
    'the file is a link',
    'not-readable',
    (folder) => {
      rmSync(join(folder, name));
      writeFileSync(join(folder, 'elsewhere'), content);
      symlinkSync(join(folder, 'elsewhere'), join(folder, name));
    },
  ],
  [
    'the list is a link to something without an end',
    'sums-not-readable',
    (folder) => {
      rmSync(join(folder, 'SHA256SUMS'));
      symlinkSync('/dev/zero', join(folder, 'SHA256SUMS'));
    },
  ],
  [
    'the file is a pipe',
    'not-readable',
    (folder) => {
      rmSync(join(folder, name));
      execFileSync('mkfifo', [join(folder, name)]);
    },
  ],
  [
    'the file is a folder',
    'not-readable',
    (folder) => {
      rmSync(join(folder, name));
      mkdirSync(join(folder, name));
    },
  ],
];
test.each(hostile)('where %s: %s', async (_what, expected, harm) => {
  const release = released();
  harm(release.folder);
  expect([await refusal(takeFile(release)), await refusal(takeFolder(release))]).toEqual([expected, expected]);
  expect(existsSync(release.copies) ? readdirSync(release.copies) : []).toEqual([]);
});

test.each([
  ['Backshelf-0.1.0-x86_64.AppImage', 'same-version'],
  ['Backshelf-0.0.9-x86_64.AppImage', 'older-version'],
  ['Backshelf-0.2.0-arm64.AppImage', 'not-for-this-pc'],
  ['backshelf_0.2.0_amd64.deb', 'not-for-this-pc'],
  ['Backshelf Setup 0.2.0.exe', 'not-for-this-pc'],
  ['backup.AppImage', 'not-for-this-pc'],
])('%s, well signed, is refused: %s', async (file, expected) => {
  const release = released({ [file]: content });
  expect([await refusal(takeFile(release, file)), await refusal(takeFolder(release))]).toEqual([expected, expected]);
});

test('a file beside a release that its list does not name is refused', async () => {
  const release = released();
  writeFileSync(join(release.folder, 'Backshelf-0.3.0-x86_64.AppImage'), content);
  expect(await refusal(takeFile(release, 'Backshelf-0.3.0-x86_64.AppImage'))).toBe('not-listed');
  expect(await refusal(takeFolder(release))).toBe(`taken: ${name}`);
});

test('where no copy can be made nothing is taken', async () => {
  const { folder, copies } = released();
  writeFileSync(copies, 'a file where the folder should be');
  expect(await refusal(takeUpdate({ from: 'file', path: join(folder, name) }, takingInto(join(copies, 'x'))))).toBe(
    'cannot-copy',
  );
  expect(statSync(copies).isFile()).toBe(true);
});
