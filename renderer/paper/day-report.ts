import type { Output } from '../../contract/api.ts';
import { documentWords, drawerMoveWords, storeCreditEventWords, tenderWords } from '../../contract/words/index.ts';
import { ask } from '../state/shop.svelte.ts';
import { sumsBlock } from './closing-blocks.ts';
import type { ClosingBlock, PaperColumn, PaperDocument, PaperRow, Sum } from './document.ts';
import { headOf } from './source.ts';
import type { Voice } from './voice.ts';
import type { Asked, Writer } from './writer.ts';

type Report = Output<'money.dayReport'>;
export type DaySource = Pick<Asked, 'settings' | 'printedAt'> & { readonly report: Report };

export const dayReportWriter: Writer = async ({ number, settings, printedAt }) => {
  const report = await ask('money.dayReport', { day: number });
  if (report.trouble) return { trouble: report.trouble };
  return { write: (voice) => dayReport({ report: report.ok, settings, printedAt }, voice) };
};

/** The day report (日结单, a till’s Z-report): what was sold, taken back and paid out, the drawer, and the numbers of the day’s documents. */
export function dayReport({ report, settings, printedAt }: DaySource, voice: Voice): PaperDocument {
  const { text } = voice;
  const { day, head, people, documents } = report;
  const comma = voice.locale === 'en' ? ', ' : '、';
  const count = documents.reduce((sum, range) => sum + range.count, 0);
  return {
    ...headOf({ number: day, fingerprint: head, settings, printedAt }, voice),
    title: voice.say(documentWords['day-report']),
    facts: [
      { label: text('paper.date'), value: day },
      { label: text('paper.people'), value: people.map(voice.person).join(comma) || '—', part: 'handler' },
    ],
    columns: dayColumns(voice),
    rows: sectionsOf(report, voice).flatMap((section) => sectionRows(section, voice)),
    totals: [text('paper.documents-total'), '', voice.quantity(count), ''],
    closing: [
      ...drawerBlocks(report, voice),
      { kind: 'signatures', labels: [text('paper.cashier'), text('paper.checked-by'), text('paper.accounts')] },
    ],
  };
}

function dayColumns({ text, sign }: Voice): PaperColumn[] {
  return [
    { label: text('paper.what') },
    { label: text('paper.note'), widthMm: 84 },
    { label: text('paper.count'), isFigure: true, widthMm: 24 },
    { label: text('paper.amount', { sign }), isFigure: true, widthMm: 34 },
  ];
}

type Item = {
  readonly what: string;
  readonly note?: string | undefined;
  readonly count?: number;
  readonly cents?: number | undefined;
};
type Section = { readonly title: string; readonly items: readonly Item[] };

function sectionsOf(report: Report, voice: Voice): Section[] {
  return [
    salesSection(report, voice),
    returnsSection(report, voice),
    payoutsSection(report, voice),
    storeCreditSection(report, voice),
    drawerSection(report, voice),
    {
      title: voice.text('paper.documents'),
      items: report.documents.map(({ first, last, count }) => ({
        what: first === last ? first : `${first} – ${last}`,
        count,
      })),
    },
  ].filter(({ items }) => items.length > 0);
}

function salesSection({ sales }: Report, { say, text }: Voice): Section {
  return {
    title: text('paper.sales'),
    items: [
      ...sales.tenders.map(({ tender, cents }) => ({ what: say(tenderWords[tender]), cents })),
      { what: text('paper.total'), count: sales.count, cents: sales.totalCents },
    ],
  };
}

function returnsSection({ returns, creditNotes }: Report, voice: Voice): Section {
  const { text, amount } = voice;
  const { goodsCents, taxCents, deliveryCents, feeCents } = creditNotes;
  const [goods, tax, given, kept] = [goodsCents, taxCents, deliveryCents, feeCents].map(amount) as FourAmounts;
  return {
    title: text('paper.returns'),
    items: [
      {
        what: text('paper.opened'),
        note: text('paper.came-and-closed', {
          units: voice.quantity(returns.units),
          closed: voice.quantity(returns.closed),
        }),
        count: returns.opened,
      },
      {
        what: text('paper.note-total'),
        note: text('paper.note-working', { goods, tax, given, kept }),
        count: creditNotes.count,
        cents: creditNotes.totalCents,
      },
    ],
  };
}

