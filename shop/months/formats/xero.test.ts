import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../fixtures/folders.ts';
import { readVouchers } from '../../../fixtures/voucher-files.ts';
import { defaultSettings } from '../../settings/defaults.ts';
import { publishInto } from '../pack/folder.ts';
import { packNames } from '../pack/names.ts';
import { packWriter } from '../pack/write.ts';
import type { Voucher } from './vouchers.ts';
import { xero } from './xero.ts';

const month = '2026-11';

function voucher(number: number, size: number): Voucher {
  const line = { accountCode: '1001', accountName: 'Cash', debitCents: 0, creditCents: 0 };
  const lines = Array.from({ length: size }, (_, index) => ({
    ...line,
    [index % 2 ? 'creditCents' : 'debitCents']: 100,
  }));
  const entry = `J-${number}`;
  return {
    number,
    day: '2026-11-03',
    kind: 'payout',
    entries: 1,
    entry,
    document: `P-${number}`,
    corrects: null,
    lines,
  };
}

function write(folder: string, vouchers: readonly Voucher[]) {
  const { isOwn } = packNames(month, 'xero');
  const book = { month, currency: 'GBP', digits: 2, settings: defaultSettings('2026-11-01'), vouchers };
  const files = publishInto({ folder, draftName: '.draft', isOwn }, (drafts) => [
    ...xero.write(book, packWriter(drafts)),
  ]);
  return files.map(({ name, ...file }) => ({ path: join(folder, name), ...file }));
}

test('no file has more than 300 lines, no journal is split, and nothing is lost', () => {
  const vouchers = Array.from({ length: 150 }, (_, index) => voucher(index + 1, 2 + (index % 5) * 2));
  const files = write(temporaryFolder(), vouchers);
  expect(files.length).toBeGreaterThan(3);
  const seen: string[] = [];
  for (const file of files) {
    expect(readFileSync(file.path, 'utf8').trimEnd().split('\r\n').length).toBeLessThanOrEqual(300);
    const journals = new Set(readVouchers('xero', { files: [file] }).map(({ voucher }) => voucher));
    seen.push(...journals);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(vouchers.length);
  expect(readVouchers('xero', { files })).toHaveLength(vouchers.flatMap(({ lines }) => lines).length);
});

test('files of a longer pack before do not stay; a month of nothing is a heading', () => {
  const folder = temporaryFolder();
  write(
    folder,
    Array.from({ length: 200 }, (_, index) => voucher(index + 1, 4)),
  );
  const files = write(folder, []);
  expect(files.map(({ path, rows }) => [path, rows])).toEqual([[join(folder, '2026-11-xero-001.csv'), 0]]);
  expect(readVouchers('xero', { files })).toEqual([]);
  expect(() => readFileSync(join(folder, '2026-11-xero-002.csv'))).toThrow('ENOENT');
});
