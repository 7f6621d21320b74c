import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Outcome } from '../contract/api.ts';
import { counterInput, openInput, recordSale, saleInput } from '../fixtures/builders.ts';
import { needsTinyDisk, temporaryFolder, tinyDisk } from '../fixtures/folders.ts';
import { testShop } from '../fixtures/shop.ts';
import { startShop } from './start.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('the caller’s id', () => {
  test('the same id with the same content gives the first result again, and nothing new', async () => {
    await using shop = testShop();
    const input = counterInput(await recordSale(shop));
    const first = await shop.call('returns.counter', input);
    const { events, head } = await shop.call('care.health', {});
    expect(await shop.call('returns.counter', input)).toEqual(first);
    expect(await shop.call('care.health', {})).toMatchObject({ events, head });
  });

  test('content is what was asked for, not how it was written', async () => {
    await using shop = testShop();
    const { id, lines, tenders, soldAt } = saleInput();
    const first = await shop.call('sales.record', { id, lines, tenders, soldAt });
    expect(await shop.call('sales.record', { soldAt, tenders, lines, id })).toEqual(first);
  });

  test('with other content, or for another procedure, it is refused', async () => {
    await using shop = testShop();
    const sale = await recordSale(shop);
    const input = openInput(sale);
    const { returnId } = await shop.call('returns.open', input);
    const used = { code: 'id-used', data: { id: input.id } };
    expect(await shop.refusal('returns.open', { ...input, channel: 'parcel' })).toEqual(used);
    expect(await shop.refusal('returns.cancel', { id: input.id, returnId, why: 'mistake' })).toEqual(used);
  });

  test('of an action that was refused, it is free', async () => {
    await using shop = testShop();
    const input = counterInput(await recordSale(shop));
    const refused = { ...input, payouts: [{ tender: 'cash' as const, amountCents: 1 }] };
    expect(await shop.refusal('returns.counter', refused)).toMatchObject({ code: 'under-paid-amount' });
    expect((await shop.call('returns.counter', input)).totalCents).toBe(2000);
  });

  test('sent many times at the same moment it happens once', async () => {
    await using shop = testShop();
    const input = counterInput(await recordSale(shop));
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => shop.ask('returns.counter', input)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect((await shop.call('returns.search', {})).items).toHaveLength(1);
  });

  test('holds for long actions too, and after a restart', async () => {
    await using shop = testShop();
    const path = join(shop.folder, 'sales.csv');
    writeFileSync(
      path,
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,LAMP,Lamp,4,2026-09-03 10:00:00,12.50,17850.0,UK\n',
    );
    const input = { id: randomUUID(), path, kind: 'sales' as const };
    const first = await shop.call('imports.run', input);
    const { events } = await shop.call('care.health', {});
    expect(await shop.call('imports.run', input)).toEqual(first);
    expect(await shop.refusal('imports.run', { ...input, path: `${path}x` })).toEqual({
      code: 'id-used',
      data: { id: input.id },
    });
    const demo = { id: input.id };
    expect(await shop.refusal('demo.fill', demo)).toEqual({ code: 'id-used', data: { id: input.id } });
    expect((await shop.call('care.health', {})).events).toBe(events);
  });
});

describe('a call that is none', () => {
  test('an unknown procedure, and input of the wrong shape, are answered by field', async () => {
    await using shop = testShop();
    expect(await shop.ask('shop.explode' as never, {} as never)).toEqual({
      invalid: [{ path: 'name', message: 'no procedure shop.explode' }],
    });
    const outcome = await shop.ask('sales.record', {
      id: 'me',
      lines: [{ sku: '', quantity: 0, unitPrice: '1,5' }],
      tenders: [],
    } as never);
    expect('invalid' in outcome && outcome.invalid.map(({ path }) => path)).toEqual([
      'id',
      'lines.0.sku',
      'lines.0.quantity',
      'lines.0.unitPrice',
    ]);
    for (const nothing of [null, undefined, 'text', 7, []])
      expect(await shop.ask('sales.record', nothing as never)).toHaveProperty('invalid');
  });

  test('what does not fit is said in the shop’s language', async () => {
    await using shop = testShop({ settings: { locale: 'zh-CN' } });
    const outcome = await shop.ask('sales.search', { text: 'x', limit: 0 });
    expect('invalid' in outcome && outcome.invalid[0]?.message).toMatch(/\p{Script=Han}/u);
  });
});

describe('a disk that fills up', () => {
  test('the action is refused, what was there stays, and work goes on once there is room', async ({ skip }) => {
    const disk = tinyDisk(4000);
    if (!disk) return skip(needsTinyDisk);
    const shop = testShop({ folder: join(disk, 'shop') });
    const sale = await recordSale(shop);
    const ballast = join(disk, 'ballast');
    fill(ballast);
    const input = { ...saleInput(), customer: '张'.repeat(100) };
    const outcomes: Outcome<'sales.record'>[] = [];
    for (let n = 0; n < 200 && !outcomes.some((outcome) => 'refused' in outcome); n += 1)
      outcomes.push(await shop.ask('sales.record', { ...input, id: randomUUID() }));
    const stored = outcomes.filter((outcome) => 'ok' in outcome).length;
    expect(outcomes.at(-1)).toEqual({
      refused: { code: 'cannot-write', data: { why: 'disk-full', path: join(disk, 'shop'), happened: 'no' } },
    });
    expect(await shop.call('sales.get', { saleId: sale.saleId })).toEqual(sale);
    expect((await shop.call('care.health', {})).events).toBe(1 + stored);
    writeFileSync(ballast, '');
    expect((await shop.call('returns.counter', counterInput(sale))).totalCents).toBe(2000);
    expect((await shop.call('care.verify', {})).ok).toBe(true);
    await shop.close();
  });
});

/** Fills what is left of the disk, but for some twenty kilobytes. */
function fill(path: string): void {
  for (let bytes = 4_000_000; bytes > 0; bytes -= 20_000) {
    try {
      writeFileSync(path, Buffer.alloc(bytes));
      return;
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
    }
  }
}

describe('a shop that cannot be opened', () => {
  test('says so to every call, and opens once the reason is gone', async () => {
    const folder = join(temporaryFolder(), 'shop');
    const first = startShop({ folder });
    const second = startShop({ folder });
    const doing = { signal: new AbortController().signal, onProgress: () => undefined };
    const asked = await second.answer({ name: 'settings.get', input: {} }, doing);
    expect(asked).toMatchObject({ refused: { code: 'shop-cannot-open', data: { why: 'in-use' } } });
    await first.close();
    expect(await second.answer({ name: 'settings.get', input: {} }, doing)).toHaveProperty('ok');
    await second.close();
  });
});
