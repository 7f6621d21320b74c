import { plainAmount } from '../../../contract/values/money.ts';
import type { Cell } from '../pack/xlsx.ts';
import { asSet, type VoucherFormat } from './format.ts';
import { summaryOf } from './summary.ts';

const headings = [
  '日期',
  '凭证字',
  '凭证号',
  '附件数',
  '分录序号',
  '摘要',
  '科目代码',
  '科目名称',
  '借方金额',
  '贷方金额',
  '客户',
  '供应商',
  '职员',
  '项目',
  '部门',
  '存货',
  '自定义辅助核算类别',
  '自定义辅助核算编码',
  '自定义辅助核算类别1',
  '自定义辅助核算编码1',
  '数量',
  '单价',
  '原币金额',
  '币别',
  '汇率',
];

/** 金蝶精斗云云会计: 凭证 › 导入. What goes by customer, quantity or another currency there is not kept here, and stays empty. */
export const jdy: VoucherFormat = {
  needsChart: true,
  grouping: asSet,
  write: ({ month, digits, settings, vouchers }, writer) => {
    const { word } = settings.vouchers;
    const amount = (cents: number): number => Number(plainAmount(cents, digits));
    function* rows(): Generator<readonly Cell[]> {
      for (const voucher of vouchers) {
        const { day, number, entries } = voucher;
        const summary = summaryOf(voucher, 'zh-CN');
        for (const [index, { accountCode, accountName, debitCents, creditCents }] of voucher.lines.entries()) {
          const account = [accountCode, accountName, amount(debitCents), amount(creditCents)];
          yield [day, word, number, entries, index + 1, summary, ...account];
        }
      }
    }
    return [writer.workbook(`${month}-jdy.xlsx`, [{ name: '凭证', headings, rows: rows() }])];
  },
};
