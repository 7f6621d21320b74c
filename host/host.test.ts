import { resolve } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import type { Channel } from '../contract/channels.ts';
import { type AskedAbilities, splitNumbers } from '../contract/host.ts';
import { serve } from '../contract/wire.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { testShop } from '../fixtures/shop.ts';
import { useAbility } from './abilities.ts';
import { askingAbilities } from './ability-names.ts';
import { defaultFolderIn } from './folders.ts';
import { paperRoute, pdfName, sheetSizeMm } from './paper.ts';
import { reachOf } from './reach.ts';
import { askSecondFolder } from './second-folder.ts';

const copyText = vi.fn(async () => {});
const abilities = { copyText, print: vi.fn() } as unknown as AskedAbilities;
const ask = askingAbilities((name, args) => useAbility(abilities, name, args));

test('an ability is used with the arguments that fit', async () => {
  await ask.copyText('R-2026-000001');
  expect(copyText).toHaveBeenCalledExactlyOnceWith('R-2026-000001');
});

test.each([
  ['an unknown name', 'constructor', []],
  ['a wrong type', 'copyText', [7]],
  ['one argument too many', 'copyText', ['a', 'b']],
  ['no list', 'copyText', 'a'],
  [
    'a paper that does not exist',
    'print',
    [{ document: 'return-slip', sheets: [{ number: 'R-1', copy: 0 }], paper: 'A0', locale: 'en' }],
  ],
  ['a job without a sheet', 'print', [{ document: 'return-slip', sheets: [], paper: 'A5', locale: 'en' }]],
  ['a name that leads to another folder', 'saveText', [{ name: '../work.ics', text: '' }]],
  ['a program by its name', 'saveText', [{ name: 'work.bat', text: '' }]],
  ['an address that is no letter', 'openMail', ['https://example.com']],
  ['an address with a quotation mark', 'openMail', ['mailto:a@b?subject="x']],
  ['a letter with a file of this PC', 'openMail', ['mailto:a@b?subject=x&attach=%2Fetc%2Fpasswd']],
  ['a file ending with a path in it', 'pickFile', [{ extensions: ['csv', '../x'] }]],
])('%s is refused before the host acts', async (_what, name, args) => {
  await expect(useAbility(abilities, name, args)).rejects.toThrow();
});

test('only what lies below the shop’s folder, a picked one or the second backup folder is shown', async () => {
  const secondFolder = vi.fn(async () => '/media/backups');
  const reach = reachOf({ shopFolder: () => resolve('/data/shop'), secondFolder });
  reach.pick('/media/stick');
  const allowed = async (asked: readonly string[]): Promise<boolean[]> => {
    const answers: boolean[] = [];
    for (const path of asked) answers.push(await reach.allows(path));
    return answers;
  };
  expect(await allowed(['/data/shop/exports/a.csv', '/media/stick/b', 'relative'])).toEqual([true, true, false]);
  expect(secondFolder).not.toHaveBeenCalled();
  expect(await allowed(['/media/backups/shop.db', '/data/shop-demo/x', '/data/shop/../x'])).toEqual([
    true,
    false,
    false,
  ]);
  secondFolder.mockResolvedValue('');
  expect(await allowed(['/media/backups/shop.db'])).toEqual([false]);
});

test('the second backup folder is asked of the shop over a channel that is closed again', async () => {
  const folder = temporaryFolder();
  await using shop = testShop({ settings: { secondBackupFolder: folder } });
  const { port1, port2 } = new MessageChannel();
  serve(channelOf(port1), ({ name, input }) => shop.ask(name as 'settings.get', input as Record<string, never>));
  const closed = new Promise((resolve) => port1.once('close', resolve));
  expect(await askSecondFolder(() => channelOf(port2))).toBe(folder);
  await closed;
  expect(await askSecondFolder(() => undefined)).toBe('');
});

function channelOf(port: MessagePort): Channel {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (hear) => void port.on('message', hear),
    onClose: (gone) => void port.once('close', gone),
    close: () => port.close(),
  };
}

test('every system has its own place for local data', () => {
  const env = { LOCALAPPDATA: 'C:\\Users\\li\\AppData\\Local' };
  expect(defaultFolderIn({ platform: 'win32', env, home: '' })).toBe('C:\\Users\\li\\AppData\\Local\\Backshelf');
  expect(defaultFolderIn({ platform: 'darwin', env: {}, home: '/Users/li' })).toBe(
    '/Users/li/Library/Application Support/Backshelf',
  );
  expect(defaultFolderIn({ platform: 'linux', env: {}, home: '/home/li' })).toBe('/home/li/.local/share/backshelf');
});

test('a roll is as long as its content, a sheet is as long as the sheet', () => {
  expect(sheetSizeMm({ paper: '80mm', contentPx: 378 })).toEqual({ widthMm: 80, heightMm: 102 });
  expect(sheetSizeMm({ paper: 'A5', contentPx: 378 })).toEqual({ widthMm: 210, heightMm: 148 });
});

test('numbers that are no file names still give a route and a file name', () => {
  const sheets = [
    { number: 'R/1 #2', copy: 0 },
    { number: 'a,b%', copy: 3 },
  ];
  const job = { document: 'return-slip', sheets, paper: 'A5', locale: 'zh-CN' } as const;
  const [, , document, numbers = '', ...rest] = paperRoute(job).split('/').slice(1);
  expect([document, splitNumbers(decodeURIComponent(numbers)), rest]).toEqual([
    'return-slip',
    ['R/1 #2', 'a,b%'],
    ['A5', 'zh-CN?copies=0,3'],
  ]);
  expect([pdfName(job), pdfName({ ...job, sheets: sheets.slice(0, 1) })]).toEqual([
    'R_1_2+1-return-slip-A5.pdf',
    'R_1_2-return-slip-A5.pdf',
  ]);
});
