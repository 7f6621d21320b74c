import type { PaperPart } from '../../../../contract/api/paper.ts';
import type { DocumentKind } from '../../../../contract/host.ts';
import { pair, type Words } from '../../../../contract/words/index.ts';

/** What each part of a sheet is called. */
export const partWords: Words<PaperPart> = {
  logo: pair('店标', 'Logo'),
  address: pair('店铺地址', 'Shop address'),
  'shop-phone': pair('店铺电话', 'Shop phone'),
  code: pair('条码和二维码', 'Codes to scan'),
  customer: pair('客户姓名', 'Customer'),
  'customer-phone': pair('客户电话', 'Customer’s phone'),
  handler: pair('经办人', 'Handled by'),
  courier: pair('快递', 'Courier'),
  spec: pair('规格', 'Spec'),
  batch: pair('批号和序列号', 'Batches and serials'),
  reason: pair('原因', 'Reason'),
  grading: pair('定级', 'Grading'),
  amounts: pair('金额', 'Amounts'),
  capitals: pair('大写金额', 'Amount in Chinese words'),
  'red-invoice': pair('红字发票', 'Red invoice'),
  policy: pair('退货须知', 'Returns policy'),
  signatures: pair('签字栏', 'Signatures'),
  fingerprint: pair('链上指纹', 'Chain fingerprint'),
};

const head = ['logo', 'address', 'shop-phone', 'code', 'fingerprint'] as const;
const customer = ['customer', 'customer-phone', 'handler'] as const;

/** Which parts a document has; a label and a test page are of one piece. */
export const documentParts: Readonly<Record<DocumentKind, readonly PaperPart[]>> = {
  'return-slip': [
    ...head,
    ...customer,
    'courier',
    'spec',
    'batch',
    'reason',
    'grading',
    'amounts',
    'capitals',
    'red-invoice',
    'policy',
    'signatures',
  ],
  'refund-receipt': [...head, ...customer, 'capitals', 'signatures'],
  'exchange-note': [...head, ...customer, 'capitals', 'signatures'],
  'credit-note': [...head, ...customer, 'batch', 'capitals', 'red-invoice', 'signatures'],
  'scrap-note': [...head, 'reason', 'amounts', 'signatures'],
  'repair-ticket': [...head, ...customer, 'amounts', 'signatures'],
  'supplier-return': [...head, 'handler', 'amounts', 'capitals', 'signatures'],
  'customer-letter': [...head, 'customer'],
  'item-label': [],
  'price-label': [],
  'store-credit-voucher': [...head, 'customer', 'customer-phone', 'capitals', 'policy'],
  'goods-receipt': [...head, 'batch', 'amounts', 'capitals', 'signatures'],
  'stocktake-sheet': [...head, 'handler', 'signatures'],
  'day-report': [...head, 'handler', 'signatures'],
  'month-controls': [...head, 'signatures'],
  'test-page': [],
};
