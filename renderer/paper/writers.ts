import type { DocumentKind } from '../../contract/host.ts';
import { creditNoteWriter } from './credit-note.ts';
import { customerLetterWriter } from './customer-letter.ts';
import { dayReportWriter } from './day-report.ts';
import { exchangeNoteWriter } from './exchange-note.ts';
import { goodsReceiptWriter } from './goods-receipt.ts';
import { itemLabelWriter } from './item-label.ts';
import { monthControlsWriter } from './month-controls.ts';
import { priceLabelWriter } from './price-label.ts';
import { refundReceiptWriter } from './refund-receipt.ts';
import { repairTicketWriter } from './repair-ticket.ts';
import { returnSlip } from './return-slip.ts';
import { returnWriter } from './return-writer.ts';
import { scrapNoteWriter } from './scrap-note.ts';
import { stocktakeSheetWriter } from './stocktake-sheet.ts';
import { storeCreditVoucherWriter } from './store-credit-voucher.ts';
import { supplierReturnWriter } from './supplier-return.ts';
import { testPageWriter } from './test-page.ts';
import type { Writer } from './writer.ts';

/** How each document gets what stands on it: one line per document. */
export const writers: Readonly<Record<DocumentKind, Writer>> = {
  'return-slip': returnWriter(returnSlip),
  'refund-receipt': refundReceiptWriter,
  'scrap-note': scrapNoteWriter,
  'repair-ticket': repairTicketWriter,
  'supplier-return': supplierReturnWriter,
  'item-label': itemLabelWriter,
  'price-label': priceLabelWriter,
  'customer-letter': customerLetterWriter,
  'store-credit-voucher': storeCreditVoucherWriter,
  'credit-note': creditNoteWriter,
  'day-report': dayReportWriter,
  'exchange-note': exchangeNoteWriter,
  'goods-receipt': goodsReceiptWriter,
  'month-controls': monthControlsWriter,
  'stocktake-sheet': stocktakeSheetWriter,
  'test-page': testPageWriter,
};
