import type { Month } from '../../../contract/values/days.ts';
import { tenders } from '../../../contract/values/words.ts';
import { tenderWords } from '../../../contract/words/money-words.ts';
import { tieIsQuantity, tieSides } from '../../../contract/words/tie-words.ts';
import type { CheckedControls } from '../controls.ts';
import { amountCell, codedCell, quantityCell } from './cells.ts';
import type { Sheet } from './sheet.ts';

/** A file as it was written: its name in the folder, its records without the heading, its fingerprint. */
export type WrittenFile = { readonly name: string; readonly rows: number; readonly sha256: string };

export type ControlFacts = CheckedControls & {
  readonly month: Month;
  readonly currency: string;
  readonly digits: number;
  /** What the stock was worth when the month began. */
  readonly stockBeforeCents: number;
  readonly files: readonly WrittenFile[];
};

type Control = readonly [control: string, detail: string, value: string];

/** The totals the other files add up to, and the fingerprints they can be known by. */
export function controlSheet(facts: ControlFacts): Sheet {
  return {
    key: 'controls',
    headings: ['项目 control', '明细 detail', '值 value'],
    rows: [...controlsOf(facts), ...tiesOf(facts), ...filesOf(facts)],
  };
}

function controlsOf({ month, currency, digits, controls, stockBeforeCents }: ControlFacts): Control[] {
  const amount = (cents: number): string => amountCell(cents, digits);
  return [
    ['月份 month', '', month],
    ['币种 currency', '', currency],
    ['退货单数 returns', '', String(controls.returns)],
    ['退货数量 units_returned', '', String(controls.unitsReturned)],
    ['红冲金额 credited', '', amount(controls.creditedCents)],
    ...tenders.map(
      (tender): Control => ['已退金额 paid_out', codedCell(tenderWords, tender), amount(controls.paidOutCents[tender])],
    ),
    ['换货抵款 exchanged', '', amount(controls.exchangedCents)],
    ['扣费 fee', '', amount(controls.feeCents)],
    ['退还运费 delivery', '', amount(controls.deliveryCents)],
    ['储值发放 store_credit_issued', '', amount(controls.storeCreditIssuedCents)],
    ['储值使用 store_credit_used', '', amount(controls.storeCreditUsedCents)],
    ['储值到期和作废 store_credit_lapsed', '', amount(controls.storeCreditLapsedCents)],
    ['借方合计 debit', '', amount(controls.debitCents)],
    ['贷方合计 credit', '', amount(controls.creditCents)],
    ['月初库存成本 stock_value_before', '', amount(stockBeforeCents)],
    ['月末库存成本 stock_value', '', amount(controls.stockValueCents)],
    ['月末应退未退 owed', '', amount(controls.owedCents)],
    ['月末储值余额 store_credit_balance', '', amount(controls.storeCreditCents)],
    ['月末供应商未赔成本 supplier_claims_balance', '', amount(controls.supplierClaimsCents)],
    ['现金长短款 drawer_difference', '', amount(controls.drawerDifferenceCents)],
    ['账本指纹 head', '', controls.head],
  ];
}

/** What was held against what, so that the accountant sees that it was; books that differ are said so in the pack itself. */
function tiesOf({ ties, digits }: ControlFacts): Control[] {
  return ties.map(({ what, left, right }) => {
    const said = (value: number): string => (tieIsQuantity(what) ? quantityCell(value) : amountCell(value, digits));
    const [control, sign] = left === right ? ['两本账相符 agrees', '='] : ['两本账不符 differs', '≠'];
    return [control, `${tieName(what)} ${what}`, `${said(left)} ${sign} ${said(right)}`];
  });
}

function tieName(what: string): string {
  const sides = tieSides(what);
  return sides ? `${sides.left['zh-CN']}与${sides.right['zh-CN']}` : '';
}

function filesOf({ files }: ControlFacts): Control[] {
  return files.flatMap(({ name, rows, sha256 }): Control[] => [
    ['文件行数 file_rows', name, String(rows)],
    ['文件指纹 file_sha256', name, sha256],
  ]);
}
