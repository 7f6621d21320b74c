import type { Chart, Disposition } from '../../contract/values/words.ts';
import type { EntryLine } from '../money/post.ts';

export type GradedValue = {
  readonly disposition: Disposition;
  /** At cost. */
  readonly valueCents: number;
  /** What is posted of the write-down; scrap and sending back take the whole value out anyway. */
  readonly writeDownCents: number;
};

/** What grading posts (DESIGN §5): a write-down or scrap is a loss on goods, goods sent back to the customer are sold again at cost. */
export function gradingEntry(
  chart: Chart,
  { disposition, valueCents, writeDownCents }: GradedValue,
): readonly EntryLine[] {
  if (disposition === 'scrap') return scrapEntry(chart, valueCents);
  if (disposition === 'send-back')
    return [
      { role: 'cost-of-sales', debitCents: valueCents },
      { role: 'goods', creditCents: valueCents },
    ];
  return [
    { role: 'loss-on-goods', debitCents: writeDownCents },
    { role: 'goods', creditCents: writeDownCents },
  ];
}

/** 小企业会计准则 takes scrapped goods through 1901 待处理财产损溢; the others book the loss at once. */
function scrapEntry(chart: Chart, valueCents: number): readonly EntryLine[] {
  const loss: EntryLine = { role: 'loss-on-goods', debitCents: valueCents };
  const goods: EntryLine = { role: 'goods', creditCents: valueCents };
  if (chart !== 'small-business-cn') return [loss, goods];
  return [
    { role: 'pending-loss', debitCents: valueCents },
    goods,
    loss,
    { role: 'pending-loss', creditCents: valueCents },
  ];
}
