import type { Proof } from '../../contract/api/refunds.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { documentWords, tenderWords } from '../../contract/words/index.ts';
import { capitalsOf } from './closing-blocks.ts';
import type { ClosingBlock, Fact, PaidItem, PaperColumn, PaperDocument, PaperRow, Sum } from './document.ts';
import { provenWriter } from './proven-writer.ts';
import { extraSums, type ProvenSource, storeCreditBlocks } from './refund-money.ts';
import { commonFacts, itemName, letterhead, paidItems } from './source.ts';
import type { Voice } from './voice.ts';

type Back = Proof['lines'][number];
type Out = Proof['exchanges'][number]['lines'][number];

export const exchangeNoteWriter = provenWriter((source, voice) => exchangeNote(source, voice), {
  is: ({ proof }) => proof.exchanges.length > 0,
  else: 'paper.not-exchanged',
});

/** The exchange note (换货单): what came back beside what went out, the difference and how it was settled. */
export function exchangeNote(source: ProvenSource, voice: Voice): PaperDocument {
  const { proof } = source;
  const back = proof.lines.filter(({ now }) => now > 0);
  const out = proof.exchanges.flatMap(({ lines }) => lines);
  const { text } = voice;
  return {
    ...letterhead(source, voice),
    title: voice.say(documentWords['exchange-note']),
    facts: exchangeFacts(source, voice),
    columns: exchangeColumns(voice),
    rows: pairedRows(back, out, voice),
    totals: [
      text('paper.total'),
      unitsOf(
        back.map(({ now }) => now),
        voice,
      ),
      voice.amount(back.reduce((sum, { refundCents }) => sum + refundCents, 0)),
      '',
      unitsOf(
        out.map(({ quantity }) => quantity),
        voice,
      ),
      voice.amount(out.reduce((sum, { paidCents }) => sum + paidCents, 0)),
    ],
    closing: [
      exchangeMoney(source, voice),
      ...storeCreditBlocks(source, voice),
      {
        kind: 'signatures',
        labels: [
          text('paper.prepared-by'),
          text('paper.handler'),
          text('paper.accounts'),
          text('paper.customer-signs'),
        ],
      },
    ],
  };
}

function exchangeFacts(source: ProvenSource, voice: Voice): Fact[] {
  const sales = source.proof.exchanges.map(({ number }) => number);
  const notes = source.case.creditNotes.map(({ number }) => number);
  return [
    ...commonFacts(source, voice),
    { label: voice.text('paper.new-sale'), value: sales.join('、') },
    { label: voice.text('paper.credit-notes'), value: notes.join('、') },
  ];
}

function exchangeColumns({ text, sign }: Voice): PaperColumn[] {
  return [
    { label: text('paper.came-back') },
    { label: text('paper.back-quantity'), isFigure: true, widthMm: 16 },
    { label: text('paper.back-amount', { sign }), isFigure: true, widthMm: 27 },
    { label: text('paper.went-out') },
    { label: text('paper.out-quantity'), isFigure: true, widthMm: 16 },
    { label: text('paper.out-amount', { sign }), isFigure: true, widthMm: 27 },
  ];
}

/** The first that came back beside the first that went out, and so on: nobody says which was taken for which. */
function pairedRows(back: readonly Back[], out: readonly Out[], voice: Voice): PaperRow[] {
  return Array.from({ length: Math.max(back.length, out.length) }, (_, place) => {
    const [came, went] = [back[place], out[place]];
    const left = came
      ? [`${came.sku}　${itemName(came)}`, voice.quantity(came.now), voice.amount(came.refundCents)]
      : ['', '', ''];
    const right = went
      ? [`${went.sku}　${went.name}`, voice.quantity(went.quantity), voice.amount(went.paidCents)]
      : ['', '', ''];
    return { cells: [...left, ...right], notes: [], roll: rollOf(left, right, voice) };
  });
}

/** On a roll one stands below the other. */
function rollOf(left: readonly string[], right: readonly string[], { text }: Voice): NonNullable<PaperRow['roll']> {
  const [upper, lower] = left[0] ? [left, right] : [right, []];
  const [title = '', quantity = '', amount = ''] = upper;
  const [item, count, price] = lower;
  return {
    title,
    detail: `${text(left[0] ? 'paper.came-back' : 'paper.went-out')} × ${quantity}`,
    amount,
    notes: item ? [text('paper.went-out-item', { item, quantity: count ?? '', amount: price ?? '' })] : [],
  };
}

function unitsOf(quantities: readonly number[], voice: Voice): string {
  return voice.quantity(quantities.reduce((sum, quantity) => sum + toMilli(quantity), 0) / 1000);
}

/** goods back + what is given − what is kept = credited; held against the new goods, the rest was paid by one or the other. */
function exchangeMoney({ case: found, proof }: ProvenSource, voice: Voice): ClosingBlock {
  const { text } = voice;
  const { totals, extras, lines } = proof;
  const outCents = proof.exchanges.reduce((sum, { totalCents }) => sum + totalCents, 0);
  const credited: Sum = { label: text('paper.credited'), value: voice.money(totals.refundCents) };
  const goods: Sum = { label: text('paper.goods-paid'), value: voice.money(totals.goodsCents + totals.taxCents) };
  const differenceCents = outCents - totals.refundCents;
  const mainCents = Math.abs(differenceCents);
  return {
    kind: 'money',
    paidTitle: text('paper.settled-by'),
    paid: [...paidItems(found.payouts, voice), ...paidOnTop(proof, voice)],
    sums: [
      ...(extras.length > 0 ? [goods, ...extraSums(extras, lines, voice)] : []),
      credited,
      { label: text('paper.new-goods'), value: voice.money(outCents) },
      {
        label: text(whoPays(differenceCents)),
        value: voice.money(mainCents),
        isMain: true,
      },
      ...(totals.owedCents === 0 ? [] : [{ label: text('paper.unpaid'), value: voice.money(totals.owedCents) }]),
    ],
    ...capitalsOf(mainCents, voice),
  };
}

function whoPays(differenceCents: number): 'paper.customer-pays' | 'paper.shop-pays' | 'paper.nothing-to-pay' {
  if (differenceCents === 0) return 'paper.nothing-to-pay';
  return differenceCents > 0 ? 'paper.customer-pays' : 'paper.shop-pays';
}

/** What the customer paid where the new goods cost more. */
function paidOnTop({ exchanges }: Proof, voice: Voice): PaidItem[] {
  return exchanges.flatMap(({ number, tenders }) =>
    tenders.map(({ tender, cents }) => ({
      label: voice.say(tenderWords[tender]),
      details: [voice.text('paper.customer-pays'), number],
      value: voice.amount(cents),
      isVoid: false,
    })),
  );
}
