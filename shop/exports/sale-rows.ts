import type { ImportField } from '../../contract/api/import-fields.ts';
import { amountAt } from '../../contract/values/money.ts';
import type { SaleLineToExport } from '../../db/queries/list-export.ts';
import { amountCell, amountIfAny, codeCell, priceCell, quantityCell, wordCell } from './cells.ts';

type Cells = Partial<Record<ImportField, string>>;

/** One row a line. What belongs to the whole sale stands on its first row; who bought and when on each. */
export function* saleRows(lines: Iterable<SaleLineToExport>, digits: number): Generator<Cells> {
  let saleId: number | undefined;
  for (const line of lines) {
    yield { ...lineCells(line, digits), ...(line.saleId !== saleId && wholeSaleCells(line, digits)) };
    saleId = line.saleId;
  }
}

function lineCells(line: SaleLineToExport, digits: number): Cells {
  const { quantityMilli, unitPriceE4, paidCents, taxCents } = line;
  const valueCents = amountAt(unitPriceE4, quantityMilli, digits);
  return {
    saleNumber: codeCell(line.number),
    lineNumber: codeCell(line.reference),
    soldAt: line.soldAt,
    customer: codeCell(line.customerCode),
    customerName: wordCell(line.customerName),
    customerPhone: codeCell(line.customerPhone),
    sku: codeCell(line.sku),
    productName: wordCell(line.name),
    spec: wordCell(line.spec),
    quantity: quantityCell(quantityMilli),
    unitPrice: priceCell(unitPriceE4),
    paid: amountCell(paidCents, digits),
    discount: amountIfAny(Math.max(valueCents - paidCents, 0), digits),
    tax: amountCell(taxCents, digits),
  };
}

function wholeSaleCells(line: SaleLineToExport, digits: number): Cells {
  return {
    tender: tenderCell(line, digits),
    channel: wordCell(line.channel),
    delivery: amountIfAny(line.deliveryCents, digits),
    status: wordCell(line.status),
    refunded: amountIfAny(line.refundedCents, digits),
    signedOn: line.signedOn ?? '',
  };
}

/** One tender that paid all of it by its name; else each with its amount: `cash 25.00 + wechat 35.00` (`store/tender.ts` reads both). */
function tenderCell({ tenders, totalCents }: SaleLineToExport, digits: number): string {
  const paid = JSON.parse(tenders) as readonly [string, number][];
  const [first] = paid;
  if (paid.length === 1 && first?.[1] === totalCents) return first[0];
  return paid.map(([tender, cents]) => `${tender} ${amountCell(cents, digits)}`).join(' + ');
}
