import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { exportFormats } from '../../contract/api/months.ts';
import type { Output } from '../../contract/api.ts';
import { recordSale } from '../../fixtures/builders.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { fillMonth, payAsQuoted } from '../../fixtures/month.ts';
import { type TestShop, testNow, testShop } from '../../fixtures/shop.ts';

const month = '2026-11';
const december = testNow + 20 * 24 * 3_600_000;

/** The SHA-256 of every file of the month's packs in all formats, their manifests and zips. */
type Fingerprints = Readonly<Record<string, readonly string[]>>;

const inputs = (to: string) =>
  exportFormats.map((format) => ({ month, format, to: join(to, format), zip: true }) as const);

const fingerprints = ({ files, manifest, zip }: Output<'months.export'>): string[] =>
  [...files, manifest, ...(zip ? [zip] : [])].map(({ sha256 }) => sha256);

async function exportAll(shop: TestShop, to: string): Promise<Fingerprints> {
  const packs: [string, string[]][] = [];
  for (const input of inputs(to)) packs.push([input.format, fingerprints(await shop.call('months.export', input))]);
  return Object.fromEntries(packs);
}

const commandLine = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** Exports by the command line, on a machine of another country. */
function exportElsewhere(folder: string, env: Readonly<Record<string, string>>): Fingerprints {
  const calls = inputs(join(folder, `in-${env.LANG}`)).map((input) => JSON.stringify({ name: 'months.export', input }));
  const batch = join(folder, `batch-${env.LANG}.jsonl`);
  writeFileSync(batch, `${calls.join('\n')}\n`);
  const options = { env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  const output = execFileSync(process.execPath, [commandLine, '--data', folder, 'batch', batch], options);
  const answers = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return Object.fromEntries(
    exportFormats.map((format, index) => [format, fingerprints(answers[index].result ?? answers[index])]),
  );
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

test('a month that is over gives the same bytes later, in another language, on machines elsewhere, and after a restore', async () => {
  const folder = temporaryFolder();
  let now = testNow;
  const shop = testShop({ clock: () => now, folder });
  await shop.call('settings.set', { timeZone: 'Asia/Shanghai', locale: 'en', openingDay: '2026-01-01' });
  await fillMonth(shop);
  now = december;
  const first = await exportAll(shop, join(folder, 'first'));

  await shop.call('settings.set', { locale: 'zh-CN', chart: 'plain', shopName: '回架' });
  await finishParcel(shop);
  await shop.call('months.close', { id: randomUUID(), month });
  expect(await exportAll(shop, join(folder, 'later'))).toEqual(first);

  const { path } = await shop.call('care.backup', {});
  await recordSale(shop);
  await shop.call('care.restore', { id: randomUUID(), path });
  expect(await exportAll(shop, join(folder, 'restored'))).toEqual(first);
  await shop.close();

  expect(exportElsewhere(folder, { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' })).toEqual(first);
  expect(exportElsewhere(folder, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toEqual(first);
  expect(exportElsewhere(folder, { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' })).toEqual(
    first,
  );
}, 300_000);
