import type { Orm } from '../open.ts';

/** A line of a return from a file that found no sale. */
export type UnmatchedRow = {
  readonly returnLineId: number;
  readonly returnId: number;
  readonly number: string;
  readonly day: string;
  readonly openedAt: string;
  readonly saleNumber: string | null;
  readonly customerId: number | null;
  readonly customer: string | null;
  readonly phone: string | null;
  readonly productId: number;
  readonly sku: string;
  readonly name: string;
  readonly milli: number;
  readonly amountCents: number;
  readonly unlinked: string;
};

/** A sale line that a return line may belong to, with what is left of it. */
export type SuggestedRow = {
  readonly id: number;
  readonly saleId: number;
  readonly number: string;
  readonly day: string;
  readonly customerId: number | null;
  readonly customer: string | null;
  readonly phone: string | null;
  readonly quantityMilli: number;
  readonly returnedMilli: number;
  readonly creditedMilli: number;
  readonly paidCents: number;
  readonly creditedCents: number;
  readonly taxCents: number;
  readonly creditedTaxCents: number;
};

export type LineToMatch = {
  readonly id: number;
  readonly returnId: number;
  readonly number: string;
  readonly day: string;
  readonly stage: string;
  readonly productId: number;
  readonly sku: string;
  readonly milli: number;
  readonly amountCents: number;
  readonly isLinked: number;
};

export type SaleLineToMatch = Omit<SuggestedRow, 'customerId' | 'customer' | 'phone'> & { readonly productId: number };

const open = `l.unlinked IS NOT NULL AND r.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM return_links k WHERE k.return_line_id = l.id)`;
const named = 'coalesce(c.name, c.code, c.phone)';
const from = `FROM return_lines l INDEXED BY return_lines_unlinked CROSS JOIN returns r ON r.id = l.return_id
  JOIN products p ON p.id = l.product_id LEFT JOIN customers c ON c.id = r.customer_id WHERE ${open}`;
const spoken = `(@text = '' OR instr(lower(r.number), @text) OR instr(lower(coalesce(r.sale_number, '')), @text) OR instr(lower(p.sku), @text)
  OR instr(lower(p.name), @text) OR instr(lower(coalesce(c.code, '') || ' ' || coalesce(c.name, '') || ' ' || coalesce(c.phone, '')), @text))`;

const figures = `l.quantity_milli AS quantityMilli, l.returned_milli AS returnedMilli, l.credited_milli AS creditedMilli, l.paid_cents AS paidCents,
  l.credited_cents AS creditedCents, l.tax_cents AS taxCents, l.credited_tax_cents AS creditedTaxCents`;
const suggested = `SELECT l.id, s.id AS saleId, s.number, s.day, s.customer_id AS customerId, ${named} AS customer, c.phone, ${figures}`;
const returnable = 'l.returned_milli < l.quantity_milli AND s.withdrawn = 0 AND s.day <= @day';

type Sought = { readonly productId: number; readonly day: string };

