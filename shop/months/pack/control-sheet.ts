import type { Month } from '../../../contract/values/days.ts';
import { tenders } from '../../../contract/values/words.ts';
import { tenderWords } from '../../../contract/words/money-words.ts';
import { type CheckedControls, differences } from '../controls.ts';
import { amountCell, codedCell } from './cells.ts';
import type { Sheet } from './sheets.ts';

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
    rows: [...controlsOf(facts), ...differencesOf(facts), ...filesOf(facts)],
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
    ['账本指纹 head', '', controls.head],
  ];
}

/** Books that differ are said so in the pack itself. */
function differencesOf({ ties }: ControlFacts): Control[] {
  return differences(ties).map(({ what, left, right }) => ['两本账不符 differs', what, `${left} / ${right}`]);
}

function filesOf({ files }: ControlFacts): Control[] {
  return files.flatMap(({ name, rows, sha256 }): Control[] => [
    ['文件行数 file_rows', name, String(rows)],
    ['文件指纹 file_sha256', name, sha256],
  ]);
}
