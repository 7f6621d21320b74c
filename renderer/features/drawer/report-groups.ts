import type { Output } from '../../../contract/api.ts';
import { drawerMoveWords, tenderWords } from '../../../contract/words/index.ts';
import { say, show, t } from '../../i18n/index.ts';
import { personName } from '../returns/return-words.ts';
import { isOutward } from './drawer-days.ts';

type Report = Output<'money.dayReport'>;

export type ReportRow = {
  readonly key: string;
  readonly label: string;
  /** What is said beneath it. */
  readonly note?: string;
  readonly count?: number;
  readonly cents?: number;
  /** A sum of those above. */
  readonly isSum?: boolean;
};
export type ReportGroup = { readonly key: string; readonly title: string; readonly rows: readonly ReportRow[] };

const row = (key: string, label: string, figures: Omit<ReportRow, 'key' | 'label'>): ReportRow => ({
  key,
  label,
  ...figures,
});

/** The figures of a day as the screen shows them; what did not happen is left out. */
export function reportGroups(report: Report): ReportGroup[] {
  return [sold(report), takenBack(report), paidOut(report), credit(report)].filter(({ rows }) =>
    rows.some(({ count = 0, cents = 0 }) => count !== 0 || cents !== 0),
  );
}

function sold({ sales }: Report): ReportGroup {
  return {
    key: 'sales',
    title: t('drawer.report-sales'),
    rows: [
      ...sales.tenders.map(({ tender, cents }) => row(tender, say(tenderWords[tender]), { cents })),
      row('total', t('drawer.report-total'), { count: sales.count, cents: sales.totalCents, isSum: true }),
    ],
  };
}

function takenBack({ returns, creditNotes }: Report): ReportGroup {
  const parts = [
    row('goods', t('drawer.report-goods'), { cents: creditNotes.goodsCents }),
    row('tax', t('drawer.report-tax'), { cents: creditNotes.taxCents }),
    row('given', t('drawer.report-given'), { cents: creditNotes.deliveryCents }),
    row('kept', t('drawer.report-kept'), { cents: -creditNotes.feeCents }),
  ].filter(({ cents }) => cents !== 0);
  return {
    key: 'returns',
    title: t('drawer.report-returns'),
    rows: [
      row('opened', t('drawer.report-opened'), { count: returns.opened }),
      row('units', t('drawer.report-units'), { count: returns.units }),
      row('closed', t('drawer.report-closed'), { count: returns.closed }),
      ...parts,
      row('total', t('drawer.report-credited'), {
        count: creditNotes.count,
        cents: creditNotes.totalCents,
        isSum: true,
      }),
    ],
  };
}

function paidOut({ payouts, exchangedCents, voidedCount, voidedCents }: Report): ReportGroup {
  const total = payouts.reduce((sum, { cents }) => sum + cents, exchangedCents);
  return {
    key: 'payouts',
    title: t('drawer.report-payouts'),
    rows: [
      ...payouts.map(({ tender, count, cents }) => row(tender, say(tenderWords[tender]), { count, cents })),
      ...(exchangedCents === 0 ? [] : [row('in-goods', t('drawer.report-in-goods'), { cents: exchangedCents })]),
      row('total', t('drawer.report-total'), { cents: total, isSum: true }),
      ...(voidedCount === 0
        ? []
        : [row('voided', t('drawer.report-voided'), { count: voidedCount, cents: voidedCents })]),
    ],
  };
}

function credit({ storeCredit }: Report): ReportGroup {
  return {
    key: 'credit',
    title: t('drawer.report-credit'),
    rows: [
      row('issued', t('drawer.report-issued'), { cents: storeCredit.issuedCents }),
      row('used', t('drawer.report-used'), { cents: storeCredit.usedCents }),
      row('lapsed', t('drawer.report-lapsed'), { cents: storeCredit.lapsedCents }),
    ],
  };
}

/** How what lay in the drawer became what should lie in it; nothing where it had not been counted yet. */
export function drawerGroup({ drawer }: Report): ReportGroup | undefined {
  const { openingCents, inCents, outCents, expectedCents, counts } = drawer;
  if (expectedCents === undefined) return undefined;
  const differenceCents = counts.reduce((sum, count) => sum + count.differenceCents, 0);
  return {
    key: 'drawer',
    title: t('drawer.title'),
    rows: [
      openingCents === undefined
        ? row('first', t('drawer.report-first'), { cents: counts[0]?.countedCents ?? 0 })
        : row('opening', t('drawer.report-opening'), { cents: openingCents }),
      row('in', t('drawer.in'), { cents: inCents }),
      row('out', t('drawer.out'), { cents: -outCents }),
      ...(differenceCents === 0 ? [] : [row('difference', t('drawer.difference'), { cents: differenceCents })]),
      row('end', t('drawer.report-end'), { cents: expectedCents, isSum: true }),
    ],
  };
}

/** What was done at the drawer on the day, each with its number. */
export function drawerActs({ drawer }: Report): ReportGroup | undefined {
  const { counts, moves } = drawer;
  if (counts.length + moves.length === 0) return undefined;
  return {
    key: 'drawer-acts',
    title: t('drawer.report-acts'),
    rows: [
      ...moves.map(({ number, kind, amountCents, note }) =>
        row(number, say(drawerMoveWords[kind]), {
          cents: isOutward(kind) ? -amountCents : amountCents,
          note: noted([number, note]),
        }),
      ),
      ...counts.map(({ number, at, person, countedCents, differenceCents, note }) =>
        row(number, t('drawer.counted'), {
          cents: countedCents,
          note: noted([number, show.when(at), personName(person), said(differenceCents), note]),
        }),
      ),
    ],
  };
}

function said(differenceCents: number): string {
  return differenceCents === 0
    ? t('drawer.is-right')
    : `${t('drawer.difference')} ${show.glance.money(differenceCents)}`;
}

const noted = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');
