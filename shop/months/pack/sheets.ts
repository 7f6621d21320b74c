import type { Settings } from '../../../contract/api/settings.ts';
import { currencyDigits } from '../../../contract/values/money.ts';
import { storeCreditEventWords, tenderWords } from '../../../contract/words/money-words.ts';
import {
  channelWords,
  extraWords,
  placeWords,
  reasonWord,
  stageWords,
  wantWords,
} from '../../../contract/words/return-words.ts';
import type { MonthPackReads } from '../../../db/queries/month-pack.ts';
import type { Period } from '../../../db/queries/months.ts';
import { amountCell, codedCell, quantityCell, summaryCell, textCell } from './cells.ts';
import { listSheets } from './list-sheets.ts';
import { type Amount, type Sheet, sheet } from './sheet.ts';

/** The sheets of a month, each read while it is written. */
export function monthSheets(reads: MonthPackReads, period: Period, settings: Settings): readonly Sheet[] {
  const digits = currencyDigits(settings.currency);
  const amount: Amount = (cents) => amountCell(cents, digits);
  return [
    returnsSheet(reads, period, { settings, amount }),
    creditNotesSheet(reads, period, amount),
    creditNoteLinesSheet(reads, period, amount),
    extrasSheet(reads, period, amount),
    payoutsSheet(reads, period, amount),
    storeCreditSheet(reads, period, amount),
    journalSheet(reads, period, amount),
    movesSheet(reads, period, amount),
    stockSheet(reads, period, amount),
    ...listSheets(reads, period, amount),
  ];
}

function returnsSheet(
  reads: MonthPackReads,
  period: Period,
  { settings, amount }: { readonly settings: Settings; readonly amount: Amount },
): Sheet {
  return sheet('returns', reads.returns(period), [
    ['退货单号 return', (row) => row.number],
    ['日期 day', (row) => row.day],
    ['月末状态 stage', (row) => codedCell(stageWords, row.stage)],
    ['渠道 channel', (row) => codedCell(channelWords, row.channel)],
    ['要求 want', (row) => codedCell(wantWords, row.want)],
    ['销售单号 sale', (row) => textCell(row.saleNumber)],
    ['销售日期 sale_day', (row) => textCell(row.saleDay)],
    ['客户 customer', (row) => textCell(row.customer)],
    ['行号 line', (row) => String(row.lineNo)],
    ['货号 sku', (row) => textCell(row.sku)],
    ['品名 name', (row) => textCell(row.name)],
    ['规格 spec', (row) => textCell(row.spec)],
    ['原因 reason', (row) => reasonCell(row.reason, settings)],
    ['备注 note', (row) => textCell(row.note)],
    ['申请数量 requested', (row) => quantityCell(row.requestedMilli)],
    ['收货数量 received', (row) => quantityCell(row.receivedMilli)],
    ['退回客户数量 sent_back', (row) => quantityCell(row.sentBackMilli)],
    ['退货数量 units_returned', (row) => quantityCell(row.returnedMilli)],
    ['红冲数量 units_credited', (row) => quantityCell(row.creditedMilli)],
    ['红冲金额 credited', (row) => amount(row.creditedCents)],
  ]);
}

/** The shop's own reasons are worded by the owner: text like any other. */
function reasonCell(reason: string, { reasons }: Settings): string {
  const word = reasonWord(reason, 'zh-CN', reasons);
  return textCell(word === reason ? reason : `${word} ${reason}`);
}

function creditNotesSheet(reads: MonthPackReads, period: Period, amount: Amount): Sheet {
  return sheet('credit-notes', reads.creditNotes(period), [
    ['红字单号 credit_note', (row) => row.number],
    ['日期 day', (row) => row.day],
    ['退货单号 return', (row) => row.returnNumber],
    ['销售单号 sale', (row) => textCell(row.saleNumber)],
    ['客户 customer', (row) => textCell(row.customer)],
    ['数量 quantity', (row) => quantityCell(row.quantityMilli)],
    ['不含税金额 goods', (row) => amount(row.goodsCents)],
    ['税额 tax', (row) => amount(row.taxCents)],
    ['运费 delivery', (row) => amount(row.deliveryCents)],
    ['扣费 fee', (row) => amount(row.feeCents)],
    ['应退合计 total', (row) => amount(row.totalCents)],
    ['月末已退 paid', (row) => amount(row.paidCents)],
  ]);
}

function creditNoteLinesSheet(reads: MonthPackReads, period: Period, amount: Amount): Sheet {
  return sheet('credit-note-lines', reads.creditNoteLines(period), [
    ['红字单号 credit_note', (row) => row.number],
    ['日期 day', (row) => row.day],
    ['退货单号 return', (row) => row.returnNumber],
    ['退货行号 line', (row) => String(row.lineNo)],
    ['货号 sku', (row) => textCell(row.sku)],
    ['品名 name', (row) => textCell(row.name)],
    ['规格 spec', (row) => textCell(row.spec)],
    ['数量 quantity', (row) => quantityCell(row.quantityMilli)],
    ['不含税金额 goods', (row) => amount(row.goodsCents)],
    ['税额 tax', (row) => amount(row.taxCents)],
    ['扣费 fee', (row) => amount(row.feeCents)],
  ]);
}

