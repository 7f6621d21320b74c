import { beforeAll, describe, expect, test, vi } from 'vitest';
import { busyShopFile } from '../../fixtures/busy-shop.ts';
import { failingChecks } from '../../fixtures/failing-checks.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let file: Buffer;
beforeAll(async () => {
  file = await busyShopFile();
});

const failing = (statements: string): Promise<string[]> => failingChecks(file, statements);
const last = (table: string, where = '1'): string => `id = (SELECT max(id) FROM ${table} WHERE ${where})`;
const entry = (kind: string): string => `(SELECT max(id) FROM journal_entries WHERE kind = '${kind}')`;
const without = (kind: string): string =>
  `DELETE FROM journal_lines WHERE entry_id = ${entry(kind)}; DELETE FROM journal_entries WHERE id = ${entry(kind)}`;

describe('what the whole desk sums up is found by its own check', () => {
  test.each([
    ['store-credits', 'UPDATE store_credits SET balance_cents = balance_cents + 1'],
    ['repairs', 'UPDATE repair_tickets SET open = 1'],
    ['repairs', `UPDATE stock_balances SET quantity_milli = quantity_milli + 1000 WHERE place = 'repair'`],
    ['claims', 'UPDATE supplier_claims SET paid_cents = 0'],
    ['claims', 'UPDATE supplier_claims SET value_cents = value_cents - 1'],
    ['claims', 'UPDATE supplier_claims SET claimed_cents = claimed_cents - 1'],
    ['claims', 'UPDATE supplier_claims SET open = 1'],
    ['claims', `UPDATE stock_balances SET quantity_milli = quantity_milli + 1000 WHERE place = 'supplier-shelf'`],
    ['returns-fit-sales', 'UPDATE returns SET matched_sale_id = NULL'],
    ['tenders-given-back', `UPDATE sale_tenders SET given_back_cents = 0 WHERE tender = 'cash'`],
    ['return-lines', 'UPDATE return_lines SET waived_milli = 0'],
    ['return-lines', 'UPDATE return_lines SET sent_back_milli = 0 WHERE sent_back_milli > 0'],
    ['units-returned', 'UPDATE return_links SET released_milli = 0 WHERE released_milli > 0'],
  ])('%s: %s', async (check, statements) => {
    expect(await failing(statements)).toContain(check);
  });
});

