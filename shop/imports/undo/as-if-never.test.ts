import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ImportKind } from '../../../contract/api/import-fields.ts';
import { api, type Input, type ProcedureName } from '../../../contract/api.ts';
import { busyShop } from '../../../fixtures/busy-shop.ts';
import { fileOf } from '../../../fixtures/sale-files.ts';
import type { TestShop } from '../../../fixtures/shop.ts';

const period = { from: '2026-01-01', to: '2026-12-31' };
const texts = ['', '9', 'C9', '17850', 'Desk', 'Lantern', 'LAMP', 'CUP', '王芳'];
const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

type Asked = { readonly [Name in ProcedureName]?: readonly Input<Name>[] };
/** Every procedure that reads, and what it is asked. */
const asked: Asked = {
  'settings.get': [{}],
  'settings.accounts': [{}],
  'accounts.chart': [{}],
  'accounts.check': [{}],
  'months.packs': [{}],
  'paper.logo': [{}],
  'wallets.bills': [{}],
  'wallets.reconcile': [{ wallet: 'wechat', ...period }],
  'imports.mappings': [{}],
  'imports.unmatched': [{}, { text: 'LAMP' }],
  'catalog.product': ['LAMP', 'LANTERN', 'CUP', 'CHAIR'].map((sku) => ({ sku })),
  'catalog.products': [{}, { text: 'la' }],
  'catalog.byCode': [{ code: 'LAMP' }, { code: 'LANTERN' }, { code: '6901234567892' }],
  'catalog.categories': [{}],
  'customers.get': ids.map((customerId) => ({ customerId })),
  'customers.marks': ids.map((customerId) => ({ customerId })),
  'customers.search': texts.map((text) => ({ text })),
  'sales.search': texts.map((text) => ({ text })),
  'sales.get': [...ids.map((saleId) => ({ saleId })), { number: '900001' }, { number: '910001' }],
  'returns.get': [...ids.map((returnId) => ({ returnId })), { number: 'C900002' }, { number: 'C910004' }],
  'returns.matches': ids.map((returnId) => ({ returnId })),
  'returns.related': ids.map((returnId) => ({ returnId })),
  'returns.search': [{}, ...texts.map((text) => ({ text }))],
  'returns.worklist': [{}],
  'work.calendar': [{}],
  'suppliers.list': [{}],
  'claims.list': [{}],
  'claims.waiting': [{}],
  'repair.list': [{}],
  'storeCredit.list': [{}],
  'redInvoices.list': [{}],
  'stock.balances': [{}],
  'stock.moves': [{}],
  'stock.receipts': [{}],
  'stock.history': [{ code: 'LAMP' }, { code: 'CUP' }],
  'stock.levels': [{}],
  'stocktakes.list': [{}],
  'money.entries': [period],
  'money.dayReport': [{ day: '2026-09-20' }, { day: '2026-09-22' }],
  'drawer.now': [{}],
  'drawer.list': [{}],
  'months.list': [{}],
  'months.preview': [{ month: '2026-09' }, { month: '2026-11' }],
  'insight.summary': [period],
  'insight.unusual': [period],
  'refunds.quote': ids.map((returnId) => ({ returnId })),
  'find.search': texts.map((text) => ({ text })),
};

/** Of one return, photo, ticket or voucher of this desk, which a file never touches; of no facts; or of the file as a whole. */
const elsewhere: readonly ProcedureName[] = [
  ...([
    'photos.get',
    'catalog.photo',
    'messages.draft',
    'messages.list',
    'messages.templates',
    'drafts.load',
    'paper.prints',
  ] as const),
  ...(['inspection.checklist', 'inspection.suggest', 'inspection.twin', 'repair.get', 'claims.get'] as const),
  ...([
    'policy.get',
    'policy.list',
    'policy.presets',
    'refunds.proof',
    'refunds.creditNote',
    'refunds.quoteExchange',
    'returns.judge',
  ] as const),
  ...([
    'storeCredit.get',
    'redInvoices.get',
    'stock.receipt',
    'stocktakes.get',
    'imports.preview',
    'imports.history',
  ] as const),
  ...(['exports.write', 'months.export', 'care.backup', 'care.exportAll', 'care.verify', 'care.fingerprint'] as const),
  ...(['care.outcome', 'care.health', 'staff.list', 'staff.roles'] as const),
];

/** The fingerprint of the newest event is another after each action. */
function withoutHead(outcome: object): unknown {
  return JSON.parse(JSON.stringify(outcome, (key, value) => (key === 'head' ? '' : value)));
}

async function answers(shop: TestShop): Promise<Record<string, unknown>> {
  const said: Record<string, unknown> = {};
  const { rules } = await shop.call('policy.get', {});
  said['policy.replay'] = await shop.call('policy.replay', { ...period, rules });
  for (const [name, inputs] of Object.entries(asked))
    for (const input of inputs) {
      const outcome = await shop.ask(name as 'sales.get', input as Input<'sales.get'>);
      said[`${name} ${JSON.stringify(input)}`] = 'report' in outcome ? 'a bug' : withoutHead(outcome);
    }
  return said;
}

const sales =
  'Order no,Date,Customer,SKU,Item name,Qty,Price\n' +
  '910001,2026-09-20 10:00:00,K7,LANTERN,Lantern,2,15.00\n910002,2026-09-21 10:00:00,17850,LAMP,Desk lamp,3,12.50\n' +
  'C910003,2026-09-22 10:00:00,17850,LAMP,Desk lamp,-4,12.50\nC910004,2026-09-23 10:00:00,K7,CUP,Cup,-1,12.50\n910005,2026-09-24 10:00:00,,LAMP,,-2,0\n';
/** Of a sale that was there: more money went back, and its status is another. */
const news =
  'Order no,Date,Customer,SKU,Item name,Qty,Price,Status,Refunded amount\n910010,2026-09-20 10:00:00,K7,LANTERN,Lantern,2,15.00,closed,9.00\n';
const files: readonly (readonly [ImportKind, string])[] = [
  ['sales', sales],
  ['sales', news],
  [
    'products',
    'sku,name,price,barcode,supplier,category\nLAMP,Big lamp,15.00,777,Smith,light\nTORCH,Torch,3,778,Smith,light\n',
  ],
  ['customers', 'code,name,phone\n17850,Somebody,555\nK9,Nobody,\n'],
  ['suppliers', 'supplier,phone,lead days\nKiln,999,9\nMint,1,1\n'],
];

test('every procedure that reads is asked, or has nothing to do with what files bring', () => {
  const reads = Object.entries(api).filter(([, { kind }]) => kind === 'read' || kind === 'long-read');
  expect(reads.map(([name]) => name).sort()).toEqual([...Object.keys(asked), 'policy.replay', ...elsewhere].sort());
});

test('after files were read and taken back, every procedure answers as if they never had been read', async () => {
  await using shop = await busyShop();
  const before = await answers(shop);
  expect(Object.values(before)).not.toContain('a bug');
  for (let round = 0; round < 2; round += 1) {
    const read: number[] = [];
    for (const [kind, text] of files) {
      const input = { id: randomUUID(), path: fileOf(text), kind };
      const { importId, rowsRefused } = await shop.call('imports.run', input);
      expect([kind, rowsRefused]).toEqual([kind, 0]);
      read.push(importId);
    }
    expect(await answers(shop)).not.toEqual(before);
    for (const importId of read.reverse()) await shop.call('imports.undo', { id: randomUUID(), importId });
    expect(await answers(shop)).toEqual(before);
  }
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
});
