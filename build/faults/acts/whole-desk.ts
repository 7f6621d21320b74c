import { randomUUID } from 'node:crypto';
import { counterInput, openInput, type RecordedSale } from '../../../fixtures/builders.ts';
import { pixel } from '../../../fixtures/busy-desk.ts';
import type { TestShop } from '../../../fixtures/shop.ts';
import { type Act, actOf } from './act.ts';

/** What the desk does beyond the plain return: each act has something of its own waiting for it. */
export async function wholeDesk(shop: TestShop, sale: RecordedSale): Promise<Act[]> {
  return [
    ...(await unknownParcels(shop, sale)),
    ...(await settlements(shop, sale)),
    ...(await storeCredits(shop, sale)),
    ...(await repairs(shop, sale)),
    ...(await claims(shop, sale)),
    ...(await papers(shop, sale)),
  ];
}

async function unknownParcels(shop: TestShop, sale: RecordedSale): Promise<Act[]> {
  const parcel = { channel: 'parcel' as const, waybill: 'SF1', lines: [{ sku: 'CUP', quantity: 1 }] };
  const arrive = () => shop.call('returns.arrive', { id: randomUUID(), ...parcel });
  const [found, valued] = [await arrive(), await arrive()];
  const values = valued.lines.map(({ returnLineId }) => ({ returnLineId, valueCents: 1000, taxCents: 100 }));
  const kept = await opened(shop, sale);
  const approve = { note: 'known' };
  return [
    actOf('returns.arrive', parcel),
    actOf('returns.match', { returnId: found.returnId, saleId: sale.saleId, approve }),
    actOf('returns.value', { returnId: valued.returnId, why: 'as new', values }),
    actOf('returns.waive', { ...kept, why: 'not worth the freight', override: { note: 'agreed' } }),
  ];
}

/** A return of one cup, and its line with one unit. */
async function opened(shop: TestShop, sale: RecordedSale) {
  const { returnId, number, lines } = await shop.call(
    'returns.open',
    openInput(sale, { channel: 'parcel', freightCents: 500 }),
  );
  return { returnId, number, lines: [{ returnLineId: lines[0]?.returnLineId ?? 0, quantity: 1 }] };
}

/** The same, received and graded. */
async function graded(shop: TestShop, sale: RecordedSale, disposition: 'resell' | 'repair' | 'supplier') {
  const { returnId, lines } = await opened(shop, sale);
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines });
  const gradings = lines.map((line) => ({ ...line, grade: 'C' as const, disposition, twin: false }));
  await shop.call('inspection.record', { id: randomUUID(), returnId, lines: gradings });
  return { returnId, returnLineId: lines[0]?.returnLineId ?? 0 };
}

async function settlements(shop: TestShop, sale: RecordedSale): Promise<Act[]> {
  const [exchanged, charged] = [await graded(shop, sale, 'resell'), await graded(shop, sale, 'resell')];
  const note = 'as agreed';
  const extras = [
    { kind: 'restocking' as const, returnLineId: charged.returnLineId, cents: 300, taxCents: 30, note },
    { kind: 'freight-paid' as const, cents: 500, note },
  ];
  const exchange = {
    lines: [{ sku: 'CUP', quantity: 1, unitPrice: '22.00' }],
    tenders: [{ tender: 'wechat' as const, amountCents: 200 }],
  };
  const paid = [{ tender: 'cash' as const, amountCents: 2200 }];
  return [
    actOf('refunds.record', { returnId: exchanged.returnId, payouts: [], exchange }, { as: 'an exchange' }),
    actOf('refunds.record', { returnId: charged.returnId, payouts: paid, extras }, { as: 'a refund with fees' }),
  ];
}

async function storeCredits(shop: TestShop, sale: RecordedSale): Promise<Act[]> {
  const payouts = [{ tender: 'store-credit' as const, amountCents: 2000 }];
  const give = () => shop.call('returns.counter', counterInput(sale, { payouts }));
  const [used, voided, takenBack] = [await give(), await give(), await give()];
  const codeOf = ({ storeCredits: [credit] }: typeof used): string => credit?.code ?? '';
  const waiting = await graded(shop, sale, 'resell');
  const payoutNumber = takenBack.payoutNumbers[0] ?? '';
  return [
    // To a code that stands: a new one is drawn by lot, and no two answers would be the same.
    actOf(
      'refunds.record',
      { returnId: waiting.returnId, payouts, storeCredit: { code: codeOf(used) } },
      { as: 'a refund as store credit' },
    ),
    actOf('storeCredit.use', { code: codeOf(used), amountCents: 500 }),
    actOf('storeCredit.void', { code: codeOf(voided), why: 'forged' }),
    actOf('refunds.void', { payoutNumber, why: 'cash after all' }, { as: 'a store credit taken back' }),
  ];
}

async function repairs(shop: TestShop, sale: RecordedSale): Promise<Act[]> {
  const tickets = [await graded(shop, sale, 'repair'), await graded(shop, sale, 'repair')];
  const ids: number[] = [];
  for (const { returnId } of tickets) ids.push((await shop.call('repair.list', { returnId })).items[0]?.ticketId ?? 0);
  const [worked = 0, ended = 0] = ids;
  const outcome = { mended: true, grade: 'B', disposition: 'resell', writeDownCents: 100, twin: true } as const;
  return [
    actOf('repair.work', { ticketId: worked, kind: 'part', what: 'Handle', cents: 300, paidBy: 'cash' }),
    actOf('repair.finish', { ticketId: ended, ...outcome }),
  ];
}

async function claims(shop: TestShop, sale: RecordedSale): Promise<Act[]> {
  for (let units = 0; units < 3; units += 1) await graded(shop, sale, 'supplier');
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), name: 'Potters' });
  const lines = [{ sku: 'CUP', quantity: 1 }];
  const open = () => shop.call('claims.open', { id: randomUUID(), supplierId, lines });
  const [paid, closed] = [await open(), await open()];
  return [
    actOf('claims.open', { supplierId, lines }),
    actOf('claims.pay', { claimId: paid.claimId, cents: 900, paidBy: 'bank' }),
    actOf('claims.close', { claimId: closed.claimId }),
  ];
}

/** What is kept beside a return. */
async function papers(shop: TestShop, sale: RecordedSale): Promise<Act[]> {
  const { returnId, number } = await opened(shop, sale);
  const { presets } = await shop.call('policy.presets', {});
  const rules = presets[0]?.rules;
  if (!rules) throw new Error('no preset');
  return [
    actOf('photos.add', { returnId, dataBase64: pixel }),
    actOf('redInvoices.set', { returnId, status: 'requested' }),
    actOf('policy.save', { name: 'From today', rules }),
    actOf('paper.printed', { document: 'return-slip', numbers: [number], paper: 'A5', locale: 'en', how: 'print' }),
    actOf('messages.sent', { returnId, way: 'copy', text: 'It is here.', locale: 'en' }),
    actOf('ratings.record', { returnId, score: 9 }),
    actOf('returns.assign', { returnId, person: 'Li' }),
  ];
}
