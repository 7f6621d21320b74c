import type { Input } from '../../../../contract/api.ts';
import type { Return, ReturnLine, Sale, SaleLine, Verdict } from './books.ts';
import { milliOf, sum } from './figures.ts';
import { type Moment, mustBeOpen, nextNumber } from './moment.ts';
import { No } from './no.ts';
import { personNamed } from './people.ts';
import { judge, usualReasons } from './policy.ts';
import { step } from './steps.ts';
import { returnedMilli } from './sums.ts';

type Asked = Omit<Input<'returns.open'>, 'id'>;
type AskedLine = Asked['lines'][number];
type Planned = Omit<ReturnLine, 'id'>;

/** Opens a return; the policy approves at once what it accepts. */
export function openReturn(moment: Moment, asked: Asked): Return {
  const { books, today } = moment;
  const day = asked.day ?? today;
  if (day > today) throw new No('day-in-future', { day, today });
  mustBeOpen(moment, day);
  const sale = saleOf(moment, asked);
  if (sale && day < sale.day) throw new No('return-before-sale', { soldOn: sale.day, returnedOn: day });

  const planned: Planned[] = [];
  for (const [index, line] of asked.lines.entries())
    planned.push(plan(moment, { line, number: index + 1, sale, planned }));
  const verdict: Verdict = judge(moment, { day, soldOn: sale?.day, lines: planned });
  const number = nextNumber(moment, 'R', day);
  const firstLine = 1 + sum(books.returns, ({ lines }) => lines.length);
  const opened: Return = {
    id: books.returns.length + 1,
    number,
    sale,
    person: personNamed(books, asked.customer) ?? sale?.person,
    channel: asked.channel,
    want: asked.want,
    day,
    verdict,
    lines: planned.map((line, index) => ({ id: firstLine + index, ...line })),
  };
  books.returns.push(opened);
  step(moment, { returnId: opened.id, step: 'request', stage: 'requested' });
  if (verdict.outcome === 'accept')
    step(moment, { returnId: opened.id, step: 'approve', stage: 'approved', person: 'policy' });
  return opened;
}

function saleOf({ books }: Moment, { saleId, lines }: Asked): Sale | undefined {
  if (saleId !== undefined) {
    const sale = books.sales[saleId - 1];
    if (!sale) throw new No('no-such-sale', { sale: String(saleId) });
    return sale;
  }
  const index = lines.findIndex((line) => line.saleLineId !== undefined);
  if (index < 0) return undefined;
  const saleLineId = lines[index]?.saleLineId;
  const sale = books.sales.find((own) => own.lines.some(({ id }) => id === saleLineId));
  if (!sale) throw new No('no-such-sale-line', { line: index + 1, saleLineId });
  return sale;
}

type ToPlan = {
  readonly line: AskedLine;
  readonly number: number;
  readonly sale: Sale | undefined;
  readonly planned: readonly Planned[];
};

/** A line by its sale line, or by its code: then the first line of that item that still has the units, else the first. */
function plan(moment: Moment, { line, number, sale, planned }: ToPlan): Planned {
  const { books, settings } = moment;
  const { reason, sku, saleLineId } = line;
  if (!usualReasons.includes(reason) && !settings.reasons.some(({ code }) => code === reason))
    throw new No('no-such-reason', { line: number, reason });
  if (reason === 'other' && !line.note) throw new No('note-needed', { line: number, reason });
  const own = { milli: milliOf(line.quantity), reason, note: line.note?.toWellFormed() || undefined };

  if (saleLineId === undefined && !sku) throw new No('line-needs-item', { line: number });
  if (!sale) {
    if (!sku || !books.products.some((product) => product.sku === sku)) throw new No('no-such-product', { sku });
    return { ...own, sku, saleLine: undefined };
  }
  const taken = (saleLine: SaleLine): number =>
    returnedMilli(books, saleLine) + sum(planned, (other) => (other.saleLine?.id === saleLine.id ? other.milli : 0));
  const fitting = sale.lines.filter((row) => (saleLineId === undefined ? row.sku === sku : row.id === saleLineId));
  const saleLine = fitting.find((row) => taken(row) + own.milli <= row.milli) ?? fitting[0];
  if (!saleLine) throw new No('no-such-sale-line', { line: number, saleLineId: saleLineId ?? 0 });
  if (taken(saleLine) + own.milli > saleLine.milli)
    throw new No('over-sold-quantity', {
      line: number,
      sku: saleLine.sku,
      sold: saleLine.milli / 1000,
      returned: taken(saleLine) / 1000,
      asked: line.quantity,
    });
  return { ...own, sku: saleLine.sku, saleLine };
}
