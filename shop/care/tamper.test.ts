import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Orm, shopFile } from '../../db/open.ts';
import { verifyReads } from '../../db/queries/verify.ts';
import { factTableNames, hashedTable } from '../../db/schema/facts.ts';
import { layPhoto } from '../../fixtures/busy-desk.ts';
import { busyShopFile } from '../../fixtures/busy-shop.ts';
import { changesUnseen, inThisThread, overwritePage, runPlain, tamper } from '../../fixtures/care.ts';
import { failingChecks } from '../../fixtures/failing-checks.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { checkChain } from './chain.ts';
import { verify } from './verify.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let file: Buffer;
beforeAll(async () => {
  file = await busyShopFile();
});

/** Of a shop that is whole. */
async function namesOfChecks(): Promise<string[]> {
  const folder = temporaryFolder();
  writeFileSync(shopFile(folder), file);
  layPhoto(folder);
  const { checks } = await inThisThread(folder, (context) => verify(context, {}));
  return checks.map(({ name }) => name);
}

const failing = (statements: string): Promise<string[]> => failingChecks(file, statements);

test('the copy of the busy shop that is tampered with is in order', async () => {
  expect(await failing('SELECT 1')).toEqual([]);
});

describe('one fact changed behind the program’s back is found by the chain', () => {
  test.each(factTableNames)('a row of %s', async (name) => {
    const { sqlName, columns } = hashedTable(name);
    const last = columns.at(-1)?.sqlName ?? '';
    const changed = `UPDATE ${sqlName} SET ${last} = CASE typeof(${last}) WHEN 'integer' THEN ${last} + 1 ELSE coalesce(${last}, 0) || 1 END`;
    expect(await failing(`${changed} WHERE rowid = (SELECT max(rowid) FROM ${sqlName})`)).toContain('chain');
  });

  test.each(factTableNames)('a row of %s taken out', async (name) => {
    const { sqlName } = hashedTable(name);
    expect(await failing(`DELETE FROM ${sqlName} WHERE rowid = (SELECT min(rowid) FROM ${sqlName})`)).toContain(
      'chain',
    );
  });

  test('every column of every table counts', () => {
    const folder = temporaryFolder();
    writeFileSync(shopFile(folder), file);
    const problems = (orm: Orm) => checkChain(verifyReads(orm), { onRows: () => undefined, limit: 1 });
    expect(changesUnseen(folder, problems)).toEqual([]);
  });
});

describe('the chain itself', () => {
  const event = (column: string, value: string): string =>
    `UPDATE journal_of_events SET ${column} = ${value} WHERE seq = 5`;

  test.each([
    ['kind', `'refunds.void'`],
    ['at', `'2026-01-01T00:00:00.000Z'`],
    ['day', `'2026-01-01'`],
    ['person', `'nobody'`],
    ['action_id', `'00000000-0000-4000-8000-000000000000'`],
    ['result', `'{"totalCents":1}'`],
    ['input_sha256', `printf('%064d', 1)`],
    ['previous_hash', `printf('%064d', 1)`],
    ['hash', `printf('%064d', 1)`],
    ['approver', `'nobody'`],
  ])('%s of an event changed', async (column, value) => {
    expect(await failing(event(column, value))).toContain('chain');
  });

  test('an event taken out, with or without its facts', async () => {
    expect(await failing('DELETE FROM journal_of_events WHERE seq = 5')).toContain('chain');
    const facts = factTableNames.map((name) => `DELETE FROM ${hashedTable(name).sqlName} WHERE event_seq = 5`);
    expect(await failing([...facts, 'DELETE FROM journal_of_events WHERE seq = 5'].join(';'))).toContain('chain');
  });

  test('a fact without an event, and one slipped into an old event', async () => {
    const adjustment = (seq: string): string =>
      `INSERT INTO stock_adjustments (event_seq, number, line_no, adjusted_at, day, product_id, quantity_milli)
       VALUES (${seq}, 'X', 1, '2026-11-18T03:00:00.000Z', '2026-11-18', 1, 1000)`;
    expect(await failing(adjustment('(SELECT max(seq) + 1 FROM journal_of_events)'))).toContain('chain');
    expect(await failing(adjustment('(SELECT max(seq) FROM journal_of_events)'))).toContain('chain');
    expect(await failing(adjustment('2'))).toContain('chain');
  });
});

describe('safeguards taken away', () => {
  test('a dropped trigger, an index that is gone, a column too many, a table that is not ours', async () => {
    const damage = [
      'DROP TRIGGER payouts_kept',
      'DROP INDEX returns_by_day',
      'ALTER TABLE payouts ADD COLUMN tip INTEGER',
      'CREATE TABLE mine (x)',
    ];
    for (const statement of damage) {
      const folder = temporaryFolder();
      writeFileSync(shopFile(folder), file);
      runPlain(folder, statement);
      const { checks } = await inThisThread(folder, (context) => verify(context, {}));
      expect(`${statement}: ${checks.find(({ ok }) => !ok)?.name}`).toBe(`${statement}: schema`);
    }
  });

  test('pages that were overwritten fail the checks that meet them, and the others are made all the same', async () => {
    const folder = temporaryFolder();
    writeFileSync(shopFile(folder), file);
    overwritePage(folder, 'stock_moves');
    const { ok, checks } = await inThisThread(folder, (context) => verify(context, {}));
    expect(ok).toBe(false);
    expect(checks.find(({ name }) => name === 'integrity')?.ok).toBe(false);
    expect(checks.map(({ name }) => name)).toEqual(await namesOfChecks());
  });
});

test('what is wrong is said in the shop’s language, with the first documents', async () => {
  const folder = temporaryFolder();
  writeFileSync(shopFile(folder), file);
  layPhoto(folder);
  tamper(
    folder,
    `UPDATE credit_notes SET paid_cents = paid_cents - 1; UPDATE settings SET value = '"zh-CN"' WHERE name = 'locale'`,
  );
  const { checks } = await inThisThread(folder, (context) => verify(context, {}));
  expect(checks.filter(({ ok }) => !ok)).toEqual([
    {
      name: 'credit-notes-paid',
      ok: false,
      detail: expect.stringMatching(/^红字单与付款不符：C-2026-000001、C-2026-000002、C-2026-000003/),
      advice: expect.stringContaining('恢复最新一份检查无误的备份'),
    },
  ]);
});
