import type { RedInvoice } from '../../contract/api/red-invoices.ts';
import type { Quote } from '../../contract/api/refunds.ts';
import type { Return } from '../../contract/api/return-shape.ts';
import type { Sale } from '../../contract/api/sales.ts';
import type { Settings } from '../../contract/api/settings.ts';
import {
  dispositionWords,
  gradeWords,
  reasonWord,
  redInvoiceWords,
  stageWords,
  tenderWords,
} from '../../contract/words/index.ts';
import type { ClosingBlock, Fact, PaidItem, PaperDocument } from './document.ts';
import { maskPhone } from './mask.ts';
import type { Voice } from './voice.ts';

/** Everything a sheet is written from. */
export type Source = {
  readonly case: Return;
  /** Missing for goods without a receipt. */
  readonly sale: Sale | undefined;
  /** What is to be refunded now; missing when nothing waits for it. */
  readonly quote: Quote | undefined;
  /** How far the invoice with red figures is; missing where nobody spoke of one. */
  readonly redInvoice: RedInvoice | undefined;
  readonly settings: Settings;
  readonly printedAt: number;
};

type Line = Return['lines'][number];

const unknown = '—';

type Head = Pick<PaperDocument, 'number' | 'shop' | 'printedAt' | 'fingerprint'>;
type HeadOf = Pick<Head, 'number' | 'fingerprint'> & Pick<Source, 'settings' | 'printedAt'>;

/** The parts of every sheet that do not depend on its kind. */
export function headOf({ number, fingerprint, settings, printedAt }: HeadOf, voice: Voice): Head {
  const { shopName, address, phone } = settings;
  return {
    number,
    shop: { name: shopName, address, phone },
    printedAt: voice.text('paper.printed-at', { time: voice.time(printedAt) }),
    fingerprint,
  };
}

export function letterhead({ case: found, settings, printedAt }: Source, voice: Voice): Head {
  const { number, fingerprint } = found;
  return headOf({ number, fingerprint, settings, printedAt }, voice);
}

export function commonFacts({ case: found }: Source, voice: Voice): Fact[] {
  const opened = found.steps[0];
  return [
    { label: voice.text('paper.date'), value: found.day },
    { label: voice.text('paper.stage'), value: voice.say(stageWords[found.stage]) },
    saleFact(found, voice),
    ...customerFacts(found, voice),
    { label: voice.text('paper.handler'), value: opened ? voice.person(opened.person) : unknown, part: 'handler' },
  ];
}

export function saleFact({ sale }: Pick<Return, 'sale'>, voice: Voice): Fact {
  const value = sale ? `${sale.number} (${voice.dayOf(sale.soldAt)})` : voice.text('paper.no-sale');
  return { label: voice.text('paper.sale'), value };
}

export function customerFacts({ customer }: Pick<Return, 'customer'>, voice: Voice): Fact[] {
  return [
    { label: voice.text('paper.customer'), value: customer?.name ?? customer?.code ?? unknown, part: 'customer' },
    {
      label: voice.text('paper.phone'),
      value: customer?.phone ? maskPhone(customer.phone) : unknown,
      part: 'customer-phone',
    },
  ];
}

/** How far the invoice with red figures is, or its number once it has one. */
export function redInvoiceFacts(invoice: RedInvoice | undefined, voice: Voice): Fact[] {
  if (!invoice) return [];
  const { number, blueNumber, status } = invoice;
  const part = 'red-invoice';
  const red: Fact = {
    label: voice.text('paper.red-invoice'),
    value: number ?? voice.say(redInvoiceWords[status]),
    part,
  };
  if (blueNumber === undefined) return [red];
  return [red, { label: voice.text('paper.blue-invoice'), value: blueNumber, part }];
}

/** How the parcel comes and who pays for it; nothing for goods brought to the counter. */
export function parcelFacts({ channel, courier, waybill, freightCents, verdict }: Return, voice: Voice): Fact[] {
  if (channel === 'counter' && !courier && !waybill) return [];
  const { text } = voice;
  const parcel = [courier, waybill].filter(Boolean).join(' ') || unknown;
  const payer = verdict.terms ? text(`paper.freight-${verdict.terms.freight}`) : unknown;
  const freight = freightCents ? text('paper.freight-paid', { payer, amount: voice.money(freightCents) }) : payer;
  return [
    { label: text('paper.courier'), value: parcel, part: 'courier' },
    { label: text('paper.freight'), value: freight, part: 'courier' },
  ];
}

/** Which units of their kind they are, where they were told apart. */
export function unitNotes({ serial, batch }: Pick<Line, 'serial' | 'batch'>, voice: Voice): string[] {
  const said = [
    serial ? voice.text('paper.serial', { serial }) : '',
    batch ? voice.text('paper.batch', { batch }) : '',
  ].filter(Boolean);
  return said.length > 0 && voice.shows('batch') ? [said.join(' · ')] : [];
}

/** `衬衫 蓝 M`, with the specification where there is one. */
export function itemName({ name, spec }: Pick<Line, 'name' | 'spec'>): string {
  return spec ? `${name} ${spec}` : name;
}

export function reasonText(line: Line, { settings }: Source, voice: Voice): string {
  const reason = reasonWord(line.reason, voice.locale, settings.reasons);
  return voice.text('paper.reason', { reason: line.note ? `${reason} — ${line.note}` : reason });
}

/** How the units of a line were graded and where they went; nothing before. */
export function gradingText(line: Line, voice: Voice): string | undefined {
  if (line.inspections.length === 0) return undefined;
  const gradings = line.inspections.map(
    ({ grade, disposition, quantity }) =>
      `${voice.say(gradeWords[grade])} → ${voice.say(dispositionWords[disposition])} × ${voice.quantity(quantity)}`,
  );
  return voice.text('paper.graded', { gradings: gradings.join(voice.locale === 'en' ? '; ' : '；') });
}

/** Payouts and their counter-documents in the order they were written. */
export function paidItems(payouts: Return['payouts'], voice: Voice): PaidItem[] {
  return payouts.map((payout) => ({
    label: payout.exchange ? voice.text('paper.in-goods') : voice.say(tenderWords[payout.tender]),
    details: [
      payout.number,
      payout.day,
      payout.reference ? voice.text('paper.reference', { reference: payout.reference }) : '',
      payout.exchange ? voice.text('paper.for-sale', { number: payout.exchange.number }) : '',
      payout.storeCredit ? voice.text('paper.onto-code', { code: payout.storeCredit }) : '',
      payout.voidedBy ? voice.text('paper.voided', { number: payout.voidedBy }) : '',
      payout.voids ? voice.text('paper.voids', { number: payout.voids }) : '',
    ].filter(Boolean),
    value: voice.amount(payout.amountCents),
    isVoid: payout.voidedBy !== undefined,
  }));
}

/** More than that could be higher than a page. */
const longestParagraph = 600;

/** The shop's own text, a block for each paragraph so that it can go on over pages. */
export function policyBlocks({ settings }: Pick<Source, 'settings'>, voice: Voice): ClosingBlock[] {
  const paragraphs = settings.policyText
    .split('\n')
    .filter((paragraph) => paragraph.trim())
    .flatMap((paragraph) => paragraph.match(new RegExp(`.{1,${longestParagraph}}`, 'gu')) ?? []);
  return paragraphs.map((text, place) => ({
    kind: 'text',
    part: 'policy',
    text,
    ...(place === 0 && { title: voice.text('paper.policy') }),
  }));
}
