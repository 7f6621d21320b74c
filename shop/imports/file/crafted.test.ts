import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../../contract/api.ts';
import { openReader } from '../../../db/open.ts';
import { randomOf } from '../../../fixtures/crafted/random.ts';
import { type Craft, textCrafts } from '../../../fixtures/crafted/texts.ts';
import { workbookCrafts } from '../../../fixtures/crafted/workbooks.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

/** Generous: a machine that does other things as well takes its time to start a thread. */
const longestMs = 30_000;

/** What a file may be refused with; anything else is a bug. */
const refusals = ['file-not-readable', 'columns-unknown', 'no-such-sheet'];

type Reading = Pick<Output<'imports.run'>, 'rowsRead' | 'rowsStored' | 'rowsRefused' | 'stored'>;

/** Every file that was read to its end, for all of them together. */
const read: Reading[] = [];
let shop: TestShop;
let made = 0;

beforeAll(() => {
  shop = testShop();
});
afterAll(() => shop.close());

function linesHeld(folder: string): unknown {
  const { raw } = openReader(folder);
  const count = (table: string): string => `(SELECT COUNT(*) FROM ${table})`;
  const held = raw
    .prepare(
      `SELECT ${count('sale_lines')} sales, ${count('return_lines')} returns, ${count('stock_adjustments')} adjustments`,
    )
    .get();
  raw.close();
  return held;
}

async function survive(craft: Craft, seed: number): Promise<void> {
  const path = join(shop.folder, `crafted-${seed}`);
  writeFileSync(path, craft(randomOf(seed), seed));
  const started = performance.now();
  const looked = await shop.ask('imports.preview', { path, kind: 'sales' });
  const outcome = await shop.ask('imports.run', { id: randomUUID(), path, kind: 'sales' });
  rmSync(path);
  expect(performance.now() - started).toBeLessThan(longestMs);
  if ('refused' in looked) expect(refusals).toContain(looked.refused.code);
  else expect(looked).toHaveProperty('ok');
  if ('refused' in outcome) return expect(refusals).toContain(outcome.refused.code);
  if (!('ok' in outcome)) throw new Error(JSON.stringify(outcome));
  expect(outcome.ok.rowsRead).toBe(outcome.ok.rowsStored + outcome.ok.rowsRefused);
  read.push(outcome.ok);
}

describe('crafted files neither crash, nor hang, nor store a row they do not count', () => {
  const kinds = [...textCrafts, ...workbookCrafts];
  for (const [kind, [count, craft]] of kinds.entries()) {
    const seeds = Array.from({ length: count }, (_, index) => kind * 1000 + index);
    made += count;
    const last = seeds.at(-1);
    test(`seeds ${seeds[0]}–${last}`, async () => {
      for (const seed of seeds) await survive(craft, seed);
    }, 600_000);
  }

  test('there were five hundred, some were read, and the books hold what was said of them', async () => {
    expect(made).toBeGreaterThanOrEqual(500);
    const sum = (count: (reading: Reading) => number): number => read.reduce((all, each) => all + count(each), 0);
    expect(sum(({ rowsStored }) => rowsStored)).toBeGreaterThan(1000);
    const { ok, checks } = await shop.call('care.verify', {});
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(ok).toBe(true);
    expect(linesHeld(shop.folder)).toEqual({
      sales: sum(({ stored }) => stored.saleLines),
      returns: sum(({ stored }) => stored.returnLines),
      adjustments: sum(({ stored }) => stored.stockAdjustments),
    });
  });
});
