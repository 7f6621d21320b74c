import type { Orm } from '../open.ts';

export type OpenReturn = {
  readonly returnId: number;
  readonly number: string;
  readonly stage: string;
  readonly channel: string;
  readonly want: string;
  readonly saleId: number | null;
  readonly dueAt: string | null;
  readonly assignee: string | null;
  readonly customerCode: string | null;
  readonly customerName: string | null;
  readonly customerPhone: string | null;
  readonly goods: string;
  readonly quantityMilli: number;
  /** 1 when a person said what is given for goods without a receipt. */
  readonly valued: number;
  /** 1 while something of it stands on the repair bench. */
  readonly inRepair: number;
};

/** Units that are owed for: of a sale line, or of a line that a person set a value for. */
export type OwedLine = {
  readonly returnId: number;
  readonly milli: number;
  readonly saleLineId: number | null;
  /** The sale it came from, where money of it was given back elsewhere. */
  readonly limitedSaleId: number | null;
  readonly quantityMilli: number;
  readonly paidCents: number;
  readonly taxCents: number;
  readonly creditedMilli: number;
  readonly creditedCents: number;
  readonly creditedTaxCents: number;
};

export type OtherWork = {
  readonly kind: string;
  readonly number: string;
  readonly returnId: number | null;
  readonly about: string | null;
  /** An instant, or a day where `isDay`. */
  readonly due: string;
  readonly assignee: string | null;
};

type Totals = { readonly open: number; readonly late: number; readonly today: number };
type Person = { readonly person: string; readonly open: number; readonly late: number };
/** `undefined`: everybody's. `null`: nobody's. */
export type Whose = string | null | undefined;

/** The words of the partial index: what waits for somebody. */
const waits = "r.stage IN ('requested', 'approved', 'received', 'inspected')";
/** The newest row counts. */
const assignee = '(SELECT assignee FROM assignments a WHERE a.return_id = r.id ORDER BY a.id DESC LIMIT 1)';
const goods = `(SELECT group_concat(name, ' · ') FROM (SELECT p.name FROM return_lines l JOIN products p ON p.id = l.product_id
  WHERE l.return_id = r.id ORDER BY l.line_no LIMIT 3))`;
const called = 'coalesce(c.name, c.code, c.phone)';

/** What waits at the desk. */
export function workReads({ $client: raw }: Orm) {
  const ofWhom = (whose: Whose): string => (whose === undefined ? '' : ` AND ${assignee} IS @whose`);
  const lists = (whose: Whose) => ({
    totals: raw.prepare(
      `SELECT count(*) AS open, coalesce(sum(r.due_at < @now), 0) AS late, coalesce(sum(r.due_at >= @now AND r.due_at < @tomorrow), 0) AS today
        FROM returns r WHERE ${waits}${ofWhom(whose)}`,
    ),
    open: raw.prepare(
      `SELECT r.id AS returnId, r.number, r.stage, r.channel, r.want, coalesce(r.sale_id, r.matched_sale_id) AS saleId, r.due_at AS dueAt,
          ${assignee} AS assignee, c.code AS customerCode, c.name AS customerName, c.phone AS customerPhone, ${goods} AS goods,
          (SELECT sum(requested_milli) FROM return_lines WHERE return_id = r.id) AS quantityMilli,
          EXISTS (SELECT 1 FROM return_lines l JOIN line_valuations v ON v.return_line_id = l.id WHERE l.return_id = r.id) AS valued,
          EXISTS (SELECT 1 FROM return_lines l JOIN repair_tickets t ON t.return_line_id = l.id WHERE l.return_id = r.id AND t.open = 1) AS inRepair
        FROM (SELECT r.id FROM returns r WHERE ${waits}${ofWhom(whose)} ORDER BY r.due_at, r.id LIMIT @limit) o
        JOIN returns r ON r.id = o.id LEFT JOIN customers c ON c.id = r.customer_id ORDER BY r.due_at, r.id`,
    ),
  });
  const everybody = lists(undefined);
  const somebody = lists(null);
  const people = raw.prepare(
    `SELECT person, count(*) AS open, sum(late) AS late FROM (SELECT ${assignee} AS person, coalesce(r.due_at < @now, 0) AS late
        FROM returns r WHERE ${waits} AND EXISTS (SELECT 1 FROM assignments WHERE return_id = r.id))
      WHERE person IS NOT NULL GROUP BY person ORDER BY person`,
  );
  const first = raw.prepare('SELECT hash FROM journal_of_events WHERE seq = 1').pluck();
  const chosen = (whose: Whose) => (whose === undefined ? everybody : somebody);
  const given = (whose: Whose) => (whose === undefined ? {} : { whose });
  return {
    ...owedReads(raw),
    ...otherReads(raw),
    totals: ({ now, tomorrow, whose }: { now: string; tomorrow: string; whose: Whose }) =>
      chosen(whose).totals.get({ now, tomorrow, ...given(whose) }) as Totals,
    open: ({ limit, whose }: { limit: number; whose: Whose }) =>
      chosen(whose).open.all({ limit, ...given(whose) }) as OpenReturn[],
    /** What tells this shop from all others. */
    firstFingerprint: () => (first.get() as string | undefined) ?? '',
    people: (now: string) => people.all({ now }) as Person[],
  };
}