function payoutsSheet(reads: MonthPackReads, period: Period, amount: Amount): Sheet {
  return sheet('payouts', reads.payouts(period), [
    ['退款单号 payout', (row) => row.number],
    ['日期 day', (row) => row.day],
    ['红字单号 credit_note', (row) => row.creditNote],
    ['退货单号 return', (row) => row.returnNumber],
    ['付款方式 tender', (row) => codedCell(tenderWords, row.tender)],
    ['金额 amount', (row) => amount(row.amountCents)],
    ['参考号 reference', (row) => textCell(row.reference)],
    ['作废单号 voids', (row) => textCell(row.voids)],
    ['换货销售单号 exchange_sale', (row) => textCell(row.exchangeSale)],
    ['储值码 store_credit', (row) => textCell(row.storeCredit)],
  ]);
}

/** Delivery and freight given back, and what was kept, as lines of their credit notes. */
function extrasSheet(reads: MonthPackReads, period: Period, amount: Amount): Sheet {
  return sheet('credit-note-extras', reads.extras(period), [
    ['红字单号 credit_note', (row) => row.number],
    ['日期 day', (row) => row.day],
    ['退货单号 return', (row) => row.returnNumber],
    ['退货行号 line', (row) => (row.lineNo === null ? '' : String(row.lineNo))],
    ['货号 sku', (row) => textCell(row.sku)],
    ['项目 kind', (row) => codedCell(extraWords, row.kind)],
    ['含税金额 amount', (row) => amount(row.cents)],
    ['其中税额 tax', (row) => amount(row.taxCents)],
    ['备注 note', (row) => textCell(row.note)],
  ]);
}

function storeCreditSheet(reads: MonthPackReads, period: Period, amount: Amount): Sheet {
  return sheet('store-credit', reads.storeCredit(period), [
    ['日期 day', (row) => row.day],
    ['储值码 code', (row) => row.code],
    ['事项 kind', (row) => codedCell(storeCreditEventWords, row.kind)],
    ['单据 document', (row) => textCell(row.document)],
    ['销售单号 sale', (row) => textCell(row.saleNumber)],
    ['金额 amount', (row) => amount(row.cents)],
    ['备注 note', (row) => textCell(row.note)],
  ]);
}

function journalSheet(reads: MonthPackReads, period: Period, amount: Amount): Sheet {
  return sheet('journal', reads.journal(period), [
    ['分录号 entry', (row) => row.number],
    ['日期 day', (row) => row.day],
    ['单据 document', (row) => textCell(row.document)],
    ['行号 line', (row) => String(row.lineNo)],
    ['科目代码 account_code', (row) => textCell(row.accountCode)],
    ['科目名称 account_name', (row) => textCell(row.accountName)],
    ['借方金额 debit', (row) => amount(row.debitCents)],
    ['贷方金额 credit', (row) => amount(row.creditCents)],
    ['摘要 summary', (row) => textCell(summaryCell(row))],
  ]);
}

function movesSheet(reads: MonthPackReads, period: Period, amount: Amount): Sheet {
  return sheet('stock-moves', reads.moves(period), [
    ['流水号 move', (row) => String(row.id)],
    ['日期 day', (row) => row.day],
    ['单据 document', (row) => textCell(row.document)],
    ['货号 sku', (row) => textCell(row.sku)],
    ['品名 name', (row) => textCell(row.name)],
    ['从 from', (row) => codedCell(placeWords, row.fromPlace)],
    ['到 to', (row) => codedCell(placeWords, row.toPlace)],
    ['数量 quantity', (row) => quantityCell(row.quantityMilli)],
    ['成本未知数量 unknown_cost_quantity', (row) => quantityCell(row.unknownMilli)],
    ['转出成本 value_out', (row) => amount(row.fromValueCents)],
    ['转入成本 value_in', (row) => amount(row.toValueCents)],
  ]);
}

function stockSheet(reads: MonthPackReads, period: Period, amount: Amount): Sheet {
  return sheet('stock-on-hand', reads.stockOnHand(period), [
    ['货号 sku', (row) => textCell(row.sku)],
    ['品名 name', (row) => textCell(row.name)],
    ['位置 place', (row) => codedCell(placeWords, row.place)],
    ['数量 quantity', (row) => quantityCell(row.quantityMilli)],
    ['成本金额 value', (row) => amount(row.valueCents)],
    ['成本未知数量 unknown_cost_quantity', (row) => quantityCell(row.unknownMilli)],
  ]);
}