describe('documents of the whole desk that do not fit one another or the ledgers are found by their own check', () => {
  test.each([
    ['documents-present', `DELETE FROM repair_works WHERE ${last('repair_works', 'document IS NOT NULL')}`],
    ['documents-present', `DELETE FROM repair_tickets WHERE ${last('repair_tickets')}`],
    ['documents-present', `DELETE FROM supplier_claim_events WHERE ${last('supplier_claim_events')}`],
    ['documents-present', `UPDATE supplier_claims SET day = '2026-11-17' WHERE id = 1`],
    ['documents-present', `DELETE FROM store_credit_events WHERE kind = 'expired'`],
    ['sales-add-up', 'UPDATE sale_units SET quantity_milli = 2000'],
    ['returns-fit-sales', 'DELETE FROM return_matches'],
    ['returns-fit-sales', 'UPDATE return_matches SET sale_id = 1'],
    [
      'returns-fit-sales',
      `UPDATE return_lines SET serial = 'SN-1' WHERE id IN (SELECT return_line_id FROM return_links WHERE released_milli < quantity_milli)`,
    ],
    ['return-lines', 'DELETE FROM waivers'],
    ['return-lines', 'DELETE FROM line_valuations'],
    ['return-lines', 'UPDATE line_valuations SET tax_cents = 0'],
    ['credit-notes', `DELETE FROM credit_note_extras WHERE kind = 'restocking'`],
    ['credit-notes', `UPDATE credit_note_extras SET cents = cents + 1 WHERE kind = 'delivery'`],
    ['money-credited', `UPDATE credit_note_extras SET kind = 'delivery' WHERE kind = 'freight-paid'`],
    ['documents-posted', `UPDATE credit_note_extras SET kind = 'delivery' WHERE kind = 'freight-paid'`],
    ['documents-posted', `UPDATE credit_note_extras SET tax_cents = tax_cents - 1 WHERE kind = 'restocking'`],
    ['documents-posted', without('payout-in-goods')],
    ['documents-posted', `UPDATE payouts SET exchange_sale_id = NULL`],
    ['documents-posted', `UPDATE journal_lines SET role = 'cash' WHERE role = 'clearing'`],
    ['exchanges', `UPDATE sales SET exchange_of = exchange_of + 1 WHERE exchange_of IS NOT NULL`],
    ['exchanges', `UPDATE sales SET booked = 0`],
    ['exchanges', `UPDATE payouts SET tender = 'bank' WHERE exchange_sale_id IS NOT NULL`],
    [
      'exchanges',
      `UPDATE sale_tenders SET amount_cents = 1 WHERE sale_id = (SELECT max(exchange_sale_id) FROM payouts)`,
    ],
    [
      'payout-voids',
      `UPDATE payouts SET exchange_sale_id = (SELECT max(exchange_sale_id) FROM payouts) WHERE voids_payout_id IS NOT NULL`,
    ],
    ['store-credits', `UPDATE store_credit_events SET cents = cents + 1 WHERE kind = 'issued'`],
    [
      'store-credits',
      `UPDATE store_credit_events SET payout_id = NULL WHERE ${last('store_credit_events', `kind = 'issued'`)}`,
    ],
    [
      'store-credits',
      `UPDATE store_credit_events SET store_credit_id = 1 WHERE kind = 'voided' AND payout_id IS NOT NULL`,
    ],
    ['store-credits', `DELETE FROM store_credit_events WHERE kind = 'voided' AND payout_id IS NOT NULL`],
    ['store-credits', `DELETE FROM store_credit_events WHERE ${last('store_credit_events', `kind = 'issued'`)}`],
    ['store-credits', `UPDATE store_credit_events SET sale_id = 1 WHERE sale_id IS NOT NULL`],
    ['store-credits', `UPDATE store_credits SET expires_on = NULL`],
    ['store-credits', `UPDATE store_credits SET expires_on = '2026-11-16'`],
    ['documents-posted', without('store-credit-used')],
    ['documents-posted', without('store-credit-expired')],
    ['documents-posted', without('store-credit-voided')],
    ['documents-posted', without('repair-cost')],
    ['documents-posted', `UPDATE repair_works SET paid_by = 'cash' WHERE paid_by = 'payable'`],
    ['documents-posted', 'UPDATE repair_outcomes SET write_down_cents = 0'],
    ['documents-moved', 'UPDATE repair_outcomes SET write_down_cents = 0'],
    ['documents-moved', 'UPDATE repair_outcomes SET twin_id = NULL'],
    ['documents-moved', `DELETE FROM stock_moves WHERE from_place = 'regraded'`],
    ['documents-moved', `DELETE FROM stock_moves WHERE to_place = 'supplier'`],
    ['documents-moved', 'UPDATE supplier_claim_lines SET value_cents = value_cents + 1'],
    ['repairs', 'DELETE FROM repair_outcomes'],
    ['repairs', 'UPDATE repair_tickets SET quantity_milli = quantity_milli + 1'],
    [
      'repairs',
      'UPDATE repair_works SET event_seq = event_seq + 100 WHERE ticket_id IN (SELECT ticket_id FROM repair_outcomes)',
    ],
    ['claims', `UPDATE supplier_claim_events SET cents = cents - 1 WHERE kind = 'closed'`],
    ['claims', `DELETE FROM supplier_claim_events WHERE kind = 'closed'`],
    ['claims', 'DELETE FROM supplier_claim_lines'],
    ['documents-posted', without('claim-sent')],
    ['documents-posted', without('claim-closed')],
    ['documents-posted', `UPDATE supplier_claim_events SET cents = cents + 1 WHERE kind = 'paid'`],
    ['documents-posted', `UPDATE supplier_claim_events SET paid_by = 'cash' WHERE kind = 'paid'`],
    ['months-closed', `UPDATE store_credit_events SET day = '2026-10-15' WHERE kind = 'expired'`],
    ['months-closed', `UPDATE repair_tickets SET day = '2026-10-15'`],
    ['months-closed', `UPDATE repair_works SET day = '2026-10-15'`],
    ['months-closed', `UPDATE repair_outcomes SET day = '2026-10-15'`],
    ['months-closed', `UPDATE supplier_claims SET day = '2026-10-15'`],
    ['months-closed', `UPDATE supplier_claim_events SET day = '2026-10-15'`],
  ])('%s: %s', async (check, statements) => {
    expect(await failing(statements)).toContain(check);
  });
});
