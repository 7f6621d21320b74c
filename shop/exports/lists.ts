import type { ListKind } from '../../contract/api/exports.ts';
import { type ImportField, type ImportKind, importFields } from '../../contract/api/import-fields.ts';
import type {
  CustomerToExport,
  ListExportReads,
  ProductToExport,
  StockToExport,
  SupplierToExport,
} from '../../db/queries/list-export.ts';
import type { Period } from '../../db/queries/months.ts';
import { amountCell, codeCell, codesCell, daysCell, priceCell, quantityCell, wordCell } from './cells.ts';
import { saleRows } from './sale-rows.ts';

/** A list as it is written: its headings are the fields of the imports that it is read back by. */
export type List = { readonly headings: readonly string[]; readonly rows: Iterable<readonly string[]> };

const readBackAs: Readonly<Record<ListKind, ImportKind>> = {
  products: 'products',
  customers: 'customers',
  suppliers: 'suppliers',
  sales: 'sales',
  stock: 'opening-stock',
};

type Cells = Partial<Record<ImportField, string>>;

export function listOf(
  reads: ListExportReads,
  { kind, period, digits }: { readonly kind: ListKind; readonly period: Period; readonly digits: number },
): List {
  const headings: readonly ImportField[] = importFields[readBackAs[kind]];
  const inOrder = (cells: Cells): string[] => headings.map((field) => cells[field] ?? '');
  return { headings, rows: mapped(cellsOf(reads, { kind, period, digits }), inOrder) };
}

function cellsOf(
  reads: ListExportReads,
  { kind, period, digits }: { readonly kind: ListKind; readonly period: Period; readonly digits: number },
): Iterable<Cells> {
  switch (kind) {
    case 'products':
      return mapped(reads.products(), productCells);
    case 'customers':
      return mapped(reads.customers(), customerCells);
    case 'suppliers':
      return mapped(reads.suppliers(), supplierCells);
    case 'stock':
      return mapped(reads.stock(), (row) => stockCells(row, digits));
    case 'sales':
      return saleRows(reads.sales(period), digits);
  }
}

function* mapped<From, To>(all: Iterable<From>, to: (one: From) => To): Generator<To> {
  for (const one of all) yield to(one);
}

const named = (list: string | null): string[] => (list === null ? [] : (JSON.parse(list) as string[]));

function productCells(row: ProductToExport): Cells {
  return {
    sku: codeCell(row.sku),
    productName: wordCell(row.name),
    spec: wordCell(row.spec),
    barcode: codesCell(named(row.barcodes)),
    category: wordCell(row.category),
    unit: wordCell(row.unit),
    supplier: wordCell(row.supplier),
    unitCost: priceCell(row.costE4),
    unitPrice: priceCell(row.priceE4),
    tracking: row.tracking ?? '',
    expires: row.expires === 1 ? 'yes' : '',
    minQuantity: quantityCell(row.minMilli),
    maxQuantity: quantityCell(row.maxMilli),
    location: wordCell(row.location),
    accessories: codesCell(named(row.accessories)),
  };
}

function customerCells({ code, name, phone, email, vip }: CustomerToExport): Cells {
  return {
    customer: codeCell(code),
    customerName: wordCell(name),
    customerPhone: codeCell(phone),
    email: codeCell(email),
    vip: wordCell(vip),
  };
}

function supplierCells({ name, phone, email, claimDays, leadDays, note }: SupplierToExport): Cells {
  return {
    supplier: wordCell(name),
    phone: codeCell(phone),
    email: codeCell(email),
    claimDays: daysCell(claimDays),
    leadDays: daysCell(leadDays),
    note: wordCell(note),
  };
}

/** What nobody knows the cost of has no value; a part of it that is known cannot be told apart here. */
function stockCells(row: StockToExport, digits: number): Cells {
  const { quantityMilli, unknownMilli, valueCents } = row;
  return {
    sku: codeCell(row.sku),
    productName: wordCell(row.name),
    spec: wordCell(row.spec),
    barcode: codesCell(named(row.barcodes)),
    quantity: quantityCell(quantityMilli),
    value: unknownMilli === quantityMilli ? '' : amountCell(valueCents, digits),
  };
}
