import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, ProcedureName } from '../../contract/api.ts';
import { openReader, openShopFile } from '../../db/open.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { makeBigShop } from './big-shop.ts';
import { type Bench, type Measure, percentile, timeEach } from './measure.ts';

const returns = 200_000;
/** As many wait at once; a quarter in each stage. */
const waiting = 4000;
const times = 200;

const now = Date.parse('2026-09-27T05:00:00.000Z');

/**
 * The queues and pages of a shop with 200,000 returns, of which 4,000 wait, through the shop's door. The floor is the rows they show,
 * asked of SQLite alone.
 */
export const queuesBench: Bench = {
  name: 'queues',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backshelf-bench-queues-'));
    try {
      makeBigShop(folder, { returns, linesEach: 1 });
      letWait(folder);
      const shop = testShop({ folder, clock: () => now });
      try {
        return await measures(shop, folder);
      } finally {
        await shop.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Puts the newest returns back to where they wait for somebody: the columns that are kept beside the facts, as the shop would keep them. */
function letWait(folder: string): void {
  const file = openShopFile(folder);
  const { raw } = file.writer;
  const newest = returns - waiting;
  raw.exec(`UPDATE sale_lines SET credited_milli = 0, credited_cents = 0, credited_tax_cents = 0 WHERE id > ${newest}`);
  raw.exec(`UPDATE return_lines SET credited_milli = 0, credited_cents = 0,
      inspected_milli = iif(id % 4 = 3, 1000, 0), inspected_value_cents = iif(id % 4 = 3, 800, 0) WHERE return_id > ${newest}`);
  raw.exec(`UPDATE returns SET due_at = strftime('%Y-%m-%dT%H:%M:%fZ', '2026-09-27', (id % 97 - 40) || ' hours'),
      stage = CASE id % 4 WHEN 0 THEN 'requested' WHEN 1 THEN 'approved' WHEN 2 THEN 'received' ELSE 'inspected' END WHERE id > ${newest}`);
  file.close();
}

const open = "stage IN ('requested', 'approved', 'received', 'inspected')";
const columns = 'SELECT r.id, r.number, r.stage, r.due_at, c.name, l.requested_milli, p.name AS goods';
const joined = `LEFT JOIN customers c ON c.id = r.customer_id JOIN return_lines l ON l.return_id = r.id JOIN products p ON p.id = l.product_id`;
const shown = `${columns} FROM returns r ${joined}`;
const steps = 'JOIN return_steps t ON t.return_id = r.id';

async function measures(shop: TestShop, folder: string): Promise<Measure[]> {
  const reader = openReader(folder);
  const raw = (sql: string): unknown[] => reader.raw.prepare(sql).all();
  const counted = `SELECT count(*), sum(due_at < '2026-09-27') FROM returns WHERE ${open}`;
  const waits = `${columns} FROM (SELECT * FROM returns WHERE ${open} ORDER BY due_at, id LIMIT 200) r ${joined}`;
  const aim = 'at most 20 ms';
  const found = [
    await measure('the home screen: 200 of 4,000 that wait', aim, ask(shop, 'returns.worklist', { limit: 200 }), () =>
      [counted, waits].map(raw),
    ),
    await measure('one queue: 50 to review', aim, ask(shop, 'returns.search', { stage: 'requested', limit: 50 }), () =>
      raw(`${shown} ${steps} WHERE r.stage = 'requested' ORDER BY r.day DESC, r.id DESC LIMIT 250`),
    ),
    await measure('the newest 50 returns', aim, ask(shop, 'returns.search', { limit: 50 }), () =>
      raw(`${shown} ${steps} ORDER BY r.day DESC, r.id DESC LIMIT 250`),
    ),
    await measure('the page of a return', aim, ask(shop, 'returns.get', { returnId: 77_777 }), () =>
      raw(`${shown} ${steps} WHERE r.id = 77777`),
    ),
    await measure('the page of a customer', aim, ask(shop, 'customers.get', { customerId: 777 }), () =>
      raw(`${shown} WHERE r.customer_id = 777 ORDER BY r.day DESC LIMIT 20`),
    ),
  ];
  reader.raw.close();
  return found;
}

function ask<Name extends ProcedureName>(shop: TestShop, name: Name, input: Input<Name>): () => Promise<unknown> {
  return () => shop.call(name, input);
}

async function measure(
  what: string,
  aim: string,
  ours: () => Promise<unknown>,
  floor: () => unknown,
): Promise<Measure> {
  await timeEach(10, ours);
  return {
    what: `${what}, p50`,
    unit: 'ms',
    aim,
    ours: percentile(await timeEach(times, ours), 0.5),
    floor: percentile(await timeEach(times, floor), 0.5),
  };
}