type FourAmounts = [string, string, string, string];

function payoutsSection({ payouts, exchangedCents, voidedCount, voidedCents }: Report, { say, text }: Voice): Section {
  return {
    title: text('paper.payouts'),
    items: [
      ...payouts.map(({ tender, count, cents }) => ({ what: say(tenderWords[tender]), count, cents })),
      { what: text('paper.in-goods'), cents: exchangedCents },
      { what: text('paper.voided-today'), count: voidedCount, cents: voidedCents },
    ],
  };
}

function storeCreditSection({ storeCredit }: Report, { say, text }: Voice): Section {
  return {
    title: say(tenderWords['store-credit']),
    items: [
      { what: say(storeCreditEventWords.issued), cents: storeCredit.issuedCents },
      { what: say(storeCreditEventWords.used), cents: storeCredit.usedCents },
      { what: text('paper.lapsed'), cents: storeCredit.lapsedCents },
    ],
  };
}

function drawerSection({ drawer }: Report, voice: Voice): Section {
  const { text } = voice;
  return {
    title: text('paper.drawer'),
    items: [
      ...(drawer.openingCents === undefined ? [] : [{ what: text('paper.opening'), cents: drawer.openingCents }]),
      { what: text('paper.cash-in'), cents: drawer.inCents },
      { what: text('paper.cash-out'), cents: -drawer.outCents },
      ...drawer.moves.map(({ kind, number, at, amountCents, note }) => ({
        what: text('paper.of-which', { what: voice.say(drawerMoveWords[kind]) }),
        note: [number, voice.time(at).slice(-5), note].filter(Boolean).join(' · '),
        cents: amountCents,
      })),
      ...drawer.counts.map(({ number, at, person, countedCents, differenceCents }) => ({
        what: text('paper.drawer-counted'),
        note: [
          number,
          voice.time(at).slice(-5),
          voice.person(person),
          text('paper.over-short', { amount: voice.amount(differenceCents) }),
        ].join(' · '),
        cents: countedCents,
      })),
      ...(drawer.expectedCents === undefined
        ? []
        : [{ what: text('paper.drawer-expected'), cents: drawer.expectedCents }]),
    ],
  };
}

/** Its title stands above the first row of a section, on a roll too. */
function sectionRows({ title, items }: Section, voice: Voice): PaperRow[] {
  return items.map(({ what, note = '', count, cents }, place) => {
    const counted = count === undefined ? '' : voice.quantity(count);
    const amount = cents === undefined ? '' : voice.amount(cents);
    return {
      ...(place === 0 && { lead: title }),
      cells: [what, note, counted, amount],
      notes: [],
      roll: {
        title: place === 0 ? title : '',
        detail: cents === undefined || counted === '' ? what : `${what} × ${counted}`,
        amount: cents === undefined ? counted : amount,
        notes: note ? [note] : [],
      },
    };
  });
}

/** What should lie in the drawer at the end of the day, and what was over or short when it was counted. */
function drawerBlocks({ drawer }: Report, voice: Voice): ClosingBlock[] {
  const { expectedCents, counts } = drawer;
  if (expectedCents === undefined) return [];
  const differenceCents = counts.reduce((sum, count) => sum + count.differenceCents, 0);
  const sums: Sum[] = [
    ...(counts.length > 0
      ? [{ label: voice.text('paper.over-short-total'), value: voice.money(differenceCents) }]
      : []),
    { label: voice.text('paper.drawer-expected'), value: voice.money(expectedCents), isMain: true },
  ];
  return [sumsBlock(sums)];
}
