import { amountCell } from '../pack/cells.ts';
import { asSet, type VoucherFormat } from './format.ts';
import { summaryOf } from './summary.ts';

/** Behind who made it: departments, persons, projects and what else the program keeps, all unused here. */
const unusedFields = `${','.repeat(16)}0,,0${','.repeat(9)}0,0,0,0,0,,0,0,0,0`;
const longestSummary = 60;

/** 用友 U8 and T3, 总账工具: one line a posting. The program reads GB18030 and knows no quotes: a comma would end the field. */
export const yonyou: VoucherFormat = {
  needsChart: true,
  grouping: asSet,
  write: ({ month, digits, settings, vouchers }, writer) => {
    const { word, maker } = settings.vouchers;
    function* records(): Generator<string> {
      for (const voucher of vouchers) {
        const { day, number } = voucher;
        const head = [
          day,
          field(word),
          number,
          0,
          field([...summaryOf(voucher, 'zh-CN')].slice(0, longestSummary).join('')),
        ];
        for (const { accountCode, debitCents, creditCents } of voucher.lines) {
          const amounts = [amountCell(debitCents, digits), amountCell(creditCents, digits)];
          yield `${[...head, field(accountCode), ...amounts, '', '', '', field(maker)].join(',')}${unusedFields}\r\n`;
        }
      }
    }
    return [writer.text(`${month}-yonyou.txt`, { head: '填制凭证,V800\r\n', records: records(), encoding: 'gb18030' })];
  },
};

function field(text: string): string {
  return text
    .replaceAll(',', '，')
    .replaceAll('"', '＂')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
