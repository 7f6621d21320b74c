import type { Terms } from '../../contract/api/return-shape.ts';
import { extraWords } from '../../contract/words/index.ts';
import { say, show, t } from './index.ts';

/** What the policy says of money and freight, in a few words each. */
export function termSentences({ freight, delivery, withoutGoods, fees }: Terms): string[] {
  return [
    t(`rules.freight-${freight}`),
    t(`rules.delivery-${delivery}`),
    ...(withoutGoods ? [t('rules.without-goods')] : []),
    ...fees.map(({ line, kind, cents, percent }) =>
      t('rules.fee', {
        line: line + 1,
        kind: say(extraWords[kind]),
        amount: cents === undefined ? show.percent((percent ?? 0) / 100) : show.money(cents),
      }),
    ),
  ];
}
