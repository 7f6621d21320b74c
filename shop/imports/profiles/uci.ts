import type { Profile } from './profile.ts';

/** The file of a British shop that much is measured with (DOI 10.24432/C5BW33). */
export const uci: Profile = {
  name: 'uci-online-retail',
  kind: 'sales',
  knownBy: ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice'],
  columns: {
    saleNumber: 'InvoiceNo',
    soldAt: 'InvoiceDate',
    customer: 'CustomerID',
    sku: 'StockCode',
    productName: 'Description',
    quantity: 'Quantity',
    unitPrice: 'UnitPrice',
  },
};
