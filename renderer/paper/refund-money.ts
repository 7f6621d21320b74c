import type { Proof } from '../../contract/api/refunds.ts';
import type { Extra } from '../../contract/api/return-shape.ts';
import { givenExtras } from '../../contract/values/words.ts';
import { extraWords, tenderWords } from '../../contract/words/index.ts';
import { capitalsOf } from './closing-blocks.ts';
import type { ClosingBlock, Sum } from './document.ts';
import { paidItems, type Source } from './source.ts';
import type { Voice } from './voice.ts';

export type ProvenSource = Source & { readonly proof: Proof };

/** How the refund adds up and how it was paid; a return read from a file was paid elsewhere. */
export function receiptMoney(source: ProvenSource, voice: Voice): ClosingBlock {
  const { case: found, proof } = source;
  const isPaidHere = found.origin === 'desk';
  const provenCents = isPaidHere ? proof.totals.paidOutCents + proof.totals.inGoodsCents : found.creditedCents;
  return {
    kind: 'money',
    paidTitle: voice.text('paper.payouts'),
    paid: paidItems(source.case.payouts, voice),
    sums: isPaidHere ? [...refundSums(proof, voice), ...paidSums(proof, voice)] : importedSums(source, voice),
    ...capitalsOf(provenCents, voice),
  };
}

/** goods + tax + what is given back − what is kept = refund. */
function refundSums({ totals, extras, lines }: Proof, voice: Voice): Sum[] {
  const credited: Sum = { label: voice.text('paper.credited'), value: voice.money(totals.refundCents) };
  const tax: Sum = { label: voice.text('paper.tax-of-total'), value: voice.money(totals.taxCents) };
  if (extras.length === 0) return [credited, tax];
  const goods: Sum = { label: voice.text('paper.goods-paid'), value: voice.money(totals.goodsCents + totals.taxCents) };
  return [goods, tax, ...extraSums(extras, lines, voice), credited];
}

type Named = { readonly returnLineId: number; readonly name: string };

/** What is given back and kept beside the goods, each with its item where there are several. */
export function extraSums(extras: readonly Extra[], lines: readonly Named[], voice: Voice): Sum[] {
  return extras.map(({ kind, cents, returnLineId }) => {
    const line = lines.length > 1 ? lines.find((own) => own.returnLineId === returnLineId) : undefined;
    return {
      label: voice.say(extraWords[kind]),
      ...(line && { hint: line.name }),
      value: `${isGiven(kind) ? '+' : '−'} ${voice.money(cents)}`,
    };
  });
}

/** What they come to together: below zero when more is kept than given. */
export function extrasCents(extras: readonly Extra[]): number {
  return extras.reduce((sum, { kind, cents }) => sum + (isGiven(kind) ? cents : -cents), 0);
}

function isGiven(kind: Extra['kind']): boolean {
  return givenExtras.some((given) => given === kind);
}

/** refund = paid out + in goods + owed. */
function paidSums({ totals }: Proof, voice: Voice): Sum[] {
  const exchanged = totals.inGoodsCents > 0;
  return [
    ...(exchanged
      ? [{ label: voice.text('paper.in-goods'), value: voice.money(totals.inGoodsCents), isMain: true }]
      : []),
    ...(exchanged && totals.paidOutCents === 0
      ? []
      : [{ label: voice.text('paper.paid-out'), value: voice.money(totals.paidOutCents), isMain: true }]),
    ...(exchanged && totals.owedCents === 0
      ? []
      : [{ label: voice.text('paper.unpaid'), value: voice.money(totals.owedCents) }]),
  ];
}

function importedSums({ case: found, proof }: ProvenSource, voice: Voice): Sum[] {
  return [
    { label: voice.text('paper.credited'), value: voice.money(found.creditedCents), isMain: true },
    { label: voice.text('paper.tax-of-total'), value: voice.money(proof.totals.taxCents) },
  ];
}

/** The other half of an exchange ticket: what was taken, and what passed over the counter for the difference. */
export function exchangeBlocks({ proof }: ProvenSource, voice: Voice): ClosingBlock[] {
  return proof.exchanges.map(({ number, totalCents, paidInGoodsCents, lines, tenders }) => ({
    kind: 'money',
    paidTitle: voice.text('paper.taken', { number }),
    paid: lines.map(({ sku, name, quantity, unitPrice, paidCents }) => ({
      label: name || sku,
      details: [sku, `${voice.quantity(quantity)} × ${voice.price(unitPrice)}`],
      value: voice.amount(paidCents),
      isVoid: false,
    })),
    sums: [
      { label: voice.text('paper.new-goods'), value: voice.money(totalCents) },
      { label: voice.text('paper.in-goods'), value: `− ${voice.money(paidInGoodsCents)}` },
      {
        label: voice.text('paper.customer-pays'),
        value: voice.money(totalCents - paidInGoodsCents),
        isMain: true,
        ...(tenders.length > 0 && { hint: tenders.map(({ tender }) => voice.say(tenderWords[tender])).join('、') }),
      },
    ],
  }));
}

/** The codes the customer takes along. */
export function storeCreditBlocks(
  { proof }: { readonly proof: Pick<Proof, 'storeCredits'> },
  voice: Voice,
): ClosingBlock[] {
  return proof.storeCredits.map(({ code, balanceCents, expiresOn }) => ({
    kind: 'text',
    title: voice.text('paper.credit-code', { code }),
    text: voice.text('paper.credit-stands', {
      balance: voice.money(balanceCents),
      until: expiresOn ?? voice.text('paper.no-end'),
    }),
  }));
}
