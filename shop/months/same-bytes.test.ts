import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Output } from '../../contract/api.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { fillMonth, payAsQuoted } from '../../fixtures/month.ts';
import { type TestShop, testNow, testShop } from '../../fixtures/shop.ts';

const november = { month: '2026-11', format: 'csv' } as const;
const december = testNow + 20 * 24 * 3_600_000;

const fingerprints = ({ files }: Pick<Output<'months.export'>, 'files'>): string[] => files.map(({ sha256 }) => sha256);

const commandLine = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** Exports by the command line, on a machine of another country. */
function exportElsewhere(folder: string, env: Readonly<Record<string, string>>): string[] {
  const input = JSON.stringify({ ...november, to: join(folder, `in-${env.TZ}`) });
  const options = { env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  const call = [commandLine, '--data', folder, 'call', 'months.export', input];
  return fingerprints(JSON.parse(execFileSync(process.execPath, call, options)));
}

/** Takes in, grades and pays the one parcel that had not come in November. */
async function finishParcel(shop: TestShop): Promise<void> {
  const { items } = await shop.call('returns.search', { stage: 'approved' });
  const { returnId = 0, lines = [] } = items[0] ?? {};
  const received = lines.map(({ returnLineId, quantity }) => ({ returnLineId, quantity }));
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines: received });
  const graded = received.map((line) => ({ ...line, grade: 'A' as const, disposition: 'resell' as const }));
  await shop.call('inspection.record', { id: randomUUID(), returnId, lines: graded });
  await payAsQuoted(shop, returnId);
}

test('a month that is over gives the same bytes later, in another language, and on machines elsewhere', async () => {
  const folder = temporaryFolder();
  let now = testNow;
  const shop = testShop({ clock: () => now, folder });
  await shop.call('settings.set', { timeZone: 'Asia/Shanghai', locale: 'en', openingDay: '2026-01-01' });
  await fillMonth(shop);
  now = december;
  const first = fingerprints(await shop.call('months.export', { ...november, to: join(folder, 'first') }));

  await shop.call('settings.set', { locale: 'zh-CN', chart: 'plain', shopName: '回架' });
  await finishParcel(shop);
  await shop.call('months.close', { id: randomUUID(), month: november.month });
  const later = fingerprints(await shop.call('months.export', { ...november, to: join(folder, 'later') }));
  await shop.close();

  expect(later).toEqual(first);
  expect(exportElsewhere(folder, { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' })).toEqual(first);
  expect(exportElsewhere(folder, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toEqual(first);
});
