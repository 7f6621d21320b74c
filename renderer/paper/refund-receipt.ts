import type { ProofLine } from '../../contract/api/refunds.ts';
import { documentWords } from '../../contract/words/index.ts';
import type { Fact, PaperColumn, PaperDocument, PaperRow } from './document.ts';
import { provenWriter } from './proven-writer.ts';
import { exchangeBlocks, type ProvenSource, receiptMoney, storeCreditBlocks } from './refund-money.ts';
import { commonFacts, itemName, letterhead, redInvoiceFacts, type Source } from './source.ts';
import type { Voice } from './voice.ts';

const unknown = '—';

/** Whether there is a refund to prove. */
export function hasRefund({ creditNotes, payouts, creditedCents }: Source['case']): boolean {
  return creditNotes.length > 0 || payouts.length > 0 || creditedCents > 0;
}

export const refundReceiptWriter = provenWriter((source, voice) => refundReceipt(source, voice), {
  is: (source) => hasRefund(source.case),
  else: 'paper.not-refunded',
});

/** The refund receipt that proves itself: per line the units and the money, each from what was sold to what is left. */
export function refundReceipt(source: ProvenSource, voice: Voice): PaperDocument {
  const proofs = source.proof.lines.filter(({ now }) => now > 0);
  const exchanged = source.proof.exchanges.length > 0;
  const before = voice.text(isNewestOfSale(source) ? 'paper.before' : 'paper.elsewhere');
  return {
    ...letterhead(source, voice),
    title: exchanged ? voice.text('paper.exchange-ticket') : voice.say(documentWords['refund-receipt']),
    facts: receiptFacts(source, voice),
    columns: receiptColumns(voice, before),
    rows: proofs.map((proof, index) => receiptRow({ proof, place: index + 1, before }, voice)),
    totals: totalsRow(proofs, voice),
    closing: [
      receiptMoney(source, voice),
      ...exchangeBlocks(source, voice),
      ...storeCreditBlocks(source, voice),
      { kind: 'signatures', labels: [voice.text('paper.handler'), voice.text('paper.customer-signs')] },
    ],
  };
}

/** When another return of the same sale came later, what it took is no longer “before”. */
function isNewestOfSale({ case: found, sale }: Source): boolean {
  return !sale || sale.returns[0]?.returnId === found.returnId;
}

function receiptFacts(source: Source, voice: Voice): Fact[] {
  const notes = source.case.creditNotes.map(({ number }) => number);
  return [
    ...commonFacts(source, voice),
    { label: voice.text('paper.credit-notes'), value: notes.join('、') || unknown },
    ...redInvoiceFacts(source.redInvoice, voice),
  ];
}

function receiptColumns({ text, sign }: Voice, before: string): PaperColumn[] {
  const figure = (label: string, widthMm?: number): PaperColumn => ({
    label,
    isFigure: true,
    ...(widthMm !== undefined && { widthMm }),
  });
  return [
    figure(text('paper.sold'), 14),
    figure(before, 16),
    figure(text('paper.now'), 14),
    figure(text('paper.left'), 20),
    figure(text('paper.list-amount', { sign })),
    figure(text('paper.discount')),
    figure(text('paper.paid')),
    figure(text('paper.tax')),
    figure(text('paper.fee')),
    figure(text('paper.refunded', { sign })),
  ];
}

type Placed = { readonly proof: ProofLine; readonly place: number; readonly before: string };

function receiptRow({ proof, place, before }: Placed, voice: Voice): PaperRow {
  const { units } = proof;
  const money = (cents: number | undefined): string => (cents === undefined ? unknown : voice.amount(cents));
  const count = (quantity: number | undefined): string => (quantity === undefined ? unknown : voice.quantity(quantity));
  const list = money(proof.listCents);
  const discount = money(proof.discountCents);
  const [paid, tax, fee, refund] = [proof.paidCents, proof.taxCents, proof.feeCents, proof.refundCents].map(money);
  const now = voice.quantity(proof.now);
  const pending = proof.pending > 0 ? [voice.text('paper.pending', { quantity: voice.quantity(proof.pending) })] : [];
  const each = voice.priceEach(proof.paidCents, proof.now);
  return {
    lead: `${place}. ${proof.sku}　${itemName(proof)}`,
    cells: [count(units?.sold), count(units?.before), now, count(units?.left)].concat(
      [list, discount, paid, tax, fee, refund].map((cell) => cell ?? unknown),
    ),
    notes: pending,
    roll: {
      title: `${place}. ${itemName(proof)}`,
      detail: `${proof.sku} · ${now} × ${each}`,
      amount: refund ?? unknown,
      notes: [
        ...(units ? [unitsProof({ units, now, word: before }, voice)] : []),
        ...(proof.listCents === undefined
          ? []
          : [voice.text('paper.money-proof', { list, discount, paid: paid ?? '' })]),
        voice.text('paper.tax-and-fee', { tax: tax ?? '', fee: fee ?? '' }),
        ...pending,
      ],
    },
  };
}

type UnitsSaid = { readonly units: NonNullable<ProofLine['units']>; readonly now: string; readonly word: string };

function unitsProof({ units, now, word }: UnitsSaid, voice: Voice): string {
  return voice.text('paper.units-proof', {
    sold: voice.quantity(units.sold),
    beforeWord: voice.locale === 'en' ? word.toLowerCase() : word,
    before: voice.quantity(units.before),
    now,
    left: voice.quantity(units.left),
  });
}

const sumOf = (proofs: readonly ProofLine[], of: (proof: ProofLine) => number): number =>
  proofs.reduce((sum, proof) => sum + of(proof), 0);

function totalsRow(proofs: readonly ProofLine[], voice: Voice): string[] {
  const now = sumOf(proofs, (proof) => Math.round(proof.now * 1000)) / 1000;
  const isListKnown = proofs.every(({ listCents }) => listCents !== undefined);
  const sum = (of: (proof: ProofLine) => number): string => voice.amount(sumOf(proofs, of));
  return [
    voice.text('paper.total'),
    '',
    voice.quantity(now),
    '',
    isListKnown ? sum(({ listCents }) => listCents ?? 0) : unknown,
    isListKnown ? sum(({ discountCents }) => discountCents ?? 0) : unknown,
    sum(({ paidCents }) => paidCents),
    sum(({ taxCents }) => taxCents),
    sum(({ feeCents }) => feeCents),
    sum(({ refundCents }) => refundCents),
  ];
}
