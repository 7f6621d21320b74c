import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { asLogLine } from '../contract/log-line.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { hearLines, keptOf } from './heard-lines.ts';
import { openLog } from './log.ts';
import { reportOf } from './report.ts';

const now = (): Date => new Date('2026-03-05T08:00:00Z');
const places = () => [['/home/li/my shop', '<shop>'] as const, ['/home/li', '<home>'] as const];

test('a line stands with its time, without line breaks, and paths say only what place of ours they mean', () => {
  const log = openLog({ folder: temporaryFolder(), places, now });
  log.say('cannot open /home/li/my shop/shop.db: in-use\nsecond');
  log.say('copied to /media/wang/stick/x.db and C:\\Users\\wang\\a.csv, care/verify stays');
  expect(log.last(5)).toEqual([
    '2026-03-05T08:00:00.000Z cannot open <shop>/shop.db: in-use second',
    '2026-03-05T08:00:00.000Z copied to <path> and <path>, care/verify stays',
  ]);
});

test('a full file makes room for a new one, and only the last few are kept', () => {
  const folder = temporaryFolder();
  const log = openLog({ folder, places, now, maximumBytes: 100 });
  for (let index = 0; index < 40; index += 1) log.say(`line ${index}`);
  expect(readdirSync(folder).sort()).toEqual([
    'backshelf.1.log',
    'backshelf.2.log',
    'backshelf.3.log',
    'backshelf.log',
  ]);
  expect(readFileSync(join(folder, 'backshelf.log'), 'utf8')).toContain('line 39');
  expect(log.last(2).map((line) => line.slice(25))).toEqual(['line 38', 'line 39']);
});

test('a log that cannot be written stops nobody', () => {
  const folder = join(temporaryFolder(), 'a file');
  writeFileSync(folder, '');
  const log = openLog({ folder, places });
  log.say('anything');
  expect(log.last(1)).toEqual([]);
});

test.each([
  ['log: bug in refunds.record: TypeError', 'bug in refunds.record: TypeError'],
  ['TypeError: 王伟 13812345678', 'crash: TypeError'],
  ['Error [ERR_IPC]: 王伟', 'crash: Error ERR_IPC'],
  ['    at pay (file:///home/li/shop/pay.ts:1:2)', 'at pay (pay.ts:1:2)'],
  ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', 'crash: out of memory'],
  ["  phone: '13812345678',", undefined],
  ['王伟 ¥99.00', undefined],
])('of “%s” is kept: %s', (line, kept) => {
  expect(keptOf(line)).toBe(kept);
});

test('what a process says is heard line by line', async () => {
  const said: string[] = [];
  const stream = Readable.from([asLogLine('one').slice(0, 4), `${asLogLine('one').slice(4)}Error: secret\n`, 'secret']);
  hearLines(stream, { say: (line) => said.push(line), echo: false });
  await finished(stream);
  await expect.poll(() => said).toEqual(['one', 'crash: Error']);
});

test('a report names program and system, and ends with the log', () => {
  const log = openLog({ folder: temporaryFolder(), places, now });
  log.say('started');
  const info = {
    kind: 'electron',
    version: '1.2.3',
    platform: 'win32',
    folder: '/home/li/my shop',
    demo: false,
    canMove: true,
    systemLocale: 'zh-CN',
  } as const;
  const report = reportOf({ info, log, versions: { electron: '45.0.0', node: '24.0.0' } });
  expect(report).toMatch(
    /^Backshelf 1\.2\.3 · electron\nwin32 .* GB · zh-CN\nelectron 45\.0\.0 · node 24\.0\.0\n\n2026.* started$/,
  );
  expect(report).not.toContain('my shop');
});