/** Lines of returns from files that wait for their sale, and the sales they may belong to. */
export function unmatchedReads({ $client: raw }: Orm) {
  const list = raw.prepare<{ text: string; limit: number }, UnmatchedRow>(`
    SELECT l.id AS returnLineId, r.id AS returnId, r.number, r.day, r.opened_at AS openedAt, r.sale_number AS saleNumber,
      r.customer_id AS customerId, ${named} AS customer, c.phone, p.id AS productId, p.sku, p.name, l.requested_milli AS milli,
      l.file_amount_cents AS amountCents, l.unlinked ${from} AND ${spoken} ORDER BY l.id DESC LIMIT @limit`);
  // All that found no sale, less those matched since and those taken back with their file: each is counted by an index of its own.
  const countAll = raw.prepare<[], { count: number }>(`
    SELECT (SELECT count(*) FROM return_lines WHERE unlinked IS NOT NULL)
      - (SELECT count(*) FROM return_steps s JOIN returns r ON r.id = s.return_id WHERE s.step = 'match' AND s.from_stage = 'closed' AND r.withdrawn = 0)
      - (SELECT count(*) FROM returns r CROSS JOIN return_lines l ON l.return_id = r.id WHERE r.withdrawn = 1 AND l.unlinked IS NOT NULL) AS count`);
  const countSpoken = raw.prepare<{ text: string }, { count: number }>(
    `SELECT count(*) AS count ${from} AND ${spoken}`,
  );
  const ofSale = raw.prepare<Sought & { number: string }, SuggestedRow>(`
    ${suggested} FROM sales s JOIN sale_lines l ON l.sale_id = s.id LEFT JOIN customers c ON c.id = s.customer_id
    WHERE s.number = @number AND l.product_id = @productId AND ${returnable}`);
  // The customer's own, and those of whoever has the same telephone.
  const ofCustomer = raw.prepare<Sought & { customerId: number }, SuggestedRow>(`
    ${suggested} FROM sales s CROSS JOIN sale_lines l INDEXED BY sale_lines_by_product ON l.sale_id = s.id AND l.product_id = @productId
    LEFT JOIN customers c ON c.id = s.customer_id
    WHERE s.customer_id = @customerId AND ${returnable} ORDER BY s.sold_at DESC LIMIT 20`);
  const samePhone = raw.prepare<{ phone: string; customerId: number }, { id: number }>(
    'SELECT id FROM customers WHERE phone = @phone AND id <> @customerId LIMIT 5',
  );
  // Sales are numbered about as time goes by: the newest ones before the day are found from its last sale backward.
  const ofItem = raw.prepare<Sought, SuggestedRow>(`
    ${suggested} FROM sale_lines l INDEXED BY sale_lines_by_product JOIN sales s ON s.id = l.sale_id LEFT JOIN customers c ON c.id = s.customer_id
    WHERE l.product_id = @productId
      AND l.sale_id <= (SELECT id FROM sales INDEXED BY sales_by_day WHERE day <= @day ORDER BY day DESC, id DESC LIMIT 1)
      AND ${returnable} ORDER BY l.sale_id DESC LIMIT 20`);
  const lineToMatch = raw.prepare<[number], LineToMatch>(`
    SELECT l.id, r.id AS returnId, r.number, r.day, r.stage, l.product_id AS productId, p.sku, l.requested_milli AS milli,
      l.file_amount_cents AS amountCents, EXISTS (SELECT 1 FROM return_links k WHERE k.return_line_id = l.id) AS isLinked
    FROM return_lines l JOIN returns r ON r.id = l.return_id JOIN products p ON p.id = l.product_id
    WHERE l.id = ? AND r.withdrawn = 0 AND r.origin = 'import'`);
  const saleLineToMatch = raw.prepare<[number], SaleLineToMatch>(`
    SELECT l.id, s.id AS saleId, s.number, s.day, l.product_id AS productId, ${figures}
    FROM sale_lines l JOIN sales s ON s.id = l.sale_id WHERE l.id = ? AND s.withdrawn = 0`);
  return {
    list: (text: string, limit: number) => list.all({ text, limit }),
    count: (text: string) => (text === '' ? countAll.get() : countSpoken.get({ text }))?.count ?? 0,
    ofSale: (sought: Sought & { number: string }) => ofSale.all(sought),
    ofCustomer: (sought: Sought & { customerId: number }) => ofCustomer.all(sought),
    samePhone: (phone: string, customerId: number) => samePhone.all({ phone, customerId }).map(({ id }) => id),
    ofItem: (sought: Sought) => ofItem.all(sought),
    lineToMatch: (returnLineId: number) => lineToMatch.get(returnLineId),
    saleLineToMatch: (saleLineId: number) => saleLineToMatch.get(saleLineId),
  };
}
