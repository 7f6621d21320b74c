import type { Output } from '../../contract/api.ts';
import { documentWords } from '../../contract/words/index.ts';
import { ask } from '../state/shop.svelte.ts';
import { capitalsOf, sumsBlock } from './closing-blocks.ts';
import type { ClosingBlock, Fact, PaperColumn, PaperDocument, PaperRow } from './document.ts';
import { maskPhone } from './mask.ts';
import { type RecordSource, recordWriter } from './record-writer.ts';
import { headOf, policyBlocks } from './source.ts';
import type { Voice } from './voice.ts';

type Credit = Output<'storeCredit.get'>;

export const storeCreditVoucherWriter = recordWriter<Credit>(
  (code) => ask('storeCredit.get', { code }),
  (source, voice) => storeCreditVoucher(source, voice),
);

/** What a customer takes along instead of money: a code to be scanned, what stands on it, and how long it is good. */
export function storeCreditVoucher(
  { record: credit, head, settings, printedAt }: RecordSource<Credit>,
  voice: Voice,
): PaperDocument {
  return {
    ...headOf({ number: credit.code, fingerprint: head, settings, printedAt }, voice),
    title: voice.say(documentWords['store-credit-voucher']),
    facts: voucherFacts(credit, voice),
    columns: voucherColumns(voice),
    rows: credit.events.map((event) => eventRow(event, voice)),
    totals: ['', '', voice.text('paper.balance'), voice.amount(credit.balanceCents)],
    closing: [balanceBlock(credit, voice), ...policyBlocks({ settings }, voice)],
  };
}

function voucherFacts({ day, expiresOn, customer }: Credit, voice: Voice): Fact[] {
  const facts: Fact[] = [
    { label: voice.text('paper.issued-on'), value: day },
    { label: voice.text('paper.valid-until'), value: expiresOn ?? voice.text('paper.no-end') },
  ];
  const name = customer?.name ?? customer?.code;
  if (name) facts.push({ label: voice.text('paper.customer'), value: name, part: 'customer' });
  if (customer?.phone)
    facts.push({ label: voice.text('paper.phone'), value: maskPhone(customer.phone), part: 'customer-phone' });
  return facts;
}

function voucherColumns({ text, sign }: Voice): PaperColumn[] {
  return [
    { label: text('paper.date'), widthMm: 26 },
    { label: text('paper.what') },
    { label: text('paper.document-of'), widthMm: 44 },
    { label: text('paper.amount', { sign }), isFigure: true, widthMm: 30 },
  ];
}

function eventRow({ kind, cents, day, document }: Credit['events'][number], voice: Voice): PaperRow {
  const what = voice.text(`paper.credit-${kind}`);
  const amount = voice.amount(cents);
  return {
    cells: [day, what, document, amount],
    notes: [],
    roll: { title: what, detail: `${day} · ${document}`, amount, notes: [] },
  };
}

function balanceBlock({ balanceCents }: Credit, voice: Voice): ClosingBlock {
  const sum = { label: voice.text('paper.balance'), value: voice.money(balanceCents), isMain: true };
  return sumsBlock([sum], capitalsOf(balanceCents, voice));
}
