import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ErrandNews, ShopErrand } from '../../contract/move.ts';
import { temporaryFolder, tinyDisk } from '../../fixtures/folders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { filesBelow } from './files.ts';
import { unfitness } from './fitness.ts';

const program = fileURLToPath(new URL('../process.ts', import.meta.url));

/** A closed shop with a sale and a photo, under a name that not every program can read. */
async function closedShop(): Promise<{ readonly from: string; readonly head: string }> {
  const from = join(temporaryFolder(), '我的店 😀 é');
  mkdirSync(from);
  const shop = testShop({ folder: from });
  await shop.call('settings.set', { shopName: '我的店', locale: 'en' });
  await shop.call('sales.record', {
    id: crypto.randomUUID(),
    lines: [{ sku: 'A-1', name: '衬衫', quantity: 1, unitPrice: '99.00' }],
    tenders: [{ tender: 'cash', amountCents: 9900 }],
  });
  const { head } = await shop.call('care.verify', {});
  mkdirSync(join(from, 'photos', 'ab'), { recursive: true });
  writeFileSync(join(from, 'photos/ab/cd.jpg'), Buffer.alloc(100_000, 7));
  await shop.close();
  return { from, head };
}

/** What lies in a shop's folder, file by file, but for locks. */
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(folder).map(({ path }) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );

async function headOf(folder: string): Promise<string> {
  await using shop: TestShop = testShop({ folder });
  const { ok, head } = await shop.call('care.verify', {});
  return ok ? head : 'wrong';
}

type Heard = { readonly news: ErrandNews[]; readonly child: ChildProcess };

/** Sends the shop's own program on an errand; `onNews` may kill it. */
async function errand(order: readonly [ShopErrand, string, string], onNews: (heard: Heard) => void = () => {}) {
  const [name, from, to] = order;
  const child = fork(program, [from, name, to], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const heard: Heard = { news: [], child };
  child.on('message', (said) => {
    const news = said as ErrandNews;
    heard.news.push(news);
    onNews(heard);
    if (!('progress' in news) && child.connected) child.disconnect();
  });
  await once(child, 'exit');
  return heard.news;
}

test('the shop is copied whole, checked where it is, and the old place stays as it was', async () => {
  const { from, head } = await closedShop();
  const to = temporaryFolder();
  const before = contentOf(from);
  const news = await errand(['copy-to', from, to]);
  expect(news.at(-1)).toEqual({ done: { isWhole: true } });
  expect(contentOf(to)).toEqual(before);
  expect(contentOf(from)).toEqual(before);
  expect(await headOf(to)).toBe(head);
  expect(existsSync(join(to, 'moving.json'))).toBe(false);
});

test('killed at any step, the old place is whole, and the same folder can be taken again', async () => {
  const { from } = await closedShop();
  const before = contentOf(from);
  const to = temporaryFolder();
  let last: ErrandNews | undefined;
  // Each try is killed one step later, until one comes to its end before it is.
  for (let step = 1; !(last && 'done' in last) && step < 30; step += 1) {
    const news = await errand(['copy-to', from, to], ({ news: said, child }) => {
      if (said.length === step) child.kill('SIGKILL');
    });
    last = news.at(-1);
    expect(contentOf(from)).toEqual(before);
    // What was killed after its last word is whole, and is not begun again.
    if (last && 'unfit' in last) break;
    if (!(last && 'done' in last)) expect(existsSync(join(to, 'moving.json')) || contentOf(to)['shop.db']).toBeTruthy();
  }
  expect(contentOf(to)).toEqual(before);
}, 240_000);

test('looking at a folder changes nothing', async () => {
  const { from } = await closedShop();
  const to = temporaryFolder();
  expect(await errand(['look-at', from, to])).toEqual([{ done: { isWhole: true } }]);
  expect(readdirSync(to)).toEqual([]);
});

test('a shop that somebody has open is not copied, and nothing stays behind', async () => {
  await using shop = testShop();
  const to = temporaryFolder();
  expect(await errand(['copy-to', shop.folder, to])).toEqual([{ unfit: { why: 'in-use' } }]);
  expect(readdirSync(to)).toEqual([]);
});

test('a folder that cannot take the shop in is refused for what it is', async () => {
  const { from } = await closedShop();
  const full = temporaryFolder();
  writeFileSync(join(full, 'letter.txt'), '');
  const link = join(temporaryFolder(), 'link');
  mkdirSync(join(from, 'inside'));
  symlinkSync(join(from, 'inside'), link);
  const others = temporaryFolder();
  writeFileSync(join(others, 'moving.json'), JSON.stringify({ from: '/another/shop' }));
  const cloud = join(temporaryFolder(), 'OneDrive - Shop');
  mkdirSync(cloud);
  const long = join(temporaryFolder(), 'x'.repeat(200), 'y'.repeat(200));
  mkdirSync(long, { recursive: true });
  const why = (to: string): string | undefined => unfitness({ from, to })?.why;
  expect([why('relative'), why(join(full, 'missing')), why(join(full, 'letter.txt'))]).toEqual(
    Array(3).fill('no-folder'),
  );
  const places = [from, join(from, 'inside'), link, join(from, '..'), dirname(process.execPath)];
  expect(places.map(why)).toEqual(Array(5).fill('nested'));
  expect([why(full), why(others), why(cloud), why(long)]).toEqual(['not-empty', 'not-empty', 'synced', 'too-long']);
  expect(why(temporaryFolder())).toBeUndefined();
});

test('a disk that is too small is refused with what is missing', async ({ skip }) => {
  const { from } = await closedShop();
  const disk = tinyDisk(1000) ?? skip('needs a disk of its own: only root on Linux may mount one');
  expect(unfitness({ from, to: disk })).toEqual({ why: 'no-room', detail: expect.stringMatching(/^\d+$/) });
});