/** All that is owed for at once: asking return by return would take a second in a big shop. */
function owedReads(raw: Orm['$client']) {
  const unpaid = raw
    .prepare(
      `SELECT coalesce(sum(n.total_cents - n.paid_cents), 0) FROM returns r CROSS JOIN credit_notes n ON n.return_id = r.id
        WHERE ${waits} AND r.stage IN ('received', 'inspected')`,
    )
    .pluck();
  const lines = raw.prepare(
    `SELECT l.return_id AS returnId, l.id, l.owed AS milli, s.id AS saleLineId, iif(d.refunded_cents > 0, d.id, NULL) AS limitedSaleId,
        coalesce(s.quantity_milli, l.requested_milli) AS quantityMilli, coalesce(s.paid_cents, v.value_cents) AS paidCents,
        coalesce(s.tax_cents, v.tax_cents) AS taxCents, coalesce(s.credited_milli, l.credited_milli) AS creditedMilli,
        coalesce(s.credited_cents, l.credited_cents) AS creditedCents, coalesce(s.credited_tax_cents, 0) AS creditedTaxCents
      FROM (SELECT l.id, l.return_id, l.requested_milli, l.credited_milli, l.credited_cents,
          l.inspected_milli - l.sent_back_milli + l.waived_milli - l.credited_milli - CASE r.want WHEN 'repair' THEN coalesce(
            (SELECT sum(quantity_milli) FROM repair_tickets WHERE return_line_id = l.id AND open = 1), 0) ELSE 0 END AS owed
        FROM returns r CROSS JOIN return_lines l ON l.return_id = r.id
        WHERE ${waits} AND r.stage IN ('received', 'inspected') AND l.inspected_milli + l.waived_milli > l.sent_back_milli + l.credited_milli) l
      LEFT JOIN return_links k ON k.return_line_id = l.id LEFT JOIN sale_lines s ON s.id = k.sale_line_id
      LEFT JOIN sales d ON d.id = s.sale_id LEFT JOIN line_valuations v ON v.return_line_id = l.id
      WHERE l.owed > 0 AND (s.id IS NOT NULL OR v.id IS NOT NULL) ORDER BY l.id`,
  );
  return {
    /** Credited and not paid out, because a payout was voided. */
    unpaidCents: () => unpaid.get() as number,
    owedLines: () => lines.all() as OwedLine[],
  };
}

/** What has a date and is no step of a return. */
function otherReads(raw: Orm['$client']) {
  const repairs = raw.prepare(
    `SELECT 'repair' AS kind, t.number, r.id AS returnId, p.name AS about, t.due_at AS due, ${assignee} AS assignee
      FROM repair_tickets t JOIN return_lines l ON l.id = t.return_line_id JOIN returns r ON r.id = l.return_id
      JOIN products p ON p.id = l.product_id WHERE t.open = 1 AND t.due_at < @until ORDER BY t.due_at LIMIT @limit`,
  );
  const invoices = raw.prepare(
    `SELECT 'red-invoice' AS kind, r.number, r.id AS returnId, ${called} AS about, i.at AS due, ${assignee} AS assignee
      FROM red_invoices i JOIN returns r ON r.id = i.return_id LEFT JOIN customers c ON c.id = r.customer_id
      WHERE i.status = 'requested' AND i.at >= @since AND NOT EXISTS (SELECT 1 FROM red_invoices n WHERE n.return_id = i.return_id AND n.id > i.id)
      ORDER BY i.at LIMIT @limit`,
  );
  const claims = raw.prepare(
    `SELECT 'claim' AS kind, k.number, NULL AS returnId, s.name AS about, k.due_on AS due, NULL AS assignee
      FROM supplier_claims k JOIN suppliers s ON s.id = k.supplier_id WHERE k.open = 1 AND k.due_on <= @until ORDER BY k.due_on LIMIT @limit`,
  );
  const calls = raw.prepare(
    `SELECT 'call-back' AS kind, r.number, r.id AS returnId, ${called} AS about, g.call_back_on AS due, ${assignee} AS assignee
      FROM ratings g JOIN returns r ON r.id = g.return_id LEFT JOIN customers c ON c.id = r.customer_id
      WHERE g.call_back_on BETWEEN @since AND @until AND NOT EXISTS (SELECT 1 FROM ratings n WHERE n.return_id = g.return_id AND n.id > g.id)
      ORDER BY g.call_back_on LIMIT @limit`,
  );
  const credits = raw.prepare(
    `SELECT 'store-credit' AS kind, k.code AS number, NULL AS returnId, ${called} AS about, k.expires_on AS due, NULL AS assignee
      FROM store_credits k LEFT JOIN customers c ON c.id = k.customer_id
      WHERE k.balance_cents > 0 AND k.expires_on <= @until ORDER BY k.expires_on LIMIT @limit`,
  );
  type Asked = { readonly since: string; readonly until: string; readonly limit: number };
  return {
    /** Due by an instant. A red invoice is due some time after it was requested, which SQL does not know. */
    byInstant: ({ since, until, limit }: Asked) =>
      [...repairs.all({ until, limit }), ...invoices.all({ since, limit })] as OtherWork[],
    /** Due by the end of a day. */
    byDay: ({ since, until, limit }: Asked) =>
      [
        ...claims.all({ until, limit }),
        ...calls.all({ since, until, limit }),
        ...credits.all({ until, limit }),
      ] as OtherWork[],
  };
}
