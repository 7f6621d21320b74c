import { drawerMoveWords, tenderWords } from '../../../contract/words/money-words.ts';
import { pair, type Words } from '../../../contract/words/said.ts';
import type { DrawerRowOfMonth, MonthListReads } from '../../../db/queries/month-lists.ts';
import type { Period } from '../../../db/queries/months.ts';
import { codedCell, textCell } from './cells.ts';
import { type Amount, type Sheet, sheet } from './sheet.ts';

/** What there is at the month's end beside stock, and how cash and wallets were checked. */
export function listSheets(reads: MonthListReads, period: Period, amount: Amount): readonly Sheet[] {
  return [
    creditBalancesSheet(reads, period, amount),
    claimsSheet(reads, period, amount),
    drawerSheet(reads, period, amount),
    walletsSheet(reads, period, amount),
  ];
}

function creditBalancesSheet(reads: MonthListReads, period: Period, amount: Amount): Sheet {
  return sheet('store-credit-balances', reads.storeCredits(period), [
    ['储值码 code', (row) => row.code],
    ['开出日期 issued_day', (row) => row.day],
    ['有效期至 expires_on', (row) => textCell(row.expiresOn)],
    ['客户 customer', (row) => textCell(row.customer)],
    ['发放 issued', (row) => amount(row.issuedCents)],
    ['使用 used', (row) => amount(row.usedCents)],
    ['到期和作废 lapsed', (row) => amount(row.lapsedCents)],
    ['月末余额 balance', (row) => amount(row.balanceCents)],
  ]);
}

/** Open ones, and those that were closed in the month. */
function claimsSheet(reads: MonthListReads, period: Period, amount: Amount): Sheet {
  return sheet('supplier-claims', reads.claims(period), [
    ['索赔单号 claim', (row) => row.number],
    ['退出日期 sent_day', (row) => row.day],
    ['供应商 supplier', (row) => textCell(row.supplier)],
    ['到期日 due_on', (row) => textCell(row.dueOn)],
    ['货物成本 cost', (row) => amount(row.valueCents)],
    ['索赔金额 claimed', (row) => amount(row.claimedCents)],
    ['已赔付 paid', (row) => amount(row.paidCents)],
    ['结案日期 closed_day', (row) => textCell(row.closedOn)],
    ['结案损失 lost', (row) => amount(row.lostCents)],
    ['月末未赔成本 balance', (row) => amount(row.leftCents)],
  ]);
}

const drawerWords: Words<keyof typeof drawerMoveWords | 'count'> = { ...drawerMoveWords, count: pair('盘点', 'Count') };

function drawerSheet(reads: MonthListReads, period: Period, amount: Amount): Sheet {
  const known = (cents: number | null): string => (cents === null ? '' : amount(cents));
  return sheet('drawer', reads.drawer(period), [
    ['单据 document', (row) => row.number],
    ['日期 day', (row) => row.day],
    ['事项 kind', (row) => codedCell(drawerWords, row.kind)],
    ['存取金额 moved', (row) => known(row.movedCents)],
    ['是否入账 booked', bookedCell],
    ['应有 expected', (row) => known(row.expectedCents)],
    ['实点 counted', (row) => known(row.countedCents)],
    ['长短款 difference', (row) => known(row.differenceCents)],
    ['备注 note', (row) => textCell(row.note)],
  ]);
}

function bookedCell({ booked }: DrawerRowOfMonth): string {
  if (booked === null) return '';
  return booked === 1 ? '是 yes' : '否 no';
}

/** Refunds by wallet beside the lines of the wallets' own bills; an empty half is on one side only. */
function walletsSheet(reads: MonthListReads, period: Period, amount: Amount): Sheet {
  return sheet('wallets', reads.wallets(period), [
    ['钱包 wallet', (row) => codedCell(tenderWords, row.wallet)],
    ['退款单号 payout', (row) => textCell(row.payout)],
    ['退款日期 payout_day', (row) => textCell(row.day)],
    ['退款金额 amount', (row) => (row.amountCents === null ? '' : amount(row.amountCents))],
    ['参考号 reference', (row) => textCell(row.reference)],
    ['账单日期 bill_day', (row) => textCell(row.billDay)],
    ['账单退款号 bill_reference', (row) => textCell(row.billReference)],
    ['账单金额 bill_amount', (row) => (row.billCents === null ? '' : amount(row.billCents))],
  ]);
}
